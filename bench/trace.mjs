// Loaded before ours with `--import`, in the main thread and in every worker: notes when the steps that cost time begin and end.
// One line of JSON per step in the file that BENCH_TRACE names; times are milliseconds of the epoch.

import childProcess from "node:child_process";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";
import zlib from "node:zlib";

const now = () => performance.timeOrigin + performance.now();
const note = (step, begin, end) => appendFileSync(process.env.BENCH_TRACE, `${JSON.stringify({ step, begin, end })}\n`);

function noted(step, work) {
  const begin = now();
  const result = work();
  note(step, begin, now());
  return result;
}

/** The command among git's arguments, behind the settings that stand before it. */
function gitCommand(args) {
  const rest = args.slice();
  while (rest[0]?.startsWith("-")) rest.splice(0, ["-C", "-c"].includes(rest[0]) ? 2 : 1);
  return rest.length === 0 ? args.at(-1) : rest.slice(0, 2).join(" ");
}

function traceMain() {
  const { spawn } = childProcess;
  childProcess.spawn = (program, args, settings) => {
    const begin = now();
    const child = spawn(program, args, settings);
    note("main: starting a git process (blocks)", begin, now());
    child.on("close", () => note(`git ${gitCommand(args)}`, begin, now()));
    return child;
  };
  const { brotliDecompress } = zlib;
  zlib.brotliDecompress = (...given) => {
    const done = given.pop();
    const begin = now();
    brotliDecompress(...given, (...answer) => {
      note("unpack (thread pool)", begin, now());
      done(...answer);
    });
  };
  const { compile } = WebAssembly;
  WebAssembly.compile = async (bytes) => {
    const begin = now();
    const module = await compile(bytes);
    note("compile (V8's threads)", begin, now());
    return module;
  };
  threads.Worker = class extends threads.Worker {
    constructor(...given) {
      const begin = now();
      super(...given);
      this.once("online", () => note("worker: the thread starts", begin, now()));
    }
  };
  syncBuiltinESMExports();
  note("node's start", now() - performance.now(), now());
  process.on("exit", () => note("all, until exit", performance.timeOrigin, now()));
}

function traceWorker() {
  let renders = 0;
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(Instance, given) {
      const { exports } = noted("worker: instantiate", () => new Instance(...given));
      const run = () => noted(renders++ === 0 ? "worker: first render" : "worker: second render", exports.run);
      return { exports: { ...exports, run } };
    },
  });
}

if (threads.isMainThread) traceMain();
else traceWorker();
