// Values of objects, and the paths at which they stand.

import type { PathSegment } from "./manifest.ts";

export type Mapping = Readonly<Record<string, unknown>>;

/** True for what YAML calls a mapping and JSON an object. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value of an object, and where it stands in it, or would stand: `value` is undefined where nothing does. */
export interface Field {
  readonly path: readonly PathSegment[];
  readonly value: unknown;
}

/** A field that is a mapping. */
export interface MappingField extends Field {
  readonly value: Mapping;
}

/** The value at a path, or undefined. Only own fields count. */
export function fieldAt(value: unknown, path: readonly PathSegment[]): unknown {
  let at = value;
  for (const segment of path) {
    if (Array.isArray(at) && typeof segment === "number") at = at[segment];
    else if (isMapping(at) && Object.hasOwn(at, segment)) at = at[segment];
    else return undefined;
  }
  return at;
}

/** What stands at a path below a field. */
export function below(field: Field, ...path: readonly PathSegment[]): Field {
  return { path: field.path.concat(path), value: fieldAt(field.value, path) };
}

/** The same field, known to be a mapping; null when it is none. */
export function asMapping({ path, value }: Field): MappingField | null {
  return isMapping(value) ? { path, value } : null;
}

/** `spec.containers[0].name`, `metadata.annotations[example.com/a]`: a field path as Kubernetes' own messages write it. */
export function fieldPath(path: readonly PathSegment[]): string {
  return path.map((segment, i) => (typeof segment === "number" || /[./]/.test(segment) ? `[${segment}]` : i === 0 ? segment : `.${segment}`)).join("");
}

/** What stands where the API wants a text, as text; null when nothing does. Numbers and booleans are texts without their quotes. */
export function asText(value: unknown): string | null {
  if (typeof value === "string" && value !== "") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
