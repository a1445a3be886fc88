// Gathers what protects containers from beside their manifests, on both sides: objects of targets, and files that no target reads.

import { targetOfGuard } from "./core/guardrails/guarded-as.ts";
import { mayBeKindless, kindlessObjects } from "./core/guardrails/kindless-files.ts";
import { countDependents, findWeakenedGuards, type Guard, type WeakenedGuard } from "./core/guardrails/pair-guards.ts";
import { takeInventory } from "./core/inventory.ts";
import { mentionsNoticed } from "./core/noticed.ts";
import type { Policy } from "./core/policy.ts";
import type { Problem, Side } from "./core/problem.ts";
import { readFiles } from "./core/read-files.ts";
import { resolvePath, type Tree } from "./core/tree.ts";
import { decodeUtf8 } from "./core/utf8.ts";
import type { FoundObject } from "./core/workload.ts";
import { innermostChart } from "./discover/charts.ts";
import { exclusion } from "./discover/glob.ts";
import type { Compared, Comparison } from "./gate.ts";
import type { Everywhere } from "./look-again.ts";

const MAX_FILE = 1_000_000; // bytes; what configures a node or a policy is small
const hasName = (path: string): boolean => /\.(?:ya?ml|json|toml|conf)$/.test(path);

interface ChangedFile {
  readonly path: string;
  readonly base: string | null;
  readonly head: string | null;
}

function blobAt(tree: Tree, path: string): string | null {
  const found = resolvePath(tree, path);
  return found.kind === "found" && found.entry.kind === "file" && found.entry.size <= MAX_FILE ? found.entry.id : null;
}

/** Files that may hold such settings and are not the same on both sides, sorted. */
function changedFiles(base: Tree, { head, selection }: Comparison): readonly ChangedFile[] {
  const isExcluded = exclusion(selection.exclude);
  const paths = new Set([...base.entries.keys(), ...head.entries.keys()].filter(hasName));
  return [...paths].sort().flatMap((path) => {
    const [before, after] = [base.entries.get(path), head.entries.get(path)];
    const isSame = before?.kind === "file" && after?.kind === "file" && before.id === after.id;
    if (isSame || isExcluded(path)) return [];
    const file = { path, base: blobAt(base, path), head: blobAt(head, path) };
    // Files of charts are templates and values: what they come to is rendered.
    return file.base === file.head || innermostChart([base, head], path) !== null ? [] : [file];
  });
}

interface SideFiles {
  readonly objects: readonly FoundObject[];
  readonly problems: readonly Problem[];
}

type Texts = ReadonlyMap<string, string>;

/** Texts of the changed files of one side by path; none for what is no text. */
async function readTexts(tree: Tree, side: Side, files: readonly ChangedFile[]): Promise<Texts> {
  const blobs = await tree.read(files.flatMap((file) => file[side] ?? []));
  const texts = new Map<string, string>();
  for (const file of files) {
    const bytes = blobs.get(file[side] ?? "");
    const text = bytes === undefined ? null : decodeUtf8(bytes);
    if (text !== null) texts.set(file.path, text);
  }
  return texts;
}

/** What files of one side say; `kindless` are those that may be of a kind without a name, on either side. Objects of files that a target reads are that target's. */
function readSide(texts: Texts, side: Side, kindless: ReadonlySet<string>, isRead: (path: string) => boolean, policy: Policy): SideFiles {
  const found = [...texts].map(([path, text]) => {
    const nameless = kindless.has(path) ? kindlessObjects(path, text) : { objects: [], problems: [] };
    const noticed = isRead(path) || path.endsWith(".toml") || !mentionsNoticed(text) ? [] : takeInventory("", "default", [{ path, text, origin: "file" }], policy).objects;
    return { objects: [...nameless.objects, ...noticed.map((object) => ({ ...object, target: null }))], problems: isRead(path) ? [] : nameless.problems };
  });
  return { objects: found.flatMap(({ objects }) => objects), problems: found.flatMap(({ problems }) => problems.map((problem) => ({ ...problem, side, target: null }))) };
}

/** Files that targets read, or would read if they could be rendered. */
function readByTargets(compared: readonly Compared[]): (path: string) => boolean {
  const read = new Set(compared.flatMap(({ planned, base, head }) => [...base.opened, ...head.opened, ...planned.predicted.base, ...planned.predicted.head]));
  return (path) => read.has(path);
}

/**
 * Files that a kustomization was made of and is no more, and that nothing else renders. They are still there as plain manifests; what they
 * hold is deployed no longer.
 */
function droppedFiles(compared: readonly Compared[]): ReadonlySet<string> {
  const rendering = compared.filter(({ planned }) => (planned.head ?? planned.base)?.engine === "kustomize");
  const read = new Set(rendering.flatMap(({ planned, head }) => (head.state === "rendered" ? head.opened : planned.predicted.head)));
  return new Set(rendering.flatMap(({ base, head }) => (base.state === "rendered" && head.state === "rendered" ? base.opened.filter((path) => !read.has(path)) : [])));
}

/** Objects of targets that were seen on both sides: what could not be looked at did not go away. */
function objectsOf(compared: readonly Compared[], side: Side): readonly FoundObject[] {
  return compared.flatMap(({ base, head, [side]: own }) => (base.state === "unresolved" || head.state === "unresolved" ? [] : own.objects));
}

