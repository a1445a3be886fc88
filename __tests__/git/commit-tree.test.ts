import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRepository } from "../../src/git/repository.ts";
import { makeScratch, type Scratch, stateOf } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (folder = "repo") => openRepository(scratch.path(folder), scratch.environment);

/** A commit of a tree object that `git mktree` would refuse or sort. */
function commitRawTree(entries: readonly (readonly [string, string, string])[]): string {
  const body = entries.map(([mode, name, id]) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]));
  const options = { env: { ...scratch.environment }, cwd: scratch.path("repo") };
  const tree = execFileSync("git", ["hash-object", "--literally", "-w", "-t", "tree", "--stdin"], { ...options, input: Buffer.concat(body) });
  return execFileSync("git", ["commit-tree", "-m", "x", tree.toString().trim()], options).toString().trim();
}

describe.each(["sha1", "sha256"])("the tree of a commit, %s", (format) => {
  it("has every entry with its kind, sorted by code units", async () => {
    scratch.init("repo", `--object-format=${format}`);
    symlinkSync("../a.yaml", scratch.path("repo/link"));
    scratch.write("repo/b/c.sh", "#!/bin/sh\n");
    scratch.commit("repo", { "b/d.yaml": "d\n", "b.yaml": "b", "a.yaml": "", "ｚ.yaml": "1", "😀.yaml": "2", "B/x": "x" });
    const blank = "1".repeat(format === "sha1" ? 40 : 64);
    scratch.git("repo", "update-index", "--add", "--cacheinfo", `160000,${blank},vendor/module`);
    scratch.git("repo", "update-index", "--chmod=+x", "b/c.sh");
    scratch.git("repo", "commit", "--quiet", "-m", "gitlink");
    await using repository = await open();
    const tree = await repository.tree(await repository.resolveCommit("HEAD"));
    expect([...tree.entries.keys()]).toEqual(["B", "B/x", "a.yaml", "b", "b.yaml", "b/c.sh", "b/d.yaml", "link", "vendor", "vendor/module", "😀.yaml", "ｚ.yaml"]);
    expect(tree.revision).toBe(scratch.git("repo", "rev-parse", "HEAD"));
    expect(tree.entries.get("link")).toEqual({ kind: "link", id: scratch.git("repo", "rev-parse", "HEAD:link"), target: "../a.yaml" });
    expect(tree.entries.get("b/d.yaml")).toEqual({ kind: "file", id: scratch.git("repo", "rev-parse", "HEAD:b/d.yaml"), size: 2 });
    expect(tree.entries.get("vendor/module")).toEqual({ kind: "submodule", id: blank });
    expect(tree.entries.get("b")).toEqual({ kind: "folder" });
    const id = scratch.git("repo", "rev-parse", "HEAD:b/d.yaml");
    expect(await tree.read([id, id, "f".repeat(40), "-x", "HEAD"])).toEqual(new Map([[id, new Uint8Array(Buffer.from("d\n"))]]));
  });
});

it("keeps odd names apart", async () => {
  scratch.init("repo");
  const names = [" lead", "new\nline", 'quo"te', "tab\there", "back\\slash", "ümlaut", "u\u0308mlaut", ":colon", "*", "-dash"].map((name) => Buffer.from(name));
  const raw = [Buffer.from([0x66, 0xff]), Buffer.from([0x66, 0xfe]), Buffer.from("f\ufffd"), Buffer.from([0xed, 0xb3, 0xbf])];
  for (const [index, name] of [...names, ...raw].entries()) writeFileSync(Buffer.concat([Buffer.from(scratch.path("repo/")), name]), String(index));
  scratch.commit("repo", {});
  await using repository = await open();
  const tree = await repository.tree(await repository.resolveCommit("HEAD"));
  const onDisk = await repository.worktree();
  expect(tree.entries.size).toBe(14);
  expect(onDisk.entries).toEqual(tree.entries);
  for (const name of names) expect(tree.entries.has(name.toString())).toBe(true);
  expect(tree.entries.has("f\udcff")).toBe(true);
  const ids = [...onDisk.entries.values()].flatMap((entry) => (entry.kind === "file" ? [entry.id] : []));
  expect((await onDisk.read(ids)).size).toBe(14);
});

