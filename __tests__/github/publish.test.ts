import { afterEach, expect, it } from "@jest/globals";
import { HEAD } from "../support/runner.ts";
import { type GithubServer, readOnlyToken, type ServerSettings, startGithubServer, type Token } from "../support/github-server.ts";
import { createClient } from "../../src/github/client.ts";
import { type Publication, publish } from "../../src/github/publish.ts";

const repository = { owner: "octo", name: "demo" };
const LOG_ANNOTATION = "::error file=a.yaml,line=1::m";
let server: GithubServer;

afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
  expect(server.busiest()).toBeLessThanOrEqual(1);
});

async function start(permissions: Token["permissions"], settings: ServerSettings = {}): Promise<void> {
  server = await startGithubServer(settings);
  server.state.pulls.push({ number: 7, head: HEAD, headRepository: "octo/demo", files: [] });
  server.tokens["t0ken"] = { ...readOnlyToken, permissions };
}

function publication(fork = false): Publication {
  return {
    checkRun: { name: "Seccomp posture", headSha: HEAD, conclusion: "failure", title: "t", summary: "s", annotations: [{ path: "a.yaml", startLine: 1, endLine: 1, level: "failure", title: "r", message: "m" }], detailsUrl: null },
    logAnnotations: [LOG_ANNOTATION],
    pullRequest: { number: 7, headSha: HEAD, fork, comment: { id: "default", author: "github-actions[bot]", mode: "on-findings", noteworthy: true, body: "b" } },
  };
}

async function run(tweak: Partial<Publication> = {}, fork = false) {
  const log: string[] = [];
  const client = createClient("t0ken", server.url, async () => {});
  const published = await publish(client, repository, { ...publication(fork), ...tweak }, (line) => log.push(line));
  return { log, published };
}

const written = () => ({ runs: server.state.checkRuns.length, statuses: server.state.statuses.length, comments: server.state.comments.length });

it("writes check run and comment, and no annotation a second time into the log", async () => {
  await start({ checks: "write", "pull-requests": "write" });
  const { log, published } = await run();
  expect(log).toEqual([]);
  expect(written()).toEqual({ runs: 1, statuses: 0, comments: 1 });
  expect(published).toEqual({ checkRunId: server.state.checkRuns[0]?.id, comment: { id: server.state.comments[0]?.id, url: expect.any(String) } });
  expect(server.requests.map(({ line }) => line)[0]).toBe("POST /repos/octo/demo/check-runs");
});

it("annotates in the log when no check run is wanted", async () => {
  await start({ "pull-requests": "write" });
  const { log, published } = await run({ checkRun: null });
  expect(log).toEqual([LOG_ANNOTATION]);
  expect(published.checkRunId).toBeNull();
  expect(written()).toEqual({ runs: 0, statuses: 0, comments: 1 });
});

it.each([
  ["checks", { "pull-requests": "write", checks: "read" }, /the check run could not be written.*`checks: write`/, { runs: 0, statuses: 0, comments: 1 }, true],
  ["pull-requests", { checks: "write", "pull-requests": "read" }, /the comment could not be written.*`pull-requests: write`/, { runs: 1, statuses: 0, comments: 0 }, false],
  ["any reading of pull requests", { checks: "write" }, /the comment could not be written.*`pull-requests: write`/, { runs: 1, statuses: 0, comments: 0 }, false],
  ["all", { checks: "read", "pull-requests": "read" }, /the check run and the comment could not be written.*`checks: write` and `pull-requests: write`/, { runs: 0, statuses: 0, comments: 0 }, true],
] as const)("warns once, by name, without permission for %s", async (_, permissions, expected, state, annotated) => {
  await start(permissions);
  const { log } = await run();
  const warnings = log.filter((line) => line.startsWith("::warning::"));
  expect(warnings).toEqual([expect.stringMatching(expected)]);
  expect(warnings[0]).not.toContain("two-stage");
  expect(log.includes(LOG_ANNOTATION)).toBe(annotated);
  expect(written()).toEqual(state);
});

it("names the two-stage set-up on a fork, in one warning", async () => {
  await start(readOnlyToken.permissions);
  const { log } = await run({}, true);
  expect(log).toEqual([LOG_ANNOTATION, expect.stringMatching(/^::warning::.*from a fork.*two-stage set-up.*`workflow_run`.*`report-from`/)]);
});

it.each([404, 405] as const)("writes a commit status where check runs are answered with %d", async (checkRuns) => {
  await start({ statuses: "write", "pull-requests": "write" }, { checkRuns });
  const { log, published } = await run();
  expect(log).toEqual([LOG_ANNOTATION]);
  expect(published.checkRunId).toBeNull();
  expect(written()).toEqual({ runs: 0, statuses: 1, comments: 1 });
});

it("names statuses: write where a commit status would have to stand in", async () => {
  await start({ "pull-requests": "write" }, { checkRuns: 404 });
  const { log } = await run();
  expect(log).toEqual([LOG_ANNOTATION, expect.stringMatching(/^::warning::the commit status .*`statuses: write`/)]);
});

it("says in words what else went wrong, and goes on", async () => {
  await start({ checks: "write", "pull-requests": "write" });
  server.faults.push({ on: /check-runs/, times: 9, effect: { status: 502, message: "bad\n::error::gateway" } });
  const { log } = await run();
  expect(log).toEqual([LOG_ANNOTATION, expect.stringMatching(/^::warning::the check run could not be written: 502 .*bad\\n::error::gateway/)]);
  expect(written().comments).toBe(1);
});

it("does not call a rate limit a lack of permission", async () => {
  await start({ checks: "write", "pull-requests": "write" });
  server.faults.push({ on: /POST .*comments/, times: 9, effect: { status: 403, headers: { "retry-after": "3600" }, message: "secondary rate limit" } });
  const { log } = await run();
  expect(log).toEqual([expect.stringMatching(/^::warning::the comment could not be written: 403 secondary rate limit/)]);
});

it("survives a server that is gone", async () => {
  await start({});
  server.faults.push({ on: /./, times: 99, effect: "lost" });
  const { log, published } = await run();
  expect(published).toEqual({ comment: null, checkRunId: null });
  expect(log).toHaveLength(3);
});

it("says why nothing was written to a pull request that moved on", async () => {
  await start({ checks: "write", "pull-requests": "write" });
  Object.assign(server.state.pulls[0] ?? {}, { head: "d".repeat(40) });
  server.state.commits.push(HEAD);
  const { log } = await run();
  expect(log).toEqual([expect.stringMatching(/^::notice::The pull request has a newer commit/)]);
  expect(written()).toEqual({ runs: 1, statuses: 0, comments: 0 });
});
