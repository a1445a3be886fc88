// `npm run parity -- PATH…`: renders everything in checkouts with ours and with the real helm and kustomize, and prints what differs.

import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { compareRun } from "./parity/compare-run.mjs";
import { loadOurs, openOurs } from "./parity/ours.mjs";
import { readOptions, usage } from "./parity/options.mjs";
import { openTools } from "./parity/real-tools.mjs";
import { details, summaryTable } from "./parity/report.mjs";
import { runsOf } from "./parity/runs.mjs";

const PARALLEL = 2;

/** Compares every run of one checkout; the results are in the order of the runs. */
async function compareCheckout(options, compiled, tools, scratch, path) {
  const checkout = { path: realpathSync(path), name: basename(path), tree: await compiled.folderTree(path) };
  const { runs, charts } = runsOf(compiled, checkout.tree, options);
  const ours = openOurs(compiled, options.dist, checkout.tree, charts);
  const results = [];
  const queue = runs.entries();
  const lane = async () => {
    for (const [index, run] of queue) {
      results[index] = await compareRun({ run, ours, tools, checkout, scratch });
      process.stderr.write(`${checkout.name}: ${index + 1} of ${runs.length}: ${run.id}\n`);
    }
  };
  try {
    await Promise.all(Array.from({ length: PARALLEL }, lane));
  } finally {
    await ours.close();
  }
  return results.flat().map((result) => ({ ...result, checkout: checkout.name }));
}

async function main(options) {
  const compiled = await loadOurs(options.compiled);
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "seccomp-gate-parity-")));
  try {
    const tools = openTools(options.tools, scratch, compiled.embeddedVersions.kubernetes);
    const results = [];
    for (const path of options.paths) results.push(...(await compareCheckout(options, compiled, tools, scratch, path)));
    console.log(`${summaryTable(results)}\n\n${details(results)}`);
    return results.some(({ outcome }) => outcome.alarming) ? 1 : 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const options = readOptions(process.argv.slice(2), process.env);
if (options.trouble !== null) console.error(`${options.trouble}\n\n${usage}`);
else if (options.help) console.log(usage);
process.exitCode = options.trouble !== null ? 2 : options.help ? 0 : await main(options);
