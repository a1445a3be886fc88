// Targets that the configuration names.

import type { Selection, TargetSetting } from "../core/selection.ts";
import { plainHelm, plainKustomize, plainTarget, type Target } from "../core/target.ts";
import { cleanGlob, globMatcher, isGlob } from "./glob.ts";
import { isComponent } from "./kustomize-roots.ts";
import { hasManifestName, keepManifests } from "./sniff.ts";
import type { Survey } from "./survey.ts";
import { entriesBelow } from "./tree-files.ts";

/** How a setting is quoted to its author. */
export function describeSetting(setting: TargetSetting): string {
  if ("helm" in setting) return `helm: ${setting.helm}`;
  return "kustomize" in setting ? `kustomize: ${setting.kustomize}` : `manifests: ${setting.manifests}`;
}

/** The targets of one setting on one side; none when it matches nothing there. */
async function targetsOf(survey: Survey, setting: TargetSetting, isExcluded: (path: string) => boolean): Promise<readonly Target[]> {
  const suffix = setting.name === null ? "" : `@${setting.name}`;
  if ("helm" in setting) {
    const paths = chartsNamed(survey, setting.helm).filter((path) => !isExcluded(path));
    return paths.map((path) => ({ ...plainHelm, id: `helm:${path}${suffix}`, path, helm: setting.settings }));
  }
  if ("kustomize" in setting) {
    const paths = kustomizationsNamed(survey, setting.kustomize).filter((path) => !isExcluded(path));
    return paths.map((path) => ({ ...plainKustomize, id: `kustomize:${path}${suffix}`, path, loadRestrictor: setting.loadRestrictor }));
  }
  const files = await manifestsNamed(survey, setting.manifests, isExcluded);
  if (files.length === 0) return [];
  return [{ ...plainTarget, id: `manifests:${setting.manifests}${suffix}`, path: setting.manifests, engine: "manifests", namespace: setting.namespace, files }];
}

/** Chart folders, and packaged charts. */
function chartsNamed(survey: Survey, glob: string): readonly string[] {
  const matches = globMatcher(glob);
  const folders = survey.allCharts.map(({ folder }) => folder).filter(matches);
  const packaged = [...survey.tree.entries].flatMap(([path, { kind }]) => (kind === "file" && path.endsWith(".tgz") && matches(path) ? [path] : []));
  return [...folders, ...packaged].sort();
}

/** A component cannot be built alone, so a glob passes it over; whoever names its path gets it. */
function kustomizationsNamed(survey: Survey, glob: string): readonly string[] {
  const folders = [...survey.kustomizations.keys()].filter(globMatcher(glob));
  return (isGlob(glob) ? folders.filter((folder) => !isComponent(survey, folder)) : folders).sort();
}

/** Manifest files that a glob matches, or the one file that a plain path names, whatever it is called; of a path to a folder, all below it. */
async function manifestsNamed(survey: Survey, glob: string, isExcluded: (path: string) => boolean): Promise<readonly string[]> {
  const { tree } = survey;
  const path = cleanGlob(glob);
  const folder = path === "." || tree.entries.get(path)?.kind === "folder";
  const matches = globMatcher(glob);
  const candidates = (folder ? entriesBelow(tree, path) : [...tree.entries]).flatMap(([file, { kind }]) =>
    (kind === "file" || kind === "link") && (hasManifestName(file) || file === path) && (folder || matches(file)) && !isExcluded(file) ? [file] : [],
  );
  return keepManifests(tree, candidates, survey.cache.sniffs);
}

/** All configured targets of one side, and the settings that match nothing there. */
export async function configuredTargets(
  survey: Survey,
  settings: NonNullable<Selection["targets"]>,
  isExcluded: (path: string) => boolean,
): Promise<{ readonly targets: readonly Target[]; readonly unmatched: readonly string[] }> {
  const targets = new Map<string, Target>();
  const unmatched: string[] = [];
  for (const setting of settings) {
    const found = await targetsOf(survey, setting, isExcluded);
    if (found.length === 0) unmatched.push(describeSetting(setting));
    for (const target of found) keepDistinct(targets, target);
  }
  return { targets: [...targets.values()], unmatched };
}

/** Two settings may name the same path: what is the same twice is kept once, what differs is numbered. */
function keepDistinct(targets: Map<string, Target>, target: Target): void {
  for (let number = 1; ; number++) {
    const id = number === 1 ? target.id : `${target.id}@${number}`;
    const known = targets.get(id);
    if (known === undefined) {
      targets.set(id, { ...target, id });
      return;
    }
    if (JSON.stringify({ ...known, id: "" }) === JSON.stringify({ ...target, id: "" })) return;
  }
}
