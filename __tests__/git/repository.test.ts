import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { chmodSync, chownSync, symlinkSync } from "node:fs";
import { openRepository } from "../../src/git/repository.ts";
import { makeScratch, type Scratch, stateOf } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (folder: string) => openRepository(scratch.path(folder), scratch.environment);

describe("opening", () => {
  it("finds the root from a folder below it", async () => {
    scratch.init("repo");
    scratch.commit("repo", { "a/b/c.yaml": "x" });
    await using repository = await open("repo/a/b");
    expect(repository.root).toBe(scratch.path("repo"));
    expect(repository.bare).toBe(false);
  });

  it("says that a folder is in no repository", async () => {
    scratch.write("plain/file", "");
    await expect(open("plain")).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("is not in a git repository") });
  });

  it("says that a folder does not exist", async () => {
    await expect(open("nowhere")).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("is not a folder") });
  });

  it("says that git is missing", async () => {
    scratch.init("repo");
    const environment = { ...scratch.environment, PATH: scratch.folder };
    await expect(openRepository(scratch.path("repo"), environment)).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("`git` was not found") });
  });

  it("says that git is too old", async () => {
    scratch.init("repo");
    scratch.write("old/git", "#!/bin/sh\necho git version 2.17.1\n");
    chmodSync(scratch.path("old/git"), 0o755);
    const environment = { ...scratch.environment, PATH: scratch.path("old") };
    await expect(openRepository(scratch.path("repo"), environment)).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("git version 2.17.1") });
  });

  it("never takes git from a relative folder of PATH", async () => {
    scratch.init("repo");
    scratch.write("repo/git", `#!/bin/sh\ntouch ${scratch.path("canary")}\n`);
    chmodSync(scratch.path("repo/git"), 0o755);
    const here = process.cwd();
    process.chdir(scratch.path("repo"));
    try {
      await using repository = await openRepository(".", { ...scratch.environment, PATH: `.:${scratch.environment["PATH"]}` });
      expect(await repository.head()).toBeNull();
    } finally {
      process.chdir(here);
    }
    expect(Object.keys(stateOf(scratch.folder))).not.toContain("canary");
  });

  it("refuses a work tree that only the configuration claims", async () => {
    scratch.init("repo");
    scratch.commit("repo", { a: "a" });
    scratch.git("repo", "config", "core.worktree", "/");
    await expect(open("repo")).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("claims the work tree") });
    scratch.git("repo", "config", "core.worktree", "/etc");
    await expect(open("repo")).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("not in the work tree") });
  });

  it("reads revisions of a bare repository, and has no work tree there", async () => {
    scratch.init("repo");
    const commit = scratch.commit("repo", { a: "a" });
    scratch.git(".", "clone", "--quiet", "--bare", "repo", "bare.git");
    await using repository = await open("bare.git");
    expect(repository).toMatchObject({ bare: true, root: scratch.path("bare.git") });
    expect([...(await repository.tree(await repository.resolveCommit("main"))).entries.keys()]).toEqual(["a"]);
    expect(await repository.head()).toBe(commit);
    await expect(repository.worktree()).rejects.toMatchObject({ name: "UsageError" });
  });

  it("works in a linked work tree and through a symbolic link", async () => {
    scratch.init("repo");
    scratch.commit("repo", { a: "a" });
    const other = scratch.commit("repo", { b: "b" });
    scratch.git("repo", "worktree", "add", "--quiet", "../linked", "HEAD~1");
    symlinkSync(scratch.path("repo"), scratch.path("link"));
    await using linked = await open("linked");
    expect([...(await linked.worktree()).entries.keys()]).toEqual(["a"]);
    expect(await linked.isShallow()).toBe(false);
    await using through = await open("link");
    expect(await through.head()).toBe(other);
  });

  // As in a container job, whose work tree belongs to the runner's user. Only root can give files away.
  (process.getuid?.() === 0 ? it : it.skip)("opens a repository that belongs to another user", async () => {
    scratch.init("repo");
    const commit = scratch.commit("repo", { a: "a" });
    for (const path of ["repo", "repo/.git"]) chownSync(scratch.path(path), 12_345, 12_345);
    expect(() => scratch.git("repo", "status")).toThrow("dubious ownership");
    await using repository = await open("repo");
    expect(await repository.head()).toBe(commit);
    expect((await repository.worktree()).entries.size).toBe(1);
  });

  it("ignores the variables of a git that runs it in a hook", async () => {
    scratch.init("repo");
    scratch.init("other");
    const commit = scratch.commit("repo", { a: "a" });
    const environment = { ...scratch.environment, GIT_DIR: scratch.path("other/.git"), GIT_INDEX_FILE: "/nowhere", GIT_WORK_TREE: "/" };
    await using repository = await openRepository(scratch.path("repo"), environment);
    expect(await repository.head()).toBe(commit);
  });
});

