// Folders and files that a git generator finds. argoproj/argo-cd: applicationset/generators/git.go (filterApps),
// reposerver/repository/repository.go (GetGitDirectories, GetGitFiles).

import picomatch from "picomatch";
import type { Tree } from "../../core/tree.ts";
import { looseGlob } from "./argo-directory.ts";
import { at, text } from "./loose-values.ts";

type Matcher = { readonly matches: (path: string) => boolean; readonly exclude: boolean };

function matchersOf(items: readonly unknown[], compile: (glob: string) => (path: string) => boolean): readonly Matcher[] {
  return items.flatMap((item) => (text(at(item, "path")) === "" ? [] : [{ matches: compile(text(at(item, "path"))), exclude: at(item, "exclude") === true }]));
}

function chosen(matchers: readonly Matcher[], paths: readonly string[]): readonly string[] {
  return paths.filter((path) => matchers.some(({ matches, exclude }) => !exclude && matches(path)) && !matchers.some(({ matches, exclude }) => exclude && matches(path)));
}

/** Folders, hidden ones left out, that a pattern of Go's path.Match includes and none excludes; sorted. */
export function foldersMatching(tree: Tree, directories: readonly unknown[]): readonly string[] {
  if (directories.length === 0) return [];
  // Every star stays between two slashes, and braces mean themselves.
  const compile = (glob: string): ((path: string) => boolean) => {
    const matches = picomatch(glob, { dot: true, noglobstar: true, nobrace: true, noextglob: true, nonegate: true, windows: false });
    return (path) => matches(path);
  };
  const folders = [...tree.entries].flatMap(([path, { kind }]) => (kind === "folder" && !/(?:^|\/)\./.test(path) ? [path] : []));
  return chosen(matchersOf(directories, compile), folders);
}

/** Files that a pattern of `git ls-files` includes and none excludes; sorted. */
export function filesMatching(tree: Tree, files: readonly unknown[]): readonly string[] {
  if (files.length === 0) return [];
  const paths = [...tree.entries].flatMap(([path, { kind }]) => (kind === "file" || kind === "link" ? [path] : []));
  return chosen(matchersOf(files, looseGlob), paths);
}
