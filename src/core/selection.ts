// Which targets to look at: everything that is found, or what the user named.

import { plainKustomize, type HelmSettings, type LoadRestrictor } from "./target.ts";

export type TargetSetting =
  | { readonly helm: string; readonly name: string | null; readonly settings: HelmSettings }
  | { readonly kustomize: string; readonly name: string | null; readonly loadRestrictor: LoadRestrictor }
  | { readonly manifests: string; readonly name: string | null; readonly namespace: string };

/** Globs are relative to the root; `**` followed by `/` also matches no folder. */
export interface Selection {
  /** Null: everything that is discovered. */
  readonly targets: readonly TargetSetting[] | null;
  /** Paths that are left out. */
  readonly exclude: readonly string[];
  /** Further narrowing of the above, as given on the command line: ids, or paths and globs of targets. Empty: no narrowing. */
  readonly only: readonly string[];
  /** Whether the `ci/*-values.yaml` of discovered charts are further targets. */
  readonly variants: "auto" | "none";
  /** For kustomizations that name no other. */
  readonly loadRestrictor: LoadRestrictor;
  /** Folder of packaged charts in the repository that stand in for those that are elsewhere; null without one. */
  readonly chartCache: string | null;
  /** Addresses under which Flux and Argo CD objects name this repository. */
  readonly repositories: readonly string[];
  /** For charts that name no other: what `helm template` would be told. */
  readonly helmDefaults: HelmSettings;
}

/** What `helm template CHART` does when told nothing. helm/helm: pkg/cmd/template.go. */
export const helmDefaults: HelmSettings = {
  release: "release-name",
  namespace: "default",
  valuesFiles: [],
  values: {},
  set: [],
  setString: [],
  setJson: [],
  setFile: [],
  kubeVersion: "",
  apiVersions: [],
  skipTests: false,
  postRenderers: [],
  postRenderStrategy: "combined",
  defaultsFiles: [],
  defaultsInChart: [],
};

export const discoverEverything: Selection = { targets: null, exclude: [], only: [], variants: "auto", loadRestrictor: plainKustomize.loadRestrictor, chartCache: null, repositories: [], helmDefaults };
