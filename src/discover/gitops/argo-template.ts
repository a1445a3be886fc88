// The templates of an ApplicationSet: fasttemplate's `{{key}}`, and the usual expressions of Go's text/template.
// argoproj/argo-cd: applicationset/utils/utils.go (Replace), applicationset/utils/template_functions.go.

import { isMapping } from "../../core/manifest.ts";
import { splitActions } from "../../core/template-actions.ts";
import { trimEndOf } from "../../core/trim-end.ts";
import { mapTexts, text, type Mapping } from "./loose-values.ts";

export type Filled = { readonly kind: "value"; readonly value: unknown } | { readonly kind: "unknown"; readonly expression: string };

const MOST_CHARACTERS = 1_000; // of an expression; longer ones are programs

/** Every text of a value with its expressions replaced; the first expression that we do not know otherwise. */
export function fillTemplate(value: unknown, parameters: Mapping, goTemplate: boolean): Filled {
  let unknown: string | null = null;
  const filled = mapTexts(value, (source) => {
    if (!source.includes("{{")) return source;
    if (!goTemplate) return fillPlain(source, parameters);
    const parts = splitActions(source, closeOfExpression);
    if (parts.at(-1)?.includes("{{") === true) unknown ??= parts.at(-1) ?? "";
    return parts
      .map((part, i) => {
        // A dash beside the braces also removes the blanks beyond it.
        if (i % 2 === 0) return trimmedBy(part, /\s-\}\}$/.test(parts[i - 1] ?? ""), /^\{\{-\s/.test(parts[i + 1] ?? ""));
        const result = evaluate(part.slice(2, -2).replace(/^-(?=\s)/, "").replace(/(?<=\s)-$/, "").trim(), parameters);
        if (result === undefined || (typeof result === "object" && result !== null)) unknown ??= part;
        return text(result);
      })
      .join("");
  });
  return unknown === null ? { kind: "value", value: filled } : { kind: "unknown", expression: unknown };
}

/** valyala/fasttemplate: what is no parameter stays as it is. */
function fillPlain(source: string, parameters: Mapping): string {
  const filled = (action: string): string => {
    const key = action.slice(2, -2).trim();
    return Object.hasOwn(parameters, key) ? text(parameters[key]) : action;
  };
  return splitActions(source).map((part, i) => (i % 2 === 0 ? part : filled(part))).join("");
}

const trimmedBy = (part: string, before: boolean, behind: boolean): string => {
  const begun = before ? part.trimStart() : part;
  return behind ? begun.trimEnd() : begun;
};

/** Where an expression ends: at braces outside of quotes. */
function closeOfExpression(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source.startsWith("}}", at)) return at;
    if (source[at] === "`") at = source.indexOf("`", at + 1);
    else if (source[at] === '"') for (at++; at < source.length && source[at] !== '"'; at++) at += Number(source[at] === "\\");
    if (at < 0) return -1;
  }
  return -1;
}

/** Undefined for what is missing or not known. */
function evaluate(expression: string, parameters: Mapping): unknown {
  if (expression.length > MOST_CHARACTERS) return undefined;
  let piped: readonly unknown[] = [];
  for (const stage of splitOutside(expression, "|")) {
    const words = splitOutside(stage, " ").filter((word) => word !== "");
    const [head, ...rest] = words;
    if (head === undefined) return undefined;
    const operands = [...rest.map((word) => operand(word, parameters)), ...piped];
    const isValue = operands.length === 0 && (/^[.$"`(]/.test(head) || /^-?\d+$/.test(head));
    piped = [isValue ? operand(head, parameters) : call(head, operands)];
  }
  return piped[0];
}

/** Parts between separators that are in no quotes and no parentheses. */
function splitOutside(source: string, separator: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const [token] of source.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|[\s\S]/g)) {
    if (token === "(") depth++;
    if (token === ")") depth--;
    if (token === separator && depth === 0) parts.push("");
    else parts.push((parts.pop() ?? "") + token);
  }
  return parts.map((part) => part.trim());
}

