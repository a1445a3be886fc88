// What there is to render in a checkout: its charts with each of their values, and its kustomizations.

/**
 * The runs, sorted by name, and the charts that may stand in for absent dependencies. A chart inside another one is that one's
 * dependency; a library cannot be rendered.
 */
export function runsOf({ chartFolders, outermostCharts, kustomizationNames, baseName, parentOf, variantsOf, helmDefaults }, tree, { wants, first }) {
  const charts = outermostCharts(chartFolders(tree)).charts.map(({ folder }) => folder);
  const files = [...tree.entries].filter(([path, { kind }]) => kind !== "folder" && kustomizationNames.has(baseName(path)));
  const kustomizations = [...new Set(files.map(([path]) => parentOf(path)))].sort();
  const helm = charts.slice(0, first).flatMap((path) => [
    { id: `helm:${path}`, engine: "helm", path, valuesFiles: [], includeCRDs: false },
    { id: `helm:${path} --include-crds`, engine: "helm", path, valuesFiles: [], includeCRDs: true },
    ...variantsOf(tree, path, helmDefaults).map(({ id, helm: { valuesFiles } }) => ({ id, engine: "helm", path, valuesFiles, includeCRDs: false })),
  ]);
  const kustomize = kustomizations.slice(0, first).map((path) => ({ id: `kustomize:${path}`, engine: "kustomize", path }));
  return { runs: [...helm, ...kustomize].filter(({ id }) => wants(id)), charts };
}
