import { noEdits } from "../../src/core/target.ts";
import { beforeAll, describe, expect, it } from "@jest/globals";
import type { BlobId } from "../../src/core/tree.ts";
import { listTree, openListing } from "../../src/render/listing.ts";
import { loadModule } from "../../src/render/load-module.ts";
import type { Answer, HelmRequest, Request } from "../../src/render/protocol.ts";
import { readAnswer } from "../../src/render/read-answer.ts";
import { openSandbox, type Sandbox } from "../../src/render/sandbox.ts";
import { startTrace } from "../../src/render/trace.ts";
import type { WasmModule } from "../../src/render/webassembly.ts";
import { type Stand, treeOf } from "../support/tree.ts";
import { built, chart, configMap } from "./targets.ts";

let module: WasmModule;
let sandbox: Sandbox;
beforeAll(async () => {
  module = await loadModule(built.wasmPath);
  sandbox = openSandbox(module);
});

interface Exports {
  readonly Module: { exports(module: WasmModule): readonly { readonly name: string }[] };
}
declare const WebAssembly: Exports;

async function run(files: Record<string, Stand>, request: Request, inside: Sandbox = sandbox): Promise<Answer> {
  const tree = treeOf(files);
  const ids = [...tree.entries.values()].flatMap((entry): BlobId[] => (entry.kind === "file" ? [entry.id] : []));
  const blobs = await tree.read(ids);
  const outcome = inside.run(request, { tree: openListing(listTree(tree)), trace: startTrace(), content: (id) => blobs.get(id) ?? null });
  if (outcome.kind !== "answered") throw new Error(JSON.stringify(outcome));
  return readAnswer(outcome.answer);
}

describe("renderer/protocol.md: the module", () => {
  it("exports what is needed to ask it, and nothing that would have to start it", () => {
    expect(WebAssembly.Module.exports(module).map(({ name }) => name).sort()).toEqual(["alloc", "memory", "run"]);
  });

  it("answers the first request to an instance as the same one later, and nothing of it is in another instance", async () => {
    const kustomization = { engine: "kustomize", path: "k", edits: null, substitute: null, charts: [], lean: false, loadRestrictor: "rootOnly" } as const;
    const deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: it}\nspec: {template: {spec: {containers: [{name: a, image: a}]}}}\n";
    const patched = { "k/kustomization.yaml": "resources: [it.yaml]\nnamespace: there\npatches: [{path: patch.yaml}]\n", "k/it.yaml": deployment, "k/patch.yaml": deployment.replace("name: a, image: a", "name: b, image: b") };
    // Schemas that know nothing, under which a patch replaces the list of containers instead of adding to it.
    const schemaless = { ...patched, "k/kustomization.yaml": `${patched["k/kustomization.yaml"]}openapi: {path: schema.json}\n`, "k/schema.json": '{"definitions":{}}' };
    const one = openSandbox(module);
    const size = one.memorySize();
    const first = await run(patched, kustomization, one);
    expect(one.memorySize()).toBeLessThan(size + 4e6); // reading Kubernetes' schemas takes 13 MB: they are there already
    expect(first.manifests).toMatch(/image: b[^]*image: a/);
    expect((await run(schemaless, kustomization, one)).manifests).not.toContain("image: a");
    expect(await run(patched, kustomization, one)).toEqual(first);
    expect(await run(patched, kustomization, openSandbox(module))).toEqual(first);
  });
});

