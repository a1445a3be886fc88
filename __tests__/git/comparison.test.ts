import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type BasePlan, resolveDiff, resolvePlan } from "../../src/git/comparison.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { checkOut, makeScratch, type Scratch, stateOf, tellStory } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch[Symbol.dispose]());

async function within<Result>(folder: string, use: (repository: Repository) => Promise<Result>): Promise<Result> {
  await using repository = await openRepository(scratch.path(folder), scratch.environment);
  return await use(repository);
}

const diff = (folder: string, request: Parameters<typeof resolveDiff>[1]) => within(folder, (repository) => resolveDiff(repository, request));
const MERGE = "refs/remotes/pull/1/merge";
const HEAD = "refs/remotes/pull/1/head";

describe("on the command line", () => {
  it("compares what is named", async () => {
    const { base, head, fork } = tellStory(scratch);
    expect(await diff("work", { base: "main", head: "feature" })).toEqual({ base, head });
    expect(await diff("work", { base: "feature" })).toEqual({ base: head, head: base });
    expect(await diff("work", { base: "HEAD~1", worktree: true })).toEqual({ base: fork, head: "worktree" });
    await expect(diff("work", { base: "gone" })).rejects.toMatchObject({ name: "UsageError" });
    await expect(diff("work", { head: "gone" })).rejects.toMatchObject({ name: "UsageError" });
    await expect(diff("work", { head: "main", worktree: true })).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("exclude each other") });
  });

  it("takes where the work left the remote's default branch, whatever its name", async () => {
    const { fork, head } = tellStory(scratch);
    scratch.git("origin.git", "branch", "--move", "main", "develop");
    scratch.git(".", "clone", "--quiet", "--branch=feature", `file://${scratch.path("origin.git")}`, "clone");
    scratch.git("clone", "remote", "set-head", "origin", "develop");
    expect(await diff("clone", {})).toEqual({ base: fork, head });
    expect(await diff("clone", { worktree: true })).toEqual({ base: fork, head: "worktree" });
  });

  it.each(["refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master", "refs/heads/trunk"])("takes %s where origin says nothing", async (ref) => {
    scratch.init("repo");
    const fork = scratch.commit("repo", { a: "1" });
    scratch.git("repo", "switch", "--quiet", "--create", "feature");
    scratch.git("repo", "branch", "--delete", "--force", "main");
    scratch.git("repo", "update-ref", ref, fork);
    const head = scratch.commit("repo", { a: "2" });
    expect(await diff("repo", {})).toEqual({ base: fork, head });
  });

  it("takes unpushed commits on the default branch as the change", async () => {
    const { base } = tellStory(scratch);
    scratch.git(".", "clone", "--quiet", "--branch=main", `file://${scratch.path("origin.git")}`, "clone");
    const head = scratch.commit("clone", { "more.yaml": "x" });
    expect(await diff("clone", {})).toEqual({ base, head });
  });

  it("asks for a base on the default branch, with one that exists", async () => {
    tellStory(scratch);
    await expect(diff("work", {})).rejects.toMatchObject({ name: "UsageError", message: "no base is named, and `HEAD` is part of the default branch `main`", remedy: expect.stringContaining("`--base HEAD~1`") });
    scratch.git("work", "branch", "topic", "main");
    await expect(diff("work", { head: "topic" })).rejects.toMatchObject({ remedy: expect.stringContaining("`--base topic~1`") });
    expect(await diff("work", { worktree: true })).toEqual({ base: scratch.git("work", "rev-parse", "HEAD"), head: "worktree" });
  });

  it("asks for a base where nothing is a default branch", async () => {
    scratch.init("repo");
    scratch.commit("repo", { a: "1" });
    const head = scratch.commit("repo", { a: "2" });
    scratch.git("repo", "branch", "--move", "main", "other");
    await expect(diff("repo", {})).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("neither `origin/HEAD`"), remedy: expect.stringContaining("`--base HEAD~1`") });
    expect(await diff("repo", { worktree: true })).toEqual({ base: head, head: "worktree" });
  });

  it("has no base in a repository with one commit, or with none", async () => {
    scratch.init("repo");
    for (const request of [{}, { worktree: true }]) {
      await expect(diff("repo", request)).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("has no commit yet"), remedy: expect.stringContaining("seccomp-gate scan") });
    }
    scratch.commit("repo", { a: "1" });
    await expect(diff("repo", {})).rejects.toMatchObject({ name: "UsageError", remedy: expect.stringMatching(/no parent.*seccomp-gate scan/) });
  });

  it("says that a clone is too shallow", async () => {
    tellStory(scratch);
    scratch.git(".", "clone", "--quiet", "--depth=1", "--branch=main", `file://${scratch.path("origin.git")}`, "clone");
    await expect(diff("clone", {})).rejects.toMatchObject({ name: "UsageError", remedy: expect.stringContaining("git fetch --unshallow") });
    scratch.git("clone", "fetch", "--quiet", "--depth=1", "origin", "feature");
    scratch.git("clone", "switch", "--quiet", "--detach", "FETCH_HEAD");
    await expect(diff("clone", {})).rejects.toMatchObject({ name: "NoVerdictError", kind: "base-unavailable", remedy: expect.stringContaining("git fetch --unshallow") });
  });

  it("says that histories are unrelated", async () => {
    scratch.init("repo");
    scratch.commit("repo", { a: "1" });
    scratch.git("repo", "switch", "--quiet", "--orphan", "island");
    scratch.commit("repo", { b: "1" });
    await expect(diff("repo", {})).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("no common history") });
  });

  it("has no work tree to compare in a bare repository", async () => {
    const { fork, head } = tellStory(scratch);
    await expect(diff("origin.git", { worktree: true })).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("bare") });
    expect(await diff("origin.git", { head: "feature" })).toEqual({ base: fork, head });
  });
});

