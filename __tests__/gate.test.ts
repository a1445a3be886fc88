// Whole comparisons over trees in memory, with the real renderer: what is said when one side cannot be looked at.

import { afterAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { clusterWith } from "../src/core/cluster.ts";
import { defaultPolicy, type Policy } from "../src/core/policy.ts";
import type { Report } from "../src/core/report.ts";
import { discoverEverything, helmDefaults, type Selection } from "../src/core/selection.ts";
import { runGate, type Comparison, type Ports } from "../src/gate.ts";
import { changedLines } from "../src/git/changed-lines.ts";
import { renderer } from "./render/targets.ts";
import { chart, pod } from "./support/pods.ts";
import { treeOf, type Stand } from "./support/tree.ts";

type Files = Readonly<Record<string, Stand>>;

const real = renderer({ workers: 1 });
const rendered: string[] = [];
afterAll(async () => real[Symbol.asyncDispose]());

interface More {
  readonly selection?: Partial<Selection>;
  readonly policy?: Partial<Policy>;
  readonly ports?: Partial<Ports>;
  readonly comparison?: Partial<Comparison>;
}

function compare(base: Files | null, head: Files, more: More = {}): Promise<Report> {
  rendered.length = 0;
  return runGate(
    {
      base: base === null ? null : treeOf(base, "base"),
      head: treeOf(head, "head"),
      selection: { ...discoverEverything, ...more.selection },
      policy: { ...defaultPolicy, ...more.policy },
      today: "2026-01-01",
      tool: { version: "0", engines: { helm: "0", kustomize: "0" } },
      problems: [],
      policyNotes: [],
      ...more.comparison,
    },
    {
      render: (tree, target, predicted, charts) => {
        rendered.push(`${tree.revision} ${target.id}`);
        return real.render(tree, target, predicted, charts);
      },
      changedLines,
      progress: () => undefined,
      ...more.ports,
    },
  );
}

const rulesOf = ({ findings }: Report) => findings.map(({ rule, container }) => `${rule} ${container?.name ?? "-"}`);
const problemsOf = ({ problems }: Report) => problems.map(({ kind, side, blocking }) => `${kind} ${side}${blocking ? " blocks" : ""}`);

const confined = pod("a", "RuntimeDefault");
const open = pod("a", "Unconfined");
const unset = "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n";
const broken = "apiVersion: v1\nkind: Pod\nmetadata: [\n";

describe("a chart that demands values", () => {
  const demand = "{{ if not .Values.password }}{{ fail \"a password is needed\" }}{{ end }}";
  const demanding = (text: string, notes = demand): Files => ({ ...chart(text), "chart/templates/NOTES.txt": notes });
  const typed = (type: string): string => pod("a", "RuntimeDefault").replace("RuntimeDefault", type);
  const messagesOf = ({ problems }: Report) => problems.flatMap(({ side, message, blocking }) => (blocking ? [`${side}: ${message}`] : []));
  const looked = "the template stops the render: a password is needed; it was looked at with `demanded` in the place of what is demanded";

  it("is judged, and stays a problem", async () => {
    const report = await compare(demanding(confined), demanding(open));
    expect([report.verdict, rulesOf(report), messagesOf(report)]).toEqual(["fail", ["newly-unconfined a"], [`base: ${looked}`, `head: ${looked}`]]);
  });

  it("gets no verdict where nothing got weaker", async () => {
    const report = await compare(demanding(confined), demanding(`${confined}# more\n`));
    expect([report.verdict, rulesOf(report), messagesOf(report)]).toEqual(["no-verdict", [], [`base: ${looked}`, `head: ${looked}`]]);
  });

  it("is held against a base that demands nothing", async () => {
    const report = await compare(chart(confined), demanding(open));
    expect([report.verdict, rulesOf(report), messagesOf(report)]).toEqual(["fail", ["newly-unconfined a"], [`head: ${looked}`]]);
  });

  it("is not held against a head that demands nothing", async () => {
    const report = await compare(demanding(confined), chart(open));
    expect([report.verdict, rulesOf(report), messagesOf(report)]).toEqual(["no-verdict", [], ["base: the template stops the render: a password is needed; cannot say whether new: container `a` of Pod `default/a`"]]);
  });

  it("says nothing of a profile that is demanded", async () => {
    const profile = await compare(chart(confined), chart(typed('{{ required "a profile is needed" .Values.profile }}')));
    expect([profile.verdict, rulesOf(profile), profile.containers]).toEqual(["no-verdict", [], []]);
    const checked = await compare(demanding(confined), demanding(typed("{{ .Values.password }}")));
    expect([checked.verdict, rulesOf(checked)]).toEqual(["no-verdict", []]);
  });

  it("calls nothing new whose name is demanded, unless the base demands the same", async () => {
    const named = (name: string): string => `${unset.replace("name: a }", `name: ${name} }`)}      image: registry.example/a:1\n`;
    const needed = '{{ required "a name is needed" .Values.name }}';
    const first = await compare(chart(named("a")), chart(named(needed)));
    expect([first.verdict, rulesOf(first), messagesOf(first)]).toEqual(["no-verdict", [], ["head: the template stops the render: a name is needed; it was looked at with `demanded` in the place of what is demanded; cannot say whether new: container `a` of Pod `default/demanded`"]]);
    const second = await compare(chart(named(needed)), chart(`${named(needed)}---\n${named(`${needed}-b`)}`));
    expect([second.verdict, rulesOf(second)]).toEqual(["fail", ["added-without-profile a"]]);
    const renamed = await compare(chart(named(needed)), chart(named(`${needed}-b`)));
    expect([renamed.verdict, rulesOf(renamed), renamed.containers.map(({ was }) => was?.workload.name)]).toEqual(["no-verdict", [], ["demanded"]]);
  });

  it("describes no object twice for a name that is demanded", async () => {
    const named = (value: string): string => confined.replace("name: a", `name: {{ required "a name is needed" .Values.${value} }}`);
    const report = await compare(null, chart(`${named("one")}---\n${named("other")}`));
    expect([problemsOf(report), report.containers.length]).toEqual([["render-failed head blocks"], 2]);
  });
});

