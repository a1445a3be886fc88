import { describe, expect, it } from "@jest/globals";
import { clusterWith } from "../../src/core/cluster.ts";
import { pairInventories } from "../../src/core/diff.ts";
import { judge } from "../../src/core/judge.ts";
import { defaultPolicy, type ExemptionRule, type Policy } from "../../src/core/policy.ts";
import type { LostTarget } from "../../src/core/rule.ts";
import { rules } from "../../src/core/rules.ts";
import { guardsBetween, type Files } from "./guardrails/guards.ts";
import { entriesOf, pod, type Circumstances } from "./manifests.ts";

const today = "2026-06-15";
const open = { securityContext: { seccompProfile: { type: "Unconfined" } } };

/** Findings on containers that come into being. */
function judged(text: string, policy: Partial<Policy> = {}, lost: readonly LostTarget[] = [], circumstances: Circumstances = {}) {
  return judge(pairInventories([], entriesOf(text, circumstances), () => "read"), lost, { ...defaultPolicy, ...policy }, today).map(({ finding }) => finding);
}

const exempt = (more: Partial<ExemptionRule>): Partial<Policy> => ({ exemptions: [{ workload: "*/*", container: null, image: null, rules: null, reason: "because", expires: null, line: null, ...more }] });

const lostTarget = (...texts: readonly string[]): LostTarget => ({ id: "helm:a", path: "a", remains: "`a/x` stayed", file: "a/x", unaccounted: texts.flatMap((text) => entriesOf(text)) });

describe("severity", () => {
  it.each(["error", "warning", "note"] as const)("is what policy says: %s", (severity) => {
    expect(judged(pod(open), { rules: { "newly-unconfined": severity } }).map((finding) => finding.severity)).toEqual([severity]);
    expect(judged("a: 1", { rules: { "lost-from-view": severity } }, [lostTarget(pod())]).map((finding) => finding.severity)).toEqual([severity]);
  });

  it("of a rule that is off is silence, of that rule alone", () => {
    expect(judged(`${pod(open)}\n---\n${pod({}, {}, { name: "b" })}`, { rules: { "newly-unconfined": "off" } }).map(({ rule }) => rule)).toEqual(["added-without-profile"]);
    expect(judged("a: 1", { rules: { "lost-from-view": "off" } }, [lostTarget(pod())])).toEqual([]);
  });

  it("that policy gives goes before what the cluster makes of it", () => {
    expect(judged(pod(), { rules: { "added-without-profile": "error" } }, [], { cluster: clusterWith(true) }).map((finding) => finding.severity)).toEqual(["error"]);
    expect(judged(pod(), {}, [], { cluster: clusterWith(true) }).map((finding) => finding.severity)).toEqual(["note"]);
  });

  it("is a rule's own where policy only has what every object has", () => {
    expect(judged(pod(open), { rules: Object.create({ "newly-unconfined": "off" }) }).map((finding) => finding.severity)).toEqual(["error"]);
  });
});

