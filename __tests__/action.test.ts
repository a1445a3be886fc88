// The action as a runner runs it: its own process, real clones as actions/checkout leaves them, and a GitHub that keeps to its description.

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { serveGit } from "./git/git-server.ts";
import { checkOut, makeScratch, type Scratch } from "./git/scratch.ts";
import { projectRoot, runProgram } from "./support/command-line.ts";
import { type GithubServer, readOnlyToken, startGithubServer } from "./support/github-server.ts";
import { pullRequestPayload, pushPayload, type Runner, startRunner, ZEROS } from "./support/runner.ts";
import { chart, pod } from "./support/pods.ts";

type Texts = Readonly<Record<string, string>>;

interface Declared {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly main: string };
}

const declared = load(readFileSync(join(projectRoot, "action.yml"), "utf8")) as Declared;

/** Inputs as the runner hands them over: declared defaults, empty where there is none. actions/runner: src/Runner.Worker/ActionRunner.cs. */
const defaults = Object.fromEntries(Object.entries(declared.inputs).map(([name, { default: value = "" }]) => [`INPUT_${name.toUpperCase()}`, value.replace("${{ github.token }}", "t0ken")]));

const good: Texts = { "deploy/app.yaml": pod("app", "RuntimeDefault"), ...texts(chart(pod("charted", "RuntimeDefault"))) };
const bad: Texts = { "deploy/app.yaml": pod("app", "Unconfined") };
const fine: Texts = { "deploy/app.yaml": pod("app", "RuntimeDefault", "2") };
const broken: Texts = { "chart/templates/it.yaml": "{{ .Values.no.such.key }}\n" };

function texts(files: Readonly<Record<string, unknown>>): Texts {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, String(text)]));
}