describe("on a pull request", () => {
  const resolve = (folder: string, headSha: string, base: BasePlan) => within(folder, (repository) => resolvePlan(repository, { head: { kind: "tested-merge", headSha }, base }, {}));

  it.each([0, 1, 2])("compares the first parent of the merge commit with it, at fetch-depth %d", async (depth) => {
    const { base, fork, head, merge } = tellStory(scratch);
    checkOut(scratch, "clone", merge, MERGE, depth);
    const before = stateOf(scratch.path("clone"));
    // The event's own idea of the base is stale.
    expect(await resolve("clone", head, { kind: "first-parent", baseSha: fork })).toEqual({ base, head: merge });
    expect(stateOf(scratch.path("clone"))).toEqual(before);
    await within("clone", async (repository) => {
      expect([...(await repository.tree(base)).entries.keys()]).toEqual(["app.yaml"]);
      expect([...(await repository.tree(merge)).entries.keys()]).toEqual(["app.yaml", "feature.yaml"]);
    });
  });

  it("needs no remote at fetch-depth 2", async () => {
    const { base, head, merge } = tellStory(scratch);
    checkOut(scratch, "clone", merge, MERGE, 2);
    scratch.git("clone", "remote", "remove", "origin");
    expect(await resolve("clone", head, { kind: "first-parent", baseSha: base })).toEqual({ base, head: merge });
  });

  it("refuses a merge commit of another head", async () => {
    const { base, head, merge } = tellStory(scratch);
    scratch.git("work", "switch", "--quiet", "feature");
    const newer = scratch.commit("work", { "feature.yaml": "newer" });
    checkOut(scratch, "clone", merge, MERGE, 1);
    await expect(resolve("clone", newer, { kind: "first-parent", baseSha: base })).rejects.toMatchObject({ name: "NoVerdictError", kind: "stale-merge", message: expect.stringContaining(head), remedy: expect.stringMatching(/^Re-run/) });
    await expect(resolve("clone", newer, { kind: "revision", revision: base })).rejects.toMatchObject({ kind: "stale-merge" });
    // The head as first parent is not the platform's merge.
    await expect(resolve("clone", base, { kind: "first-parent", baseSha: base })).rejects.toMatchObject({ kind: "stale-merge" });
  });

  it.each([0, 1])("compares the merge base with the head where that is checked out, at fetch-depth %d", async (depth) => {
    const { base, fork, head } = tellStory(scratch, 40);
    checkOut(scratch, "clone", head, HEAD, depth);
    const before = stateOf(scratch.path("clone"));
    expect(await resolve("clone", head, { kind: "first-parent", baseSha: base })).toEqual({ base: fork, head });
    expect(stateOf(scratch.path("clone"))).toEqual(before);
  });

  it("takes a head that is a merge commit itself for the head", async () => {
    const { base, head, merge } = tellStory(scratch);
    scratch.git("work", "switch", "--quiet", "feature");
    scratch.git("work", "merge", "--quiet", "--no-ff", "-m", "catch up", "main");
    const caughtUp = scratch.git("work", "rev-parse", "HEAD");
    scratch.git("work", "push", "--quiet", "../origin.git", "feature");
    expect(caughtUp).not.toBe(merge);
    checkOut(scratch, "clone", caughtUp, HEAD, 1);
    expect(await resolve("clone", caughtUp, { kind: "first-parent", baseSha: base })).toEqual({ base, head: caughtUp });
    expect(head).not.toBe(caughtUp);
  });

  it("works for a fork whose branch is gone: the platform keeps the refs of the pull request", async () => {
    const { base, head, merge } = tellStory(scratch);
    scratch.git("origin.git", "branch", "--delete", "--force", "feature");
    checkOut(scratch, "clone", merge, MERGE, 1);
    expect(await resolve("clone", head, { kind: "first-parent", baseSha: base })).toEqual({ base, head: merge });
  });

  it("refuses whatever else is checked out", async () => {
    const { base, head } = tellStory(scratch);
    checkOut(scratch, "clone", base, "refs/remotes/origin/main", 1);
    await expect(resolve("clone", head, { kind: "first-parent", baseSha: base })).rejects.toMatchObject({ name: "NoVerdictError", message: expect.stringContaining("not the commit") });
    scratch.init("empty");
    await expect(resolve("empty", head, { kind: "first-parent", baseSha: base })).rejects.toMatchObject({ name: "NoVerdictError", message: expect.stringContaining("no commit is checked out") });
  });

  it("refuses a merge of three", async () => {
    const { base, fork, head } = tellStory(scratch);
    const octopus = scratch.git("work", "commit-tree", "-p", base, "-p", head, "-p", fork, "-m", "octopus", "HEAD^{tree}");
    scratch.git("work", "switch", "--quiet", "--detach", octopus);
    await expect(resolve("work", head, { kind: "first-parent", baseSha: base })).rejects.toMatchObject({ name: "NoVerdictError", kind: "base-unavailable" });
  });

  it("says that head and base have nothing in common", async () => {
    const { base } = tellStory(scratch);
    scratch.git("work", "switch", "--quiet", "--orphan", "island");
    const island = scratch.commit("work", { other: "x" });
    await expect(resolve("work", island, { kind: "first-parent", baseSha: base })).rejects.toMatchObject({ name: "NoVerdictError", kind: "base-unavailable", message: expect.stringContaining("no common history") });
  });
});

