// The plain manifests that an Application takes from a folder.
// argoproj/argo-cd: reposerver/repository/repository.go (getPotentiallyValidManifests), util/glob/glob.go.

import { gobwas, readGlob, type Glob } from "../../core/glob.ts";
import { quoteValue } from "../../core/show-value.ts";
import { entriesBelow, fileAt } from "../tree-files.ts";
import { keepManifests } from "../sniff.ts";
import type { Survey } from "../survey.ts";
import { at, text } from "./loose-values.ts";

/** Files of the folder that are applied, sorted, and those among them that are programs in Jsonnet; or why that cannot be told, as the rest of a sentence. */
export type DirectoryFiles = { readonly kind: "files"; readonly manifests: readonly string[]; readonly jsonnet: readonly string[] } | { readonly kind: "refused"; readonly reason: string };

const everything: Glob = { kind: "glob", matches: () => true };
const none: Glob = { kind: "glob", matches: () => false };

/** What a source with the settings `directory` takes from a folder. */
export async function filesOfDirectory(survey: Survey, folder: string, directory: unknown): Promise<DirectoryFiles> {
  const recurse = at(directory, "recurse") === true;
  const [include, exclude] = [text(at(directory, "include")), text(at(directory, "exclude"))];
  const [included, excluded] = [include === "" ? everything : readGlob(include, gobwas), exclude === "" ? none : readGlob(exclude, gobwas)];
  if (included.kind === "refused") return { kind: "refused", reason: `has the \`directory.include\` ${quoteValue(include)}, which ${included.reason}` };
  if (excluded.kind === "refused") return { kind: "refused", reason: `has the \`directory.exclude\` ${quoteValue(exclude)}, which ${excluded.reason}` };
  const chosen = entriesBelow(survey.tree, folder).flatMap(([path, { kind }]) => {
    const relative = folder === "." ? path : path.slice(folder.length + 1);
    if (kind === "folder" || kind === "submodule" || !/\.(?:ya?ml|json|jsonnet)$/.test(path) || (!recurse && relative.includes("/"))) return [];
    if (/(?:^|\/)\.git\//.test(path) || excluded.matches(relative) || !included.matches(relative) || fileAt(survey.tree, path) === null) return [];
    return [path];
  });
  const manifests = await keepManifests(survey.tree, chosen.filter((path) => !path.endsWith(".jsonnet")), survey.cache.sniffs);
  return { kind: "files", manifests, jsonnet: chosen.filter((path) => path.endsWith(".jsonnet")) };
}