/** Those of the head, less what is only left over of a kustomization. */
function objectsDeployed(compared: readonly Compared[]): readonly FoundObject[] {
  const dropped = droppedFiles(compared);
  const plain = new Set(compared.flatMap(({ planned: { id, head } }) => (head?.engine === "manifests" && head.declaredBy === null ? [id] : [])));
  return objectsOf(compared, "head").filter(({ target, document }) => !(plain.has(target ?? "") && dropped.has(document.path ?? "")));
}

/** Kinds that refer to policies or profiles by name, Gatekeeper's constraints, which refer to templates by kind, and its Config, which is about all of them. */
const refersToPolicies = ({ group, kind }: FoundObject): boolean => kind === "PolicyException" || kind === "ProfileBinding" || kind === "ValidatingAdmissionPolicyBinding" || kind === "MutatingAdmissionPolicyBinding" || group === "constraints.gatekeeper.sh" || group === "config.gatekeeper.sh";

/** The objects of a side that others may refer to, in files that need not have changed. */
async function objectsAround(tree: Tree, files: readonly string[], policy: Policy): Promise<readonly FoundObject[]> {
  return takeInventory("", "default", (await readFiles(tree, files)).sources, policy).objects.map((object) => ({ ...object, target: null }));
}

/**
 * PodSecurityPolicies that went with their workloads: with a whole chart or kustomization, or with one file. Who may use such a policy is
 * said by roles, so that the one a product brings along is for its own pods.
 */
function wentWithWorkloads(compared: readonly Compared[], head: Tree): (guard: WeakenedGuard) => boolean {
  const targets = new Map(compared.map((one) => [one.planned.id, one]));
  // One that is still there is told as it is on the head.
  return ({ object: { kind, target, document: { path } } }) => {
    const owner = targets.get(target ?? "");
    if (kind !== "PodSecurityPolicy" || owner === undefined) return false;
    if (owner.planned.base?.engine !== "manifests") return owner.head.state === "absent" && owner.base.entries.length > 0;
    return path !== null && !head.entries.has(path) && owner.base.entries.some(({ document }) => document.path === path);
  };
}

/** Gives the head's containers that may be in one of the namespaces, or all of them, wherever they are described. */
type ContainersIn = (namespaces: ReadonlySet<string> | "all") => Promise<Everywhere>;

/** Where the containers are that depend on one of the protections. */
function namespacesOf(weakened: readonly WeakenedGuard[]): ReadonlySet<string> | "all" {
  const namespaces = weakened.map(({ reach }) => (reach.kind === "namespace" ? reach.namespace : null));
  return namespaces.includes(null) ? "all" : new Set(namespaces.flatMap((namespace) => namespace ?? []));
}

interface Guarded {
  readonly guards: readonly Guard[];
  readonly problems: readonly Problem[];
  /** Changed files that hold protections. */
  readonly read: readonly string[];
}

/**
 * Protections that are weaker on the head, and what of the changed files could not be read. Nothing in a scan: there is nothing to
 * compare with. The containers that depend on them are only looked for when there are any. `context` are the files of both sides with objects that others may refer to.
 */
export async function findGuards(comparison: Comparison, compared: readonly Compared[], context: Readonly<Record<Side, readonly string[]>>, containersIn: ContainersIn): Promise<Guarded> {
  const { base, head, policy } = comparison;
  if (base === null) return { guards: [], problems: [], read: [] };
  const files = changedFiles(base, comparison);
  const isRead = readByTargets(compared);
  const [baseTexts, headTexts] = [await readTexts(base, "base", files), await readTexts(head, "head", files)];
  const kindless = new Set([...baseTexts, ...headTexts].flatMap(([path, text]) => (mayBeKindless(text) ? [path] : [])));
  const before = readSide(baseTexts, "base", kindless, isRead, policy);
  const after = readSide(headTexts, "head", kindless, isRead, policy);
  const own = { base: [...objectsOf(compared, "base"), ...before.objects], head: [...objectsDeployed(compared), ...after.objects] };
  const isAsked = [...own.base, ...own.head].some(refersToPolicies);
  const elsewhere = { base: isAsked ? await objectsAround(base, context.base, policy) : [], head: isAsked ? await objectsAround(head, context.head, policy) : [] };
  const hasGone = wentWithWorkloads(compared, head);
  const weakened = findWeakenedGuards({ own: own.base, elsewhere: elsewhere.base }, { own: own.head, elsewhere: elsewhere.head }).filter((guard) => !hasGone(guard));
  const everywhere = weakened.length === 0 ? { entries: [], unseen: 0 } : await containersIn(namespacesOf(weakened));
  const guards = weakened.map((guard) => ({ ...guard, dependents: countDependents(guard, everywhere) }));
  const read = [...before.objects, ...after.objects].flatMap(({ document }) => document.path ?? []);
  return { guards, problems: [...before.problems.map((problem) => ({ ...problem, blocking: false })), ...after.problems], read };
}

/** Targets that findings on such protections belong to, with their folders. */
export function targetsOfGuards(guards: readonly Guard[]): readonly { readonly id: string; readonly path: string }[] {
  return guards.map(({ object }) => {
    const id = targetOfGuard(object);
    return { id, path: id.slice(id.indexOf(":") + 1) };
  });
}
