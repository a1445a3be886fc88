import { describe, expect, it } from "@jest/globals";
import { clusterWith, plainCluster } from "../../src/core/cluster.ts";
import { pairInventories, type Pair } from "../../src/core/diff.ts";
import { judge } from "../../src/core/judge.ts";
import { enrichEntries } from "../../src/core/enrich.ts";
import type { InventoryEntry } from "../../src/core/inventory.ts";
import { readKubeVersion } from "../../src/core/kube-version.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import type { Judgement } from "../../src/core/rule.ts";
import { rules } from "../../src/core/rules.ts";
import { addSeccompFacts, emptySets } from "../../src/core/seccomp/facts.ts";
import { indexProfiles, noProfiles, type ProfileIndex } from "../../src/core/seccomp/profile-index.ts";
import { entriesOf, inventoryOf, pod, standing, stands, type Stand } from "./manifests.ts";

const letters = {
  ".": [],
  "U": ["newly-unconfined"],
  "P": ["newly-privileged"],
  "R": ["profile-removed"],
  "A": ["added-without-profile"],
  "I": ["invalid-profile"],
  "W": ["profile-weakened"],
} as const;

const severities: Readonly<Record<string, string>> = { W: "warning" };

const heads: readonly (Stand | null)[] = [null, "RuntimeDefault", "Localhost a", "Localhost b", "Unconfined", "privileged", "Unset", "Invalid a", "Invalid b", "Windows"];

/** Rows are the base, columns the head: no container, then in the order of `stands`. */
const table: readonly (readonly [base: Stand | null, row: string])[] = [
  [null, ". . . . U P A I I ."],
  ["RuntimeDefault", ". . . . U P R I I ."],
  ["Localhost a", ". W . . U P R I I ."],
  ["Localhost b", ". W . . U P R I I ."],
  ["Unconfined", ". . . . . . . I I ."],
  ["privileged", ". . . . . . . I I ."],
  ["Unset", ". . . . U P . I I ."],
  ["Invalid a", ". . . . U P A . I ."],
  ["Invalid b", ". . . . U P A I . ."],
  ["Windows", ". . . . U P A I I ."],
];

function pairOf(base: Stand | null, head: Stand | null, seccompDefault: boolean, basis: Pair["basis"] = "read"): readonly Pair[] {
  const side = (stand: Stand | null) => (stand === null ? [] : [standing(stand, seccompDefault)]);
  return pairInventories(side(base), side(head), () => basis);
}

const spoken = (pairs: readonly Pair[]) => judge(pairs, [], defaultPolicy, "2026-01-01").map(({ finding }) => finding);

const cells = table.flatMap(([base, row]) => row.split(" ").map((letter, i) => [base, heads[i] ?? null, letter as keyof typeof letters] as const));

describe("which rule speaks", () => {
  it.each(cells)("from %s to %s: %s", (base, head, letter) => {
    expect(spoken(pairOf(base, head, false)).map(({ rule, severity }) => [rule, severity])).toEqual(letters[letter].map((rule) => [rule, severities[letter] ?? "error"]));
  });

  it.each(cells)("from %s to %s with seccompDefault: the same, and a note where the cluster confines, or a warning where it confined more before", (base, head, letter) => {
    const severity = letter === "R" ? (base === "RuntimeDefault" ? "note" : "warning") : letter === "A" ? "note" : (severities[letter] ?? "error");
    expect(spoken(pairOf(base, head, true)).map(({ rule, severity: own }) => [rule, own])).toEqual(letters[letter].map((rule) => [rule, severity]));
  });

  it.each(heads)("of a base that could not be read, and a head of %s: none", (head) => {
    expect(spoken(pairOf(null, head, false, "unread"))).toEqual([]);
  });

  it.each(cells.filter(([base]) => base === null))("in a scan, of %s to %s: as if it were new", (_, head, letter) => {
    expect(spoken(pairOf(null, head, false, "none")).map(({ rule }) => rule)).toEqual(letters[letter]);
  });
});

describe("where a profile moves without a change", () => {
  const profile = { securityContext: { seccompProfile: { type: "RuntimeDefault" } } };
  it.each([
    ["from the container to the pod", pod(profile), pod({}, profile)],
    ["from the pod to the container", pod({}, profile), pod(profile)],
    ["from privileged to Unconfined", stands.privileged, stands.Unconfined],
    ["from Unconfined to privileged", stands.Unconfined, stands.privileged],
  ])("%s, nobody speaks", (_, base, head) => {
    expect(spoken(pairInventories(entriesOf(base), entriesOf(head), () => "read"))).toEqual([]);
  });
});

const field = "`spec.containers[0].securityContext.seccompProfile`";
const app = "container `app` of Pod `default/it`";

