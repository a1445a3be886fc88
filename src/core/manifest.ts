// Manifest text to documents with positions.
// Values are what Kubernetes' own decoder makes of them, goyaml.v2 inside sigs.k8s.io/yaml, where YAML 1.2 says otherwise.

import { EVENT_ID, YAMLException, constructFromEvents, getScalarValue, type Event } from "js-yaml";
import { splitDocuments, type Chunk } from "./chunk.ts";
import { isMapping } from "./field.ts";
import { isOfChart, putBack, withWords } from "./placeholders.ts";
import { podlessKind } from "./podless-kinds.ts";
import type { Trouble } from "./problem.ts";
import type { ManifestSource } from "./rendering.ts";
import { showValue } from "./show-value.ts";
import { withoutStatements } from "./template-statements.ts";
import { parseYaml, type Parsed } from "./yaml/parse.ts";
import { schemaFor } from "./yaml/schema.ts";

/** One YAML document that holds a mapping. */
export interface ManifestDocument {
  readonly object: Readonly<Record<string, unknown>>;
  readonly path: string | null;
  /** Line of the source on which the document's text begins, 1-based. */
  readonly line: number;
  readonly text: string;
  readonly origin: ManifestSource["origin"];
}

/** Where a node lies in the source the document came from; lines and columns are 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

export type PathSegment = string | number;

export { isMapping };

const MAX_ALIASES = 10_000; // only bombs come near
const MAX_PROBLEMS = 100; // of one source: what follows so many documents that are none is not read
const BLANK = /^(?:---)?\s*$/;

/** What a text holds, and the text in which it stands. */
interface Constructed {
  readonly values: readonly unknown[];
  readonly text: string;
}

function construct(text: string): Constructed {
  const { events, source } = parseYaml(text);
  return { values: constructFromEvents([...events], { source, schema: schemaFor(source), json: true, maxAliases: MAX_ALIASES }), text };
}

/** The same of what is YAML only once its placeholders are filled in, which are texts then. Throws as `construct` does. */
function constructFilledIn(text: string): Constructed {
  try {
    return construct(text);
  } catch (error) {
    const words = withWords(text);
    const filled = words === null ? null : attempt(words);
    if (filled === null || !filled.values.every(putBack)) throw error;
    return filled;
  }
}

function attempt(text: string): Constructed | null {
  try {
    return construct(text);
  } catch {
    return null; // whoever asks has the error of the text as it was written
  }
}

const MAX_REASON = 200; // characters: the parser quotes names of anchors, tags and keys in full

/** Says in one sentence why text is not YAML, and on which line of the source. */
function explainError(error: unknown, chunk: Chunk, source: ManifestSource): Trouble {
  const said = error instanceof YAMLException ? error.reason : error instanceof Error ? error.message : String(error);
  const reason = said.replace(/^(recursive alias .*) is not supported for .*$/, "$1").replace("object-based map does not support complex keys", "a mapping or a list stands where a key is expected");
  const at = error instanceof YAMLException && error.mark ? chunk.line + error.mark.line : chunk.line;
  const templated = chunk.text.includes("{{");
  const podless = podlessKind(chunk.text);
  return {
    kind: /exceeded max|merge keys bring/.test(reason) ? "limit" : "yaml",
    path: source.path,
    line: source.origin === "file" ? at : null,
    message: `this document is not YAML that can be read: ${showValue(reason, MAX_REASON)}${podless === null ? "" : `; a ${podless} holds no containers`}`,
    remedy: templated
      ? "It looks like a template that another tool fills in; if it is never applied as it is, list it under `exclude:` in the configuration."
      : "Correct the YAML, or list the file under `exclude:` in the configuration if it is never applied.",
    blocking: podless === null,
  };
}

interface ReadDocuments {
  readonly documents: ManifestDocument[];
  readonly problems: Trouble[];
}

/** Documents of one source, in order, as far as they are worth it. A document that cannot be read is a problem; the others are still there. */
export function readDocuments(source: ManifestSource, isWorthReading: (text: string) => boolean = () => true): ReadDocuments {
  return documentsOf(source, isWorthReading, construct);
}

