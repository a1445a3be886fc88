// Public repositories: the charts that render as they are, each touched in its values.

import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { commit, git } from "./corpus.mjs";
import { wholeRepository } from "./whole.mjs";

const AT_MOST = 46;

const renders = ({ helm }, folder, chart) => spawnSync(helm.program, ["template", chart], { cwd: folder, stdio: "ignore" }).status === 0;

/** Copies a clone and commits a change of the values of every chart that the real helm renders without its dependencies' repositories. */
function touchCharts(options, clone, folder) {
  git(".", "clone", "--quiet", "--no-hardlinks", clone, folder);
  git(folder, "tag", "--force", "base");
  const files = git(folder, "ls-files", "-z", "*Chart.yaml").split("\0").filter((file) => basename(file) === "Chart.yaml");
  const folders = files.map((file) => dirname(file)).sort();
  const outermost = folders.filter((chart) => chart !== "." && !folders.some((other) => chart.startsWith(`${other}/`)));
  const charts = outermost.filter((chart) => existsSync(join(folder, chart, "values.yaml")) && renders(options, folder, chart)).slice(0, AT_MOST);
  for (const chart of charts) appendFileSync(join(folder, chart, "values.yaml"), "\n# touched by the benchmark\n");
  commit(folder, "head");
  return charts;
}

/** A public repository, all its charts changed. */
export async function cloneOf(options, clone, scratch) {
  const name = basename(clone) === "repo" ? basename(dirname(clone)) : basename(clone);
  const folder = join(scratch, `clone-${name}`);
  const charts = touchCharts(options, clone, folder);
  if (charts.length === 0) return [];
  return wholeRepository(options, { folder, scratch: `${folder}-sides`, targets: charts, tool: options.helm, command: "template", what: `${name}: ${charts.length} changed charts`, most: 700, goal: null });
}
