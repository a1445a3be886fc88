// The paths of the table: `spec.jobs[].template`.

import { asText, fieldAt, isMapping, type Field } from "../field.ts";

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

/** Ways on from one place through one segment. Only the last one may lead to nothing, with undefined as its value: kinds may do without it. */
function step({ at: { path, value }, name }: Place, segment: string): Place[] {
  if (segment === "[]") {
    if (!Array.isArray(value)) return [];
    return value.map((entry: unknown, i) => ({ at: { path: path.concat(i), value: entry }, name: joined(name, entryName(entry, i)) }));
  }
  if (segment === "*") {
    if (!isMapping(value)) return [];
    return Object.entries(value).map(([key, entry]) => ({ at: { path: path.concat(key), value: entry }, name: joined(name, key) }));
  }
  return isMapping(value) ? [{ at: { path: path.concat(segment), value: fieldAt(value, [segment]) }, name }] : [];
}

// Lists of lists of aliases could lead to more places than fit in memory; no real object comes near.
const MAX_PLACES = 100_000;

/** What stands at a path of the table inside an object. Throws RangeError for objects in which it leads to too many places. */
export function placesAt(object: Field, path: string): readonly Place[] {
  let places: readonly Place[] = [{ at: object, name: null }];
  for (const segment of segmentsOf(path)) {
    const next: Place[] = [];
    for (const place of places) {
      next.push(...step(place, segment));
      if (next.length > MAX_PLACES) throw new RangeError(`an object describes more than ${MAX_PLACES} pods`);
    }
    places = next;
  }
  return places;
}
