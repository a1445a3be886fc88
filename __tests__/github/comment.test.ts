import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { HEAD } from "../support/runner.ts";
import { type GithubServer, startGithubServer } from "../support/github-server.ts";
import { createClient } from "../../src/github/client.ts";
import { type CommentOutcome, type StickyComment, writeComment } from "../../src/github/comment.ts";
import { stillHead } from "../../src/github/live-head.ts";

const repository = { owner: "octo", name: "demo" };
const marker = "<!-- seccomp-gate:comment:default -->";
const bot = "github-actions[bot]";
let server: GithubServer;

beforeEach(async () => {
  server = await startGithubServer();
  server.state.pulls.push({ number: 7, head: HEAD, headRepository: "octo/demo", files: [] });
});

afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
  expect(server.busiest()).toBeLessThanOrEqual(1);
});

function write(tweak: Partial<StickyComment> = {}): Promise<CommentOutcome> {
  const client = createClient("t0ken", server.url, async () => {});
  const comment: StickyComment = { id: "default", author: bot, mode: "on-findings", noteworthy: true, body: "**fail**", ...tweak };
  return writeComment(client, repository, 7, comment, stillHead(client, repository, 7, HEAD));
}

function add(body: string, login = bot): number {
  const id = server.state.comments.length + 1;
  server.state.comments.push({ id, issue: 7, login, body });
  return id;
}

const bodies = () => server.state.comments.map(({ body }) => body);
const lines = () => server.requests.map(({ line }) => line);
const list = "GET /repos/octo/demo/issues/7/comments";
const head = "GET /repos/octo/demo/pulls/7";

it("creates the comment with its marker on the first line", async () => {
  const outcome = await write();
  expect(bodies()).toEqual([`${marker}\n**fail**`]);
  const id = server.state.comments[0]?.id;
  expect(outcome).toEqual({ kind: "written", id, url: `https://github.com/octo/demo/pull/7#issuecomment-${id}` });
  expect(lines()).toEqual([list, head, "POST /repos/octo/demo/issues/7/comments"]);
});

it("updates its own comment in place", async () => {
  const id = add(`${marker}\nold`);
  await expect(write()).resolves.toMatchObject({ kind: "written", id });
  expect(bodies()).toEqual([`${marker}\n**fail**`]);
  expect(lines()).toEqual([list, head, `PATCH /repos/octo/demo/issues/comments/${id}`]);
});

it.each(["\n**fail**", "\r\n**fail**\r\n"])("sends nothing when the comment says it already: %j", async (rest) => {
  const id = add(`${marker}${rest}`);
  await expect(write()).resolves.toMatchObject({ kind: "unchanged", id });
  expect(lines()).toEqual([list]);
});

it.each([
  ["somebody else's comment with our marker", `${marker}\nall is well`, "mallory"],
  ["our comment of another id", "<!-- seccomp-gate:comment:prod -->\nx", bot],
  ["a comment of the same bot that quotes the marker", `> ${marker}`, bot],
  ["a comment that has the marker further down", `hello\n${marker}`, bot],
])("never touches %s", async (_, body, login) => {
  add(body, login);
  await write();
  expect(bodies()).toEqual([body, `${marker}\n**fail**`]);
});

it("does not read pages without end", async () => {
  await server.close();
  server = await startGithubServer({ endless: true });
  server.state.pulls.push({ number: 7, head: HEAD, headRepository: "octo/demo", files: [] });
  await expect(write()).resolves.toMatchObject({ kind: "written" });
  expect(server.requests.filter(({ line }) => line === list)).toHaveLength(100);
});

it("finds its comment behind the first page", async () => {
  for (let n = 0; n < 250; n++) add("talk", "dev");
  const id = add(`${marker}\nold`);
  await expect(write()).resolves.toMatchObject({ kind: "written", id });
  expect(server.state.comments).toHaveLength(251);
  expect(server.requests.filter(({ line }) => line === list)).toHaveLength(3);
});

it.each(["first", "changed"])("keeps the oldest of several of ours and deletes the others (%s)", async (how) => {
  const oldest = add(`${marker}\n${how === "first" ? "**fail**" : "old"}`);
  add("talk", "dev");
  add(`${marker}\nsecond`);
  add(`${marker}\n**fail**`);
  await expect(write()).resolves.toMatchObject({ kind: "written", id: oldest });
  expect(bodies()).toEqual([`${marker}\n**fail**`, "talk"]);
});

it("does not mind when somebody else deletes the double first", async () => {
  add(`${marker}\n**fail**`);
  add(`${marker}\nsecond`);
  server.faults.push({ on: /^DELETE/, times: 1, effect: "unanswered" });
  await expect(write()).resolves.toMatchObject({ kind: "written" });
  expect(bodies()).toEqual([`${marker}\n**fail**`]);
});

it.each([
  ["never", true, 0],
  ["never", false, 0],
  ["on-findings", true, 1],
  ["on-findings", false, 0],
  ["always", true, 1],
  ["always", false, 1],
] as const)("mode %s with something to say: %s creates %d", async (mode, noteworthy, expected) => {
  const outcome = await write({ mode, noteworthy });
  expect(server.state.comments).toHaveLength(expected);
  expect(outcome.kind).toBe(expected === 1 ? "written" : "not-wanted");
});

it("updates a comment that is there though there is nothing to say any more", async () => {
  add(`${marker}\nold`);
  await write({ noteworthy: false, body: "**pass**" });
  expect(bodies()).toEqual([`${marker}\n**pass**`]);
});

it("asks for nothing in mode never", async () => {
  await write({ mode: "never" });
  expect(server.requests).toEqual([]);
});

it.each([0, 1, 2])("writes nothing once the pull request has moved on (%d comments of ours)", async (count) => {
  for (let n = 0; n < count; n++) add(`${marker}\nof the newer commit ${n}`);
  const before = bodies();
  Object.assign(server.state.pulls[0] ?? {}, { head: "d".repeat(40) });
  await expect(write()).resolves.toEqual({ kind: "outdated" });
  expect(bodies()).toEqual(before);
  expect(lines()).toEqual([list, head]);
});

it.each(["unanswered", "cut", "lost", { status: 502 }] as const)("writes one comment, not two, when the POST ends with %j", async (effect) => {
  server.faults.push({ on: /^POST/, times: 1, effect });
  await expect(write()).resolves.toMatchObject({ kind: "written", id: expect.any(Number) });
  expect(bodies()).toEqual([`${marker}\n**fail**`]);
  const posts = lines().filter((line) => line.startsWith("POST"));
  expect(posts).toHaveLength(effect === "unanswered" || effect === "cut" ? 1 : 2);
  expect(lines().slice(2, 4)).toEqual([posts[0], list]);
});

it("passes the text through as it is", async () => {
  const hostile = "`<b>` @someone #1 <!-- seccomp-gate:comment:default --> ::error::x \u202e 容器\n".repeat(100);
  await write({ body: hostile });
  expect(bodies()).toEqual([`${marker}\n${hostile}`]);
});

it("rejects with what GitHub refuses", async () => {
  await expect(write({ body: "x".repeat(65_600) })).rejects.toMatchObject({ status: 422 });
});

it("works under another token's login", async () => {
  server.tokens["t0ken"] = { login: "octo-app[bot]", permissions: { "pull-requests": "write" } };
  await write({ author: "octo-app[bot]" });
  await write({ author: "octo-app[bot]", body: "again" });
  expect(bodies()).toEqual([`${marker}\nagain`]);
});
