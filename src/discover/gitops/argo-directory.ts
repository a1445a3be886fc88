// The plain manifests that an Application takes from a folder.
// argoproj/argo-cd: reposerver/repository/repository.go (getPotentiallyValidManifests), util/glob/glob.go.

import picomatch from "picomatch";
import { entriesBelow, fileAt } from "../tree-files.ts";
import { keepManifests } from "../sniff.ts";
import type { Survey } from "../survey.ts";
import { at, text } from "./loose-values.ts";

/** Files of the folder that are applied, sorted, and those among them that are programs in Jsonnet. */
export async function filesOfDirectory(survey: Survey, folder: string, directory: unknown): Promise<{ readonly manifests: readonly string[]; readonly jsonnet: readonly string[] }> {
  const recurse = at(directory, "recurse") === true;
  const [include, exclude] = [text(at(directory, "include")), text(at(directory, "exclude"))];
  const [isIncluded, isExcluded] = [include === "" ? () => true : looseGlob(include), exclude === "" ? () => false : looseGlob(exclude)];
  const chosen = entriesBelow(survey.tree, folder).flatMap(([path, { kind }]) => {
    const relative = folder === "." ? path : path.slice(folder.length + 1);
    if (kind === "folder" || kind === "submodule" || !/\.(?:ya?ml|json|jsonnet)$/.test(path) || (!recurse && relative.includes("/"))) return [];
    if (/(?:^|\/)\.git\//.test(path) || isExcluded(relative) || !isIncluded(relative) || fileAt(survey.tree, path) === null) return [];
    return [path];
  });
  const manifests = await keepManifests(survey.tree, chosen.filter((path) => !path.endsWith(".jsonnet")), survey.cache.sniffs);
  return { manifests, jsonnet: chosen.filter((path) => path.endsWith(".jsonnet")) };
}

/** A glob whose `*` also matches `/`, as in gobwas/glob without separators, and in git's pathspecs. */
export function looseGlob(glob: string): (path: string) => boolean {
  const matches = picomatch(glob, { dot: true, bash: true, nonegate: true, windows: false });
  return (path) => matches(path);
}
