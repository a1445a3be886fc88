// Charts whose Chart.yaml is made when they are packaged: what it is made of is committed in its stead, as cert-manager did with
// Chart.template.yaml until 2026, or the file is there and its version is filled in (giantswarm/cert-manager-app:
// helm/cert-manager-app/Chart.yaml, `[[ .Version ]]`). Without it their values would be nobody's, and their templates manifests that nobody can read.

import { readDocuments } from "../core/manifest.ts";
import { parentOf, type BlobId, type Tree, type TreeEntry } from "../core/tree.ts";
import { decodeUtf8, encodeUtf8 } from "../core/utf8.ts";
import { loadTexts, type BlobTexts } from "./blob-texts.ts";
import { stringField } from "./loose-fields.ts";
import { baseName } from "./tree-files.ts";

const TEMPLATE_OF_CHART = /^Chart\.(?:yaml\.(?:tmpl|tpl|template|in|j2)|(?:tmpl|tpl|template|in)\.yaml)$/;

// `version:` and `appVersion:` of the chart, and `version:` of its dependencies.
const VERSION_LINE = /^([ \t-]*)(version|appVersion):[ \t]+(\S[^\r\n]{0,200})$/gm;
const PLACEHOLDER = /\[\[.+\]\]|\{\{.+\}\}|\$[\w({]|@\w+@|%\w+%|__\w+__|<[\w-]+>/;

/** The text of a Chart.yaml with some version wherever a template of any kind has one filled in. */
function filledIn(text: string): string {
  return text.replace(VERSION_LINE, (line, indent: string, field: string, value: string) => {
    if (!PLACEHOLDER.test(value.replace(/\s#.*/, ""))) return line;
    return `${indent}${field}: ${indent === "" ? "0.0.0" : "'>=0.0.0-0'"}`;
  });
}

/** Reads what a tree reads, but for the blobs of charts, which come filled in. */
async function readFilledIn(tree: Tree, charts: ReadonlySet<BlobId>, ids: readonly BlobId[]): Promise<ReadonlyMap<BlobId, Uint8Array>> {
  const blobs = await tree.read(ids);
  const changed = [...blobs].flatMap(([id, bytes]): [BlobId, Uint8Array][] => {
    const text = charts.has(id) ? decodeUtf8(bytes) : null;
    const filled = text === null ? null : filledIn(text);
    return filled === null || filled === text ? [] : [[id, encodeUtf8(filled)]];
  });
  return changed.length === 0 ? blobs : new Map([...blobs, ...changed]);
}

/**
 * The tree with a Chart.yaml wherever a folder has templates and, instead of it, the one file that it is made of, if Helm can read that
 * once versions are filled in, as they are in every Chart.yaml. Only versions and what describes the chart are ever filled in, which no
 * container's profile depends on.
 */
export async function withMadeCharts(tree: Tree): Promise<Tree> {
  const candidates = new Map<string, { readonly id: BlobId; readonly size: number }[]>();
  const charts = new Set<BlobId>();
  for (const [path, entry] of tree.entries) {
    if (entry.kind !== "file") continue;
    if (baseName(path) === "Chart.yaml") charts.add(entry.id);
    if (!TEMPLATE_OF_CHART.test(baseName(path))) continue;
    const below = parentOf(path) === "." ? "" : `${parentOf(path)}/`;
    if (tree.entries.has(`${below}Chart.yaml`) || tree.entries.get(`${below}templates`)?.kind !== "folder") continue;
    candidates.set(`${below}Chart.yaml`, [...(candidates.get(`${below}Chart.yaml`) ?? []), entry]);
  }
  if (candidates.size + charts.size === 0) return tree;
  for (const { id } of [...candidates.values()].flat()) charts.add(id);
  const filled: Tree = { revision: tree.revision, entries: tree.entries, read: (ids) => readFilledIn(tree, charts, ids) };
  const texts: BlobTexts = new Map();
  await loadTexts(filled, texts, [...candidates.values()].flat().map(({ id }) => id));
  const made = [...candidates].flatMap(([path, [only, ...others]]): [string, TreeEntry][] =>
    only === undefined || others.length > 0 || !isReadable(texts.get(only.id) ?? null) ? [] : [[path, { kind: "file", ...only }]],
  );
  const entries = made.length === 0 ? tree.entries : new Map([...tree.entries, ...made].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...filled, entries };
}

/** Whether Helm would take the text for a Chart.yaml: helm/helm: pkg/chart/v2/metadata.go (Validate). */
function isReadable(text: string | null): boolean {
  if (text === null) return false;
  const { documents, problems } = readDocuments({ path: null, text, origin: "file" });
  const metadata = documents[0]?.object;
  return problems.length === 0 && documents.length === 1 && stringField(metadata, "name") !== null && /^v?\d+\.\d+\.\d+(?:[-+]|$)/.test(stringField(metadata, "version") ?? "");
}
