import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { discoverEverything, helmDefaults, type Selection } from "../../src/core/selection.ts";
import type { Tree } from "../../src/core/tree.ts";
import type { PlannedTarget } from "../../src/discover/pair-targets.ts";
import { planTargets } from "../../src/discover/plan.ts";
import { treeOf, type Stand } from "../support/tree.ts";

type Files = Record<string, Stand>;

const chart = "apiVersion: v2\nname: a\nversion: 1.0.0\n";
const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";

async function plan(base: Files | null, head: Files, selection: Partial<Selection> = {}) {
  return planTargets(base === null ? null : treeOf(base), treeOf(head), { ...discoverEverything, ...selection });
}

async function theTarget(base: Files | null, head: Files, id: string, selection: Partial<Selection> = {}): Promise<PlannedTarget> {
  const found = (await plan(base, head, selection)).targets.find((target) => target.id === id);
  if (found === undefined) throw new Error(`no target ${id}`);
  return found;
}

/** One line for each target: which sides have it, and whether they can differ. */
function lines(targets: readonly PlannedTarget[]): string[] {
  return targets.map(({ id, base, head, unchanged }) => `${id} ${base === null ? "-" : "base"} ${head === null ? "-" : "head"}${unchanged ? " unchanged" : ""}`);
}

describe("targets of both sides", () => {
  const overlay = { "o/kustomization.yaml": "resources: [../b]", "b/kustomization.yaml": "resources: [d.yaml]", "b/d.yaml": pod };
  const base = { "b/kustomization.yaml": "resources: [d.yaml]", "b/d.yaml": pod };
  const subchart = { "p/c/Chart.yaml": chart, "p/c/templates/a.yaml": pod };
  it.each<[string, Files | null, Files, string[]]>([
    ["a scan has no base", null, overlay, ["kustomize:o - head"]],
    ["equal trees", overlay, overlay, ["kustomize:o base head unchanged"]],
    ["a new target", {}, { "c/Chart.yaml": chart }, ["helm:c - head"]],
    ["a target that went", { "c/Chart.yaml": chart }, {}, ["helm:c base -"]],
    ["an overlay that came: its base is still built on both sides", base, overlay, ["kustomize:b base head unchanged", "kustomize:o - head"]],
    ["an overlay that went: its base was there before", overlay, base, ["kustomize:b base head unchanged", "kustomize:o base -"]],
    ["a chart that came to lie inside another", subchart, { ...subchart, "p/Chart.yaml": chart }, ["helm:p - head", "helm:p/c base head unchanged"]],
    ["an application that became a library is rendered, and refused", { "c/Chart.yaml": chart }, { "c/Chart.yaml": `${chart}type: library\n` }, ["helm:c base head"]],
    ["a library that became an application is new", { "c/Chart.yaml": `${chart}type: library\n` }, { "c/Chart.yaml": chart }, ["helm:c - head"]],
    ["a kustomization that a Chart.yaml would hide", { "k/x/kustomization.yaml": "namePrefix: a" }, { "k/x/kustomization.yaml": "namePrefix: b", "k/Chart.yaml": chart }, ["helm:k - head", "kustomize:k/x base head"]],
    ["manifests of a folder", { "m/a.yaml": pod }, { "m/a.yaml": pod, "m/b.yaml": pod }, ["manifests:m base head"]],
  ])("%s", async (_, before, after, expected) => {
    expect(lines((await plan(before, after)).targets)).toEqual(expected);
  });
});

