import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { openRepository } from "../../src/git/repository.ts";
import { serveGit } from "./git-server.ts";
import { checkOut, makeScratch, type Scratch, stateOf, tellStory } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch[Symbol.dispose]());

const open = (folder = "clone") => openRepository(scratch.path(folder), scratch.environment);
const MERGE = "refs/remotes/pull/1/merge";

describe("addresses", () => {
  it("are none where a folder was cloned, which does not say where else it is", async () => {
    scratch.init("clone");
    for (const [i, folder] of ["/srv/mirrors/apps.git", "../apps", "./a:b", "apps", "file:///srv/apps", "C:\\mirrors\\apps", "c:/mirrors/apps"].entries()) scratch.git("clone", "remote", "add", `r${i}`, folder);
    scratch.git("clone", "remote", "add", "named", "host:apps");
    await using repository = await open();
    expect(await repository.remote.addresses()).toEqual(["host:apps"]);
  });

  it("are those of all remotes, as they are configured", async () => {
    scratch.init("clone");
    await using repository = await open();
    expect(await repository.remote.addresses()).toEqual([]);
    scratch.git("clone", "remote", "add", "origin", "git@git.example.org:platform/apps.git");
    scratch.git("clone", "remote", "add", "a.b", "https://mirror.example.org/apps");
    expect(await repository.remote.addresses()).toEqual(["git@git.example.org:platform/apps.git", "https://mirror.example.org/apps"]);
  });
});

describe("fetching a commit", () => {
  it("asks nobody for what is here", async () => {
    const { base, merge } = tellStory(scratch);
    checkOut(scratch, "clone", merge, MERGE, 2);
    scratch.git("clone", "config", "remote.origin.url", "file:///nowhere");
    await using repository = await open();
    await repository.remote.fetchCommit(base, {});
    await expect(repository.remote.fetchCommit("1".repeat(40), {})).rejects.toMatchObject({ kind: "base-unavailable" });
  });

  it("gets one commit into a shallow clone, and changes no ref", async () => {
    const { base, fork, merge } = tellStory(scratch);
    checkOut(scratch, "clone", merge, MERGE, 1);
    const before = stateOf(scratch.path("clone"));
    await using repository = await open();
    expect(await repository.has(base)).toBe(false);
    await repository.remote.fetchCommit(base, {});
    expect(await repository.has(base)).toBe(true);
    expect([...(await repository.tree(base)).entries.keys()]).toEqual(["app.yaml"]);
    expect(await repository.has(fork)).toBe(false);
    expect(stateOf(scratch.path("clone"))).toEqual(before);
  });

  it("does not cut the history of a complete clone", async () => {
    const { base, fork, head } = tellStory(scratch);
    scratch.git(".", "clone", "--quiet", "--single-branch", "--branch=main", `file://${scratch.path("origin.git")}`, "clone");
    const before = stateOf(scratch.path("clone"));
    await using repository = await open();
    await repository.remote.fetchCommit(head, {});
    expect(await repository.isShallow()).toBe(false);
    expect(await repository.mergeBase(head, base)).toBe(fork);
    expect(stateOf(scratch.path("clone"))).toEqual(before);
  });

  it("says what cannot be had and how to have it", async () => {
    const { merge } = tellStory(scratch);
    checkOut(scratch, "clone", merge, MERGE, 1);
    await using repository = await open();
    await expect(repository.remote.fetchCommit("1".repeat(40), {})).rejects.toMatchObject({
      name: "NoVerdictError",
      kind: "base-unavailable",
      message: expect.stringMatching(/^commit 1{40} is not in this clone and cannot be fetched: /),
      remedy: expect.stringMatching(/fetch-depth: 2.*fetch-depth: 0.*contents: read/),
    });
  });

  it("takes no folder of the repository for the remote", async () => {
    const { base, merge } = tellStory(scratch);
    checkOut(scratch, "clone", merge, MERGE, 1);
    scratch.git(".", "clone", "--quiet", "--mirror", "origin.git", "clone/origin");
    scratch.git("clone", "remote", "remove", "origin");
    await using repository = await open();
    await expect(repository.remote.fetchCommit(base, {})).rejects.toMatchObject({ message: expect.stringContaining("no remote `origin`") });
    await expect(repository.remote.tipOf("main", {})).rejects.toMatchObject({ message: expect.stringContaining("no remote `origin`") });
  });

  it("takes nothing but full names", async () => {
    scratch.init("clone");
    await using repository = await open();
    await expect(repository.remote.fetchCommit("--upload-pack=x", {})).rejects.toThrow("not the full name");
  });
});

