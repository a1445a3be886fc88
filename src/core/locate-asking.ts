// Where the change made something beside a container ask more of it than before: at a label of its namespace.

import { fieldAt } from "./field.ts";
import { isMapping, positionOf } from "./manifest.ts";
import { objectsIn } from "./locate-guard.ts";
import type { Location } from "./report.ts";
import type { Asking } from "./rule.ts";
import { isChanged, linesIn, locationIn, type Candidate } from "./source-file.ts";
import type { FoundObject } from "./workload.ts";

/** Labels of the objects that ask, where the change brought them. */
function labelsIn(file: Candidate, { objects, label }: Asking): Location[] {
  // Prefixes and suffixes are added around the name of the source.
  const isMeant = (one: FoundObject): boolean => objects.some(({ kind, group, name }) => kind === one.kind && group === one.group && one.name !== "" && name.includes(one.name));
  const precision = objects.some(({ document }) => document.origin === "file" && document.path === file.path) ? "exact" : "file";
  return objectsIn(file).flatMap((one) => {
    const labels = fieldAt(one.object, ["metadata", "labels"]);
    const keys = isMeant(one) && isMapping(labels) ? Object.keys(labels).filter((key) => key.startsWith(label)) : [];
    const positions = keys.flatMap((key) => positionOf(one.document, [...one.objectPath, "metadata", "labels", key]) ?? []);
    return positions.map((position) => locationIn(file, position, precision, "cause")).filter(({ inDiff }) => inDiff);
  });
}

/** Lines with the label that the change brought or took away: in values, patches and templates it stands beside no name. */
function linesWith(label: string, file: Candidate): Location[] {
  const names = (text: string): boolean => text.includes(label) || text.includes(label.replaceAll("/", "~1"));
  const brought = linesIn(file).flatMap((text, i) => (names(text) && isChanged(file.changed, i + 1) ? [i + 1] : []));
  const gone = file.removed.flatMap(({ text, line }) => (names(text) ? [line] : []));
  return [...brought, ...gone].map((line) => locationIn(file, { line, column: 1, endLine: line }, "file", "cause"));
}

/** The one place where the change made objects ask for more, the surest first; none where none of the files tells. */
export function locateAsking(asking: Asking, files: readonly Candidate[]): Location[] {
  return [...files.flatMap((file) => labelsIn(file, asking)), ...files.flatMap((file) => linesWith(asking.label, file))].slice(0, 1);
}
