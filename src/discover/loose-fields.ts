// Field names as Kustomize compares them: encoding/json ignores case. kubernetes-sigs/kustomize: api/types/kustomization.go (Unmarshal).

/** A field: its name in lower case, its name as written, and its value. */
export interface LooseField {
  readonly name: string;
  readonly written: string;
  readonly value: unknown;
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of a mapping in order; none for anything else. */
export function fieldsOf(value: unknown): readonly LooseField[] {
  if (!isMapping(value)) return [];
  return Object.entries(value).map(([written, field]) => ({ name: written.toLowerCase(), written, value: field }));
}

/** The text of a field, named in lower case; null when it is absent or not a text. */
export function stringField(value: unknown, name: string): string | null {
  const found = fieldsOf(value).findLast((field) => field.name === name)?.value;
  return typeof found === "string" ? found : null;
}

/** The items of a list, named in lower case; none when it is absent or no list. */
export function listField(value: unknown, name: string): readonly unknown[] {
  const found = fieldsOf(value).findLast((field) => field.name === name)?.value;
  return Array.isArray(found) ? found : [];
}

const MAX_SCALARS = 200_000; // aliases can multiply what a small file says

/** Every text inside a value, keys excluded, each once. Null when there are too many to be honest about. */
export function textsWithin(value: unknown): ReadonlySet<string> | null {
  const texts = new Set<string>();
  const seen = new Set<object>();
  const todo: unknown[] = [value];
  for (let visited = 0; todo.length > 0; visited++) {
    if (visited > MAX_SCALARS) return null;
    const next = todo.pop();
    if (typeof next === "string") texts.add(next);
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    todo.push(...Object.values(next));
  }
  return texts;
}
