// What crosses the border between Node and the WebAssembly module: renderer/protocol.md in TypeScript.

import type { ProblemKind } from "../core/problem.ts";
import type { KustomizeEdits, LoadRestrictor } from "../core/target.ts";

/** Asks for one rendering. Paths are relative to the root of the tree, with `/`; the root itself is `.`. */
export type Request = HelmRequest | KustomizeRequest | VersionsRequest;

export interface HelmRequest {
  readonly engine: "helm";
  /** Folder with `Chart.yaml`, or a packaged chart `.tgz`; empty when the chart is to be found among `charts`. */
  readonly chart: string;
  /** With an empty `chart`: its name and a version or range. */
  readonly chartName: string;
  readonly chartVersion: string;
  /** Chart folders and packaged charts that may stand in for dependencies that `charts/` does not hold. */
  readonly charts: readonly string[];
  readonly release: string;
  readonly namespace: string;
  readonly valuesFiles: readonly string[];
  /** Inline values, merged over the files. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly setJson: readonly string[];
  readonly set: readonly string[];
  readonly setString: readonly string[];
  readonly setFile: readonly string[];
  /** Empty: the library's default. */
  readonly kubeVersion: string;
  readonly apiVersions: readonly string[];
  readonly includeCRDs: boolean;
  readonly skipHooks: boolean;
  readonly skipTests: boolean;
  readonly skipSchemaValidation: boolean;
  readonly isUpgrade: boolean;
  /** What Kustomize does to the output, one after another. */
  readonly postRenderers: readonly KustomizeEdits[];
  readonly postRenderStrategy: "combined" | "separate" | "nohooks";
  /** What takes the place of the chart's own `values.yaml`: files of the repository, and of the chart. */
  readonly defaultsFiles: readonly string[];
  readonly defaultsInChart: readonly string[];
}

export interface KustomizeRequest {
  readonly engine: "kustomize";
  /** Folder with a kustomization file. */
  readonly path: string;
  readonly loadRestrictor: LoadRestrictor;
  /** Null: built as it is. */
  readonly edits: KustomizeEdits | null;
  /** Flux's variables; null: nothing is substituted. */
  readonly substitute: Readonly<Record<string, string>> | null;
  /** Packaged charts and chart folders that may stand in for charts that are elsewhere. */
  readonly charts: readonly string[];
  /** Leave out of definitions and data what no container depends on. */
  readonly lean: boolean;
}

export interface VersionsRequest {
  readonly engine: "versions";
}

/** What came of a Request. */
export interface Answer {
  /** What `helm template` or `kustomize build` would print; empty when rendering failed. */
  readonly manifests: string;
  readonly problems: readonly AnswerProblem[];
  /** Charts that were rendered in place of ones that are not where they should be. */
  readonly supplied: readonly SuppliedChart[];
  /** Only for `versions`. */
  readonly versions?: EngineVersions;
}

export interface SuppliedChart {
  /** The name by which its templates go, below that of the root chart: `charts/common`; `.` for the chart itself. */
  readonly chart: string;
  /** The folder or archive that it was read from. */
  readonly path: string;
}

/** As `1.2.3`, without `v`. */
export interface EngineVersions {
  readonly helm: string;
  readonly kustomize: string;
  readonly kubernetes: string;
}

/** The kinds of problem that the module knows. */
export const answerKinds = [
  "render-failed",
  "missing-dependency",
  "remote-resource",
  "refused",
  "limit",
  "missing-file",
  "yaml",
] as const satisfies readonly ProblemKind[];

export interface AnswerProblem {
  readonly kind: (typeof answerKinds)[number];
  readonly message: string;
  readonly remedy: string;
  /** Relative to the root; empty when no file is to blame. */
  readonly path: string;
  /** 1-based; 0 when unknown. */
  readonly line: number;
  readonly column: number;
  /** True when `manifests` is not the whole truth. */
  readonly blocking: boolean;
  /** Digest of what decides the part that is missing; absent when that is not known. */
  readonly decides?: string;
  /** Of a chart that demands values and was rendered without them: how, as a clause, and a digest of what it demands. */
  readonly rest?: string;
  readonly demands?: string;
}