describe("a side that does not render", () => {
  it("blocks on the head, whatever the base was", async () => {
    const report = await compare(chart(confined), chart("{{ fail \"no\" }}"));
    expect([report.verdict, problemsOf(report), report.containers]).toEqual(["no-verdict", ["render-failed head blocks"], []]);
  });

  it("does not block on the base when the head repairs it and is confined", async () => {
    const report = await compare(chart("{{ fail \"no\" }}"), chart(confined));
    expect([report.verdict, problemsOf(report), report.containers.map(({ change }) => change)]).toEqual(["pass", ["render-failed base"], ["changed"]]);
  });

  it("blocks on the base when the head has what nobody can call old or new, and names it", async () => {
    const report = await compare(chart("{{ fail \"no\" }}"), chart(unset));
    expect([report.verdict, problemsOf(report), report.findings]).toEqual(["no-verdict", ["render-failed base blocks"], []]);
    expect(report.problems[0]?.message).toContain("cannot say whether new: container `a` of Pod `default/a`");
  });

  it("leaves every container of it unknown, wherever on the base the mistake was", async () => {
    const report = await compare({ ...chart(confined), "chart/templates/other.yaml": "{{ nope" }, chart(open));
    expect([report.verdict, report.findings, report.containers.map(({ change }) => change)]).toEqual(["no-verdict", [], ["changed"]]);
  });

  it("counts what the API refuses among what nobody can call old or new", async () => {
    const report = await compare(chart("{{ nope"), chart(confined.replace("RuntimeDefault", "runtime/default")));
    expect([report.verdict, problemsOf(report)]).toEqual(["no-verdict", ["render-failed base blocks"]]);
  });

  it.each([[10, "Pod `default/p9`"], [11, "Pod `default/p9` and 1 more"]])("names at most ten of %i", async (count, end) => {
    const pods = Array.from({ length: count }, (_, i) => pod(`p${i}`, "Unconfined")).join("---\n");
    const report = await compare(chart("{{ nope"), chart(pods));
    expect(report.problems[0]?.message.endsWith(end)).toBe(true);
  });

  it("is judged for what a chart renders without a dependency that is absent", async () => {
    const metadata = "apiVersion: v2\nname: chart\nversion: 1.0.0\ndependencies: [{ name: x, version: 1.0.0, repository: 'https://charts.example.org' }]\n";
    const report = await compare(chart(confined, "", metadata), chart(open, "", metadata));
    expect([report.verdict, rulesOf(report), new Set(problemsOf(report))]).toEqual(["fail", ["newly-unconfined a"], new Set(["missing-dependency base", "missing-dependency head"])]);
    expect(report.containers.map(({ container, head }) => `${container.name} ${head?.profile ?? "-"}`)).toEqual(["a Unconfined"]);
  });

  it("is not even tried where it is known to be in vain", async () => {
    const remote = (more: string): Files => ({ "k/kustomization.yaml": `resources: [web.yaml]\ncomponents: [https://git.example.org/x]\n${more}`, "k/web.yaml": confined });
    const report = await compare(remote(""), remote("namePrefix: x-\n"));
    expect([report.verdict, rendered]).toEqual(["no-verdict", []]);
    expect(report.targets.map(({ base, head }) => `${base} ${head}`)).toEqual(["unresolved unresolved"]);
  });

  it("blocks on the base when the chart is none any more and its templates stayed", async () => {
    const { "chart/Chart.yaml": _, ...rest } = chart("{{ fail \"no\" }}");
    expect((await compare(chart("{{ fail \"no\" }}"), rest)).verdict).toBe("no-verdict");
    expect((await compare(chart("{{ fail \"no\" }}"), {})).verdict).toBe("pass");
  });

  it("of a kustomization does not hide what it builds upon", async () => {
    const files = (web: string): Files => ({ "root/kustomization.yaml": "resources: [../app]\ncomponents: ['https://example.invalid/x']\n", "app/kustomization.yaml": "resources: [web.yaml]\n", "app/web.yaml": web });
    const report = await compare(files(confined), files(open));
    expect([report.verdict, report.findings.map(({ rule, target }) => [rule, target])]).toEqual(["fail", [["newly-unconfined", "kustomize:app"]]]);
    expect(report.problems.map(({ kind, target, blocking }) => [kind, target, blocking])).toContainEqual(["remote-resource", "kustomize:root", true]);
  });

  it("of a kustomization leaves to other ones what they build, and out what is excluded", async () => {
    const files = (web: string): Files => ({
      "root/kustomization.yaml": "resources: [../app, ../left]\ncomponents: ['https://example.invalid/x']\n",
      "other/kustomization.yaml": "resources: [../app]\n",
      "app/kustomization.yaml": "resources: [web.yaml]\n",
      "app/web.yaml": web,
      "left/kustomization.yaml": "resources: [web.yaml]\n",
      "left/web.yaml": web,
    });
    const report = await compare(files(confined), files(open), { selection: { exclude: ["left"] } });
    expect(report.targets.map(({ id }) => id)).toEqual(["kustomize:other", "kustomize:root"]);
  });

  it("of kustomizations in a circle is told once for each", async () => {
    const files = (word: string): Files => ({ "a/kustomization.yaml": `# ${word}\nresources: [../b]\ncomponents: ['https://example.invalid/x']\n`, "b/kustomization.yaml": "resources: [../a]\n" });
    const report = await compare(files("one"), files("two"));
    expect(report.targets.map(({ id }) => id)).toEqual(["kustomize:a", "kustomize:b"]);
  });

  it("of a kustomization without something that it reads does not hide what it builds upon either", async () => {
    const carry = "replacements:\n  - source: { kind: Deployment, name: elsewhere, fieldPath: metadata.name }\n    targets: [{ select: { kind: Pod }, fieldPaths: [metadata.annotations.x], options: { create: true } }]\n";
    const files = (web: string): Files => ({ "root/kustomization.yaml": `resources: [../app, 'https://example.invalid/x']\n${carry}`, "app/kustomization.yaml": "resources: [web.yaml]\n", "app/web.yaml": web });
    const report = await compare(files(confined), files(open));
    expect([report.verdict, report.findings.map(({ rule, target }) => [rule, target])]).toEqual(["fail", [["newly-unconfined", "kustomize:app"]]]);
    expect(report.problems[0]).toMatchObject({ kind: "remote-resource", target: "kustomize:root", blocking: true, message: expect.stringMatching(/without it the rest cannot be built: .*nothing selected by Deployment/) });
  });

  it("does not hide what another target shows: a finding outranks a problem", async () => {
    const report = await compare({ ...chart(confined), "p.yaml": confined }, { ...chart("{{ nope"), "p.yaml": open });
    expect([report.verdict, rulesOf(report), problemsOf(report)]).toEqual(["fail", ["newly-unconfined a"], ["render-failed head blocks"]]);
  });
});

