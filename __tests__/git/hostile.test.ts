// A clone in which everything that git can be told to run writes a file. None may appear.

import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { chmodSync, readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { resolvePlan } from "../../src/git/comparison.ts";
import { openRepository } from "../../src/git/repository.ts";
import { makeScratch, type Scratch, stateOf } from "./scratch.ts";

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch[Symbol.dispose]());

const HOOKS = ["post-checkout", "pre-auto-gc", "post-index-change", "reference-transaction", "fsmonitor-watchman", "post-merge", "pre-commit"];

/** A program that leaves `canary-NAME` behind. */
function trap(name: string): string {
  scratch.write(`traps/${name}`, `#!/bin/sh\ntouch ${scratch.path(`canary-${name}`)}\ncat\n`);
  chmodSync(scratch.path("traps", name), 0o755);
  return scratch.path("traps", name);
}

function sprung(): readonly string[] {
  return readdirSync(scratch.folder).filter((name) => name.startsWith("canary-"));
}

function setTraps(folder: string): void {
  const settings: Record<string, string> = {
    "core.fsmonitor": trap("fsmonitor"),
    "core.pager": trap("pager"),
    "core.askPass": trap("askpass"),
    "core.alternateRefsCommand": trap("alternates"),
    "core.editor": trap("editor"),
    "core.gitProxy": trap("proxy"),
    "credential.helper": `!${trap("helper")}`,
    "filter.evil.smudge": trap("smudge"),
    "filter.evil.clean": trap("clean"),
    "filter.evil.process": trap("process"),
    "filter.evil.required": "true",
    "diff.evil.textconv": trap("textconv"),
    "diff.external": trap("external"),
    "merge.evil.driver": trap("merge"),
    "gpg.program": trap("gpg"),
    "pager.cat-file": trap("pager-cat"),
    "pager.ls-tree": trap("pager-ls"),
    "remote.origin.uploadpack": trap("uploadpack"),
    "remote.origin.receivepack": trap("receivepack"),
    "core.untrackedCache": "true",
  };
  for (const name of ["cat-file", "ls-files", "ls-tree", "rev-parse", "merge-base", "fetch"]) settings[`alias.${name}`] = `!${trap(`alias-${name}`)}`;
  for (const [name, value] of Object.entries(settings)) scratch.git(folder, "config", name, value);
  for (const name of HOOKS) {
    scratch.write(`${folder}/.git/hooks/${name}`, `#!/bin/sh\ntouch ${scratch.path(`canary-hook-${name}`)}\n`);
    chmodSync(scratch.path(folder, ".git/hooks", name), 0o755);
  }
}

it("runs nothing of a hostile clone while it reads everything", async () => {
  scratch.init("repo");
  const base = scratch.commit("repo", { ".gitattributes": "* filter=evil diff=evil merge=evil text eol=crlf ident export-subst\n", "a.yaml": "a $Id$\n", "b.yaml": "b\n" });
  const head = scratch.commit("repo", { "a.yaml": "changed\n" });
  setTraps("repo");
  scratch.write("repo/b.yaml", "modified\n");
  scratch.write("repo/new.yaml", "untracked\n");
  const before = stateOf(scratch.path("repo"));
  {
    await using repository = await openRepository(scratch.path("repo"), scratch.environment);
    const [tree, onDisk] = [await repository.tree(base), await repository.worktree()];
    for (const opened of [tree, onDisk]) await opened.read([...opened.entries.values()].flatMap((entry) => (entry.kind === "file" ? [entry.id] : [])));
    expect(await repository.mergeBase(base, head)).toBe(base);
    await expect(repository.resolveCommit("nothing")).rejects.toThrow();
    expect(await resolvePlan(repository, { head: { kind: "commit", sha: head }, base: { kind: "commit", sha: base } }, {})).toEqual({ base, head });
    expect(onDisk.entries.get("new.yaml")).toMatchObject({ size: 10 });
  }
  expect(sprung()).toEqual([]);
  expect(stateOf(scratch.path("repo"))).toEqual(before);
  // The traps work: an ordinary git springs some of them.
  try {
    scratch.git("repo", "status");
  } catch {
    // the traps answer nonsense
  }
  expect(sprung()).not.toEqual([]);
});

