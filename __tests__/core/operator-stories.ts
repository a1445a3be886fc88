// Kinds whose operators make the pods, by fields of their own: a profile where the operator takes it from, and what becomes of it.

/** An object of a kind on both sides, and its containers in short. */
export interface Story {
  readonly api: string;
  readonly kind: string;
  readonly source: string;
  readonly base: object;
  readonly baseLines: readonly string[];
  readonly head: object;
  readonly headLines: readonly string[];
}

const confined = { seccompProfile: { type: "RuntimeDefault" } };
const unconfined = { seccompProfile: { type: "Unconfined" } };
const privileged = { privileged: true };

/** `{a: {b: value}}` of `a.b`. */
const nested = (path: string, value: object): object => path.split(".").reduceRight<object>((inner, key) => ({ [key]: inner }), value);

/** A part of an object with `podSecurityContext` and `containerSecurityContext`. */
function member(api: string, kind: string, path: string, pod: string, name: string, source: string, extra: object = {}): Story {
  return {
    api,
    kind,
    source,
    base: { spec: nested(path, { ...extra, podSecurityContext: confined }) },
    baseLines: [`${pod}/container ${name}: RuntimeDefault pod-field spec.${path}.podSecurityContext.seccompProfile`],
    head: { spec: nested(path, { ...extra, podSecurityContext: confined, containerSecurityContext: unconfined, sidecars: [{ name: "side", securityContext: privileged }] }) },
    headLines: [
      `${pod}/container ${name}: Unconfined container-field spec.${path}.containerSecurityContext.seccompProfile`,
      `${pod}/container side: Unconfined privileged spec.${path}.sidecars[0].securityContext.privileged`,
    ],
  };
}

const enabled = { enabled: true };
const pxc = (part: string, extra?: object): Story => member("pxc.percona.com/v1", "PerconaXtraDBCluster", part, part, part, "percona/percona-xtradb-cluster-operator: pkg/pxc/app/statefulset", extra);
const ps = (path: string, name: string, extra?: object): Story => member("ps.percona.com/v1", "PerconaServerMySQL", path, name, name, "percona/percona-server-mysql-operator: pkg", extra);
const psmdb = { api: "psmdb.percona.com/v1", kind: "PerconaServerMongoDB", source: "percona/percona-server-mongodb-operator: pkg/psmdb/statefulset.go" };

const percona: readonly Story[] = [
  pxc("pxc"),
  pxc("haproxy", enabled),
  pxc("proxysql", enabled),
  // What is switched off is not made.
  {
    ...pxc("pxc"),
    base: { spec: { pxc: {}, haproxy: { enabled: false, podSecurityContext: confined } } },
    baseLines: ["pxc/container pxc: Unset none -"],
    head: { spec: { proxysql: { podSecurityContext: confined } } },
    headLines: [],
  },
  ps("mysql", "mysql"),
  ps("proxy.haproxy", "haproxy", enabled),
  ps("proxy.router", "router", enabled),
  ps("orchestrator", "orchestrator", enabled),
  {
    ...psmdb,
    base: { spec: { replsets: [{ name: "rs0", podSecurityContext: confined, nonvoting: { enabled: true }, hidden: { enabled: false }, arbiter: { enabled: true } }] } },
    baseLines: [
      "rs0/container mongod: RuntimeDefault pod-field spec.replsets[0].podSecurityContext.seccompProfile",
      "nonvoting/rs0/container mongod-nv: RuntimeDefault pod-field spec.replsets[0].podSecurityContext.seccompProfile",
      "arbiter/rs0/container mongod-arbiter: RuntimeDefault pod-field spec.replsets[0].podSecurityContext.seccompProfile",
    ],
    // A context of its own takes the place of the set's as a whole.
    head: { spec: { replsets: [{ name: "rs0", podSecurityContext: confined, containerSecurityContext: unconfined, nonvoting: { enabled: true, podSecurityContext: { fsGroup: 1 }, containerSecurityContext: { runAsUser: 1 } }, hidden: { enabled: true } }] } },
    headLines: [
      "rs0/container mongod: Unconfined container-field spec.replsets[0].containerSecurityContext.seccompProfile",
      "nonvoting/rs0/container mongod-nv: Unset none -",
      "hidden/rs0/container mongod-hidden: Unconfined container-field spec.replsets[0].containerSecurityContext.seccompProfile",
    ],
  },
  {
    ...psmdb,
    base: { spec: { sharding: { enabled: true, configsvrReplSet: { podSecurityContext: confined }, mongos: { containerSecurityContext: confined } } } },
    baseLines: [
      "configsvrReplSet/container mongod: RuntimeDefault pod-field spec.sharding.configsvrReplSet.podSecurityContext.seccompProfile",
      "mongos/container mongos: RuntimeDefault container-field spec.sharding.mongos.containerSecurityContext.seccompProfile",
    ],
    head: { spec: { sharding: { enabled: false, configsvrReplSet: {}, mongos: {} } } },
    headLines: [],
  },
  {
    api: "pgv2.percona.com/v2",
    kind: "PerconaPGCluster",
    source: "percona/percona-postgresql-operator: internal/controller/postgrescluster",
    base: { spec: { instances: [{ name: "one", securityContext: confined, sidecars: [{ name: "side" }] }] } },
    baseLines: ["one/container side: RuntimeDefault pod-field spec.instances[0].securityContext.seccompProfile"],
    head: { spec: { proxy: { pgBouncer: { securityContext: confined, sidecars: [{ name: "side", securityContext: unconfined }] } } } },
    headLines: ["pgBouncer/container side: Unconfined container-field spec.proxy.pgBouncer.sidecars[0].securityContext.seccompProfile"],
  },
];