describe("exemptions", () => {
  const text = pod({ ...open, name: "agent" }, {}, { name: "cilium-x1", namespace: "kube-system" });
  it.each<[string, Partial<ExemptionRule>, boolean]>([
    ["everything", {}, true],
    ["kind, namespace and name", { workload: "Pod/kube-system/cilium-x1" }, true],
    ["globs", { workload: "Po*/kube-*/cilium-?1" }, true],
    ["kind and name of any namespace", { workload: "Pod/cilium-*" }, true],
    ["another kind", { workload: "DaemonSet/kube-system/cilium-x1" }, false],
    ["another namespace", { workload: "Pod/default/cilium-x1" }, false],
    ["another name", { workload: "Pod/kube-system/cilium" }, false],
    ["a name alone", { workload: "cilium-x1" }, false],
    ["too many parts", { workload: "v1/Pod/kube-system/cilium-x1" }, false],
    ["no parts", { workload: "" }, false],
    ["another case", { workload: "pod/kube-system/cilium-x1" }, false],
    ["the container", { container: "agent" }, true],
    ["a glob of containers", { container: "ag*" }, true],
    ["another container", { container: "agen" }, false],
    ["the rule", { rules: ["newly-privileged", "newly-unconfined"] }, true],
    ["another rule", { rules: ["newly-privileged"] }, false],
    ["no rule", { rules: [] }, false],
    ["until tomorrow", { expires: "2026-06-16" }, true],
    ["until today", { expires: "2026-06-15" }, true],
    ["until yesterday", { expires: "2026-06-14" }, false],
  ])("%s: %j, %s", (_, exemption, expected) => {
    const found = judged(text, exempt(exemption));
    expect(found.map((finding) => finding.exemption)).toEqual([expected ? { reason: "because", expires: exemption.expires ?? null } : null]);
  });

  it("are asked in order, and the first that holds is named", () => {
    const [one, two] = [exempt({ reason: "one", expires: "2020-01-01" }), exempt({ reason: "two" })];
    expect(judged(text, { exemptions: [...(one.exemptions ?? []), ...(two.exemptions ?? [])] }).map(({ exemption }) => exemption?.reason)).toEqual(["two"]);
  });

  it("match names with a dot in front", () => {
    expect(judged(pod({ ...open, name: ".agent" }), exempt({ container: "*" }))[0]?.exemption).not.toBeNull();
    expect(judged(pod(open, {}, { name: ".agent" }), exempt({ workload: "Pod/*agent" }))[0]?.exemption).not.toBeNull();
  });

  it.each<[string, Partial<ExemptionRule>, boolean]>([
    ["every workload of it", { workload: "Pod/*" }, true],
    ["one of its two workloads", { workload: "Pod/a" }, false],
    ["the other", { workload: "Pod/b" }, false],
    ["only a container", { container: "*" }, false],
    ["another rule", { rules: ["newly-unconfined"] }, false],
  ])("of a lost target, naming %s: %j, %s", (_, exemption, expected) => {
    const lost = lostTarget(pod({}, {}, { name: "a" }), pod({}, {}, { name: "b" }));
    expect(judged("x: 1", exempt(exemption), [lost]).map((finding) => finding.exemption !== null)).toEqual([expected]);
  });
});

describe("order", () => {
  it("is by exemption, severity, rule, and then by name", () => {
    const pods = [
      pod({ securityContext: { privileged: true } }, {}, { name: "p" }),
      pod(open, {}, { name: "z" }),
      pod(open, {}, { name: "a" }),
      pod(open, {}, { name: "a", namespace: "another" }),
      pod(open, { initContainers: [{ name: "i", ...open }] }, { name: "m" }),
      pod({}, {}, { name: "unset" }),
      pod({ ...open, name: "let" }, {}, { name: "aa" }),
    ];
    const policy: Partial<Policy> = { rules: { "newly-privileged": "note", "added-without-profile": "warning" }, ...exempt({ container: "let" }) };
    const told = (texts: readonly string[]) => judged(texts.join("\n---\n"), policy, [lostTarget(pod())]).map(({ severity, rule, workload, container, exemption }) => [severity, rule, `${workload.namespace ?? ""}/${workload.name}`, container?.name ?? "-", exemption === null ? "" : "exempt"].join(" ").trim());
    expect(told(pods)).toEqual([
      "error newly-unconfined another/a app",
      "error newly-unconfined default/a app",
      "error newly-unconfined default/m app",
      "error newly-unconfined default/m i",
      "error newly-unconfined default/z app",
      "error lost-from-view default/it -",
      "warning added-without-profile default/unset app",
      "note newly-privileged default/p app",
      "error newly-unconfined default/aa let exempt",
    ]);
    expect(told(pods.toReversed())).toEqual(told(pods));
  });

  it("is the same whichever of two that differ in one thing comes first", () => {
    const job = (kind: string): string => JSON.stringify({ apiVersion: "batch/v1", kind, metadata: { name: "it" }, spec: { template: { spec: { containers: [{ name: "app", ...open }] } } } });
    const rayCluster = JSON.stringify({ apiVersion: "ray.io/v1", kind: "RayCluster", metadata: { name: "it" }, spec: { headGroupSpec: { template: { spec: { containers: [{ name: "app", ...open }] } } }, workerGroupSpecs: [{ groupName: "a", template: { spec: { containers: [{ name: "app", ...open }] } } }] } });
    const texts = [pod(open), pod({ ...open, name: "b" }, {}, { name: "two" }), pod({ ...open, name: "a" }, {}, { name: "two", namespace: "z" }), pod(open, { initContainers: [{ name: "app", ...open }] }, { name: "both" }), job("Job"), job("ReplicaSet").replace("batch/v1", "apps/v1"), rayCluster];
    const pairs = texts.flatMap((text) => pairInventories([], entriesOf(text), () => "read"));
    const told = (given: typeof pairs) => judge(given, [], defaultPolicy, today).map(({ finding: { workload, container } }) => `${workload.kind} ${workload.namespace ?? ""}/${workload.name} ${container?.type ?? ""} ${container?.pod ?? "-"} ${container?.name ?? ""}`);
    expect(told(pairs)).toHaveLength(9);
    expect(told(pairs.toReversed())).toEqual(told(pairs));
  });

  it("is by rule before it is by name", () => {
    const privileged = pod({ securityContext: { privileged: true } }, {}, { name: "a" });
    for (const texts of [[privileged, pod(open, {}, { name: "b" })], [pod(open, {}, { name: "b" }), privileged]]) {
      expect(judged(texts.join("\n---\n")).map(({ rule }) => rule)).toEqual(["newly-unconfined", "newly-privileged"]);
    }
  });

  it("of several targets is by target first", () => {
    const pairs = ["b", "a"].flatMap((target) => pairInventories([], entriesOf(pod(open), { target }), () => "read"));
    expect(judge(pairs, [], defaultPolicy, today).map(({ finding }) => finding.target)).toEqual(["a", "b"]);
  });
});

