// Which policies of a side concern seccomp, for what refers to them by name: bindings, exceptions, constraints of a template.

import { asText, fieldAt } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { indexProfiles } from "../seccomp/profile-index.ts";
import { isOpen } from "../seccomp/profile-flaws.ts";
import { runtimeNames } from "../seccomp/runtime-profile.ts";
import { concernsSeccomp } from "./spell.ts";

/** Names of policies that concern seccomp, and of all that are there. */
export interface PolicyContext {
  /** Kyverno's and Kubernetes' policies: `name`, and `namespace/name` of those in a namespace. */
  readonly seccomp: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** Kinds of constraints whose template concerns seccomp. */
  readonly constraintKinds: ReadonlySet<string>;
  /** Whether Gatekeeper has anything that concerns seccomp to judge by. */
  readonly hasConstraints: boolean;
  /** The operator's SeccompProfiles that are Unconfined in all but name: `name`, and `namespace/name` of those in a namespace. */
  readonly openProfiles: ReadonlySet<string>;
}

const policyKinds = new Set(["ClusterPolicy", "Policy", "ValidatingPolicy", "NamespacedValidatingPolicy", "ValidatingAdmissionPolicy", "MutatingPolicy", "NamespacedMutatingPolicy", "MutatingAdmissionPolicy"]);

/** Kyverno's `podSecurity` checks seccomp without naming it. kyverno/kyverno: api/kyverno/v1/common_types.go (PodSecurity). */
export function podSecurityLevel(rule: unknown): string | null {
  const level = asText(fieldAt(rule, ["validate", "podSecurity", "level"]));
  return level === "baseline" || level === "restricted" ? level : null;
}

/** True for a policy that says anything about seccomp. */
export function isSeccompPolicy({ object }: FoundObject): boolean {
  const rules = fieldAt(object, ["spec", "rules"]);
  return concernsSeccomp(object["spec"]) || (Array.isArray(rules) && rules.some((rule: unknown) => podSecurityLevel(rule) !== null));
}

const namesOf = ({ namespace, name }: Pick<FoundObject, "namespace" | "name">): readonly string[] => (namespace === null ? [name] : [name, `${namespace}/${name}`]);

/** What the objects of one side say about each other. */
export function policyContext(objects: readonly FoundObject[]): PolicyContext {
  const policies = objects.filter(({ kind }) => policyKinds.has(kind));
  const templates = objects.filter(({ kind, object }) => kind === "ConstraintTemplate" && concernsSeccomp(object["spec"]));
  return {
    seccomp: new Set(policies.filter(isSeccompPolicy).flatMap(namesOf)),
    all: new Set(policies.flatMap(namesOf)),
    constraintKinds: new Set(templates.flatMap(({ object }) => asText(fieldAt(object, ["spec", "crd", "spec", "names", "kind"])) ?? [])),
    hasConstraints: templates.length > 0 || objects.some(({ group, kind }) => group === "constraints.gatekeeper.sh" && /seccomp/i.test(kind)),
    openProfiles: new Set(indexProfiles([], false, objects).objects.flatMap((one) => {
      const { profile } = one.profile.content;
      return profile !== null && isOpen(profile, runtimeNames[0]) ? namesOf(one) : [];
    })),
  };
}
