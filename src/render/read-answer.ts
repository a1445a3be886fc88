// Narrows what the module answered. Whatever is not as renderer/protocol.md says is a bug of ours and throws.

import { type Answer, type AnswerProblem, type EngineVersions, type SuppliedChart, answerKinds } from "./protocol.ts";

/** The answer in a parsed JSON value. Throws a TypeError that names the field when the value is not one. */
export function readAnswer(value: unknown): Answer {
  const answer = fieldsOf(value, "answer");
  const problems = answer["problems"];
  if (!Array.isArray(problems)) throw wrong("problems", problems);
  const supplied = answer["supplied"] ?? [];
  if (!Array.isArray(supplied)) throw wrong("supplied", supplied);
  const versions = answer["versions"];
  return {
    manifests: text(answer, "manifests"),
    problems: problems.map(readProblem),
    supplied: supplied.map(readSupplied),
    ...(versions === undefined ? {} : { versions: readVersions(versions) }),
  };
}

function readProblem(value: unknown): AnswerProblem {
  const problem = fieldsOf(value, "problem");
  const kind = answerKinds.find((known) => known === problem["kind"]);
  if (kind === undefined) throw wrong("kind", problem["kind"]);
  return {
    kind,
    message: text(problem, "message"),
    remedy: text(problem, "remedy"),
    path: text(problem, "path"),
    line: count(problem, "line"),
    column: count(problem, "column"),
    blocking: truth(problem, "blocking"),
    ...optionalTexts(problem, "decides", "rest", "demands"),
  };
}

function readSupplied(value: unknown): SuppliedChart {
  const supplied = fieldsOf(value, "supplied chart");
  return { chart: text(supplied, "chart"), path: text(supplied, "path") };
}

function readVersions(value: unknown): EngineVersions {
  const versions = fieldsOf(value, "versions");
  return { helm: text(versions, "helm"), kustomize: text(versions, "kustomize"), kubernetes: text(versions, "kubernetes") };
}

function fieldsOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(name, value);
  return Object.fromEntries(Object.entries(value));
}

function text(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value !== "string") throw wrong(name, value);
  return value;
}

function optionalTexts<Name extends string>(fields: Readonly<Record<string, unknown>>, ...names: readonly Name[]): { readonly [name in Name]?: string } {
  const texts: { [name in Name]?: string } = {};
  for (const name of names) if (fields[name] !== undefined) texts[name] = text(fields, name);
  return texts;
}

function count(fields: Readonly<Record<string, unknown>>, name: string): number {
  const value = fields[name];
  if (typeof value !== "number") throw wrong(name, value);
  return value;
}

function truth(fields: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = fields[name];
  if (typeof value !== "boolean") throw wrong(name, value);
  return value;
}

function wrong(name: string, value: unknown): TypeError {
  return new TypeError(`the renderer answered ${name} = ${JSON.stringify(value)?.slice(0, 200)}, which renderer/protocol.md does not know`);
}
