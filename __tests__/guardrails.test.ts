// Whole comparisons of what protects containers from beside their manifests: which files are looked at, and what is said of them.

import { describe, expect, it } from "@jest/globals";
import { defaultPolicy, type Policy } from "../src/core/policy.ts";
import type { Rendering } from "../src/core/rendering.ts";
import type { Report } from "../src/core/report.ts";
import { discoverEverything, type Selection } from "../src/core/selection.ts";
import { runGate } from "../src/gate.ts";
import { changedLines } from "../src/git/changed-lines.ts";
import { treeOf } from "./support/tree.ts";

type Files = Readonly<Record<string, string>>;

interface More {
  readonly selection?: Partial<Selection>;
  readonly policy?: Partial<Policy>;
  /** What rendering a chart or a kustomization gives, by side. */
  readonly rendering?: (side: string) => Partial<Rendering>;
}

const nothing: Rendering = { sources: [], problems: [], opened: [], listed: [], missed: [] };

function compare(base: Files | null, head: Files, { selection = {}, policy = {}, rendering = () => ({}) }: More = {}): Promise<Report> {
  return runGate(
    {
      base: base === null ? null : treeOf(base, "base"),
      head: treeOf(head, "head"),
      selection: { ...discoverEverything, ...selection },
      policy: { ...defaultPolicy, ...policy },
      today: "2026-01-01",
      tool: { version: "0", engines: { helm: "0", kustomize: "0" } },
      problems: [],
      policyNotes: [],
    },
    { render: (tree) => Promise.resolve({ ...nothing, ...rendering(tree.revision) }), changedLines, progress: () => undefined },
  );
}

const said = ({ findings }: Report): readonly string[] =>
  findings.map(({ rule, severity, target, workload, locations, exemption }) => `${severity}${exemption === null ? "" : " (exempted)"} ${rule} ${target} ${workload.kind}/${workload.name} ${locations[0]?.path ?? "-"}:${locations[0]?.line ?? "-"}`);

const k3s = (value: string): string => `# the agents\nkubelet-arg:\n  - seccomp-default=${value}\n`;
const talos = (line: string): string => `version: v1alpha1\nmachine:\n  type: worker\n  kubelet:\n    image: kubelet\n${line}cluster: {}\n`;
const policy = (action: string): string => `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: seccomp }\nspec:\n  validationFailureAction: ${action}\n  rules:\n    - name: check\n      match: { any: [{ resources: { kinds: [Pod] } }] }\n      validate: { pattern: { spec: { securityContext: { seccompProfile: { type: RuntimeDefault } } } } }\n`;

describe("PodSecurityPolicies that are gone", () => {
  const psp = `apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: { name: agent, annotations: { seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default } }\nspec: {}\n`;
  const agent = `---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: agent }\nspec: { template: { spec: { containers: [{ name: agent, image: agent }] } } }\n`;
  const left = { "README.md": "x" };
  const chart = { "charts/agent/Chart.yaml": "apiVersion: v2\nname: agent\nversion: 1.0.0\n", "charts/agent/templates/all.yaml": "x" };
  const rendering = (text: string) => (side: string): Partial<Rendering> => (side === "base" ? { sources: [{ path: "charts/agent/templates/all.yaml", text, origin: "rendered" }], opened: Object.keys(chart) } : {});
  const warned = (target: string, at: string): readonly string[] => [`warning cluster-default-weakened ${target} PodSecurityPolicy/agent ${at}`];

  it.each<[string, Files, Files, readonly string[], string?]>([
    ["with the file that has their pods are no finding", { "a/all.yaml": psp + agent }, left, []],
    ["with a file of their own are one", { "a/psp.yaml": psp, "a/all.yaml": agent }, left, warned("manifests:a", "-:-")],
    ["from beside pods that stay are one", { "a/all.yaml": psp + agent }, { "a/all.yaml": agent }, warned("manifests:a", "a/all.yaml:1")],
    ["with the file that has their pods are one where another file has less", { "a/all.yaml": psp + agent }, { "a/psp.yaml": psp.replace(/, annotations.*?\} \}/, " }") }, warned("manifests:a", "a/psp.yaml:3")],
    ["with the chart of their pods are no finding", chart, left, [], psp + agent],
    ["with a chart that has no pods are one", chart, left, warned("helm:charts/agent", "-:-"), psp],
  ])("%s", async (_, base, head, expected, rendered = "") => {
    expect(said(await compare({ ...left, ...base }, head, { rendering: rendering(rendered) })).filter((one) => one.includes("PodSecurityPolicy"))).toEqual(expected);
  });
});

