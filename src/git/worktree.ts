// The work tree as a tree: what is on disk of what git tracks, and what it neither tracks nor ignores.

import { parentOf, type BlobId, type Tree, type TreeEntry } from "../core/tree.ts";
import { readBlobs } from "./commit-tree.ts";
import { type Disk, type ObjectFormat, OPEN_FILES, openDisk } from "./disk.ts";
import { listTracked, listUntracked, objectSizes, type TrackedPath } from "./index-listing.ts";
import { mapBounded } from "./map-bounded.ts";
import type { ObjectReader } from "./object-reader.ts";
import { decodePath, isSoundPath } from "./path-text.ts";
import { type Git, lineOf, runGit } from "./run-git.ts";
import { completeEntries } from "./tree-entries.ts";

/** What git needs for the work tree and for its objects; the two differ in a partial clone. */
export interface WorktreeSource {
  readonly git: Git;
  readonly objectGit: Git;
  readonly objects: ObjectReader;
  readonly format: ObjectFormat;
}

/** Asks whether every folder above a path is a folder: what lies behind a link belongs to the link's target. */
function createFolderCheck(disk: Disk): (path: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const isFolder = async (folder: string): Promise<boolean> => (await lies(folder)) && (await disk.look(folder))?.kind === "folder";
  const lies = (path: string): Promise<boolean> => {
    const folder = parentOf(path);
    if (folder === ".") return Promise.resolve(true);
    const answer = known.get(folder) ?? isFolder(folder);
    known.set(folder, answer);
    return answer;
  };
  return lies;
}

/** Where the system has no links, git stores them as files of text. git-config: core.symlinks. */
async function hasLinks(git: Git): Promise<boolean> {
  return lineOf(await runGit(git, ["config", "--type=bool", "--get", "core.symlinks"])) !== "false";
}

async function lookTracked(disk: Disk, item: TrackedPath, systemHasLinks: boolean): Promise<TreeEntry | null> {
  const seen = await disk.look(item.path);
  if (seen?.kind === "folder") return item.mode === "160000" ? { kind: "submodule", id: item.id } : null;
  if (seen?.kind === "file" && item.mode === "120000" && !systemHasLinks) return disk.lookAsLink(item.path);
  return seen;
}

/** Entries of files that a sparse checkout leaves out: they are what the index says. */
async function skippedEntries({ objectGit, objects }: WorktreeSource, items: readonly TrackedPath[]): Promise<ReadonlyMap<string, TreeEntry>> {
  const sizes = await objectSizes(objectGit, items.filter(({ mode }) => mode !== "160000").map(({ id }) => id));
  const targets = await readBlobs(objects, items.filter(({ mode }) => mode === "120000").map(({ id }) => id));
  return new Map(
    items.map(({ path, mode, id }): [string, TreeEntry] => {
      if (mode === "160000") return [path, { kind: "submodule", id }];
      const target = mode === "120000" ? targets.get(id) : undefined;
      return [path, target === undefined ? { kind: "file", id, size: sizes.get(id) ?? 0 } : { kind: "link", id, target: decodePath(target) }];
    }),
  );
}

/** Git's paths never hold what could lead elsewhere; an index that somebody made up may. */
function isSoundOnDisk(path: string): boolean {
  return isSoundPath(path) && (process.platform !== "win32" || !path.includes("\\"));
}

/**
 * Lists the work tree. Throws a NoVerdictError for files that cannot be read.
 * A tracked file that is gone is absent; one that a sparse checkout leaves out is there, with its bytes from the index.
 */
export async function openWorktree(source: WorktreeSource): Promise<Tree> {
  const { git, objects, format } = source;
  const [tracked, untracked, systemHasLinks] = await Promise.all([listTracked(git), listUntracked(git), hasLinks(git)]);
  const disk = openDisk(git.directory, format);
  const inFolders = createFolderCheck(disk);
  const entries = new Map<string, TreeEntry>();
  const skipped: TrackedPath[] = [];

  await mapBounded(tracked.filter(({ path }) => isSoundOnDisk(path)), OPEN_FILES, async (item) => {
    const entry = (await inFolders(item.path)) ? await lookTracked(disk, item, systemHasLinks) : null;
    if (entry !== null) entries.set(item.path, entry);
    else if (item.skipped) skipped.push(item);
  });
  await mapBounded(untracked, OPEN_FILES, async (path) => {
    const place = path.replace(/\/$/, "");
    if (!isSoundOnDisk(place)) return;
    const entry: TreeEntry | null = place === path ? await disk.look(path) : { kind: "submodule", id: "0".repeat(40) };
    if (entry !== null && entry.kind !== "folder") entries.set(place, entry);
  });
  for (const [path, entry] of await skippedEntries(source, skipped)) entries.set(path, entry);

  const inIndex = new Set<BlobId>(skipped.map(({ id }) => id));
  return {
    revision: "worktree",
    entries: completeEntries(entries),
    read: async (ids) => {
      const found = await disk.read(ids);
      const rest = await readBlobs(objects, ids.filter((id) => inIndex.has(id) && !found.has(id)));
      return new Map([...found, ...rest]);
    },
  };
}
