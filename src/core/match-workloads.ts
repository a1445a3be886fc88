// Workloads that went on the base's side and those that came on the head's: which are the same under another name, or elsewhere.

import { bucketsOf, clearlyBest, equallyBest, mutuallyBest, type Candidate } from "./candidates.ts";
import { direction } from "./diff.ts";
import type { InventoryEntry } from "./inventory.ts";
import { subjectOf, workloadLikeness, type Subject } from "./likeness.ts";
import { traitsOf } from "./traits.ts";

/** One object with all its containers, as an inventory lists them. */
export type Instance = readonly [InventoryEntry, ...InventoryEntry[]];

/** A workload of the base that is another one on the head, and what says so. One of the base may be several of the head. */
export type WorkloadMatch = Candidate<Instance>;

interface Known {
  readonly instance: Instance;
  readonly subject: Subject;
  /** What it is found by: those that share none of these are never compared. */
  readonly keys: readonly string[];
}

// Where more share an image or a name than this, only what else they share tells them apart, and comparing all would take forever.
const MOST_PAIRS = 2500;

function knownOf(instance: Instance): Known {
  const [{ target, workload }] = instance;
  const subject = subjectOf(traitsOf(instance), workload.name, [workload.kind, workload.namespace ?? "", target]);
  return { instance, subject, keys: keysOf(subject) };
}

const contentKey = ({ traits }: Subject): string => JSON.stringify([traits.image, traits.command, traits.ports, traits.environment].map((trait) => [...trait].sort()));

const keysOf = (subject: Subject): readonly string[] => [
  ...[...subject.traits.image].map((image) => `image ${image}`),
  `name ${subject.stem}`,
  `name and kind ${subject.name} ${subject.places[0] ?? ""}`,
  `content ${contentKey(subject)}`,
];

function indexOf(all: readonly Known[]): Map<string, Known[]> {
  const index = new Map<string, Known[]>();
  for (const known of all) {
    for (const key of known.keys) {
      const bucket = index.get(key);
      if (bucket === undefined) index.set(key, [known]);
      else bucket.push(known);
    }
  }
  return index;
}

/** All pairs that are alike, found without comparing each with each. */
function candidatesOf(gone: readonly Known[], come: readonly Known[]): Candidate<Known>[] {
  const [heads, bases] = [indexOf(come), indexOf(gone)];
  return gone.flatMap((base) => {
    const others = new Set<Known>();
    for (const key of base.keys) {
      const bucket = heads.get(key) ?? [];
      if (bucket.length * (bases.get(key)?.length ?? 0) <= MOST_PAIRS) for (const head of bucket) others.add(head);
    }
    return [...others].flatMap((head) => {
      const likeness = workloadLikeness(base.subject, head.subject);
      return likeness === null ? [] : [{ base, head, likeness }];
    });
  });
}

const targetOf = ({ instance: [{ target }] }: Known): string => target;

/** Whether both have one kind and name: the same object at another place, as a folder that is renamed leaves it. */
function isSameObject({ base, head }: Candidate<Known>): boolean {
  return base.subject.name === head.subject.name && base.subject.places[0] === head.subject.places[0];
}

/** Whether some container of it would be weaker than it was. */
function weakens({ base, head }: Candidate<Known>): boolean {
  const before = new Map(base.instance.map((entry) => [entry.slot, entry]));
  return head.instance.some(({ slot, posture }) => {
    const was = before.get(slot);
    return was !== undefined && direction(was.posture, posture) === "weakened";
  });
}

/** Of the same object in several targets, equally alike, the one that hides no weakening; two of one target are two. */
function bestOrigin(candidates: readonly Candidate<Known>[]): Candidate<Known> | null {
  const best = [...bucketsOf(candidates, ({ base }) => targetOf(base)).values()].map(clearlyBest);
  const certain = best.flatMap((candidate) => candidate ?? []);
  if (certain.length < best.length) return clearlyBest(candidates);
  const first = equallyBest(certain);
  return first.find(weakens) ?? first[0] ?? null;
}

/** The same objects elsewhere. One may have come to several targets, as when overlays take over a manifest, but only once to each. */
function sameObjects(candidates: readonly Candidate<Known>[]): Candidate<Known>[] {
  const origins = [...bucketsOf(candidates.filter(isSameObject), ({ head }) => head).values()].flatMap((own) => bestOrigin(own) ?? []);
  const perTarget = bucketsOf(origins, ({ base, head }) => JSON.stringify([base.instance[0].key, targetOf(head)]));
  return [...perTarget.values()].flatMap((own) => clearlyBest(own) ?? []);
}

/** Matches workloads that went with workloads that came, by content and names, where one clearly is the other. The ambiguous stay apart. */
export function matchWorkloads(gone: readonly Instance[], come: readonly Instance[]): WorkloadMatch[] {
  const candidates = candidatesOf(gone.map(knownOf), come.map(knownOf));
  const same = sameObjects(candidates);
  const taken = new Set(same.flatMap(({ base, head }) => [base, head]));
  const others = mutuallyBest(candidates.filter(({ base, head }) => !taken.has(base) && !taken.has(head)));
  return [...same, ...others].map(({ base, head, likeness }) => ({ base: base.instance, head: head.instance, likeness }));
}
