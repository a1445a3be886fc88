// Finds the repository that a folder belongs to, and says in plain words why there is none.

import { lstat, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UsageError } from "../core/failure.ts";
import type { ObjectFormat } from "./disk.ts";
import { type Environment, localEnvironment } from "./git-environment.ts";
import { findGit } from "./find-git.ts";
import { complaintOf, demandGit, type Git, type GitAnswer, lineOf, runGit } from "./run-git.ts";

export interface Discovered {
  /** Calls git at the root. */
  readonly git: Git;
  readonly bare: boolean;
  readonly format: ObjectFormat;
}

const OLDEST: readonly [number, number] = [2, 30]; // rev-parse --end-of-options; fetch --no-write-fetch-head is of 2.29

function checkVersion(git: Git, text: string): void {
  const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(text) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST;
  if (Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor)) return;
  throw new UsageError(`git 2.30 or later is needed, and \`${git.program}\` is \`${text}\``, "Update git.");
}

function refusal(directory: string, answer: GitAnswer): UsageError {
  if (answer.stderr.includes("not a git repository")) {
    return new UsageError(`\`${directory}\` is not in a git repository`, "Run it in one, or judge a folder without git with `seccomp-gate scan PATH`.");
  }
  if (answer.stderr.includes("dubious ownership") || answer.stderr.includes("unsafe repository")) {
    return new UsageError(`git refuses \`${directory}\`, which belongs to another user`, `Run \`git config --global --add safe.directory ${directory}\` first.`);
  }
  return new UsageError(`git cannot open \`${directory}\`: ${complaintOf(answer)}`, "Look at what `git status` says there.");
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Root of the work tree; of a bare repository its own folder. */
async function findRoot(git: Git, bare: boolean): Promise<string> {
  if (bare) return resolve(git.directory, lineOf(await runGit(git, ["rev-parse", "--absolute-git-dir"])));
  const root = resolve(lineOf(await runGit(git, ["rev-parse", "--show-toplevel"])));
  // Configuration can claim any folder as the work tree (core.worktree): only one that says so itself is believed.
  if (await exists(join(root, ".git"))) return root;
  throw new UsageError(`the repository at \`${git.directory}\` claims the work tree \`${root}\`, which has no \`.git\``, "Unset `core.worktree`, or run it in an ordinary clone.");
}

/** The repository that `directory` lies in. Throws a UsageError when there is none, or git is missing or too old. */
export async function discoverRepository(directory: string, source: Environment): Promise<Discovered> {
  const absolute = resolve(directory);
  const isFolder = await stat(absolute).then((found) => found.isDirectory(), () => false);
  if (!isFolder) throw new UsageError(`\`${directory}\` is not a folder`, "Name a folder in a git repository.");
  const here: Git = { program: await findGit(source["PATH"] ?? source["Path"] ?? ""), directory: absolute, environment: localEnvironment(source) };
  const [version, answer] = await Promise.all([runGit(here, ["--version"]), runGit(here, ["rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--show-object-format=storage"])]);
  checkVersion(here, lineOf(version));
  if (answer.code !== 0) throw refusal(directory, answer);
  const [bare, inside, format] = lineOf(answer).split(/\r?\n/);
  if (bare === "false" && inside === "false") throw new UsageError(`\`${directory}\` is not in the work tree of its repository`, "Run it in the work tree, not in `.git`.");
  if (format !== "sha1" && format !== "sha256") throw new UsageError(`the repository at \`${directory}\` names its objects by \`${format}\``, "Only sha1 and sha256 are known.");
  const root = await findRoot(here, bare === "true");
  return { git: { ...here, directory: root }, bare: bare === "true", format };
}

/** True when the repository leaves objects with a remote that promises them. */
export async function isPartialClone(git: Git): Promise<boolean> {
  const answer = await runGit(git, ["config", "--get-regexp", "^(extensions\\.partialclone|remote\\..*\\.promisor)$"]);
  return answer.code === 0;
}

/** Absolute path of a file in the repository's git folder, wherever a linked work tree keeps it. */
export async function gitPath(git: Git, name: string): Promise<string> {
  return resolve(git.directory, (await demandGit(git, ["rev-parse", "--git-path", name])).toString("utf8").replace(/\r?\n$/, ""));
}