describe("a finding", () => {
  it("carries both postures, and its entry", () => {
    const [base, head] = [entriesOf(pod()), entriesOf(pod(open))];
    const [found] = judge(pairInventories(base, head, () => "read"), [], defaultPolicy, today);
    expect(found?.entry).toBe(head[0]);
    expect(found).toMatchObject({ base: base[0], lost: null, guard: null, files: [] });
    expect(found?.finding).toMatchObject({ base: base[0]?.posture, head: head[0]?.posture, container: { name: "app", type: "container" }, fix: null });
  });

  it("is none about a target of which everything is accounted for", () => {
    expect(judged("a: 1", {}, [lostTarget()])).toEqual([]);
  });

  it("about a lost target names the target, its first workload, and no container", () => {
    const lost = lostTarget(pod());
    const [found] = judge([], [lost], defaultPolicy, today);
    expect(found?.lost).toBe(lost);
    expect(found).toMatchObject({ entry: null, base: null, guard: null, files: [] });
    expect(found?.finding).toMatchObject({ rule: "lost-from-view", target: "helm:a", container: null, base: null, head: null, workload: { kind: "Pod", name: "it" } });
  });
});

describe("fingerprints", () => {
  const fingerprint = (text: string, circumstances: Circumstances = {}) => judged(text, {}, [], circumstances)[0]?.fingerprint;

  it("are these", () => {
    expect(fingerprint(pod(open))).toBe("1f70bd20af8eda42c39b215f58fd5ac3");
    expect(judged("a: 1", {}, [lostTarget(pod())])[0]?.fingerprint).toBe("7d6af7c136a578342dee5148e6773537");
  });

  it("do not depend on place, image, severity, policy, or the field that decides", () => {
    const same = [
      fingerprint(`# x\n\n---\n${pod(open)}`),
      fingerprint(pod({ ...open, image: "y:2" })),
      fingerprint(pod(open), { path: "other.yaml" }),
      fingerprint(pod({}, open)),
      fingerprint(pod(open, {}, { labels: { a: "b" } })),
      judged(pod(open), { rules: { "newly-unconfined": "note" }, ...exempt({}) })[0]?.fingerprint,
    ];
    expect(new Set(same)).toEqual(new Set([fingerprint(pod(open))]));
  });

  it("differ with rule, target, object and container", () => {
    const different = [
      fingerprint(pod(open)),
      fingerprint(pod()),
      fingerprint(pod(open), { target: "helm:x" }),
      fingerprint(pod(open, {}, { name: "b" })),
      fingerprint(pod(open, {}, { namespace: "b" })),
      fingerprint(pod({ ...open, name: "b" })),
    ];
    expect(new Set(different).size).toBe(different.length);
  });
});