describe("a kustomization with objects that are elsewhere", () => {
  const remote = "https://git.example.org/platform//agent?ref=v1";
  const files = (more: string, web = confined, others: Files = {}, address = remote): Files => ({ "k/kustomization.yaml": `resources: [web.yaml, "${address}"]\n${more}`, "k/web.yaml": web, ...others });
  const patch = (name: string, type: string): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { securityContext: { seccompProfile: { type: ${type} } } }\n`;
  const quoted = (text: string): string => JSON.stringify(text);
  const states = ({ targets }: Report): readonly string[] => targets.map(({ id, base, head }) => `${id} ${base} ${head}`);

  it.each<[string, Files, Files]>([
    ["its own files", files("", confined), files("", `${confined}# more\n`)],
    ["an image", files("images: [{ name: a, newTag: v1 }]\n"), files("images: [{ name: a, newTag: v2 }]\n")],
    ["a patch of an object that is there", files(`patches: [{ patch: ${quoted(patch("a", "RuntimeDefault"))} }]\n`), files(`patches: [{ patch: ${quoted(patch("a", "Localhost").replace("Localhost", "Localhost, localhostProfile: a.json"))} }]\n`)],
    ["a generator", files("configMapGenerator: [{ name: g, literals: [a=1] }]\n"), files("configMapGenerator: [{ name: g, literals: [a=2] }]\n")],
    ["what stands beside it in a base", { "o/kustomization.yaml": "resources: [../k]\nnamePrefix: x-\n", ...files("") }, { "o/kustomization.yaml": "resources: [../k]\nnamePrefix: x-\n", ...files("", `${confined}# more\n`) }],
  ])("is judged without them, and passes, when the change touches %s", async (_, base, head) => {
    const report = await compare(base, head);
    expect(report.problems.map(({ kind, blocking, message }) => [kind, blocking, message.endsWith("the change touches nothing that decides it")])).toEqual([["remote-resource", false, true], ["remote-resource", false, true]]);
    expect([report.verdict, states(report).every((state) => state.endsWith("rendered rendered"))]).toEqual(["pass", true]);
    expect(report.containers.length).toBe(1);
  });

  const component = (word: string): Files => ({ "c/kustomization.yaml": `kind: Component\npatches: [{ path: p.yaml, target: { kind: Pod } }]\n`, "c/p.yaml": patch("x", "RuntimeDefault") + word });
  const carried = (more: string): string => `replacements: [{ source: { kind: ConfigMap, name: m, fieldPath: data.a }, targets: [{ select: { kind: Pod }, fieldPaths: [metadata.labels.a], options: { create: true } }] }]\nconfigMapGenerator: [{ name: m, literals: [a=${more}] }]\n`;
  it.each<[string, Files, Files]>([
    ["the address", files(""), files("", confined, {}, "https://git.example.org/platform//agent?ref=v2")],
    ["where it is added", { "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": confined }, files("")],
    ["a patch with a target", files(`patches: [{ target: { kind: Pod, name: a }, patch: ${quoted(patch("a", "RuntimeDefault"))} }]\n`), files(`patches: [{ target: { kind: Pod }, patch: ${quoted(patch("a", "RuntimeDefault"))} }]\n`)],
    ["the file of a patch with a target", files("patches: [{ target: { kind: Pod }, path: p.yaml }]\n", confined, { "k/p.yaml": patch("a", "RuntimeDefault") }), files("patches: [{ target: { kind: Pod }, path: p.yaml }]\n", confined, { "k/p.yaml": `${patch("a", "RuntimeDefault")}# more\n` })],
    ["a patch of an object that is elsewhere", files("patches: [{ path: p.yaml }]\n", confined, { "k/p.yaml": patch("agent", "RuntimeDefault") }), files("patches: [{ path: p.yaml }]\n", confined, { "k/p.yaml": patch("agent", "Unconfined") })],
    ["the same in the old field", files("patchesStrategicMerge: [p.yaml]\n", confined, { "k/p.yaml": patch("agent", "RuntimeDefault") }), files("patchesStrategicMerge: [p.yaml]\n", confined, { "k/p.yaml": patch("agent", "Unconfined") })],
    ["the namespace", files(""), files("namespace: other\n")],
    ["a component", files("components: [../c]\n", confined, component("# one")), files("components: [../c]\n", confined, component("# two"))],
    ["a transformer", files("transformers: [t.yaml]\n", confined, { "k/t.yaml": "apiVersion: builtin\nkind: PatchTransformer\nmetadata: { name: t }\ntarget: { kind: Pod }\npath: p.yaml\n", "k/p.yaml": patch("x", "RuntimeDefault") }), files("transformers: [t.yaml]\n", confined, { "k/t.yaml": "apiVersion: builtin\nkind: PatchTransformer\nmetadata: { name: t }\ntarget: { kind: Pod }\npath: p.yaml\n", "k/p.yaml": `${patch("x", "RuntimeDefault")}# more\n` })],
    ["what a replacement carries over", files(carried("1")), files(carried("2"))],
    ["what an overlay does", { "o/kustomization.yaml": "resources: [../k]\nnamePrefix: x-\n", ...files("") }, { "o/kustomization.yaml": "resources: [../k]\nnamePrefix: y-\n", ...files("") }],
  ])("is judged without them, and blocks, when the change touches %s", async (_, base, head) => {
    const report = await compare(base, head);
    expect(report.verdict).toBe("no-verdict");
    expect(report.problems.filter(({ blocking }) => blocking).map(({ kind, path }) => [kind, path])).toContainEqual(["remote-resource", "k/kustomization.yaml"]);
    expect(report.containers.length).toBe(1);
  });

  it.each(["configMapGenerator", "secretGenerator"])("is judged whatever contents of a %s are elsewhere, and another address of them is no doubt", async (field) => {
    const dashboard = (version: number, web: string): Files => ({ "k/kustomization.yaml": `resources: [web.yaml]\n${field}: [{ name: board, files: ["board.json=https://git.example.org/v${version}/board.json"] }]\n`, "k/web.yaml": web });
    const same = await compare(dashboard(1, confined), dashboard(2, confined));
    expect([same.verdict, states(same), problemsOf(same)]).toEqual(["pass", ["kustomize:k rendered rendered"], ["remote-resource base", "remote-resource head"]]);
    const weaker = await compare(dashboard(1, confined), dashboard(1, open));
    expect([weaker.verdict, rulesOf(weaker)]).toEqual(["fail", ["newly-unconfined a"]]);
  });

  it("shows what the change does to the rest, though patches, replicas and generators aim at what is elsewhere", async () => {
    const aims = `patches: [{ path: p.yaml }]\nreplicas: [{ name: agent, count: 2 }, { name: other, count: 3 }]\nconfigMapGenerator: [{ name: agent, behavior: merge, literals: [a=b] }]\nsecretGenerator: [{ name: agent, behavior: replace, literals: [a=b] }]\n`;
    const both = `${patch("agent", "Unconfined")}---\n${patch("a", "RuntimeDefault")}`;
    const of = (web: string): Files => files(aims, web, { "k/p.yaml": both });
    const same = await compare(of(confined), of(`${confined}# more\n`));
    expect([same.verdict, same.containers.map(({ head }) => head?.profile)]).toEqual(["pass", ["RuntimeDefault"]]);
    const weaker = await compare(files(aims, confined, { "k/p.yaml": patch("agent", "Unconfined") }), files(aims, open, { "k/p.yaml": patch("agent", "Unconfined") }));
    expect([weaker.verdict, rulesOf(weaker)]).toEqual(["fail", ["newly-unconfined a"]]);
  });

  it("with charts that are elsewhere is judged without them", async () => {
    const charts = (tag: string): string => `helmCharts: [{ name: redis, repo: 'https://charts.example.org', version: 1.0.0, releaseName: r, valuesFile: values.yaml, valuesInline: { tag: ${tag} } }]\n`;
    const of = (inline: string, values: string, web = confined): Files => ({ "k/kustomization.yaml": `resources: [web.yaml]\n${charts(inline)}`, "k/values.yaml": values, "k/web.yaml": web });
    const verdicts = [await compare(of("a", "v: 1\n"), of("a", "v: 1\n", `${confined}# more\n`)), await compare(of("a", "v: 1\n"), of("b", "v: 1\n")), await compare(of("a", "v: 1\n"), of("a", "v: 2\n")), await compare(of("a", "v: 1\n"), of("a", "v: 2\n", open))];
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(["pass", "no-verdict", "no-verdict", "fail"]);
  });
});