it.each([
  ["ext", (command: string) => `ext::${command} %S`],
  ["file with its own upload-pack", () => `file://${scratch.path("origin.git")}`],
])("never fetches what a partial clone lacks: %s", async (_name, address) => {
  scratch.init("origin.git", "--bare");
  scratch.git("origin.git", "config", "uploadpack.allowFilter", "true");
  scratch.init("seed");
  const base = scratch.commit("seed", { "a.yaml": "old" });
  scratch.commit("seed", { "a.yaml": "new" });
  scratch.git("seed", "push", "--quiet", "../origin.git", "main");
  scratch.git(".", "clone", "--quiet", "--filter=blob:none", `file://${scratch.path("origin.git")}`, "repo");
  setTraps("repo");
  scratch.git("repo", "config", "remote.origin.url", address(trap("ext")));
  scratch.git("repo", "config", "protocol.ext.allow", "always");
  await using repository = await openRepository(scratch.path("repo"), scratch.environment);
  const tree = await repository.tree(base);
  const lacking = scratch.git("seed", "rev-parse", "HEAD~1:a.yaml");
  expect((await tree.read([lacking])).size).toBe(0);
  await expect(repository.resolveCommit(lacking)).rejects.toMatchObject({ name: "UsageError" });
  await repository.worktree();
  expect(sprung()).toEqual([]);
});

it("fetches by git's own transports only, with git's own upload-pack, and springs no trap", async () => {
  scratch.init("origin.git", "--bare");
  scratch.init("seed");
  const first = scratch.commit("seed", { "a.yaml": "old" });
  scratch.git("seed", "push", "--quiet", "../origin.git", "main");
  scratch.git(".", "clone", "--quiet", `file://${scratch.path("origin.git")}`, "repo");
  const second = scratch.commit("seed", { "a.yaml": "new" });
  scratch.git("seed", "push", "--quiet", "../origin.git", "main");
  scratch.git(".", "clone", "--quiet", "--mirror", "repo", "lender.git");
  scratch.write("repo/.git/objects/info/alternates", `${scratch.path("lender.git/objects")}\n`);
  setTraps("repo");
  const before = stateOf(scratch.path("repo"));
  await using repository = await openRepository(scratch.path("repo"), scratch.environment);
  await repository.remote.fetchCommit(second, {});
  expect(await repository.parents(second)).toEqual([first]);
  expect(sprung()).toEqual([]);
  expect(stateOf(scratch.path("repo"))).toEqual(before);

  const third = scratch.commit("seed", { "a.yaml": "newer" });
  for (const [name, url] of [["ext", `ext::${trap("ext")} %S`], ["vcs", "evil::somewhere"], ["proxy", "git://127.0.0.1/x"]] as const) {
    scratch.git("repo", "config", "remote.origin.url", url);
    scratch.git("repo", "config", "protocol.allow", "always");
    await expect(repository.remote.fetchCommit(third, {})).rejects.toMatchObject({ name: "NoVerdictError", kind: "base-unavailable", message: expect.stringContaining("not allowed") });
    expect([name, sprung()]).toEqual([name, []]);
  }
});

it("asks no credential helper and no person", async () => {
  const server: Server = createServer((_request, response) => response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  scratch.init("repo");
  const commit = scratch.commit("repo", { a: "a" });
  scratch.git("repo", "remote", "add", "origin", `${url}/x.git`);
  setTraps("repo");
  scratch.git("repo", "config", `credential.${url}.helper`, `!${trap("helper-of-address")}`);
  await using repository = await openRepository(scratch.path("repo"), { ...scratch.environment, GIT_ASKPASS: trap("askpass-variable"), SSH_ASKPASS: trap("ssh-askpass"), DISPLAY: ":0" });
  await expect(repository.remote.fetchCommit("a".repeat(40), {})).rejects.toMatchObject({ kind: "base-unavailable" });
  await expect(repository.remote.tipOf("main", {})).rejects.toMatchObject({ kind: "base-unavailable" });
  expect(await repository.has(commit)).toBe(true);
  expect(sprung()).toEqual([]);
  await new Promise((resolve) => server.close(resolve));
});
