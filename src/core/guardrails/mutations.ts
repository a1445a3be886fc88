// What gives pods a profile when they are created: Gatekeeper's Assign, Kyverno's MutatingPolicy, and Kubernetes' own
// MutatingAdmissionPolicy with its bindings. open-policy-agent/gatekeeper: apis/mutations/v1/assign_types.go; kyverno/api:
// api/policies.kyverno.io/v1beta1/mutating_policy.go; kubernetes/api: admissionregistration/v1beta1/types.go.

import { asText, fieldAt } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { letsUnjudged } from "./failure-policy.ts";
import { takenAway } from "./harmful-mutations.ts";
import type { PolicyContext } from "./policy-context.ts";
import { concernsSeccomp, listOf, show, spell } from "./spell.ts";

const common = {
  ...plainFact,
  rule: "guardrail-weakened",
  strength: 2,
  says: "there",
  absence: "gone, or says nothing about seccomp any more",
  remedy: "Put it back as it was, or set the profile in the pods that relied on it.",
  reach: { kind: "all" },
} as const;

/** What Gatekeeper assigns: a profile, or its type; anything but Unconfined confines. */
function assigned(spec: unknown): Pick<Fact, "strength" | "says"> {
  const value = fieldAt(spec, ["parameters", "assign", "value"]);
  const type = asText(fieldAt(value, ["type"])) ?? asText(value);
  return type === null ? { strength: 2, says: "there" } : { strength: /^unconfined$/i.test(type) ? 0 : 2, says: show(type) };
}

/** Gatekeeper's mutations of the profile. */
export function gatekeeperMutations({ group, kind, object }: FoundObject): readonly Fact[] {
  if (group !== "mutations.gatekeeper.sh" || (kind !== "Assign" && kind !== "AssignMetadata") || !concernsSeccomp(object["spec"])) return [];
  const spec = object["spec"];
  const without = listOf(fieldAt(spec, ["match", "excludedNamespaces"])).map((name) => `namespace ${show(name)}`);
  const rest = ["applyTo", "location"].map((field) => fieldAt(spec, [field]));
  const match = ["kinds", "scope", "namespaces", "labelSelector", "namespaceSelector", "name", "source"].map((field) => fieldAt(spec, ["match", field]));
  const detail = spell([rest, match, fieldAt(spec, ["parameters", "pathTests"])]);
  return [{ ...common, ...assigned(spec), aspect: "mutation", what: "the profile that it assigns", toldBy: takenAway("`spec.location`"), lets: without, detail, path: ["spec", "parameters", "assign"] }];
}

const policies = { "policies.kyverno.io": ["MutatingPolicy", "NamespacedMutatingPolicy"], "admissionregistration.k8s.io": ["MutatingAdmissionPolicy"] } as const;

/** Mutations in CEL. What they come to cannot be read off: a change of them is unclear. */
export function mutatingPolicies({ group, kind, namespace, object }: FoundObject): readonly Fact[] {
  const known = Object.hasOwn(policies, group) ? policies[group as keyof typeof policies] : [];
  const spec = object["spec"];
  if (!known.some((one) => one === kind) || !concernsSeccomp(spec)) return [];
  const lets = listOf(fieldAt(spec, ["matchConstraints", "excludeResourceRules"])).map(show).concat(letsUnjudged(spec));
  const scope = ["resourceRules", "namespaceSelector", "objectSelector", "matchPolicy"].map((field) => fieldAt(spec, ["matchConstraints", field]));
  const detail = spell([scope, ["matchConditions", "variables", "mutations"].map((field) => fieldAt(spec, [field]))]);
  const reach = kind === "NamespacedMutatingPolicy" ? { kind: "namespace", namespace: namespace ?? "default" } as const : common.reach;
  return [{ ...common, aspect: "mutations", what: "`spec.mutations`", toldBy: takenAway("`spec.mutations`"), lets, detail, path: ["spec", "mutations"], reach }];
}

/** The bindings of Kubernetes' own, without which they do nothing. */
export function mutatingBindings({ group, kind, object }: FoundObject, base: PolicyContext, head: PolicyContext): readonly Fact[] {
  if (group !== "admissionregistration.k8s.io" || kind !== "MutatingAdmissionPolicyBinding") return [];
  const policy = asText(fieldAt(object, ["spec", "policyName"])) ?? "";
  if (!base.seccomp.has(policy) && !head.seccomp.has(policy)) return [];
  const matched = fieldAt(object, ["spec", "matchResources"]);
  return [
    {
      ...common,
      aspect: `binding of ${policy}`,
      what: `the binding of policy \`${policy}\``,
      absence: "gone",
      detail: spell(matched),
      // A policy that is gone is told by itself.
      isMissed: head.seccomp.has(policy),
      remedy: "Put the binding back.",
      path: ["spec", "policyName"],
    },
  ];
}