/**
 * The same of manifests that somebody wrote, which may have placeholders and statements for another tool. `agree` says whether nothing is
 * else in a part of the documents that are there when no statement leaves anything out.
 */
export function readManifests(source: ManifestSource, agree: (whole: readonly ManifestDocument[], part: readonly ManifestDocument[]) => boolean): ReadDocuments {
  if (isOfChart(source.text)) return readDocuments(source);
  const read = (text: string): ReadDocuments => documentsOf({ ...source, text }, () => true, constructFilledIn);
  const written = read(source.text);
  const variants = written.problems.length === 0 ? null : withoutStatements(source.text);
  if (variants === null) return written;
  const whole = read(variants[0]);
  const unread = new Set(whole.problems.map(({ line }) => line));
  const isSure = whole.problems.length < written.problems.length && variants.slice(1).every((text) => {
    const part = read(text);
    return part.problems.every(({ line }) => unread.has(line)) && agree(whole.documents, part.documents);
  });
  return isSure ? whole : written;
}

function documentsOf(source: ManifestSource, isWorthReading: (text: string) => boolean, construct: (text: string) => Constructed): ReadDocuments {
  const documents: ManifestDocument[] = [];
  const problems: Trouble[] = [];
  const text = source.text.replace(/^\uFEFF/, "");
  for (const chunk of splitDocuments(text)) {
    if (BLANK.test(chunk.text) || !isWorthReading(chunk.text)) continue;
    if (problems.length >= MAX_PROBLEMS) {
      const message = `more than ${MAX_PROBLEMS} documents of this file are no YAML that can be read; those from here on were not looked at`;
      problems.push({ kind: "limit", path: source.path, line: source.origin === "file" ? chunk.line : null, message, remedy: "Correct the YAML, or list the file under `exclude:` in the configuration if it is never applied.", blocking: true });
      break;
    }
    try {
      const { values, text } = construct(chunk.text);
      for (const value of values) {
        if (isMapping(value)) documents.push({ object: value, path: source.path, line: chunk.line, text, origin: source.origin });
      }
    } catch (error) {
      problems.push(explainError(error, chunk, source));
    }
  }
  return { documents, problems };
}

/** Where each line of a text begins, for turning offsets into lines. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A node of a document: where it and its key lie, and what is below it; several under one key where that is repeated. */
interface Node {
  readonly start: number;
  readonly end: number;
  readonly below: ReadonlyMap<PathSegment, readonly Node[]>;
  /** What is below it by an alias or a merge key, and lies where the anchor is. */
  readonly behind: Node["below"];
}

const leaf: Node["below"] = new Map();

function startOf(event: Event | undefined): number {
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return -1;
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  return event.type === EVENT_ID.ALIAS ? event.anchorStart : event.start;
}

