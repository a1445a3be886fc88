// What the main thread and its workers say to each other.

import type { MessagePort } from "node:worker_threads";
import type { BlobId } from "../core/tree.ts";
import type { Listing } from "./listing.ts";
import type { Request } from "./protocol.ts";
import type { Outcome } from "./sandbox.ts";
import type { TraceRecord } from "./trace.ts";
import type { WasmModule } from "./webassembly.ts";

/** `workerData`. */
export interface WorkerStart {
  /** For blobs that were not predicted: an id goes out, bytes or null come back. */
  readonly blobs: MessagePort;
  /** `SHARED_NUMBERS` of them, 32 bits each. */
  readonly shared: SharedArrayBuffer;
}

/** To a worker. Trees are numbered, and told once each before they are first needed. */
export type Order =
  /** Comes first, as soon as it is compiled. */
  | { readonly kind: "module"; readonly module: WasmModule }
  | { readonly kind: "tree"; readonly tree: number; readonly listing: Listing }
  | { readonly kind: "forget"; readonly tree: number }
  | { readonly kind: "render"; readonly tree: number; readonly request: Request; readonly blobs: ReadonlyMap<BlobId, Uint8Array> };

/** From a worker, one per `render`. */
export interface News {
  readonly outcome: Outcome;
  readonly trace: TraceRecord;
}

/** Which of the shared numbers is which. */
export const shared = {
  /** Changed by the main thread after each answer on `blobs`; the worker sleeps on it. */
  answers: 0,
  /** How many times the module has begun to work; a message for it would take longer than many a job has time for. */
  begun: 1,
} as const;
export const SHARED_NUMBERS = 2;
