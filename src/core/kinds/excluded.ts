// Objects that look like pods and are none, or say of pods only what has nothing to do with seccomp. Nobody looks for a structure in them.

import { kubernetesKinds } from "./kubernetes.ts";

/** Groups, `*.` in front for all below, with the reason. */
export const excludedGroups: readonly { readonly group: string; readonly why: string }[] = [
  { group: "kyverno.io", why: "patterns and mutations of policies" },
  { group: "*.kyverno.io", why: "patterns and mutations of policies" },
  { group: "*.gatekeeper.sh", why: "constraints and mutations of policies" },
  { group: "*.kubewarden.io", why: "settings of policies" },
  { group: "policy.open-cluster-management.io", why: "patterns of policies" },
  { group: "admissionregistration.k8s.io", why: "policies" },
  { group: "apiextensions.k8s.io", why: "schemas" },
  { group: "*.azure.com", why: "services of a cloud that are no pods" },
  { group: "*.cnrm.cloud.google.com", why: "services of a cloud that are no pods" },
  { group: "run.googleapis.com", why: "services of a cloud that are no pods" },
  { group: "*.services.k8s.aws", why: "services of a cloud that are no pods" },
  { group: "*.upbound.io", why: "services of a cloud that are no pods" },
  { group: "operator.cluster.x-k8s.io", why: "patches of arguments and resources, no security contexts" },
  { group: "operator.tigera.io", why: "patches of resources, no security contexts" },
  { group: "kubescape.io", why: "records of what containers did" },
  { group: "*.kubescape.io", why: "records of what containers did" },
  { group: "helm.toolkit.fluxcd.io", why: "values of a chart, which is a target of its own" },
  { group: "kustomize.toolkit.fluxcd.io", why: "patches of a kustomization, which is a target of its own" },
  { group: "kustomize.config.k8s.io", why: "patches" },
  { group: "helm.cattle.io", why: "values of a chart" },
  { group: "helm.crossplane.io", why: "values of a chart" },
  { group: "fleet.cattle.io", why: "values of a chart" },
];

/** Kinds whose group has others that do carry pods. */
export const excludedKinds: readonly { readonly group: string; readonly kind: string; readonly why: string }[] = [
  { group: "datadoghq.com", kind: "DatadogPodAutoscaler", why: "bounds of resources by container" },
  { group: "argoproj.io", kind: "Application", why: "values of a chart, which is a target of its own" },
  { group: "argoproj.io", kind: "ApplicationSet", why: "values of charts, which are targets of their own" },
];

const matches = (pattern: string, group: string): boolean => (pattern.startsWith("*.") ? group.endsWith(pattern.slice(1)) : group === pattern);

/** Whether a kind of Kubernetes stands under a group that does not have it, such as a Deployment of `v1`, or is written like a `pod`. */
function isMisplaced(group: string, kind: string): boolean {
  return kubernetesKinds.some((row) => row.kind.toLowerCase() === kind.toLowerCase() && !(row.kind === kind && row.groups.includes(group)));
}

/**
 * Whether nobody looks for pods by structure: groups of Kubernetes itself have no dot, and all their kinds are in the table. What is misplaced
 * is looked at: the API server refuses it until somebody corrects the group, and whoever wrote it meant a pod.
 */
export function isExcluded(group: string, kind: string): boolean {
  return (!group.includes(".") && !isMisplaced(group, kind)) || excludedGroups.some((row) => matches(row.group, group)) || excludedKinds.some((row) => row.group === group && row.kind === kind);
}
