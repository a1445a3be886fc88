import { describe, expect, it } from "@jest/globals";
import { discoverEverything } from "../../src/core/selection.ts";
import { planTargets } from "../../src/discover/plan.ts";
import { treeOf, type Stand } from "../support/tree.ts";

type Files = Readonly<Record<string, Stand>>;

const HERE = "https://git.example.org/team/here";
const selection = { ...discoverEverything, repositories: [HERE] };

const application = (spec: string): string => `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\nspec: {${spec}, destination: {namespace: prod}}\n`;
const source = (more: string): string => application(`source: {repoURL: ${HERE}, ${more}}`);
const set = (generator: string, spec: string, more = ""): string => `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: web, namespace: argocd}\nspec: {${more}generators: [${generator}], template: {metadata: {name: "{{name}}"}, spec: {source: {repoURL: ${HERE}, ${spec}}, destination: {namespace: prod}}}}\n`;
const release = `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web, namespace: prod}\nspec:\n  chart: {spec: {chart: ./chart, sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}}}\n  values: {level: high}\n  valuesFrom: [{kind: Secret, name: elsewhere}]\n`;
const chart: Files = { "chart/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n", "chart/templates/a.yaml": "a: 1\n" };

/** What the plan says of the target that the object declares. */
async function planned(base: Files, head: Files): Promise<string> {
  const plan = await planTargets(treeOf(base), treeOf({ ...base, ...head }), selection);
  const [target] = plan.targets.filter((one) => (one.head ?? one.base)?.declaredBy !== null);
  if (target === undefined) throw new Error("nothing is declared");
  const blocking = target.troubles.head.filter((trouble) => trouble.blocking).map(({ kind }) => kind);
  return `${target.unchanged ? "unchanged" : "differs"} ${blocking.join()}`;
}

const packaged = application(`sources: [{repoURL: https://charts.example.org, chart: redis, targetRevision: 1.0.0, helm: {valueFiles: [$here/env/redis.yaml]}}, {repoURL: ${HERE}, ref: here}]`);

describe("what cannot be rendered", () => {
  it.each<[string, Files, Files, string]>([
    ["a program's own folder", { "web.yaml": source("path: web, plugin: {name: tanka}"), "web/main.jsonnet": "{}" }, { "web/main.jsonnet": "{a: 1}" }, "differs refused"],
    ["a program in Jsonnet", { "web.yaml": source("path: web, directory: {jsonnet: {}}"), "web/main.jsonnet": "{}" }, { "web/main.jsonnet": "{a: 1}" }, "differs refused"],
    ["the chart of a release whose values are elsewhere", { ...chart, "release.yaml": release }, { "chart/templates/a.yaml": "a: 2\n" }, "differs missing-file"],
    ["values for a packaged chart", { "redis.yaml": packaged, "env/redis.yaml": "a: 1\n" }, { "env/redis.yaml": "a: 2\n" }, "differs missing-dependency"],
    ["the commit of a submodule", { "web.yaml": source("path: web"), web: { submodule: "1".repeat(40) } }, { web: { submodule: "2".repeat(40) } }, "differs submodule"],
    ["values files named after clusters", { ...chart, "set.yaml": set("clusters: {}", 'path: chart, helm: {valueFiles: ["../env/{{name}}.yaml"]}'), "env/a.yaml": "a: 1\n" }, { "env/a.yaml": "a: 2\n" }, "differs remote-resource"],
    ["values files beside folders named after clusters", { "apps/a/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n", "set.yaml": set("clusters: {}", 'path: "apps/{{name}}", helm: {valueFiles: ["../x/{{name}}.yaml"]}'), "apps/x/a.yaml": "a: 1\n" }, { "apps/x/b.yaml": "a: 2\n" }, "differs remote-resource"],
    ["a chart with values named after clusters", { ...chart, "set.yaml": set("clusters: {}", 'path: chart, helm: {valuesObject: {cluster: "{{name}}"}}') }, { "chart/templates/a.yaml": "a: 2\n" }, "differs remote-resource"],
    ["a folder under a patched template", { "web/kustomization.yaml": "namePrefix: a-\n", "set.yaml": set("list: {elements: [{name: a}]}", "path: web", "templatePatch: 'a: b', ") }, { "web/kustomization.yaml": "namePrefix: b-\n" }, "differs refused"],
    ["parameters in files, in a matrix with clusters", { "set.yaml": set(`matrix: {generators: [{clusters: {}}, {git: {repoURL: ${HERE}, files: [{path: "p/*.json"}]}}]}`, "path: web"), "p/a.json": "{}" }, { "p/a.json": '{"a": 1}' }, "differs remote-resource"],
  ])("differs with %s", async (_, base, head, expected) => {
    expect(await planned(base, base)).toBe(expected.replace("differs", "unchanged"));
    expect(await planned(base, head)).toBe(expected);
  });

  it.each<[string, Files, Files, string]>([
    ["files of a revision that is deployed whatever the branches hold", { ...chart, "web.yaml": source("path: chart, targetRevision: v1.0.0") }, { "chart/templates/a.yaml": "a: 2\n" }, "unchanged remote-resource"],
    ["a folder that has the name of one elsewhere", { "chart/a.txt": "a", "web.yaml": application("source: {repoURL: https://git.example.org/other, path: chart}") }, { "chart/a.txt": "b" }, "unchanged remote-resource"],
    ["what an ApplicationSet takes as it is", { "web/kustomization.yaml": "namePrefix: a-\n", "set.yaml": set("clusters: {}", "path: web") }, { "web/kustomization.yaml": "namePrefix: b-\n" }, "unchanged remote-resource"],
    ["what no path of an ApplicationSet can mean", { ...chart, "set.yaml": set("clusters: {}", 'path: chart, helm: {valueFiles: ["../env/{{name}}.yaml"]}'), "env/a.yml": "a: 1\n", "other/a.yaml": "a: 1\n" }, { "env/a.yml": "a: 2\n", "other/a.yaml": "a: 2\n" }, "unchanged remote-resource"],
    ["another thing in the file that declares it", { "set.yaml": set("clusters: {}", "path: web") }, { "set.yaml": `# a remark\n${set("clusters: {}", "path: web")}` }, "unchanged remote-resource"],
  ])("stays as it is with %s", async (_, base, head, expected) => {
    expect(await planned(base, head)).toBe(expected);
  });
});

