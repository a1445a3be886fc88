import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { BASE, HEAD, MERGE, pullRequestPayload, pushPayload, type Runner, startRunner, ZEROS } from "../support/runner.ts";
import { type GithubServer, readOnlyToken, startGithubServer } from "../support/github-server.ts";
import { NoVerdictError, UsageError } from "../../src/core/failure.ts";
import type { Policy } from "../../src/core/policy.ts";
import type { Report, Verdict } from "../../src/core/report.ts";
import type { Environment } from "../../src/github/environment.ts";
import { failureReport } from "../../src/github/failure-report.ts";
import type { Formats } from "../../src/github/presentation.ts";
import { type ActionPorts, type ComparisonRequest, runAction } from "../../src/github/run-action.ts";

const tool = { version: "1.2.3", engines: { helm: "4", kustomize: "5" } };
const formats: Formats = {
  json: (report) => JSON.stringify(report),
  sarif: (report, { headSha }, id) => `sarif ${report.verdict} ${headSha} ${id}`,
  summary: (report) => `# ${report.verdict}\n`,
  comment: (report, links) => `${report.verdict} at ${links.headSha}`,
  checkSummary: (report) => `check ${report.verdict}`,
  title: (report) => `${report.verdict}: ${report.summary.findings.error} errors`,
  annotations: () => [],
  logAnnotations: (report) => report.findings.map(() => "::error::annotation"),
  log: (report) => [`::error::verdict ${report.verdict}`],
};

let server: GithubServer;
let runner: Runner;
let log: string[];

beforeEach(async () => {
  server = await startGithubServer({ prefix: "/api/v3" });
  server.state.pulls.push({ number: 7, head: HEAD, headRepository: "octo/demo", files: [] });
  log = [];
});

afterEach(async () => {
  await server.close();
  runner.remove();
  expect(server.violations).toEqual([]);
});

function reportWith(verdict: Verdict): Report {
  const empty = failureReport(new Error("nothing"), MERGE, tool);
  const findings = { error: verdict === "fail" ? 2 : 0, warning: 1, note: 0, exempted: 4 };
  return { ...empty, verdict, base: { revision: BASE }, summary: { ...empty.summary, findings }, problems: verdict === "no-verdict" ? empty.problems : [] };
}

interface Setting {
  readonly compare?: (request: ComparisonRequest) => Promise<Report>;
  readonly policy?: Partial<Pick<Policy, "failOn" | "noVerdict">>;
  readonly event?: string;
  readonly payload?: unknown;
  readonly env?: Environment;
  readonly formats?: Partial<Formats>;
}

async function run({ compare = async () => reportWith("pass"), policy = {}, event = "pull_request", payload = pullRequestPayload(), env = {}, ...more }: Setting = {}) {
  runner = startRunner(event, payload, { GITHUB_API_URL: server.url, INPUT_TOKEN: "t0ken", ...env });
  const ports: ActionPorts = {
    compare: async (request) => ({ report: await compare(request), policy: { failOn: request.inputs.failOn ?? "error", noVerdict: "fail", ...policy } }),
    formats: { ...formats, ...more.formats },
    tool,
    log: (line) => log.push(line),
    sleep: async () => {},
  };
  return await runAction(runner.env, ports);
}

function outputs(): Readonly<Record<string, string>> {
  const text = readFileSync(runner.env["GITHUB_OUTPUT"] ?? "", "utf8").replaceAll("\r\n", "\n");
  return Object.fromEntries([...text.matchAll(/^(\S+)<<(\S+)\n([^]*?)\n?\2$/gm)].map(([, name, , value]) => [name, value]));
}

const summary = () => readFileSync(runner.env["GITHUB_STEP_SUMMARY"] ?? "", "utf8");
const lastLine = () => log[log.length - 1] ?? "";

it.each([
  ["pass", 0, "success", "seccomp-gate: pass: 0 errors"],
  ["fail", 1, "failure", "seccomp-gate: fail: 2 errors"],
  ["no-verdict", 3, "failure", "seccomp-gate: no-verdict: 0 errors; nothing. "],
] as const)("ends %s with exit code %d", async (verdict, code, conclusion, line) => {
  await expect(run({ compare: async () => reportWith(verdict) })).resolves.toBe(code);
  expect(lastLine()).toContain(line);
  expect(outputs()["verdict"]).toBe(verdict);
  expect(server.state.checkRuns).toMatchObject([{ conclusion, head_sha: HEAD, summary: `check ${verdict}` }]);
});

it("masks the token first, and shows it nowhere else", async () => {
  await run({ compare: async () => Promise.reject(new Error("boom")), env: { RUNNER_DEBUG: "1" } });
  expect(log[0]).toBe("::add-mask::t0ken");
  expect([...log.slice(1), summary(), JSON.stringify(outputs())].join()).not.toContain("t0ken");
});

