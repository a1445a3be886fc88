// OpenShift's SecurityContextConstraints: which profiles pods may ask for, and what those get that ask for none.
// openshift/api: security/v1/types.go (SeccompProfiles); openshift/apiserver-library-go: pkg/securitycontextconstraints/seccomp/strategy.go.

import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { listOf, show } from "./spell.ts";

/** 2 for a profile that confines, 1 for what lets everything through, a wildcard included. */
const strengthOf = (profile: unknown): number => (typeof profile === "string" && /^(?:runtime\/default|docker\/default|localhost\/.+)$/.test(profile) ? 2 : 1);

/** The profile that pods get, and the list of what they may have. */
export function securityContextConstraints({ group, kind, object }: FoundObject): readonly Fact[] {
  if (group !== "security.openshift.io" || kind !== "SecurityContextConstraints") return [];
  const profiles = listOf(object["seccompProfiles"]);
  const first = profiles.find((profile) => profile !== "*");
  return [
    {
      ...plainFact,
      rule: "guardrail-weakened",
      aspect: "seccompProfiles",
      what: "`seccompProfiles`",
      // Without a default pods that ask for nothing run Unconfined, whatever else is allowed.
      strength: first === undefined ? 0 : strengthOf(first) - 1,
      says: profiles.length === 0 ? "not set" : profiles.map(show).join(", "),
      lets: profiles.filter((profile) => strengthOf(profile) === 1).map((profile) => `profile ${show(profile)}`),
      absence: "not there",
      remedy: "Put the list back: its first entry that is no wildcard is what pods get that ask for nothing, such as `runtime/default`.",
      path: ["seccompProfiles"],
      reach: { kind: "all" },
    },
  ];
}