describe("what a rule says", () => {
  it.each<[string, Stand | null, Stand, string, string]>([
    ["newly-unconfined, changed", "RuntimeDefault", "Unconfined", `${app} ran under RuntimeDefault (set at ${field}) and now runs Unconfined, by ${field}`, `At ${field} write \`type: RuntimeDefault\`, or remove the field if a profile is set above it.`],
    ["newly-unconfined, new", null, "Unconfined", `${app} is new and runs Unconfined, by ${field}`, `At ${field} write \`type: RuntimeDefault\`, or remove the field if a profile is set above it.`],
    [
      "newly-privileged",
      "Localhost a",
      "privileged",
      `${app} ran under Localhost (a.json) (set at ${field}) and now is privileged (\`spec.containers[0].securityContext.privileged\`), which drops any seccomp profile: it runs Unconfined`,
      "At `spec.containers[0].securityContext.privileged` write `privileged: false` and add the capabilities it needs under `capabilities.add`.",
    ],
    ["profile-removed", "RuntimeDefault", "Unset", `${app} ran under RuntimeDefault (set at ${field}) and now sets no profile: it runs Unconfined unless the kubelet sets \`seccompDefault\``, `Put the profile back: at ${field} write \`type: RuntimeDefault\`.`],
    ["profile-removed, Localhost", "Localhost a", "Unset", `${app} ran under Localhost (a.json) (set at ${field}) and now sets no profile: it runs Unconfined unless the kubelet sets \`seccompDefault\``, `Put the profile back: at ${field} write \`type: Localhost\` with \`localhostProfile: a.json\`.`],
    ["added-without-profile", null, "Unset", `${app} is new and has no seccomp profile, as no field gives it one: it runs Unconfined unless the kubelet sets \`seccompDefault\``, "At `spec.securityContext` write `seccompProfile: { type: RuntimeDefault }`."],
    [
      "invalid-profile",
      "RuntimeDefault",
      "Invalid a",
      `${app} has an invalid profile at ${field}: \`type: runtime/default\` is none of \`RuntimeDefault\`, \`Localhost\` and \`Unconfined\` (case counts)`,
      `At ${field} write \`type: RuntimeDefault\`, or \`type: Localhost\` with a \`localhostProfile\` relative to the kubelet's seccomp folder.`,
    ],
  ])("%s", (_, base, head, message, remedy) => {
    expect(spoken(pairOf(base, head, false)).map((finding) => [finding.message, finding.remedy])).toEqual([[message, remedy]]);
  });

  it.each<[Stand | null, string]>([
    ["RuntimeDefault", `${app} ran under RuntimeDefault (set at ${field}) and now sets no profile: nothing changes here, as \`cluster\` in the configuration says that kubelets set \`seccompDefault\`; on a vanilla cluster this container loses its profile`],
    [null, `${app} is new and has no seccomp profile, as no field gives it one: it runs under RuntimeDefault, as \`cluster\` in the configuration says that kubelets set \`seccompDefault\`; on a vanilla cluster it would run Unconfined`],
  ])("names what the cluster does: from %s", (base, message) => {
    expect(spoken(pairOf(base, "Unset", true)).map((finding) => finding.message)).toEqual([message]);
  });

  it("names the pod of a template, not of the object", () => {
    const job = JSON.stringify({ apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "j" }, spec: { jobTemplate: { spec: { template: { spec: { initContainers: [{ name: "i" }] } } } } } });
    const [finding] = spoken(pairInventories([], entriesOf(job), () => "read"));
    expect(finding?.message).toMatch(/^init container `i` of CronJob `default\/j` is new/);
    expect(finding?.remedy).toBe("At `spec.jobTemplate.spec.template.spec.securityContext` write `seccompProfile: { type: RuntimeDefault }`.");
  });

  it("says in a scan what is, not what is new", () => {
    expect(spoken(pairOf(null, "Unconfined", false, "none"))[0]?.message).toBe(`${app} runs Unconfined, by ${field}`);
  });

  it("is one sentence, one remedy, and does not name its rule", () => {
    for (const [base, head] of cells) {
      for (const { rule, message, remedy } of spoken(pairOf(base, head, false))) {
        expect(message).not.toMatch(/\.$|\n/);
        expect(message).not.toContain(rule);
        expect(remedy).toMatch(/\.$/);
      }
    }
  });
});

describe("an ephemeral container, which is refused whatever it asks for", () => {
  const debug = (securityContext: object | null): string => pod({}, { securityContext: { seccompProfile: { type: "RuntimeDefault" } }, ephemeralContainers: [{ name: "debug", ...(securityContext === null ? {} : { securityContext }) }] });
  const type = (name: string) => ({ seccompProfile: { type: name } });
  it.each<[string, object | null, object | null, string | null]>([
    ["from the pod's profile to none at all", null, type("Unconfined"), "it asked for RuntimeDefault and asks for Unconfined now"],
    ["to privileges", type("RuntimeDefault"), { privileged: true }, "it asked for RuntimeDefault and asks for Unconfined now"],
    ["to a profile", type("Unconfined"), type("RuntimeDefault"), null],
    ["to the same", type("Unconfined"), { privileged: true }, null],
  ])("%s", (_, base, head, message) => {
    const found = spoken(pairInventories(entriesOf(debug(base)), entriesOf(debug(head)), () => "read"));
    expect(found.map((finding) => [finding.rule, finding.message])).toEqual(message === null ? [] : [["invalid-profile", expect.stringContaining(message)]]);
  });

  it("got stronger or weaker by what it asks for", () => {
    const changes = (base: object, head: object) => pairInventories(entriesOf(debug(base)), entriesOf(debug(head)), () => "read").flatMap(({ head: entry, change }) => (entry?.container.type === "ephemeral" ? [change] : []));
    expect(changes(type("Unconfined"), type("RuntimeDefault"))).toEqual(["strengthened"]);
    expect(changes(type("RuntimeDefault"), type("Unconfined"))).toEqual(["weakened"]);
    expect(changes(type("RuntimeDefault"), { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } })).toEqual(["changed"]);
    expect(changes(type("RuntimeDefault"), type("RuntimeDefault"))).toEqual(["unchanged"]);
  });
});

