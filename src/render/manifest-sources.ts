// Whose text is whose: the output of an engine, cut along the files that it came from.

import type { ManifestSource } from "../core/rendering.ts";
import { joinPath, parentOf, resolvePath, type Tree } from "../core/tree.ts";
import type { SuppliedChart } from "./protocol.ts";

/** Helm says before each document where it is from. helm/helm: pkg/action/action.go (renderResources). */
const SOURCE = /^---\n# Source: (.*)$/gm;

/**
 * The pieces of `helm template`'s output in order; documents of one template in a row are one piece. `supplied` are the charts that lie
 * elsewhere than their names say.
 */
export function splitHelmOutput(tree: Tree, chart: string, output: string, supplied: readonly SuppliedChart[]): readonly ManifestSource[] {
  const heads = [...output.matchAll(SOURCE)].map(({ index, 1: name = "" }) => ({ start: index, name }));
  const starts = heads.filter(({ name }, index) => name !== heads[index - 1]?.name);
  const paths = new Map([...new Set(starts.map(({ name }) => name))].map((name) => [name, templatePath(tree, chart, name, supplied)]));
  const pieces = starts.map(({ start, name }, index) => ({ path: paths.get(name) ?? null, text: output.slice(start, starts[index + 1]?.start) }));
  const before = { path: null, text: output.slice(0, starts[0]?.start) };
  return [before, ...pieces].flatMap(({ path, text }) => (text.trim() === "" ? [] : [{ path, text, origin: "rendered" as const }]));
}

/** The output of `kustomize build`: one piece, which the kustomization file stands for. */
export function kustomizeOutput(tree: Tree, folder: string, output: string): readonly ManifestSource[] {
  if (output.trim() === "") return [];
  const path = ["kustomization.yaml", "kustomization.yml", "Kustomization"].map((name) => fileAt(tree, folder, name)).find((file) => file !== null);
  return [{ path: path ?? null, text: output, origin: "rendered" }];
}

/**
 * The file in the repository that stands for `CHART/charts/SUB/templates/x.yaml`: the template; for a packaged subchart its archive; for a
 * subchart that goes by another name (an alias, a chart elsewhere) the Chart.yaml that declares it.
 */
function templatePath(tree: Tree, root: string, name: string, supplied: readonly SuppliedChart[]): string | null {
  const [chart, below] = innermostSupplied(root, name.split("/").slice(1), supplied); // the chart's name need not be its folder's
  const template = fileAt(tree, chart, below.join("/")) ?? fileAt(tree, chart, "."); // a packaged chart is its own only file
  if (template !== null) return template;
  let folder = chart;
  for (let rest = below; rest[0] === "charts" && rest[1] !== undefined; rest = rest.slice(2)) {
    const archive = archiveOf(tree, folder, rest[1]);
    if (archive !== null) return archive;
    const subchart = `${folder}/charts/${rest[1]}`;
    if (resolvePath(tree, subchart).kind !== "found") break;
    folder = subchart;
  }
  return fileAt(tree, folder, "Chart.yaml");
}

/** The chart nearest to a template of which it is known where it lies, and the way from there to the template. */
function innermostSupplied(root: string, below: readonly string[], supplied: readonly SuppliedChart[]): readonly [string, readonly string[]] {
  for (let depth = below.length - (below.length % 2); depth > 0; depth -= 2) {
    const found = supplied.find(({ chart }) => chart === below.slice(0, depth).join("/"));
    if (found !== undefined) return [found.path, below.slice(depth)];
  }
  return [supplied.find(({ chart }) => chart === ".")?.path ?? root, below];
}

/** The real path of a file; null when there is none, or it is not below the folder. */
function fileAt(tree: Tree, folder: string, below: string): string | null {
  const path = joinPath(folder, below);
  if (path === null) return null;
  const resolved = resolvePath(tree, path);
  return resolved.kind === "found" && resolved.entry.kind === "file" ? resolved.path : null;
}

/** `charts/NAME-VERSION.tgz` of a chart, as `helm dependency` stores it; the first one by name. */
function archiveOf(tree: Tree, chart: string, name: string): string | null {
  const charts = resolvePath(tree, `${chart}/charts`);
  if (charts.kind !== "found") return null;
  const start = charts.path === "." ? `${name}-` : `${charts.path}/${name}-`;
  const isArchive = (path: string): boolean =>
    path.startsWith(start) && path.endsWith(".tgz") && /\d/.test(path.charAt(start.length)) && parentOf(path) === charts.path;
  return [...tree.entries.keys()].find(isArchive) ?? null;
}
