// Workloads that went on the base's side and those that came on the head's: which are the same under another name, or elsewhere.

import { bucketsOf } from "./buckets.ts";
import { clearlyBest, equallyBest, mutuallyBest, type Candidate } from "./candidates.ts";
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
}

// Where more share an image or a name than this, only what else they share tells them apart, and comparing all would take forever.
const MOST_PAIRS = 2500;

function knownOf(instance: Instance): Known {
  const [{ target, workload }] = instance;
  return { instance, subject: subjectOf(traitsOf(instance), workload.name, [workload.kind, workload.namespace ?? "", target]) };
}

type Keys = (known: Known) => readonly string[];

const byImage: Keys = ({ subject }) => subject.traits.image;
const byStem: Keys = ({ subject }) => [subject.stem];
const byNameAndKind: Keys = ({ subject }) => [`${subject.name} ${subject.places[0] ?? ""}`];
const byContent: Keys = ({ subject: { traits } }) => [JSON.stringify([traits.image, traits.command, traits.ports, traits.environment])];

/** Those of both sides that share a key. */
interface Sharing {
  readonly gone: Known[];
  readonly come: Known[];
}

function sharing({ gone, come }: Readonly<Sharing>, keysOf: Keys): Sharing[] {
  const index = new Map<string, Sharing>();
  for (const base of gone) {
    for (const key of keysOf(base)) {
      const bucket = index.get(key);
      if (bucket === undefined) index.set(key, { gone: [base], come: [] });
      else bucket.gone.push(base);
    }
  }
  // A key that only one side has is nobody's to share.
  for (const head of come) for (const key of keysOf(head)) index.get(key)?.come.push(head);
  return [...index.values()].filter((one) => one.come.length > 0);
}

const areFew = ({ gone, come }: Sharing): boolean => gone.length * come.length <= MOST_PAIRS;

/** All pairs that are alike, found without comparing each with each: those that share neither image nor name are never compared. */
function candidatesOf(all: Sharing): Candidate<Known>[] {
  const images = sharing(all, byImage).filter(areFew);
  // Whoever has the same content has the same images.
  const known = new Set(images.flatMap(({ gone, come }) => [...gone, ...come]));
  const crowded = { gone: all.gone.filter((base) => !known.has(base)), come: all.come.filter((head) => !known.has(head)) };
  const others = new Map(all.gone.map((base) => [base, new Set<Known>()]));
  for (const { gone, come } of [...images, ...sharing(crowded, byContent), ...sharing(all, byStem), ...sharing(all, byNameAndKind)].filter(areFew)) {
    for (const base of gone) for (const head of come) others.get(base)?.add(head);
  }
  return [...others].flatMap(([base, heads]) =>
    [...heads].flatMap((head) => {
      const likeness = workloadLikeness(base.subject, head.subject);
      return likeness === null ? [] : [{ base, head, likeness }];
    }),
  );
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
  if (gone.length === 0 || come.length === 0) return [];
  const candidates = candidatesOf({ gone: gone.map(knownOf), come: come.map(knownOf) });
  const same = sameObjects(candidates);
  const taken = new Set(same.flatMap(({ base, head }) => [base, head]));
  const others = mutuallyBest(candidates.filter(({ base, head }) => !taken.has(base) && !taken.has(head)));
  return [...same, ...others].map(({ base, head, likeness }) => ({ base: base.instance, head: head.instance, likeness }));
}
