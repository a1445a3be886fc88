// The inputs of a target without rendering it: equal inputs on both sides mean that rendering could not differ.

import type { Trouble } from "../core/problem.ts";
import { parentOf, resolvePath, type BlobId, type Tree } from "../core/tree.ts";
import { entriesBelow } from "./tree-files.ts";

export interface Closure {
  /** What every path that the rendering may look at leads to. */
  readonly inputs: ReadonlyMap<string, string>;
  /** False when the rendering may look at more than this: then nothing can be said in advance. */
  readonly complete: boolean;
  /** Charts that may stand in for those that are not where they should be: folders and archives. */
  readonly charts: readonly string[];
  /** Real paths of the files among the inputs, sorted. */
  readonly files: readonly string[];
  /** Why the target cannot be rendered from this repository alone. */
  readonly troubles: readonly Trouble[];
}

/** A path that leads elsewhere on the two sides, by what it leads to: the blob of a file; null for anything else, and for nothing. */
export type Differing = readonly [base: BlobId | null, head: BlobId | null];

/** The inputs that are not the same on both sides; null when there may be more than those. */
export function differingInputs({ inputs: before, complete: wasComplete }: Closure, { inputs: after, complete }: Closure): readonly Differing[] | null {
  if (!wasComplete || !complete) return null;
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
  return paths.map((path) => [blobOf(before.get(path)), blobOf(after.get(path))]);
}

const blobOf = (input: string | undefined): BlobId | null => /^file (\S+) /.exec(input ?? "")?.[1] ?? null;

/** Inputs being gathered. */
export interface Inputs {
  /** Notes what a path leads to, or that it leads nowhere; answers with the real path of a folder, if it is one. */
  add(path: string): string | null;
  /** Notes everything below a folder, links followed; answers with the submodules and outside links on the way. */
  addFolder(path: string): readonly Obstacle[];
  readonly inputs: ReadonlyMap<string, string>;
  files(): readonly string[];
}

/** What hides files from us. */
export interface Obstacle {
  readonly kind: "submodule" | "link-outside";
  readonly path: string;
}

/** Starts gathering inputs of one tree. */
export function gatherInputs(tree: Tree): Inputs {
  const inputs = new Map<string, string>();
  const files = new Set<string>();
  const folders = new Set<string>();

  function add(path: string): string | null {
    const resolved = resolvePath(tree, path);
    if (resolved.kind !== "found") {
      inputs.set(path, resolved.kind === "submodule" ? `submodule ${submoduleId(tree, resolved.path)}` : resolved.kind);
      return null;
    }
    const { entry } = resolved;
    inputs.set(path, entry.kind === "file" ? `file ${entry.id} ${resolved.path}` : `folder ${resolved.path}`);
    if (entry.kind !== "file") return resolved.path;
    files.add(resolved.path);
    return null;
  }

  function addFolder(path: string): readonly Obstacle[] {
    const obstacles: Obstacle[] = [];
    const todo = [path];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const folder = add(next);
      if (folder === null || folders.has(folder)) continue;
      folders.add(folder);
      for (const [below, entry] of entriesBelow(tree, folder)) {
        if (entry.kind === "folder") continue;
        if (entry.kind === "submodule") obstacles.push({ kind: "submodule", path: below });
        if (entry.kind === "link" && resolvePath(tree, below).kind === "outside") obstacles.push({ kind: "link-outside", path: below });
        if (entry.kind === "link") todo.push(below);
        else add(below);
      }
    }
    return obstacles;
  }

  return { add, addFolder, inputs, files: () => [...files].sort() };
}

function submoduleId(tree: Tree, path: string): string {
  const entry = tree.entries.get(path);
  return entry?.kind === "submodule" ? entry.id : parentOf(path);
}
