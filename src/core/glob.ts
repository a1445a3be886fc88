// Globs that a repository holds, as their readers understand them, matched in bounded time. What is not understood is refused with a
// reason, so that no glob silently matches nothing.

import { RE2JS } from "re2js";
import { NoVerdictError, UsageError } from "./failure.ts";
import { quoteValue } from "./show-value.ts";

/** How the globs of one program differ from those of another. */
export interface GlobDialect {
  /** Whether `*` and `?` match `/`. */
  readonly crossesFolders: boolean;
  /** Whether `**` as a whole part of a path stands for any number of folders. */
  readonly hasGlobstar: boolean;
  /** `list`: as a shell has them, `{a}` being no list and so itself. `group`: `{a}` is `a`. `filled`: likewise, and none is empty. `text`: they mean themselves. */
  readonly braces: "list" | "group" | "filled" | "text";
  /** Characters that turn a class round when they come first in it. */
  readonly negation: "!" | "^" | "!^";
  /** `shell`: a class never matches `/`. `any`: it may. `strict`: it may, and `-` is no member. `range`: it may, and it is one range or some characters, never both. */
  readonly classes: "shell" | "any" | "strict" | "range";
}

/** Globs of the configuration. Extended globs and a `!` before the whole are refused: they would be easy to take for what they are not. */
export const ours: GlobDialect = { crossesFolders: false, hasGlobstar: true, braces: "list", negation: "!^", classes: "shell" };
/** gobwas/glob: glob.go, syntax/lexer/lexer.go; without separators, as argoproj/argo-cd: util/glob/glob.go has it. Of empty alternatives it makes one thing or another. */
export const gobwas: GlobDialect = { crossesFolders: true, hasGlobstar: false, braces: "filled", negation: "!", classes: "range" };
/** bmatcuk/doublestar: match.go. */
export const doublestar: GlobDialect = { crossesFolders: false, hasGlobstar: true, braces: "group", negation: "!^", classes: "any" };
/** golang/go: src/path/match.go. */
export const goPath: GlobDialect = { crossesFolders: false, hasGlobstar: false, braces: "text", negation: "^", classes: "strict" };
/** git/git: wildmatch.c, without WM_PATHNAME. */
export const pathspec: GlobDialect = { crossesFolders: true, hasGlobstar: false, braces: "text", negation: "!^", classes: "any" };

export type Glob = { readonly kind: "glob"; readonly matches: (text: string) => boolean } | { readonly kind: "refused"; /** Why, as the rest of a sentence. */ readonly reason: string };

const MAX_LENGTH = 4_096; // PATH_MAX of Linux
const MOST_WORK = 400_000_000; // choices by characters of different texts, up to twenty seconds; a usual glob needs a sixth of it for 200,000 files

class Refusal extends Error {}

/** Compiles a glob. Matching throws a NoVerdictError once it has taken more work than any honest glob does. */
export function readGlob(glob: string, dialect: GlobDialect): Glob {
  if (glob.length > MAX_LENGTH) return { kind: "refused", reason: `is longer than ${MAX_LENGTH} characters` };
  try {
    const reader = new GlobReader(glob, dialect);
    return { kind: "glob", matches: inBoundedTime(RE2JS.compile(reader.read()), 1 + reader.choices, glob) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.message };
    throw error;
  }
}

