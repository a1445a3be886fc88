// OpenKruise: its own workloads, workloads of workloads, and containers for the pods of others.

import type { KindRow } from "./kind.ts";
import { containerList, podTemplate as shape } from "./pod-template.ts";

const groups = ["apps.kruise.io"] as const;
const types = (file: string) => `openkruise/kruise: apis/apps/${file}_types.go`;

export const kruiseKinds: readonly KindRow[] = [
  { groups, kind: "CloneSet", path: "spec.template", shape, source: types("v1alpha1/cloneset") },
  { groups, kind: "StatefulSet", path: "spec.template", shape, source: types("v1beta1/statefulset") },
  { groups, kind: "DaemonSet", path: "spec.template", shape, source: types("v1alpha1/daemonset") },
  { groups, kind: "BroadcastJob", path: "spec.template", shape, source: types("v1alpha1/broadcastjob") },
  ...["statefulSet", "advancedStatefulSet", "cloneSet", "deployment"].map(
    (kind): KindRow => ({ groups, kind: "UnitedDeployment", path: `spec.template.${kind}Template.spec.template`, shape, source: types("v1alpha1/uniteddeployment") }),
  ),
  ...["job", "broadcastJob"].map((kind): KindRow => ({ groups, kind: "AdvancedCronJob", path: `spec.template.${kind}Template.spec.template`, shape, source: types("v1alpha1/advancedcronjob") })),
  { groups, kind: "SidecarSet", path: "spec", shape: containerList, inherits: true, clusterScoped: true, source: types("v1alpha1/sidecarset") },
  { groups, kind: "EphemeralJob", path: "spec.template", shape: containerList, inherits: true, source: types("v1alpha1/ephemeraljob") },
];
