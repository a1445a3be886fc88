import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Problem } from "../../src/core/problem.ts";
import type { Report } from "../../src/core/report.ts";
import { checkAnnotations, logAnnotations } from "../../src/report/annotations.ts";
import { location, pleasantReport, removed } from "./pleasant-report.ts";
import { hostileText, poison } from "./poison.ts";

const many = (count: number): Report => ({
  ...pleasantReport,
  findings: Array.from({ length: count }, (_, i) => removed(`c${i}`, { severity: i % 2 === 0 ? "error" : "warning", locations: [location("values.yaml", i + 1)] })),
  problems: [],
});

const problem: Problem = { kind: "yaml", side: "head", target: null, path: "a.yaml", line: 7, message: "m", remedy: "", blocking: true };
const only = (tweak: Partial<Report>): Report => ({ ...pleasantReport, findings: [], problems: [], ...tweak });

describe("checkAnnotations", () => {
  it("has one annotation a story, worst first, with what is not known before what only warns", () => {
    const notes = removed("z", { severity: "note", locations: [location("z.yaml", 1)] });
    const annotations = checkAnnotations({ ...pleasantReport, findings: [...pleasantReport.findings, notes] });
    expect(annotations.map(({ path, level }) => `${level} ${path}`)).toEqual([
      "failure charts/api/values.yaml",
      "failure overlays/prod/patch.yaml",
      "failure charts/db/Chart.yaml",
      "warning charts/api/templates/worker.yaml",
      "notice z.yaml",
      "notice charts/api/Chart.yaml",
    ]);
  });

  it("never annotates an exempted finding as an error", () => {
    const [annotation] = checkAnnotations(only({ findings: [removed("a", { exemption: { reason: "needed for eBPF", expires: null } })] }));
    expect(annotation?.level).toBe("notice");
    expect(annotation?.message).toMatch(/\nExempted: needed for eBPF\.$/);
  });

  it.each<[string, Partial<Problem>, string]>([
    ["a line of the head", {}, "7 Not analysed (yaml)"],
    ["no line", { line: null }, "1 Not analysed (yaml)"],
    ["a line of the base, which means nothing on the head", { side: "base", target: "helm:x" }, "1 Not analysed on the base (yaml): helm:x"],
    ["a remark", { blocking: false }, "7 Remark (yaml)"],
  ])("places a problem at %s", (_, tweak, expected) => {
    const [annotation] = checkAnnotations(only({ problems: [{ ...problem, ...tweak }] }));
    expect(`${annotation?.startLine} ${annotation?.title}`).toBe(expected);
  });

  it("never ends before it starts", () => {
    const [annotation] = checkAnnotations(only({ findings: [removed("a", { locations: [location("a.yaml", 9, { endLine: 3 })] })] }));
    expect([annotation?.startLine, annotation?.endLine]).toEqual([9, 9]);
  });

  it("leaves none out: the edge says how many it does not send", () => {
    expect(checkAnnotations(many(5_000))).toHaveLength(5_000);
  });

  it("keeps within the limits of titles and messages", () => {
    for (const { title, message } of checkAnnotations(poison(pleasantReport, "é😀".repeat(5_000)))) {
      expect(title.length).toBeLessThanOrEqual(255);
      expect(message.length).toBeLessThanOrEqual(4096);
    }
  });
});

describe("logAnnotations", () => {
  const COMMAND = /^::(error|warning|notice) (?:file=([^,:\n\r]*),line=(\d+),endLine=(\d+),)?title=([^,:\n\r]*)::([^\n\r]*)$/;

  it("has at most ten of each level, worst first", () => {
    const lines = logAnnotations(many(50));
    expect(lines.map((line) => line.slice(0, line.indexOf(" ")))).toEqual([...Array.from({ length: 10 }, () => "::error"), ...Array.from({ length: 10 }, () => "::warning")]);
    expect(lines[0]).toContain("file=values.yaml,line=1,endLine=1,");
  });

  it("says what has no file, too", () => {
    const [line] = logAnnotations(only({ findings: [removed("a", { locations: [] })] }));
    expect(line).toMatch(/^::error title=profile-removed%3A Deployment shop\/api%3A container a::/);
  });

  it("holds one command a line, with hostile names", () => {
    for (const line of logAnnotations(poison(pleasantReport, hostileText))) expect(line).toMatch(COMMAND);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const line of logAnnotations(poison(pleasantReport, text))) {
          expect(line).toMatch(COMMAND);
          expect((COMMAND.exec(line)?.[6] ?? "").replace(/%(25|0A|0D)/g, "x").length).toBeLessThanOrEqual(4096);
        }
      }),
      { numRuns: 25 },
    );
  });
});
