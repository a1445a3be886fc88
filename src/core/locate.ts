// Where in the repository a finding comes from. What is only likely says so in `precision`.

import { fieldAt, fieldPath } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";
import { locateInChart } from "./locate-in-chart.ts";
import { entranceIn, patchLinesIn, takenAwayIn } from "./locate-patch.ts";
import { anchoredPositionOf, positionOf, type PathSegment, type Position } from "./manifest.ts";
import type { PodContainer } from "./pod.ts";
import { plainCluster } from "./cluster.ts";
import { resolvePosture } from "./posture.ts";
import { remembered } from "./remembered.ts";
import type { Location } from "./report.ts";
import { documentsIn, goneFrom, isChanged, locationIn, onBase, type Candidate, type Subject, type Text } from "./source-file.ts";
import type { Engine } from "./target.ts";
import { objectsOf, podHolders, type PodHolder } from "./workload.ts";

/** What holds on the head what decided on the base: the container, or the pod's spec; null for anything else. Outside of it nothing was taken away from it. */
function holderOf(base: InventoryEntry | null, entry: InventoryEntry): readonly PathSegment[] | null {
  const isBelow = (path: readonly PathSegment[]): boolean => base?.field != null && path.every((segment, i) => base.field?.[i] === segment);
  if (base === null) return null;
  return isBelow(base.podContainer.path) ? entry.podContainer.path : isBelow(base.profilePlace) ? entry.profilePlace.slice(0, -1) : null;
}

/** A plain manifest: the very line of the field that decides; where none does any more, of where it was taken away, or of what is left of it. */
function locateInManifest({ entry, base, baseField }: Subject, files: readonly Candidate[]): Location[] {
  const file = files.find(({ path }) => path === entry.document.path);
  const path = [...entry.objectPath, ...(entry.field ?? baseField ?? entry.podContainer.path)];
  const [position, anchored] = [positionOf(entry.document, path), anchoredPositionOf(entry.document, path)];
  if (file === undefined || position === null) return [];
  // What an alias brings in is to be edited at the alias or at the anchor: where the change did.
  if (entry.field !== null && anchored !== null && anchored.line !== position.line && isChanged(file.changed, anchored.line, anchored.endLine)) return [locationIn(file, anchored, "exact", "cause")];
  const wasIn = entry.field === null && base?.field != null && base.document.path === file.path ? [...base.objectPath, ...base.field] : null;
  const before = base === null || wasIn === null ? null : positionOf(base.document, wasIn);
  const holder = holderOf(base, entry);
  const own = holder === null ? null : positionOf(entry.document, [...entry.objectPath, ...holder]);
  const gone = (before === null ? [] : goneFrom(file, before, "exact")).filter(({ line }) => own === null || (line >= own.line && line <= own.endLine));
  if (gone.length > 0) return gone;
  const anchor = base === null || wasIn === null ? null : anchoredPositionOf(base.document, wasIn);
  if (anchor !== null && anchor.line !== before?.line && goneFrom(file, anchor, "exact").length > 0) return goneFrom(file, anchor, "exact");
  // Nothing decides: the line is where a profile belongs, not the whole body below it.
  const endLine = entry.field === null ? position.line : position.endLine;
  return [locationIn(file, { ...position, endLine }, "exact", "cause")];
}

/** Pod templates that a file describes; none for a file that describes too many to look through. */
export const holdersIn = remembered((file: Text): readonly PodHolder[] => {
  const found: PodHolder[] = [];
  try {
    for (const document of documentsIn(file)) for (const object of objectsOf(document)) found.push(...podHolders(document, object, ""));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.length = 0;
  }
  return found;
});

/** Where a document of the same kind has the annotation that a finding points at: a patch may hold nothing but that. */
function annotationsIn(file: Candidate, { field, workload }: InventoryEntry): Position[] {
  if (field?.at(-2) !== "annotations") return [];
  return documentsIn(file).flatMap((document) => {
    const { kind, metadata } = document.object;
    const name = fieldAt(metadata, ["name"]);
    const isMeant = kind === workload.kind && typeof name === "string" && workload.name.includes(name) && fieldAt(document.object, field) !== undefined;
    const position = isMeant ? positionOf(document, field) : null;
    return position === null ? [] : [position];
  });
}

interface Source {
  readonly position: Position;
  /** Whether this file says what the built object says, so that the position is that of the field that decides. */
  readonly decides: boolean;
}

/** Of the names of other workloads those that stand within the name of one: what is written under such a name is theirs. */
const namesWithin = (name: string, namesakes: ReadonlySet<string>): readonly string[] => [...namesakes].filter((other) => other !== name && name.includes(other));

