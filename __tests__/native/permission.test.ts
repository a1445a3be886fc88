// Where the native engine may run at all: never on what a stranger wrote, unless somebody said so.

import { afterEach, describe, expect, it } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareEvent } from "../../src/compare-event.ts";
import { readEvent } from "../../src/github/event.ts";
import { readInputs } from "../../src/github/inputs.ts";
import { refuseNativeInWorkflow } from "../../src/github/native-permission.ts";
import { planRevisions } from "../../src/github/revisions.ts";
import { runCommandLine } from "../../src/run-command-line.ts";
import { makeRepository, type MadeRepository } from "../support/made-repository.ts";
import { pullRequestPayload, startRunner, type Runner } from "../support/runner.ts";
import { makeBench, type Bench } from "./stand-ins.ts";

const opened: { runner?: Runner; repository?: MadeRepository; bench?: Bench } = {};
afterEach(async () => {
  opened.runner?.remove();
  opened.repository?.[Symbol.dispose]();
  await opened.bench?.[Symbol.asyncDispose]();
});

const fork = (): unknown => {
  const payload = JSON.parse(JSON.stringify(pullRequestPayload()));
  payload.pull_request.head.repo.full_name = "stranger/demo";
  return payload;
};

function compare(payload: unknown, inputs: Readonly<Record<string, string>>): Promise<unknown> {
  opened.runner = startRunner("pull_request", payload, { INPUT_ENGINE: "native", ...inputs });
  const { env } = opened.runner;
  const event = readEvent(env);
  if (event.kind !== "pull-request") throw new Error(event.kind);
  return compareEvent({ event, inputs: readInputs(env), revisions: planRevisions(event, null) });
}

describe("the action", () => {
  it("refuses it for a pull request from a fork", async () => {
    await expect(compare(fork(), {})).rejects.toThrow("`engine: native` is refused for a pull request from a fork");
    await expect(compare(fork(), {})).rejects.toMatchObject({ name: "UsageError" });
  });

  it.each([["allowed in so many words", fork, { "INPUT_ALLOW-NATIVE-ON-FORKS": "true" }], ["from the repository itself", pullRequestPayload, {}]])("goes on with one that is %s", async (_name, payload, inputs) => {
    const path = process.env["PATH"];
    process.env["PATH"] = "";
    try {
      await expect(compare(payload(), inputs)).rejects.toThrow("`helm` was not found"); // the next thing that is looked at
    } finally {
      process.env["PATH"] = path;
    }
  });
});

describe("the command line", () => {
  it.each(["pull_request_target", "workflow_run", "issue_comment"])("refuses it under %s", (name) => {
    expect(() => refuseNativeInWorkflow({ GITHUB_EVENT_NAME: name })).toThrow(`\`--engine native\` is refused under \`${name}\``);
  });

  it("refuses it for a pull request from a fork, and for no other", () => {
    opened.runner = startRunner("pull_request", fork(), {});
    expect(() => refuseNativeInWorkflow(opened.runner?.env ?? {})).toThrow("from a fork");
    opened.runner.remove();
    opened.runner = startRunner("pull_request", pullRequestPayload(), {});
    expect(() => refuseNativeInWorkflow(opened.runner?.env ?? {})).not.toThrow();
    expect(() => refuseNativeInWorkflow({})).not.toThrow();
  });
});

const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix("`--engine native`", () => {
  async function scan(files: Readonly<Record<string, string>>, argv: readonly string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
    const [repository, bench] = [makeRepository(files), makeBench("helm", "kustomize")];
    Object.assign(opened, { repository, bench });
    repository.checkOut();
    const text = { stdout: "", stderr: "" };
    const stream = (name: keyof typeof text) => ({ write: (written: string, done?: () => void) => void ((text[name] += written), done?.()) });
    const surroundings = { stdin: (async function* () {})(), stdout: stream("stdout"), stderr: stream("stderr"), env: { PATH: bench.folder }, cwd: () => repository.folder };
    // No embedded renderer is ever opened.
    const { exitCode } = await runCommandLine(argv, surroundings, () => {
      throw new Error("the embedded engine was opened");
    });
    return { exitCode, ...text };
  }

  it("renders with the tools, says which, and tries what the embedded engine refuses", async () => {
    const files = { "k/kustomization.yaml": "resources: [https://example.org/base.yaml]\n", "k/kind": "Deployment\napiVersion: apps/v1\nmetadata: { name: a }\nspec: { template: { spec: { containers: [{ name: a }] } } }" };
    const { exitCode, stdout } = await scan(files, ["scan", "--engine", "native", "--format", "json"]);
    const report = JSON.parse(stdout);
    expect(report.tool.engines).toEqual({ helm: "4.2.9", kustomize: "4.2.9" });
    expect([exitCode, report.problems, report.findings.map(({ rule }: { rule: string }) => rule)]).toEqual([1, [], ["added-without-profile"]]);
  });

  it("is no business of the configuration file", async () => {
    const { exitCode, stderr } = await scan({ ".seccomp-gate.yaml": "version: 1\nengine: native\n", "k/kustomization.yaml": "" }, ["scan", "--engine", "native"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("engine")]);
  });
});

describe("the embedded engine", () => {
  it("loads nothing of the native one", () => {
    const places = ["action.js", "cli.js", "compare-event.js", "run-command-line.js", "judge-trees.js", "open-engine.js"].map((name) => join(process.cwd(), ".tsbuild", "src", name));
    for (const place of places) {
      expect(existsSync(place)).toBe(true);
      expect(readFileSync(place, "utf8")).not.toMatch(/^import .*\/native\//m);
    }
  });
});
