// Asks Kubernetes' own libraries: builds the Go program beside this file, and hands it questions, one on a line.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const root = process.cwd(); // jest runs in the root of the repository
const sources = join(root, "__tests__", "differential", "kubernetes");

/** What the program can be asked. */
export type Question = "pods" | "policies" | "yaml" | "documents";

/** One answer: a value, or why there is none. */
export interface Answer {
  readonly error?: string;
  readonly value?: unknown;
}

/** Whether Go is there to build the program with. Says so in one line when it is not, as the tests of the renderer do. */
export function canAskKubernetes(about: string): boolean {
  if (spawnSync("go", ["version"]).status === 0) return true;
  process.stdout.write(`Go is not installed: ${about} was NOT compared with Kubernetes' own library.\n`);
  return false;
}

function mustRun(program: string, args: readonly string[], options: { readonly cwd?: string; readonly input?: string }): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, { ...options, encoding: "utf8", maxBuffer: 1 << 30 });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${String(status)}: ${stderr}`);
  return stdout;
}

/**
 * Builds the program and returns a function that asks it. `name` keeps tests that run at the same time apart; what is up to date is not
 * built again. Throws when it cannot be built.
 */
export function openKubernetes(name: string): (question: Question, asked: readonly unknown[]) => readonly Answer[] {
  const folder = join(root, ".cache", "differential");
  mkdirSync(folder, { recursive: true });
  const program = join(folder, process.platform === "win32" ? `${name}.exe` : name);
  mustRun("go", ["build", "-o", program, "."], { cwd: sources });
  return (question, asked) => {
    const lines = mustRun(program, [question], { input: asked.map((one) => `${JSON.stringify(one)}\n`).join("") }).split("\n").slice(0, -1);
    if (lines.length !== asked.length) throw new Error(`${lines.length} answers to ${asked.length} questions`);
    return lines.map((line): Answer => JSON.parse(line));
  };
}
