// Trees without git: a folder, one file, or text from standard input.

import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import { UsageError } from "../core/failure.ts";
import type { Tree, TreeEntry } from "../core/tree.ts";
import { OPEN_FILES, openDisk, unreadable } from "./disk.ts";
import { mapBounded } from "./map-bounded.ts";
import { decodePath, diskPath } from "./path-text.ts";
import { completeEntries } from "./tree-entries.ts";

function absent(path: string): UsageError {
  return new UsageError(`\`${path}\` does not exist or cannot be read`, "Name a folder, a file, or `-` for standard input.");
}

/** Paths of everything below a folder, folders too, except `.git`. Links are not followed. */
async function listFolder(root: string, folder: string): Promise<readonly string[]> {
  const children = await readdir(diskPath(root, folder), { encoding: "buffer", withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  const found: string[] = [];
  for (const child of children) {
    const name = decodePath(child.name);
    if (name.toLowerCase() === ".git") continue;
    const path = folder === "." ? name : `${folder}/${name}`;
    found.push(path);
    if (child.isDirectory()) for (const below of await listFolder(root, path)) found.push(below);
  }
  return found;
}

/** Everything below a folder, as it is on disk; a repository's own `.git` is left out. Ids are SHA-1. Throws a UsageError when it is no folder. */
export async function folderTree(path: string): Promise<Tree> {
  const root = await realpath(path).catch(() => {
    throw absent(path);
  });
  if (!(await stat(root)).isDirectory()) throw new UsageError(`\`${path}\` is not a folder`, "Name a folder.");
  const disk = openDisk(root, "sha1");
  const paths = await listFolder(root, ".");
  const seen = await mapBounded(paths, OPEN_FILES, (item) => disk.look(item));
  const entries = new Map<string, TreeEntry>();
  for (const [index, item] of paths.entries()) {
    const entry = seen[index] ?? null;
    if (entry !== null) entries.set(item, entry);
  }
  return { revision: "worktree", entries: completeEntries(entries), read: (ids) => disk.read(ids) };
}

/** One file under its base name. A pipe will do, as in `scan <(helm template …)`. Throws a UsageError when there is no such file. */
export async function fileTree(path: string): Promise<Tree> {
  const found = await stat(path).catch(() => {
    throw absent(path);
  });
  if (found.isDirectory()) throw new UsageError(`\`${path}\` is a folder, not a file`, "Name a file.");
  const bytes = await readFile(path).catch(() => {
    throw absent(path);
  });
  return textTree(basename(path), bytes);
}

/** One file of the given name and bytes: for standard input. */
export function textTree(name: string, bytes: Uint8Array): Tree {
  const id = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
  return {
    revision: "worktree",
    entries: completeEntries(new Map<string, TreeEntry>([[name, { kind: "file", id, size: bytes.length }]])),
    read: (ids) => Promise.resolve(new Map(ids.filter((asked) => asked === id).map((asked) => [asked, new Uint8Array(bytes)]))),
  };
}
