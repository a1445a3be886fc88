// One target on both sides: what it reads, whether it can differ, and what is in its way.

import type { ProblemKind, Trouble } from "../core/problem.ts";
import { identityOf, plainTarget, type Target } from "../core/target.ts";
import { differingInputs, gatherInputs, type Closure, type Differing } from "./closure.ts";
import { isLibrary } from "./discover.ts";
import { helmClosure } from "./helm-closure.ts";
import { kustomizeClosure } from "./kustomize-closure.ts";
import type { Survey } from "./survey.ts";
import { unseenClosure } from "./unseen-closure.ts";

/** One target on both sides. */
export interface PlannedTarget {
  readonly id: string;
  /** Null when the side does not have it. */
  readonly base: Target | null;
  readonly head: Target | null;
  /** Charts that may stand in for those that are not where they should be. */
  readonly charts: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** True when both sides render from the very same bytes, so that they cannot differ. */
  readonly unchanged: boolean;
  /** Which of the files that both sides render from are not the same on both; null where that is not all that can differ. */
  readonly differing: readonly Differing[] | null;
  /** True for one that is to be rendered although it is unchanged, since it may declare targets that are not. */
  readonly declares: boolean;
  /** Files that rendering will probably read, sorted. */
  readonly predicted: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** What is known to be wrong before rendering; what blocks makes rendering pointless. */
  readonly troubles: { readonly base: readonly Trouble[]; readonly head: readonly Trouble[] };
}

/** Kinds of problem that are no reason not to render. */
export type Attempts = ReadonlySet<ProblemKind>;

/** Both sides as they are surveyed. */
export interface Surveys {
  /** Null when one side is scanned alone. */
  readonly base: Survey | null;
  readonly head: Survey;
}

/** The targets of both sides, paired by identity and sorted by it. */
export async function pairTargets(surveys: Surveys, onBase: readonly Target[], onHead: readonly Target[], attempts: Attempts): Promise<readonly PlannedTarget[]> {
  const { base: baseSurvey, head: headSurvey } = surveys;
  const headTargets = new Map(onHead.map((target) => [identityOf(target), target]));
  const baseTargets = new Map(onBase.map((target) => [identityOf(target), target]));
  const targets: PlannedTarget[] = [];
  for (const identity of [...new Set([...headTargets.keys(), ...baseTargets.keys()])].sort()) {
    const [foundOnBase, foundOnHead] = [baseTargets.get(identity) ?? null, headTargets.get(identity) ?? null];
    const base = foundOnBase ?? (baseSurvey === null || foundOnHead === null ? null : stillThere(baseSurvey, foundOnHead, "base"));
    const head = foundOnHead ?? (foundOnBase === null ? null : stillThere(headSurvey, foundOnBase, "head"));
    const planned = await planOne(foundOnHead?.id ?? foundOnBase?.id ?? identity, surveys, base, head, attempts);
    const before = foundOnBase?.branches ?? [];
    targets.push(withBranches(planned, before.length > 0 ? before : onBase.flatMap(({ branches }) => branches)));
  }
  return targets;
}

/**
 * The target, with what it has to be told of when it takes its files from a branch that it did not take them from before: that one holds
 * something else than the tree at hand. Where nothing is deployed yet, nobody knows which branch the tree is of.
 */
function withBranches(planned: PlannedTarget, before: readonly string[]): PlannedTarget {
  const { head, troubles } = planned;
  const [branch] = before.length === 0 ? [] : (head?.branches ?? []).filter((one) => !before.includes(one));
  if (branch === undefined || head?.declaredBy == null) return planned;
  const { kind, namespace, name, path, line } = head.declaredBy;
  const trouble: Trouble = {
    kind: "remote-resource",
    path,
    line,
    message: `${kind} \`${namespace}/${name}\` deploys the branch \`${branch}\`, where ${[...new Set(before)].sort().map((one) => `\`${one}\``).join(", ")} was deployed, and what that branch holds was not looked at`,
    remedy: `Compare with that branch, too: \`seccomp-gate diff --head origin/BRANCH\`.`,
    blocking: true,
  };
  return { ...planned, unchanged: false, troubles: { ...troubles, head: [...troubles.head, trouble] } };
}

