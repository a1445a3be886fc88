import { describe, expect, it } from "@jest/globals";
import { wrappers } from "../../src/core/kinds/wrappers.ts";
import { entriesOf, inShort, inventoryOf } from "./manifests.ts";
import { fieldPath } from "../../src/core/field.ts";

const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "inner" }, spec: { containers: [{ name: "app" }] } };

/** What Kyverno makes an object of: its kind and name stand beside it. */
const generated = { apiVersion: "v1", kind: "Pod", name: "inner", namespace: "shop", data: { metadata: { labels: { a: "b" } }, spec: pod.spec } };

/** [apiVersion, kind, the fields that hold the object, its path, source] */
const stories: readonly (readonly [string, string, object, string, string])[] = [
  ["template.openshift.io/v1", "Template", { objects: [pod] }, "objects[0]", "openshift/api: template/v1/types.go"],
  ["v1", "Template", { objects: [pod] }, "objects[0]", "openshift/api: template/v1/legacy.go"],
  ["work.open-cluster-management.io/v1", "ManifestWork", { spec: { workload: { manifests: [pod] } } }, "spec.workload.manifests[0]", "open-cluster-management-io/api: work/v1/types.go"],
  ["work.open-cluster-management.io/v1alpha1", "ManifestWorkReplicaSet", { spec: { manifestWorkTemplate: { workload: { manifests: [pod] } } } }, "spec.manifestWorkTemplate.workload.manifests[0]", "open-cluster-management-io/api: work/v1alpha1"],
  ["work.karmada.io/v1alpha1", "Work", { spec: { workload: { manifests: [pod] } } }, "spec.workload.manifests[0]", "karmada-io/karmada: pkg/apis/work/v1alpha1/work_types.go"],
  ["kubernetes.crossplane.io/v1alpha2", "Object", { spec: { forProvider: { manifest: pod } } }, "spec.forProvider.manifest", "crossplane-contrib/provider-kubernetes: apis/object/v1alpha2/types.go"],
  ["kubernetes.m.crossplane.io/v1alpha1", "Object", { spec: { forProvider: { manifest: pod } } }, "spec.forProvider.manifest", "crossplane-contrib/provider-kubernetes: apis/namespaced"],
  ["apiextensions.crossplane.io/v1", "Composition", { spec: { resources: [{ name: "a", base: pod }] } }, "spec.resources[0].base", "crossplane/crossplane: apis/apiextensions/v1/composition_common.go"],
  ["apiextensions.crossplane.io/v1", "Composition", { spec: { pipeline: [{ input: { resources: [{ base: pod }] } }] } }, "spec.pipeline[0].input.resources[0].base", "crossplane-contrib/function-patch-and-transform: input/v1beta1/resources.go"],
  ["workload.codeflare.dev/v1beta2", "AppWrapper", { spec: { components: [{ template: pod }] } }, "spec.components[0].template", "project-codeflare/appwrapper: api/v1beta2/appwrapper_types.go"],
  ["workload.codeflare.dev/v1beta1", "AppWrapper", { spec: { resources: { GenericItems: [{ generictemplate: pod }] } } }, "spec.resources.GenericItems[0].generictemplate", "project-codeflare/multi-cluster-app-dispatcher"],
  ["apps.kruise.io/v1alpha1", "ResourceDistribution", { spec: { resource: pod } }, "spec.resource", "openkruise/kruise: apis/apps/v1alpha1/resourcedistribution_types.go"],
  ["triggers.tekton.dev/v1beta1", "TriggerTemplate", { spec: { resourcetemplates: [pod] } }, "spec.resourcetemplates[0]", "tektoncd/triggers: pkg/apis/triggers/v1beta1/trigger_template_types.go"],
  ["argoproj.io/v1alpha1", "Sensor", { spec: { triggers: [{ template: { k8s: { source: { resource: pod } } } }] } }, "spec.triggers[0].template.k8s.source.resource", "argoproj/argo-events: pkg/apis/events/v1alpha1/sensor_types.go"],
  ["argoproj.io/v1alpha1", "Sensor", { spec: { triggers: [{ template: { argoWorkflow: { source: { resource: pod } } } }] } }, "spec.triggers[0].template.argoWorkflow.source.resource", "argoproj/argo-events: pkg/apis/events/v1alpha1/sensor_types.go"],
  ["kro.run/v1alpha1", "ResourceGraphDefinition", { spec: { resources: [{ id: "a", template: pod }] } }, "spec.resources[0].template", "kubernetes-sigs/kro: api/v1alpha1/resourcegraphdefinition_types.go"],
  ["policy.open-cluster-management.io/v1", "ConfigurationPolicy", { spec: { "object-templates": [{ complianceType: "musthave", objectDefinition: pod }] } }, "spec.object-templates[0].objectDefinition", "open-cluster-management-io/config-policy-controller: api/v1/configurationpolicy_types.go"],
  ["policy.open-cluster-management.io/v1", "Policy", { spec: { "policy-templates": [{ objectDefinition: pod }] } }, "spec.policy-templates[0].objectDefinition", "open-cluster-management-io/governance-policy-propagator: api/v1/policy_types.go"],
  ...["ClusterPolicy", "Policy"].flatMap((kind): (typeof stories)[number][] => [
    ["kyverno.io/v1", kind, { spec: { rules: [{ generate: generated }] } }, "spec.rules[0].generate.data", "kyverno/kyverno: api/kyverno/v1/common_types.go (Generation)"],
    ["kyverno.io/v1", kind, { spec: { rules: [{ generate: { foreach: [generated] } }] } }, "spec.rules[0].generate.foreach[0].data", "kyverno/kyverno: api/kyverno/v1/common_types.go (ForEachGeneration)"],
  ]),
];

