// In words: how a tool ended without an output that can be read.

import { terminalText } from "../core/one-line.ts";
import type { Trouble } from "../core/problem.ts";
import type { ToolAnswer } from "./run-tool.ts";

const MAX_MESSAGE = 800; // characters

function blocking(kind: Trouble["kind"], message: string, remedy: string): Trouble {
  return { kind, path: null, line: null, message, remedy, blocking: true };
}

/** What a tool complains about, on one line: without warnings, credentials in addresses, and the folders that are only ours. */
export function complaintOf(stderr: string, folders: readonly string[]): string {
  const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
  const from = lines.findIndex((line) => /^Error: /i.test(line));
  const told = (from < 0 ? lines.slice(-5) : lines.slice(from)).join(" ").replace(/^Error: /i, "");
  const [complaint = ""] = told.split("Use --debug flag to render out invalid YAML", 1);
  const relative = folders.reduce((text, folder) => text.replaceAll(`${folder}/`, "").replaceAll(`${folder}\\`, "").replaceAll(folder, "."), complaint.trimEnd());
  const clean = terminalText(relative.replace(/:\/\/[^@/\s]*@/g, "://***@").trim());
  return clean.length <= MAX_MESSAGE ? clean : `${clean.slice(0, MAX_MESSAGE)}…`;
}

/** The blocking problem that an answer other than success is. `what` was run, `folders` are those that are ours. */
export function troubleOfAnswer(what: string, answer: ToolAnswer, folders: readonly string[]): Trouble {
  switch (answer.kind) {
    case "out-of-time":
      return blocking("limit", `\`${what}\` took longer than ${answer.seconds} s and was stopped`, "Look for a loop without end, or for an address that does not answer; or leave the target out with `exclude:`");
    case "too-much-output":
      return blocking("limit", `\`${what}\` printed more than the ${Math.floor(answer.bytes / (1024 * 1024))} MiB that are read and was stopped`, "Split the target, or leave it out with `exclude:`");
    case "not-started":
      return blocking("render-failed", `\`${what}\` cannot be started: ${terminalText(answer.reason).slice(0, MAX_MESSAGE)}`, "Repair the installation of the tool");
    case "ended": {
      const complaint = complaintOf(answer.stderr, folders);
      return blocking("render-failed", `\`${what}\` failed: ${complaint === "" ? `it ended with exit code ${answer.code}` : complaint}`, `Run \`${what}\` on the same path to see all that it says`);
    }
  }
}
