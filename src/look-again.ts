// Looks at targets that are the same on both sides, and still concern the change: it touched something else that decides about their containers.

import type { InventoryEntry } from "./core/inventory.ts";
import { namespacesJudgedAnew, podSecurityAmong, rankOf } from "./core/pod-security.ts";
import type { Trouble } from "./core/problem.ts";
import type { Target } from "./core/target.ts";
import { textsAt, type TextFile } from "./core/texts.ts";
import type { Tree } from "./core/tree.ts";
import type { FoundObject } from "./core/workload.ts";
import type { PlannedTarget } from "./discover/pair-targets.ts";
import type { Compared, Comparison, LookedAt } from "./gate.ts";
import { profileReason } from "./localhost-profiles.ts";

/** Objects of both sides that say something about containers elsewhere. */
export type Around = Readonly<Record<"base" | "head", readonly FoundObject[]>>;

/** Something that the change touched beside the targets that it decides about. */
export interface Reason {
  /** Whether a target may be concerned, by the texts that it is made of. */
  readonly mayConcern: (target: Target, texts: readonly TextFile[]) => boolean;
  /** Whether containers of a target that was looked at are concerned. */
  readonly concerns: (entries: readonly InventoryEntry[], around: Around) => boolean;
  /** Whether containers could be weaker for it, so that a target that cannot be looked at forbids a verdict. Not where all that could come of it is that Pod Security refuses pods: what does not run is no weaker. */
  readonly mayWeaken: boolean;
}

/** Renders one side of a target of the head, which is the same on the base. */
type Look = (planned: PlannedTarget, target: Target) => Promise<LookedAt>;

const namespaceOf = (target: Target): string => (target.engine === "helm" ? target.helm.namespace : target.namespace);

/** True for a target with containers that may be in a namespace, whether it is told to put them there or a text of it says so. */
const mayBeIn = (target: Target, texts: readonly TextFile[], namespace: string): boolean => namespaceOf(target) === namespace || texts.some(({ text }) => text.includes(namespace));

/** Namespaces whose Pod Security levels the change touched; null without any. */
function podSecurityReason({ base, head }: Around): Reason | null {
  const anew = namespacesJudgedAnew(base, head);
  if (anew !== "all" && anew.size === 0) return null;
  return {
    mayWeaken: false,
    mayConcern: (target, texts) => anew === "all" || [...anew].some((namespace) => mayBeIn(target, texts, namespace)),
    concerns(entries, around) {
      const [before, after] = [podSecurityAmong(around.base), podSecurityAmong(around.head)];
      return entries.some((entry) => rankOf(after(entry)?.refusal) > rankOf(before(entry)?.refusal));
    },
  };
}

/** What is packed cannot be searched. */
const isPacked = ({ path }: TextFile): boolean => /\.t?gz$/.test(path);

/** Targets that are the same on both sides and could be looked at, of which `mayConcern` approves. Reads their files. */
async function unchangedTargets(looked: readonly Compared[], head: Tree, mayConcern: Reason["mayConcern"]): Promise<ReadonlyMap<PlannedTarget, Target>> {
  const chosen = new Map<PlannedTarget, Target>();
  for (const { planned, head: seen } of looked) {
    const target = planned.head;
    if (!planned.unchanged || seen.state !== "unchanged" || target === null || target.unresolvable !== null) continue;
    const texts = await textsAt(head, target.engine === "manifests" ? target.files : planned.predicted.head);
    if (texts.some(isPacked) || mayConcern(target, texts)) chosen.set(planned, target);
  }
  return chosen;
}

/** Looks at targets that are the same on both sides and still concern the change. What they hold is the same on both sides. */
export async function lookAgain(first: readonly Compared[], seen: Around, comparison: Comparison, look: Look): Promise<{ readonly looked: readonly Compared[]; readonly around: Around }> {
  const reasons = [await profileReason(first, seen, comparison), podSecurityReason(seen)].filter((reason) => reason !== null);
  if (comparison.base === null || reasons.length === 0) return { looked: first, around: seen };
  const concernedBy = (some: readonly Reason[]) => unchangedTargets(first, comparison.head, (target, texts) => some.some(({ mayConcern }) => mayConcern(target, texts)));
  const grave = reasons.filter(({ mayWeaken }) => mayWeaken);
  const doubtful: ReadonlyMap<PlannedTarget, Target> = grave.length === 0 ? new Map() : await concernedBy(grave);
  const chosen = await concernedBy(reasons);
  const again = new Map(await Promise.all([...chosen].map(async ([planned, target]) => [planned, await look(planned, target)] as const)));
  const objects = [...again.values()].flatMap((both) => both.objects);
  const around = { base: [...seen.base, ...objects], head: [...seen.head, ...objects] };
  const looked = first.map((compared) => {
    const both = again.get(compared.planned);
    if (both === undefined) return compared;
    const isConcerned = reasons.some(({ concerns }) => concerns(both.entries, around));
    if (both.state === "unresolved" && !doubtful.has(compared.planned)) return withRemarks(isConcerned ? { ...compared, base: both, head: both } : compared, both.problems);
    return both.state === "unresolved" || isConcerned ? { ...compared, base: both, head: both } : compared;
  });
  return { looked, around };
}

/** What of a target could not be seen is said, and is no reason to doubt the change. */
function withRemarks({ planned, base, head }: Compared, troubles: readonly Trouble[]): Compared {
  const problems = troubles.flatMap((trouble) => (trouble.blocking ? [{ ...trouble, blocking: false }] : []));
  return { planned, base: { ...base, problems }, head: { ...head, problems } };
}

/** Containers of the head, in targets that did not change as well. */
export interface Everywhere {
  readonly entries: readonly InventoryEntry[];
  /** Targets that could not be looked at, or not as a whole. */
  readonly unseen: number;
}

/** The containers that may be in one of the namespaces, or all of them: those of targets that did not change are looked at for that alone. */
export async function containersEverywhere(looked: readonly Compared[], head: Tree, namespaces: ReadonlySet<string> | "all", look: Look): Promise<Everywhere> {
  const chosen = await unchangedTargets(looked, head, (target, texts) => namespaces === "all" || [...namespaces].some((namespace) => mayBeIn(target, texts, namespace)));
  const sides = await Promise.all(looked.map(({ planned, head: seen }) => {
    const target = chosen.get(planned);
    return target === undefined ? seen : look(planned, target);
  }));
  return { entries: sides.flatMap(({ entries }) => entries), unseen: sides.filter(({ state }) => state === "unresolved").length };
}
