// Containers of one workload whose name or type changed.

import { mutuallyBest, type Candidate } from "./candidates.ts";
import type { InventoryEntry } from "./inventory.ts";
import { containerLikeness, subjectOf, type Subject } from "./likeness.ts";
import { traitsOf } from "./traits.ts";

/** A container of the base under another name or type on the head, and what says so. */
export type ContainerMatch = Candidate<InventoryEntry>;

const MOST = 100; // containers of one workload that are compared with each other: no real pod has as many

const known = (entry: InventoryEntry): Subject => subjectOf(traitsOf([entry]), entry.container.name, [entry.container.type]);

/** Matches what is left of the two sides of one workload. What is like several others is left alone. */
export function matchContainers(gone: readonly InventoryEntry[], come: readonly InventoryEntry[]): ContainerMatch[] {
  if (gone.length === 0 || gone.length > MOST || come.length > MOST) return [];
  const heads = come.map((head) => ({ head, subject: known(head) }));
  const candidates = gone.flatMap((base) => {
    const subject = known(base);
    return heads.flatMap(({ head, subject: other }) => {
      const likeness = containerLikeness(subject, other);
      return likeness === null ? [] : [{ base, head, likeness }];
    });
  });
  return mutuallyBest(candidates);
}
