// Helm charts of a tree: which folders are charts of their own, and which files belong to one.

import { readDocuments } from "../core/manifest.ts";
import { joinPath, parentOf, type BlobId, type Tree } from "../core/tree.ts";
import { baseName, fileAt } from "./tree-files.ts";

/** A folder with a Chart.yaml. */
export interface ChartFolder {
  readonly folder: string;
  /** The Chart.yaml behind any link. */
  readonly id: BlobId;
}

/** Every folder that has a Chart.yaml, subcharts included, sorted. */
export function chartFolders(tree: Tree): readonly ChartFolder[] {
  const found: ChartFolder[] = [];
  for (const [path, entry] of tree.entries) {
    if (entry.kind === "folder" || entry.kind === "submodule" || baseName(path) !== "Chart.yaml") continue;
    const file = fileAt(tree, path);
    if (file !== null) found.push({ folder: parentOf(path), id: file.id });
  }
  return found.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The innermost folder that has a Chart.yaml, on any of the trees, and holds the file; null outside of charts. */
export function innermostChart(trees: readonly Tree[], file: string): string | null {
  for (let folder = parentOf(file); ; folder = parentOf(folder)) {
    const metadata = joinPath(folder, "Chart.yaml") ?? "";
    if (trees.some(({ entries }) => entries.has(metadata))) return folder;
    if (folder === ".") return null;
  }
}

// What Helm reads of a chart at the root of a repository; the rest of the repository is not the chart's business.
// helm/helm: pkg/chart/v2/loader/load.go; `ci/` is chart-testing's.
const ROOT_FOLDERS = new Set(["templates", "crds", "charts", "ci"]);
const ROOT_FILES = /^(?:Chart\.(?:yaml|lock)|requirements\.(?:yaml|lock)|values.*\.(?:ya?ml|json)|\.helmignore)$/;

function isRootChartPart(path: string): boolean {
  const slash = path.indexOf("/");
  return slash < 0 ? ROOT_FILES.test(path) || ROOT_FOLDERS.has(path) : ROOT_FOLDERS.has(path.slice(0, slash));
}

/** Says which chart a path belongs to: the chart's folder, or null. */
export type ChartOwnership = (path: string) => string | null;

function ownership(folders: ReadonlySet<string>): ChartOwnership {
  const partsOfRoot = folders.has(".");
  return (path) => {
    for (let folder = path; folder !== "."; folder = parentOf(folder)) if (folders.has(folder)) return folder;
    return partsOfRoot && isRootChartPart(path) ? "." : null;
  };
}

/** Charts that are inside no other one, sorted, and what belongs to them. */
export function outermostCharts(charts: readonly ChartFolder[]): { readonly charts: readonly ChartFolder[]; readonly ownerOf: ChartOwnership } {
  const folders = new Set<string>();
  const ownerOf = ownership(new Set(charts.some(({ folder }) => folder === ".") ? ["."] : []));
  const outermost: ChartFolder[] = [];
  const insideAnother = ownership(folders);
  for (const chart of [...charts].sort((a, b) => a.folder.length - b.folder.length)) {
    if (chart.folder !== "." && (ownerOf(chart.folder) !== null || insideAnother(chart.folder) !== null)) continue;
    outermost.push(chart);
    if (chart.folder !== ".") folders.add(chart.folder);
  }
  return { charts: outermost.sort((a, b) => (a.folder < b.folder ? -1 : 1)), ownerOf: (path) => insideAnother(path) ?? ownerOf(path) };
}

/** True for a Chart.yaml that says it only lends templates to other charts: Helm does not render it. */
export function isLibraryChart(text: string | null): boolean {
  if (text === null || !text.includes("library")) return false;
  return readDocuments({ path: null, text, origin: "file" }).documents[0]?.object["type"] === "library";
}
