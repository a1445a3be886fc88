import { describe, expect, it } from "@jest/globals";
import { spawnSync } from "node:child_process";
import type { ContainerRow, Report } from "../../src/core/report.ts";
import { junitReport } from "../../src/report/junit.ts";
import { type Element, readXml } from "../support/xml.ts";
import { noContainers, pleasantReport, posture, removed, workload } from "./pleasant-report.ts";
import { hostileText, poison } from "./poison.ts";

const [sample] = pleasantReport.containers;
if (sample === undefined) throw new Error("the report has a container");

const row = (name: string, tweak: Partial<ContainerRow> = {}): ContainerRow => ({
  ...sample,
  target: "helm:charts/api",
  workload: workload("api"),
  container: { type: "container", name },
  base: posture({ profile: "RuntimeDefault" }),
  head: posture({ profile: "Unset", effective: "Unconfined" }),
  change: "weakened",
  ...tweak,
});

const target = pleasantReport.targets[0];
if (target === undefined) throw new Error("the report has a target");
const quiet: Report = { ...pleasantReport, verdict: "pass", targets: [target], containers: [], findings: [], problems: [] };

const suitesOf = (report: Report): readonly Element[] => readXml(junitReport(report)).children;
const suite = (report: Report, name: string): Element => {
  const found = suitesOf(report).find(({ attributes }) => attributes["name"] === name);
  if (found === undefined) throw new Error(`no suite ${name}`);
  return found;
};
/** `name: outcome` of each test of a suite. */
const outcomes = (report: Report, name: string): readonly string[] =>
  suite(report, name).children.map(({ attributes, children }) => `${attributes["name"]}: ${children.map((child) => child.name).join(" ") || "passed"}`);

describe("a test", () => {
  it("is each container of the head, and what is gone is none", () => {
    const report = { ...quiet, containers: [row("api", { change: "unchanged" }), row("old", { head: null, change: "removed" })] };
    expect(outcomes(report, "helm:charts/api")).toEqual(["can be looked at: passed", "Deployment `shop/api` container `api`: system-out"]);
  });

  it("fails where a finding fails, and says where and what to write", () => {
    const report: Report = { ...quiet, verdict: "fail", containers: [row("api"), row("proxy")], findings: [removed("api")] };
    expect(outcomes(report, "helm:charts/api")).toEqual(["can be looked at: passed", "Deployment `shop/api` container `api`: failure", "Deployment `shop/api` container `proxy`: system-out"]);
    const test = suite(report, "helm:charts/api").children[1];
    expect(test?.attributes).toEqual({ name: "Deployment `shop/api` container `api`", classname: "helm:charts/api", file: "charts/api/values.yaml", line: "12" });
    expect(test?.children[0]?.attributes).toMatchObject({ type: "profile-removed", message: expect.stringMatching(/^Container `api` of Deployment `shop\/api` ran under RuntimeDefault/) });
    expect(test?.children[0]?.text).toContain("write `type: RuntimeDefault`. at charts/api/values.yaml:12");
  });

  it.each([
    ["error", "warning", "system-out"],
    ["warning", "warning", "failure"],
    ["warning", "note", "system-out"],
    ["note", "note", "failure"],
    ["never", "error", "failure"],
    ["never", "warning", "system-out"],
  ] as const)("with failOn %s and a finding of severity %s has %s", (failOn, severity, expected) => {
    const report: Report = { ...quiet, failOn, containers: [row("api")], findings: [removed("api", { severity })] };
    expect(outcomes(report, "helm:charts/api")[1]).toBe(`Deployment \`shop/api\` container \`api\`: ${expected}`);
  });

  it("is skipped where the finding is exempted, unless another one fails", () => {
    const exempted = removed("api", { exemption: { reason: "because <it> must", expires: null } });
    const report: Report = { ...quiet, containers: [row("api")], findings: [exempted] };
    expect(outcomes(report, "helm:charts/api")[1]).toBe("Deployment `shop/api` container `api`: skipped");
    expect(suite(report, "helm:charts/api").children[1]?.children[0]?.attributes).toEqual({ message: "Exempted: because <it> must" });
    const both: Report = { ...report, findings: [removed("api", { rule: "other" }), exempted] };
    expect(outcomes(both, "helm:charts/api")[1]).toBe("Deployment `shop/api` container `api`: failure");
    expect(suite(both, "helm:charts/api").children[1]?.children[0]).toMatchObject({ attributes: { type: "other" }, text: expect.stringContaining("Exempted: because <it> must.") });
  });

  it("is also a finding on the target as a whole, and on a container without a row", () => {
    const report: Report = { ...quiet, findings: [removed("ghost"), removed("x", { rule: "lost-from-view", container: null })] };
    expect(outcomes(report, "helm:charts/api")).toEqual(["can be looked at: passed", "Deployment `shop/api` container `ghost` profile-removed: failure", "lost-from-view: failure"]);
  });

  it("of two objects with one identity fails once", () => {
    const report: Report = { ...quiet, containers: [row("api"), row("api")], findings: [removed("api")] };
    expect(outcomes(report, "helm:charts/api").map((line) => line.split(": ")[1])).toEqual(["passed", "failure", "system-out"]);
  });
});

