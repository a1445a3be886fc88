// One revision's tree as something with inodes, stats and open files: the state behind the file system's imports.

import type { TreeEntry } from "../core/tree.ts";
import { errno } from "./errno.ts";
import type { ListedTree } from "./listing.ts";
import { startTrace, type Trace } from "./trace.ts";
import { type Following, type Walked, walkPath } from "./walk-path.ts";

/** What a request's file system is made of. */
export interface Disk {
  readonly tree: ListedTree;
  readonly trace: Trace;
  /** Bytes of a blob; null when they cannot be had. */
  content(id: string): Uint8Array | null;
}

/** An open file or folder. */
export interface Handle {
  readonly path: string;
  readonly entry: TreeEntry;
  /** Empty for folders. */
  readonly bytes: Uint8Array;
  position: number;
}

/** The mounted tree and what is open in it. Numbers are errors of WASI. */
export interface Volume {
  mount(disk: Disk): void;
  handle(descriptor: number): Handle | undefined;
  walk(descriptor: number, path: string, following: Following): Walked;
  /** The target of a link, when a walk along it stays in the tree. */
  linkTarget(descriptor: number, path: string): string | number;
  /** Opens what a walk has found. */
  open(path: string, entry: TreeEntry): { readonly descriptor: number } | number;
  close(descriptor: number): number;
  names(folder: Handle): readonly string[];
  childOf(folder: Handle, name: string): { readonly inode: number; readonly entry: TreeEntry };
  inode(path: string): number;
}

/** The descriptor of `/`, which is open from the start. */
export const ROOT = 3;

// The tree is a folder of `/` and not `/` itself: Helm's loader finds no chart there (helm/helm: pkg/chart/v2/loader/directory.go strips
// the folder and a slash from each path, and `/` already ends in one).
const MOUNT = "tree";

/** Largest file that is read. Helm takes 5 MiB per file of a chart, and no ConfigMap can hold more than 1 MiB. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

const NOTHING = new Uint8Array(0);
const NO_DISK: Disk = {
  tree: { entry: () => undefined, names: () => [], inode: () => 1 },
  trace: startTrace(),
  content: () => null,
};

/** The path inside the tree; null for what lies beside it, where nothing is. */
function belowMount(path: string): string | null {
  if (path === MOUNT || path === ".") return ".";
  return path.startsWith(`${MOUNT}/`) ? path.slice(MOUNT.length + 1) : null;
}

/** A volume with nothing mounted: an empty root, as the module sees it while it initialises. */
export function createVolume(): Volume {
  let disk = NO_DISK;
  const root: Handle = { path: ".", entry: { kind: "folder" }, bytes: NOTHING, position: 0 };
  let handles = new Map([[ROOT, root]]);
  // Never used twice: a file that Go left to its collector may be closed long after the request it was opened for.
  let free = ROOT + 1;
  const listings = new WeakMap<Handle, readonly string[]>();

  const walk = (descriptor: number, path: string, following: Following): Walked => {
    const from = handles.get(descriptor);
    if (from === undefined) return { kind: "refused", errno: errno.badf, outside: false };
    const below = from === root ? belowMount(path) : path;
    if (below === null) return { kind: "refused", errno: errno.noent, outside: false };
    return walkPath(disk.tree, disk.trace, from.path, below, following);
  };
  return {
    mount: (mounted) => {
      disk = mounted;
      handles = new Map([[ROOT, root]]);
    },
    handle: (descriptor) => handles.get(descriptor),
    walk,
    linkTarget: (descriptor, path) => {
      const link = walk(descriptor, path, "all-but-last");
      if (link.kind === "refused") return link.errno;
      if (link.entry.kind !== "link") return errno.inval;
      // Who reads a link may follow it by himself (Go's EvalSymlinks does), and would then take our root for `/`.
      const target = walkPath(disk.tree, disk.trace, ".", link.path, "all");
      return target.kind === "refused" && target.outside ? errno.noent : link.entry.target;
    },
    open: (path, entry) => {
      const bytes = contentOf(disk, path, entry);
      if (typeof bytes === "number") return bytes;
      const descriptor = free;
      free += 1;
      handles.set(descriptor, { path, entry, bytes, position: 0 });
      return { descriptor };
    },
    close: (descriptor) => (handles.delete(descriptor) ? errno.success : errno.badf),
    names: (folder) => {
      const known = listings.get(folder); // Go asks page by page
      if (known !== undefined) return known;
      disk.trace.listed(folder.path);
      const names = disk.tree.names(folder.path);
      if (folder !== root) listings.set(folder, names);
      return names;
    },
    childOf: (folder, name) => {
      const path = folder.path === "." ? name : `${folder.path}/${name}`;
      return { inode: disk.tree.inode(path), entry: disk.tree.entry(path) ?? { kind: "folder" } };
    },
    inode: (path) => (path === "." ? 1 : disk.tree.inode(path)),
  };
}

/** The bytes of what is opened, or the error that opening it gives. Whatever is not as it should be is recorded. */
function contentOf({ trace, content }: Disk, path: string, entry: TreeEntry): Uint8Array | number {
  if (entry.kind === "link") return errno.loop; // only where the last link is not followed: O_NOFOLLOW
  if (entry.kind === "folder") return NOTHING;
  if (entry.kind === "submodule") {
    trace.met({ kind: "submodule", path });
    return NOTHING;
  }
  trace.opened(path);
  if (entry.size > MAX_FILE_BYTES) {
    trace.met({ kind: "too-large", path, size: entry.size });
    return errno.fbig;
  }
  const bytes = content(entry.id);
  if (bytes === null) {
    trace.met({ kind: "unreadable", path, id: entry.id });
    return errno.io;
  }
  if (isLfsPointer(bytes)) trace.met({ kind: "lfs-pointer", path });
  return bytes;
}

const LFS_POINTER = Buffer.from("version https://git-lfs.github.com/spec/v1", "latin1");
const MAX_LFS_POINTER = 1024; // bytes, as the specification promises

/** True for the text that Git LFS leaves in place of a file. https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < MAX_LFS_POINTER && LFS_POINTER.every((byte, index) => bytes[index] === byte);
}