describe("what surrounds a target that is gone", () => {
  const labelled = { "infra/namespace.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: { name: infra, labels: { pod-security.kubernetes.io/enforce: baseline } }\n" };
  const infra = { ...labelled, "infra/kustomization.yaml": "namespace: infra\nresources: [namespace.yaml]\nhelmCharts:\n  - { name: db, repo: https://charts.example.com, version: 1.0.0 }\n" };
  const app = { "app/kustomization.yaml": "resources: [pod.yaml]\n", "app/pod.yaml": confined };

  it("is looked at on both sides, so that nothing else seems to have changed", async () => {
    const { verdict, problems } = await compare({ ...infra, ...app }, infra);
    expect(problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect(verdict).toBe("pass");
    expect(rendered.filter((one) => one.includes("infra"))).toEqual([]);
  });

  it("is no doubt where only Pod Security could have something against what cannot be seen", async () => {
    const level = (name: string): Files => ({ "levels/infra.yaml": labelled["infra/namespace.yaml"].replace("baseline", name) });
    const chartElsewhere = { "infra/kustomization.yaml": infra["infra/kustomization.yaml"].replace("namespace.yaml", "pod.yaml"), "infra/pod.yaml": confined };
    const same = await compare({ ...chartElsewhere, ...level("privileged") }, { ...chartElsewhere, ...level("baseline") });
    expect([same.verdict, problemsOf(same), same.findings]).toEqual(["pass", ["remote-resource base", "remote-resource head"], []]);
    const refused = { ...chartElsewhere, "infra/pod.yaml": open };
    const judged = await compare({ ...refused, ...level("privileged") }, { ...refused, ...level("baseline") });
    expect([judged.verdict, rulesOf(judged), problemsOf(judged)]).toEqual(["pass", ["admission-rejects a"], ["remote-resource base", "remote-resource head"]]);
  });

  it("is a doubt where what cannot be seen may use a profile that has changed", async () => {
    const chartWithProfile = { "infra/kustomization.yaml": `${infra["infra/kustomization.yaml"].replace(", version: 1.0.0", ", version: 1.0.0, valuesInline: { localhostProfile: a.json }")}`, ...labelled };
    const profile = (action: string): Files => ({ "profiles/a.json": JSON.stringify({ defaultAction: action }) });
    const changed = await compare({ ...chartWithProfile, ...profile("SCMP_ACT_ERRNO") }, { ...chartWithProfile, ...profile("SCMP_ACT_ALLOW") }, { policy: { localhostProfiles: ["profiles/*.json"] } });
    expect([changed.verdict, problemsOf(changed)]).toEqual(["no-verdict", ["remote-resource base blocks", "remote-resource head blocks"]]);
  });
});

describe("a plain manifest that cannot be read", () => {
  it("blocks when the change touched it, and the documents beside it are judged", async () => {
    const report = await compare({ "p.yaml": confined }, { "p.yaml": `${open}---\n${broken}` });
    expect([report.verdict, rulesOf(report), problemsOf(report)]).toEqual(["fail", ["newly-unconfined a"], ["yaml head blocks"]]);
  });

  it("does not block when the change did not touch it", async () => {
    const report = await compare({ "b.yaml": broken, "p.yaml": confined }, { "b.yaml": broken, "p.yaml": `${confined}# a word\n` });
    expect([report.verdict, problemsOf(report)]).toEqual(["pass", ["yaml base", "yaml head"]]);
  });

  it("does not make what is new beside a mere remark look old", async () => {
    const twice = `${confined}---\n${confined}`;
    const report = await compare({ "p.yaml": twice }, { "p.yaml": `${twice}---\n${pod("b", "Unconfined")}` });
    expect([report.verdict, rulesOf(report), problemsOf(report)]).toEqual(["fail", ["newly-unconfined b"], ["duplicate-object base", "duplicate-object head"]]);
  });

  it("makes nothing look new or removed that may have been in it", async () => {
    const repaired = await compare({ "p.yaml": broken }, { "p.yaml": unset });
    expect([repaired.verdict, rulesOf(repaired)]).toEqual(["no-verdict", []]);
    const spoilt = await compare({ "p.yaml": unset }, { "p.yaml": broken });
    expect([spoilt.verdict, spoilt.containers]).toEqual(["no-verdict", []]);
  });
});

describe("what goes out of view", () => {
  const kustomization = { "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": confined };

  it("is found when a chart loses its Chart.yaml and keeps its templates", async () => {
    const { "chart/Chart.yaml": _, ...rest } = chart(`# {{ .Release.Name }}\n${confined}`);
    const report = await compare(chart(`# {{ .Release.Name }}\n${confined}`), { ...rest, "chart/templates/it.yaml": `{{ if .Values.on }}\n${confined}{{ end }}\n` });
    expect([report.verdict, rulesOf(report)]).toEqual(["fail", ["lost-from-view -"]]);
  });

  it("is not lost when a chart goes with all its files", async () => {
    const report = await compare({ ...chart(confined), "README.md": "x" }, { "README.md": "x" });
    expect([report.verdict, report.containers.map(({ change }) => change), report.targets.map(({ head }) => head)]).toEqual(["pass", ["removed"], ["absent"]]);
  });

  it("is not lost when a kustomization goes and its files stand for themselves", async () => {
    const report = await compare(kustomization, { "k/web.yaml": confined });
    expect([report.verdict, rulesOf(report)]).toEqual(["pass", []]);
  });

  it("is found when a folder becomes a submodule", async () => {
    const report = await compare(kustomization, { k: { submodule: true } });
    expect(rulesOf(report)).toEqual(["lost-from-view -"]);
    expect(report.findings[0]?.message).toContain("is now a submodule");
  });

  it("is found when a manifest becomes part of something that does not render it", async () => {
    const part = { "kustomization.yaml": "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nresources: [p.yaml]\n" };
    const report = await compare({ "p.yaml": confined }, { ...part, "p.yaml": confined });
    expect([report.verdict, rulesOf(report)]).toEqual(["fail", ["lost-from-view -"]]);
  });

  it("is not lost when an object is taken out of a file that is still read", async () => {
    const report = await compare({ "p.yaml": `${confined}---\n${pod("b", "RuntimeDefault")}` }, { "p.yaml": pod("b", "RuntimeDefault") });
    expect([report.verdict, rulesOf(report)]).toEqual(["pass", []]);
  });

  it("is a problem, not a loss, when a kustomization takes a manifest over and cannot be built", async () => {
    const report = await compare({ "p.yaml": confined }, { "p.yaml": confined, "kustomization.yaml": "resources: [p.yaml, missing.yaml]\n" });
    expect([report.verdict, rulesOf(report)]).toEqual(["no-verdict", []]);
    expect(problemsOf(report).every((problem) => problem.endsWith("head blocks"))).toBe(true);
  });

  it("is not lost when a kustomization takes a manifest over under another name", async () => {
    const report = await compare({ "p.yaml": confined }, { "p.yaml": confined, "kustomization.yaml": "namePrefix: x-\nresources: [p.yaml]\n" });
    expect(rulesOf(report)).toEqual([]);
  });
});

describe("a manifest that a kustomization lets go of", () => {
  const generated = { "k/kustomization.yaml": "configMapGenerator: [{ name: g, files: [addon.yaml] }]\n", "k/addon.yaml": unset };
  const released = { ...generated, "k/kustomization.yaml": "configMapGenerator: [{ name: g, literals: [a=b] }]\n" };
  const overlay = (prefix: string) => `resources: [../d]\nnamePrefix: ${prefix}-\npatches:\n  - target: { kind: Pod }\n    patch: |\n      - { op: add, path: /spec/securityContext, value: { seccompProfile: { type: RuntimeDefault } } }\n`;
  const overlays = { "d/kustomization.yaml": "resources: [web.yaml]\n", "d/web.yaml": unset, "one/kustomization.yaml": overlay("one"), "two/kustomization.yaml": overlay("two") };

  it("and that stays as it was is not new", async () => {
    const report = await compare(generated, released);
    expect([report.verdict, rulesOf(report)]).toEqual(["pass", []]);
    expect(report.containers.map(({ target, change }) => `${target} ${change}`)).toEqual(["manifests:k unchanged"]);
  });

  it("is new where the change wrote in it, or brought it", async () => {
    expect(rulesOf(await compare(generated, { ...released, "k/addon.yaml": `${unset}# a word\n` }))).toEqual(["added-without-profile a"]);
    expect(rulesOf(await compare({ "k/kustomization.yaml": released["k/kustomization.yaml"] }, released))).toEqual(["added-without-profile a"]);
  });

  it("is no excuse for what was patched, however many went", async () => {
    const { "d/web.yaml": web } = overlays;
    expect(rulesOf(await compare(overlays, { "d/web.yaml": web }))).toEqual(["added-without-profile a"]);
    const { "two/kustomization.yaml": _, ...single } = overlays;
    expect(rulesOf(await compare(single, { "d/web.yaml": web }))).toEqual(["added-without-profile a"]);
    const unbuildable = { ...single, "one/kustomization.yaml": `${overlay("one")}crds: [gone.yaml]\n` };
    expect(rulesOf(await compare(unbuildable, { "d/web.yaml": web }))).toEqual(["added-without-profile a"]);
  });
});

describe("what goes out of view, in part", () => {
  const overlay = { "b/web.yaml": confined, "b/kustomization.yaml": "resources: [web.yaml]\n", "o/kustomization.yaml": "resources: [../b]\nnamespace: prod\npatches: [{ path: patch.yaml }]\n", "o/patch.yaml": `${confined}# a word\n` };
  const { "o/kustomization.yaml": _, ...withoutKustomization } = overlay;
  const { "o/patch.yaml": __, ...withoutOverlay } = withoutKustomization;

  it("is not lost with an overlay that went as a whole: its base is there, and was", async () => {
    const report = await compare(overlay, withoutOverlay);
    expect([report.verdict, rulesOf(report)]).toEqual(["pass", []]);
    expect(report.containers.map(({ target, change }) => `${target} ${change}`)).toEqual(["kustomize:o removed"]);
  });

  it("is found when an overlay's kustomization goes and its patch stays, as something else than it was", async () => {
    const report = await compare(overlay, withoutKustomization);
    expect([report.verdict, rulesOf(report)]).toEqual(["fail", ["lost-from-view -"]]);
    expect(report.findings[0]?.message).toContain("nobody looks at container `a` of Pod `prod/a`");
    expect(report.findings[0]?.locations.map(({ path, line, precision }) => [path, line, precision])).toEqual([["o/patch.yaml", 1, "file"]]);
  });

  it("shows the file that stayed where others of its target are still read", async () => {
    const part = { "p/kustomization.yaml": "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nresources: [../d/a.yaml]\n" };
    const both = { "d/a.yaml": confined, "d/b.yaml": pod("b", "RuntimeDefault") };
    const report = await compare(both, { ...both, ...part });
    expect([report.verdict, rulesOf(report)]).toEqual(["fail", ["lost-from-view -"]]);
    expect(report.findings[0]?.locations.map(({ path }) => path)).toEqual(["d/a.yaml"]);
  });

  it("is not lost with an object that goes out of a file that is still read", async () => {
    const files = (web: string): Files => ({ "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": web });
    const report = await compare(files(`${confined}---\n${pod("b", "RuntimeDefault")}`), files(confined));
    expect([report.verdict, rulesOf(report), report.containers.map(({ change }) => change)]).toEqual(["pass", [], ["unchanged", "removed"]]);
  });

  it("can be exempted, by naming every workload of it", async () => {
    const exemption = { workload: "Pod/prod/a", container: null, image: null, line: null, rules: null, reason: "moved to another repository", expires: null };
    const report = await compare(overlay, withoutKustomization, { policy: { exemptions: [exemption] } });
    expect([report.verdict, report.summary.findings.exempted, report.findings[0]?.exemption?.reason]).toEqual(["pass", 1, "moved to another repository"]);
  });

  it("of a base that did not render is nobody's to tell, and does not block", async () => {
    const report = await compare({ ...chart("{{ nope"), "README.md": "x" }, { "README.md": "x" });
    expect([report.verdict, problemsOf(report), report.targets.map(({ base, head }) => `${base} ${head}`)]).toEqual(["pass", ["render-failed base"], ["unresolved absent"]]);
  });
});

describe("where a finding comes from", () => {
  const template = "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      securityContext: {{ toJson .Values.sc }}\n";
  const sc = "sc:\n  runAsUser: 0\n  seccompProfile: { type: RuntimeDefault }\n";
  const kustomization = (...patches: readonly string[]) => `resources: [web.yaml]\npatches:\n  - target: { kind: Pod }\n    patch: |-\n${patches.map((patch) => `      - ${patch}\n`).join("")}`;
  const open = "{ op: replace, path: /spec/securityContext/seccompProfile/type, value: Unconfined }";
  const renamed = "{ op: replace, path: /spec/containers/0/name, value: b }";
  const large = `${confined}# ${"x".repeat(5_000_000)}\n`;

  it.each<[string, Files, Files, string[]]>([
    ["values that changed", chart(template, sc), chart(template, sc.replace("RuntimeDefault", "Unconfined")), ["chart/values.yaml:3 in diff", "chart/templates/it.yaml:7"]],
    ["values that were taken away, behind what others took the place of", chart(template, `x: 0\na: 1\n${sc}z: 1\n`), chart(template, "new: 1\na: 1\nz: 1\n"), ["chart/values.yaml:2", "chart/templates/it.yaml:7"]],
    ["values in whose place there are others", chart(template, `${sc}z: 1\n`), chart(template, "sc:\n  runAsUser: 1\n  runAsGroup: 1\nz: 1\n"), ["chart/values.yaml:3 in diff", "chart/templates/it.yaml:7"]],
    ["not definitions, nor files that the chart only carries", { ...chart(template, sc), "chart/crds/x.yaml": "", "chart/files/x.yaml": "" }, { ...chart(template, sc.replace("RuntimeDefault", "Unconfined")), "chart/crds/x.yaml": "seccompProfile: {}\n", "chart/files/x.yaml": "seccompProfile: {}\n" }, ["chart/values.yaml:3 in diff", "chart/templates/it.yaml:7"]],
    ["a file that came", { "p.yaml": confined }, { "p.yaml": confined, "q.yaml": pod("b", "Unconfined") }, ["q.yaml:7 in diff"]],
    ["a patch inside a kustomization, before the resource whose field it replaced", { "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": confined }, { "k/kustomization.yaml": kustomization(open), "k/web.yaml": confined }, ["k/kustomization.yaml:5 in diff", "k/web.yaml:10"]],
    ["a resource as large as what projects publish to be installed", { "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": `# ${"x".repeat(4_000_000)}\n${confined}` }, { "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": `# ${"x".repeat(4_000_000)}\n${confined.replace("RuntimeDefault", "Unconfined")}` }, ["k/web.yaml:8 in diff"]],
    ["not what describes another workload, whose name is part of this one's", { "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": `${confined}---\n${confined.replace("name: a", "name: a-b")}` }, { "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": `${confined}---\n${confined.replace("name: a", "name: a-b").replace("RuntimeDefault", "Unconfined")}` }, ["k/web.yaml:19 in diff"]],
    ["the patch inside the kustomization, where no file has such a container", { "k/kustomization.yaml": kustomization(renamed), "k/web.yaml": confined }, { "k/kustomization.yaml": kustomization(renamed, open), "k/web.yaml": confined }, ["k/kustomization.yaml:6 in diff"]],
    ["the chart, where its template is too large to look into", chart(large), chart(large.replace("RuntimeDefault", "Unconfined")), ["chart/Chart.yaml:1"]],
  ])("%s", async (_, base, head, expected) => {
    const { findings } = await compare(base, head);
    expect(findings.map(({ locations }) => locations.map(({ path, line, inDiff }) => `${path}:${line}${inDiff ? " in diff" : ""}`))).toEqual([expected]);
  });
});

describe("what Flux and Argo CD deploy", () => {
  const kustomization = { "apps/kustomization.yaml": "resources: [web.yaml]\n", "apps/web.yaml": open };
  const flux = (namespace: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: apps, namespace: flux-system }\nspec:\n  path: ./apps\n  targetNamespace: ${namespace}\n  sourceRef: { kind: GitRepository, name: flux-system }\n`;
  const release = (name: string, profile: string) => `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: ${name}, namespace: flux-system }\nspec:\n  chart: { spec: { chart: ./chart, sourceRef: { kind: GitRepository, name: flux-system } } }\n  values: { profile: ${profile} }\n`;
  const ofRelease = chart("apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      securityContext: { seccompProfile: { type: {{ .Values.profile }} } }\n", "profile: RuntimeDefault\n");

  it("is compared with the folder as it was when it comes under Flux, whatever names it gets", async () => {
    const report = await compare(kustomization, { ...kustomization, "flux.yaml": flux("web") });
    expect([report.verdict, report.findings, report.containers.map(({ target, workload, change }) => `${target} ${workload.namespace} ${change}`)]).toEqual(["pass", [], ["kustomize:apps@flux/flux-system/apps web unchanged"]]);
  });

  it("may have a Kustomization and a HelmRelease of one name", async () => {
    const files = { ...kustomization, ...ofRelease, "flux.yaml": flux("web") };
    const report = await compare({ ...files, "apps.yaml": release("apps", "RuntimeDefault") }, { ...files, "apps.yaml": release("apps", "Unconfined") });
    expect(report.targets.map(({ id, head }) => `${id} ${head}`)).toEqual(["helm:chart unchanged", "helm:chart@flux/flux-system/apps rendered", "kustomize:apps@flux/flux-system/apps unchanged", "manifests:. unchanged"].map((line) => line.replace("manifests:. unchanged", "manifests:. rendered")));
    expect(rulesOf(report)).toEqual(["newly-unconfined a"]);
  });

  it("is in the namespace of its destination where it names none", async () => {
    const application = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: apps, namespace: argocd }\nspec:\n  destination: { namespace: shop }\n  source: { repoURL: https://git.example.org/a, path: apps }\n";
    const report = await compare(null, { ...kustomization, "app.yaml": application });
    expect(report.containers.map(({ target, workload }) => `${target} ${workload.namespace}`)).toEqual(["kustomize:apps@argocd/argocd/apps shop"]);
  });

  it("is looked at again when a file of its patches changes", async () => {
    const application = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: apps, namespace: argocd }\nspec:\n  source:\n    repoURL: https://git.example.org/a\n    path: apps\n    kustomize: { patches: [{ path: patch.yaml }] }\n";
    const patch = (type: string) => `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { securityContext: { seccompProfile: { type: ${type} } } }\n`;
    const files = { ...kustomization, "app.yaml": application };
    const report = await compare({ ...files, "apps/patch.yaml": patch("RuntimeDefault") }, { ...files, "apps/patch.yaml": patch("Unconfined") });
    expect(rulesOf(report)).toContain("newly-unconfined a");
  });

  it("is looked at again when a file comes or changes that Flux makes a kustomization of", async () => {
    const files = { "apps/web.yaml": confined, "flux.yaml": flux("web") };
    const changed = async (head: Files) => (await compare(files, head)).targets.find(({ engine }) => engine === "kustomize")?.head;
    expect([await changed(files), await changed({ ...files, "apps/web.yaml": open }), await changed({ ...files, "apps/b.yaml": pod("b", "RuntimeDefault") })]).toEqual(["unchanged", "rendered", "rendered"]);
  });

  it("is lost with a file that stays and is ignored, not with one that goes", async () => {
    const { "apps/b.yaml": b, ...rest }: Files = { "apps/web.yaml": confined, "apps/b.yaml": pod("b", "RuntimeDefault"), "flux.yaml": flux("web") };
    const both: Files = { ...rest, "apps/b.yaml": b ?? "" };
    const ignored = await compare(both, { ...both, ".sourceignore": "apps/b.yaml\n" });
    expect([ignored.verdict, rulesOf(ignored), ignored.findings.map(({ message }) => message.includes("nobody looks at container `b`"))]).toEqual(["fail", ["lost-from-view -"], [true]]);
    expect([(await compare(both, rest)).verdict, (await compare(both, { ...rest, ".sourceignore": "apps/b.yaml\n" })).verdict]).toEqual(["pass", "pass"]);
  });

  it("is looked at once: what Flux makes a kustomization of is no plain manifest as well", async () => {
    const report = await compare(null, { "apps/web.yaml": open, "flux.yaml": flux("web") });
    expect(report.containers.map(({ target }) => target)).toEqual(["kustomize:apps@flux/flux-system/apps"]);
    const other = await compare({ "apps/web.yaml": confined, "flux.yaml": flux("web") }, { "apps/web.yaml": open, "flux.yaml": flux("web") });
    expect(rulesOf(other)).toEqual(["newly-unconfined a"]);
  });

  it("is not passed over when a program would print it", async () => {
    const application = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a, namespace: argocd }\nspec:\n  source: { repoURL: https://git.example.org/a, path: apps, directory: { jsonnet: {} } }\n";
    const report = await compare(null, { "app.yaml": application, "apps/it.jsonnet": "{}", "apps/web.yaml": confined });
    const states = report.targets.map(({ engine, head }) => `${engine} ${head}`);
    expect([report.verdict, problemsOf(report), states]).toEqual(["no-verdict", ["refused head blocks"], expect.arrayContaining(["manifests unresolved"])]);
  });

  it("is told, and no doubt, where it is elsewhere and the change does not touch it", async () => {
    const remote = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a, namespace: argocd }\nspec:\n  source: { repoURL: https://charts.example.org, chart: app, targetRevision: 1.0.0 }\n";
    const files = { "app.yaml": remote };
    const untouched = await compare({ ...files, "p.yaml": confined }, { ...files, "p.yaml": confined.replace(":1", ":2") });
    expect([untouched.verdict, problemsOf(untouched), untouched.targets[0]]).toMatchObject(["pass", ["missing-dependency base", "missing-dependency head"], { head: "unresolved", declaredBy: { kind: "Application", name: "a" } }]);
    const touched = await compare(files, { "app.yaml": remote.replace("1.0.0", "1.0.1") });
    expect([touched.verdict, problemsOf(touched)]).toEqual(["no-verdict", ["missing-dependency base blocks", "missing-dependency head blocks"]]);
  });

  it("does not offer a command that a file could have written", async () => {
    const remote = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a, namespace: argocd }\nspec:\n  source: { repoURL: https://charts.example.org, chart: app, targetRevision: \"1'; curl evil #\" }\n";
    const { problems } = await compare(null, { "app.yaml": remote });
    expect(problems.map(({ remedy }) => remedy)).toEqual([expect.stringContaining("--version '1'\\''; curl evil #'`")]);
  });
});

