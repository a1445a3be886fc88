// The usual shape: `metadata` and `spec` of a pod.

import { podContainers } from "../container.ts";
import { asMapping, below, type MappingField } from "../field.ts";
import { podLevel, type Pod } from "../pod.ts";
import type { Shape } from "./kind.ts";

/** The pod that a pod spec describes. */
export function podOf(podSpec: MappingField, metadata: Pod["podMetadata"], pod: string | null): Pod {
  return { pod, securityContext: podLevel(below(podSpec, "securityContext")), podMetadata: metadata, podSpec, containers: podContainers(podSpec, pod) };
}

export const podTemplate: Shape = {
  says: "pod template",
  withoutList: false,
  find: (at, pod) => {
    const spec = asMapping(below(at, "spec"));
    return spec === null ? [] : [podOf(spec, below(at, "metadata"), pod)];
  },
};
