// All postures of one target on one side.

import { asText, fieldAt } from "./field.ts";
import { readDocuments, readManifests, type ManifestDocument, type PathSegment } from "./manifest.ts";
import type { Cluster } from "./cluster.ts";
import type { PodSecurity } from "./pod-security.ts";
import type { Policy } from "./policy.ts";
import { resolvePosture, type Posture } from "./posture.ts";
import type { Trouble } from "./problem.ts";
import type { ManifestSource } from "./rendering.ts";
import type { PodContainer } from "./pod.ts";
import type { Container, FoundBy, Workload } from "./report.ts";
import type { SeccompFacts } from "./seccomp/facts.ts";
import { describeWorkload } from "./wording.ts";
import { noticedObject, objectsOf, podHolders, type FoundObject, type PodHolder } from "./workload.ts";
import { isWorthReading } from "./worth-reading.ts";

/** One container of one side, with its posture and the document that holds it. */
export interface InventoryEntry {
  readonly target: string;
  readonly workload: Workload;
  readonly container: Container;
  readonly foundBy: FoundBy;
  /** As written; null where none is. */
  readonly image: string | null;
  readonly posture: Posture;
  /** Identity across the two sides, unique within an inventory: `object`, `nth` and `slot`. */
  readonly key: string;
  /** Identity of the object: target, group, kind, namespace and name. */
  readonly object: string;
  /** Which of the objects of one identity it is, in the order of the sources, from 1. */
  readonly nth: number;
  /** Identity of the container inside its object. */
  readonly slot: string;
  readonly document: ManifestDocument;
  /** Path of the workload inside the document. */
  readonly objectPath: readonly PathSegment[];
  /** The container in `holder`, with its fields and their places. */
  readonly podContainer: PodContainer;
  /** Path inside the workload of the security context in which a profile for it belongs: the pod's, else its own. */
  readonly profilePlace: readonly PathSegment[];
  /** Path of the deciding field inside the workload; null when nothing decides. */
  readonly field: readonly PathSegment[] | null;
  /** The pod template that the container is in; one object for all its containers. */
  readonly holder: PodHolder;
  /** What Pod Security admission says: null for kinds that it does not look into, and until what stands around is known. */
  readonly podSecurity: PodSecurity | null;
  /** What its filter lets through; null until what stands around it has been read. */
  readonly seccomp: SeccompFacts | null;
}

export interface Inventory {
  /** In the order of the sources. */
  readonly entries: readonly InventoryEntry[];
  /** Objects that say something about containers that may be elsewhere. */
  readonly objects: readonly FoundObject[];
  readonly problems: readonly Trouble[];
}

// Aliases could describe more containers than fit in memory; no real target comes near.
const MAX_CONTAINERS = 100_000;

const placeIn = ({ path, line, origin }: ManifestDocument): string => (path === null ? "" : origin === "file" ? `, first in \`${path}:${line}\`` : `, first in \`${path}\``);

/** Two objects of one identity: the API server would keep the last, so the author should know. */
function duplicateObject(workload: Workload, document: ManifestDocument, first: ManifestDocument): Trouble {
  return {
    kind: "duplicate-object",
    path: document.path,
    line: document.origin === "file" ? document.line : null,
    message: `${describeWorkload(workload)} is described twice in this target${placeIn(first)}; the last one applied wins`,
    remedy: "Remove one of the two, or give it another name.",
    blocking: false,
  };
}

/** Numbers what repeats: the first gets 1, the second 2. */
function counter(): (identity: string) => number {
  const counts = new Map<string, number>();
  return (identity) => {
    const nth = (counts.get(identity) ?? 0) + 1;
    counts.set(identity, nth);
    return nth;
  };
}