it("reads thousands of blobs at once, some of them several times", async () => {
  scratch.init("repo");
  const files = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`d${index % 50}/f${index}`, `${index}\n`.repeat(1 + (index % 400))]));
  scratch.commit("repo", files);
  await using repository = await open();
  const tree = await repository.tree(await repository.resolveCommit("HEAD"));
  const ids = [...tree.entries].flatMap(([path, entry]) => (entry.kind === "file" ? [[path, entry.id] as const] : []));
  const [all, again, missing] = await Promise.all([tree.read(ids.map(([, id]) => id)), tree.read(ids.slice(0, 10).map(([, id]) => id)), tree.read(["2".repeat(40)])]);
  expect(again.size).toBe(10);
  expect(missing.size).toBe(0);
  for (const [path, id] of ids) expect(Buffer.from(all.get(id) ?? []).toString()).toBe(files[path]);
});

it("reads blobs of tens of megabytes", async () => {
  scratch.init("repo");
  const bytes = randomBytes(30_000_000);
  scratch.write("repo/big", bytes);
  scratch.commit("repo", { small: "x" });
  await using repository = await open();
  const tree = await repository.tree(await repository.resolveCommit("HEAD"));
  const [big, small] = [scratch.git("repo", "rev-parse", "HEAD:big"), scratch.git("repo", "rev-parse", "HEAD:small")];
  const found = await tree.read([big, small, big]);
  expect(Buffer.compare(found.get(big) ?? new Uint8Array(), bytes)).toBe(0);
  expect(found.get(small)).toEqual(new Uint8Array([120]));
  const seen = (await repository.worktree()).entries.get("big");
  expect(seen).toEqual({ kind: "file", id: big, size: 30_000_000 });
});

it("gives every reader its own bytes", async () => {
  scratch.init("repo");
  scratch.commit("repo", { a: "a" });
  await using repository = await open();
  const tree = await repository.tree(await repository.resolveCommit("HEAD"));
  const id = scratch.git("repo", "rev-parse", "HEAD:a");
  const first = (await tree.read([id])).get(id);
  first?.fill(0);
  expect((await tree.read([id])).get(id)).toEqual(new Uint8Array([97]));
  expect(first?.buffer.byteLength).toBe(1);
});

it.each([["."], [".."], [".git"], [".GIT"]])("refuses a tree with the name %s", async (name) => {
  scratch.init("repo");
  scratch.commit("repo", { a: "a" });
  const blob = scratch.git("repo", "rev-parse", "HEAD:a");
  const commit = commitRawTree([["100644", name, blob]]);
  await using repository = await open();
  await expect(repository.tree(commit)).rejects.toMatchObject({ name: "NoVerdictError", kind: "refused", message: expect.stringContaining(JSON.stringify(name)) });
});

it("refuses a tree in which one name hides another", async () => {
  scratch.init("repo");
  scratch.commit("repo", { a: "a", b: "b" });
  const commit = commitRawTree([["100644", "x", scratch.git("repo", "rev-parse", "HEAD:a")], ["100644", "x", scratch.git("repo", "rev-parse", "HEAD:b")]]);
  await using repository = await open();
  await expect(repository.tree(commit)).rejects.toMatchObject({ name: "NoVerdictError", kind: "refused" });
});

