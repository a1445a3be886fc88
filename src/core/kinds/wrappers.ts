// Objects that carry whole other objects, with `apiVersion` and `kind`.

import { bucketsOf } from "../buckets.ts";

/** One place of a kind where it carries objects. */
export interface Wrapper {
  readonly groups: readonly string[];
  readonly kind: string;
  /** As in the table of kinds. */
  readonly path: string;
  /** Where the object does not say itself what it is: the fields beside it do, such as `kind` and `name`. */
  readonly named?: true;
  /** Entries that have it deleted instead: a field beside the object, and what says so. */
  readonly unless?: { readonly field: string; readonly values: readonly string[] };
  readonly source: string;
}

const kyverno = { groups: ["kyverno.io"], named: true, source: "kyverno/kyverno: api/kyverno/v1/common_types.go (Generation)" } as const;

/** Where they carry them. */
export const wrappers: readonly Wrapper[] = [
  { groups: ["template.openshift.io", ""], kind: "Template", path: "objects[]", source: "openshift/api: template/v1/types.go" },
  { groups: ["work.open-cluster-management.io"], kind: "ManifestWork", path: "spec.workload.manifests[]", source: "open-cluster-management-io/api: work/v1/types.go" },
  { groups: ["work.open-cluster-management.io"], kind: "ManifestWorkReplicaSet", path: "spec.manifestWorkTemplate.workload.manifests[]", source: "open-cluster-management-io/api: work/v1alpha1/types_manifestworkreplicaset.go" },
  { groups: ["work.karmada.io"], kind: "Work", path: "spec.workload.manifests[]", source: "karmada-io/karmada: pkg/apis/work/v1alpha1/work_types.go" },
  { groups: ["kubernetes.crossplane.io", "kubernetes.m.crossplane.io"], kind: "Object", path: "spec.forProvider.manifest", source: "crossplane-contrib/provider-kubernetes: apis/object/v1alpha2/types.go" },
  { groups: ["apiextensions.crossplane.io"], kind: "Composition", path: "spec.resources[].base", source: "crossplane/crossplane: apis/apiextensions/v1/composition_common.go" },
  { groups: ["apiextensions.crossplane.io"], kind: "Composition", path: "spec.pipeline[].input.resources[].base", source: "crossplane-contrib/function-patch-and-transform: input/v1beta1/resources.go" },
  { groups: ["workload.codeflare.dev"], kind: "AppWrapper", path: "spec.components[].template", source: "project-codeflare/appwrapper: api/v1beta2/appwrapper_types.go" },
  { groups: ["workload.codeflare.dev", "mcad.ibm.com"], kind: "AppWrapper", path: "spec.resources.GenericItems[].generictemplate", source: "project-codeflare/multi-cluster-app-dispatcher: pkg/apis/controller/v1beta1/appwrapper.go" },
  { groups: ["apps.kruise.io"], kind: "ResourceDistribution", path: "spec.resource", source: "openkruise/kruise: apis/apps/v1alpha1/resourcedistribution_types.go" },
  { groups: ["triggers.tekton.dev"], kind: "TriggerTemplate", path: "spec.resourcetemplates[]", source: "tektoncd/triggers: pkg/apis/triggers/v1beta1/trigger_template_types.go" },
  { groups: ["argoproj.io"], kind: "Sensor", path: "spec.triggers[].template.k8s.source.resource", source: "argoproj/argo-events: pkg/apis/events/v1alpha1/sensor_types.go" },
  { groups: ["argoproj.io"], kind: "Sensor", path: "spec.triggers[].template.argoWorkflow.source.resource", source: "argoproj/argo-events: pkg/apis/events/v1alpha1/sensor_types.go" },
  { groups: ["kro.run"], kind: "ResourceGraphDefinition", path: "spec.resources[].template", source: "kubernetes-sigs/kro: api/v1alpha1/resourcegraphdefinition_types.go" },
  { groups: ["policy.open-cluster-management.io"], kind: "ConfigurationPolicy", path: "spec.object-templates[].objectDefinition", unless: { field: "complianceType", values: ["mustnothave"] }, source: "open-cluster-management-io/config-policy-controller: api/v1/configurationpolicy_types.go" },
  { groups: ["policy.open-cluster-management.io"], kind: "Policy", path: "spec.policy-templates[].objectDefinition", source: "open-cluster-management-io/governance-policy-propagator: api/v1/policy_types.go" },
  { ...kyverno, kind: "ClusterPolicy", path: "spec.rules[].generate.data" },
  { ...kyverno, kind: "ClusterPolicy", path: "spec.rules[].generate.foreach[].data" },
  { ...kyverno, kind: "Policy", path: "spec.rules[].generate.data" },
  { ...kyverno, kind: "Policy", path: "spec.rules[].generate.foreach[].data" },
];

const byKind = bucketsOf(wrappers, ({ kind }) => kind);

/** The places where one kind carries objects; empty for a kind that is not in the table. */
export function wrappersOf(group: string, kind: string): readonly Wrapper[] {
  return (byKind.get(kind) ?? []).filter(({ groups }) => groups.includes(group));
}
