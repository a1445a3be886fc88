// Strimzi: templates for generated pods and containers; never a list of containers.

import type { ControllerDefault, KindRow } from "./kind.ts";
import { operatorPod } from "./operator-pod.ts";
import { podTemplate } from "./pod-template.ts";

/** strimzi/strimzi-kafka-operator: RestrictedPodSecurityProvider.java: an operator's setting; only for containers that have no context at all. */
const controllerDefault: ControllerDefault = { profile: "RuntimeDefault", by: "Strimzi with its `restricted` security provider", certain: false, yieldsTo: "security context", level: "container" };
const source = "strimzi/strimzi-kafka-operator: cluster-operator/src/main/java/io/strimzi/operator/cluster/model; datreeio/CRDs-catalog: kafka.strimzi.io";

const says = "generated pod: `template.pod.securityContext`, and `securityContext` of each container's template";
const pod = { context: "template.pod.securityContext", metadata: "template.pod.metadata" } as const;
const init = { name: "kafka-init", type: "init", at: "template.initContainer", optional: true } as const;

const kafka = operatorPod(says, { ...pod, containers: [init, { name: "kafka", at: "template.kafkaContainer" }] });
const pool = operatorPod(says, { ...pod, containers: [init, { name: "kafka", at: "template.kafkaContainer" }], inheritsWithout: "template" });
const zookeeper = operatorPod(says, { ...pod, containers: [{ name: "zookeeper", at: "template.zookeeperContainer" }] });
const entityOperator = operatorPod(says, {
  ...pod,
  containers: [
    { name: "topic-operator", at: "template.topicOperatorContainer", needs: "topicOperator" },
    { name: "user-operator", at: "template.userOperatorContainer", needs: "userOperator" },
    { name: "tls-sidecar", at: "template.tlsSidecarContainer", optional: true },
  ],
});
type Name = string | ((objectName: string) => string);
/** Most containers are called as their component, which is called after the object. api/src/main/java: *Resources.java (componentName). */
const component = (suffix: string) => (objectName: string): string => `${objectName}-${suffix}`;
const single = (name: Name, at: string) => operatorPod(says, { ...pod, containers: [{ name, at: `template.${at}` }] });
const withInit = (name: Name, at: string) => operatorPod(says, { ...pod, containers: [init, { name, at: `template.${at}` }] });
const build = operatorPod("generated pod of a build: `template.buildPod.securityContext`, and `template.buildContainer.securityContext`", {
  context: "template.buildPod.securityContext",
  metadata: "template.buildPod.metadata",
  containers: [{ name: component("connect-build"), at: "template.buildContainer" }],
  needs: "build",
});

const row = (kind: string, path: string, shape: KindRow["shape"], name?: string): KindRow => ({ groups: ["kafka.strimzi.io"], kind, path, shape, controllerDefault, ...(name === undefined ? {} : { pod: name }), source });

export const strimziKinds: readonly KindRow[] = [
  row("Kafka", "spec.kafka", kafka, "kafka"),
  row("Kafka", "spec.zookeeper", zookeeper, "zookeeper"),
  row("Kafka", "spec.entityOperator", entityOperator, "entityOperator"),
  row("Kafka", "spec.cruiseControl", single("cruise-control", "cruiseControlContainer"), "cruiseControl"),
  row("Kafka", "spec.kafkaExporter", single(component("kafka-exporter"), "container"), "kafkaExporter"),
  row("Kafka", "spec.jmxTrans", single(component("kafka-jmx-trans"), "container"), "jmxTrans"),
  { ...row("KafkaNodePool", "spec", pool), note: "a pool without a `template` has that of its Kafka" },
  row("KafkaConnect", "spec", withInit(component("connect"), "connectContainer")),
  row("KafkaConnect", "spec", build, "build"),
  row("KafkaMirrorMaker2", "spec", withInit(component("mirrormaker2"), "connectContainer")),
  row("KafkaMirrorMaker", "spec", single(component("mirror-maker"), "mirrorMakerContainer")),
  row("KafkaBridge", "spec", withInit(component("bridge"), "bridgeContainer")),
  {
    groups: ["core.strimzi.io"],
    kind: "StrimziPodSet",
    path: "spec.pods[]",
    shape: podTemplate,
    source: "datreeio/CRDs-catalog: core.strimzi.io/strimzipodset_v1beta2.json",
  },
];