describe("what could not be looked at", () => {
  it("is an error of the target's own test, of the whole run where no target is known", () => {
    expect(outcomes(pleasantReport, "helm:charts/db")).toEqual(["can be looked at: error"]);
    expect(outcomes(pleasantReport, "helm:charts/api")[0]).toBe("can be looked at: system-out");
    const problem = pleasantReport.problems[0];
    if (problem === undefined) throw new Error("the report has a problem");
    for (const lost of [null, "helm:elsewhere"]) {
      expect(outcomes({ ...quiet, problems: [{ ...problem, target: lost }] }, "seccomp-gate")).toEqual(["can be looked at: error"]);
    }
    expect(outcomes({ ...quiet, noVerdict: "warn", problems: [{ ...problem, target: null }] }, "seccomp-gate")).toEqual(["can be looked at: skipped"]);
  });

  it("is told apart from nothing to look at, which is a test as well", () => {
    const nothing = { ...quiet, targets: [], summary: { ...quiet.summary, findings: { error: 0, warning: 0, note: 0, exempted: 0 }, containers: { base: noContainers, head: noContainers } } };
    expect(readXml(junitReport(nothing)).attributes).toEqual({ name: "pass: nothing to look at: no chart, kustomization or manifest was found", tests: "1", failures: "0", errors: "0", skipped: "0" });
  });
});

describe("the counts", () => {
  it("are those of the tests, of each suite and of all", () => {
    const root = readXml(junitReport(pleasantReport));
    const count = (element: Element, outcome: string): number => (element.name === outcome ? 1 : 0) + element.children.reduce((sum, child) => sum + count(child, outcome), 0);
    for (const element of [root, ...root.children]) {
      const { tests, failures, errors, skipped } = element.attributes;
      expect([tests, failures, errors, skipped].map(Number)).toEqual([count(element, "testcase"), count(element, "failure"), count(element, "error"), count(element, "skipped")]);
    }
    expect(root.attributes).toMatchObject({ failures: "4", errors: "1", skipped: "1" });
  });
});

describe("hostile text", () => {
  const nasty = ["]]>", "<!--", "&amp;", "&#0;", "\u0000\u0001\u000b\u001f\u007f\u0085", "\ufffe\uffff", "\ud800", "\u2028", `"'><failure/>`, hostileText];

  it.each(nasty)("stays text: %j", (text) => {
    const report = poison(pleasantReport, text);
    expect(readXml(junitReport(report)).children.length).toBe(new Set(report.targets.map(({ id }) => id)).size + 1);
  });

  it("is the same text for a parser of another make", () => {
    const parser = "import sys, xml.dom.minidom as m; d = m.parseString(sys.stdin.buffer.read()); print(d.getElementsByTagName('testsuite').length)";
    const python = (input: string) => spawnSync("python3", ["-c", parser], { input, encoding: "utf8" });
    if (python("<testsuite/>").stdout !== "1\n") return console.warn("python3 is not installed: the JUnit report was NOT read by a second parser.");
    for (const text of nasty) expect(python(junitReport(poison(pleasantReport, text)))).toMatchObject({ status: 0, stderr: "" });
  });

  it("is cut before it is escaped", () => {
    const report: Report = { ...quiet, containers: [row("api")], findings: [removed("api", { message: "&".repeat(10_000) })] };
    const failure = suite(report, "helm:charts/api").children[1]?.children[0];
    expect(failure?.attributes["message"]).toMatch(/^&{1999}…$/);
  });
});