function entryOf(target: string, holder: PodHolder, one: PodContainer, identity: Pick<InventoryEntry, "object" | "nth" | "slot">, cluster: Cluster): InventoryEntry {
  const { workload, foundBy, document, objectPath, securityContext } = holder;
  const profilePlace = (securityContext ?? one.securityContext).path;
  const { posture, field } = resolvePosture(holder, one, cluster);
  const { object, nth, slot } = identity;
  // Of tens of thousands of containers: to spread what it is made of takes several times as long.
  return {
    target,
    workload,
    container: one.container,
    foundBy,
    image: asText(fieldAt(one.spec, ["image"])),
    posture,
    key: [object, nth, slot].join("\0"),
    object,
    nth,
    slot,
    document,
    objectPath,
    podContainer: one,
    profilePlace,
    field,
    holder,
    podSecurity: null,
    seccomp: null,
  };
}

/**
 * Takes stock of what was read of one target. `namespace` applies to objects that name none. Identity is target, group, kind,
 * namespace, name, container type, name and pod; a repeated one is numbered, so that nothing is lost.
 */
export function takeStock(target: string, namespace: string, documents: readonly ManifestDocument[], { cluster }: Pick<Policy, "cluster">): Inventory {
  const entries: InventoryEntry[] = [];
  const found: FoundObject[] = [];
  const problems: Trouble[] = [];
  const nthObject = counter();
  const firsts = new Map<string, ManifestDocument>();
  const take = (document: ManifestDocument): void => {
    for (const object of objectsOf(document)) {
      const noticed = noticedObject(target, document, object);
      if (noticed !== null) found.push(noticed);
      const pods = podHolders(document, object, namespace);
      if (pods[0] === undefined) continue;
      const { group, workload } = pods[0];
      const identity = [target, group, workload.kind, workload.namespace, workload.name].join("\0");
      const nth = nthObject(identity);
      const first = firsts.get(identity);
      if (first === undefined) firsts.set(identity, document);
      else problems.push(duplicateObject(workload, document, first));
      const nthName = counter();
      for (const holder of pods) {
        for (const one of holder.containers) {
          if (entries.length >= MAX_CONTAINERS) throw new RangeError(`this target describes more than ${MAX_CONTAINERS} containers`);
          const { type, name, pod } = one.container;
          const named = pod === undefined ? [type, name] : [type, name, pod];
          entries.push(entryOf(target, holder, one, { object: identity, nth, slot: [...named, nthName(named.join("\0"))].join("\0") }, cluster));
        }
      }
    }
  };
  for (const document of documents) {
    try {
      take(document);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const remedy = "Split the List, or exclude the file if it is never applied.";
      problems.push({ kind: "limit", path: document.path, line: null, message: error.message, remedy, blocking: true });
    }
  }
  return { entries, objects: found, problems };
}

/** All that an inventory says, one text for each container and each object that says something about others. */
function statementsOf({ entries, objects }: Inventory): string[] {
  const containers = entries.map(({ key, posture: { profile, localhostProfile, effective, cause }, podContainer }) => JSON.stringify([key, profile, localhostProfile, effective, cause, podContainer.securityContext.value]));
  return [...containers, ...objects.map(({ object }) => JSON.stringify(object))];
}

/** Reads the sources of one target and takes stock of them. */
export function takeInventory(target: string, namespace: string, sources: readonly ManifestSource[], policy: Pick<Policy, "cluster">): Inventory {
  const agree = (whole: readonly ManifestDocument[], part: readonly ManifestDocument[]): boolean => {
    const all = new Set(statementsOf(takeStock(target, namespace, whole, policy)));
    return statementsOf(takeStock(target, namespace, part, policy)).every((statement) => all.has(statement));
  };
  const read = sources.map((source) => (source.origin === "rendered" ? readDocuments(source, isWorthReading) : readManifests(source, agree)));
  const { entries, objects, problems } = takeStock(target, namespace, read.flatMap(({ documents }) => documents), policy);
  return { entries, objects, problems: [...read.flatMap((one) => one.problems), ...problems] };
}
