// What got better, told once: containers of one workload that changed alike, and targets that render the same.

import type { Container, ContainerRow } from "../core/report.ts";
import { describeChange, type Place } from "./story.ts";

/** Containers of one workload that got stronger alike. Texts are raw: escape them for their destination. */
export interface Stronger {
  readonly place: Place;
  readonly change: string;
}

/** The rows that got stronger, in their order. */
export function tellStronger(rows: readonly ContainerRow[]): readonly Stronger[] {
  const ofTargets = new Map<string, { readonly place: Place & { readonly containers: Container[] }; readonly change: string }>();
  for (const row of rows) {
    if (row.change !== "strengthened") continue;
    const { target, workload, container } = row;
    const change = describeChange(row) ?? "";
    const key = JSON.stringify([target, workload, change]);
    const known = ofTargets.get(key);
    if (known === undefined) ofTargets.set(key, { place: { target, alsoIn: [], workload, containers: [container] }, change });
    else known.place.containers.push(container);
  }
  const told = new Map<string, Stronger>();
  for (const { place, change } of ofTargets.values()) {
    const key = JSON.stringify([place.workload, place.containers, change]);
    const known = told.get(key);
    told.set(key, known === undefined ? { place, change } : { ...known, place: { ...known.place, alsoIn: [...known.place.alsoIn, place.target] } });
  }
  return [...told.values()];
}

/** How many rows it tells. */
export const countStronger = ({ place }: Stronger): number => place.containers.length * (1 + place.alsoIn.length);