it("sets every output, and writes the files that they name", async () => {
  await run({ compare: async () => reportWith("fail") });
  const folder = join(runner.folder, "seccomp-gate");
  const [comment] = server.state.comments;
  expect(outputs()).toEqual({
    verdict: "fail",
    findings: "3",
    errors: "2",
    warnings: "1",
    notes: "0",
    problems: "0",
    report: join(folder, "report.json"),
    sarif: join(folder, "report.sarif"),
    markdown: join(folder, "report.md"),
    base: BASE,
    head: MERGE,
    "comment-id": comment === undefined ? "" : String(comment.id),
    "comment-url": comment === undefined ? "" : `https://github.com/octo/demo/pull/7#issuecomment-${comment.id}`,
    "check-run-id": String(server.state.checkRuns[0]?.id),
  });
  expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))).toMatchObject({ verdict: "fail" });
  expect(readFileSync(join(folder, "report.md"), "utf8")).toBe("# fail\n");
  expect(readFileSync(join(folder, "report.sarif"), "utf8")).toBe(`sarif fail ${HEAD} default`);
  expect(summary()).toBe("# fail\n");
});

it("comments where there is a blocking problem, with the head that people pushed", async () => {
  await run({ compare: async () => reportWith("no-verdict") });
  expect(server.state.comments).toMatchObject([{ body: `<!-- seccomp-gate:comment:default -->\nno-verdict at ${HEAD}` }]);
  expect(outputs()["comment-id"]).toBe(String(server.state.comments[0]?.id));
});

it.each([
  ["the input", { env: { "INPUT_FAIL-ON": "never" } }, "fail"],
  ["the input", { env: { "INPUT_FAIL-ON": "never" } }, "no-verdict"],
  ["the configuration", { policy: { failOn: "never" } }, "fail"],
  ["noVerdict: warn", { policy: { noVerdict: "warn" } }, "no-verdict"],
] as const)("is advisory by %s: exit code 0, neutral, same verdict (%j, %s)", async (_, setting, verdict) => {
  await expect(run({ ...setting, compare: async () => reportWith(verdict) })).resolves.toBe(0);
  expect(server.state.checkRuns).toMatchObject([{ conclusion: "neutral" }]);
  expect(outputs()["verdict"]).toBe(verdict);
  expect(lastLine()).toMatch(new RegExp(`^seccomp-gate: ${verdict}: .*advisory, so the exit code is 0$`));
});

it.each(["pass", "fail", "no-verdict"] as const)("keeps the exit code of %s when nothing can be written", async (verdict) => {
  const expected = { pass: 0, fail: 1, "no-verdict": 3 }[verdict];
  server.tokens["t0ken"] = readOnlyToken;
  const env = { GITHUB_OUTPUT: "/nonexistent/a/b", GITHUB_STEP_SUMMARY: "/nonexistent/a/b", INPUT_OUTPUT: "/dev/null/x" };
  await expect(run({ compare: async () => reportWith(verdict), env, payload: pullRequestPayload("stranger/demo") })).resolves.toBe(expected);
  expect(log.filter((line) => line.includes("two-stage"))).toHaveLength(1);
});

it("prints report lines as text, not as commands", async () => {
  await run();
  expect(log).toContain("\\::error::verdict pass");
});

it("does without a token, and says so", async () => {
  await expect(run({ env: { INPUT_TOKEN: "" } })).resolves.toBe(0);
  expect(server.requests).toEqual([]);
  expect(log).toContainEqual(expect.stringMatching(/^::warning::The input `token` is empty/));
});

it("hands the event, the inputs and the plan to the comparison", async () => {
  const seen: ComparisonRequest[] = [];
  const compare = async (request: ComparisonRequest) => (seen.push(request), reportWith("pass"));
  await run({ compare, env: { INPUT_TARGET: "charts/a" } });
  expect(seen).toMatchObject([{ event: { kind: "pull-request", headSha: HEAD }, inputs: { targets: ["charts/a"] }, revisions: { head: { kind: "tested-merge", headSha: HEAD } } }]);
});

it("writes only the check run, on the pushed commit, for a push", async () => {
  server.state.commits.push(HEAD);
  await run({ event: "push", payload: pushPayload(), compare: async () => reportWith("no-verdict") });
  expect(server.requests.map(({ line }) => line)).toEqual(["POST /repos/octo/demo/check-runs"]);
  expect(server.state.checkRuns).toMatchObject([{ head_sha: HEAD }]);
});

it("has nothing to compare after a branch was deleted, says so, and exits 0", async () => {
  await expect(run({ event: "push", payload: pushPayload({ after: ZEROS }), compare: async () => Promise.reject(new Error("must not be called")) })).resolves.toBe(0);
  expect(lastLine()).toBe("seccomp-gate: `refs/heads/main` was deleted: there is nothing to compare");
  expect(server.requests).toEqual([]);
});

