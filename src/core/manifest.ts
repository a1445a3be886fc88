// Manifest text to documents with positions.
// Values are what Kubernetes' own decoder makes of them, goyaml.v2 inside sigs.k8s.io/yaml, where YAML 1.2 says otherwise.

import { EVENT_ID, YAMLException, constructFromEvents, getScalarValue, type Event } from "js-yaml";
import { splitDocuments, type Chunk } from "./chunk.ts";
import { isMapping } from "./field.ts";
import type { Trouble } from "./problem.ts";
import type { ManifestSource } from "./rendering.ts";
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

function construct(text: string): unknown[] {
  const { events, source } = parseYaml(text);
  return constructFromEvents([...events], { source, schema: schemaFor(source), json: true, maxAliases: MAX_ALIASES });
}

/** Says in one sentence why text is not YAML, and on which line of the source. */
function explainError(error: unknown, chunk: Chunk, source: ManifestSource): Trouble {
  const said = error instanceof YAMLException ? error.reason : error instanceof Error ? error.message : String(error);
  const reason = said.replace(/^(recursive alias .*) is not supported for .*$/, "$1").replace("object-based map does not support complex keys", "a mapping or a list stands where a key is expected");
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

/** Documents of one source, in order, as far as they are worth it. A document that cannot be read is a problem; the others are still there. */
export function readDocuments(source: ManifestSource, isWorthReading: (text: string) => boolean = () => true): { documents: ManifestDocument[]; problems: Trouble[] } {
  const documents: ManifestDocument[] = [];
  const problems: Trouble[] = [];
  const text = source.text.replace(/^\uFEFF/, "");
  for (const chunk of splitDocuments(text)) {
    if (!isWorthReading(chunk.text)) continue;
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

const parsedDocuments = new WeakMap<object, Parsed>(); // one document is asked about many findings

function parsedOnce(document: Pick<ManifestDocument, "text">): Parsed {
  const known = parsedDocuments.get(document);
  if (known !== undefined) return known;
  const parsed = parseYaml(document.text);
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
