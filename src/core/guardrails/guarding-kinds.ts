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
  { groups: ["node.k8s.io"], kind: "RuntimeClass" },
  { groups: ["admissionregistration.k8s.io"], kind: "ValidatingAdmissionPolicy" },
  { groups: ["admissionregistration.k8s.io"], kind: "ValidatingAdmissionPolicyBinding" },
  { groups: ["policies.kyverno.io"], kind: "MutatingPolicy" },
  { groups: ["policies.kyverno.io"], kind: "NamespacedMutatingPolicy" },
  { groups: ["admissionregistration.k8s.io"], kind: "MutatingAdmissionPolicy" },
  { groups: ["admissionregistration.k8s.io"], kind: "MutatingAdmissionPolicyBinding" },
  { groups: ["policies.kubewarden.io"], kind: "ClusterAdmissionPolicy" },
  { groups: ["policies.kubewarden.io"], kind: "AdmissionPolicy" },
  { groups: ["config.gatekeeper.sh"], kind: "Config", word: "excludedNamespaces" },
  { groups: ["mutations.gatekeeper.sh"], kind: "Assign", word: "seccomp" },
  { groups: ["mutations.gatekeeper.sh"], kind: "Assign", word: "privileged" },
  { groups: ["mutations.gatekeeper.sh"], kind: "AssignMetadata", word: "seccomp" },
  { groups: ["templates.gatekeeper.sh"], kind: "ConstraintTemplate" },
  { groups: ["constraints.gatekeeper.sh"], kind: "*" },
];
