// From findings and problems to the answer.

import type { Policy } from "./policy.ts";
import type { Problem } from "./problem.ts";
import type { Finding, Severity, Verdict } from "./report.ts";

const rank = { note: 0, warning: 1, error: 2 } as const satisfies Record<Severity, number>;

/** True for a finding that makes the verdict `fail`. `failOn: never` changes the exit code, not the verdict. */
export function fails({ exemption, severity }: Pick<Finding, "exemption" | "severity">, { failOn }: Pick<Policy, "failOn">): boolean {
  return exemption === null && rank[severity] >= rank[failOn === "never" ? "error" : failOn];
}

/** A finding outranks a problem: reading the rest could not make it better. */
export function reachVerdict(findings: readonly Finding[], problems: readonly Problem[], policy: Pick<Policy, "failOn">): Verdict {
  if (findings.some((finding) => fails(finding, policy))) return "fail";
  return problems.some((problem) => problem.blocking) ? "no-verdict" : "pass";
}

const exitCodes = { pass: 0, fail: 1, "no-verdict": 3 } as const satisfies Record<Verdict, number>;

/** The process' exit code for a verdict; 2 is for calls that were not understood and never comes from here. */
export function exitCode(verdict: Verdict, policy: Pick<Policy, "failOn" | "noVerdict">): number {
  if (policy.failOn === "never") return 0;
  return verdict === "no-verdict" && policy.noVerdict === "warn" ? 0 : exitCodes[verdict];
}
