// What could not be written, in words: permissions by name, everything else by what the server said.

import { apiFailure } from "./api-failure.ts";

/** A kind of thing that we write to GitHub. */
export type Channel = "check run" | "commit status" | "comment";

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions; `issues: write` is not enough for pull requests. */
const permissions = {
  "check run": "checks: write",
  "commit status": "statuses: write",
  comment: "pull-requests: write",
} as const satisfies Record<Channel, string>;

export type Refusal =
  /** 403, 404 or 405: the token may not, or the server cannot. */
  | { readonly kind: "forbidden"; readonly channel: Channel; readonly status: number }
  | { readonly kind: "failed"; readonly channel: Channel; readonly reason: string };

/** True for the answers that mean "this token may not" (403, or 404 to hide what it may not see) or "this server cannot" (404, 405). */
export function isForbidden(status: number | null): status is 403 | 404 | 405 {
  return status === 403 || status === 404 || status === 405;
}

/** Why writing to a channel failed. A rate limit is a 403 too, but no lack of permission. */
export function refusalOf(channel: Channel, error: unknown): Refusal {
  const failure = apiFailure(error);
  const limited = failure !== null && (failure.headers["x-ratelimit-remaining"] === "0" || failure.headers["retry-after"] !== undefined || /rate limit/i.test(failure.message));
  if (failure !== null && isForbidden(failure.status) && !limited) return { kind: "forbidden", channel, status: failure.status };
  const answer = failure?.status === undefined || failure.status === null ? "" : `${failure.status} `;
  return { kind: "failed", channel, reason: `${answer}${error instanceof Error ? error.message : String(error)}` };
}

const list = (items: readonly string[]): string => items.join(" and ");

/** One warning for all that is forbidden: what was not written, the permissions it takes, where its content is instead. */
function forbiddenWarning(forbidden: readonly Refusal[], fork: boolean): string {
  const what = list(forbidden.map(({ channel }) => `the ${channel}`));
  const needed = list(forbidden.map(({ channel }) => `\`${permissions[channel]}\``));
  const why = `${what} could not be written: the token lacks ${needed}.`;
  const instead = "The findings are in the job summary; the exit code is the same.";
  const remedy = fork
    ? "A pull request from a fork has a read-only token: to have results posted there, add the two-stage set-up (a second workflow on `workflow_run` with the input `report-from`)."
    : `Add ${needed} to the \`permissions\` of the job, or switch ${what} off by input.`;
  return `${why} ${instead} ${remedy}`;
}

/** The warnings to print for everything that could not be written: at most one about permissions. */
export function refusalWarnings(refusals: readonly Refusal[], fork: boolean): readonly string[] {
  const forbidden = refusals.filter(({ kind }) => kind === "forbidden");
  const failed = refusals.flatMap((refusal) => (refusal.kind === "failed" ? [`the ${refusal.channel} could not be written: ${refusal.reason}. The findings are in the job summary; the exit code is the same.`] : []));
  return forbidden.length === 0 ? failed : [forbiddenWarning(forbidden, fork), ...failed];
}
