// Ray: a head, groups of workers, and the autoscaler that its operator puts beside the head.

import { asMapping, below, fieldAt } from "../field.ts";
import { containerAt, containerNamed, contextAt } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";
import { podTemplate } from "./pod-template.ts";

const source = "ray-project/kuberay: ray-operator/apis/ray/v1/raycluster_types.go, ray-operator/controllers/ray/common/pod.go (BuildAutoscalerContainer)";

const autoscaler: Shape = {
  says: "container `autoscaler` of the head, at `autoscalerOptions`, where `enableInTreeAutoscaling` is on",
  withoutList: false,
  find: (at, pod) => {
    const head = asMapping(below(at, "headGroupSpec", "template", "spec"));
    if (head === null || fieldAt(at.value, ["enableInTreeAutoscaling"]) !== true) return [];
    const containers = [containerAt(below(at, "autoscalerOptions"), containerNamed("container", "autoscaler", pod))];
    return [{ pod, securityContext: contextAt(below(head, "securityContext")), podMetadata: below(at, "headGroupSpec", "template", "metadata"), podSpec: head, containers }];
  },
};

/** The pods of a cluster that stands at `path` of a kind. */
const cluster = (kind: string, path: string): readonly KindRow[] => [
  { groups: ["ray.io"], kind, path: `${path}.headGroupSpec.template`, pod: "head", shape: podTemplate, source },
  { groups: ["ray.io"], kind, path, pod: "head", shape: autoscaler, source },
  { groups: ["ray.io"], kind, path: `${path}.workerGroupSpecs[].template`, pod: "worker", shape: podTemplate, source },
];

export const rayKinds: readonly KindRow[] = [
  ...cluster("RayCluster", "spec"),
  ...cluster("RayJob", "spec.rayClusterSpec"),
  { groups: ["ray.io"], kind: "RayJob", path: "spec.submitterPodTemplate", pod: "submitter", shape: podTemplate, source: "ray-project/kuberay: ray-operator/apis/ray/v1/rayjob_types.go" },
  ...cluster("RayService", "spec.rayClusterConfig"),
  ...cluster("RayCronJob", "spec.jobTemplate.rayClusterSpec"),
];
