import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { startRunner } from "../support/runner.ts";
import { logLine } from "../../src/core/one-line.ts";
import { logCommand } from "../../src/github/log.ts";
import { SUMMARY_LIMIT, writeOutputs, writeSummary } from "../../src/github/runner-files.ts";

/** What the runner takes for a command: actions/runner: src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse. */
function isCommand(line: string): boolean {
  return line.trim().startsWith("::") || line.includes("##[");
}

it.each(["::error::x", "  ::set-output name=a::b", "\t::x::", "a ##[error]x", "##[[group]x", "ok\n::error::x", "ok\r::error::x", "ok\u2028::error::x", ":::error::"])("prints %j as text", (text) => {
  const line = logLine(text);
  expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
  expect(isCommand(line)).toBe(false);
});

it("shows what does not show", () => {
  expect(logLine("a\u001b[31mb\u202ec\u0000\td")).toBe("a\\x1b[31mb\\u202ec\\x00\\td");
});

it("leaves ordinary text alone", () => {
  expect(logLine("Deployment/default/api: `a::b` … ü 容器")).toBe("Deployment/default/api: `a::b` … ü 容器");
});

it("keeps a command's message one message", () => {
  expect(logCommand("warning", "50%\n::error::x")).toBe("::warning::50%25%0A::error::x");
});

it("writes outputs that no value can end early", () => {
  const runner = startRunner("push", {});
  writeOutputs(runner.env, { verdict: "pass", report: "/a\nEOF\nverdict=fail" }, () => {});
  const text = readFileSync(runner.env["GITHUB_OUTPUT"] ?? "", "utf8");
  const [, delimiter] = /^verdict<<(\S+)/.exec(text) ?? [];
  expect(text.replaceAll("\r\n", "\n")).toBe(`verdict<<${delimiter}\npass\n${delimiter}\nreport<<${delimiter}\n/a\nEOF\nverdict=fail\n${delimiter}\n`);
  writeOutputs(runner.env, { verdict: "fail" }, () => {});
  expect(readFileSync(runner.env["GITHUB_OUTPUT"] ?? "", "utf8").split(delimiter ?? "")).toHaveLength(5);
  runner.remove();
});

it("does without the runner's files, and warns about those that cannot be written", () => {
  const lines: string[] = [];
  writeOutputs({}, { verdict: "pass" }, (line) => lines.push(line));
  writeSummary({}, "x", (line) => lines.push(line));
  expect(lines).toEqual([]);
  writeSummary({ GITHUB_STEP_SUMMARY: "/nonexistent/folder/summary" }, "x", (line) => lines.push(line));
  expect(lines).toEqual([expect.stringMatching(/^::warning::GITHUB_STEP_SUMMARY .*ENOENT/)]);
});

it("cuts a summary at a line, below the runner's limit in bytes", () => {
  const runner = startRunner("push", {});
  writeSummary(runner.env, "- ü€ a finding\n".repeat(100_000), () => {});
  const bytes = readFileSync(runner.env["GITHUB_STEP_SUMMARY"] ?? "");
  expect(bytes.length).toBeLessThanOrEqual(SUMMARY_LIMIT);
  expect(bytes.length).toBeGreaterThan(SUMMARY_LIMIT - 1000);
  expect(bytes.toString()).toMatch(/- ü€ a finding\n\nThe rest is left out: .*\n$/);
  runner.remove();
});
