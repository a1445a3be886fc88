// The command line as a user meets it: in this process with the real renderer, which the calls share, or as the program that ships.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Surroundings, runCommandLine } from "../../src/run-command-line.ts";
import { renderer as openBuiltRenderer } from "../render/targets.ts";
import "./runner.ts"; // which frees this process of the machine's own variables

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly folder: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Which streams are a terminal. */
  readonly terminal?: { readonly stdout?: boolean; readonly stderr?: boolean };
}

/** Runs calls in this process until it is disposed of. */
export interface CommandLine extends AsyncDisposable {
  run(argv: readonly string[], circumstances: Circumstances): Promise<Ran>;
}

interface Recorder {
  readonly isTTY?: boolean;
  write(text: string, done?: () => void): boolean;
  text(): string;
}

function recorder(isTTY: boolean | undefined): Recorder {
  const written: string[] = [];
  return {
    ...(isTTY === undefined ? {} : { isTTY }),
    write(text, done) {
      written.push(text);
      done?.();
      return true;
    },
    text: () => written.join(""),
  };
}

async function* once(input: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield Buffer.from(input);
}

/** A command line whose calls share one renderer, with a time limit per target that a test can wait for. */
export function openCommandLine({ timeLimitMs = 60_000 }: { readonly timeLimitMs?: number } = {}): CommandLine {
  const shared = openBuiltRenderer({ workers: 2, timeLimitMs });
  const lent = { ...shared, [Symbol.asyncDispose]: () => Promise.resolve() };
  return {
    run: async (argv, { folder, input = "", env = {}, terminal = {} }) => {
      const [stdout, stderr] = [recorder(terminal.stdout), recorder(terminal.stderr)];
      const surroundings: Surroundings = { stdin: once(input), stdout, stderr, env, cwd: () => folder };
      const { exitCode } = await runCommandLine(argv, surroundings, () => lent);
      return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
    },
    [Symbol.asyncDispose]: () => shared[Symbol.asyncDispose](),
  };
}

/** The root of this repository. */
export const projectRoot = process.cwd(); // jest runs there

/** Runs a program with nothing of the machine's environment but PATH and what is given. */
export function runProgram(program: string, args: readonly string[], { folder, input = "", env = {} }: Circumstances): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { cwd: folder, env: { PATH: process.env["PATH"], ...env }, stdio: ["pipe", "pipe", "pipe"] });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stdout: Buffer.concat(stdout).toString("utf8"), stderr: Buffer.concat(stderr).toString("utf8") }));
    child.stdin.on("error", () => undefined); // it need not read what it is given
    child.stdin.end(input);
  });
}

/** Runs the program that ships. */
export function runShipped(argv: readonly string[], circumstances: Circumstances): Promise<Ran> {
  return runProgram(process.execPath, [join(projectRoot, "dist", "cli", "index.js"), ...argv], circumstances);
}
