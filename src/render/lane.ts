// One worker thread seen from the main thread: one job at a time, and a limit that really ends it.

import { MessageChannel, Worker } from "node:worker_threads";
import type { BlobId, Tree } from "../core/tree.ts";
import type { BlobCache } from "./blob-cache.ts";
import { serveBlobs } from "./blob-service.ts";
import { type News, type Order, shared, SHARED_NUMBERS, type WorkerStart } from "./messages.ts";
import type { Request } from "./protocol.ts";
import type { Death } from "./sandbox-trouble.ts";
import { toldTrees } from "./told-trees.ts";
import { type Watch, watchTime } from "./time-limit.ts";
import type { TraceRecord } from "./trace.ts";
import type { WasmModule } from "./webassembly.ts";

/** One thing to render. */
export interface Job {
  readonly tree: Tree;
  readonly request: Request;
  /** Blobs that will probably be read. */
  readonly predicted: readonly BlobId[];
  /** Bytes of these blobs. */
  readonly size: number;
}

/** What came of a job. The trace is empty when the thread had to be ended. */
export interface Done {
  readonly outcome: { readonly kind: "answered"; readonly answer: unknown } | Death;
  readonly trace: TraceRecord;
}

/** What all lanes share. */
export interface LaneSetup {
  /** A thread starts while this is still being compiled. */
  readonly module: Promise<WasmModule>;
  readonly workerPath: string;
  readonly cache: BlobCache;
  /** Processor time per job. */
  readonly timeLimitMs: number;
}

/** A worker that takes one job at a time. */
export interface Lane {
  /** Rejects when the renderer cannot be loaded or the tree cannot be read, which is no fault of what it holds. */
  run(job: Job): Promise<Done>;
  /** True once its thread has ended: it takes no further job. */
  ended(): boolean;
  close(): Promise<void>;
}

interface Running {
  readonly tree: Tree;
  readonly watch: Watch;
  readonly settle: (done: Done) => void;
  readonly reject: (reason: unknown) => void;
  /** Why the tree could not be read; the job is over only when its worker says so. */
  failure: { readonly reason: unknown } | null;
}

const NO_TRACE: TraceRecord = { opened: [], listed: [], missed: [], incidents: [] };

/** Starts a worker thread. */
export function openLane({ module, workerPath, cache, timeLimitMs }: LaneSetup): Lane {
  const { port1: blobs, port2: theirs } = new MessageChannel();
  const numbers = new Int32Array(new SharedArrayBuffer(SHARED_NUMBERS * Int32Array.BYTES_PER_ELEMENT));
  const start: WorkerStart = { blobs: theirs, shared: numbers.buffer };
  const worker = new Worker(workerPath, { workerData: start, transferList: [theirs] });
  const order = (what: Order): void => worker.postMessage(what);
  const ready = module.then((compiled) => order({ kind: "module", module: compiled }));
  ready.catch(() => undefined); // who has work for it is told
  const trees = toldTrees(order);
  let running: Running | null = null;
  let death: Death | null = null;
  let closed: Error | null = null;

  const finish = (done: Done): void => {
    const job = running;
    running = null;
    worker.unref(); // an idle worker keeps nobody waiting
    job?.watch.stop();
    if (job?.failure) job.reject(job.failure.reason);
    else job?.settle(done);
  };
  const end = (outcome: Death): void => {
    death ??= outcome;
    blobs.close();
    void worker.terminate();
    finish({ outcome, trace: NO_TRACE });
  };
  const readMissed = async (id: BlobId): Promise<Uint8Array | null> => {
    const job = running;
    if (job === null) return null;
    try {
      return (await cache.read(job.tree, [id])).get(id) ?? null;
    } catch (reason) {
      job.failure = { reason };
      return null;
    }
  };
  worker.unref();
  worker.on("message", (news: News) => finish(news));
  worker.on("error", (error) => end(deathOf(error)));
  worker.on("exit", (code) => end({ kind: "worker-died", detail: `it ended with code ${code}` }));
  serveBlobs(blobs, numbers, readMissed);

  return {
    ended: () => death !== null || closed !== null,
    run: async ({ tree, request, predicted }) => {
      const [found] = await Promise.all([cache.read(tree, predicted), ready]);
      if (closed !== null) throw closed;
      if (death !== null) return { outcome: death, trace: NO_TRACE };
      return new Promise<Done>((settle, reject) => {
        const before = Atomics.load(numbers, shared.begun);
        const hasBegun = (): boolean => Atomics.load(numbers, shared.begun) > before;
        const watch = watchTime(worker, timeLimitMs, hasBegun, () => end({ kind: "out-of-time", seconds: timeLimitMs / 1000 }));
        running = { tree, watch, settle, reject, failure: null };
        worker.ref();
        order({ kind: "render", tree: trees.tell(tree), request, blobs: found });
      });
    },
    close: async () => {
      closed = new Error("the renderer was closed before its work was done");
      if (running !== null) running.failure = { reason: closed };
      blobs.close();
      await worker.terminate();
    },
  };
}

/** The thread's own heap is small work beside the module's memory: when it is full, the answer was too large. */
function deathOf(error: Error): Death {
  const code = "code" in error ? error.code : undefined;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return { kind: "out-of-memory" };
  return { kind: "worker-died", detail: error.stack ?? error.message };
}
