// Kyverno's PolicyExceptions from policies that concern seccomp.
// kyverno/kyverno: api/kyverno/v2/policy_exception_types.go; kyverno/api: api/policies.kyverno.io/v1beta1/policy_exception.go.

import { asText, fieldAt } from "../field.ts";
import { hasPiecesInOrder } from "../pieces-in-order.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import type { PolicyContext } from "./policy-context.ts";
import { listOf, show } from "./spell.ts";

/** Names that a pattern with `*` stands for. */
function matching(pattern: string, names: ReadonlySet<string>): readonly string[] {
  const pieces = pattern.split("*");
  return [...names].filter((name) => hasPiecesInOrder(name, pieces));
}

/** Whether a policy of that name concerns seccomp: one of the base side, or one that is elsewhere and is called so. A new policy has no exceptions yet that could weaken it. */
function concerns(pattern: string, base: PolicyContext, head: PolicyContext): boolean {
  if (matching(pattern, base.seccomp).length > 0) return true;
  return /seccomp/i.test(pattern) && matching(pattern, head.all).length === 0 && matching(pattern, base.all).length === 0;
}

/** Policies that an exception names, each with what is excepted from it. */
function excepted(spec: unknown): readonly { readonly policy: string; readonly says: string }[] {
  const rules = listOf(fieldAt(spec, ["exceptions"])).flatMap((exception) => {
    const policy = asText(fieldAt(exception, ["policyName"]));
    const names = listOf(fieldAt(exception, ["ruleNames"])).map(show);
    return policy === null ? [] : [{ policy, says: `policy \`${policy}\`${names.length === 0 ? "" : ` (${names.join(", ")})`}` }];
  });
  const policies = listOf(fieldAt(spec, ["policyRefs"])).flatMap((reference) => {
    const policy = asText(fieldAt(reference, ["name"]));
    return policy === null ? [] : [{ policy, says: `policy \`${policy}\`` }];
  });
  return [...rules, ...policies];
}

/** What an exception lets through; nothing when no policy that it names concerns seccomp. */
export function policyExceptions({ group, kind, object }: FoundObject, base: PolicyContext, head: PolicyContext): readonly Fact[] {
  if ((group !== "kyverno.io" && group !== "policies.kyverno.io") || kind !== "PolicyException") return [];
  const spec = object["spec"];
  const policies = excepted(spec).filter(({ policy }) => concerns(policy, base, head));
  if (policies.length === 0) return [];
  const match = fieldAt(spec, ["match", "any"]) ?? fieldAt(spec, ["match", "all"]) ?? fieldAt(spec, ["images"]);
  const filters = listOf(match).map(show);
  return [
    {
      ...plainFact,
      rule: "guardrail-weakened",
      aspect: "exception",
      what: `the exception from ${policies.map(({ says }) => says).join(", ")}`,
      strength: 1,
      says: "there",
      lets: [...policies.map(({ says }) => `what ${says} refuses`), ...filters],
      detail: show([fieldAt(spec, ["conditions"]), fieldAt(spec, ["matchConditions"]), fieldAt(spec, ["podSecurity"])]),
      otherwise: 2,
      absence: "not there",
      remedy: "Remove the exception, or narrow it to what needs it.",
      path: fieldAt(spec, ["exceptions"]) === undefined ? ["spec", "policyRefs"] : ["spec", "exceptions"],
      reach: { kind: "all" },
    },
  ];
}
