// A crash is no verdict. Node's own exit code for one is 1, which would say that a container lost its profile.

import { logLine } from "../core/one-line.ts";
import type { Log } from "./log.ts";

const NO_VERDICT = 3;

/** The one line that a crash leaves behind. */
export function crashLine(error: unknown): string {
  return `seccomp-gate: no verdict was reached: ${logLine(error instanceof Error ? error.message : String(error))}`;
}

/** Until the exit code is set to a verdict's, whatever ends this process ends it with exit code 3. */
export function expectCrash(log: Log): void {
  process.exitCode = NO_VERDICT;
  process.on("uncaughtException", (error) => {
    log(crashLine(error));
    process.exit(NO_VERDICT);
  });
}