describe("files that are no text", () => {
  const utf16 = Buffer.from(`\ufeff${confined}`, "utf16le");
  it.each<[string, Stand, string]>([
    ["in another encoding", utf16, "encoding head blocks"],
    ["Git LFS pointers", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "lfs-pointer head blocks"],
    ["links out of the repository", { link: "../x.yaml" }, "link-outside head blocks"],
  ])("block: %s", async (_, stand, expected) => {
    const report = await compare({ "p.yaml": confined }, { "p.yaml": confined, "q.yaml": stand });
    expect([report.verdict, problemsOf(report)]).toEqual(["no-verdict", [expected]]);
  });

  it("do not block where they were so before", async () => {
    const report = await compare({ "q.yaml": utf16, "p.yaml": confined }, { "q.yaml": utf16, "p.yaml": `${confined}# a word\n` });
    expect([report.verdict, problemsOf(report)]).toEqual(["pass", ["encoding base", "encoding head"]]);
  });
});

describe("the plan", () => {
  it("renders nothing that is byte for byte the same", async () => {
    const same = { ...chart(confined), "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": confined };
    const report = await compare({ ...same, "p.yaml": confined }, { ...same, "p.yaml": open });
    expect(rendered).toEqual([]);
    expect(report.targets.map(({ id, base, head }) => [id, base, head])).toEqual([
      ["helm:chart", "unchanged", "unchanged"],
      ["kustomize:k", "unchanged", "unchanged"],
      ["manifests:.", "rendered", "rendered"],
    ]);
  });

  it("says of a configured target that is on neither side that it is not there", async () => {
    const nowhere = { targets: [{ kustomize: "nowhere", name: null, loadRestrictor: "rootOnly" as const }] };
    const report = await compare({ "p.yaml": confined }, { "p.yaml": confined }, { selection: nowhere });
    expect([report.verdict, problemsOf(report)]).toEqual(["no-verdict", ["not-found head blocks"]]);
  });

  it("gives objects that name no namespace that of their release", async () => {
    const selection = { targets: [{ helm: "chart", name: null, settings: { ...helmDefaults, namespace: "prod" } }] };
    const report = await compare(chart(confined), chart(open), { selection });
    expect(report.findings.map(({ workload }) => workload.namespace)).toEqual(["prod"]);
  });

  it("says of a configured target that is on one side alone that it came or went", async () => {
    const selection = { targets: [{ kustomize: "k", name: null, loadRestrictor: "rootOnly" as const }] };
    const files = { "k/kustomization.yaml": "resources: [web.yaml]\n", "k/web.yaml": confined };
    const sides = async (base: Files, head: Files) => {
      const report = await compare(base, head, { selection });
      return [report.verdict, report.problems, report.targets.map((target) => `${target.base} ${target.head}`)];
    };
    expect(await sides({ "a.txt": "" }, files)).toEqual(["pass", [], ["absent rendered"]]);
    expect(await sides(files, { "a.txt": "" })).toEqual(["pass", [], ["rendered absent"]]);
  });

  it("of an empty repository passes, with nothing in it", async () => {
    const report = await compare({}, {});
    expect([report.verdict, report.targets, report.problems]).toEqual(["pass", [], []]);
  });
});

