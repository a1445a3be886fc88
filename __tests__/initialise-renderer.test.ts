// What scripts/initialise-renderer.mjs makes of modules that are small enough to be read.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "@jest/globals";

interface Script {
  initialise(wasm: Buffer): Buffer;
}
const { initialise }: Script = await import(pathToFileURL(join(process.cwd(), "scripts", "initialise-renderer.mjs")).href);

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
interface Module {
  readonly [Symbol.toStringTag]: "WebAssembly.Module";
}
interface Api {
  readonly Module: {
    new (bytes: Uint8Array): Module;
    exports(module: Module): readonly { readonly name: string }[];
  };
  readonly Instance: new (module: Module, imports: object) => { readonly exports: { readonly memory: Memory } & Readonly<Record<string, () => number | bigint>> };
}
declare const WebAssembly: Api;

const MEMORY_MAXIMUM = 5; // pages
const I32 = 0x7f;
const I64 = 0x7e;
const END = 0x0b;
const id = { type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, start: 8, element: 9, code: 10, data: 11, dataCount: 12 } as const;

/** Bytes of a number below 2 ** 14. */
const number = (value: number): readonly number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7]);
const text = (value: string): readonly number[] => [value.length, ...Buffer.from(value)];
const list = (...items: readonly (readonly number[])[]): readonly number[] => [...number(items.length), ...items.flat()];
const sized = (bytes: readonly number[]): readonly number[] => [...number(bytes.length), ...bytes];
const body = (...code: readonly number[]): readonly number[] => sized([0, ...code, END]); // no locals
/** A constant of up to 28 bits. */
const i32 = (value: number): readonly number[] => [0x41, ...[0, 7, 14].map((shift) => ((value >> shift) & 0x7f) | 0x80), (value >> 21) & 0x7f];

type Sections = Readonly<Partial<Record<keyof typeof id, readonly number[]>>>;

/** Code that stores a byte, as `what` gives it, at a place. */
const store = (at: number, ...what: readonly number[]): readonly number[] => [...i32(at), ...what, 0x3a, 0, 0];
const PLACES = { far: 70_000, near: 70_128, odd: 131_071, clock: 70_300, chance: 70_400 } as const;

// Grows the memory by a page, writes far and near, clears what a segment had put at 16, asks for time and chance, and counts in two globals.
const START: readonly number[] = [
  ...i32(1), 0x40, 0, 0x1a, // memory.grow, drop
  ...store(PLACES.far, ...i32(42)), ...store(PLACES.near, ...i32(43)), ...store(PLACES.odd, ...i32(44)), ...store(16, ...i32(0)),
  ...i32(1), 0x42, 0, ...i32(PLACES.clock), 0x10, 0, 0x1a, // the monotonic clock
  ...i32(PLACES.chance), ...i32(8), 0x10, 1, 0x1a,
  0x23, 0, 0x41, 0x7d, 0x6a, 0x24, 0, // i32: less 3
  0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f, 0x24, 1, // i64: the least there is
];

const usual: Sections = {
  type: list([0x60, 3, I32, I64, I32, 1, I32], [0x60, 2, I32, I32, 1, I32], [0x60, 0, 0], [0x60, 0, 1, I32], [0x60, 0, 1, I64], [0x60, 4, I32, I32, I32, I32, 1, I32]),
  import: list(
    [...text("wasi_snapshot_preview1"), ...text("clock_time_get"), 0, 0],
    [...text("wasi_snapshot_preview1"), ...text("random_get"), 0, 1],
    [...text("wasi_snapshot_preview1"), ...text("fd_write"), 0, 5],
    [...text("wasi_snapshot_preview1"), ...text("sched_yield"), 0, 3],
  ),
  function: list([2], [3], [4], [3]),
  table: list([0x70, 0, 2]),
  memory: list([1, 1, MEMORY_MAXIMUM]),
  global: list([I32, 1, 0x41, 1, END], [I64, 1, 0x42, 2, END], [I32, 0, 0x41, 7, END]),
  export: list([...text("_initialize"), 0, 4], [...text("count"), 0, 5], [...text("least"), 0, 6], [...text("fixed"), 0, 7], [...text("memory"), 2, 0]),
  element: list([0, 0x41, 0, END, ...list([5], [5])]),
  code: list(body(...START), body(0x23, 0), body(0x23, 1), body(0x23, 2)),
  data: list([0, 0x41, 8, END, ...text("segment at 8")]),
};

