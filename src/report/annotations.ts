// Findings and problems at their lines: for a check run, and as workflow commands where there is none.

import type { Problem } from "../core/problem.ts";
import type { Report, Severity } from "../core/report.ts";
import { terminalText, workflowData } from "../core/one-line.ts";
import { cutText, workflowProperty } from "./escape.ts";
import { describeSubject } from "./subject.ts";
import { type Story, tellStories, toSentence } from "./story.ts";

/** One remark at lines of a file of the head commit. Texts are plain: one paragraph a line, nothing in them that does not show. */
export interface Annotation {
  /** Relative to the repository's root. */
  readonly path: string;
  /** 1-based. */
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "failure" | "warning" | "notice";
  /** At most 255 characters. */
  readonly title: string;
  /** At most 4096 characters. */
  readonly message: string;
}

type Level = Annotation["level"];
type Remark = Omit<Annotation, "path" | "startLine" | "endLine"> & { readonly at: Pick<Annotation, "path" | "startLine" | "endLine"> | null };

const TITLE_LENGTH = 255; // @octokit/openapi: checks/create
const MESSAGE_LENGTH = 4096; // actions/runner: src/Runner.Worker/ExecutionContext.cs (_maxIssueMessageLength)
const MOST_PER_LEVEL = 10; // actions/toolkit: docs/problem-matchers.md

const levels = { error: "failure", warning: "warning", note: "notice" } as const satisfies Record<Severity, Level>;

const titleOf = (text: string): string => cutText(terminalText(text), TITLE_LENGTH);

const paragraphs = (...texts: readonly string[]): string =>
  cutText(texts.filter((text) => text !== "").map((text) => toSentence(terminalText(text))).join("\n"), MESSAGE_LENGTH);

function fromStory(story: Story): Remark {
  const { location, exemption, message, remedy, rule, severity } = story;
  return {
    at: location === null ? null : { path: location.path, startLine: location.line, endLine: Math.max(location.line, location.endLine) },
    level: exemption === null ? levels[severity] : "notice",
    title: titleOf(`${rule}: ${describeSubject(story)}`),
    message: paragraphs(message, ...(exemption === null ? [remedy] : [`Exempted: ${exemption.reason}`])),
  };
}

function fromProblem({ kind, side, target, path, line, message, remedy, blocking }: Problem): Remark {
  // A line of the base is not a line of the head's file.
  const at = side === "head" ? (line ?? 1) : 1;
  const title = `${blocking ? "Not analysed" : "Remark"}${side === "base" ? " on the base" : ""} (${kind})${target === null ? "" : `: ${target}`}`;
  return {
    at: path === null ? null : { path, startLine: at, endLine: at },
    level: blocking ? "failure" : "notice",
    title: titleOf(title),
    message: paragraphs(message, remedy),
  };
}

/** Worst first: what fails, what is not known, what warns, what is only said. */
function remarksOf(report: Report): readonly Remark[] {
  const { counted, exempted } = tellStories(report);
  const ofSeverity = (severity: Severity): readonly Remark[] => counted.filter((story) => story.severity === severity).map(fromStory);
  const problems = (blocking: boolean): readonly Remark[] => report.problems.filter((problem) => problem.blocking === blocking).map(fromProblem);
  return [...ofSeverity("error"), ...problems(true), ...ofSeverity("warning"), ...ofSeverity("note"), ...problems(false), ...exempted.map(fromStory)];
}

/** Annotations of all findings and problems that have a place in a file, worst first. How many of them are sent is the edge's affair. */
export function checkAnnotations(report: Report): readonly Annotation[] {
  return remarksOf(report).flatMap(({ at, ...remark }) => (at === null ? [] : [{ ...at, ...remark }]));
}

const commands = { failure: "error", warning: "warning", notice: "notice" } as const satisfies Record<Level, string>;

function toCommand({ at, level, title, message }: Remark): string {
  const place = at === null ? [] : [`file=${workflowProperty(terminalText(at.path))}`, `line=${at.startLine}`, `endLine=${at.endLine}`];
  return `::${commands[level]} ${[...place, `title=${workflowProperty(title)}`].join(",")}::${workflowData(message)}`;
}

/** Workflow commands for the log, worst first, at most ten of each level: GitHub shows no more. */
export function logAnnotations(report: Report): readonly string[] {
  const used = { failure: 0, warning: 0, notice: 0 };
  return remarksOf(report)
    .filter(({ level }) => ++used[level] <= MOST_PER_LEVEL)
    .map(toCommand);
}
