// How much two things are alike, by their content and by their names: enough to take one for the other under a new name, or not.

import type { Evidence } from "./report.ts";
import { traitOf, type Trait, type Traits } from "./traits.ts";

/** What is compared: a workload with all its containers, or one container. */
export interface Subject {
  readonly traits: Traits;
  /** Its own name. */
  readonly name: string;
  /** That name without what tools append to it. */
  readonly stem: string;
  /** Where it stands, each with the weight of it: kind, namespace, target … */
  readonly places: readonly string[];
}

/** What is compared, with what is asked of its name again and again. */
export function subjectOf(traits: Traits, name: string, places: readonly string[]): Subject {
  return { traits, name, stem: stem(name), places };
}

export interface Likeness {
  /** For comparing candidates: 0 to 2. */
  readonly rank: number;
  /** In what they are alike; the report says so. */
  readonly by: readonly Evidence[];
}

const content = { image: 4, command: 2, ports: 2, environment: 2, mounts: 1 } as const;
const contentNames = Object.keys(content) as readonly (keyof typeof content)[];

/** Share of what two traits have in common; null where both are empty. */
function overlap(one: Trait, two: Trait): number | null {
  if (one.length === 0 && two.length === 0) return null;
  let common = 0;
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
    const [a = "", b = ""] = [one[i], two[j]];
    if (a === b) common++;
    if (a <= b) i++;
    if (a >= b) j++;
  }
  return common / (one.length + two.length - common);
}

/** A name without the parts that tools append: versions, revisions and hashes. */
export function stem(name: string): string {
  const parts = name.split(/[-._]/).filter((part) => !/^v?\d+$/.test(part) && !/^(?=.*\d)(?=.*[a-z])[a-z0-9]{5,}$/.test(part));
  return parts.length === 0 ? name : parts.join("-");
}

const wordsOf = (text: string): Trait => traitOf(text.split(/[^A-Za-z0-9]+/).filter((word) => word !== ""));

function nameLikeness(one: string, two: string): number {
  if (one === two) return 1;
  const shared = overlap(wordsOf(one), wordsOf(two)) ?? 0;
  return stem(one) === stem(two) ? 0.8 + shared / 10 : shared / 2;
}

/** Where both have something and it is not the same, they are two things, whatever else they share. */
function contradicts({ traits: one }: Subject, { traits: two }: Subject): boolean {
  const differ = (trait: "command" | "ports", least: number): boolean => one[trait].length > 0 && two[trait].length > 0 && (overlap(one[trait], two[trait]) ?? 1) < least;
  return differ("command", 0.6) || differ("ports", 0.01);
}

/** How their content overlaps, 0 to 1: 0 where they share no image, null where nothing is known of either. */
function contentLikeness({ traits: one }: Subject, { traits: two }: Subject): number | null {
  if (overlap(one.image, two.image) === 0) return 0;
  let [sum, weights] = [0, 0];
  for (const trait of contentNames) {
    const shared = overlap(one[trait], two[trait]);
    if (shared === null) continue;
    sum += content[trait] * shared;
    weights += content[trait];
  }
  return weights === 0 ? null : sum / weights;
}

/** Whether both are one object but for the target: kind, namespace and name are the same, and those of the containers. */
function isNamesake(one: Subject, two: Subject): boolean {
  const isSamePlace = (place: string, i: number): boolean => place === two.places[i];
  return one.name === two.name && one.places.slice(0, -1).every(isSamePlace) && overlap(one.traits.names, two.traits.names) === 1;
}

function namingLikeness(one: Subject, two: Subject): number {
  const places = one.places.map((place, i) => nameLikeness(place, two.places[i] ?? ""));
  const shared = [2 * nameLikeness(one.name, two.name), ...places, overlap(one.traits.names, two.traits.names) ?? 0, overlap(one.traits.labels, two.traits.labels) ?? 0];
  return shared.reduce((sum, share) => sum + share, 0) / (shared.length + 1);
}

function evidenceOf(one: Subject, two: Subject, isWorkload: boolean): readonly Evidence[] {
  const alike = (trait: keyof Traits): boolean => (overlap(one.traits[trait], two.traits[trait]) ?? 0) >= 0.5;
  return [
    ...(one.stem === two.stem ? (["name"] as const) : []),
    ...contentNames.filter(alike),
    ...(isWorkload && alike("names") ? (["container names"] as const) : []),
    ...(isWorkload && alike("labels") ? (["labels"] as const) : []),
  ];
}

// Measures of our own. Under another name nearly all must agree, as what is taken for a renamed one is no longer reported as new.
const LEAST_UNDER_ITS_NAME = 0.35;
const LEAST_UNDER_ANOTHER = 0.75;

function compare(one: Subject, two: Subject, leastEvidence: number, isWorkload: boolean): Likeness | null {
  // Operators give most of their pods all content, so that their objects are known by what they are called.
  const shared = contentLikeness(one, two) ?? (isWorkload && isNamesake(one, two) ? LEAST_UNDER_ITS_NAME : 0);
  const sameName = one.stem === two.stem;
  if (shared < (sameName ? LEAST_UNDER_ITS_NAME : LEAST_UNDER_ANOTHER)) return null;
  if (!sameName && contradicts(one, two)) return null;
  const by = evidenceOf(one, two, isWorkload);
  return by.length < leastEvidence ? null : { rank: shared + namingLikeness(one, two), by };
}

/** How two workloads are alike; null when they are two. An image alone is no evidence: many unrelated ones run `busybox`. */
export function workloadLikeness(one: Subject, two: Subject): Likeness | null {
  return compare(one, two, 2, true);
}

/** How two containers of one workload are alike; null when they are two. */
export function containerLikeness(one: Subject, two: Subject): Likeness | null {
  return compare(one, two, 1, false);
}
