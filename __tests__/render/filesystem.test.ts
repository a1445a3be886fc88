import { beforeEach, describe, expect, it } from "@jest/globals";
import { errno } from "../../src/render/errno.ts";
import { fileSystemImports } from "../../src/render/filesystem.ts";
import { guestMemory } from "../../src/render/guest-memory.ts";
import { listTree, openListing } from "../../src/render/listing.ts";
import { startTrace, type Trace } from "../../src/render/trace.ts";
import { createVolume, ROOT } from "../../src/render/volume.ts";
import { treeOf } from "../support/tree.ts";

// Calls are made as the module makes them: numbers and pointers into a memory. Paths are put at 0, answers come at 4096.
const buffer = new ArrayBuffer(65_536);
const memory = guestMemory(() => buffer);
const OUT = 4096;
const DATA = 8192;
let trace: Trace;
let call: (name: string, ...values: readonly (number | bigint)[]) => number;

beforeEach(async () => {
  const names = Array.from({ length: 300 }, (_, i) => [`many/${"n".repeat(i % 50)}${i}é`, ""]);
  const tree = treeOf({ "a.txt": "0123456789", link: { link: "a.txt" }, outside: { link: "/a.txt" }, ...Object.fromEntries(names) });
  const blobs = await tree.read([...tree.entries.values()].flatMap((entry) => (entry.kind === "file" ? [entry.id] : [])));
  const volume = createVolume();
  trace = startTrace();
  volume.mount({ tree: openListing(listTree(tree)), trace, content: (id) => blobs.get(id) ?? null });
  const imports: Readonly<Record<string, (...values: never[]) => number>> = fileSystemImports(memory, volume);
  call = (name, ...values) => Reflect.apply(imports[name] ?? fail, undefined, values);
});

function fail(): number {
  throw new Error("there is no such import");
}

/** Puts a path of the tree into memory as the module names it: below the folder that the tree is mounted at. */
function path(text: string): readonly [number, number] {
  return [0, Buffer.from(buffer).write(`tree/${text}`, 0)];
}

function open(text: string): number {
  expect(call("path_open", ROOT, 1, ...path(text), 0, 0n, 0n, 0, OUT)).toBe(errno.success);
  return memory.view().getUint32(OUT, true);
}

/** Reads into two ranges of three and four bytes. */
function read(name: "fd_read" | "fd_pread", descriptor: number, ...offset: readonly bigint[]): string {
  memory.view().setUint32(0, DATA, true);
  memory.view().setUint32(4, 3, true);
  memory.view().setUint32(8, DATA + 3, true);
  memory.view().setUint32(12, 4, true);
  expect(call(name, descriptor, 0, 2, ...offset, OUT)).toBe(errno.success);
  return memory.text(DATA, memory.view().getUint32(OUT, true));
}

describe("an open file", () => {
  it("is read on from where reading stopped, across ranges, to its end", () => {
    const file = open("a.txt");
    expect([read("fd_read", file), read("fd_read", file), read("fd_read", file)]).toEqual(["0123456", "789", ""]);
    expect(trace.record().opened).toEqual(["a.txt"]);
  });

  it("is read anywhere without moving", () => {
    const file = open("link");
    expect([read("fd_pread", file, 2n), read("fd_pread", file, 99n), read("fd_read", file)]).toEqual(["2345678", "", "0123456"]);
  });

  it("can be moved in, but not before its start", () => {
    const file = open("a.txt");
    expect(call("fd_seek", file, -2n, 2, OUT)).toBe(errno.success);
    expect(read("fd_read", file)).toBe("89");
    expect(call("fd_seek", file, -1n, 0, OUT)).toBe(errno.inval);
    expect(call("fd_seek", file, 0n, 9, OUT)).toBe(errno.inval);
  });

  it("is gone when closed, and its number is not given again", () => {
    const file = open("a.txt");
    expect(call("fd_close", file)).toBe(errno.success);
    expect(call("fd_close", file)).toBe(errno.badf);
    expect(open("a.txt")).toBeGreaterThan(file);
  });
});

describe("a folder", () => {
  it("is listed page by page, with the last entry cut and told again", () => {
    const folder = open("many");
    const names: string[] = [];
    for (let cookie = 0n, used = 256; used === 256; ) {
      expect(call("fd_readdir", folder, DATA, 256, cookie, OUT)).toBe(errno.success);
      used = memory.view().getUint32(OUT, true);
      for (let at = DATA; at + 24 <= DATA + used; ) {
        const length = memory.view().getUint32(at + 16, true);
        if (at + 24 + length > DATA + used) break;
        names.push(memory.text(at + 24, length));
        cookie = memory.view().getBigUint64(at, true);
        at += 24 + length;
      }
    }
    expect(names).toHaveLength(300);
    expect(new Set(names)).toEqual(new Set(Array.from({ length: 300 }, (_, i) => `${"n".repeat(i % 50)}${i}é`)));
    expect(trace.record().listed).toEqual(["many"]);
  });

  it("is no file, nor a file a folder", () => {
    expect(call("fd_read", open("many"), 0, 0, OUT)).toBe(errno.isdir);
    expect(call("fd_readdir", open("a.txt"), DATA, 100, 0n, OUT)).toBe(errno.notdir);
    expect(call("path_open", ROOT, 1, ...path("a.txt"), 2, 0n, 0n, 0, OUT)).toBe(errno.notdir);
  });
});

describe("a link", () => {
  it("tells its target, cut to the room there is", () => {
    expect(call("path_readlink", ROOT, ...path("link"), DATA, 3, OUT)).toBe(errno.success);
    expect(memory.text(DATA, memory.view().getUint32(OUT, true))).toBe("a.t");
    expect(call("path_readlink", ROOT, ...path("a.txt"), DATA, 3, OUT)).toBe(errno.inval);
  });

  it("that leads outside does not even tell where to", () => {
    expect(call("path_readlink", ROOT, ...path("outside"), DATA, 100, OUT)).toBe(errno.noent);
  });

  it("is not opened where it must not be followed", () => {
    expect(call("path_open", ROOT, 0, ...path("link"), 0, 0n, 0n, 0, OUT)).toBe(errno.loop);
  });
});

describe("nothing is ever written", () => {
  it.each([
    ["path_open", [ROOT, 1, ...path("new"), 1, 0n, 0n, 0, OUT]],
    ["path_open", [ROOT, 1, ...path("new"), 8, 0n, 0n, 0, OUT]],
    ["path_open", [ROOT, 1, ...path("new"), 0, 1n << 6n, 0n, 0, OUT]],
    ["path_create_directory", [ROOT, ...path("new")]],
    ["path_unlink_file", [ROOT, ...path("new")]],
    ["path_remove_directory", [ROOT, ...path("new")]],
    ["path_rename", [ROOT, ...path("new"), ROOT, ...path("new")]],
    ["path_symlink", [...path("new"), ROOT, ...path("new")]],
    ["path_link", [ROOT, 0, ...path("new"), ROOT, ...path("new")]],
    ["fd_pwrite", [ROOT, 0, 0, 0n, OUT]],
  ])("%s %j", (name, values) => {
    expect(call(name, ...values)).toBe(errno.rofs);
  });
});

describe("the root", () => {
  it("holds the tree and nothing beside it", () => {
    const beside = (text: string) => call("path_open", ROOT, 1, 0, Buffer.from(buffer).write(text, 0), 0, 0n, 0n, 0, OUT);
    expect([beside("a.txt"), beside("etc/passwd"), beside("treetop"), beside("tree")]).toEqual([errno.noent, errno.noent, errno.noent, errno.success]);
  });
});
