// From the packed file to a compiled module, off the main thread wherever Node can.

import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import { brotliDecompress, type BrotliOptions } from "node:zlib";
import { type WasmModule, wasm } from "./webassembly.ts";

// What V8 has to be told before it compiles. It optimises a function once it has run so much of it, and what a rendering or two run is not worth
// that: left alone it spends four times as long on optimising as on rendering. Hundreds of renderings still get optimised functions.
// The functions of our own module are checked when they are first called, and not all of them at once. v8/v8: src/flags/flag-definitions.h
const COMPILER_FLAGS = ["--wasm-tiering-budget=400000000", "--wasm-lazy-validation"];

const ROOM = 64 * 1024 * 1024; // bytes; in one piece, because putting many small ones together takes as long as unpacking them
const unpack = promisify<Uint8Array, BrotliOptions, Buffer>(brotliDecompress);

/** Unpacks and compiles the renderer. How far its memory may grow is part of the module. Rejects when the file is missing or damaged. */
export async function loadModule(wasmPath: string): Promise<WasmModule> {
  for (const flag of COMPILER_FLAGS) setFlagsFromString(flag);
  try {
    // Read at once: in small steps, between which other work gets its turn, it takes ten times as long.
    return await wasm.compile(await unpack(readFileSync(wasmPath), { chunkSize: ROOM }));
  } catch (cause) {
    throw new Error(`the renderer cannot be loaded from ${wasmPath}: the installation is damaged`, { cause });
  }
}