describe("objects that carry others", () => {
  it.each(stories)("%s %s", (apiVersion, kind, body, path) => {
    const entries = entriesOf(JSON.stringify({ apiVersion, kind, metadata: { name: "outer" }, ...body }), { origin: "rendered" });
    expect(entries.map(({ workload, objectPath, foundBy }) => [workload.kind, workload.name, fieldPath(objectPath), foundBy])).toEqual([["Pod", "inner", path, "kind"]]);
  });

  it("are all in this table", () => {
    const told = new Set(stories.map(([, kind, , path]) => `${kind} ${path.replaceAll(/\[\d+\]/g, "[]")}`));
    expect(wrappers.map(({ kind, path }) => `${kind} ${path}`).filter((row) => !told.has(row))).toEqual([]);
  });

  it("carry whatever is in the table of kinds, and one another", () => {
    const kafka = { apiVersion: "kafka.strimzi.io/v1", kind: "Kafka", metadata: { name: "k", namespace: "n" }, spec: { kafka: {} } };
    const work = { apiVersion: "work.karmada.io/v1alpha1", kind: "Work", metadata: {}, spec: { workload: { manifests: [{ apiVersion: "v1", kind: "List", items: [kafka] }] } } };
    const entries = entriesOf(JSON.stringify(work), { origin: "rendered" });
    expect(entries.map(({ workload, objectPath }) => [workload, fieldPath(objectPath)])).toEqual([[{ apiVersion: "kafka.strimzi.io/v1", kind: "Kafka", namespace: "n", name: "k" }, "spec.workload.manifests[0].items[0]"]]);
  });

  it("need not be in the table", () => {
    const entries = entriesOf(JSON.stringify({ apiVersion: "example.org/v1", kind: "Bundle", spec: { items: [{ raw: pod }], targetRef: { apiVersion: "v1", kind: "Pod", name: "x" } } }));
    expect(entries.map(({ objectPath, workload, foundBy }) => [fieldPath(objectPath), workload.kind, foundBy])).toEqual([["spec.items[0].raw", "Pod", "kind"]]);
  });

  it("are not looked into where policies only compare, or delete", () => {
    const policy = (complianceType: string) => ({ apiVersion: "policy.open-cluster-management.io/v1", kind: "ConfigurationPolicy", spec: { "object-templates": [{ complianceType, objectDefinition: pod }] } });
    const found = (object: object) => entriesOf(JSON.stringify(object)).length;
    expect(["musthave", "mustonlyhave", "MustOnlyHave", "mustnothave", "MustNotHave"].map((type) => found(policy(type)))).toEqual([1, 1, 1, 0, 0]);
    expect(found({ apiVersion: "kyverno.io/v1", kind: "ClusterPolicy", spec: { rules: [{ mutate: { patchStrategicMerge: pod }, validate: { pattern: pod } }] } })).toBe(0);
    expect(found({ apiVersion: "kyverno.io/v1", kind: "ClusterPolicy", spec: { rules: [{ generate: { ...generated, kind: undefined } }] } })).toBe(0);
  });

  it("are called as what stands beside them says", () => {
    const policy = { apiVersion: "kyverno.io/v1", kind: "ClusterPolicy", metadata: { name: "p" }, spec: { rules: [{ generate: generated }] } };
    expect(entriesOf(JSON.stringify(policy)).map(({ workload }) => workload)).toEqual([{ apiVersion: "v1", kind: "Pod", namespace: "shop", name: "inner" }]);
  });

  it("leave out what names no kind", () => {
    expect(entriesOf(JSON.stringify({ apiVersion: "work.karmada.io/v1alpha1", kind: "Work", spec: { workload: { manifests: [{ spec: { x: 1 } }, null, "x"] } } }))).toEqual([]);
  });
});

