// Gatekeeper's constraints and templates that concern seccomp.
// open-policy-agent/gatekeeper-library: library/pod-security-policy/seccomp/template.yaml;
// open-policy-agent/gatekeeper: pkg/util/enforcement_action.go, pkg/mutation/match/match.go.

import { asText, fieldAt } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import type { PolicyContext } from "./policy-context.ts";
import { concernsSeccomp, listOf, show, spell } from "./spell.ts";

const actions: Readonly<Record<string, number>> = { deny: 3, warn: 2, dryrun: 1 };

/** What follows from a violation: nothing said is `deny`; `scoped` is as strict as the strictest of its parts. */
function actionOf(spec: unknown): { readonly strength: number; readonly says: string } {
  const said = asText(fieldAt(spec, ["enforcementAction"]));
  if (said === null) return { strength: 3, says: "`deny`" };
  if (said !== "scoped") return { strength: actions[said] ?? 1, says: `\`${said}\`` };
  const scoped = listOf(fieldAt(spec, ["scopedEnforcementActions"])).flatMap((one) => asText(fieldAt(one, ["action"])) ?? []);
  return { strength: Math.max(1, ...scoped.map((action) => actions[action] ?? 1)), says: `\`scoped\` (${scoped.map(show).join(", ")})` };
}

const lists = { allowedProfiles: "profile", allowedLocalhostFiles: "file", exemptImages: "image" } as const;

/** The template takes the names of annotations for those of fields. */
const sameName: ReadonlyMap<unknown, string> = new Map([
  ["runtime/default", "RuntimeDefault"],
  ["docker/default", "RuntimeDefault"],
  ["unconfined", "Unconfined"],
]);

/** What the parameters allow and the match leaves out. Where all is allowed already, one more is nothing new. */
function letsOf(spec: unknown): readonly string[] {
  const allowed = Object.entries(lists).flatMap(([field, noun]) => listOf(fieldAt(spec, ["parameters", field])).map((item) => `${noun} ${show(sameName.get(item) ?? item)}`));
  const namespaces = listOf(fieldAt(spec, ["match", "excludedNamespaces"])).map((name) => `namespace ${show(name)}`);
  return [...(allowed.includes("profile `*`") ? ["profile `*`"] : allowed), ...namespaces];
}

/** The rest of a constraint: other parameters, and what else decides what it looks at. */
function detailOf(spec: unknown): string {
  const without = (value: unknown, fields: readonly string[]) => Object.entries(typeof value === "object" && value !== null ? value : {}).filter(([field]) => !fields.includes(field)).sort();
  return spell([without(fieldAt(spec, ["parameters"]), Object.keys(lists)), without(fieldAt(spec, ["match"]), ["excludedNamespaces"])]);
}

/** A constraint, by its kind or by what it says. */
export function constraints({ group, kind, object }: FoundObject, base: PolicyContext, head: PolicyContext): readonly Fact[] {
  if (group !== "constraints.gatekeeper.sh") return [];
  const spec = object["spec"];
  if (!/seccomp/i.test(kind) && !base.constraintKinds.has(kind) && !head.constraintKinds.has(kind) && !concernsSeccomp(spec)) return [];
  return [
    {
      ...plainFact,
      ...actionOf(spec),
      rule: "guardrail-weakened",
      aspect: "constraint",
      what: "the enforcement",
      lets: letsOf(spec),
      detail: detailOf(spec),
      absence: "gone",
      remedy: "Put the constraint back as it was.",
      path: fieldAt(spec, ["enforcementAction"]) === undefined ? ["spec"] : ["spec", "enforcementAction"],
      reach: { kind: "all" },
    },
  ];
}

/** The code that constraints run. Its constraints go with it. */
export function constraintTemplates({ group, kind, object }: FoundObject): readonly Fact[] {
  if (group !== "templates.gatekeeper.sh" || kind !== "ConstraintTemplate" || !concernsSeccomp(object["spec"])) return [];
  return [
    {
      ...plainFact,
      rule: "guardrail-weakened",
      aspect: "template",
      what: "the code",
      strength: 1,
      says: "there",
      detail: spell(fieldAt(object, ["spec", "targets"])),
      absence: "gone, or says nothing about seccomp any more",
      remedy: "Put the template back, or one that refuses no less.",
      path: ["spec", "targets"],
      reach: { kind: "all" },
    },
  ];
}
