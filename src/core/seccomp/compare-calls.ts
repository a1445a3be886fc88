// Two sets of system calls compared by name, and by arguments where both sides look at them.

import type { Condition } from "./seccomp-profile.ts";
import type { Conjunction, Reach, SystemCallSet } from "./reach.ts";

/** What opens and closes from one set to another. Names are sorted. */
export interface CallChange {
  /** Names that were closed, or are open with more arguments. */
  readonly gained: readonly string[];
  /** Names that are closed now, or are open with fewer arguments. */
  readonly lost: readonly string[];
  /** Of those the ones that were open before, and are open now, with other arguments. */
  readonly refined: readonly string[];
}

const LARGEST = 2n ** 64n - 1n;
const MOST_POINTS = 5_000;

function holds({ op, value, valueTwo }: Condition, argument: bigint): boolean {
  switch (op) {
    case "SCMP_CMP_NE":
      return argument !== value;
    case "SCMP_CMP_LT":
      return argument < value;
    case "SCMP_CMP_LE":
      return argument <= value;
    case "SCMP_CMP_EQ":
      return argument === value;
    case "SCMP_CMP_GE":
      return argument >= value;
    case "SCMP_CMP_GT":
      return argument > value;
    case "SCMP_CMP_MASKED_EQ":
      return (argument & value) === valueTwo;
  }
}

type Arguments = ReadonlyMap<number, bigint>;

const satisfied = (conjunction: Conjunction, point: Arguments): boolean => conjunction.every((condition) => holds(condition, point.get(condition.index) ?? 0n));

function isOpen({ when, unless }: Reach, point: Arguments): boolean {
  return (when === "any" || when.some((one) => satisfied(one, point))) && !unless.some((one) => satisfied(one, point));
}

const conditionsOf = ({ when, unless }: Reach): readonly Condition[] => [...(when === "any" ? [] : when), ...unless].flat();

/** Values of one argument on both sides of every border that a comparison draws: of two that lie between the same borders one is enough. */
function bordersOf(conditions: readonly Condition[]): readonly bigint[] {
  const masks = conditions.filter(({ op }) => op === "SCMP_CMP_MASKED_EQ");
  const values = new Set<bigint>([0n, LARGEST]);
  for (const { op, value } of conditions) {
    if (op !== "SCMP_CMP_MASKED_EQ") for (const at of [value - 1n, value, value + 1n]) if (at >= 0n) values.add(at);
  }
  // A mask is no border: what it leaves out may be anything, so that each value has one beside it that passes.
  const passing = [...values].flatMap((at) => masks.map(({ value, valueTwo }) => (at & (LARGEST ^ value)) | valueTwo));
  for (const at of passing) values.add(at);
  for (const { value, valueTwo } of masks) for (let bit = 1n; bit <= value; bit <<= 1n) if ((value & bit) !== 0n) values.add(valueTwo ^ bit);
  return [...values];
}

/** Every combination of telling arguments; null when there are too many to try. */
function pointsFor(conditions: readonly Condition[]): readonly Arguments[] | null {
  let points: Arguments[] = [new Map()];
  for (const index of new Set(conditions.map((condition) => condition.index))) {
    const borders = bordersOf(conditions.filter((condition) => condition.index === index));
    if (points.length * borders.length > MOST_POINTS) return null;
    points = points.flatMap((point) => borders.map((value) => new Map([...point, [index, value]])));
  }
  return points;
}

/** Whether arguments opened or closed. Filters too large to try count as both when they differ. */
function compareReach(base: Reach, head: Reach): { readonly wider: boolean; readonly narrower: boolean } {
  const conditions = [...conditionsOf(base), ...conditionsOf(head)];
  const points = pointsFor(conditions);
  if (points === null) {
    const differs = textOf(base) !== textOf(head);
    return { wider: differs, narrower: differs };
  }
  const differing = points.filter((point) => isOpen(base, point) !== isOpen(head, point));
  return { wider: differing.some((point) => isOpen(head, point)), narrower: differing.some((point) => isOpen(base, point)) };
}

function textOf(reach: Reach): string {
  return JSON.stringify(reach, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

function compareSets(base: SystemCallSet, head: SystemCallSet): CallChange {
  const gained: string[] = [];
  const lost: string[] = [];
  const refined: string[] = [];
  for (const [name, after] of head) {
    const before = base.get(name);
    if (before === undefined) gained.push(name);
    else if (before !== after) {
      const { wider, narrower } = compareReach(before, after);
      if (wider) gained.push(name);
      if (narrower) lost.push(name);
      if (wider || narrower) refined.push(name);
    }
  }
  for (const name of base.keys()) if (!head.has(name)) lost.push(name);
  return { gained, lost: lost.sort(), refined }; // sets are sorted: only what is lost comes from two of them
}

const compared = new WeakMap<SystemCallSet, WeakMap<SystemCallSet, CallChange>>(); // ten thousand containers share a few sets

/** What opens and closes from `base` to `head`. */
export function compareCalls(base: SystemCallSet, head: SystemCallSet): CallChange {
  const row = compared.get(base) ?? new WeakMap<SystemCallSet, CallChange>();
  compared.set(base, row);
  const known = row.get(head);
  if (known !== undefined) return known;
  const change = compareSets(base, head);
  row.set(head, change);
  return change;
}
