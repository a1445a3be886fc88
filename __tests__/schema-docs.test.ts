// The JSON Schemas that are published, held against what they describe. `UPDATE=1` writes them anew.

import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "@jest/globals";
import { existsSync, readdirSync } from "node:fs";
import { z } from "zod";
import { isMapping, readDocuments } from "../src/core/manifest.ts";
import { configurationSchema } from "../src/options/configuration-schema.ts";
import { PROJECT_URL } from "../src/report/project.ts";
import { reportSchema } from "../src/report-schema.ts";
import { documents, fenced, madeFile, textOf } from "./support/documents.ts";

// Draft 7 is what editors understand: redhat-developer/yaml-language-server: README.md.
const published = (schema: z.ZodType, file: string, title: string): string => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
  const $id = `${PROJECT_URL.replace("github.com", "raw.githubusercontent.com")}/main/schema/${file}`;
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
};

const schemas = [
  ["configuration.schema.json", configurationSchema, "The configuration of seccomp-gate"],
  ["report.schema.json", reportSchema, "The JSON report of seccomp-gate, version 1"],
] as const;

/** A schema under which every field has to be known, so that it cannot fall behind what is written. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isMapping(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return isMapping(schema["properties"]) ? { additionalProperties: false, ...inner } : inner;
}

const ajv = new Ajv({ strict: false, allErrors: true, formats: { date: true } });

const compiled = new Map<unknown, ValidateFunction>(); // to compile takes longer than anything else here

function mistakes(schema: unknown, value: unknown): readonly string[] {
  const validate = compiled.get(schema) ?? ajv.compile(isMapping(schema) ? { ...schema, $id: undefined } : {});
  compiled.set(schema, validate);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`);
}

describe("schema/", () => {
  it.each(schemas)("%s is what the sources say", (file, schema, title) => {
    const made = published(schema, file, title);
    expect(madeFile(`schema/${file}`, made)).toBe(made);
  });

  it("holds nothing else", () => {
    expect(readdirSync("schema").sort()).toEqual(schemas.map(([file]) => file));
  });
});

describe("schema/report.schema.json", () => {
  const schema: unknown = JSON.parse(published(reportSchema, "report.schema.json", "report"));
  const everyField = closed(schema);
  const cases = readdirSync("__tests__/cases").map((name) => `__tests__/cases/${name}/expected/report.json`).filter((path) => existsSync(path));
  const goldens = [...cases, "__tests__/report/expected/pleasant.json", "__tests__/report/expected/hostile.json"];

  it.each(goldens)("describes every field of %s", (path) => {
    expect(goldens.length).toBeGreaterThan(30);
    const report: unknown = JSON.parse(textOf(path));
    // The hostile report has its text wherever one of our words stands, enumerations included.
    if (path.endsWith("hostile.json")) expect(mistakes(everyField, report).filter((mistake) => !/enum|allowed values|Names/.test(mistake))).toEqual([]);
    else expect(mistakes(everyField, report)).toEqual([]);
  });

  it("lets later versions add fields, and change none", () => {
    const report = JSON.parse(textOf("__tests__/report/expected/pleasant.json"));
    expect(mistakes(schema, { ...report, more: 1, findings: report.findings.map((finding: object) => ({ ...finding, more: 1 })) })).toEqual([]);
    expect(mistakes(schema, { ...report, verdict: "fine" })).not.toEqual([]);
    expect(mistakes(schema, { ...report, findings: undefined })).not.toEqual([]);
    expect(mistakes(schema, { ...report, schema: "seccomp-gate/report/v2" })).not.toEqual([]);
  });
});

describe("schema/configuration.schema.json", () => {
  const schema: unknown = JSON.parse(published(configurationSchema, "configuration.schema.json", "configuration"));
  const examples = documents().flatMap((path) => fenced(textOf(path), "yaml").filter((text) => /^version: 1$/m.test(text)).map((text, i) => [`${path} ${i + 1}`, text] as const));

  it.each(examples)("takes the example of %s", (_, text) => {
    expect(mistakes(schema, readDocuments({ path: "x.yaml", text, origin: "file" }).documents[0]?.object)).toEqual([]);
  });

  it("takes no other", () => {
    expect(examples.length).toBeGreaterThan(2);
    for (const wrong of [{}, { version: 2 }, { version: 1, typo: 1 }, { version: 1, rules: { nonsense: "off" } }, { version: 1, exclude: ["/etc"] }, { version: 1, targets: [{ helm: "a", kustomize: "b" }] }]) {
      expect(mistakes(schema, wrong)).not.toEqual([]);
    }
  });
});
