// Manifest text to documents with positions. The only importer of js-yaml.
// Values are what Kubernetes' own decoder makes of them: sigs.k8s.io/yaml resolves YAML 1.1 booleans and lets the last of duplicate keys win.

import {
  CORE_SCHEMA,
  EVENT_ID,
  NOT_RESOLVED,
  YAMLException,
  boolCoreTag,
  constructFromEvents,
  defineScalarTag,
  getScalarValue,
  mergeTag,
  parseEvents,
  type Event,
} from "js-yaml";
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

const TRUE = new Set(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"]);
const FALSE = new Set(["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"]);

/** Booleans as the decoder of kubectl, Helm and the API server reads them. kubernetes-sigs/yaml: goyaml.v2/resolve.go. */
const kubernetesBool = defineScalarTag(boolCoreTag.tagName, {
  implicit: true,
  implicitFirstChars: ["y", "Y", "n", "N", "o", "O", "t", "T", "f", "F"],
  resolve: (text) => (TRUE.has(text) ? true : FALSE.has(text) ? false : NOT_RESOLVED),
  identify: () => false,
});

const schema = CORE_SCHEMA.withTags(kubernetesBool, mergeTag);

// Real manifests nest to about 60 (custom resource definitions); these limits only stop bombs.
const MAX_DEPTH = 500;
const MAX_ALIASES = 10_000;

/** A run of lines that ends where the next document begins. */
interface Chunk {
  readonly text: string;
  /** 1-based */
  readonly line: number;
}

/** Splits at every line that begins with `---`; directives stay with the document they introduce. */
function splitDocuments(text: string): Chunk[] {
  const starts = [0];
  for (const match of text.matchAll(/^---(?=\s|$)/gm)) {
    const before = text.slice(starts.at(-1), match.index);
    const onlyDirectives = /^%/m.test(before) && before.split(/\r?\n/).every((line) => line === "" || /^[%#]/.test(line));
    if (match.index > 0 && !onlyDirectives) starts.push(match.index);
  }
  let line = 1;
  return starts.map((start, i) => {
    const chunk = { text: text.slice(start, starts[i + 1]), line };
    for (let at = chunk.text.indexOf("\n"); at >= 0; at = chunk.text.indexOf("\n", at + 1)) line++;
    return chunk;
  });
}

/**
 * False for text that certainly holds no pod, so that engines' big output need not be parsed in full: a container list is
 * spelled `containers`, `initContainers` or `ephemeralContainers`, unless escapes hide it.
 */
function canHoldPod(text: string): boolean {
  if (!text.includes("ontainers") && !/\\[xuU]/.test(text)) return false;
  return !isDefinition(text);
}

/** True for custom resource definitions: their schemas mention containers and hold none. */
function isDefinition(text: string): boolean {
  const kinds = text.match(/^(?:["']?kind["']?\s*:.*|<<.*|\?.*|\{.*)$/gm) ?? [];
  return kinds.length === 1 && /^kind:\s*["']?CustomResourceDefinition["']?\s*$/.test(kinds[0]);
}

/** True for what YAML calls a mapping and JSON an object. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function construct(text: string): { values: unknown[]; events: Event[] } {
  const events = parseEvents(text, { maxDepth: MAX_DEPTH });
  return { values: constructFromEvents(events, { source: text, schema, json: true, maxAliases: MAX_ALIASES }), events };
}

/** Says in one sentence why text is not YAML, and on which line of the source. */
function explainError(error: unknown, chunk: Chunk, source: ManifestSource): Trouble {
  const reason = error instanceof YAMLException ? error.reason : error instanceof Error ? error.message : String(error);
  const at = error instanceof YAMLException && error.mark ? chunk.line + error.mark.line : chunk.line;
  const templated = chunk.text.includes("{{");
  return {
    kind: /depth|alias|merge keys/i.test(reason) ? "limit" : "yaml",
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
    if (source.origin === "rendered" && !canHoldPod(chunk.text)) continue;
    try {
      for (const value of construct(chunk.text).values) {
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

/** Where a field lies in the document's source; the nearest field above it when it does not exist itself. */
export function positionOf(document: Pick<ManifestDocument, "text" | "line">, path: readonly PathSegment[]): Position | null {
  const found = findOffsets(document.text, parseEvents(document.text, { maxDepth: MAX_DEPTH }), path);
  if (found === null) return null;
  const starts = lineStarts(document.text);
  const first = lineAt(starts, found.start);
  const last = lineAt(starts, Math.max(found.start, found.end - 1));
  return { line: document.line + first, column: found.start - (starts[first] ?? 0) + 1, endLine: document.line + Math.max(first, last) };
}
