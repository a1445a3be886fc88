// From a path to what stands there, as a kernel would go, but never out of the tree.

import { joinPath, parentOf, type TreeEntry } from "../core/tree.ts";
import { errno } from "./errno.ts";
import type { ListedTree } from "./listing.ts";
import type { Trace } from "./trace.ts";

/** A real path with what stands there, or why there is none. */
export type Walked =
  | { readonly kind: "found"; readonly path: string; readonly entry: TreeEntry }
  | { readonly kind: "refused"; readonly errno: number; /** the way leads out of the tree */ readonly outside: boolean };

/** `all`: as `stat` does. `all-but-last`: as `lstat` does; a slash at the end follows the last one nevertheless. */
export type Following = "all" | "all-but-last";

const MAX_LINKS = 40; // as Linux does: include/linux/namei.h MAXSYMLINKS
const MAX_PATH = 4096; // PATH_MAX of include/uapi/linux/limits.h

/** Walks `path` from a folder of the tree. Misses, links passed and what lies outside are recorded in the trace. */
export function walkPath(tree: ListedTree, trace: Trace, folder: string, path: string, following: Following): Walked {
  if (path.length > MAX_PATH) return refused(errno.nametoolong);
  const todo = path.split("/").reverse();
  let at = folder;
  let entry: TreeEntry = tree.entry(at) ?? { kind: "folder" };
  let link: { readonly path: string; readonly target: string } | null = null;
  let hops = 0;
  for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
    if (entry.kind === "file" || entry.kind === "link") return missing(trace, at, [part, ...todo.reverse()], errno.notdir);
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (at === "." && link !== null) return outside(trace, link);
      at = parentOf(at); // the root is its own parent
      entry = tree.entry(at) ?? { kind: "folder" };
      continue;
    }
    if (entry.kind === "submodule") trace.met({ kind: "submodule", path: at });
    const next = at === "." ? part : `${at}/${part}`;
    const found = entry.kind === "submodule" ? undefined : tree.entry(next);
    if (found === undefined) return missing(trace, at, [part, ...todo.reverse()], errno.noent);
    if (found.kind === "link" && (todo.length > 0 || following === "all")) {
      link = { path: next, target: found.target };
      trace.opened(next);
      if (found.target.startsWith("/")) return outside(trace, link);
      hops += 1;
      if (hops > MAX_LINKS) return missing(trace, at, [part, ...todo.reverse()], errno.loop);
      if (found.target === "") return missing(trace, at, [part, ...todo.reverse()], errno.noent);
      todo.push(...found.target.split("/").reverse());
      continue;
    }
    at = next;
    entry = found;
  }
  return { kind: "found", path: at, entry };
}

function missing(trace: Trace, at: string, rest: readonly string[], code: number): Walked {
  // Behind what is missing, `..` can only be taken by its letter; a way out of the root is no path of the tree.
  trace.missed(joinPath(at, rest.join("/")) ?? at);
  return refused(code);
}

function outside(trace: Trace, link: { readonly path: string; readonly target: string }): Walked {
  trace.met({ kind: "link-outside", ...link });
  return { kind: "refused", errno: errno.noent, outside: true };
}

function refused(code: number): Walked {
  return { kind: "refused", errno: code, outside: false };
}
