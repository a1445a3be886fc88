// Where in the repository a finding comes from. What is only likely says so in `precision`.

import { fieldAt } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";
import { positionOf, readDocuments, type ManifestDocument, type PathSegment, type Position } from "./manifest.ts";
import { plainCluster } from "./cluster.ts";
import { resolvePosture } from "./posture.ts";
import type { Location } from "./report.ts";
import type { Engine } from "./target.ts";
import { podHolders, type PodHolder } from "./workload.ts";

/** Lines, 1-based and inclusive. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A file of the head that the finding's target depends on. */
export interface Candidate {
  readonly path: string;
  readonly text: string;
  /** Lines that the change added or edited; empty for a file that did not change. */
  readonly changed: readonly LineRange[];
  /** What the change took away. */
  readonly removed: readonly RemovedLine[];
}

/** A line of the base that the head does not have. */
export interface RemovedLine {
  readonly text: string;
  /** The head's line behind which it stood, 1-based; 1 at the top. */
  readonly line: number;
}

/** What is located: a container, and the field that decided for it on the base. */
export interface Subject {
  readonly entry: InventoryEntry;
  readonly baseField: readonly PathSegment[] | null;
}

/** Whether the change touched any of the lines. */
const isChanged = (changed: readonly LineRange[], line: number, endLine = line) => changed.some(({ start, end }) => endLine >= start && line <= end);

function locationIn(file: Candidate, position: { line: number; column: number; endLine: number }, precision: Location["precision"], role: Location["role"]): Location {
  return { path: file.path, ...position, precision, role, inDiff: isChanged(file.changed, position.line, position.endLine) };
}

/** A plain manifest: the very line of the field that decides; where none does any more, of what is left of the field that did. */
function locateInManifest({ entry, baseField }: Subject, files: readonly Candidate[]): Location[] {
  const file = files.find(({ path }) => path === entry.document.path);
  const position = positionOf(entry.document, [...entry.objectPath, ...(entry.field ?? baseField ?? entry.containerPath)]);
  if (file === undefined || position === null) return [];
  // Nothing decides: the line is where a profile belongs, not the whole body below it.
  const endLine = entry.field === null ? position.line : position.endLine;
  return [locationIn(file, { ...position, endLine }, "exact", "cause")];
}

type Text = Pick<Candidate, "path" | "text">;

const documentsOfFiles = new WeakMap<Text, readonly ManifestDocument[]>();

function documentsIn(file: Text): readonly ManifestDocument[] {
  const known = documentsOfFiles.get(file);
  if (known !== undefined) return known;
  const { documents } = /\.(ya?ml|json)$/.test(file.path) ? readDocuments({ path: file.path, text: file.text, origin: "file" }) : { documents: [] };
  documentsOfFiles.set(file, documents);
  return documents;
}

const holdersOfFiles = new WeakMap<Text, readonly PodHolder[]>(); // one file is asked about many findings

/** Pod templates that a file describes; none for a file that describes too many to look through. */
export function holdersIn(file: Text): readonly PodHolder[] {
  const known = holdersOfFiles.get(file);
  if (known !== undefined) return known;
  const found: PodHolder[] = [];
  try {
    for (const document of documentsIn(file)) for (const pods of podHolders(document, "")) found.push(...pods);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.length = 0;
  }
  holdersOfFiles.set(file, found);
  return found;
}

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

/** A file that describes the same container before patches and transformers: Kustomize's resources and patches. */
function locateInSources({ entry }: Subject, files: readonly Candidate[]): Location[] {
  const found: Location[] = [];
  for (const file of files) {
    found.push(...annotationsIn(file, entry).map((position) => locationIn(file, position, "exact", "cause")));
    for (const holder of holdersIn(file)) {
      const { workload } = holder;
      // Prefixes, suffixes and hashes are added around the name of the source.
      if (workload.kind !== entry.workload.kind || !entry.workload.name.includes(workload.name.replace(/\*$/, ""))) continue;
      for (const container of holder.containers) {
        if (container.container.name !== entry.container.name || container.container.pod !== entry.container.pod) continue;
        const { posture, field } = resolvePosture(holder, container, plainCluster);
        const decides = field !== null && posture.profile === entry.posture.profile && posture.cause === entry.posture.cause;
        const position = positionOf(holder.document, [...holder.objectPath, ...(decides ? field : container.path)]);
        if (position === null) continue;
        const endLine = decides ? position.endLine : position.line;
        const role = decides || file.changed.length > 0 ? "cause" : "template";
        found.push(locationIn(file, { ...position, endLine }, decides ? "exact" : "file", role));
      }
    }
  }
  return found;
}

