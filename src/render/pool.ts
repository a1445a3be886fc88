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

/** A pool of up to `size` workers. `prepare` is called once, when the first worker is needed. */
export function openPool(size: number, prepare: () => Promise<LaneSetup>): Pool {
  const queue: Waiting[] = [];
  const idle: Lane[] = [];
  const lanes = new Set<Lane>();
  let setup: LaneSetup | null = null;
  let preparing: Promise<void> | null = null;
  let closed = false;

  const refuse = (reason: unknown): void => {
    for (const { reject } of queue.splice(0)) reject(reason);
  };
  const ready = async (): Promise<void> => {
    try {
      setup = await prepare();
      if (closed) return;
      idle.push(...startLane());
      dispatch();
    } catch (reason) {
      preparing = null;
      refuse(reason);
    }
  };
  const startLane = (): Lane[] => {
    if (setup === null || lanes.size >= size) return [];
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
    warm: () => void (preparing ??= ready()),
    run: (job) =>
      new Promise((settle, reject) => {
        if (closed) return reject(new Error("the renderer is closed"));
        queue.push({ job, settle, reject });
        preparing ??= ready();
        dispatch();
      }),
    close: async () => {
      closed = true;
      refuse(new Error("the renderer was closed before its work was done"));
      await Promise.all([...lanes].map((lane) => lane.close()));
    },
  };
}
