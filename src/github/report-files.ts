// The `output` folder: the reports as files, for later steps and for artifacts.

import { logLine } from "../core/one-line.ts";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Log, logCommand } from "./log.ts";

export interface ReportTexts {
  readonly json: string;
  readonly markdown: string;
  readonly sarif: string;
}

/** Absolute paths; null for what could not be written. */
export type ReportPaths = { readonly [format in keyof ReportTexts]: string | null };

/** The folder may lie in the checkout, where a pull request can plant a symbolic link: never write through one. */
function writeAfresh(path: string, text: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, text, { flag: "wx" });
}

/** Writes the reports. Failing to is a warning, since it says nothing about the verdict. */
export function writeReportFiles(folder: string, { json, markdown, sarif }: ReportTexts, log: Log): ReportPaths {
  const write = (name: string, text: string): string | null => {
    const path = join(folder, name);
    try {
      mkdirSync(folder, { recursive: true });
      writeAfresh(path, text);
      return path;
    } catch (error) {
      log(logCommand("warning", logLine(`\`${path}\` could not be written: ${error instanceof Error ? error.message : String(error)}. Set the input \`output\` to a folder that can be.`)));
      return null;
    }
  };
  return { json: write("report.json", json), sarif: write("report.sarif", sarif), markdown: write("report.md", markdown) };
}
