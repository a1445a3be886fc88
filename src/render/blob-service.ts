// Answers the blobs that a worker misses while it sleeps. The main thread reads them like any others and never blocks.

import type { MessagePort } from "node:worker_threads";
import type { BlobId } from "../core/tree.ts";
import { shared } from "./messages.ts";

/** Serves ids that arrive on `port`: bytes, or null for what `read` does not find. `read` must not reject. */
export function serveBlobs(port: MessagePort, numbers: Int32Array, read: (id: BlobId) => Promise<Uint8Array | null>): void {
  const answer = async (id: BlobId): Promise<void> => {
    port.postMessage(await read(id));
    Atomics.add(numbers, shared.answers, 1); // after the message: who wakes up finds it
    Atomics.notify(numbers, shared.answers);
  };
  port.on("message", (id: BlobId) => void answer(id));
  port.unref();
}
