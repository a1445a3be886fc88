// Which objects protect containers, on which field a finding points, and which containers depend on it.

import { describe, expect, it } from "@jest/globals";
import { fieldPath } from "../../../src/core/field.ts";
import { policyContext } from "../../../src/core/guardrails/policy-context.ts";
import { factsOf } from "../../../src/core/guardrails/recognisers.ts";
import type { FoundObject } from "../../../src/core/workload.ts";
import { inventoryOf } from "../manifests.ts";

const object = (apiVersion: string, kind: string, spec: string, metadata = "name: it"): string => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { ${metadata} }\n${spec}\n`;
const inShop = "name: it, namespace: shop";

const clusterPolicy = object("kyverno.io/v1", "ClusterPolicy", "spec: { rules: [{ name: a, validate: { pattern: { seccompProfile: {} } } }] }", "name: seccomp");
const celPolicy = object("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", "spec: { validations: [{ expression: has(seccompProfile) }] }", "name: seccomp");
const mutatingPolicy = object("admissionregistration.k8s.io/v1beta1", "MutatingAdmissionPolicy", "spec: { mutations: [{ expression: seccompProfile }] }", "name: seccomp");
const constraint = object("constraints.gatekeeper.sh/v1beta1", "K8sPSPSeccomp", "spec: { match: {} }");
const template = object("templates.gatekeeper.sh/v1", "ConstraintTemplate", "spec: { crd: { spec: { names: { kind: Mine } } }, targets: [{ rego: seccompProfile }] }", "name: mine");

const rows: readonly (readonly [name: string, text: string, beside: string, facts: readonly string[]])[] = [
  // kubernetes/kubernetes: staging/src/k8s.io/kubelet/config/v1beta1/types.go
  ["kubelets", object("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", "seccompDefault: true"), "", ["`seccompDefault` at seccompDefault for unset"]],
  // kubernetes/kubernetes (v1.24): pkg/security/podsecuritypolicy/seccomp/strategy.go
  ...["policy/v1beta1", "extensions/v1beta1"].map((api) => [
    `PodSecurityPolicy of ${api}`,
    object(api, "PodSecurityPolicy", "spec: {}"),
    "",
    [
      "annotation `seccomp.security.alpha.kubernetes.io/defaultProfileName` at metadata.annotations[seccomp.security.alpha.kubernetes.io/defaultProfileName] for unset",
      "annotation `seccomp.security.alpha.kubernetes.io/allowedProfileNames` at metadata.annotations[seccomp.security.alpha.kubernetes.io/allowedProfileNames] for all",
    ],
  ] as const),
  // kubernetes/pod-security-admission: api/constants.go
  [
    "a namespace",
    object("v1", "Namespace", "", "name: shop, labels: { pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/warn-version: v1.30 }"),
    "",
    ["enforce", "audit", "warn-version"].map((field) => `\`pod-security.kubernetes.io/${field.replace("-version", "")}\` at metadata.labels[pod-security.kubernetes.io/${field}] for namespace shop`),
  ],
  // kubernetes/pod-security-admission: admission/api/v1/types.go
  ["Pod Security's configuration", object("pod-security.admission.config.k8s.io/v1", "PodSecurityConfiguration", "defaults: { enforce: baseline }"), "", ["`defaults.enforce` at defaults.enforce for all", "`defaults.audit` at defaults.audit for all", "`defaults.warn` at defaults.warn for all", "`exemptions` at exemptions for all"]],
  // openshift/api: security/v1/types.go
  ["security context constraints", object("security.openshift.io/v1", "SecurityContextConstraints", "seccompProfiles: [runtime/default]"), "", ["`seccompProfiles` at seccompProfiles for all", "`allowPrivilegedContainer` at allowPrivilegedContainer for all", "`priority` at priority for all"]],
  // kubernetes-sigs/security-profiles-operator: api/profilebinding
  ["a binding of the Security Profiles Operator", object("security-profiles-operator.x-k8s.io/v1alpha1", "ProfileBinding", "spec: { profileRef: { kind: SeccompProfile, name: p }, image: a }", inShop), "", ["the bound profile at spec.profileRef.name for namespace shop"]],
  // kyverno/kyverno: api/kyverno/v1/spec_types.go, rule_types.go, common_types.go
  ["Kyverno's rule", clusterPolicy, "", ["rule `a` at spec.rules[0].name for all"]],
  ["Kyverno's rule with the policy's action", object("kyverno.io/v1", "ClusterPolicy", "spec: { validationFailureAction: Enforce, rules: [{ validate: { podSecurity: { level: baseline } } }] }"), "", ["rule `0` at spec.validationFailureAction for all"]],
  ["Kyverno's rule with its own action", object("kyverno.io/v1", "ClusterPolicy", "spec: { validationFailureAction: Enforce, rules: [{ name: a, validate: { failureAction: Audit, pattern: { seccompProfile: {} } } }] }"), "", ["rule `a` at spec.rules[0].validate.failureAction for all"]],
  ["Kyverno's mutation, which has no action", object("kyverno.io/v1", "ClusterPolicy", "spec: { validationFailureAction: Enforce, rules: [{ name: a, mutate: { seccompProfile: {} } }] }"), "", ["rule `a` at spec.rules[0].name for all"]],
  ["Kyverno's rule of a namespace", object("kyverno.io/v1", "Policy", "spec: { rules: [{ name: a, validate: { pattern: { seccompProfile: {} } } }] }", inShop), "", ["rule `a` at spec.rules[0].name for namespace shop"]],
  ["Kyverno's rule of no namespace in particular", object("kyverno.io/v1", "Policy", "spec: { rules: [{ name: a, validate: { pattern: { seccompProfile: {} } } }] }"), "", ["rule `a` at spec.rules[0].name for namespace default"]],
  // kyverno/kyverno: api/kyverno/v2/policy_exception_types.go; kyverno/api: api/policies.kyverno.io/v1beta1/policy_exception.go
  ["an exception of Kyverno", object("kyverno.io/v2", "PolicyException", "spec: { exceptions: [{ policyName: seccomp }] }"), clusterPolicy, ["the exception from policy `seccomp` at spec.exceptions for all"]],
  ["an exception of Kyverno's newer policies", object("policies.kyverno.io/v1", "PolicyException", "spec: { policyRefs: [{ name: seccomp }] }"), clusterPolicy, ["the exception from policy `seccomp` at spec.policyRefs for all"]],
  // kyverno/api: api/policies.kyverno.io/v1beta1/validating_policy.go
  ["Kyverno's policy in CEL", object("policies.kyverno.io/v1", "ValidatingPolicy", "spec: { validations: [{ expression: seccompProfile }] }"), "", ["the enforcement at spec.validations for all"]],
  ["Kyverno's policy in CEL with actions", object("policies.kyverno.io/v1", "ValidatingPolicy", "spec: { validationActions: [Deny], validations: [{ expression: seccompProfile }] }"), "", ["the enforcement at spec.validationActions for all"]],
  ["Kyverno's policy in CEL of a namespace", object("policies.kyverno.io/v1", "NamespacedValidatingPolicy", "spec: { validations: [{ expression: seccompProfile }] }", inShop), "", ["the enforcement at spec.validations for namespace shop"]],
  // kubernetes/api: admissionregistration/v1/types.go
  ["Kubernetes' policy", celPolicy, "", ["`spec.validations` at spec.validations for all"]],
  ["its binding", object("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding", "spec: { policyName: seccomp }"), celPolicy, ["the binding of policy `seccomp` at spec.validationActions for all"]],
  // open-policy-agent/gatekeeper: pkg/util/enforcement_action.go, apis/config/v1alpha1/config_types.go, apis/mutations/v1/assign_types.go
  ["a constraint", constraint, "", ["the enforcement at spec for all"]],
  ["a constraint with an action", constraint.replace("match: {}", "enforcementAction: warn"), "", ["the enforcement at spec.enforcementAction for all"]],
  ["a constraint of a template", object("constraints.gatekeeper.sh/v1beta1", "Mine", "spec: {}"), template, ["the enforcement at spec for all"]],
  ["a template", template, "", ["the code at spec.targets for all"]],
  ["Gatekeeper's Config", object("config.gatekeeper.sh/v1alpha1", "Config", 'spec: { match: [{ processes: ["*"], excludedNamespaces: [a] }] }'), constraint, ["what Gatekeeper leaves out at spec.match for all"]],
  ["Gatekeeper's mutation", object("mutations.gatekeeper.sh/v1", "Assign", "spec: { location: spec.securityContext.seccompProfile.type, parameters: { assign: { value: RuntimeDefault } } }"), "", ["the profile that it assigns at spec.parameters.assign for all"]],
  ["Gatekeeper's mutation of metadata", object("mutations.gatekeeper.sh/v1", "AssignMetadata", "spec: { location: metadata.annotations.seccomp.security.alpha.kubernetes.io/pod, parameters: { assign: { value: a } } }"), "", ["the profile that it assigns at spec.parameters.assign for all"]],
  ["Gatekeeper's mutation that takes a profile away", object("mutations.gatekeeper.sh/v1", "Assign", "spec: { location: spec.securityContext.privileged, parameters: { assign: { value: true } } }"), "", ["`spec.location` at spec.location for all"]],
  // kyverno/api: api/policies.kyverno.io/v1beta1/mutating_policy.go; kubernetes/api: admissionregistration/v1beta1/types.go
  ["Kyverno's mutation in CEL", object("policies.kyverno.io/v1", "MutatingPolicy", "spec: { mutations: [{ expression: seccompProfile }] }"), "", ["`spec.mutations` at spec.mutations for all"]],
  ["Kyverno's mutation in CEL of a namespace", object("policies.kyverno.io/v1", "NamespacedMutatingPolicy", "spec: { mutations: [{ expression: seccompProfile }] }", inShop), "", ["`spec.mutations` at spec.mutations for namespace shop"]],
  ["Kyverno's mutation that takes a profile away", object("policies.kyverno.io/v1", "NamespacedMutatingPolicy", "spec: { mutations: [{ expression: 'privileged: true' }] }", inShop), "", ["`spec.mutations` at spec.mutations for namespace shop"]],
  ["Kyverno's rule that takes a profile away", object("kyverno.io/v1", "Policy", "spec: { rules: [{ mutate: { privileged: true } }] }", inShop), "", ["rule `0` at spec.rules[0].mutate for namespace shop"]],
  ["Kubernetes' mutation", mutatingPolicy, "", ["`spec.mutations` at spec.mutations for all"]],
  ["Kubernetes' mutation that takes a profile away", object("admissionregistration.k8s.io/v1beta1", "MutatingAdmissionPolicy", "spec: { mutations: [{ expression: 'privileged: true' }] }"), "", ["`spec.mutations` at spec.mutations for all"]],
  ["its binding", object("admissionregistration.k8s.io/v1beta1", "MutatingAdmissionPolicyBinding", "spec: { policyName: seccomp }"), mutatingPolicy, ["the binding of policy `seccomp` at spec.policyName for all"]],
  // kubewarden/kubewarden-controller: api/policies/v1/policy_types.go, clusteradmissionpolicy_types.go
  ["Kubewarden's policy", object("policies.kubewarden.io/v1", "ClusterAdmissionPolicy", "spec: { module: registry://ghcr.io/kubewarden/policies/seccomp-psp:v1 }"), "", ["the enforcement at spec for all"]],
  ["Kubewarden's policy of a namespace", object("policies.kubewarden.io/v1", "AdmissionPolicy", "spec: { mode: monitor, settings: { seccompProfile: a } }", inShop), "", ["the enforcement at spec.mode for namespace shop"]],
  ["Kubewarden's policy of no namespace in particular", object("policies.kubewarden.io/v1", "AdmissionPolicy", "spec: { mode: monitor, settings: { seccompProfile: a } }"), "", ["the enforcement at spec.mode for namespace default"]],
  // kubernetes/api: node/v1/types.go
  ["a runtime class", object("node.k8s.io/v1", "RuntimeClass", "handler: runsc"), "", ["`handler` at handler for all"]],
  ["a runtime class without a handler", object("node.k8s.io/v1", "RuntimeClass", ""), "", ["`handler` at kind for all"]],
];

function foundIn(text: string, beside: string): { readonly found: FoundObject; readonly facts: (found: FoundObject) => readonly string[] } {
  const { objects } = inventoryOf(`${text}---\n${beside}`);
  const [found] = objects;
  if (found === undefined) throw new Error(`nothing is found in ${text}`);
  const context = policyContext(objects);
  return { found, facts: (one) => factsOf(one, context, context, context).map(({ what, path, reach }) => `${what} at ${fieldPath(path)} for ${reach.kind === "namespace" ? `namespace ${reach.namespace}` : reach.kind}`) };
}

describe("what protects containers", () => {
  it.each(rows)("%s", (_, text, beside, expected) => {
    const { found, facts } = foundIn(text, beside);
    expect(facts(found)).toEqual(expected);
  });

  it.each(rows)("%s: none of that kind in another group, nor of another kind in that group", (_, text, beside) => {
    const { found, facts } = foundIn(text, beside);
    expect([facts({ ...found, group: "example.org" }), facts({ ...found, kind: "Other" })]).toEqual([[], []]);
  });
});
