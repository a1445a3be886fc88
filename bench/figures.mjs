// The figures that compare whole processes: ours against git and the real tools, on the same commits.

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { chartRepository, git, gitEnvironment, overlayRepository } from "./corpus.mjs";
import { interleave, ratios, run, runAll, spread } from "./measure.mjs";

/** One call of ours on the two commits of a repository. */
export const ours = ({ dist }, folder, ...more) => ({
  program: process.execPath,
  args: [join(dist, "cli", "index.js"), "diff", "--base", "base", "--head", "head", "--quiet", "--fail-on", "never", ...more],
  folder,
});
const time = async (command) => (await run(command)).wall;
const row = (what, mine, theirs, goal) => ({ what, ours: spread(mine), theirs: theirs === null ? null : spread(theirs), ratio: theirs === null ? null : ratios(mine, theirs), goal });

/** Makes sure that ours really renders what is measured: a benchmark of a refusal would be a fast one. */
function demandTargets(options, folder, rendered) {
  const { program, args } = ours(options, folder, "--format", "json");
  const report = JSON.parse(spawnSync(program, args, { cwd: folder, encoding: "utf8", maxBuffer: 1e9 }).stdout);
  const { targets } = report.summary;
  if (report.verdict === "no-verdict" || targets.rendered !== rendered || targets.unresolved !== 0) {
    throw new Error(`${folder}: ${rendered} targets should have been rendered: ${JSON.stringify({ verdict: report.verdict, targets, problems: report.problems.slice(0, 3) })}`);
  }
}

const template = ({ helm }, folder, chart) => ({ program: helm.program, args: ["template", chart], folder });
const build = ({ kustomize }, folder, overlay) => ({ program: kustomize.program, args: ["build", overlay], folder });

/** Milliseconds of `git worktree add` for both sides and of the commands in them. The work trees are removed afterwards, unmeasured. */
async function withWorktrees(repository, scratch, commandsIn) {
  const sides = ["base", "head"].map((side) => ({ side, path: join(scratch, `worktree-${side}`) }));
  let wall = 0;
  try {
    for (const { side, path } of sides) {
      wall += await time({ program: "git", args: ["worktree", "add", "--quiet", "--detach", path, side], folder: repository, environment: gitEnvironment });
    }
    for (const { path } of sides) wall += await runAll(commandsIn(path));
    return wall;
  } finally {
    for (const { path } of sides) rmSync(path, { recursive: true, force: true });
    git(repository, "worktree", "prune");
  }
}

/** Both ways in which the real tool would be run by hand on the two sides: with work trees that have to be made, and with ones that are there. */
async function againstTool(options, { folder, scratch, what, commandsIn, present, goals, more = [] }) {
  const standing = ["base", "head"].map((side) => {
    const path = join(scratch, `standing-${side}`);
    git(folder, "worktree", "add", "--quiet", "--detach", path, side);
    return path;
  });
  const candidates = { ours: () => time(ours(options, folder, ...more)) };
  if (present) {
    candidates.worktrees = () => withWorktrees(folder, scratch, commandsIn);
    candidates.alone = () => runAll(standing.flatMap(commandsIn));
  }
  const times = await interleave(options.rounds, candidates);
  for (const path of standing) git(folder, "worktree", "remove", "--force", path);
  return [
    row(`${what}, against two \`git worktree add\` and the tool on both sides`, times.ours, times.worktrees ?? null, goals.worktrees),
    row(`${what}, against the tool alone on both sides`, times.ours, times.alone ?? null, goals.alone),
  ];
}

/** A pull request that touches one of 46 charts. */
export async function oneChart(options, scratch) {
  const { folder, charts } = chartRepository(join(scratch, "one"), 46, 1);
  demandTargets(options, folder, 1);
  const commandsIn = (path) => charts.map((chart) => template(options, path, chart));
  return againstTool(options, { folder, scratch, what: "1 of 46 charts", commandsIn, present: options.helm !== null, goals: { worktrees: 2, alone: 3 } });
}

/** A pull request that touches the base of two overlays, of 40. */
export async function oneOverlay(options, scratch) {
  const { folder, overlays } = overlayRepository(join(scratch, "overlay"), 20);
  demandTargets(options, folder, overlays.length);
  const commandsIn = (path) => overlays.map((overlay) => build(options, path, overlay));
  return againstTool(options, { folder, scratch, what: "2 of 40 overlays", commandsIn, present: options.kustomize !== null, goals: { worktrees: null, alone: null } });
}

/** Ten times the number of charts that did not change. */
export async function manyUnchanged(options, scratch) {
  const few = chartRepository(join(scratch, "few"), 46, 1);
  const many = chartRepository(join(scratch, "many"), 460, 1);
  demandTargets(options, many.folder, 1);
  const times = await interleave(options.rounds, { few: () => time(ours(options, few.folder)), many: () => time(ours(options, many.folder)) });
  return [row("1 of 460 charts, against 1 of 46 (both ours)", times.many, times.few, 1.3)];
}

/** A hundred changed charts, two workers, and their peak of memory. */
export async function hundredCharts(options, scratch) {
  const { folder, charts } = chartRepository(join(scratch, "hundred"), 100, 100);
  demandTargets(options, folder, 100);
  return changedCharts(options, { folder, charts, scratch, what: "100 changed charts, 2 workers", goal: 1.5 });
}

/** Many changed charts of a repository against one `helm template` after another on both sides. */
export async function changedCharts(options, { folder, charts, scratch, what, goal }) {
  const sides = ["base", "head"].map((side) => join(scratch, `${side}-of-many`));
  for (const [index, side] of ["base", "head"].entries()) git(folder, "worktree", "add", "--quiet", "--detach", sides[index], side);
  let peak = 0;
  const mine = async () => {
    const { wall, memory } = await run(ours(options, folder, "--jobs", "2"), true);
    peak = Math.max(peak, memory);
    return wall;
  };
  const loop = () => runAll(sides.flatMap((path) => charts.map((chart) => template(options, path, chart))));
  const rounds = Math.max(3, options.rounds >> 1);
  const times = await interleave(rounds, options.helm === null ? { ours: mine } : { ours: mine, loop });
  for (const path of sides) git(folder, "worktree", "remove", "--force", path);
  const memory = peak === 0 ? "memory not measured: no /proc" : `peak ${(peak / 1e6).toFixed(0)} MB, goal under 700 MB`;
  return [row(`${what} (${memory})`, times.ours, times.loop ?? null, goal)];
}
