// Which line of a template a line of its output is from, told by the text that both have in common.

import { hasPiecesInOrder } from "./pieces-in-order.ts";
import { splitActions } from "./template-actions.ts";

/** A line of a template. `precision`: `exact`: it holds the very text; `action`: its action wrote it; `file`: it is likely, or near. */
export interface TemplateLine {
  /** 1-based */
  readonly line: number;
  readonly precision: "exact" | "action" | "file";
}

const MOST_CELLS = 4_000_000; // of a table of all lines against all lines; templates of that size are generated

interface Line {
  /** White space at its beginning. */
  readonly indent: string;
  /** What stands before, between and behind its actions, without white space around; null when anything could be from here. */
  readonly literals: readonly string[] | null;
  readonly acts: boolean;
  /** Writes something: an action that does more than to decide what follows. */
  readonly emits: boolean;
}

const MOST_CHARACTERS = 1_000; // of a line of the output; longer ones hold no field of a container

const CONTROL = /^\{\{-?\s*(?:if|else|end|range|with|define|block|template\s*$|\/\*|\$\w*\s*:?=)/;

/** An action that spans lines becomes one on its first line, so that what stands inside is not taken for text. */
function onOneLine(action: string): string {
  const [first = "", ...others] = action.split("\n");
  return [first, ...others.map((line) => line.trim()).filter((line) => line !== "")].join(" ") + "\n".repeat(others.length);
}

function lineOf(text: string): Line {
  const parts = splitActions(text);
  const actions = parts.filter((_, i) => i % 2 === 1);
  const emits = actions.some((action) => !CONTROL.test(action));
  const literals = parts.flatMap((part, i) => (i % 2 === 0 && (i === 0 || i === parts.length - 1 || part.trim() !== "") ? [part.trim()] : []));
  // What could be from anywhere says nothing: `{{ $key }}: {{ $value }}`.
  const saysNothing = literals.every((literal) => literal === "" || (actions.length > 0 && !/\w\w/.test(literal)));
  return { indent: /^\s*/.exec(text)?.[0] ?? "", literals: saysNothing ? null : literals, acts: actions.length > 0, emits };
}

/** How much it says that a line of the output is from this line. */
function weightOf({ indent, literals, acts }: Line, text: string): number {
  if (literals === null || text === "" || text.length > MOST_CHARACTERS || !text.startsWith(indent)) return 0;
  const body = text.slice(indent.length);
  return /^\s/.test(body) || !hasPiecesInOrder(body, literals) ? 0 : acts ? 1 : 2;
}

/** What all best alignments of a template with its output say about the lines of the output. */
interface Alignment {
  /** The line of the template that each of them has; absent where they do not agree. */
  readonly certain: ReadonlyMap<number, number>;
  /** Of the lines that some of them have, the one whose neighbours are those of the line, too; absent without any. */
  readonly likeliest: ReadonlyMap<number, number>;
}

/** Longest common subsequences, by how much the pairs of lines say, from both ends. */
function align(lines: readonly Line[], texts: readonly string[]): Alignment {
  const width = lines.length + 1;
  const [weights, before, after] = [new Uint8Array(width * texts.length), new Int32Array(width * (texts.length + 1)), new Int32Array(width * (texts.length + 1))];
  const at = (table: Int32Array | Uint8Array, i: number, j: number): number => table[i * width + j] ?? 0;
  for (const [i, text] of texts.entries()) {
    for (const [j, line] of lines.entries()) {
      const weight = (weights[i * width + j] = weightOf(line, text));
      before[(i + 1) * width + j + 1] = Math.max(at(before, i, j + 1), at(before, i + 1, j), weight === 0 ? 0 : at(before, i, j) + weight);
    }
  }
  for (let i = texts.length - 1; i >= 0; i--) {
    for (let j = lines.length - 1; j >= 0; j--) {
      const weight = at(weights, i, j);
      after[i * width + j] = Math.max(at(after, i + 1, j), at(after, i, j + 1), weight === 0 ? 0 : at(after, i + 1, j + 1) + weight);
    }
  }
  const best = at(after, 0, 0);
  const near = (i: number, j: number): number => Number(at(weights, i - 1, j - 1) > 0) + Number(at(weights, i + 1, j + 1) > 0);
  const alignment = { certain: new Map<number, number>(), likeliest: new Map<number, number>() };
  for (let i = 0; i < texts.length; i++) {
    let [candidates, nearest, isLeftOut] = [0, -1, false];
    for (let j = 0; j < lines.length; j++) {
      const weight = at(weights, i, j);
      if (weight > 0 && at(before, i, j) + weight + at(after, i + 1, j + 1) === best) {
        candidates++;
        if (nearest < 0 || near(i, j) > near(i, nearest)) nearest = j;
      }
      isLeftOut ||= at(before, i, j) + at(after, i + 1, j) === best;
    }
    if (candidates > 0) alignment.likeliest.set(i, nearest);
    if (candidates === 1 && !isLeftOut) alignment.certain.set(i, nearest);
  }
  return alignment;
}

/**
 * The action that wrote a line which is no text of the template: the only one between the lines around it, if there is only one, or the only
 * one that speaks of what is looked for.
 */
function actionAround(alignment: Alignment, lines: readonly Line[], i: number, count: number, speaks: (line: number) => boolean): TemplateLine | null {
  let [from, to] = [-1, lines.length];
  for (let above = i - 1; above >= 0 && from < 0; above--) from = alignment.certain.get(above) ?? -1;
  for (let below = i + 1; below < count && to === lines.length; below++) to = alignment.certain.get(below) ?? lines.length;
  const within = lines.flatMap(({ emits }, j) => (j > from && j < to && emits ? [j] : []));
  const speaking = within.filter(speaks);
  const [first, ...others] = speaking.length > 0 ? speaking : within;
  if (first === undefined) return from < 0 ? null : { line: from + 1, precision: "file" };
  return { line: first + 1, precision: others.length === 0 ? "action" : "file" };
}

/** A template and a document that it rendered, compared. */
export interface AlignedTemplate {
  /** What the comparison cost: lines of one by lines of the other. */
  readonly cells: number;
  /**
   * The line of the template that wrote line `line` (from 0) of the document. Null when nothing in it tells. Text that several lines have
   * alike is not told apart by guessing: the likeliest is said to be no more than that. `words` tell the action apart from others beside it.
   */
  lineOf(line: number, words?: RegExp): TemplateLine | null;
}

/** Compares `template` with `output`, a document that it rendered. Null when they are too long for that. */
export function alignTemplate(template: string, output: string): AlignedTemplate | null {
  const sources = splitActions(template).map((part, i) => (i % 2 === 0 ? part : onOneLine(part))).join("").split(/\r?\n/);
  const texts = output.split(/\r?\n/).map((text) => text.trimEnd());
  const cells = sources.length * texts.length;
  if (cells > MOST_CELLS) return null;
  const lines = sources.map(lineOf);
  const alignment = align(lines, texts);
  return {
    cells,
    lineOf(line, words) {
      const certain = alignment.certain.get(line);
      if (certain !== undefined) return { line: certain + 1, precision: lines[certain]?.acts === true ? "action" : "exact" };
      const likely = alignment.likeliest.get(line);
      if (likely !== undefined) return { line: likely + 1, precision: "file" };
      return actionAround(alignment, lines, line, texts.length, (at) => words?.test(sources[at] ?? "") === true);
    },
  };
}
