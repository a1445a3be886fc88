// Real repositories in a temporary folder, away from the configuration of the machine.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Environment } from "../../src/git/git-environment.ts";

export interface Scratch extends Disposable {
  readonly folder: string;
  /** What the code under test is given as its environment. */
  readonly environment: Environment;
  /** Runs git as a user would, in a folder of the scratch; answers its output without the last line feed. */
  git(folder: string, ...args: readonly string[]): string;
  write(path: string, content: string | Uint8Array): void;
  /** Makes a repository on the branch `main`. */
  init(folder: string, ...args: readonly string[]): void;
  /** Writes the files and commits everything; answers the commit's id. */
  commit(folder: string, files: Readonly<Record<string, string>>, message?: string): string;
  path(...parts: readonly string[]): string;
}

export function makeScratch(): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "seccomp-gate-test-")));
  const global = join(folder, "global.gitconfig");
  writeFileSync(global, "[user]\n\tname = Test\n\temail = test@example.org\n[protocol \"file\"]\n\tallow = always\n");
  const environment: Environment = { PATH: process.env["PATH"], HOME: folder, GIT_CONFIG_GLOBAL: global, GIT_CONFIG_NOSYSTEM: "1" };
  const scratch: Scratch = {
    folder,
    environment,
    path: (...parts) => join(folder, ...parts),
    git: (where, ...args) =>
      execFileSync("git", ["-C", join(folder, where), ...args], { env: { ...environment }, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e9 })
        .toString("utf8")
        .replace(/\n$/, ""),
    write: (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    init: (where, ...args) => {
      mkdirSync(join(folder, where), { recursive: true });
      scratch.git(where, "init", "--quiet", "--template=", "--initial-branch=main", ...args);
    },
    commit: (where, files, message = "change") => {
      for (const [path, content] of Object.entries(files)) scratch.write(join(where, path), content);
      scratch.git(where, "add", "--all");
      scratch.git(where, "commit", "--quiet", "--allow-empty", "-m", message);
      return scratch.git(where, "rev-parse", "HEAD");
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
  return scratch;
}

/** Every file of a repository but its objects and the list of shallow commits, with a hash of the content: what we promise not to touch. */
export function stateOf(folder: string): Readonly<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(item.parentPath, item.name)).replaceAll("\\", "/");
    if (!item.isFile() || /^(?:\.git\/)?(?:objects\/|shallow$)/.test(path)) continue;
    state[path] = createHash("sha1").update(readFileSync(join(folder, path))).digest("hex");
  }
  return state;
}

/** The pull request of every story: `main` moved on after `feature` left it, and the platform merged the two. */
export interface Story {
  /** Where they parted. */
  readonly fork: string;
  /** Tip of main. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/** One commit for `git fast-import`. https://git-scm.com/docs/git-fast-import */
function imported(ref: string, mark: string, parents: readonly string[], files: Readonly<Record<string, string>>): string {
  const [from, ...merged] = parents;
  const lines = [`commit ${ref}`, `mark :${mark}`, "committer Test <test@example.org> 1700000000 +0000", `data ${mark.length}`, mark];
  if (from !== undefined) lines.push(`from :${from}`);
  for (const parent of merged) lines.push(`merge :${parent}`);
  for (const [path, text] of Object.entries(files)) lines.push(`M 100644 inline ${path}`, `data ${text.length}`, text);
  return `${lines.join("\n")}\n\n`;
}

/**
 * Builds the story in `work`, where main is checked out, and in its mirror `origin.git`, which has `refs/pull/1/merge` and
 * `refs/pull/1/head` as GitHub has them. Main and feature are `longBy` commits longer than they need to be.
 */
export function tellStory(scratch: Scratch, longBy = 0): Story {
  const [fork, base, head, merge] = ["1", "2", "3", "4"];
  const stretch = (ref: string, first: number): string => Array.from({ length: longBy }, (_, index) => imported(ref, String(first + index), [index === 0 ? fork : String(first + index - 1)], {})).join("");
  const last = (first: number): string => (longBy === 0 ? fork : String(first + longBy - 1));
  const stream = [
    imported("refs/heads/main", fork, [], { "app.yaml": "one\n" }),
    stretch("refs/heads/main", 10_000),
    imported("refs/heads/main", base, [last(10_000)], { "app.yaml": "two\n" }),
    stretch("refs/heads/feature", 20_000),
    imported("refs/heads/feature", head, [last(20_000)], { "feature.yaml": "feature\n" }),
    `reset refs/pull/1/head\nfrom :${head}\n\n`,
    imported("refs/pull/1/merge", merge, [base, head], { "feature.yaml": "feature\n" }),
  ];
  scratch.init("work");
  const marks = scratch.path("marks");
  execFileSync("git", ["-C", scratch.path("work"), "fast-import", "--quiet", `--export-marks=${marks}`], { env: { ...scratch.environment }, input: stream.join("") });
  scratch.git("work", "reset", "--quiet", "--hard");
  scratch.git(".", "clone", "--quiet", "--mirror", "work", "origin.git");
  const ids = new Map(readFileSync(marks, "utf8").split("\n").map((line): [string, string] => [line.slice(1, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
  const idOf = (mark: string): string => ids.get(mark) ?? "";
  return { fork: idOf(fork), base: idOf(base), head: idOf(head), merge: idOf(merge) };
}

/** Does what actions/checkout does: actions/checkout: src/git-source-provider.ts, src/ref-helper.ts. */
export function checkOut(scratch: Scratch, folder: string, sha: string, ref: string, depth: number, url = `file://${scratch.path("origin.git")}`): void {
  scratch.init(folder);
  scratch.git(folder, "remote", "add", "origin", url);
  const depthArgs = depth === 0 ? [] : [`--depth=${depth}`];
  scratch.git(folder, "-c", "protocol.version=2", "fetch", "--quiet", "--no-tags", "--prune", "--no-recurse-submodules", ...depthArgs, "origin", `+${sha}:${ref}`);
  scratch.git(folder, "checkout", "--quiet", "--force", ref);
}
