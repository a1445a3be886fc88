// Servers that scale by themselves, games and models.

import { asMapping, below } from "../field.ts";
import { containerAt, containerNamed, type PodContainer } from "../pod.ts";
import type { Container } from "../report.ts";
import { catalogue } from "./crd-source.ts";
import type { ControllerDefault, KindRow, Shape } from "./kind.ts";
import { podOf, podSpec, podTemplate } from "./pod-template.ts";

/** knative/serving: pkg/apis/config/features.go, pkg/apis/serving/v1/revision_defaults.go (defaultSecurityContext). */
const secureDefaults: ControllerDefault = { profile: "RuntimeDefault", by: "Knative with `secure-pod-defaults`", certain: false, yieldsTo: "profile", level: "pod" };
const knative = { groups: ["serving.knative.dev"], controllerDefault: secureDefaults, note: "Knative adds a container `queue-proxy`, and drops the pod's security context unless its feature `kubernetes.podspec-securitycontext` is on" } as const;

const defaultNames: Readonly<Record<Container["type"], string | null>> = { container: "user-container", init: "init-container", ephemeral: null };

/** Containers need no names in Knative: knative/serving: pkg/apis/serving/v1/revision_defaults.go (applyDefaultContainerNames). */
function withNames(containers: readonly PodContainer[]): readonly PodContainer[] {
  const taken = new Set(containers.map(({ container }) => container.name));
  const counts = new Map<string, number>();
  const nameFor = (type: Container["type"]): string => {
    const name = defaultNames[type];
    if (name === null) return "";
    if (!taken.has(name) && containers.filter(({ container }) => container.type === type).length === 1) return name;
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    return taken.has(`${name}-${nth}`) ? nameFor(type) : `${name}-${nth}`;
  };
  return containers.map((one) => (one.container.name === "" ? { ...one, container: { ...one.container, name: nameFor(one.container.type) } } : one));
}

const naming = (shape: Shape): Shape => ({ ...shape, find: (...given) => shape.find(...given).map((pod) => ({ ...pod, containers: withNames(pod.containers) })) });
const [namingTemplate, namingSpec] = [naming(podTemplate), naming(podSpec)];

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
  { ...knative, kind: "Service", path: "spec.template", shape: namingTemplate, source: catalogue("serving.knative.dev/service_v1") },
  { ...knative, kind: "Configuration", path: "spec.template", shape: namingTemplate, source: catalogue("serving.knative.dev/configuration_v1") },
  { ...knative, kind: "Revision", path: "spec", shape: namingSpec, source: catalogue("serving.knative.dev/revision_v1") },
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
