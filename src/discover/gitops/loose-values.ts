// Fields of objects that anyone may have written: a value of the wrong type counts as absent.

import { isMapping, readDocuments } from "../../core/manifest.ts";

export type Mapping = Readonly<Record<string, unknown>>;

/** The mapping itself; an empty one for anything else. */
export function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

/** What lies at a path of fields; undefined when something on the way is no mapping. */
export function at(value: unknown, ...fields: readonly string[]): unknown {
  let found: unknown = value;
  for (const field of fields) found = isMapping(found) && Object.hasOwn(found, field) ? found[field] : undefined;
  return found;
}

/** A text; a number or boolean as it would be written; empty for anything else. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The items of a list; none for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list. */
export function texts(value: unknown): readonly string[] {
  return list(value).flatMap((item) => (typeof item === "string" ? [item] : []));
}

/** The fields of a mapping that are texts, numbers or booleans, as texts. */
export function textFields(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(mapping(value)).flatMap(([name, field]) => (["string", "number", "boolean"].includes(typeof field) ? [[name, text(field)]] : [])));
}

/** The same value with every text in it, names of fields included, replaced. */
export function mapTexts(value: unknown, replace: (text: string) => unknown): unknown {
  if (typeof value === "string") return replace(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, replace));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [text(replace(name)), mapTexts(field, replace)]));
}

/** One text for equal values, whatever the order of their fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isMapping(value)) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join()}}`;
}

/** Values merged as Helm does: mappings field by field, everything else replaced. helm/helm: pkg/chart/v2/loader/load.go (MergeMaps). */
export function mergeMaps(under: Mapping, over: Mapping): Mapping {
  const merged = new Map(Object.entries(under));
  for (const [name, value] of Object.entries(over)) {
    const below = merged.get(name);
    merged.set(name, isMapping(below) && isMapping(value) ? mergeMaps(below, value) : value);
  }
  return Object.fromEntries(merged);
}

/** A YAML or JSON text that holds one mapping or a list; null for any other. */
export function readValue(source: string): Mapping | readonly unknown[] | null {
  const bare = source.replace(/^\uFEFF?(?:\s*(?:#[^\n]*)?\n)*(?:---[ \t]*(?:#[^\n]*)?\r?\n)?(?:\s*(?:#[^\n]*)?\n)*/, "");
  if (/^\s*(?:\[|-(?:\s|$))/.test(bare)) {
    const { documents } = readDocuments({ path: null, text: bare.trimStart().startsWith("[") ? `items: ${bare.trimStart()}` : `items:\n${bare}`, origin: "file" });
    return list(documents[0]?.object["items"]);
  }
  const { documents, problems } = readDocuments({ path: null, text: source, origin: "file" });
  if (problems.length > 0) return null;
  return documents[0]?.object ?? (saysNothing(source) ? {} : null);
}

/** Whether a text without a mapping is empty, or says that there is nothing. */
function saysNothing(source: string): boolean {
  const lines = source.split("\n").flatMap((line) => (line.trim().startsWith("#") ? [] : [line.trim().replace(/^---(?=\s|$)/, "")]));
  return ["", "{}", "null", "~"].includes(lines.join("").replace(/\s/g, ""));
}
