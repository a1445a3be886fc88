// The system that the module sees: one argument, two variables, a stopped clock, repeatable chance, and nowhere to go. The module was
// initialised in it when it was built (scripts/initialise-renderer.mjs): what it was told then must be what it would be told now.
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md

import { errno } from "./errno.ts";
import type { GuestMemory } from "./guest-memory.ts";
import { seededBytes } from "./seeded-bytes.ts";
import type { ImportedFunction } from "./webassembly.ts";

/** The module ended itself: Go does so after a fatal error. */
export class ExitError extends Error {
  override readonly name = "ExitError";
  readonly code: number;
  constructor(code: number) {
    super(`the renderer ended itself with code ${code}`);
    this.code = code;
  }
}

/** Nanoseconds from some moment on; never less than before. */
export type Clock = () => bigint;

/** The imports beside the file system, and what they keep between calls. */
export interface System {
  readonly imports: Readonly<Record<string, ImportedFunction>>;
  /** Starts the random source anew and forgets what was printed: every request finds the same system. */
  reset(): void;
  /** What was printed on standard output and error since then; its first 64 KiB. */
  printed(): string;
}

// Go reads os.Args[0] before main (klog's package init), so there has to be one.
const ARGUMENTS = ["renderer"];
// The collector of Go is single-threaded here and falls behind on large inputs; the limit makes it try harder early.
const ENVIRONMENT = ["GOGC=200", "GOMEMLIMIT=200MiB"];
/** 2024-01-01T00:00:00Z. Any fixed instant does: base and head must not differ by the time of day. */
const WALL_CLOCK_NS = 1_704_067_200_000_000_000n;
/** What the monotonic clock shows when an instance is made. Before that was the module's initialisation. */
const INITIALISED_NS = 1_000_000_000n;
const TICK_NS = 1000n;
const MAX_PRINTED = 65_536;
const MAX_SLEEP_MS = 1000;

/** The monotonic clock of a new instance. */
export function runningClock(): Clock {
  const made = process.hrtime.bigint();
  return () => INITIALISED_NS + process.hrtime.bigint() - made;
}

/** The monotonic clock of the initialisation: time passes by being looked at, so that every build sees the same. */
export function countingClock(): Clock {
  let now = 0n;
  return () => {
    now += TICK_NS;
    if (now >= INITIALISED_NS) throw new RangeError("the initialisation takes longer than the clock of an instance allows for");
    return now;
  };
}

/** A new system over the memory of one instance. `monotonic` must move: Go's scheduler waits by it. */
export function createSystem(memory: GuestMemory, monotonic: Clock): System {
  const chance = seededBytes();
  const output = capture();
  const imports = {
    ...listImports(memory, "args", ARGUMENTS),
    ...listImports(memory, "environ", ENVIRONMENT),
    clock_time_get: (clock: number, _precision: bigint, out: number) => {
      memory.setUint64(out, clock === 0 ? WALL_CLOCK_NS : monotonic());
      return errno.success;
    },
    random_get: (pointer: number, length: number) => {
      chance.fill(memory.bytes().subarray(pointer, pointer + length));
      return errno.success;
    },
    fd_write: (descriptor: number, vectors: number, count: number, out: number) => {
      if (descriptor !== 1 && descriptor !== 2) return errno.badf;
      let total = 0;
      for (const { pointer, length } of memory.ranges(vectors, count)) {
        output.add(memory.bytes().subarray(pointer, pointer + length));
        total += length;
      }
      memory.setUint32(out, total);
      return errno.success;
    },
    poll_oneoff: (subscriptions: number, events: number, count: number, out: number) => poll(memory, monotonic, subscriptions, events, count, out),
    sched_yield: () => errno.success,
    proc_exit: (code: number): never => {
      throw new ExitError(code);
    },
  };
  return {
    imports,
    reset: () => {
      chance.restart();
      output.clear();
    },
    printed: output.text,
  };
}

/** `NAME_sizes_get` and `NAME_get` for a list of texts. */
function listImports(memory: GuestMemory, name: "args" | "environ", texts: readonly string[]): Record<string, ImportedFunction> {
  const encoded = texts.map((text) => Buffer.from(`${text}\0`, "utf8"));
  return {
    [`${name}_sizes_get`]: (count: number, size: number) => {
      memory.setUint32(count, encoded.length);
      memory.setUint32(size, encoded.reduce((sum, bytes) => sum + bytes.length, 0));
      return errno.success;
    },
    [`${name}_get`]: (pointers: number, buffer: number) => {
      let at = buffer;
      for (const [index, bytes] of encoded.entries()) {
        memory.setUint32(pointers + 4 * index, at);
        memory.bytes().set(bytes, at);
        at += bytes.length;
      }
      return errno.success;
    },
  };
}

const SUBSCRIPTION_BYTES = 48;
const EVENT_BYTES = 32;

/** Waits for the first of the clocks; every subscription is then answered, as files here are always ready. */
function poll(memory: GuestMemory, monotonic: Clock, subscriptions: number, events: number, count: number, out: number): number {
  const view = memory.view();
  let wait = Infinity;
  for (let index = 0; index < count; index += 1) {
    const from = subscriptions + index * SUBSCRIPTION_BYTES;
    const to = events + index * EVENT_BYTES;
    const kind = view.getUint8(from + 8);
    wait = Math.min(wait, kind === 0 ? sleepOf(view, monotonic, from) : 0);
    view.setBigUint64(to, view.getBigUint64(from, true), true);
    view.setUint16(to + 8, errno.success, true);
    view.setUint8(to + 10, kind);
  }
  if (wait > 0 && wait < Infinity) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(wait, MAX_SLEEP_MS));
  memory.setUint32(out, count);
  return errno.success;
}

/** Milliseconds until a clock subscription is due. */
function sleepOf(view: DataView, monotonic: Clock, subscription: number): number {
  const timeout = view.getBigUint64(subscription + 24, true);
  const absolute = (view.getUint16(subscription + 40, true) & 1) === 1;
  if (!absolute) return Number(timeout) / 1e6;
  const now = view.getUint32(subscription + 16, true) === 0 ? WALL_CLOCK_NS : monotonic();
  return Math.max(0, Number(timeout - now) / 1e6);
}

function capture(): { add(bytes: Uint8Array): void; clear(): void; text(): string } {
  let pieces: Buffer[] = [];
  let size = 0;
  return {
    add: (bytes) => {
      const piece = Buffer.from(bytes.subarray(0, MAX_PRINTED - size)); // a copy: the memory will be used again
      pieces.push(piece);
      size += piece.length;
    },
    clear: () => {
      pieces = [];
      size = 0;
    },
    text: () => Buffer.concat(pieces).toString("utf8"),
  };
}