describe("on a push, a merge group or by hand", () => {
  const resolve = (folder: string, sha: string, base: BasePlan) => within(folder, (repository) => resolvePlan(repository, { head: { kind: "commit", sha }, base }, {}));

  it("compares the commit that is named, fetched if need be", async () => {
    const { base, fork } = tellStory(scratch);
    checkOut(scratch, "clone", base, "refs/remotes/origin/main", 1);
    expect(await resolve("clone", base, { kind: "commit", sha: fork })).toEqual({ base: fork, head: base });
    await within("clone", async (repository) => expect(await repository.has(fork)).toBe(true));
  });

  it("refuses a commit that is not checked out", async () => {
    const { base, fork, head } = tellStory(scratch);
    checkOut(scratch, "clone", base, "refs/remotes/origin/main", 1);
    await expect(resolve("clone", head, { kind: "commit", sha: fork })).rejects.toMatchObject({ name: "NoVerdictError", message: `commit ${base} is checked out, which is not the commit ${head} that the event names` });
  });

  it("refuses a merge of the commit that is named: only a pull request is tested as one", async () => {
    const { base, head, merge } = tellStory(scratch);
    checkOut(scratch, "clone", merge, MERGE, 2);
    await expect(resolve("clone", head, { kind: "commit", sha: base })).rejects.toMatchObject({ name: "NoVerdictError", kind: "base-unavailable" });
  });

  it("says that the former tip is gone", async () => {
    const { base } = tellStory(scratch);
    checkOut(scratch, "clone", base, "refs/remotes/origin/main", 1);
    await expect(resolve("clone", base, { kind: "commit", sha: "1".repeat(40) })).rejects.toMatchObject({ name: "NoVerdictError", kind: "base-unavailable" });
  });

  it("finds where a new branch left the remote's default branch", async () => {
    const { fork, head } = tellStory(scratch, 40);
    checkOut(scratch, "clone", head, "refs/remotes/origin/feature", 1);
    expect(await resolve("clone", head, { kind: "merge-base", branch: "main" })).toEqual({ base: fork, head });
    await expect(resolve("clone", head, { kind: "merge-base", branch: "gone" })).rejects.toMatchObject({ name: "NoVerdictError", message: "the remote has no branch `gone`" });
  });

  it("finds the base that the user names: here, at origin, or only there", async () => {
    const { base, fork, head } = tellStory(scratch);
    scratch.git("work", "tag", "v1", fork);
    scratch.git("work", "push", "--quiet", "../origin.git", "v1");
    checkOut(scratch, "clone", head, "refs/remotes/origin/feature", 1);
    for (const [revision, expected] of [["feature", head], ["main", base], ["v1", fork], [fork, fork], ["refs/heads/main", base], ["HEAD", head]] as const) {
      expect([revision, await resolve("clone", head, { kind: "revision", revision })]).toEqual([revision, { base: expected, head }]);
    }
  });

  it.each(["gone", "-x", "--upload-pack=touch x", "*", "", "HEAD~5", "main..feature", "a b"])("says that the base %j does not exist", async (revision) => {
    const { head } = tellStory(scratch);
    checkOut(scratch, "clone", head, "refs/remotes/origin/feature", 1);
    await expect(resolve("clone", head, { kind: "revision", revision })).rejects.toMatchObject({ name: "UsageError" });
  });
});
