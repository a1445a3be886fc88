import { describe, expect, it } from "@jest/globals";
import type { ContainerRow } from "../../src/core/report.ts";
import { markdownReport } from "../../src/report/markdown.ts";
import { countStronger, tellStronger } from "../../src/report/stronger.ts";
import { plainStyle } from "../../src/report/style.ts";
import { textReport } from "../../src/report/text.ts";
import { pleasantReport, posture, workload } from "./pleasant-report.ts";

const [sample] = pleasantReport.containers;
if (sample === undefined) throw new Error("the report has a container");

const row = (target: string, name: string, container: string, tweak: Partial<ContainerRow> = {}): ContainerRow => ({ ...sample, target, workload: workload(name), container: { type: "container", name: container }, ...tweak });
const told = (...rows: readonly ContainerRow[]): string[] => tellStronger(rows).map(({ place, change }) => `${place.workload.name}/${place.containers.map(({ name }) => name).join("+")} in ${[place.target, ...place.alsoIn].join("+")}: ${change}`);
const change = "no profile → RuntimeDefault";

describe("what got stronger", () => {
  it("is told in linear time, however many containers a workload has", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => row("t", "api", `c${i}`));
    const begin = process.cpuUsage();
    expect(tellStronger(rows).map(countStronger)).toEqual([100_000]);
    expect(process.cpuUsage(begin).user).toBeLessThan(3_000_000); // microseconds
  });

  it.each<[string, readonly ContainerRow[], readonly string[]]>([
    ["containers of one workload", [row("t", "api", "a"), row("t", "api", "b")], [`api/a+b in t: ${change}`]],
    ["alike in several targets", [row("t", "api", "a"), row("t", "web", "a"), row("u", "api", "a"), row("u", "web", "a")], [`api/a in t+u: ${change}`, `web/a in t+u: ${change}`]],
    ["not where another target has another container of it", [row("t", "api", "a"), row("u", "api", "a"), row("u", "api", "b")], [`api/a in t: ${change}`, `api/a+b in u: ${change}`]],
    ["not where they changed otherwise", [row("t", "api", "a"), row("t", "api", "b", { base: posture({ profile: "Unconfined", effective: "Unconfined" }) })], [`api/a in t: ${change}`, "api/b in t: Unconfined → RuntimeDefault"]],
    ["not what stayed", [row("t", "api", "a", { change: "unchanged" })], []],
  ])("is told once: %s", (_, rows, expected) => {
    expect(told(...rows)).toEqual(expected);
  });

  it("is counted by containers", () => {
    expect(tellStronger([row("t", "api", "a"), row("t", "api", "b"), row("u", "api", "a"), row("u", "api", "b")]).map(countStronger)).toEqual([4]);
  });

  it("names the targets where there are several", () => {
    const containers = ["t", "u", "v", "w"].flatMap((target) => [row(target, "api", "a"), row(target, "api", "b")]);
    const report = { ...pleasantReport, containers: [...containers, row("t", "web", "c")] };
    expect(textReport(report, plainStyle)).toContain(`\n  Deployment shop/api: containers a, b: ${change} in t, u, v and 1 more\n  Deployment shop/web: container c: ${change}\n`);
    const markdown = markdownReport(report, { headSha: null, repositoryUrl: null, maxBytes: 65_000, moreAt: null });
    expect(markdown).toContain("<summary>9 containers got stronger</summary>");
    expect(markdown).toContain(`- Deployment \`shop/api\`: containers \`a\`, \`b\`: ${change} in \`t\`, \`u\`, \`v\` and 1 more target\n`);
  });

  it("counts the containers that are left out", () => {
    const containers = [...Array.from({ length: 10 }, (_, i) => row("t", `w${i}`, "c")), row("t", "z", "a"), row("t", "z", "b"), row("u", "z", "a"), row("u", "z", "b")];
    expect(textReport({ ...pleasantReport, containers }, plainStyle)).toContain("\n  and 4 more containers\n");
  });
});
