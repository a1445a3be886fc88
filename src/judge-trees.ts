// Two trees and a configuration, through the gate, with a real renderer.

import type { Policy } from "./core/policy.ts";
import type { Report } from "./core/report.ts";
import type { Tree } from "./core/tree.ts";
import type { InEffect } from "./configuration-in-effect.ts";
import { withMadeCharts } from "./discover/made-charts.ts";
import { runGate, type Comparison, type Ports } from "./gate.ts";
import { changedLines } from "./git/changed-lines.ts";
import type { Engine } from "./open-engine.ts";
import { onceMerged } from "./once-merged.ts";
import { tool } from "./tool.ts";

/** What the caller adds to the configuration in effect. */
export interface Wishes {
  /** Narrows the targets; empty: no narrowing. */
  readonly only: readonly string[];
  /** Null: what the configuration says. */
  readonly failOn: Policy["failOn"] | null;
}

/** Two trees; a null base is a scan. */
interface Trees {
  readonly base: Tree | null;
  readonly head: Tree;
}

/** Two trees and the configuration in effect, as the gate wants them. */
export async function comparisonOf({ base, head }: Trees, { selection, policy, path, complete, policyNotes }: InEffect, { only, failOn }: Wishes, engine: Engine): Promise<Comparison> {
  return {
    base: base === null ? null : await withMadeCharts(base),
    head: await withMadeCharts(head),
    selection: { ...selection, only },
    policy: { ...policy, failOn: failOn ?? policy.failOn },
    configuration: { path, complete },
    today: new Date().toISOString().slice(0, 10),
    tool: engine.tool ?? tool,
    problems: [],
    policyNotes,
  };
}

/** What the gate needs, from what is really there. */
export function portsOf(engine: Engine, progress: Ports["progress"]): Ports {
  return { render: engine.render, ...(engine.attempts === undefined ? {} : { attempts: engine.attempts }), changedLines, progress };
}

/** The report on two trees, and the policy that turns its verdict into an exit code. */
export async function judgeTrees(trees: Trees, inEffect: InEffect, wishes: Wishes, engine: Engine, progress: Ports["progress"]): Promise<{ readonly report: Report; readonly policy: Policy }> {
  const comparison = await comparisonOf(trees, inEffect, wishes, engine);
  const report = await runGate(comparison, portsOf(engine, progress));
  const { policy } = comparison;
  if (inEffect.merged === null) return { report, policy };
  // Another configuration may look at other targets, rendered otherwise: nothing less than all of it again tells what it will say.
  const merged = await comparisonOf(trees, { ...inEffect, ...inEffect.merged }, wishes, engine);
  const then = await runGate(merged, portsOf(engine, () => undefined));
  return { report: { ...report, policyNotes: [...report.policyNotes, ...onceMerged({ report, policy }, { report: then, policy: merged.policy })] }, policy };
}
