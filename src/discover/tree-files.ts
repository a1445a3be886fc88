// What lies below a folder, without walking the whole tree for every question.

import { resolvePath, type BlobId, type Tree, type TreeEntry } from "../core/tree.ts";

const sortedPaths = new WeakMap<Tree, readonly string[]>();

function pathsOf(tree: Tree): readonly string[] {
  const known = sortedPaths.get(tree);
  if (known !== undefined) return known;
  const paths = [...tree.entries.keys()];
  sortedPaths.set(tree, paths);
  return paths;
}

/** Index of the first path that is not less than `wanted`. */
function lowerBound(paths: readonly string[], wanted: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every entry below a folder, at any depth, sorted by path. Links are not followed. */
export function entriesBelow(tree: Tree, folder: string): readonly (readonly [string, TreeEntry])[] {
  if (folder === ".") return [...tree.entries];
  const paths = pathsOf(tree);
  const prefix = `${folder}/`;
  const below: (readonly [string, TreeEntry])[] = [];
  for (let at = lowerBound(paths, prefix); at < paths.length; at++) {
    const path = paths[at];
    if (path === undefined || !path.startsWith(prefix)) break;
    const entry = tree.entries.get(path);
    if (entry !== undefined) below.push([path, entry]);
  }
  return below;
}

/** The file a path leads to once links are followed; null when it leads to none. */
export function fileAt(tree: Tree, path: string): { readonly path: string; readonly id: BlobId; readonly size: number } | null {
  const resolved = resolvePath(tree, path);
  if (resolved.kind !== "found" || resolved.entry.kind !== "file") return null;
  return { path: resolved.path, id: resolved.entry.id, size: resolved.entry.size };
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
