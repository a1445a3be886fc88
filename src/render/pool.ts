// Jobs in order, to whichever worker is free.

import { type Done, type Job, type Lane, type LaneSetup, openLane } from "./lane.ts";

/** A pool of worker threads that starts them as they are needed. */
export interface Pool {
  /** Starts one worker ahead of the first job. */
  warm(): void;
  /** Rejects when the renderer cannot be loaded, the tree cannot be read, or the pool is closed. */
  run(job: Job): Promise<Done>;
  close(): Promise<void>;
}

interface Waiting {
  readonly job: Job;
  readonly settle: (done: Done) => void;
  readonly reject: (reason: unknown) => void;
}

// Another worker takes as long to start as two small targets take to render; for less work than that it only takes the processor from the first.
const WORTH_A_WORKER = 250_000;
const EVERY_JOB = 100_000; // a small target, in bytes that a large one has

/** A pool of up to `size` workers. `prepare` is called once, when the first worker is needed. */
export function openPool(size: number, prepare: () => LaneSetup): Pool {
  const queue: Waiting[] = [];
  const idle: Lane[] = [];
  const lanes = new Set<Lane>();
  let setup: LaneSetup | null = null;
  let closed = false;

  const isWorthAnother = (): boolean => lanes.size === 0 || queue.reduce((sum, { job }) => sum + EVERY_JOB + job.size, 0) > WORTH_A_WORKER;
  const startLane = (): Lane[] => {
    if (lanes.size >= size || !isWorthAnother()) return [];
    setup ??= prepare();
    const lane = openLane(setup);
    lanes.add(lane);
    return [lane];
  };
  const freeLane = (): Lane | undefined => {
    for (const lane of lanes) if (lane.ended()) lanes.delete(lane);
    for (let lane = idle.pop(); lane !== undefined; lane = idle.pop()) if (!lane.ended()) return lane;
    return startLane()[0];
  };
  const dispatch = (): void => {
    while (queue.length > 0) {
      const lane = freeLane();
      const next = lane === undefined ? undefined : queue.shift();
      if (lane === undefined || next === undefined) return;
      void serve(lane, next);
    }
  };
  const serve = async (lane: Lane, { job, settle, reject }: Waiting): Promise<void> => {
    const ahead = queue[0]?.job;
    try {
      const done = lane.run(job);
      // Read what comes next while this one renders. Whether that works is seen when it is really wanted.
      if (ahead !== undefined) setup?.cache.read(ahead.tree, ahead.predicted).catch(() => undefined);
      settle(await done);
    } catch (reason) {
      reject(reason);
    }
    idle.push(lane);
    dispatch();
  };
  return {
    warm: () => {
      if (lanes.size === 0 && !closed) idle.push(...startLane());
    },
    run: (job) =>
      new Promise((settle, reject) => {
        if (closed) return reject(new Error("the renderer is closed"));
        queue.push({ job, settle, reject });
        dispatch();
      }),
    close: async () => {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new Error("the renderer was closed before its work was done"));
      await Promise.all([...lanes].map((lane) => lane.close()));
    },
  };
}
