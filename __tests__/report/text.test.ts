import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Report } from "../../src/core/report.ts";
import { plainStyle, type Style } from "../../src/report/style.ts";
import { textReport } from "../../src/report/text.ts";
import { location, noContainers, pleasantReport, posture, removed, workload } from "./pleasant-report.ts";
import { hostileText, poison } from "./poison.ts";

const text = (tweak: Partial<Report>): string => textReport({ ...pleasantReport, ...tweak }, plainStyle);
const quiet: Partial<Report> = { findings: [], problems: [], policyNotes: [], containers: [] };
const none = { error: 0, warning: 0, note: 0, exempted: 0 };

describe("textReport", () => {
  it("says in one line that there was nothing to look at", () => {
    const summary = { containers: { base: noContainers, head: noContainers }, targets: { rendered: 0, unchanged: 0, unresolved: 0 }, findings: none };
    expect(text({ ...quiet, verdict: "pass", targets: [], summary })).toBe("pass: nothing to look at: no chart, kustomization or manifest was found\n");
  });

  it("is two lines when all is well", () => {
    const summary = { containers: { base: noContainers, head: { ...noContainers, RuntimeDefault: 2 } }, targets: { rendered: 1, unchanged: 4, unresolved: 0 }, findings: none };
    expect(text({ ...quiet, verdict: "pass", summary })).toBe("pass: no container weakens seccomp confinement (2 containers in 1 target)\n\n5 targets: 1 rendered, 4 unchanged; containers: 2 RuntimeDefault\n");
  });

  it("has no was in a scan, and nothing that got stronger", () => {
    const scanned = text({ base: null, findings: [removed("a", { base: null })] });
    expect(scanned).toContain("           no profile (runs Unconfined)\n");
    expect(scanned).not.toMatch(/→|Stronger/);
  });

  it("tells ten remarks, and how many there are besides", () => {
    const remarks = Array.from({ length: 12 }, (_, i) => ({ kind: "missing-dependency" as const, side: "head" as const, target: `helm:r${i}`, path: null, line: null, message: `m${i}`, remedy: "", blocking: false }));
    const out = text({ ...quiet, problems: remarks });
    expect([out.includes("helm:r9:"), out.includes("helm:r10:"), out.includes("  and 2 more remarks, which `--format json` has in full\n")]).toEqual([true, false, true]);
    expect(text({ ...quiet, problems: remarks.slice(0, 10) })).not.toContain("more remark");
  });

  it("puts the target with the worst finding first", () => {
    const out = text({ ...quiet, findings: [removed("b", { target: "helm:a", severity: "note", locations: [] }), removed("a", { target: "helm:z", locations: [] })] });
    expect(out.indexOf("helm:z")).toBeLessThan(out.indexOf("helm:a"));
  });

  it("names up to three targets of one story, and ten places", () => {
    const out = text({ ...quiet, findings: Array.from({ length: 14 }, (_, i) => removed("a", { target: `kustomize:overlays/o${i}` })) });
    expect(out).toContain("\nkustomize:overlays/o0, kustomize:overlays/o1, kustomize:overlays/o2 and 11 more\n");
    expect(out).toContain("           and 4 more\n");
  });

  it("shows a fix of several lines that is not proven, and the field that the message does not name", () => {
    const fix = { path: "deploy.yaml", startLine: 3, endLine: 4, replacement: "a:\r\n  b", proven: false };
    const out = text({ ...quiet, findings: [removed("a", { fix, message: "it is weaker", locations: [location("deploy.yaml", 3)] })] });
    expect(out).toContain("deploy.yaml:3-4 becomes:\n             a:\n               b\n");
    expect(out).toContain("no profile (runs Unconfined), by spec.template.spec.securityContext.seccompProfile\n");
  });

  it("shows a problem of the whole run, without a remedy", () => {
    const problem = { kind: "internal", side: "base", target: null, path: null, line: null, message: "it broke", remedy: "", blocking: true } as const;
    expect(text({ ...quiet, problems: [problem] })).toContain("Not analysed\n\n  base\n           It broke. [internal]\n");
    expect(text({ ...quiet, problems: [{ ...problem, path: "x.yaml" }] })).toContain("  base  x.yaml\n");
  });

  it("counts what got stronger beyond ten", () => {
    const row = (i: number) => ({ target: "t", workload: workload(`w${i}`), container: { type: "container", name: "c" }, foundBy: "kind", was: null, base: null, head: posture({}), change: "strengthened", podSecurity: null, systemCalls: null }) as const;
    expect(text({ ...quiet, containers: Array.from({ length: 12 }, (_, i) => row(i)) })).toContain("  and 2 more containers\n");
    expect(text({ ...quiet, containers: Array.from({ length: 11 }, (_, i) => ({ ...row(i), head: null })) })).toContain("  and 1 more container\n");
  });

  it("says of a finding about a target and of an exemption without an end what there is to say", () => {
    const out = text({ ...quiet, findings: [removed("a", { container: null, base: null, head: null }), removed("b", { exemption: { reason: "known", expires: null } })] });
    expect(out).toContain("  error    helm:charts/api\n           at charts/api/values.yaml:12\n");
    expect(out).toContain("Deployment shop/api: container b: known [profile-removed]");
  });

  it("is coloured by whoever owns the terminal", () => {
    const mark = (name: string) => (part: string) => `<${name}>${part}</${name}>`;
    const marked: Style = { bold: mark("b"), dim: mark("dim"), red: mark("red"), yellow: mark("yellow"), green: mark("green"), cyan: mark("cyan") };
    const out = textReport(pleasantReport, marked);
    expect(out).toContain("<b><red>fail: ");
    expect(out).toContain("<yellow>warning</yellow>");
    expect(out.replace(/<\/?(b|dim|red|yellow|green|cyan)>/g, "")).toBe(textReport(pleasantReport, plainStyle));
  });

  it("lets no name move the cursor, begin a line or command the runner", () => {
    const check = (name: string): void => {
      const out = textReport(poison(pleasantReport, name), plainStyle);
      expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(out).not.toContain("##[");
      for (const line of out.split("\n")) expect(line.trimStart().startsWith("::")).toBe(false);
    };
    check(hostileText);
    check("::error::owned");
    check("##[error]owned");
    check("\n::error::owned");
    fc.assert(fc.property(fc.string({ unit: "binary" }), check), { numRuns: 50 });
  });
});