/** The nodes of one document as a tree: many findings ask about it, and to walk all its events for each would take their product. */
function treeOfNodes(text: string, events: readonly Event[]): Node {
  let at = 0;
  const anchored = new Map<string, Node>();

  /** What a merge key brings in overrides what stands above the key. Of several the first counts most. */
  function mergeInto(behind: Map<PathSegment, readonly Node[]>, merged: Node, isList: boolean): void {
    if (isList) {
      for (const [one] of [...merged.below.values()].reverse()) if (one !== undefined) mergeInto(behind, one, false);
      return;
    }
    for (const nodes of [merged.below, merged.behind]) for (const [name, all] of nodes) behind.set(name, all.slice(-1));
  }

  function collection(isMapping: boolean, start: number, from: number): Node {
    const below = new Map<PathSegment, Node[]>();
    const behind = new Map<PathSegment, readonly Node[]>();
    let end = from;
    for (let index = 0; events[at] !== undefined && events[at]?.type !== EVENT_ID.POP; index++) {
      const key = isMapping ? events[at] : undefined;
      const name = key === undefined ? index : key.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : null;
      if (key !== undefined) node(-1);
      const isList = events[at]?.type === EVENT_ID.SEQUENCE;
      const child = node(startOf(key));
      end = Math.max(end, child.end);
      if (isMapping && name === "<<") mergeInto(behind, child, isList);
      else if (name !== null) behind.delete(name);
      const same = name === null ? undefined : below.get(name);
      if (same !== undefined) same.push(child);
      else if (name !== null) below.set(name, [child]);
    }
    at++;
    return { start, end, below, behind };
  }

  /** Consumes one node with all that is below it. It begins at its key, if it has one. */
  function node(keyStart: number): Node {
    const event = events[at++];
    if (event === undefined) return { start: -1, end: -1, below: leaf, behind: leaf };
    const from = startOf(event);
    const start = keyStart >= 0 ? keyStart : from;
    if (event.type === EVENT_ID.ALIAS) {
      const { below, behind } = anchored.get(text.slice(event.anchorStart, event.anchorEnd)) ?? { below: leaf, behind: leaf };
      return { start, end: event.anchorEnd, below: leaf, behind: behind.size === 0 ? below : new Map([...below, ...behind]) };
    }
    const isCollection = event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING;
    const made = isCollection ? collection(event.type === EVENT_ID.MAPPING, start, from) : { start, end: event.type === EVENT_ID.SCALAR ? event.valueEnd : from, below: leaf, behind: leaf };
    if ("anchorStart" in event && event.anchorStart >= 0) anchored.set(text.slice(event.anchorStart, event.anchorEnd), made);
    return made;
  }

  while (events[at]?.type === EVENT_ID.DOCUMENT) at++;
  return node(-1);
}

interface Found {
  readonly depth: number;
  readonly node: Node;
}

/** The children of a node by their segment of a path. */
type Children = (node: Node, segment: PathSegment) => readonly Node[];

const written: Children = ({ below }, segment) => below.get(segment) ?? [];
const meant: Children = ({ below, behind }, segment) => behind.get(segment) ?? below.get(segment) ?? [];

/** The deepest node on a path that exists; of equally deep ones the last. */
function deepest(node: Node, path: readonly PathSegment[], depth: number, children: Children): Found | null {
  let best: Found | null = node.start >= 0 ? { depth, node } : null;
  const segment = path[depth];
  for (const child of segment === undefined ? [] : children(node, segment)) {
    const found = deepest(child, path, depth + 1, children);
    if (found !== null && (best === null || found.depth >= best.depth)) best = found;
  }
  return best;
}

interface Places {
  readonly root: Node;
  readonly lines: readonly number[];
  readonly original: Parsed["original"];
}

const knownPlaces = new WeakMap<object, Places>(); // one document is asked about many findings

function placesIn(document: Pick<ManifestDocument, "text">): Places {
  const known = knownPlaces.get(document);
  if (known !== undefined) return known;
  const { events, source, original } = parseYaml(document.text);
  const places = { root: treeOfNodes(source, events), lines: lineStarts(document.text), original };
  knownPlaces.set(document, places);
  return places;
}

function positionBy(document: Pick<ManifestDocument, "text" | "line">, path: readonly PathSegment[], children: Children): Position | null {
  const { root, lines, original } = placesIn(document);
  const found = deepest(root, path, 0, children);
  if (found === null) return null;
  const start = original(found.node.start);
  const first = lineAt(lines, start);
  const last = lineAt(lines, Math.max(start, original(found.node.end) - 1));
  return { line: document.line + first, column: start - (lines[first] ?? 0) + 1, endLine: document.line + Math.max(first, last) };
}

/** Where a field lies in the document's source, or the alias or merge key that brings it in; the nearest field above it when it does not exist itself. */
export const positionOf = (document: Pick<ManifestDocument, "text" | "line">, path: readonly PathSegment[]): Position | null => positionBy(document, path, written);

/** The same where an alias or a merge key brings it in: where it is said, at the anchor. */
export const anchoredPositionOf = (document: Pick<ManifestDocument, "text" | "line">, path: readonly PathSegment[]): Position | null => positionBy(document, path, meant);
