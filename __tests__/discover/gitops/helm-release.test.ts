import { describe, expect, it } from "@jest/globals";
import { asHelm, declared, HERE, only, summary, type Files } from "./declared.ts";

const release = (spec: string, metadata = "{name: api, namespace: prod}"): string => `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: ${metadata}\nspec:\n  ${spec.replaceAll("\n", "\n  ")}\n`;
const source = (kind: string, spec: string, name = "repo"): string => `apiVersion: source.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: prod}\nspec: ${spec}\n`;
const chart = { "charts/api/Chart.yaml": "apiVersion: v2\nname: api\nversion: 1.0.0\n" };
const local = "chart: {spec: {chart: ./charts/api, sourceRef: {kind: GitRepository, name: repo}, valuesFiles: [charts/api/prod.yaml]}}";
const here = { "source.yaml": source("GitRepository", `{url: ${HERE}}`) };
const remote = 'chart: {spec: {chart: podinfo, version: ">=6.0.0", sourceRef: {kind: HelmRepository, name: repo}}}';
const charts = { "source.yaml": source("HelmRepository", "{url: https://charts.example.org}") };

describe("a HelmRelease", () => {
  it("renders a chart of this repository", async () => {
    const spec = `${local}\nreleaseName: rel\ntargetNamespace: target\nvalues: {a: 1}\npostRenderers: [{kustomize: {patches: [{patch: x, target: {kind: Pod}}], images: [{name: i, newTag: "2"}]}}]`;
    const target = asHelm(await only({ ...chart, ...here, "r.yaml": release(spec) }));
    expect(target).toMatchObject({ id: "helm:charts/api@flux/prod/api", path: "charts/api", wanted: null, unresolvable: null, variant: null });
    expect(target.helm).toMatchObject({ release: "rel", namespace: "target", values: { a: 1 }, valuesFiles: [], defaultsFiles: ["charts/api/prod.yaml"], postRenderStrategy: "combined", postRenderers: [{ by: "flux", patches: [{ patch: "x", target: { kind: "Pod" } }], images: [{ name: "i", newTag: "2" }] }] });
  });

  it.each<[string, string, string, string]>([
    ["its own", local, "api", "prod"],
    ["with the namespace it goes to", `${local}\ntargetNamespace: other`, "other-api", "other"],
    ["shortened when Helm would refuse it", `${local}\nreleaseName: ${"a".repeat(60)}`, `${"a".repeat(40)}-11ee391211c6`, "prod"],
  ])("its release name is %s", async (_, spec, name, namespace) => {
    expect(asHelm(await only({ ...chart, ...here, "r.yaml": release(spec) })).helm).toMatchObject({ release: name, namespace });
  });

  it.each<[string, string, readonly string[]]>([
    ["only the chart's own", "valuesFiles: [./values.yaml]", []],
    ["several, in order", "valuesFiles: [values.yaml, env/prod.yaml]", ["values.yaml", "env/prod.yaml"]],
    ["one that is missing", "valuesFiles: [env/no.yaml]", ["env/no.yaml"]],
    ["those that are there, where the others may be missing", "valuesFiles: [env/no.yaml, env/prod.yaml], ignoreMissingValuesFiles: true", ["env/prod.yaml"]],
  ])("puts values files in place of the chart's own: %s", async (_, valuesFiles, expected) => {
    const spec = `chart: {spec: {chart: ./charts/api, sourceRef: {kind: GitRepository, name: repo}, ${valuesFiles}}}`;
    const { helm } = asHelm(await only({ ...chart, ...here, "env/prod.yaml": "a: 1", "r.yaml": release(spec) }));
    expect([helm.defaultsFiles, helm.defaultsInChart, helm.valuesFiles]).toEqual([expected, [], []]);
  });

  it("takes values files of a packaged chart from inside of it", async () => {
    const spec = remote.replace("version:", "valuesFiles: [values.yaml, values-prod.yaml], version:");
    const { helm, unresolvable } = asHelm(await only({ ...charts, "r.yaml": release(spec), "cache/podinfo-6.1.0.tgz": "" }, { chartCache: "cache" }));
    expect([helm.defaultsFiles, helm.defaultsInChart, unresolvable]).toEqual([[], ["values.yaml", "values-prod.yaml"], null]);
  });

  it.each([["", "combined"], ["\npostRenderStrategy: nohooks", "nohooks"], ["\npostRenderStrategy: separate", "separate"]])("renders hooks as %j asks", async (more, expected) => {
    expect(asHelm(await only({ ...chart, ...here, "r.yaml": release(`${local}${more}`) })).helm.postRenderStrategy).toBe(expected);
  });

  it("takes a chart that is elsewhere from the chart cache", async () => {
    const files: Files = { ...charts, "r.yaml": release(remote), "cache/podinfo-6.1.0.tgz": "" };
    const target = asHelm(await only(files, { chartCache: "cache" }));
    expect([target.id, target.wanted, target.unresolvable]).toEqual(["helm:r.yaml@flux/prod/api", { name: "podinfo", version: ">=6.0.0" }, null]);
  });

  it.each<[string, Files, string, string]>([
    ["a Helm repository", { ...charts, "r.yaml": release(remote) }, "`podinfo` >=6.0.0 from `https://charts.example.org`", "helm pull podinfo --repo https://charts.example.org --version '>=6.0.0'"],
    ["an OCI repository", { "source.yaml": source("OCIRepository", "{url: oci://ghcr.io/org/charts/podinfo, ref: {tag: 6.2.0}}"), "r.yaml": release("chartRef: {kind: OCIRepository, name: repo}") }, "`podinfo` 6.2.0 from `oci://ghcr.io/org/charts/podinfo`", "helm pull oci://ghcr.io/org/charts/podinfo --version 6.2.0"],
    ["a HelmChart", { ...charts, "c.yaml": source("HelmChart", "{chart: web, version: 1.x, sourceRef: {kind: HelmRepository, name: repo}}", "c"), "r.yaml": release("chartRef: {kind: HelmChart, name: c}") }, "`web` 1.x from `https://charts.example.org`", "helm pull web"],
  ])("names what is missing from %s, and how to get it", async (_, files, message, remedy) => {
    const { unresolvable } = await only(files);
    expect(unresolvable).toMatchObject({ kind: "missing-dependency", path: "r.yaml", line: 2, blocking: true, message: expect.stringContaining(message), remedy: expect.stringContaining(remedy) });
  });

  it("in another repository is not taken from this one", async () => {
    expect(await summary({ ...chart, "source.yaml": source("GitRepository", "{url: https://git.example.org/other}"), "r.yaml": release(local) })).toEqual([expect.stringContaining("remote-resource")]);
  });

  it("is told apart from another of its name, and both from the Kustomization of that name", async () => {
    const ks = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: api, namespace: prod}\nspec: {path: ./charts}\n";
    const { targets } = await declared({ ...chart, ...here, "b.yaml": release(local), "a.yaml": release(`${local}\nvalues: {a: 1}`), "z.yaml": ks }, { repositories: [] });
    expect(targets.map(({ id, declaredBy }) => [id, declaredBy?.path])).toEqual([["helm:charts/api@flux/prod/api", "a.yaml"], ["helm:charts/api@flux/prod/api#2", "b.yaml"], ["kustomize:charts@flux/prod/api", "z.yaml"]]);
  });
});

