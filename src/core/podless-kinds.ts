// Kinds of Kubernetes' own that hold no pods and say nothing of any, for documents of which only the text is there: templates that
// another tool fills in, such as what operators carry along.

import { mentionsNoticed } from "./noticed.ts";
import { canHoldPod } from "./worth-reading.ts";

/** By group; kubernetes/api: the packages of that name. */
const podlessKinds: Readonly<Record<string, readonly string[]>> = {
  "": ["ConfigMap", "Endpoints", "LimitRange", "PersistentVolume", "PersistentVolumeClaim", "ResourceQuota", "Secret", "Service", "ServiceAccount"],
  "admissionregistration.k8s.io": ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
  "apiextensions.k8s.io": ["CustomResourceDefinition"],
  "apiregistration.k8s.io": ["APIService"],
  "autoscaling": ["HorizontalPodAutoscaler"],
  "coordination.k8s.io": ["Lease"],
  "networking.k8s.io": ["Ingress", "IngressClass", "NetworkPolicy"],
  "policy": ["PodDisruptionBudget"],
  "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
  "scheduling.k8s.io": ["PriorityClass"],
  "snapshot.storage.k8s.io": ["VolumeSnapshot", "VolumeSnapshotClass", "VolumeSnapshotContent"],
  "storage.k8s.io": ["CSIDriver", "StorageClass"],
};

/** What may start a line without bringing in anything that is not written down: a field, an item, a comment, an action that only decides. */
const HARMLESS_LINE = /^(?:[A-Za-z]+:(?:\s|$)|-\s|#|\{\{-?\s*(?:(?:if|else|range|with)\b[^{}]*|end\s*|\/\*.*\*\/\s*)-?\}\}\s*$|---|\s|$)/;

/** A line of a text in which nothing stands but conditions on what follows in other documents. */
const FIELDLESS_LINE = /^\s*(?:#.*|---\s*|\{\{-?\s*(?:(?:if|else|range|with)\b[^{}]*|end\s*|\/\*.*\*\/\s*)-?\}\}\s*)?$/;

const WRITTEN_OUT = /^\w+:\s+["']?([\w./-]+)["']?\s*(?:#.*)?$/;

/** Kinds of a group that is written out. */
const podlessIn = (apiVersion: string): readonly string[] => {
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  return apiVersion !== "" && Object.hasOwn(podlessKinds, group) ? (podlessKinds[group] ?? []) : [];
};

/**
 * The kind that a document is of ("statement" for one that has nothing else), where its text alone makes sure that it holds no pod whatever a template fills in; null otherwise. Where
 * conditions make it one of several, the first that stands there, and all of them must be such kinds, whichever group they are of.
 */
export function podlessKind(text: string): string | null {
  const lines = text.split(/\r?\n/);
  if (lines.every((line) => FIELDLESS_LINE.test(line))) return "statement";
  const written = (field: string): readonly string[] => lines.flatMap((line) => (line.startsWith(`${field}:`) ? (WRITTEN_OUT.exec(line)?.[1] ?? "") : []));
  const [groups, kinds] = [written("apiVersion").map(podlessIn), written("kind")];
  const [kind] = kinds;
  if (kind === undefined || groups.length === 0 || groups.some((known) => known.length === 0)) return null;
  const arePodless = kinds.every((one) => groups.some((known) => known.includes(one)));
  return arePodless && lines.every((line) => HARMLESS_LINE.test(line)) && !canHoldPod(text) && !mentionsNoticed(text) ? kind : null;
}
