// Databases and queues whose operators make the containers.

import { catalogue } from "./crd-source.ts";
import type { ControllerDefault, KindRow } from "./kind.ts";
import { operatorPod } from "./operator-pod.ts";
import { containerList, patchedTemplateAt, podTemplate } from "./pod-template.ts";

/** cloudnative-pg/cloudnative-pg: pkg/specs/containers.go (GetSecurityContext), api/v1/cluster_funcs.go (GetSeccompProfile). */
const cloudNativePg: ControllerDefault = { profile: "RuntimeDefault", by: "CloudNativePG", certain: true, yieldsTo: "profile", level: "pod" };

const usual = (name: string, lists: Readonly<Record<string, "container" | "init">> = {}) =>
  operatorPod("`podSecurityContext` for the pod, `securityContext` for its main container", { context: "podSecurityContext", containers: [{ name }], lists });

const spelledOut = (name: string, context: "securityContext" | "podSecurityContext", lists: Readonly<Record<string, "container" | "init">> = {}, metadata?: string) =>
  operatorPod(`\`${context}\` for the pod, \`containerSecurityContext\` for its main container`, {
    context,
    containers: [{ name, field: "containerSecurityContext" }],
    lists,
    ...(metadata === undefined ? {} : { metadata }),
  });

/** Where containers are called as their StatefulSet is. */
const OPSTREE = "OT-CONTAINER-KIT/redis-operator: internal/k8sutils/statefulset.go (generateContainerDef)";

const opstree = ([kind, suffix]: readonly [kind: string, suffix: string]): KindRow => ({
  groups: ["redis.redis.opstreelabs.in"],
  kind,
  path: "spec",
  shape: operatorPod("`podSecurityContext` for the pod, `securityContext` for its main container", {
    context: "podSecurityContext",
    containers: [
      { name: (name) => `init${name}${suffix}`, type: "init", at: "initContainer", optional: true },
      { name: (name) => `${name}${suffix}` },
      { name: "redis-exporter", at: "redisExporter", optional: true },
    ],
    lists: { sidecars: "container" },
  }),
  source: OPSTREE,
});

const mariadb = (kind: string, name: string): KindRow => ({
  groups: ["k8s.mariadb.com"],
  kind,
  path: "spec",
  shape: usual(name, { initContainers: "init", sidecarContainers: "container" }),
  source: catalogue(`k8s.mariadb.com/${kind.toLowerCase()}_v1alpha1`),
});

/** The job of a MariaDB kind: its init container, if any, and its container share one context. mariadb-operator/mariadb-operator: pkg/builder/batch_builder.go. */
const mariadbJob = (kind: string, init: string | null, name: string): KindRow => ({
  groups: ["k8s.mariadb.com"],
  kind,
  path: "spec",
  shape: operatorPod("`podSecurityContext` for the pod, `securityContext` for its containers", {
    context: "podSecurityContext",
    containers: [...(init === null ? [] : [{ name: init, type: "init" } as const]), { name }],
  }),
  source: "mariadb-operator/mariadb-operator: pkg/builder/batch_builder.go, batch_container_builder.go",
});

