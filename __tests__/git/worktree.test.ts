import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { openRepository } from "../../src/git/repository.ts";
import { makeScratch, type Scratch, stateOf } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
  scratch.init("repo");
});
afterEach(() => scratch[Symbol.dispose]());

const open = () => openRepository(scratch.path("repo"), scratch.environment);
const paths = (entries: ReadonlyMap<string, unknown>): readonly string[] => [...entries.keys()];

it("equals the commit when nothing has changed, and touches nothing", async () => {
  symlinkSync("b/c.yaml", scratch.path("repo/link"));
  symlinkSync("/etc/passwd", scratch.path("repo/outside"));
  const commit = scratch.commit("repo", { "a.yaml": "a\n", "b/c.yaml": "", "b/d/e.yaml": "e".repeat(300_000) });
  const before = stateOf(scratch.path("repo"));
  await using repository = await open();
  const [tree, onDisk] = [await repository.tree(commit), await repository.worktree()];
  expect([...onDisk.entries]).toEqual([...tree.entries]);
  expect(onDisk.revision).toBe("worktree");
  const ids = [...tree.entries.values()].flatMap((entry) => ("id" in entry ? [entry.id] : []));
  expect(await onDisk.read(ids)).toEqual(await tree.read(ids));
  expect((await onDisk.read(["4".repeat(40), "x"])).size).toBe(0);
  expect(stateOf(scratch.path("repo"))).toEqual(before);
});

it("names objects as a SHA-256 repository does", async () => {
  rmSync(scratch.path("repo"), { recursive: true });
  scratch.init("repo", "--object-format=sha256");
  symlinkSync("a", scratch.path("repo/link"));
  const commit = scratch.commit("repo", { a: "a" });
  await using repository = await open();
  expect([...(await repository.worktree()).entries]).toEqual([...(await repository.tree(commit)).entries]);
});

it("has what is on disk: modified, staged, untracked; not what is deleted or ignored", async () => {
  scratch.commit("repo", { ".gitignore": "*.log\nbuild/\n", "deleted.yaml": "x", "folder/gone.yaml": "x", "modified.yaml": "old", "tracked.log": "t" });
  scratch.git("repo", "add", "--force", "tracked.log");
  scratch.git("repo", "commit", "--quiet", "-m", "log");
  rmSync(scratch.path("repo/deleted.yaml"));
  rmSync(scratch.path("repo/folder"), { recursive: true });
  for (const [path, text] of Object.entries({ "modified.yaml": "new", "staged.yaml": "s", "new/untracked.yaml": "u", "x.log": "i", "build/out.yaml": "i" })) scratch.write(`repo/${path}`, text);
  scratch.git("repo", "add", "staged.yaml");
  scratch.git("repo", "commit", "--quiet", "--allow-empty", "-m", "x");
  scratch.write("repo/staged.yaml", "edited after it was staged");
  await using repository = await open();
  const tree = await repository.worktree();
  expect(paths(tree.entries)).toEqual([".gitignore", "modified.yaml", "new", "new/untracked.yaml", "staged.yaml", "tracked.log"]);
  const text = async (path: string): Promise<string> => {
    const entry = tree.entries.get(path);
    const id = entry?.kind === "file" ? entry.id : "";
    return Buffer.from((await tree.read([id])).get(id) ?? []).toString();
  };
  expect(await text("modified.yaml")).toBe("new");
  expect(await text("staged.yaml")).toBe("edited after it was staged");
});

it("does not look behind a link that took the place of a folder", async () => {
  scratch.commit("repo", { "a/secret.yaml": "tracked", "b/c/d.yaml": "tracked" });
  scratch.write("elsewhere/secret.yaml", "not ours");
  scratch.write("elsewhere/d.yaml", "not ours");
  rmSync(scratch.path("repo/a"), { recursive: true });
  rmSync(scratch.path("repo/b/c"), { recursive: true });
  symlinkSync("../elsewhere", scratch.path("repo/a"));
  symlinkSync("../../elsewhere", scratch.path("repo/b/c"));
  await using repository = await open();
  const { entries } = await repository.worktree();
  expect(paths(entries)).toEqual(["a", "b", "b/c"]);
  expect(entries.get("a")).toMatchObject({ kind: "link", target: "../elsewhere" });
});

it("takes a folder in place of a file, and a file in place of a folder", async () => {
  scratch.commit("repo", { one: "file", "two/x": "folder" });
  rmSync(scratch.path("repo/one"));
  rmSync(scratch.path("repo/two"), { recursive: true });
  scratch.write("repo/one/x", "1");
  scratch.write("repo/two", "2");
  await using repository = await open();
  const { entries } = await repository.worktree();
  expect([...entries].map(([path, { kind }]) => `${path} ${kind}`)).toEqual(["one folder", "one/x file", "two file"]);
});

it("has the bytes on disk, not those a filter would make: CRLF with core.autocrlf", async () => {
  scratch.git("repo", "config", "core.autocrlf", "true");
  const commit = scratch.commit("repo", { "a.yaml": "a\r\nb\r\n" });
  await using repository = await open();
  const stored = (await repository.tree(commit)).entries.get("a.yaml");
  expect(stored).toMatchObject({ size: 4 });
  expect((await repository.worktree()).entries.get("a.yaml")).toMatchObject({ size: 6, id: scratch.git("repo", "hash-object", "--no-filters", "a.yaml") });
});

