// `npm run bench`: builds its corpora, runs ours against the real helm and kustomize, pair by pair, and prints the ratios.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cloneOf } from "./clones.mjs";
import { chartRepository } from "./corpus.mjs";
import { hundredCharts, manyUnchanged, oneChart, oneOverlay } from "./figures.mjs";
import { ratios, spread } from "./measure.mjs";
import { readOptions, usage } from "./options.mjs";
import { profile } from "./profile.mjs";
import { table } from "./table.mjs";
import { operators, tinyOverlays, vendoredCharts } from "./whole.mjs";

function machine({ helm, kustomize, rounds }) {
  const { model } = cpus()[0] ?? { model: "unknown" };
  const git = spawnSync("git", ["--version"], { encoding: "utf8" }).stdout.trim();
  const load = loadavg().map((average) => average.toFixed(1)).join(", ");
  return [
    `${availableParallelism()} processors (${model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}, ${git}`,
    `helm ${helm?.version ?? "is not there: ours alone"}; kustomize ${kustomize?.version ?? "is not there: ours alone"}`,
    `${rounds} pairs per figure; load of the machine over 1, 5 and 15 minutes at the start: ${load}`,
  ].join("\n");
}

/** The YAML figure, from a process of its own. */
function yaml(options, scratch) {
  const { folder } = chartRepository(join(scratch, "yaml"), 46, 0);
  const dist = (path) => join(options.dist, path);
  const args = [fileURLToPath(new URL("yaml.mjs", import.meta.url)), options.compiled, dist("renderer.wasm.br"), dist("worker/index.js"), folder, String(options.rounds)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const row = ({ ours, loadAll }, what) => ({ what: `5 MB of ${what}, read and walked, against js-yaml's loadAll`, ours: spread(ours), theirs: spread(loadAll), ratio: ratios(ours, loadAll), goal: 1.2 });
  const { mixed, workloads } = JSON.parse(stdout);
  return [row(mixed, "what 46 charts render"), row(workloads, "objects with pods only")];
}

async function measureAll(options, scratch) {
  const figures = { one: oneChart, many: manyUnchanged, hundred: hundredCharts, overlay: oneOverlay, yaml, vendored: vendoredCharts, operators, tiny: tinyOverlays };
  const rows = [];
  for (const [name, figure] of Object.entries(figures)) {
    if (!options.wants(name)) continue;
    process.stderr.write(`measuring ${name}\n`);
    rows.push(...(await figure(options, scratch)));
  }
  for (const clone of options.wants("clone") ? options.clones : []) {
    process.stderr.write(`measuring ${clone}\n`);
    if (options.helm !== null) rows.push(...(await cloneOf(options, clone, scratch)));
  }
  return rows;
}

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const scratch = mkdtempSync(join(tmpdir(), "seccomp-gate-bench-"));
try {
  console.log(`${machine(options)}\n`);
  const rows = await measureAll(options, scratch);
  if (rows.length > 0) console.log(table(rows));
  if (options.wants("profile")) console.log(`\nWhere the time of "1 of 46 charts" goes (medians; noting it costs a little itself):\n\n${await profile(options, scratch)}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
