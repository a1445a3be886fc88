// Manifest text to documents with positions. The only importer of js-yaml.
// Values are what Kubernetes' own decoder makes of them, goyaml.v2 inside sigs.k8s.io/yaml, where YAML 1.2 says otherwise.

import {
  CORE_SCHEMA,
  EVENT_ID,
  NOT_RESOLVED,
  YAMLException,
  boolCoreTag,
  constructFromEvents,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  getScalarValue,
  mapTag,
  parseEvents,
  seqTag,
  type Event,
  type Schema,
} from "js-yaml";
import { isWorthReading, splitDocuments, type Chunk } from "./chunk.ts";
import { isMapping } from "./field.ts";
import type { Trouble } from "./problem.ts";
import type { ManifestSource } from "./rendering.ts";

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

const TRUE = new Set(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"]);
const FALSE = new Set(["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"]);

/** Booleans as the decoder of kubectl, Helm and the API server reads them. kubernetes-sigs/yaml: goyaml.v2/resolve.go. */
const kubernetesBool = defineScalarTag(boolCoreTag.tagName, {
  implicit: true,
  implicitFirstChars: ["y", "Y", "n", "N", "o", "O", "t", "T", "f", "F"],
  resolve: (text) => (TRUE.has(text) ? true : FALSE.has(text) ? false : NOT_RESOLVED),
  identify: () => false,
});

// Real manifests nest to about 60 (custom resource definitions); these limits only stop bombs.
const MAX_DEPTH = 500;
const MAX_ALIASES = 10_000;
const MAX_MERGED = 100_000; // fields
const MAX_REPARSED = 5_000_000; // characters

const MERGE = Symbol("<<");
const mergeKey = defineScalarTag("tag:seccomp-gate,merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: (text) => (text === "<<" ? MERGE : NOT_RESOLVED),
  identify: () => false,
});

/** `!!merge <<`, as yq writes it. go.yaml.in/yaml: v2/decode.go (isMerge). */
const taggedMergeKey = defineScalarTag("tag:yaml.org,2002:merge", { resolve: (text) => (text === "<<" ? MERGE : NOT_RESOLVED), identify: () => false });

/** Where no key stands, `<<` is a text like any other. */
const plain = (value: unknown) => (value === MERGE ? "<<" : value);

// To name `finalize`, even one that does nothing, forbids what contains itself, as Kubernetes' decoder does.
const kubernetesSequence = defineSequenceTag(seqTag.tagName, {
  ...seqTag,
  addItem: (items, item, index) => seqTag.addItem(items, plain(item), index),
  finalize: (items) => items,
});

/**
 * What a document means. Merge keys act in place, so that they override the fields written before them, which YAML would let win.
 * go.yaml.in/yaml: v2/decode.go (decoder.mapping, decoder.merge). Made anew for every document, since it counts what is merged.
 */
function schemaOfOneDocument(): Schema {
  let left = MAX_MERGED;
  const merge = (into: Record<string, unknown>, source: unknown): string => {
    if (!isMapping(source)) return "a merge key needs a mapping, or a list of mappings";
    for (const [key, value] of Object.entries(source)) {
      if (left-- <= 0) return `merge keys bring more than ${MAX_MERGED} fields`;
      mapTag.addPair(into, key, value);
    }
    return "";
  };
  const addPair = (into: Record<string, unknown>, key: unknown, value: unknown): string => {
    if (key !== MERGE) return mapTag.addPair(into, key, plain(value));
    const sources: readonly unknown[] = Array.isArray(value) ? value.toReversed() : [value]; // the first of a list counts most
    return sources.reduce<string>((refused, source) => refused || merge(into, source), "");
  };
  return CORE_SCHEMA.withTags(kubernetesBool, mergeKey, taggedMergeKey, defineMappingTag(mapTag.tagName, { ...mapTag, addPair }), kubernetesSequence);
}

/** For the many documents in which nothing can be merged: making a schema takes 4 % of the time of reading a usual one. */
const schemaWithoutMerging = schemaOfOneDocument();

interface Parsed {
  readonly events: readonly Event[];
  /** What the events' offsets refer to. */
  readonly source: string;
  /** Offset in the text as it was given, from one in `source`. */
  original(offset: number): number;
}

const INDENT = " ".repeat(64);

/**
 * Parses as leniently as Kubernetes' decoder: it ends lines at U+0085, U+2028 and U+2029, too, and asks for no indentation inside
 * brackets and quotes, where blanks at the start of a line mean nothing. go.yaml.in/yaml: v2/scannerc.go, v2/yamlprivateh.go (is_break).
 */
function parse(text: string): Parsed {
  let source = text.replace(/[\u0085\u2028\u2029]/g, "\n");
  const indented: number[] = []; // ascending: a parser does not get past what it objects to
  for (let left = MAX_REPARSED; ; left -= source.length) {
    try {
      const events = parseEvents(source, { maxDepth: MAX_DEPTH });
      return { events, source, original: (offset) => offset - INDENT.length * indented.filter((at) => at < offset).length };
    } catch (error) {
      if (!(error instanceof YAMLException) || error.reason !== "deficient indentation" || error.mark === undefined || left < 0) throw error;
      const line = /[^\r\n]*$/.exec(source.slice(0, error.mark.position))?.index ?? 0;
      source = source.slice(0, line) + INDENT + source.slice(line);
      indented.push(line);
    }
  }
}

