// Druid's operator: a pod for each node of a mapping, whose contexts take the place of those of the cluster.
// apache/druid-operator: controllers/druid/handler.go (makePodSpec, makeNodeSpecificUniqueString), additional_containers.go.

import { containersIn } from "../container.ts";
import { asMapping, asText, below, fieldAt, isMapping } from "../field.ts";
import { containerAt, containerNamed, firstContext } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";

const nodePods: Shape = {
  says: "pods of each of `nodes`: `securityContext` for the pod and `containerSecurityContext` for its main container, else those of the cluster",
  withoutList: true,
  find: (at, _pod, _row, object) => {
    const cluster = asMapping(at);
    const nodes = below(at, "nodes");
    if (cluster === null || !isMapping(nodes.value)) return [];
    const name = asText(fieldAt(object.value, ["metadata", "name"])) ?? "";
    return Object.keys(nodes.value).flatMap((key) => {
      const node = asMapping(below(nodes, key));
      if (node === null) return [];
      const context = (field: string) => firstContext(below(node, field), below(cluster, field));
      const main = { ...containerAt(node, containerNamed("container", `druid-${name}-${key}`, key)), securityContext: context("containerSecurityContext") };
      const others = [cluster, node].flatMap((place) => containersIn(place, "additionalContainer", "container", key));
      return [{ pod: key, securityContext: context("securityContext"), podMetadata: null, podSpec: node, containers: [main, ...others] }];
    });
  },
};

export const druidKinds: readonly KindRow[] = [{ groups: ["druid.apache.org"], kind: "Druid", path: "spec", shape: nodePods, source: "apache/druid-operator: controllers/druid/handler.go (makePodSpec)" }];
