import { describe, expect, it } from "@jest/globals";
import { kustomizeOutput, splitHelmOutput } from "../../src/render/manifest-sources.ts";
import { treeOf } from "../support/tree.ts";

const tree = treeOf({
  "charts/api-folder/Chart.yaml": "",
  "charts/api-folder/templates/a.yaml": "",
  "charts/api-folder/templates/linked.yaml": { link: "../../../shared.yaml" },
  "charts/api-folder/charts/sub/Chart.yaml": "",
  "charts/api-folder/charts/sub/templates/s.yaml": "",
  "charts/api-folder/charts/sub/charts/inner-2.0.0.tgz": "",
  "charts/api-folder/charts/packed-1.0.0.tgz": "",
  "charts/api-folder/charts/packed-more-1.0.0.tgz": "",
  "shared.yaml": "",
});

const pathOf = (name: string): string | null | undefined => splitHelmOutput(tree, "charts/api-folder", `---\n# Source: ${name}\na: 1\n`, [])[0]?.path;

describe("the template that a document of Helm's comes from", () => {
  it.each([
    ["api/templates/a.yaml", "charts/api-folder/templates/a.yaml"],
    ["api/templates/linked.yaml", "shared.yaml"],
    ["api/charts/sub/templates/s.yaml", "charts/api-folder/charts/sub/templates/s.yaml"],
    ["api/charts/packed/templates/p.yaml", "charts/api-folder/charts/packed-1.0.0.tgz"],
    ["api/charts/sub/charts/inner/templates/i.yaml", "charts/api-folder/charts/sub/charts/inner-2.0.0.tgz"],
    ["api/charts/packed/charts/deep/templates/d.yaml", "charts/api-folder/charts/packed-1.0.0.tgz"],
    ["api/charts/alias/templates/x.yaml", "charts/api-folder/Chart.yaml"],
    ["api/charts/sub/charts/alias/templates/x.yaml", "charts/api-folder/charts/sub/Chart.yaml"],
    ["api/../../../../etc/passwd", "charts/api-folder/Chart.yaml"],
    ["", "charts/api-folder/Chart.yaml"],
  ])("%s is %s", (name, path) => {
    expect(pathOf(name)).toBe(path);
  });

  it("is unknown when even the chart is", () => {
    expect(splitHelmOutput(treeOf({}), "gone", "---\n# Source: gone/templates/a.yaml\na: 1\n", [])).toEqual([{ path: null, text: "---\n# Source: gone/templates/a.yaml\na: 1\n", origin: "rendered" }]);
  });
});

describe("the template of a chart that lies elsewhere than its name says", () => {
  const repository = treeOf({
    "api/Chart.yaml": "",
    "api/templates/a.yaml": "",
    "api/charts/sub/Chart.yaml": "",
    "api/charts/sub/templates/s.yaml": "",
    "libs/common/Chart.yaml": "",
    "libs/common/templates/c.yaml": "",
    "libs/common/charts/own/Chart.yaml": "",
    "libs/common/charts/own/templates/o.yaml": "",
    "libs/common/charts/packed-1.0.0.tgz": "",
    "cache/db-1.0.0.tgz": "",
    "releases/api.yaml": "",
  });
  const supplied = [
    { chart: "charts/common", path: "libs/common" },
    { chart: "charts/common/charts/db", path: "cache/db-1.0.0.tgz" },
    { chart: "charts/alias", path: "libs/common" },
    { chart: "charts/sub/charts/common", path: "libs/common" },
  ];
  const where = (chart: string, name: string, charts = supplied): string | null | undefined => splitHelmOutput(repository, chart, `---\n# Source: ${name}\na: 1\n`, charts)[0]?.path;

  it.each([
    ["api/templates/a.yaml", "api/templates/a.yaml"],
    ["api/charts/sub/templates/s.yaml", "api/charts/sub/templates/s.yaml"],
    ["api/charts/common/templates/c.yaml", "libs/common/templates/c.yaml"],
    ["api/charts/alias/templates/c.yaml", "libs/common/templates/c.yaml"],
    ["api/charts/sub/charts/common/templates/c.yaml", "libs/common/templates/c.yaml"],
    ["api/charts/common/charts/own/templates/o.yaml", "libs/common/charts/own/templates/o.yaml"],
    ["api/charts/common/charts/packed/templates/p.yaml", "libs/common/charts/packed-1.0.0.tgz"],
    ["api/charts/common/charts/db/templates/d.yaml", "cache/db-1.0.0.tgz"],
    ["api/charts/common/charts/db/charts/deep/templates/d.yaml", "cache/db-1.0.0.tgz"],
    ["api/charts/common/templates/gone.yaml", "libs/common/Chart.yaml"],
    ["api/charts/commons/templates/c.yaml", "api/Chart.yaml"],
  ])("%s is %s", (name, path) => {
    expect(where("api", name)).toBe(path);
  });

  it("is found where the request's chart was found", () => {
    expect(where("releases/api.yaml", "api/templates/a.yaml", [{ chart: ".", path: "api" }])).toBe("api/templates/a.yaml");
    expect(where("releases/api.yaml", "db/charts/common/templates/c.yaml", [{ chart: ".", path: "cache/db-1.0.0.tgz" }])).toBe("cache/db-1.0.0.tgz");
    expect(where("releases/api.yaml", "api/charts/common/templates/c.yaml", [{ chart: ".", path: "api" }, ...supplied])).toBe("libs/common/templates/c.yaml");
  });
});

describe("the text of a source", () => {
  const a = "---\n# Source: api/templates/a.yaml\n";
  const s = "---\n# Source: api/charts/sub/templates/s.yaml\n";

  it("loses nothing, and runs of one template stay together", () => {
    const output = `stray: 1\n${a}a: 1\n${a}a: 2\n${s}s: 1\n${a}a: 3\n`;
    const sources = splitHelmOutput(tree, "charts/api-folder", output, []);
    expect(sources.map(({ path }) => path)).toEqual([null, "charts/api-folder/templates/a.yaml", "charts/api-folder/charts/sub/templates/s.yaml", "charts/api-folder/templates/a.yaml"]);
    expect(sources.map(({ text }) => text).join("")).toBe(output);
    expect(sources[1]?.text).toBe(`${a}a: 1\n${a}a: 2\n`);
  });

  it("is not cut at a comment that a template writes itself", () => {
    expect(splitHelmOutput(tree, "charts/api-folder", `${a}a: 1\n# Source: api/templates/b.yaml\nb: |\n  ---\n  # Source: x/y\n`, [])).toHaveLength(1);
  });

  it("that is empty is no source", () => {
    expect(splitHelmOutput(tree, "charts/api-folder", "", [])).toEqual([]);
    expect(splitHelmOutput(tree, "charts/api-folder", "\n", [])).toEqual([]);
    expect(kustomizeOutput(tree, ".", "")).toEqual([]);
  });
});

it.each(["kustomization.yaml", "kustomization.yml", "Kustomization"])("the source of what Kustomize builds is %s", (name) => {
  expect(kustomizeOutput(treeOf({ [`k/${name}`]: "" }), "k", "a: 1\n")).toEqual([{ path: `k/${name}`, text: "a: 1\n", origin: "rendered" }]);
  expect(kustomizeOutput(treeOf({}), "k", "a: 1\n")).toEqual([{ path: null, text: "a: 1\n", origin: "rendered" }]);
});
