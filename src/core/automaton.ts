// Patterns that strangers write, matched in a time that nobody can stretch: all ways through a pattern at once, never one after another.

import { NoVerdictError } from "./failure.ts";

/** What a pattern stands for. */
export type Language =
  | { readonly kind: "character"; /** Whether a code point is among those meant. */ readonly accepts: (code: number) => boolean }
  | { readonly kind: "sequence"; readonly parts: readonly Language[] }
  | { readonly kind: "either"; readonly options: readonly Language[] }
  /** Any number of times, none included. */
  | { readonly kind: "repeated"; readonly of: Language };

const nothing: Language = { kind: "sequence", parts: [] };
export const optional = (of: Language): Language => ({ kind: "either", options: [nothing, of] });

/** A text that means itself. */
export function literal(text: string): Language {
  return { kind: "sequence", parts: [...text].map((character) => ({ kind: "character", accepts: (code) => code === character.codePointAt(0) })) };
}

/** One place in a pattern: a character that is wanted there, or ways on that need none. The first of all is the end. */
interface Place {
  readonly accepts: ((code: number) => boolean) | null;
  next: readonly number[];
}

/** The places where a text may have led to. */
interface Reached {
  /** Sorted; those that need a character, and the end. */
  readonly places: Int32Array;
  readonly isEnd: boolean;
  /** Where a code point leads from here, as far as that came up. */
  readonly afterAscii: (Reached | undefined)[];
  readonly after: Map<number, Reached>;
}

const END = 0;
const MOST_WORK = 10_000_000; // places looked at, about a second; globs of real repositories need some thousands for all their files
const STEP = 10; // what remembering one step costs, in places
const STATE = 100; // and what a state costs that was not there yet

/**
 * Whether a whole text is one that the pattern stands for. What one text taught is remembered for the next.
 * Throws a NoVerdictError for a pattern that needs more work than any honest one. `source` is how it is quoted.
 */
export function recogniser(language: Language, source: string): (text: string) => boolean {
  const places: Place[] = [{ accepts: null, next: [] }];
  const entry = build(places, language, END);
  const known = new Map<string, Reached>();
  const seen = new Int32Array(places.length); // the number of the search that saw a place last
  let search = 0;
  let work = 0;
  const spend = (amount: number): void => {
    work += amount;
    if (work > MOST_WORK) throw new NoVerdictError("limit", `matching ${source} takes more work than any pattern should`, "Write it with fewer wildcards.");
  };
  /** All places that can be reached from some without a character. */
  const reach = (from: readonly number[]): Reached => {
    search++;
    const kept: number[] = [];
    const todo = [...from];
    let visited = 0;
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      const place = places[at];
      if (place === undefined || seen[at] === search) continue;
      seen[at] = search;
      visited++;
      if (place.accepts !== null || at === END) kept.push(at);
      else for (const next of place.next) todo.push(next);
    }
    spend(visited + STEP);
    const sorted = Int32Array.from(kept).sort();
    const key = sorted.join();
    const old = known.get(key);
    if (old !== undefined) return old;
    spend(sorted.length + STATE);
    const reached: Reached = { places: sorted, isEnd: sorted[0] === END, afterAscii: new Array<undefined>(128).fill(undefined), after: new Map() };
    known.set(key, reached);
    return reached;
  };
  const step = (from: Reached, code: number): Reached => {
    spend(from.places.length);
    const next: number[] = [];
    for (const at of from.places) if (places[at]?.accepts?.(code) === true) next.push(...places[at].next);
    const to = reach(next);
    if (code < 128) from.afterAscii[code] = to;
    else from.after.set(code, to);
    return to;
  };
  const start = reach([entry]);
  return (text) => {
    let at = start;
    for (let i = 0; i < text.length && at.places.length > 0; i++) {
      const code = text.codePointAt(i) ?? 0;
      if (code > 0xffff) i++;
      at = (code < 128 ? at.afterAscii[code] : at.after.get(code)) ?? step(at, code);
    }
    return at.isEnd;
  };
}

/** Adds the places of a language that lead on to another, and returns the one where it begins. */
function build(places: Place[], language: Language, follow: number): number {
  const add = (place: Place): number => places.push(place) - 1;
  switch (language.kind) {
    case "character":
      return add({ accepts: language.accepts, next: [follow] });
    case "sequence":
      return language.parts.reduceRight((after, part) => build(places, part, after), follow);
    case "either":
      return add({ accepts: null, next: language.options.map((option) => build(places, option, follow)) });
    case "repeated": {
      const loop: Place = { accepts: null, next: [] };
      const at = add(loop);
      loop.next = [build(places, language.of, at), follow];
      return at;
    }
  }
}
