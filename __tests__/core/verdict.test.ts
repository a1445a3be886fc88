import { describe, expect, it } from "@jest/globals";
import type { Policy } from "../../src/core/policy.ts";
import type { Problem } from "../../src/core/problem.ts";
import type { Exemption, Finding, Severity, Verdict } from "../../src/core/report.ts";
import { exitCode, reachVerdict } from "../../src/core/verdict.ts";

const finding = (severity: Severity, exemption: Exemption | null = null): Finding => ({
  rule: "newly-unconfined",
  severity,
  target: "helm:a",
  workload: { apiVersion: "v1", kind: "Pod", namespace: "default", name: "a" },
  container: null,
  base: null,
  head: null,
  message: "m",
  remedy: "r",
  locations: [],
  fix: null,
  fingerprint: "f",
  group: "g",
  alsoIn: [],
  was: null,
  exemption,
});
const problem = (blocking: boolean): Problem => ({ kind: "yaml", side: "head", target: null, path: null, line: null, message: "m", remedy: "", blocking });
const exempted = finding("error", { reason: "r", expires: null });

describe("reachVerdict", () => {
  const [error, warning, note] = [finding("error"), finding("warning"), finding("note")];
  it.each<[string, readonly Finding[], readonly Problem[], Policy["failOn"], Verdict]>([
    ["nothing", [], [], "error", "pass"],
    ["a remark", [], [problem(false)], "error", "pass"],
    ["a problem that blocks", [], [problem(false), problem(true)], "error", "no-verdict"],
    ["an error", [error], [], "error", "fail"],
    ["an error outranks a problem", [error], [problem(true)], "error", "fail"],
    ["a warning below the threshold", [warning], [], "error", "pass"],
    ["a warning below the threshold and a problem", [warning], [problem(true)], "error", "no-verdict"],
    ["a warning at the threshold", [warning], [], "warning", "fail"],
    ["a note below the threshold", [note], [], "warning", "pass"],
    ["a note at the threshold", [note], [], "note", "fail"],
    ["an error above the threshold", [error], [], "note", "fail"],
    ["an exempted error", [exempted], [], "error", "pass"],
    ["an exempted error and a problem", [exempted], [problem(true)], "error", "no-verdict"],
    ["an exempted error beside another", [exempted, error], [], "error", "fail"],
    ["an error where nothing fails: the verdict stands all the same", [error], [], "never", "fail"],
    ["a warning where nothing fails", [warning], [], "never", "pass"],
  ])("%s", (_, findings, problems, failOn, expected) => {
    expect(reachVerdict(findings, problems, { failOn })).toBe(expected);
  });
});

describe("exitCode", () => {
  it.each<[Verdict, Policy["failOn"], Policy["noVerdict"], number]>([
    ["pass", "error", "fail", 0],
    ["fail", "error", "fail", 1],
    ["fail", "note", "warn", 1],
    ["no-verdict", "error", "fail", 3],
    ["no-verdict", "error", "warn", 0],
    ["pass", "never", "fail", 0],
    ["fail", "never", "fail", 0],
    ["no-verdict", "never", "fail", 0],
  ])("%s with failOn %s and noVerdict %s: %i", (verdict, failOn, noVerdict, expected) => {
    expect(exitCode(verdict, { failOn, noVerdict })).toBe(expected);
  });
});