const tidb: readonly Story[] = [
  ...([["TidbCluster", "pd", "pd"], ["TidbCluster", "tidb", "tidb"], ["TidbCluster", "tikv", "tikv"], ["TidbCluster", "tiflash", "tiflash"], ["TidbCluster", "ticdc", "ticdc"], ["TidbCluster", "tiproxy", "tiproxy"], ["TidbCluster", "pump", "pump"], ["DMCluster", "master", "dm-master"], ["DMCluster", "worker", "dm-worker"]] as const).map(
    ([kind, part, name]): Story => ({
      api: "pingcap.com/v1alpha1",
      kind,
      source: "pingcap/tidb-operator: pkg/apis/pingcap/v1alpha1/component_spec.go, release-1.6",
      base: { spec: { podSecurityContext: confined, [part]: {} } },
      baseLines: [`${part}/container ${name}: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile`],
      head: { spec: { podSecurityContext: confined, [part]: { podSecurityContext: { runAsUser: 1 }, additionalContainers: [{ name: "side", securityContext: privileged }] } } },
      headLines: [`${part}/container ${name}: Unset none -`, `${part}/container side: Unconfined privileged spec.${part}.additionalContainers[0].securityContext.privileged`],
    }),
  ),
  ...([["PDGroup", "pd"], ["TiKVGroup", "tikv"], ["TiDBGroup", "tidb"], ["TiFlashGroup", "tiflash"], ["TiCDCGroup", "ticdc"], ["TiProxyGroup", "tiproxy"], ["TSOGroup", "tso"], ["SchedulingGroup", "scheduling"]] as const).map(
    ([kind, name]): Story => ({
      api: "core.pingcap.com/v1alpha1",
      kind,
      source: "pingcap/tidb-operator: api/core/v1alpha1/common_types.go (Overlay)",
      base: { spec: { template: { spec: { overlay: { pod: { spec: { securityContext: confined } } } } } } },
      baseLines: [`container ${name}: RuntimeDefault pod-field spec.template.spec.overlay.pod.spec.securityContext.seccompProfile`],
      head: { spec: { template: { spec: {} } } },
      headLines: [`container ${name}: Unset none -`],
    }),
  ),
];

const jaeger = { api: "jaegertracing.io/v1", kind: "Jaeger", source: "jaegertracing/jaeger-operator: pkg/deployment, pkg/util/util.go (Merge)" };
const logging = "kube-logging/logging-operator: pkg/resources";

