// Elastic Cloud on Kubernetes: pod templates merged over the operator's own.

import { catalogue } from "./crd-source.ts";
import type { ControllerDefault, KindRow } from "./kind.ts";
import { patchedTemplate as shape } from "./pod-template.ts";

/** elastic/cloud-on-k8s: pkg/controller/common/defaults/pod_template.go (WithPodSecurityContext): only where the template has none at all. */
const controllerDefault: ControllerDefault = { profile: "RuntimeDefault", by: "ECK 3.4 and later", certain: false, yieldsTo: "security context", level: "pod" };

const row = (group: string, kind: string, path: string, generates: readonly string[], file: string, pod?: string): KindRow => ({
  groups: [`${group}.k8s.elastic.co`],
  kind,
  path,
  shape,
  generates,
  controllerDefault,
  ...(pod === undefined ? {} : { pod }),
  source: catalogue(`${group}.k8s.elastic.co/${file}`),
});

export const elasticKinds: readonly KindRow[] = [
  row("elasticsearch", "Elasticsearch", "spec.nodeSets[].podTemplate", ["elasticsearch"], "elasticsearch_v1"),
  row("kibana", "Kibana", "spec.podTemplate", ["kibana"], "kibana_v1"),
  row("apm", "ApmServer", "spec.podTemplate", ["apm-server"], "apmserver_v1"),
  row("enterprisesearch", "EnterpriseSearch", "spec.podTemplate", ["enterprise-search"], "enterprisesearch_v1"),
  row("logstash", "Logstash", "spec.podTemplate", ["logstash"], "logstash_v1alpha1"),
  row("maps", "ElasticMapsServer", "spec.podTemplate", ["maps"], "elasticmapsserver_v1alpha1"),
  ...["deployment", "daemonSet"].map((pod) => row("beat", "Beat", `spec.${pod}.podTemplate`, [".spec.type"], "beat_v1beta1")),
  ...["deployment", "daemonSet", "statefulSet"].map((pod) => row("agent", "Agent", `spec.${pod}.podTemplate`, ["agent"], "agent_v1alpha1")),
];
