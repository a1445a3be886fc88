import { describe, expect, it } from "@jest/globals";
import { discoverEverything, type Selection } from "../../src/core/selection.ts";
import { discover } from "../../src/discover/discover.ts";
import { treeOf, type Stand } from "../support/tree.ts";

const chart = "apiVersion: v2\nname: a\nversion: 1.0.0\n";
const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";
const patch = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a, image: a}]}}}\n";
const whole = patch.replace("spec: {template", "spec: {selector: {matchLabels: {app: a}}, template");
const flux = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {path: ./x}\n";

/** A kustomization of these resources. */
const build = (...resources: string[]): string => `resources: ${JSON.stringify(resources)}\n`;

async function idsOf(files: Record<string, Stand>, selection: Partial<Selection> = {}): Promise<string[]> {
  const { targets } = await discover(treeOf(files), { ...discoverEverything, ...selection });
  return targets.map((target) => (target.engine === "manifests" ? `${target.id} = ${target.files.join(" ")}` : target.id));
}

const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

describe("everything that is found", () => {
  const rows: [string, Record<string, Stand>, string[]][] = [
    ["nothing in an empty tree", {}, []],
    ["a chart, whose files are no manifests", { "a/Chart.yaml": chart, "a/templates/x.yaml": pod, "a/example.yaml": pod }, ["helm:a"]],
    ["a chart inside another chart's folder belongs to it", { "a/Chart.yaml": chart, "a/charts/b/Chart.yaml": chart, "a/c/Chart.yaml": chart }, ["helm:a"]],
    ["charts in a folder named charts without a chart above", { "charts/b/Chart.yaml": chart, "x/charts/Chart.yaml": chart }, ["helm:charts/b", "helm:x/charts"]],
    ["a sibling whose name begins alike", { "a/Chart.yaml": chart, "a-b/Chart.yaml": chart, "a-b/templates/x.yaml": pod }, ["helm:a", "helm:a-b"]],
    [
      "a chart at the root owns Helm's parts only",
      { "Chart.yaml": chart, "values-prod.yaml": pod, "templates/a.yaml": pod, "charts/b/Chart.yaml": chart, "deploy/a.yaml": pod, "deploy/c/Chart.yaml": chart, "pod.yaml": pod },
      ["helm:.", "helm:deploy/c", "manifests:. = pod.yaml", "manifests:deploy = deploy/a.yaml"],
    ],
    ["a library is no target and owns its folder", { "a/Chart.yaml": `${chart}type: library\n`, "a/x.yaml": pod }, []],
    ["a chart whose Chart.yaml says nothing", { "a/Chart.yaml": "" }, ["helm:a"]],
    ["a chart whose Chart.yaml is no YAML, though it says library", { "a/Chart.yaml": "type: library\n: [" }, ["helm:a"]],
    ["a chart whose Chart.yaml is not UTF-8", { "a/Chart.yaml": new Uint8Array([0xff]) }, ["helm:a"]],
    ["a Chart.yaml that is a link", { "a/Chart.yaml": { link: "../b.yaml" }, "b.yaml": chart }, ["helm:a"]],
    ["a folder named Chart.yaml is no chart", { "a/Chart.yaml/x.txt": "" }, []],

    ["an overlay, not its base", { "o/kustomization.yaml": build("../b"), "b/kustomization.yml": build("d.yaml"), "b/d.yaml": pod }, ["kustomize:o"]],
    ["a base that is named through a link", { "o/kustomization.yaml": build("../l"), l: { link: "b" }, "b/Kustomization": build() }, ["kustomize:o"]],
    ["a base of the old field, in any case", { "o/kustomization.yaml": "BASES: [../b]\n", "b/kustomization.yaml": build("x") }, ["kustomize:o"]],
    ["a component is never alone", { "c/kustomization.yaml": "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\n" }, []],
    ["what only an unused component builds upon", { "c/kustomization.yaml": "kind: Component\nresources: [../b]\n", "b/kustomization.yaml": build("x") }, ["kustomize:b"]],
    ["what a used component builds upon", { "o/kustomization.yaml": "components: [../c]", "c/kustomization.yaml": "kind: Component\nresources: [../b]\n", "b/kustomization.yaml": build("x") }, ["kustomize:o"]],
    ["a circle is taken whole", { "a/kustomization.yaml": build("../b"), "b/kustomization.yaml": build("../a") }, ["kustomize:a", "kustomize:b"]],
    ["not a circle below an overlay", { "o/kustomization.yaml": build("../a"), "a/kustomization.yaml": build("../b"), "b/kustomization.yaml": build("../a") }, ["kustomize:o"]],
    ["one that names itself", { "a/kustomization.yaml": build(".") }, ["kustomize:a"]],
    ["two kustomization files in one folder, for Kustomize to refuse", { "a/kustomization.yaml": build(), "a/Kustomization": build() }, ["kustomize:a"]],
    ["one that is no YAML", { "a/kustomization.yaml": "resources: [\n" }, ["kustomize:a"]],
    ["an address of the repository itself does not hide the folder", { "o/kustomization.yaml": build("https://github.com/x/y//b?ref=main"), "b/kustomization.yaml": build("x") }, ["kustomize:b", "kustomize:o"]],
    ["a local folder that is named like an address is not the address", { "kustomization.yaml": build("github.com/a/b"), "github.com/a/b/kustomization.yaml": build("x") }, ["kustomize:.", "kustomize:github.com/a/b"]],
    ["a kustomization inside a chart is the chart's", { "a/Chart.yaml": chart, "a/hack/kustomization.yaml": build("x") }, ["helm:a"]],
    ["one right beside Chart.yaml is both", { "a/Chart.yaml": chart, "a/kustomization.yaml": build("x") }, ["helm:a", "kustomize:a"]],
    ["a chart's own kustomization hides no base", { "a/Chart.yaml": chart, "a/hack/kustomization.yaml": build("../../b"), "b/kustomization.yaml": build("x") }, ["helm:a", "kustomize:b"]],
    ["Flux's Kustomization is a manifest, and declares a target", { "a/kustomization.yaml": flux }, ["kustomize:x@flux/default/a", "manifests:a = a/kustomization.yaml"]],
    ["one without apiVersion is Kustomize's", { "a/kustomization.yaml": "kind: Kustomization\n" }, ["kustomize:a"]],

    ["manifests by folder", { "x/a.yaml": pod, "x/b.yml": pod, "x/y/c.json": `{"apiVersion":"v1","kind":"Pod"}`, "d.yaml": pod }, ["manifests:. = d.yaml", "manifests:x = x/a.yaml x/b.yml", "manifests:x/y = x/y/c.json"]],
    ["no file of another name", { "a.txt": pod, "b.yaml.tmpl": pod, "c.YAML": pod }, []],
    [
      "nothing that a kustomization names",
      {
        "kustomization.yaml": "resources: [r.yaml]\npatches: [{path: p.yaml}]\ncrds: [c.json]\nconfigurations: [f.yaml]\nconfigMapGenerator: [{files: [k=g.yaml, h.yaml], envs: [e.yaml]}]\nreplacements: [{path: q.yaml}]\ntransformers: [t.yaml]\n",
        ...Object.fromEntries(["r.yaml", "p.yaml", "c.json", "f.yaml", "g.yaml", "h.yaml", "e.yaml", "q.yaml", "n.yaml", "left.yaml"].map((name) => [name, pod])),
        "t.yaml": "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: a}\npath: n.yaml\n",
      },
      ["kustomize:.", "manifests:. = left.yaml"],
    ],
    ["what a kustomization says in passing stays a manifest", { "kustomization.yaml": "commonLabels: {app: a.yaml}\nnamePrefix: a.yaml\n", "a.yaml": pod }, ["kustomize:.", "manifests:. = a.yaml"]],
    ["UTF-16, to be complained about", { "a.yaml": utf16(pod), "b.yaml": utf16("some: thing\n") }, ["manifests:. = a.yaml"]],
    ["a Git LFS pointer under a manifest's name", { "a.yaml": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n" }, ["manifests:. = a.yaml"]],
    ["a link that leaves the repository", { "a.yaml": { link: "/etc/a.yaml" } }, ["manifests:. = a.yaml"]],
    ["no link to a manifest that is there anyway", { "a.yaml": { link: "b.yaml" }, "b.yaml": pod }, ["manifests:. = b.yaml"]],
    ["a link to objects under another name", { "a.yaml": { link: "b.txt" }, "b.txt": pod }, ["manifests:. = a.yaml"]],
    ["no patch that the kustomization beside it left out, or that above its folder", { "k/kustomization.yaml": build("x"), "k/patch.yaml": patch, "k/patches/two.yaml": `${patch}---\n${patch}` }, ["kustomize:k"]],
    ["a part of an object where no kustomization is", { "k/kustomization.yaml": build("x"), "patch.yaml": patch, "k/a/b/patch.yaml": patch }, ["kustomize:k", "manifests:. = patch.yaml", "manifests:k/a/b = k/a/b/patch.yaml"]],
    ["whole objects beside a kustomization", { "k/kustomization.yaml": build("x"), "k/a.yaml": whole, "k/b.yaml": `${patch}---\n${pod}`, "k/c.yaml": patch.replace("apps/v1", "apps/v1beta1"), "k/d.yaml": `${patch}---\n- {`, "k/e.yaml": `${patch}---\n${pod.replace("Pod", "DaemonSet")}` }, ["kustomize:k", "manifests:k = k/a.yaml k/b.yaml k/c.yaml k/d.yaml k/e.yaml"]],
    ["not what tests of kuttl expect", { "t/01-assert.yaml": pod, "t/01-errors.yaml": pod, "t/02-assert-ready.yaml": pod, "t/01-install.yaml": pod }, ["manifests:t = t/01-install.yaml"]],
    ["what tests of kuttl would not take for it", { "assert.yaml": pod, "01-assert.yml": pod, "01-asserted.yaml": pod, "x-errors.yaml": pod }, ["manifests:. = 01-assert.yml 01-asserted.yaml assert.yaml x-errors.yaml"]],
    ["what tests of kuttl expect where a kustomization names it", { "kustomization.yaml": build("01-assert.yaml"), "01-assert.yaml": pod }, ["kustomize:."]],
    ["nothing below .git", { ".git/a.yaml": pod, "x/.git/a.yaml": pod }, []],
  ];
  it.each(rows)("%s", async (_, files, expected) => {
    expect(await idsOf(files)).toEqual(expected);
  });

  it("reads what both sides share once", async () => {
    const files = { "a/Chart.yaml": chart, "o/kustomization.yaml": build("x.yaml"), "o/x.yaml": pod, "m.yaml": pod };
    const { emptyCache } = await import("../../src/discover/survey.ts");
    const cache = emptyCache();
    await discover(treeOf(files), discoverEverything, cache);
    const again = treeOf({ ...files, "n.yaml": `${pod}# new\n` });
    const asked: string[] = [];
    await discover({ ...again, read: (ids) => (asked.push(...ids), again.read(ids)) }, discoverEverything, cache);
    expect(new Set(asked).size).toBe(1); // the file that only this side has
  });

  it("stays quick on a chain of thousands of kustomizations", async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 3000; i++) files[`k${i}/kustomization.yaml`] = build(`../k${i + 1}`);
    expect(await idsOf(files)).toEqual(["kustomize:k0"]);
  });
});

