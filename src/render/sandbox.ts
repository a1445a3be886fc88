// One instance of the renderer: a request goes in, an answer or the way it died comes out.

import { errno } from "./errno.ts";
import { fileSystemImports } from "./filesystem.ts";
import { guestMemory } from "./guest-memory.ts";
import type { Request } from "./protocol.ts";
import { createVolume, type Disk } from "./volume.ts";
import { createSystem, runningClock } from "./wasi.ts";
import { type ImportedFunction, type RendererExports, type WasmModule, wasm } from "./webassembly.ts";

/** How a request ended. After anything but an answer the instance must not be used again. */
export type Outcome =
  | { readonly kind: "answered"; /** parsed JSON, not yet checked */ readonly answer: unknown }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "out-of-stack" }
  | { readonly kind: "too-much-output"; /** bytes */ readonly size: number }
  | { readonly kind: "crashed"; /** what was thrown and what the module printed */ readonly detail: string };

/** A running instance. */
export interface Sandbox {
  run(request: Request, disk: Disk): Outcome;
  /** Size of its memory in bytes; it never shrinks. */
  memorySize(): number;
}

/** The module itself stops at 64 MiB of manifests, which JSON can write in several times as many. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const MAX_DETAIL = 1500;

/** A new instance. The module was initialised when it was built: renderer/protocol.md. */
export function openSandbox(module: WasmModule): Sandbox {
  // Imports and exports need each other; nothing is called before the instance exists.
  const instance: { exports: RendererExports | null } = { exports: null };
  const memory = guestMemory(() => instance.exports?.memory.buffer ?? new ArrayBuffer(0));
  const system = createSystem(memory, runningClock());
  const volume = createVolume();
  const { exports } = new wasm.Instance(module, importsOf(module, { ...system.imports, ...fileSystemImports(memory, volume) }));
  instance.exports = exports;
  return {
    memorySize: () => exports.memory.buffer.byteLength,
    run: (request, disk) => {
      system.reset();
      volume.mount(disk);
      try {
        const input = Buffer.from(JSON.stringify(request), "utf8");
        const pointer = exports.alloc(input.length) >>> 0;
        memory.bytes().set(input, pointer);
        const result = BigInt.asUintN(64, exports.run());
        const size = Number(result & 0xffff_ffffn);
        if (size > MAX_ANSWER_BYTES) return { kind: "too-much-output", size };
        return { kind: "answered", answer: JSON.parse(memory.text(Number(result >> 32n), size)) };
      } catch (thrown) {
        return wayOfDying(thrown, system.printed());
      }
    },
  };
}

/** Every import that the module names. What we do not have answers that it is not there: no sockets, no processes. */
function importsOf(module: WasmModule, known: Readonly<Record<string, ImportedFunction>>): Record<string, Record<string, ImportedFunction>> {
  const all: Record<string, Record<string, ImportedFunction>> = {};
  for (const { module: from, name, kind } of wasm.Module.imports(module)) {
    if (kind !== "function") throw new TypeError(`the renderer wants a ${kind} called ${from}.${name}`);
    const found = from === "wasi_snapshot_preview1" && Object.hasOwn(known, name) ? known[name] : undefined;
    (all[from] ??= {})[name] = found ?? ((): number => errno.nosys);
  }
  return all;
}

/** Tells apart what hostile input can bring about from what only a bug of ours can. Go says why before it exits. */
function wayOfDying(thrown: unknown, printed: string): Outcome {
  if (/out of memory|cannot allocate memory|memory limit/i.test(printed)) return { kind: "out-of-memory" };
  if (/stack overflow|stack exceeds/i.test(printed)) return { kind: "out-of-stack" };
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) return { kind: "out-of-stack" };
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { kind: "crashed", detail: `${said}\n${printed}`.trim().slice(0, MAX_DETAIL) };
}