describe("the tip of a branch or tag", () => {
  it("is the remote's", async () => {
    const { base, head, merge } = tellStory(scratch);
    scratch.git("work", "tag", "-a", "v1", "-m", "x", head);
    scratch.git("work", "push", "--quiet", "../origin.git", "v1", "main:refs/heads/deep/main");
    checkOut(scratch, "clone", merge, MERGE, 1);
    await using repository = await open();
    expect(await repository.remote.tipOf("main", {})).toBe(base);
    expect(await repository.remote.tipOf("refs/heads/feature", {})).toBe(head);
    expect(await repository.remote.tipOf("v1", {})).toBe(head);
    expect(await repository.remote.tipOf("gone", {})).toBeNull();
  });
});

describe("the merge base", () => {
  it("is found in a shallow clone by deepening, no further than needed", async () => {
    const { base, fork, head } = tellStory(scratch, 100);
    checkOut(scratch, "clone", head, "refs/remotes/pull/1/head", 1);
    const before = stateOf(scratch.path("clone"));
    await using repository = await open();
    expect(await repository.remote.mergeBase(head, base, {})).toBe(fork);
    expect(stateOf(scratch.path("clone"))).toEqual(before);
  });

  it("does not bring the whole history", async () => {
    scratch.init("long");
    for (let count = 0; count < 150; count += 1) scratch.git("long", "commit", "--quiet", "--allow-empty", "-m", String(count));
    const oldest = scratch.git("long", "rev-list", "--max-parents=0", "HEAD");
    const fork = scratch.git("long", "rev-parse", "HEAD");
    const base = scratch.commit("long", { b: "b" });
    scratch.git("long", "switch", "--quiet", "--detach", fork);
    const head = scratch.commit("long", { h: "h" });
    scratch.git("long", "branch", "feature");
    checkOut(scratch, "clone", head, "refs/remotes/pull/1/head", 1, `file://${scratch.path("long")}`);
    await using repository = await open();
    expect(await repository.remote.mergeBase(head, base, {})).toBe(fork);
    expect(await repository.has(oldest)).toBe(false);
    expect(await repository.isShallow()).toBe(true);
  });

  it("is null where there is none, shallow or not", async () => {
    const { head } = tellStory(scratch, 3);
    scratch.git("work", "switch", "--quiet", "--orphan", "island");
    const island = scratch.commit("work", { other: "x" });
    scratch.git("work", "push", "--quiet", "../origin.git", "island");
    checkOut(scratch, "clone", head, "refs/remotes/pull/1/head", 1);
    await using repository = await open();
    expect(await repository.remote.mergeBase(head, island, {})).toBeNull();
  });

  it("is null where the remote itself has no more history", async () => {
    const { base, head } = tellStory(scratch, 5);
    scratch.git(".", "clone", "--quiet", "--bare", "--depth=3", "--no-single-branch", `file://${scratch.path("origin.git")}`, "mirror.git");
    checkOut(scratch, "clone", head, "refs/remotes/pull/1/head", 1, `file://${scratch.path("mirror.git")}`);
    await using repository = await open();
    expect(await repository.remote.mergeBase(head, base, {})).toBeNull();
    expect(await repository.isShallow()).toBe(true);
  });

  it("says that history cannot be fetched", async () => {
    const { base, head } = tellStory(scratch, 3);
    checkOut(scratch, "clone", head, "refs/remotes/pull/1/head", 1);
    scratch.git("clone", "fetch", "--quiet", "--depth=1", "origin", base);
    scratch.git("clone", "config", "remote.origin.url", "file:///nowhere");
    await using repository = await open();
    await expect(repository.remote.mergeBase(head, base, {})).rejects.toMatchObject({ kind: "base-unavailable", message: expect.stringContaining("merge base") });
  });
});

