// Everything that protects containers from beside their own manifests. A new recogniser is one file, and one line here.

import type { FoundObject } from "../workload.ts";
import { admissionBindings, admissionPolicies, validatingPolicies } from "./cel-policies.ts";
import { clusterDefaults } from "./cluster-defaults.ts";
import type { Fact } from "./fact.ts";
import { constraints, constraintTemplates } from "./gatekeeper.ts";
import { gatekeeperConfig } from "./gatekeeper-config.ts";
import { harmfulMutations } from "./harmful-mutations.ts";
import { kubewardenPolicies } from "./kubewarden.ts";
import { kyvernoPolicies } from "./kyverno-policies.ts";
import { gatekeeperMutations, mutatingBindings, mutatingPolicies } from "./mutations.ts";
import { namespaceLabels, podSecurityConfiguration } from "./pod-security.ts";
import { podSecurityPolicy } from "./pod-security-policy.ts";
import type { PolicyContext } from "./policy-context.ts";
import { policyExceptions } from "./policy-exceptions.ts";
import { profileBindings } from "./profile-bindings.ts";
import { runtimeClasses } from "./runtime-classes.ts";
import { securityContextConstraints } from "./security-context-constraints.ts";

/** The protections that one object gives; none for an object that is not of its kind. What refers to policies by name asks both sides, and `own` is the object's. */
type Recogniser = (found: FoundObject, base: PolicyContext, head: PolicyContext, own: PolicyContext) => readonly Fact[];

const recognisers: readonly Recogniser[] = [
  clusterDefaults,
  podSecurityPolicy,
  namespaceLabels,
  podSecurityConfiguration,
  securityContextConstraints,
  kyvernoPolicies,
  policyExceptions,
  validatingPolicies,
  admissionPolicies,
  admissionBindings,
  constraints,
  constraintTemplates,
  gatekeeperConfig,
  gatekeeperMutations,
  mutatingPolicies,
  mutatingBindings,
  kubewardenPolicies,
  harmfulMutations,
  profileBindings,
  runtimeClasses,
];

/** All protections that an object gives. */
export function factsOf(found: FoundObject, base: PolicyContext, head: PolicyContext, own: PolicyContext): readonly Fact[] {
  return recognisers.flatMap((recognise) => recognise(found, base, head, own));
}