describe("an OpenShift template's parameters", () => {
  const template = (parameters: readonly object[], container: object) =>
    JSON.stringify({ apiVersion: "template.openshift.io/v1", kind: "Template", parameters, objects: [{ ...pod, metadata: { name: "${NAME}-x" }, spec: { containers: [{ name: "app", ...container }] } }] });
  const of = (type: string) => ({ securityContext: { seccompProfile: { type } } });

  it.each<[string, readonly object[], object, string]>([
    ["are filled in", [{ name: "TYPE", value: "RuntimeDefault" }], of("${TYPE}"), "RuntimeDefault container-field spec.containers[0].securityContext.seccompProfile"],
    ["within a text", [{ name: "TYPE", value: "Default" }], of("Runtime${TYPE}"), "RuntimeDefault container-field spec.containers[0].securityContext.seccompProfile"],
    ["as values", [{ name: "P", value: "true" }], { securityContext: { privileged: "${{P}}" } }, "Unconfined privileged spec.containers[0].securityContext.privileged"],
    ["as values that are texts", [{ name: "TYPE", value: "Unconfined" }], of("${{TYPE}}"), "Unconfined container-field spec.containers[0].securityContext.seccompProfile"],
    ["as values, by their whole names", [{ name: "IS_ROOT", value: "true" }], { securityContext: { privileged: "${{IS_ROOT}}" } }, "Unconfined privileged spec.containers[0].securityContext.privileged"],
    ["leave what is no text", [{ name: "P", value: "x" }], { image: null, stdin: 1, securityContext: { privileged: true } }, "Unconfined privileged spec.containers[0].securityContext.privileged"],
    ["stay where they have no value", [{ name: "TYPE", generate: "expression" }], of("${TYPE}"), "Invalid container-field spec.containers[0].securityContext.seccompProfile"],
  ])("%s", (_, parameters, container, expected) => {
    const [entry] = entriesOf(template(parameters, container));
    expect(entry === undefined ? "" : inShort(entry.posture)).toBe(expected);
  });

  it("do not unfold what aliases share", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `  l${i}: &l${i} [${i === 0 ? "x" : `*l${i - 1}, *l${i - 1}`}]`).join("\n");
    const text = `apiVersion: v1\nkind: Template\nparameters: [{name: A, value: b}]\nobjects:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n${levels}\n  spec: {containers: [{name: app}]}\n`;
    expect(inventoryOf(text).entries).toHaveLength(1);
  });
});
