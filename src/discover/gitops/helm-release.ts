// Flux's HelmRelease: a chart with values, and what Kustomize does to what it renders.
// fluxcd/helm-controller: api/v2/helmrelease_types.go, internal/release/name.go, internal/postrender/build.go.

import type { Trouble } from "../../core/problem.ts";
import { joinPath } from "../../core/tree.ts";
import { noEdits, type HelmSettings, type HelmTarget, type KustomizeEdits } from "../../core/target.ts";
import { sha256Hex } from "../../core/sha256-hex.ts";
import { trimEndOf } from "../../core/trim-end.ts";
import { fileAt } from "../tree-files.ts";
import { declarationOf, titleOf, troubleWith, type GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { takeFromCache } from "./elsewhere-chart.ts";
import { imagesOf, patchesOf } from "./flux-kustomization.ts";
import { at, canonical, list, text, textFields, texts } from "./loose-values.ts";
import { referencedValues } from "./referenced-values.ts";
import { findSource, folderOfFlux, type SourceFolder } from "./source-folder.ts";

interface Chart extends Pick<HelmTarget, "path" | "wanted" | "unresolvable" | "isElsewhere" | "branches">, Pick<HelmSettings, "defaultsFiles" | "defaultsInChart"> {
  readonly decides: string;
}

/** The target that a HelmRelease declares. */
export function targetOfHelmRelease(gitOps: GitOps, object: DeployedObject): HelmTarget {
  const spec = at(object.object, "spec");
  const chart = chartOf(gitOps, object);
  const { values, set, setString, trouble } = referencedValues(object, gitOps.findData);
  const target = text(at(spec, "targetNamespace"));
  const helm = {
    ...gitOps.selection.helmDefaults,
    release: shortName(text(at(spec, "releaseName")) || (target === "" ? object.name : `${target}-${object.name}`)),
    namespace: target || object.namespace,
    defaultsFiles: chart.defaultsFiles,
    defaultsInChart: chart.defaultsInChart,
    values,
    set,
    setString,
    postRenderers: postRenderersOf(spec),
    postRenderStrategy: strategyOf(spec),
  };
  return {
    engine: "helm",
    id: `helm:${chart.path}@flux/${object.namespace}/${object.name}`,
    path: chart.path,
    helm,
    variant: null,
    wanted: chart.wanted,
    declaredBy: declarationOf(object, [chart.decides, chart.path, chart.wanted, helm, trouble?.message]),
    unresolvable: object.trouble ?? chart.unresolvable ?? trouble,
    isElsewhere: chart.isElsewhere,
    branches: chart.branches,
  };
}

/** Helm allows 53 characters; the controller ends longer names with a hash. fluxcd/helm-controller: internal/release/name.go (ShortenName). */
function shortName(name: string): string {
  return name.length <= 53 ? name : `${name.slice(0, 40)}-${sha256Hex(name).slice(0, 12)}`;
}

/** fluxcd/helm-controller: api/v2/helmrelease_types.go (PostRenderStrategy): `combined` unless the controller was told otherwise. */
function strategyOf(spec: unknown): HelmSettings["postRenderStrategy"] {
  const strategy = text(at(spec, "postRenderStrategy"));
  return strategy === "separate" || strategy === "nohooks" ? strategy : "combined";
}

function chartOf(gitOps: GitOps, object: DeployedObject): Chart {
  const spec = at(object.object, "spec");
  if (at(spec, "chartRef") !== undefined) return chartOfReference(gitOps, object, at(spec, "chartRef"));
  return chartOfSpec(gitOps, object, at(spec, "chart", "spec"), object.namespace);
}

/** fluxcd/helm-controller: api/v2/reference_types.go (CrossNamespaceSourceReference). */
function chartOfReference(gitOps: GitOps, object: DeployedObject, reference: unknown): Chart {
  const [kind, name] = [text(at(reference, "kind")), text(at(reference, "name"))];
  const namespace = text(at(reference, "namespace")) || object.namespace;
  const source = findSource(gitOps, kind, namespace, name, object.path);
  if (source === null) {
    const message = `${titleOf(object)} deploys a chart from ${kind} \`${namespace}/${name}\`, which is not in this repository`;
    return elsewhere(object, troubleWith(object, "missing-dependency", message, "Keep that object in the repository, so that its chart can be looked up in the chart cache."), `${kind} ${namespace}/${name}`);
  }
  if (kind === "HelmChart") return chartOfSpec(gitOps, object, at(source.object, "spec"), source.namespace || namespace);
  const decides = canonical([at(source.object, "spec", "url"), at(source.object, "spec", "ref")]);
  const address = trimEndOf(text(at(source.object, "spec", "url")), "/");
  if (kind !== "OCIRepository") {
    const folder = folderOfFlux(gitOps, object, { kind, name, namespace }, "");
    return { ...chartIn(folder), ...ownDefaults };
  }
  const version = text(at(source.object, "spec", "ref", "semver")) || text(at(source.object, "spec", "ref", "tag"));
  return { path: object.path, ...fromElsewhere, ...ownDefaults, decides, ...takeFromCache(gitOps, object, { name: address.slice(address.lastIndexOf("/") + 1), version, repository: address }) };
}

/** fluxcd/source-controller: api/v1/helmchart_types.go, whose fields a HelmRelease repeats. */
function chartOfSpec(gitOps: GitOps, object: DeployedObject, chart: unknown, namespace: string): Chart {
  const [name, version, sourceRef] = [text(at(chart, "chart")), text(at(chart, "version")), at(chart, "sourceRef")];
  const [kind, valuesFiles] = [text(at(sourceRef, "kind")), valuesFilesOf(chart)];
  if (name === "") return elsewhere(object, troubleWith(object, "render-failed", `${titleOf(object)} names no chart`, "Give it `spec.chart.spec.chart` or `spec.chartRef`; list a file that only patches another under `exclude:`."), "");
  const place = text(at(sourceRef, "namespace")) || namespace;
  if (kind !== "HelmRepository") {
    const folder = folderOfFlux(gitOps, object, { ...textFields(sourceRef), namespace: place }, name);
    return { ...chartIn(folder), defaultsFiles: filesOfRepository(gitOps, chart, valuesFiles), defaultsInChart: [] };
  }
  const source = findSource(gitOps, kind, place, text(at(sourceRef, "name")), object.path);
  const repository = text(at(source?.object, "spec", "url"));
  const decides = canonical([kind, place, at(sourceRef, "name"), repository]);
  const taken = takeFromCache(gitOps, object, { name, version, repository });
  return { path: object.path, ...fromElsewhere, defaultsFiles: [], defaultsInChart: valuesFiles, decides, ...taken };
}

const ownDefaults = { defaultsFiles: [], defaultsInChart: [] } as const;
const fromElsewhere = { isElsewhere: true, branches: [] } as const;

/** A chart that is a folder. */
function chartIn({ path, trouble, decides, isElsewhere, branches }: SourceFolder): Omit<Chart, "defaultsFiles" | "defaultsInChart"> {
  return { path, wanted: null, unresolvable: trouble, decides, isElsewhere, branches };
}

/**
 * Files that take the place of the chart's own values; none when they are only those.
 * fluxcd/source-controller: internal/helm/chart/builder.go (GetValuesFiles).
 */
function valuesFilesOf(chart: unknown): readonly string[] {
  const files = [...texts(at(chart, "valuesFiles")), ...texts([at(chart, "valuesFile")])];
  return files.length === 1 && joinPath(".", files[0] ?? "") === "values.yaml" ? [] : files;
}

/** Of a chart in a Git repository they are relative to its root. internal/helm/chart/builder_local.go (mergeFileValues). */
function filesOfRepository({ survey }: GitOps, chart: unknown, files: readonly string[]): readonly string[] {
  const paths = files.map((file) => joinPath(".", file) ?? file);
  return at(chart, "ignoreMissingValuesFiles") === true ? paths.filter((path) => fileAt(survey.tree, path) !== null) : paths;
}

function elsewhere(object: DeployedObject, unresolvable: Trouble, decides: string): Chart {
  return { path: object.path, ...fromElsewhere, wanted: null, unresolvable, ...ownDefaults, decides };
}

function postRenderersOf(spec: unknown): readonly KustomizeEdits[] {
  const renderers = list(at(spec, "postRenderers")).flatMap((renderer): readonly KustomizeEdits[] => {
    const kustomize = at(renderer, "kustomize");
    if (kustomize === undefined) return [];
    // v2beta1 and v2beta2 had two more kinds of patches, which Kustomize now writes as this one.
    const merges = list(at(kustomize, "patchesStrategicMerge")).map((patch) => ({ patch: typeof patch === "string" ? patch : JSON.stringify(patch) }));
    const operations = list(at(kustomize, "patchesJson6902")).map((item) => ({ patch: JSON.stringify(at(item, "patch") ?? []), target: textFields(at(item, "target")) }));
    return [{ ...noEdits("flux"), patches: [...merges, ...patchesOf(at(kustomize, "patches")), ...operations], images: imagesOf(at(kustomize, "images")) }];
  });
  const metadata = at(spec, "commonMetadata");
  if (metadata === undefined) return renderers;
  return [...renderers, { ...noEdits("flux"), commonLabels: textFields(at(metadata, "labels")), commonAnnotations: textFields(at(metadata, "annotations")) }];
}
