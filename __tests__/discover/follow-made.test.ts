import { describe, expect, it } from "@jest/globals";
import { discoverEverything, type Selection } from "../../src/core/selection.ts";
import { plainTarget } from "../../src/core/target.ts";
import { coveredBy } from "../../src/discover/follow-made.ts";
import { objectsMade, type Made } from "../../src/discover/gitops/made-objects.ts";
import type { PlannedTarget } from "../../src/discover/pair-targets.ts";
import { planTargets, type Plan } from "../../src/discover/plan.ts";
import { treeOf, type Stand } from "../support/tree.ts";

type Files = Readonly<Record<string, Stand>>;

const application = (name: string, path: string, more = ""): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: ${name}\n  namespace: argocd\nspec:\n  source: {repoURL: https://git.example.org/x, path: ${path}${more}}\n  destination: {namespace: prod}\n`;
const root = application("root", "apps");
const files: Files = {
  "apps/Chart.yaml": "apiVersion: v2\nname: apps\nversion: 1.0.0\n",
  "apps/templates/web.yaml": application("{{ .Values.name }}", "web"),
  "web/kustomization.yaml": "resources: [pod.yaml]\n",
  "web/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n",
  "plain/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: plain}\n",
};

const plan = (base: Files, head: Files, more: Partial<Selection> = {}): Promise<Plan> => planTargets(treeOf(base), treeOf(head), { ...discoverEverything, ...more });

/** What the rendering of a planned target made, were this its output. */
function made(planned: Plan, id: string, text: string): Made {
  const one = planned.targets.find((target) => target.id === id);
  const target = one?.head ?? one?.base;
  if (!target) throw new Error(`no ${id} among ${planned.targets.map((other) => other.id).join(", ")}`);
  return { by: id, objects: objectsMade(target, [{ path: "apps/templates/web.yaml", text, origin: "rendered" }]) };
}

const lines = (targets: readonly PlannedTarget[]): readonly string[] => targets.map(({ id, base, head, unchanged }) => `${id} ${base === null ? "-" : "base"} ${head === null ? "-" : "head"}${unchanged ? " unchanged" : ""}${(head ?? base)?.unresolvable ? ` ${(head ?? base)?.unresolvable?.kind ?? ""}` : ""}`);

describe("objects that a rendering makes", () => {
  const [target] = [{ ...discoverEverything }].map(() => ({ ...plainTarget, engine: "manifests", id: "manifests:x", path: "x", namespace: "ns", files: [] }) as const);
  const of = (text: string) => objectsMade(target as NonNullable<typeof target>, [{ path: null, text, origin: "rendered" }]).map(({ kind, name, namespace, path }) => `${kind} ${namespace}/${name} ${path}`);

  it("declare, and bring along what they refer to", () => {
    const release = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a}\nspec: {}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: values, namespace: own}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n";
    expect(of(release)).toEqual(["HelmRelease ns/a x", "ConfigMap own/values x"]);
  });

  it.each(["apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n", "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: a}\n", "", "a: [\n"])("are none in %j", (text) => {
    expect(of(text)).toEqual([]);
  });
});

describe("what rendering makes is followed", () => {
  it("to the targets that it declares, on both sides", async () => {
    const head = { ...files, "web/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: other}\n" };
    const planned = await plan({ ...files, "root.yaml": root }, { ...head, "root.yaml": root });
    expect(planned.targets.map(({ id, unchanged, declares }) => [id, unchanged, declares])).toEqual([["helm:apps", true, true], ["helm:apps@argocd/argocd/root", true, true], ["kustomize:web", false, false], ["manifests:.", true, false], ["manifests:plain", true, false]]);
    const parents = [made(planned, "helm:apps@argocd/argocd/root", application("web", "web"))];
    const further = await planned.follow({ base: parents, head: parents });
    expect(lines(further)).toEqual(["kustomize:web@argocd/argocd/web base head"]);
    expect([...coveredBy(planned.targets, further)]).toEqual(["kustomize:web"]);
    expect(await planned.follow({ base: parents, head: parents })).toEqual([]);
  });

  it("is not searched for in unchanged charts where nothing else declares anything", async () => {
    const planned = await plan(files, { ...files, "web/pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: other}\n" });
    expect(planned.targets.filter(({ declares }) => declares)).toEqual([]);
  });

  it("of a chart's own values only where nobody deploys it with others", async () => {
    const planned = await plan({ ...files, "root.yaml": root }, { ...files, "root.yaml": root });
    const parents = [made(planned, "helm:apps", application("own", "plain")), made(planned, "helm:apps@argocd/argocd/root", application("web", "web"))];
    expect(lines(await planned.follow({ base: [], head: parents }))).toEqual(["kustomize:web@argocd/argocd/web base head"]);
    const alone = await plan(files, files);
    expect(lines(await alone.follow({ base: [], head: [made(alone, "helm:apps", application("own", "plain"))] }))).toEqual(["manifests:plain@argocd/argocd/own - head"]);
  });

  it("under a name of its own where another of that name deploys something else, once where it is the same", async () => {
    const planned = await plan({ ...files, "root.yaml": root, "web.yaml": application("web", "web") }, { ...files, "root.yaml": root, "web.yaml": application("web", "web") });
    const same = [made(planned, "helm:apps@argocd/argocd/root", application("web", "web"))];
    expect(await planned.follow({ base: same, head: same })).toEqual([]);
    const other = [made(planned, "helm:apps@argocd/argocd/root", application("web", "web", ", kustomize: {namePrefix: a-}"))];
    expect(lines(await planned.follow({ base: other, head: other }))).toEqual(["kustomize:web@argocd/argocd/web#2 base head unchanged"]);
  });

  it("but from a kustomization only under names that its files do not have", async () => {
    const withFiles = { ...files, "k/kustomization.yaml": "resources: [app.yaml]\n", "k/app.yaml": application("web", "web") };
    const planned = await plan(withFiles, withFiles);
    const parents = [made(planned, "kustomize:k", `${application("web", "plain")}---\n${application("inflated", "plain")}`)];
    expect(lines(await planned.follow({ base: parents, head: parents }))).toEqual(["manifests:plain@argocd/argocd/inflated base head unchanged"]);
  });

  it("to the reason why it cannot be told", async () => {
    const planned = await plan(files, files);
    const parents = [made(planned, "helm:apps", application("elsewhere", "nowhere"))];
    expect(lines(await planned.follow({ base: parents, head: parents }))).toEqual(["manifests:nowhere@argocd/argocd/elsewhere base head unchanged remote-resource"]);
  });

  it("not where the configuration names what to look at", async () => {
    const planned = await plan(files, files, { targets: [{ kustomize: "web", name: null, loadRestrictor: "none" }] });
    expect(await planned.follow({ base: [], head: [{ by: "kustomize:web", objects: [] }] })).toEqual([]);
  });
});
