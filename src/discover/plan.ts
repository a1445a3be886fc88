// What has to be looked at: the targets of both sides by id, and which of them cannot differ.

import type { Problem } from "../core/problem.ts";
import type { Selection } from "../core/selection.ts";
import type { Tree } from "../core/tree.ts";
import { planUpon, type Upon } from "./built-upon.ts";
import { discoverIn, type Discovery } from "./discover.ts";
import { followMade, markDeclarers, type Follow } from "./follow-made.ts";
import { exclusion } from "./glob.ts";
import { isNamedBy } from "./narrowing.ts";
import { pairTargets, type Attempts, type PlannedTarget, type Surveys } from "./pair-targets.ts";
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
  /** Plans what targets build upon that cannot be built themselves. */
  readonly upon: Upon;
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
  const isExcluded = exclusion(selection.exclude);
  const context = { base: baseSurvey === null ? [] : contextFiles(baseSurvey, isExcluded), head: contextFiles(headSurvey, isExcluded) };
  const marked = await markDeclarers([...targets].sort((a, b) => (a.id < b.id ? -1 : 1)), headSurvey, selection);
  return { targets: marked, context, problems: notFound(selection, onBase, onHead, targets), follow: followMade(surveys, selection, marked, attempts), upon: planUpon(surveys, selection, marked, attempts) };
}

/** Of the files that discovery has read those with objects that say something about containers elsewhere. */
function contextFiles({ tree, cache, chartOf }: Survey, isExcluded: (path: string) => boolean): readonly string[] {
  return [...tree.entries].flatMap(([path, entry]) => (entry.kind === "file" && cache.sniffs.get(entry.id)?.notices === true && chartOf(path) === null && !isExcluded(path) ? [path] : []));
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
