import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { fileTree, folderTree, textTree } from "../../src/git/folder.ts";
import { openRepository } from "../../src/git/repository.ts";
import { makeScratch, type Scratch } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch[Symbol.dispose]());

describe("a folder without git", () => {
  it("has the ids that git gives, and everything but .git", async () => {
    scratch.init("repo");
    symlinkSync("../outside", scratch.path("repo/link"));
    const commit = scratch.commit("repo", { "a.yaml": "a", "b/c.yaml": "", "😀": "x" });
    mkdirSync(scratch.path("repo/empty"));
    scratch.write("repo/b/.git/config", "x");
    const folder = await folderTree(scratch.path("repo"));
    await using repository = await openRepository(scratch.path("repo"), scratch.environment);
    const tree = await repository.tree(commit);
    expect([...folder.entries]).toEqual([...new Map([...tree.entries, ["empty", { kind: "folder" }] as const])].sort(([a], [b]) => (a < b ? -1 : 1)));
    const ids = [...tree.entries.values()].flatMap((entry) => ("id" in entry ? [entry.id] : []));
    expect(await folder.read(ids)).toEqual(await tree.read(ids));
  });

  it("does not follow links, not even to itself", async () => {
    scratch.write("folder/a", "x");
    symlinkSync(".", scratch.path("folder/loop"));
    expect([...(await folderTree(scratch.path("folder"))).entries.keys()]).toEqual(["a", "loop"]);
  });

  it("may be named by a link", async () => {
    scratch.write("folder/a", "x");
    symlinkSync("folder", scratch.path("named"));
    expect([...(await folderTree(scratch.path("named"))).entries.keys()]).toEqual(["a"]);
  });

  it("says what is wrong with a path", async () => {
    scratch.write("file", "x");
    await expect(folderTree(scratch.path("nowhere"))).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("does not exist") });
    await expect(folderTree(scratch.path("file"))).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("is not a folder") });
    await expect(fileTree(scratch.path("nowhere"))).rejects.toMatchObject({ name: "UsageError" });
    await expect(fileTree(scratch.folder)).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("is a folder") });
  });
});

describe("one file", () => {
  it("stands under its base name", async () => {
    scratch.write("some/where/app.yaml", "text");
    const tree = await fileTree(scratch.path("some/where/app.yaml"));
    const id = execFileSync("git", ["hash-object", "--stdin"], { input: "text" }).toString().trim();
    expect([...tree.entries]).toEqual([["app.yaml", { kind: "file", id, size: 4 }]]);
    expect(await tree.read([id, "0".repeat(40)])).toEqual(new Map([[id, new Uint8Array(Buffer.from("text"))]]));
  });

  (process.platform === "win32" ? it.skip : it)("may be a pipe", async () => {
    execFileSync("mkfifo", [scratch.path("pipe")]);
    const writer = spawn("sh", ["-c", 'printf piped > "$1"', "sh", scratch.path("pipe")]);
    const tree = await fileTree(scratch.path("pipe"));
    expect(tree.entries.get("pipe")).toMatchObject({ size: 5 });
    await new Promise((resolve) => (writer.exitCode === null ? writer.on("exit", resolve) : resolve(0)));
  });

  it("may be text", async () => {
    const tree = textTree("stdin", Buffer.from("x"));
    const id = execFileSync("git", ["hash-object", "--stdin"], { input: "x" }).toString().trim();
    const [[path, entry] = ["", { kind: "folder" }]] = tree.entries;
    expect([path, entry]).toEqual(["stdin", { kind: "file", id, size: 1 }]);
    const bytes = (await tree.read([id])).get(id);
    bytes?.fill(0);
    expect(await tree.read([id])).toEqual(new Map([[id, new Uint8Array([120])]]));
  });
});

it("reads names that are not UTF-8", async () => {
  mkdirSync(scratch.path("folder"));
  if (process.platform !== "linux") return; // other systems have no such names
  for (const byte of [0xfe, 0xff]) writeFileSync(Buffer.concat([Buffer.from(scratch.path("folder/")), Buffer.from([byte])]), String(byte));
  const tree = await folderTree(scratch.path("folder"));
  expect([...tree.entries.keys()]).toEqual(["\udcfe", "\udcff"]);
});