describe("the branch that is deployed", () => {
  const on = (branch: string): Files => ({ ...chart, "web.yaml": source(`path: chart, targetRevision: ${branch}`) });
  const flux = (branch: string): Files => ({
    "web/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n",
    "web.yaml": "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web, namespace: flux-system}\nspec: {path: ./web, sourceRef: {kind: GitRepository, name: here}}\n",
    "source.yaml": `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: here, namespace: flux-system}\nspec: {url: ${HERE}, ref: {branch: ${branch}}}\n`,
  });
  const values = (branch: string): Files => ({ ...chart, "env/a.yaml": "a: 1\n", "web.yaml": application(`sources: [{repoURL: ${HERE}, path: chart, helm: {valueFiles: [$v/env/a.yaml]}}, {repoURL: ${HERE}, targetRevision: ${branch}, ref: v}]`) });

  it.each<[string, Files, Files, string]>([
    ["an Application", on("HEAD"), on("other"), "differs remote-resource"],
    ["the values of an Application", values("HEAD"), values("other"), "differs remote-resource"],
    ["a source of Flux", flux("main"), flux("other"), "differs remote-resource"],
    ["an Application from one commit on", on("a1".repeat(20)), on("other"), "differs "],
  ])("of %s is another", async (_, base, head, expected) => {
    expect(await planned(base, head)).toBe(expected);
  });

  it("of one Application may be another's, and is new to it all the same", async () => {
    const both = (branch: string): Files => ({ ...on(branch), "api.yaml": source("path: chart, targetRevision: other").replace("name: web", "name: api") });
    const plan = await planTargets(treeOf(both("HEAD")), treeOf(both("other")), selection);
    expect(plan.targets.flatMap(({ troubles: { head } }) => head.map(({ message }) => message.slice(0, message.indexOf(","))))).toEqual(["Application `argocd/web` deploys the branch `other`"]);
  });

  it("is said beside what else stands in the way", async () => {
    const files = (branch: string): Files => ({ "web/kustomization.yaml": "components: ['https://git.example.org/other//web']\n", "web.yaml": source(`path: web, targetRevision: ${branch}`) });
    const { targets } = await planTargets(treeOf(files("HEAD")), treeOf(files("other")), selection);
    expect(targets.flatMap(({ troubles: { head } }) => head.map(({ message }) => message.includes("deploys the branch")))).toEqual([false, true]);
  });

  it("of a new Application is none that anything is deployed from", async () => {
    const other = on("other")["web.yaml"];
    if (typeof other !== "string") throw new Error("no text");
    const plan = await planTargets(treeOf(on("HEAD")), treeOf({ ...on("HEAD"), "new.yaml": other.replace("name: web", "name: new") }), selection);
    const troubles = plan.targets.flatMap(({ troubles: { head } }) => head.map(({ message }) => message));
    expect(troubles).toEqual(["Application `argocd/new` deploys the branch `other`, where `HEAD` was deployed, and what that branch holds was not looked at"]);
  });

  it.each<[string, Files]>([
    ["an Application", on("HEAD")],
    ["the values of an Application", values("HEAD")],
    ["a source of Flux", flux("main")],
    ["a source of Flux that names no branch", { ...flux("main"), "source.yaml": `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: here, namespace: flux-system}\nspec: {url: ${HERE}}\n` }],
  ])("of %s is that of another address, where nobody knows the one of this repository", async (_, base) => {
    const readdressed = (address: string): Files => Object.fromEntries(Object.entries(base).map(([path, content]) => [path, typeof content === "string" ? content.replace(new RegExp(`${HERE}(?!.*${HERE})`, "s"), address) : content]));
    const troubles = async (head: Files): Promise<readonly string[]> => {
      const plan = await planTargets(treeOf(base), treeOf(head), discoverEverything);
      return plan.targets.flatMap(({ troubles: { head: found } }) => found.map(({ blocking, message }) => `${blocking ? "blocking: " : ""}${message.slice(message.indexOf("deploys"))}`));
    };
    expect(await troubles(readdressed("https://git.example.org/evil/here"))).toEqual([expect.stringMatching(/^blocking: deploys the branch `HEAD of git\.example\.org\/evil\/here`, where `HEAD of git\.example\.org\/team\/here` was deployed, /)]);
    expect(await troubles(readdressed("ssh://git@git.example.org/team/here.git"))).toEqual([]);
  });

  it.each<[string, Files, Files]>([
    ["the default one by another name", on("HEAD"), on("refs/heads/main")],
    ["that of everything else", chart, on("other")],
  ])("is no trouble when it is %s", async (_, base, head) => {
    expect(await planned(base, head)).toBe("differs ");
  });
});