describe("a workload that several files describe", () => {
  it("is matched within each, so that a renamed container is none that came", async () => {
    const files = (name: string): Files => Object.fromEntries(["native", "with-metrics"].map((file) => [`install/${file}.yaml`, unset.replace("- name: a", `- name: ${name}\n      image: acme/web`)]));
    const report = await compare(files("webhook"), files("cleaner"));
    expect([report.verdict, rulesOf(report), report.containers.map(({ change, was }) => [change, was?.container.name])]).toEqual(["pass", [], [["unchanged", "webhook"], ["unchanged", "webhook"]]]);
  });
});

describe("a report", () => {
  const base = { ...chart(confined), "d/a.yaml": confined, "d/b.yaml": pod("b", "RuntimeDefault"), "e/c.yaml": unset };
  const head = { ...chart(open), "d/a.yaml": unset, "d/b.yaml": pod("b", "Unconfined"), "e/c.yaml": `${unset}      securityContext: { privileged: true }\n` };

  it("is the same whatever the order of the files", async () => {
    const reversed = (files: Files): Files => Object.fromEntries(Object.entries(files).reverse());
    const [one, two] = [await compare(base, head), await compare(reversed(base), reversed(head))];
    expect(rulesOf(one)).toEqual(["newly-unconfined a", "newly-unconfined b", "newly-privileged a", "profile-removed a"]);
    expect(two).toEqual(one);
  });

  it("is the same whichever rendering is done first, and tells how far it is", async () => {
    const charts = (template: string): Files => Object.fromEntries(["x", "y", "z"].flatMap((name) => Object.entries(chart(template)).map(([path, text]) => [`${name}/${path}`, text])));
    const steps: string[] = [];
    const run = (delays: readonly number[]) => {
      const left = [...delays];
      return compare(charts(confined), charts(open), {
        ports: {
          render: async (tree, target, predicted, charts) => {
            const answer = await real.render(tree, target, predicted, charts);
            await new Promise((done) => setTimeout(done, left.pop() ?? 0));
            return answer;
          },
          progress: (done, total) => void steps.push(`${done}/${total}`),
        },
      });
    };
    const [one, two] = [await run([0, 40, 0, 80, 0, 20]), await run([90, 0, 60, 0, 30, 0])];
    expect(two).toEqual(one);
    expect(one.findings.map(({ target }) => target)).toEqual(["helm:x/chart", "helm:y/chart", "helm:z/chart"]);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6].map((done) => `${done}/6`));
  });

  it("carries what was known before, and what the change of the policy would do", async () => {
    const problem = { kind: "stale-merge", side: "base", target: null, path: null, line: null, message: "m", remedy: "r", blocking: true } as const;
    const report = await compare({ "p.yaml": confined }, { "p.yaml": confined }, { comparison: { problems: [problem], policyNotes: ["a note"] } });
    expect([report.verdict, report.problems, report.policyNotes]).toEqual(["no-verdict", [problem], ["a note"]]);
  });

  it("of a scan calls everything added and nothing new", async () => {
    const report = await compare(null, head);
    expect([report.base, new Set(report.containers.map(({ change }) => change))]).toEqual([null, new Set(["added"])]);
    expect(report.findings.some(({ message }) => message.includes("is new"))).toBe(false);
    expect(report.verdict).toBe("fail");
  });

  it("marks two objects of one identity, and keeps both", async () => {
    const report = await compare({ "p.yaml": confined }, { "p.yaml": `${confined}---\n${open}` });
    expect([problemsOf(report), report.containers.map(({ change }) => change)]).toEqual([["duplicate-object head"], ["unchanged", "added"]]);
    expect(report.verdict).toBe("fail");
  });

  it("follows the cluster's default in severity, not in what it finds", async () => {
    const report = await compare({ "p.yaml": confined }, { "p.yaml": unset }, { policy: { cluster: clusterWith(true) } });
    expect([report.verdict, report.findings.map(({ rule, severity }) => [rule, severity])]).toEqual(["pass", [["profile-removed", "note"]]]);
  });
});

