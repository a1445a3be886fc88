// Kyverno's ClusterPolicies and Policies: their rules that concern seccomp.
// kyverno/kyverno: api/kyverno/v1/spec_types.go, rule_types.go, common_types.go (Validation, PodSecurity).

import { asText, fieldAt } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { letsUnjudged } from "./failure-policy.ts";
import { takenAway } from "./harmful-mutations.ts";
import { podSecurityLevel } from "./policy-context.ts";
import { concernsSeccomp, listOf, show, spell } from "./spell.ts";

interface Action {
  /** 2 refuses, 1 reports. */
  readonly strength: 1 | 2;
  readonly says: string;
}

/** The rule's own action before the policy's. `enforce` and `audit` are older spellings; nothing said is Audit. */
function actionOf(spec: unknown, rule: unknown): Action {
  const said = asText(fieldAt(rule, ["validate", "failureAction"])) ?? asText(fieldAt(spec, ["validationFailureAction"]));
  const enforces = said?.toLowerCase() === "enforce";
  if (enforces && fieldAt(spec, ["admission"]) === false) return { strength: 1, says: "`admission: false`" };
  return enforces ? { strength: 2, says: "`Enforce`" } : { strength: 1, says: said === null ? "`Audit`, since no action is set" : `\`${said}\`` };
}

/** Namespaces in which the rule only reports. */
function softenedFor(spec: unknown, rule: unknown): readonly string[] {
  const own = listOf(fieldAt(rule, ["validate", "failureActionOverrides"]));
  const overrides = own.length > 0 ? own : listOf(fieldAt(spec, ["validationFailureActionOverrides"]));
  return overrides.flatMap((override) => {
    if (asText(fieldAt(override, ["action"]))?.toLowerCase() !== "audit") return [];
    const namespaces = listOf(fieldAt(override, ["namespaces"])).map((name) => `namespace ${show(name)}, where it only reports`);
    const selector = fieldAt(override, ["namespaceSelector"]);
    return selector === undefined ? namespaces : [...namespaces, `namespaces of ${show(selector)}, where it only reports`];
  });
}

const isSeccompControl = (exclusion: unknown) => /seccomp/i.test(asText(fieldAt(exclusion, ["controlName"])) ?? "");

/** Filters below `match` or `exclude`: those of `any` one by one, since each is enough; everything else as one. */
function filtersOf(block: unknown): readonly unknown[] {
  if (block === undefined || block === null) return [];
  const any = listOf(fieldAt(block, ["any"]));
  return any.length > 0 ? any : [block];
}

/** What a rule does, without words for people and without what is compared on its own. */
function detailOf(rule: unknown): string {
  const validate = fieldAt(rule, ["validate"]);
  const parts = ["pattern", "anyPattern", "deny", "foreach", "cel"].map((field) => fieldAt(validate, [field]));
  const level = fieldAt(validate, ["podSecurity", "version"]);
  return spell([parts, level, fieldAt(rule, ["mutate"]), fieldAt(rule, ["preconditions"]), fieldAt(rule, ["celPreconditions"]), fieldAt(rule, ["context"])]);
}

function ruleFact(spec: unknown, rule: unknown, index: number, namespace: string | null): Fact {
  const name = asText(fieldAt(rule, ["name"])) ?? String(index);
  const isMutation = fieldAt(rule, ["mutate"]) !== undefined;
  const action = isMutation ? { strength: 2 as const, says: "there" } : actionOf(spec, rule);
  const level = podSecurityLevel(rule);
  const excluded = listOf(fieldAt(rule, ["validate", "podSecurity", "exclude"])).filter(isSeccompControl);
  return {
    ...plainFact,
    rule: "guardrail-weakened",
    aspect: `rule ${name}`,
    what: `rule \`${name}\``,
    toldBy: takenAway(`rule \`${name}\``),
    // The action counts before the level.
    strength: action.strength * 10 + (level === "baseline" ? 1 : 2),
    says: level === null ? action.says : `${action.says} at level \`${level}\``,
    lets: [...filtersOf(fieldAt(rule, ["exclude"])), ...excluded].map(show).concat(softenedFor(spec, rule), letsUnjudged(spec)),
    demands: filtersOf(fieldAt(rule, ["match"])).map(show),
    detail: detailOf(rule),
    absence: "gone, or says nothing about seccomp any more",
    remedy: "Put the rule back as it was, or exempt only what needs it.",
    path: actionPath(spec, rule, index, isMutation),
    reach: namespace === null ? { kind: "all" } : { kind: "namespace", namespace },
  };
}

/** Where the action is said, or the rule itself. */
function actionPath(spec: unknown, rule: unknown, index: number, isMutation: boolean): Fact["path"] {
  if (!isMutation && fieldAt(rule, ["validate", "failureAction"]) !== undefined) return ["spec", "rules", index, "validate", "failureAction"];
  return !isMutation && fieldAt(spec, ["validationFailureAction"]) !== undefined ? ["spec", "validationFailureAction"] : ["spec", "rules", index, "name"];
}

/** One fact for each rule that concerns seccomp. */
export function kyvernoPolicies({ group, kind, namespace, object }: FoundObject): readonly Fact[] {
  if (group !== "kyverno.io" || (kind !== "ClusterPolicy" && kind !== "Policy")) return [];
  const spec = object["spec"];
  return listOf(fieldAt(spec, ["rules"])).flatMap((rule, i) => {
    const concerned = podSecurityLevel(rule) !== null || concernsSeccomp([fieldAt(rule, ["validate"]), fieldAt(rule, ["mutate"])]);
    return concerned ? [ruleFact(spec, rule, i, kind === "Policy" ? (namespace ?? "default") : null)] : [];
  });
}
