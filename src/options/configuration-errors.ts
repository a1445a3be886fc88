// What is wrong with a configuration, in words its author can act on, at the place where it stands.

import { z } from "zod";
import { positionOf, type ManifestDocument, type PathSegment } from "../core/manifest.ts";
import { configurationSchema, targetSchemas } from "./configuration-schema.ts";
import { listWords, quote, suggestion } from "./nearest.ts";

type Issue = z.core.$ZodIssue;

/** A message with `path:line:column` in front. */
export function placed(document: ManifestDocument, field: readonly PathSegment[], message: string): string {
  const at = positionOf(document, field);
  return `${document.path ?? ""}:${at?.line ?? document.line}:${at?.column ?? 1}: ${message}`;
}

/** The messages for one thing that the schema objects to. */
export function explainIssue(document: ManifestDocument, issue: Issue): readonly string[] {
  const field = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
  const value = valueAt(document.object, field);
  if (field[0] === "targets" && field.length === 2) return explainTarget(document, field, value);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => placed(document, [...field, key], explainKey(field, key)));
  return [placed(document, field, explainValue(field, value, issue))];
}

/** `targets[0].helm`, for people. */
function fieldName(field: readonly PathSegment[]): string {
  return field.reduce<string>((name, segment) => (typeof segment === "number" ? `${name}[${segment}]` : name === "" ? segment : `${name}.${segment}`), "");
}

function explainKey(field: readonly PathSegment[], key: string): string {
  const known = knownKeys(field);
  if (field.at(-1) === "rules") return unknown("rule", key, "", known);
  return unknown("key", key, field.length === 0 ? "" : ` in \`${fieldName(field)}\``, known);
}

function unknown(what: "key" | "rule", word: string, where: string, known: readonly string[]): string {
  return `unknown ${what} ${quote(word)}${where}.${suggestion(word, known)} Known ${what}s: ${listWords(known)}`;
}

/** The keys that the schema knows at a place. */
function knownKeys(field: readonly PathSegment[]): readonly string[] {
  let schema: unknown = configurationSchema;
  for (const segment of field) {
    schema = unwrapped(schema);
    if (schema instanceof z.ZodArray) schema = schema.element;
    else if (schema instanceof z.ZodObject) schema = schema.shape[segment];
  }
  const at = unwrapped(schema);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

/** A target is of the engine whose key it has; the other engines' objections would only confuse. */
function explainTarget(document: ManifestDocument, field: readonly PathSegment[], target: unknown): readonly string[] {
  const engines = Object.entries(targetSchemas);
  const isMapping = typeof target === "object" && target !== null && !Array.isArray(target);
  const named = isMapping ? engines.filter(([engine]) => Object.hasOwn(target, engine)) : [];
  const [engine, schema] = named[0] ?? [];
  if (engine === undefined || schema === undefined) {
    const message = `\`${fieldName(field)}\` is ${quote(target)}, but a target has one of the keys ${listWords(Object.keys(targetSchemas))}`;
    return [placed(document, field, message)];
  }
  const other = named[1]?.[0];
  if (other !== undefined) return [placed(document, [...field, other], `\`${fieldName(field)}\` has both \`${engine}\` and \`${other}\`; write two targets`)];
  const issues = schema.safeParse(target).error?.issues ?? [];
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => placed(document, [...field, key], unknown("key", key, ` in a \`${engine}\` target`, Object.keys(schema.shape))))
      : explainIssue(document, { ...issue, path: [...field, ...issue.path] }),
  );
}

function explainValue(field: readonly PathSegment[], value: unknown, issue: Issue): string {
  const name = fieldName(field);
  if (value === undefined) return `\`${name}\` is missing${name === "version" ? "; the only version is `1`" : ""}`;
  return issue.code === "custom" ? `\`${name}\` is ${quote(value)}, a glob that ${issue.message}` : `\`${name}\` is ${quote(value)}, but ${expectation(field, value, issue)}`;
}

/** What a value must be, in words. */
function expectation(field: readonly PathSegment[], value: unknown, issue: Issue): string {
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    if (typeof value === "string" && values.includes(value)) return `must be the number \`${value}\`, without quotes`;
    return `must be ${values.length === 1 ? "" : "one of "}${listWords(values)}.${typeof value === "string" ? suggestion(value, values) : ""}`.replace(/\.$/, "");
  }
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof value === "number") return "must be a text: write it in quotes";
  if (issue.code === "invalid_type") return `must be ${typeNames[issue.expected] ?? issue.expected}`;
  if (issue.code === "too_small") return "must not be empty";
  const known = field.findLast((segment) => Object.hasOwn(formats, segment));
  return formats[known ?? ""] ?? "is not what is expected here";
}

const typeNames: Readonly<Record<string, string>> = {
  object: "a mapping",
  record: "a mapping",
  array: "a list",
  string: "a text",
  boolean: "`true` or `false`",
  number: "a number",
};

const stays = "must be a path inside the repository, relative to its root, with `/`";

/** What the value of a key looks like, where a pattern decides. */
const formats: Readonly<Record<string, string>> = {
  helm: stays,
  kustomize: stays,
  manifests: stays,
  exclude: stays,
  localhostProfiles: stays,
  values: stays,
  setFile: stays,
  name: "must have no `@` and no blanks",
  workload: "must be `KIND/NAME` or `KIND/NAMESPACE/NAME`",
  image: "must be an image or a glob, without blanks",
  target: "must be the id, the path or a glob of targets",
  reason: "must say something",
  expires: "must be a day, written as `2027-03-01`",
  kubeVersion: "must be a version such as `1.34`",
};

function valueAt(object: unknown, field: readonly PathSegment[]): unknown {
  let at: unknown = object;
  for (const segment of field) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, segment)) return undefined;
    at = Object.entries(at).find(([key]) => key === String(segment))?.[1];
  }
  return at;
}
