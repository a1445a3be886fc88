// Where a reference of a kustomization leads, by Kustomize's own order of trying.
// kubernetes-sigs/kustomize: api/internal/target/kusttarget.go (accumulateResources), api/internal/loader/fileloader.go (New, Load).

import { joinPath, resolvePath, type Resolved, type Tree } from "../core/tree.ts";
import { wantsFile, type Reference } from "./kustomization-references.ts";
import { isGitRepository, isRemoteFile } from "./remote-reference.ts";

export type Landing =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "remote" }
  | { readonly kind: "submodule"; readonly path: string }
  /** A symbolic link on the way leaves the repository. */
  | { readonly kind: "outside"; readonly link: string }
  | { readonly kind: "missing" };

/** The path that a text names from a folder; null when it leaves the repository. */
export function namedPath(folder: string, text: string): string | null {
  return text.startsWith("/") ? joinPath(".", text) : joinPath(folder, text);
}

function landLocally(resolved: Resolved): Landing {
  switch (resolved.kind) {
    case "found":
      return { kind: resolved.entry.kind === "file" ? "file" : "folder", path: resolved.path };
    case "submodule":
      return { kind: "submodule", path: resolved.path };
    case "outside":
      return { kind: "outside", link: resolved.links.at(-1) ?? "" };
    case "missing":
      return { kind: "missing" };
  }
}

/** Where a reference that stands in a kustomization of the given folder leads. */
export function landingOf(tree: Tree, folder: string, { role, value }: Reference): Landing {
  if (isRemoteFile(value)) return { kind: "remote" };
  const path = namedPath(folder, value);
  const local: Landing = path === null ? { kind: "missing" } : landLocally(resolvePath(tree, path));
  if (wantsFile({ role })) return local;
  // A file of that name wins; a folder does not: Kustomize asks whether it looks like a repository before it looks for a folder.
  const fileWins = role !== "component" && local.kind === "file";
  return !fileWins && isGitRepository(value) ? { kind: "remote" } : local;
}
