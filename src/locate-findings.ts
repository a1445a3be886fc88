// Reads the files that may have caused the findings, and only those, and lets core say where each one comes from.

import { fieldPath } from "./core/field.ts";
import type { LocatedFinding } from "./core/group.ts";
import type { Judged } from "./core/judge.ts";
import { locateAsking } from "./core/locate-asking.ts";
import { locateGuard } from "./core/locate-guard.ts";
import { locate } from "./core/locate.ts";
import { remembered } from "./core/remembered.ts";
import type { Location } from "./core/report.ts";
import type { Candidate, LineRange, RemovedLine } from "./core/source-file.ts";
import type { HelmTarget, Target } from "./core/target.ts";
import { isWithin, resolvePath, type Tree } from "./core/tree.ts";
import { decodeUtf8 } from "./core/utf8.ts";
import type { FoundObject } from "./core/workload.ts";
import type { Compared, Comparison, LookedAt, Ports } from "./gate.ts";

const MAX_FILE = 5_000_000; // bytes: as large as what projects publish to be installed; larger files are generated for no reader

function blobAt(tree: Tree | null, path: string): { id: string; size: number } | null {
  if (tree === null) return null;
  const found = resolvePath(tree, path);
  return found.kind === "found" && found.entry.kind === "file" ? found.entry : null;
}

/** The base's lines that the head does not have (`gone`, lines of the base), each with where it stood between the head's `added` ones. */
function removedLines(base: Uint8Array, gone: readonly LineRange[], added: readonly LineRange[]): RemovedLine[] {
  const lines = (decodeUtf8(base) ?? "").split(/\r?\n/);
  const lengthOf = ({ start, end }: LineRange): number => end - start + 1;
  let removed = 0;
  return gone.flatMap((range) => {
    const kept = range.start - 1 - removed;
    removed += lengthOf(range);
    // The head's line that holds the last kept line before the gap: the added ones up to there come on top.
    const line = added.reduce((at, one) => (one.start <= at ? at + lengthOf(one) : at), kept);
    // Where other lines took its place, the one that stands there now.
    const instead = added.find(({ start }) => start === line + 1) ?? { start: Math.max(1, line), end: Math.max(1, line) };
    return lines.slice(range.start - 1, range.end).map((text, i) => ({ text, line: Math.min(instead.start + i, instead.end), was: range.start + i }));
  });
}

/** Text and changed lines of the given files of the head. */
async function readCandidates(paths: Iterable<string>, { base, head }: Comparison, ports: Ports): Promise<Candidate[]> {
  const wanted = [...new Set(paths)].sort().flatMap((path) => {
    const after = blobAt(head, path);
    return after === null || after.size > MAX_FILE ? [] : [{ path, after: after.id, before: blobAt(base, path)?.id ?? null }];
  });
  const heads = await head.read(wanted.map(({ after }) => after));
  const bases = base === null ? new Map() : await base.read(wanted.flatMap(({ before, after }) => (before === null || before === after ? [] : [before])));
  return wanted.flatMap(({ path, before, after }) => {
    const bytes = heads.get(after);
    const text = bytes === undefined ? null : decodeUtf8(bytes);
    if (bytes === undefined || text === null) return [];
    if (base === null || before === after) return [{ path, text, changed: [], removed: [], before: null }];
    const was = before === null ? null : (bases.get(before) ?? null);
    const changed = ports.changedLines(was, bytes);
    const lines = was === null ? null : decodeUtf8(was);
    return [{ path, text, changed, removed: was === null ? [] : removedLines(was, ports.changedLines(bytes, was), changed), before: lines }];
  });
}

/** Files that can tell where a finding comes from: those that changed, and those that describe the container. */
function candidatePaths(target: Target, opened: readonly string[], { base, head }: Comparison, documents: readonly (string | null)[]): string[] {
  const described = documents.flatMap((path) => (path === null ? [] : [path]));
  if (target.engine === "manifests") return described;
  const decisive = target.declaredBy === null ? opened : [...opened, target.declaredBy.path];
  if (target.engine !== "helm") return decisive.filter((path) => /\.(ya?ml|json)$/.test(path));
  const changed = decisive.filter((path) => blobAt(base, path)?.id !== blobAt(head, path)?.id);
  return [...described, ...[...changed, ...decisive.filter((path) => isValues(target, path))].filter((path) => reachesTemplates(target, path))];
}

