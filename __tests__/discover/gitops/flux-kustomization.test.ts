import { describe, expect, it } from "@jest/globals";
import { substituteObject, substituteText } from "../../../src/discover/gitops/substitution.ts";
import { asKustomize, declared, HERE, only, summary, type Files } from "./declared.ts";

const ks = (spec: string, name = "apps"): string => `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  sourceRef: {kind: GitRepository, name: flux-system}\n  ${spec.replaceAll("\n", "\n  ")}\n`;
const git = (url: string, name = "flux-system", ref = "{branch: main}"): string => `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: ${name}, namespace: flux-system}\nspec: {url: "${url}", ref: ${ref}}\n`;
const apps: Files = { "apps/kustomization.yaml": "resources: [pod.yaml]", "apps/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n" };

describe("a Flux Kustomization", () => {
  it("builds a folder with all that it adds", async () => {
    const spec = `path: ./apps
targetNamespace: prod
namePrefix: a-
nameSuffix: -z
images: [{name: nginx, newName: mirror/nginx, newTag: "1", digest: "sha256:1"}]
components: [../components/x]
ignoreMissingComponents: true
commonMetadata: {labels: {l: "1"}, annotations: {a: "2"}}
patches:
  - patch: "a: b"
    target: {kind: Deployment, labelSelector: a=b}`;
    const { edits, ...rest } = asKustomize(await only({ ...apps, "ks.yaml": `# first\n${ks(spec)}`, "source.yaml": git(`${HERE}.git`) }));
    expect(rest).toMatchObject({ id: "kustomize:apps@flux/flux-system/apps", path: "apps", loadRestrictor: "none", substitute: null, unresolvable: null, declaredBy: { kind: "Kustomization", namespace: "flux-system", name: "apps", path: "ks.yaml", line: 3 } });
    expect(edits).toEqual({
      by: "flux", namespace: "prod", namePrefix: "a-", nameSuffix: "-z", images: [{ name: "nginx", newName: "mirror/nginx", newTag: "1", digest: "sha256:1" }], replicas: [],
      patches: [{ patch: "a: b", target: { kind: "Deployment", labelSelector: "a=b" } }], components: ["../components/x"], ignoreMissingComponents: true,
      commonLabels: { l: "1" }, labelWithoutSelector: false, labelIncludeTemplates: false, commonAnnotations: { a: "2" },
    });
  });

  it.each<[string, Files, string]>([
    ["the address of this repository in another spelling", { "source.yaml": git("ssh://git@GIT.example.org:22/team/apps.git/") }, ""],
    ["another repository", { "source.yaml": git("https://git.example.org/team/other") }, " remote-resource: Kustomization `flux-system/apps` takes `./apps` from GitRepository `flux-system/flux-system` at `https://git.example.org/team/other`, which is another repository"],
    ["a source that bootstrapping made", {}, ""],
    ["a tag of this repository", { "source.yaml": git(HERE, "flux-system", "{tag: v1.2.3}") }, " remote-resource: Kustomization `flux-system/apps` deploys revision `v1.2.3` of this repository, whatever its branches hold"],
  ])("from %s", async (_, files, expected) => {
    expect(await summary({ ...apps, "ks.yaml": ks("path: ./apps"), ...files })).toEqual([`kustomize:apps@flux/flux-system/apps${expected}`]);
  });

  it("without a known address: the only source, or flux-system, if it has the path", async () => {
    const unknown = { repositories: [] };
    const other = { "other.yaml": git("https://x.example.org/b", "other") };
    expect(await summary({ ...apps, "ks.yaml": ks("path: ./apps"), "source.yaml": git("https://x.example.org/a") }, unknown)).toEqual(["kustomize:apps@flux/flux-system/apps"]);
    expect(await summary({ ...apps, "ks.yaml": ks("path: ./apps"), "source.yaml": git("https://x.example.org/a"), ...other }, unknown)).toEqual(["kustomize:apps@flux/flux-system/apps"]);
    const named = ks("path: ./apps").replace("name: flux-system}\n  path", "name: other}\n  path");
    expect(await summary({ ...apps, "ks.yaml": named, "source.yaml": git("https://x.example.org/a"), ...other }, unknown)).toEqual([expect.stringContaining("remote-resource")]);
  });

  it("of a folder that is not there", async () => {
    expect(await summary({ ...apps, "ks.yaml": ks("path: ./gone"), "source.yaml": git(HERE) })).toEqual(["kustomize:gone@flux/flux-system/apps missing-file: Kustomization `flux-system/apps` names the folder `./gone`, which is not in this repository"]);
  });

  it("covers the kustomization of its folder, and without one the files and kustomizations below", async () => {
    const files: Files = { ...apps, "ks.yaml": ks("path: ./apps"), "ks2.yaml": ks("path: plain", "plain"), "plain/a.yaml": "a: b", "plain/deep/b.yml": "a: b", "plain/made/kustomization.yaml": "resources: [c.yaml]", "plain/made/c.yaml": "a: b", "plain/no.json": "{}" };
    const { covers } = await declared(files);
    expect([...covers.kustomizations].sort()).toEqual(["apps", "plain/made"]);
    expect([...covers.files].sort()).toEqual(["plain/a.yaml", "plain/deep/b.yml"]);
  });

  it("looks behind an artifact that is cut out of the repository", async () => {
    const artifacts = `apiVersion: source.extensions.fluxcd.io/v1beta1\nkind: ArtifactGenerator\nmetadata: {name: g, namespace: flux-system}\nspec:\n  sources: [{alias: mono, kind: GitRepository, name: flux-system}]\n  artifacts:\n    - name: cut\n      copy: [{from: "@mono/apps/**", to: "@artifact/x/"}]\n`;
    expect(await summary({ ...apps, "g.yaml": artifacts, "ks.yaml": ks("path: ./x").replace("GitRepository, name: flux-system", "ExternalArtifact, name: cut") })).toEqual(["kustomize:apps@flux/flux-system/apps"]);
  });
});

