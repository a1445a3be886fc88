// TiDB Operator: the clusters of its first version, whose components fall back to what is said for all, and the groups of its second.

import type { KindRow } from "./kind.ts";
import { operatorPod } from "./operator-pod.ts";
import { patchedTemplateAt } from "./pod-template.ts";

const component = (kind: string, part: string, name: string): KindRow => ({
  groups: ["pingcap.com"],
  kind,
  path: "spec",
  pod: part,
  shape: operatorPod(`\`podSecurityContext\` of \`${part}\`, else that for all, for the pod; \`securityContext\` of \`${part}\` for its main container`, {
    part,
    context: [`${part}.podSecurityContext`, "podSecurityContext"],
    containers: [{ name }],
    lists: { initContainers: "init", additionalContainers: "container" },
  }),
  source: "pingcap/tidb-operator: pkg/apis/pingcap/v1alpha1/component_spec.go (PodSecurityContext, SecurityContext), pkg/manager/member, release-1.6",
});

/** [kind, container]: api/core/v1alpha1/names.go. */
const groups = [
  ["PDGroup", "pd"],
  ["TiKVGroup", "tikv"],
  ["TiDBGroup", "tidb"],
  ["TiFlashGroup", "tiflash"],
  ["TiCDCGroup", "ticdc"],
  ["TiProxyGroup", "tiproxy"],
  ["TSOGroup", "tso"],
  ["SchedulingGroup", "scheduling"],
] as const;

export const tidbKinds: readonly KindRow[] = [
  ...["pd", "tidb", "tikv", "tiflash", "ticdc", "tiproxy", "pump"].map((name) => component("TidbCluster", name, name)),
  component("DMCluster", "master", "dm-master"),
  component("DMCluster", "worker", "dm-worker"),
  ...groups.map(
    ([kind, name]): KindRow => ({
      groups: ["core.pingcap.com"],
      kind,
      path: "spec.template.spec",
      shape: patchedTemplateAt("overlay.pod"),
      generates: [name],
      source: "pingcap/tidb-operator: api/core/v1alpha1/common_types.go (Overlay), names.go",
    }),
  ),
];
