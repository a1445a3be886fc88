// What was matched across a rename or a move, for people to check: a false match would hide what is new.

import type { ContainerRow, Was } from "../core/report.ts";
import { listed } from "../core/wording.ts";
import { describeName, describePlace, type Quote } from "./subject.ts";

/** Containers of one workload that were matched with those of one other, or with each other. */
export interface Move {
  /** Raw: escape it for its destination by the quotes that `describeMove` takes. */
  readonly was: Was;
  readonly now: Pick<ContainerRow, "target" | "workload" | "container">;
  /** How many containers. */
  readonly count: number;
}

const sameJson = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two);

/** A move of a whole workload is one, however many containers it has; a container with another name or type is one of its own. */
export function movesOf(rows: readonly ContainerRow[]): readonly Move[] {
  const moves = new Map<string, Move>();
  for (const { was, target, workload, container } of rows) {
    if (was === null) continue;
    const renamed = sameJson(was.container, container) ? [] : [was.container, container];
    const key = JSON.stringify([was.target, was.workload, target, workload, ...renamed]);
    const known = moves.get(key);
    moves.set(key, known === undefined ? { was, now: { target, workload, container }, count: 1 } : { ...known, count: known.count + 1 });
  }
  return [...moves.values()];
}

/** `Deployment shop/web → Deployment shop/site, by image and ports`. */
export function describeMove({ was, now }: Move, quote: Quote, quoteKind: Quote): string {
  const place = ({ target, workload, container }: Move["now"]): string => {
    const subject = sameJson(was.container, now.container) ? describeName(workload, quote, quoteKind) : describePlace({ target, workload, containers: [container] }, quote, quoteKind);
    return was.target === now.target ? subject : `${subject} in ${quote(target)}`;
  };
  return `${place(was)} → ${place(now)}, by ${listed(was.by)}`;
}