describe("variables", () => {
  const from = "path: ./apps\npostBuild:\n  substitute: {A: inline, B: \"x\\ny\"}\n  substituteFrom: [{kind: ConfigMap, name: one}, {kind: Secret, name: two}, {kind: ConfigMap, name: gone, optional: true}]";
  const data: Files = {
    "data.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one, namespace: flux-system}\ndata: {A: one, C: one, D: one}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: two}\ndata: {D: ${Buffer.from("zwei ü").toString("base64")}, E: "ENC[AES256_GCM,data:x]"}\nstringData: {F: plain}\n`,
  };

  it("come from objects in order, then from the object itself", async () => {
    const { substitute } = asKustomize(await only({ ...apps, ...data, "ks.yaml": ks(from) }));
    expect(substitute).toEqual({ A: "inline", B: "xy", C: "one", D: "zwei ü", E: "unknown-e", F: "plain" });
  });

  it("that an absent object supplies have a value that stands out, unless the text has one for that case", async () => {
    const files: Files = { ...apps, "apps/pod.yaml": "a: ${NOT_HERE}\nb: ${DEFAULTED:=x}\nc: $${ESCAPED}\nd: ${A}", "ks.yaml": ks("path: ./apps\npostBuild: {substitute: {A: a}, substituteFrom: [{kind: Secret, name: gone}]}") };
    expect(asKustomize(await only(files)).substitute).toEqual({ A: "a", NOT_HERE: "unknown-not-here" });
  });

  it("that are empty fall back only where the text says so", () => {
    const variables = { values: { EMPTY: "", A: "a" }, missing: [] };
    expect(["${EMPTY:-d}", "${EMPTY:=d}", "${EMPTY-d}", "${EMPTY}", "${A:-d}", "${NONE-d}", "${NONE}", "$${A}", "${A%x}"].map((source) => substituteText(source, variables))).toEqual(["d", "d", "", "", "a", "d", "", "${A}", "${A%x}"]);
  });

  it("in an object are what YAML makes of them, unless the object wants to be left alone", () => {
    const spec = { n: "${N}", b: "${B}", text: "a${N}", deep: ["${N}"] };
    const variables = { values: { N: "3", B: "true" }, missing: [] };
    expect(substituteObject({ spec }, variables)).toEqual({ spec: { n: 3, b: true, text: "a3", deep: [3] } });
    const metadata = { annotations: { "kustomize.toolkit.fluxcd.io/substitute": "disabled" } };
    expect(substituteObject({ metadata, spec }, variables)).toEqual({ metadata, spec });
  });

  it("of a Kustomization fill the objects that it applies", async () => {
    const inner = ks("path: ./${WHERE:-nowhere}\ntargetNamespace: ${NS}", "inner");
    const files: Files = { ...apps, "cluster/inner.yaml": inner, "ks.yaml": ks("path: ./cluster\npostBuild: {substitute: {WHERE: apps}}", "outer") };
    const { targets } = await declared(files);
    expect(targets.map(({ id }) => id)).toEqual(["kustomize:apps@flux/flux-system/inner", "kustomize:cluster@flux/flux-system/outer"]);
  });
});

describe("what applies a Kustomization changes it", () => {
  it("patches of the Kustomization above, even those that add patches", async () => {
    const patch = "path: ./cluster\npatches:\n  - target: {group: kustomize.toolkit.fluxcd.io, kind: Kustomization}\n    patch: |\n      apiVersion: kustomize.toolkit.fluxcd.io/v1\n      kind: Kustomization\n      metadata: {name: _}\n      spec: {targetNamespace: patched, patches: [{patch: 'x: y'}]}";
    const { targets } = await declared({ ...apps, "cluster/inner.yaml": ks("path: ./apps", "inner"), "ks.yaml": ks(patch, "outer") });
    const inner = targets.find(({ id }) => id.endsWith("/inner"));
    expect(inner?.engine === "kustomize" ? [inner.edits?.namespace, inner.edits?.patches] : null).toEqual(["patched", [{ patch: "x: y" }]]);
  });

  it("one that applies itself is taken as it is written", async () => {
    expect(await summary({ "cluster/ks.yaml": ks("path: ./cluster", "self") })).toEqual(["kustomize:cluster@flux/flux-system/self"]);
  });

  it("two that apply each other end", async () => {
    expect(await summary({ "a/ks.yaml": ks("path: ./b", "one"), "b/ks.yaml": ks("path: ./a", "two") })).toEqual(["kustomize:a@flux/flux-system/two", "kustomize:b@flux/flux-system/one"]);
  });
});
