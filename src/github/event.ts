// From the event that started the workflow to what it names: commits, pull request, repository.

import { readFileSync } from "node:fs";
import type { z } from "zod";
import { UsageError } from "../core/failure.ts";
import { anyPayload, isZero, mergeGroupPayload, pullRequestPayload, pushPayload, workflowRunPayload } from "./event-payload.ts";
import { address, type Environment, variable } from "./environment.ts";

export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** Where the workflow runs: the same for every event. */
export interface Run {
  readonly repository: Repository;
  /** Without a trailing slash; may have a path such as `/api/v3`. */
  readonly apiUrl: string;
  /** Without a trailing slash. For links. */
  readonly serverUrl: string;
  /** Null outside a workflow. */
  readonly runId: string | null;
  /** Short name; null when the payload does not tell. */
  readonly defaultBranch: string | null;
  /** The full ref that the workflow runs on. */
  readonly ref: string | null;
}

export type Event =
  | {
      readonly kind: "pull-request";
      readonly run: Run;
      readonly pull: number;
      /** The commit that people pushed, not the merge commit that is tested. */
      readonly headSha: string;
      /** As of the event, and possibly stale: the tested merge commit knows better. */
      readonly baseSha: string;
      readonly baseBranch: string;
      /** True when the head lies in another repository, or in one that is gone. */
      readonly fork: boolean;
    }
  | { readonly kind: "push"; readonly run: Run; /** Null for a new branch. */ readonly before: string | null; readonly headSha: string; readonly ref: string }
  | { readonly kind: "merge-group"; readonly run: Run; readonly headSha: string; readonly baseSha: string }
  /** Started by hand or by the clock. */
  | { readonly kind: "dispatch"; readonly run: Run; readonly headSha: string; readonly name: "workflow_dispatch" | "schedule" }
  | {
      readonly kind: "workflow-run";
      readonly run: Run;
      /** Of the run that completed. */
      readonly workflowRunId: number;
      readonly workflowRunEvent: string;
      readonly headSha: string;
      readonly headBranch: string | null;
      /** Null when the head's repository is gone. */
      readonly headRepository: { readonly fullName: string; readonly owner: string } | null;
    }
  | { readonly kind: "nothing-to-compare"; readonly run: Run; /** One sentence. */ readonly reason: string };

const SUPPORTED = "`pull_request` (opened, synchronize, reopened …), `merge_group`, `push`, `workflow_dispatch`, `schedule` and `workflow_run`";

function readPayload<T>(env: Environment, schema: z.ZodType<T>): T {
  const path = variable(env, "GITHUB_EVENT_PATH");
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  if (path === null) throw new UsageError(`the payload of the event \`${name}\` is missing: GITHUB_EVENT_PATH is not set`, "Run the action in a workflow, or use the command line: `seccomp-gate diff`.");
  let payload: unknown;
  try {
    payload = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UsageError(`the payload of the event \`${name}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`, "Leave GITHUB_EVENT_PATH as the runner sets it.");
  }
  const checked = schema.safeParse(payload);
  if (checked.success) return checked.data;
  const complaints = checked.error.issues.map((issue) => `\`${issue.path.join(".")}\`: ${issue.message}`);
  throw new UsageError(`the payload of the event \`${name}\` is not what GitHub sends: ${complaints.join("; ")}`, "Leave GITHUB_EVENT_PATH as the runner sets it.");
}

function readRun(env: Environment): Run {
  const { repository } = readPayload(env, anyPayload);
  const fullName = variable(env, "GITHUB_REPOSITORY") ?? repository?.full_name ?? "";
  const [, owner, name] = /^([^/\s]+)\/([^/\s]+)$/.exec(fullName) ?? [];
  if (owner === undefined || name === undefined) throw new UsageError(`GITHUB_REPOSITORY is \`${fullName}\`, which is not \`OWNER/NAME\``, "Leave GITHUB_REPOSITORY as the runner sets it.");
  return {
    repository: { owner, name },
    apiUrl: address(env, "GITHUB_API_URL", "https://api.github.com"),
    serverUrl: address(env, "GITHUB_SERVER_URL", "https://github.com"),
    runId: variable(env, "GITHUB_RUN_ID"),
    defaultBranch: repository?.default_branch ?? null,
    ref: variable(env, "GITHUB_REF"),
  };
}

function readPullRequest(env: Environment): Event {
  const { action, pull_request: pull } = readPayload(env, pullRequestPayload);
  if (action === "closed") {
    throw new UsageError("a `pull_request` that was `closed` has nothing left to check", `Remove \`closed\` from the \`types\` of the workflow's \`pull_request\` trigger. Supported events: ${SUPPORTED}.`);
  }
  const { head, base } = pull;
  const fork = head.repo?.full_name !== base.repo.full_name;
  return { kind: "pull-request", run: readRun(env), pull: pull.number, headSha: head.sha, baseSha: base.sha, baseBranch: base.ref, fork };
}

function readPush(env: Environment): Event {
  const { before, after, ref } = readPayload(env, pushPayload);
  const run = readRun(env);
  if (isZero(after)) return { kind: "nothing-to-compare", run, reason: `\`${ref}\` was deleted: there is nothing to compare` };
  return { kind: "push", run, before: isZero(before) ? null : before, headSha: after, ref };
}

function readMergeGroup(env: Environment): Event {
  const { merge_group: group } = readPayload(env, mergeGroupPayload);
  return { kind: "merge-group", run: readRun(env), headSha: group.head_sha, baseSha: group.base_sha };
}

function readDispatch(env: Environment, name: "workflow_dispatch" | "schedule"): Event {
  const headSha = variable(env, "GITHUB_SHA");
  if (headSha === null) throw new UsageError(`the event \`${name}\` names no commit: GITHUB_SHA is not set`, "Leave GITHUB_SHA as the runner sets it.");
  return { kind: "dispatch", run: readRun(env), headSha, name };
}

function readWorkflowRun(env: Environment): Event {
  const { workflow_run: completed } = readPayload(env, workflowRunPayload);
  const repository = completed.head_repository ?? null;
  return {
    kind: "workflow-run",
    run: readRun(env),
    workflowRunId: completed.id,
    workflowRunEvent: completed.event,
    headSha: completed.head_sha,
    headBranch: completed.head_branch,
    headRepository: repository === null ? null : { fullName: repository.full_name, owner: repository.owner.login },
  };
}

/**
 * What started the workflow. Throws a UsageError for events that cannot be checked, for `pull_request_target` before anything
 * is read from the pull request, and for a payload that is not GitHub's.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function readEvent(env: Environment): Event {
  const name = variable(env, "GITHUB_EVENT_NAME");
  switch (name) {
    case null:
      throw new UsageError("GITHUB_EVENT_NAME is not set: this is not a workflow run", "On a command line use `seccomp-gate diff`.");
    case "pull_request":
      return readPullRequest(env);
    case "push":
      return readPush(env);
    case "merge_group":
      return readMergeGroup(env);
    case "workflow_dispatch":
    case "schedule":
      return readDispatch(env, name);
    case "workflow_run":
      return readWorkflowRun(env);
    case "pull_request_target":
      throw new UsageError(
        "the event `pull_request_target` is refused: it would render what a stranger wrote next to a token that can write",
        "Use `pull_request` as the gate; to have comments on pull requests from forks add the two-stage set-up: a second workflow on `workflow_run` with the input `report-from`.",
      );
    default:
      throw new UsageError(`the event \`${name}\` is not supported`, `Supported events: ${SUPPORTED}.`);
  }
}
