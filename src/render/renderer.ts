// Helm and Kustomize in a sandbox: one target of one tree in, its manifests and everything they depend on out.

import { availableParallelism } from "node:os";
import type { Trouble } from "../core/problem.ts";
import type { Rendering } from "../core/rendering.ts";
import type { HelmTarget, KustomizeTarget } from "../core/target.ts";
import { resolvePath, type BlobId, type Tree } from "../core/tree.ts";
import { createBlobCache } from "./blob-cache.ts";
import type { Done, Job } from "./lane.ts";
import { loadModule } from "./load-module.ts";
import { kustomizeOutput, splitHelmOutput } from "./manifest-sources.ts";
import { openPool } from "./pool.ts";
import type { Answer, AnswerProblem, EngineVersions } from "./protocol.ts";
import { readAnswer } from "./read-answer.ts";
import { renderRequest } from "./render-request.ts";
import { troubleOfDeath, troubleOfIncident } from "./sandbox-trouble.ts";
import { MAX_FILE_BYTES } from "./volume.ts";

export interface RendererOptions {
  /** `renderer.wasm.br`. */
  readonly wasmPath: string;
  /** The compiled `worker.ts`. */
  readonly workerPath: string;
  /** Threads; one per processor, at most four, when absent. */
  readonly workers?: number;
  /** Processor time that one rendering may take; a minute when absent. On the wall it may take four times as long. */
  readonly timeLimitMs?: number;
}

/** Renders until it is disposed of. */
export interface Renderer extends AsyncDisposable {
  /** Starts what every rendering needs, while there is something else to wait for. */
  warm(): void;
  /**
   * The manifests of a target. Whatever a repository holds ends as a problem in the result; it rejects only when the installation is
   * damaged or the tree cannot be read. `predicted` are the files that will probably be read: a hint, never a limit. `charts` may stand in for charts that are not where they should be.
   */
  render(tree: Tree, target: HelmTarget | KustomizeTarget, predicted: readonly string[], charts?: readonly string[]): Promise<Rendering>;
  /** The libraries inside, as they say of themselves. */
  versions(): Promise<EngineVersions>;
}

const CACHE_BYTES = 256 * 1024 * 1024;
const PREDICTED_BYTES = 64 * 1024 * 1024;
const EMPTY_TREE: Tree = { revision: "", entries: new Map(), read: () => Promise.resolve(new Map()) };

/** A renderer that does nothing until it is warmed or used. */
export function openRenderer(options: RendererOptions): Renderer {
  const { wasmPath, workerPath, workers = Math.min(availableParallelism(), 4), timeLimitMs = 60_000 } = options;
  const cache = createBlobCache(CACHE_BYTES);
  const pool = openPool(Math.max(1, workers), () => ({ module: loadModule(wasmPath), workerPath, cache, timeLimitMs }));
  return {
    warm: pool.warm,
    render: async (tree, target, predicted, charts = []) => {
      const done = await pool.run({ tree, request: renderRequest(target, charts), ...blobsOf(tree, predicted) });
      return renderingOf(tree, target, done);
    },
    versions: async () => {
      const { outcome } = await pool.run({ tree: EMPTY_TREE, request: { engine: "versions" }, predicted: [], size: 0 });
      const versions = outcome.kind === "answered" ? readAnswer(outcome.answer).versions : undefined;
      if (versions === undefined) throw new Error(`the renderer does not know its versions: ${outcome.kind}`);
      return versions;
    },
    [Symbol.asyncDispose]: pool.close,
  };
}

/** Ids of the files at the predicted paths, as far as they are worth sending ahead. */
function blobsOf(tree: Tree, predicted: readonly string[]): Pick<Job, "predicted" | "size"> {
  let room = PREDICTED_BYTES;
  const ids: BlobId[] = [];
  for (const path of predicted) {
    const resolved = resolvePath(tree, path);
    if (resolved.kind !== "found" || resolved.entry.kind !== "file" || resolved.entry.size > Math.min(room, MAX_FILE_BYTES)) continue;
    room -= resolved.entry.size;
    ids.push(resolved.entry.id);
  }
  return { predicted: ids, size: PREDICTED_BYTES - room };
}

function renderingOf(tree: Tree, target: HelmTarget | KustomizeTarget, { outcome, trace }: Done): Rendering {
  const { opened, listed, missed } = trace;
  const incidents = trace.incidents.map(troubleOfIncident);
  if (outcome.kind !== "answered") return { sources: [], problems: [...incidents, troubleOfDeath(outcome)], opened, listed, missed };
  const answer: Answer = readAnswer(outcome.answer);
  const sources = target.engine === "helm" ? splitHelmOutput(tree, target.path, answer.manifests, answer.supplied) : kustomizeOutput(tree, target.path, answer.manifests);
  return { sources, problems: [...incidents, ...answer.problems.map((problem) => troubleOf(problem, target))], opened, listed, missed };
}

function troubleOf({ path, line, column: _column, decides, ...problem }: AnswerProblem, target: HelmTarget | KustomizeTarget): Trouble {
  // Kustomize is not told the namespace of objects that name none.
  const namespace = target.engine === "kustomize" ? target.namespace : "";
  return { ...problem, path: path === "" ? null : path, line: line === 0 ? null : line, ...(decides === undefined ? {} : { decides: `${namespace} ${decides}`.trim() }) };
}
