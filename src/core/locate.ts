// Where in the repository a finding comes from. What is only likely says so in `precision`.

import type { InventoryEntry } from "./inventory.ts";
import { positionOf, readDocuments, type PathSegment } from "./manifest.ts";
import { podContainers } from "./container.ts";
import { resolvePosture } from "./posture.ts";
import type { Location } from "./report.ts";
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
}

/** Whether the change touched any of the lines. */
const isChanged = (changed: readonly LineRange[], line: number, endLine = line) => changed.some(({ start, end }) => endLine >= start && line <= end);

function locationIn(file: Candidate, position: { line: number; column: number; endLine: number }, precision: Location["precision"], role: Location["role"]): Location {
  return { path: file.path, ...position, precision, role, inDiff: isChanged(file.changed, position.line, position.endLine) };
}

/** The field that decided, else the container. */
function tellingPath(entry: InventoryEntry): readonly PathSegment[] {
  return [...entry.objectPath, ...(entry.field ?? entry.containerPath)];
}

/** A plain manifest: the very line. */
function locateInManifest(entry: InventoryEntry, files: readonly Candidate[]): Location[] {
  const file = files.find(({ path }) => path === entry.document.path);
  const position = positionOf(entry.document, tellingPath(entry));
  if (file === undefined || position === null) return [];
  // Nothing decides: the container's first line is where a profile belongs, not its whole body.
  const endLine = entry.field === null ? position.line : position.endLine;
  return [locationIn(file, { ...position, endLine }, "exact", "cause")];
}

const holdersOfFiles = new WeakMap<Candidate, readonly PodHolder[]>(); // one file is asked about many findings

/** Pod templates that a file describes; none for a file that describes too many to look through. */
function holdersIn(file: Candidate): readonly PodHolder[] {
  const known = holdersOfFiles.get(file);
  if (known !== undefined) return known;
  const found: PodHolder[] = [];
  const { documents } = /\.(ya?ml|json)$/.test(file.path) ? readDocuments({ path: file.path, text: file.text, origin: "file" }) : { documents: [] };
  try {
    for (const document of documents) for (const holder of podHolders(document, "")) found.push(holder);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.length = 0;
  }
  holdersOfFiles.set(file, found);
  return found;
}

/** A file that describes the same container before patches and transformers: Kustomize's resources and patches. */
function locateInSources(entry: InventoryEntry, files: readonly Candidate[]): Location[] {
  const found: Location[] = [];
  for (const file of files) {
    for (const holder of holdersIn(file)) {
      const { workload } = holder;
      // Prefixes, suffixes and hashes are added around the name of the source.
      if (workload.kind !== entry.workload.kind || !entry.workload.name.includes(workload.name.replace(/\*$/, ""))) continue;
      for (const container of podContainers(holder)) {
        if (container.container.name !== entry.container.name) continue;
        const { posture, field } = resolvePosture(holder, container, { seccompDefault: false });
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

const words = /seccomp|unconfined|runtimedefault|localhost|privileged|securitycontext/i;

/** The first line of a file that speaks of seccomp, among those that the change touched if there are any. */
function likelyLine(file: Candidate, container: string): number {
  const lines = file.text.split(/\r?\n/);
  const matching = lines.flatMap((line, i) => (words.test(line) ? [i + 1] : []));
  const named = lines.flatMap((line, i) => (line.trim().replace(/^- /, "") === `name: ${container}` ? [i + 1] : []));
  const touched = [...matching, ...named].find((line) => isChanged(file.changed, line)) ?? file.changed[0]?.start;
  return touched ?? matching[0] ?? named[0] ?? 1;
}

function likely(file: Candidate, container: string, role: Location["role"]): Location {
  const line = likelyLine(file, container);
  return locationIn(file, { line, column: 1, endLine: line }, "file", role);
}

/** Whether a file can have a say in what another template renders: a template that defines nothing for others has none. */
const reachesOthers = ({ path, text }: Candidate) => !/(^|\/)(templates|crds)\//.test(path) || /\{\{-?\s*define\b/.test(text);

/** A chart's template, and before it the changed file that most likely caused it: values, helpers or the template itself. */
function locateInChart(entry: InventoryEntry, files: readonly Candidate[]): Location[] {
  const template = files.find(({ path }) => path === entry.document.path);
  const name = entry.container.name;
  const speaking = files.filter((file) => {
    if (file !== template && !reachesOthers(file)) return false;
    const lines = file.text.split(/\r?\n/);
    return file.changed.some(({ start, end }) => lines.slice(start - 1, end).some((line) => words.test(line)));
  });
  const causes = speaking.filter((file) => file !== template).map((file) => likely(file, name, "cause"));
  const own = template === undefined ? [] : [likely(template, name, template.changed.length > 0 ? "cause" : "template")];
  return template !== undefined && speaking.includes(template) ? [...own, ...causes] : [...causes, ...own];
}

const precisions = ["exact", "action", "file"];

/** Places of a finding, the most telling first: exact before likely, changed lines before others. At most five. */
export function locate(entry: InventoryEntry, engine: "helm" | "kustomize" | "manifests", files: readonly Candidate[]): Location[] {
  const found = { helm: locateInChart, kustomize: locateInSources, manifests: locateInManifest }[engine](entry, files);
  const rank = (location: Location) => Number(!location.inDiff) * 10 + precisions.indexOf(location.precision);
  return found
    .map((location, i) => ({ location, i }))
    .sort((a, b) => rank(a.location) - rank(b.location) || a.i - b.i)
    .slice(0, 5)
    .map(({ location }) => location);
}
