// Whole processes, from spawn to exit, in interleaved pairs: on a machine that others use, too, only ratios of neighbours mean something.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const POLL_MS = 5;

/** Peak of resident memory so far, in bytes, of a process and its children by process id; nothing where there is no /proc. */
function notePeaks(pid, peaks) {
  try {
    const [, peak] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    if (peak !== undefined) peaks.set(pid, Number(peak) * 1024);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    for (const child of children.split(" ").filter(Boolean)) notePeaks(Number(child), peaks);
  } catch {
    // The process has just ended, or the system has no /proc.
  }
}

/**
 * Runs a command to its end, its output thrown away. Answers with milliseconds on the wall and, when asked for, the sum of the peaks of
 * resident memory of the process and its children, in bytes. Throws when the exit code is not one of `allowed`.
 */
export function run({ program, args, folder, environment = process.env, allowed = [0] }, withMemory = false) {
  return new Promise((resolve, reject) => {
    const peaks = new Map();
    let complaint = "";
    const begun = performance.now();
    const child = spawn(program, args, { cwd: folder, env: environment, stdio: ["ignore", "ignore", "pipe"] });
    const timer = withMemory ? setInterval(() => notePeaks(child.pid, peaks), POLL_MS) : undefined;
    child.stderr.on("data", (chunk) => (complaint += chunk));
    child.on("error", reject);
    child.on("exit", () => clearInterval(timer));
    let wall = 0;
    child.on("exit", () => (wall = performance.now() - begun));
    child.on("close", (code) => {
      if (!allowed.includes(code)) return reject(new Error(`${program} ${args.join(" ")} ended with ${code}: ${complaint.trim().slice(0, 500)}`));
      resolve({ wall, memory: [...peaks.values()].reduce((sum, peak) => sum + peak, 0) });
    });
  });
}

/** Runs commands one after another; answers with their milliseconds together. */
export async function runAll(commands) {
  let wall = 0;
  for (const command of commands) wall += (await run(command)).wall;
  return wall;
}

/**
 * Measures every candidate once per round, in turns that begin with another one each round, after one round that does not count.
 * `candidates` are functions that answer with milliseconds. Answers with the milliseconds of each, by name, round by round.
 */
export async function interleave(rounds, candidates) {
  const names = Object.keys(candidates);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + Math.max(round, 0)) % names.length];
      const wall = await candidates[name]();
      if (round >= 0) times[name].push(wall);
    }
  }
  return times;
}

/** Smallest, median and largest of some numbers. */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { min: sorted[0], median, max: sorted.at(-1) };
}

/** Spread of the ratios of two series, pair by pair. */
export function ratios(ours, theirs) {
  return spread(ours.map((time, index) => time / theirs[index]));
}
