// What is known of the filter that a container runs under: the system calls it lets through, and the profile file behind it.

import { matchesGlob } from "../glob.ts";
import type { InventoryEntry } from "../inventory.ts";
import type { Policy } from "../policy.ts";
import type { FoundObject } from "../workload.ts";
import { boundingSet } from "./capabilities.ts";
import { describeBinding } from "./profile-binding.ts";
import { findProfile, type KnownProfile, type Lookup, type ProfileIndex } from "./profile-index.ts";
import { everything, reachOf, type SystemCallSet } from "./reach.ts";
import { defaultsOf, type RuntimeName } from "./runtime-profile.ts";

/** A Localhost profile as this repository knows it. */
export interface LocalhostFacts {
  readonly name: string;
  readonly lookup: Lookup;
  /** The one that counts: what was found, or one of several that differ; null when there is none whose content is known. */
  readonly profile: KnownProfile | null;
  /** False when the configuration lists the names that may be used, and this is none of them. */
  readonly isAllowed: boolean;
  /** Whether the runtime looks at the conditions of docker's dialect. */
  readonly honoursDialect: boolean;
}

/** What is known of one container's filter. */
export interface SeccompFacts {
  /** What it may call; null when that cannot be known here, or there is no filter to speak of. */
  readonly calls: SystemCallSet | null;
  /** What it could call under RuntimeDefault. */
  readonly runtimeDefault: SystemCallSet;
  /** Null for all but Localhost. */
  readonly localhost: LocalhostFacts | null;
  /** What a ProfileBinding does to it, in words; null without one. */
  readonly binding: string | null;
}

/** Which of several profiles counts where nobody knows which one the nodes have. */
export type Assumed = "weakest" | "strongest";

/** Where facts come from: one side of a comparison. */
export interface FactSources {
  readonly profiles: ProfileIndex;
  /** Of the profiles that one name may mean. */
  readonly assume: (lookup: Lookup, name: string) => Assumed;
  readonly around: readonly FoundObject[];
  readonly policy: Pick<Policy, "runtime" | "allowedLocalhostProfiles">;
}

/** containerd reads profiles as plain OCI: containerd/containerd: contrib/seccomp/seccomp.go (WithProfile). */
const honoursDialect = (runtime: RuntimeName): boolean => runtime === "cri-o" || runtime === "docker";

/** Sets by what makes them, so that equal ones are the same and are compared once. */
type Made = Map<string, SystemCallSet>;

function madeOnce(made: Made, key: string, make: () => SystemCallSet): SystemCallSet {
  const known = made.get(key);
  if (known !== undefined) return known;
  const set = make();
  made.set(key, set);
  return set;
}

/** The profile that counts. One of several says so in its place. */
function countingProfile(lookup: Lookup, assumed: Assumed): KnownProfile | null {
  if (lookup.kind === "found") return lookup.profile;
  if (lookup.kind !== "ambiguous") return null;
  const known = lookup.profiles.flatMap((profile) => {
    const { profile: content } = profile.content;
    return content === null ? [] : [{ profile, reach: reachOf(content.defaultAction, content.rules, null).size }];
  });
  const [first, ...others] = known;
  if (first === undefined) return null;
  const best = others.reduce((one, other) => ((assumed === "weakest" ? other.reach > one.reach : other.reach < one.reach) ? other : one), first);
  return { ...best.profile, place: `${best.profile.place} (the ${assumed} of ${lookup.places.length} that the name may mean)` };
}

function localhostFacts({ posture }: InventoryEntry, { profiles, policy, assume }: FactSources): LocalhostFacts | null {
  const name = posture.localhostProfile;
  if (posture.profile !== "Localhost" || name === null) return null;
  const isAllowed = policy.allowedLocalhostProfiles === null || policy.allowedLocalhostProfiles.some((glob) => matchesGlob(name, glob));
  const lookup = findProfile(profiles, name);
  return { name, lookup, profile: countingProfile(lookup, assume(lookup, name)), isAllowed, honoursDialect: honoursDialect(policy.runtime) };
}

function callsOf({ posture }: InventoryEntry, localhost: LocalhostFacts | null, runtimeDefault: SystemCallSet, held: readonly string[], made: Made): SystemCallSet | null {
  switch (posture.effective) {
    case "Unconfined":
      return everything;
    case "RuntimeDefault":
      return runtimeDefault;
    case "Localhost": {
      if (localhost === null || localhost.profile === null) return null;
      const { identity, content } = localhost.profile;
      const { profile } = content;
      const capabilities = localhost.honoursDialect ? held : null;
      return profile && madeOnce(made, JSON.stringify([identity, capabilities]), () => reachOf(profile.defaultAction, profile.rules, capabilities && new Set(capabilities)));
    }
    case "Sandboxed":
    case "NotApplicable":
    case "Rejected":
      return null;
  }
}

/** Sets that both sides make alike. One for a whole comparison, so that equal sets of both sides are the same object. */
export const emptySets = (): Made => new Map();

/** The containers of one side with what is known of their filters. Order and identity stay. */
export function addSeccompFacts(entries: readonly InventoryEntry[], sources: FactSources, made: Made): readonly InventoryEntry[] {
  const { runtime } = sources.policy;
  return entries.map((entry) => {
    const defaults = defaultsOf(runtime);
    const held = boundingSet(entry.podContainer.securityContext.value, defaults.capabilities);
    const runtimeDefault = madeOnce(made, `${runtime} ${held.join(" ")}`, () => reachOf("SCMP_ACT_ERRNO", defaults.rules, new Set(held)));
    const localhost = localhostFacts(entry, sources);
    const binding = describeBinding(sources.around, entry.workload.namespace, entry.image, entry.posture.profile === "Unset");
    return { ...entry, seccomp: { calls: callsOf(entry, localhost, runtimeDefault, held, made), runtimeDefault, localhost, binding } };
  });
}
