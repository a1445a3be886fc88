// The report for GitLab's code quality widget. docs.gitlab.com: ci/testing/code_quality (code quality report format).

import { fingerprint } from "../core/fingerprint.ts";
import { terminalText } from "../core/one-line.ts";
import type { Problem } from "../core/problem.ts";
import type { Finding, Report, Severity } from "../core/report.ts";
import { cutText, urlPath, wellFormed } from "./escape.ts";
import { findingPlace, type FindingPlace, targetPlaces } from "./finding-place.ts";
import { toSentence } from "./story.ts";

const MESSAGE_LENGTH = 2000;

const severities = { error: "critical", warning: "major", note: "info" } as const satisfies Record<Severity, string>;

const describe = (...texts: readonly string[]): string => terminalText(cutText(texts.filter((text) => text !== "").map(toSentence).join(" "), MESSAGE_LENGTH));

function fromFinding(finding: Finding, targets: ReadonlyMap<string, FindingPlace>) {
  const { path, line } = findingPlace(finding, targets);
  const { rule, severity, message, remedy } = finding;
  return { description: describe(message, remedy), check_name: rule, fingerprint: finding.fingerprint, severity: severities[severity], location: { path: wellFormed(path), lines: { begin: line } } };
}

/** The widget knows no "could not look": what nobody looked at is the worst that can be said. */
function fromProblem({ kind, side, target, path, line, message, remedy }: Problem, targets: ReadonlyMap<string, FindingPlace>) {
  const own = path !== null && urlPath(path) !== null ? { path, line: side === "head" ? (line ?? 1) : 1, column: null } : null;
  const place = own ?? findingPlace({ locations: [], target: target ?? "" }, targets);
  return {
    description: describe(`Not analysed: ${message}`, remedy),
    check_name: `not-analysed/${kind}`,
    fingerprint: fingerprint(["problem", kind, side, target, path, message]),
    severity: "blocker",
    location: { path: wellFormed(place.path), lines: { begin: place.line } },
  };
}

/** Findings that count and problems that block, as JSON with a line feed at the end. What is exempted is left out: the widget has no word for it. */
export function gitlabReport(report: Report): string {
  const targets = targetPlaces(report);
  const entries = [
    ...report.findings.filter(({ exemption }) => exemption === null).map((finding) => fromFinding(finding, targets)),
    ...report.problems.filter(({ blocking }) => blocking).map((problem) => fromProblem(problem, targets)),
  ];
  return `${JSON.stringify(entries, null, 2).replaceAll("##[", "#\\u0023[")}\n`;
}
