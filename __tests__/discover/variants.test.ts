import { describe, expect, it } from "@jest/globals";
import { discoverEverything } from "../../src/core/selection.ts";
import { discover } from "../../src/discover/discover.ts";
import { planTargets } from "../../src/discover/plan.ts";
import { treeOf, type Stand } from "../support/tree.ts";

type Files = Record<string, Stand>;
const chart: Files = { "c/Chart.yaml": "apiVersion: v2\nname: a\nversion: 1.0.0\n" };
const ids = async (files: Files, variants: "auto" | "none" = "auto") => (await discover(treeOf(files), { ...discoverEverything, variants })).targets.map(({ id }) => id);

describe("values that a chart is tested with", () => {
  it("are further targets, by file", async () => {
    const files = { ...chart, "c/ci/b-values.yaml": "", "c/ci/a-values.yaml": "", "c/ci/values.yaml": "", "c/ci/-values.yaml": "", "c/ci/sub/x-values.yaml": "", "c/ci/notes.md": "" };
    expect(await ids(files)).toEqual(["helm:c", "helm:c@ci/a", "helm:c@ci/b"]);
    expect(await ids(files, "none")).toEqual(["helm:c"]);
  });

  it("at the repository's root and behind a link", async () => {
    expect(await ids({ "Chart.yaml": chart["c/Chart.yaml"] ?? "", "ci/x-values.yaml": "" })).toEqual(["helm:.", "helm:.@ci/x"]);
    expect(await ids({ ...chart, "c/ci/x-values.yaml": { link: "../../x.yaml" }, "x.yaml": "a: 1" })).toContain("helm:c@ci/x");
    expect(await ids({ ...chart, "c/ci/x-values.yaml": { link: "nowhere" } })).toEqual(["helm:c"]);
  });

  it("are not those of a library, nor of an excluded chart", async () => {
    expect(await ids({ "c/Chart.yaml": "apiVersion: v2\nname: a\nversion: 1.0.0\ntype: library\n", "c/ci/x-values.yaml": "" })).toEqual([]);
    expect((await discover(treeOf({ ...chart, "c/ci/x-values.yaml": "" }), { ...discoverEverything, exclude: ["c"] })).targets).toEqual([]);
  });

  it("compare with the chart as it was where they are new, and are no target any more where they went", async () => {
    const withValues = { ...chart, "c/ci/x-values.yaml": "a: 1" };
    const [came, went] = [await planTargets(treeOf(chart), treeOf(withValues), discoverEverything), await planTargets(treeOf(withValues), treeOf(chart), discoverEverything)];
    const files = (side: "base" | "head", plan: typeof came) => {
      const target = plan.targets.find(({ id }) => id === "helm:c@ci/x")?.[side];
      return target?.engine === "helm" ? target.helm.valuesFiles : null;
    };
    expect([files("base", came), files("head", came)]).toEqual([[], ["c/ci/x-values.yaml"]]);
    expect([files("base", went), files("head", went)]).toEqual([["c/ci/x-values.yaml"], null]);
    expect(came.targets.find(({ id }) => id === "helm:c@ci/x")?.unchanged).toBe(false);
  });
});
