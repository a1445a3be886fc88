// Initialises the renderer when it is built, so that no run has to: `_initialize` is called once, in the system that every instance finds
// (src/render/wasi.ts), and what it leaves in memory and globals becomes what the module begins with. That is all the state there is: Go's
// stacks lie in memory, and WebAssembly's own is empty when the call has returned. The same bytes come of it on every machine, because
// nothing in that system differs, and nothing beside it may be asked.
//
// The idea is that of Wizer (https://github.com/bytecodealliance/wizer), which knows more kinds of modules than the one that Go writes.

import { fileSystemImports } from "../.tsbuild/src/render/filesystem.js";
import { guestMemory } from "../.tsbuild/src/render/guest-memory.js";
import { createVolume } from "../.tsbuild/src/render/volume.js";
import { countingClock, createSystem } from "../.tsbuild/src/render/wasi.js";
import { readUnsigned, section, sectionOf, signed, unsigned, withSections } from "./wasm-sections.mjs";

const START = "_initialize";
const PAGE = 65_536;
const WORD = 8;

/** So many zero bytes in memory end a data segment: about as many as beginning another one takes. */
const GAP = 64;

/**
 * What may be called: imports whose answer is the same in every instance, and that leave nothing behind outside of the module; chance is started
 * anew for every request. What is printed, and an end, are there to be told.
 */
const CALLABLE = new Set([
  "args_get", "args_sizes_get", "environ_get", "environ_sizes_get", "clock_time_get", "random_get",
  "fd_fdstat_get", "fd_fdstat_set_flags", "fd_prestat_get", "fd_prestat_dir_name", "fd_write", "proc_exit",
]);

const types = new Map([[0x7f, { name: "i32", constant: 0x41 }], [0x7e, { name: "i64", constant: 0x42 }]]);
const kinds = { function: 0, table: 1, memory: 2, global: 3 };
const END = 0x0b;

/** The module after its start, without the export `_initialize`. Throws, with the reason, for what is not a module as Go writes it. */
export function initialise(wasm) {
  refuseOthers(wasm);
  const globals = globalsOf(wasm);
  const left = stateOf(started(exposing(wasm, globals)), globals);
  const after = withSections(wasm, new Map([
    [section.memory, memorySection(wasm, left.memory.length / PAGE)],
    [section.global, globalSection(globals, left.globals)],
    [section.export, exportSection(exportsOf(wasm).filter(({ name }) => name !== START))],
    [section.data, dataSection(left.memory)],
  ]));
  const begins = stateOf(instanceOf(exposing(after, globals), () => undefined), globals);
  if (!left.memory.equals(begins.memory) || left.globals.some((value, index) => value !== begins.globals[index])) {
    throw new Error("the initialised module does not begin where the initialisation ended: this is a bug of scripts/initialise-renderer.mjs");
  }
  return after;
}

/** Throws for whatever has a state, or a start, that would not be written down. */
function refuseOthers(wasm) {
  const refuse = (what) => {
    throw new Error(`the module ${what}, which cannot be initialised ahead: Go has not written that before`);
  };
  if (sectionOf(wasm, section.start) !== undefined) refuse("has a start section");
  if (sectionOf(wasm, section.dataCount) !== undefined) refuse("may copy from its data segments while it runs");
  if (sectionOf(wasm, section.memory)?.[0] !== 1) refuse("has not one memory of its own");
  if (sectionOf(wasm, section.table)?.[0] !== 1) refuse("has not one table");
  const [segments, at] = readUnsigned(sectionOf(wasm, section.element) ?? [0], 0);
  if (segments !== 1 || sectionOf(wasm, section.element)[at] !== 0) refuse("does not fill its table with one segment when it begins");
  for (const { module, name, kind } of WebAssembly.Module.imports(new WebAssembly.Module(wasm))) {
    if (kind !== "function") refuse(`imports a ${kind}, ${module}.${name}`);
  }
  if (!exportsOf(wasm).some(({ name, kind }) => name === START && kind === kinds.function)) refuse(`does not export ${START}`);
}

/** Type and mutability of each global. */
function globalsOf(wasm) {
  const bytes = sectionOf(wasm, section.global);
  let [count, at] = readUnsigned(bytes, 0);
  return Array.from({ length: count }, (_, index) => {
    const [type, mutable, constant] = bytes.subarray(at, at + 3);
    if (types.get(type)?.constant !== constant) throw new Error(`global ${index} is not an i32 or i64 that begins with a constant, as Go's are`);
    [, at] = readUnsigned(bytes, at + 3); // signed numbers are as long
    if (bytes[at++] !== END) throw new Error(`global ${index} begins with more than a constant`);
    return { type, mutable };
  });
}

