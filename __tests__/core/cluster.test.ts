// What the declared cluster makes of a container. One row per fact; the sources are in the tables of src/core.

import { describe, expect, it } from "@jest/globals";
import { placeOf, plainCluster, type Cluster, type NodeSettings } from "../../src/core/cluster.ts";
import { readKubeVersion } from "../../src/core/kube-version.ts";
import { platforms } from "../../src/core/platforms.ts";
import { securityContextConstraints } from "../../src/core/security-context-constraints.ts";
import { entryOf, pod, type Circumstances } from "./manifests.ts";

const settings = (more: Partial<NodeSettings>): NodeSettings => ({ platform: null, seccompDefault: null, scc: null, ...more });
const cluster = (more: Partial<NodeSettings>, version: string | null = null, rest: Partial<Cluster> = {}): Cluster => ({
  ...plainCluster,
  kubeVersion: version === null ? null : readKubeVersion(version),
  everywhere: settings(more),
  ...rest,
});
const ask = (type: string, more: object = {}) => pod({ securityContext: { seccompProfile: { type, ...more } } });
const own = ask("Localhost", { localhostProfile: "a.json" });
const effective = (text: string, circumstances: Circumstances): string => entryOf(text, circumstances).posture.effective;

describe("what becomes of a container that sets nothing", () => {
  it.each<[string, string | null, string]>([
    ["vanilla", null, "Unconfined"],
    ["vanilla", "1.20", "Unconfined"],
    ["kubeadm", "1.34", "Unconfined"],
    ["kind", null, "Unconfined"],
    ["minikube", null, "Unconfined"],
    ["microk8s", null, "Unconfined"],
    ["k3s", null, "Unconfined"],
    ["rke2", null, "Unconfined"],
    ["gke-standard", null, "Unconfined"],
    ["gke-autopilot", null, "RuntimeDefault"],
    ["eks-al2023", null, "Unconfined"],
    ["eks-bottlerocket", null, "RuntimeDefault"],
    ["eks-bottlerocket", "1.33", "RuntimeDefault"],
    ["eks-bottlerocket", "1.32.9", "Unconfined"],
    ["bottlerocket", "1.34", "RuntimeDefault"],
    ["bottlerocket", "1.31", "Unconfined"],
    ["aks", null, "Unconfined"],
    ["openshift", null, "RuntimeDefault"],
    ["openshift", "1.24", "RuntimeDefault"],
    ["openshift", "1.23", "Unconfined"],
    ["talos", null, "RuntimeDefault"],
  ])("on %s %s: %s", (platform, version, expected) => {
    const { posture } = entryOf(pod(), { cluster: cluster({ platform }, version) });
    expect(posture).toMatchObject({ profile: "Unset", effective: expected, cause: "none" });
    expect(posture.assumption).toContain(platform === "openshift" ? "OpenShift's SCC" : (platforms.find(({ id }) => id === platform)?.name ?? "?"));
    expect(entryOf(ask("Unconfined"), { cluster: cluster({ platform }, version) }).posture.effective).toBe("Unconfined");
  });

  it("is known of every platform of the table", () => {
    for (const { id } of platforms) expect(["Unconfined", "RuntimeDefault"]).toContain(effective(pod(), { cluster: cluster({ platform: id }) }));
  });

  it.each<[string, Partial<NodeSettings>, string]>([
    ["before the platform, on", { platform: "kind", seccompDefault: true }, "RuntimeDefault"],
    ["before the platform, off", { platform: "talos", seccompDefault: false }, "Unconfined"],
    ["alone", { seccompDefault: true }, "RuntimeDefault"],
    ["not before constraints that write the profile into the pod", { platform: "openshift", seccompDefault: false }, "RuntimeDefault"],
    ["but before those that do not", { platform: "openshift", scc: "privileged", seccompDefault: true }, "RuntimeDefault"],
  ])("seccompDefault counts %s", (_, more, expected) => {
    expect(effective(pod(), { cluster: cluster(more) })).toBe(expected);
  });

  it.each<[string, string]>([
    ["", "containers that set nothing run Unconfined unless the kubelet sets `seccompDefault`"],
    ["gke-autopilot", "GKE Autopilot runs containers that set nothing under RuntimeDefault"],
    ["k3s", "K3s runs containers that set nothing Unconfined, as far as is known"],
    ["eks-bottlerocket", "EKS with Bottlerocket on Kubernetes 1.33 and later runs containers that set nothing under RuntimeDefault"],
    ["eks-bottlerocket 1.34", "EKS with Bottlerocket on Kubernetes 1.34 runs containers that set nothing under RuntimeDefault"],
    ["vanilla 1.34", "plain Kubernetes runs containers that set nothing Unconfined"],
    ["openshift", "OpenShift's SCC `restricted-v2` gives RuntimeDefault to pods that set nothing"],
    ["openshift privileged", "OpenShift's SCC `privileged` leaves containers that set nothing Unconfined"],
  ])("the assumption in words: %s", (declared, words) => {
    const [platform = "", more = null] = declared.split(" ");
    const isVersion = more !== null && /^1/.test(more);
    const where = cluster({ platform: platform === "" ? null : platform, scc: isVersion ? null : more }, isVersion ? more : null);
    expect(entryOf(pod(), { cluster: where }).posture.assumption).toBe(words);
  });
});