it("reads links where the system has none: files of text", async () => {
  symlinkSync("target.yaml", scratch.path("repo/link"));
  const commit = scratch.commit("repo", { "target.yaml": "x" });
  rmSync(scratch.path("repo/link"));
  scratch.write("repo/link", "target.yaml");
  await using repository = await open();
  expect((await repository.worktree()).entries.get("link")).toMatchObject({ kind: "file" });
  scratch.git("repo", "config", "core.symlinks", "false");
  expect([...(await repository.worktree()).entries]).toEqual([...(await repository.tree(commit)).entries]);
});

it("keeps what a sparse checkout leaves out", async () => {
  symlinkSync("../keep/a.yaml", scratch.path("repo/link"));
  mkdirSync(scratch.path("repo/out"));
  symlinkSync("../keep/a.yaml", scratch.path("repo/out/link"));
  const commit = scratch.commit("repo", { "keep/a.yaml": "a", "out/b.yaml": "bb", "out/deep/c.yaml": "ccc" });
  scratch.git("repo", "sparse-checkout", "set", "--cone", "--sparse-index", "keep");
  await using repository = await open();
  const [tree, onDisk] = [await repository.tree(commit), await repository.worktree()];
  expect([...onDisk.entries]).toEqual([...tree.entries]);
  const id = scratch.git("repo", "rev-parse", "HEAD:out/deep/c.yaml");
  expect(await onDisk.read([id])).toEqual(new Map([[id, new Uint8Array(Buffer.from("ccc"))]]));
});

it("shows submodules and repositories inside as such", async () => {
  scratch.init("module");
  const commit = scratch.commit("module", { inside: "x" });
  scratch.git("repo", "submodule", "--quiet", "add", `file://${scratch.path("module")}`, "vendor/module");
  scratch.init("repo/nested");
  scratch.commit("repo/nested", { inside: "x" });
  await using repository = await open();
  const { entries } = await repository.worktree();
  expect(entries.get("vendor/module")).toEqual({ kind: "submodule", id: commit });
  expect(entries.get("nested")).toMatchObject({ kind: "submodule" });
  expect(paths(entries)).toEqual([".gitmodules", "nested", "vendor", "vendor/module"]);
});

it("has a file in conflict once, as it is on disk", async () => {
  scratch.commit("repo", { a: "base\n" });
  scratch.git("repo", "switch", "--quiet", "--create", "other");
  scratch.commit("repo", { a: "theirs\n" });
  scratch.git("repo", "switch", "--quiet", "main");
  scratch.commit("repo", { a: "ours\n" });
  expect(() => scratch.git("repo", "merge", "--quiet", "other")).toThrow();
  await using repository = await open();
  expect((await repository.worktree()).entries.get("a")).toMatchObject({ id: scratch.git("repo", "hash-object", "a") });
});

(process.platform === "win32" ? describe.skip : describe)("what is no file", () => {
  it("skips pipes and sockets", async () => {
    scratch.commit("repo", { a: "a", b: "b" });
    rmSync(scratch.path("repo/b"));
    execFileSync("mkfifo", [scratch.path("repo/b")]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(scratch.path("repo/socket"), resolve));
    await using repository = await open();
    expect(paths((await repository.worktree()).entries)).toEqual(["a"]);
    await new Promise((resolve) => server.close(resolve));
  });

  it("says which file cannot be read", async () => {
    if (process.getuid?.() === 0) return; // root reads everything
    scratch.commit("repo", { a: "a" });
    chmodSync(scratch.path("repo/a"), 0);
    await using repository = await open();
    await expect(repository.worktree()).rejects.toMatchObject({ name: "NoVerdictError", kind: "missing-file", message: '"a" cannot be read (EACCES)' });
  });
});

it("says which file changed after it was seen", async () => {
  scratch.commit("repo", { a: "a", b: "b", c: "c" });
  await using repository = await open();
  const tree = await repository.worktree();
  const ids = new Map([...tree.entries].flatMap(([path, entry]) => (entry.kind === "file" ? [[path, entry.id] as const] : [])));
  appendFileSync(scratch.path("repo/a"), "more");
  renameSync(scratch.path("repo/b"), scratch.path("repo/moved"));
  rmSync(scratch.path("repo/c"));
  mkdirSync(scratch.path("repo/c"));
  for (const path of ["a", "b", "c"]) {
    await expect(tree.read([ids.get(path) ?? ""])).rejects.toMatchObject({ name: "NoVerdictError", message: `"${path}" changed while it was being read` });
  }
});

it("does not leave the work tree for an index that somebody made up", async () => {
  scratch.commit("repo", { "xx/secret": "x", good: "x" });
  scratch.write("secret", "not ours");
  const index = readFileSync(scratch.path("repo/.git/index"));
  index.write("../secret", index.indexOf("xx/secret"), "latin1"); // as long as the name it replaces
  const content = index.subarray(0, -20);
  scratch.write("repo/.git/index", Buffer.concat([content, createHash("sha1").update(content).digest()]));
  expect(scratch.git("repo", "ls-files")).toContain("../secret");
  await using repository = await open();
  expect(paths((await repository.worktree()).entries)).toEqual(["good", "xx", "xx/secret"]);
});
