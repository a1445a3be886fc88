// Values that a chart is tested with: chart-testing installs a chart once for each `ci/*-values.yaml`.
// helm/chart-testing: pkg/chart/chart.go (ValuesFilePathsForCI).

import { plainHelm, type HelmSettings, type HelmTarget } from "../core/target.ts";
import type { Tree } from "../core/tree.ts";
import { baseName, entriesBelow, fileAt } from "./tree-files.ts";

/** One target for each of the chart's values files for tests, sorted by file. */
export function variantsOf(tree: Tree, chart: string, settings: HelmSettings): readonly HelmTarget[] {
  const folder = chart === "." ? "ci" : `${chart}/ci`;
  return entriesBelow(tree, folder).flatMap(([path, { kind }]) => {
    const variant = /^(.+)-values\.yaml$/.exec(path.slice(folder.length + 1))?.[1];
    if (variant === undefined || variant.includes("/") || kind === "folder" || fileAt(tree, path) === null) return [];
    return [{ ...plainHelm, id: `helm:${chart}@ci/${baseName(variant)}`, path: chart, variant, helm: { ...settings, valuesFiles: [...settings.valuesFiles, path] } }];
  });
}