describe("what a chart depends on", () => {
  const files: Files = { "c/Chart.yaml": chart, "c/values.yaml": "a: 1", "c/templates/a.yaml": pod, "c/files/x.txt": "x", "c/l": { link: "../shared" }, "shared/s.tpl": "s", "env/p.yaml": "a: 2", "env/f.txt": "f", "env/f,g.txt": "g", "z.txt": "" };
  const settings = { ...helmDefaults, valuesFiles: ["env/p.yaml"], setFile: ["a.b=env/f.txt", "c\\=d=env/f\\,g.txt"] };
  const selection: Partial<Selection> = { targets: [{ helm: "c", name: null, settings }] };
  it.each(["c/Chart.yaml", "c/values.yaml", "c/templates/a.yaml", "c/files/x.txt", "shared/s.tpl", "env/p.yaml", "env/f.txt", "env/f,g.txt"])("%s, changed, removed or added", async (path) => {
    const same = await theTarget(files, files, "helm:c", selection);
    expect(same.unchanged).toBe(true);
    expect(same.predicted.head).toContain(path);
    expect((await theTarget(files, { ...files, [path]: `${String(files[path])}# other` }, "helm:c", selection)).unchanged).toBe(false);
    if (path === "c/Chart.yaml") return;
    const { [path]: _, ...without } = files;
    expect((await theTarget(without, files, "helm:c", selection)).unchanged).toBe(false);
  });

  it("not the files around it", async () => {
    expect((await theTarget(files, { ...files, "z.txt": "other", "env/other.yaml": "" }, "helm:c", selection)).unchanged).toBe(true);
  });

  it("where a link leads", async () => {
    expect((await theTarget(files, { ...files, "c/l": { link: "../env" } }, "helm:c", selection)).unchanged).toBe(false);
  });

  it("the settings", async () => {
    const prod = await planTargets(treeOf(files), treeOf(files), { ...discoverEverything, helmDefaults: { ...helmDefaults, kubeVersion: "1.34" } });
    expect(prod.targets[0]?.head).toMatchObject({ helm: { kubeVersion: "1.34" } });
  });

  it.each([
    [`{"$ref": "file:///env/p.json"}`, false],
    [`{"$ref": "other.json"}`, false],
    [`{"$\\u0072ef": "other.json"}`, false],
    [`{"properties": {"a": {"$ref": "#/definitions/a"}}}`, true],
    [`{"type": "object"}`, true],
  ])("a schema that can read anything makes nothing certain: %s", async (schema, unchanged) => {
    const withSchema = { ...files, "c/values.schema.json": schema };
    expect((await theTarget(withSchema, withSchema, "helm:c")).unchanged).toBe(unchanged);
  });

  it("says what it cannot see", async () => {
    const hidden: Files = { "c/Chart.yaml": chart, "c/charts/s": { submodule: true }, "c/templates/l.yaml": { link: "../../../l.yaml" } };
    const { troubles } = await theTarget(null, hidden, "helm:c");
    expect(troubles.head.map(({ kind, path, blocking }) => [kind, path, blocking])).toEqual([
      ["submodule", "c/charts/s", true],
      ["link-outside", "c/templates/l.yaml", true],
    ]);
  });

  it("of a chart at the root, a submodule elsewhere is not its business", async () => {
    const root: Files = { "Chart.yaml": chart, third: { submodule: true }, "charts/s": { submodule: true } };
    const { troubles } = await theTarget(null, root, "helm:.");
    expect(troubles.head.map(({ path }) => path)).toEqual(["charts/s"]);
  });
});

