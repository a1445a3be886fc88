// Where in the head's files a protection stood, or stands weaker.

import { kindlessObjects } from "./guardrails/kindless-files.ts";
import type { Guard } from "./guardrails/pair-guards.ts";
import { isChanged, locationIn, type Candidate } from "./source-file.ts";
import { positionOf, readDocuments, type PathSegment, type Position } from "./manifest.ts";
import type { Location } from "./report.ts";
import { noticedObject, objectsOf, type FoundObject } from "./workload.ts";

/** The line of a word at or below a line, comments aside; null when none has it. */
function lineOf(text: string, needle: string, from: number, to: number): number | null {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line, i) => i + 1 >= from && i + 1 <= to && line.includes(needle) && !/^\s*#/.test(line));
  return at < 0 ? null : at + 1;
}

/** Position of a field in its document; of the word inside it, where the field is a text of many lines. */
function positionIn({ document, objectPath }: FoundObject, path: readonly PathSegment[], needle: string | null): Position | null {
  const isToml = document.path?.endsWith(".toml") === true;
  const word = needle ?? String(path.at(-1) ?? "");
  const found = isToml ? { line: document.line, column: 1, endLine: Number.MAX_SAFE_INTEGER } : positionOf(document, [...objectPath, ...path]);
  if (found === null || (needle === null && !isToml)) return found;
  const offset = document.line - 1;
  const line = lineOf(document.text, word, found.line - offset, found.endLine - offset);
  return line === null ? { ...found, endLine: found.line } : { line: line + offset, column: 1, endLine: line + offset };
}

const onLine = (file: Candidate, line: number): Location => locationIn(file, { line, column: 1, endLine: line }, "file", "cause");

/** Objects of a file that say something about containers elsewhere. */
export function objectsIn(file: Candidate): readonly FoundObject[] {
  if (!/\.(ya?ml|json|toml|conf)$/.test(file.path)) return [];
  const kindless = kindlessObjects(file.path, file.text).objects;
  if (file.path.endsWith(".toml")) return kindless;
  const { documents } = readDocuments({ path: file.path, text: file.text, origin: "file" });
  return [...kindless, ...documents.flatMap((document) => [...objectsOf(document)].flatMap((object) => noticedObject(null, document, object) ?? []))];
}

/** Where a line of the protection was taken away: the word that made it is on a removed line. */
function removedFrom(file: Candidate, words: readonly string[]): Location | null {
  const gone = file.removed.find(({ text }) => words.some((word) => word !== "" && text.includes(word)));
  return gone === undefined ? null : onLine(file, gone.line);
}

/** Where an entry that named one of some files, or the folder of one, was taken away. */
function unnamedIn(file: Candidate, paths: readonly string[]): Location | null {
  const names = new Set(paths.flatMap((path) => path.split("/").slice(-2)));
  const entry = file.removed.find(({ text }) => names.has(/^\s*-\s+["']?(?:.*\/)?([^/"'\s]+)\/?["']?\s*(?:#.*)?$/.exec(text)?.[1] ?? ""));
  return entry === undefined ? null : onLine(file, entry.line);
}

/** The first changed line of an object, where what decides did not change but what it lets through. */
function touchedWithin(file: Candidate, { document }: FoundObject): Location | null {
  const last = document.line + document.text.split("\n").length - 1;
  const range = file.changed.find(({ start, end }) => end >= document.line && start <= last);
  if (range === undefined) return null;
  return onLine(file, Math.max(range.start, document.line));
}

/**
 * Places of a protection in files of the head, the most telling first; none where nothing of it is left. `dropped` are files that described it
 * on the base and are not read any more.
 */
export function locateGuard({ object, headObject, base, head, fact }: Guard, files: readonly Candidate[], dropped: readonly string[]): readonly Location[] {
  const words = [fact.needle ?? "", ...(base ?? fact).path.filter((part) => typeof part === "string").toReversed().slice(0, 2)];
  if (headObject !== null && headObject.document.origin === "file") {
    const file = files.find(({ path }) => path === headObject.document.path);
    if (file === undefined) return [];
    const removed = head === null || head.says === fact.absence ? removedFrom(file, words) : null;
    const position = positionIn(headObject, fact.path, fact.needle);
    const exact = position === null ? null : locationIn(file, position, "exact", "cause");
    const touched = exact !== null && isChanged(file.changed, exact.line) ? null : touchedWithin(file, headObject);
    return [removed, touched, exact].filter((location) => location !== null).slice(0, 1);
  }
  const described = files.flatMap((file) => {
    // Prefixes and suffixes are added around the name of the source.
    const one = objectsIn(file).find((other) => other.kind === object.kind && other.group === object.group && object.name.includes(other.name) && other.name !== "");
    const position = one === undefined ? null : positionIn(one, fact.path, fact.needle);
    return position === null ? [] : [locationIn(file, position, "file", "cause")];
  });
  const unnamed = dropped.length === 0 ? [] : files.flatMap((file) => unnamedIn(file, dropped) ?? []);
  const removed = files.flatMap((file) => removedFrom(file, words) ?? []);
  // Values of charts need not say what they are for: the first line that changed is where to look.
  const changed = unnamed.length > 0 ? [] : files.flatMap((file) => file.changed.slice(0, 1).map(({ start }) => onLine(file, start)));
  const all = [...unnamed, ...described.filter(({ inDiff }) => inDiff), ...removed, ...changed, ...described];
  return all.filter(({ path, line }, i) => all.findIndex((other) => other.path === path && other.line === line) === i).slice(0, 5);
}
