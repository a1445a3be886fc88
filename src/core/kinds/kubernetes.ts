// Kubernetes' own kinds, as Pod Security admission extracts their pods.

import type { KindRow } from "./kind.ts";
import { podTemplate } from "./pod-template.ts";

const source = "kubernetes/pod-security-admission: admission/admission.go (DefaultPodSpecExtractor)";
const shape = podTemplate;

export const kubernetesKinds: readonly KindRow[] = [
  { groups: [""], kind: "Pod", path: "", shape, source },
  { groups: [""], kind: "PodTemplate", path: "template", shape, source },
  { groups: [""], kind: "ReplicationController", path: "spec.template", shape, source },
  { groups: ["apps", "extensions"], kind: "ReplicaSet", path: "spec.template", shape, source },
  { groups: ["apps", "extensions"], kind: "Deployment", path: "spec.template", shape, source },
  { groups: ["apps"], kind: "StatefulSet", path: "spec.template", shape, source },
  { groups: ["apps", "extensions"], kind: "DaemonSet", path: "spec.template", shape, source },
  { groups: ["batch"], kind: "Job", path: "spec.template", shape, source },
  { groups: ["batch"], kind: "CronJob", path: "spec.jobTemplate.spec.template", shape, source },
];
