// The usual shapes: `metadata` and `spec` of a pod, and what patches or carries a part of them.

import { podContainers } from "../container.ts";
import { asMapping, asText, below, fieldAt, type Field, type MappingField } from "../field.ts";
import { containerAt, containerNamed, contextAt, type Pod } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";

/** The pod that a pod spec describes. */
export function podOf(podSpec: MappingField, podMetadata: Field | null, pod: string | null): Pod {
  return { pod, securityContext: contextAt(below(podSpec, "securityContext")), podMetadata, podSpec, containers: podContainers(podSpec, pod) };
}

/** Names of the containers that the operator makes: as the row has them, or, with a dot in front, from a field of the object. */
function generatedNames({ generates = [] }: KindRow, object: Field): readonly string[] {
  return generates.flatMap((name) => (name.startsWith(".") ? (asText(fieldAt(object.value, name.slice(1).split("."))) ?? []) : name));
}

/** The pod of a pod spec that may be missing in part, with the containers that the operator makes, whether or not it speaks of them. */
function patchedPod(podSpec: Field, podMetadata: Field, pod: string | null, row: KindRow, object: Field): Pod {
  const found = podOf({ path: podSpec.path, value: asMapping(podSpec)?.value ?? {} }, podMetadata, pod);
  const known = new Set(found.containers.flatMap(({ container }) => (container.type === "container" ? [container.name] : [])));
  const made = generatedNames(row, object).filter((name) => !known.has(name));
  return { ...found, containers: [...found.containers, ...made.map((name) => containerAt({ path: podSpec.path, value: undefined }, containerNamed("container", name, pod)))] };
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
  find: (at, pod, row, object) => [patchedPod(below(at, "spec"), below(at, "metadata"), pod, row, object)],
};

/** The same somewhere below the row's place, where it may be missing altogether; no pod at all where the object has `without`. */
export function patchedTemplateAt(path: string, without?: string): Shape {
  return {
    says: `pod template at \`${path}\`, merged over the operator's own`,
    withoutList: true,
    find: (at, pod, row, object) => {
      if (asMapping(at) === null || (without !== undefined && asMapping(below(at, without)) !== null)) return [];
      return patchedTemplate.find(below(at, ...path.split(".")), pod, row, object);
    },
  };
}

/** Fields of a pod spec among others of the object, merged by name over the operator's own. */
export const patchedSpec: Shape = {
  says: "fields of a pod spec, its containers merged by name over the operator's own",
  withoutList: true,
  find: (at, pod, row, object) => (asMapping(at) === null ? [] : [patchedPod(at, below(at, "podMetadata"), pod, row, object)]),
};

/** Containers that are put into other pods. */
export const containerList: Shape = {
  says: "lists of containers that are put into other pods",
  withoutList: false,
  find: (at, pod) => {
    const lists = asMapping(at);
    return lists === null ? [] : [{ pod, securityContext: null, podMetadata: null, podSpec: null, containers: podContainers(lists, pod) }];
  },
};
