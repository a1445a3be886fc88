// The one walk over a pod's containers: init (sidecars included), regular, ephemeral, in the order Kubernetes visits them.
// kubernetes/kubernetes: pkg/api/v1/pod/util.go (VisitContainers).

import { isMapping, type PathSegment } from "./manifest.ts";
import type { Container } from "./report.ts";
import { asText, type PodHolder } from "./workload.ts";

export interface PodContainer {
  readonly container: Container;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Path inside the object, such as `spec.template.spec.containers[0]`. */
  readonly path: readonly PathSegment[];
}

const lists = [
  { field: "initContainers", type: "init" },
  { field: "containers", type: "container" },
  { field: "ephemeralContainers", type: "ephemeral" },
] as const;

/** Containers of a pod, in Kubernetes' order. Entries that are no objects are left out: no pod can be made of them. */
export function* podContainers(holder: PodHolder): Generator<PodContainer> {
  for (const { field, type } of lists) {
    const entries = holder.podSpec[field];
    if (!Array.isArray(entries)) continue;
    for (const [index, spec] of entries.entries()) {
      if (!isMapping(spec)) continue;
      yield {
        container: { type, name: asText(spec["name"]) ?? "" },
        spec,
        path: [...holder.podSpecPath, field, index],
      };
    }
  }
}
