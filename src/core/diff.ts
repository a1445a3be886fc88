// Two inventories of one target become pairs of postures, each with a direction.

import { pairDuplicates } from "./duplicates.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { PathSegment } from "./manifest.ts";
import type { Posture } from "./posture.ts";
import type { Change, Evidence, Was } from "./report.ts";
import { refineChange } from "./seccomp/refine-change.ts";
import { explicitness, strength } from "./strength.ts";

/** One container on both sides; at least one of them is there. */
export interface Pair {
  readonly base: InventoryEntry | null;
  readonly head: InventoryEntry | null;
  /** What is known of the base where the container would be: `unread` could not be looked at, `none` is a scan of one side. */
  readonly basis: "read" | "unread" | "none";
  readonly change: Change;
  /** What says that they are the same container, when it was renamed or moved; null for one identity on both sides. */
  readonly by: readonly Evidence[] | null;
}

/** What the container was on the base, when it was matched across a rename or a move; null otherwise. */
export function wasOf({ base, by }: Pick<Pair, "base" | "by">): Was | null {
  return base === null || by === null ? null : { target: base.target, workload: base.workload, container: base.container, by };
}

/**
 * Where the field that decided on the base is on the head: containers change places in their lists, and workloads their kinds. Null
 * when nothing decided, or there is no base.
 */
export function baseFieldOnHead({ base, head }: Pick<Pair, "base" | "head">): readonly PathSegment[] | null {
  const field = base?.field ?? null;
  if (base === null || head === null || field === null) return field;
  const within = (path: readonly PathSegment[]): boolean => path.every((segment, i) => field[i] === segment);
  if (within(base.podContainer.path)) return [...head.podContainer.path, ...field.slice(base.podContainer.path.length)];
  return within(base.profilePlace) ? [...head.profilePlace, ...field.slice(base.profilePlace.length)] : field;
}

/** The direction in which that much more is asked for, or given. */
const towards = (more: number): Change => (more === 0 ? "changed" : more < 0 ? "weakened" : "strengthened");

/** The direction from one posture to another, both on the same cluster. */
export function direction(base: Posture, head: Posture): Change {
  const same = base.profile === head.profile && base.localhostProfile === head.localhostProfile && base.reason === head.reason && base.asks === head.asks;
  if (same && base.effective === head.effective && (base.cause === "privileged") === (head.cause === "privileged")) return "unchanged";
  const before = strength[base.effective];
  const after = strength[head.effective];
  if (before === null || after === null) return brokenDirection(base, head);
  return towards(after - before || explicitness[head.profile] - explicitness[base.profile]);
}

/** A confined container that the API now refuses is broken, which counts as weaker; the reverse as stronger. What is refused on both sides is held to what it asks for. */
function brokenDirection(base: Posture, head: Posture): Change {
  if (base.asks !== undefined && head.asks !== undefined) return towards(explicitness[head.asks] - explicitness[base.asks]);
  const confined = (posture: Posture) => (strength[posture.effective] ?? 0) > 0;
  if (head.effective === "Rejected" && confined(base)) return "weakened";
  if (base.effective === "Rejected" && confined(head)) return "strengthened";
  return "changed";
}

function changeOf(base: InventoryEntry | null, head: InventoryEntry | null, basis: Pair["basis"]): Change {
  if (base !== null && head !== null) return refineChange(direction(base.posture, head.posture), base, head);
  if (base !== null) return "removed";
  return basis === "unread" ? "changed" : "added";
}

/**
 * Pairs the containers of two sides by identity. Of objects that are described several times in one target, those are paired that are
 * most alike. `basisOf` tells what is known of the base of a head container that has none.
 */
export function pairInventories(
  base: readonly InventoryEntry[],
  head: readonly InventoryEntry[],
  basisOf: (entry: InventoryEntry) => Pair["basis"],
): Pair[] {
  const before = new Map(base.map((entry) => [entry.key, entry]));
  const duplicates = pairDuplicates(base, head);
  const used = new Set<InventoryEntry>();
  const pairs: Pair[] = head.map((entry) => {
    const was = (duplicates.has(entry) ? duplicates.get(entry) : before.get(entry.key)) ?? null;
    if (was !== null) used.add(was);
    const basis = was === null ? basisOf(entry) : "read";
    return { base: was, head: entry, basis, change: changeOf(was, entry, basis), by: null };
  });
  for (const entry of base) {
    if (!used.has(entry)) pairs.push({ base: entry, head: null, basis: "read", change: "removed", by: null });
  }
  return pairs;
}
