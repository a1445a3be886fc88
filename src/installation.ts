// Where the program's own files are: the layout of `dist/`.

import { fileURLToPath } from "node:url";

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Paths of what the renderer is made of, beside the entry point's own folder. */
export const installation = { wasmPath: beside("../renderer.wasm.br"), workerPath: beside("../worker/index.js") };
