// Problems as people want to read them: what is wrong on both sides is told once.

import type { Problem } from "../core/problem.ts";

/** A problem, and where it is: on one side, or alike on both. */
export interface ProblemStory extends Omit<Problem, "side"> {
  readonly side: Problem["side"] | "both sides";
}

/** The problems in their order, those of both sides merged into the first. */
export function tellProblems(problems: readonly Problem[]): readonly ProblemStory[] {
  const stories = new Map<string, ProblemStory>();
  for (const problem of problems) {
    const { side, ...rest } = problem;
    const key = JSON.stringify([rest.kind, rest.target, rest.path, rest.line, rest.message, rest.remedy, rest.blocking]);
    const known = stories.get(key);
    if (known === undefined) stories.set(key, problem);
    else if (known.side !== side) stories.set(key, { ...known, side: "both sides" });
  }
  return [...stories.values()];
}