it("speaks of containers by container rules only, and of targets by target rules only", () => {
  expect(new Set(judged(pod(open), {}, [lostTarget(pod())]).map(({ rule }) => rules.find(({ id }) => id === rule)?.subject))).toEqual(new Set(["container", "target"]));
  expect(judged("a: 1", {}, [lostTarget()])).toEqual([]);
});

describe("a finding about what stands beside the profile", () => {
  const annotation = "seccomp.security.alpha.kubernetes.io/pod";
  const text = pod({}, {}, { annotations: { [annotation]: "unconfined" } });
  const found = judge(pairInventories(entriesOf(pod()), entriesOf(text), () => "read"), [], defaultPolicy, today).find(({ finding }) => finding.rule === "dead-annotation");

  it("points there, and compares no postures", () => {
    expect(found?.entry?.field).toEqual(["metadata", "annotations", annotation]);
    expect(found?.finding).toMatchObject({ base: null, head: null, was: null });
  });
});

describe("a finding about a protection", () => {
  const label = "pod-security.kubernetes.io/";
  const namespace = (name: string, level: string, mode = "enforce") => `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { ${label}${mode}: ${level} } }\n`;
  const about = (base: Files, head: Files, policy: Partial<Policy> = {}) => judge([], [], { ...defaultPolicy, ...policy }, today, new Map(), guardsBetween(base, head));
  const lowered = (name = "shop", path = "ns.yaml", mode = "enforce") => [{ [path]: namespace(name, "restricted", mode) }, { [path]: namespace(name, "baseline", mode) }] as const;

  it("names its object and no container", () => {
    expect(about(...lowered()).map(({ finding, entry, lost, baseField }) => [finding.rule, finding.workload.kind, finding.workload.name, finding.container, finding.base, finding.head, entry, lost, baseField])).toEqual([["guardrail-weakened", "Namespace", "shop", null, null, null, null, null, null]]);
  });

  it("has the severity that policy gives, or none", () => {
    expect(about(...lowered(), { rules: { "guardrail-weakened": "error" } }).map(({ finding }) => finding.severity)).toEqual(["error"]);
    expect(about(...lowered(), { rules: { "guardrail-weakened": "off" } })).toEqual([]);
  });

  it.each<[string, Partial<ExemptionRule>, boolean]>([
    ["its object", { workload: "Namespace/shop" }, true],
    ["another object", { workload: "Namespace/other" }, false],
    ["its rule", { rules: ["guardrail-weakened"] }, true],
    ["another rule", { rules: ["newly-unconfined"] }, false],
    ["a container", { container: "*" }, false],
  ])("is exempted by naming %s: %j, %s", (_, exemption, expected) => {
    expect(about(...lowered(), exempt(exemption)).map(({ finding }) => finding.exemption !== null)).toEqual([expected]);
  });

  it("has a fingerprint of its file, its object and what was weakened, and of nothing else", () => {
    const of = (base: Files, head: Files) => about(base, head).map(({ finding }) => finding.fingerprint).join();
    const again = of({ "ns.yaml": namespace("shop", "restricted") }, { "ns.yaml": namespace("shop", "privileged") });
    const all = [of(...lowered()), of(...lowered("other")), of(...lowered("shop", "b.yaml")), of(...lowered("shop", "ns.yaml", "audit"))];
    expect(again).toBe(all[0]);
    expect(new Set(all).size).toBe(all.length);
  });

  it("has the same fingerprint when its object is gone", () => {
    const configuration = (level: string) => `apiVersion: pod-security.admission.config.k8s.io/v1\nkind: PodSecurityConfiguration\ndefaults: { enforce: ${level} }\n`;
    const prints = [{ "f.yaml": configuration("baseline") }, {}].map((head) => about({ "f.yaml": configuration("restricted") }, head as Files).map(({ finding }) => finding.fingerprint));
    expect(prints[0]).toHaveLength(1);
    expect(prints[1]).toEqual(prints[0]);
  });
});
