// A file that may have caused a finding, with what the change did to it.

import type { InventoryEntry } from "./inventory.ts";
import { readManifests, type ManifestDocument, type PathSegment } from "./manifest.ts";
import { remembered } from "./remembered.ts";
import type { Location } from "./report.ts";

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
  /** The base's text, where it is another; null where it is the same, or there is none. */
  readonly before: string | null;
}

/** A line of the base that the head does not have. */
export interface RemovedLine {
  readonly text: string;
  /** The head's line behind which it stood, 1-based; 1 at the top. */
  readonly line: number;
  /** Its own line on the base, 1-based. */
  readonly was: number;
}

/** What is located: a container of the head, the same on the base, and where the field that decided there is on the head. */
export interface Subject {
  readonly entry: InventoryEntry;
  readonly base: InventoryEntry | null;
  readonly baseField: readonly PathSegment[] | null;
}

/** Whether the change touched any of the lines. */
export const isChanged = (changed: readonly LineRange[], line: number, endLine = line) => changed.some(({ start, end }) => endLine >= start && line <= end);

/** A place in a file. */
export function locationIn(file: Candidate, position: { line: number; column: number; endLine: number }, precision: Location["precision"], role: Location["role"]): Location {
  return { path: file.path, ...position, precision, role, inDiff: isChanged(file.changed, position.line, position.endLine) };
}

/** A file of either side. */
export type Text = Pick<Candidate, "path" | "text">;

/** The lines of a file, without their ends. */
export const linesIn = remembered(({ text }: Text): readonly string[] => text.split(/\r?\n/));

/** What a file of manifests or values holds; nothing for any other. */
export const documentsIn = remembered(({ path, text }: Text): readonly ManifestDocument[] => (/\.(ya?ml|json)$/.test(path) ? readManifests({ path, text, origin: "file" }, () => true).documents : []));

/** The base's text of a file; `changed` are the lines that the head does not have. */
export const onBase = remembered(({ path, text, before, removed }: Candidate): Candidate => ({ path, text: before ?? text, changed: removed.map(({ was }) => ({ start: was, end: was })), removed: [], before: null }));

/** Where lines of the base stood that the change took away, by the first of them that is gone; none where all are still there. */
export function goneFrom(file: Candidate, { line, endLine }: { readonly line: number; readonly endLine: number }, precision: Location["precision"]): Location[] {
  const gone = file.removed.find(({ was }) => was >= line && was <= endLine);
  return gone === undefined ? [] : [locationIn(file, { line: gone.line, column: 1, endLine: gone.line }, precision, "cause")];
}
