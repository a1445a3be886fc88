// What every tree has in common: folders above its files, and one order.

import { parentOf, type TreeEntry } from "../core/tree.ts";

/** The entries with every folder above them, sorted by path in the order of code units. */
export function completeEntries(entries: ReadonlyMap<string, TreeEntry>): ReadonlyMap<string, TreeEntry> {
  const all = new Map(entries);
  for (const path of entries.keys()) {
    for (let folder = parentOf(path); folder !== "." && !all.has(folder); folder = parentOf(folder)) all.set(folder, { kind: "folder" });
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
