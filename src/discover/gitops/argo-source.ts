// One source of an Application: what it is, and the target it makes.

import type { Trouble } from "../../core/problem.ts";
import type { HelmTarget, KustomizeTarget, LoadRestrictor, ManifestsTarget, Target } from "../../core/target.ts";
import { joinPath } from "../../core/tree.ts";
import { fileAt } from "../tree-files.ts";
import { filesOfDirectory, type DirectoryFiles } from "./argo-directory.ts";
import { settingsOfArgo } from "./argo-helm.ts";
import { editsOfArgo } from "./argo-kustomize.ts";
import { declarationOf, titleOf, troubleWith, type GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { takeFromCache } from "./elsewhere-chart.ts";
import { at, canonical, mapping, text } from "./loose-values.ts";
import { folderOfArgo, type SourceFolder } from "./source-folder.ts";

export interface ArgoSource {
  readonly gitOps: GitOps;
  readonly application: DeployedObject;
  /** The source as it is written. */
  readonly written: unknown;
  /** Of the destination. */
  readonly namespace: string;
  /** The folder that paths are relative to; null for a chart that is elsewhere. */
  readonly folder: string | null;
  /** What `$ref` means, by `$ref`. */
  readonly refs: ReadonlyMap<string, SourceFolder>;
}

/** The target of a source. `suffix` tells several sources of one Application apart. */
export async function targetOfSource(source: Omit<ArgoSource, "folder">, suffix: string): Promise<Target> {
  const { gitOps, application, written } = source;
  const id = (engine: string, path: string): string => `${engine}:${path}@argocd/${application.namespace}/${application.name}${suffix}`;
  const chart = text(at(written, "chart"));
  if (chart !== "") return targetOfChart(source, chart, id);
  const place = folderOfArgo(gitOps, application, text(at(written, "repoURL")), text(at(written, "targetRevision")), text(at(written, "path")));
  const plugin = at(written, "plugin");
  const program = plugin === undefined || plugin === null ? null : pluginTrouble(application, text(at(plugin, "name")));
  const known = application.trouble ?? program ?? place.trouble;
  switch (kindOf(source, place.path)) {
    case "helm":
      return helmTarget({ ...source, folder: place.path }, id("helm", place.path), place, known);
    case "kustomize":
      return kustomizeTarget(source, id("kustomize", place.path), place, known);
    case "directory":
      return directoryTarget(source, id("manifests", place.path), place, known);
  }
}

/** Without a name Argo CD takes the plugin that discovers the folder (argoproj/argo-cd: docs/operator-manual/config-management-plugins.md). */
function pluginTrouble(application: DeployedObject, name: string): Trouble {
  const plugin = name === "" ? "whichever plugin of Argo CD discovers its folder" : `the plugin \`${name}\``;
  return troubleWith(application, "refused", `${titleOf(application)} is rendered by ${plugin}, a program that is not run here`,
    "Render it in a workflow step, and check the output with `seccomp-gate scan -`; or name the folder under `targets:` in the configuration, to have it looked at as it is without the plugin.");
}

/** argoproj/argo-cd: reposerver/repository/repository.go (GetAppSourceType), util/app/discovery/discovery.go: Kustomize wins over Helm. */
function kindOf({ gitOps, written }: Omit<ArgoSource, "folder">, folder: string): "helm" | "kustomize" | "directory" {
  const has = (field: string): boolean => Object.keys(mapping(at(written, field))).length > 0;
  if (has("kustomize")) return "kustomize";
  if (has("helm")) return "helm";
  if (has("directory")) return "directory";
  if (gitOps.survey.kustomizations.has(folder)) return "kustomize";
  return fileAt(gitOps.survey.tree, joinPath(folder, "Chart.yaml") ?? "") === null ? "directory" : "helm";
}

type Id = (engine: string, path: string) => string;

function targetOfChart(source: Omit<ArgoSource, "folder">, name: string, id: Id): HelmTarget {
  const { gitOps, application, written } = source;
  const { helm, trouble } = settingsOfArgo({ ...source, folder: null });
  const chart = { name, version: text(at(written, "targetRevision")).replace(/^HEAD$/, ""), repository: addressOfCharts(text(at(written, "repoURL"))) };
  const taken = takeFromCache(gitOps, application, chart);
  return {
    engine: "helm",
    id: id("helm", application.path),
    path: application.path,
    helm,
    variant: null,
    wanted: taken.wanted,
    declaredBy: declare(source, [chart, helm]),
    unresolvable: application.trouble ?? taken.unresolvable ?? trouble,
    isElsewhere: true,
    branches: branchesOf(source, null),
  };
}

/** Argo CD takes an address without a scheme for an OCI registry. */
function addressOfCharts(address: string): string {
  return address === "" || address.includes("://") ? address : `oci://${address}`;
}

function helmTarget(source: ArgoSource, id: string, place: SourceFolder, known: Trouble | null): HelmTarget {
  const { helm, trouble } = settingsOfArgo(source);
  return { engine: "helm", id, path: place.path, helm, variant: null, wanted: null, declaredBy: declare(source, [place.decides, place.path, helm]), unresolvable: known ?? trouble, isElsewhere: place.isElsewhere, branches: branchesOf(source, place) };
}

function kustomizeTarget(source: Omit<ArgoSource, "folder">, id: string, place: SourceFolder, known: Trouble | null): KustomizeTarget {
  const edits = editsOfArgo(at(source.written, "kustomize"));
  const loadRestrictor = restrictorOf(source);
  return { engine: "kustomize", id, path: place.path, namespace: source.namespace, edits, substitute: null, loadRestrictor, declaredBy: declare(source, [place.decides, place.path, edits, loadRestrictor]), unresolvable: known, isElsewhere: place.isElsewhere, branches: branchesOf(source, place) };
}

/**
 * Argo CD builds as the command does unless its own settings say more.
 * argoproj/argo-cd: util/kustomize/kustomize.go (Build), docs/operator-manual/argocd-cm.yaml (kustomize.buildOptions).
 */
function restrictorOf({ gitOps, application }: Omit<ArgoSource, "folder">): LoadRestrictor {
  const settings = gitOps.findData({ kind: "ConfigMap", namespace: application.namespace, name: "argocd-cm", from: application.path });
  return /\bLoadRestrictionsNone\b/.test(settings?.values["kustomize.buildOptions"] ?? "") ? "none" : gitOps.selection.loadRestrictor;
}

const nothingFound: DirectoryFiles & { readonly kind: "files" } = { kind: "files", manifests: [], jsonnet: [] };

async function directoryTarget(source: Omit<ArgoSource, "folder">, id: string, place: SourceFolder, known: Trouble | null): Promise<ManifestsTarget> {
  const { gitOps, application, written, namespace } = source;
  const found = known === null ? await filesOfDirectory(gitOps.survey, place.path, at(written, "directory")) : nothingFound;
  const { manifests, jsonnet } = found.kind === "files" ? found : nothingFound;
  const refused = found.kind === "files" ? null : troubleWith(application, "refused", `${titleOf(application)} ${found.reason}`, "Correct the pattern.");
  const program = jsonnet[0] === undefined ? null : troubleWith(application, "refused", `${titleOf(application)} applies what the Jsonnet program \`${jsonnet[0]}\` prints, and it is not run here`, "Leave it out with `directory.exclude`, or check its output with `seccomp-gate scan -`.");
  return { engine: "manifests", id, path: place.path, namespace, files: manifests, declaredBy: declare(source, [place.decides, place.path, namespace, manifests]), unresolvable: known ?? refused ?? program, isElsewhere: place.isElsewhere, branches: branchesOf(source, place) };
}

/** Of an Application only this source, the references and the destination decide. */
function declare({ application, written, refs, namespace }: Omit<ArgoSource, "folder">, made: unknown): Target["declaredBy"] {
  const spec = { source: written, namespace, refs: [...refs].map(([name, { decides }]) => canonical([name, decides])) };
  return declarationOf({ ...application, object: { spec } }, made);
}

/** Branches of this repository that a source takes its folder from, and the values files that it refers to. */
function branchesOf({ refs }: Omit<ArgoSource, "folder">, place: SourceFolder | null): readonly string[] {
  return [...(place?.branches ?? []), ...[...refs.values()].flatMap(({ branches }) => branches)];
}
