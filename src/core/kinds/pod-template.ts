// The usual shapes: `metadata` and `spec` of a pod, and what patches or carries a part of them.

import { containersIn, podContainers } from "../container.ts";
import { asMapping, below, type Field, type MappingField } from "../field.ts";
import { containerAt, containerNamed, contextAt, type Pod } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";

/** The pod that a pod spec describes. */
export function podOf(podSpec: MappingField, podMetadata: Field | null, pod: string | null): Pod {
  return { pod, securityContext: contextAt(below(podSpec, "securityContext")), podMetadata, podSpec, containers: podContainers(podSpec, pod) };
}

/** The same with the containers that the operator makes, whether or not the object speaks of them. */
function patchedPod(podSpec: Field, podMetadata: Field, pod: string | null, { generates = [] }: KindRow): Pod {
  const found = podOf({ path: podSpec.path, value: asMapping(podSpec)?.value ?? {} }, podMetadata, pod);
  const known = new Set(found.containers.filter(({ container }) => container.type === "container").map(({ container }) => container.name));
  const made = generates.filter((name) => !known.has(name)).map((name) => containerAt({ path: podSpec.path, value: undefined }, containerNamed("container", name, pod)));
  return { ...found, containers: [...found.containers, ...made] };
}

export const podTemplate: Shape = {
  says: "pod template",
  withoutList: false,
  find: (at, pod) => {
    const spec = asMapping(below(at, "spec"));
    return spec === null ? [] : [podOf(spec, below(at, "metadata"), pod)];
  },
};

export const podSpec: Shape = {
  says: "pod spec",
  withoutList: false,
  find: (at, pod) => {
    const spec = asMapping(at);
    return spec === null ? [] : [podOf(spec, null, pod)];
  },
};

/** A pod template that the operator merges with its own: its containers are there without being mentioned. */
export const patchedTemplate: Shape = {
  says: "pod template, merged over the operator's own",
  withoutList: true,
  find: (at, pod, row) => [patchedPod(below(at, "spec"), below(at, "metadata"), pod, row)],
};

/** Fields of a pod spec among others of the object, merged by name over the operator's own. */
export const patchedSpec: Shape = {
  says: "fields of a pod spec, its containers merged by name over the operator's own",
  withoutList: true,
  find: (at, pod, row) => (asMapping(at) === null ? [] : [patchedPod(at, below(at, "podMetadata"), pod, row)]),
};

/** Containers that are put into pods of others. */
export const containerList: Shape = {
  says: "lists of containers that are put into other pods",
  withoutList: false,
  find: (at, pod) => {
    const lists = asMapping(at);
    return lists === null ? [] : [{ pod, securityContext: null, podMetadata: null, podSpec: null, containers: podContainers(lists, pod) }];
  },
};

/** Extra lists of regular containers under names of their own, behind those of the pod spec. */
export function withLists(found: Pod, at: MappingField, lists: readonly string[]): Pod {
  return { ...found, containers: [...found.containers, ...lists.flatMap((field) => containersIn(at, field, "container", found.pod))] };
}