describe("values from elsewhere", () => {
  const data = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one, namespace: prod}\ndata:\n  values.yaml: |\n    a: {x: 1, z: 1}\n    list: [1, 2]\n  two: "5,6"\n  q: "'7'"\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: locked, namespace: prod}\nstringData: {values.yaml: "ENC[x]", password: "ENC[y]"}\nsops: {mac: x}\n`;
  const withValues = (from: string, values = "{a: {x: 2}}"): Files => ({ ...chart, ...here, "data.yaml": data, "r.yaml": release(`${local}\nvaluesFrom: ${from}\nvalues: ${values}`) });

  it("lie under its own", async () => {
    expect(asHelm(await only(withValues("[{kind: ConfigMap, name: one}]"))).helm.values).toEqual({ a: { x: 2, z: 1 }, list: [1, 2] });
  });

  it("from several objects lie one over the other, each the nearest of its name and namespace", async () => {
    const map = (namespace: string, values: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: two${namespace}}\ndata: {values.yaml: "${values}"}\n`;
    const files: Files = { ...withValues("[{kind: ConfigMap, name: one}, {kind: ConfigMap, name: two}]", "{}"), "near/r.yaml": map("", "{far: no, a: {x: 3}}"), "a.yaml": map(", namespace: prod", "{a: {x: 9}, m: 1}"), "b.yaml": map(", namespace: other", "{a: {x: 7}}") };
    expect(asHelm(await only(files)).helm.values).toEqual({ a: { x: 9, z: 1 }, list: [1, 2], m: 1 });
    const { "r.yaml": text = "", "a.yaml": _, ...others } = files;
    expect(asHelm(await only({ ...others, "far.yaml": map("", "{a: {x: 5}}"), "near/release.yaml": text })).helm.values).toEqual({ a: { x: 3, z: 1 }, list: [1, 2], far: false });
    expect(asHelm(await only({ ...others, "a.yaml": map(", namespace: prod", "{a: {x: 9}}"), "near/release.yaml": text })).helm.values).toEqual({ a: { x: 9, z: 1 }, list: [1, 2] });
  });

  it("for one place lie over them", async () => {
    const { helm } = asHelm(await only(withValues("[{kind: ConfigMap, name: one, valuesKey: two, targetPath: p}, {kind: ConfigMap, name: one, valuesKey: q, targetPath: s}, {kind: ConfigMap, name: one, valuesKey: two, targetPath: l, literal: true}]")));
    expect([helm.set, helm.setString, helm.values]).toEqual([["p=5,6"], ["s=7", "l=5\\,6"], { a: { x: 2 } }]);
  });

  it("that Kustomize generates are found", async () => {
    const files: Files = { ...withValues("[{kind: ConfigMap, name: made}]", "{}"), "kustomization.yaml": "namespace: prod\nresources: [r.yaml]\nconfigMapGenerator: [{name: made, files: [values.yaml=v.yaml]}]", "v.yaml": "deep: {b: true}" };
    expect(asHelm(await only(files)).helm.values).toEqual({ deep: { b: true } });
  });

  it("that Kustomize would fetch cannot be told, and another address is another set of them", async () => {
    const files = (from: string, address: string): Files => ({ ...withValues(from, "{}"), "kustomization.yaml": `namespace: prod\nresources: [r.yaml]\nconfigMapGenerator: [{name: made, files: ["values.yaml=${address}"]}]` });
    const [first, second] = [await only(files("[{kind: ConfigMap, name: made, optional: true}]", "https://example.org/1")), await only(files("[{kind: ConfigMap, name: made, optional: true}]", "https://example.org/2"))];
    expect(first.unresolvable?.message).toEqual(expect.stringContaining("`values.yaml` of ConfigMap `prod/made`, which is at `https://example.org/1`"));
    expect(first.declaredBy?.decides).not.toEqual(second.declaredBy?.decides);
    expect(asHelm(await only(files("[{kind: ConfigMap, name: made, targetPath: a.b}]", "https://example.org/1"))).helm.set).toEqual(["a.b=unknown-values-yaml"]);
  });

  it.each<[string, string, string | null]>([
    ["absent", "[{kind: Secret, name: gone}]", "`values.yaml` of Secret `prod/gone`, an object that is not in this repository"],
    ["absent and optional", "[{kind: Secret, name: gone, optional: true}]", null],
    ["encrypted", "[{kind: Secret, name: locked}]", "`values.yaml` of Secret `prod/locked`, which is encrypted"],
    ["encrypted and optional", "[{kind: Secret, name: locked, optional: true}]", "which is encrypted"],
    ["without that key", "[{kind: ConfigMap, name: one, valuesKey: other}]", "which the object does not have"],
    ["one encrypted value", "[{kind: Secret, name: locked, valuesKey: password, targetPath: auth.password}]", null],
  ])("that are %s", async (_, from, message) => {
    const target = asHelm(await only(withValues(from)));
    expect(target.unresolvable?.message ?? null).toEqual(message === null ? null : expect.stringContaining(message));
    if (from.includes("targetPath")) expect(target.helm.set).toEqual(["auth.password=unknown-password"]);
  });
});

