// Objects of one identity that one target describes several times: which of the base is which of the head. Their order says little.

import { bucketsOf } from "./buckets.ts";
import type { InventoryEntry } from "./inventory.ts";
import { remembered } from "./remembered.ts";
import { imagesOf } from "./traits.ts";

type Containers = readonly InventoryEntry[];

const path = ([first]: Containers): string => first?.document.path ?? "";
const postures = remembered((entries: Containers): string => JSON.stringify(entries.map(({ slot, posture }) => [slot, posture])));
const images = remembered((entries: Containers): string => JSON.stringify(imagesOf(entries)));

/** By what they are told apart, the surest first. The last one is left to their order: the API server keeps the last. */
const tellings: readonly ((entries: Containers) => string)[] = [
  (entries) => JSON.stringify([path(entries), images(entries), postures(entries)]),
  (entries) => JSON.stringify([path(entries), images(entries)]),
  (entries) => JSON.stringify([images(entries), postures(entries)]),
  path,
  images,
  () => "",
];

function pairInstances(base: readonly Containers[], head: readonly Containers[]): (readonly [base: Containers, head: Containers])[] {
  let [gone, come] = [base, head];
  const paired: (readonly [Containers, Containers])[] = [];
  for (const telling of tellings) {
    const left = bucketsOf(gone, telling);
    // From the last on, which is the one in effect.
    const found = come.toReversed().flatMap((entries) => {
      const was = left.get(telling(entries))?.pop();
      return was === undefined ? [] : [[was, entries] as const];
    });
    paired.push(...found);
    const taken = new Set(found.flat());
    [gone, come] = [gone.filter((entries) => !taken.has(entries)), come.filter((entries) => !taken.has(entries))];
  }
  return paired;
}

/** For every container of the head whose object is described several times on either side: what it was, or null. */
export function pairDuplicates(base: readonly InventoryEntry[], head: readonly InventoryEntry[]): Map<InventoryEntry, InventoryEntry | null> {
  const repeated = new Set([...base, ...head].flatMap(({ nth, object }) => (nth > 1 ? [object] : [])));
  if (repeated.size === 0) return new Map();
  const instances = (side: readonly InventoryEntry[]) => {
    const byObject = bucketsOf(side.filter(({ object }) => repeated.has(object)), ({ object }) => object);
    return new Map([...byObject].map(([object, entries]) => [object, [...bucketsOf(entries, ({ nth }) => nth).values()]]));
  };
  const before = instances(base);
  const found = new Map<InventoryEntry, InventoryEntry | null>();
  for (const [object, come] of instances(head)) {
    for (const entries of come) for (const entry of entries) found.set(entry, null);
    for (const [gone, entries] of pairInstances(before.get(object) ?? [], come)) {
      const slots = new Map(gone.map((entry) => [entry.slot, entry]));
      for (const entry of entries) found.set(entry, slots.get(entry.slot) ?? null);
    }
  }
  return found;
}
