import { describe, expect, it } from "@jest/globals";
import type { Report } from "../../src/core/report.ts";
import { jsonReport } from "../../src/report/json.ts";
import { pleasantReport, removed } from "./pleasant-report.ts";
import { hostileText, poison } from "./poison.ts";

const read = (report: Report) => JSON.parse(jsonReport(report));

describe("jsonReport", () => {
  it("has the fields of version 1, in their order", () => {
    const wire = read(pleasantReport);
    expect(Object.keys(wire)).toEqual(["schema", "tool", "verdict", "base", "head", "summary", "targets", "containers", "findings", "problems", "policyNotes"]);
    expect(Object.keys(wire.targets[0])).toEqual(["id", "engine", "path", "base", "head"]);
    expect(Object.keys(wire.containers[0])).toEqual(["target", "workload", "container", "foundBy", "base", "head", "change", "podSecurity"]);
    expect(Object.keys(wire.containers[0].head)).toEqual(["profile", "localhostProfile", "decidedBy", "cause", "effective"]);
    expect(Object.keys(wire.findings[0])).toEqual(["rule", "severity", "target", "alsoIn", "workload", "container", "message", "remedy", "locations", "fix", "fingerprint", "group", "exemption"]);
    expect(Object.keys(wire.findings[0].workload)).toEqual(["apiVersion", "kind", "namespace", "name"]);
    expect(Object.keys(wire.findings[0].locations[0])).toEqual(["path", "line", "column", "endLine", "precision", "role", "inDiff"]);
    expect(Object.keys(wire.problems[0])).toEqual(["kind", "side", "target", "path", "line", "message", "remedy", "blocking"]);
  });

  it("names the object that declares a target, and a variant, where there are such", () => {
    const declaredBy = { apiVersion: "helm.toolkit.fluxcd.io/v2", kind: "HelmRelease", namespace: "web", name: "api", path: "r.yaml", line: 3 };
    const [first] = pleasantReport.targets;
    const model = [{ ...first, declaredBy: { ...declaredBy, decides: "inside" } }, { ...first, variant: "proxy" }] as unknown as Report["targets"];
    const [declared, variant] = read({ ...pleasantReport, targets: model }).targets;
    expect([declared.declaredBy, "variant" in declared, variant.variant, "declaredBy" in variant]).toEqual([declaredBy, false, "proxy", false]);
  });

  it("is no dump: what the model has besides stays inside", () => {
    const more: Report = { ...pleasantReport, findings: pleasantReport.findings.map((finding) => ({ ...finding, internal: true })) };
    expect(jsonReport(more)).toBe(jsonReport(pleasantReport));
  });

  it("has null where there is nothing", () => {
    const wire = read({ ...pleasantReport, base: null, containers: pleasantReport.containers.map((row) => ({ ...row, base: null })), findings: [removed("a", { container: null })] });
    expect([wire.base, wire.containers[0].base, wire.findings[0].container, wire.findings[0].fix, wire.findings[0].exemption]).toEqual([null, null, null, null, null]);
    expect(read({ ...pleasantReport, containers: pleasantReport.containers.map((row) => ({ ...row, head: null })) }).containers[0].head).toBeNull();
  });

  it("keeps hostile text as it is, and holds no command for the runner it may be printed to", () => {
    const hostile = poison(pleasantReport, hostileText);
    expect(read(hostile).findings[0].message).toBe(hostile.findings[0]?.message);
    expect(jsonReport(hostile)).not.toContain("##[");
    expect(jsonReport(hostile).split("\n").every((line) => !line.trimStart().startsWith("::"))).toBe(true);
  });

  it("ends in one line feed", () => {
    expect(jsonReport(pleasantReport)).toMatch(/[^\n]\n$/);
  });
});