function moduleOf(changes: Sections = {}): Buffer {
  const sections: Sections = { ...usual, ...changes };
  const order = ["type", "import", "function", "table", "memory", "global", "export", "start", "element", "dataCount", "code", "data"] as const;
  const written = order.flatMap((name) => (sections[name] === undefined ? [] : [id[name], ...sized(sections[name])]));
  return Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...written]);
}

/** `_initialize` with other code. */
const starting = (...code: readonly number[]): Buffer => moduleOf({ code: list(body(...code), body(0x23, 0), body(0x23, 1), body(0x23, 2)) });

function instanceOf(wasm: Buffer): { readonly names: readonly string[]; readonly exports: InstanceType<Api["Instance"]>["exports"] } {
  const uncalled = (): never => {
    throw new Error("an import was called");
  };
  const module = new WebAssembly.Module(wasm);
  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: { clock_time_get: uncalled, random_get: uncalled, fd_write: uncalled, sched_yield: uncalled } });
  return { names: WebAssembly.Module.exports(module).map(({ name }) => name), exports };
}

describe("an initialised module", () => {
  it("begins with the memory and the globals that its start leaves, and cannot be started again", () => {
    const { names, exports } = instanceOf(initialise(moduleOf()));
    expect(names).toEqual(["count", "least", "fixed", "memory"]);
    expect([exports["count"]?.(), exports["least"]?.(), exports["fixed"]?.()]).toEqual([-2, -(2n ** 63n), 7]);
    const bytes = Buffer.from(exports.memory.buffer);
    expect(bytes).toHaveLength(2 * 65_536);
    expect(bytes.toString("latin1", 8, 20)).toBe("segment \0t 8");
    expect([bytes[PLACES.far], bytes[PLACES.near], bytes[PLACES.odd]]).toEqual([42, 43, 44]);
    expect(Number(bytes.readBigUInt64LE(PLACES.clock))).toBeGreaterThan(0);
    expect(bytes.readBigUInt64LE(PLACES.chance)).not.toBe(0n);
    expect(bytes.filter((byte) => byte !== 0).length).toBeLessThan(40); // and nothing else
  });

  it("may grow as far as before", () => {
    const { memory } = instanceOf(initialise(moduleOf())).exports;
    expect(memory.grow(MEMORY_MAXIMUM - 2)).toBe(2);
    expect(() => memory.grow(1)).toThrow(RangeError);
  });

  it("is the same each time", () => {
    expect(initialise(moduleOf()).equals(initialise(moduleOf()))).toBe(true);
  });

  it("holds little more than what is not zero", () => {
    expect(initialise(moduleOf()).length).toBeLessThan(moduleOf().length + 100);
  });
});

describe("what cannot be initialised ahead is refused", () => {
  it.each<[string, Buffer, RegExp]>([
    ["a start section", moduleOf({ start: [4] }), /has a start section/],
    ["data segments that are used later", moduleOf({ dataCount: [1] }), /data segments while it runs/],
    ["two tables", moduleOf({ table: list([0x70, 0, 2], [0x70, 0, 2]) }), /not one table/],
    ["a table that is filled later", moduleOf({ element: list([1, 0, ...list([5])]) }), /with one segment when it begins/],
    ["an imported memory", moduleOf({ import: list([...text("env"), ...text("memory"), 2, 0, 1]), memory: list() }), /not one memory of its own/],
    ["an imported table", moduleOf({ import: list([...text("env"), ...text("t"), 1, 0x70, 0, 1], ...[0, 1, 5, 3].map((type) => [...text("env"), ...text(`f${type}`), 0, type])) }), /imports a table, env\.t/],
    ["a global of another type", moduleOf({ global: list([0x7d, 1, 0x43, 0, 0, 0, 0, END]) , code: list(body(), body(...i32(0)), body(0x42, 0), body(...i32(0))) }), /global 0 is not an i32 or i64/],
    ["no start", moduleOf({ export: list([...text("memory"), 2, 0]) }), /does not export _initialize/],
    ["a call whose answer may differ", starting(0x10, 3, 0x1a), /does not start: it calls wasi_snapshot_preview1\.sched_yield/],
    ["a table that the start changes", starting(...i32(0), 0xd2, 5, 0x26, 0, ...i32(1), 0xd0, 0x70, 0x26, 0), /changes its table/],
    ["a trap", starting(0x00), /does not start: unreachable/],
    ["what is printed", starting(...store(0, ...i32(16)), ...store(4, ...i32(4)), ...store(16, ...i32(0x6f)), ...i32(2), ...i32(0), ...i32(1), ...i32(32), 0x10, 2, 0x1a), /prints while it starts: ot 8/],
  ])("%s", (_, wasm, reason) => {
    expect(() => initialise(wasm)).toThrow(reason);
  });
});
