// From the packed file to a compiled module, off the main thread wherever Node can.

import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { type WasmModule, wasm } from "./webassembly.ts";

/** Unpacks and compiles the renderer. How far its memory may grow is part of the module. Rejects when the file is missing or damaged. */
export async function loadModule(wasmPath: string): Promise<WasmModule> {
  try {
    return await wasm.compile(await promisify(brotliDecompress)(await readFile(wasmPath)));
  } catch (cause) {
    throw new Error(`the renderer cannot be loaded from ${wasmPath}: the installation is damaged`, { cause });
  }
}