const profileWords = /seccomp|unconfined|runtimedefault|localhostprofile/i;
const privilegedWord = /privileged/i;
const anyWord = /seccomp|unconfined|runtimedefault|localhost|privileged|securitycontext/i;

/** The line that the change touched, or took something away behind, and that speaks of it; null when there is none. Comments do not count. */
function touchedLine({ text, changed, removed }: Candidate, words: RegExp): number | null {
  const speaks = (line: string): boolean => words.test(line) && !/^\s*#/.test(line);
  const lines = text.split(/\r?\n/);
  const added = lines.findIndex((line, i) => isChanged(changed, i + 1) && speaks(line));
  return added >= 0 ? added + 1 : (removed.find((line) => speaks(line.text))?.line ?? null);
}

/** A file that can have a say in what a template renders: values, and templates that define something for others. */
function reachesTemplates({ path, text }: Candidate): boolean {
  if (!/\.(ya?ml|json|tpl)$/.test(path)) return false;
  return !/(^|\/)templates\//.test(path) || /\{\{-?\s*define\b/.test(text);
}

/** Where a template speaks of the container, or of seccomp; its first line at worst. */
function likelyLine(file: Candidate, container: string): number {
  const lines = file.text.split(/\r?\n/);
  const matching = lines.flatMap((line, i) => (anyWord.test(line) ? [i + 1] : []));
  const named = lines.flatMap((line, i) => (line.trim().replace(/^- /, "") === `name: ${container}` ? [i + 1] : []));
  const touched = [...matching, ...named].find((line) => isChanged(file.changed, line)) ?? file.changed[0]?.start;
  return touched ?? matching[0] ?? named[0] ?? 1;
}

const onLine = (file: Candidate, line: number, role: Location["role"]): Location => locationIn(file, { line, column: 1, endLine: line }, "file", role);

/** The changed files of a chart that most likely caused it, the likeliest first, and the container's own template. */
function locateInChart({ entry }: Subject, files: readonly Candidate[]): Location[] {
  const template = files.find(({ path }) => path === entry.document.path);
  const others = files.filter((file) => file !== template && reachesTemplates(file));
  const own = entry.posture.cause === "privileged" ? privilegedWord : profileWords;
  const found: Location[] = [];
  for (const words of [own, anyWord]) {
    for (const file of template === undefined ? others : [template, ...others]) {
      const line = found.some(({ path }) => path === file.path) ? null : touchedLine(file, words);
      if (line !== null) found.push(onLine(file, line, "cause"));
    }
  }
  if (template === undefined || found.some(({ path }) => path === template.path)) return found;
  return [...found, onLine(template, likelyLine(template, entry.container.name), template.changed.length > 0 ? "cause" : "template")];
}

const precisions = ["exact", "action", "file"];

/** The most telling first: changed lines before others, exact before likely. */
function byRank(locations: readonly Location[]): Location[] {
  const rank = (location: Location) => Number(!location.inDiff) * 10 + precisions.indexOf(location.precision);
  return locations
    .map((location, i) => ({ location, i }))
    .sort((a, b) => rank(a.location) - rank(b.location) || a.i - b.i)
    .map(({ location }) => location);
}

const locators = {
  helm: locateInChart,
  kustomize: (subject, files) => byRank(locateInSources(subject, files)),
  manifests: locateInManifest,
} as const satisfies Record<Engine, (subject: Subject, files: readonly Candidate[]) => Location[]>;

/** Places of a finding, the most telling first. At most five. */
export function locate(subject: Subject, engine: Engine, files: readonly Candidate[]): Location[] {
  return locators[engine](subject, files).slice(0, 5);
}
