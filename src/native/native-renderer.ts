// The native engine: Helm and Kustomize of the machine, each target from a copy of its tree without links. By explicit choice only.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Trouble } from "../core/problem.ts";
import type { ManifestSource, Rendering } from "../core/rendering.ts";
import type { HelmTarget, KustomizeTarget } from "../core/target.ts";
import { isWithin, type Tree } from "../core/tree.ts";
import { decodeUtf8 } from "../core/utf8.ts";
import { buildArguments, helmArguments, refusalOf } from "./calls.ts";
import { lacksDependencies, repositoriesOf, repositoryFile } from "./dependencies.ts";
import { repositoryAround } from "./find-tool.ts";
import { layOutFiles, layOutTree } from "./layout.ts";
import { materialise, type Materialised } from "./materialise.ts";
import { runTool, type ToolAnswer } from "./run-tool.ts";
import { toolEnvironment, type Environment } from "./tool-environment.ts";
import { troubleOfAnswer } from "./tool-trouble.ts";
import { askVersions, findTools, type Tools } from "./tools.ts";
import { openWorkspace } from "./workspace.ts";

export interface NativeOptions {
  /** The environment of this process. */
  readonly environment: Environment;
  /** The folder on disk that is worked in: no program of the repository around it is ever run. */
  readonly folder: string;
  /** Whose text is whose in the output of a tool. */
  splitOutput(tree: Tree, target: HelmTarget | KustomizeTarget, output: string): readonly ManifestSource[];
  /** Time on the wall for each call of a tool; two minutes when absent. */
  readonly timeLimitMs?: number;
  /** Bytes that a tool may print; 64 MiB when absent. */
  readonly maxOutput?: number;
  /** Bytes of a tree that is copied whole; 500 MB when absent. Of a larger one only the predicted files are. */
  readonly maxTreeBytes?: number;
}

export interface NativeRenderer extends AsyncDisposable {
  /**
   * The manifests of a target, as the tools of the machine print them. Whatever a repository holds ends as a problem in the result.
   * `predicted` are the files that it will probably read.
   */
  render(tree: Tree, target: HelmTarget | KustomizeTarget, predicted: readonly string[]): Promise<Rendering>;
  /** As the tools say of themselves. */
  readonly versions: { readonly helm: string; readonly kustomize: string };
}

const MAX_FILES = 200_000;
const VERSION_LIMIT_MS = 60_000;

/** Finds the tools and asks for their versions. Throws a UsageError when one is missing, before anything of a repository is touched. */
export async function openNativeRenderer(options: NativeOptions): Promise<NativeRenderer> {
  const { environment: source, folder, timeLimitMs = 120_000, maxOutput = 64 * 1024 * 1024, maxTreeBytes = 500_000_000 } = options;
  const repository = await repositoryAround(folder);
  const tools = await findTools(source, repository);
  const closing = new AbortController();
  const workspace = await openWorkspace(() => closing.abort());
  try {
    const home = await workspace.newFolder();
    for (const name of ["tmp", "helm-plugins"]) await mkdir(join(home, name));
    const environment = toolEnvironment(source, home, repository);
    const common = { environment, timeLimitMs, maxOutput, signal: closing.signal };
    const versions = await askVersions(tools, (program, args) => runTool({ ...common, program, args, directory: home, timeLimitMs: VERSION_LIMIT_MS }));
    const run: Engine["run"] = (program, args, directory, more = {}) => runTool({ ...common, program, args, directory, environment: { ...environment, ...more } });
    const bounds = { bytes: maxTreeBytes, files: MAX_FILES };
    const tellsRepositories = environment["HELM_REPOSITORY_CONFIG"] !== undefined;
    const engine: Engine = { tools, run, newFolder: workspace.newFolder, bounds, tellsRepositories, splitOutput: options.splitOutput };
    const sides = new Map<Tree, Side>();
    const render: NativeRenderer["render"] = (tree, target, predicted) => {
      const side = sides.get(tree) ?? { whole: null, last: Promise.resolve() };
      sides.set(tree, side);
      // One after another in each tree: tools write downloads beside the charts, and what comes of that must not hang on who was first.
      const rendering = side.last.then(() => renderOne(engine, side, tree, target, predicted));
      side.last = rendering.catch(() => undefined);
      return rendering;
    };
    return { render, versions, [Symbol.asyncDispose]: () => Promise.resolve(workspace[Symbol.dispose]()) };
  } catch (error) {
    workspace[Symbol.dispose]();
    throw error;
  }
}

