import { afterAll, expect, it } from "@jest/globals";
import { treeOf } from "../support/tree.ts";
import { configMap, kustomize, renderer } from "./targets.ts";

const shared = renderer({ workers: 1 });
afterAll(async () => shared[Symbol.asyncDispose]());

const base = {
  "base/kustomization.yaml": "resources: [cm.yaml]\n",
  "base/cm.yaml": configMap("base"),
};

it("builds an overlay, with what it read, listed and missed", async () => {
  const tree = treeOf({
    ...base,
    "overlays/prod/kustomization.yml": "resources: [../../base]\nnamePrefix: prod-\nconfigMapGenerator:\n- name: gen\n  files: [data.bin]\n  options: {disableNameSuffixHash: true}\npatches: [{path: p.yaml}]\n",
    "overlays/prod/p.yaml": configMap("patched"),
    "overlays/prod/data.bin": Uint8Array.from([0, 255, 1, 254]),
  });
  const { sources, problems, opened, missed } = await shared.render(tree, kustomize("overlays/prod"), []);
  expect(problems).toEqual([]);
  expect(sources).toEqual([{ path: "overlays/prod/kustomization.yml", origin: "rendered", text: expect.stringContaining("name: prod-it\n") }]);
  expect(sources[0]?.text).toContain("it: patched");
  expect(sources[0]?.text).toContain("data.bin: AP8B/g==");
  expect(opened).toEqual(["base/cm.yaml", "base/kustomization.yaml", "overlays/prod/data.bin", "overlays/prod/kustomization.yml", "overlays/prod/p.yaml"]);
  expect(missed).toEqual(expect.arrayContaining(["overlays/prod/kustomization.yaml", "base/kustomization.yml", "base/Kustomization"]));
});

it("builds the root of the repository", async () => {
  const tree = treeOf({ "Kustomization": "resources: [base]\n", ...base });
  const { sources, problems } = await shared.render(tree, kustomize("."), []);
  expect(problems).toEqual([]);
  expect(sources).toEqual([{ path: "Kustomization", origin: "rendered", text: configMap("base").replace("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: it\ndata:\n  it: base\n", "apiVersion: v1\ndata:\n  it: base\nkind: ConfigMap\nmetadata:\n  name: it\n") }]);
});

it("reads files above the kustomization, as Flux does, but never above the repository", async () => {
  const tree = treeOf({ "a/b/kustomization.yaml": "configMapGenerator:\n- {name: it, files: [../../up.txt]}\n", "up.txt": "from above" });
  const { sources, problems } = await shared.render(tree, { ...kustomize("a/b"), loadRestrictor: "none" }, []);
  expect(problems).toEqual([]);
  expect(sources[0]?.text).toContain("from above");
});

it("reads nothing above the kustomization where nobody has lifted the restriction, and says how", async () => {
  const tree = treeOf({ "a/b/kustomization.yaml": "configMapGenerator:\n- {name: it, files: [../../up.txt]}\n", "up.txt": "from above" });
  const { sources, problems } = await shared.render(tree, kustomize("a/b"), []);
  // What there would be is looked at, and does not change that.
  expect(sources.map(({ text }) => text)).toEqual([expect.stringContaining("from above")]);
  expect(problems).toEqual([expect.objectContaining({ kind: "render-failed", path: "a/b/kustomization.yaml", line: 2, blocking: true, message: expect.stringContaining('"up.txt"'), remedy: expect.stringContaining("`loadRestrictor: none`") })]);
});

it("says which file is missing", async () => {
  const tree = treeOf({ "k/kustomization.yaml": "resources: [a.yaml, b]\n", "k/a.yaml": configMap("1") });
  const { problems, missed } = await shared.render(tree, kustomize("k"), []);
  expect(problems).toEqual([expect.objectContaining({ kind: "missing-file", path: "k/kustomization.yaml", line: 1, blocking: true, message: expect.stringContaining('"b"') })]);
  expect(missed).toContain("k/b");
});