describe("lost-from-view", () => {
  const rule = rules.find(({ id }) => id === "lost-from-view");
  const judged = (count: number): Judgement | null => {
    const unaccounted = Array.from({ length: count }, (_, i) => entriesOf(pod({ name: `c${i}` }))[0]).filter((entry) => entry !== undefined);
    return rule?.subject === "target" ? rule.judge({ id: "helm:a", path: "a", remains: "`a/templates/x.yaml` stayed", file: null, unaccounted }) : null;
  };

  it("says nothing when everything is accounted for", () => {
    expect(judged(0)).toBeNull();
  });

  it.each<[number, string]>([
    [1, "container `c0` of Pod `default/it`"],
    [5, "container `c4` of Pod `default/it`"],
    [6, "container `c4` of Pod `default/it` and 1 more"],
    [9, "container `c4` of Pod `default/it` and 4 more"],
  ])("names up to five of %i", (count, end) => {
    const message = judged(count)?.message ?? "";
    expect(message.startsWith("`helm:a` was rendered on the base and cannot be seen any more, though `a/templates/x.yaml` stayed; nobody looks at container `c0`")).toBe(true);
    expect(message.endsWith(end)).toBe(true);
  });
});

describe("the list of rules", () => {
  it("names each once, with words", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, summary } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(summary).toMatch(/^[A-Z].*[^.]$/);
    }
  });
});

describe("what is called weakened", () => {
  const inSandbox = (text: string): string => text.replace('"spec":{', '"spec":{"runtimeClassName":"gvisor",');
  const everywhere = [plainCluster, clusterWith(true)].flatMap((cluster) =>
    Object.entries(stands).flatMap(([name, text]) => [{ name, text, cluster }, { name: `${name} in a sandbox`, text: inSandbox(text), cluster }]),
  );
  const weakened = everywhere.flatMap((before) =>
    everywhere.flatMap((after) => {
      if (before.cluster !== after.cluster) return [];
      const sides = [before, after].map(({ text, cluster }) => entriesOf(text, { cluster }));
      const pairs = pairInventories(sides[0] ?? [], sides[1] ?? [], () => "read");
      return pairs.some(({ change }) => change === "weakened") ? [[before.name, after.name, pairs] as const] : [];
    }),
  );

  it("is a good deal", () => {
    expect(weakened.length).toBeGreaterThan(100);
  });

  it.each(weakened)("from %s to %s is never passed over in silence", (_before, _after, pairs) => {
    expect(spoken(pairs)).not.toEqual([]);
  });
});

const between = (base: readonly InventoryEntry[], head: readonly InventoryEntry[], basis: Pair["basis"] = "read") => spoken(pairInventories(base, head, () => basis));