interface Engine extends Pick<NativeOptions, "splitOutput"> {
  readonly tools: Tools;
  readonly run: (program: string, args: readonly string[], directory: string, more?: Environment) => Promise<ToolAnswer>;
  readonly newFolder: () => Promise<string>;
  readonly bounds: { readonly bytes: number; readonly files: number };
  /** Whether the user has told Helm its repositories. */
  readonly tellsRepositories: boolean;
}

/** What is kept of one tree. */
interface Side {
  /** The whole tree on disk; null while nobody asked, `too-large` when only parts are written. */
  whole: Materialised | "too-large" | null;
  last: Promise<unknown>;
}

async function renderOne(engine: Engine, side: Side, tree: Tree, target: HelmTarget | KustomizeTarget, predicted: readonly string[]): Promise<Rendering> {
  const opened = [...new Set(predicted)].sort();
  const failed = (problems: readonly Trouble[]): Rendering => ({ sources: [], problems, opened, listed: [], missed: [] });
  const refusal = refusalOf(target);
  if (refusal !== null) return failed([refusal]);
  const place = await putOnDisk(engine, side, tree, predicted);
  if (place === null) return failed([{ kind: "limit", path: null, line: null, message: "The files of the target are more than the native engine writes to disk", remedy: "Use the embedded engine, or leave the target out with `exclude:`", blocking: true }]);
  try {
    const near = new Set(predicted);
    const absent = place.troubles.filter(({ path }) => path !== null && (isWithin(path, target.path) || near.has(path)));
    if (absent.length > 0) return failed(absent);
    const [what, answer] = target.engine === "helm" ? ["helm template", await template(engine, tree, target, place.folder)] : await build(engine, target, place.folder);
    if (answer.kind !== "ended" || answer.code !== 0) return failed([troubleOfAnswer(what, answer, [place.folder])]);
    const output = decodeUtf8(answer.stdout);
    if (output === null) return failed([{ kind: "encoding", path: null, line: null, message: `What \`${what}\` printed is not UTF-8 text`, remedy: "Save the files that are rendered as UTF-8", blocking: true }]);
    return { sources: engine.splitOutput(tree, target, output), problems: [], opened, listed: [], missed: [] };
  } finally {
    if (place !== side.whole) await rm(place.folder, { recursive: true, force: true });
  }
}

/** The tree on disk, or of a large one the predicted files; null when even those are too many. */
async function putOnDisk({ bounds, newFolder }: Engine, side: Side, tree: Tree, predicted: readonly string[]): Promise<Materialised | null> {
  if (side.whole === null) {
    const layout = layOutTree(tree, bounds);
    side.whole = layout.whole ? await materialise(tree, layout, await newFolder()) : "too-large";
  }
  if (side.whole !== "too-large") return side.whole;
  const layout = layOutFiles(tree, predicted, bounds);
  return layout.whole ? materialise(tree, layout, await newFolder()) : null;
}

async function build({ tools, run }: Engine, target: KustomizeTarget, root: string): Promise<readonly [string, ToolAnswer]> {
  return [tools.builder.name === "kustomize" ? "kustomize build" : "kubectl kustomize", await run(tools.builder.program, buildArguments(target, root, tools), root)];
}

/** Runs `helm template`; where it lacks dependencies, once more after `helm dependency build`, as Argo CD does. */
async function template({ tools, run, newFolder, tellsRepositories }: Engine, tree: Tree, target: HelmTarget, root: string): Promise<ToolAnswer> {
  const own = await newFolder();
  const inline = Object.keys(target.helm.values).length === 0 ? null : join(own, "values.json");
  if (inline !== null) await writeFile(inline, JSON.stringify(target.helm.values), { mode: 0o600 });
  const args = helmArguments(target, root, inline);
  const first = await run(tools.helm, args, root);
  if (first.kind !== "ended" || first.code === 0 || !lacksDependencies(first.stderr)) return first;
  const repositories = join(own, "repositories.json");
  await writeFile(repositories, repositoryFile(await repositoriesOf(tree, target.path)));
  const known: Environment = tellsRepositories ? {} : { HELM_REPOSITORY_CONFIG: repositories };
  const built = await run(tools.helm, ["dependency", "build", "--", join(root, target.path)], root, known);
  return built.kind === "ended" && built.code === 0 ? run(tools.helm, args, root) : built;
}
