// What the tests of filters share: small profiles, and containers with what is known of theirs.

import type { InventoryEntry } from "../../../src/core/inventory.ts";
import { addSeccompFacts, emptySets } from "../../../src/core/seccomp/facts.ts";
import { indexProfiles, type ProfileIndex } from "../../../src/core/seccomp/profile-index.ts";
import type { RuntimeName } from "../../../src/core/seccomp/runtime-profile.ts";
import { entriesOf } from "../manifests.ts";

/** The first container of a manifest with what is known of its filter. */
export function withFacts(manifest: string, profiles: ProfileIndex, runtime: RuntimeName = "containerd-2.3"): InventoryEntry {
  const [entry] = addSeccompFacts(entriesOf(manifest), { profiles, around: [], assume: () => "weakest", policy: { runtime, allowedLocalhostProfiles: null } }, emptySets());
  if (entry === undefined) throw new Error("no container");
  return entry;
}

/** A profile as a file has it. */
export const profile = (syscalls: readonly object[], defaultAction = "SCMP_ACT_ERRNO") => JSON.stringify({ defaultAction, syscalls });

/** Files of one name in several folders: `x/a.json`, `y/a.json`. */
export const files = (...texts: readonly string[]) => indexProfiles(texts.map((text, i) => ({ path: `${"xyz"[i]}/a.json`, text })), false, []);

export const allow = (names: readonly string[], args: readonly object[] = []) => ({ names, action: "SCMP_ACT_ALLOW", args });
export const arg = (index: number, op: string, value: number, valueTwo = 0) => ({ index, op: `SCMP_CMP_${op}`, value, valueTwo });
