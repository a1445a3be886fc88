// Which lines of a file a change added or edited.

import { diffLines } from "diff";

/** First and last line, 1-based, both included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Edits after which the search ends and everything between the first and the last difference counts as changed. The search takes
 * time with their square: about a second. A limit in edits, not in time, gives the same answer on every machine.
 */
const MAX_EDITS = 1_500;

/** Lines without their ends. A carriage return before the line feed is part of the end: git may have put it there (core.autocrlf). */
function linesOf(bytes: Uint8Array): readonly string[] {
  // Latin-1 keeps different bytes different, whatever the encoding.
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const end = Math.min(a.length, b.length);
  let count = 0;
  while (count < end && a[count] === b[count]) count += 1;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const end = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < end && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}

const indentOf = (line: string | undefined): number => (line === undefined || line.trim() === "" ? Infinity : line.length - line.trimStart().length);

/**
 * How far lines that were put in between others move where it could be several of them, since what follows them is repeated before them or
 * the other way about: to where the first is the least indented, as git does. A container that was added begins with its own first line,
 * and not with the second, behind the first of the next. git/git: xdiff/xdiffi.c (xdl_change_compact).
 */
function slideOf(lines: readonly string[], { start, end }: LineRange, room: { readonly above: number; readonly below: number }): number {
  const line = (number: number): string | undefined => lines[number - 1];
  let best = 0;
  const consider = (shift: number): void => void (indentOf(line(start + shift)) < indentOf(line(start + best)) && (best = shift));
  for (let up = 1; up <= room.above && line(start - up) === line(end - up + 1); up++) consider(-up);
  for (let down = 1; down <= room.below && line(start + down - 1) === line(end + down); down++) consider(down);
  return best;
}

/** Lines of the head that were added or edited, as sorted ranges that neither touch nor overlap. A `base` of null is a new file. */
export function changedLines(base: Uint8Array | null, head: Uint8Array): readonly LineRange[] {
  const [before, after] = [linesOf(base ?? new Uint8Array()), linesOf(head)];
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  if (start + end === after.length) return []; // lines were only removed, if anything
  const text = (lines: readonly string[]): string => lines.slice(start, lines.length - end).map((line) => `${line}\n`).join("");
  const parts = diffLines(text(before), text(after), { maxEditLength: MAX_EDITS });
  if (parts === undefined) return [{ start: start + 1, end: after.length - end }];

  const ranges: LineRange[] = [];
  let line = start + 1;
  for (const [i, { added, removed, count }] of parts.entries()) {
    if (added) {
      const last = ranges.at(-1);
      const touches = last !== undefined && last.end + 1 === line; // removed lines between the two have no place in the head
      const range = { start: line, end: line + count - 1 };
      const [before, behind] = [parts[i - 1], parts[i + 1]];
      const kept = (part: typeof before, beyond: number): number => (part === undefined ? beyond : part.added || part.removed ? 0 : part.count - 1);
      const isBetween = !touches && !(before?.removed ?? false) && !(behind?.removed ?? false);
      const above = Math.min(kept(before, start), last === undefined ? Infinity : line - last.end - 2); // ranges do not touch
      const shift = isBetween ? slideOf(after, range, { above, below: kept(behind, end) }) : 0;
      ranges.push({ start: touches ? ranges.pop()?.start ?? line : range.start + shift, end: range.end + shift });
    }
    if (!removed) line += count;
  }
  return ranges;
}