const observability: readonly Story[] = [
  {
    ...jaeger,
    base: { spec: { securityContext: confined, collector: { securityContext: unconfined } } },
    baseLines: ["allInOne/container jaeger: RuntimeDefault pod-field spec.securityContext.seccompProfile"],
    head: { spec: { strategy: "allInOne", securityContext: confined, containerSecurityContext: unconfined, allInOne: { securityContext: {} } } },
    headLines: ["allInOne/container jaeger: Unconfined container-field spec.containerSecurityContext.seccompProfile"],
  },
  {
    ...jaeger,
    base: { spec: { strategy: "production", collector: { securityContext: confined }, query: { containerSecurityContext: confined } } },
    baseLines: [
      "collector/container jaeger-collector: RuntimeDefault pod-field spec.collector.securityContext.seccompProfile",
      "query/container jaeger-query: RuntimeDefault container-field spec.query.containerSecurityContext.seccompProfile",
    ],
    head: { spec: { strategy: "streaming", ingester: { securityContext: unconfined } } },
    headLines: ["collector/container jaeger-collector: Unset none -", "query/container jaeger-query: Unset none -", "ingester/container jaeger-ingester: Unconfined pod-field spec.ingester.securityContext.seccompProfile"],
  },
  {
    api: "logging.banzaicloud.io/v1beta1",
    kind: "Logging",
    source: logging,
    base: { spec: { fluentd: {}, fluentbit: { security: { securityContext: confined } } } },
    baseLines: ["fluentd/container fluentd: RuntimeDefault none -", "fluentbit/container fluent-bit: RuntimeDefault container-field spec.fluentbit.security.securityContext.seccompProfile"],
    // The pod of fluent-bit takes nothing of the kind from `podSecurityContext`.
    head: { spec: { fluentd: { security: { podSecurityContext: unconfined } }, fluentbit: { security: { podSecurityContext: confined } } } },
    headLines: ["fluentd/container fluentd: Unconfined pod-field spec.fluentd.security.podSecurityContext.seccompProfile", "fluentbit/container fluent-bit: Unset none -"],
  },
  {
    api: "logging.banzaicloud.io/v1beta1",
    kind: "FluentdConfig",
    source: logging,
    base: { spec: { security: { podSecurityContext: confined } } },
    baseLines: ["container fluentd: RuntimeDefault pod-field spec.security.podSecurityContext.seccompProfile"],
    head: { spec: { security: { securityContext: privileged } } },
    headLines: ["container fluentd: Unconfined privileged spec.security.securityContext.privileged"],
  },
  {
    api: "logging.banzaicloud.io/v1beta1",
    kind: "FluentbitAgent",
    source: logging,
    base: { spec: { security: { securityContext: confined } } },
    baseLines: ["container fluent-bit: RuntimeDefault container-field spec.security.securityContext.seccompProfile"],
    head: { spec: {} },
    headLines: ["container fluent-bit: Unset none -"],
  },
];

const mariadbJob = (kind: string, init: string | null, name: string): Story => {
  const names = [...(init === null ? [] : [`init ${init}`]), `container ${name}`];
  return {
    api: "k8s.mariadb.com/v1alpha1",
    kind,
    source: "mariadb-operator/mariadb-operator: pkg/builder/batch_builder.go",
    base: { spec: { podSecurityContext: confined } },
    baseLines: names.map((one) => `${one}: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile`),
    head: { spec: { podSecurityContext: confined, securityContext: unconfined } },
    headLines: names.map((one) => `${one}: Unconfined container-field spec.securityContext.seccompProfile`),
  };
};

const redpanda = (kind: string, path: string): Story => ({
  api: "cluster.redpanda.com/v1alpha2",
  kind,
  source: "redpanda-data/redpanda-operator: charts/redpanda/helpers.go (StrategicMergePatch)",
  base: { spec: nested(path, { spec: { securityContext: confined } }) },
  baseLines: [`container redpanda: RuntimeDefault pod-field spec.${path}.spec.securityContext.seccompProfile`],
  head: { spec: nested(path, { spec: { securityContext: confined, containers: [{ name: "redpanda", securityContext: unconfined }] } }) },
  headLines: [`container redpanda: Unconfined container-field spec.${path}.spec.containers[0].securityContext.seccompProfile`],
});

