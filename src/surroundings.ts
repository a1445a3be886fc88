// Reads what a side says about containers wherever they are: namespaces, profiles, policies.

import { takeInventory } from "./core/inventory.ts";
import type { Policy } from "./core/policy.ts";
import { readFiles } from "./core/read-files.ts";
import type { Tree } from "./core/tree.ts";
import type { FoundObject } from "./core/workload.ts";
import type { LookedAt } from "./gate.ts";

/**
 * Objects of one side that say something about containers elsewhere: first those that stand in `files`, which need not have changed, then
 * what the targets render, which knows better. Reads the files only when there is something to ask about.
 */
export async function readSurroundings(tree: Tree | null, files: readonly string[], lookedAt: readonly LookedAt[], policy: Policy): Promise<readonly FoundObject[]> {
  if (tree === null || lookedAt.every(({ entries, objects }) => entries.length === 0 && objects.length === 0)) return [];
  const written = takeInventory("", "default", (await readFiles(tree, files)).sources, policy).objects;
  return [...written.map((object) => ({ ...object, target: null })), ...lookedAt.flatMap(({ objects }) => objects)];
}
