import { describe, expect, it } from "@jest/globals";
import type { ContainerRow, Report, TargetOutcome } from "../../src/core/report.ts";
import { describeGone, goneTargets } from "../../src/report/gone.ts";
import { markdownReport } from "../../src/report/markdown.ts";
import { plainStyle } from "../../src/report/style.ts";
import { textReport } from "../../src/report/text.ts";
import { pleasantReport, posture, workload } from "./pleasant-report.ts";
import { hostileText } from "./poison.ts";

const [sampleRow] = pleasantReport.containers;
const [sampleTarget] = pleasantReport.targets;
if (sampleRow === undefined || sampleTarget === undefined) throw new Error("the report has a container and a target");

const row = (target: string, name: string, tweak: Partial<ContainerRow> = {}): ContainerRow => ({ ...sampleRow, target, workload: workload(name), base: posture({}), head: null, change: "removed", was: null, ...tweak });
const target = (id: string, tweak: Partial<TargetOutcome> = {}): TargetOutcome => ({ ...sampleTarget, id, base: "rendered", head: "absent", ...tweak });
const there = { head: posture({}), change: "unchanged" } as const;
const told = (report: Partial<Report>): readonly string[] => goneTargets({ ...pleasantReport, ...report }).map((gone) => describeGone(gone, (name) => name, (kind) => kind));

describe("a target that is gone", () => {
  it.each<[string, readonly TargetOutcome[], readonly ContainerRow[], readonly string[]]>([
    ["is told with its containers", [target("a")], [row("a", "x"), row("a", "y")], ["a: 2 containers are gone with it"]],
    ["is told with its one container", [target("a")], [row("a", "x")], ["a: 1 container is gone with it"]],
    ["had none", [target("a")], [], []],
    ["lives on in another target", [target("a")], [row("a", "x"), row("b", "x", there)], ["a: Deployment shop/x is in b"]],
    ["lives on in a part", [target("a")], [row("a", "x"), row("a", "y"), row("b", "x", there)], ["a: 1 container is gone with it; Deployment shop/x is in b"]],
    ["was moved", [target("a")], [row("b", "z", { ...there, was: { target: "a", workload: workload("x"), container: sampleRow.container, by: ["image"] } })], ["a: Deployment shop/z is in b"]],
    ["is not what has the same name elsewhere and is gone too", [target("a")], [row("a", "x"), row("b", "x")], ["a: 1 container is gone with it"]],
    ["is not what has the name in another namespace", [target("a")], [row("a", "x"), row("b", "x", { ...there, workload: workload("x", "Deployment", "test") })], ["a: 1 container is gone with it"]],
    ["was not known", [target("a", { base: "unresolved" })], [], ["a: what was in it is not known, since the base's could not be looked at"]],
    ["is still there", [target("a", { head: "rendered" }), target("b", { head: "unresolved" })], [row("a", "x")], []],
    ["was never there", [target("a", { base: "absent" })], [], []],
  ])("%s", (_, targets, containers, expected) => {
    expect(told({ targets, containers })).toEqual(expected);
  });

  it("is a finding where something of it stayed, and is not told twice", () => {
    const finding = { ...pleasantReport.findings[0], target: "a", container: null } as Report["findings"][number];
    expect(told({ targets: [target("a"), target("b")], containers: [row("a", "x"), row("b", "y")], findings: [finding] })).toEqual(["b: 1 container is gone with it"]);
  });

  it("names some of many places", () => {
    const many = Array.from({ length: 7 }, (_, i) => row(`b${i}`, "x", there));
    expect(told({ targets: [target("a")], containers: [row("a", "x"), ...many] })).toEqual([`a: ${[0, 1, 2, 3, 4].map((i) => `Deployment shop/x is in b${i}`).join("; ")}; 2 more workloads are in other targets`]);
  });

  it("is nothing in a scan", () => {
    expect(told({ base: null, targets: [target("a")] })).toEqual([]);
  });

  it("stands in the reports, whatever it is called", () => {
    const report: Report = { ...pleasantReport, targets: [target(`helm:${hostileText}`), ...Array.from({ length: 11 }, (_, i) => target(`helm:${i}`))], containers: [`helm:${hostileText}`, ...Array.from({ length: 11 }, (_, i) => `helm:${i}`)].map((id, i) => row(id, `x${i}`)) };
    const text = textReport(report, plainStyle);
    expect(text).toContain("\nTargets that are gone\n\n");
    expect(text).toContain("\n  and 2 more targets\n");
    expect(text).not.toMatch(/^\s*::|##\[|\u001b/m);
    const markdown = markdownReport(report, { headSha: null, repositoryUrl: null, maxBytes: 65_000, moreAt: null });
    expect(markdown).toContain("<summary>12 targets are gone</summary>");
    expect(markdown).toContain("- `helm:10`: 1 container is gone with it");
  });
});
