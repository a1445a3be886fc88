// OpenShift's SecurityContextConstraints: which profiles pods may ask for, what those get that ask for none, and which pods come to them.
// openshift/api: security/v1/types.go (SeccompProfiles, AllowPrivilegedContainer, Priority); openshift/apiserver-library-go:
// pkg/securitycontextconstraints/seccomp/strategy.go, pkg/securitycontextconstraints/util/sort/bypriority.go.

import { asText } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { listOf, show } from "./spell.ts";

/** 2 for a profile that confines, 1 for what lets everything through, a wildcard included. */
const strengthOf = (profile: unknown): number => (typeof profile === "string" && /^(?:runtime\/default|docker\/default|localhost\/.+)$/.test(profile) ? 2 : 1);

const common = { ...plainFact, rule: "guardrail-weakened", reach: { kind: "all" } } as const;

/** The profile that pods get, and the list of what they may have. */
function profilesFact(profiles: readonly unknown[], first: unknown): Fact {
  return {
    ...common,
    aspect: "seccompProfiles",
    what: "`seccompProfiles`",
    // Without a default pods that ask for nothing run Unconfined, whatever else is allowed.
    strength: first === undefined ? 0 : strengthOf(first) - 1,
    says: profiles.length === 0 ? "not set" : profiles.map(show).join(", "),
    lets: profiles.filter((profile) => strengthOf(profile) === 1).map((profile) => `profile ${show(profile)}`),
    remedy: "Put the list back: its first entry that is no wildcard is what pods get that ask for nothing, such as `runtime/default`.",
    path: ["seccompProfiles"],
  };
}

/** What is privileged runs Unconfined, whatever the list says. */
function privilegedFact(allowed: unknown): Fact {
  return {
    ...common,
    aspect: "allowPrivilegedContainer",
    what: "`allowPrivilegedContainer`",
    strength: allowed === true ? 0 : 1,
    says: `\`${asText(allowed) ?? "false"}\``,
    isMissed: false,
    toldBy: "seccompProfiles",
    remedy: "Write `allowPrivilegedContainer: false`: privileged containers run Unconfined.",
    path: ["allowPrivilegedContainer"],
  };
}

const MOST = 2 ** 31; // beyond any priority

/** Which of the constraints that a pod may use is tried first; of interest where it leaves pods unconfined that ask for nothing. */
function priorityFact(priority: unknown, confines: boolean): Fact {
  return {
    ...common,
    aspect: "priority",
    what: "`priority`",
    strength: confines ? MOST : MOST - (typeof priority === "number" ? priority : 0),
    says: priority === undefined || priority === null ? "not set" : show(String(priority)),
    isMissed: false,
    severity: "note",
    doubt: "it gives pods no profile, and the higher its priority is, the more of those that may use it come to it",
    toldBy: "seccompProfiles",
    remedy: "Put the priority back, or give pods a profile by `seccompProfiles: [runtime/default]`.",
    path: ["priority"],
  };
}

/** What constraints give to pods, what they let through, and how many pods come to them. */
export function securityContextConstraints({ group, kind, object }: FoundObject): readonly Fact[] {
  if (group !== "security.openshift.io" || kind !== "SecurityContextConstraints") return [];
  const profiles = listOf(object["seccompProfiles"]);
  const first = profiles.find((profile) => profile !== "*");
  return [profilesFact(profiles, first), privilegedFact(object["allowPrivilegedContainer"]), priorityFact(object["priority"], first !== undefined && strengthOf(first) === 2)];
}
