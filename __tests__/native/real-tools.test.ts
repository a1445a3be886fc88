// The native engine with the real tools, beside the embedded one.

import { afterAll, describe, expect, it } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Rendering } from "../../src/core/rendering.ts";
import { openNativeRenderer, type NativeRenderer } from "../../src/native/native-renderer.ts";
import { kustomizeOutput, splitHelmOutput } from "../../src/render/manifest-sources.ts";
import { chart, configMap, helm, kustomize, renderer } from "../render/targets.ts";
import { treeOf } from "../support/tree.ts";

const tools = process.env["SECCOMP_GATE_TOOLS"];
const compared = tools === undefined ? describe.skip : describe;
if (tools === undefined) console.warn("SECCOMP_GATE_TOOLS is not set: the native engine was NOT run with the real helm and kustomize.");

const scratch = mkdtempSync(join(tmpdir(), "native-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const embedded = renderer({ workers: 1 });
afterAll(async () => {
  await embedded[Symbol.asyncDispose]();
});

const open = (version: "helm3" | "helm4"): Promise<NativeRenderer> => {
  const environment = { PATH: process.env["PATH"], SECCOMP_GATE_HELM: join(tools ?? "", version, "helm"), SECCOMP_GATE_KUSTOMIZE: join(tools ?? "", "kustomize", "kustomize") };
  return openNativeRenderer({
    environment,
    folder: scratch, // the tools may be installed in this repository
    splitOutput: (tree, { engine, path }, output) => (engine === "helm" ? splitHelmOutput(tree, path, output, []) : kustomizeOutput(tree, path, output)),
  });
};
const essence = ({ sources, problems }: Rendering): unknown => ({ sources, kinds: problems.map(({ kind }) => kind) });

const pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: c, image: i }] }\n";
const needing = "dependencies:\n  - { name: near, version: 1.0.0, repository: file://../near }\n";
const tree = treeOf({
  ...chart("c", configMap("{{ .Values.a }} {{ .Values.b }} {{ .Values.c.d }}"), "a: 1\nb: 2\nc: { d: 3 }\n"),
  "env/odd, \"name\".yaml": "a: from a file\n",
  ...chart("broken", "{{ fail \"no\" }}"),
  ...chart("near", configMap("near")),
  ...chart("app", configMap("app", "app")),
  "app/Chart.yaml": `apiVersion: v2\nname: app\nversion: 1.0.0\n${needing}`,
  "base/kustomization.yaml": "resources: [pod.yaml]\n",
  "base/pod.yaml": pod,
  "over/kustomization.yaml": "resources: [../base]\nnamePrefix: x-\n",
  "escape/kustomization.yaml": "resources: [../../../../../../etc/passwd]\n",
  "inflate/kustomization.yaml": "helmCharts: [{ name: near, releaseName: r }]\n",
  ...chart("inflate/charts/near", configMap("inflated")),
});

compared.each(["helm4", "helm3"] as const)("with %s and kustomize", (version) => {
  const settings = { valuesFiles: ['env/odd, "name".yaml'], set: ["b=set"], values: { c: { d: "inline" } }, release: "r", namespace: "n" };

  it.each([
    ["a chart", helm("c")],
    ["a chart with values of every kind", helm("c", settings)],
    ["a chart that fails", helm("broken")],
    ["an overlay", kustomize("over")],
  ])("renders %s as the embedded engine does", async (_name, target) => {
    await using native = await open(version);
    expect(essence(await native.render(tree, target, []))).toEqual(essence(await embedded.render(tree, target, [])));
  });

  it("builds dependencies, in its copy", async () => {
    await using native = await open(version);
    const { sources, problems } = await native.render(tree, helm("app"), []);
    expect([problems, sources.map(({ text }) => /it: \w+/.exec(text)?.[0]).sort()]).toEqual([[], ["it: app", "it: near"]]);
  });

  it("inflates charts", async () => {
    await using native = await open(version);
    const { sources, problems } = await native.render(tree, kustomize("inflate"), []);
    expect([problems, sources[0]?.text]).toEqual([[], expect.stringContaining("it: inflated")]);
  });

  it("climbs out of no tree", async () => {
    await using native = await open(version);
    const { problems } = await native.render(tree, kustomize("escape"), []);
    expect(problems).toMatchObject([{ kind: "render-failed", blocking: true }]);
    expect(problems[0]?.message).not.toContain("seccomp-gate-native");
  });
});