function construct(text: string): unknown[] {
  const { events, source } = parse(text);
  const schema = source.includes("<<") ? schemaOfOneDocument() : schemaWithoutMerging;
  return constructFromEvents([...events], { source, schema, json: true, maxAliases: MAX_ALIASES });
}

/** Says in one sentence why text is not YAML, and on which line of the source. */
function explainError(error: unknown, chunk: Chunk, source: ManifestSource): Trouble {
  const said = error instanceof YAMLException ? error.reason : error instanceof Error ? error.message : String(error);
  const reason = said.replace(/^(recursive alias .*) is not supported for .*$/, "$1");
  const at = error instanceof YAMLException && error.mark ? chunk.line + error.mark.line : chunk.line;
  const templated = chunk.text.includes("{{");
  return {
    kind: /exceeded max|merge keys bring/.test(reason) ? "limit" : "yaml",
    path: source.path,
    line: source.origin === "file" ? at : null,
    message: `this document is not YAML that can be read: ${reason}`,
    remedy: templated
      ? "It looks like a template that another tool fills in; if it is never applied as it is, list it under `exclude:` in the configuration."
      : "Correct the YAML, or list the file under `exclude:` in the configuration if it is never applied.",
    blocking: true,
  };
}

/** Documents of one source, in order. A document that cannot be read is a problem; the others are still there. */
export function readDocuments(source: ManifestSource): { documents: ManifestDocument[]; problems: Trouble[] } {
  const documents: ManifestDocument[] = [];
  const problems: Trouble[] = [];
  const text = source.text.replace(/^\uFEFF/, "");
  for (const chunk of splitDocuments(text)) {
    if (source.origin === "rendered" && !isWorthReading(chunk.text)) continue;
    try {
      for (const value of construct(chunk.text)) {
        if (isMapping(value)) documents.push({ object: value, path: source.path, line: chunk.line, text: chunk.text, origin: source.origin });
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

/** Walks the events of one document and reports the offsets of the deepest node on a path that exists. */
function findOffsets(text: string, events: readonly Event[], path: readonly PathSegment[]): { start: number; end: number } | null {
  let at = 0;
  let best: { depth: number; start: number; end: number } | null = null;

  function startOf(event: Event | undefined): number {
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return -1;
    if (event.type === EVENT_ID.SCALAR) return event.valueStart;
    if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
    return event.start;
  }

  /** Consumes one node; `matched` path segments lead to it when `onPath`. Returns the offset at which it ends. */
  function node(matched: number, onPath: boolean, keyStart: number): number {
    const event = events[at++];
    if (event === undefined) return -1;
    const start = keyStart >= 0 ? keyStart : startOf(event);
    let end = event.type === EVENT_ID.SCALAR ? event.valueEnd : event.type === EVENT_ID.ALIAS ? event.anchorEnd : startOf(event);
    if (event.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; events[at] !== undefined && events[at]?.type !== EVENT_ID.POP; index++) {
        end = Math.max(end, node(matched + 1, onPath && path[matched] === index, -1));
      }
      at++;
    } else if (event.type === EVENT_ID.MAPPING) {
      while (events[at] !== undefined && events[at]?.type !== EVENT_ID.POP) {
        const key = events[at];
        const name = key?.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : null;
        const keyAt = startOf(key);
        node(0, false, -1);
        end = Math.max(end, node(matched + 1, onPath && name !== null && path[matched] === name, keyAt));
      }
      at++;
    }
    if (onPath && start >= 0 && (best === null || matched >= best.depth)) best = { depth: matched, start, end };
    return end;
  }

  while (events[at]?.type === EVENT_ID.DOCUMENT) at++;
  node(0, true, -1);
  return best;
}

const parsedDocuments = new WeakMap<object, ReturnType<typeof parse>>(); // one document is asked about many findings

function parsedOnce(document: Pick<ManifestDocument, "text">): ReturnType<typeof parse> {
  const known = parsedDocuments.get(document);
  if (known !== undefined) return known;
  const parsed = parse(document.text);
  parsedDocuments.set(document, parsed);
  return parsed;
}

/** Where a field lies in the document's source; the nearest field above it when it does not exist itself. */
export function positionOf(document: Pick<ManifestDocument, "text" | "line">, path: readonly PathSegment[]): Position | null {
  const { events, source, original } = parsedOnce(document);
  const found = findOffsets(source, events, path);
  if (found === null) return null;
  const starts = lineStarts(document.text);
  const start = original(found.start);
  const first = lineAt(starts, start);
  const last = lineAt(starts, Math.max(start, original(found.end) - 1));
  return { line: document.line + first, column: start - (starts[first] ?? 0) + 1, endLine: document.line + Math.max(first, last) };
}