describe("what a kustomization depends on", () => {
  /** The kustomization of `k`, and files beside it of which each must count. */
  const rows: [string, string, string[]][] = [
    ["resources", "resources: [a.yaml, ../b/c.yaml]", ["k/a.yaml", "b/c.yaml"]],
    ["a base", "resources: [../b]", ["b/kustomization.yaml", "b/d.yaml"]],
    ["bases", "bases: [../b]", ["b/kustomization.yaml", "b/d.yaml"]],
    ["components", "components: [../b]", ["b/kustomization.yaml", "b/d.yaml"]],
    ["patches", "patches: [{path: a.yaml}]", ["k/a.yaml"]],
    ["old patches", "patchesStrategicMerge: [a.yaml]\npatchesJson6902: [{path: b.yaml}]", ["k/a.yaml", "k/b.yaml"]],
    ["generators of maps", "configMapGenerator: [{files: [key=a.txt, b.txt], envs: [c.env], env: d.env}]\nsecretGenerator: [{files: [e.txt]}]", ["k/a.txt", "k/b.txt", "k/c.env", "k/d.env", "k/e.txt"]],
    ["configurations, definitions and schemas", "configurations: [a.yaml]\ncrds: [b.json]\nopenapi: {path: c.json}", ["k/a.yaml", "k/b.json", "k/c.json"]],
    ["replacements", "replacements: [{path: a.yaml}]", ["k/a.yaml"]],
    ["the patch of a transformer in a file", "transformers: [t.yaml]", ["k/t.yaml", "k/p.yaml"]],
    ["the patch of a transformer in the kustomization", "transformers:\n- |-\n  apiVersion: builtin\n  kind: PatchTransformer\n  metadata: {name: a}\n  path: a.yaml", ["k/a.yaml"]],
    ["the patch of a transformer in a folder", "transformers: [../t]", ["t/kustomization.yaml", "t/t.yaml", "k/p.yaml"]],
    ["charts", "helmCharts: [{name: c, valuesFile: v.yaml}]", ["k/charts/c/Chart.yaml", "k/charts/c/templates/a.yaml", "k/v.yaml"]],
    ["charts elsewhere", "helmGlobals: {chartHome: ../h}\nhelmCharts: [{name: c}]", ["h/c/templates/a.yaml"]],
    ["a field that nobody has thought of yet", "inventions: [{where: {file: a.yaml}}]", ["k/a.yaml"]],
    ["a text that is no YAML to us", "resources:\n- a.yaml\n- 'b.yaml'\n\t- c d.yaml\n", ["k/a.yaml", "k/b.yaml", "k/c d.yaml"]],
  ];
  const shared: Files = {
    "b/kustomization.yaml": "resources: [d.yaml]",
    "b/d.yaml": pod,
    "k/t.yaml": "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: a}\npath: p.yaml\n",
    "k/p.yaml": pod,
    "t/kustomization.yaml": "resources: [t.yaml]",
    "t/t.yaml": "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: a}\npath: p.yaml\n",
  };
  it.each(rows)("%s", async (_, kustomization, depends) => {
    const files: Files = { ...Object.fromEntries(depends.map((path) => [path, "x: 1\n"])), ...shared, "k/kustomization.yaml": kustomization };
    const same = await theTarget(files, files, "kustomize:k");
    expect(same.unchanged).toBe(true);
    expect(same.predicted.head).toEqual(expect.arrayContaining([...depends, "k/kustomization.yaml"]));
    for (const path of depends) {
      const { [path]: text, ...without } = files;
      expect([path, (await theTarget(files, { ...files, [path]: `${String(text)}# other` }, "kustomize:k")).unchanged]).toEqual([path, false]);
      // Added later, where the reference led nowhere before.
      expect([path, (await theTarget(without, files, "kustomize:k")).unchanged]).toEqual([path, false]);
    }
    expect((await theTarget(files, { ...files, "k/unrelated.txt": "" }, "kustomize:k")).unchanged).toBe(true);
  });

  it("a second kustomization file that appears beside the first", async () => {
    const files = { "k/kustomization.yaml": "namePrefix: a" };
    expect((await theTarget(files, { ...files, "k/Kustomization": "namePrefix: b" }, "kustomize:k")).unchanged).toBe(false);
  });

  it("a submodule's commit", async () => {
    const one = treeOf({ "k/kustomization.yaml": "resources: [../s/deploy]", s: { submodule: true } });
    const other: Tree = { ...one, entries: new Map([...one.entries].map(([path, entry]) => [path, entry.kind === "submodule" ? { ...entry, id: "6".repeat(40) } : entry])) };
    expect((await planTargets(one, one, discoverEverything)).targets[0]?.unchanged).toBe(true);
    expect((await planTargets(one, other, discoverEverything)).targets[0]?.unchanged).toBe(false);
  });

  it("where a link on the way leads", async () => {
    const files: Files = { "k/kustomization.yaml": "resources: [l/d.yaml]", "k/l": { link: "../b" }, "b/d.yaml": pod, "c/d.yaml": pod };
    expect((await theTarget(files, { ...files, "k/l": { link: "../c" } }, "kustomize:k")).unchanged).toBe(false);
  });

  it("is not known when escapes hide names from us in what is no YAML", async () => {
    const files = { "k/kustomization.yaml": `resources: ["\\x61.yaml"\n` };
    expect((await theTarget(files, files, "kustomize:k")).unchanged).toBe(false);
  });

  it("is not known when aliases stand for more than can be looked at", async () => {
    const bomb = ["a0: &a0 [x.yaml, y.yaml]", ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)].join("\n");
    const target = await theTarget(null, { "k/kustomization.yaml": bomb }, "kustomize:k");
    expect(target.predicted.head).toContain("k/kustomization.yaml");
  });

  it("survives circles", async () => {
    const files = { "a/kustomization.yaml": "resources: [../b]", "b/kustomization.yaml": "resources: [../a]" };
    expect(lines((await plan(files, files)).targets)).toEqual(["kustomize:a base head unchanged", "kustomize:b base head unchanged"]);
  });
});

