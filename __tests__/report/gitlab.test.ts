import { expect, it } from "@jest/globals";
import type { Report } from "../../src/core/report.ts";
import { gitlabReport } from "../../src/report/gitlab.ts";
import { pleasantReport, removed } from "./pleasant-report.ts";
import { hostileText, poison } from "./poison.ts";

const entriesOf = (report: Partial<Report>) => JSON.parse(gitlabReport({ ...pleasantReport, ...report }));

it("has what counts and what blocks, and not what is exempted or remarked", () => {
  expect(entriesOf({}).map(({ check_name, severity }: Record<string, string>) => `${check_name} ${severity}`)).toEqual([
    "profile-removed critical",
    "profile-removed critical",
    "profile-removed critical",
    "newly-privileged critical",
    "profile-weakened major",
    "not-analysed/missing-dependency blocker",
  ]);
});

it("places every entry in a file, whatever is known", () => {
  const findings = [removed("a", { locations: [] }), removed("b", { locations: [], target: "gone" })];
  const problems = pleasantReport.problems.flatMap((problem) => [{ ...problem, path: "../x", blocking: true }, { ...problem, path: null, target: null, blocking: true }]);
  expect(entriesOf({ findings, problems }).map(({ location }: { location: { path: string; lines: { begin: number } } }) => `${location.path}:${location.lines.begin}`)).toEqual([
    "charts/api/Chart.yaml:1",
    ".seccomp-gate.yaml:1",
    "charts/db/Chart.yaml:1",
    ".seccomp-gate.yaml:1",
    "charts/api/Chart.yaml:1",
    ".seccomp-gate.yaml:1",
  ]);
});

it("knows entries again by their fingerprints", () => {
  const prints = entriesOf({ findings: [removed("a", { fingerprint: "1".repeat(32) })] }).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(prints[0]).toBe("1".repeat(32));
  expect(prints[1]).toMatch(/^[0-9a-f]{32}$/);
});

it("shows nothing that does not show", () => {
  const text = gitlabReport(poison(pleasantReport, hostileText));
  expect(text).not.toContain("##[");
  for (const { description } of JSON.parse(text)) expect(description).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
});

it("names files whose names are no UTF-8 in text that every reader of JSON takes", () => {
  const path = "deploy/f\udcff.yaml"; // the byte 0xff, as it is read
  const findings = [removed("a", { locations: [{ path, line: 3, column: 1, endLine: 3, precision: "exact", role: "cause", inDiff: true }] })];
  const problems = pleasantReport.problems.map((problem) => ({ ...problem, path, blocking: true }));
  expect(new Set(entriesOf({ findings, problems }).map(({ location }: { location: { path: string } }) => location.path))).toEqual(new Set(["deploy/f\ufffd.yaml"]));
});

it("is an empty list where there is nothing to say", () => {
  expect(gitlabReport({ ...pleasantReport, findings: [], problems: [] })).toBe("[]\n");
});
