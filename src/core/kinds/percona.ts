// Percona's operators for MySQL, MongoDB and PostgreSQL.

import type { KindRow } from "./kind.ts";
import { operatorPod } from "./operator-pod.ts";

const sidecars = { sidecars: "container" } as const;
const switchedOn = { field: "enabled", is: ["true"] } as const;

/** A pod at the row's place, of one main container and sidecars. */
const member = (name: string, when?: typeof switchedOn) =>
  operatorPod("`podSecurityContext` for the pod, `containerSecurityContext` for its main container", {
    context: "podSecurityContext",
    containers: [{ name, field: "containerSecurityContext" }],
    lists: sidecars,
    ...(when === undefined ? {} : { when }),
  });

const mysql = (group: string, kind: string, path: string, name: string, source: string, when?: typeof switchedOn): KindRow => ({
  groups: [group],
  kind,
  path: `spec.${path}`,
  pod: name,
  shape: member(name, when),
  source,
});

const xtraDb = (name: string, when?: typeof switchedOn): KindRow =>
  mysql("pxc.percona.com", "PerconaXtraDBCluster", name, name, "percona/percona-xtradb-cluster-operator: pkg/pxc/statefulset.go, pkg/pxc/app/statefulset", when);

const serverMySql = (path: string, name: string, when?: typeof switchedOn): KindRow =>
  mysql("ps.percona.com", "PerconaServerMySQL", path, name, `percona/percona-server-mysql-operator: api/v1/perconaservermysql_types.go, pkg/${name}/${name}.go`, when);

const mongoDb = (path: string, shape: KindRow["shape"], pod?: string): KindRow => ({
  groups: ["psmdb.percona.com"],
  kind: "PerconaServerMongoDB",
  path,
  ...(pod === undefined ? {} : { pod }),
  shape,
  source: "percona/percona-server-mongodb-operator: pkg/psmdb/statefulset.go (StatefulSpec), pkg/psmdb/mongos.go, pkg/apis/psmdb/v1/psmdb_defaults.go",
});

/** Members of a replica set that take the set's contexts where they have none. */
const lesserMember = (part: string, name: string) =>
  operatorPod(`\`podSecurityContext\` of \`${part}\` for the pod, \`containerSecurityContext\` for its main container; else those of the replica set`, {
    part,
    when: { field: `${part}.enabled`, is: ["true"] },
    context: [`${part}.podSecurityContext`, "podSecurityContext"],
    containers: [{ name, field: "containerSecurityContext", otherwise: "containerSecurityContext" }],
    lists: sidecars,
  });

const ofSharding = (part: string, name: string) =>
  operatorPod(`\`podSecurityContext\` of \`${part}\` for the pod, \`containerSecurityContext\` for its main container`, {
    part,
    when: switchedOn,
    context: `${part}.podSecurityContext`,
    containers: [{ name, field: "containerSecurityContext" }],
    lists: sidecars,
  });

const mongoDbKinds: readonly KindRow[] = [
  mongoDb("spec.replsets[]", member("mongod")),
  ...([["nonvoting", "mongod-nv"], ["hidden", "mongod-hidden"], ["arbiter", "mongod-arbiter"]] as const).map(([part, name]) => mongoDb("spec.replsets[]", lesserMember(part, name), part)),
  ...([["configsvrReplSet", "mongod"], ["mongos", "mongos"]] as const).map(([part, name]) => mongoDb("spec.sharding", ofSharding(part, name), part)),
];

/** The operator's own containers get RuntimeDefault, each for itself; the pod's context is for what users put beside them. */
const besidePostgres = operatorPod("`securityContext` for the pod, lists of containers beside the operator's own, which get RuntimeDefault", {
  context: "securityContext",
  containers: [],
  lists: { initContainers: "init", ...sidecars },
});

const postgreSqlKinds: readonly KindRow[] = (["instances[]", "proxy.pgBouncer"] as const).map((path) => ({
  groups: ["pgv2.percona.com"],
  kind: "PerconaPGCluster",
  path: `spec.${path}`,
  ...(path === "proxy.pgBouncer" ? { pod: "pgBouncer" } : {}),
  shape: besidePostgres,
  note: "sidecars only",
  source: "percona/percona-postgresql-operator: internal/controller/postgrescluster/instance.go, pgbouncer.go; internal/initialize/security.go (RestrictedSecurityContext)",
}));

export const perconaKinds: readonly KindRow[] = [
  xtraDb("pxc"),
  xtraDb("haproxy", switchedOn),
  xtraDb("proxysql", switchedOn),
  serverMySql("mysql", "mysql"),
  serverMySql("proxy.haproxy", "haproxy", switchedOn),
  serverMySql("proxy.router", "router", switchedOn),
  serverMySql("orchestrator", "orchestrator", switchedOn),
  ...mongoDbKinds,
  ...postgreSqlKinds,
];
