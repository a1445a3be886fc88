// Which values of a chart a template writes, read off its text.

import { fieldAt, isMapping } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";
import { positionOf, type PathSegment } from "./manifest.ts";
import { remembered } from "./remembered.ts";
import type { Location } from "./report.ts";
import { documentsIn, linesIn, locationIn, type Candidate } from "./source-file.ts";

// Dots only: `index .Values "a-b"` says no path that could be read off.
const VALUE = /(?:^|[^\w.)])\$?\.Values((?:\.\w+)+)/g;
const NAMING = /\{\{-?\s*(?:with|if|else if|\$\w+\s*:?=)/;
const FARTHEST = 8; // lines between an action and the one that gives it its value

/** Paths of the values that a text speaks of, in its order. */
export const valuePathsIn = (text: string): string[][] => [...text.matchAll(VALUE)].map(([, path = ""]) => path.slice(1).split("."));

/** Paths of the values that an action speaks of: its own, else those of the nearest `with`, `if` or variable above it. The last is the strongest: `default .weak .strong`. */
export function valuesOf(template: Candidate, line: number): string[][] {
  const lines = linesIn(template);
  const pathsIn = (text: string): string[][] => valuePathsIn(text).toReversed();
  const own = pathsIn(lines[line - 1] ?? "");
  if (own.length > 0 || !(lines[line - 1] ?? "").includes("{{")) return own;
  for (let above = line - 1; above >= Math.max(1, line - FARTHEST); above--) {
    const text = lines[above - 1] ?? "";
    if (NAMING.test(text) && pathsIn(text).length > 0) return pathsIn(text);
  }
  return [];
}

/** The folder of the chart that a template belongs to. */
const chartOf = (template: string): string => template.slice(0, Math.max(0, template.lastIndexOf("/templates/")));

/** The values files at hand, those that win first: what is given to a chart, then what charts say of their subcharts, then a chart's own. */
export function valuesFiles(files: readonly Candidate[], template: string): { readonly file: Candidate; readonly prefix: readonly string[] }[] {
  const chart = chartOf(template);
  const isOwn = ({ path }: Candidate): boolean => path === (chart === "" ? "values.yaml" : `${chart}/values.yaml`);
  const isDefault = ({ path }: Candidate): boolean => /(^|\/)values\.yaml$/.test(path);
  const rank = (file: Candidate): number => (isOwn(file) ? 2 : isDefault(file) ? 1 : 0);
  const name = chart.slice(chart.lastIndexOf("/") + 1);
  return files
    .filter(({ path }) => /\.(ya?ml|json)$/.test(path) && !/(^|\/)templates\//.test(path))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((file) => (isOwn(file) ? [{ file, prefix: [] }] : rank(file) === 1 ? [{ file, prefix: [name] }] : [{ file, prefix: [] }, { file, prefix: [name] }]));
}

/** Paths of all values that a template speaks of. */
const allValuesOf = remembered(({ text }: Candidate): readonly (readonly string[])[] => valuePathsIn(text));

/** Whether a template still takes what it writes from a value, or from one that holds it; a subchart's own path begins one further. */
export function readsValue(template: Candidate, value: readonly PathSegment[]): boolean {
  return allValuesOf(template).some((path) => [0, 1].some((from) => path.every((segment, i) => segment === value[from + i])));
}

/** Lines of a template that begin the security context of pods: as far to the left as all its lists of containers. */
const contextLines = remembered((template: Candidate): readonly number[] => {
  const lines = linesIn(template);
  const [indent, ...others] = new Set(lines.flatMap((line) => /^( *)containers:\s*$/.exec(line)?.[1] ?? []));
  if (indent === undefined || others.length > 0) return [];
  return lines.flatMap((line, i) => (line.startsWith(`${indent}securityContext:`) ? [i + 1] : []));
});

const ONLY_ACTION = /^\s*\{\{.*\}\}\s*$/;

/** Where the one value stands that the template writes as the security context of its pods, and that set none or no profile; null without one. */
export function contextValue({ document, objectPath, profilePlace, holder }: InventoryEntry, template: Candidate, files: readonly Candidate[]): Location | null {
  if (holder.securityContext === null) return null;
  const lines = linesIn(template);
  const acting = contextLines(template).map((line) => ((lines[line - 1] ?? "").includes("{{") ? line : ONLY_ACTION.test(lines[line] ?? "") ? line + 1 : null));
  const paths = new Map(acting.flatMap((line) => (line === null ? [null] : valuesOf(template, line))).map((path) => [path?.join("."), path]));
  const [path] = paths.values();
  if (path === undefined || path === null || paths.size > 1) return null;
  const rendered = fieldAt(document.object, [...objectPath, ...profilePlace]);
  for (const { file, prefix } of valuesFiles(files, template.path)) {
    const [values] = documentsIn(file);
    const full = [...(path[0] === "global" ? [] : prefix), ...path];
    const value = values === undefined ? undefined : fieldAt(values.object, full);
    if (values === undefined || value === undefined) continue;
    const position = positionOf(values, full);
    // A switch that is off, or a template that has other conditions, would not write what is added here.
    const isWritten = isMapping(value) && value["enabled"] !== false && Object.keys(value).some((key) => key !== "enabled") === (isMapping(rendered) && Object.keys(rendered).length > 0);
    return position === null || !isWritten ? null : { ...locationIn(file, position, "file", "template"), value: full };
  }
  return null;
}
