// Pods in objects of unknown kinds, by what they look like: a list `containers` of objects that have names.
// Held against 4,235 schemas of datreeio/CRDs-catalog: what has it and is no pod is in `kinds/excluded.ts`.

import { asText, below, fieldAt, isMapping, type Field, type MappingField } from "./field.ts";
import { isExcluded } from "./kinds/excluded.ts";
import { podOf } from "./kinds/pod-template.ts";
import { contextAt, type Pod } from "./pod.ts";

// Aliases of aliases could describe more fields than anybody waits for; real objects have a few thousand.
const MAX_FIELDS = 1_000_000;

/** Whether it is a pod spec. Init containers alone make none: operators take lists of them for pods of their own. */
function isPodSpec({ value }: MappingField): boolean {
  const { containers } = value;
  return Array.isArray(containers) && containers.length > 0 && containers.every((one: unknown) => isMapping(one) && asText(one["name"]) !== null);
}

/** The pod of a pod spec. `podSecurityContext`, where it stands beside the containers, is the pod's, and `securityContext` one container's. */
function podAt(spec: MappingField, parent: MappingField, pod: string): Pod {
  const isTemplate = spec.path.at(-1) === "spec";
  const found = podOf(spec, isTemplate ? below(parent, "metadata") : null, pod);
  return Object.hasOwn(spec.value, "podSecurityContext") ? { ...found, securityContext: contextAt(below(spec, "podSecurityContext")) } : found;
}

/** A step of a path for people: entries of lists by their names, so that it stays the same when others come and go. */
const step = (at: string, entry: unknown, index: number): string => `${at}[${asText(fieldAt(entry, ["name"])) ?? index}]`;

interface Visited {
  readonly field: MappingField;
  readonly parent: MappingField;
  /** Where it stands, for people. */
  readonly at: string;
}

/** Every mapping below an object's own fields, outermost first; not below those that `isWhole` takes. */
function* mappingsIn(object: MappingField, isWhole: (field: MappingField) => boolean): Generator<Visited> {
  let left = MAX_FIELDS;
  function* walk({ path, value }: Field, parent: MappingField, at: string): Generator<Visited> {
    if (left-- <= 0) throw new RangeError(`an object has more than ${MAX_FIELDS} fields`);
    if (Array.isArray(value)) {
      for (const [i, entry] of value.entries()) yield* walk({ path: [...path, i], value: entry }, parent, step(at, entry, i));
    } else if (isMapping(value)) {
      const field = { path, value };
      yield { field, parent, at };
      if (isWhole(field)) return;
      for (const [key, entry] of Object.entries(value)) yield* walk({ path: [...path, key], value: entry }, field, `${at}.${key}`);
    }
  }
  for (const [key, value] of Object.entries(object.value)) {
    if (key !== "metadata" && key !== "status") yield* walk({ path: [key], value }, object, key);
  }
}

/** Whether it is an object of its own, such as a list's items and what wrappers carry. */
const isObject = ({ value }: MappingField): boolean => asText(value["apiVersion"]) !== null && asText(value["kind"]) !== null;

/** Pods in an object of a kind that is not in the table, each called by where it stands. Throws RangeError for objects without end. */
export function podsByStructure(object: MappingField, group: string, kind: string): readonly Pod[] {
  if (isExcluded(group, kind)) return [];
  const pods: Pod[] = [];
  for (const { field, parent, at } of mappingsIn(object, (one) => isObject(one) || isPodSpec(one))) {
    if (isPodSpec(field) && !isObject(field)) pods.push(podAt(field, parent, at));
  }
  return pods;
}

/** Whole objects inside one of a kind that is not known to carry any. Throws RangeError for objects without end. */
export function objectsByStructure(object: MappingField, group: string, kind: string): readonly MappingField[] {
  if (isExcluded(group, kind)) return [];
  return [...mappingsIn(object, isObject)].map(({ field }) => field).filter(isObject);
}
