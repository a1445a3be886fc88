import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { HEAD } from "../support/runner.ts";
import { type GithubServer, startGithubServer } from "../support/github-server.ts";
import { type Annotation, type CheckRun, writeCheckRun, writeCommitStatus } from "../../src/github/check-run.ts";
import { createClient } from "../../src/github/client.ts";

const repository = { owner: "octo", name: "demo" };
let server: GithubServer;

beforeEach(async () => {
  server = await startGithubServer({ prefix: "/api/v3" });
  server.state.commits.push(HEAD);
  server.tokens["t0ken"] = { login: "github-actions[bot]", permissions: { checks: "write", statuses: "write" } };
});

afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
  expect(server.busiest()).toBeLessThanOrEqual(1);
});

function annotations(count: number, tweak: Partial<Annotation> = {}): Annotation[] {
  return Array.from({ length: count }, (_, index) => ({ path: `charts/${index}.yaml`, startLine: index + 1, endLine: index + 1, level: "failure", title: "newly-unconfined", message: "m", ...tweak }));
}

function checkRun(tweak: Partial<CheckRun> = {}): CheckRun {
  return { name: "Seccomp posture", headSha: HEAD, conclusion: "failure", title: "1 container lost its profile", summary: "## fail", annotations: [], detailsUrl: "https://github.com/octo/demo/actions/runs/1", ...tweak };
}

const client = () => createClient("t0ken", server.url, async () => {});
const write = (tweak: Partial<CheckRun> = {}) => writeCheckRun(client(), repository, checkRun(tweak));
const writes = () => server.requests.filter(({ line }) => !line.startsWith("GET"));
const sizes = () => writes().map(({ body }) => (Object(body["output"]).annotations ?? []).length);

it.each([
  [0, [0]],
  [1, [1]],
  [50, [50]],
  [51, [50, 1]],
  [120, [50, 50, 20]],
  [500, Array(10).fill(50)],
])("sends %d annotations in batches and completes with the last", async (count, expected) => {
  const id = await write({ annotations: annotations(count) });
  expect(sizes()).toEqual(expected);
  const states = writes().map(({ body }) => [body["status"], body["conclusion"]]);
  expect(states.pop()).toEqual(["completed", "failure"]);
  expect(states.every(([status, conclusion]) => status === "in_progress" && conclusion === undefined)).toBe(true);
  expect(writes().slice(1).every(({ line }) => line === `PATCH /repos/octo/demo/check-runs/${id}`)).toBe(true);
  expect(server.state.checkRuns).toMatchObject([{ id, head_sha: HEAD, name: "Seccomp posture", status: "completed", conclusion: "failure", title: "1 container lost its profile", summary: "## fail" }]);
  expect(server.state.checkRuns[0]?.annotations.map(({ path }) => path)).toEqual(annotations(count).map(({ path }) => path));
});

it("keeps the 500 worst and says how many are left out", async () => {
  await write({ annotations: annotations(612) });
  expect(server.state.checkRuns[0]?.annotations).toHaveLength(500);
  expect(server.state.checkRuns[0]?.annotations[499]).toMatchObject({ path: "charts/499.yaml" });
  expect(server.state.checkRuns[0]?.summary).toMatch(/^## fail\n\n112 more annotations are left out/);
});

it("keeps titles and messages within GitHub's limits, in characters and bytes", async () => {
  await write({ annotations: annotations(1, { title: "容".repeat(300), message: "容".repeat(40_000) }) });
  const [annotation] = server.state.checkRuns[0]?.annotations ?? [];
  expect(annotation?.["title"]).toBe("容".repeat(255));
  expect(String(annotation?.["message"])).toMatch(/^容+…$/);
});

it.each([
  ["POST", "unanswered", [50, 50, 20]],
  ["PATCH", "unanswered", [50, 50, 20]],
  ["PATCH", "cut", [50, 50, 20]],
  ["POST", "lost", [50, 50, 50, 20]],
  ["PATCH", "lost", [50, 50, 50, 20]],
] as const)("shows no annotation twice when a %s is %s", async (method, effect, expected) => {
  server.faults.push({ on: new RegExp(`^${method}`), times: 1, effect });
  await write({ annotations: annotations(120) });
  expect(sizes()).toEqual(expected);
  expect(server.state.checkRuns).toMatchObject([{ status: "completed", conclusion: "failure" }]);
  expect(server.state.checkRuns[0]?.annotations.map(({ path }) => path)).toEqual(annotations(120).map(({ path }) => path));
});

it("does not take another run of the same name for its own", async () => {
  await write();
  server.faults.push({ on: /^POST/, times: 1, effect: "lost" });
  await write({ conclusion: "success" });
  expect(server.state.checkRuns.map(({ conclusion }) => conclusion)).toEqual(["failure", "success"]);
});

it("completes a run whose annotations are refused halfway, and rejects", async () => {
  const broken = [...annotations(60), ...annotations(1, { startLine: 0 })];
  await expect(write({ annotations: broken })).rejects.toMatchObject({ status: 422 });
  expect(server.state.checkRuns).toMatchObject([{ status: "completed", conclusion: "failure" }]);
});

it.each(["success", "neutral"] as const)("concludes %s", async (conclusion) => {
  await write({ conclusion });
  expect(server.state.checkRuns).toMatchObject([{ conclusion }]);
});

it.each([
  ["success", "success"],
  ["failure", "failure"],
  ["neutral", "success"],
] as const)("says %s as the commit status %s", async (conclusion, state) => {
  await writeCommitStatus(client(), repository, checkRun({ conclusion }));
  expect(server.state.statuses).toMatchObject([{ sha: HEAD, state, context: "Seccomp posture", description: "1 container lost its profile", target_url: "https://github.com/octo/demo/actions/runs/1" }]);
});

it("keeps a status within 140 characters", async () => {
  await writeCommitStatus(client(), repository, checkRun({ title: "容".repeat(141) }));
  expect(server.state.statuses[0]?.description).toBe(`${"容".repeat(139)}…`);
});

it.each([
  ["unanswered", 1],
  ["lost", 2],
] as const)("writes one status when the POST is %s", async (effect, posts) => {
  server.faults.push({ on: /^POST/, times: 1, effect });
  await writeCommitStatus(client(), repository, checkRun());
  expect(server.state.statuses).toHaveLength(1);
  expect(writes()).toHaveLength(posts);
});
