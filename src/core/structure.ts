// Pods in objects of unknown kinds, by what they look like: a list `containers` of objects that have names.
// Held against 4,235 schemas of datreeio/CRDs-catalog: what has it and is no pod is in `kinds/excluded.ts`.

import { asText, below, fieldAt, isMapping, type MappingField } from "./field.ts";
import { isExcluded } from "./kinds/excluded.ts";
import { podOf } from "./kinds/pod-template.ts";
import type { PathSegment } from "./manifest.ts";
import { contextAt, type Pod } from "./pod.ts";

// Aliases of aliases could describe more fields than anybody waits for; real objects have a few thousand.
const MAX_FIELDS = 1_000_000;

/** Whether it is a pod spec. Init containers alone make none: operators take lists of them for pods of their own. */
function isPodSpec({ value }: MappingField): boolean {
  const { containers } = value;
  return Array.isArray(containers) && containers.length > 0 && containers.every((one: unknown) => isMapping(one) && asText(one["name"]) !== null);
}

/** Whether it is an object of its own, such as a list's items and what wrappers carry. */
const isObject = ({ value }: MappingField): boolean => asText(value["apiVersion"]) !== null && asText(value["kind"]) !== null;

interface Structures {
  readonly podSpecs: readonly MappingField[];
  readonly objects: readonly MappingField[];
}

const known = new WeakMap<object, Structures>(); // an object is asked for its pods and for what it carries

/** Pod specs and whole objects inside an object, not below one another. */
function structuresIn({ value: object }: MappingField): Structures {
  const before = known.get(object);
  if (before !== undefined) return before;
  const found = { podSpecs: new Array<MappingField>(), objects: new Array<MappingField>() };
  const path: PathSegment[] = []; // where the walk is: copied for what is found, since most of what it passes is not
  let left = MAX_FIELDS;
  const walk = (value: unknown): void => {
    if (left-- <= 0) throw new RangeError(`an object has more than ${MAX_FIELDS} fields`);
    if (typeof value !== "object" || value === null) return;
    if (isMapping(value) && path.length > 0) {
      const field = { path, value };
      const list = isObject(field) ? found.objects : isPodSpec(field) ? found.podSpecs : null;
      if (list !== null) return void list.push({ path: [...path], value });
    }
    for (const [key, entry] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      if (path.length === 0 && (key === "metadata" || key === "status")) continue;
      path.push(key);
      walk(entry);
      path.pop();
    }
  };
  walk(object);
  known.set(object, found);
  return found;
}

/** Where something stands, for people: entries of lists by their names, so that it stays the same when others come and go. */
function placeOf(object: MappingField, path: readonly PathSegment[]): string {
  const step = (segment: PathSegment, i: number): string =>
    typeof segment === "number" ? `[${asText(fieldAt(object.value, [...path.slice(0, i + 1), "name"])) ?? segment}]` : i === 0 ? segment : `.${segment}`;
  return path.map(step).join("");
}

/** The pod of a pod spec. `podSecurityContext`, where it stands beside the containers, is the pod's, and `securityContext` one container's. */
function podAt(spec: MappingField, object: MappingField): Pod {
  const isTemplate = spec.path.at(-1) === "spec";
  const found = podOf(spec, isTemplate ? below(object, ...spec.path.slice(0, -1), "metadata") : null, placeOf(object, spec.path));
  return Object.hasOwn(spec.value, "podSecurityContext") ? { ...found, securityContext: contextAt(below(spec, "podSecurityContext")) } : found;
}

/** Pods in an object of a kind that is not in the table, each called by where it stands. Throws RangeError for objects without end. */
export function podsByStructure(object: MappingField, group: string, kind: string): readonly Pod[] {
  return isExcluded(group, kind) ? [] : structuresIn(object).podSpecs.map((spec) => podAt(spec, object));
}

/** Whole objects inside one of a kind that is not known to carry any. Throws RangeError for objects without end. */
export function objectsByStructure(object: MappingField, group: string, kind: string): readonly MappingField[] {
  return isExcluded(group, kind) ? [] : structuresIn(object).objects;
}