it.each([
  ["pull_request_target", "two-stage"],
  ["issue_comment", "Supported events"],
  ["workflow_run", "report-from"],
])("refuses %s with exit code 2, asks GitHub for nothing, and writes the files", async (event, expected) => {
  const payload = { ...pullRequestPayload(), workflow_run: { id: 1, event: "pull_request", head_sha: HEAD, head_branch: "x" } };
  await expect(run({ event, payload })).resolves.toBe(2);
  expect(server.requests).toEqual([]);
  expect(lastLine()).toMatch(new RegExp(`^seccomp-gate: nothing was compared: .*${expected}`));
  expect(outputs()).toMatchObject({ verdict: "no-verdict", problems: "1" });
  expect(existsSync(outputs()["report"] ?? "")).toBe(true);
});

it("ends a broken configuration with exit code 2, also when it is advisory", async () => {
  const compare = async () => Promise.reject(new UsageError("`.seccomp-gate.yaml`: `foo` is unknown", "Known keys: `version`."));
  await expect(run({ compare, env: { "INPUT_FAIL-ON": "never" } })).resolves.toBe(2);
  expect(lastLine()).toBe("seccomp-gate: nothing was compared: `.seccomp-gate.yaml`: `foo` is unknown. Known keys: `version`.");
  expect(server.state.checkRuns).toEqual([]);
});

it("ends a bad input with exit code 2 before anything is asked", async () => {
  await expect(run({ env: { "INPUT_FAIL-ON": "sometimes" } })).resolves.toBe(2);
  expect(lastLine()).toContain("`error`, `warning`, `note`, `never`");
  expect(outputs()).toEqual({ verdict: "no-verdict" });
});

it("publishes that a side could not be had, with exit code 3", async () => {
  const compare = async () => Promise.reject(new NoVerdictError("stale-merge", "the merge commit is stale", "Re-run the job."));
  await expect(run({ compare })).resolves.toBe(3);
  expect(lastLine()).toBe("seccomp-gate: no-verdict: 0 errors; the merge commit is stale. Re-run the job.");
  expect(server.state.checkRuns).toMatchObject([{ conclusion: "failure" }]);
  expect(server.state.comments).toHaveLength(1);
});

it("is advisory too when a side could not be had", async () => {
  const compare = async () => Promise.reject(new NoVerdictError("base-unavailable", "the base is gone", "Fetch it."));
  await expect(run({ compare, env: { "INPUT_FAIL-ON": "never" } })).resolves.toBe(0);
  expect(server.state.checkRuns).toMatchObject([{ conclusion: "neutral" }]);
  expect(outputs()["verdict"]).toBe("no-verdict");
});

it.each(["error", "never"])("ends a crash of the comparison with exit code 3 and one line (fail-on %s)", async (failOn) => {
  const compare = async () => Promise.reject(new TypeError("boom\n::error::x"));
  await expect(run({ compare, env: { "INPUT_FAIL-ON": failOn } })).resolves.toBe(3);
  expect(lastLine()).toBe("seccomp-gate: no verdict was reached: boom\\n::error::x");
  expect(log.join("\n")).not.toMatch(/\bat .*run-action/);
  expect(server.state.checkRuns).toMatchObject([{ conclusion: "failure" }]);
  expect(outputs()["verdict"]).toBe("no-verdict");
});

it("ends a crash of a format with exit code 3 too", async () => {
  const comment = () => {
    throw new TypeError("no words");
  };
  await expect(run({ formats: { comment } })).resolves.toBe(3);
  expect(lastLine()).toBe("seccomp-gate: no verdict was reached: no words");
  expect(outputs()["verdict"]).toBe("no-verdict");
});

it("shows where a crash happened when the runner debugs", async () => {
  await run({ compare: async () => Promise.reject(new TypeError("boom")), env: { RUNNER_DEBUG: "1" } });
  expect(log.join("\n")).toMatch(/TypeError: boom\n {2}at /);
  expect(lastLine()).toBe("seccomp-gate: no verdict was reached: boom");
});

it("does not write through a symbolic link that a pull request planted", async () => {
  const planted = startRunner("push", {});
  mkdirSync(join(planted.folder, "out"));
  writeFileSync(join(planted.folder, "victim"), "untouched");
  symlinkSync(join(planted.folder, "victim"), join(planted.folder, "out", "report.json"));
  await run({ env: { INPUT_OUTPUT: join(planted.folder, "out") } });
  expect(readFileSync(join(planted.folder, "victim"), "utf8")).toBe("untouched");
  expect(JSON.parse(readFileSync(join(planted.folder, "out", "report.json"), "utf8"))).toMatchObject({ verdict: "pass" });
  planted.remove();
});

it("keeps the runs of two ids apart", async () => {
  await run({ compare: async () => reportWith("no-verdict"), env: { INPUT_ID: "prod" } });
  runner.remove();
  await run({ compare: async () => reportWith("no-verdict") });
  expect(server.state.comments.map(({ body }) => body.split("\n")[0])).toEqual(["<!-- seccomp-gate:comment:prod -->", "<!-- seccomp-gate:comment:default -->"]);
  expect(server.state.checkRuns.map(({ name }) => name)).toEqual(["Seccomp posture (prod)", "Seccomp posture"]);
});
