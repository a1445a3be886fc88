// Charts whose Chart.yaml is made when they are packaged: what it is made of is committed in its stead, as cert-manager did with
// Chart.template.yaml until 2026. Without it their values would be nobody's, and their templates manifests that nobody can read.

import { readDocuments } from "../core/manifest.ts";
import { parentOf, type BlobId, type Tree, type TreeEntry } from "../core/tree.ts";
import { loadTexts, type BlobTexts } from "./blob-texts.ts";
import { stringField } from "./loose-fields.ts";
import { baseName } from "./tree-files.ts";

const TEMPLATE_OF_CHART = /^Chart\.(?:yaml\.(?:tmpl|tpl|template|in|j2)|(?:tmpl|tpl|template|in)\.yaml)$/;

/**
 * The tree with a Chart.yaml wherever a folder has templates and, instead of it, the one file that it is made of, if Helm can read that
 * as it stands. Only the version and what describes the chart are ever filled in, which no container's profile depends on.
 */
export async function withMadeCharts(tree: Tree): Promise<Tree> {
  const candidates = new Map<string, { readonly id: BlobId; readonly size: number }[]>();
  for (const [path, entry] of tree.entries) {
    if (entry.kind !== "file" || !TEMPLATE_OF_CHART.test(baseName(path))) continue;
    const below = parentOf(path) === "." ? "" : `${parentOf(path)}/`;
    if (tree.entries.has(`${below}Chart.yaml`) || tree.entries.get(`${below}templates`)?.kind !== "folder") continue;
    candidates.set(`${below}Chart.yaml`, [...(candidates.get(`${below}Chart.yaml`) ?? []), entry]);
  }
  if (candidates.size === 0) return tree;
  const texts: BlobTexts = new Map();
  await loadTexts(tree, texts, [...candidates.values()].flat().map(({ id }) => id));
  const made = [...candidates].flatMap(([path, [only, ...others]]): [string, TreeEntry][] =>
    only === undefined || others.length > 0 || !isReadable(texts.get(only.id) ?? null) ? [] : [[path, { kind: "file", ...only }]],
  );
  const entries = new Map([...tree.entries, ...made].sort(([a], [b]) => (a < b ? -1 : 1)));
  return made.length === 0 ? tree : { revision: tree.revision, entries, read: (ids) => tree.read(ids) };
}

/** Whether Helm would take the text for a Chart.yaml: helm/helm: pkg/chart/v2/metadata.go (Validate). */
function isReadable(text: string | null): boolean {
  if (text === null) return false;
  const { documents, problems } = readDocuments({ path: null, text, origin: "file" });
  const metadata = documents[0]?.object;
  return problems.length === 0 && documents.length === 1 && stringField(metadata, "name") !== null && /^v?\d+\.\d+\.\d+(?:[-+]|$)/.test(stringField(metadata, "version") ?? "");
}
