// What has to be looked at: the targets of both sides by id, and which of them cannot differ.

import type { Problem } from "../core/problem.ts";
import type { Selection } from "../core/selection.ts";
import { plainKustomize } from "../core/target.ts";
import type { Tree } from "../core/tree.ts";
import { discoverIn, type Discovery } from "./discover.ts";
import { followMade, markDeclarers, type Follow } from "./follow-made.ts";
import { exclusion } from "./glob.ts";
import { foldersBuiltUpon, isComponent } from "./kustomize-roots.ts";
import { isNamedBy } from "./narrowing.ts";
import { pairTargets, planOne, type Attempts, type PlannedTarget, type Surveys } from "./pair-targets.ts";
import { emptyCache, surveyTree, type Survey } from "./survey.ts";

export interface Plan {
  /** Sorted by id. */
  readonly targets: readonly PlannedTarget[];
  /** Files outside of charts with objects that say something about containers elsewhere, sorted: they count whether they changed or not. */
  readonly context: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** What the user named and nobody found. */
  readonly problems: readonly Problem[];
  /** Plans what rendered targets declare in turn: a chart of Applications, for one. */
  readonly follow: Follow;
}

/** Plans the comparison of two sides; a null base is a scan of the head alone. `attempts`: for a renderer that fetches and runs things. */
export async function planTargets(base: Tree | null, head: Tree, selection: Selection, attempts: Attempts = new Set()): Promise<Plan> {
  const cache = emptyCache();
  const headSurvey = await surveyTree(head, cache, selection.chartCache);
  const baseSurvey = base === null ? null : await surveyTree(base, cache, selection.chartCache);
  const onHead = await discoverIn(headSurvey, selection);
  const onBase = baseSurvey === null ? null : await discoverIn(baseSurvey, selection);

  const surveys: Surveys = { base: baseSurvey, head: headSurvey };
  const targets = await pairTargets(surveys, onBase?.targets ?? [], onHead.targets, attempts);
  const bases = await planBases(targets, surveys, selection, attempts);
  const all = [...targets, ...bases].sort((a, b) => (a.id < b.id ? -1 : 1));
  const isExcluded = exclusion(selection.exclude);
  const context = { base: baseSurvey === null ? [] : contextFiles(baseSurvey, isExcluded), head: contextFiles(headSurvey, isExcluded) };
  const marked = await markDeclarers(all, headSurvey, selection);
  return { targets: marked, context, problems: notFound(selection, onBase, onHead, targets), follow: followMade(surveys, selection, marked, attempts) };
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
async function planBases(targets: readonly PlannedTarget[], { base: baseSurvey, head: headSurvey }: Surveys, { exclude, loadRestrictor }: Selection, attempts: Attempts): Promise<PlannedTarget[]> {
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
      const planned = await planOne(id, { base: baseSurvey, head: headSurvey }, onBase ?? null, onHead ?? null, attempts);
      found.push(planned);
      if (isBlocked(planned)) todo.push(planned);
    }
  }
  return found;
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
