// What patches of kustomizations make of an object of Flux or Argo CD before it is applied. Kustomize has no schema for these, so that
// a merge replaces lists. kubernetes-sigs/kustomize: api/types/patch.go, api/types/selector.go.

import { isMapping, readDocuments } from "../../core/manifest.ts";
import { readExpression } from "../../core/regular-expression.ts";
import { at, list, mapping, readValue, text, type Mapping } from "./loose-values.ts";

/** A patch with its text. */
export interface Patch {
  readonly text: string;
  readonly target: Mapping | null;
}

/** The patched object; `deleted`, or `unclear` when we cannot tell what a patch does to it. */
export type Patched = { readonly kind: "object"; readonly object: Mapping } | { readonly kind: "deleted" } | { readonly kind: "unclear"; readonly patch: string };

/** Applies a patch to an object if it is meant. */
export function applyPatch(object: Mapping, patch: Patch): Patched {
  const unclear: Patched = { kind: "unclear", patch: patch.text.trim().split("\n", 1)[0] ?? "" };
  const meant = patch.target === null ? true : isMeant(object, patch.target);
  if (meant === null) return unclear;
  if (!meant) return { kind: "object", object };
  const { documents } = readDocuments({ path: null, text: patch.text, origin: "file" });
  if (documents.length === 0) return patch.target === null ? { kind: "object", object } : applyOperations(object, readValue(patch.text)) ?? unclear;
  let patched = object;
  for (const { object: change } of documents) {
    if (patch.target === null && !isSame(object, change)) continue;
    if (change["$patch"] === "delete") return { kind: "deleted" };
    const { apiVersion, kind, metadata } = patched;
    const merged = mergePatch(patched, change);
    patched = { ...merged, apiVersion, kind, metadata: { ...mapping(merged["metadata"]), name: at(metadata, "name"), namespace: at(metadata, "namespace") } };
  }
  return { kind: "object", object: patched };
}

function isSame(object: Mapping, change: Mapping): boolean {
  const namespace = text(at(change, "metadata", "namespace"));
  const own = text(at(object, "metadata", "namespace"));
  const group = (value: Mapping): string => text(value["apiVersion"]).split("/", 1)[0] ?? "";
  return change["kind"] === object["kind"] && group(change) === group(object) && at(change, "metadata", "name") === at(object, "metadata", "name") && (namespace === "" || own === "" || namespace === own);
}

/** Null when it cannot be told. */
function isMeant(object: Mapping, target: Mapping): boolean | null {
  const [group, version] = text(object["apiVersion"]).split("/");
  const own: Readonly<Record<string, string>> = {
    group: group ?? "",
    version: version ?? "",
    kind: text(object["kind"]),
    name: text(at(object, "metadata", "name")),
    namespace: text(at(object, "metadata", "namespace")),
  };
  const matches = Object.entries(own).map(([field, value]) => {
    const wanted = text(target[field]);
    return wanted === "" || (field === "namespace" && value === "") ? true : matchesWhole(wanted, value);
  });
  matches.push(hasAll(target["labelSelector"], at(object, "metadata", "labels")), hasAll(target["annotationSelector"], at(object, "metadata", "annotations")));
  return matches.includes(false) ? false : matches.includes(null) ? null : true;
}

function matchesWhole(pattern: string, value: string): boolean | null {
  return pattern === value ? true : (readExpression(pattern)?.(value) ?? null);
}

/** `a=b,c!=d,e` and `!f`; null for other selectors. */
function hasAll(selector: unknown, own: unknown): boolean | null {
  const fields = mapping(own);
  const has = (term: string): boolean | null => {
    const [, not, key, operator, value] = /^(!?)\s*([\w./-]+)\s*(?:(==?|!=)\s*([\w.-]*))?$/.exec(term.trim()) ?? [];
    if (key === undefined) return null;
    if (operator === undefined) return Object.hasOwn(fields, key) === (not === "");
    return (text(fields[key]) === value && Object.hasOwn(fields, key)) === (operator !== "!=");
  };
  const results = text(selector) === "" ? [] : text(selector).split(",").map(has);
  return results.includes(null) ? null : results.every((result) => result === true);
}

function mergePatch(under: Mapping, over: Mapping): Mapping {
  const merged = new Map(over["$patch"] === "replace" ? [] : Object.entries(under));
  for (const [name, value] of Object.entries(over)) {
    if (name === "$patch") continue;
    const below = merged.get(name);
    if (value === null || (isMapping(value) && value["$patch"] === "delete")) merged.delete(name);
    else merged.set(name, isMapping(value) ? mergePatch(mapping(below), value) : value);
  }
  return Object.fromEntries(merged);
}

/** RFC 6902; null for what we do not know or cannot do. */
function applyOperations(object: Mapping, operations: unknown): Patched | null {
  if (!Array.isArray(operations)) return null;
  let patched: unknown = object;
  for (const operation of list(operations)) {
    const [op, path] = [text(at(operation, "op")), text(at(operation, "path"))];
    if (op === "test") continue;
    if (!["add", "replace", "remove"].includes(op) || !path.startsWith("/")) return null;
    patched = operate(patched, path.slice(1).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~")), op, at(operation, "value"));
    if (patched === undefined) return null;
  }
  return isMapping(patched) ? { kind: "object", object: patched } : null;
}

function operate(value: unknown, path: readonly string[], op: string, operand: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return op === "remove" ? undefined : operand;
  if (Array.isArray(value)) {
    const index = first === "-" ? value.length : /^\d+$/.test(first) ? Number(first) : Infinity;
    if (index > value.length) return undefined;
    if (rest.length > 0) {
      const inner = operate(value[index], rest, op, operand);
      return inner === undefined ? undefined : value.with(index, inner);
    }
    return op === "add" ? value.toSpliced(index, 0, operand) : value.toSpliced(index, 1, ...(op === "replace" ? [operand] : []));
  }
  if (!isMapping(value)) return undefined;
  const fields = new Map(Object.entries(value));
  if (rest.length === 0 && op === "remove") fields.delete(first);
  else {
    const inner = rest.length === 0 ? operand : operate(fields.get(first), rest, op, operand);
    if (inner === undefined) return undefined;
    fields.set(first, inner);
  }
  return Object.fromEntries(fields);
}