describe("revisions", () => {
  it("resolves branches, abbreviations, expressions and annotated tags to commits", async () => {
    scratch.init("repo");
    const first = scratch.commit("repo", { a: "a" });
    const second = scratch.commit("repo", { a: "b" });
    scratch.git("repo", "tag", "-a", "v1", "-m", "tag", first);
    await using repository = await open("repo");
    for (const [revision, commit] of [["HEAD", second], ["main", second], ["HEAD~1", first], ["HEAD^", first], [first.slice(0, 10), first], ["v1", first], ["refs/tags/v1", first]] as const) {
      expect([revision, await repository.resolveCommit(revision)]).toEqual([revision, commit]);
    }
  });

  it.each(["", "-x", "--upload-pack=x", "--all", "nothing", "HEAD:a", "HEAD~9", "0".repeat(40), "a\nb", "a\0b", "HEAD\nHEAD"])("says that %j does not exist", async (revision) => {
    scratch.init("repo");
    scratch.commit("repo", { a: "a" });
    await using repository = await open("repo");
    await expect(repository.resolveCommit(revision)).rejects.toMatchObject({ name: "UsageError", message: expect.stringMatching(/^revision .* (?:does not exist|is not a commit)/), remedy: expect.stringMatching(/./) });
  });

  it("says what a revision is when it is no commit", async () => {
    scratch.init("repo");
    scratch.commit("repo", { a: "a" });
    scratch.git("repo", "tag", "tree", "HEAD^{tree}");
    await using repository = await open("repo");
    await expect(repository.resolveCommit("tree")).rejects.toMatchObject({ message: 'revision "tree" is not a commit' });
    await expect(repository.resolveCommit("main..HEAD")).rejects.toMatchObject({ message: 'revision "main..HEAD" is a range' });
  });

  it("suggests the remote's branch of that name", async () => {
    scratch.init("repo");
    const commit = scratch.commit("repo", { a: "a" });
    scratch.git("repo", "update-ref", "refs/remotes/origin/topic", commit);
    await using repository = await open("repo");
    await expect(repository.resolveCommit("topic")).rejects.toMatchObject({ remedy: "Did you mean `origin/topic`?" });
  });

  it("has no head in an empty repository", async () => {
    scratch.init("repo");
    await using repository = await open("repo");
    expect(await repository.head()).toBeNull();
    expect((await repository.worktree()).entries.size).toBe(0);
  });

  it("reads parents from the object, not from replacements or grafts", async () => {
    scratch.init("repo");
    const first = scratch.commit("repo", { a: "a" });
    const second = scratch.commit("repo", { a: "b" }, "parent 0000000000000000000000000000000000000000\n\nparent x");
    scratch.git("repo", "replace", "--graft", second);
    scratch.write("repo/.git/info/grafts", `${second}\n`);
    await using repository = await open("repo");
    expect(await repository.parents(second)).toEqual([first]);
    expect(await repository.mergeBase(first, second)).toBe(first);
    expect(await repository.parents(first)).toEqual([]);
  });

  it("knows what is here and what two commits share", async () => {
    scratch.init("repo");
    const first = scratch.commit("repo", { a: "a" });
    scratch.git("repo", "switch", "--quiet", "--orphan", "island");
    const island = scratch.commit("repo", { b: "b" });
    await using repository = await open("repo");
    expect(await repository.has(first)).toBe(true);
    expect(await repository.has("1".repeat(40))).toBe(false);
    expect(await repository.has(scratch.git("repo", "rev-parse", "HEAD:b"))).toBe(false);
    expect(await repository.has("--all")).toBe(false);
    expect(await repository.mergeBase(first, island)).toBeNull();
    await expect(repository.parents("1".repeat(40))).rejects.toMatchObject({ name: "NoVerdictError", kind: "base-unavailable" });
    await expect(repository.mergeBase("--all", island)).rejects.toThrow("not the full name");
    await expect(repository.tree("--help")).rejects.toThrow("not the full name");
  });
});