// kubernetes/kubernetes#114947: since 1.27 nobody copies the annotations to the fields.
describe("dead-annotation", () => {
  const POD = "seccomp.security.alpha.kubernetes.io/pod";
  const APP = "container.seccomp.security.alpha.kubernetes.io/app";
  const MISSPELT = "container.security.alpha.kubernetes.io/app";
  const POLICY = "seccomp.security.alpha.kubernetes.io/defaultProfileName";
  const annotated = (annotations: Readonly<Record<string, string>>, container = {}, spec = {}) => entriesOf(pod(container, spec, { annotations }));
  const said = (base: readonly InventoryEntry[], head: readonly InventoryEntry[], basis: Pair["basis"] = "read") => between(base, head, basis).filter(({ rule }) => rule === "dead-annotation");
  const since = "seccomp annotations do nothing since Kubernetes 1.27";

  it.each<[string, readonly InventoryEntry[], string, string]>([
    ["the pod's", annotated({ [POD]: "runtime/default" }), `${app} has the annotation \`metadata.annotations[${POD}]: runtime/default\`, and ${since}: no field gives it a profile`, "Remove the annotation, and at `spec.securityContext` write `seccompProfile: { type: RuntimeDefault }`."],
    ["the container's", annotated({ [APP]: "localhost/a.json" }), `${app} has the annotation \`metadata.annotations[${APP}]: localhost/a.json\`, and ${since}: no field gives it a profile`, "Remove the annotation, and at `spec.containers[0].securityContext` write `seccompProfile: { type: Localhost, localhostProfile: a.json }`."],
    ["one that names no file", annotated({ [APP]: "localhost/" }), `${app} has the annotation \`metadata.annotations[${APP}]: localhost/\`, and ${since}: no field gives it a profile`, "Remove the annotation, and at `spec.containers[0].securityContext` write `seccompProfile: { type: RuntimeDefault }`."],
    [
      "a misspelt one, beside a field",
      annotated({ [MISSPELT]: "runtime/default" }, {}, { securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } } }),
      `${app} has the annotation \`metadata.annotations[${MISSPELT}]: runtime/default\`, and nobody reads this key; it was \`container.seccomp.security.alpha.kubernetes.io/…\` once: it runs under Localhost (a.json)`,
      "Remove the annotation, and at `spec.containers[0].securityContext` write `seccompProfile: { type: RuntimeDefault }`.",
    ],
    [
      "that of a PodSecurityPolicy",
      annotated({ [POLICY]: "runtime/default" }),
      `${app} has the annotation \`metadata.annotations[${POLICY}]: runtime/default\`, and nobody reads this key on a pod; it was for PodSecurityPolicies, which Kubernetes 1.25 removed: no field gives it a profile`,
      "Remove the annotation, and at `spec.securityContext` write `seccompProfile: { type: RuntimeDefault }`.",
    ],
    ["one that wants to be unconfined", annotated({ [POD]: "unconfined" }), `${app} has the annotation \`metadata.annotations[${POD}]: unconfined\`, and ${since}: no field gives it a profile`, "Remove the annotation."],
  ])("%s", (_, head, message, remedy) => {
    expect(said([], head).map((finding) => [finding.message, finding.remedy])).toEqual([[message, remedy]]);
  });

  it.each<[string, readonly InventoryEntry[], readonly InventoryEntry[], Pair["basis"], number]>([
    ["none on either side", annotated({}), annotated({}), "read", 0],
    ["the same as before", annotated({ [POD]: "unconfined" }), annotated({ [POD]: "unconfined" }), "read", 0],
    ["one that came", annotated({}), annotated({ [POD]: "unconfined" }), "read", 1],
    ["one that went", annotated({ [POD]: "unconfined" }), annotated({}), "read", 0],
    ["another value", annotated({ [POD]: "unconfined" }), annotated({ [POD]: "runtime/default" }), "read", 1],
    ["another key", annotated({ [POD]: "unconfined" }), annotated({ [APP]: "unconfined" }), "read", 1],
    ["a container that went with it", annotated({ [POD]: "unconfined" }), [], "read", 0],
    ["a base that could not be read", [], annotated({ [POD]: "unconfined" }), "unread", 0],
  ])("speaks of what is new: %s", (_, base, head, basis, count) => {
    expect(said(base, head, basis)).toHaveLength(count);
  });
});

