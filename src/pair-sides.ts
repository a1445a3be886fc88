// Which container of the base is which on the head, with what could not be seen of the base.

import { bucketsOf } from "./core/buckets.ts";
import { direction, pairInventories, type Pair } from "./core/diff.ts";
import { demandAlike, isInSpite } from "./core/in-spite.ts";
import type { InventoryEntry } from "./core/inventory.ts";
import type { Tree } from "./core/tree.ts";
import type { Compared, Comparison, LookedAt } from "./gate.ts";

/** Files of one side of which a part could not be read; null for what came out of no file. */
const brokenFiles = ({ problems }: LookedAt) => new Set(problems.filter(({ blocking }) => blocking).map(({ path }) => path));

/**
 * Pairs the containers of one target; what could not be seen on one side is never called new or removed. A pod that was seen there was seen
 * with all its containers, whatever else is missing.
 */
export function pairSides({ base, head }: Compared, isScan: boolean): Pair[] {
  const unreadBase = brokenFiles(base);
  const unreadHead = brokenFiles(head);
  const isComparable = demandAlike(base, head);
  // What a base renders to without what it demands is held against a head of its kind alone.
  const before = isInSpite(base) && !isInSpite(head) ? [] : base.entries;
  const seenOnBase = new Set(before.map(({ object }) => object));
  const isUnread = ({ state }: LookedAt, files: ReadonlySet<string | null>, { document }: InventoryEntry) => !isComparable && (state === "unresolved" || files.has(document.path));
  const isKnown = (entry: InventoryEntry) => base.state === "absent" || ((!isInSpite(head) || isComparable) && (seenOnBase.has(entry.object) || !isUnread(base, unreadBase, entry)));
  const basisOf = (entry: InventoryEntry): Pair["basis"] => (isScan ? "none" : isKnown(entry) ? "read" : "unread");
  const pairs = pairInventories(before, head.entries, basisOf);
  return pairs.filter((pair) => pair.head !== null || pair.base === null || !isUnread(head, unreadHead, pair.base));
}

const fileAt = (tree: Tree | null, path: string): string | null => {
  const entry = tree?.entries.get(path);
  return entry?.kind === "file" ? entry.id : null;
};

const alike = ({ workload, slot }: InventoryEntry): string => JSON.stringify([workload.kind, slot]);

/**
 * What a plain manifest describes that is byte for byte the same on both sides is not new: a kustomization let go of the file, which stayed.
 * That it is the same is said of it, unless something like it is gone that ran under more, or may be: what read the file could not be rendered.
 */
export function leftBehind(pairs: readonly Pair[], compared: readonly Compared[], { base, head }: Comparison): readonly Pair[] {
  const plain = new Set(compared.flatMap(({ planned }) => (planned.head?.engine === "manifests" && planned.head.declaredBy === null ? [planned.id] : [])));
  const gone = bucketsOf(pairs.flatMap((pair) => (pair.head === null && pair.base !== null ? [pair.base] : [])), alike);
  const unknown = new Set(compared.flatMap(({ planned, base: { state } }) => (state === "unresolved" ? planned.predicted.base : [])));
  return pairs.map((pair) => {
    const entry = pair.head;
    const path = entry?.document.path ?? null;
    if (entry === null || path === null || pair.change !== "added" || !plain.has(entry.target) || unknown.has(path)) return pair;
    const [before, after] = [fileAt(base, path), fileAt(head, path)];
    const isWeaker = (gone.get(alike(entry)) ?? []).some(({ posture }) => direction(posture, entry.posture) === "weakened");
    return before === null || before !== after || isWeaker ? pair : { ...pair, base: entry, change: "unchanged" };
  });
}
