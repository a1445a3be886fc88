// The two files through which a step speaks to the runner: outputs and the job summary.

import { logLine } from "../core/one-line.ts";
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { EOL } from "node:os";
import { type Environment, variable } from "./environment.ts";
import { type Log, logCommand } from "./log.ts";

function append(env: Environment, name: "GITHUB_OUTPUT" | "GITHUB_STEP_SUMMARY", text: string, log: Log): void {
  const path = variable(env, name);
  if (path === null) return; // not every runner has it, and nothing depends on it
  try {
    appendFileSync(path, text);
  } catch (error) {
    log(logCommand("warning", logLine(`${name} (\`${path}\`) could not be written: ${error instanceof Error ? error.message : String(error)}`)));
  }
}

/** Sets the step's outputs. The delimiter is random, so that no value can end itself early. actions/toolkit: packages/core/src/file-command.ts. */
export function writeOutputs(env: Environment, outputs: Readonly<Record<string, string>>, log: Log): void {
  const delimiter = `seccomp_gate_${randomUUID()}`;
  const entries = Object.entries(outputs).map(([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ""].join(EOL));
  append(env, "GITHUB_OUTPUT", entries.join(""), log);
}

/** Bytes. One more than 1 MiB and the runner drops all of it: actions/runner: src/Runner.Worker/FileCommandManager.cs. */
export const SUMMARY_LIMIT = 1_000_000;

const CUT = "\n\nThe rest is left out: a job summary holds no more. The output `report` names the file with all of it.\n";

/** Writes the job summary, markdown that is escaped already. What is too long ends after a whole line, and says so. */
export function writeSummary(env: Environment, markdown: string, log: Log): void {
  const bytes = Buffer.from(markdown);
  const room = bytes.subarray(0, SUMMARY_LIMIT - Buffer.byteLength(CUT));
  const text = bytes.length <= SUMMARY_LIMIT ? markdown : room.subarray(0, Math.max(0, room.lastIndexOf("\n"))).toString() + CUT;
  append(env, "GITHUB_STEP_SUMMARY", text, log);
}
