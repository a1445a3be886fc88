// The story, top to bottom. It declares what it needs and imports no edge.

import type { Policy } from "./core/policy.ts";
import type { Problem } from "./core/problem.ts";
import type { Rendering } from "./core/rendering.ts";
import type { Report } from "./core/report.ts";
import type { Selection } from "./core/selection.ts";
import type { HelmTarget, KustomizeTarget } from "./core/target.ts";
import type { Tree } from "./core/tree.ts";

/** What the gate cannot do by itself. */
export interface Ports {
  /** Renders one target from one tree. Never rejects for what a repository holds; `predicted` are the files it will probably read. */
  render(tree: Tree, target: HelmTarget | KustomizeTarget, predicted: readonly string[]): Promise<Rendering>;
  /** Called as work gets done, for people who wait. */
  progress(done: number, total: number): void;
}

/** What to compare, and by which rules. */
export interface Comparison {
  /** Null: a scan of one side. */
  readonly base: Tree | null;
  readonly head: Tree;
  readonly selection: Selection;
  readonly policy: Policy;
  /** `YYYY-MM-DD`, for exemptions that expire. */
  readonly today: string;
  readonly tool: Report["tool"];
  /** What was already found wrong before the trees were opened. */
  readonly problems: readonly Problem[];
  /** What a change of the configuration file in this change will do once merged. */
  readonly policyNotes: readonly string[];
}

/** Compares the two sides. Rejects only for bugs of ours. */
export async function runGate(comparison: Comparison, ports: Ports): Promise<Report> {
  void comparison;
  void ports;
  throw new Error("being written");
}