describe("a folder that nobody deploys any more", () => {
  it("is a target of its own on both sides, and what was deployed went", async () => {
    const folder: Files = { "web/kustomization.yaml": "namePrefix: a-\n" };
    const flux = { ...folder, "web.yaml": "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web, namespace: flux-system}\nspec: {path: ./web, sourceRef: {kind: GitRepository, name: flux-system}}\n" };
    const sides = (await planTargets(treeOf(flux), treeOf(folder), selection)).targets.map(({ id, base, head }) => `${id} ${base === null ? "-" : "base"} ${head === null ? "-" : "head"}`);
    expect(sides).toEqual(["kustomize:web base head", "kustomize:web@flux/flux-system/web base -", "manifests:. base -"]);
  });
});

describe("what a renderer can attempt", () => {
  const withRemote: Files = { "k/kustomization.yaml": "components: ['https://git.example.org/other//web']\n", "set.yaml": set("clusters: {}", "path: web") };

  it("stands in nobody's way, but where there is nothing to render", async () => {
    const troubles = async (attempts: readonly "remote-resource"[]) => (await planTargets(null, treeOf(withRemote), selection, new Set(attempts))).targets.flatMap(({ id, troubles: { head } }) => head.map(({ kind }) => `${id} ${kind}`));
    expect(await troubles([])).toEqual(["kustomize:k remote-resource", "manifests:set.yaml@argocd/argocd/web remote-resource"]);
    expect(await troubles(["remote-resource"])).toEqual(["manifests:set.yaml@argocd/argocd/web remote-resource"]);
  });
});