describe("by namespace", () => {
  const declared = cluster({ seccompDefault: true }, null, {
    namespaces: [
      { namespace: "kube-*", settings: settings({ seccompDefault: false }) },
      { namespace: "kube-system", settings: settings({ seccompDefault: true }) },
      { namespace: "edge", settings: settings({ platform: "k3s" }) },
      { namespace: "shift", settings: settings({ platform: "openshift", scc: "anyuid" }) },
      { namespace: "*-ops", settings: settings({ seccompDefault: false }) },
    ],
  });
  it.each([
    ["shop", "RuntimeDefault"],
    ["kube-public", "Unconfined"],
    ["kube-system", "Unconfined"],
    ["edge", "Unconfined"],
    ["shift", "Unconfined"],
    [".hidden-ops", "Unconfined"],
  ])("%s: %s", (namespace, expected) => {
    expect(effective(pod(), { cluster: declared, namespace })).toBe(expected);
    expect(effective(pod({}, {}, { namespace }), { cluster: declared, namespace: "other" })).toBe(expected);
  });
});

describe("what a namespace does not declare", () => {
  const at = (everywhere: Partial<NodeSettings>, own: Partial<NodeSettings>) => cluster(everywhere, null, { namespaces: [{ namespace: "shop", settings: settings(own) }] });
  it.each<[string, Partial<NodeSettings>, Partial<NodeSettings>, string]>([
    ["the platform, where it names constraints", { platform: "openshift" }, { scc: "restricted-v2" }, "RuntimeDefault"],
    ["the constraints, where it names the kubelets' setting", { platform: "openshift", scc: "privileged" }, { seccompDefault: false }, "Unconfined"],
    ["the kubelets' setting, where it names constraints", { platform: "openshift", seccompDefault: true }, { scc: "privileged" }, "RuntimeDefault"],
    ["nothing, where it names another platform", { platform: "kind", seccompDefault: true }, { platform: "k3s" }, "Unconfined"],
    ["nothing, where it names the constraints' platform", { platform: "openshift", scc: "privileged" }, { platform: "openshift" }, "RuntimeDefault"],
  ])("is as everywhere: %s", (_, everywhere, own, expected) => {
    expect(effective(pod(), { cluster: at(everywhere, own), namespace: "shop" })).toBe(expected);
  });

  it("is as everywhere for what has no namespace", () => {
    const declared = cluster({ seccompDefault: true }, null, { namespaces: [{ namespace: "*", settings: settings({ seccompDefault: false }) }] });
    expect([placeOf(declared, null).unset.effective, placeOf(declared, "shop").unset.effective]).toEqual(["RuntimeDefault", "Unconfined"]);
  });
});