/** Where a source says what a finding points at inside of a container, when that is not what decides the profile; null where it says nothing of it. */
function besideProfile({ field, posture, podContainer }: InventoryEntry, holder: PodHolder, { path }: PodContainer): Source | null {
  if (field === null || fieldPath(field) === posture.decidedBy || !podContainer.path.every((segment, i) => field[i] === segment)) return null;
  const own = [...holder.objectPath, ...path, ...field.slice(podContainer.path.length)];
  const position = fieldAt(holder.document.object, own) === undefined ? null : positionOf(holder.document, own);
  return position === null ? null : { position, decides: true };
}

/** Where a file describes the same container before patches and transformers: Kustomize's resources and patches. `within` are names of others. */
function sourcesIn(file: Text, entry: InventoryEntry, within: readonly string[]): Source[] {
  return holdersIn(file).flatMap((holder) => {
    const { workload } = holder;
    // Prefixes, suffixes and hashes are added around the name of the source.
    const written = workload.name.replace(/\*$/, "");
    if (workload.kind !== entry.workload.kind || !entry.workload.name.includes(written) || within.some((other) => other.includes(written))) return [];
    return holder.containers.flatMap((container) => {
      if (container.container.name !== entry.container.name || container.container.pod !== entry.container.pod) return [];
      const { posture, field } = resolvePosture(holder, container, plainCluster);
      const beside = besideProfile(entry, holder, container);
      if (beside !== null) return [beside];
      const decides = field !== null && posture.profile === entry.posture.profile && posture.cause === entry.posture.cause;
      const position = positionOf(holder.document, [...holder.objectPath, ...(decides ? field : container.path)]);
      return position === null ? [] : [{ position, decides }];
    });
  });
}

/** Kustomize: where what decided was taken away; then where it is said or the container is described, the most telling first. */
function locateInSources({ entry, base }: Subject, files: readonly Candidate[], namesakes: ReadonlySet<string>): Location[] {
  const within = namesWithin(entry.workload.name, namesakes);
  const isGone = entry.field === null && base !== null && base.field !== null;
  const gone = files.flatMap((file) => (isGone && file.removed.length > 0 ? sourcesIn(onBase(file), base, within).flatMap(({ position, decides }) => (decides ? goneFrom(file, position, "exact") : [])) : []));
  const there = files.flatMap((file) => [
    ...annotationsIn(file, entry).map((position) => locationIn(file, position, "exact", "cause")),
    ...sourcesIn(file, entry, within).map(({ position, decides }) => {
      const endLine = decides ? position.endLine : position.line;
      const role = decides || file.changed.length > 0 ? "cause" : "template";
      return locationIn(file, { ...position, endLine }, decides ? "exact" : "file", role);
    }),
  ]);
  const ranked = byRank(there).filter(({ path }) => !gone.some((other) => other.path === path));
  const spoken = files.flatMap((file) => patchLinesIn(file, entry.field ?? base?.field ?? null));
  const patched = byRank([...(isGone ? files.flatMap((file) => takenAwayIn(file, base, namesakes)) : []), ...spoken]);
  const isSure = ({ inDiff, precision }: Location) => inDiff && precision === "exact";
  const places = [...gone, ...ranked.filter(isSure), ...patched, ...ranked.filter((location) => !isSure(location) && !patched.some(({ path }) => path === location.path))];
  // What is said where nothing changed came in, or went, by a line of a kustomization.
  return gone.length > 0 || spoken.length > 0 || places.some(({ inDiff }) => inDiff) ? places : [...files.flatMap(entranceIn), ...places];
}

const precisions = ["exact", "action", "file"];

/** The most telling first: changed lines before others, exact before likely. */
function byRank(locations: readonly Location[]): Location[] {
  const rank = (location: Location) => Number(!location.inDiff) * 10 + precisions.indexOf(location.precision);
  return [...locations].sort((a, b) => rank(a) - rank(b));
}

const locators = {
  helm: locateInChart,
  kustomize: locateInSources,
  manifests: locateInManifest,
} as const satisfies Record<Engine, (subject: Subject, files: readonly Candidate[], namesakes: ReadonlySet<string>) => Location[]>;

/** Places of a finding, the most telling first. At most five. `namesakes` are the names of the workloads of its kind in the same target. */
export function locate(subject: Subject, engine: Engine, files: readonly Candidate[], namesakes: ReadonlySet<string> = new Set()): Location[] {
  return locators[engine](subject, files, namesakes).slice(0, 5);
}