describe("findings on protections that are called the same", () => {
  const ns = (level: string): string => `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: ${level} } }\n`;

  it.each<[string, (level: string) => Files, number?]>([
    ["in two files", (level: string): Files => ({ "a/one.yaml": ns(level), "a/two.yaml": ns(level) })],
    ["in one", (level: string): Files => ({ "a/one.yaml": `${ns(level)}---\n${ns(level)}` })],
    ["without a name", (level: string): Files => ({ "a/config.yaml": k3s(String(level === "restricted")), "a/config.yml": k3s(String(level === "restricted")) })],
    ["three times", (level: string): Files => ({ "a/one.yaml": ns(level), "a/two.yaml": `${ns(level)}---\n${ns(level)}` }), 3],
  ])("%s have fingerprints of their own, the same ones from run to run", async (_, files, count = 2) => {
    const [first, second] = [await compare(files("restricted"), files("baseline")), await compare(files("restricted"), { "README.md": "x", ...files("baseline") })];
    const fingerprints = first.findings.map(({ fingerprint }) => fingerprint);
    expect(fingerprints).toHaveLength(count);
    expect(new Set(fingerprints).size).toBe(count);
    expect(second.findings.map(({ fingerprint }) => fingerprint)).toEqual(fingerprints);
  });
});

