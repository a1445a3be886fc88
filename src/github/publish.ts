// Where a verdict goes on GitHub, in which order, and what carries it where something is refused. Never decides anything.

import { logLine } from "../core/one-line.ts";
import { apiFailure } from "./api-failure.ts";
import { type CheckRun, writeCheckRun, writeCommitStatus } from "./check-run.ts";
import type { Client } from "./client.ts";
import { type CommentOutcome, type StickyComment, writeComment } from "./comment.ts";
import type { Repository } from "./event.ts";
import { stillHead } from "./live-head.ts";
import { type Log, logCommand } from "./log.ts";
import { isForbidden, type Refusal, refusalOf, refusalWarnings } from "./refusal.ts";

/** What to write. Null: not wanted, or not possible for this event. */
export interface Publication {
  readonly checkRun: CheckRun | null;
  /** The same annotations as workflow commands, for when no check run carries them. */
  readonly logAnnotations: readonly string[];
  readonly pullRequest: { readonly number: number; readonly headSha: string; readonly fork: boolean; readonly comment: StickyComment } | null;
}

export interface Published {
  /** Null when none was written. */
  readonly comment: { readonly id: number; readonly url: string } | null;
  readonly checkRunId: number | null;
}

type Attempt<T> = { readonly kind: "done"; readonly value: T } | { readonly kind: "refused"; readonly refusals: readonly Refusal[] };

const refused = (...refusals: readonly Refusal[]): Attempt<never> => ({ kind: "refused", refusals });

/** The check run's id; null where a commit status stands in for it. Gitea and Forgejo have no check runs: go-gitea/gitea#24207. */
async function publishCheckRun(client: Client, repository: Repository, check: CheckRun): Promise<Attempt<number | null>> {
  try {
    return { kind: "done", value: await writeCheckRun(client, repository, check) };
  } catch (error) {
    const refusal = refusalOf("check run", error);
    const status = apiFailure(error)?.status ?? null;
    if (!isForbidden(status) || status === 403) return refused(refusal);
    try {
      await writeCommitStatus(client, repository, check);
      return { kind: "done", value: null };
    } catch (second) {
      return refused(refusalOf("commit status", second));
    }
  }
}

async function publishComment(client: Client, repository: Repository, pull: NonNullable<Publication["pullRequest"]>): Promise<Attempt<CommentOutcome>> {
  try {
    const isCurrent = stillHead(client, repository, pull.number, pull.headSha);
    return { kind: "done", value: await writeComment(client, repository, pull.number, pull.comment, isCurrent) };
  } catch (error) {
    return refused(refusalOf("comment", error));
  }
}

function reportOutcome(outcome: CommentOutcome, log: Log): Published["comment"] {
  if (outcome.kind === "outdated") log(logCommand("notice", "The pull request has a newer commit than the one that was checked: no comment was written. The run of the newer commit writes it."));
  return outcome.kind === "written" || outcome.kind === "unchanged" ? { id: outcome.id, url: outcome.url } : null;
}

/**
 * Writes the check run, then the comment. Resolves whatever happens: what is refused becomes a warning, and its content goes to
 * the next channel. Without a client only the log is written.
 */
export async function publish(client: Client | null, repository: Repository, publication: Publication, log: Log): Promise<Published> {
  const { checkRun, logAnnotations, pullRequest } = publication;
  const check = client === null || checkRun === null ? null : await publishCheckRun(client, repository, checkRun);
  const checkRunId = check?.kind === "done" ? check.value : null;
  if (checkRunId === null) logAnnotations.forEach(log);

  const comment = client === null || pullRequest === null ? null : await publishComment(client, repository, pullRequest);
  const written = comment?.kind === "done" ? reportOutcome(comment.value, log) : null;

  const refusals = [check, comment].flatMap((attempt) => (attempt?.kind === "refused" ? attempt.refusals : []));
  for (const warning of refusalWarnings(refusals, pullRequest?.fork ?? false)) log(logCommand("warning", logLine(warning)));
  return { comment: written, checkRunId };
}
