import { describe, expect, it } from "@jest/globals";
import { GIVEN_CHARTS } from "../../src/core/chart-cache.ts";
import { discoverEverything } from "../../src/core/selection.ts";
import { planTargets } from "../../src/discover/plan.ts";
import { standInsFor } from "../../src/discover/stand-ins.ts";
import { emptyCache, surveyTree } from "../../src/discover/survey.ts";
import { treeOf, type Stand } from "../support/tree.ts";

type Files = Record<string, Stand>;

const chart = (name: string, ...dependencies: readonly string[]): string =>
  `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${dependencies.length === 0 ? "" : `dependencies:\n${dependencies.map((dependency) => `- ${dependency}\n`).join("")}`}`;
const remote = (name: string): string => `{name: ${name}, version: 1.x.x, repository: "https://charts.example.org"}`;

async function standIns(files: Files, folder: string, chartCache: string | null = null): Promise<string> {
  const found = await standInsFor(await surveyTree(treeOf(files), emptyCache(), chartCache), folder);
  return [...found.folders, ...found.archives].join(" ");
}

describe("what may stand in for an absent dependency", () => {
  const app = { "charts/app/Chart.yaml": chart("app", remote("common")) };
  const common = { "charts/common/Chart.yaml": chart("common") };
  it.each<[string, Files, string]>([
    ["nothing", app, ""],
    ["a sibling of that name", { ...app, ...common }, "charts/common"],
    ["a sibling in a folder of another name", { ...app, "library/Chart.yaml": "version: 1.0.0\nname: \"common\" # ours\n" }, "library"],
    ["not a chart of another name", { ...app, "charts/common/Chart.yaml": chart("commons") }, ""],
    ["nothing where charts/ holds it", { ...app, ...common, "charts/app/charts/anything/Chart.yaml": chart("common") }, ""],
    ["nothing where charts/ holds it packaged", { ...app, ...common, "charts/app/charts/common-1.2.3.tgz": "" }, ""],
    ["a sibling where charts/ holds one whose name only begins like it", { ...app, ...common, "charts/app/charts/common-extras-1.2.3.tgz": "" }, "charts/common"],
    ["what file:// names", { "charts/app/Chart.yaml": chart("app", '{name: common, version: 1.x.x, repository: "file://../../shared/common"}'), "shared/common/Chart.yaml": chart("common") }, "shared/common"],
    ["not what file:// names outside", { "app/Chart.yaml": chart("app", '{name: common, version: 1.x.x, repository: "file://../../other"}') }, ""],
    ["what the stand-in itself lacks", { ...app, "charts/common/Chart.yaml": chart("common", remote("base")), "charts/base/Chart.yaml": chart("base") }, "charts/base charts/common"],
    ["what a vendored chart lacks", { "charts/app/Chart.yaml": chart("app", remote("db")), "charts/app/charts/db/Chart.yaml": chart("db", remote("common")), ...common }, "charts/common"],
    ["of charts that need each other each for the other", { "a/Chart.yaml": chart("a", remote("b")), "b/Chart.yaml": chart("b", remote("a")) }, "b"],
    ["not the chart that it is part of, nor itself", { "p/charts/c/Chart.yaml": chart("c", remote("p"), remote("c")), "p/Chart.yaml": chart("p") }, ""],
    ["requirements.yaml", { "charts/app/Chart.yaml": chart("app"), "charts/app/requirements.yaml": `dependencies: [${remote("common")}]`, ...common }, "charts/common"],
    ["not a part of another chart", { ...app, "charts/other/Chart.yaml": chart("other"), "charts/other/charts/common/Chart.yaml": chart("common") }, ""],
  ])("%s", async (_, files, expected) => {
    expect(await standIns(files, Object.keys(files)[0]?.replace(/\/Chart\.yaml$/, "") ?? "")).toBe(expected);
  });

  it("packaged charts of the cache, in the repository and given", async () => {
    const files = { ...app, "vendor/common-1.0.0.tgz": "", "vendor/other-1.0.0.tgz": "", "elsewhere/common-1.0.0.tgz": "", [`${GIVEN_CHARTS}/common-2.0.0.tgz`]: "" };
    expect(await standIns(files, "charts/app", "vendor")).toBe(`${GIVEN_CHARTS}/common-2.0.0.tgz vendor/common-1.0.0.tgz`);
    expect(await standIns(files, "charts/app")).toBe(`${GIVEN_CHARTS}/common-2.0.0.tgz`);
  });
});

describe("a kustomization with a chart whose dependency is a sibling", () => {
  const files: Files = { "k/kustomization.yaml": "helmCharts: [{ name: app }]\n", "k/charts/app/Chart.yaml": chart("app", remote("common")), "common/Chart.yaml": chart("common"), "common/values.yaml": "a: 1\n" };
  it("differs where the sibling does, and hands it to the renderer", async () => {
    const { targets } = await planTargets(treeOf(files), treeOf({ ...files, "common/values.yaml": "a: 2\n" }), discoverEverything);
    const target = targets.find(({ id }) => id === "kustomize:k");
    expect([target?.unchanged, target?.charts]).toEqual([false, { base: ["common"], head: ["common"] }]);
  });
});

describe("a chart whose dependency is a sibling", () => {
  const files: Files = { "charts/app/Chart.yaml": chart("app", remote("common")), "charts/common/Chart.yaml": chart("common"), "charts/common/templates/_a.tpl": "a", "charts/other/Chart.yaml": chart("other") };
  const unchanged = async (head: Files) => (await planTargets(treeOf(files), treeOf(head), discoverEverything)).targets.find(({ id }) => id === "helm:charts/app")?.unchanged;

  it("differs where the sibling does, and only there", async () => {
    expect(await unchanged(files)).toBe(true);
    expect(await unchanged({ ...files, "charts/common/templates/_a.tpl": "b" })).toBe(false);
    expect(await unchanged({ ...files, "charts/common/new.txt": "b" })).toBe(false);
    expect(await unchanged({ ...files, "charts/other/new.txt": "b" })).toBe(true);
    expect(await unchanged({ ...files, "charts/second/Chart.yaml": chart("common") })).toBe(false);
  });
});