describe("narrowing", () => {
  const files = {
    "charts/api/Chart.yaml": chart,
    "test/o/kustomization.yaml": build("../../b", "p.yaml"),
    "test/o/p.yaml": pod,
    "b/kustomization.yaml": build("d.yaml"),
    "b/d.yaml": pod,
    "deploy/a.yaml": pod,
    "deploy/z.yaml": pod,
    "test/p/kustomization.yaml": build("../../deploy/shared.yaml"),
    "deploy/shared.yaml": pod,
    ".hidden/a.yaml": pod,
  };
  it.each<[string, Partial<Selection>, string[]]>([
    [
      "nothing left out",
      { exclude: [".hidden"] },
      ["helm:charts/api", "kustomize:test/o", "kustomize:test/p", "manifests:deploy = deploy/a.yaml deploy/z.yaml"],
    ],
    [
      "an excluded overlay hides neither its base nor what it shares, nor does it turn its patches into manifests",
      { exclude: ["test/**"] },
      ["helm:charts/api", "kustomize:b", "manifests:.hidden = .hidden/a.yaml", "manifests:deploy = deploy/a.yaml deploy/shared.yaml deploy/z.yaml"],
    ],
    ["a glob that matches everything", { exclude: ["**"] }, []],
    ["an excluded path takes what lies below", { exclude: ["./deploy/", "charts", ".hidden"] }, ["kustomize:test/o", "kustomize:test/p"]],
    ["an excluded glob takes what it matches", { exclude: ["deploy/a*", "**/api", ".h*/**"] }, ["kustomize:test/o", "kustomize:test/p", "manifests:deploy = deploy/z.yaml"]],
    ["only an id", { only: ["helm:charts/api"] }, ["helm:charts/api"]],
    ["only a path", { only: ["./test/o/"] }, ["kustomize:test/o"]],
    ["only a glob", { only: ["{charts,deploy}/**"] }, ["helm:charts/api", "manifests:deploy = deploy/a.yaml deploy/z.yaml"]],
    ["only what is not there", { only: ["chart"] }, []],
  ])("%s", async (_, selection, expected) => {
    expect(await idsOf(files, selection)).toEqual(expected);
  });
});