/** What every text begins with that a glob matches. `a/**` is `a`, too. */
const literalBeginning = (glob: string): string => glob.slice(0, Math.max(0, glob.search(/[*?[{\\]|$/))).replace(/\/$/, "");

/** RE2's time is bounded by the text times the places of the expression that it may have led to: stars lead to few at once, choices to all. */
function inBoundedTime(expression: RE2JS, choices: number, glob: string): (text: string) => boolean {
  const known = new Map<string, boolean>(); // a run asks about the files of both sides again and again: that is no work, and must not count as such
  const beginning = literalBeginning(glob);
  let work = 0;
  return (text) => {
    if (!text.startsWith(beginning)) return false; // nearly all that is asked of a long policy: neither work nor worth remembering
    const answered = known.get(text);
    if (answered !== undefined) return answered;
    work += choices * text.length;
    if (work > MOST_WORK) throw new NoVerdictError("limit", `matching the glob ${quoteValue(glob)} takes more work than any glob should`, "Write it with fewer wildcards.");
    const answer = expression.testExact(text);
    known.set(text, answer);
    return answer;
  };
}

const compiled = new Map<string, (text: string) => boolean>(); // a policy has a few globs, and each is asked about every container

/** What tells whether a glob of the configuration matches a text. Throws a UsageError for what is none. */
export function globMatcher(glob: string): (text: string) => boolean {
  const known = compiled.get(glob) ?? compileOurs(glob);
  compiled.set(glob, known);
  return known;
}

/** Whether a glob of the configuration matches a text. Throws a UsageError for what is none. */
export function matchesGlob(text: string, glob: string): boolean {
  return globMatcher(glob)(text);
}

function compileOurs(text: string): (text: string) => boolean {
  const glob = readGlob(text, ours);
  if (glob.kind === "refused") throw new UsageError(`the glob ${quoteValue(text)} ${glob.reason}`, "Correct the glob; nothing was compared.");
  return glob.matches;
}

const SLASH = 0x2f;
const MAX_NESTING = 20; // alternatives in alternatives
const LAST = 0x10ffff; // of Unicode
const ANYTHING = "(?s:.)*";

/** A stretch of the glob: all of it, or one of several alternatives. */
interface Stretch {
  readonly end: number;
  /** Whether a part of a path begins where it begins. */
  readonly beginsPart: boolean;
  /** What comes after it; empty at the end of the glob. */
  readonly next: string;
  readonly depth: number;
}

/** Reads one glob from left to right, and writes the regular expression that means the same. */
class GlobReader {
  /** How many characters there are of which several are meant, and alternatives. */
  choices = 0;
  private readonly glob: string;
  private readonly dialect: GlobDialect;
  private readonly groups: ReadonlyMap<number, number>;
  private readonly wildcard: string;
  private at = 0;

  constructor(glob: string, dialect: GlobDialect) {
    this.glob = glob;
    this.dialect = dialect;
    this.groups = groupsOf(glob, dialect.braces);
    this.wildcard = dialect.crossesFolders ? "(?s:.)" : "[^/]";
  }

  read(): string {
    if (this.dialect.braces === "list" && this.glob.startsWith("!")) throw new Refusal("begins with `!`, which turns nothing round here; write what is meant");
    return this.stretch({ end: this.glob.length, beginsPart: true, next: "", depth: 0 });
  }

  private stretch(within: Stretch): string {
    const parts: string[] = [];
    for (const begin = this.at; this.at < within.end; ) {
      const beginsPart = this.at === begin ? within.beginsPart : this.glob[this.at - 1] === "/";
      parts.push(this.next(within, beginsPart));
    }
    return parts.join("");
  }

  private next(within: Stretch, beginsPart: boolean): string {
    const { glob, dialect, at } = this;
    const two = glob.slice(at, at + 2);
    if (dialect.braces === "list" && /^[?*+@!]\($/.test(two)) throw new Refusal(`has \`${two}\`, an extended glob, which is not understood; write alternatives as \`{a,b}\``);
    if (glob[at] === "*") return this.stars(within, beginsPart);
    if (glob[at] === "[") return this.characterClass();
    const close = this.groups.get(at);
    if (close !== undefined) return this.group(within, close, beginsPart);
    if (dialect.hasGlobstar && glob.startsWith("/**", at) && at + 3 === within.end && within.next === "" && glob[at - 1] !== "*") {
      this.at = within.end; // `a/**` is `a`, too; `*/**` is not `a` to anybody
      return `(?:/${ANYTHING})?`;
    }
    const character = this.take();
    if (character === "?") return this.chosen(this.wildcard);
    if (character !== "\\") return RE2JS.quote(character);
    if (this.at === glob.length) throw new Refusal("ends with a `\\` that stands before nothing");
    return RE2JS.quote(this.take());
  }

  /** The character that comes next; empty at the end. */
  private take(): string {
    const code = this.glob.codePointAt(this.at);
    const character = code === undefined ? "" : String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }

  private chosen(expression: string): string {
    this.choices++;
    return expression;
  }

  private stars({ end, next }: Stretch, beginsPart: boolean): string {
    const { glob, dialect, at } = this;
    while (glob[this.at] === "*") this.at++;
    const after = this.at === end ? next : (glob[this.at] ?? "");
    const star = `${this.wildcard}*`;
    if (!dialect.hasGlobstar || this.at - at !== 2) return star;
    const isBesideGroup = (glob[at - 1] === "}" && this.groups.size > 0) || this.groups.has(this.at);
    if (isBesideGroup || (after === "/" && this.at === end)) throw new Refusal("has `**` beside alternatives in braces, of which it is no part; write one glob for each");
    if (!beginsPart || (after !== "/" && after !== "")) return star;
    if (after === "") return ANYTHING;
    this.at++;
    return `(?:${this.wildcard}+/)*`;
  }

  private group({ end, next, depth }: Stretch, close: number, beginsPart: boolean): string {
    if (depth === MAX_NESTING) throw new Refusal(`has alternatives within alternatives more than ${MAX_NESTING} deep`);
    const after = close + 1 === end ? next : (this.glob[close + 1] ?? "");
    const options: string[] = [];
    while (this.at < close) {
      this.at++;
      const alternative = { end: this.alternativeEnd(close), beginsPart, next: after, depth: depth + 1 };
      if (this.dialect.braces === "filled" && this.at === alternative.end) throw new Refusal("has an empty alternative, which its reader does not keep to");
      options.push(this.chosen(this.stretch(alternative)));
    }
    this.at = close + 1;
    return `(?:${options.join("|")})`;
  }

  /** Where the alternative ends that begins here. */
  private alternativeEnd(close: number): number {
    for (let at = this.at; at < close; at++) {
      if (this.glob[at] === ",") return at;
      if (this.glob[at] === "\\") at++;
      else if (this.glob[at] === "[") at = classEnd(this.glob, at);
      else at = this.groups.get(at) ?? at;
    }
    return close;
  }

  private characterClass(): string {
    const { glob, dialect } = this;
    const wrong = (what: string): Refusal => new Refusal(`has a class in brackets that ${what}`);
    const end = classEnd(glob, this.at);
    if (end === this.at) throw wrong("does not end");
    const isNegated = dialect.negation.includes(glob[this.at + 1] ?? "");
    this.at += isNegated ? 2 : 1;
    const begin = this.at;
    const ranges: Range[] = [];
    while (this.at < end) {
      if (glob.startsWith("[:", this.at)) throw wrong("names a kind of characters, which is not understood");
      const low = this.member();
      const isRange = glob[this.at] === "-" && this.at + 1 < end;
      if (isRange) this.at++;
      const high = isRange ? this.member() : low;
      if (high < low) throw wrong("has a range that ends before it begins");
      ranges.push([low, high]);
    }
    if (ranges.length === 0) throw wrong("is empty");
    if (dialect.classes === "strict" && /(?:^|[^\\]-)-|-$/.test(glob.slice(begin, end))) throw wrong("has a `-` of which it is not clear what it means; write it as `\\-`");
    if (dialect.classes === "range" && ranges.length > 1 && glob.slice(begin, end).includes("-")) throw wrong("has a range beside something else, which its reader refuses");
    this.at = end + 1;
    return this.chosen(classOf(dialect.classes === "shell" ? withoutSlash(ranges, isNegated) : ranges, isNegated));
  }

  private member(): number {
    if (this.glob[this.at] === "\\") this.at++;
    return this.take().codePointAt(0) ?? 0;
  }
}

type Range = readonly [low: number, high: number];

/** Ranges that leave out `/`, or that take it in where they say what is left out. */
function withoutSlash(ranges: readonly Range[], isNegated: boolean): readonly Range[] {
  if (isNegated) return [...ranges, [SLASH, SLASH]];
  return ranges.flatMap<Range>(([low, high]) => (low <= SLASH && SLASH <= high ? [[low, SLASH - 1], [SLASH + 1, high]] : [[low, high]])).filter(([low, high]) => low <= high);
}

function classOf(ranges: readonly Range[], isNegated: boolean): string {
  const hex = (code: number): string => `\\x{${code.toString(16)}}`;
  // A class of nothing is none of everything.
  if (ranges.length === 0) return `[^${hex(0)}-${hex(LAST)}]`;
  return `[${isNegated ? "^" : ""}${ranges.map(([low, high]) => `${hex(low)}-${hex(high)}`).join("")}]`;
}

/** Where the class ends that begins at a position; the same position when it does not end. */
function classEnd(glob: string, begin: number): number {
  for (let at = begin + 1; at < glob.length; at++) {
    if (glob[at] === "\\") at++;
    else if (glob[at] === "]") return at;
  }
  return begin;
}

/** Where the groups in braces begin and end. */
function groupsOf(glob: string, braces: GlobDialect["braces"]): ReadonlyMap<number, number> {
  const groups = new Map<number, number>();
  if (braces === "text") return groups;
  const open: { readonly at: number; isList: boolean }[] = [];
  for (let at = 0; at < glob.length; at++) {
    const last = open.at(-1);
    if (glob[at] === "\\") at++;
    else if (glob[at] === "[") at = classEnd(glob, at);
    else if (glob[at] === "{") open.push({ at, isList: braces !== "list" });
    else if (glob[at] === "," && last !== undefined) last.isList = true;
    else if (glob[at] === "}" && last !== undefined) {
      open.pop();
      if (last.isList) groups.set(last.at, at);
      else if (/^\w+\.\.\w+$/.test(glob.slice(last.at + 1, at))) throw new Refusal("has a range in braces, which is not understood; write a list as `{a,b}`");
    }
  }
  if (open.length > 0 && open.some(({ isList }) => isList)) throw new Refusal("has alternatives in braces that do not end");
  return groups;
}
