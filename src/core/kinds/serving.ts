// Servers that scale by themselves, games and models.

import { asMapping, below } from "../field.ts";
import { containerAt, containerNamed } from "../pod.ts";
import { catalogue } from "./crd-source.ts";
import type { ControllerDefault, KindRow, Shape } from "./kind.ts";
import { podOf, podSpec, podTemplate } from "./pod-template.ts";

/** knative/serving: pkg/apis/config/features.go, pkg/apis/serving/v1/revision_defaults.go (defaultSecurityContext). */
const secureDefaults: ControllerDefault = { profile: "RuntimeDefault", by: "Knative with `secure-pod-defaults`", certain: false, yieldsTo: "profile", level: "pod" };
const knative = { groups: ["serving.knative.dev"], controllerDefault: secureDefaults, note: "Knative adds a container `queue-proxy`, and drops the pod's security context unless its feature `kubernetes.podspec-securitycontext` is on" } as const;

/** Model servers that KServe turns into the container `kserve-container`. */
const models = ["model", "sklearn", "xgboost", "tensorflow", "pytorch", "triton", "onnx", "huggingface", "pmml", "lightgbm", "paddle", "art"] as const;

const component: Shape = {
  says: "pod spec, with model servers as further containers",
  withoutList: true,
  find: (at, pod) => {
    const spec = asMapping(at);
    if (spec === null) return [];
    const servers = models.flatMap((field) => asMapping(below(spec, field)) ?? []).map((server) => containerAt(server, containerNamed("container", "kserve-container", pod)));
    const found = podOf(spec, spec, pod);
    return [{ ...found, containers: [...found.containers, ...servers] }];
  },
};

const agones = "googleforgames/agones: pkg/apis/agones/v1/gameserver.go (GameServerSpec.Template)";

export const servingKinds: readonly KindRow[] = [
  { ...knative, kind: "Service", path: "spec.template", shape: podTemplate, source: catalogue("serving.knative.dev/service_v1") },
  { ...knative, kind: "Configuration", path: "spec.template", shape: podTemplate, source: catalogue("serving.knative.dev/configuration_v1") },
  { ...knative, kind: "Revision", path: "spec", shape: podSpec, source: catalogue("serving.knative.dev/revision_v1") },
  ...["predictor", "transformer", "explainer"].map(
    (pod): KindRow => ({ groups: ["serving.kserve.io"], kind: "InferenceService", path: `spec.${pod}`, pod, shape: component, source: catalogue("serving.kserve.io/inferenceservice_v1beta1") }),
  ),
  { groups: ["serving.kserve.io"], kind: "InferenceService", path: "spec.predictor.workerSpec", pod: "worker", shape: podSpec, source: catalogue("serving.kserve.io/inferenceservice_v1beta1") },
  { groups: ["serving.kserve.io"], kind: "ServingRuntime", path: "spec", shape: podSpec, source: catalogue("serving.kserve.io/servingruntime_v1alpha1") },
  { groups: ["serving.kserve.io"], kind: "ClusterServingRuntime", path: "spec", shape: podSpec, clusterScoped: true, source: catalogue("serving.kserve.io/clusterservingruntime_v1alpha1") },
  { groups: ["agones.dev"], kind: "GameServer", path: "spec.template", shape: podTemplate, source: agones },
  { groups: ["agones.dev"], kind: "GameServerSet", path: "spec.template.spec.template", shape: podTemplate, source: agones },
  { groups: ["agones.dev"], kind: "Fleet", path: "spec.template.spec.template", shape: podTemplate, source: agones },
];
