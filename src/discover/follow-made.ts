// What is declared by objects that only rendering shows: charts of Applications, and of releases.

import type { Selection } from "../core/selection.ts";
import type { Target } from "../core/target.ts";
import { loadTexts } from "./blob-texts.ts";
import { exclusion } from "./glob.ts";
import { declares } from "./gitops/declared-targets.ts";
import { targetsMade, type Made } from "./gitops/made-objects.ts";
import { mayDeclare, repositoryObjects } from "./gitops/repository-objects.ts";
import { isWanted } from "./narrowing.ts";
import { pairTargets, type Attempts, type PlannedTarget, type Surveys } from "./pair-targets.ts";
import type { Survey } from "./survey.ts";
import { fileAt } from "./tree-files.ts";

/** From what renderings of both sides have made to the targets that it declares, without those that were planned before. */
export type Follow = (made: { readonly base: readonly Made[]; readonly head: readonly Made[] }) => Promise<readonly PlannedTarget[]>;

/** Marks the charts that are unchanged and may declare targets that are not. Only in a repository that holds an object of Flux or Argo CD: others need not be searched. */
export async function markDeclarers(targets: readonly PlannedTarget[], survey: Survey, selection: Selection): Promise<readonly PlannedTarget[]> {
  const candidates = selection.targets === null ? targets.filter(({ unchanged, head }) => unchanged && head?.engine === "helm" && head.unresolvable === null) : [];
  if (candidates.length === 0 || !(await repositoryObjects(survey, exclusion(selection.exclude))).some(declares)) return targets;
  const { tree, cache } = survey;
  const blobsOf = ({ predicted }: PlannedTarget) => predicted.head.filter((path) => /(?:^|\/)templates\//.test(path)).flatMap((path) => fileAt(tree, path)?.id ?? []);
  await loadTexts(tree, cache.texts, candidates.flatMap(blobsOf));
  const declarers = new Set(candidates.filter((target) => blobsOf(target).some((id) => mayDeclare(cache.texts.get(id) ?? ""))));
  return targets.map((target) => (declarers.has(target) ? { ...target, declares: true } : target));
}

/** Follows what is made, level by level. Nothing is followed when the configuration names what to look at. */
export function followMade(surveys: Surveys, selection: Selection, planned: readonly PlannedTarget[], attempts: Attempts): Follow {
  const known: { readonly base: Target[]; readonly head: Target[] } = { base: [], head: [] };
  const note = (targets: readonly PlannedTarget[]): void => {
    for (const { base, head } of targets) {
      if (base !== null) known.base.push(base);
      if (head !== null) known.head.push(head);
    }
  };
  note(planned);
  return async (made) => {
    if (selection.targets !== null) return [];
    const onSide = async (survey: Survey | null, side: "base" | "head"): Promise<readonly Target[]> =>
      survey === null ? [] : (await targetsMade(survey, selection, inOrder(made[side], known[side]), known[side])).filter((target) => isWanted(selection, target));
    const further = await pairTargets(surveys, await onSide(surveys.base, "base"), await onSide(surveys.head, "head"), attempts);
    note(further);
    return further;
  };
}

/**
 * Renderings that somebody declares first. What a chart makes of its own values is nothing that anybody deploys where another target
 * renders the same chart with the values that it gets.
 */
function inOrder(made: readonly Made[], known: readonly Target[]): readonly Made[] {
  const byId = new Map(known.map((target) => [target.id, target]));
  const declaredPaths = new Set(known.flatMap(({ engine, path, declaredBy }) => (engine === "helm" && declaredBy !== null ? [path] : [])));
  const isDeclared = ({ by }: Made): boolean => (byId.get(by)?.declaredBy ?? null) !== null;
  const counts = (one: Made): boolean => {
    const target = byId.get(one.by);
    if (target?.engine !== "helm" || target.declaredBy !== null) return true;
    return target.variant === null && !declaredPaths.has(target.path);
  };
  const counted = made.filter(counts);
  return [...counted.filter(isDeclared), ...counted.filter((one) => !isDeclared(one))];
}

/** Ids of plain kustomizations and manifests all of which a followed target looks at, too, on every side that has them. */
export function coveredBy(planned: readonly PlannedTarget[], followed: readonly PlannedTarget[]): ReadonlySet<string> {
  const folders = { base: new Set<string>(), head: new Set<string>() };
  const files = { base: new Set<string>(), head: new Set<string>() };
  for (const one of followed) {
    for (const side of ["base", "head"] as const) {
      const target = one[side];
      if (target === null || target.declaredBy === null || target.unresolvable !== null) continue;
      if (target.engine === "kustomize") folders[side].add(target.path);
      if (target.engine === "manifests") for (const file of target.files) files[side].add(file);
    }
  }
  const isCovered = (target: Target | null, side: "base" | "head"): boolean => {
    if (target === null) return true;
    if (target.declaredBy !== null || target.engine === "helm") return false;
    return target.engine === "kustomize" ? folders[side].has(target.path) : target.files.every((file) => files[side].has(file));
  };
  return new Set(planned.flatMap(({ id, base, head }) => (isCovered(base, "base") && isCovered(head, "head") ? [id] : [])));
}
