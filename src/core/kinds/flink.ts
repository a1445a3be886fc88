// Flink: one pod template for all, and one for each role over it.

import { podContainers } from "../container.ts";
import { asMapping, below, type Field } from "../field.ts";
import { containerAt, containerNamed, mergedContext, type Pod, type PodContainer } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";

const MAIN = "flink-main-container";

const containersOf = (template: Field, pod: string): readonly PodContainer[] => {
  const spec = below(template, "spec");
  return podContainers({ path: spec.path, value: asMapping(spec)?.value ?? {} }, pod);
};

/** Containers of both templates, merged by name; the main one is there without being mentioned. */
function mergedContainers(own: Field, common: Field, pod: string): PodContainer[] {
  const main = containerAt({ path: below(own, "spec").path, value: undefined }, containerNamed("container", MAIN, pod));
  const merged = new Map<string, PodContainer>();
  for (const one of [...containersOf(own, pod), ...containersOf(common, pod), main]) {
    const key = `${one.container.type}/${one.container.name}`;
    const first = merged.get(key);
    merged.set(key, first === undefined ? one : { ...first, securityContext: mergedContext(first.securityContext, one.securityContext) });
  }
  return [...merged.values()];
}

function rolePod(spec: Field, role: string): Pod[] {
  const [own, common] = [below(spec, role, "podTemplate"), below(spec, "podTemplate")];
  return [
    {
      pod: role,
      securityContext: mergedContext(below(own, "spec", "securityContext"), below(common, "spec", "securityContext")),
      podMetadata: below(own, "metadata"),
      podSpec: asMapping(below(own, "spec")) ?? asMapping(below(common, "spec")),
      containers: mergedContainers(own, common, role),
    },
  ];
}

const deployment: Shape = {
  says: "`podTemplate`, with `jobManager.podTemplate` and `taskManager.podTemplate` merged over it",
  withoutList: true,
  find: (at) => (asMapping(at) === null ? [] : ["jobManager", "taskManager"].flatMap((role) => rolePod(at, role))),
};

const source = "apache/flink-kubernetes-operator: flink-kubernetes-operator-api, spec/FlinkDeploymentSpec.java; datreeio/CRDs-catalog: flink.apache.org/flinkdeployment_v1beta1.json";

export const flinkKinds: readonly KindRow[] = [
  { groups: ["flink.apache.org"], kind: "FlinkDeployment", path: "spec", shape: deployment, source },
  { groups: ["flink.apache.org"], kind: "FlinkBlueGreenDeployment", path: "spec.template.spec", shape: deployment, source },
  { groups: ["platform.confluent.io"], kind: "FlinkDeployment", path: "spec", shape: deployment, source: "datreeio/CRDs-catalog: platform.confluent.io/flinkdeployment_v1beta1.json" },
];