export const databaseKinds: readonly KindRow[] = [
  {
    groups: ["postgresql.cnpg.io"],
    kind: "Cluster",
    path: "spec",
    shape: operatorPod("`seccompProfile` for the pods and all their containers, `securityContext` for the containers", { context: "", containers: [{ name: "postgres" }] }),
    controllerDefault: cloudNativePg,
    source: "cloudnative-pg/cloudnative-pg: pkg/specs/containers.go (GetSecurityContext)",
  },
  { groups: ["postgresql.cnpg.io"], kind: "Pooler", path: "spec.template", shape: podTemplate, source: catalogue("postgresql.cnpg.io/pooler_v1") },
  ...["instances[]", "proxy.pgBouncer"].flatMap((path): readonly KindRow[] =>
    ["postgres-operator.crunchydata.com", "upstream.pgv2.percona.com"].map((group) => ({
      groups: [group],
      kind: "PostgresCluster",
      path: `spec.${path}`,
      ...(path === "proxy.pgBouncer" ? { pod: "pgBouncer" } : {}),
      shape: containerList,
      inherits: true,
      note: "sidecars only",
      source: "CrunchyData/postgres-operator: pkg/apis/postgres-operator.crunchydata.com/v1beta1; percona/percona-postgresql-operator: deploy/crd.yaml",
    })),
  ),
  {
    groups: ["rabbitmq.com"],
    kind: "RabbitmqCluster",
    path: "spec",
    shape: patchedTemplateAt("override.statefulSet.spec.template"),
    generates: ["rabbitmq"],
    source: catalogue("rabbitmq.com/rabbitmqcluster_v1beta1"),
  },
  ...([["Redis", ""], ["RedisReplication", ""], ["RedisSentinel", "-sentinel"]] as const).map(opstree),
  {
    groups: ["redis.redis.opstreelabs.in"],
    kind: "RedisCluster",
    path: "spec",
    shape: operatorPod("`podSecurityContext` for the pods, `securityContext` of `redisLeader` and `redisFollower` for their containers", {
      context: "podSecurityContext",
      containers: [{ name: (name) => `${name}-leader`, at: "redisLeader" }, { name: (name) => `${name}-follower`, at: "redisFollower" }, { name: "redis-exporter", at: "redisExporter", optional: true }],
      lists: { sidecars: "container" },
    }),
    source: OPSTREE,
  },
  ...["redis", "sentinel"].map(
    (pod): KindRow => ({
      groups: ["databases.spotahome.com"],
      kind: "RedisFailover",
      path: `spec.${pod}`,
      pod,
      shape: spelledOut(pod, "securityContext", { initContainers: "init", extraContainers: "container" }),
      source: catalogue("databases.spotahome.com/redisfailover_v1"),
    }),
  ),
  {
    groups: ["dragonflydb.io"],
    kind: "Dragonfly",
    path: "spec",
    shape: spelledOut("dragonfly", "podSecurityContext", { initContainers: "init", additionalContainers: "container" }, "podMetadata"),
    source: catalogue("dragonflydb.io/dragonfly_v1alpha1"),
  },
  mariadb("MariaDB", "mariadb"),
  mariadb("MaxScale", "maxscale"),
  mariadbJob("Backup", "mariadb", "mariadb-operator"),
  mariadbJob("PhysicalBackup", "mariadb", "mariadb-operator"),
  mariadbJob("Restore", "mariadb-operator", "mariadb"),
  mariadbJob("SqlJob", null, "mariadb"),
  {
    groups: ["cluster.redpanda.com"],
    kind: "Redpanda",
    path: "spec",
    shape: patchedTemplateAt("clusterSpec.statefulset.podTemplate"),
    generates: ["redpanda"],
    source: "redpanda-data/redpanda-operator: charts/redpanda/statefulset.go, helpers.go (StrategicMergePatch), values.go (RedpandaContainerName)",
  },
  ...["RedpandaBrokerPool", "NodePool"].map(
    (kind): KindRow => ({
      groups: ["cluster.redpanda.com"],
      kind,
      path: "spec",
      shape: patchedTemplateAt("podTemplate"),
      generates: ["redpanda"],
      source: "redpanda-data/redpanda-operator: operator/config/crd/bases",
    }),
  ),
  {
    groups: ["cluster.redpanda.com"],
    kind: "Console",
    path: "spec",
    shape: operatorPod("`podSecurityContext` for the pod, `securityContext` for its main container", {
      context: "podSecurityContext",
      containers: [{ name: "console" }],
      lists: { initContainers: "init", extraContainers: "container" },
    }),
    source: "redpanda-data/redpanda-operator: charts/console/deployment.go, render.go (ConsoleContainerName)",
  },
  {
    groups: ["acid.zalan.do"],
    kind: "postgresql",
    path: "spec",
    shape: operatorPod("`initContainers`; the operator's own containers have no field for a profile", { context: null, containers: [], lists: { initContainers: "init" } }),
    note: "init containers only: nothing else in the object can carry a profile",
    source: "zalando/postgres-operator: pkg/cluster/k8sres.go (generatePodTemplate), manifests/postgresql.crd.yaml",
  },
  ...["coreTemplate", "replicantTemplate"].map(
    (pod): KindRow => ({
      groups: ["apps.emqx.io"],
      kind: "EMQX",
      path: `spec.${pod}.spec`,
      pod,
      shape: spelledOut("emqx", "podSecurityContext", { initContainers: "init", extraContainers: "container" }),
      source: catalogue("apps.emqx.io/emqx_v2beta1"),
    }),
  ),
  { groups: ["hivemq.com"], kind: "HiveMQCluster", path: "spec", shape: spelledOut("hivemq", "podSecurityContext", { initContainers: "init", sidecars: "container" }), source: catalogue("hivemq.com/hivemqcluster_v1") },
  { groups: ["hivemq.com"], kind: "HiveMQPlatform", path: "spec.statefulSet.spec.template", shape: podTemplate, source: catalogue("hivemq.com/hivemqplatform_v1") },
  { groups: ["minio.min.io"], kind: "Tenant", path: "spec.pools[]", shape: spelledOut("minio", "securityContext"), source: catalogue("minio.min.io/tenant_v2") },
  { groups: ["minio.min.io"], kind: "Tenant", path: "spec.kes", pod: "kes", shape: spelledOut("kes", "securityContext"), source: "minio/operator: pkg/resources/statefulsets/kes-statefulset.go" },
  { groups: ["minio.min.io"], kind: "Tenant", path: "spec.sideCars", pod: "sidecars", shape: containerList, inherits: true, source: catalogue("minio.min.io/tenant_v2") },
];
