// Finds what one side would apply: charts, kustomizations, plain manifests; or what the configuration names.

import type { Selection } from "../core/selection.ts";
import { plainHelm, plainKustomize, plainTarget, type Target } from "../core/target.ts";
import type { Tree } from "../core/tree.ts";
import { isLibraryChart } from "./charts.ts";
import { configuredTargets } from "./configured-targets.ts";
import { declaredTargets } from "./gitops/declared-targets.ts";
import { exclusion } from "./glob.ts";
import { rootKustomizations } from "./kustomize-roots.ts";
import { plainManifests } from "./manifest-files.ts";
import { isWanted } from "./narrowing.ts";
import { loadPluginTexts } from "./plugin-objects.ts";
import { emptyCache, surveyTree, type DiscoveryCache, type Survey } from "./survey.ts";
import { variantsOf } from "./variants.ts";

export interface Discovery {
  /** Sorted by id. */
  readonly targets: readonly Target[];
  /** Configured targets that match nothing on this side, as `engine: path`. */
  readonly unmatched: readonly string[];
}

/** Finds the targets of one side. Hand the cache of one side to the other, so that what they share is read once. */
export async function discover(tree: Tree, selection: Selection, cache: DiscoveryCache = emptyCache()): Promise<Discovery> {
  return discoverIn(await surveyTree(tree, cache, selection.chartCache), selection);
}

/** The same for a tree that has been surveyed. */
export async function discoverIn(survey: Survey, selection: Selection): Promise<Discovery> {
  const isExcluded = exclusion(selection.exclude);
  const found =
    selection.targets === null
      ? { targets: await everything(survey, selection, isExcluded), unmatched: [] }
      : await configuredTargets(survey, selection.targets, isExcluded);
  const wanted = found.targets.filter((target) => isWanted(selection, target));
  return { targets: wanted.sort((a, b) => (a.id < b.id ? -1 : 1)), unmatched: found.unmatched };
}

async function everything(survey: Survey, selection: Selection, isExcluded: (path: string) => boolean): Promise<readonly Target[]> {
  await loadPluginTexts(survey);
  const declared = await declaredTargets(survey, selection, isExcluded);
  const manifests = await plainManifests(survey, isExcluded);
  const charts = applicationCharts(survey).filter((path) => !isExcluded(path));
  const kustomizations = standingKustomizations(survey, isExcluded).filter((path) => !declared.covers.kustomizations.has(path));
  return [
    ...charts.flatMap((path): readonly Target[] => [helmTarget(path, selection), ...(selection.variants === "auto" ? variantsOf(survey.tree, path, selection.helmDefaults) : [])]),
    ...kustomizations.map((path): Target => ({ ...plainKustomize, id: `kustomize:${path}`, path, loadRestrictor: selection.loadRestrictor })),
    ...[...manifests].flatMap(([path, found]): readonly Target[] => {
      const files = found.filter((file) => !declared.covers.files.has(file));
      return files.length === 0 ? [] : [{ ...plainTarget, id: `manifests:${path}`, path, engine: "manifests", namespace: "default", files }];
    }),
    ...declared.targets,
  ];
}

/** A chart as `helm template` renders it when told nothing else. */
export function helmTarget(path: string, selection: Selection): Target {
  return { ...plainHelm, id: `helm:${path}`, path, helm: selection.helmDefaults };
}

/** True when the chart at the folder only lends templates to others. */
export function isLibrary(survey: Survey, folder: string): boolean {
  return survey.allCharts.some((chart) => chart.folder === folder && isLibraryChart(survey.cache.texts.get(chart.id) ?? null));
}

function applicationCharts(survey: Survey): readonly string[] {
  return survey.charts.filter(({ id }) => !isLibraryChart(survey.cache.texts.get(id) ?? null)).map(({ folder }) => folder);
}

/**
 * What lies inside a chart is the chart's, except a kustomization right beside Chart.yaml: tools that see both build the kustomization.
 * argoproj/argo-cd: util/app/discovery/discovery.go. An excluded kustomization does not count as built, so it hides none of those below it.
 */
function standingKustomizations(survey: Survey, isExcluded: (path: string) => boolean): readonly string[] {
  const candidates = [...survey.kustomizations.keys()].filter((folder) => {
    const chart = survey.chartOf(folder);
    return (chart === null || chart === folder) && !isExcluded(folder);
  });
  return rootKustomizations(survey, candidates);
}