const databases: readonly Story[] = [
  {
    api: "druid.apache.org/v1alpha1",
    kind: "Druid",
    source: "apache/druid-operator: controllers/druid/handler.go (makePodSpec)",
    base: { spec: { securityContext: confined, nodes: { brokers: {}, historicals: { securityContext: { fsGroup: 1 } } } } },
    baseLines: ["brokers/container druid-it-brokers: RuntimeDefault pod-field spec.securityContext.seccompProfile", "historicals/container druid-it-historicals: Unset none -"],
    head: { spec: { securityContext: confined, containerSecurityContext: unconfined, additionalContainer: [{ name: "side" }], nodes: { brokers: {} } } },
    headLines: ["brokers/container druid-it-brokers: Unconfined container-field spec.containerSecurityContext.seccompProfile", "brokers/container side: RuntimeDefault pod-field spec.securityContext.seccompProfile"],
  },
  {
    api: "minio.min.io/v2",
    kind: "Tenant",
    source: "minio/operator: pkg/resources/statefulsets/kes-statefulset.go",
    base: { spec: { kes: { securityContext: confined } } },
    baseLines: ["kes/container kes: RuntimeDefault pod-field spec.kes.securityContext.seccompProfile"],
    head: { spec: { kes: { securityContext: confined, containerSecurityContext: unconfined } } },
    headLines: ["kes/container kes: Unconfined container-field spec.kes.containerSecurityContext.seccompProfile"],
  },
  mariadbJob("Backup", "mariadb", "mariadb-operator"),
  mariadbJob("PhysicalBackup", "mariadb", "mariadb-operator"),
  mariadbJob("Restore", "mariadb-operator", "mariadb"),
  mariadbJob("SqlJob", null, "mariadb"),
  redpanda("Redpanda", "clusterSpec.statefulset.podTemplate"),
  redpanda("RedpandaBrokerPool", "podTemplate"),
  redpanda("NodePool", "podTemplate"),
  {
    api: "cluster.redpanda.com/v1alpha2",
    kind: "Console",
    source: "redpanda-data/redpanda-operator: charts/console/deployment.go",
    base: { spec: { podSecurityContext: confined } },
    baseLines: ["container console: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile"],
    head: { spec: { podSecurityContext: confined, securityContext: unconfined } },
    headLines: ["container console: Unconfined container-field spec.securityContext.seccompProfile"],
  },
  {
    api: "acid.zalan.do/v1",
    kind: "postgresql",
    source: "zalando/postgres-operator: pkg/cluster/k8sres.go",
    base: { spec: { initContainers: [{ name: "prepare", securityContext: confined }] } },
    baseLines: ["init prepare: RuntimeDefault container-field spec.initContainers[0].securityContext.seccompProfile"],
    head: { spec: { sidecars: [{ name: "side" }], initContainers: [{ name: "prepare" }] } },
    headLines: ["init prepare: Unset none -"],
  },
];

const k8upJobs: readonly Story[] = ["Backup", "Check", "Prune", "Archive", "Restore"].map((kind) => ({
  api: "k8up.io/v1",
  kind,
  source: "k8up-io/k8up: operator/job/job.go (MutateBatchJob)",
  base: { spec: { podSecurityContext: confined } },
  baseLines: [`container ${kind.toLowerCase()}: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile`],
  head: { spec: {} },
  headLines: [`container ${kind.toLowerCase()}: Unset none -`],
}));

const k8upSchedules: readonly Story[] = ["backup", "check", "prune", "archive", "restore"].map((part) => ({
  api: "k8up.io/v1",
  kind: "Schedule",
  source: "k8up-io/k8up: operator/schedulecontroller/handler.go",
  base: { spec: { podSecurityContext: confined, [part]: {} } },
  baseLines: [`${part}/container ${part}: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile`],
  head: { spec: { podSecurityContext: confined, [part]: { podSecurityContext: unconfined } } },
  headLines: [`${part}/container ${part}: Unconfined pod-field spec.${part}.podSecurityContext.seccompProfile`],
}));

const volsync = (kind: string, field: string, name: string): Story => ({
  api: "volsync.backube/v1alpha1",
  kind,
  source: "backube/volsync: internal/controller/utils/utils.go",
  base: { spec: { [field]: { moverSecurityContext: confined } } },
  baseLines: [`${field}/container ${name}: RuntimeDefault pod-field spec.${field}.moverSecurityContext.seccompProfile`],
  head: { spec: { [field]: { moverSecurityContext: { runAsUser: 1 } } } },
  headLines: [`${field}/container ${name}: Unset none -`],
});

