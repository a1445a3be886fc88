// Finds the Localhost profiles that a repository holds, and what a change of one of them can reach.

import type { InventoryEntry } from "./core/inventory.ts";
import type { Policy } from "./core/policy.ts";
import { withDeclaredClasses } from "./core/runtime-class.ts";
import { addSeccompFacts, emptySets, type Assumed } from "./core/seccomp/facts.ts";
import { findProfile, indexProfiles, isHeld, noProfiles, OPERATOR_GROUP, type Lookup, type ProfileFile, type ProfileIndex } from "./core/seccomp/profile-index.ts";
import type { BlobId, Tree } from "./core/tree.ts";
import { decodeUtf8 } from "./core/utf8.ts";
import type { FoundObject } from "./core/workload.ts";
import { globMatcher } from "./discover/glob.ts";
import type { Compared, Comparison, LookedAt } from "./gate.ts";
import type { Around, Reason } from "./look-again.ts";

const MAX_FILE = 1_000_000; // bytes; a profile that names every system call has 20,000

type Sources = Pick<Policy, "localhostProfiles">;

/** Files of a tree that may be profiles, by path: those that the configuration names, else JSON of which `isAsked` approves. */
function profileBlobs(tree: Tree, { localhostProfiles }: Sources, isAsked: (path: string) => boolean): Map<string, BlobId> {
  const globs = localhostProfiles.map(globMatcher);
  const isMeant = globs.length > 0 ? (path: string) => globs.some((matches) => matches(path)) : isAsked;
  return new Map([...tree.entries].flatMap(([path, entry]) => (entry.kind === "file" && entry.size <= MAX_FILE && isMeant(path) ? [[path, entry.id] as const] : [])));
}

async function textsOf(tree: Tree, blobs: ReadonlyMap<string, BlobId>): Promise<readonly ProfileFile[]> {
  const read = await tree.read([...new Set(blobs.values())]);
  return [...blobs].map(([path, id]) => ({ path, text: decodeUtf8(read.get(id) ?? new Uint8Array()) ?? "" }));
}

/** The names that containers ask for. */
const askedNames = (entries: readonly InventoryEntry[]): ReadonlySet<string> => new Set(entries.flatMap(({ posture }) => (posture.profile === "Localhost" && posture.localhostProfile !== null ? [posture.localhostProfile] : [])));

/**
 * The profiles of one side that containers of either side may mean, so that a name that leads nowhere can be told from a repository that
 * holds no profiles. Reads no file when nobody asks for one.
 */
async function readProfiles(tree: Tree | null, entries: readonly InventoryEntry[], around: readonly FoundObject[], policy: Sources): Promise<ProfileIndex> {
  const names = [...askedNames(entries)];
  if (tree === null || names.length === 0) return noProfiles;
  const blobs = profileBlobs(tree, policy, (path) => names.some((name) => path === name || path.endsWith(`/${name}`)));
  return indexProfiles(await textsOf(tree, blobs), policy.localhostProfiles.length > 0, around);
}

/** Whether a name can mean a profile that the change touched: one that differs between the sides, or is on one of them only. */
type IsTouched = (localhostProfile: string) => boolean;

/** What of the profiles differs between the two sides; null when nothing does. */
async function changedProfiles(base: Tree | null, head: Tree, around: Readonly<Record<"base" | "head", readonly FoundObject[]>>, policy: Sources): Promise<IsTouched | null> {
  if (base === null) return null;
  const isJson = (path: string) => path.endsWith(".json");
  const [before, after] = [profileBlobs(base, policy, isJson), profileBlobs(head, policy, isJson)];
  const differing = (one: ReadonlyMap<string, BlobId>, other: ReadonlyMap<string, BlobId>) => new Map([...one].filter(([path, id]) => other.get(path) !== id));
  const touched = [
    indexProfiles(await textsOf(base, differing(before, after)), policy.localhostProfiles.length > 0, objectsApart(around.base, around.head)),
    indexProfiles(await textsOf(head, differing(after, before)), policy.localhostProfiles.length > 0, objectsApart(around.head, around.base)),
  ];
  if (touched.every(({ files, objects }) => files.length === 0 && objects.length === 0)) return null;
  return (name) => touched.some((index) => isHeld(findProfile(index, name)));
}