/** Files with the values of the templates, changed or not. */
const isValues = ({ helm }: HelmTarget, path: string): boolean => helm.valuesFiles.includes(path) || /(^|\/)values\.yaml$/.test(path);

/** False for what a chart carries along: values for other tests, definitions, and files that templates at most quote. */
function reachesTemplates({ path: chart, helm }: HelmTarget, path: string): boolean {
  const within = isWithin(path, chart) && chart !== "." ? path.slice(chart.length + 1) : path;
  return helm.valuesFiles.includes(path) || !/(^|\/)(ci|files|crds)\//.test(within);
}

/** The file that makes the target one: what to point at when nothing better is known. */
function ownFile(target: Target, opened: readonly string[]): Location[] {
  if (target.declaredBy !== null) return [{ ...atTop(target.declaredBy.path), line: target.declaredBy.line, endLine: target.declaredBy.line }];
  const [path] = opened.filter((file) => /(^|\/)(Chart\.yaml|kustomization\.ya?ml|Kustomization)$/.test(file) && (target.path === "." || file.startsWith(`${target.path}/`)));
  return path === undefined ? [] : [atTop(path)];
}

/** The file that describes the container, where no line of it tells more. */
function describedIn({ entry }: Judged): Location[] {
  const document = entry?.document;
  if (document === undefined || document.path === null) return [];
  const line = document.origin === "file" ? document.line : 1;
  return [{ ...atTop(document.path), line, endLine: line }];
}

const atTop = (path: string): Location => ({ path, line: 1, column: 1, endLine: 1, precision: "file", role: "template", inDiff: false });

/** The file of a lost target that is still there, if there is one. */
const whatStayed = ({ lost }: Judged): Location[] => (lost === null || lost.file === null ? [] : [atTop(lost.file)]);

/** Files that the base's rendering read and the head's does not, and that speak of an object. */
async function filesNoLongerRead(name: string, before: readonly string[], after: readonly string[], { base }: Comparison): Promise<readonly string[]> {
  const read = new Set(after);
  const gone = before.flatMap((path) => (read.has(path) ? [] : [{ path, blob: blobAt(base, path) }]));
  const texts = base === null ? new Map<string, Uint8Array>() : await base.read(gone.flatMap(({ blob }) => (blob === null || blob.size > MAX_FILE ? [] : [blob.id])));
  return gone.flatMap(({ path, blob }) => ((decodeUtf8(texts.get(blob?.id ?? "") ?? new Uint8Array()) ?? "").includes(name) ? [path] : []));
}

/** Where a protection stood: in the file that holds it, or in what its target is made of. */
async function locateGuards(judged: readonly Judged[], compared: readonly Compared[], comparison: Comparison, ports: Ports): Promise<ReadonlyMap<Judged, readonly Location[]>> {
  const places = new Map<Judged, readonly Location[]>();
  for (const one of judged) {
    const { guard } = one;
    if (guard === null) continue;
    const owner = compared.find(({ planned }) => planned.id === one.finding.target);
    const target = owner?.planned.head ?? null;
    const paths = [guard.object, guard.headObject].map((object) => object?.document.path ?? null);
    const opened = owner?.head.opened ?? [];
    const candidates = target === null ? paths.flatMap((path) => path ?? []) : candidatePaths(target, opened, comparison, paths);
    const dropped = guard.headObject === null && target?.engine === "kustomize" ? await filesNoLongerRead(guard.object.name, owner?.base.opened ?? [], opened, comparison) : [];
    const found = locateGuard(guard, await readCandidates([...candidates, ...dropped], comparison, ports), dropped);
    places.set(one, found.length > 0 || target === null ? found : ownFile(target, opened));
  }
  return places;
}

