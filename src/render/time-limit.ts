// The limit on how long one job may keep a worker.

import { performance } from "node:perf_hooks";
import type { Worker } from "node:worker_threads";
import { type CpuClock, startCpuClock } from "./cpu-clock.ts";

/** Watches one job until it is stopped. */
export interface Watch {
  stop(): void;
}

// Starting an instance takes well under a second of processor time and runs nothing of the repository's: this only ends a hang.
const START_LIMIT_MS = 120_000;
/** On a loaded machine a job may take this many times its processor time on the wall. */
const WALL_FACTOR = 4;
const MAX_TICK_MS = 250;

/**
 * Calls `expired` once, when the worker has used up `limitMs` of processor time for its job, or four times as long on the wall. The time counts
 * from the first look that finds the module at work (`hasBegun`), a tick late at most: most jobs are done before, and asking for
 * processor time takes as long as a tenth of a small one. Before that, the limit is that of starting an instance.
 */
export function watchTime(worker: Worker, limitMs: number, hasBegun: () => boolean, expired: () => void): Watch {
  const ordered = performance.now();
  let clock: CpuClock | null = null;
  const isOver = (): boolean => {
    if (clock !== null) return clock.spent() >= limitMs || clock.wall() >= WALL_FACTOR * limitMs;
    if (hasBegun()) clock = startCpuClock(worker);
    return performance.now() - ordered >= START_LIMIT_MS;
  };
  const timer = setInterval(() => {
    if (!isOver()) return;
    clearInterval(timer);
    expired();
  }, Math.min(MAX_TICK_MS, limitMs / 4));
  return { stop: () => clearInterval(timer) };
}
