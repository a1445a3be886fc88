import { afterEach, beforeEach, expect, it } from "@jest/globals";
import "../support/runner.ts";
import { type GithubServer, startGithubServer } from "../support/github-server.ts";
import { type Client, createClient, onlyOnce } from "../../src/github/client.ts";

const at = { owner: "octo", repo: "demo" };
let server: GithubServer;
let waits: number[];
let client: Client;

beforeEach(async () => {
  server = await startGithubServer({ prefix: "/api/v3" });
  server.state.pulls.push({ number: 7, head: "a".repeat(40), headRepository: "octo/demo", files: [] });
  waits = [];
  client = createClient("t0ken", server.url, async (milliseconds) => void waits.push(milliseconds));
});

afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

const get = () => client.rest.pulls.get({ ...at, pull_number: 7 });
const post = (reconcile: () => Promise<object | null>) => client.rest.issues.createComment({ ...at, issue_number: 7, body: "x", request: onlyOnce(reconcile) });
const lines = () => server.requests.map(({ line }) => line);

it("speaks to the given address as seccomp-gate, with the token", async () => {
  await expect(get()).resolves.toMatchObject({ status: 200 });
  const [{ headers } = { headers: {} }] = server.requests;
  expect(headers).toMatchObject({ authorization: "token t0ken", "user-agent": expect.stringMatching(/^seccomp-gate /) });
});

it.each([
  ["429 with retry-after", { status: 429, headers: { "retry-after": "7" } }, [7000]],
  ["403 with retry-after", { status: 403, headers: { "retry-after": "60" } }, [60_000]],
  ["429 without a hint", { status: 429 }, [60_000]],
  ["the secondary limit without a hint", { status: 403, message: "You have exceeded a secondary rate limit." }, [60_000]],
  ["502", { status: 502 }, [1000]],
  ["503 with retry-after", { status: 503, headers: { "retry-after": "2" } }, [2000]],
  ["504", { status: 504 }, [1000]],
  ["a connection that broke", "lost", [1000]],
  ["an answer that never came", "unanswered", [1000]],
  ["an answer that was cut off", "cut", [1000]],
] as const)("repeats after %s", async (_, effect, expected) => {
  server.faults.push({ on: /^GET/, times: 1, effect });
  await expect(get()).resolves.toMatchObject({ status: 200, data: { number: 7 } });
  expect(waits).toEqual(expected);
  expect(server.requests).toHaveLength(2);
});

it("waits until the limit is reset, by the server's clock", async () => {
  const date = new Date("2020-01-01T00:00:00Z");
  server.faults.push({ on: /^GET/, times: 1, effect: { status: 403, headers: { date: date.toUTCString(), "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(date.getTime() / 1000 + 30) } } });
  await get();
  expect(waits).toEqual([31_000]);
});

it.each([
  ["longer than a minute", { status: 429, headers: { "retry-after": "61" } }],
  ["until the next hour", { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4102444800" } }],
])("gives up at once when asked to wait %s", async (_, effect) => {
  server.faults.push({ on: /^GET/, times: 1, effect });
  await expect(get()).rejects.toMatchObject({ status: effect.status });
  expect(waits).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

it.each([401, 403, 404, 405, 422, 500])("does not repeat what is refused with %d", async (status) => {
  server.faults.push({ on: /^GET/, times: 1, effect: { status } });
  await expect(get()).rejects.toMatchObject({ status });
  expect(server.requests).toHaveLength(1);
});

it.each([{ status: 502 }, "lost", "cut"] as const)("gives up after three tries of %j", async (effect) => {
  server.faults.push({ on: /^GET/, times: 9, effect });
  await expect(get()).rejects.toThrow();
  expect(waits).toEqual([1000, 3000]);
  expect(server.requests).toHaveLength(3);
});

it("never repeats a POST without knowing what the first one did", async () => {
  server.faults.push({ on: /^POST/, times: 1, effect: "unanswered" });
  await expect(client.rest.issues.createComment({ ...at, issue_number: 7, body: "x" })).rejects.toThrow();
  expect(lines()).toEqual(["POST /repos/octo/demo/issues/7/comments"]);
});

it("takes what a lost POST did for its answer", async () => {
  server.faults.push({ on: /^POST/, times: 1, effect: "unanswered" });
  await expect(post(async () => ({ id: 42 }))).resolves.toMatchObject({ data: { id: 42 } });
  expect(server.state.comments).toHaveLength(1);
});

it("repeats a POST that did nothing", async () => {
  server.faults.push({ on: /^POST/, times: 1, effect: "lost" });
  await expect(post(async () => null)).resolves.toMatchObject({ status: 201 });
  expect(server.state.comments).toHaveLength(1);
});
