// The figures that compare whole processes: ours against git and the real tools, on the same commits.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { demandTargets, ours, row, time } from "./calls.mjs";
import { chartRepository, git, gitEnvironment, overlayRepository } from "./corpus.mjs";
import { interleave, runAll } from "./measure.mjs";
import { wholeRepository } from "./whole.mjs";

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
  return wholeRepository(options, { folder, scratch, targets: charts, tool: options.helm, command: "template", what: "100 changed charts", most: 700, goal: 1.5 });
}