interface Story {
  /** Where the topic left main: what the event still calls the base. */
  readonly fork: string;
  /** Tip of main, and first parent of the merge. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

let scratch: Scratch;
let server: GithubServer;
let runner: Runner;

beforeEach(async () => {
  scratch = makeScratch();
  server = await startGithubServer({ prefix: "/api/v3" });
});

afterEach(async () => {
  await server.close();
  runner.remove();
  scratch[Symbol.dispose]();
  expect(server.violations).toEqual([]);
});

/** A pull request as GitHub has it: main moved on after `topic` left it, and the platform merged the two. */
function tell(topic: Texts, base: Texts = good): Story {
  scratch.init("origin");
  const fork = scratch.commit("origin", base);
  scratch.git("origin", "switch", "--quiet", "--create", "topic");
  const head = scratch.commit("origin", topic);
  scratch.git("origin", "switch", "--quiet", "main");
  const tip = scratch.commit("origin", { "later.md": "later\n" });
  scratch.git("origin", "switch", "--quiet", "--detach");
  scratch.git("origin", "merge", "--quiet", "--no-ff", "--no-edit", "topic");
  const merge = scratch.git("origin", "rev-parse", "HEAD");
  scratch.git("origin", "update-ref", "refs/pull/7/merge", merge);
  scratch.git("origin", "update-ref", "refs/pull/7/head", head);
  return { fork, base: tip, head, merge };
}

const origin = (): string => `file://${scratch.path("origin")}`;

function eventOf({ fork, head }: Story, headRepository = "octo/demo"): unknown {
  const payload = pullRequestPayload(headRepository);
  const { pull_request: pull } = payload;
  return { ...payload, pull_request: { ...pull, head: { ...pull.head, sha: head }, base: { ...pull.base, sha: fork } } };
}

interface Ended {
  readonly exitCode: number | null;
  readonly log: readonly string[];
  readonly last: string;
  readonly outputs: Texts;
  readonly summary: string;
}

function readOutputs(text: string): Texts {
  return Object.fromEntries([...text.matchAll(/^(\S+)<<(\S+)\r?\n([^]*?)\r?\n?\2$/gm)].map(([, name = "", , value = ""]) => [name, value]));
}

/** Runs the action in the clone. What it leaves on standard error is a crash. */
async function run(event: string, payload: unknown, env: Texts): Promise<Ended> {
  runner = startRunner(event, payload, { ...defaults, ...scratch.environment, GITHUB_API_URL: server.url, GITHUB_ACTIONS: "true", CI: "true", GITHUB_WORKSPACE: scratch.path("clone"), ...env });
  const ran = await runProgram(process.execPath, [join(projectRoot, declared.runs.main)], { folder: scratch.path("clone"), env: runner.env });
  expect(ran.stderr).toBe("");
  const log = ran.stdout.trimEnd().split("\n");
  expect(log.slice(1).join("\n")).not.toContain("t0ken"); // the first line masks it
  const read = (name: string): string => readFileSync(runner.env[name] ?? "", "utf8");
  return { exitCode: ran.exitCode, log, last: log.at(-1) ?? "", outputs: readOutputs(read("GITHUB_OUTPUT")), summary: read("GITHUB_STEP_SUMMARY") };
}

/** The pull request of a story, checked out as its merge commit. */
async function runPullRequest(story: Story, { depth = 2, env = {}, headRepository = "octo/demo" }: { depth?: number; env?: Texts; headRepository?: string } = {}): Promise<Ended> {
  checkOut(scratch, "clone", story.merge, "refs/remotes/pull/7/merge", depth, origin());
  if (server.state.pulls.length === 0) server.state.pulls.push({ number: 7, head: story.head, headRepository, files: [] });
  return run("pull_request", eventOf(story, headRepository), { GITHUB_SHA: story.merge, ...env });
}

const lines = (): readonly string[] => server.requests.map(({ line }) => line);

describe("a pull request", () => {
  it("that weakens a container fails, and says so everywhere", async () => {
    const story = tell(bad);
    const { exitCode, last, outputs, summary, log } = await runPullRequest(story);
    expect(exitCode).toBe(1);
    expect(last).toBe("seccomp-gate: fail: 1 container weakens seccomp confinement (1 error)");
    expect(log[0]).toBe("::add-mask::t0ken");
    expect(log.join("\n")).toContain("Pod default/app: container app");

    const [comment, ...others] = server.state.comments;
    expect(others).toEqual([]);
    expect(comment?.body).toMatch(/^<!-- seccomp-gate:comment:default -->\n## .*fail: 1 container weakens/);
    expect(comment?.body).toContain(`/octo/demo/blob/${story.head}/deploy/app.yaml#L7`);
    expect(server.state.checkRuns).toMatchObject([{
      name: "Seccomp posture", head_sha: story.head, status: "completed", conclusion: "failure", title: "fail: 1 container weakens seccomp confinement (1 error)",
      annotations: [{ path: "deploy/app.yaml", start_line: 7, annotation_level: "failure", message: expect.stringContaining("now runs Unconfined") }],
    }]);

    expect(Object.keys(outputs).sort()).toEqual(Object.keys(declared.outputs).sort());
    expect(outputs).toMatchObject({ verdict: "fail", findings: "1", errors: "1", warnings: "0", notes: "0", problems: "0", base: story.base, head: story.merge, "comment-id": String(comment?.id), "check-run-id": String(server.state.checkRuns[0]?.id) });
    expect(JSON.parse(readFileSync(outputs["report"] ?? "", "utf8"))).toMatchObject({ verdict: "fail", base: { revision: story.base }, findings: [{ rule: "newly-unconfined" }], targets: [{ id: "helm:chart", head: "unchanged" }, { id: "manifests:deploy", head: "rendered" }] });
    expect(readFileSync(outputs["markdown"] ?? "", "utf8")).toBe(summary);
    expect(JSON.parse(readFileSync(outputs["sarif"] ?? "", "utf8")).runs[0]).toMatchObject({ results: [{ ruleId: "newly-unconfined", locations: [{ physicalLocation: { artifactLocation: { uri: "deploy/app.yaml" } } }] }], versionControlProvenance: [{ revisionId: story.head }] });
    expect(summary).toMatch(/^## .*fail: 1 container weakens/);
  });

  it("that weakens nothing passes, without a comment", async () => {
    const story = tell(fine);
    const { exitCode, last, outputs } = await runPullRequest(story);
    expect([exitCode, last]).toEqual([0, "seccomp-gate: pass: no container weakens seccomp confinement (1 container in 1 target)"]);
    expect(outputs).toMatchObject({ verdict: "pass", findings: "0", "comment-id": "", "comment-url": "" });
    expect(server.state.comments).toEqual([]);
    expect(server.state.checkRuns).toMatchObject([{ head_sha: story.head, conclusion: "success", annotations: [] }]);
  });

  it("that was repaired has its comment rewritten, not a second one", async () => {
    const body = "<!-- seccomp-gate:comment:default -->\nfail: as it was\n";
    server.state.comments.push({ id: 1, issue: 7, login: "github-actions[bot]", body }, { id: 2, issue: 7, login: "somebody", body });
    const { outputs } = await runPullRequest(tell(fine));
    expect(outputs["comment-id"]).toBe("1");
    expect(server.state.comments).toMatchObject([{ id: 1, body: expect.stringContaining("pass: ") }, { id: 2, body }]);
  });

  it("of which a part cannot be rendered gets no verdict", async () => {
    const { exitCode, last, outputs } = await runPullRequest(tell({ ...fine, ...broken }));
    expect([exitCode, outputs["verdict"], outputs["problems"]]).toEqual([3, "no-verdict", "1"]);
    expect(last).toMatch(/^seccomp-gate: no-verdict: 1 part could not be looked at; .*`\.Values\.no\.such\.key`/);
    expect(server.state.comments).toMatchObject([{ body: expect.stringContaining("chart/templates/it.yaml") }]);
    expect(server.state.checkRuns).toMatchObject([{ conclusion: "failure", annotations: [{ path: "chart/templates/it.yaml", start_line: 1 }] }]);
  });

  it("cannot waive itself", async () => {
    const waiver = "version: 1\nfailOn: never\nexemptions:\n  - workload: Pod/app\n    reason: trust me\n";
    const { exitCode, outputs } = await runPullRequest(tell({ ...bad, ".seccomp-gate.yaml": waiver }));
    expect([exitCode, outputs["verdict"]]).toEqual([1, "fail"]);
    expect(server.state.comments).toMatchObject([{ body: expect.stringContaining("Nothing of that is in effect until it is merged") }]);
  });

  it("with a configuration that cannot be understood is refused, in words", async () => {
    const { exitCode, last, outputs } = await runPullRequest(tell(bad, { ...good, ".seccomp-gate.yaml": "version: 1\nexemption: []\n" }));
    expect([exitCode, outputs["verdict"]]).toEqual([2, "no-verdict"]);
    expect(last).toMatch(/^seccomp-gate: nothing was compared: \.seccomp-gate\.yaml:2:1: unknown key `exemption`/);
  });

  it("cloned with one commit has its base fetched with the token, over HTTP", async () => {
    const story = tell(bad);
    await using git = await serveGit(scratch, `basic ${Buffer.from("x-access-token:t0ken").toString("base64")}`);
    checkOut(scratch, "clone", story.merge, "refs/remotes/pull/7/merge", 1, origin());
    scratch.git("clone", "remote", "set-url", "origin", `${git.url}/origin/.git`); // persist-credentials: false
    server.state.pulls.push({ number: 7, head: story.head, headRepository: "octo/demo", files: [] });
    const { exitCode, outputs } = await run("pull_request", eventOf(story), { GITHUB_SHA: story.merge, GITHUB_SERVER_URL: git.url });
    expect([exitCode, outputs["base"], outputs["head"]]).toEqual([1, story.base, story.merge]);
    expect(git.seen.at(-1)).not.toBe("");
    expect(scratch.git("clone", "for-each-ref", "--format=%(refname)")).toBe("refs/remotes/pull/7/merge");
  });

  it("whose merge commit is of an older head gets no verdict", async () => {
    const story = tell(fine);
    scratch.git("origin", "switch", "--quiet", "topic");
    const newer = scratch.commit("origin", bad);
    server.state.pulls.push({ number: 7, head: newer, headRepository: "octo/demo", files: [] });
    const { exitCode, last, outputs } = await runPullRequest({ ...story, head: newer });
    expect([exitCode, outputs["verdict"]]).toEqual([3, "no-verdict"]);
    expect(last).toMatch(new RegExp(`merges ${story.head}, not the pull request's head ${newer}.*Re-run`));
    expect(server.state.checkRuns).toMatchObject([{ head_sha: newer, conclusion: "failure" }]);
  });

  it("that moved on meanwhile is not commented on for its older commit", async () => {
    const story = tell(bad);
    server.state.pulls.push({ number: 7, head: "d".repeat(40), headRepository: "octo/demo", files: [] });
    server.state.commits.push(story.head);
    const { exitCode, log, outputs } = await runPullRequest(story);
    expect([exitCode, outputs["comment-id"]]).toEqual([1, ""]);
    expect(server.state.comments).toEqual([]);
    expect(server.state.checkRuns).toMatchObject([{ head_sha: story.head, conclusion: "failure" }]);
    expect(log).toContainEqual(expect.stringMatching(/^::notice::The pull request has a newer commit/));
  });

  it("is advisory with fail-on never", async () => {
    const { exitCode, last, outputs } = await runPullRequest(tell(bad), { env: { "INPUT_FAIL-ON": "never" } });
    expect([exitCode, outputs["verdict"]]).toEqual([0, "fail"]);
    expect(last).toMatch(/^seccomp-gate: fail: .*; advisory, so the exit code is 0$/);
    expect(server.state.checkRuns).toMatchObject([{ conclusion: "neutral" }]);
  });
});

describe("without permission to write", () => {
  it("the verdict, the summary and the annotations are there all the same", async () => {
    server.tokens["t0ken"] = readOnlyToken;
    const { exitCode, log, outputs, summary } = await runPullRequest(tell(bad));
    expect([exitCode, outputs["verdict"], outputs["comment-id"], outputs["check-run-id"]]).toEqual([1, "fail", "", ""]);
    expect(log).toContainEqual(expect.stringMatching(/^::warning::.*`checks: write` and `pull-requests: write`.*Add .* to the `permissions` of the job/));
    expect(log).toContainEqual(expect.stringMatching(/^::error file=deploy\/app\.yaml,line=7,/));
    expect(summary).toMatch(/fail: 1 container weakens/);
  });

  it("a fork is told of the two-stage set-up", async () => {
    server.tokens["t0ken"] = readOnlyToken;
    const { exitCode, log } = await runPullRequest(tell(bad), { headRepository: "stranger/demo" });
    expect(exitCode).toBe(1);
    expect(log).toContainEqual(expect.stringMatching(/^::warning::.*from a fork has a read-only token.*two-stage/));
  });
});

describe("other events", () => {
  it("a push is compared with what was there before", async () => {
    const story = tell(bad);
    scratch.git("origin", "update-ref", "refs/heads/main", story.merge);
    checkOut(scratch, "clone", story.merge, "refs/remotes/origin/main", 1, origin());
    server.state.commits.push(story.merge);
    const { exitCode, outputs } = await run("push", pushPayload({ before: story.base, after: story.merge }), { GITHUB_SHA: story.merge, GITHUB_REF: "refs/heads/main" });
    expect([exitCode, outputs["verdict"], outputs["base"], outputs["head"], outputs["comment-id"]]).toEqual([1, "fail", story.base, story.merge, ""]);
    expect(lines()).toEqual(["POST /repos/octo/demo/check-runs"]);
    expect(server.state.checkRuns).toMatchObject([{ head_sha: story.merge, conclusion: "failure" }]);
  });

  it("a branch that was deleted leaves nothing to compare", async () => {
    const story = tell(bad);
    checkOut(scratch, "clone", story.base, "refs/remotes/origin/main", 1, origin());
    const { exitCode, last } = await run("push", pushPayload({ after: ZEROS }), {});
    expect([exitCode, last]).toEqual([0, "seccomp-gate: `refs/heads/main` was deleted: there is nothing to compare"]);
  });

  it("a merge group is compared with its base", async () => {
    const story = tell(bad);
    checkOut(scratch, "clone", story.merge, "refs/remotes/origin/gh-readonly-queue/main/pr-7", 1, origin());
    server.state.commits.push(story.merge);
    const group = { head_sha: story.merge, base_sha: story.base, head_ref: "refs/heads/gh-readonly-queue/main/pr-7", base_ref: "refs/heads/main" };
    const { exitCode, outputs } = await run("merge_group", { action: "checks_requested", repository: { full_name: "octo/demo", default_branch: "main" }, merge_group: group }, { GITHUB_SHA: story.merge });
    expect([exitCode, outputs["base"], outputs["head"]]).toEqual([1, story.base, story.merge]);
    expect(server.state.checkRuns).toMatchObject([{ head_sha: story.merge, conclusion: "failure" }]);
  });

  it("a run by hand is compared with the base that is named", async () => {
    const story = tell(bad);
    checkOut(scratch, "clone", story.head, "refs/remotes/origin/topic", 1, origin());
    server.state.commits.push(story.head);
    const payload = { repository: { full_name: "octo/demo", default_branch: "main" }, inputs: {} };
    const { exitCode, outputs } = await run("workflow_dispatch", payload, { GITHUB_SHA: story.head, GITHUB_REF: "refs/heads/topic", INPUT_BASE: "main" });
    expect([exitCode, outputs["base"], outputs["head"]]).toEqual([1, story.base, story.head]);
  });

  it("pull_request_target is refused before anything is read", async () => {
    const story = tell(bad);
    checkOut(scratch, "clone", story.merge, "refs/remotes/pull/7/merge", 1, origin());
    const { exitCode, last, outputs } = await run("pull_request_target", eventOf(story), { GITHUB_SHA: story.base });
    expect([exitCode, outputs["verdict"]]).toEqual([2, "no-verdict"]);
    expect(last).toMatch(/^seccomp-gate: nothing was compared: the event `pull_request_target` is refused/);
    expect(lines()).toEqual([]);
    expect(existsSync(outputs["report"] ?? "")).toBe(true);
  });

  it("a folder that is no clone gives an exit code that nobody takes for a finding", async () => {
    scratch.write("clone/README.md", "no clone\n");
    const { exitCode, last } = await run("pull_request", pullRequestPayload(), {});
    expect(exitCode).toBe(2);
    expect(last).toMatch(/is not in a git repository/);
  });
});
