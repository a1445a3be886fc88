// YAML text to events with offsets, as leniently as the decoder of kubectl, Helm and the API server reads it, and as strictly where that matters.

import { EVENT_ID, SCALAR_STYLE, YAMLException, parseEvents, type Event } from "js-yaml";

export interface Parsed {
  readonly events: readonly Event[];
  /** What the events' offsets refer to. */
  readonly source: string;
  /** Offset in the text as it was given, from one in `source`. */
  original(offset: number): number;
}

// Real manifests nest to about 60 (custom resource definitions); these limits only stop bombs.
const MAX_DEPTH = 500;
const MAX_REPARSED = 5_000_000; // characters

interface Repair {
  readonly at: number;
  /** Characters that give way to the text. */
  readonly cuts: number;
  readonly text: string;
}

function applyRepair(source: string, { at, cuts, text }: Repair): string {
  return source.slice(0, at) + text + source.slice(at + cuts);
}

const DEFICIENT = "deficient indentation";
const INDENT = " ".repeat(64);

/** How a text must read for the parser to see in it what Kubernetes' decoder sees; null when that one would refuse it as well. */
function repairFor({ reason, mark }: YAMLException, source: string): Repair | null {
  if (mark === undefined || mark === null) return null;
  const at = mark.position;
  // A comment needs no blank before it, behind what is not a plain text. v2/scannerc.go (yaml_parser_scan_to_next_token).
  if (source[at] === "#" && !/[ \t]/.test(source[at - 1] ?? " ")) return { at, cuts: 0, text: " " };
  if (reason !== DEFICIENT) return null;
  // Blanks at the start of a line mean nothing inside brackets and quotes, and a tab among them as little as a blank.
  const before = source.slice(0, at);
  const line = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  const tab = /[^ \t][ \t]*\t *$/.test(source.slice(line, at)) ? source.lastIndexOf("\t", at) : -1;
  return tab < 0 ? { at: line, cuts: 0, text: INDENT } : { at: tab, cuts: 1, text: " " };
}

const OPENING_QUOTE = /^[^\r\n'"#]*[:?-] +(['"])/gm;

/** Where quotes end that are open at an offset; the end of the text when they never do. */
function closingQuote(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at++) {
    if (quote === '"' && source[at] === "\\") at++;
    else if (source[at] === quote && quote === "'" && source[at + 1] === quote) at++;
    else if (source[at] === quote) return at;
  }
  return source.length;
}

/** Starts of the lines in which quotes of a line above seem to go on, in their order. Block texts may hold what only looks like it. */
function quotedLines(source: string): number[] {
  const starts: number[] = [];
  let end = 0;
  for (const { index, 0: opening, 1: quote = "" } of source.matchAll(OPENING_QUOTE)) {
    if (index < end) continue;
    const open = index + opening.length;
    end = closingQuote(source, open, quote);
    for (let at = source.indexOf("\n", open); at >= 0 && at < end; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** Whether all places, in their order, are inside of quotes. */
function areQuoted(places: readonly number[], events: readonly Event[]): boolean {
  let next = 0;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || (event.style !== SCALAR_STYLE.SINGLE_QUOTED && event.style !== SCALAR_STYLE.DOUBLE_QUOTED)) continue;
    while ((places[next] ?? Infinity) < event.valueEnd) {
      if ((places[next] ?? 0) < event.valueStart) return false;
      next++;
    }
  }
  return next === places.length;
}

/**
 * The text with every line indented in which quotes go on; null where that cannot be made sure of. Generated definitions have hundreds of
 * such lines, too many to find them one error at a time.
 */
function indentQuotes(source: string): { source: string; events: Event[]; repairs: Repair[] } | null {
  const starts = quotedLines(source);
  if (starts.length === 0) return null;
  const indented = starts.map((start, i) => source.slice(starts[i - 1] ?? 0, start)).join(INDENT) + INDENT + source.slice(starts.at(-1));
  try {
    const events = parseStrictly(indented);
    const isSure = areQuoted(starts.map((start, i) => start + i * INDENT.length), events);
    return isSure ? { source: indented, events, repairs: starts.reverse().map((at) => ({ at, cuts: 0, text: INDENT })) } : null;
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

/** What would not be an error, and yet something else to the parser: ends of lines, and a comment or a byte-order mark behind a separator. */
function prepare(text: string): { source: string; repairs: Repair[] } {
  const source = text.replace(/[\u0085\u2028\u2029]/g, "\n");
  const [, separator] = /^(---[^\r\n]*\r?\n)\uFEFF/.exec(source) ?? [];
  const repairs: Repair[] = [
    ...(separator === undefined ? [] : [{ at: separator.length, cuts: 1, text: "" }]),
    ...(source.startsWith("---#") ? [{ at: 3, cuts: 0, text: " " }] : []),
  ];
  return { source: repairs.reduce(applyRepair, source), repairs };
}

/** What the parser takes for a key, and the decoder for a text that ends in a colon: `{a:}`, `[a:,b]`. */
function refuseColons(events: readonly Event[], source: string): void {
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN || event.valueStart < 0) continue;
    const at = event.valueEnd;
    if (source[at] === ":" && ",[]{}".includes(source[at + 1] ?? " ")) YAMLException.throwAt(source, at, "Kubernetes reads this colon as a part of the text before it; a blank must follow it");
  }
}

function refuseVersions(events: readonly Event[], source: string): void {
  for (const event of events) {
    if (event.type !== EVENT_ID.DOCUMENT) continue;
    const version = event.directives.find((directive) => directive.kind === "yaml")?.version ?? "1.1";
    if (version !== "1.1") YAMLException.throwAt(source, 0, `Kubernetes takes no other directive of this kind than \`%YAML 1.1\`, not \`%YAML ${version}\``);
  }
}

/** The events of a text in which nothing needs repair. Throws YAMLException. */
function parseStrictly(source: string): Event[] {
  const events = parseEvents(source, { maxDepth: MAX_DEPTH });
  refuseColons(events, source);
  refuseVersions(events, source);
  return events;
}

/**
 * Parses a text. Its decoder ends lines at U+0085, U+2028 and U+2029, too, asks for no indentation inside brackets and quotes, and for
 * no blank before a comment. go.yaml.in/yaml: v2/scannerc.go, v2/yamlprivateh.go (is_break).
 * Throws YAMLException.
 */
export function parseYaml(text: string): Parsed {
  const { repairs, ...prepared } = prepare(text);
  const original = (offset: number): number => repairs.reduceRight((at, repair) => before(at, repair), offset);
  let { source } = prepared;
  let isFirst = true;
  for (let left = MAX_REPARSED; ; left -= source.length) {
    try {
      return { events: parseStrictly(source), source, original };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const quotes = isFirst && error.reason === DEFICIENT ? indentQuotes(source) : null;
      if (quotes !== null) {
        for (const repair of quotes.repairs) repairs.push(repair); // too many to be arguments
        return { events: quotes.events, source: quotes.source, original };
      }
      isFirst &&= error.reason !== DEFICIENT;
      const repair = left >= 0 ? repairFor(error, source) : null;
      if (repair === null || repairs.at(-1)?.at === repair.at) throw error; // what did not help once does not help twice
      source = applyRepair(source, repair);
      repairs.push(repair);
    }
  }
}

/** The offset as it was before a repair. */
function before(offset: number, { at, cuts, text }: Repair): number {
  return offset <= at ? offset : Math.max(at, offset - text.length + cuts);
}
