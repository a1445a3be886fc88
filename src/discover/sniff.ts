// Whether a file holds Kubernetes objects. When in doubt it does: what cannot be read becomes a problem, never a silence.

import { readDocuments, readManifests } from "../core/manifest.ts";
import { mentionsNoticed } from "../core/noticed.ts";
import { resolvePath, type BlobId, type Tree } from "../core/tree.ts";
import { decodeUtf8 } from "../core/utf8.ts";

/** What is known of a file's content. */
export interface Sniffed {
  readonly holdsObjects: boolean;
  /** Whether one of the objects may say something about containers that are elsewhere. */
  readonly notices: boolean;
  /** Whether all that it holds is parts of workloads, which the API server takes from nobody: patches. */
  readonly isPatch: boolean;
}

export function sniff(bytes: Uint8Array | null): Sniffed {
  const objects = holdsObjects(bytes);
  const text = objects && bytes !== null ? (decodeUtf8(bytes) ?? "") : "";
  return { holdsObjects: objects, notices: mentionsNoticed(text), isPatch: holdsPatches(text) };
}

/** Workloads that need a selector. kubernetes/kubernetes: pkg/apis/apps/validation/validation.go. */
const SELECTING = /^(?:Deployment|StatefulSet|DaemonSet|ReplicaSet)$/;

function holdsPatches(text: string): boolean {
  if (text.includes("selector") || !/\b(?:Deployment|StatefulSet|DaemonSet|ReplicaSet)\b/.test(text) || HIDDEN_KEY.test(text)) return false;
  const { documents, problems } = readDocuments({ path: null, text, origin: "file" });
  const isPart = ({ apiVersion, kind, spec }: Readonly<Record<string, unknown>>): boolean => apiVersion === "apps/v1" && typeof kind === "string" && SELECTING.test(kind) && spec !== undefined;
  return problems.length === 0 && documents.length > 0 && documents.every(({ object }) => isPart(object));
}

/** Names of files that tools apply as manifests. kubernetes/cli-runtime: pkg/resource/builder.go (FileExtensions). */
export function hasManifestName(path: string): boolean {
  return /\.(?:ya?ml|json)$/.test(path);
}

const BATCH = 32 * 1024 * 1024; // bytes held at a time

/** Of the given paths those whose files hold objects, and links whose files cannot be had. Reads what the cache does not know yet. */
export async function keepManifests(tree: Tree, paths: readonly string[], sniffs: Map<BlobId, Sniffed>): Promise<readonly string[]> {
  const kept = new Map<string, BlobId | null>();
  const sizes = new Map<BlobId, number>();
  for (const path of paths) {
    const resolved = resolvePath(tree, path);
    if (resolved.kind === "outside" || resolved.kind === "submodule") kept.set(path, null);
    if (resolved.kind !== "found" || resolved.entry.kind !== "file") continue;
    kept.set(path, resolved.entry.id);
    if (!sniffs.has(resolved.entry.id)) sizes.set(resolved.entry.id, resolved.entry.size);
  }
  for (const batch of batches(sizes)) {
    const blobs = await tree.read(batch);
    // A blob that cannot be had may hold anything.
    for (const id of batch) sniffs.set(id, sniff(blobs.get(id) ?? null));
  }
  return paths.filter((path) => {
    const id = kept.get(path);
    return id === null || (id !== undefined && sniffs.get(id)?.holdsObjects === true);
  });
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

/** True when at least one document at the top level has both `apiVersion` and `kind`, or when that cannot be ruled out. */
export function holdsObjects(bytes: Uint8Array | null): boolean {
  if (bytes === null) return true;
  const text = decodeUtf8(bytes);
  if (text === null) return mentions(withoutNul(bytes));
  if (isLfsPointer(text)) return true;
  if (!mentions(text) && !HIDDEN_KEY.test(text)) return false;
  if (/^apiVersion[ \t]*:/m.test(text) && /^kind[ \t]*:/m.test(text)) return true;
  return isOneObject(text) ?? holdsObjectDocument(text);
}

// A Git LFS pointer under a manifest's name stands for a manifest. git-lfs/git-lfs: docs/spec.md
function isLfsPointer(text: string): boolean {
  return text.startsWith("version https://git-lfs.github.com/spec/v1");
}

function mentions(text: string): boolean {
  return text.includes("apiVersion") && text.includes("kind");
}

// `"api\u0056ersion":` is the same key to every parser; `!!binary` can spell one, too.
const HIDDEN_KEY = /\\(?:[xuU][0-9a-fA-F]{2}|\r?\n)[\w\\\s]{0,80}["]\s*:|!!binary|2002:binary/;

/** The ASCII part of text in another encoding: UTF-16 with the zero bytes left out. */
function withoutNul(bytes: Uint8Array): string {
  const parts: string[] = [];
  const ascii = bytes.filter((byte) => byte !== 0);
  for (let at = 0; at < ascii.length; at += 8192) parts.push(String.fromCharCode(...ascii.subarray(at, at + 8192)));
  return parts.join("");
}

/** For JSON, which needs no YAML parser; null when the text is not JSON. */
function isOneObject(text: string): boolean | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return isObject(JSON.parse(text));
  } catch {
    return null; // YAML's flow style, or several objects one after another
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && "apiVersion" in value && "kind" in value;
}

function holdsObjectDocument(text: string): boolean {
  const { documents, problems } = readManifests({ path: null, text, origin: "file" }, () => true);
  // A part that is no YAML to us may hold an object to others, such as several JSON objects in a row: then both words as keys are enough.
  return documents.some(({ object }) => isObject(object)) || (problems.length > 0 && /apiVersion["']?\s*:/.test(text) && /kind["']?\s*:/.test(text));
}
