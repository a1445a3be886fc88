// Folders and files that a git generator finds. argoproj/argo-cd: applicationset/generators/git.go (filterApps),
// reposerver/repository/repository.go (GetGitDirectories, GetGitFiles), util/git/client.go (LsFiles).

import { goPath, pathspec, readGlob, type Glob } from "../../core/glob.ts";
import { quoteValue } from "../../core/show-value.ts";
import { isWithin, type Tree } from "../../core/tree.ts";
import { trimEndOf } from "../../core/trim-end.ts";
import { at, text } from "./loose-values.ts";

/** Paths in the order of the tree, or why a pattern cannot be understood, as the rest of a sentence. */
export type Found = { readonly kind: "paths"; readonly paths: readonly string[] } | { readonly kind: "refused"; readonly reason: string };

/** Those that a pattern includes and none excludes. */
function choose(paths: readonly string[], items: readonly unknown[], compile: (pattern: string) => Glob): Found {
  const written = items.flatMap((item) => (text(at(item, "path")) === "" ? [] : [{ pattern: text(at(item, "path")), isExcluded: at(item, "exclude") === true }]));
  const [included, excluded]: [((path: string) => boolean)[], ((path: string) => boolean)[]] = [[], []];
  for (const { pattern, isExcluded } of written) {
    const glob = compile(pattern);
    if (glob.kind === "refused") return { kind: "refused", reason: `names ${quoteValue(pattern)}, which ${glob.reason}` };
    (isExcluded ? excluded : included).push(glob.matches);
  }
  return { kind: "paths", paths: paths.filter((path) => included.some((matches) => matches(path)) && !excluded.some((matches) => matches(path))) };
}

/** Folders, hidden ones left out, that a pattern of Go's path.Match includes and none excludes. */
export function foldersMatching(tree: Tree, directories: readonly unknown[]): Found {
  const folders = directories.length === 0 ? [] : [...tree.entries].flatMap(([path, { kind }]) => (kind === "folder" && !/(?:^|\/)\./.test(path) ? [path] : []));
  return choose(folders, directories, (pattern) => readGlob(pattern, goPath));
}

/** Files that a pattern of `git ls-files` includes and none excludes. */
export function filesMatching(tree: Tree, files: readonly unknown[]): Found {
  const paths = files.length === 0 ? [] : [...tree.entries].flatMap(([path, { kind }]) => (kind === "file" || kind === "link" ? [path] : []));
  return choose(paths, files, readPathspec);
}

/** Without wildcards it also means what lies below it. Git: gitglossary(7), pathspec. */
function readPathspec(pattern: string): Glob {
  if (pattern.startsWith(":")) return { kind: "refused", reason: "begins with `:`, the magic of pathspecs, which is not worked out here" };
  if (/[*?[\\]/.test(pattern)) return readGlob(pattern, pathspec);
  const folder = trimEndOf(pattern, "/");
  return { kind: "glob", matches: (path) => isWithin(path, folder) };
}
