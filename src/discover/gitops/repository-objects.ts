// The objects of Flux and Argo CD that a tree holds, and the ConfigMaps and Secrets that they may refer to.

import { splitDocuments } from "../../core/chunk.ts";
import { isMapping, positionOf, readDocuments } from "../../core/manifest.ts";
import type { BlobId } from "../../core/tree.ts";
import { decodeUtf8 } from "../../core/utf8.ts";
import { sniff } from "../sniff.ts";
import type { DiscoveryCache, Survey } from "../survey.ts";
import { at, list, text, type Mapping } from "./loose-values.ts";

/** An object as it stands in a file. */
export interface WrittenObject {
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty when the file names none. */
  readonly namespace: string;
  readonly name: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly object: Mapping;
  /** True when aliases make more of it than could be worked with. */
  readonly tooLarge: boolean;
}

/** An object of a text whose file is known elsewhere. */
export type Found = Omit<WrittenObject, "path">;

// A name stands for an object of one of these APIs wherever it is in the text of a document; the parser then has the last word.
const DECLARES = /apiVersion["']?\s*:\s*["']?(?:(?:kustomize|helm|source)\.toolkit\.fluxcd\.io|source\.extensions\.fluxcd\.io|argoproj\.io)\//;
const HOLDS_DATA = /\bkind["']?\s*:\s*["']?(?:ConfigMap|Secret)\b/;
const BATCH = 32 * 1024 * 1024; // bytes

/** What files hold, by content; kept as long as the cache of both sides. */
const known = new WeakMap<DiscoveryCache, Map<BlobId, readonly Found[]>>();

/** Every such object outside of charts and excluded paths, sorted by path, in the order of the file. */
export async function repositoryObjects(survey: Survey, isExcluded: (path: string) => boolean): Promise<readonly WrittenObject[]> {
  const { tree, cache } = survey;
  const found = known.get(cache) ?? new Map<BlobId, readonly Found[]>();
  known.set(cache, found);
  const files: { readonly path: string; readonly id: BlobId }[] = [];
  const sizes = new Map<BlobId, number>();
  for (const [path, entry] of tree.entries) {
    if (entry.kind !== "file" || !/\.(?:ya?ml|json)$/.test(path) || survey.chartOf(path) !== null || isExcluded(path)) continue;
    files.push({ path, id: entry.id });
    if (!found.has(entry.id)) sizes.set(entry.id, entry.size);
  }
  for (const batch of batches(sizes)) {
    const blobs = await tree.read(batch);
    for (const id of batch) {
      const bytes = blobs.get(id) ?? null;
      found.set(id, bytes === null ? [] : objectsIn(decodeUtf8(bytes) ?? ""));
      // Plain manifests are looked for next, and ask this of most of the same files.
      if (!cache.sniffs.has(id)) cache.sniffs.set(id, sniff(bytes));
    }
  }
  return files.flatMap(({ path, id }) => (found.get(id) ?? []).map((object) => ({ ...object, path })));
}

function* batches(sizes: ReadonlyMap<BlobId, number>): Generator<readonly BlobId[]> {
  let batch: BlobId[] = [];
  let bytes = 0;
  for (const [id, size] of sizes) {
    if (batch.length > 0 && bytes + size > BATCH) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(id);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** True for a text that may hold an object of Flux or Argo CD. */
export function mayDeclare(source: string): boolean {
  return DECLARES.test(source);
}

/** Such objects in a text, and the data that they may refer to. */
export function objectsIn(source: string): readonly Found[] {
  if (!DECLARES.test(source) && !HOLDS_DATA.test(source)) return [];
  return splitDocuments(source.replace(/^\uFEFF/, "")).flatMap((chunk) => {
    if (!DECLARES.test(chunk.text) && !HOLDS_DATA.test(chunk.text)) return [];
    const { documents } = readDocuments({ path: null, text: chunk.text, origin: "file" });
    return documents.flatMap(({ object, line }) => itemsOf(object).flatMap((item) => describe(item, positionOf(chunk, ["kind"])?.line ?? chunk.line + line - 1)));
  });
}

/** A list of objects is each of them. */
function itemsOf(object: Mapping): readonly unknown[] {
  return text(object["kind"]) === "List" ? list(object["items"]) : [object];
}

function describe(object: unknown, line: number): readonly Found[] {
  if (!isMapping(object)) return [];
  const [apiVersion, kind, name] = [text(object["apiVersion"]), text(object["kind"]), text(at(object, "metadata", "name"))];
  const wanted = DECLARES.test(`apiVersion: ${apiVersion}`) || (apiVersion === "v1" && (kind === "ConfigMap" || kind === "Secret"));
  // What still has to be filled in is a template of another tool.
  if (!wanted || name === "" || name.includes("{{")) return [];
  const tooLarge = !isWorkable(object);
  return [{ apiVersion, kind, namespace: text(at(object, "metadata", "namespace")), name, line, object: tooLarge ? {} : object, tooLarge }];
}

const MAX_NODES = 100_000;

/** False when a value has more parts, those behind aliases counted each time, than can be copied and compared. */
function isWorkable(value: unknown): boolean {
  const todo = [value];
  for (let left = MAX_NODES; todo.length > 0; left--) {
    if (left === 0) return false;
    const next = todo.pop();
    if (typeof next === "object" && next !== null) for (const part of Object.values(next)) todo.push(part);
  }
  return true;
}
