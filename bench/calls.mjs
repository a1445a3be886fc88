// One call of ours, what it must have done to count, and the row it ends in.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ratios, run, spread } from "./measure.mjs";

/** One call of ours on the two commits of a repository. */
export const ours = ({ dist }, folder, ...more) => ({
  program: process.execPath,
  args: [join(dist, "cli", "index.js"), "diff", "--base", "base", "--head", "head", "--quiet", "--fail-on", "never", ...more],
  folder,
});
/** Milliseconds of a command on the wall. */
export const time = async (command) => (await run(command)).wall;
/** A row of the table; `theirs` is null where the other tool is absent. */
export const row = (what, mine, theirs, goal) => ({ what, ours: spread(mine), theirs: theirs === null ? null : spread(theirs), ratio: theirs === null ? null : ratios(mine, theirs), goal });

/** Makes sure that ours really renders what is measured: a benchmark of a refusal would be a fast one. */
export function demandTargets(options, folder, rendered) {
  const { program, args } = ours(options, folder, "--format", "json");
  const report = JSON.parse(spawnSync(program, args, { cwd: folder, encoding: "utf8", maxBuffer: 1e9 }).stdout);
  const { targets } = report.summary;
  if (report.verdict === "no-verdict" || targets.rendered !== rendered || targets.unresolved !== 0) {
    throw new Error(`${folder}: ${rendered} targets should have been rendered: ${JSON.stringify({ verdict: report.verdict, targets, problems: report.problems.slice(0, 3) })}`);
  }
}
