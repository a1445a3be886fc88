// What a kustomization builds upon, for when it cannot be built itself.

import type { Selection } from "../core/selection.ts";
import { plainKustomize } from "../core/target.ts";
import { exclusion } from "./glob.ts";
import { foldersBuiltUpon, isComponent } from "./kustomize-roots.ts";
import { planOne, type Attempts, type PlannedTarget, type Surveys } from "./pair-targets.ts";
import type { Survey } from "./survey.ts";

/** From targets that could not be built to the kustomizations that they build upon and that are no part of any other target. */
export type Upon = (unbuilt: readonly PlannedTarget[]) => Promise<readonly PlannedTarget[]>;

/** Folders that the kustomization of a target builds upon on either side. */
function basesOf(surveys: readonly Survey[], { base, head }: PlannedTarget): readonly string[] {
  return [base, head].flatMap((target) => (target?.engine === "kustomize" ? surveys.flatMap((survey) => foldersBuiltUpon(survey, target.path)) : []));
}

/** Folders of kustomizations that are looked at with the given targets. */
function builtWith(surveys: readonly Survey[], targets: readonly PlannedTarget[]): Set<string> {
  const built = new Set(targets.flatMap(({ base, head }) => [base, head].flatMap((target) => (target?.engine === "kustomize" ? [target.path] : []))));
  for (const path of built) for (const survey of surveys) for (const folder of foldersBuiltUpon(survey, path)) built.add(folder);
  return built;
}

/**
 * Plans what stands below targets that could not be built: what one of them lacks would otherwise hide every container that it brings
 * together from files of this repository. What could not be built stays a problem.
 */
export function planUpon({ base: baseSurvey, head: headSurvey }: Surveys, { exclude, loadRestrictor }: Selection, planned: readonly PlannedTarget[], attempts: Attempts): Upon {
  const isExcluded = exclusion(exclude);
  const surveys = baseSurvey === null ? [headSurvey] : [baseSurvey, headSurvey];
  let seen: Set<string> | null = null;
  return async (unbuilt) => {
    if (unbuilt.length === 0) return [];
    const ids = new Set(unbuilt.map(({ id }) => id));
    seen ??= builtWith(surveys, planned.filter(({ id }) => !ids.has(id)));
    for (const { base, head } of unbuilt) for (const target of [base, head]) if (target !== null) seen.add(target.path); // circles lead back
    const found: PlannedTarget[] = [];
    for (const path of unbuilt.flatMap((target) => basesOf(surveys, target))) {
      if (seen.has(path) || isExcluded(path)) continue;
      seen.add(path);
      const id = `kustomize:${path}`;
      const [onBase = null, onHead = null] = [baseSurvey, headSurvey].map((survey) => (survey === null || !survey.kustomizations.has(path) || isComponent(survey, path) ? null : { ...plainKustomize, id, path, loadRestrictor }));
      if (onBase !== null || onHead !== null) found.push(await planOne(id, { base: baseSurvey, head: headSurvey }, onBase, onHead, attempts));
    }
    return found;
  };
}
