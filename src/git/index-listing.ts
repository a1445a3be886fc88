// What git knows of the work tree: the paths in its index, and those it neither knows nor ignores.

import { decodePath } from "./path-text.ts";
import { demandGit, type Git } from "./run-git.ts";

export interface TrackedPath {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  /** True when a sparse checkout leaves it out of the work tree on purpose. */
  readonly skipped: boolean;
}

function records(listing: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let start = 0, end = listing.indexOf(0); end >= 0; start = end + 1, end = listing.indexOf(0, start)) found.push(listing.subarray(start, end));
  return found;
}

/** The index, one entry a path: of a file in conflict, which has several, the first. https://git-scm.com/docs/git-ls-files#_output */
export async function listTracked(git: Git): Promise<readonly TrackedPath[]> {
  const tracked = new Map<string, TrackedPath>();
  for (const record of records(await demandGit(git, ["ls-files", "-z", "-t", "--stage"]))) {
    const tab = record.indexOf(9);
    const [tag, mode, id] = record.toString("latin1", 0, tab).split(" ");
    if (tab < 0 || tag === undefined || mode === undefined || id === undefined) throw new Error("git ls-files wrote a record that is none");
    const path = decodePath(record.subarray(tab + 1));
    if (!tracked.has(path)) tracked.set(path, { path, mode, id, skipped: tag === "S" });
  }
  return [...tracked.values()];
}

/** Paths that are neither tracked nor ignored. One that ends in `/` is a repository of its own. */
export async function listUntracked(git: Git): Promise<readonly string[]> {
  return records(await demandGit(git, ["ls-files", "-z", "--others", "--exclude-standard"])).map(decodePath);
}

/** Sizes in bytes of the objects that are here. */
export async function objectSizes(git: Git, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const answer = await demandGit(git, ["cat-file", "--batch-check"], `${ids.join("\n")}\n`);
  const lines = answer.toString("latin1").split("\n");
  return new Map(lines.map((line) => line.split(" ")).flatMap(([id, , size]): [string, number][] => (id === undefined || size === undefined ? [] : [[id, Number(size)]])));
}
