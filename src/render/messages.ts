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
  /** One number that the main thread changes after each answer on `blobs`; the worker sleeps on it. */
  readonly bell: SharedArrayBuffer;
}

/** To a worker. Trees are numbered, and told once each before they are first needed. */
export type Order =
  /** Comes first, as soon as it is compiled. */
  | { readonly kind: "module"; readonly module: WasmModule }
  | { readonly kind: "tree"; readonly tree: number; readonly listing: Listing }
  | { readonly kind: "forget"; readonly tree: number }
  | { readonly kind: "render"; readonly tree: number; readonly request: Request; readonly blobs: ReadonlyMap<BlobId, Uint8Array> };

/** From a worker. Per `render` one `begun`, when the module starts to work, and one `done`. */
export type News =
  | { readonly kind: "begun" }
  | { readonly kind: "done"; readonly outcome: Outcome; readonly trace: TraceRecord };
