// values.schema.json in each of the drafts that Helm knows.

import { below, chartOf, dependency, one, type HelmCase } from "./helm-case.ts";

const drafts = {
  "no draft": undefined,
  "draft 4": "http://json-schema.org/draft-04/schema#",
  "draft 6": "http://json-schema.org/draft-06/schema#",
  "draft 7": "http://json-schema.org/draft-07/schema#",
  "draft 2019-09": "https://json-schema.org/draft/2019-09/schema",
  "draft 2020-12": "https://json-schema.org/draft/2020-12/schema",
} as const;

const schemaOf = (draft: string | undefined): string =>
  JSON.stringify({
    ...(draft === undefined ? {} : { $schema: draft }),
    type: "object",
    definitions: { port: { type: "integer", minimum: 1 } },
    $defs: { name: { type: "string", pattern: "^[a-z]+$" } },
    properties: { count: { type: "integer" }, port: { $ref: "#/definitions/port" }, name: { $ref: "#/$defs/name" } },
    required: ["count"],
    additionalProperties: true,
  });

const perDraft = (name: string, values: string): readonly HelmCase[] =>
  Object.entries(drafts).map(([draft, uri]) => one(`${name}, ${draft}`, "{{ .Values.count }}", { "values.yaml": values, "values.schema.json": schemaOf(uri) }));

const closed = JSON.stringify({ $schema: drafts["draft 7"], type: "object", properties: { a: {} }, additionalProperties: false });
const words = (draft: string, schema: object): string => JSON.stringify({ $schema: draft, ...schema });
const evaluated = words(drafts["draft 2019-09"], { type: "object", allOf: [{ properties: { a: { type: "string" } } }], properties: { global: {} }, unevaluatedProperties: false, dependentRequired: { a: ["b"] } });
const prefixed = words(drafts["draft 2020-12"], { type: "object", properties: { l: { prefixItems: [{ type: "integer" }, { type: "string" }], items: false } } });
const conditional = words(drafts["draft 7"], { type: "object", if: { properties: { kind: { const: "a" } } }, then: { required: ["extra"] }, else: { required: ["kind"] } });
const inner = (values: string) => below("charts/child", chartOf("child", "{{ .Values.count }}", { "values.yaml": values, "values.schema.json": schemaOf(drafts["draft 7"]) }));

/** Cases of values that a schema lets pass. */
export const helmSchemaCases: readonly HelmCase[] = [
  ...perDraft("schema that is satisfied", "count: 3\nport: 80\nname: web\n"),
  one("a schema of a subchart that is satisfied", "x", inner("count: 1\n"), { set: ["child.count=2"] }, dependency()),
  one("a schema of a subchart that is switched off", "x", { "values.yaml": "child: { enabled: false }\n", ...inner("count: wrong\n") }, {}, dependency("    condition: child.enabled\n")),
  one("words of 2019-09", "x", { "values.yaml": "{}\n", "values.schema.json": evaluated }),
  one("words of 2020-12", "x", { "values.yaml": "l: [1, x]\n", "values.schema.json": prefixed }),
  one("if, then and else", "x", { "values.yaml": "kind: a\nextra: 1\n", "values.schema.json": conditional }),
  { ...one("a schema that is not looked at", "{{ .Values.count }}", { "values.yaml": "count: three\n", "values.schema.json": schemaOf(drafts["draft 7"]) }), more: { skipSchemaValidation: true } },
];

/** Cases of values that a schema refuses. */
export const helmSchemaRefusals: readonly HelmCase[] = [
  ...perDraft("a schema that is broken by the values", "count: three\n"),
  ...perDraft("a schema that is broken where it refers to itself", "count: 1\nport: 0\nname: web\n"),
  one("a schema that is broken by --set", "x", { "values.yaml": "a: 1\n", "values.schema.json": closed }, { set: ["b=1"] }),
  one("a schema of a subchart that is broken", "x", inner("count: 1\n"), { set: ["child.count=many"] }, dependency()),
  one("words of 2019-09 that are broken", "x", { "values.yaml": "a: x\n", "values.schema.json": evaluated }),
  one("words of 2020-12 that are broken", "x", { "values.yaml": "l: [1, x, 3]\n", "values.schema.json": prefixed }),
  one("if, then and else that are broken", "x", { "values.yaml": "kind: a\n", "values.schema.json": conditional }),
  one("a schema that is not JSON", "x", { "values.schema.json": "{" }),
];
