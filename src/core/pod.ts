// What every shape of every kind comes to: a pod, with the places of all that decides its containers' profiles.

import { below, fieldAt, isMapping, type Field, type Mapping, type MappingField } from "./field.ts";
import type { PathSegment } from "./manifest.ts";
import type { Container } from "./report.ts";

/** The security context of a pod or of a container: where it stands or would stand, and what it says. */
export interface SecurityContext extends Field {
  /** Paths of fields that do not stand below `path`: kinds that merge several contexts, or spell a field their own way. */
  readonly elsewhere: Readonly<Record<string, readonly PathSegment[]>>;
}

export interface PodContainer {
  readonly container: Container;
  /** The container's fields; empty for what an operator makes up by itself. */
  readonly spec: Mapping;
  /** Path inside the object, such as `spec.template.spec.containers[0]`; of what would speak of it, when nothing does. */
  readonly path: readonly PathSegment[];
  readonly securityContext: SecurityContext;
}

/** A pod that an object describes, or makes its operator create. */
export interface Pod {
  /** Which of the object's pods, by a name that stays the same across edits; null when the kind has but one. */
  readonly pod: string | null;
  /** The pod's own security context; null when the kind has no place for one. */
  readonly securityContext: SecurityContext | null;
  /** What holds the pod's `annotations`; null when the kind has no place for them. */
  readonly podMetadata: Field | null;
  /** What holds the other fields of a pod spec (`os`, `nodeSelector`, `runtimeClassName`); null when the kind has no such place. */
  readonly podSpec: MappingField | null;
  readonly containers: readonly PodContainer[];
  /** True when this very pod is decided elsewhere unless the object says otherwise. */
  readonly inherits?: boolean;
}

const nowhere = {};

/** A security context that has its fields where the API has them. */
export function contextAt({ path, value }: Field): SecurityContext {
  return { path, value, elsewhere: nowhere };
}

/** Path of a field of a security context. */
export function pathIn({ path, elsewhere }: SecurityContext, field: string): readonly PathSegment[] {
  return (Object.hasOwn(elsewhere, field) ? elsewhere[field] : undefined) ?? path.concat(field);
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

/** Several contexts of which the first counts most, field by field, as strategic merges do; at the place of the first. */
export function mergedContext(first: Field, ...others: readonly Field[]): SecurityContext {
  return mergedContextAt(first, first, ...others);
}

/** The same at the place of any of them, which is where a profile belongs. */
export function mergedContextAt(place: Field, ...contexts: readonly (Field & Partial<SecurityContext>)[]): SecurityContext {
  if (isSet(place.value) && !isMapping(place.value)) return contextAt(place);
  const value: Record<string, unknown> = {};
  const elsewhere: Record<string, readonly PathSegment[]> = {};
  for (const { path, value: one, elsewhere: known = {} } of contexts) {
    for (const [field, content] of Object.entries(isMapping(one) ? one : {})) {
      if (!isSet(content) || isSet(fieldAt(value, [field]))) continue;
      value[field] = content;
      elsewhere[field] = pathIn({ path, value: one, elsewhere: known }, field);
    }
  }
  return { path: place.path, value, elsewhere };
}

/** The first context that is there at all, as controllers do that replace one by another; the first when none is. */
export function firstContext(first: Field, ...others: readonly Field[]): SecurityContext {
  return contextAt([first, ...others].find(({ value }) => isSet(value)) ?? first);
}

/** Which container: type and name, and the pod's name where the object has several. */
export function containerNamed(type: Container["type"], name: string, pod: string | null): Container {
  return { type, name, ...(pod === null ? {} : { pod }) };
}

/** A container whose fields stand at `at`. */
export function containerAt(at: Field, container: Container): PodContainer {
  return { container, spec: isMapping(at.value) ? at.value : {}, path: at.path, securityContext: contextAt(below(at, "securityContext")) };
}
