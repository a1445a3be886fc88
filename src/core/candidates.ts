// Who belongs to whom, where each may be like several: only what is clearly the most like each other.

import { bucketsOf } from "./buckets.ts";
import type { Likeness } from "./likeness.ts";

/** Two that could be the same. */
export interface Candidate<T> {
  readonly base: T;
  readonly head: T;
  readonly likeness: Likeness;
}

const MARGIN = 0.05; // of `rank`: less than this apart are equally alike

/** The best candidates of a list, the best first; several when they are equally alike. */
export function equallyBest<T>(candidates: readonly Candidate<T>[]): readonly Candidate<T>[] {
  const most = candidates.reduce((best, { likeness }) => Math.max(best, likeness.rank), 0);
  return candidates.filter(({ likeness }) => most - likeness.rank < MARGIN).sort((a, b) => b.likeness.rank - a.likeness.rank);
}

/** The best candidate of a list; null when another is as good. */
export function clearlyBest<T>(candidates: readonly Candidate<T>[]): Candidate<T> | null {
  const [best, second] = equallyBest(candidates);
  return best === undefined || second !== undefined ? null : best;
}

/** Candidates of which each is the clearly best of both. The order of candidates does not matter. */
export function mutuallyBest<T>(candidates: readonly Candidate<T>[]): Candidate<T>[] {
  const byHead = new Map([...bucketsOf(candidates, ({ head }) => head)].map(([head, own]) => [head, clearlyBest(own)]));
  return [...bucketsOf(candidates, ({ base }) => base)].flatMap(([, own]) => {
    const best = clearlyBest(own);
    return best !== null && byHead.get(best.head) === best ? [best] : [];
  });
}
