// Which container of the base is which on the head, with what could not be seen of the base.

import { pairInventories, type Pair } from "./core/diff.ts";
import { demandAlike, isInSpite } from "./core/in-spite.ts";
import type { InventoryEntry } from "./core/inventory.ts";
import type { Compared, LookedAt } from "./gate.ts";

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
  const isKnown = (entry: InventoryEntry) => (!isInSpite(head) || isComparable) && (seenOnBase.has(entry.object) || !isUnread(base, unreadBase, entry));
  const basisOf = (entry: InventoryEntry): Pair["basis"] => (isScan ? "none" : isKnown(entry) ? "read" : "unread");
  const pairs = pairInventories(before, head.entries, basisOf);
  return pairs.filter((pair) => pair.head !== null || pair.base === null || !isUnread(head, unreadHead, pair.base));
}
