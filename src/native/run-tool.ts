// One way to start a tool: never through a shell, with bounds on time and output, and its whole process group ended with it.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { errorCode } from "./error-code.ts";
import type { Environment } from "./tool-environment.ts";

export interface ToolCall {
  /** Absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute path that it runs in. */
  readonly directory: string;
  readonly environment: Environment;
  /** Time on the wall. */
  readonly timeLimitMs: number;
  /** Bytes of standard output. */
  readonly maxOutput: number;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

export type ToolAnswer =
  /** `code` is -1 when a signal ended it. */
  | { readonly kind: "ended"; readonly code: number; readonly stdout: Uint8Array; readonly stderr: string }
  | { readonly kind: "out-of-time"; readonly seconds: number }
  | { readonly kind: "too-much-output"; readonly bytes: number }
  | { readonly kind: "not-started"; readonly reason: string };

const MAX_COMPLAINT = 64_000; // characters of standard error that are kept

/** Ends a process and everything that it started. What is gone already is no failure. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    const taskkill = join(process.env["SystemRoot"] ?? "C:\\Windows", "System32", "taskkill.exe");
    spawn(taskkill, ["/pid", String(pid), "/t", "/f"], { stdio: "ignore", windowsHide: true }).on("error", () => undefined);
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // ESRCH: nobody is left. EPERM: macOS says so of what has ended and was not waited for.
    if (!["ESRCH", "EPERM"].includes(errorCode(error) ?? "")) throw error;
  }
}

/** Runs a tool to its end. Every way in which it ends is an answer; rejects only when `signal` ends it. */
export function runTool({ program, args, directory, environment, timeLimitMs, maxOutput, signal }: ToolCall): Promise<ToolAnswer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error("the native engine is closed"));
    const chunks: Uint8Array[] = [];
    let [size, complaint] = [0, ""];
    let cut: ToolAnswer | null = null;
    // A group of its own (on POSIX), so that what it starts can be ended with it.
    const child = spawn(program, [...args], { cwd: directory, env: { ...environment }, stdio: ["ignore", "pipe", "pipe"], shell: false, windowsHide: true, detached: process.platform !== "win32" });
    const stop = (why: ToolAnswer | null): void => {
      cut ??= why;
      endGroup(child);
    };
    const onAbort = (): void => stop(null);
    const timer = setTimeout(() => stop({ kind: "out-of-time", seconds: timeLimitMs / 1000 }), timeLimitMs);
    signal.addEventListener("abort", onAbort);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      settle();
    };
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxOutput) stop({ kind: "too-much-output", bytes: maxOutput });
      else chunks.push(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      if (complaint.length < MAX_COMPLAINT) complaint += chunk;
    });
    child.on("error", (error) => finish(() => resolve({ kind: "not-started", reason: error.message })));
    child.on("exit", () => endGroup(child)); // what it left behind would keep the pipes open
    child.on("close", (code) =>
      finish(() => (signal.aborted ? reject(new Error("the native engine is closed")) : resolve(cut ?? { kind: "ended", code: code ?? -1, stdout: Buffer.concat(chunks), stderr: complaint.slice(0, MAX_COMPLAINT) }))),
    );
  });
}
