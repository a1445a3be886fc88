// Reads what a side says about containers wherever they are: namespaces, profiles, policies.

import { takeInventory } from "./core/inventory.ts";
import type { Policy } from "./core/policy.ts";
import { readFiles } from "./core/read-files.ts";
import type { Tree } from "./core/tree.ts";
import type { FoundObject } from "./core/workload.ts";
import type { Compared, Comparison, LookedAt } from "./gate.ts";

/**
 * Objects of both sides that say something about containers elsewhere: first those that stand in the files of `context`, which need not have
 * changed and are read along, then what the targets render, which knows better. The files are read when there is something to ask about on
 * either side: read on one side alone, all that they say would seem to differ.
 */
export async function surroundingsOf(
  looked: readonly Compared[],
  context: { readonly base: readonly string[]; readonly head: readonly string[] },
  { base, head, policy }: Comparison,
): Promise<{ readonly base: readonly FoundObject[]; readonly head: readonly FoundObject[] }> {
  if (looked.every((target) => holdsNothing(target.base) && holdsNothing(target.head))) return { base: [], head: [] };
  return {
    base: await readSurroundings(base, context.base, looked.map((target) => target.base), policy),
    head: await readSurroundings(head, context.head, looked.map((target) => target.head), policy),
  };
}

const holdsNothing = ({ entries, objects }: LookedAt): boolean => entries.length === 0 && objects.length === 0;

async function readSurroundings(tree: Tree | null, files: readonly string[], lookedAt: readonly LookedAt[], policy: Policy): Promise<readonly FoundObject[]> {
  if (tree === null) return [];
  const written = takeInventory("", "default", (await readFiles(tree, files)).sources, policy).objects;
  return [...written.map((object) => ({ ...object, target: null })), ...lookedAt.flatMap(({ objects }) => objects)];
}
