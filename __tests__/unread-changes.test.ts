// Changed files that say something of security contexts and that no target is made of, with the real renderer.

import { afterAll, describe, expect, it } from "@jest/globals";
import { defaultPolicy } from "../src/core/policy.ts";
import { discoverEverything, type Selection } from "../src/core/selection.ts";
import { runGate } from "../src/gate.ts";
import { changedLines } from "../src/git/changed-lines.ts";
import { renderer } from "./render/targets.ts";
import { pod } from "./support/pods.ts";
import { treeOf, type Stand } from "./support/tree.ts";

type Files = Readonly<Record<string, Stand>>;

const real = renderer({ workers: 1 });
afterAll(async () => real[Symbol.asyncDispose]());

/** `path:line` and whether it blocks, of what is said of changed files that nobody reads; the message alone on demand. */
async function remarks(base: Files | null, head: Files, selection: Partial<Selection> = {}) {
  const report = await runGate(
    { base: base === null ? null : treeOf(base, "base"), head: treeOf(head, "head"), selection: { ...discoverEverything, ...selection }, policy: defaultPolicy, today: "2026-01-01", tool: { version: "0", engines: { helm: "0", kustomize: "0" } }, problems: [], policyNotes: [] },
    { render: (tree, target, predicted, charts) => real.render(tree, target, predicted, charts), changedLines, progress: () => undefined },
  );
  return report.problems.filter(({ kind }) => kind === "not-found");
}

const places = async (...given: Parameters<typeof remarks>) => (await remarks(...given)).map(({ path, line, blocking }) => `${path}:${line}${blocking ? " blocks" : ""}`);

const context = (profile: string, more = "") => `replicas: 1\n${more}podSecurityContext:\n  seccompProfile:\n    type: ${profile}\nimage: web\n`;
const template = (more = "") => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      securityContext: {{ toYaml .Values.podSecurityContext | nindent 8 }}\n      containers: [{ name: web, image: web${more} }]\n`;
const chart: Files = { "web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n", "web/values.yaml": context("RuntimeDefault"), "web/templates/web.yaml": template() };

/** Files with one of them that says RuntimeDefault on the base and Unconfined on the head. */
const weaker = (path: string, others: Files = chart): [Files, Files] => [{ ...others, [path]: context("RuntimeDefault") }, { ...others, [path]: context("Unconfined") }];

describe("changed files that no target is made of", () => {
  it.each(["web/values-prod.yaml", "web/env/prod.yaml", "env/prod.yaml", "env/prod.yaml.gotmpl", "values.yaml"])("are said to be: %s", async (path) => {
    expect(await places(...weaker(path))).toEqual([`${path}:2`]);
  });

  it.each([
    ["a chart's own values", "web/values.yaml"],
    ["values of chart-testing", "web/ci/prod-values.yaml"],
    ["tests of a chart", "web/tests/web_test.yaml"],
    ["what a test of kuttl expects", "test/e2e/01-assert.yaml"],
    ["the configuration", ".seccomp-gate.yaml"],
    ["what is no YAML", "docs/seccomp.md"],
  ])("are not %s", async (_, path) => {
    expect(await places(...weaker(path))).toEqual([]);
  });

  it("are not those that a template may read, unless they are called values", async () => {
    const reading = { ...chart, "web/templates/web.yaml": template(), "web/templates/note.yaml": "# {{ .Files.Get \"env/prod.yaml\" }}\n" };
    expect(await places(...weaker("web/env/prod.yaml", reading))).toEqual([]);
    expect(await places(...weaker("web/values-prod.yaml", reading))).toEqual(["web/values-prod.yaml:2"]);
  });

  it("are components that no kustomization uses, and what belongs to them", async () => {
    const kustomization = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{ path: patch.yaml }]\n";
    const patch = (profile: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      securityContext: { seccompProfile: { type: ${profile} } }\n`;
    const files = (profile: string): Files => ({ "part/kustomization.yaml": kustomization, "part/patch.yaml": patch(profile) });
    expect(await places(files("RuntimeDefault"), files("Unconfined"))).toEqual(["part/patch.yaml:7"]);
    const used = { "app/kustomization.yaml": "resources: [web.yaml]\ncomponents: [../part]\n", "app/web.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: web, image: web }] } } }\n" };
    expect(await places({ ...files("RuntimeDefault"), ...used }, { ...files("Unconfined"), ...used })).toEqual([]);
  });

  it("are new ones, and those that lost what they said", async () => {
    const [, head] = weaker("env/prod.yaml");
    expect(await places(chart, head)).toEqual(["env/prod.yaml:2"]);
    expect(await places(head, { ...head, "env/prod.yaml": "replicas: 1\n" })).toEqual(["env/prod.yaml:null"]);
    expect(await places(head, chart)).toEqual([]);
  });

  it("count by what they say of security contexts alone", async () => {
    const [base] = weaker("env/prod.yaml");
    expect(await places(base, { ...base, "env/prod.yaml": context("RuntimeDefault", "# podSecurityContext: moved\nother: 2\n") })).toEqual([]);
    expect(await places(base, { ...base, "env/prod.yaml": context("RuntimeDefault", "privileged: true\n") })).toEqual(["env/prod.yaml:2"]);
  });

  it("are named together, the first five of them", async () => {
    const files = (profile: string): Files => Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`env/${i}.yaml`, context(profile)]));
    const [remark, ...others] = await remarks(files("RuntimeDefault"), files("Unconfined"));
    expect(others).toEqual([]);
    expect(remark?.message).toBe("the change touches what `env/0.yaml`, `env/1.yaml`, `env/2.yaml`, `env/3.yaml`, `env/4.yaml` and 2 more say of security contexts, and no target is made of them, so what that does was not looked at");
  });

  it("are named with the chart that holds them", async () => {
    const [remark] = await remarks(...weaker("web/values-prod.yaml"));
    expect(remark?.remedy).toContain("name `{ helm: web, values: [web/values-prod.yaml] }` under `targets`");
  });

  it("are no news where the user chose what to look at, left them out, or there is nothing to compare with", async () => {
    const [base, head] = weaker("env/prod.yaml");
    expect(await places(base, head, { exclude: ["env"] })).toEqual([]);
    expect(await places(base, head, { exclude: ["en*"] })).toEqual([]);
    expect(await places(base, head, { only: ["helm:web"] })).toEqual([]);
    expect(await places(base, head, { targets: [{ manifests: "*.yaml", name: null, namespace: "default" }] })).not.toContain("env/prod.yaml:2");
    expect(await places(null, head)).toEqual([]);
  });

  it("are not those that a target names", async () => {
    const pods: Files = { "pods/a.yaml": pod("a", "RuntimeDefault") };
    expect(await places(pods, { "pods/a.yaml": pod("a", "Unconfined") })).toEqual([]);
    const release = (text: string): Files => ({ ...chart, "apps/web.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: web, namespace: argocd }\nspec:\n  source: { repoURL: https://example.com/here.git, path: web, helm: { valueFiles: [values-prod.yaml] } }\n  destination: { namespace: web }\n", "web/values-prod.yaml": text });
    expect(await places(release(context("RuntimeDefault")), release(context("Unconfined")), { repositories: ["https://example.com/here.git"] })).toEqual([]);
  });
});

