// The report as SARIF 2.1.0, the part of it that GitHub's code scanning takes, and what other viewers can do more with.
// docs.github.com: code-security/reference/code-scanning/sarif-files/sarif-support; docs.oasis-open.org: sarif/sarif/v2.1.0.

import type { Problem } from "../core/problem.ts";
import type { Report } from "../core/report.ts";
import { urlPath } from "./escape.ts";
import { targetPlaces } from "./finding-place.ts";
import type { LinkBase } from "./location.ts";
import { PROJECT_URL } from "./project.ts";
import { sarifPlace, sarifResult, sarifText, SOURCE_ROOT } from "./sarif-result.ts";
import { sarifRuleId, sarifRules } from "./sarif-rules.ts";
import { toSentence } from "./story.ts";

export interface SarifOptions extends LinkBase {
  /**
   * Tells apart several analyses of one commit; null leaves it to whoever uploads: `category` of github/codeql-action/upload-sarif only
   * fills in what is not there (github/codeql-action: src/upload-lib.ts, populateRunAutomationDetails).
   */
  readonly category: string | null;
}

const MOST_RESULTS = 25_000; // per run; more are refused. docs.github.com: rest/code-scanning (upload an analysis as SARIF data)

/** A problem is what the tool has to say about its own run. */
function notification({ kind, side, target, path, line, message, remedy, blocking }: Problem) {
  const where = [target === null ? "" : `\`${target}\``, side === "base" ? "on the base" : ""].filter((part) => part !== "").join(" ");
  const text = [where === "" ? toSentence(message) : `${where}: ${toSentence(message)}`, remedy === "" ? "" : toSentence(remedy)].filter((part) => part !== "").join(" ");
  // The base's file may not exist on the head.
  const located = path !== null && side === "head" && urlPath(path) !== null;
  return {
    descriptor: { id: kind },
    level: blocking ? "error" : "note",
    message: sarifText(text),
    ...(located ? { locations: [sarifPlace({ path, line: line ?? 1, column: null })] } : {}),
  };
}

function tooMany(left: number) {
  return { descriptor: { id: "limit" }, level: "error", message: { text: `${left} more findings are left out: GitHub takes ${MOST_RESULTS} at most. The JSON report has them all.` } };
}

function invocation({ problems, findings }: Report) {
  const left = Math.max(0, findings.length - MOST_RESULTS);
  return {
    executionSuccessful: !problems.some(({ blocking }) => blocking),
    toolExecutionNotifications: [...problems.map(notification), ...(left === 0 ? [] : [tooMany(left)])],
  };
}

function driver({ tool, findings }: Report) {
  return {
    name: "seccomp-gate",
    semanticVersion: tool.version,
    informationUri: PROJECT_URL,
    rules: sarifRules(findings),
  };
}

function provenance({ headSha, repositoryUrl }: SarifOptions) {
  if (headSha === null || repositoryUrl === null) return {};
  return { versionControlProvenance: [{ repositoryUri: repositoryUrl, revisionId: headSha, mappedTo: { uriBaseId: SOURCE_ROOT } }] };
}

/** The report as SARIF, indented by two blanks, with a line feed at the end; at most 25,000 results, worst first. */
export function sarifReport(report: Report, options: SarifOptions): string {
  const targets = targetPlaces(report);
  const tool = driver(report);
  const indices = new Map(tool.rules.map(({ id }, i) => [id, i]));
  const findings = report.findings.slice(0, MOST_RESULTS);
  const run = {
    tool: { driver: tool },
    ...(options.category === null ? {} : { automationDetails: { id: `seccomp-gate/${options.category}/` } }),
    ...provenance(options),
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits",
    invocations: [invocation(report)],
    results: findings.map((finding) => sarifResult(finding, indices.get(sarifRuleId(finding)) ?? -1, targets, report.base !== null)),
    properties: { verdict: report.verdict, base: report.base?.revision ?? null, head: report.head.revision },
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  // The same JSON, in which a runner whose log it is printed to finds no `##[command]`.
  return `${JSON.stringify(log, null, 2).replaceAll("##[", "#\\u0023[")}\n`;
}
