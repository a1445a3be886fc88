// Cuts the operations that we use out of GitHub's published API description, for the tests' GitHub server.
// Usage: node scripts/openapi-subset.mjs api.github.com.json > __tests__/support/github-openapi.json
// where api.github.com.json is `generated/api.github.com.json` of the package named in SOURCE.
import { readFileSync } from "node:fs";

const SOURCE = "@octokit/openapi 23.0.2, generated/api.github.com.json; MIT License, Copyright (c) 2020 Octokit contributors";

const OPERATIONS = [
  "checks/create",
  "checks/get",
  "checks/list-annotations",
  "checks/list-for-ref",
  "checks/update",
  "issues/create-comment",
  "issues/delete-comment",
  "issues/get-comment",
  "issues/list-comments",
  "issues/update-comment",
  "pulls/create-review",
  "pulls/create-review-comment",
  "pulls/delete-review-comment",
  "pulls/get",
  "pulls/list",
  "pulls/list-comments-for-review",
  "pulls/list-files",
  "pulls/list-review-comments",
  "pulls/list-reviews",
  "pulls/update-review-comment",
  "repos/create-commit-status",
  "repos/list-commit-statuses-for-ref",
];

const NOT_FOR_VALIDATION = new Set(["description", "summary", "tags", "externalDocs", "example", "examples", "headers", "title"]);

/** A copy of a schema without prose and examples. What sits below `properties` are names, not keywords. */
function withoutProse(value, areNames = false) {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => areNames || (!NOT_FOR_VALIDATION.has(key) && !key.startsWith("x-")));
  const copy = Object.fromEntries(kept.map(([key, item]) => [key, withoutProse(item, !areNames && key === "properties")]));
  // GitHub means `null` to be allowed by `nullable` alone; JSON Schema wants it in the list.
  return copy.nullable === true && Array.isArray(copy.enum) && !copy.enum.includes(null) ? { ...copy, enum: [...copy.enum, null] } : copy;
}

function at(document, ref) {
  return ref.slice(2).split("/").reduce((node, part) => node[part.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}

const resolve = (document, value) => (value?.$ref === undefined ? value : at(document, value.$ref));

/** The published example of an answer: the server of the tests starts from it, so that no field is missing. */
function exampleOf(document, content) {
  const value = resolve(document, Object.values(content?.examples ?? {})[0])?.value;
  if (Array.isArray(value)) return value[0];
  return value?.check_runs === undefined ? value : value.check_runs[0];
}

function operationOf(document, operation) {
  const [status, response] = Object.entries(operation.responses).find(([code]) => code.startsWith("2"));
  const content = resolve(document, response).content?.["application/json"];
  return {
    operationId: operation.operationId,
    parameters: (operation.parameters ?? []).map((parameter) => withoutProse(resolve(document, parameter))),
    body: withoutProse(operation.requestBody?.content["application/json"].schema ?? null),
    bodyRequired: operation.requestBody?.required ?? false,
    status: Number(status),
    answer: withoutProse(content?.schema ?? null),
    example: exampleOf(document, content) ?? null,
  };
}

/** Adds every schema that `value` refers to, directly or not. */
function collect(document, value, schemas) {
  for (const [ref, name] of JSON.stringify(value).matchAll(/#\/components\/schemas\/([^"]+)/g)) {
    if (schemas[name] !== undefined) continue;
    schemas[name] = withoutProse(at(document, ref));
    collect(document, schemas[name], schemas);
  }
}

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const paths = {};
for (const [path, methods] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    if (OPERATIONS.includes(operation.operationId)) (paths[path] ??= {})[method] = operationOf(document, operation);
  }
}
const found = Object.values(paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
const missing = OPERATIONS.filter((id) => !found.includes(id));
if (missing.length > 0) throw new Error(`not in ${process.argv[2]}: ${missing.join(", ")}`);

const schemas = {};
collect(document, paths, schemas);
const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
process.stdout.write(`${JSON.stringify({ source: SOURCE, paths, components: { schemas: sorted } }, null, 1)}\n`);