describe("how many containers depend on a protection", () => {
  const job = (name: string, namespace: string): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { containers: [{ name: a, image: i }] }\n`;
  const elsewhere = {
    "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
    "chart/templates/it.yaml": job("in-chart", "shop"),
    "jobs/a.yaml": job("in-file", "shop"),
    "jobs/b.yaml": job("other", "tools"),
  };
  const rendering = () => ({ sources: [{ path: "chart/templates/it.yaml", text: elsewhere["chart/templates/it.yaml"], origin: "rendered" as const }] });
  const last = ({ findings }: Report) => findings[0]?.message.split("; ").at(-1);

  it.each([
    ["of the cluster", "k3s/config.yaml", k3s("true"), k3s("false"), "all 3 containers looked at set no profile and depend on it"],
    ["of a namespace", "ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: baseline } }\n", "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n", "2 of the 3 containers looked at are in it"],
  ])("%s counts those of charts and files that did not change", async (_, path, before, after, dependents) => {
    const report = await compare({ ...elsewhere, [path]: before }, { ...elsewhere, [path]: after }, { rendering });
    expect(last(report)).toBe(dependents);
    // They are counted, and are no part of the change.
    expect(report.containers).toEqual([]);
  });

  it("says how many targets could not be looked at", async () => {
    const broken = () => ({ problems: [{ kind: "render-failed" as const, path: null, line: null, message: "no", remedy: "", blocking: true }] });
    const report = await compare({ ...elsewhere, "k3s/config.yaml": k3s("true") }, { ...elsewhere, "k3s/config.yaml": k3s("false") }, { rendering: broken });
    expect(last(report)).toBe("all 2 containers looked at (1 target could not be) set no profile and depend on it");
  });
});

describe("a namespace that asks for more", () => {
  it("has the pods that were there before judged again", async () => {
    const ns = (labels: string): string => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: { ${labels} }\n`;
    const files = { "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n", "chart/templates/it.yaml": "namespace: shop\n" };
    const text = (type: string): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: shop }\nspec: { containers: [{ name: a, securityContext: { seccompProfile: { type: ${type} } } }] }\n`;
    const rendering = (type: string) => () => ({ sources: [{ path: "chart/templates/it.yaml", text: text(type), origin: "rendered" as const }] });
    const [lax, strict] = [{ ...files, "cluster/ns.yaml": ns("") }, { ...files, "cluster/ns.yaml": ns("pod-security.kubernetes.io/enforce: baseline") }];
    const report = await compare(lax, strict, { rendering: rendering("Unconfined") });
    expect(said(report)).toEqual(["warning admission-rejects helm:chart Pod/p cluster/ns.yaml:5"]);
    expect(report.containers).toMatchObject([{ target: "helm:chart", change: "unchanged", podSecurity: { level: "baseline", baseline: "forbidden" } }]);
    expect(said(await compare(lax, strict, { rendering: rendering("RuntimeDefault") }))).toEqual([]);
    expect((await compare(strict, { ...strict, "README.md": "x" }, { rendering: rendering("Unconfined") })).findings).toEqual([]);
  });
});

describe("files without a kind", () => {
  it("are looked at though no target has them", async () => {
    const report = await compare({ "k3s/config.yaml": k3s("true") }, { "k3s/config.yaml": k3s("false") });
    expect(said(report)).toEqual(["error cluster-default-weakened manifests:k3s K3sConfig/config k3s/config.yaml:3"]);
    expect(report.verdict).toBe("fail");
  });

  it("are looked at though the head does not name the setting any more", async () => {
    const report = await compare({ "w.yaml": talos("    defaultRuntimeSeccompProfileEnabled: true\n") }, { "w.yaml": talos("") });
    expect(said(report)).toEqual(["error cluster-default-weakened manifests:. TalosConfig/w w.yaml:5"]);
  });

  it("are looked at beside documents with a kind", async () => {
    const document = "---\napiVersion: v1alpha1\nkind: HostnameConfig\nhostname: w\n";
    const report = await compare({ "w.yaml": talos("    defaultRuntimeSeccompProfileEnabled: true\n") + document }, { "w.yaml": talos("    defaultRuntimeSeccompProfileEnabled: false\n") + document });
    expect(said(report)).toEqual(["error cluster-default-weakened manifests:. TalosConfig/w w.yaml:6"]);
  });

  it("are not looked at where they are excluded, or in a chart", async () => {
    expect(said(await compare({ "k3s.yaml": k3s("true") }, { "k3s.yaml": k3s("false") }, { selection: { exclude: ["k3s.yaml"] } }))).toEqual([]);
    const chart = { "c/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n" };
    expect(said(await compare({ ...chart, "c/values.yaml": k3s("true") }, { ...chart, "c/values.yaml": k3s("false") }))).toEqual([]);
  });

  it("that cannot be read block, unless they stand for themselves no more", async () => {
    const broken = "kubelet-arg: [seccomp-default=true\n";
    const problems = ({ problems: found }: Report) => found.map(({ kind, side, path, blocking }) => `${kind} ${side} ${path ?? "-"} ${blocking}`);
    const report = await compare({ "k3s.yaml": k3s("true") }, { "k3s.yaml": broken });
    expect(problems(report)).toEqual(["yaml head k3s.yaml true"]);
    expect(problems(await compare({ "k3s.yaml": broken }, { "k3s.yaml": k3s("true") }))).toEqual(["yaml base k3s.yaml false"]);
  });

  it("of a kubelet are looked at by the ending that the kubelet wants", async () => {
    const part = (line: string): Files => ({ "README.md": "x", "node/kubelet.conf.d/20.conf": `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${line}\n`, "node/nginx.conf": `server { ${line} }\n` });
    expect(said(await compare(part("seccompDefault: true"), part("seccompDefault: false")))).toEqual(["error cluster-default-weakened manifests:node/kubelet.conf.d KubeletConfiguration/20 node/kubelet.conf.d/20.conf:3"]);
  });

  it("that are lists of operations are located by their line", async () => {
    const patch = (value: string): Files => ({ "README.md": "x", "patches/seccomp.yaml": `- op: replace\n  path: /machine/kubelet/defaultRuntimeSeccompProfileEnabled\n  value: ${value}\n` });
    expect(said(await compare(patch("true"), patch("false")))).toEqual(["error cluster-default-weakened manifests:patches TalosJSONPatch/seccomp patches/seccomp.yaml:3"]);
  });

  it("in TOML are located by their line", async () => {
    const toml = (value: string): string => `[settings.kubernetes]\n# seccomp-default = true\ncluster-name = "a"\nseccomp-default = ${value}\n`;
    expect(said(await compare({ "n/u.toml": toml("true") }, { "n/u.toml": toml("false") }))).toEqual(["error cluster-default-weakened manifests:n BottlerocketSettings/u n/u.toml:4"]);
  });
});

describe("what policy says", () => {
  it("holds for them", async () => {
    const exemption = { workload: "K3sConfig/config", container: null, image: null, rules: ["cluster-default-weakened"], reason: "told elsewhere", expires: null, line: null };
    const sides = [{ "k3s/config.yaml": k3s("true") }, { "k3s/config.yaml": k3s("false") }] as const;
    expect(said(await compare(...sides, { policy: { exemptions: [exemption] } }))).toEqual(["error (exempted) cluster-default-weakened manifests:k3s K3sConfig/config k3s/config.yaml:3"]);
    expect(said(await compare(...sides, { policy: { rules: { "cluster-default-weakened": "off" } } }))).toEqual([]);
    expect(said(await compare(...sides, { policy: { severities: [{ target: "k3s", rules: { "cluster-default-weakened": "note" } }] } }))).toEqual([expect.stringMatching(/^note /)]);
  });
});

