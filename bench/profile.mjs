// Where the time of one call goes: what begins and ends when, medians over several calls.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chartRepository } from "./corpus.mjs";
import { ours } from "./calls.mjs";
import { run, spread } from "./measure.mjs";

const preload = new URL("trace.mjs", import.meta.url).href;

/** The steps of one call, numbered where one is repeated, in milliseconds since the process was asked for. */
async function traceOnce(command, file) {
  rmSync(file, { force: true });
  const asked = performance.timeOrigin + performance.now();
  const { wall } = await run({ ...command, args: ["--import", preload, ...command.args], environment: { ...process.env, BENCH_TRACE: file } });
  const steps = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const seen = new Map();
  const numbered = steps.sort((a, b) => a.begin - b.begin).map(({ step, begin, end }) => {
    const nth = (seen.get(step) ?? 0) + 1;
    seen.set(step, nth);
    return { step: nth === 1 ? step : `${step}, ${nth}`, begin: begin - asked, end: end - asked };
  });
  return [...numbered, { step: "the process, from spawn to exit", begin: 0, end: wall }];
}

/** A table of the steps of the pull request that touches one of 46 charts, in the order in which they begin. */
export async function profile(options, scratch) {
  const { folder } = chartRepository(join(scratch, "profile"), 46, 1);
  const steps = new Map();
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { step, begin, end } of await traceOnce(ours(options, folder), join(scratch, "trace"))) {
      steps.set(step, [...(steps.get(step) ?? []), { begin, end }]);
    }
  }
  const median = (times, value) => spread(times.map(value)).median;
  const rows = [...steps].map(([step, times]) => ({ step, begin: median(times, ({ begin }) => begin), took: median(times, ({ begin, end }) => end - begin) }));
  const lines = rows.sort((a, b) => a.begin - b.begin).map(({ step, begin, took }) => `| ${begin.toFixed(0)} | ${took.toFixed(0)} | ${step} |`);
  return ["| begins, ms | takes, ms | step |", "|---:|---:|---|", ...lines].join("\n");
}
