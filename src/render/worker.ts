// A worker thread: renders one request after another in a sandbox, and starts nothing else.

import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { BlobId } from "../core/tree.ts";
import { type ListedTree, openListing } from "./listing.ts";
import { type News, type Order, shared, type WorkerStart } from "./messages.ts";
import { openSandbox, type Sandbox } from "./sandbox.ts";
import { startTrace } from "./trace.ts";
import type { WasmModule } from "./webassembly.ts";

/** Go gives no memory back, so an instance that has grown this far is replaced. */
const MAX_KEPT_MEMORY = 300 * 1024 * 1024;

const { blobs, shared: memory }: WorkerStart = workerData;
const numbers = new Int32Array(memory);
const trees = new Map<number, ListedTree>();
let module: WasmModule | null = null;
let sandbox: Sandbox | null = null;

parentPort?.on("message", (order: Order) => {
  switch (order.kind) {
    case "module":
      module = order.module;
      sandbox = openSandbox(module); // at once: there is time while git is still being read
      return;
    case "tree":
      trees.set(order.tree, openListing(order.listing));
      return;
    case "forget":
      trees.delete(order.tree);
      return;
    case "render":
      render(order);
  }
});

function render(order: Extract<Order, { kind: "render" }>): void {
  const tree = trees.get(order.tree);
  if (tree === undefined) throw new Error(`tree ${order.tree} was not told`);
  if (module === null) throw new Error("the module was not sent");
  sandbox ??= openSandbox(module);
  const trace = startTrace();
  Atomics.add(numbers, shared.begun, 1);
  const outcome = sandbox.run(order.request, { tree, trace, content: (id) => order.blobs.get(id) ?? fetchBlob(id) });
  if (outcome.kind !== "answered" || sandbox.memorySize() > MAX_KEPT_MEMORY) sandbox = null;
  const news: News = { outcome, trace: trace.record() };
  parentPort?.postMessage(news);
}

/** Asks the main thread for a blob and sleeps until it has answered. */
function fetchBlob(id: BlobId): Uint8Array | null {
  let heard = Atomics.load(numbers, shared.answers);
  blobs.postMessage(id);
  for (;;) {
    const answer: { message: Uint8Array | null } | undefined = receiveMessageOnPort(blobs);
    if (answer !== undefined) return answer.message;
    Atomics.wait(numbers, shared.answers, heard);
    heard = Atomics.load(numbers, shared.answers);
  }
}
