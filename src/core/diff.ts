// Two inventories of one target become pairs of postures, each with a direction.

import type { InventoryEntry } from "./inventory.ts";
import type { Effective, Posture, Profile } from "./posture.ts";
import type { Change } from "./report.ts";

/** One container on both sides; at least one of them is there. */
export interface Pair {
  readonly base: InventoryEntry | null;
  readonly head: InventoryEntry | null;
  /** True when the base could not be read, so that nobody can say whether the container is new. */
  readonly baseUnknown: boolean;
  readonly change: Change;
}

/** How much an effective posture confines. What does not run, or has no seccomp, is not on the scale. */
const strength = {
  Unconfined: 0,
  RuntimeDefault: 1,
  Localhost: 2,
  Sandboxed: 3,
  NotApplicable: null,
  Rejected: null,
} as const satisfies Record<Effective, number | null>;

/** Between postures that run alike: to ask for Unconfined also defeats kubelet defaults and Pod Security's baseline. */
const explicitness = {
  Unconfined: 0,
  Unset: 1,
  RuntimeDefault: 2,
  Localhost: 2,
  Invalid: 0,
  NotApplicable: 0,
} as const satisfies Record<Profile, number>;

/** The direction from one posture to another, both on the same cluster. */
export function direction(base: Posture, head: Posture): Change {
  const same = base.profile === head.profile && base.localhostProfile === head.localhostProfile;
  if (same && (base.cause === "privileged") === (head.cause === "privileged")) return "unchanged";
  const before = strength[base.effective];
  const after = strength[head.effective];
  if (before === null || after === null) return brokenDirection(base, head);
  if (before !== after) return after < before ? "weakened" : "strengthened";
  const explicit = explicitness[head.profile] - explicitness[base.profile];
  return explicit === 0 ? "changed" : explicit < 0 ? "weakened" : "strengthened";
}

/** A confined container that the API now refuses is broken, which counts as weaker; the reverse as stronger. */
function brokenDirection(base: Posture, head: Posture): Change {
  const confined = (posture: Posture) => (strength[posture.effective] ?? 0) > 0;
  if (head.effective === "Rejected" && confined(base)) return "weakened";
  if (base.effective === "Rejected" && confined(head)) return "strengthened";
  return "changed";
}

function changeOf(base: InventoryEntry | null, head: InventoryEntry | null, baseUnknown: boolean): Change {
  if (base !== null && head !== null) return direction(base.posture, head.posture);
  if (base !== null) return "removed";
  return baseUnknown ? "changed" : "added";
}

/**
 * Pairs the containers of two sides by identity. `isUnknown` tells of a head container without a base whether the base
 * could not be read where it might have been.
 */
export function pairInventories(
  base: readonly InventoryEntry[],
  head: readonly InventoryEntry[],
  isUnknown: (entry: InventoryEntry) => boolean,
): Pair[] {
  const before = new Map(base.map((entry) => [entry.key, entry]));
  const after = new Set(head.map((entry) => entry.key));
  const pairs: Pair[] = head.map((entry) => {
    const was = before.get(entry.key) ?? null;
    const baseUnknown = was === null && isUnknown(entry);
    return { base: was, head: entry, baseUnknown, change: changeOf(was, entry, baseUnknown) };
  });
  for (const entry of base) {
    if (!after.has(entry.key)) pairs.push({ base: entry, head: null, baseUnknown: false, change: "removed" });
  }
  return pairs;
}
