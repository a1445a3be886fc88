// Objects that carry whole other objects, with `apiVersion` and `kind`.

/** Where they carry them, as in the table of kinds. */
export const wrappers: readonly { readonly groups: readonly string[]; readonly kind: string; readonly path: string; readonly source: string }[] = [
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
];
