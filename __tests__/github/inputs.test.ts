import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "@jest/globals";
import { load } from "js-yaml";
import "../support/runner.ts";
import { UsageError } from "../../src/core/failure.ts";
import type { Environment } from "../../src/github/environment.ts";
import { readInputs } from "../../src/github/inputs.ts";

const workspace = resolve("/work space");

function inputs(given: Readonly<Record<string, string>>, more: Environment = {}) {
  const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return readInputs({ GITHUB_WORKSPACE: workspace, RUNNER_TEMP: resolve("/tmp/runner"), ...env, ...more });
}

function refusal(given: Readonly<Record<string, string>>): string {
  try {
    inputs(given);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}. ${error.remedy}`;
    throw error;
  }
  throw new Error("was not refused");
}

const defaults = {
  token: null,
  workingDirectory: workspace,
  config: null,
  base: null,
  targets: [],
  failOn: null,
  comment: "on-findings",
  review: true,
  checkRun: true,
  checkName: "Seccomp posture",
  id: "default",
  commentAuthor: "github-actions[bot]",
  output: resolve("/tmp/runner/seccomp-gate"),
  engine: "embedded",
  allowNativeOnForks: false,
};

it("needs no input", () => {
  expect(inputs({})).toEqual(defaults);
});

it("reads the defaults of action.yml as its own", () => {
  const manifest = load(readFileSync("action.yml", "utf8")) as { inputs: Record<string, { default?: string }> };
  const given = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default ?? ""]);
  expect(inputs(Object.fromEntries(given))).toEqual({ ...defaults, token: "${{ github.token }}" });
});

it("declares the inputs and outputs of the contract", () => {
  const manifest = load(readFileSync("action.yml", "utf8")) as { inputs: object; outputs: object; runs: object };
  const names = "token working-directory config base target fail-on comment review check-run check-name id comment-author output engine allow-native-on-forks shard report-from";
  expect(Object.keys(manifest.inputs)).toEqual(names.split(" "));
  expect(Object.keys(manifest.outputs)).toEqual("verdict findings errors warnings notes problems report sarif markdown base head comment-id comment-url check-run-id".split(" "));
  expect(manifest.runs).toEqual({ using: "node24", main: "dist/action/index.js" });
});

it("reads what was given", () => {
  const given = { token: " t ", "working-directory": "checkout", config: "c.yaml", base: "v1", target: "charts/a\r\n\n  overlays/*  \n", "fail-on": "never", comment: "always", review: "false", "check-run": "false", id: "prod", output: "out", engine: "native", "allow-native-on-forks": "true" };
  expect(inputs(given)).toMatchObject({
    token: "t",
    workingDirectory: join(workspace, "checkout"),
    config: "c.yaml",
    base: "v1",
    targets: ["charts/a", "overlays/*"],
    failOn: "never",
    comment: "always",
    review: false,
    checkRun: false,
    checkName: "Seccomp posture (prod)",
    output: join(workspace, "out"),
    engine: "native",
    allowNativeOnForks: true,
  });
});

it("tells several uses apart by id, and keeps a name that was chosen", () => {
  expect(inputs({ id: "prod" }).output).toBe(resolve("/tmp/runner/seccomp-gate-prod"));
  expect(inputs({ id: "prod", "check-name": "Profiles" }).checkName).toBe("Profiles");
});

it.each([
  ["fail-on", "errors", "`error`, `warning`, `note`, `never`"],
  ["comment", "on-finding", "`always`, `on-findings`, `never`"],
  ["review", "True", "`true`, `false`"],
  ["check-run", "yes", "`true`, `false`"],
  ["allow-native-on-forks", "1", "`true`, `false`"],
  ["engine", "docker", "`embedded`, `native`"],
  ["id", "Prod_1", "1 to 32"],
  ["id", "a".repeat(33), "1 to 32"],
  ["check-name", "a\nb", "on one line"],
  ["working-directory", "../other", "outside GITHUB_WORKSPACE"],
  ["working-directory", "/etc", "outside GITHUB_WORKSPACE"],
])("refuses %s: %s and says what is valid", (name, value, expected) => {
  const text = refusal({ [name]: value });
  expect(text).toContain(name);
  expect(text).toContain(JSON.stringify(value).slice(1, -1));
  expect(text).toContain(expected);
});

it.each([{ shard: "1/2" }, { "report-from": "x" }])("says that %j is not available in this version", (given) => {
  expect(refusal(given)).toContain("not available in this version");
});
