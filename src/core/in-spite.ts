// A chart that demands values is rendered without them all the same, and what does not depend on them is judged.

import type { Trouble } from "./problem.ts";

interface Looked {
  readonly problems: readonly Trouble[];
}

const demandsOf = ({ problems }: Looked): readonly string[] => problems.flatMap(({ demands }) => demands ?? []);

/** Whether a side was rendered in spite of what it demands: names in it may be made of what is not there. */
export const isInSpite = (side: Looked): boolean => demandsOf(side).length > 0;

/** Whether two sides demand the same, and nothing else is missing on either: what one of them has, and the other has not, came or went. */
export function demandAlike(base: Looked, head: Looked): boolean {
  const isAll = ({ problems }: Looked) => problems.every(({ blocking, demands }) => !blocking || demands !== undefined);
  return isInSpite(head) && isAll(base) && isAll(head) && JSON.stringify(demandsOf(base)) === JSON.stringify(demandsOf(head));
}

/** A problem with what was looked at in spite of it, while it blocks. */
export function withRest<Problem extends Trouble>(problem: Problem): Problem {
  return problem.rest === undefined || !problem.blocking ? problem : { ...problem, message: `${problem.message}; ${problem.rest}` };
}
