// Flux's variables: what `postBuild` makes known, and what becomes of a text. fluxcd/pkg: kustomize/kustomize_varsub.go.

import { at, list, mapTexts, text, textFields, type Mapping } from "./loose-values.ts";
import type { FindData } from "./referenced-data.ts";

/** The variables of one Kustomization. */
export interface Variables {
  readonly values: Readonly<Record<string, string>>;
  /** Objects that ought to supply more, and that the repository does not hold. */
  readonly missing: readonly string[];
}

const oneLine = (value: string): string => value.replaceAll("\n", "");

/**
 * What stands for a value that nobody can tell here. It is never empty and means nothing, so that a chart that requires it renders, and a
 * profile of that name is seen to be none.
 */
export function unknownValue(variable: string): string {
  return `unknown-${variable.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/** Variables of a Kustomization; null when it substitutes none. */
export function variablesOf(kustomization: Mapping, namespace: string, path: string, findData: FindData): Variables | null {
  const postBuild = at(kustomization, "spec", "postBuild");
  const values = new Map<string, string>();
  const missing: string[] = [];
  for (const reference of list(at(postBuild, "substituteFrom"))) {
    const [kind, name] = [text(at(reference, "kind")), text(at(reference, "name"))];
    const data = findData({ kind, namespace, name, from: path });
    if (data === null && at(reference, "optional") !== true) missing.push(`${kind} ${namespace}/${name}`);
    for (const [key, value] of Object.entries(data?.values ?? {})) values.set(key, oneLine(value));
    for (const key of data?.untold.keys() ?? []) values.set(key, unknownValue(key));
  }
  for (const [key, value] of Object.entries(textFields(at(postBuild, "substitute")))) values.set(key, oneLine(value));
  if (values.size === 0 && missing.length === 0) return null;
  return { values: Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1))), missing };
}

const VARIABLE = /\$\$\{|\$\{([_A-Za-z][_A-Za-z0-9]*)(?:(:?[-=])([^{}]*))?\}/g;

/** Names of the variables in a text that have no value of their own to fall back on. */
export function variablesIn(source: string): readonly string[] {
  return [...source.matchAll(VARIABLE)].flatMap(([, name, fallback]) => (name === undefined || fallback !== undefined ? [] : [name]));
}

/** The text with its variables replaced; forms beyond `${A}`, `${A:-b}` and `${A:=b}` are left as they are. */
export function substituteText(source: string, { values, missing }: Variables): string {
  return source.replace(VARIABLE, (_, name: string | undefined, operator: string | undefined, fallback: string | undefined) => {
    if (name === undefined) return "${";
    const value = Object.hasOwn(values, name) ? (values[name] ?? "") : null;
    const usesFallback = operator !== undefined && (value === null || (operator.startsWith(":") && value === ""));
    if (usesFallback) return fallback ?? "";
    return value ?? (missing.length > 0 ? unknownValue(name) : "");
  });
}

/** The object with its variables replaced, unless it asks to be left alone. */
export function substituteObject(object: Mapping, variables: Variables): unknown {
  const own = (field: string): unknown => at(object, "metadata", field, "kustomize.toolkit.fluxcd.io/substitute");
  if (own("labels") === "disabled" || own("annotations") === "disabled") return object;
  return mapTexts(object, (source) => {
    if (!source.includes("${")) return source;
    return retyped(source, substituteText(source, variables));
  });
}

/** Flux replaces in the YAML text: a number in place of a plain text is a number. */
function retyped(source: string, result: string): unknown {
  if (!/^\$\{[^\n]*\}$/.test(source)) return result;
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(result)) return Number(result);
  return result === "true" ? true : result === "false" ? false : result === "" || result === "null" ? null : result;
}
