// One way to start git: never through a shell, always hardened.

import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { type Environment, hardening } from "./git-environment.ts";

/** How git is called in one repository. */
export interface Git {
  /** Absolute path of the program. */
  readonly program: string;
  /** Absolute path that the commands run in. */
  readonly directory: string;
  readonly environment: Environment;
}

export interface GitAnswer {
  /** Exit code; -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts git. The directory is named by `-C`, so that the system never searches it for the program. */
export function startGit(git: Git, args: readonly string[]): GitProcess {
  return spawn(git.program, ["-C", git.directory, ...hardening, ...args], {
    env: { ...git.environment },
    stdio: ["pipe", "pipe", "pipe"],
    shell: false,
    windowsHide: true,
  });
}

const MAX_COMPLAINT = 16_000; // characters of standard error that are kept

/** Gathers the beginning of what a process complains about. */
export function gatherComplaint(child: GitProcess): () => string {
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    if (text.length < MAX_COMPLAINT) text += chunk;
  });
  return () => text.slice(0, MAX_COMPLAINT);
}

/** Runs git to its end. Any exit code is an answer; rejects only when git cannot be started. */
export function runGit(git: Git, args: readonly string[], input = ""): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = startGit(git, args);
    const chunks: Buffer[] = [];
    const complaint = gatherComplaint(child);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on("error", () => undefined); // git may end without reading: its exit code says why
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, stdout: Buffer.concat(chunks), stderr: complaint() }));
    child.stdin.end(input);
  });
}

/** Standard output as one line of text: git ends its answers with one line feed. */
export function lineOf(answer: GitAnswer): string {
  return answer.stdout.toString("utf8").replace(/\r?\n$/, "");
}

/** The line in which git says what went wrong, without its prefix and without credentials in addresses. */
export function complaintOf({ code, stderr }: Pick<GitAnswer, "code" | "stderr">): string {
  const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
  const line = lines.find((text) => /^(?:fatal|error): /.test(text)) ?? lines.at(-1) ?? `git ended with exit code ${code}`;
  return line
    .replace(/^(?:fatal|error): /, "")
    .replace(/:\/\/[^@/\s]*@/g, "://***@")
    .slice(0, 400);
}

/** Standard output of a command that cannot fail in a sound repository. Throws an Error that quotes git. */
export async function demandGit(git: Git, args: readonly string[], input = ""): Promise<Buffer> {
  const answer = await runGit(git, args, input);
  if (answer.code === 0) return answer.stdout;
  throw new Error(`\`git ${args[0] ?? ""}\` failed in ${git.directory}: ${complaintOf(answer)}`);
}
