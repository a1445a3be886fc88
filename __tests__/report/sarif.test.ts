import { describe, expect, it } from "@jest/globals";
import type { Finding, Report, TargetOutcome } from "../../src/core/report.ts";
import { rules } from "../../src/core/rules.ts";
import { UsageError } from "../../src/core/failure.ts";
import { failureReport } from "../../src/github/failure-report.ts";
import { sarifReport, type SarifOptions } from "../../src/report/sarif.ts";
import { location, pleasantReport, removed } from "./pleasant-report.ts";
import { hostileText, poison } from "./poison.ts";
import { schemaErrors, validatorErrors } from "./sarif-schema.ts";

const nowhere: SarifOptions = { headSha: null, repositoryUrl: null, category: null };
const somewhere: SarifOptions = { headSha: "b".repeat(40), repositoryUrl: "https://github.com/o/r", category: "second" };

const reports: Readonly<Record<string, string>> = {
  "of a pull request": sarifReport(pleasantReport, somewhere),
  "of hostile text": sarifReport(poison(pleasantReport, hostileText), somewhere),
  "of a scan": sarifReport({ ...pleasantReport, base: null, head: { revision: "worktree" } }, nowhere),
  "of a configuration that is not understood": sarifReport(failureReport(new UsageError("unknown key `x`"), "", pleasantReport.tool), nowhere),
  "without findings": sarifReport({ ...pleasantReport, verdict: "pass", findings: [], problems: [], targets: [] }, nowhere),
};

describe.each(Object.entries(reports))("a report %s", (_, sarif) => {
  it("obeys SARIF's schema", () => {
    const errors = schemaErrors(sarif);
    if (errors === null) return console.warn("The package of SARIF's schema is not installed: nothing was validated against it.");
    expect(errors).toEqual([]);
  });

  it("is taken by the validator with GitHub's rules", () => {
    const errors = validatorErrors(sarif);
    if (errors === null) return console.warn("Sarif.Multitool does not run here: nothing was validated by GitHub's rules.");
    expect(errors).toEqual([]);
  });
});

it("is held against tools that find something", () => {
  const broken = (reports["of a pull request"] ?? "").replaceAll('"level": "error"', '"level": "awful"');
  if (schemaErrors(broken) !== null) expect(schemaErrors(broken)?.join()).toContain("must be equal to one of the allowed values");
  const placeless = JSON.parse(reports["of a pull request"] ?? "");
  for (const result of placeless.runs[0].results) result.locations = [];
  if (validatorErrors(JSON.stringify(placeless)) !== null) expect(validatorErrors(JSON.stringify(placeless))?.join()).toContain("GH1015");
});

const runOf = (report: Partial<Report>, options: SarifOptions = nowhere) => JSON.parse(sarifReport({ ...pleasantReport, ...report }, options)).runs[0];
const resultOf = (finding: Partial<Finding>, targets: readonly TargetOutcome[] = pleasantReport.targets) => runOf({ findings: [removed("api", finding)], targets }).results[0];

describe("a result", () => {
  it("points to one line, at the column where that is sure", () => {
    const at = (tweak: Parameters<typeof location>[2]) => resultOf({ locations: [location("a.yaml", 7, { column: 5, endLine: 9, ...tweak })] }).locations[0].physicalLocation.region;
    expect(at({})).toEqual({ startLine: 7, startColumn: 5 });
    expect(at({ precision: "action" })).toEqual({ startLine: 7 });
    expect(at({ precision: "file" })).toEqual({ startLine: 7 });
  });

  it("names further places beside it", () => {
    const { relatedLocations } = resultOf({ locations: [location("a.yaml", 7), location("b.yaml", 3, { role: "template" })] });
    expect(relatedLocations).toEqual([expect.objectContaining({ id: 1, physicalLocation: expect.objectContaining({ region: { startLine: 3, startColumn: 1 } }), message: { text: "What describes the container." } })]);
    expect(resultOf({ locations: [location("a.yaml", 7)] })).not.toHaveProperty("relatedLocations");
  });

  it.each([
    ["charts/a b/ü.yaml", "charts/a%20b/%C3%BC.yaml"],
    ["a#?%.yaml", "a%23%3F%25.yaml"],
    ["c:/x\\y.yaml", "c%3A/x%5Cy.yaml"],
    ["a\nb.yaml", "a%0Ab.yaml"],
    ["../../etc/passwd", "charts/api/Chart.yaml"],
    ["/etc/passwd", "charts/api/Chart.yaml"],
  ])("writes the path %j as %s", (path, uri) => {
    expect(resultOf({ locations: [location(path, 1)] }).locations[0].physicalLocation.artifactLocation).toEqual({ uri, uriBaseId: "%SRCROOT%" });
  });

  it.each<[Partial<TargetOutcome>, string, number]>([
    [{ engine: "helm", path: "charts/api" }, "charts/api/Chart.yaml", 1],
    [{ engine: "helm", path: "." }, "Chart.yaml", 1],
    [{ engine: "helm", path: "vendor/api-1.0.0.tgz" }, "vendor/api-1.0.0.tgz", 1],
    [{ engine: "kustomize", path: "overlays/a" }, "overlays/a/kustomization.yaml", 1],
    [{ engine: "manifests", path: "deploy" }, "deploy", 1],
    [{ engine: "manifests", path: "." }, ".seccomp-gate.yaml", 1],
    [{ engine: "helm", path: "x", declaredBy: { apiVersion: "a/v1", kind: "HelmRelease", namespace: "n", name: "a", path: "apps/a.yaml", line: 12 } }, "apps/a.yaml", 12],
  ])("without a place stands at the file of its target: %j", (tweak, uri, startLine) => {
    const [first] = pleasantReport.targets;
    if (first === undefined) throw new Error("the report has a target");
    expect(resultOf({ locations: [] }, [{ ...first, ...tweak }]).locations[0].physicalLocation).toEqual({ artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region: { startLine } });
    expect(resultOf({ locations: [] }, []).locations[0].physicalLocation.artifactLocation.uri).toBe(".seccomp-gate.yaml");
  });

  it("is known by its fingerprint", () => {
    expect(resultOf({ fingerprint: "f".repeat(32) }).partialFingerprints).toEqual({ primaryLocationLineHash: `${"f".repeat(32)}:1` });
  });

  it("is new in a comparison, and nothing of the kind in a scan", () => {
    expect(resultOf({}).baselineState).toBe("new");
    expect(runOf({ base: null }).results[0]).not.toHaveProperty("baselineState");
  });

  it("makes no link of what a repository holds", () => {
    expect(resultOf({ message: "[click](https://evil.example) ![x](y)" }).message.text).not.toContain("](");
    expect(resultOf({ message: "", remedy: "" }).message.text).toBe("(nothing)");
  });

  it("carries the fix as lines", () => {
    const { fixes } = resultOf({ fix: { path: "a b.yaml", startLine: 2, endLine: 3, replacement: "x: 1\ny: 2\n", proven: true } });
    expect(fixes[0].artifactChanges[0]).toEqual({ artifactLocation: { uri: "a%20b.yaml", uriBaseId: "%SRCROOT%" }, replacements: [{ deletedRegion: { startLine: 2, endLine: 3 }, insertedContent: { text: "x: 1\ny: 2" } }] });
    expect(resultOf({ fix: { path: "../x", startLine: 1, endLine: 1, replacement: "", proven: true } })).not.toHaveProperty("fixes");
  });
});

