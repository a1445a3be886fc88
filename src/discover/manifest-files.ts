// Plain manifests: files with objects that belong to no chart and to no kustomization.

import { isWithin, parentOf, resolvePath } from "../core/tree.ts";
import { chartHome } from "./kustomization-references.ts";
import { landingOf, namedPath } from "./landing.ts";
import { textsWithin } from "./loose-fields.ts";
import { pluginObjects } from "./plugin-objects.ts";
import { hasManifestName, keepManifests } from "./sniff.ts";
import type { KustomizationFile, Survey } from "./survey.ts";
import { baseName, entriesBelow, fileAt } from "./tree-files.ts";

/** Files with objects that stand for themselves, by folder; folders and files sorted. */
export async function plainManifests(survey: Survey, isExcluded: (path: string) => boolean): Promise<ReadonlyMap<string, readonly string[]>> {
  const owned = filesOfKustomizations(survey, isExcluded);
  const candidates: string[] = [];
  for (const [path, entry] of survey.tree.entries) {
    if (entry.kind !== "file" && entry.kind !== "link") continue;
    if (!hasManifestName(path) || /(?:^|\/)\.git\//.test(path) || isExcluded(path)) continue;
    if (survey.chartOf(path) !== null || owned.has(path) || isExpectation(path)) continue;
    candidates.push(path);
  }
  const folders = new Map<string, string[]>();
  for (const path of await keepManifests(survey.tree, withoutAliases(survey, candidates), survey.cache.sniffs)) {
    if (isLeftPatch(survey, path)) continue;
    const folder = parentOf(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** True for a patch that stands beside a kustomization, or in a folder of it, and that none uses, such as those that Kubebuilder leaves there. */
function isLeftPatch({ tree, kustomizations, cache }: Survey, path: string): boolean {
  const resolved = resolvePath(tree, path);
  if (resolved.kind !== "found" || resolved.entry.kind !== "file" || cache.sniffs.get(resolved.entry.id)?.isPatch !== true) return false;
  const folder = parentOf(path);
  return kustomizations.has(folder) || kustomizations.has(parentOf(folder));
}

/**
 * True for files whose objects nobody applies: parts of objects that a test of kuttl waits for, or hopes not to see.
 * kudobuilder/kuttl: pkg/test/step.go (fileNameRegex, LoadYAML).
 */
export function isExpectation(path: string): boolean {
  return /^\d+-(?:assert|errors)(?:-[^.]+)?\.yaml$/.test(baseName(path));
}

/** Leaves out links to files that are looked at under their own name. */
function withoutAliases(survey: Survey, candidates: readonly string[]): readonly string[] {
  const known = new Set(candidates);
  return candidates.filter((path) => {
    const resolved = resolvePath(survey.tree, path);
    return resolved.kind !== "found" || resolved.path === path || !known.has(resolved.path);
  });
}

/** Files that kustomizations name, and kustomization files themselves. One that is excluded hides nothing outside its own folder. */
function filesOfKustomizations(survey: Survey, isExcluded: (path: string) => boolean): ReadonlySet<string> {
  const owned = new Set<string>();
  for (const [folder, files] of survey.kustomizations) {
    const excluded = isExcluded(folder);
    for (const file of files) {
      owned.add(file.path);
      for (const path of filesNamed(survey, folder, file)) if (!excluded || isWithin(path, folder)) owned.add(path);
    }
  }
  return owned;
}

function filesNamed(survey: Survey, folder: string, file: KustomizationFile): readonly string[] {
  const { tree } = survey;
  const home = chartHome(file.document?.object);
  const homePath = home === null ? null : namedPath(folder, home);
  const charts = homePath === null ? [] : entriesBelow(tree, homePath).map(([path]) => path);
  const named = file.references.flatMap((reference) => {
    const landing = landingOf(tree, folder, reference);
    const path = landing.kind === "file" ? landing.path : null;
    if (reference.role !== "plugin") return path ?? [];
    return [...(path === null ? [] : [path]), ...filesOfPlugin(survey, folder, path, reference.value)];
  });
  return [...charts, ...named];
}

/** Files that a plugin of Kustomize reads, such as the patch of a PatchTransformer. */
function filesOfPlugin(survey: Survey, folder: string, path: string | null, value: string): readonly string[] {
  const texts = pluginObjects(survey, path, value).flatMap((object) => [...(textsWithin(object) ?? [])]);
  return texts.flatMap((text) => {
    const named = namedPath(folder, text.slice(text.indexOf("=") + 1));
    return named === null ? [] : (fileAt(survey.tree, named)?.path ?? []);
  });
}