function exportsOf(wasm) {
  const bytes = sectionOf(wasm, section.export);
  let [count, at] = readUnsigned(bytes, 0);
  return Array.from({ length: count }, () => {
    const [length, start] = readUnsigned(bytes, at);
    const name = bytes.toString("utf8", start, start + length);
    const kind = bytes[start + length];
    const [index, next] = readUnsigned(bytes, start + length + 1);
    at = next;
    return { name, kind, index };
  });
}

const nameOfGlobal = (index) => `global ${index}`;
const TABLE = "table 0";
const MEMORY = "memory 0";

/** The module with all of its state exported. */
function exposing(wasm, globals) {
  const state = [
    { name: TABLE, kind: kinds.table, index: 0 },
    { name: MEMORY, kind: kinds.memory, index: 0 },
    ...globals.map((_, index) => ({ name: nameOfGlobal(index), kind: kinds.global, index })),
  ];
  return withSections(wasm, new Map([[section.export, exportSection([...exportsOf(wasm), ...state])]]));
}

/** An instance that has been started. */
function started(wasm) {
  const memory = guestMemory(() => instance.exports[MEMORY].buffer);
  const system = createSystem(memory, countingClock());
  const host = { ...system.imports, ...fileSystemImports(memory, createVolume()) };
  const instance = instanceOf(wasm, (name) => (CALLABLE.has(name) ? host[name] : undefined));
  const table = functionsIn(instance);
  try {
    instance.exports[START]();
  } catch (cause) {
    throw new Error(`the module does not start: ${cause.message} ${system.printed()}`.trim(), { cause });
  }
  if (system.printed() !== "") throw new Error(`the module prints while it starts: ${system.printed()}`);
  if (functionsIn(instance).some((one, index) => one !== table[index])) throw new Error("the module changes its table while it starts, which is not written down");
  return instance;
}

/** An instance whose calls are answered by what `host` has under a name; a call of anything else throws. */
function instanceOf(wasm, host) {
  const module = new WebAssembly.Module(wasm);
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const refused = () => {
      throw new Error(`it calls ${from}.${name}, of which nobody has said that its answer is always the same`);
    };
    (imports[from] ??= {})[name] = (from === "wasi_snapshot_preview1" ? host(name) : undefined) ?? refused;
  }
  return new WebAssembly.Instance(module, imports);
}

function functionsIn({ exports }) {
  const table = exports[TABLE];
  return Array.from({ length: table.length }, (_, index) => table.get(index));
}

/** Memory, as a copy, and the globals as BigInts. */
function stateOf({ exports }, globals) {
  return { memory: Buffer.from(exports[MEMORY].buffer.slice(0)), globals: globals.map((_, index) => BigInt(exports[nameOfGlobal(index)].value)) };
}

/** As many pages as are in use by now; the maximum stays. */
function memorySection(wasm, pages) {
  const bytes = sectionOf(wasm, section.memory);
  const [, maximumAt] = readUnsigned(bytes, 2);
  return Buffer.from([1, bytes[1], ...unsigned(pages), ...bytes.subarray(maximumAt)]);
}

function globalSection(globals, values) {
  const written = globals.map(({ type, mutable }, index) => [type, mutable, types.get(type).constant, ...signed(values[index]), END]);
  return Buffer.from([...unsigned(globals.length), ...written.flat()]);
}

function exportSection(exports) {
  const written = exports.map(({ name, kind, index }) => [...unsigned(Buffer.byteLength(name)), ...Buffer.from(name), kind, ...unsigned(index)]);
  return Buffer.from([...unsigned(exports.length), ...written.flat()]);
}

/** Active segments of everything in memory that is not zero. */
function dataSection(memory) {
  const segments = runsOf(memory).flatMap(({ start, end }) => [
    Buffer.from([0, 0x41, ...signed(BigInt(start | 0)), END, ...unsigned(end - start)]), // an address is an i32
    memory.subarray(start, end),
  ]);
  return Buffer.concat([Buffer.from(unsigned(segments.length / 2)), ...segments]);
}

/** Where the bytes lie that are not zero, in words. A run goes on over fewer zeros than GAP. */
function runsOf(memory) {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / WORD);
  const runs = [];
  let run = null;
  for (let start = 0; start < memory.length; start += WORD) {
    if (words[start / WORD] === 0n) continue;
    if (run === null || start - run.end >= GAP) runs.push((run = { start, end: start }));
    run.end = start + WORD;
  }
  return runs;
}
