// Which bytes lie at which path once a tree is on disk: symbolic links replaced by what they lead to, and nothing with a name that
// means something to a file system or to git.

import { GIVEN_CHARTS } from "../core/chart-cache.ts";
import type { Trouble } from "../core/problem.ts";
import { joinPath, parentOf, resolvePath, type BlobId, type Tree } from "../core/tree.ts";
import { trimEndOf } from "../core/trim-end.ts";

export interface LaidFile {
  /** Relative to the root. */
  readonly path: string;
  readonly id: BlobId;
  /** Bytes. */
  readonly size: number;
}

export interface Layout {
  readonly files: readonly LaidFile[];
  readonly folders: readonly string[];
  /** What does not lie there, each with its path. */
  readonly troubles: readonly Trouble[];
  /** False when there is more than the bounds allow: the rest is missing. */
  readonly whole: boolean;
}

export interface Bounds {
  readonly bytes: number;
  readonly files: number;
}

const MAX_NESTED_LINKS = 8;
// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
const WINDOWS_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)|[<>:"|?*\u0001-\u001f]|[. ]$/i;

/** Why a name of a tree is not written to disk; null when it is harmless. */
export function unsafeName(name: string, platform: NodeJS.Platform): string | null {
  if (name === "" || name === "." || name === ".." || /[/\0]|\p{Cs}/u.test(name)) return "is no name of a file";
  if (name.includes("\\")) return "holds a backslash";
  // What file systems that ignore case and invisible characters take for `.git`. git/git: utf8.c (is_hfs_dotgit), path.c (is_ntfs_dotgit).
  const plain = trimEndOf(name.replace(/\p{Default_Ignorable_Code_Point}/gu, ""), ". ").toLowerCase();
  if (plain === ".git" || plain === "git~1") return "is git's own";
  if (platform === "win32" && WINDOWS_NAME.test(name)) return "is reserved on Windows";
  return null;
}

function trouble(kind: Trouble["kind"], path: string, message: string, remedy: string): Trouble {
  return { kind, path, line: null, message, remedy, blocking: true };
}

function childrenOf(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const path of tree.entries.keys()) {
    const folder = parentOf(path);
    const known = children.get(folder);
    if (known === undefined) children.set(folder, [path]);
    else known.push(path);
  }
  return children;
}

/** Everything in a tree. `given` charts of the command line stay out: the tools bring their own. */
export function layOutTree(tree: Tree, bounds: Bounds, platform: NodeJS.Platform = process.platform): Layout {
  const children = childrenOf(tree);
  const files: LaidFile[] = [];
  const folders: string[] = [];
  const troubles: Trouble[] = [];
  const given = parentOf(GIVEN_CHARTS);
  let room = bounds.bytes;
  let whole = true;
  const file = (path: string, id: BlobId, size: number): void => {
    room -= size;
    if (room < 0 || files.length >= bounds.files) whole = false;
    else files.push({ path, id, size });
  };
  const walk = (real: string, at: string, links: number): void => {
    folders.push(at);
    for (const child of children.get(real) ?? []) {
      if (!whole) return;
      const name = child.slice(child.lastIndexOf("/") + 1);
      const path = at === "." ? name : `${at}/${name}`;
      if (child === given) continue;
      const why = unsafeName(name, platform);
      if (why === null) place(child, path, links);
      else troubles.push(trouble("refused", path, `The name ${JSON.stringify(name)} ${why}, so it is not written to disk for the native engine`, "Rename it, or use the embedded engine"));
    }
  };
  const place = (child: string, path: string, links: number): void => {
    const entry = tree.entries.get(child);
    if (entry?.kind === "file") return file(path, entry.id, entry.size);
    if (entry?.kind === "folder") return walk(child, path, links);
    const led = resolvePath(tree, child);
    if (led.kind === "submodule") troubles.push(trouble("submodule", path, "The folder is a git submodule, whose files are not in this repository", "Copy the files that are rendered into this repository, or leave the target out"));
    else if (led.kind === "outside") troubles.push(trouble("link-outside", path, "The symbolic link points out of the repository and is not followed", "Let the link point to a file of this repository, or replace it by the file itself"));
    else if (led.kind === "missing") troubles.push(trouble("missing-file", path, "The symbolic link leads nowhere", "Remove the link, or commit what it points to"));
    else if (led.entry.kind === "file") file(path, led.entry.id, led.entry.size);
    else if (links < MAX_NESTED_LINKS) walk(led.path, path, links + 1);
    else troubles.push(trouble("limit", path, "Symbolic links lead round in a circle, or are nested too deep", "Remove the link, or replace it by what it points to"));
  };
  walk(".", ".", 0);
  return { files, folders, troubles, whole };
}

/** The given files alone, for trees that are too large. */
export function layOutFiles(tree: Tree, paths: readonly string[], bounds: Bounds, platform: NodeJS.Platform = process.platform): Layout {
  const files: LaidFile[] = [];
  const folders = new Set(["."]);
  let room = bounds.bytes;
  for (const path of paths) {
    const clean = joinPath(".", path);
    const led = resolvePath(tree, path);
    if (clean === null || led.kind !== "found" || led.entry.kind !== "file") continue;
    if (clean.split("/").some((name) => unsafeName(name, platform) !== null)) continue; // the tool misses it, and says so
    room -= led.entry.size;
    if (room < 0 || files.length >= bounds.files) return { files, folders: [...folders], troubles: [], whole: false };
    files.push({ path: clean, id: led.entry.id, size: led.entry.size });
    for (let folder = parentOf(clean); folder !== "."; folder = parentOf(folder)) folders.add(folder);
  }
  return { files, folders: [...folders].sort(), troubles: [], whole: true };
}
