// How much processor time a worker has used, as well as this version of Node can tell.

import { performance } from "node:perf_hooks";
import type { Worker } from "node:worker_threads";

/** Measures from when it was started. */
export interface CpuClock {
  /** Milliseconds on the wall. */
  wall(): number;
  /** Milliseconds of processor time, as far as known; never more than on the wall. */
  spent(): number;
}

type Usage = { readonly user: number; readonly system: number };
type MeasuredWorker = Worker & { cpuUsage(): Promise<Usage> };

/**
 * A clock for a worker that begins to work. A loaded machine must not end an honest rendering, so its own processor time is asked for where
 * Node tells it (https://nodejs.org/api/worker_threads.html#workercpuusageprev); elsewhere the whole process stands for it, which is an upper bound.
 */
export function startCpuClock(worker: Worker): CpuClock {
  const begun = performance.now();
  const wall = (): number => performance.now() - begun;
  const spent = tellsUsage(worker) ? workerTime(worker) : processTime();
  return { wall, spent: () => Math.min(wall(), spent()) };
}

function tellsUsage(worker: Worker): worker is MeasuredWorker {
  return "cpuUsage" in worker && typeof worker.cpuUsage === "function";
}

function processTime(): () => number {
  const before = process.cpuUsage();
  return () => milliseconds(process.cpuUsage(before));
}

function workerTime(worker: MeasuredWorker): () => number {
  let before: number | null = null;
  let latest = 0;
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      latest = milliseconds(await worker.cpuUsage());
      before ??= latest;
      asking = false;
    } catch {
      // The worker is gone: there is nothing left to measure, nor to stop.
    }
  };
  void ask();
  return () => {
    void ask(); // the answer is for the next time
    return before === null ? 0 : latest - before;
  };
}

function milliseconds({ user, system }: Usage): number {
  return (user + system) / 1000;
}
