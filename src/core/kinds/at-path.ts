// The paths of the table: `spec.jobs[].template`.

import { asText, fieldAt, type Field } from "../field.ts";
import { isMapping } from "../manifest.ts";

/** What stands at a path of the table, once for each way through its wildcards. */
export interface Place {
  readonly at: Field;
  /** The wildcards' entries, by name where they have one; null for a path without wildcards. */
  readonly name: string | null;
}

const parsed = new Map<string, readonly string[]>();

/** `spec.jobs[].template` as `spec`, `jobs`, `[]`, `template`. */
function segmentsOf(path: string): readonly string[] {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const segments = path === "" ? [] : path.replaceAll("[]", ".[]").split(".");
  parsed.set(path, segments);
  return segments;
}

const nameFields = ["name", "groupName"];

/** What an entry of a list is called: its own name, else its position. */
function entryName(entry: unknown, index: number): string {
  for (const field of nameFields) {
    const name = asText(fieldAt(entry, [field]));
    if (name !== null) return name;
  }
  return String(index);
}

function joined(name: string | null, more: string): string {
  return name === null ? more : `${name}/${more}`;
}

/** Ways on from one place through one segment. Entries of wildcards exist; what is spelled out may be missing, with undefined as its value. */
function step({ at: { path, value }, name }: Place, segment: string): Place[] {
  if (segment === "[]") {
    if (!Array.isArray(value)) return [];
    return value.map((entry: unknown, i) => ({ at: { path: [...path, i], value: entry }, name: joined(name, entryName(entry, i)) }));
  }
  if (segment === "*") {
    if (!isMapping(value)) return [];
    return Object.entries(value).map(([key, entry]) => ({ at: { path: [...path, key], value: entry }, name: joined(name, key) }));
  }
  return [{ at: { path: [...path, segment], value: fieldAt(value, [segment]) }, name }];
}

/** What stands at a path of the table inside an object. */
export function placesAt(object: Field, path: string): readonly Place[] {
  let places: readonly Place[] = [{ at: object, name: null }];
  for (const segment of segmentsOf(path)) places = places.flatMap((place) => step(place, segment));
  return places;
}
