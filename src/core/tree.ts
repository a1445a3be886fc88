// One revision's files, as git stores them: the only view of a repository that the rest of the program has.

/** Content address of a file's bytes. Equal ids mean equal bytes, on both sides and in every kind of tree. */
export type BlobId = string;

export type TreeEntry =
  | { readonly kind: "folder" }
  | { readonly kind: "file"; readonly id: BlobId; /** bytes */ readonly size: number }
  /** A symbolic link; `target` is its text as stored. */
  | { readonly kind: "link"; readonly id: BlobId; readonly target: string }
  /** A gitlink: another repository's commit, whose files are not here. */
  | { readonly kind: "submodule"; readonly id: string };

/** A read-only tree of files. Paths use `/`, are relative to the root, and the root itself is `.`. */
export interface Tree {
  /** The commit's id, or `worktree` for what is on disk. */
  readonly revision: string;
  /** Every entry by path, folders included, the root excluded, sorted by path (code units). */
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Bytes of the given blobs. Unknown ids are missing from the answer. */
  read(ids: readonly BlobId[]): Promise<ReadonlyMap<BlobId, Uint8Array>>;
}

/** Where a path leads once symbolic links are followed inside the tree. */
export type Resolved =
  | { readonly kind: "found"; /** the real path */ readonly path: string; readonly entry: TreeEntry; /** links passed on the way */ readonly links: readonly string[] }
  | { readonly kind: "missing"; readonly links: readonly string[] }
  | { readonly kind: "outside"; readonly links: readonly string[] }
  | { readonly kind: "submodule"; readonly path: string; readonly links: readonly string[] };

/** Joins and normalises: `join("a/b", "../c")` is `a/c`; null when the result would leave the root. */
export function joinPath(folder: string, path: string): string | null {
  const out: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") out.push(part);
    else if (out.pop() === undefined) return null;
  }
  return out.length === 0 ? "." : out.join("/");
}

/** The folder a path lies in; `.` for what lies at the root. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash);
}

/** True when `path` is `folder` or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === "." || path === folder || path.startsWith(`${folder}/`);
}

const MAX_LINKS = 40; // as Linux does: include/linux/namei.h MAXSYMLINKS

/** Follows symbolic links inside the tree. Absolute links and links that leave the root are `outside`. */
export function resolvePath(tree: Tree, path: string): Resolved {
  // A path as the tree itself writes it: above it are folders, and no links.
  const direct = tree.entries.get(path);
  if (direct?.kind === "file") return { kind: "found", path, entry: direct, links: [] };
  const links: string[] = [];
  let todo = path.split("/").filter((part) => part !== "" && part !== ".");
  let at = ".";
  let entry: TreeEntry = { kind: "folder" };
  while (todo.length > 0) {
    const [part, ...rest] = todo as [string, ...string[]];
    const next = joinPath(at, part);
    if (next === null) return { kind: "outside", links };
    const found: TreeEntry | undefined = next === "." ? { kind: "folder" } : tree.entries.get(next);
    if (found === undefined) return { kind: "missing", links };
    if (found.kind === "submodule") return { kind: "submodule", path: next, links };
    if (found.kind === "link") {
      links.push(next);
      if (found.target.startsWith("/") || joinPath(at, found.target) === null) return { kind: "outside", links };
      if (links.length > MAX_LINKS) return { kind: "missing", links };
      todo = [...found.target.split("/").filter((p) => p !== "" && p !== "."), ...rest];
      continue;
    }
    if (found.kind === "file" && rest.length > 0) return { kind: "missing", links };
    at = next;
    entry = found;
    todo = rest;
  }
  return { kind: "found", path: at, entry, links };
}
