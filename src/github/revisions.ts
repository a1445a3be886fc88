// Which two commits an event asks to compare: the table of events in docs/action.md, as a pure function.

import { UsageError } from "../core/failure.ts";
import type { Event } from "./event.ts";

/** What must be checked out for the event to be answered. */
export type HeadPlan =
  /** A merge commit whose second parent is `headSha`, or `headSha` itself. */
  | { readonly kind: "tested-merge"; readonly headSha: string }
  | { readonly kind: "commit"; readonly sha: string };

export type BasePlan =
  /** First parent of the checked-out merge commit; where the head itself is checked out, its merge base with `baseSha`. */
  | { readonly kind: "first-parent"; readonly baseSha: string; readonly baseBranch: string }
  | { readonly kind: "commit"; readonly sha: string }
  /** Merge base of the head and the tip of a branch of the remote. */
  | { readonly kind: "merge-base"; readonly branch: string }
  /** As the user wrote it in the input `base`. */
  | { readonly kind: "revision"; readonly revision: string };

export interface Revisions {
  readonly head: HeadPlan;
  readonly base: BasePlan;
}

export type ComparableEvent = Exclude<Event, { readonly kind: "nothing-to-compare" | "workflow-run" }>;

function forkPoint(event: ComparableEvent, ref: string | null, what: string): BasePlan {
  const { defaultBranch } = event.run;
  if (defaultBranch !== null && ref !== `refs/heads/${defaultBranch}`) return { kind: "merge-base", branch: defaultBranch };
  const where = defaultBranch === null ? "the default branch is unknown" : `\`${defaultBranch}\` is the default branch itself`;
  throw new UsageError(`${what} names no base, and ${where}`, "Set the input `base` to the revision to compare with.");
}

function basePlan(event: ComparableEvent): BasePlan {
  switch (event.kind) {
    case "pull-request":
      return { kind: "first-parent", baseSha: event.baseSha, baseBranch: event.baseBranch };
    case "merge-group":
      return { kind: "commit", sha: event.baseSha };
    case "push":
      return event.before === null ? forkPoint(event, event.ref, "the push of a new branch") : { kind: "commit", sha: event.before };
    case "dispatch":
      return forkPoint(event, event.run.ref, `the event \`${event.name}\``);
  }
}

/** The commits to compare. `base` is the input of that name. Throws a UsageError where the event names no base and the user neither. */
export function planRevisions(event: ComparableEvent, base: string | null): Revisions {
  const head: HeadPlan = event.kind === "pull-request" ? { kind: "tested-merge", headSha: event.headSha } : { kind: "commit", sha: event.headSha };
  return { head, base: base === null ? basePlan(event) : { kind: "revision", revision: base } };
}
