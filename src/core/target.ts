// A render target: one thing that a tool would render and apply, named the same on both sides.

/** What `helm template` would be told, beside the chart. */
export interface HelmSettings {
  readonly release: string;
  readonly namespace: string;
  /** Values files in order, relative to the repository's root. */
  readonly valuesFiles: readonly string[];
  /** `--set` and its siblings, each as `path=value`. */
  readonly set: readonly string[];
  readonly setString: readonly string[];
  readonly setJson: readonly string[];
  readonly setFile: readonly string[];
  readonly kubeVersion: string;
  readonly apiVersions: readonly string[];
  readonly skipTests: boolean;
}

interface TargetBase {
  /** `helm:PATH`, `kustomize:PATH` or `manifests:PATH`, with `@NAME` behind it where several share a path. */
  readonly id: string;
  /** Folder (or, for configured manifests, the glob), relative to the root. */
  readonly path: string;
}

export interface HelmTarget extends TargetBase {
  readonly engine: "helm";
  readonly helm: HelmSettings;
}

export interface KustomizeTarget extends TargetBase {
  readonly engine: "kustomize";
}

export interface ManifestsTarget extends TargetBase {
  readonly engine: "manifests";
  /** Namespace for objects that name none. */
  readonly namespace: string;
  /** The files of this side, sorted. */
  readonly files: readonly string[];
}

export type Target = HelmTarget | KustomizeTarget | ManifestsTarget;
export type Engine = Target["engine"];
