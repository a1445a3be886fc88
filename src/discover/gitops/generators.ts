// What the generators of an ApplicationSet give its template. argoproj/argo-cd: applicationset/generators/{list,git,matrix}.go.

import { isMapping } from "../../core/manifest.ts";
import type { Trouble } from "../../core/problem.ts";
import { loadTexts } from "../blob-texts.ts";
import { fileAt } from "../tree-files.ts";
import { fillTemplate } from "./argo-template.ts";
import { titleOf, troubleWith, type GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { parametersOfDirectory, parametersOfFile } from "./git-parameters.ts";
import { foldersMatching, filesMatching } from "./git-generator-paths.ts";
import { at, canonical, list, mapping, mergeMaps, readValue, text, texts, type Mapping } from "./loose-values.ts";
import { selects } from "./parameter-selector.ts";
import { folderOfArgo } from "./source-folder.ts";

/** Parameters of each Application, or why they cannot be told. */
export type Generated = { readonly kind: "parameters"; readonly parameters: readonly Mapping[] } | { readonly kind: "trouble"; readonly trouble: Trouble };

export interface Generation {
  readonly gitOps: GitOps;
  readonly set: DeployedObject;
  readonly goTemplate: boolean;
}

/** Applications that one ApplicationSet may make. */
export const MAX_APPLICATIONS = 1_000;

const fail = ({ set }: Generation, kind: Trouble["kind"], message: string, remedy: string): Generated => ({ kind: "trouble", trouble: troubleWith(set, kind, `${titleOf(set)} ${message}`, remedy) });

export const tooMany = (generation: Generation): Generated => fail(generation, "limit", `makes more than ${MAX_APPLICATIONS} Applications`, "Split it into several.");

/** The kinds of generator that an entry has. It should have one. */
export function kindsOf(generator: unknown): readonly string[] {
  return Object.keys(mapping(generator)).filter((field) => field !== "selector" && field !== "template");
}

/** What one generator gives. `depth` is how many matrices and merges it is inside of. */
export async function generate(generation: Generation, generator: unknown, depth = 0): Promise<Generated> {
  const [kind = "", ...others] = kindsOf(generator);
  if (others.length > 0) return fail(generation, "refused", `has the generators \`${[kind, ...others].join("`, `")}\` in one entry, which is not worked out here`, "Write one entry for each.");
  const generated = await generateAll(generation, generator, kind, depth);
  const selector = at(generator, "selector");
  if (generated.kind === "trouble" || selector === undefined) return generated;
  const answers = generated.parameters.map((parameters) => selects(selector, parameters));
  if (answers.includes(null)) return fail(generation, "render-failed", "selects with an operator that Argo CD does not have", "Use one of In, NotIn, Exists, DoesNotExist.");
  return { kind: "parameters", parameters: generated.parameters.filter((_, i) => answers[i]) };
}

async function generateAll(generation: Generation, generator: unknown, kind: string, depth: number): Promise<Generated> {
  switch (kind) {
    case "list":
      return generateList(generation, at(generator, "list"));
    case "git":
      return generateGit(generation, at(generator, "git"));
    case "matrix":
      if (depth < 2) return generateMatrix(generation, at(generator, "matrix"), depth);
      break;
    case "merge":
      if (depth < 2) return generateMerge(generation, at(generator, "merge"), depth);
  }
  return fail(generation, "remote-resource", `uses the generator \`${kind}\`, whose answer depends on what is not in this repository`, "Name what it deploys under `targets:` in the configuration.");
}

function generateList(generation: Generation, generator: unknown): Generated {
  const more = text(at(generator, "elementsYaml"));
  const written = more === "" ? [] : readValue(more);
  if (!Array.isArray(written)) return fail(generation, "yaml", "has `elementsYaml` that is no list in YAML that can be read", "Correct it.");
  const elements = [...list(at(generator, "elements")), ...written].filter(isMapping);
  if (elements.length > MAX_APPLICATIONS) return tooMany(generation);
  if (generation.goTemplate) return { kind: "parameters", parameters: elements };
  return { kind: "parameters", parameters: elements.map((element) => Object.fromEntries(Object.entries(element).flatMap(([name, value]) => (name === "values" ? Object.entries(mapping(value)).map(([key, inner]) => [`values.${key}`, text(inner)]) : [[name, text(value)]])))) };
}

async function generateGit(generation: Generation, git: unknown): Promise<Generated> {
  const { gitOps, set, goTemplate } = generation;
  const { survey } = gitOps;
  const place = folderOfArgo(gitOps, set, text(at(git, "repoURL")), text(at(git, "revision")), "");
  if (place.trouble !== null) return { kind: "trouble", trouble: place.trouble };
  const prefix = text(at(git, "pathParamPrefix"));
  const [matched, folders] = [filesMatching(survey.tree, list(at(git, "files"))), foldersMatching(survey.tree, list(at(git, "directories")))];
  if (matched.kind === "refused") return fail(generation, "refused", `has a git generator that ${matched.reason}`, "Correct the pattern.");
  if (folders.kind === "refused") return fail(generation, "refused", `has a git generator that ${folders.reason}`, "Correct the pattern.");
  const files = matched.paths;
  await loadTexts(survey.tree, survey.cache.texts, files.flatMap((path) => fileAt(survey.tree, path)?.id ?? []));
  const found: Mapping[] = folders.paths.map((path) => parametersOfDirectory(path, prefix, goTemplate));
  if (found.length === 0) {
    for (const path of files) {
      const read = readValue(survey.cache.texts.get(fileAt(survey.tree, path)?.id ?? "") ?? "\u0000");
      if (read === null) return fail(generation, "yaml", `reads parameters from \`${path}\`, which is not YAML or JSON that can be read`, "Correct the file.");
      for (const object of isMapping(read) ? [read] : read.filter(isMapping)) found.push(parametersOfFile(path, object, prefix, goTemplate));
      if (found.length > MAX_APPLICATIONS) return tooMany(generation);
    }
  }
  if (found.length > MAX_APPLICATIONS) return tooMany(generation);
  return withValues(generation, at(git, "values"), found);
}

/** `values` of a generator, which may use its parameters. applicationset/generators/value_interpolation.go. */
function withValues(generation: Generation, values: unknown, found: readonly Mapping[]): Generated {
  if (!isMapping(values)) return { kind: "parameters", parameters: found };
  const parameters: Mapping[] = [];
  for (const own of found) {
    const filled = fillTemplate(values, own, generation.goTemplate);
    if (filled.kind === "unknown") return unknownExpression(generation, filled.expression);
    parameters.push(generation.goTemplate ? { ...own, values: filled.value } : { ...own, ...Object.fromEntries(Object.entries(mapping(filled.value)).map(([name, value]) => [`values.${name}`, text(value)])) });
  }
  return { kind: "parameters", parameters };
}

/** Says which expression of a template we cannot work out. */
export function unknownExpression(generation: Generation, expression: string): Generated {
  return fail(generation, "refused", `has the expression \`${expression.slice(0, 200)}\` in its template, which is not worked out here`, "Write it with plain fields, or name what it deploys under `targets:` in the configuration.");
}

async function generateMatrix(generation: Generation, matrix: unknown, depth: number): Promise<Generated> {
  const [first, second, ...others] = list(at(matrix, "generators"));
  if (second === undefined || others.length > 0) return fail(generation, "render-failed", "has a matrix of other than two generators, which Argo CD refuses", "Give it exactly two.");
  const outer = await generate(generation, first, depth + 1);
  if (outer.kind === "trouble") return outer;
  const parameters: Mapping[] = [];
  for (const own of outer.parameters) {
    // The second generator may use the parameters of the first.
    const filled = fillTemplate(second, own, generation.goTemplate);
    if (filled.kind === "unknown") return unknownExpression(generation, filled.expression);
    const inner = await generate(generation, filled.value, depth + 1);
    if (inner.kind === "trouble") return inner;
    if (parameters.length + inner.parameters.length > MAX_APPLICATIONS) return tooMany(generation);
    for (const more of inner.parameters) parameters.push(mergeMaps(more, own));
  }
  return { kind: "parameters", parameters };
}

/** The first generator's parameters, with those of the others over them that are equal in the merge keys. applicationset/generators/merge.go. */
async function generateMerge(generation: Generation, merge: unknown, depth: number): Promise<Generated> {
  const [keys, generators] = [texts(at(merge, "mergeKeys")), list(at(merge, "generators"))];
  if (keys.length === 0 || generators.length < 2) return fail(generation, "render-failed", "has a merge without keys or of fewer than two generators, which Argo CD refuses", "Give it `mergeKeys` and two generators.");
  const keyOf = (parameters: Mapping): string => canonical(keys.map((key) => parameters[key] ?? null));
  let merged: ReadonlyMap<string, Mapping> | null = null;
  for (const generator of generators) {
    const generated = await generate(generation, generator, depth + 1);
    if (generated.kind === "trouble") return generated;
    const byKey = new Map(generated.parameters.map((parameters) => [keyOf(parameters), parameters]));
    if (byKey.size < generated.parameters.length) return fail(generation, "render-failed", `merges by \`${keys.join("`, `")}\`, of which two sets of parameters have the same, which Argo CD refuses`, "Merge by what tells them apart.");
    if (merged === null) {
      merged = byKey;
      continue;
    }
    if (generation.goTemplate && [...merged.keys()].some((key) => holdsNothing(byKey.get(key)))) return fail(generation, "refused", "merges parameters that are empty, which is not worked out here", "Leave out what is empty.");
    merged = new Map([...merged].map(([key, parameters]) => [key, generation.goTemplate ? mergeMaps(parameters, byKey.get(key) ?? {}) : { ...parameters, ...byKey.get(key) }]));
  }
  return { kind: "parameters", parameters: [...(merged ?? new Map<string, Mapping>()).values()] };
}

/** True for what has something empty in it, which may or may not replace what is not. */
function holdsNothing(value: unknown): boolean {
  if (isMapping(value)) return Object.values(value).some((field) => (isMapping(field) && Object.keys(field).length === 0) || holdsNothing(field));
  return value === "" || value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0);
}