it("leaves out what a partial clone lacks, without fetching it", async () => {
  scratch.init("repo");
  scratch.commit("repo", { "a.yaml": "old\n" });
  const base = scratch.git("repo", "rev-parse", "HEAD");
  scratch.commit("repo", { "a.yaml": "new\n" });
  scratch.git("repo", "config", "uploadpack.allowFilter", "true");
  scratch.git(".", "clone", "--quiet", "--filter=blob:none", `file://${scratch.path("repo")}`, "partial");
  const before = stateOf(scratch.path("partial"));
  await using repository = await open("partial");
  const tree = await repository.tree(base);
  const id = scratch.git("repo", "rev-parse", "HEAD~1:a.yaml");
  const head = scratch.git("repo", "rev-parse", "HEAD:a.yaml");
  expect(tree.entries.get("a.yaml")).toEqual({ kind: "file", id, size: 0 });
  expect((await tree.read([id, head])).get(head)).toBeDefined();
  expect((await tree.read([id, head])).has(id)).toBe(false);
  expect((await repository.worktree()).entries.get("a.yaml")).toEqual({ kind: "file", id: head, size: 4 });
  expect(stateOf(scratch.path("partial"))).toEqual(before);
});

it("leaves nothing in the temporary folder", async () => {
  const left = (): readonly string[] =>
    readdirSync(tmpdir()).filter((name) => {
      const config = join(tmpdir(), name, "config");
      return name.startsWith("seccomp-gate-git-") && existsSync(config) && readFileSync(config, "utf8").includes("sha256"); // other tests run beside this one
    });
  const before = left(); // a run that was killed may have left something
  scratch.init("repo", "--object-format=sha256");
  const commit = scratch.commit("repo", { a: "a" });
  scratch.git("repo", "config", "remote.origin.promisor", "true");
  {
    await using repository = await open();
    expect(await repository.has(commit)).toBe(true);
    expect([...(await repository.tree(commit)).entries.keys()]).toEqual(["a"]);
    expect(left()).toHaveLength(before.length + 1);
  }
  expect(left()).toEqual(before);
});

it("does not read once it is closed", async () => {
  scratch.init("repo");
  const commit = scratch.commit("repo", { a: "a" });
  const repository = await open();
  const tree = await repository.tree(commit);
  const id = scratch.git("repo", "rev-parse", "HEAD:a");
  await tree.read([id]);
  await repository[Symbol.asyncDispose]();
  await expect(tree.read([id])).rejects.toThrow("is closed");
});

it("has no bytes for a blob that is damaged", async () => {
  scratch.init("repo");
  const commit = scratch.commit("repo", { a: "a".repeat(100) });
  const id = scratch.git("repo", "rev-parse", "HEAD:a");
  await using repository = await open();
  const tree = await repository.tree(commit);
  const file = scratch.path("repo/.git/objects", id.slice(0, 2), id.slice(2));
  chmodSync(file, 0o600);
  writeFileSync(file, "garbage");
  expect((await tree.read([id])).size).toBe(0);
});

it("fails, and does not hang, when git dies between two answers", async () => {
  scratch.init("repo");
  const commit = scratch.commit("repo", { a: "a" });
  const git = execFileSync("sh", ["-c", "command -v git"], { env: { ...scratch.environment } }).toString().trim();
  scratch.write("bin/git", `#!/bin/sh\ncase "$*" in *--batch) echo "${commit} commit 10"; echo "fatal: out of luck" >&2; exit 3;; esac\nexec ${git} "$@"\n`);
  chmodSync(scratch.path("bin/git"), 0o755);
  await using repository = await openRepository(scratch.path("repo"), { ...scratch.environment, PATH: `${scratch.path("bin")}:${scratch.environment["PATH"]}` });
  const reads = [repository.parents(commit), repository.has(commit), repository.has("3".repeat(40))];
  for (const read of reads) await expect(read).rejects.toThrow("cannot be read: out of luck");
});

it("does not read blobs as commits, nor commits as blobs", async () => {
  scratch.init("repo");
  const commit = scratch.commit("repo", { a: "a" });
  await using repository = await open();
  const tree = await repository.tree(commit);
  expect((await tree.read([commit])).size).toBe(0);
});