describe("why a kustomization cannot be built from the repository alone", () => {
  const at = (name: string): string => `resources:\n- a.yaml\n- ${name}\n`;
  it.each<[string, Files, string, [string, string, number | null]]>([
    ["an address of a component", { "k/kustomization.yaml": "components:\n- https://example.com/org/repo//x\n" }, "`https://example.com/org/repo//x`", ["remote-resource", "k/kustomization.yaml", 2]],
    ["an address in a base", { "k/kustomization.yaml": at("../b"), "b/kustomization.yaml": "components:\n- git@example.com:org/repo\n" }, "`components` of `b/kustomization.yaml`", ["remote-resource", "b/kustomization.yaml", 2]],
    ["a patch from an address", { "k/kustomization.yaml": "patches:\n- target: {kind: Pod}\n  path: https://example.com/p.yaml\n" }, "`patches`", ["remote-resource", "k/kustomization.yaml", 3]],
    ["environments from an address", { "k/kustomization.yaml": "configMapGenerator:\n- envs:\n  - http://example.com/p\n" }, "`http://example.com/p`", ["remote-resource", "k/kustomization.yaml", 3]],
    ["a submodule", { "k/kustomization.yaml": at("../s/deploy"), s: { submodule: true } }, "submodule `s`", ["submodule", "k/kustomization.yaml", 3]],
    ["a link that leaves", { "k/kustomization.yaml": at("../l/deploy"), l: { link: "../x" } }, "link `l`", ["link-outside", "k/kustomization.yaml", 3]],
    ["a function", { "k/kustomization.yaml": "generators:\n- f.yaml\n", "k/f.yaml": "apiVersion: example.com/v1\nkind: F\nmetadata: {name: f, annotations: {config.kubernetes.io/function: 'container: {image: x}'}}\n" }, "`F` (`example.com/v1`)", ["refused", "k/kustomization.yaml", 2]],
    ["an exec plugin in the kustomization", { "k/kustomization.yaml": "transformers:\n- |-\n  apiVersion: example.com/v1\n  kind: Sed\n  metadata: {name: s}\n" }, "`Sed` (`example.com/v1`)", ["refused", "k/kustomization.yaml", 3]],
  ])("%s", async (_, files, quoted, expected) => {
    const { troubles } = await theTarget(null, files, "kustomize:k");
    expect(troubles.head.map(({ kind, path, line }) => [kind, path, line])).toEqual([expected]);
    expect(troubles.head[0]).toMatchObject({ blocking: true, message: expect.stringContaining(quoted), remedy: expect.stringMatching(/.\.$/) });
  });

  it.each<[string, Files]>([
    ["a file that is missing, which Kustomize says itself", { "k/kustomization.yaml": at("gone.yaml") }],
    ["a built-in transformer", { "k/kustomization.yaml": "transformers: [t.yaml]", "k/t.yaml": "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: a}\n" }],
    ["contents at an address, which no container is made of", { "k/kustomization.yaml": "configMapGenerator:\n- files:\n  - k=http://example.com/p\n" }],
    ["an address of objects, without which the rest is built", { "k/kustomization.yaml": at("https://example.com/a.yaml") }],
    ["a chart that is elsewhere, likewise", { "k/kustomization.yaml": "helmCharts:\n- name: c\n  version: 1.0.0\n  repo: https://charts.example.com\n" }],
    ["a vendored chart", { "k/kustomization.yaml": "helmCharts: [{name: c, version: 1.0.0, repo: https://x.example}]", "k/charts/c-1.0.0/c/Chart.yaml": chart }],
    ["an address in a text", { "k/kustomization.yaml": "commonAnnotations: {see: https://example.com/a/b}\nconfigMapGenerator: [{literals: [u=https://example.com/a/b]}]\n" }],
    ["a file that is named like an address", { "k/kustomization.yaml": "resources: [github.com/org/repo]", "k/github.com/org/repo": pod }],
  ])("not %s", async (_, files) => {
    expect((await theTarget(null, files, "kustomize:k")).troubles.head).toEqual([]);
  });
});

