// Reads what a side says about containers wherever they are: namespaces, profiles, policies.

import { takeInventory } from "./core/inventory.ts";
import type { Policy } from "./core/policy.ts";
import { readFiles } from "./core/read-files.ts";
import type { Tree } from "./core/tree.ts";
import type { FoundObject } from "./core/workload.ts";
import type { Compared, Comparison, LookedAt } from "./gate.ts";

/**
 * Objects of one side that say something about containers elsewhere: first those that stand in `files`, which need not have changed, then
 * what the targets render, which knows better. Reads the files only when there is something to ask about.
 */
export async function readSurroundings(tree: Tree | null, files: readonly string[], lookedAt: readonly LookedAt[], policy: Policy): Promise<readonly FoundObject[]> {
  if (tree === null || lookedAt.every(({ entries, objects }) => entries.length === 0 && objects.length === 0)) return [];
  const written = takeInventory("", "default", (await readFiles(tree, files)).sources, policy).objects;
  return [...written.map((object) => ({ ...object, target: null })), ...lookedAt.flatMap(({ objects }) => objects)];
}

/** Such objects of both sides. `context` are the files of each side that are read along. */
export async function surroundingsOf(
  looked: readonly Compared[],
  context: { readonly base: readonly string[]; readonly head: readonly string[] },
  { base, head, policy }: Comparison,
): Promise<{ readonly base: readonly FoundObject[]; readonly head: readonly FoundObject[] }> {
  return {
    base: await readSurroundings(base, context.base, looked.map((target) => target.base), policy),
    head: await readSurroundings(head, context.head, looked.map((target) => target.head), policy),
  };
}
