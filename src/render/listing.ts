// A tree's entries in a form that is cheap to send to a worker, and the same entries as a file system asks for them.

import type { Tree, TreeEntry } from "../core/tree.ts";

/** Two columns of texts: threads copy them much faster than as many objects. */
export interface Listing {
  /** Sorted by code units, as in the tree. */
  readonly paths: readonly string[];
  /** `d`, `f<size> <id>`, `l<id> <target>` or `s<id>`. */
  readonly facts: readonly string[];
}

/** A listing that can be asked. Paths are relative to the root, which is `.`. */
export interface ListedTree {
  entry(path: string): TreeEntry | undefined;
  /** Names of what lies directly in a folder, sorted. */
  names(folder: string): readonly string[];
  /** A number that no other path has. */
  inode(path: string): number;
}

/** The listing of a tree. */
export function listTree(tree: Tree): Listing {
  return { paths: [...tree.entries.keys()], facts: [...tree.entries.values()].map(factOf) };
}

function factOf(entry: TreeEntry): string {
  switch (entry.kind) {
    case "folder":
      return "d";
    case "file":
      return `f${entry.size} ${entry.id}`;
    case "link":
      return `l${entry.id} ${entry.target}`;
    case "submodule":
      return `s${entry.id}`;
  }
}

/** The tree that a listing lists. */
export function openListing({ paths, facts }: Listing): ListedTree {
  const find = (path: string): number => {
    const index = firstAtOrAfter(paths, path);
    return paths[index] === path ? index : -1;
  };
  return {
    entry: (path) => {
      if (path === ".") return { kind: "folder" };
      const fact = facts[find(path)];
      return fact === undefined ? undefined : entryOf(fact);
    },
    names: (folder) => namesIn(paths, folder === "." ? "" : `${folder}/`),
    inode: (path) => find(path) + 2, // the root is 1
  };
}

function entryOf(fact: string): TreeEntry {
  const space = fact.indexOf(" ");
  switch (fact[0]) {
    case "f":
      return { kind: "file", size: Number(fact.slice(1, space)), id: fact.slice(space + 1) };
    case "l":
      return { kind: "link", id: fact.slice(1, space), target: fact.slice(space + 1) };
    case "s":
      return { kind: "submodule", id: fact.slice(1) };
    default:
      return { kind: "folder" };
  }
}

/** What follows `prefix` directly. Whole subfolders are jumped over, so the cost is that of the names alone. */
function namesIn(paths: readonly string[], prefix: string): readonly string[] {
  const names: string[] = [];
  let index = firstAtOrAfter(paths, prefix);
  for (let path = paths[index]; path?.startsWith(prefix); path = paths[index]) {
    const slash = path.indexOf("/", prefix.length);
    if (slash < 0) names.push(path.slice(prefix.length));
    // "0" is what follows "/", so this is the first path behind everything in that subfolder.
    index = slash < 0 ? index + 1 : firstAtOrAfter(paths, `${path.slice(0, slash)}0`);
  }
  return names;
}

function firstAtOrAfter(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