// kubernetes/pod-security-admission: policy/check_seccompProfile_baseline.go, policy/check_seccompProfile_restricted.go
describe("admission-rejects", () => {
  const POD = "seccomp.security.alpha.kubernetes.io/pod";
  const template = (text: string) => JSON.stringify({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "it" }, spec: { template: { spec: JSON.parse(text).spec } } });
  const namespace = (labels: Readonly<Record<string, string>>) => JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata: { name: "default", labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value])) } });
  const inside = (labels: Readonly<Record<string, string>>, text: string) => enrichEntries(entriesOf(text), inventoryOf(namespace(labels)).objects);
  const said = (base: readonly InventoryEntry[], head: readonly InventoryEntry[], basis: Pair["basis"] = "read") => between(base, head, basis).filter(({ rule }) => rule === "admission-rejects");
  const open = { securityContext: { seccompProfile: { type: "Unconfined" } } };
  const lower = "if the pod cannot have one, lower the level of namespace `default` on purpose.";

  it.each<[string, readonly InventoryEntry[], string, string]>([
    ["no profile", inside({ enforce: "restricted" }, pod()), `${app} sets no seccomp profile, which Pod Security forbids in namespace \`default\` (enforce: restricted, latest): the API server will reject the pod`, `At \`spec.containers[0]\` write \`securityContext: {seccompProfile: {type: RuntimeDefault}}\`, or set it for the whole pod; ${lower}`],
    ["of a template", inside({ enforce: "restricted" }, template(pod())), "container `app` of Deployment `default/it` sets no seccomp profile, which Pod Security forbids in namespace `default` (enforce: restricted, latest): the API server will reject the pods", `At \`spec.template.spec.containers[0]\` write \`securityContext: {seccompProfile: {type: RuntimeDefault}}\`, or set it for the whole pod; ${lower}`],
    ["a warning", inside({ warn: "restricted" }, pod()), `${app} sets no seccomp profile, which Pod Security forbids in namespace \`default\` (warn: restricted, latest): the API server warns whoever applies it`, `At \`spec.containers[0]\` write \`securityContext: {seccompProfile: {type: RuntimeDefault}}\`, or set it for the whole pod; ${lower}`],
    ["the container's field", inside({ enforce: "baseline" }, pod(open)), `${app} has \`Unconfined\` at ${field}, which Pod Security forbids in namespace \`default\` (enforce: baseline, latest): the API server will reject the pod`, `At ${field} write \`type: RuntimeDefault\`, or remove the field; ${lower}`],
    ["the pod's field", inside({ enforce: "restricted" }, pod({}, open)), `${app} is in a pod that has \`Unconfined\` at \`spec.securityContext.seccompProfile\`, which Pod Security forbids in namespace \`default\` (enforce: restricted, latest): the API server will reject the pod`, `At \`spec.securityContext.seccompProfile\` write \`type: RuntimeDefault\`; ${lower}`],
    [
      "an annotation, by standards of before 1.19",
      inside({ enforce: "baseline", "enforce-version": "v1.18" }, pod({}, {}, { annotations: { [POD]: "unconfined" } })),
      `${app} is in a pod that has \`unconfined\` at \`metadata.annotations[${POD}]\`, which Pod Security forbids in namespace \`default\` (enforce: baseline, v1.18): the API server will reject the pod`,
      `Write \`runtime/default\` there, or raise the version of the namespace's standards, since Kubernetes ignores the annotation; ${lower}`,
    ],
  ])("%s", (_, head, message, remedy) => {
    expect(said([], head).map((finding) => [finding.message, finding.remedy])).toEqual([[message, remedy]]);
  });

  it.each<[string, readonly InventoryEntry[], readonly InventoryEntry[], Pair["basis"], number]>([
    ["rejected before too", inside({ enforce: "restricted" }, pod()), inside({ enforce: "restricted" }, pod()), "read", 0],
    ["warned of before", inside({ warn: "restricted" }, pod()), inside({ enforce: "restricted" }, pod()), "read", 1],
    ["rejected before, and only warned of now", inside({ enforce: "restricted" }, pod()), inside({ warn: "restricted" }, pod()), "read", 0],
    ["let pass before", inside({}, pod()), inside({ warn: "restricted" }, pod()), "read", 1],
    ["gone", inside({ enforce: "restricted" }, pod()), [], "read", 0],
    ["of a base that could not be read", [], inside({ enforce: "restricted" }, pod()), "unread", 0],
    ["that the API server does not take at all", [], inside({ enforce: "restricted" }, stands["Invalid a"]), "read", 0],
  ])("a pod %s", (_, base, head, basis, count) => {
    expect(said(base, head, basis)).toHaveLength(count);
  });
});

// https://cloud.google.com/kubernetes-engine/docs/concepts/seccomp-in-gke: Autopilot disallows custom profiles.
describe("a profile that the declared cluster does not let pods set", () => {
  const at = (platform: string | null, text: string) => entriesOf(text, { cluster: { ...plainCluster, everywhere: { platform, seccompDefault: null, scc: null } } });
  const refused = `${app} is new and asks for Localhost (a.json) (${field}), but GKE Autopilot refuses pods that set \`Localhost\``;

  it("is invalid there", () => {
    expect(between([], at("gke-autopilot", stands["Localhost a"])).map(({ rule, severity, message, remedy }) => [rule, severity, message, remedy])).toEqual([["invalid-profile", "warning", refused, `At ${field} write \`type: RuntimeDefault\`.`]]);
  });

  it.each<[string, readonly InventoryEntry[], number]>([
    ["another one before, for the same reason", at("gke-autopilot", stands["Localhost b"]), 0],
    ["a wrong one before", at("gke-autopilot", stands["Invalid a"]), 1],
    ["the same one before, on another cluster", at(null, stands["Localhost a"]), 1],
  ])("is new or not: %s", (_, base, count) => {
    expect(between(base, at("gke-autopilot", stands["Localhost a"])).filter(({ rule }) => rule === "invalid-profile")).toHaveLength(count);
  });

  it("says what to do where something else can be done", () => {
    const onOpenShift = entriesOf(stands["Localhost a"], { cluster: { ...plainCluster, everywhere: { platform: "openshift", seccompDefault: null, scc: "anyuid" } } });
    expect(between([], onOpenShift).map(({ remedy }) => remedy)).toEqual(["Have constraints admit the pod that give it a profile, such as `restricted-v2`; `anyuid` refuses every pod that sets one."]);
  });

  it("names the version whose kubelets refuse an empty path", () => {
    const empty = pod({ securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "" } } });
    const [finding] = between([], entriesOf(empty, { cluster: { ...plainCluster, kubeVersion: readKubeVersion("1.24.3") } }));
    expect(finding?.message).toMatch(/; Kubernetes 1\.24\.3 runs containers with an empty `localhostProfile` Unconfined \(CVE-2023-2431\)$/);
  });
});