describe("a private remote", () => {
  const token = "ghs_verysecret";
  const basic = `basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;

  it("is asked without the token first, then with it, and the token is kept nowhere", async () => {
    const { base, merge } = tellStory(scratch);
    await using server = await serveGit(scratch, basic);
    checkOut(scratch, "clone", merge, MERGE, 1);
    scratch.git("clone", "config", "remote.origin.url", `${server.url}/origin.git`);
    const before = stateOf(scratch.path("clone"));
    await using repository = await open();
    await expect(repository.remote.fetchCommit(base, {})).rejects.toMatchObject({ kind: "base-unavailable" });
    expect(new Set(server.seen)).toEqual(new Set([""]));
    await repository.remote.fetchCommit(base, { token, serverUrl: `${server.url}/` });
    expect(await repository.has(base)).toBe(true);
    expect(server.seen.at(-1)).toBe(basic);
    expect(stateOf(scratch.path("clone"))).toEqual(before);
  });

  it("is not sent two headers where checkout left one that does not do", async () => {
    const { base, merge } = tellStory(scratch);
    await using server = await serveGit(scratch, basic);
    checkOut(scratch, "clone", merge, MERGE, 1);
    scratch.git("clone", "config", "remote.origin.url", `${server.url}/origin.git`);
    scratch.git("clone", "config", `http.${server.url}/.extraheader`, "AUTHORIZATION: basic b2xk");
    await using repository = await open();
    await repository.remote.fetchCommit(base, { token, serverUrl: server.url });
    expect(new Set(server.seen)).toEqual(new Set(["basic b2xk", basic]));
  });

  it("is reached by what checkout left, in a file that the configuration includes", async () => {
    const { base, merge } = tellStory(scratch);
    await using server = await serveGit(scratch, "basic b2xk");
    checkOut(scratch, "clone", merge, MERGE, 1);
    scratch.git("clone", "config", "remote.origin.url", `${server.url}/origin.git`);
    scratch.write("git-credentials.config", `[http "${server.url}/"]\n\textraheader = AUTHORIZATION: basic b2xk\n`);
    scratch.git("clone", "config", `includeIf.gitdir:${scratch.path("clone/.git")}.path`, scratch.path("git-credentials.config"));
    await using repository = await open();
    await repository.remote.fetchCommit(base, { token: "not needed", serverUrl: server.url });
    expect(new Set(server.seen)).toEqual(new Set(["basic b2xk"]));
  });

  it("does not get the token when it is another server", async () => {
    const { merge } = tellStory(scratch);
    await using server = await serveGit(scratch, basic);
    checkOut(scratch, "clone", merge, MERGE, 1);
    scratch.git("clone", "config", "remote.origin.url", `${server.url}/origin.git`);
    await using repository = await open();
    const failure = repository.remote.fetchCommit("1".repeat(40), { token, serverUrl: "https://github.com" });
    await expect(failure).rejects.toMatchObject({ kind: "base-unavailable" });
    expect(new Set(server.seen)).toEqual(new Set([""]));
  });

  it("is quoted without the credentials of its address", async () => {
    scratch.init("clone");
    scratch.git("clone", "remote", "add", "origin", `http://user:password@127.0.0.1:1/${token}`);
    await using repository = await open();
    const failure: unknown = await repository.remote.fetchCommit("1".repeat(40), { token }).catch((error: unknown) => error);
    expect(String(failure)).toContain("cannot be fetched");
    expect(String(failure)).not.toMatch(/password|verysecret/);
  });

  (process.platform === "linux" ? it : it.skip)("keeps the token out of every command line", async () => {
    const { base, merge } = tellStory(scratch);
    await using server = await serveGit(scratch, basic);
    checkOut(scratch, "clone", merge, MERGE, 1);
    scratch.git("clone", "config", "remote.origin.url", `${server.url}/origin.git`);
    const real = execFileSync("sh", ["-c", "command -v git"]).toString().trim();
    scratch.write("bin/git", `#!/bin/sh\nprintf '%s\\n' "$*" >> ${scratch.path("arguments")}\nexec ${real} "$@"\n`);
    execFileSync("chmod", ["+x", scratch.path("bin/git")]);
    await using repository = await openRepository(scratch.path("clone"), { ...scratch.environment, PATH: `${scratch.path("bin")}:${scratch.environment["PATH"]}` });
    await repository.remote.fetchCommit(base, { token, serverUrl: server.url });
    const used = readFileSync(scratch.path("arguments"), "utf8");
    expect(used).toContain("fetch");
    expect(used).not.toMatch(new RegExp(`${token}|${basic.slice("basic ".length)}`));
  });
});