/** The first line that the change touched in the first of some files beside the target's own that it touched. */
function changedLine(files: readonly Candidate[], paths: readonly string[]): Location[] {
  const file = paths.flatMap((path) => files.find((one) => one.path === path) ?? []).find(({ changed, removed }) => changed.length > 0 || removed.length > 0);
  const line = file?.changed[0]?.start ?? file?.removed[0]?.line;
  return file === undefined || line === undefined ? [] : [{ path: file.path, line, column: 1, endLine: line, precision: "file", role: "cause", inDiff: file.changed.length > 0 }];
}

/** Files that changed of those that hold what asks, or are made into it: by the object, since many findings are asked for by one. */
function askingFiles(compared: readonly Compared[], { base, head }: Comparison): (object: FoundObject) => readonly string[] {
  const targets = new Map(compared.map((one) => [one.planned.id, one]));
  const isTouched = (path: string): boolean => blobAt(base, path)?.id !== blobAt(head, path)?.id;
  const made = remembered(({ head: { opened } }: Compared): readonly string[] => opened.filter(isTouched));
  return ({ target, document: { path } }) => {
    const one = targets.get(target ?? "");
    return [...(path !== null && isTouched(path) ? [path] : []), ...(one === undefined || one.planned.head?.engine === "manifests" ? [] : made(one))];
  };
}

/** Where to write what the remedy wants at a field of the object that the chart takes from its values; empty where no value is known to be it. */
function inValues({ entry, baseField, finding: { remedy } }: Judged, locations: readonly Location[]): string {
  const field = entry?.field ?? baseField ?? entry?.profilePlace;
  if (field === undefined || !remedy.includes(`\`${fieldPath(field)}\``)) return "";
  const place = locations.find(({ value }) => value !== undefined);
  return place?.value === undefined ? "" : ` In the values that is \`${fieldPath(place.value)}\` of ${place.path}.`;
}

/** The names of a side's workloads. */
function namesByKind({ entries }: LookedAt): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { workload: { kind, name } } of entries) names.set(kind, (names.get(kind) ?? new Set()).add(name));
  return names;
}

/** Adds to every finding where it comes from. */
export async function locateFindings(judged: readonly Judged[], compared: readonly Compared[], comparison: Comparison, ports: Ports): Promise<LocatedFinding[]> {
  const places = new Map<Judged, readonly Location[]>(await locateGuards(judged, compared, comparison, ports));
  for (const { planned, head } of compared) {
    const target = planned.head;
    const own = judged.filter(({ finding, guard }) => finding.target === planned.id && guard === null);
    if (own.length === 0) continue;
    if (target === null) {
      for (const one of own) places.set(one, whatStayed(one));
      continue;
    }
    const documents = own.map(({ entry }) => entry?.document.path ?? null);
    const files = await readCandidates(candidatePaths(target, head.opened, comparison, documents), comparison, ports);
    const named = namesByKind(head);
    for (const one of own) {
      const found = one.entry === null ? whatStayed(one) : locate({ entry: one.entry, base: one.base, baseField: one.baseField }, target.engine, files, named.get(one.entry.workload.kind));
      places.set(one, [found, ownFile(target, head.opened), describedIn(one)].find((locations) => locations.length > 0) ?? []);
    }
  }
  const filesOf = askingFiles(compared, comparison);
  const asking = judged.map(({ askedBy }) => new Set(askedBy?.objects.flatMap(filesOf)));
  const causes = await readCandidates([...judged.flatMap(({ files }) => files), ...asking.flatMap((paths) => [...paths])], comparison, ports);
  return judged.map((one, i) => {
    const asked = one.askedBy === null ? [] : locateAsking(one.askedBy, causes.filter(({ path }) => asking[i]?.has(path) === true));
    const files = one.askedBy?.objects.flatMap(({ document }) => document.path ?? []) ?? one.files;
    const locations = [...(asked.length > 0 ? asked : changedLine(causes, files)), ...(places.get(one) ?? [])].slice(0, 5);
    return { ...one.finding, remedy: one.finding.remedy + inValues(one, locations), locations };
  });
}