/**
 * A target that discovery does not take for one on this side, though its chart or kustomization is there: an overlay came or went, so
 * that a base is a root on one side only. It is rendered on both, or its containers would seem to come and go with it.
 */
function stillThere(survey: Survey, target: Target, side: "base" | "head"): Target | null {
  if (target.engine === "manifests") return null;
  if (target.engine === "kustomize") {
    if (!survey.kustomizations.has(target.path)) return null;
    if (target.declaredBy === null) return target;
    // Who puts a folder under Flux or Argo CD compares with the folder as it was, under the names that it gets now.
    return side === "base" ? { ...target, ...plainTarget } : null;
  }
  if (target.declaredBy !== null) return null;
  if (!survey.allCharts.some(({ folder }) => folder === target.path)) return null;
  // Values for tests that are new are compared with the chart as it was without them.
  if (target.variant !== null) return side === "base" ? { ...target, helm: { ...target.helm, valuesFiles: [] } } : null;
  // A chart that became an application has nothing to compare with. One that became a library is rendered, and refused: it hides what it had.
  return side === "base" && isLibrary(survey, target.path) ? null : target;
}

/** What stands in the way of a target that nothing is known against can be attempted. */
function heeded(target: Target | null, closure: Closure | null, attempts: Attempts): readonly Trouble[] {
  const troubles = closure?.troubles ?? [];
  return target === null || target.unresolvable !== null ? troubles : troubles.filter(({ kind }) => !attempts.has(kind));
}

/** What is known of one target before it is rendered. */
export async function planOne(id: string, surveys: Surveys, base: Target | null, head: Target | null, attempts: Attempts): Promise<PlannedTarget> {
  const baseClosure = surveys.base === null || base === null ? null : await closureOf(surveys.base, base);
  const headClosure = head === null ? null : await closureOf(surveys.head, head);
  // Other settings need no comparison: both sides' targets are made from the same selection.
  const isComparable = base !== null && head !== null && base.declaredBy?.decides === head.declaredBy?.decides && filesOf(base) === filesOf(head) && baseClosure !== null && headClosure !== null;
  const differing = isComparable ? differingInputs(baseClosure, headClosure) : null;
  return {
    id,
    base,
    head,
    unchanged: differing?.length === 0,
    differing,
    declares: false,
    charts: { base: baseClosure?.charts ?? [], head: headClosure?.charts ?? [] },
    predicted: { base: baseClosure?.files ?? [], head: headClosure?.files ?? [] },
    troubles: { base: heeded(base, baseClosure, attempts), head: heeded(head, headClosure, attempts) },
  };
}

/** Values files by name: a variant may have its base's side without any. */
function filesOf(target: Target): string {
  return target.engine === "helm" ? [...target.helm.valuesFiles, "", ...target.helm.defaultsFiles].join("\n") : "";
}

/** The inputs of a target on one side, the object that declares it included. */
export async function closureOf(survey: Survey, target: Target): Promise<Closure> {
  const { declaredBy, unresolvable } = target;
  if (unresolvable !== null) return unseenClosure(survey, target, unresolvable);
  const closure = await engineClosure(survey, target);
  return declaredBy === null ? closure : { ...closure, files: [...new Set([...closure.files, declaredBy.path])].sort() };
}

async function engineClosure(survey: Survey, target: Target): Promise<Closure> {
  if (target.engine === "helm") return helmClosure(survey, target);
  if (target.engine === "kustomize") return kustomizeClosure(survey, target);
  const gathered = gatherInputs(survey.tree);
  for (const file of target.files) gathered.add(file);
  return { inputs: gathered.inputs, complete: true, charts: [], files: gathered.files(), troubles: [] };
}
