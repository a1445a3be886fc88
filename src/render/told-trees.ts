// Which trees a worker has been told, so that each listing crosses once.

import type { Tree } from "../core/tree.ts";
import { listTree, type Listing } from "./listing.ts";
import type { Order } from "./messages.ts";

const MAX_TOLD = 8; // base, head, and trees with a fix applied

let free = 0;
const numbered = new WeakMap<Tree, { readonly number: number; readonly listing: Listing }>();

/** Remembers for one worker. `tell` returns the tree's number and passes on what the worker has to know first. */
export function toldTrees(order: (what: Order) => void): { tell(tree: Tree): number } {
  const told: number[] = [];
  return {
    tell: (tree) => {
      const { number, listing } = numberOf(tree);
      if (told.includes(number)) return number;
      order({ kind: "tree", tree: number, listing });
      told.push(number);
      const oldest = told.length > MAX_TOLD ? told.shift() : undefined;
      if (oldest !== undefined) order({ kind: "forget", tree: oldest });
      return number;
    },
  };
}

function numberOf(tree: Tree): { readonly number: number; readonly listing: Listing } {
  const known = numbered.get(tree);
  if (known !== undefined) return known;
  const fresh = { number: free, listing: listTree(tree) };
  free += 1;
  numbered.set(tree, fresh);
  return fresh;
}