describe("what it comes to that a container asks for Unconfined", () => {
  const at = (platform: string | null, scc: string | null = null) => ({ cluster: { ...plainCluster, everywhere: { platform, seccompDefault: null, scc } } });
  const sandboxed = pod({ securityContext: { seccompProfile: { type: "Unconfined" } } }, { runtimeClassName: "gvisor" });
  it.each<[string, readonly InventoryEntry[], readonly InventoryEntry[], string]>([
    ["where nothing was set, and nothing is known of the kubelets", entriesOf(pod()), entriesOf(stands.Unconfined), `runs Unconfined, by ${field}, even where the kubelet sets \`seccompDefault\``],
    ["where nothing was set, and the platform left that open", entriesOf(pod(), at("vanilla")), entriesOf(stands.Unconfined, at("vanilla")), `runs Unconfined, by ${field}: nothing changes here, as plain Kubernetes runs containers that set nothing Unconfined, but the field defeats \`seccompDefault\` and Pod Security's baseline`],
    ["where nothing was set, and the platform confined it", entriesOf(pod(), at("talos")), entriesOf(stands.Unconfined, at("talos")), `runs Unconfined, by ${field}`],
    ["in a sandbox", [], entriesOf(sandboxed), `asks to run Unconfined, by ${field}: nothing of the node's kernel opens, as runtime class \`gvisor\` is a sandbox with a kernel of its own`],
    ["where constraints refuse it", [], entriesOf(stands.Unconfined, at("openshift", "restricted-v2")), `asks to run Unconfined, by ${field}, though OpenShift's SCC \`restricted-v2\` refuses pods that set another profile than RuntimeDefault`],
  ])("%s", (_, base, head, words) => {
    const [message = ""] = between(base, head).filter(({ rule }) => rule === "newly-unconfined").map((finding) => finding.message);
    expect(message.endsWith(` ${words}`)).toBe(true);
  });
});

describe("a container that is put into pods of others", () => {
  const sidecar = (securityContext?: object): readonly InventoryEntry[] => entriesOf(JSON.stringify({ apiVersion: "apps.kruise.io/v1alpha1", kind: "SidecarSet", metadata: { name: "s" }, spec: { containers: [{ name: "log", image: "x", ...(securityContext === undefined ? {} : { securityContext }) }] } }));
  const own = { seccompProfile: { type: "RuntimeDefault" } };
  it.each<[string, readonly InventoryEntry[], readonly InventoryEntry[], readonly string[]]>([
    ["loses its own profile", sidecar(own), sidecar(), ["warning profile-removed"]],
    ["loses a profile of the nodes", sidecar({ seccompProfile: { type: "Localhost", localhostProfile: "a.json" } }), sidecar(), ["warning profile-removed"]],
    ["asks for nothing any more, after Unconfined", sidecar({ seccompProfile: { type: "Unconfined" } }), sidecar(), []],
    ["asks for nothing, as before", sidecar(), sidecar(), []],
    ["is new and asks for nothing", [], sidecar(), []],
  ])("%s", (_, base, head, expected) => {
    expect(between(base, head).map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(expected);
  });

  it("is told to get its profile back", () => {
    expect(between(sidecar(own), sidecar()).map(({ message, remedy }) => [message, remedy])).toEqual([
      [
        "container `log` of SidecarSet `s` ran under RuntimeDefault (set at `spec.containers[0].securityContext.seccompProfile`) and now sets no profile: it takes that of the pod that it is put into, which may have none",
        "Put the profile back: at `spec.containers[0].securityContext.seccompProfile` write `type: RuntimeDefault`.",
      ],
    ]);
  });
});

describe("localhost-missing", () => {
  const entry = (name: Stand, profiles: ProfileIndex, allowedLocalhostProfiles: readonly string[] | null = null): InventoryEntry => {
    const [one] = addSeccompFacts([standing(name)], { profiles, around: [], assume: () => "weakest", policy: { runtime: "containerd-2.3", allowedLocalhostProfiles } }, emptySets());
    if (one === undefined) throw new Error(name);
    return one;
  };
  const none = indexProfiles([], true, []);
  const many = indexProfiles(["read", "write", "close", "dup", "exit", "bind"].map((name, i) => ({ path: `${i}/a.json`, text: JSON.stringify({ defaultAction: "SCMP_ACT_ERRNO", syscalls: [{ names: [name], action: "SCMP_ACT_ALLOW" }] }) })), true, []);
  const missing = entry("Localhost a", none);
  const ambiguous = entry("Localhost a", many);
  const forbidden = entry("Localhost a", none, ["b.json"]);
  const unknown = entry("Localhost a", noProfiles);
  it.each<[string, InventoryEntry | null, InventoryEntry, Pair["basis"], string | null]>([
    ["a name that is new", null, missing, "read", "warning"],
    ["in a scan", null, missing, "none", "warning"],
    ["after another name", entry("Localhost b", none), missing, "read", "warning"],
    ["after what could not be read: it may have been so", null, missing, "unread", null],
    ["as it was", missing, missing, "read", null],
    ["that was known to be none before, and may be one of several now", missing, ambiguous, "read", "note"],
    ["that may not be used any more", unknown, forbidden, "read", "error"],
    ["that nobody can tell of", null, unknown, "read", null],
    ["that is none, after RuntimeDefault", entry("RuntimeDefault", none), missing, "read", "warning"],
    ["no name at all", missing, entry("RuntimeDefault", none), "read", null],
    ["of what was never looked up", null, standing("Localhost a"), "read", null],
  ])("%s", (_, base, head, basis, severity) => {
    const found = judge([{ base, head, basis, change: "changed", by: null }], [], defaultPolicy, "2026-01-01").map(({ finding }) => finding).filter(({ rule }) => rule === "localhost-missing");
    expect(found.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity]);
  });

  it("names five places at most", () => {
    const [message = ""] = judge([{ base: null, head: ambiguous, basis: "read", change: "added", by: null }], [], defaultPolicy, "2026-01-01").flatMap(({ finding }) => (finding.rule === "localhost-missing" ? [finding.message] : []));
    expect(message).toContain("which may be `0/a.json`, `1/a.json`, `2/a.json`, `3/a.json` or `4/a.json`: they differ");
  });
});

