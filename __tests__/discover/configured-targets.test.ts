import { describe, expect, it } from "@jest/globals";
import { plainTarget } from "../../src/core/target.ts";
import { discoverEverything, helmDefaults, type Selection, type TargetSetting } from "../../src/core/selection.ts";
import { discover } from "../../src/discover/discover.ts";
import { treeOf } from "../support/tree.ts";

const chart = "apiVersion: v2\nname: a\nversion: 1.0.0\n";
const pod = "apiVersion: v1\nkind: Pod\n";
const settings = helmDefaults;

const tree = treeOf({
  "charts/api/Chart.yaml": chart,
  "charts/api/charts/db/Chart.yaml": chart,
  "charts/web/Chart.yaml": chart,
  "vendor/cache-1.0.0.tgz": "not opened here",
  "overlays/prod/kustomization.yaml": "resources: [../../base]",
  "overlays/dev/kustomization.yaml": "resources: [../../base]",
  "overlays/part/kustomization.yaml": "kind: Component",
  "base/kustomization.yaml": "namePrefix: a",
  "deploy/a.yaml": pod,
  "deploy/x/b.yaml": pod,
  "deploy/x/settings.yaml": "a: 1",
});

const find = (targets: TargetSetting[], more: Partial<Selection> = {}) => discover(tree, { ...discoverEverything, targets, ...more });

describe("configured targets", () => {
  it.each<[string, TargetSetting, string[]]>([
    ["a chart by path", { helm: "./charts/api/", name: null, settings }, ["helm:charts/api"]],
    ["charts by glob", { helm: "charts/*", name: null, settings }, ["helm:charts/api", "helm:charts/web"]],
    ["a subchart by path", { helm: "charts/api/charts/db", name: null, settings }, ["helm:charts/api/charts/db"]],
    ["a packaged chart", { helm: "vendor/*.tgz", name: null, settings }, ["helm:vendor/cache-1.0.0.tgz"]],
    ["a name", { helm: "charts/api", name: "prod", settings }, ["helm:charts/api@prod"]],
    ["overlays by glob, without the component", { kustomize: "overlays/*", name: null, loadRestrictor: "rootOnly" }, ["kustomize:overlays/dev", "kustomize:overlays/prod"]],
    ["a component by path", { kustomize: "overlays/part", name: null, loadRestrictor: "rootOnly" }, ["kustomize:overlays/part"]],
    ["a base that others build upon", { kustomize: "base", name: null, loadRestrictor: "rootOnly" }, ["kustomize:base"]],
    ["no folder without a kustomization", { kustomize: "deploy", name: null, loadRestrictor: "rootOnly" }, []],
    ["manifests by glob", { manifests: "deploy/**/*.yaml", name: null, namespace: "prod" }, ["manifests:deploy/**/*.yaml"]],
    ["no manifests without objects", { manifests: "deploy/x/settings.yaml", name: null, namespace: "prod" }, []],
  ])("%s", async (_, setting, ids) => {
    const { targets, unmatched } = await find([setting]);
    expect(targets.map(({ id }) => id)).toEqual(ids);
    expect(unmatched).toHaveLength(ids.length === 0 ? 1 : 0);
  });

  it("an overlay keeps what it may read", async () => {
    const { targets } = await find([{ kustomize: "overlays/dev", name: null, loadRestrictor: "none" }, { kustomize: "overlays/prod", name: null, loadRestrictor: "rootOnly" }]);
    expect(targets.map((target) => target.engine === "kustomize" && target.loadRestrictor)).toEqual(["none", "rootOnly"]);
  });

  it("manifests keep their files and namespace", async () => {
    const { targets } = await find([{ manifests: "deploy/**/*.yaml", name: null, namespace: "prod" }, { manifests: "deploy", name: null, namespace: "dev" }], { exclude: ["deploy/a.yaml"] });
    expect(targets).toEqual([
      { ...plainTarget, id: "manifests:deploy", path: "deploy", engine: "manifests", namespace: "dev", files: ["deploy/x/b.yaml"] },
      { ...plainTarget, id: "manifests:deploy/**/*.yaml", path: "deploy/**/*.yaml", engine: "manifests", namespace: "prod", files: ["deploy/x/b.yaml"] },
    ]);
  });

  it("keeps what is named twice once, and numbers what differs", async () => {
    const prod = { ...settings, release: "prod" };
    const { targets } = await find([{ helm: "charts/api", name: null, settings }, { helm: "charts/a*", name: null, settings }, { helm: "charts/api", name: null, settings: prod }]);
    expect(targets.map((target) => [target.id, target.engine === "helm" ? target.helm.release : ""])).toEqual([["helm:charts/api", "release-name"], ["helm:charts/api@2", "prod"]]);
  });

  it("leaves out what is excluded, and says so of the setting", async () => {
    const { targets, unmatched } = await find([{ kustomize: "overlays/*", name: null, loadRestrictor: "rootOnly" }, { helm: "charts/web", name: null, settings }], { exclude: ["**/dev", "charts/web"] });
    expect(targets.map(({ id }) => id)).toEqual(["kustomize:overlays/prod"]);
    expect(unmatched).toEqual(["helm: charts/web"]);
  });
});
