// The limit on how long one job may keep a worker.

import type { Worker } from "node:worker_threads";
import { type CpuClock, startCpuClock } from "./cpu-clock.ts";

/** Watches one job until it is stopped. */
export interface Watch {
  /** The module has started to work: from here on the limit counts, before it only that of starting an instance. */
  begun(): void;
  stop(): void;
}

// Starting an instance takes well under a second of processor time and runs nothing of the repository's: this only ends a hang.
const START_LIMIT_MS = 120_000;
/** On a loaded machine a job may take this many times its processor time on the wall. */
const WALL_FACTOR = 4;

/** Calls `expired` once, when the worker has used up `limitMs` of processor time for its job, or four times as long on the wall. */
export function watchTime(worker: Worker, limitMs: number, expired: () => void): Watch {
  let clock: CpuClock = startCpuClock(worker);
  let limits = { spent: Infinity, wall: START_LIMIT_MS };
  const timer = setInterval(() => {
    if (clock.spent() < limits.spent && clock.wall() < limits.wall) return;
    clearInterval(timer);
    expired();
  }, Math.min(250, limitMs / 4));
  return {
    begun: () => {
      clock = startCpuClock(worker);
      limits = { spent: limitMs, wall: WALL_FACTOR * limitMs };
    },
    stop: () => clearInterval(timer),
  };
}