describe("a sandbox that is left", () => {
  const cluster = clusterWith(true);
  const profile = { securityContext: { seccompProfile: { type: "RuntimeDefault" } } };
  const sandboxed = (container: object = {}) => entriesOf(pod({ ...container }, { runtimeClassName: "gvisor" }), { cluster });
  it.each<[string, readonly InventoryEntry[], readonly InventoryEntry[], readonly string[]]>([
    ["for what the kubelet gives", sandboxed(), entriesOf(pod(), { cluster }), ["profile-weakened: runs under RuntimeDefault, which no field asks for, on the kernel of the node"]],
    ["for a profile", sandboxed(), entriesOf(pod(profile), { cluster }), [`profile-weakened: runs under RuntimeDefault (set at ${field}), on the kernel of the node`]],
    ["with the same profile", sandboxed(profile), entriesOf(pod(profile), { cluster }), [`profile-weakened: runs under RuntimeDefault (set at ${field}), on the kernel of the node`]],
    ["with the profile, which another rule says", sandboxed(profile), entriesOf(pod(), { cluster }), ["profile-removed: "]],
  ])("%s", (_, base, head, said) => {
    const found = spoken(pairInventories(base, head, () => "read")).map(({ rule, message }) => `${rule}: ${rule === "profile-weakened" ? message.slice(message.lastIndexOf("runs under")) : ""}`);
    expect(found).toEqual(said);
  });
});

