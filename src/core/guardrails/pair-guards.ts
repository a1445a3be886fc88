// What became of the protections that the objects of the base gave: the same ones are found on the head, wherever they moved.

import type { InventoryEntry } from "../inventory.ts";
import type { FoundObject } from "../workload.ts";
import { turnOf, type Fact, type Reach, type Turn } from "./fact.ts";
import { policyContext } from "./policy-context.ts";
import { factsOf } from "./recognisers.ts";

/** A protection that got weaker, or that changed in a way that cannot be judged. */
export interface WeakenedGuard {
  /** What gave it: on the head, or on the base where it is gone. */
  readonly object: FoundObject;
  /** The object on the head; null when it is gone. */
  readonly headObject: FoundObject | null;
  readonly base: Fact | null;
  readonly head: Fact | null;
  /** That of the head, or of the base where it is gone. */
  readonly fact: Fact;
  readonly turn: Turn;
  /** The containers that it protects, or protected. */
  readonly reach: Reach;
}

/** The same with how much depends on it. */
export interface Guard extends WeakenedGuard {
  /** Containers of the head that depend on it, among those that were looked at; `unseen` targets could not be looked at. */
  readonly dependents: { readonly count: number; readonly lookedAt: number; readonly unseen: number };
}

/** Objects of one side. */
export interface GuardingObjects {
  /** Those of targets and files that differ, or may: they are compared. */
  readonly own: readonly FoundObject[];
  /** Those in files that did not change: others may refer to them. */
  readonly elsewhere: readonly FoundObject[];
}

interface Stated {
  readonly fact: Fact;
  readonly object: FoundObject;
  /** Unique on its side. */
  readonly key: string;
}

/** What names an object: where it is, and what it is. Several that are called the same are counted. */
function placeOf({ target, document, group, kind, namespace, name }: FoundObject): string {
  return JSON.stringify([document.origin === "file" ? document.path : target, group, kind, namespace, name]);
}

/** What the same object gives, under another name: a rule that was renamed. */
const within = ({ object, fact: { rule } }: Stated): string => JSON.stringify([placeOf(object), rule]);
/** The same protection wherever it is. */
const anywhere = ({ object: { group, kind, namespace, name }, fact: { rule, aspect } }: Stated): string => JSON.stringify([group, kind, namespace, name, rule, aspect]);
/** The same kind of protection, whatever the object is called. */
const alike = ({ object: { group, kind }, fact: { rule, aspect } }: Stated): string => JSON.stringify([group, kind, rule, aspect]);

function state(objects: readonly FoundObject[], factsFor: (object: FoundObject) => readonly Fact[]): { readonly stated: readonly Stated[]; readonly objects: ReadonlyMap<string, FoundObject> } {
  const known = new Map<string, FoundObject>();
  const counts = new Map<string, number>();
  const stated = objects.flatMap((object) => {
    const place = placeOf(object);
    const nth = (counts.get(place) ?? 0) + 1;
    counts.set(place, nth);
    const key = `${place}${nth}`;
    known.set(key, object);
    return factsFor(object).map((fact) => ({ fact, object, key: `${key}${fact.rule} ${fact.aspect}` }));
  });
  return { stated, objects: known };
}

interface Couple {
  readonly base: Stated | null;
  readonly head: Stated | null;
}

function groupBy(all: readonly Stated[], nameOf: (stated: Stated) => string): ReadonlyMap<string, readonly Stated[]> {
  const groups = new Map<string, Stated[]>();
  for (const one of all) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return groups;
}

/** What is the same on both sides by a name that only one of each has. */
function couple(bases: readonly Stated[], heads: readonly Stated[], nameOf: (stated: Stated) => string): readonly Couple[] {
  const [before, after] = [groupBy(bases, nameOf), groupBy(heads, nameOf)];
  return [...before].flatMap(([name, [base, ...more]]) => {
    const [head, ...others] = after.get(name) ?? [];
    return base !== undefined && head !== undefined && more.length === 0 && others.length === 0 ? [{ base, head }] : [];
  });
}

/** Pairs what is the same in the same place, then what was renamed inside its object, what moved, and what was renamed as a whole; the rest came or went. */
function coupleAll(base: readonly Stated[], head: readonly Stated[]): readonly Couple[] {
  const couples: Couple[] = [];
  let [bases, heads] = [base, head];
  for (const nameOf of [({ key }: Stated) => key, within, anywhere, alike]) {
    const found = couple(bases, heads, nameOf);
    couples.push(...found);
    bases = bases.filter((one) => !found.some((pair) => pair.base === one));
    heads = heads.filter((one) => !found.some((pair) => pair.head === one));
  }
  return [...couples, ...bases.map((one) => ({ base: one, head: null })), ...heads.map((one) => ({ base: null, head: one }))];
}

/** How many containers depend on a protection, among the head's wherever they are described. */
export function countDependents({ reach }: Pick<WeakenedGuard, "reach">, { entries, unseen }: { readonly entries: readonly InventoryEntry[]; readonly unseen: number }): Guard["dependents"] {
  const depends = ({ workload, posture }: InventoryEntry): boolean => (reach.kind === "unset" ? posture.profile === "Unset" : reach.kind === "all" || workload.namespace === reach.namespace);
  return { count: entries.filter(depends).length, lookedAt: entries.length, unseen };
}

/** Another setting of the same file that keeps the kubelets confined: its configuration, or one that was not on before. */
function isMadeUpFor(stated: Stated, couples: readonly Couple[]): boolean {
  const { path } = stated.object.document;
  if (stated.fact.rule !== "cluster-default-weakened" || path === null) return false;
  return couples.some((other) => {
    if (other.head === null || other.head.object.document.path !== path || other.head.fact.rule !== "cluster-default-weakened") return false;
    return other.head.fact.strength === 2 && (other.head.object.kind === "KubeletConfiguration" || (other.base?.fact.strength ?? 0) < 2);
  });
}

const aspectOf = ({ object }: Stated, aspect: string | null): string => JSON.stringify([placeOf(object), aspect]);

/** Every protection that is weaker on the head than on the base, or that cannot be compared. */
export function findWeakenedGuards(base: GuardingObjects, head: GuardingObjects): readonly WeakenedGuard[] {
  const contexts = [policyContext([...base.own, ...base.elsewhere]), policyContext([...head.own, ...head.elsewhere])] as const;
  const [before, after] = [state(base.own, (object) => factsOf(object, ...contexts, contexts[0])), state(head.own, (object) => factsOf(object, ...contexts, contexts[1]))];
  const couples = coupleAll(before.stated, after.stated);
  const turned = couples.flatMap((pair) => {
    const turn = turnOf(pair.base?.fact ?? null, pair.head?.fact ?? null);
    const stated = pair.head ?? pair.base;
    if (turn === null || stated === null || isMadeUpFor(stated, couples)) return [];
    return [{ pair, turn, stated }];
  });
  const told = new Set(turned.map(({ stated }) => aspectOf(stated, stated.fact.aspect)));
  return turned.flatMap(({ pair, turn, stated }) => {
    const { object, fact } = stated;
    if (told.has(aspectOf(stated, fact.toldBy))) return [];
    const headObject = pair.head?.object ?? after.objects.get(`${placeOf(object)}1`) ?? null;
    return [{ object, headObject, base: pair.base?.fact ?? null, head: pair.head?.fact ?? null, fact, turn, reach: fact.reach }];
  });
}
