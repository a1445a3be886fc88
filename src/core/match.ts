// Renames and moves: what went and what came are one change where the evidence says that they are one container.

import { bucketsOf } from "./buckets.ts";
import { direction, type Pair } from "./diff.ts";
import type { InventoryEntry } from "./inventory.ts";
import { matchContainers, type ContainerMatch } from "./match-containers.ts";
import { matchWorkloads, type Instance, type WorkloadMatch } from "./match-workloads.ts";
import type { Evidence } from "./report.ts";
import { refineChange } from "./seccomp/refine-change.ts";

interface Match {
  readonly base: InventoryEntry;
  readonly by: readonly Evidence[];
}

type Matches = ReadonlyMap<InventoryEntry, Match>;

const instanceOf = ({ object, nth }: InventoryEntry): string => `${object}\0${nth}`;

function instancesOf(entries: readonly InventoryEntry[]): Instance[] {
  return [...bucketsOf(entries, instanceOf).values()].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const]));
}

const fileOf = ({ document }: InventoryEntry): string | null => document.path;

/** Containers of workloads that are on both sides. One that several files describe is looked for in the same file before it is in others. */
function withinWorkloads(gone: readonly InventoryEntry[], come: readonly InventoryEntry[]): ContainerMatch[] {
  const left = bucketsOf(gone, ({ object }) => object);
  return [...bucketsOf(come, ({ object }) => object)].flatMap(([object, heads]) => {
    const bases = left.get(object) ?? [];
    const byFile = bucketsOf(bases, fileOf);
    const found = [...bucketsOf(heads, fileOf)].flatMap(([file, own]) => matchContainers(byFile.get(file) ?? [], own));
    const taken = new Set(found.flatMap(({ base, head }) => [base, head]));
    return [...found, ...matchContainers(bases.filter((entry) => !taken.has(entry)), heads.filter((entry) => !taken.has(entry)))];
  });
}

/** Containers of a workload that has another name or place now: by their own names, then by content. */
function acrossWorkloads({ base, head, likeness }: WorkloadMatch): [InventoryEntry, Match][] {
  const named = new Map(base.map((entry) => [entry.slot, entry]));
  const same = head.flatMap((entry): [InventoryEntry, Match][] => {
    const was = named.get(entry.slot);
    return was === undefined ? [] : [[entry, { base: was, by: likeness.by }]];
  });
  const taken = new Set(same.flatMap(([entry, was]) => [entry, was.base]));
  const rest = matchContainers(base.filter((entry) => !taken.has(entry)), head.filter((entry) => !taken.has(entry)));
  return [...same, ...rest.map((one): [InventoryEntry, Match] => [one.head, { base: one.base, by: [...new Set([...likeness.by, ...one.likeness.by])] }])];
}

/** Every container of the head that was found again, with what it was. */
function findMatches(pairs: readonly Pair[]): Matches {
  const gone = pairs.flatMap(({ base, head }) => (base !== null && head === null ? [base] : []));
  const come = pairs.flatMap(({ base, head, basis }) => (base === null && head !== null && basis === "read" ? [head] : []));
  const within = withinWorkloads(gone, come);
  // A workload that kept some container, or got one back, did not go.
  const there = pairs.flatMap(({ base, head }) => (base !== null && head !== null ? [base, head] : []));
  const staying = new Set([...there, ...within.flatMap(({ base, head }) => [base, head])].map(instanceOf));
  const whole = (entries: readonly InventoryEntry[]): Instance[] => instancesOf(entries.filter((entry) => !staying.has(instanceOf(entry))));
  const inside = within.map(({ base, head, likeness }): [InventoryEntry, Match] => [head, { base, by: likeness.by }]);
  return new Map([...inside, ...matchWorkloads(whole(gone), whole(come)).flatMap(acrossWorkloads)]);
}

/**
 * Makes one pair of what went and what came, where they are the same container under another name or at another place. Across
 * targets, so it wants the pairs of all of them. What could not be read on the base is never matched.
 */
export function matchMoved(pairs: readonly Pair[]): Pair[] {
  const matches = findMatches(pairs);
  const found = new Set([...matches.values()].map(({ base }) => base));
  return pairs.flatMap((pair): Pair[] => {
    const { base, head } = pair;
    if (head === null) return base !== null && found.has(base) ? [] : [pair];
    const match = base === null ? matches.get(head) : undefined;
    if (match === undefined) return [pair];
    return [{ ...pair, base: match.base, change: refineChange(direction(match.base.posture, head.posture), match.base, head), by: match.by }];
  });
}
