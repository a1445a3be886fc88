// Problems as people want to read them: what is wrong on both sides, or in several targets, is told once.

import type { Problem } from "../core/problem.ts";

/** A problem, and where it is: on one side, or alike on both; in one target or alike in several, none for the whole run. */
export interface ProblemStory extends Omit<Problem, "side" | "target"> {
  readonly side: Problem["side"] | "both sides";
  readonly targets: readonly string[];
}

/** The problems in their order, those of both sides merged into the first, and those of several targets, such as the variants of a chart. */
export function tellProblems(problems: readonly Problem[]): readonly ProblemStory[] {
  const ofTargets = new Map<string, Omit<Problem, "side"> & Pick<ProblemStory, "side">>();
  for (const problem of problems) {
    const { side, ...rest } = problem;
    const key = JSON.stringify([rest.kind, rest.target, rest.path, rest.line, rest.message, rest.remedy, rest.blocking]);
    const known = ofTargets.get(key);
    if (known === undefined) ofTargets.set(key, problem);
    else if (known.side !== side) ofTargets.set(key, { ...known, side: "both sides" });
  }
  const stories = new Map<string, ProblemStory>();
  for (const { target, ...rest } of ofTargets.values()) {
    const key = JSON.stringify([rest.kind, rest.side, target === null, rest.path, rest.line, rest.message, rest.remedy, rest.blocking]);
    const { targets } = stories.get(key) ?? { targets: [] };
    stories.set(key, { ...rest, targets: target === null ? targets : [...targets, target] });
  }
  return [...stories.values()];
}

/** How many parts of the repository are not known for it: a target is one, and the whole run is. */
export const partsOf = ({ targets }: ProblemStory): number => Math.max(1, targets.length);