function operand(word: string, parameters: Mapping): unknown {
  if (word.startsWith("(") && word.endsWith(")")) return evaluate(word.slice(1, -1), parameters);
  if (word.startsWith("`")) return word.slice(1, -1);
  if (/^-?\d+$/.test(word)) return Number(word);
  if (word.startsWith('"')) {
    try {
      return JSON.parse(word);
    } catch {
      return undefined;
    }
  }
  if (word === ".") return parameters;
  if (!/^\$?(?:\.[\w]+)+$/.test(word)) return undefined;
  let found: unknown = parameters;
  for (const field of word.replace(/^\$?\./, "").split(".")) found = isMapping(found) && Object.hasOwn(found, field) ? found[field] : undefined;
  return found;
}

const ofText = (work: (value: string, ...others: readonly string[]) => string) => (operands: readonly unknown[]): unknown => {
  const [value, ...others] = operands.toReversed();
  return value === undefined || typeof value === "object" ? undefined : work(text(value), ...others.reverse().map(text));
};

/** A name as Kubernetes allows it. applicationset/utils/template_functions.go (SanitizeName). */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[^-a-z0-9.]/g, "-").slice(0, 253).replace(/^[-.]+|[-.]+$/g, "");
}

// Of Sprig's functions those that name things. masterminds.github.io/sprig
const functions: Readonly<Record<string, (operands: readonly unknown[]) => unknown>> = {
  index: ([value, ...keys]) => keys.reduce((found, key) => (Array.isArray(found) && typeof key === "number" ? found[key] : isMapping(found) && Object.hasOwn(found, text(key)) ? found[text(key)] : undefined), value),
  default: ([fallback, value]) => (value === undefined || value === "" || value === null || value === false || value === 0 ? fallback : value),
  quote: ofText((value) => JSON.stringify(value)),
  squote: ofText((value) => `'${value}'`),
  toString: ofText((value) => value),
  lower: ofText((value) => value.toLowerCase()),
  upper: ofText((value) => value.toUpperCase()),
  trim: ofText((value) => value.trim()),
  normalize: ofText(normalizeName),
  replace: ofText((value, old = "", by = "") => value.replaceAll(old, by)),
  trunc: ([count, value]) => (typeof count === "number" && typeof value === "string" ? (count < 0 ? value.slice(Math.max(0, value.length + count)) : value.slice(0, count)) : undefined),
  base: ofText((value) => lastPart(value)),
  dir: ofText((value) => (/^[^/]+(?:\/[^/]+)*$/.test(value) ? value.slice(0, Math.max(0, value.lastIndexOf("/"))) || "." : "")),
  splitList: ([separator, value]) => (typeof separator === "string" && separator !== "" && typeof value === "string" ? value.split(separator) : undefined),
  join: ([separator, value]) => (typeof separator === "string" && Array.isArray(value) ? value.map(text).join(separator) : undefined),
  first: ([value]) => (Array.isArray(value) ? value[0] : undefined),
  last: ([value]) => (Array.isArray(value) ? value.at(-1) : undefined),
  printf: ([format, ...values]) => (typeof format === "string" ? formatted(format, values) : undefined),
  trimPrefix: ofText((value, prefix = "") => (value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimSuffix: ofText((value, suffix = "") => (suffix !== "" && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value)),
};

function lastPart(path: string): string {
  return path === "" ? "." : /^\/+$/.test(path) ? "/" : trimEndOf(path, "/").replace(/^.*\//s, "");
}

/** Go's `%s`, `%d` and `%v` of what is text or a whole number; undefined for everything else that a format can say. */
function formatted(format: string, values: readonly unknown[]): string | undefined {
  const left = [...values];
  let known = true;
  const result = format.replace(/%(.?)/gs, (_, verb: string) => {
    if (verb === "%") return "%";
    const value = left.shift();
    const fits = verb === "d" ? Number.isInteger(value) : verb === "s" ? typeof value === "string" : verb === "v" && (typeof value === "string" || Number.isInteger(value));
    known &&= fits;
    return text(value);
  });
  return known && left.length === 0 ? result : undefined;
}

function call(name: string, operands: readonly unknown[]): unknown {
  if (!Object.hasOwn(functions, name) || (name !== "default" && operands.includes(undefined))) return undefined;
  return functions[name]?.(operands);
}
