// The part of the WebAssembly JavaScript interface that is used here; Node has it, its types do not.
// https://webassembly.github.io/spec/js-api/

/** A compiled module. It can be sent to other threads, where it costs nothing to have again. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: "WebAssembly.Module";
}

/** What the renderer exports: renderer/protocol.md. */
export interface RendererExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  alloc(length: number): number;
  /** Pointer in the upper, length in the lower 32 bits, as a signed number. */
  run(): bigint;
}

/** A function that the module imports; what it is called with is up to the module. */
export type ImportedFunction = (...values: never[]) => number;

interface WasmInterface {
  compile(bytes: Uint8Array): Promise<WasmModule>;
  readonly Module: { imports(module: WasmModule): { readonly module: string; readonly name: string; readonly kind: string }[] };
  readonly Instance: new (
    module: WasmModule,
    imports: Readonly<Record<string, Readonly<Record<string, ImportedFunction>>>>,
  ) => { readonly exports: RendererExports };
}

declare const WebAssembly: WasmInterface;

export const wasm: WasmInterface = WebAssembly;
