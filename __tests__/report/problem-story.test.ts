import { describe, expect, it } from "@jest/globals";
import type { Problem } from "../../src/core/problem.ts";
import { headline } from "../../src/report/headline.ts";
import { markdownReport } from "../../src/report/markdown.ts";
import { partsOf, tellProblems } from "../../src/report/problem-story.ts";
import { plainStyle } from "../../src/report/style.ts";
import { textReport } from "../../src/report/text.ts";
import { pleasantReport } from "./pleasant-report.ts";

const problem = (target: string | null, tweak: Partial<Problem> = {}): Problem => ({ kind: "missing-dependency", side: "head", target, path: "c/Chart.yaml", line: 4, message: "redis is missing", remedy: "fetch it", blocking: true, ...tweak });
const onBoth = (target: string, tweak: Partial<Problem> = {}): Problem[] => [problem(target, { ...tweak, side: "base" }), problem(target, tweak)];
const told = (...problems: readonly Problem[]): string[] => tellProblems(problems).map(({ side, targets, message }) => `${side} ${targets.join(",")}: ${message}`);

describe("problems that are alike", () => {
  it.each<[string, readonly Problem[], readonly string[]]>([
    ["on both sides", onBoth("a"), ["both sides a: redis is missing"]],
    ["in the variants of a chart", [problem("a"), problem("a@x"), problem("a@y")], ["head a,a@x,a@y: redis is missing"]],
    ["in several targets on both sides", [...onBoth("a"), ...onBoth("b")], ["both sides a,b: redis is missing"]],
    ["on both sides in one and on one in another", [...onBoth("a"), problem("b")], ["both sides a: redis is missing", "head b: redis is missing"]],
    ["not in another file", [problem("a"), problem("b", { path: "d/Chart.yaml" })], ["head a: redis is missing", "head b: redis is missing"]],
    ["not where one blocks and another does not", [problem("a"), problem("b", { blocking: false })], ["head a: redis is missing", "head b: redis is missing"]],
    ["not where one is of the whole run", [problem("a"), problem(null)], ["head a: redis is missing", "head : redis is missing"]],
    ["twice in one target", [problem("a"), problem("a")], ["head a: redis is missing"]],
  ])("%s", (_, problems, expected) => {
    expect(told(...problems)).toEqual(expected);
  });

  it("count for each target that could not be looked at", () => {
    expect(tellProblems([...onBoth("a"), ...onBoth("b"), problem(null)]).map(partsOf)).toEqual([2, 1]);
    expect(headline({ ...pleasantReport, verdict: "no-verdict", findings: [], problems: [...onBoth("a"), ...onBoth("b"), problem("c", { blocking: false })] })).toContain("2 parts could not be looked at");
  });

  it("stand in the reports once, with the first of their targets", () => {
    const report = { ...pleasantReport, problems: ["a", "b", "c", "d", "e"].flatMap((target) => onBoth(target)) };
    expect(textReport(report, plainStyle)).toContain("\n  both sides  a, b, c and 2 more  c/Chart.yaml:4\n");
    const markdown = markdownReport(report, { headSha: null, repositoryUrl: null, maxBytes: 65_000, moreAt: null });
    expect(markdown).toContain("- `a`, `b`, `c` and 2 more targets at `c/Chart.yaml:4`: Redis is missing.");
    expect(markdown.match(/Redis is missing/g)).toHaveLength(1);
  });
});
