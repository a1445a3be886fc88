// Spark: `podSecurityContext` is the pod's, `securityContext` the main container's, and a pod template may stand below both.

import { containersIn, podContainers } from "../container.ts";
import { asMapping, below } from "../field.ts";
import { containerAt, containerNamed, firstContext, type PodContainer } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";

const source = "kubeflow/spark-operator: internal/webhook/sparkpod_defaulter.go (addPodSecurityContext, addContainerSecurityContext, addSidecarContainers)";

/** The driver or the executors: the container that Spark calls `main`, what the pod template says of it, and those beside it. */
function sparkPod(main: string): Shape {
  return {
    says: "driver or executor: `podSecurityContext`, `securityContext` of the main container, `initContainers`, `sidecars`, `template`",
    withoutList: true,
    find: (at, pod) => {
      const role = asMapping(at);
      if (role === null) return [];
      const template = below(role, "template", "spec");
      const templated = podContainers({ path: template.path, value: asMapping(template)?.value ?? {} }, pod);
      const isMain = ({ container }: PodContainer): boolean => container.type === "container" && container.name === main;
      const securityContext = firstContext(below(role, "securityContext"), ...templated.filter(isMain).map((one) => one.securityContext));
      return [
        {
          pod,
          securityContext: firstContext(below(role, "podSecurityContext"), below(template, "securityContext")),
          podMetadata: role,
          podSpec: role,
          containers: [
            ...containersIn(role, "initContainers", "init", pod),
            { ...containerAt(role, containerNamed("container", main, pod)), securityContext },
            ...templated.filter((one) => !isMain(one)),
            ...containersIn(role, "sidecars", "container", pod),
          ],
        },
      ];
    },
  };
}

const rows = (kind: string, prefix: string, roles: readonly (readonly [field: string, pod: string, main: string])[]): readonly KindRow[] =>
  roles.map(([field, pod, main]) => ({ groups: ["sparkoperator.k8s.io"], kind, path: `${prefix}.${field}`, pod, shape: sparkPod(main), source }));

const application = [
  ["driver", "driver", "spark-kubernetes-driver"],
  ["executor", "executor", "spark-kubernetes-executor"],
] as const;

export const sparkKinds: readonly KindRow[] = [
  ...rows("SparkApplication", "spec", application),
  ...rows("ScheduledSparkApplication", "spec.template", application),
  ...rows("SparkConnect", "spec", [
    ["server", "server", "spark-kubernetes-driver"],
    ["executor", "executor", "spark-kubernetes-executor"],
  ]),
];
