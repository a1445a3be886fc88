// Stepping down to a size: everything in full, then a line each, then counts per target; cut between entries only, and always said.

import { utf8Length } from "../core/utf8.ts";
import { codeSpan, cutText } from "./escape.ts";
import { countOf } from "./headline.ts";

/** One entry of a section, in Markdown. */
export interface Entry {
  readonly full: string;
  /** A list item of one line. */
  readonly line: string;
  /** Ids of targets, raw, with how many of what is counted each has. */
  readonly perTarget: ReadonlyMap<string, number>;
}

export interface Section {
  /** Markdown above the entries; may be empty. */
  readonly opening: string;
  /** Worst first. */
  readonly entries: readonly Entry[];
  readonly separator: "\n\n" | "\n";
  readonly closing: string;
  /** What an entry counts, in the singular. */
  readonly noun: string;
  /** Share of the whole that this section gets even when those before it want all. */
  readonly share: number;
}

const NOTE_BYTES = 400; // more than the longest note without `moreAt`, and the blank lines around blocks
const NAME_LENGTH = 300;

const countIn = (entries: readonly Entry[]): number => entries.reduce((sum, { perTarget }) => [...perTarget.values()].reduce((a, b) => a + b, sum), 0);

const stack = (...blocks: readonly string[]): string => blocks.filter((block) => block !== "").join("\n\n");

/** How many of the sizes, from the first on, fit into the room together. */
function prefixWithin(sizes: readonly number[], room: number): number {
  let used = 0;
  const first = sizes.findIndex((size) => (used += size) > room);
  return first < 0 ? sizes.length : first;
}

function countsPerTarget(entries: readonly Entry[], noun: string, room: number): string {
  const counts = new Map<string, number>();
  for (const { perTarget } of entries) for (const [target, count] of perTarget) counts.set(target, (counts.get(target) ?? 0) + count);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const lines = sorted.map(([target, count]) => `- ${codeSpan(cutText(target, NAME_LENGTH))}: ${countOf(count, noun)}`);
  const fitting = prefixWithin(lines.map((line) => utf8Length(line) + 1), room);
  const left = sorted.slice(fitting);
  if (left.length === 0) return lines.join("\n");
  return [...lines.slice(0, fitting), `- ${countOf(left.length, "more target")}: ${countOf(left.reduce((sum, [, count]) => sum + count, 0), noun)}`].join("\n");
}

function note({ entries, noun }: Section, full: number, lines: number, moreAt: string): string {
  const counted = countIn(entries.slice(full + lines));
  const shares: readonly (readonly [number, string])[] = [
    [countIn(entries.slice(0, full)), "in full"],
    [countIn(entries.slice(full, full + lines)), "in one line each"],
    [counted, "left out and only counted"],
  ];
  const parts = shares.filter(([count]) => count > 0).map(([count, how]) => `${count} ${how}`);
  return `**Too long to show here:** of ${countOf(countIn(entries), noun)}, ${parts.join(", ")}. All of it is in ${moreAt}.`;
}

/** The section in at most so many bytes; empty when not even its opening fits. */
export function fitSection(section: Section, bytes: number, moreAt: string): string {
  const { opening, entries, separator, closing, noun } = section;
  if (entries.length === 0) return "";
  const whole = stack(opening, entries.map(({ full }) => full).join(separator), closing);
  if (utf8Length(whole) <= bytes) return whole;

  const room = bytes - utf8Length(opening) - utf8Length(closing) - utf8Length(moreAt) - NOTE_BYTES;
  if (room < 0) return "";
  const lineSizes = entries.map(({ line }) => utf8Length(line) + 1);
  const spare = room - lineSizes.reduce((sum, size) => sum + size, 0);
  if (spare >= 0) {
    const extra = entries.map(({ full }, i) => Math.max(0, utf8Length(full) + separator.length - (lineSizes[i] ?? 0)));
    const inFull = prefixWithin(extra, spare);
    const [details, rest] = [entries.slice(0, inFull), entries.slice(inFull)];
    return stack(opening, note(section, inFull, rest.length, moreAt), details.map(({ full }) => full).join(separator), rest.map(({ line }) => line).join("\n"), closing);
  }
  // The counts of what is left out need no more than those of everything would.
  const lines = prefixWithin(lineSizes, room - Math.min(room / 2, utf8Length(countsPerTarget(entries, noun, room / 2))));
  const used = lineSizes.slice(0, lines).reduce((sum, size) => sum + size, 0);
  const [shown, rest] = [entries.slice(0, lines), entries.slice(lines)];
  return stack(opening, note(section, 0, lines, moreAt), shown.map(({ line }) => line).join("\n"), "Left out, by target:", countsPerTarget(rest, noun, room - used), closing);
}

/** Bytes the section takes when nothing is left out. */
function wanted({ opening, entries, closing, separator }: Section): number {
  return entries.length === 0 ? 0 : utf8Length(stack(opening, entries.map(({ full }) => full).join(separator), closing));
}

/** The sections in order, in at most so many bytes together. What one does not need, those behind it may use. */
export function fitSections(sections: readonly Section[], bytes: number, moreAt: string): readonly string[] {
  const kept = sections.map((section) => Math.min(wanted(section), Math.floor(section.share * bytes)));
  let left = bytes;
  return sections.map((section, i) => {
    const others = kept.slice(i + 1).reduce((sum, size) => sum + size, 0);
    const text = fitSection(section, left - others - 2, moreAt);
    left -= text === "" ? 0 : utf8Length(text) + 2;
    return text;
  });
}