describe("what applies a HelmRelease changes it", () => {
  const base: Files = { ...chart, "base/kustomization.yaml": "resources: [r.yaml]", "base/r.yaml": release("chart: {spec: {chart: ./charts/api, sourceRef: {kind: GitRepository, name: flux-system}}}\nvalues: {a: 1, list: [1]}", "{name: api}") };
  const overlay = (name: string, patch: string): Files => ({ [`${name}/kustomization.yaml`]: `namespace: ${name}\nresources: [../base]\npatches: [{path: p.yaml}]`, [`${name}/p.yaml`]: patch });

  it("overlays with patches make one each, and their patches none", async () => {
    const files: Files = { ...base, ...overlay("dev", release("values: {a: 2}", "{name: api}")), ...overlay("live", release("values: {a: null, list: [2]}", "{name: api}")) };
    const { targets } = await declared(files);
    expect(targets.map((target) => [target.id, target.engine === "helm" ? target.helm.values : null])).toEqual([
      ["helm:charts/api@flux/dev/api", { a: 2, list: [1] }],
      ["helm:charts/api@flux/live/api", { list: [2] }],
    ]);
  });

  it.each<[string, string, unknown]>([
    ["operations", "resources: [../base]\nnamespace: dev\npatches: [{target: {kind: HelmRelease, name: a.*}, patch: '[{op: replace, path: /spec/values/a, value: 3}, {op: add, path: /spec/values/list/-, value: 9}]'}]", { a: 3, list: [1, 9] }],
    ["operations for another object", "resources: [../base]\nnamespace: dev\npatches: [{target: {kind: HelmRelease, name: b.*}, patch: '[{op: remove, path: /spec/values}]'}]", { a: 1, list: [1] }],
    ["a component", "resources: [../base]\nnamespace: dev\ncomponents: [../part]", { a: 4, list: [1] }],
  ])("%s", async (_, kustomization, expected) => {
    const part = { "part/kustomization.yaml": `kind: Component\npatches: [{target: {kind: HelmRelease}, patch: 'spec: {values: {a: 4}}'}]` };
    expect(asHelm(await only({ ...base, ...part, "dev/kustomization.yaml": kustomization })).helm.values).toEqual(expected);
  });

  it("a patch can take it away", async () => {
    expect(await summary({ ...base, ...overlay("dev", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: api}\n$patch: delete\n") })).toEqual([]);
  });

  it("a patch whose target is not understood is said to be unclear", async () => {
    const files: Files = { ...base, "dev/kustomization.yaml": "resources: [../base]\npatches: [{target: {kind: HelmRelease, name: '(api'}, patch: 'spec: {}'}]" };
    expect(await summary(files)).toEqual([expect.stringContaining("render-failed: what the patch that begins with `spec: {}` does to HelmRelease `api` cannot be told")]);
  });
});

describe("what decides", () => {
  const decides = async (spec: string, more: Files = {}): Promise<string | undefined> => (await only({ ...charts, ...more, "r.yaml": release(spec) })).declaredBy?.decides;

  it("is not when it is looked at", async () => {
    expect(await decides(`${remote}\ninterval: 1m\nsuspend: true`)).toBe(await decides(`${remote}\ninterval: 2m`));
    expect(await decides("values: {b: 1, a: 2}\n" + remote)).toBe(await decides(remote + "\nvalues: {a: 2, b: 1}"));
  });

  it.each<[string, string, Files]>([
    ["its values", `${remote}\nvalues: {a: 1}`, {}],
    ["its version", remote.replace("6.0.0", "6.0.1"), {}],
    ["the address of the chart", remote, { "source.yaml": source("HelmRepository", "{url: https://other.example.org}") }],
  ])("is %s", async (_, spec, files) => {
    expect(await decides(spec, files)).not.toBe(await decides(remote));
  });
});
