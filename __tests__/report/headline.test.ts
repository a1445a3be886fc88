import { describe, expect, it } from "@jest/globals";
import type { Finding, Report, TargetOutcome, Verdict } from "../../src/core/report.ts";
import { headline } from "../../src/report/headline.ts";
import { noContainers, pleasantReport, removed } from "./pleasant-report.ts";

const clean: Report = {
  ...pleasantReport,
  verdict: "pass",
  findings: [],
  problems: [],
  containers: [],
  summary: { containers: { base: noContainers, head: { ...noContainers, RuntimeDefault: 11, Localhost: 1 } }, targets: { rendered: 3, unchanged: 2, unresolved: 0 }, findings: { error: 0, warning: 0, note: 0, exempted: 0 } },
};

const count = (findings: Partial<Report["summary"]["findings"]>) => ({ summary: { ...clean.summary, findings: { ...clean.summary.findings, ...findings } } });
const targets = (rendered: number, unresolved = 0) => ({ summary: { ...clean.summary, targets: { ...clean.summary.targets, rendered, unresolved } } });
const rendered: TargetOutcome = { id: "helm:a", engine: "helm", path: "a", declaredBy: null, variant: null, base: "rendered", head: "rendered" };
const release = { apiVersion: "helm.toolkit.fluxcd.io/v2", kind: "HelmRelease", namespace: "web", name: "podinfo", path: "r.yaml", line: 1 };
const elsewhere: TargetOutcome = { ...rendered, id: "helm:r.yaml@flux/web/podinfo", path: "r.yaml", declaredBy: release, base: "unresolved", head: "unresolved" };
const problems = pleasantReport.problems;
const onTarget: Finding = removed("api", { rule: "lost-from-view", container: null });

const [row] = pleasantReport.containers.map((one) => ({ ...one, head: one.base }));
const weak = (...changes: readonly Report["containers"][number]["change"][]): Report["containers"] => changes.flatMap((change) => (row === undefined ? [] : [{ ...row, change }]));

const rows: readonly (readonly [string, Partial<Report>, string])[] = [
  ["a clean change", {}, "pass: no container weakens seccomp confinement (12 containers in 3 targets)"],
  ["a clean scan", { base: null }, "pass: no container lacks seccomp confinement (12 containers in 3 targets)"],
  ["a clean change by rules that are off", { containers: weak("weakened", "weakened", "unchanged") }, "pass: nothing by the rules that are on, though 2 containers weaken seccomp confinement"],
  ["one of them", { containers: weak("weakened") }, "pass: nothing by the rules that are on, though 1 container weakens seccomp confinement"],
  ["a scan by rules that are off", { base: null, containers: weak("added") }, "pass: nothing by the rules that are on, though 1 container runs Unconfined"],
  ["an empty repository", { targets: [], ...targets(0) }, "pass: nothing to look at: no chart, kustomization or manifest was found"],
  ["a change to nothing that is rendered", targets(0), "pass: nothing to look at: the change touches none of the 5 targets"],
  ["a clean change beside charts that are elsewhere", { targets: [rendered, elsewhere, elsewhere], ...targets(1, 2) }, "pass: no container weakens seccomp confinement (12 containers in 1 target; 2 targets cannot be rendered here)"],
  ["a change to nothing that is rendered beside them", { targets: [elsewhere, rendered], ...targets(0, 1) }, "pass: nothing to look at: the change touches none of the 2 targets; 1 target cannot be rendered here"],
  ["nothing but charts that are elsewhere", { targets: [elsewhere, elsewhere], ...targets(0, 2) }, "pass: nothing was looked at: none of the 2 targets can be rendered here"],
  ["one exempted finding", count({ exempted: 1 }), "pass: nothing beyond 1 exempted finding (12 containers in 3 targets)"],
  ["a warning that does not fail", { findings: [removed("a")], ...count({ warning: 1 }) }, "pass: nothing that fails: 1 container weakens seccomp confinement (1 warning)"],
  ["two rules on one container", { verdict: "fail", findings: [removed("a"), removed("a", { rule: "x" })], ...count({ error: 2 }) }, "fail: 1 container weakens seccomp confinement (2 errors)"],
  ["a failing scan", { verdict: "fail", base: null, findings: [removed("a"), removed("b")], ...count({ error: 1, note: 1 }) }, "fail: 2 containers lack seccomp confinement (1 error, 1 note)"],
  ["exempted findings beside others", { verdict: "fail", findings: [removed("a"), removed("b", { exemption: { reason: "r", expires: null } })], ...count({ error: 1, exempted: 1 }) }, "fail: 1 container weakens seccomp confinement (1 error)"],
  ["a finding about a target", { verdict: "fail", findings: [onTarget], ...count({ error: 1 }) }, "fail: 1 finding (1 error)"],
  ["a finding and what was not seen", { verdict: "fail", findings: [removed("a")], problems, ...count({ error: 1 }) }, "fail: 1 container weakens seccomp confinement (1 error); 1 part could not be looked at"],
  ["what was not seen", { verdict: "no-verdict", problems: [...problems, ...problems.map((problem) => ({ ...problem, path: "another.yaml" }))] }, "no-verdict: 2 parts could not be looked at"],
  ["what was not seen and need not be", { verdict: "no-verdict", noVerdict: "warn", problems }, "no-verdict: 1 part could not be looked at, which `noVerdict: warn` lets pass"],
  ["what was not seen, and a warning", { verdict: "no-verdict", problems, findings: [removed("a")], ...count({ warning: 1 }) }, "no-verdict: 1 part could not be looked at; 1 container weakens seccomp confinement (1 warning)"],
];

describe("headline", () => {
  it.each(rows)("says in one line: %s", (_, tweak, line) => {
    expect(headline({ ...clean, ...tweak })).toBe(line);
  });

  it.each<Verdict>(["pass", "fail", "no-verdict"])("fits a commit status whatever the numbers: %s", (verdict) => {
    const many = Array.from({ length: 20_000 }, (_, i) => removed(`c${i}`));
    const unseen = Array.from({ length: 20_000 }, (_, line) => problems.slice(0, 1).map((problem) => ({ ...problem, line }))).flat();
    const report: Report = { ...clean, verdict, findings: many, problems: unseen, noVerdict: verdict === "no-verdict" ? "warn" : "fail", ...count({ error: 20_000, warning: 20_000, note: 20_000, exempted: 20_000 }) };
    expect(headline(report).length).toBeLessThanOrEqual(140);
  });
});
