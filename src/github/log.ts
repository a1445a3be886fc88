// The sink for the workflow's log.

import { workflowData } from "../core/one-line.ts";

/** Writes one line; the text has no line break. */
export type Log = (line: string) => void;

/** A workflow command without properties. actions/toolkit: packages/core/src/command.ts. */
export function logCommand(command: "error" | "warning" | "notice" | "add-mask", message: string): string {
  return `::${command}::${workflowData(message)}`;
}