describe("a privileged container in a sandbox", () => {
  it("opens nothing of the node's kernel, and says so", () => {
    const [message = ""] = between([], entriesOf(pod({ securityContext: { privileged: true } }, { runtimeClassName: "gvisor" }))).map((finding) => finding.message);
    expect(message).toMatch(/, which drops any seccomp profile: nothing of the node's kernel opens, as runtime class `gvisor` is a sandbox with a kernel of its own$/);
  });
});

describe("what the content of a profile comes to", () => {
  const content = (syscalls: readonly object[], defaultAction = "SCMP_ACT_ERRNO"): string => JSON.stringify({ defaultAction, syscalls });
  const entry = (name: Stand, text: string): InventoryEntry => {
    const [one] = addSeccompFacts([standing(name)], { profiles: indexProfiles([{ path: "p/a.json", text }, { path: "p/b.json", text }], true, []), around: [], assume: () => "weakest", policy: { runtime: "containerd-2.3", allowedLocalhostProfiles: null } }, emptySets());
    if (one === undefined) throw new Error(name);
    return one;
  };
  const said = (rule: string, base: InventoryEntry | null, head: InventoryEntry, basis: Pair["basis"] = "read") => judge([{ base, head, basis, change: "changed", by: null }], [], defaultPolicy, "2026-01-01").flatMap(({ finding }) => (finding.rule === rule ? [finding] : []));

  // opencontainers/runtime-spec: config-linux.md (seccomp)
  it.each<[number, RegExp]>([
    [1, /does not start: `syscalls\[0\]\.action` is `X0`, none of .*(?<! more)$/],
    [3, /`X0`.*`X1`.*`X2`(?!.* more$)/],
    [4, /`X0`.*`X1`.*`X2`(?!.*X3).* and 1 more$/],
    [6, / and 3 more$/],
  ])("names three of %i faults at most", (count, expected) => {
    const faulty = entry("Localhost a", content(Array.from({ length: count }, (_, i) => ({ names: ["read"], action: `X${i}` }))));
    expect(said("invalid-profile", null, faulty).map(({ message }) => message)).toEqual([expect.stringMatching(expected)]);
  });

  it("is no news under another name, nor where it was so", () => {
    const [a, b] = [entry("Localhost a", content([{ names: ["read"], action: "X" }])), entry("Localhost b", content([{ names: ["read"], action: "X" }]))];
    expect([said("invalid-profile", a, a), said("invalid-profile", a, b)]).toEqual([[], []]);
  });

  const openOne = entry("Localhost a", content([], "SCMP_ACT_ALLOW"));
  const closed = entry("Localhost a", content([{ names: ["read"], action: "SCMP_ACT_ALLOW" }]));
  it.each<[string, InventoryEntry | null, Pair["basis"], string, string]>([
    ["in a scan", null, "none", `${app} runs under Localhost (a.json), whose profile in \`p/a.json\` `, "error"],
    ["in a new container", null, "read", `${app} is new and runs under Localhost (a.json), whose profile in \`p/a.json\` `, "error"],
    ["that was another", closed, "read", `${app} still runs under Localhost (a.json), whose profile in \`p/a.json\` `, "error"],
    ["after RuntimeDefault", entry("RuntimeDefault", "{}"), "read", `${app} ran under RuntimeDefault (set at ${field}) and now runs under Localhost (a.json), whose profile in \`p/a.json\` `, "error"],
    ["after nothing that confined", entry("Unconfined", "{}"), "read", `${app} ran under Unconfined (set at ${field}) and now runs under Localhost (a.json), whose profile in \`p/a.json\` `, "note"],
  ])("is told where it lets everything through: %s", (_, base, basis, start, severity) => {
    const found = said("localhost-permissive", base, openOne, basis);
    expect(found.map((one) => [one.message.slice(0, start.length), one.severity])).toEqual([[start, severity]]);
  });

  it("is told where it changed, if the name did not", () => {
    const files = (base: InventoryEntry | null) => judge([{ base, head: openOne, basis: "read", change: "changed", by: null }], [], defaultPolicy, "2026-01-01").flatMap((judged) => (judged.finding.rule === "localhost-permissive" ? [judged.files] : []));
    expect([files(closed), files(entry("RuntimeDefault", "{}")), files(null)]).toEqual([[["p/a.json"]], [[]], [[]]]);
  });

  it("is not told twice", () => {
    expect(said("localhost-permissive", openOne, openOne)).toEqual([]);
    expect(said("localhost-permissive", openOne, entry("Localhost b", content([], "SCMP_ACT_ALLOW")))).toEqual([]);
  });
});

// moby/moby: profiles/seccomp/default.json (includes.caps), which containerd and CRI-O follow
describe("capabilities for which the same profile opens more", () => {
  const withCapabilities = (capabilities: object): InventoryEntry => {
    const [one] = addSeccompFacts(entriesOf(pod({ securityContext: { capabilities, seccompProfile: { type: "RuntimeDefault" } } })), { profiles: noProfiles, around: [], assume: () => "weakest", policy: { runtime: "containerd-2.3", allowedLocalhostProfiles: null } }, emptySets());
    if (one === undefined) throw new Error("no container");
    return one;
  };
  const opens = (names: string) => expect.stringMatching(new RegExp(`^${app.replaceAll(/[/]/g, "\\/")} runs under RuntimeDefault and now adds ${names} to its capabilities, for which the profile opens [1-9]\\d* system calls?`));
  it.each<[string, object, object, readonly unknown[]]>([
    ["none", {}, {}, []],
    ["one", {}, { add: ["SYS_ADMIN"] }, [["note", opens("`SYS_ADMIN`")]]],
    ["two", {}, { add: ["SYS_PTRACE", "SYS_ADMIN"] }, [["note", opens("`[A-Z_]+` and `[A-Z_]+`")]]],
    ["one more", { add: ["SYS_ADMIN"] }, { add: ["SYS_ADMIN", "SYS_MODULE"] }, [["note", opens("`SYS_MODULE`")]]],
    ["the same", { add: ["SYS_ADMIN"] }, { add: ["SYS_ADMIN"] }, []],
    ["one less", { add: ["SYS_ADMIN", "SYS_MODULE"] }, { add: ["SYS_ADMIN"] }, []],
    ["one that opens nothing", {}, { add: ["NET_BIND_SERVICE"] }, []],
    ["none that is dropped any more", { drop: ["ALL"] }, {}, []],
  ])("%s", (_, base, head, expected) => {
    const found = judge(pairInventories([withCapabilities(base)], [withCapabilities(head)], () => "read"), [], defaultPolicy, "2026-01-01").map(({ finding }) => finding);
    expect(found.map(({ rule, severity, message }) => [severity, rule === "profile-weakened" ? message : rule])).toEqual(expected);
  });

  it("say nothing where the filters are not known", () => {
    const unknown = entriesOf(pod({ securityContext: { capabilities: { add: ["SYS_ADMIN"] }, seccompProfile: { type: "RuntimeDefault" } } }));
    expect([between([withCapabilities({})], unknown), between(entriesOf(stands.RuntimeDefault), [withCapabilities({ add: ["SYS_ADMIN"] })])]).toEqual([[], []]);
  });
});

// openshift/apiserver-library-go: pkg/securitycontextconstraints/seccomp/strategy.go
describe("a profile that is taken away where nobody may set one", () => {
  const at = (text: string) => entriesOf(text, { cluster: { ...plainCluster, everywhere: { platform: "openshift", seccompDefault: null, scc: "anyuid" } } });
  it.each<[string, readonly InventoryEntry[], string, string]>([
    ["mends what could not run", at(stands.RuntimeDefault), "profile-removed", "warning"],
    ["and was none", at(stands["Invalid a"]), "added-without-profile", "error"],
  ])("%s", (_, base, rule, severity) => {
    expect(between(base, at(stands.Unset)).map((finding) => [finding.rule, finding.severity])).toEqual([[rule, severity]]);
  });
});
