// The two ways a run ends before there is a report. Everything else is a problem inside the report.

import type { ProblemKind } from "./problem.ts";

/** The call, the event or the configuration cannot be understood: exit code 2, nothing was compared. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What to do about it; one sentence, may be empty. */
  readonly remedy: string;
  constructor(message: string, remedy = "") {
    super(message);
    this.remedy = remedy;
  }
}

/** The two sides cannot be had: exit code 3, no verdict. */
export class NoVerdictError extends Error {
  override readonly name = "NoVerdictError";
  readonly kind: ProblemKind;
  readonly remedy: string;
  constructor(kind: ProblemKind, message: string, remedy: string) {
    super(message);
    this.kind = kind;
    this.remedy = remedy;
  }
}
