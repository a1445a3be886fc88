// A render target: one thing that a tool would render and apply, named the same on both sides.

import type { Trouble } from "./problem.ts";

/** What `helm template` would be told, beside the chart. */
export interface HelmSettings {
  readonly release: string;
  readonly namespace: string;
  /** Values files in order, relative to the repository's root. */
  readonly valuesFiles: readonly string[];
  /** Inline values, merged over the files. */
  readonly values: Readonly<Record<string, unknown>>;
  /** `--set` and its siblings, each as `path=value`. */
  readonly set: readonly string[];
  readonly setString: readonly string[];
  readonly setJson: readonly string[];
  readonly setFile: readonly string[];
  readonly kubeVersion: string;
  readonly apiVersions: readonly string[];
  readonly skipTests: boolean;
  /** Flux's post-renderers: what Kustomize does to the output, one after another. */
  readonly postRenderers: readonly KustomizeEdits[];
  /** Whether hooks go through them with the rest, in a stream of their own, or not at all. helm/helm: pkg/action/action.go (PostRenderStrategy). */
  readonly postRenderStrategy: "combined" | "separate" | "nohooks";
  /** What takes the place of the chart's own `values.yaml`, merged in order: files relative to the repository's root, and files of the chart. */
  readonly defaultsFiles: readonly string[];
  readonly defaultsInChart: readonly string[];
}

/** A patch as Kustomize writes it. kubernetes-sigs/kustomize: api/types/patch.go. */
export interface KustomizePatch {
  readonly patch?: string;
  readonly path?: string;
  readonly target?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, boolean>>;
}

/** kubernetes-sigs/kustomize: api/types/image.go. */
export interface KustomizeImage {
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
}

/** What Flux or Argo CD adds to the kustomization of a folder before it is built. */
export interface KustomizeEdits {
  /** Whose rules apply: they differ in what wins, and Flux writes a kustomization where there is none. */
  readonly by: "flux" | "argocd";
  readonly namespace: string;
  readonly namePrefix: string;
  readonly nameSuffix: string;
  readonly images: readonly KustomizeImage[];
  readonly replicas: readonly { readonly name: string; readonly count: number }[];
  readonly patches: readonly KustomizePatch[];
  readonly components: readonly string[];
  readonly ignoreMissingComponents: boolean;
  readonly commonLabels: Readonly<Record<string, string>>;
  readonly labelWithoutSelector: boolean;
  readonly labelIncludeTemplates: boolean;
  readonly commonAnnotations: Readonly<Record<string, string>>;
}

/** The object of Flux or Argo CD that declares a target. */
export interface Declaration {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The file that holds the object. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** Everything in the object, and in what it refers to, that decides what is rendered: equal on both sides means that it cannot differ. */
  readonly decides: string;
}

interface TargetBase {
  /** `helm:PATH`, `kustomize:PATH` or `manifests:PATH`, with `@NAME` behind it where several share a path. */
  readonly id: string;
  /** Folder (or, for configured manifests, the glob), relative to the root; of a chart that is elsewhere, the file that asks for it. */
  readonly path: string;
  /** Null for what was discovered or configured. */
  readonly declaredBy: Declaration | null;
  /** Why it cannot be rendered from this repository, known without trying; null when nothing is in the way. */
  readonly unresolvable: Trouble | null;
  /** True when it is not made of the files at `path` of this tree, but of a chart or folder that is elsewhere, or of another revision. */
  readonly isElsewhere: boolean;
  /** Branches of this repository that it takes its files from; empty where it takes none, or nobody says which. With the address where that is only taken for this repository's. */
  readonly branches: readonly string[];
}

export interface HelmTarget extends TargetBase {
  readonly engine: "helm";
  readonly helm: HelmSettings;
  /** `NAME` of `ci/NAME-values.yaml`, with which it is rendered; null for the chart's own values. */
  readonly variant: string | null;
  /** The chart to take from the chart cache; null for the one at `path`. */
  readonly wanted: { readonly name: string; /** a version or a range; empty: any */ readonly version: string } | null;
}

/** Whether what a kustomization reads must lie in or below its own folder, as for `kustomize build`, or may be anywhere in the repository. */
export type LoadRestrictor = "rootOnly" | "none";

export interface KustomizeTarget extends TargetBase {
  readonly engine: "kustomize";
  /** For objects that name none. */
  readonly namespace: string;
  readonly edits: KustomizeEdits | null;
  /** Flux's `postBuild`: variables by name, replaced in what was built; null when nothing is. */
  readonly substitute: Readonly<Record<string, string>> | null;
  readonly loadRestrictor: LoadRestrictor;
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

/**
 * What makes a target the same on both sides, and is unique on one: its id, and of what Flux or Argo CD deploy the kind and name of the
 * object, wherever that finds its files. An ApplicationSet makes Applications.
 */
export function identityOf({ id, declaredBy }: Target): string {
  if (declaredBy === null) return id;
  return `${declaredBy.kind.replace(/Set$/, "")}${id.slice(id.lastIndexOf("@"))}`;
}

/** A target that nobody declares and nothing stands in the way of. */
export const plainTarget = { declaredBy: null, unresolvable: null, isElsewhere: false, branches: [] } as const;

/** A kustomization as `kustomize build` takes it. */
export const plainKustomize = { ...plainTarget, engine: "kustomize", namespace: "default", edits: null, substitute: null, loadRestrictor: "rootOnly" } as const;

/** A chart of the repository with its own values. */
export const plainHelm = { ...plainTarget, engine: "helm", variant: null, wanted: null } as const;

/** Edits that change nothing. */
export function noEdits(by: KustomizeEdits["by"]): KustomizeEdits {
  return {
    by,
    namespace: "",
    namePrefix: "",
    nameSuffix: "",
    images: [],
    replicas: [],
    patches: [],
    components: [],
    ignoreMissingComponents: false,
    commonLabels: {},
    labelWithoutSelector: false,
    labelIncludeTemplates: false,
    commonAnnotations: {},
  };
}
