// What the files of a small tree declare.

import { discoverEverything, type Selection } from "../../../src/core/selection.ts";
import type { HelmTarget, KustomizeTarget, ManifestsTarget, Target } from "../../../src/core/target.ts";
import { declaredTargets, type Declared } from "../../../src/discover/gitops/declared-targets.ts";
import { emptyCache, surveyTree } from "../../../src/discover/survey.ts";
import { treeOf, type Stand } from "../../support/tree.ts";

export type Files = Readonly<Record<string, Stand>>;

/** The address of the repository in the tests. */
export const HERE = "https://git.example.org/team/apps";

/** Everything declared, in a repository that is known as `HERE`. */
export async function declared(files: Files, more: Partial<Selection> = {}, isExcluded: (path: string) => boolean = () => false): Promise<Declared> {
  const selection = { ...discoverEverything, repositories: [HERE], ...more };
  return declaredTargets(await surveyTree(treeOf(files), emptyCache(), selection.chartCache), selection, isExcluded);
}

/** The only target. Throws when there are more, or none. */
export async function only(files: Files, more: Partial<Selection> = {}): Promise<Target> {
  const { targets } = await declared(files, more);
  const [target] = targets;
  if (target === undefined || targets.length > 1) throw new Error(`not one target: ${targets.map(({ id }) => id).join(", ")}`);
  return target;
}

export function asHelm(target: Target): HelmTarget {
  if (target.engine !== "helm") throw new Error(target.id);
  return target;
}

export function asKustomize(target: Target): KustomizeTarget {
  if (target.engine !== "kustomize") throw new Error(target.id);
  return target;
}

export function asManifests(target: Target): ManifestsTarget {
  if (target.engine !== "manifests") throw new Error(target.id);
  return target;
}

/** Each target's id, and what is in its way. */
export async function summary(files: Files, more: Partial<Selection> = {}): Promise<readonly string[]> {
  return (await declared(files, more)).targets.map(({ id, unresolvable }) => (unresolvable === null ? id : `${id} ${unresolvable.kind}: ${unresolvable.message}`));
}
