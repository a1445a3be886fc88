import { afterAll, describe, expect, it } from "@jest/globals";
import { treeOf } from "../support/tree.ts";
import { chart, configMap, helm, kustomize, renderer } from "./targets.ts";

const shared = renderer({ workers: 1 });
afterAll(async () => shared[Symbol.asyncDispose]());

describe("symbolic links", () => {
  it("inside of the tree lead to what they point to", async () => {
    const tree = treeOf({
      ...chart("charts/a", configMap("{{ .Values.a }}"), "a: 1\n"),
      "shared/other.yaml": configMap("linked", "other"),
      "charts/a/templates/other.yaml": { link: "../../../shared/other.yaml" },
      "charts/a/templates/more": { link: "../../../shared" },
      "charts/b": { link: "a" },
    });
    const { sources, problems, opened } = await shared.render(tree, helm("charts/b"), []);
    expect(problems).toEqual([]);
    expect(sources.map(({ path }) => path).sort()).toEqual(["charts/a/templates/it.yaml", "shared/other.yaml", "shared/other.yaml"]);
    expect(opened).toEqual([
      "charts/a/Chart.yaml",
      "charts/a/templates/it.yaml",
      "charts/a/templates/more",
      "charts/a/templates/other.yaml",
      "charts/a/values.yaml",
      "charts/b",
      "shared/other.yaml",
    ]);
  });

  it.each([
    ["an absolute one", "/etc/passwd"],
    ["an absolute one that names a file of the tree", "/k/cm.yaml"],
    ["one that climbs out", "../../../etc/passwd"],
    ["one that climbs out and comes back", "../../../tree/k/cm.yaml"],
  ])("%s does not exist, and is said to lead outside", async (_, link) => {
    const tree = treeOf({
      "k/kustomization.yaml": "resources: [link.yaml]\n",
      "k/cm.yaml": configMap("1"),
      "k/link.yaml": { link },
      ...chart("c", configMap("1")),
      "c/templates/link.yaml": { link },
    });
    for (const [target, path] of [[kustomize("k"), "k/link.yaml"], [helm("c"), "c/templates/link.yaml"]] as const) {
      const { sources, problems } = await shared.render(tree, target, []);
      expect(sources).toEqual([]);
      expect(problems[0]).toEqual(expect.objectContaining({ kind: "link-outside", path, blocking: true, message: expect.stringContaining(JSON.stringify(link)) }));
    }
  });

  it("in a circle end", async () => {
    const tree = treeOf({ "k/kustomization.yaml": "resources: [a.yaml]\n", "k/a.yaml": { link: "b.yaml" }, "k/b.yaml": { link: "a.yaml" } });
    const { problems, missed } = await shared.render(tree, kustomize("k"), []);
    expect(problems).toEqual([expect.objectContaining({ blocking: true })]);
    expect(missed.some((path) => path.startsWith("k/"))).toBe(true);
  });

  it("that point nowhere are missed where they point to", async () => {
    const tree = treeOf({ "k/kustomization.yaml": "resources: [a.yaml]\n", "k/a.yaml": { link: "../gone/b.yaml" } });
    const { problems, missed, opened } = await shared.render(tree, kustomize("k"), []);
    expect(problems).toEqual([expect.objectContaining({ blocking: true })]);
    expect(missed).toContain("gone/b.yaml");
    expect(opened).toContain("k/a.yaml");
  });
});

describe("what git does not hold", () => {
  it("a submodule is an empty folder, and said to be one", async () => {
    const tree = treeOf({ ...chart("c", configMap("1")), "c/charts/dep": { submodule: true } });
    const { problems } = await shared.render(tree, helm("c"), []);
    expect(problems[0]).toEqual(expect.objectContaining({ kind: "submodule", path: "c/charts/dep", blocking: true }));
  });

  it("nor what a kustomization names inside of one", async () => {
    const tree = treeOf({ "k/kustomization.yaml": "resources: [../vendor/base]\n", vendor: { submodule: true } });
    const { problems, missed } = await shared.render(tree, kustomize("k"), []);
    expect(problems[0]).toEqual(expect.objectContaining({ kind: "submodule", path: "vendor", blocking: true }));
    expect(missed).toContain("vendor/base");
  });

  it("a submodule that nobody looks into is nobody's problem", async () => {
    const tree = treeOf({ ...chart("c", configMap("1")), other: { submodule: true } });
    expect((await shared.render(tree, helm("c"), [])).problems).toEqual([]);
  });

  it("a Git LFS pointer is not what it stands for", async () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";
    const tree = treeOf({ ...chart("c", configMap("1")), "c/files/big.yaml": pointer, "c/values.yaml": "a: 1 # version https://git-lfs.github.com/spec/v1\n" });
    const { sources, problems } = await shared.render(tree, helm("c"), []);
    expect(sources).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ kind: "lfs-pointer", path: "c/files/big.yaml", blocking: true })]);
  });

  it("a blob that cannot be had is a missing file", async () => {
    const tree = treeOf({ "k/kustomization.yaml": "resources: [cm.yaml]\n", "k/cm.yaml": configMap("never fetched") });
    const partial = { ...tree, read: async (ids: readonly string[]) => new Map([...(await tree.read(ids))].filter(([, bytes]) => bytes.length < 30)) };
    const { problems } = await shared.render(partial, kustomize("k"), ["k/cm.yaml"]);
    expect(problems[0]).toEqual(expect.objectContaining({ kind: "missing-file", path: "k/cm.yaml", blocking: true }));
  });

  it("a file beyond all measure is not even fetched", async () => {
    const tree = treeOf({ "k/kustomization.yaml": "resources: [cm.yaml]\n", "k/cm.yaml": configMap("1") });
    const entries = new Map([...tree.entries].map(([path, entry]) => [path, path === "k/cm.yaml" && entry.kind === "file" ? { ...entry, size: 2 ** 40 } : entry]));
    const { problems } = await shared.render({ ...tree, entries }, kustomize("k"), ["k/cm.yaml"]);
    expect(problems[0]).toEqual(expect.objectContaining({ kind: "limit", path: "k/cm.yaml", blocking: true, message: expect.stringContaining("1048576 MiB") }));
  });

  it("a tree that cannot be read at all is no finding about its content", async () => {
    const tree = treeOf({ "k/kustomization.yaml": "resources: [cm.yaml]\n# unread\n" });
    const broken = { ...tree, read: () => Promise.reject(new Error("git is gone")) };
    await expect(shared.render(broken, kustomize("k"), ["k/kustomization.yaml"])).rejects.toThrow("git is gone");
    await expect(shared.render(broken, kustomize("k"), [])).rejects.toThrow("git is gone");
    expect((await shared.render(treeOf(chart("c", configMap("1"))), helm("c"), [])).problems).toEqual([]);
  });
});