/** The operator's profiles of one side that the other does not have as they are. */
function objectsApart(own: readonly FoundObject[], others: readonly FoundObject[]): readonly FoundObject[] {
  const ours = (objects: readonly FoundObject[]) => objects.filter(({ group, kind }) => group === OPERATOR_GROUP && kind === "SeccompProfile");
  const keyOf = ({ namespace, name, object }: FoundObject): string => JSON.stringify([namespace, name, object["spec"]]);
  const known = new Set(ours(others).map(keyOf));
  // What builds upon one that changed has changed, too.
  const apart = ours(own).filter((object) => !known.has(keyOf(object)));
  return apart.length === 0 ? [] : [...apart, ...ours(own).filter((object) => !apart.includes(object) && JSON.stringify(object.object["spec"] ?? null).includes('"baseProfileName"'))];
}

/** True when a name of the operator is asked for whose object nobody has seen yet. */
function asksForUnseen(looked: readonly Compared[], around: readonly FoundObject[]): boolean {
  const index = indexProfiles([], false, around);
  const entries = looked.flatMap(({ base, head }) => [...base.entries, ...head.entries]);
  return [...askedNames(entries)].some((name) => name.startsWith("operator/") && findProfile(index, name).kind !== "found");
}

/** Whether one of the containers uses a profile that the change touched. */
function usesTouched(entries: readonly InventoryEntry[], isTouched: IsTouched): boolean {
  return [...askedNames(entries)].some(isTouched);
}

/** Why targets that cannot differ themselves may concern the change: they use a profile that differs, or hold one that is asked for. */
export async function profileReason(looked: readonly Compared[], around: Around, { base, head, policy }: Comparison): Promise<Reason | null> {
  const isTouched = await changedProfiles(base, head, around, policy);
  const words = [...(isTouched === null ? [] : ["localhostProfile"]), ...(asksForUnseen(looked, [...around.base, ...around.head]) ? ["SeccompProfile"] : [])];
  if (words.length === 0) return null;
  return {
    mayWeaken: true,
    mayConcern: (_, texts) => texts.some(({ text }) => words.some((word) => text.includes(word))),
    concerns: (entries) => isTouched !== null && usesTouched(entries, isTouched),
  };
}

/** Equal for the same several profiles. */
const candidatesOf = (lookup: Lookup): string | null => (lookup.kind === "ambiguous" ? JSON.stringify(lookup.profiles.map(({ place, identity }) => [place, identity])) : null);

/** The containers of both sides with what is known of their filters. */
export async function addFacts(looked: readonly Compared[], around: Around, { base, head, policy }: Comparison): Promise<readonly Compared[]> {
  const entries = looked.flatMap((target) => [...target.base.entries, ...target.head.entries]);
  const before = await readProfiles(base, entries, around.base, policy);
  const profiles = { base: before, head: { ...(await readProfiles(head, entries, around.head, policy)), before } };
  const sets = emptySets();
  // Several that are the same on both sides are no change; else what was is taken at its best, and what will be at its worst.
  const assumeBase = (lookup: Lookup, name: string): Assumed => (candidatesOf(lookup) === candidatesOf(findProfile(profiles.head, name)) ? "weakest" : "strongest");
  const assumed = { base: assumeBase, head: (): Assumed => "weakest" };
  const known = (side: "base" | "head", lookedAt: LookedAt): LookedAt => ({ ...lookedAt, entries: addSeccompFacts(withDeclaredClasses(lookedAt.entries, around[side], policy.cluster), { profiles: profiles[side], assume: assumed[side], around: around[side], policy }, sets) });
  return looked.map((target) => ({ ...target, base: known("base", target.base), head: known("head", target.head) }));
}