describe("changed templates of workloads that render no container", () => {
  const switched = (privileged: boolean) => `{{- if .Values.agent }}\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: agent }\nspec:\n  template:\n    spec:\n      containers:\n        - name: agent\n          image: agent\n          securityContext:\n            privileged: ${privileged}\n{{- end }}\n`;
  const agent = (privileged: boolean, path = "web/templates/agent.yaml"): Files => ({ ...chart, [path]: switched(privileged) });

  it("are said to be", async () => {
    const [remark, ...others] = await remarks(agent(false), agent(true));
    expect(others).toEqual([]);
    expect(remark).toMatchObject({ path: "web/templates/agent.yaml", line: 11, blocking: false, message: "the change touches what `web/templates/agent.yaml` says of security contexts, and it renders no container with the values that are known, so what that does was not looked at" });
    expect(remark?.remedy).toContain("`{ helm: web, values: […] }`");
  });

  it("are new ones, too, also those of charts that are part of another", async () => {
    expect(await places(chart, agent(true))).toEqual(["web/templates/agent.yaml:11"]);
    const part = (privileged: boolean): Files => ({ ...chart, "web/charts/part/Chart.yaml": "apiVersion: v2\nname: part\nversion: 1.0.0\n", "web/charts/part/templates/agent.yaml": switched(privileged) });
    expect(await places(part(false), part(true))).toEqual(["web/charts/part/templates/agent.yaml:11"]);
  });

  it("are not those that some values switch on", async () => {
    const ci = { "web/ci/agent-values.yaml": "agent: true\n" };
    expect(await places({ ...agent(false), ...ci }, { ...agent(true), ...ci })).toEqual([]);
  });

  it.each<[string, Files, Files]>([
    ["say the same as before", agent(true), { ...agent(true), "web/templates/agent.yaml": `${switched(true)}# more\n` }],
    ["are no templates but parts of others", agent(false, "web/templates/_agent.yaml"), agent(true, "web/templates/_agent.yaml")],
    ["only define something", { ...chart, "web/templates/agent.yaml": `{{ define "agent" }}${switched(false)}{{ end }}` }, { ...chart, "web/templates/agent.yaml": `{{ define "agent" }}${switched(true)}{{ end }}` }],
    ["hold no workload", { ...chart, "web/templates/agent.yaml": "kind: Policy\nsecurityContext: {}\n" }, { ...chart, "web/templates/agent.yaml": "kind: Policy\nsecurityContext: { a: 1 }\n" }],
    ["are of a chart that does not render, which is said", { ...agent(false), "web/templates/broken.yaml": "{{ .Values.a.b.c }}" }, { ...agent(true), "web/templates/broken.yaml": "{{ .Values.a.b.c }}" }],
  ])("are not those that %s", async (_, base, head) => {
    expect(await places(base, head)).toEqual([]);
  });
});