describe("severity", () => {
  const ruleOf = (run: ReturnType<typeof runOf>) => run.tool.driver.rules[run.results[0].ruleIndex];

  it.each([
    ["profile-removed", "error", "profile-removed", "error", "8.0"],
    ["profile-removed", "warning", "profile-removed/warning", "warning", "5.5"],
    ["profile-removed", "note", "profile-removed/note", "note", "2.0"],
    ["of-tomorrow", "error", "of-tomorrow/error", "error", "8.0"],
  ] as const)("%s as %s is the rule %s", (rule, severity, id, level, score) => {
    const run = runOf({ findings: [removed("api", { rule, severity })] });
    expect(run.results[0]).toMatchObject({ ruleId: id, level, suppressions: [] });
    expect(ruleOf(run)).toMatchObject({ id, defaultConfiguration: { level }, properties: { "security-severity": score } });
  });

  it("of what is exempted fails nothing, and says why", () => {
    const run = runOf({ findings: [removed("api", { exemption: { reason: "because", expires: "2027-01-01" } })] });
    expect(run.results[0]).toMatchObject({ ruleId: "profile-removed/exempted", level: "note", suppressions: [{ kind: "external", status: "accepted", justification: "because (until 2027-01-01)" }] });
    expect(run.results[0].message.text).toMatch(/Exempted: because\.$/);
    expect(ruleOf(run).properties).not.toHaveProperty("security-severity");
  });

  it("is that of every rule there is, with its page as help", () => {
    const known = runOf({ findings: [] }).tool.driver.rules;
    expect(known.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { help, shortDescription } of known) {
      expect(help.markdown).toContain("## What to do");
      expect(shortDescription.text.length).toBeLessThan(1024);
    }
  });
});

describe("the run", () => {
  it("says what could not be looked at", () => {
    const [invocation] = runOf({}).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications.map(({ level, descriptor }: { level: string; descriptor: { id: string } }) => [level, descriptor.id])).toEqual([["error", "missing-dependency"], ["note", "missing-dependency"]]);
    const remarks = pleasantReport.problems.filter(({ blocking }) => !blocking);
    expect(runOf({ problems: remarks }).invocations[0].executionSuccessful).toBe(true);
    const base = pleasantReport.problems.map((problem) => ({ ...problem, side: "base" as const }));
    expect(runOf({ problems: base }).invocations[0].toolExecutionNotifications[0]).not.toHaveProperty("locations");
  });

  it("leaves its category to whoever uploads it, unless there are several", () => {
    expect(runOf({})).not.toHaveProperty("automationDetails");
    expect(runOf({}, somewhere).automationDetails).toEqual({ id: "seccomp-gate/second/" });
  });

  it("says which commit it is about where that is known", () => {
    expect(runOf({})).not.toHaveProperty("versionControlProvenance");
    expect(runOf({}, somewhere).versionControlProvenance).toEqual([{ repositoryUri: "https://github.com/o/r", revisionId: "b".repeat(40), mappedTo: { uriBaseId: "%SRCROOT%" } }]);
  });

  it("has no more results than GitHub takes, and says so", () => {
    const run = runOf({ findings: Array.from({ length: 25_002 }, () => removed("api")), problems: [] });
    expect(run.results.length).toBe(25_000);
    expect(run.invocations[0].toolExecutionNotifications).toEqual([expect.objectContaining({ level: "error", message: { text: expect.stringMatching(/^2 more findings are left out/) } })]);
  });

  it("can be printed to a runner's log", () => {
    expect(sarifReport(poison(pleasantReport, "##[error]x"), nowhere)).not.toContain("##[");
  });
});