describe("what is named and not there", () => {
  const files = { "c/Chart.yaml": chart };
  const settings = helmDefaults;
  it("on neither side is a blocking problem that quotes it", async () => {
    const { problems } = await plan(files, files, { targets: [{ helm: "c", name: null, settings }, { kustomize: "overlays/*", name: null, loadRestrictor: "rootOnly" }] });
    expect(problems).toEqual([expect.objectContaining({ kind: "not-found", blocking: true, message: "the configured target `kustomize: overlays/*` matches nothing" })]);
  });
  it("on one side is absent", async () => {
    const { targets, problems } = await plan({}, files, { targets: [{ helm: "c", name: null, settings }] });
    expect(lines(targets)).toEqual(["helm:c - head"]);
    expect(problems).toEqual([]);
  });
  it("on the command line", async () => {
    const { targets, problems } = await plan(files, files, { only: ["helm:c", "helm:d"] });
    expect(lines(targets)).toEqual(["helm:c base head unchanged"]);
    expect(problems.map(({ kind, message, blocking }) => [kind, message, blocking])).toEqual([["not-found", "`helm:d` names no target", true]]);
  });
});

describe("laws", () => {
  // Small alphabets, so that references meet files.
  const folder = fc.constantFrom("a", "b", "a/c");
  const reference = fc.oneof(folder.map((name) => `../${name}`), fc.constantFrom("x.yaml", "../a/x.yaml", "c", ".", "../../b"));
  const kustomization = fc.tuple(fc.boolean(), fc.array(reference, { maxLength: 3 })).map(([component, resources]) => `${component ? "kind: Component\n" : ""}resources: ${JSON.stringify(resources)}\n`);
  const trees = fc.dictionary(
    fc.constantFrom("a/kustomization.yaml", "b/kustomization.yaml", "a/c/kustomization.yaml", "a/x.yaml", "b/x.yaml", "a/c/x.yaml", "a/Chart.yaml", "b/c/x.yaml"),
    fc.oneof(kustomization, fc.constant(pod), fc.constant(chart)),
  );

  it("a tree against itself: every target is unchanged, on both sides", async () => {
    await fc.assert(fc.asyncProperty(trees, async (files) => {
      for (const { id, unchanged } of (await plan(files, files)).targets) expect([id, unchanged]).toEqual([id, true]);
    }), { numRuns: 200 });
  });

  it("swapping the sides swaps them in the plan", async () => {
    await fc.assert(fc.asyncProperty(trees, trees, async (one, other) => {
      const [there, back] = [await plan(one, other), await plan(other, one)];
      expect(there.targets.map(({ id, unchanged, predicted }) => [id, unchanged, predicted.base])).toEqual(back.targets.map(({ id, unchanged, predicted }) => [id, unchanged, predicted.head]));
    }), { numRuns: 200 });
  });

  it("every kustomization that is no component is built by some target", async () => {
    await fc.assert(fc.asyncProperty(trees, async (files) => {
      const { targets } = await plan(null, files);
      const read = new Set(targets.flatMap(({ predicted }) => predicted.head));
      for (const [path, text] of Object.entries(files)) {
        if (path.endsWith("kustomization.yaml") && !String(text).includes("apiVersion") && !String(text).includes("Component")) expect(read).toContain(path);
      }
    }), { numRuns: 300 });
  });
});
