// The security context constraints that OpenShift ships, as far as they concern seccomp.
// openshift/cluster-kube-apiserver-operator: bindata/bootkube/scc-manifests (field seccompProfiles).
// What they do: openshift/apiserver-library-go: pkg/securitycontextconstraints/seccomp/strategy.go.

import type { Profile } from "./posture.ts";

/**
 * `default`: writes RuntimeDefault into pods that set nothing, and refuses any other profile. `any`: lets every profile pass and gives none.
 * `none`: refuses pods that set a profile, whichever it is, and gives none.
 */
export type SccProfiles = "default" | "any" | "none";

export interface SecurityContextConstraints {
  readonly name: string;
  readonly profiles: SccProfiles;
}

const scc = (profiles: SccProfiles, ...names: readonly string[]) => names.map((name) => ({ name, profiles }));

/** Every one of OpenShift 4.11 and later. */
export const securityContextConstraints: readonly SecurityContextConstraints[] = [
  ...scc("default", "restricted-v2", "restricted-v3", "nonroot-v2", "hostnetwork-v2"),
  ...scc("any", "privileged", "nested-container"),
  ...scc("none", "restricted", "anyuid", "nonroot", "hostaccess", "hostmount-anyuid", "hostmount-anyuid-v2", "hostnetwork"),
];

/** The constraints that every authenticated user may use, so that a pod without special rights falls under them. */
export const DEFAULT_SCC = "restricted-v2";

/** What the constraints of a name do; `none` for a name that OpenShift does not ship. */
export function profilesOf(name: string): SccProfiles {
  return securityContextConstraints.find((row) => row.name === name)?.profiles ?? "none";
}

/** Whether constraints let a pod pass that sets this profile. */
export function lets(profiles: SccProfiles, profile: Profile): boolean {
  if (profiles === "any") return true;
  return profiles === "default" && profile === "RuntimeDefault";
}
