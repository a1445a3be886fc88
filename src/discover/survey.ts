// What one side holds, found by name and read once: charts and kustomizations. Everything else in this folder asks the survey.

import { parentOf, type BlobId, type Tree } from "../core/tree.ts";
import { loadTexts, type BlobTexts } from "./blob-texts.ts";
import { chartFolders, outermostCharts, type ChartFolder, type ChartOwnership } from "./charts.ts";
import { kustomizationNames, readKustomization, type Kustomization } from "./kustomization.ts";
import type { Sniffed } from "./sniff.ts";
import { packagedCharts } from "./stand-ins.ts";
import { baseName, fileAt } from "./tree-files.ts";

/** What was learnt from blobs, by content: handed from one side to the other, so that what they share is read once. */
export interface DiscoveryCache {
  readonly texts: BlobTexts;
  readonly kustomizations: Map<BlobId, Kustomization | null>;
  readonly sniffs: Map<BlobId, Sniffed>;
}

export function emptyCache(): DiscoveryCache {
  return { texts: new Map(), kustomizations: new Map(), sniffs: new Map() };
}

export interface KustomizationFile extends Kustomization {
  readonly path: string;
}

export interface Survey {
  readonly tree: Tree;
  readonly cache: DiscoveryCache;
  /** Packaged charts of the chart caches, sorted. */
  readonly archives: readonly string[];
  /** Every chart, subcharts included, sorted by folder. */
  readonly allCharts: readonly ChartFolder[];
  /** Charts that are no part of another one, libraries included. */
  readonly charts: readonly ChartFolder[];
  readonly chartOf: ChartOwnership;
  /** Kustomization files by folder; more than one in a folder is for Kustomize to refuse. */
  readonly kustomizations: ReadonlyMap<string, readonly KustomizationFile[]>;
}

/** Reads every Chart.yaml and every kustomization file of a tree, in one batch. `chartCache` is the folder of packaged charts, if there is one. */
export async function surveyTree(tree: Tree, cache: DiscoveryCache, chartCache: string | null): Promise<Survey> {
  const allCharts = chartFolders(tree);
  const files: { path: string; id: BlobId }[] = [];
  for (const [path, entry] of tree.entries) {
    if (entry.kind !== "file" && entry.kind !== "link") continue;
    const file = kustomizationNames.has(baseName(path)) ? fileAt(tree, path) : null;
    if (file !== null) files.push({ path, id: file.id });
  }
  await loadTexts(tree, cache.texts, [...allCharts, ...files].map(({ id }) => id));

  const kustomizations = new Map<string, KustomizationFile[]>();
  for (const { path, id } of files) {
    const kustomization = readCached(cache, id);
    if (kustomization === null) continue;
    const folder = parentOf(path);
    kustomizations.set(folder, [...(kustomizations.get(folder) ?? []), { ...kustomization, path }]);
  }
  const { charts, ownerOf } = outermostCharts(allCharts);
  return { tree, cache, archives: packagedCharts(tree, chartCache), allCharts, charts, chartOf: ownerOf, kustomizations };
}

function readCached(cache: DiscoveryCache, id: BlobId): Kustomization | null {
  const known = cache.kustomizations.get(id);
  if (known !== undefined) return known;
  const read = readKustomization(cache.texts.get(id) ?? null);
  cache.kustomizations.set(id, read);
  return read;
}
