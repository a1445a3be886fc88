// What renders: the renderer inside, or the tools of the machine where somebody asked for them in so many words.

import type { ProblemKind } from "./core/problem.ts";
import type { Report } from "./core/report.ts";
import type { HelmTarget, KustomizeTarget } from "./core/target.ts";
import type { Tree } from "./core/tree.ts";
import type { Ports } from "./gate.ts";
import { installation } from "./installation.ts";
import { kustomizeOutput, splitHelmOutput } from "./render/manifest-sources.ts";
import { openRenderer } from "./render/renderer.ts";
import { tool } from "./tool.ts";

/** What the gate renders with. */
export interface Engine {
  readonly render: Ports["render"];
  /** What the report says it was rendered with; absent: the embedded libraries. */
  readonly tool?: Report["tool"];
  /** See Ports. */
  readonly attempts?: ReadonlySet<ProblemKind>;
}

/** What the plan holds against a target because nothing is ever fetched or run: the native engine exists to do both. */
const attempts: ReadonlySet<ProblemKind> = new Set<ProblemKind>(["remote-resource", "refused"]);

const splitOutput = (tree: Tree, { engine, path }: HelmTarget | KustomizeTarget, output: string) =>
  engine === "helm" ? splitHelmOutput(tree, path, output, []) : kustomizeOutput(tree, path, output);

/** The embedded engine, already warming up. */
export function openEmbeddedEngine(): Engine & AsyncDisposable {
  const renderer = openRenderer(installation);
  renderer.warm();
  return renderer;
}

/**
 * The native engine, for the repository around `folder`. Throws a UsageError when a tool is missing. Its code is loaded here and nowhere
 * else, so that whoever does not ask for it has nothing of it.
 */
export async function openNativeEngine(environment: Readonly<Record<string, string | undefined>>, folder: string): Promise<Engine & AsyncDisposable> {
  const { openNativeRenderer } = await import("./native/native-renderer.ts");
  const native = await openNativeRenderer({ environment, folder, splitOutput });
  return { render: native.render, tool: { version: tool.version, engines: native.versions }, attempts, [Symbol.asyncDispose]: () => native[Symbol.asyncDispose]() };
}
