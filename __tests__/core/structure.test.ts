import { describe, expect, it } from "@jest/globals";
import { excludedGroups, excludedKinds, isExcluded } from "../../src/core/kinds/excluded.ts";
import { judge } from "../../src/core/judge.ts";
import { pairInventories } from "../../src/core/diff.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import { entriesOf, inShort, inventoryOf } from "./manifests.ts";

const confined = { seccompProfile: { type: "RuntimeDefault" } };
const unconfined = { seccompProfile: { type: "Unconfined" } };

const text = (body: object, apiVersion = "example.org/v1", kind = "Widget"): string => JSON.stringify({ apiVersion, kind, metadata: { name: "it" }, ...body });

/** One line for each container: the pod's name, the container's, and its posture. */
const found = (body: object, apiVersion?: string, kind?: string): readonly string[] =>
  entriesOf(text(body, apiVersion, kind)).map(({ container, posture, foundBy }) => `${foundBy} ${container.pod ?? "-"}/${container.name}: ${inShort(posture)}`);

describe("pods of unknown kinds", () => {
  it.each<[string, object, readonly string[]]>([
    ["a pod template", { spec: { template: { spec: { securityContext: confined, containers: [{ name: "a" }] } } } }, ["structure spec.template.spec/a: RuntimeDefault pod-field spec.template.spec.securityContext.seccompProfile"]],
    ["a pod spec of any name", { deep: { down: { containers: [{ name: "a", securityContext: unconfined }] } } }, ["structure deep.down/a: Unconfined container-field deep.down.containers[0].securityContext.seccompProfile"]],
    ["in lists, called by name", { spec: { pools: [{ name: "x", pod: { containers: [{ name: "a" }] } }, { pod: { containers: [{ name: "a" }] } }] } }, ["structure spec.pools[x].pod/a: Unset none -", "structure spec.pools[1].pod/a: Unset none -"]],
    ["with init containers beside", { spec: { initContainers: [{ name: "i" }], containers: [{ name: "a" }] } }, ["structure spec/i: Unset none -", "structure spec/a: Unset none -"]],
    ["podSecurityContext is the pod's where it stands", { spec: { podSecurityContext: confined, securityContext: unconfined, containers: [{ name: "a" }] } }, ["structure spec/a: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile"]],
    ["podSecurityContext that is null still says whose the other is", { spec: { podSecurityContext: null, securityContext: confined, containers: [{ name: "a" }] } }, ["structure spec/a: Unset none -"]],
  ])("%s", (_, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each<[string, object]>([
    ["init containers alone", { spec: { initContainers: [{ name: "a", image: "x" }], securityContext: confined } }],
    ["no containers", { spec: { containers: [], initContainers: [{ name: "a" }], securityContext: confined } }],
    ["containers without names", { spec: { containers: [{ image: "x" }] } }],
    ["containers of which one has no name", { spec: { containers: [{ name: "a" }, { image: "x" }] } }],
    ["containers that are texts", { spec: { containers: ["a"] } }],
    ["containers in a mapping", { spec: { containers: { a: { image: "x" } } } }],
    ["what the status says", { status: { containers: [{ name: "a" }] } }],
    ["what annotations hold", { metadata: { containers: [{ name: "a" }] } }],
  ])("none: %s", (_, body) => {
    expect(found(body)).toEqual([]);
  });

  it("have the metadata of a template where they stand in one", () => {
    const paths = [{ spec: { template: { spec: { containers: [{ name: "a" }] } } } }, { spec: { pod: { containers: [{ name: "a" }] } } }].map((body) => entriesOf(text(body))[0]?.holder.podMetadata?.path ?? null);
    expect(paths).toEqual([["spec", "template", "metadata"], null]);
  });

  it.each([
    ["v1", "Deployment"],
    ["apps/v1", "CronJob"],
    ["apps/v1", "Pod"],
    ["extensions/v1beta1", "StatefulSet"],
    ["v1", "pod"],
    ["", "StatefulSet"],
  ])("are those of Kubernetes where the group is wrong: %s %s", (apiVersion, kind) => {
    expect(found({ spec: { template: { spec: { securityContext: unconfined, containers: [{ name: "a" }] } } } }, apiVersion, kind)).toEqual([
      "structure spec.template.spec/a: Unconfined pod-field spec.template.spec.securityContext.seccompProfile",
    ]);
  });

  it.each([
    ["apps/v1", "Deployment"],
    ["extensions/v1beta1", "DaemonSet"],
  ])("are none of Kubernetes' own where the group is right: %s %s", (apiVersion, kind) => {
    expect(found({ spec: { elsewhere: { containers: [{ name: "a" }] } } }, apiVersion, kind)).toEqual([]);
  });

  it("do not hold further pods", () => {
    expect(found({ spec: { containers: [{ name: "a", nested: { containers: [{ name: "b" }] } }] } })).toHaveLength(1);
  });

  it("of a known kind are found where a new version has them", () => {
    const entries = entriesOf(text({ spec: { pod: { containers: [{ name: "a" }] } } }, "keda.sh/v9", "ScaledJob"));
    expect(entries.map(({ foundBy, container }) => [foundBy, container])).toEqual([["structure", { type: "container", name: "a", pod: "spec.pod" }]]);
  });

  it("keep their identity when another pod comes", () => {
    const pod = (name: string) => ({ name, spec: { containers: [{ name: "app" }] } });
    const [one] = entriesOf(text({ spec: { pods: [pod("a")] } }));
    const two = entriesOf(text({ spec: { pods: [pod("b"), pod("a")] } }));
    expect(two.map(({ key }) => key)).toContain(one?.key);
  });

  it("are marked as such in what people read", () => {
    const base = entriesOf(text({ spec: { securityContext: confined, containers: [{ name: "a" }] } }));
    const head = entriesOf(text({ spec: { containers: [{ name: "a" }] } }));
    const [judged] = judge(pairInventories(base, head, () => "read"), [], defaultPolicy, "2026-01-01");
    expect(judged?.finding.message).toBe(
      "container `a` of pod `spec` of Widget `default/it` ran under RuntimeDefault (set at `spec.securityContext.seccompProfile`) and now sets no profile: it runs Unconfined unless the kubelet sets `seccompDefault`; `Widget` of `example.org/v1` is not a known kind: its pod was found by its structure",
    );
  });

  it("without end are a problem", () => {
    const aliases = (name: string) => Array.from({ length: 1000 }, () => `*${name}`).join(", ");
    const bomb = `apiVersion: example.org/v1\nkind: Widget\na: &a [{x: 1}, ${"{}, ".repeat(1000)}]\nb: &b [${aliases("a")}]\nc: [${aliases("b")}]\n`;
    expect(inventoryOf(bomb).problems.map(({ kind, message, blocking }) => [kind, message, blocking])).toEqual([["limit", "an object has more than 1000000 fields", true]]);
  });
});

describe("what is no pod", () => {
  const pattern = { spec: { rules: [{ name: "r", validate: { pattern: { spec: { containers: [{ name: "*", securityContext: unconfined }] } } } }] } };
  it.each([
    ["kyverno.io/v1", "ClusterPolicy"],
    ["policies.kyverno.io/v1", "MutatingPolicy"],
    ["mutations.gatekeeper.sh/v1", "Assign"],
    ["constraints.gatekeeper.sh/v1beta1", "K8sSeccomp"],
    ["policies.kubewarden.io/v1", "ClusterAdmissionPolicy"],
    ["policy.open-cluster-management.io/v1", "ConfigurationPolicy"],
    ["apiextensions.k8s.io/v1", "CustomResourceDefinition"],
    ["app.azure.com/v1api20240301", "ContainerApp"],
    ["containerinstance.azure.com/v1api20211001", "ContainerGroup"],
    ["run.cnrm.cloud.google.com/v1beta1", "RunService"],
    ["sagemaker.services.k8s.aws/v1alpha1", "Model"],
    ["ecs.aws.upbound.io/v1beta1", "TaskDefinition"],
    ["operator.cluster.x-k8s.io/v1alpha2", "CoreProvider"],
    ["operator.tigera.io/v1", "Installation"],
    ["spdx.softwarecomposition.kubescape.io/v1beta1", "ApplicationProfile"],
    ["helm.toolkit.fluxcd.io/v2", "HelmRelease"],
    ["argoproj.io/v1alpha1", "Application"],
    ["argoproj.io/v1alpha1", "ApplicationSet"],
    ["v1", "ConfigMap"],
    ["apps/v1", "ControllerRevision"],
  ])("%s %s", (apiVersion, kind) => {
    expect(found(pattern, apiVersion, kind)).toEqual([]);
  });

  it("is told from what only looks like it by whole names", () => {
    expect([isExcluded("notkyverno.io", "X"), isExcluded("azure.com", "X"), isExcluded("argoproj.io", "Rollout"), isExcluded("xgatekeeper.sh", "X")]).toEqual([false, false, false, false]);
  });

  it("has a reason each", () => {
    expect([...excludedGroups, ...excludedKinds].filter(({ why }) => why === "")).toEqual([]);
  });
});
