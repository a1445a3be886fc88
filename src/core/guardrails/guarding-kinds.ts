// Kinds of objects that the recognisers know, to be read along.

import { kindlessGroup, kubeletRows } from "./kubelet-settings.ts";

interface GuardingKind {
  readonly groups: readonly [string, ...string[]];
  /** `*` for every kind of the groups. */
  readonly kind: string;
  /** A word without which an object of that kind says nothing. */
  readonly word?: string;
}

/** Those that configure kubelets, and those that judge or change pods. */
export const guardingKinds: readonly GuardingKind[] = [
  ...kubeletRows.filter(({ groups }) => groups[0] !== kindlessGroup),
  { groups: ["policy", "extensions"], kind: "PodSecurityPolicy" },
  { groups: ["security.openshift.io"], kind: "SecurityContextConstraints" },
  { groups: ["kyverno.io"], kind: "ClusterPolicy" },
  { groups: ["kyverno.io"], kind: "Policy" },
  { groups: ["kyverno.io", "policies.kyverno.io"], kind: "PolicyException" },
  { groups: ["policies.kyverno.io"], kind: "ValidatingPolicy" },
  { groups: ["policies.kyverno.io"], kind: "NamespacedValidatingPolicy" },
  { groups: ["admissionregistration.k8s.io"], kind: "ValidatingAdmissionPolicy" },
  { groups: ["admissionregistration.k8s.io"], kind: "ValidatingAdmissionPolicyBinding" },
  { groups: ["templates.gatekeeper.sh"], kind: "ConstraintTemplate" },
  { groups: ["constraints.gatekeeper.sh"], kind: "*" },
];
