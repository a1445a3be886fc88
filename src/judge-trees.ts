// Two trees and a configuration, through the gate, with a real renderer.

import type { Policy } from "./core/policy.ts";
import type { Report } from "./core/report.ts";
import type { Tree } from "./core/tree.ts";
import type { InEffect } from "./configuration-in-effect.ts";
import { runGate } from "./gate.ts";
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

/** The report on two trees, and the policy that turns its verdict into an exit code. A null base is a scan. */
export async function judgeTrees(
  { base, head }: { readonly base: Tree | null; readonly head: Tree },
  { selection, policy, path, complete, policyNotes, merged }: InEffect,
  wishes: Wishes,
  engine: Engine,
  progress: (done: number, total: number) => void,
): Promise<{ readonly report: Report; readonly policy: Policy }> {
  const comparison = {
    base,
    head,
    configuration: { path, complete },
    today: new Date().toISOString().slice(0, 10),
    tool: engine.tool ?? tool,
    problems: [],
    policyNotes,
  };
  const inEffect = { ...policy, failOn: wishes.failOn ?? policy.failOn };
  const ports = { render: engine.render, ...(engine.attempts === undefined ? {} : { attempts: engine.attempts }), changedLines };
  const report = await runGate({ ...comparison, selection: { ...selection, only: wishes.only }, policy: inEffect }, { ...ports, progress });
  if (merged === null) return { report, policy: inEffect };
  // Another configuration may look at other targets, rendered otherwise: nothing less than all of it again tells what it will say.
  const changed = { selection: { ...merged.selection, only: wishes.only }, policy: { ...merged.policy, failOn: wishes.failOn ?? merged.policy.failOn } };
  const then = await runGate({ ...comparison, ...changed }, { ...ports, progress: () => undefined });
  return { report: { ...report, policyNotes: [...report.policyNotes, ...onceMerged(report, then)] }, policy: inEffect };
}
