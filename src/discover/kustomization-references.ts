// The fields of a kustomization that name files, folders and addresses. kubernetes-sigs/kustomize: api/types/kustomization.go.

import type { PathSegment } from "../core/manifest.ts";
import { fieldsOf, isMapping, stringField, type LooseField } from "./loose-fields.ts";

/**
 * What Kustomize does with a reference: `resource` tries a file, then a folder; `component` wants a folder; `plugin` is a `resource`
 * that configures a plugin; `file` wants a file, and so does `content`, whose text becomes the value of one key of a ConfigMap or Secret.
 */
export type ReferenceRole = "resource" | "component" | "plugin" | "file" | "content";

/** Whether a reference can be of nothing but a file. */
export const wantsFile = ({ role }: Pick<Reference, "role">): boolean => role === "file" || role === "content";

export interface Reference {
  readonly role: ReferenceRole;
  /** As written, without the key of `key=path`. */
  readonly value: string;
  /** Where it stands inside the document. */
  readonly field: readonly PathSegment[];
}

type Collect = (field: LooseField) => readonly Reference[];

/** Every text of a list. */
function each(role: ReferenceRole, parent: readonly PathSegment[] = []): Collect {
  return ({ written, value }) => {
    const list = Array.isArray(value) ? value : [];
    return list.flatMap((item: unknown, i) => (typeof item === "string" && item !== "" ? [{ role, value: item, field: [...parent, written, i] }] : []));
  };
}

/** One text. */
function one(parent: readonly PathSegment[]): Collect {
  return ({ written, value }) => (typeof value === "string" && value !== "" ? [{ role: "file", value, field: [...parent, written] }] : []);
}

/** The given fields of every mapping in a list. */
function within(collectors: Readonly<Record<string, (parent: readonly PathSegment[]) => Collect>>): Collect {
  return ({ written, value }) => {
    const list = Array.isArray(value) ? value : [];
    return list.flatMap((item: unknown, i) => fieldsOf(item).flatMap((field) => collectors[field.name]?.([written, i])(field) ?? []));
  };
}

/** `key=path` or `path`. kubernetes-sigs/kustomize: api/internal/generators/utils.go (ParseFileSource). */
function keyedFiles(parent: readonly PathSegment[]): Collect {
  return (field) => each("content", parent)(field).map((reference) => ({ ...reference, value: reference.value.replace(/^[^=]+=/, "") }));
}

const files = (parent: readonly PathSegment[]): Collect => each("file", parent);
const generator = within({ files: keyedFiles, envs: files, env: one });
const paths = within({ path: one });

const collectors: Readonly<Record<string, Collect>> = {
  resources: each("resource"),
  bases: each("resource"),
  components: each("component"),
  generators: each("plugin"),
  transformers: each("plugin"),
  validators: each("plugin"),
  crds: each("file"),
  configurations: each("file"),
  patchesstrategicmerge: each("file"),
  patches: paths,
  patchesjson6902: paths,
  replacements: paths,
  configmapgenerator: generator,
  secretgenerator: generator,
  helmcharts: within({ valuesfile: one, additionalvaluesfiles: files }),
  helmchartinflationgenerator: within({ values: one }),
  openapi: ({ written, value }) => fieldsOf(value).flatMap((field) => (field.name === "path" ? one([written])(field) : [])),
};

/** Everything a kustomization names in a field that is for naming things, in order. */
export function collectReferences(kustomization: unknown): readonly Reference[] {
  return fieldsOf(kustomization).flatMap((field) => (Object.hasOwn(collectors, field.name) ? (collectors[field.name]?.(field) ?? []) : []));
}

/** Names of the charts of `helmCharts` and of its older spelling. kubernetes-sigs/kustomize: api/types/helmchartargs.go. */
export function inflatedCharts(kustomization: unknown): readonly (string | null)[] {
  return fieldsOf(kustomization).flatMap(({ name, value }) => {
    if ((name !== "helmcharts" && name !== "helmchartinflationgenerator") || !Array.isArray(value)) return [];
    return value.map((chart: unknown) => stringField(chart, name === "helmcharts" ? "name" : "chartname"));
  });
}

/** The folder that holds the charts of `helmCharts`, as written; null when the object renders no chart. */
export function chartHome(object: unknown): string | null {
  const fields = fieldsOf(object);
  const global = fields.find(({ name }) => name === "helmglobals");
  const old = fields.find(({ name }) => name === "helmchartinflationgenerator")?.value;
  const plugin = stringField(object, "kind") === "HelmChartInflationGenerator";
  if (!plugin && global === undefined && inflatedCharts(object).length === 0) return null;
  const homes = [stringField(object, "charthome"), stringField(global?.value, "charthome")];
  if (Array.isArray(old)) homes.push(...old.filter(isMapping).map((chart) => stringField(chart, "charthome")));
  return homes.findLast((home) => home !== null && home !== "") ?? "charts";
}
