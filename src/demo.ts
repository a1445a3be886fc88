// `seccomp-gate demo`: builds a small real repository in a temporary folder and shows what a pull request's author would see.

import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UsageError } from "./core/failure.ts";
import { mainFiles, pullRequestFiles, type Files } from "./demo-repository.ts";
import type { Printing } from "./options/argv.ts";
import type { DiffCommand } from "./open-sides.ts";
import type { Ended, Surroundings } from "./run-command-line.ts";

/** What the demo needs of the command line: `diff`, and the way to print. */
export interface DemoPorts {
  diff(command: DiffCommand, surroundings: Surroundings): Promise<Ended>;
  write(surroundings: Surroundings, text: string): Promise<void>;
}

/** Nothing of the user's own git configuration, so that signing, hooks and templates stay out of it. */
function git(folder: string, ...args: readonly string[]): void {
  const identity = { NAME: "seccomp-gate demo", EMAIL: "demo@seccomp-gate.invalid", DATE: "2026-01-01T00:00:00Z" };
  const people = ["AUTHOR", "COMMITTER"].flatMap((role) => Object.entries(identity).map(([what, value]) => [`GIT_${role}_${what}`, value]));
  const inherited = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith("GIT_"));
  const env = { ...Object.fromEntries(inherited), ...Object.fromEntries(people), GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };
  const { status, error, stderr } = spawnSync("git", [...args], { cwd: folder, env, encoding: "utf8" });
  if (error !== undefined) throw new UsageError(`git cannot be run: ${error.message}`, "Install git, and make sure that it is on the PATH.");
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.trim()}`);
}

async function commit(folder: string, files: Files, message: string): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", message);
}

async function build(folder: string): Promise<void> {
  git(folder, "init", "--quiet", "--initial-branch=main", "--template=", ".");
  await commit(folder, mainFiles, "The shop, its worker and its backup");
  git(folder, "checkout", "--quiet", "-b", "pull-request");
  await commit(folder, pullRequestFiles, "Debug the worker, upload the backup, tidy the values");
}

const before = `A small repository was built in a temporary folder: a chart with values, a Kustomize base with two
overlays, and one plain manifest. Its branch \`pull-request\` weakens some containers and repairs another.
This is what \`seccomp-gate diff --base main\` says about it:

`;

const after = (code: number): string => `
The verdict above ended with exit code ${code}; the demo itself succeeded, and the repository is gone again.
In your own repository, on a branch:    seccomp-gate diff
All that is there, without a base:      seccomp-gate scan
As a required check on pull requests:   see "Use it on pull requests" in the README
`;

/** Runs the demo; its exit code is 0 whatever the report says. Formats for machines are printed alone. */
export async function runDemo(printing: Printing, surroundings: Surroundings, { diff, write }: DemoPorts): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), "seccomp-gate-demo-"));
  try {
    await build(folder);
    const talkative = printing.format === "text" && printing.output === null;
    if (talkative) await write(surroundings, before);
    const command: DiffCommand = { ...printing, kind: "diff", base: "main", head: { kind: "revision", revision: null }, only: [], config: null, chartCache: null, failOn: null, engine: "embedded" };
    const { exitCode } = await diff(command, { ...surroundings, stdout: surroundings.stdout, stderr: surroundings.stderr, cwd: () => folder });
    if (talkative) await write(surroundings, after(exitCode));
    return { exitCode: 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