describe("objects of targets", () => {
  const chart: Files = { "c/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n" };
  const source = (text: string) => ({ sources: [{ path: "c/templates/p.yaml", text, origin: "rendered" as const }], opened: ["c/Chart.yaml", "c/values.yaml"] });
  const sides = [{ ...chart, "c/values.yaml": "a: Enforce\n" }, { ...chart, "c/values.yaml": "a: Audit\n" }] as const;

  it("are compared as they are rendered", async () => {
    const report = await compare(...sides, { rendering: (side) => source(policy(side === "base" ? "Enforce" : "Audit")) });
    expect(said(report)).toEqual(["warning guardrail-weakened helm:c ClusterPolicy/seccomp c/values.yaml:1"]);
  });

  it("are missed where a kustomization names their file no more, whatever else the change touches", async () => {
    const files = (entry: string, more: string): Files => ({ "k/kustomization.yaml": `resources:\n- a.yaml\n${entry}`, "k/a.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n${more}`, "k/policies/seccomp.yaml": policy("Enforce") });
    const rendering = (side: string) => ({ sources: side === "base" ? [{ path: null, text: policy("Enforce"), origin: "rendered" as const }] : [], opened: ["k/a.yaml", "k/kustomization.yaml", ...(side === "base" ? ["k/policies/seccomp.yaml"] : [])] });
    const report = await compare(files("- policies/seccomp.yaml\n", ""), files("", "data: { a: b }\n"), { rendering });
    expect(said(report)).toEqual(["warning guardrail-weakened kustomize:k ClusterPolicy/seccomp k/kustomization.yaml:2"]);
    const folderItself = await compare(files("- policies/seccomp.yaml\n", ""), { "k/a.yaml": "", "k/policies/seccomp.yaml": policy("Enforce") }, { rendering });
    expect(said(folderItself)).toEqual([]); // whoever deletes the kustomization may apply the folder as it is
  });

  it("are not gone where their target cannot be rendered", async () => {
    const failed = { problems: [{ kind: "render-failed" as const, path: null, line: null, message: "no", remedy: "", blocking: true }] };
    expect(said(await compare(...sides, { rendering: (side) => (side === "base" ? source(policy("Enforce")) : failed) }))).toEqual([]);
    expect(said(await compare(...sides, { rendering: (side) => (side === "head" ? source(policy("Audit")) : failed) }))).toEqual([]);
  });

  it("may move from a file into a chart", async () => {
    const base = { ...sides[0], "p/policy.yaml": policy("Enforce") };
    expect(said(await compare(base, sides[1], { rendering: (side) => (side === "base" ? {} : source(policy("Enforce"))) }))).toEqual([]);
    expect(said(await compare(base, sides[1], { rendering: (side) => (side === "base" ? {} : source(policy("Audit"))) }))).toHaveLength(1);
  });
});

describe("what refers to profiles", () => {
  it("finds them in files that did not change", async () => {
    const group = "security-profiles-operator.x-k8s.io";
    const profile: Files = { "profiles/open.yaml": `apiVersion: ${group}/v1beta1\nkind: SeccompProfile\nmetadata: { name: open, namespace: shop }\nspec: { defaultAction: SCMP_ACT_ALLOW }\n` };
    const binding = `apiVersion: ${group}/v1alpha1\nkind: ProfileBinding\nmetadata: { name: b, namespace: shop }\nspec:\n  image: web:1\n  profileRef: { kind: SeccompProfile, name: open }\n`;
    expect(said(await compare(profile, { ...profile, "deploy/b.yaml": binding }))).toEqual(["error guardrail-weakened manifests:deploy ProfileBinding/b deploy/b.yaml:6"]);
  });
});

describe("what refers to policies", () => {
  const exception = "apiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: { name: x }\nspec:\n  match: { any: [{ resources: { kinds: [Pod] } }] }\n  exceptions: [{ policyName: seccomp, ruleNames: [check] }]\n";
  it("finds them in files that did not change", async () => {
    const policies = { "policies/seccomp.yaml": policy("Enforce") };
    expect(said(await compare(policies, { ...policies, "exceptions/x.yaml": exception }))).toEqual(["warning guardrail-weakened manifests:exceptions PolicyException/x exceptions/x.yaml:6"]);
    const others = { "policies/other.yaml": policy("Enforce").replace("seccompProfile", "seLinuxOptions") };
    expect(said(await compare(others, { ...others, "exceptions/x.yaml": exception }))).toEqual([]);
  });
});

it("a scan has nothing to compare with", async () => {
  expect(said(await compare(null, { "k3s/config.yaml": k3s("false"), "p.yaml": policy("Audit") }))).toEqual([]);
});

describe("what changes pods on their way in", () => {
  const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {securityContext: {seccompProfile: {type: RuntimeDefault}}, containers: [{name: app}]}\n";
  const kyverno = (mutate: string): string => `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: m}\nspec:\n  rules:\n    - name: r\n      match: {any: [{resources: {kinds: [Pod]}}]}\n      mutate:\n        ${mutate}\n`;
  const cel = (group: string, kind: string, expression: string): string => `apiVersion: ${group}\nkind: ${kind}\nmetadata: {name: m}\nspec:\n  mutations:\n    - patchType: ApplyConfiguration\n      applyConfiguration: {expression: '${expression}'}\n`;
  const gatekeeper = (location: string, value: string): string => `apiVersion: mutations.gatekeeper.sh/v1\nkind: Assign\nmetadata: {name: m}\nspec:\n  location: ${location}\n  parameters: {assign: {value: ${value}}}\n`;
  const unconfine = 'Object{spec: Object.spec{securityContext: Object.spec.securityContext{seccompProfile: Object.spec.securityContext.seccompProfile{type: "Unconfined"}}}}';

  it.each<[string, string, string]>([
    ["sets `Unconfined`", "Kyverno's rule", kyverno("patchStrategicMerge: {spec: {securityContext: {seccompProfile: {type: Unconfined}}}}")],
    ["sets `privileged: true`", "Kyverno's rule for each container", kyverno('foreach: [{list: request.object.spec.containers, patchStrategicMerge: {spec: {containers: [{(name): "{{ element.name }}", securityContext: {privileged: true}}]}}}]')],
    ["sets `privileged: true`", "Kyverno's rule in JSON patches", kyverno('patchesJson6902: "- {op: add, path: /spec/containers/0/securityContext/privileged, value: true}"')],
    ["removes `seccompProfile`", "Kyverno's rule that removes", kyverno('patchesJson6902: "- op: remove\\n  path: /spec/securityContext/seccompProfile"')],
    ["removes `seccompProfile`", "Kyverno's rule with null", kyverno("patchStrategicMerge: {spec: {securityContext: {seccompProfile: null}}}")],
    ["sets `Unconfined`", "Kubernetes' own policy", cel("admissionregistration.k8s.io/v1beta1", "MutatingAdmissionPolicy", unconfine)],
    ["sets `Unconfined`", "Kyverno's policy in CEL", cel("policies.kyverno.io/v1beta1", "MutatingPolicy", unconfine)],
    ["sets `Unconfined`", "Gatekeeper's assignment", gatekeeper("spec.securityContext.seccompProfile.type", "Unconfined")],
    ["sets `privileged: true`", "Gatekeeper's other assignment", gatekeeper('"spec.containers[name:*].securityContext.privileged"', "true")],
  ])("%s: %s", async (says, _, text) => {
    const report = await compare({ "pod.yaml": pod }, { "pod.yaml": pod, "policy.yaml": text });
    expect(said(report)).toEqual([expect.stringMatching(/^error guardrail-weakened manifests:\. \w+\/m policy\.yaml:\d+$/)]);
    expect(report.findings[0]?.message).toContain(`a mutation that ${says}`);
    expect(report.verdict).toBe("fail");
    expect(said(await compare({ "policy.yaml": text }, { "policy.yaml": `# the same\n${text}` }))).toEqual([]);
    expect(said(await compare({ "policy.yaml": text }, { "pod.yaml": pod }))).not.toContainEqual(expect.stringContaining("error"));
  });

  it("is only doubted when it may replace what it names", async () => {
    const report = await compare({ "pod.yaml": pod }, { "pod.yaml": pod, "policy.yaml": kyverno("patchStrategicMerge: {spec: {securityContext: {seccompProfile: {<(type): Unconfined, type: RuntimeDefault}}}}") });
    expect(said(report)).toEqual([expect.stringMatching(/^warning guardrail-weakened/)]);
  });

  it.each([
    kyverno("patchStrategicMerge: {spec: {securityContext: {seccompProfile: {type: RuntimeDefault}}}}"),
    kyverno("patchStrategicMerge: {spec: {containers: [{securityContext: {privileged: false, readOnlyRootFilesystem: true}}]}}"),
    gatekeeper("spec.securityContext.seccompProfile.type", "RuntimeDefault"),
  ])("is no trouble when it takes nothing away: %s", async (text) => {
    expect(said(await compare({ "pod.yaml": pod }, { "pod.yaml": pod, "policy.yaml": text }))).toEqual([]);
  });
});

describe("a class of sandboxes", () => {
  const runtimeClass = (handler: string, name = "gvisor"): string => `apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: ${name}}\nhandler: ${handler}\n`;
  const pod = (type: string, runtime = ""): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {${runtime}securityContext: {seccompProfile: {type: ${type}}}, containers: [{name: app}]}\n`;
  const inClass = pod("Unconfined", "runtimeClassName: gvisor, ");

  it("is none when its object names another handler", async () => {
    const report = await compare({ "a.yaml": pod("RuntimeDefault"), "class.yaml": runtimeClass("runc") }, { "a.yaml": inClass, "class.yaml": runtimeClass("runc") });
    expect(said(report)).toEqual(["error newly-unconfined manifests:. Pod/p a.yaml:4"]);
    expect(report.containers[0]?.head?.effective).toBe("Unconfined");
  });

  it("that comes with another handler fails by itself, too", async () => {
    const report = await compare({ "a.yaml": pod("RuntimeDefault") }, { "a.yaml": inClass, "class.yaml": runtimeClass("runc") });
    expect(said(report)).toEqual(["error newly-unconfined manifests:. Pod/p a.yaml:4", "error guardrail-weakened manifests:. RuntimeClass/gvisor class.yaml:4"]);
  });

  it("that gets another handler is told, though its pods did not change", async () => {
    const report = await compare({ "a.yaml": inClass, "class.yaml": runtimeClass("runsc") }, { "a.yaml": inClass, "class.yaml": runtimeClass("runc") });
    expect(said(report)).toContain("error guardrail-weakened manifests:. RuntimeClass/gvisor class.yaml:4");
  });

  it("is one with the handler of a sandbox, or without an object, or where the configuration says so", async () => {
    const isSandboxed = async (files: Files, policy: Partial<Policy> = {}): Promise<unknown> => (await compare({ "a.yaml": pod("RuntimeDefault"), ...files }, { "a.yaml": inClass, ...files }, { policy })).containers[0]?.head?.effective;
    expect(await isSandboxed({ "class.yaml": runtimeClass("runsc-kvm", "other") })).toBe("Sandboxed");
    expect(await isSandboxed({ "class.yaml": runtimeClass("kata-qemu") })).toBe("Sandboxed");
    expect(await isSandboxed({ "class.yaml": runtimeClass("vm") }, { cluster: { ...defaultPolicy.cluster, runtimeClasses: ["gvisor", "vm*"] } })).toBe("Sandboxed");
  });

  it("is one beside another class that is none", async () => {
    const files = { "a.yaml": pod("Unconfined", "runtimeClassName: kata, "), "b.yaml": inClass.replace("name: p", "name: q"), "class.yaml": runtimeClass("runc") };
    const { containers } = await compare({ ...files, "a.yaml": "" }, files);
    expect(containers.map(({ workload, head }) => [workload.name, head?.effective])).toEqual([["p", "Sandboxed"], ["q", "Unconfined"]]);
  });

  it("that is none leaves each container what it asks for", async () => {
    const two = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {runtimeClassName: gvisor, containers: [{name: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}, {name: b, securityContext: {seccompProfile: {type: Unconfined}}}]}\n";
    const { containers } = await compare({ "class.yaml": runtimeClass("runc") }, { "a.yaml": two, "class.yaml": runtimeClass("runc") });
    expect(containers.map(({ container, head }) => [container.name, head?.effective])).toEqual([["a", "RuntimeDefault"], ["b", "Unconfined"]]);
  });

  it("of another name is nobody's matter", async () => {
    expect(said(await compare({ "a.yaml": pod("RuntimeDefault") }, { "a.yaml": pod("RuntimeDefault"), "class.yaml": runtimeClass("nvidia", "nvidia") }))).toEqual([]);
  });
});
