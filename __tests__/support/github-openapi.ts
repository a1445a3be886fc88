// GitHub's published API description, as far as we use it: which operation a request is, and whether it is well formed.
// The fixture is written by scripts/openapi-subset.mjs.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: "path" | "query"; readonly required?: boolean; readonly schema: object }[];
  readonly body: object | null;
  readonly bodyRequired: boolean;
  readonly status: number;
  readonly answer: object | null;
  readonly example: Readonly<Record<string, unknown>> | null;
}

/** A request that the description knows. */
export interface Match {
  readonly operation: Operation;
  /** Pointer to the operation inside the description. */
  readonly pointer: string;
  readonly parameters: Readonly<Record<string, string>>;
}

// Compiled tests run from .tsbuild/__tests__/support; the fixture stays beside the source.
const fixture = join(dirname(fileURLToPath(import.meta.url)), "../../../__tests__/support/github-openapi.json");
const description: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } = JSON.parse(readFileSync(fixture, "utf8"));
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, logger: false, coerceTypes: false });
ajv.addSchema(description, "github");
const coercing = new Ajv({ strict: false, validateFormats: false, coerceTypes: true });

const escapePointer = (text: string): string => encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"));

/** The operation of a request, null when the description has none. `path` is the part below the API's address. */
export function matchOperation(method: string, path: string): Match | null {
  const parts = path.split("/");
  for (const [template, methods] of Object.entries(description.paths)) {
    const operation = methods[method.toLowerCase()];
    const names = template.split("/");
    if (operation === undefined || names.length !== parts.length) continue;
    if (!names.every((name, index) => name.startsWith("{") || name === parts[index])) continue;
    const parameters = Object.fromEntries(names.flatMap((name, index) => (name.startsWith("{") ? [[name.slice(1, -1), decodeURIComponent(parts[index] ?? "")]] : [])));
    return { operation, pointer: `github#/paths/${escapePointer(template)}/${method.toLowerCase()}`, parameters };
  }
  return null;
}

const compiled = new Map<string, ValidateFunction>();

function complaints(pointer: string, value: unknown): readonly string[] {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
  compiled.set(pointer, validate);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** What is wrong with a request's parameters and body. GitHub ignores unknown ones; for a client they are a mistake. */
export function complaintsAboutRequest({ operation, pointer, parameters }: Match, query: URLSearchParams, body: unknown): readonly string[] {
  const known = operation.parameters.filter((parameter) => parameter.in === "query");
  const unknown = [...query.keys()].filter((name) => !known.some((parameter) => parameter.name === name));
  const given = operation.parameters.flatMap((parameter) => {
    const value = parameter.in === "path" ? parameters[parameter.name] : (query.get(parameter.name) ?? undefined);
    if (value === undefined) return parameter.required === true ? [`${parameter.name}: is required`] : [];
    return coercing.validate({ type: "object", properties: { value: parameter.schema } }, { value }) ? [] : [`${parameter.name}: ${coercing.errorsText()}`];
  });
  const unknownFields = operation.body === null || typeof body !== "object" || body === null ? [] : Object.keys(body).filter((name) => !(name in propertiesOf(operation.body)));
  const inBody = operation.body === null ? (body === undefined ? [] : ["a body that is not expected"]) : complaints(`${pointer}/body`, body);
  return [...unknown.map((name) => `${name}: unknown parameter`), ...given, ...unknownFields.map((name) => `${name}: unknown field`), ...inBody];
}

function propertiesOf(schema: object | null): object {
  return schema !== null && "properties" in schema && typeof schema.properties === "object" && schema.properties !== null ? schema.properties : {};
}

/** What is wrong with an answer of ours: keeps the server of the tests from inventing an API. */
export function complaintsAboutAnswer({ operation, pointer }: Match, answer: unknown): readonly string[] {
  return operation.answer === null ? [] : complaints(`${pointer}/answer`, answer);
}