// openshift/apiserver-library-go: pkg/securitycontextconstraints/seccomp/strategy.go (Generate, validateProfile).
describe("OpenShift's constraints", () => {
  const columns = ["Unset", "RuntimeDefault", "Localhost", "Unconfined"] as const;
  const texts = { Unset: pod(), RuntimeDefault: ask("RuntimeDefault"), Localhost: own, Unconfined: ask("Unconfined") } as const;
  const comesTo = {
    default: ["RuntimeDefault", "RuntimeDefault", "Rejected", "Rejected"],
    any: ["Unconfined", "RuntimeDefault", "Localhost", "Unconfined"],
    none: ["Unconfined", "Rejected", "Rejected", "Rejected"],
  } as const;
  it.each(securityContextConstraints.map(({ name, profiles }) => [name, profiles] as const))("%s: %s", (scc, profiles) => {
    expect(columns.map((column) => effective(texts[column], { cluster: cluster({ platform: "openshift", scc }) }))).toEqual(comesTo[profiles]);
  });

  it("refuse nobody where none are declared: a pod may have the right to others", () => {
    expect(columns.map((column) => effective(texts[column], { cluster: cluster({ platform: "openshift" }) }))).toEqual(["RuntimeDefault", "RuntimeDefault", "Localhost", "Unconfined"]);
  });

  it("say why, and what to do where no profile may be set", () => {
    const { posture } = entryOf(pod(), { cluster: cluster({ platform: "openshift", scc: "anyuid" }) });
    expect(posture.assumption).toBe("OpenShift's SCC `anyuid` leaves containers that set nothing Unconfined, and refuses pods that set a profile");
    expect(posture.advice).toMatch(/`restricted-v2`; `anyuid` refuses every pod that sets one\.$/);
  });

  it.each([
    ["anyuid", "a seccomp profile"],
    ["restricted-v2", "another profile than RuntimeDefault"],
  ])("say what %s refuses", (scc, refused) => {
    expect(entryOf(own, { cluster: cluster({ platform: "openshift", scc }) }).posture.assumption).toBe(`OpenShift's SCC \`${scc}\` refuses pods that set ${refused}`);
  });
});

// https://cloud.google.com/kubernetes-engine/docs/concepts/seccomp-in-gke: Autopilot disallows custom profiles.
it("GKE Autopilot refuses a profile of one's own", () => {
  const { posture } = entryOf(own, { cluster: cluster({ platform: "gke-autopilot" }) });
  expect(posture).toMatchObject({ profile: "Localhost", effective: "Rejected", assumption: "GKE Autopilot refuses pods that set `Localhost`" });
});

describe("sandboxes", () => {
  const within = (runtimeClassName: unknown, container: Readonly<Record<string, unknown>> = {}) => pod(container, { runtimeClassName });
  it.each<[unknown, string]>([
    ["gvisor", "Sandboxed"],
    ["runsc", "Sandboxed"],
    ["kata", "Sandboxed"],
    ["kata-qemu", "Sandboxed"],
    ["nvidia", "Unconfined"],
    ["gvisor2", "Unconfined"],
    ["", "Unconfined"],
    [null, "Unconfined"],
    [["gvisor"], "Unconfined"],
  ])("runtime class %j: %s", (name, expected) => {
    expect(effective(within(name), {})).toBe(expected);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    ["what is asked for is told beside", { securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } } }, "Localhost", "Sandboxed"],
    ["Unconfined", { securityContext: { seccompProfile: { type: "Unconfined" } } }, "Unconfined", "Sandboxed"],
    ["privileged", { securityContext: { privileged: true } }, "Unconfined", "Sandboxed"],
    ["what is refused is refused there too", { securityContext: { seccompProfile: {} } }, "Invalid", "Rejected"],
  ])("%s", (_, container, profile, expected) => {
    expect(entryOf(within("gvisor", container)).posture).toMatchObject({ profile, effective: expected });
  });

  it("are those that the configuration names", () => {
    const named = cluster({}, null, { runtimeClasses: ["secure-*"] });
    expect([effective(within("secure-vm"), { cluster: named }), effective(within("gvisor"), { cluster: named })]).toEqual(["Sandboxed", "Unconfined"]);
    expect(effective(within("gvisor"), { cluster: cluster({}, null, { runtimeClasses: [] }) })).toBe("Unconfined");
  });

  it("do not turn Windows into Linux", () => {
    expect(effective(pod({}, { runtimeClassName: "gvisor", os: { name: "windows" } }), {})).toBe("NotApplicable");
  });
});
