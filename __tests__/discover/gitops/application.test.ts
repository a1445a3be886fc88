import { describe, expect, it } from "@jest/globals";
import { imageOf } from "../../../src/discover/gitops/argo-kustomize.ts";
import { cleanValue } from "../../../src/discover/gitops/argo-helm.ts";
import { asHelm, asKustomize, asManifests, declared, HERE, only, summary, type Files } from "./declared.ts";

const app = (source: string, more = ""): string => `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: api, namespace: argocd}\nspec:\n  destination: {namespace: prod}\n  ${source.replaceAll("\n", "\n  ")}\n${more}`;
const at = (path: string, more = ""): string => `source: {repoURL: ${HERE}, path: ${path}${more}}`;
const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";
const files: Files = {
  "charts/api/Chart.yaml": "apiVersion: v2\nname: api\nversion: 1.0.0\n",
  "charts/api/prod.yaml": "a: 1",
  "env/one.yaml": "a: 1",
  "env/two.yaml": "a: 1",
  "k/kustomization.yaml": "resources: [pod.yaml]",
  "k/pod.yaml": pod,
  "plain/a.yaml": pod,
  "plain/b.json": '{"apiVersion":"v1","kind":"Pod"}',
  "plain/values.yaml": "a: 1",
  "plain/deep/c.yaml": pod,
  "plain/deep/d.yaml": pod,
};

