import { expect, it } from "@jest/globals";
import { BASE, HEAD, MERGE, pullRequestPayload, pushPayload, startRunner, ZEROS } from "../support/runner.ts";
import { UsageError } from "../../src/core/failure.ts";
import type { Environment } from "../../src/github/environment.ts";
import { type Event, readEvent } from "../../src/github/event.ts";
import { planRevisions } from "../../src/github/revisions.ts";

function read(name: string, payload: unknown, more: Environment = {}): Event {
  const runner = startRunner(name, payload, more);
  try {
    return readEvent(runner.env);
  } finally {
    runner.remove();
  }
}

function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}. ${error.remedy}`;
    throw error;
  }
  throw new Error("was not refused");
}

function plan(name: string, payload: unknown, base: string | null = null, more: Environment = {}) {
  const event = read(name, payload, more);
  if (event.kind === "nothing-to-compare" || event.kind === "workflow-run") throw new Error(event.kind);
  return planRevisions(event, base);
}

it("names the pull request, the commit that was pushed, and where the run is", () => {
  const event = read("pull_request", pullRequestPayload(), { GITHUB_API_URL: "https://ghe.example/api/v3/", GITHUB_SERVER_URL: "https://ghe.example" });
  expect(event).toEqual({
    kind: "pull-request",
    pull: 7,
    headSha: HEAD,
    baseSha: BASE,
    baseBranch: "main",
    fork: false,
    run: { repository: { owner: "octo", name: "demo" }, apiUrl: "https://ghe.example/api/v3", serverUrl: "https://ghe.example", runId: "4711", defaultBranch: "main", ref: "refs/pull/7/merge" },
  });
});

it.each([
  ["octo/demo", false],
  ["stranger/demo", true],
  [null, true],
])("a head in %s is a fork: %s", (repository, fork) => {
  expect(read("pull_request", pullRequestPayload(repository))).toMatchObject({ fork });
});

it("refuses pull_request_target before it reads anything, and names what to use", () => {
  const text = refusal(() => readEvent({ GITHUB_EVENT_NAME: "pull_request_target", GITHUB_EVENT_PATH: "/nonexistent/event.json" }));
  expect(text).toMatch(/`pull_request` as the gate.*two-stage.*`workflow_run`.*`report-from`/);
});

it("refuses a pull request that was closed, and lists the supported events", () => {
  expect(refusal(() => read("pull_request", pullRequestPayload("octo/demo", "closed")))).toMatch(/closed.*`merge_group`, `push`/);
});

it.each(["issue_comment", "pull_request_review", "release"])("refuses %s and lists the supported events", (name) => {
  const text = refusal(() => read(name, {}));
  expect(text).toContain(`\`${name}\``);
  for (const supported of ["pull_request", "merge_group", "push", "workflow_dispatch", "schedule", "workflow_run"]) expect(text).toContain(`\`${supported}\``);
});

it.each([
  ["no event", {}, /GITHUB_EVENT_NAME is not set/],
  ["no payload", { GITHUB_EVENT_NAME: "push" }, /GITHUB_EVENT_PATH is not set/],
  ["a payload that is not there", { GITHUB_EVENT_NAME: "push", GITHUB_EVENT_PATH: "/nonexistent" }, /cannot be read.*ENOENT/],
])("says what is missing with %s", (_, env, expected) => {
  expect(refusal(() => readEvent(env))).toMatch(expected);
});

it.each([
  ["broken JSON", "{", /cannot be read/],
  ["a commit that is none", { ...pullRequestPayload(), pull_request: { ...pullRequestPayload().pull_request, head: { sha: "--upload-pack=x", repo: null } } }, /`pull_request.head.sha`: must be a full commit id/],
  ["no pull request", { action: "opened" }, /`pull_request`/],
])("refuses a payload with %s", (_, payload, expected) => {
  expect(refusal(() => read("pull_request", payload))).toMatch(expected);
});

it.each([
  ["GITHUB_API_URL", "ftp://x"],
  ["GITHUB_SERVER_URL", "nonsense"],
  ["GITHUB_REPOSITORY", "octo"],
])("quotes a bad %s", (name, value) => {
  expect(refusal(() => read("push", pushPayload(), { [name]: value }))).toContain(`${name} is \`${value}\``);
});

it("a deleted branch leaves nothing to compare", () => {
  expect(read("push", pushPayload({ deleted: true, after: ZEROS, ref: "refs/heads/gone" }))).toMatchObject({ kind: "nothing-to-compare", reason: "`refs/heads/gone` was deleted: there is nothing to compare" });
});

it.each([
  ["pull_request", "pull_request", pullRequestPayload(), {}, { head: { kind: "tested-merge", headSha: HEAD }, base: { kind: "first-parent", baseSha: BASE, baseBranch: "main" } }],
  ["merge_group", "merge_group", { merge_group: { head_sha: HEAD, base_sha: BASE } }, {}, { head: { kind: "commit", sha: HEAD }, base: { kind: "commit", sha: BASE } }],
  ["push", "push", pushPayload(), {}, { head: { kind: "commit", sha: HEAD }, base: { kind: "commit", sha: BASE } }],
  ["push of a new branch", "push", pushPayload({ before: ZEROS, ref: "refs/heads/topic" }), {}, { head: { kind: "commit", sha: HEAD }, base: { kind: "merge-base", branch: "main" } }],
  ["workflow_dispatch on a branch", "workflow_dispatch", { repository: { default_branch: "main" } }, { GITHUB_REF: "refs/heads/topic" }, { head: { kind: "commit", sha: MERGE }, base: { kind: "merge-base", branch: "main" } }],
])("plans what to compare for %s", (_, name, payload, more, expected) => {
  expect(plan(name, payload, null, more)).toEqual(expected);
});

it.each([
  ["the first push of the default branch", "push", pushPayload({ before: ZEROS }), {}],
  ["workflow_dispatch on the default branch", "workflow_dispatch", { repository: { default_branch: "main" } }, { GITHUB_REF: "refs/heads/main" }],
  ["a schedule", "schedule", { schedule: "0 0 * * *" }, { GITHUB_REF: "refs/heads/main" }],
])("asks for a base for %s, and takes it", (_, name, payload, more) => {
  expect(refusal(() => plan(name, payload, null, more))).toContain("Set the input `base`");
  expect(plan(name, payload, "v1.0", more).base).toEqual({ kind: "revision", revision: "v1.0" });
});

it("keeps checking the head of a pull request when a base is given", () => {
  expect(plan("pull_request", pullRequestPayload(), "release-1")).toEqual({ head: { kind: "tested-merge", headSha: HEAD }, base: { kind: "revision", revision: "release-1" } });
});

it("reads what a second stage needs of a workflow_run, from a fork and from one that is gone", () => {
  const completed = { id: 9, event: "pull_request", head_sha: HEAD, head_branch: "topic", head_repository: { full_name: "stranger/demo", owner: { login: "stranger" } } };
  expect(read("workflow_run", { workflow_run: completed })).toMatchObject({ kind: "workflow-run", workflowRunId: 9, headSha: HEAD, headBranch: "topic", headRepository: { fullName: "stranger/demo", owner: "stranger" } });
  expect(read("workflow_run", { workflow_run: { ...completed, head_repository: null } })).toMatchObject({ headRepository: null });
});
