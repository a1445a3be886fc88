// What could not be looked at on either side, and cannot differ between them, is no reason to doubt the change.

import type { Trouble } from "./problem.ts";
import type { SideState } from "./report.ts";

interface Looked {
  readonly state: SideState;
  readonly problems: readonly Trouble[];
}

/**
 * One side in the light of the other: a blocking problem that both have, decided by the very same things, becomes a remark. Where none is
 * left that blocks, the side counts as rendered: all that the change can touch was seen.
 */
export function withoutUntouched<Side extends Looked>(side: Side, other: Looked): Side {
  const decided = new Set(other.problems.flatMap(({ blocking, decides }) => (blocking && decides !== undefined ? [decides] : [])));
  const isUntouched = ({ blocking, decides }: Trouble) => blocking && decides !== undefined && decided.has(decides);
  if (!side.problems.some(isUntouched)) return side;
  const problems = side.problems.map((problem) =>
    isUntouched(problem) ? { ...problem, message: `${problem.message}; the change touches nothing that decides it`, remedy: "", blocking: false } : problem,
  );
  return { ...side, problems, state: problems.some(({ blocking }) => blocking) ? side.state : "rendered" };
}
