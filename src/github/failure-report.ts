// A run that ended before there was a report still has one: nothing was compared, and why.

import { NoVerdictError, UsageError } from "../core/failure.ts";
import type { Problem } from "../core/problem.ts";
import type { ProfileCounts, Report } from "../core/report.ts";

function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const where = { target: null, path: null, line: null, message, blocking: true } as const;
  if (error instanceof NoVerdictError) return { ...where, kind: error.kind, side: error.kind === "base-unavailable" ? "base" : "head", remedy: error.remedy };
  if (error instanceof UsageError) return { ...where, kind: "refused", side: "head", remedy: error.remedy };
  return { ...where, kind: "internal", side: "head", remedy: "This is a mistake in seccomp-gate: please report it. RUNNER_DEBUG=1 prints where it happened." };
}

const none: ProfileCounts = { RuntimeDefault: 0, Localhost: 0, Unconfined: 0, Unset: 0, Invalid: 0, NotApplicable: 0 };

/** A report with the verdict `no-verdict` and one blocking problem. `headSha` is empty when the event names none. */
export function failureReport(error: unknown, headSha: string, tool: Report["tool"]): Report {
  return {
    tool,
    verdict: "no-verdict",
    base: null,
    head: { revision: headSha },
    summary: { containers: { base: none, head: none }, targets: { rendered: 0, unchanged: 0, unresolved: 0 }, findings: { error: 0, warning: 0, note: 0, exempted: 0 } },
    targets: [],
    containers: [],
    findings: [],
    problems: [problemOf(error)],
    failOn: "error",
    noVerdict: "fail",
    policyNotes: [],
  };
}