const datadog = (kind: string): Story => ({
  api: "datadoghq.com/v2alpha1",
  kind,
  source: "DataDog/datadog-operator: internal/controller/datadogagent/override",
  base: { spec: { override: { nodeAgent: { securityContext: confined, containers: { "trace-agent": {}, "system-probe": {} } }, clusterAgent: { containers: { all: { securityContext: confined } } } } } },
  baseLines: [
    "nodeAgent/container agent: RuntimeDefault pod-field spec.override.nodeAgent.securityContext.seccompProfile",
    "nodeAgent/container trace-agent: RuntimeDefault pod-field spec.override.nodeAgent.securityContext.seccompProfile",
    "clusterAgent/container cluster-agent: RuntimeDefault container-field spec.override.clusterAgent.containers.all.securityContext.seccompProfile",
  ],
  // What takes the place of the operator's own context takes its profile along.
  head: { spec: { override: { nodeAgent: { containers: { agent: { securityContext: unconfined }, "system-probe": { securityContext: privileged } } }, clusterAgent: { disabled: true }, clusterChecksRunner: {} } } },
  headLines: [
    "nodeAgent/container agent: Unconfined container-field spec.override.nodeAgent.containers.agent.securityContext.seccompProfile",
    "nodeAgent/container system-probe: Unconfined privileged spec.override.nodeAgent.containers.system-probe.securityContext.privileged",
    "clusterChecksRunner/container agent: Unset none -",
  ],
});

const platform: readonly Story[] = [
  datadog("DatadogAgent"),
  datadog("DatadogAgentInternal"),
  {
    api: "vault.banzaicloud.com/v1alpha1",
    kind: "Vault",
    source: "bank-vaults/vault-operator: pkg/controller/vault/vault_controller.go",
    base: { spec: { securityContext: confined } },
    baseLines: ["vault", "bank-vaults", "configurer/bank-vaults"].map((name) => `${name.includes("/") ? "configurer/" : ""}container ${name.replace("configurer/", "")}: RuntimeDefault pod-field spec.securityContext.seccompProfile`),
    head: { spec: { vaultContainerSpec: { securityContext: unconfined } } },
    headLines: ["container vault: Unconfined container-field spec.vaultContainerSpec.securityContext.seccompProfile", "container bank-vaults: Unset none -", "configurer/container bank-vaults: Unset none -"],
  },
  ...k8upJobs,
  ...k8upSchedules,
  ...([["restic", "restic"], ["rclone", "rclone"], ["rsyncTLS", "rsync-tls"]] as const).flatMap(([field, name]) => ["ReplicationSource", "ReplicationDestination"].map((kind) => volsync(kind, field, name))),
  volsync("ReplicationSource", "syncthing", "syncthing"),
  {
    api: "upgrade.cattle.io/v1",
    kind: "Plan",
    source: "rancher/system-upgrade-controller: pkg/upgrade/job/job.go",
    base: { spec: { prepare: { securityContext: confined }, upgrade: { securityContext: confined } } },
    baseLines: ["init prepare: RuntimeDefault container-field spec.prepare.securityContext.seccompProfile", "container upgrade: RuntimeDefault container-field spec.upgrade.securityContext.seccompProfile"],
    head: { spec: { upgrade: { securityContext: privileged } } },
    headLines: ["container upgrade: Unconfined privileged spec.upgrade.securityContext.privileged"],
  },
  {
    api: "k8s.keycloak.org/v2alpha1",
    kind: "Keycloak",
    source: "keycloak/keycloak: operator/src/main/java/org/keycloak/operator/controllers/KeycloakDeploymentDependentResource.java",
    // The first container is the operator's, whatever it is called, or not.
    base: { spec: { unsupported: { podTemplate: { spec: { securityContext: confined, containers: [{ env: [] }, { name: "side", securityContext: unconfined }] } } } } },
    baseLines: [
      "container keycloak: RuntimeDefault pod-field spec.unsupported.podTemplate.spec.securityContext.seccompProfile",
      "container side: Unconfined container-field spec.unsupported.podTemplate.spec.containers[1].securityContext.seccompProfile",
    ],
    head: { spec: {} },
    headLines: ["container keycloak: Unset none -"],
  },
];

const k6 = (kind: string, part: string, name: string): Story => ({
  api: "k6.io/v1alpha1",
  kind,
  source: "grafana/k6-operator: pkg/resources/jobs",
  base: { spec: { [part]: { securityContext: confined } } },
  baseLines: [`${part}/container ${name}: RuntimeDefault pod-field spec.${part}.securityContext.seccompProfile`],
  head: { spec: { [part]: { securityContext: confined, containerSecurityContext: privileged } } },
  headLines: [`${part}/container ${name}: Unconfined privileged spec.${part}.containerSecurityContext.privileged`],
});

const loadTests: readonly Story[] = ["TestRun", "K6"].flatMap((kind) => [k6(kind, "initializer", "k6"), k6(kind, "starter", "k6-curl"), k6(kind, "runner", "k6")]);

/** Every one. */
export const operatorStories: readonly Story[] = [...percona, ...tidb, ...observability, ...databases, ...platform, ...loadTests];
