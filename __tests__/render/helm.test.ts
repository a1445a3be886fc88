import { afterAll, describe, expect, it } from "@jest/globals";
import { gzipSync } from "node:zlib";
import { treeOf } from "../support/tree.ts";
import { chart, configMap, helm, renderer } from "./targets.ts";
import { tarOf } from "./tar.ts";

const shared = renderer({ workers: 1 });
afterAll(async () => shared[Symbol.asyncDispose]());

describe("a chart", () => {
  it("gives one source per template, with what it read", async () => {
    const tree = treeOf({
      ...chart("charts/api", configMap("{{ .Values.a }}-{{ .Release.Name }}-{{ .Release.Namespace }}"), "a: 1\n"),
      "charts/api/templates/other.yaml": `${configMap("x", "first")}---\n${configMap("y", "second")}`,
      "charts/unread.yaml": "a: 2\n",
    });
    const { sources, problems, opened, listed, missed } = await shared.render(tree, helm("charts/api", { release: "r", namespace: "n" }), []);
    expect(problems).toEqual([]);
    expect(sources.map(({ path, origin }) => [path, origin])).toEqual([
      ["charts/api/templates/it.yaml", "rendered"],
      ["charts/api/templates/other.yaml", "rendered"],
    ]);
    expect(sources[1]?.text.match(/^# Source/gm)).toHaveLength(2);
    expect(sources[0]?.text).toBe(`---\n# Source: api/templates/it.yaml\n${configMap("1-r-n")}\n`);
    expect(opened).toEqual(["charts/api/Chart.yaml", "charts/api/templates/it.yaml", "charts/api/templates/other.yaml", "charts/api/values.yaml"]);
    expect(listed).toEqual(["charts/api", "charts/api/templates"]);
    expect(missed).toEqual(["charts/api/.helmignore"]);
  });

  it("gives what it has in crds/, which Helm creates whatever it is, and that of its subcharts", async () => {
    const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: {{ no template }}}\n";
    const tree = treeOf({ ...chart("c", configMap("a")), "c/crds/pod.yaml": pod, ...chart("c/charts/sub", configMap("b")), "c/charts/sub/crds/more/pod.yaml": pod });
    const { sources, problems } = await shared.render(tree, helm("c"), []);
    expect(problems).toEqual([]);
    expect(sources.map(({ path }) => path)).toEqual(["c/crds/pod.yaml", "c/charts/sub/crds/more/pod.yaml", "c/charts/sub/templates/it.yaml", "c/templates/it.yaml"]);
    expect(sources[0]?.text).toContain(pod.trim());
  });

  it("takes values files and all four kinds of --set in Helm's order", async () => {
    const tree = treeOf({
      ...chart("c", configMap("{{ .Values | toJson | quote }}"), "a: chart\nb: chart\nc: chart\nd: chart\n"),
      "env/one.yaml": "b: one\nc: one\n",
      "env/two.yaml": "c: two\n",
      "env/text.txt": "of a file",
    });
    const settings = { valuesFiles: ["env/one.yaml", "env/two.yaml"], setJson: ['d={"x":[1]}'], set: ["e.f=1"], setString: ["g=1"], setFile: ["h=env/text.txt"] };
    const { sources, problems, opened } = await shared.render(tree, helm("c", settings), []);
    expect(problems).toEqual([]);
    const values = { a: "chart", b: "one", c: "two", d: { x: [1] }, e: { f: 1 }, g: "1", h: "of a file" };
    expect(sources[0]?.text).toContain(JSON.stringify(JSON.stringify(values)));
    expect(opened).toEqual(expect.arrayContaining(["env/one.yaml", "env/text.txt", "env/two.yaml"]));
  });

  it("tells the chart the versions it was given", async () => {
    const tree = treeOf(chart("c", configMap('{{ .Capabilities.KubeVersion.Version }}-{{ .Capabilities.APIVersions.Has "x.org/v1" }}-{{ .Capabilities.APIVersions.Has "y.org/v1" }}')));
    const { sources } = await shared.render(tree, helm("c", { kubeVersion: "1.29.3", apiVersions: ["x.org/v1"] }), []);
    expect(sources[0]?.text).toContain("it: v1.29.3-true-false");
  });

  it("leaves tests out when told so, and keeps hooks", async () => {
    const hook = (kind: string): string => `metadata:\n  name: ${kind}\n  annotations:\n    helm.sh/hook: ${kind}\n`;
    const tree = treeOf({
      ...chart("c", configMap("1")),
      "c/templates/hook.yaml": `apiVersion: v1\nkind: ConfigMap\n${hook("pre-install")}`,
      "c/templates/tests/t.yaml": `apiVersion: v1\nkind: Pod\n${hook("test")}`,
    });
    const all = await shared.render(tree, helm("c"), []);
    const fewer = await shared.render(tree, helm("c", { skipTests: true }), []);
    expect(all.sources.map(({ path }) => path)).toEqual(expect.arrayContaining(["c/templates/hook.yaml", "c/templates/tests/t.yaml"]));
    expect(fewer.sources.map(({ path }) => path)).toEqual(["c/templates/it.yaml", "c/templates/hook.yaml"]);
  });

  it("at the root of the repository is a chart like any other", async () => {
    const files = Object.entries(chart("c", configMap("1"))).map(([path, text]) => [path.slice(2), text] as const);
    const { sources, problems } = await shared.render(treeOf(Object.fromEntries(files)), helm("."), []);
    expect(problems).toEqual([]);
    expect(sources.map(({ path }) => path)).toEqual(["templates/it.yaml"]);
  });

  it("finds its subcharts, in folders and packaged", async () => {
    const packaged = tarOf({ "packed/Chart.yaml": "apiVersion: v2\nname: packed\nversion: 1.2.3\n", "packed/templates/p.yaml": configMap("packed", "p") });
    const tree = treeOf({
      ...chart("c", configMap("1")),
      ...chart("c/charts/sub", configMap("sub", "s")),
      "c/charts/packed-1.2.3.tgz": gzipSync(packaged),
    });
    const { sources, problems } = await shared.render(tree, helm("c"), []);
    expect(problems).toEqual([]);
    expect(sources.map(({ path }) => path).sort()).toEqual(["c/charts/packed-1.2.3.tgz", "c/charts/sub/templates/it.yaml", "c/templates/it.yaml"]);
  });

  it("that is packaged itself stands for all of its templates", async () => {
    const packaged = tarOf({ "packed/Chart.yaml": "apiVersion: v2\nname: packed\nversion: 1.2.3\n", "packed/templates/p.yaml": configMap("packed", "p") });
    const { sources, problems } = await shared.render(treeOf({ "charts/p.tgz": gzipSync(packaged) }), helm("charts/p.tgz"), []);
    expect(problems).toEqual([]);
    expect(sources).toEqual([{ path: "charts/p.tgz", origin: "rendered", text: expect.stringContaining("it: packed") }]);
  });

  it("that lacks a dependency is a blocking problem", async () => {
    const tree = treeOf({ ...chart("c", configMap("1")), "c/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies:\n- name: gone\n  version: 1.0.0\n  repository: https://charts.example.org\n" });
    const { problems } = await shared.render(tree, helm("c"), []);
    expect(problems).toEqual([expect.objectContaining({ kind: "missing-dependency", blocking: true, message: expect.stringContaining("gone") })]);
  });

  it("whose template is wrong says where", async () => {
    const { sources, problems } = await shared.render(treeOf(chart("c", "a: 1\nb: {{ fail `no such luck` }}\n")), helm("c"), []);
    expect(sources).toEqual([expect.objectContaining({ path: "c/templates/it.yaml", text: expect.stringMatching(/a: 1\nb:\s*$/) })]); // in spite of it
    expect(problems).toEqual([expect.objectContaining({ kind: "render-failed", blocking: true, path: "c/templates/it.yaml", line: 2, message: expect.stringContaining("no such luck") })]);
  });

  it("that is not there is a blocking problem", async () => {
    const { problems, missed } = await shared.render(treeOf({ "a.txt": "" }), helm("c"), []);
    expect(problems).toEqual([expect.objectContaining({ blocking: true, path: "c" })]);
    expect(missed).toContain("c");
  });
});

describe("what is predicted", () => {
  it("changes nothing but how often git is asked", async () => {
    const files = chart("c", configMap("{{ .Values.a }}"), "a: 1\n");
    const asked: number[] = [];
    const rendered = await Promise.all(
      [[], [...Object.keys(files), "c", "c/nothing"]].map(async (predicted, side) => {
        const tree = treeOf({ ...files, "c/values.yaml": `a: 1 # side ${side}\n`, "c/templates/it.yaml": `${configMap("{{ .Values.a }}")}# ${side}\n` });
        let reads = 0;
        const counting = { ...tree, read: (ids: readonly string[]) => ((reads += 1), tree.read(ids)) };
        await using fresh = renderer({ workers: 1 });
        const rendering = await fresh.render(counting, helm("c"), predicted);
        asked[side] = reads;
        return rendering;
      }),
    );
    expect(asked).toEqual([3, 1]);
    expect(rendered[0]?.opened).toEqual(rendered[1]?.opened);
    expect(rendered.map(({ problems }) => problems)).toEqual([[], []]);
  });

  it("reads a blob once for both sides", async () => {
    const files = chart("c", configMap("1"));
    let reads = 0;
    const counting = (): ReturnType<typeof treeOf> => {
      const tree = treeOf(files);
      return { ...tree, read: (ids) => ((reads += ids.length), tree.read(ids)) };
    };
    await using fresh = renderer({ workers: 2 });
    await Promise.all([fresh.render(counting(), helm("c"), Object.keys(files)), fresh.render(counting(), helm("c"), Object.keys(files))]);
    expect(reads).toBe(3);
  });
});