describe("an Application", () => {
  it.each<[string, string, string]>([
    ["a chart", at("charts/api"), "helm:charts/api@argocd/argocd/api"],
    ["a kustomization", at("k"), "kustomize:k@argocd/argocd/api"],
    ["plain manifests", at("plain"), "manifests:plain@argocd/argocd/api"],
    ["a branch", at("k", ", targetRevision: production"), "kustomize:k@argocd/argocd/api"],
    ["a commit", at("k", `, targetRevision: ${"a1".repeat(20)}`), `kustomize:k@argocd/argocd/api remote-resource: Application \`argocd/api\` deploys revision \`${"a1".repeat(20)}\` of this repository, whatever its branches hold`],
    ["another repository", "source: {repoURL: https://git.example.org/x, path: k}", "kustomize:k@argocd/argocd/api remote-resource: Application `argocd/api` takes `k` from `https://git.example.org/x`, which is another repository"],
    ["a folder that is not there", at("gone"), "manifests:gone@argocd/argocd/api missing-file: Application `argocd/api` names the folder `gone`, which is not in this repository"],
    ["a plugin", at("plain", ", plugin: {name: cdk8s}"), "manifests:plain@argocd/argocd/api refused: Application `argocd/api` is rendered by the plugin `cdk8s`, a program that is not run here"],
    ["a plugin that nobody names", at("plain", ", plugin: {env: [{name: A, value: b}]}"), "manifests:plain@argocd/argocd/api refused: Application `argocd/api` is rendered by whichever plugin of Argo CD discovers its folder, a program that is not run here"],
    ["no plugin", at("plain", ", plugin: null"), "manifests:plain@argocd/argocd/api"],
    ["a chart elsewhere", "source: {repoURL: https://charts.example.org, chart: web, targetRevision: 1.2.3}", "helm:app.yaml@argocd/argocd/api missing-dependency: Application `argocd/api` deploys the chart `web` 1.2.3 from `https://charts.example.org`, which is not in this repository"],
  ])("of %s", async (_, source, expected) => {
    expect(await summary({ ...files, "app.yaml": app(source) })).toEqual([expected]);
  });

  it("without a known address counts what has the path as this repository", async () => {
    expect(await summary({ ...files, "app.yaml": app("source: {repoURL: https://a.example.org/b, path: k}") }, { repositories: [] })).toEqual(["kustomize:k@argocd/argocd/api"]);
  });

  it("tells Helm what Argo CD would", async () => {
    const source = `source:
  repoURL: ${HERE}
  path: charts/api
  helm:
    valueFiles: [prod.yaml, /env/*.yaml, ../../env/one.yaml]
    values: "a: 1"
    valuesObject: {b: 2}
    parameters: [{name: x, value: "1,2"}, {name: x, value: "3,4"}, {name: z, value: "{5,6}", forceString: true}, {name: own, value: $ARGOCD_APP_NAME}]
    fileParameters: [{name: f, path: prod.yaml}]
    releaseName: rel
    skipTests: true
    kubeVersion: 1.31.0
    apiVersions: [a/v1]
    namespace: own`;
    expect(asHelm(await only({ ...files, "app.yaml": app(source) })).helm).toMatchObject({
      release: "rel", namespace: "own", valuesFiles: ["charts/api/prod.yaml", "env/two.yaml", "env/one.yaml"], values: { b: 2 },
      set: ["x=3\\,4", "own=api"], setString: ["z={5,6}"], setFile: ["f=charts/api/prod.yaml"], skipTests: true, kubeVersion: "1.31.0", apiVersions: ["a/v1"],
    });
  });

  it("leaves out values files that are missing only when told to", async () => {
    const valuesFiles = async (more: string): Promise<readonly string[]> => asHelm(await only({ ...files, "app.yaml": app(at("charts/api", `, helm: {valueFiles: [prod.yaml, no.yaml]${more}}`)) })).helm.valuesFiles;
    expect(await valuesFiles("")).toEqual(["charts/api/prod.yaml", "charts/api/no.yaml"]);
    expect(await valuesFiles(", ignoreMissingValueFiles: true")).toEqual(["charts/api/prod.yaml"]);
  });

  it("takes values through a reference to this repository, and to no other", async () => {
    const sources = (url: string): string => `sources:\n- {repoURL: https://charts.example.org, chart: web, targetRevision: 1.x, helm: {valueFiles: [$values/env/one.yaml]}}\n- {repoURL: ${url}, ref: values}\n- {repoURL: ${HERE}, path: k}`;
    const cached: Files = { ...files, "cache/web-1.0.0.tgz": "" };
    const { targets } = await declared({ ...cached, "app.yaml": app(sources(HERE)) }, { chartCache: "cache" });
    expect(targets.map((target) => [target.id, target.engine === "helm" ? [target.wanted, target.helm.valuesFiles] : null])).toEqual([
      ["helm:app.yaml@argocd/argocd/api", [{ name: "web", version: "1.x" }, ["env/one.yaml"]]],
      ["kustomize:k@argocd/argocd/api#2", null],
    ]);
    expect(await summary({ ...cached, "app.yaml": app(sources("https://git.example.org/x")) }, { chartCache: "cache" })).toEqual([expect.stringContaining("remote-resource"), "kustomize:k@argocd/argocd/api#2"]);
  });

  it("edits a kustomization as Argo CD would", async () => {
    const kustomize = 'kustomize: {images: ["a=b:1"], namePrefix: p-, nameSuffix: -s, patches: [{path: x.yaml, target: {kind: Pod}, options: {allowNameChange: true}}], components: [../c], ignoreMissingComponents: true, commonLabels: {l: "1"}, labelWithoutSelector: true, labelIncludeTemplates: true, commonAnnotations: {a: "1"}, replicas: [{name: d, count: 2}, {name: e, count: "3"}], namespace: own}';
    expect(asKustomize(await only({ ...files, "app.yaml": app(at("k", `, ${kustomize}`)) })).edits).toEqual({
      by: "argocd", namespace: "own", namePrefix: "p-", nameSuffix: "-s", images: [{ name: "a", newName: "b", newTag: "1" }], replicas: [{ name: "d", count: 2 }, { name: "e", count: 3 }],
      patches: [{ path: "x.yaml", target: { kind: "Pod" }, options: { allowNameChange: true } }], components: ["../c"], ignoreMissingComponents: true, commonLabels: { l: "1" }, labelWithoutSelector: true, labelIncludeTemplates: true, commonAnnotations: { a: "1" },
    });
  });

  it.each<[string, Files, "rootOnly" | "none", string]>([
    ["as the command does", {}, "rootOnly", "rootOnly"],
    ["as the repository's settings of Argo CD say", { "cm.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm, namespace: argocd}\ndata: {kustomize.buildOptions: --enable-helm --load-restrictor LoadRestrictionsNone}\n" }, "rootOnly", "none"],
    ["not by the settings of another Argo CD", { "cm.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm, namespace: other}\ndata: {kustomize.buildOptions: --load-restrictor LoadRestrictionsNone}\n" }, "rootOnly", "rootOnly"],
    ["as the configuration says", {}, "none", "none"],
  ])("restricts what a kustomization reads %s", async (_, more, loadRestrictor, expected) => {
    expect(asKustomize(await only({ ...files, ...more, "app.yaml": app(at("k")) }, { loadRestrictor })).loadRestrictor).toBe(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ["", "", ["plain/a.yaml", "plain/b.json"]],
    ["recursively", ", directory: {recurse: true}", ["plain/a.yaml", "plain/b.json", "plain/deep/c.yaml", "plain/deep/d.yaml"]],
    ["what is included", ", directory: {recurse: true, include: '{a,*/c}.yaml'}", ["plain/a.yaml", "plain/deep/c.yaml"]],
    ["not what is excluded", ", directory: {recurse: true, exclude: '*c.yaml'}", ["plain/a.yaml", "plain/b.json", "plain/deep/d.yaml"]],
  ])("takes plain manifests %s", async (_, directory, expected) => {
    const found = await declared({ ...files, "app.yaml": app(at("plain", directory)) });
    const [target] = found.targets;
    expect(target === undefined ? null : [asManifests(target).files, asManifests(target).namespace]).toEqual([expected, "prod"]);
    expect([...found.covers.files]).toEqual(expected);
  });

  it.each([
    ["include: '[a-z0-9]*'", "has the `directory.include` `[a-z0-9]*`, which has a class in brackets that has a range beside something else, which its reader refuses"],
    ["exclude: '{a,b'", "has the `directory.exclude` `{a,b`, which has alternatives in braces that do not end"],
    [`include: '${"*".repeat(5_000)}'`, `has the \`directory.include\` \`${"*".repeat(100)}…\`, which is longer than 4096 characters`],
  ])("says so when it cannot tell what is taken", async (directory, says) => {
    expect(await summary({ ...files, "app.yaml": app(at("plain", `, directory: {${directory}}`)) })).toEqual([expect.stringContaining(`refused: Application \`argocd/api\` ${says}`)]);
  });

  it("says so when a glob of values files cannot be understood", async () => {
    expect(await summary({ ...files, "chart/Chart.yaml": "name: c", "app.yaml": app(at("chart", ", helm: {valueFiles: ['[a*.yaml']}")) })).toEqual([expect.stringContaining("refused: Application `argocd/api` reads the values files `chart/[a*.yaml`, a glob that has a class in brackets that does not end")]);
  });

  it("does not run Jsonnet", async () => {
    expect(await summary({ ...files, "plain/x.jsonnet": "{}", "app.yaml": app(at("plain")) })).toEqual([expect.stringContaining("refused: Application `argocd/api` applies what the Jsonnet program `plain/x.jsonnet` prints")]);
  });
});

describe("texts of Argo CD", () => {
  it.each<[string, unknown]>([
    ["a:1", { name: "a", newTag: "1" }],
    ["a=b", { name: "a", newName: "b" }],
    ["a=r.example.org:5000/b/c:1@sha256:2", { name: "a", newName: "r.example.org:5000/b/c", newTag: "1", digest: "sha256:2" }],
    ["r.example.org:5000/b@sha256:2", { name: "r.example.org:5000/b", digest: "sha256:2" }],
    ["a=*:2", { name: "a", newTag: "2" }],
  ])("the image %s", (written, image) => expect(imageOf(written)).toEqual(image));

  it.each([["a,b", "a\\,b"], ["a\\,b", "a\\,b"], ["{a,b}", "{a,b}"], [",,", "\\,\\,"], ["a", "a"]])("the value %s", (written, cleaned) => expect(cleanValue(written)).toBe(cleaned));
});
