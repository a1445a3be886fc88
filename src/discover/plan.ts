// What has to be looked at: the targets of both sides by id, and which of them cannot differ.

import type { Problem, ProblemKind, Trouble } from "../core/problem.ts";
import type { Selection } from "../core/selection.ts";
import { identityOf, plainKustomize, type Target } from "../core/target.ts";
import type { Tree } from "../core/tree.ts";
import { closuresEqual, gatherInputs, type Closure } from "./closure.ts";
import { discoverIn, isLibrary, type Discovery } from "./discover.ts";
import { exclusion } from "./glob.ts";
import { helmClosure } from "./helm-closure.ts";
import { kustomizeClosure } from "./kustomize-closure.ts";
import { foldersBuiltUpon, isComponent } from "./kustomize-roots.ts";
import { isNamedBy } from "./narrowing.ts";
import { emptyCache, surveyTree, type Survey } from "./survey.ts";

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
  /** Files that rendering will probably read, sorted. */
  readonly predicted: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** What is known to be wrong before rendering; what blocks makes rendering pointless. */
  readonly troubles: { readonly base: readonly Trouble[]; readonly head: readonly Trouble[] };
}

export interface Plan {
  /** Sorted by id. */
  readonly targets: readonly PlannedTarget[];
  /** Files outside of charts with objects that say something about containers elsewhere, sorted: they count whether they changed or not. */
  readonly context: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** What the user named and nobody found. */
  readonly problems: readonly Problem[];
}

/** Kinds of problem that are no reason not to render. */
type Attempts = ReadonlySet<ProblemKind>;

/** Plans the comparison of two sides; a null base is a scan of the head alone. `attempts`: for a renderer that fetches and runs things. */
export async function planTargets(base: Tree | null, head: Tree, selection: Selection, attempts: Attempts = new Set()): Promise<Plan> {
  const cache = emptyCache();
  const headSurvey = await surveyTree(head, cache, selection.chartCache);
  const baseSurvey = base === null ? null : await surveyTree(base, cache, selection.chartCache);
  const onHead = await discoverIn(headSurvey, selection);
  const onBase = baseSurvey === null ? null : await discoverIn(baseSurvey, selection);

  const headTargets = new Map(onHead.targets.map((target) => [identityOf(target), target]));
  const baseTargets = new Map((onBase?.targets ?? []).map((target) => [identityOf(target), target]));
  const targets: PlannedTarget[] = [];
  for (const identity of [...new Set([...headTargets.keys(), ...baseTargets.keys()])].sort()) {
    const [foundOnBase, foundOnHead] = [baseTargets.get(identity) ?? null, headTargets.get(identity) ?? null];
    const baseTarget = foundOnBase ?? (baseSurvey === null || foundOnHead === null ? null : stillThere(baseSurvey, foundOnHead, "base"));
    const headTarget = foundOnHead ?? (foundOnBase === null ? null : stillThere(headSurvey, foundOnBase, "head"));
    targets.push(await planOne(foundOnHead?.id ?? foundOnBase?.id ?? identity, baseSurvey, baseTarget, headSurvey, headTarget, attempts));
  }
  const bases = await planBases(targets, baseSurvey, headSurvey, selection, attempts);
  const all = [...targets, ...bases].sort((a, b) => (a.id < b.id ? -1 : 1));
  const isExcluded = exclusion(selection.exclude);
  const context = { base: baseSurvey === null ? [] : contextFiles(baseSurvey, isExcluded), head: contextFiles(headSurvey, isExcluded) };
  return { targets: all, context, problems: notFound(selection, onBase, onHead, targets) };
}

/** Of the files that discovery has read those with objects that say something about containers elsewhere. */
function contextFiles({ tree, cache, chartOf }: Survey, isExcluded: (path: string) => boolean): readonly string[] {
  return [...tree.entries].flatMap(([path, entry]) => (entry.kind === "file" && cache.sniffs.get(entry.id)?.notices === true && chartOf(path) === null && !isExcluded(path) ? [path] : []));
}

/** Kustomizations that a target builds upon on either side. */
function basesOf(surveys: readonly Survey[], { base, head }: PlannedTarget): ReadonlySet<string> {
  const target = head ?? base;
  return new Set(target?.engine === "kustomize" ? surveys.flatMap((survey) => foldersBuiltUpon(survey, target.path)) : []);
}

/** Kustomizations that are looked at as a part of the given targets. */
function builtWith(surveys: readonly Survey[], targets: readonly PlannedTarget[]): Set<string> {
  const built = new Set<string>();
  const todo = targets.flatMap(({ base, head }) => [base, head].flatMap((target) => (target?.engine === "kustomize" ? [target.path] : [])));
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (built.has(path)) continue;
    built.add(path);
    for (const survey of surveys) todo.push(...foldersBuiltUpon(survey, path));
  }
  return built;
}

