// Policies in CEL: Kubernetes' own ValidatingAdmissionPolicy with its bindings, and Kyverno's ValidatingPolicy.
// kubernetes/api: admissionregistration/v1/types.go; kyverno/api: api/policies.kyverno.io/v1beta1/validating_policy.go.

import { asText, fieldAt } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { letsUnjudged } from "./failure-policy.ts";
import type { PolicyContext } from "./policy-context.ts";
import { concernsSeccomp, listOf, show, spell } from "./spell.ts";

/** Expressions of a policy that concern seccomp; all of them where only its variables name it. */
function expressionsOf(spec: unknown): readonly string[] {
  const all = listOf(fieldAt(spec, ["validations"])).flatMap((validation) => asText(fieldAt(validation, ["expression"])) ?? []);
  const own = all.filter(concernsSeccomp);
  return (own.length > 0 ? own : all).map((expression) => expression.replace(/\s+/g, " ").trim());
}

/** What a policy or binding leaves out, and the rest of what it applies to. */
function scopeOf(resources: unknown): Pick<Fact, "lets" | "detail"> {
  const fields = ["resourceRules", "namespaceSelector", "objectSelector", "matchPolicy"].map((field) => fieldAt(resources, [field]));
  return { lets: listOf(fieldAt(resources, ["excludeResourceRules"])).map(show), detail: spell(fields) };
}

/** 2 when the actions refuse, 1 when they only tell. */
function actionsOf(spec: unknown): { readonly strength: 1 | 2; readonly says: string } {
  const actions = listOf(fieldAt(spec, ["validationActions"]));
  return { strength: actions.includes("Deny") ? 2 : 1, says: actions.length === 0 ? "without actions" : actions.map(show).join(", ") };
}

const common = { ...plainFact, rule: "guardrail-weakened", absence: "gone, or says nothing about seccomp any more" } as const;

function validations(spec: unknown): Pick<Fact, "demands" | "detail" | "lets"> {
  const scope = scopeOf(fieldAt(spec, ["matchConstraints"]));
  const conditions = [fieldAt(spec, ["matchConditions"]), fieldAt(spec, ["variables"])];
  return { demands: expressionsOf(spec).map((expression) => show(expression)), lets: [...scope.lets, ...letsUnjudged(spec)], detail: spell([scope.detail, conditions, expressionsOf(spec)]) };
}

/** What a ValidatingAdmissionPolicy demands; whether it refuses is its bindings' to say. */
export function admissionPolicies({ group, kind, object }: FoundObject): readonly Fact[] {
  if (group !== "admissionregistration.k8s.io" || kind !== "ValidatingAdmissionPolicy" || !concernsSeccomp(object["spec"])) return [];
  const remedy = "Put the policy back as it was, or write one that refuses no less.";
  return [{ ...common, ...validations(object["spec"]), aspect: "validations", what: "`spec.validations`", strength: 2, says: "there", remedy, path: ["spec", "validations"], reach: { kind: "all" } }];
}

/** The bindings of such a policy. */
export function admissionBindings({ group, kind, object }: FoundObject, base: PolicyContext, head: PolicyContext): readonly Fact[] {
  if (group !== "admissionregistration.k8s.io" || kind !== "ValidatingAdmissionPolicyBinding") return [];
  const spec = object["spec"];
  const policy = asText(fieldAt(spec, ["policyName"])) ?? "";
  if (!base.seccomp.has(policy) && !head.seccomp.has(policy)) return [];
  return [
    {
      ...common,
      ...scopeOf(fieldAt(spec, ["matchResources"])),
      ...actionsOf(spec),
      aspect: `binding of ${policy}`,
      what: `the binding of policy \`${policy}\``,
      absence: "gone",
      // A policy that is gone is told by itself.
      isMissed: head.seccomp.has(policy),
      remedy: "Put the binding back with `validationActions: [Deny]`.",
      path: ["spec", "validationActions"],
      reach: { kind: "all" },
    },
  ];
}

/** Kyverno's policies in CEL, which say themselves what follows. */
export function validatingPolicies({ group, kind, namespace, object }: FoundObject): readonly Fact[] {
  if (group !== "policies.kyverno.io" || (kind !== "ValidatingPolicy" && kind !== "NamespacedValidatingPolicy") || !concernsSeccomp(object["spec"])) return [];
  const spec = object["spec"];
  return [
    {
      ...common,
      ...validations(spec),
      ...actionsOf(spec),
      aspect: "validations",
      what: "the enforcement",
      remedy: "Put the policy back as it was, with `validationActions: [Deny]`.",
      path: fieldAt(spec, ["validationActions"]) === undefined ? ["spec", "validations"] : ["spec", "validationActions"],
      reach: kind === "ValidatingPolicy" ? { kind: "all" } : { kind: "namespace", namespace: namespace ?? "default" },
    },
  ];
}