describe("whatever stands in plain manifests", () => {
  const text = fc.constantFrom(confined, open, unset, broken, pod("b", "RuntimeDefault"), pod("b", "Unconfined"), "kind: List\nitems: [\n", "# nothing\n", "a: b\n");
  const files = fc.dictionary(fc.constantFrom("p.yaml", "d/q.yaml", "d/r.yaml"), fc.array(text, { maxLength: 3 }).map((texts) => texts.join("---\n")), { maxKeys: 3 });

  it("a pass means that all of it was looked at and nothing became open", async () => {
    await fc.assert(
      fc.asyncProperty(files, files, async (base, head) => {
        const { verdict, problems, findings, containers } = await compare(base, head);
        if (verdict === "pass") expect([problems.filter(({ blocking }) => blocking), findings.filter(({ severity }) => severity === "error")]).toEqual([[], []]);
        const opened = containers.filter((row) => row.head?.profile === "Unconfined" && row.base?.profile !== "Unconfined");
        if (verdict === "pass") expect(opened).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("a repository compared with itself passes, even where it cannot be read", async () => {
    await fc.assert(
      fc.asyncProperty(files, async (both) => {
        const { verdict, containers, findings } = await compare(both, both);
        expect([verdict, containers, findings]).toEqual(["pass", [], []]);
      }),
      { numRuns: 40 },
    );
  });

  it("what one direction calls weakened the other calls strengthened", async () => {
    const mirrored = { added: "removed", removed: "added", weakened: "strengthened", strengthened: "weakened", changed: "changed", unchanged: "unchanged" } as const;
    const readable = fc.dictionary(fc.constantFrom("p.yaml", "d/q.yaml"), fc.constantFrom(confined, open, unset, pod("b", "Unconfined")), { maxKeys: 2 });
    await fc.assert(
      fc.asyncProperty(readable, readable, async (one, two) => {
        const [there, back] = [await compare(one, two), await compare(two, one)];
        // Rows stand where the head has them: what moved stands elsewhere the other way round.
        expect(back.containers.map(({ change }) => change).sort()).toEqual(there.containers.map(({ change }) => mirrored[change]).sort());
      }),
      { numRuns: 40 },
    );
  });
});