const isBlocked = ({ troubles }: PlannedTarget): boolean => [...troubles.base, ...troubles.head].some(({ blocking }) => blocking);

/**
 * What a kustomization builds upon that cannot be built itself: a remote resource somewhere would otherwise hide every container that it
 * brings together from files of this repository. The blocked one stays a problem.
 */
async function planBases(targets: readonly PlannedTarget[], baseSurvey: Survey | null, headSurvey: Survey, { exclude, loadRestrictor }: Selection, attempts: Attempts): Promise<PlannedTarget[]> {
  const isExcluded = exclusion(exclude);
  const surveys = baseSurvey === null ? [headSurvey] : [baseSurvey, headSurvey];
  const seen = builtWith(surveys, targets.filter((target) => !isBlocked(target)));
  const found: PlannedTarget[] = [];
  const todo = targets.filter(isBlocked);
  for (const { base, head } of todo) for (const target of [base, head]) if (target !== null) seen.add(target.path); // circles lead back
  for (let blocked = todo.pop(); blocked !== undefined; blocked = todo.pop()) {
    for (const path of basesOf(surveys, blocked)) {
      if (seen.has(path) || isExcluded(path)) continue;
      seen.add(path);
      const id = `kustomize:${path}`;
      const [onBase, onHead] = [baseSurvey, headSurvey].map((survey) => (survey === null || !survey.kustomizations.has(path) || isComponent(survey, path) ? null : { ...plainKustomize, id, path, loadRestrictor }));
      if (!onBase && !onHead) continue;
      const planned = await planOne(id, baseSurvey, onBase ?? null, headSurvey, onHead ?? null, attempts);
      found.push(planned);
      if (isBlocked(planned)) todo.push(planned);
    }
  }
  return found;
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
    return side === "base" ? { ...target, declaredBy: null, unresolvable: null } : null;
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

async function planOne(id: string, baseSurvey: Survey | null, base: Target | null, headSurvey: Survey, head: Target | null, attempts: Attempts): Promise<PlannedTarget> {
  const baseClosure = baseSurvey === null || base === null ? null : await closureOf(baseSurvey, base);
  const headClosure = head === null ? null : await closureOf(headSurvey, head);
  return {
    id,
    base,
    head,
    // Other settings need no comparison: both sides' targets are made from the same selection.
    unchanged: base !== null && head !== null && base.declaredBy?.decides === head.declaredBy?.decides && filesOf(base) === filesOf(head) && baseClosure !== null && headClosure !== null && closuresEqual(baseClosure, headClosure),
    charts: { base: baseClosure?.charts ?? [], head: headClosure?.charts ?? [] },
    predicted: { base: baseClosure?.files ?? [], head: headClosure?.files ?? [] },
    troubles: { base: heeded(base, baseClosure, attempts), head: heeded(head, headClosure, attempts) },
  };
}

/** Values files by name: a variant may have its base's side without any. */
function filesOf(target: Target): string {
  return target.engine === "helm" ? target.helm.valuesFiles.join("\n") : "";
}

/** The inputs of a target on one side, the object that declares it included. */
export async function closureOf(survey: Survey, target: Target): Promise<Closure> {
  const { declaredBy, unresolvable } = target;
  if (unresolvable !== null) return { inputs: new Map(), complete: true, charts: [], files: declaredBy === null ? [] : [declaredBy.path], troubles: [unresolvable] };
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

/** What was named on purpose and is on neither side: a slip of the pen that would otherwise look like a pass. */
function notFound(selection: Selection, base: Discovery | null, head: Discovery, targets: readonly PlannedTarget[]): readonly Problem[] {
  const settings = head.unmatched.filter((setting) => base === null || base.unmatched.includes(setting));
  const only = selection.only.filter((wanted) => !targets.some(({ base: b, head: h }) => [b, h].some((target) => target !== null && isNamedBy(wanted, target))));
  return [
    ...settings.map((setting) => missing(`the configured target \`${setting}\` matches nothing`, "Correct the path or glob under `targets:`, or remove the entry.")),
    ...only.map((wanted) => missing(`\`${wanted}\` names no target`, "Give a target's id, its path, or a glob of paths; run without `--target` to see all ids.")),
  ];
}

function missing(message: string, remedy: string): Problem {
  return { kind: "not-found", side: "head", target: null, path: null, line: null, message, remedy, blocking: true };
}
