// Answers the blobs that a worker misses while it sleeps. The main thread reads them like any others and never blocks.

import type { MessagePort } from "node:worker_threads";
import type { BlobId } from "../core/tree.ts";

/** Serves ids that arrive on `port`: bytes, or null for what `read` does not find. `read` must not reject. */
export function serveBlobs(port: MessagePort, bell: SharedArrayBuffer, read: (id: BlobId) => Promise<Uint8Array | null>): void {
  const rings = new Int32Array(bell);
  const answer = async (id: BlobId): Promise<void> => {
    port.postMessage(await read(id));
    Atomics.add(rings, 0, 1); // after the message: who wakes up finds it
    Atomics.notify(rings, 0);
  };
  port.on("message", (id: BlobId) => void answer(id));
  port.unref();
}