describe("renderer/protocol.md: every field arrives", () => {
  const said = "{{ .Release.Name }} {{ .Release.Namespace }} {{ .Values | toJson }} {{ .Capabilities.KubeVersion }} {{ .Capabilities.APIVersions.Has `a.org/v9` }} {{ .Release.IsUpgrade }}";
  const annotated = (name: string, hook: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  annotations: {helm.sh/hook: ${hook}}\n`;
  const files = {
    ...chart("c", configMap(`'${said}'`)),
    "c/crds/crd.yaml": "kind: CustomResourceDefinition\nmetadata: {name: a-crd}\n",
    "c/templates/hook.yaml": annotated("a-hook", "post-install"),
    "c/templates/test.yaml": annotated("a-test", "test"),
    "c/own.yaml": "own: 1\n",
    "more.yaml": "file: 1\n",
    "text.txt": "text",
  };
  const plain: HelmRequest = {
    engine: "helm", chart: "c", chartName: "", chartVersion: "", charts: [], postRenderers: [], postRenderStrategy: "combined", defaultsFiles: [], defaultsInChart: [], release: "r", namespace: "n", valuesFiles: [], values: {}, setJson: [], set: [], setString: [], setFile: [],
    kubeVersion: "", apiVersions: [], includeCRDs: false, skipHooks: false, skipTests: false, skipSchemaValidation: false, isUpgrade: false,
  };

  it.each<[string, Partial<HelmRequest>, string | RegExp]>([
    ["nothing", {}, /'r n \{\} v[\d.]+ false false'/],
    ["release", { release: "other" }, "'other n"],
    ["namespace", { namespace: "other" }, "'r other"],
    ["valuesFiles", { valuesFiles: ["more.yaml"] }, '{"file":1}'],
    ["defaultsFiles", { defaultsFiles: ["more.yaml"] }, '{"file":1}'],
    ["defaultsInChart", { defaultsInChart: ["own.yaml"] }, '{"own":1}'],
    ["values", { values: { a: { b: [1] } } }, '{"a":{"b":[1]}}'],
    ["setJson", { setJson: ['a={"b":1}'] }, '{"a":{"b":1}}'],
    ["set", { set: ["a.b=1"] }, '{"a":{"b":1}}'],
    ["setString", { setString: ["a=1"] }, '{"a":"1"}'],
    ["setFile", { setFile: ["a=text.txt"] }, '{"a":"text"}'],
    ["kubeVersion", { kubeVersion: "1.30.1" }, "v1.30.1"],
    ["apiVersions", { apiVersions: ["a.org/v9"] }, "true false'"],
    ["includeCRDs", { includeCRDs: true }, "a-crd"],
    ["isUpgrade", { isUpgrade: true }, "true'"],
  ])("%s", async (_, fields, expected) => {
    const { manifests, problems } = await run(files, { ...plain, ...fields });
    expect(problems).toEqual([]);
    if (typeof expected === "string") expect(manifests).toContain(expected);
    else expect(manifests).toMatch(expected);
  });

  it("skipHooks, skipTests, and no CRDs without being asked", async () => {
    const names = async (fields: Partial<HelmRequest>): Promise<readonly string[]> => (await run(files, { ...plain, ...fields })).manifests.match(/a-\w+/g) ?? [];
    expect(await names({})).toEqual(["a-hook", "a-test"]);
    expect(await names({ skipTests: true })).toEqual(["a-hook"]);
    expect(await names({ skipHooks: true })).toEqual([]);
  });

  it("postRenderStrategy", async () => {
    const mirror = { ...noEdits("flux"), namePrefix: "x-" };
    const names = async (postRenderStrategy: HelmRequest["postRenderStrategy"]): Promise<readonly string[]> => (await run(files, { ...plain, postRenderers: [mirror], postRenderStrategy })).manifests.match(/(?:x-)?a-\w+$/gm) ?? [];
    expect([await names("combined"), await names("separate"), await names("nohooks")]).toEqual([["x-a-hook", "x-a-test"], ["x-a-hook", "x-a-test"], ["a-hook", "a-test"]]);
  });

  it("skipSchemaValidation", async () => {
    const strict = { ...files, "c/values.schema.json": '{"required":["a"]}' };
    expect((await run(strict, plain)).problems).toEqual([expect.objectContaining({ blocking: true })]);
    expect((await run(strict, { ...plain, skipSchemaValidation: true })).problems).toEqual([]);
  });

  it("rest and demands of a problem", async () => {
    const demanding = { ...files, "c/templates/NOTES.txt": '{{ fail "read this" }}' };
    const { manifests, problems } = await run(demanding, plain);
    expect(problems).toEqual([expect.objectContaining({ blocking: true, message: "the template stops the render: read this", rest: "it was looked at with `demanded` in the place of what is demanded", demands: expect.stringMatching(/^[0-9a-f]{64}$/) })]);
    expect(manifests).toBe((await run(files, plain)).manifests);
  });

  it("path and loadRestrictor", async () => {
    const plain = { engine: "kustomize", path: "k", edits: null, substitute: null, charts: [], lean: false } as const;
    const tree = { "k/kustomization.yaml": "configMapGenerator: [{name: it, files: [../text.txt]}]\n", "text.txt": "from above" };
    expect((await run(tree, { ...plain, loadRestrictor: "none" })).manifests).toContain("from above");
    const { manifests, problems } = await run(tree, { ...plain, loadRestrictor: "rootOnly" });
    expect([manifests, problems]).toEqual([expect.stringContaining("from above"), [expect.objectContaining({ blocking: true })]]);
  });

  it("kind, message, remedy, path, line, column, blocking and decides of a problem come back", async () => {
    const { problems } = await run(chart("c", "a: 1\nb: {{ .Values.x.y.z }}\n"), plain);
    expect(problems).toEqual([
      { kind: "render-failed", message: expect.stringContaining(".Values.x.y.z"), remedy: expect.any(String), path: "c/templates/it.yaml", line: 2, column: expect.any(Number), blocking: true, decides: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(problems[0]?.column).toBeGreaterThan(0);
  });

  it("versions", async () => {
    const answer = await run({}, { engine: "versions" });
    expect(answer).toEqual({ manifests: "", problems: [], supplied: [], versions: { helm: expect.stringMatching(/^\d/), kustomize: expect.stringMatching(/^\d/), kubernetes: expect.stringMatching(/^\d/) } });
  });
});
