// The one walk over a pod's containers: init (sidecars included), regular, ephemeral, in the order Kubernetes visits them.
// kubernetes/kubernetes: pkg/api/v1/pod/util.go (VisitContainers).

import { asText, isMapping, type MappingField } from "./field.ts";
import { containerAt, containerNamed, type PodContainer } from "./pod.ts";
import type { Container } from "./report.ts";

const lists = [
  { field: "initContainers", type: "init" },
  { field: "containers", type: "container" },
  { field: "ephemeralContainers", type: "ephemeral" },
] as const;

/** Containers of one list below a field. Entries that are no objects are left out: no pod can be made of them. */
export function containersIn({ path, value }: MappingField, field: string, type: Container["type"], pod: string | null): PodContainer[] {
  const entries: unknown = Object.hasOwn(value, field) ? value[field] : undefined;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((spec: unknown, index) =>
    isMapping(spec) ? [containerAt({ path: path.concat(field, index), value: spec }, containerNamed(type, asText(spec["name"]) ?? "", pod))] : [],
  );
}

/** Containers of a pod spec, in Kubernetes' order. */
export function podContainers(podSpec: MappingField, pod: string | null): PodContainer[] {
  return lists.flatMap(({ field, type }) => containersIn(podSpec, field, type, pod));
}
