// Where Kustomize's patches change a field without saying it as the built object does: by an operation on its path, or by taking it away.

import { fieldAt, isMapping } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";
import { positionOf, type PathSegment } from "./manifest.ts";
import type { Location } from "./report.ts";
import { documentsIn, isChanged, linesIn, locationIn, type Candidate } from "./source-file.ts";

const isKustomization = (path: string): boolean => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);

/** Whether a file holds patches as a list of operations: nothing in it is an object. */
const isOperations = (file: Candidate): boolean => /^\s*(?:-\s|\[)/m.test(file.text) && documentsIn(file).length === 0;

/**
 * The line that the change brought to a file, or took from it, where a patch written inside a kustomization, or a list of operations,
 * speaks of the field, as far as words tell: `path: /spec/…/privileged`, `privileged: true`.
 */
export function patchLinesIn(file: Candidate, field: readonly PathSegment[] | null): Location[] {
  if (field === null || (file.changed.length === 0 && file.removed.length === 0) || !(isKustomization(file.path) || isOperations(file))) return [];
  const written = linesIn(file).flatMap((text, i) => (isChanged(file.changed, i + 1) ? [{ text, line: i + 1 }] : []));
  // The field itself, else what holds it: a patch may replace the whole security context.
  for (const segment of field.slice(Math.max(0, field.indexOf("securityContext"))).reverse()) {
    if (typeof segment !== "string") continue;
    const found = [...written, ...file.removed].find(({ text }) => text.includes(segment.replaceAll("/", "~1")) || text.includes(segment));
    if (found !== undefined) return [locationIn(file, { line: found.line, column: 1, endLine: found.line }, "file", "cause")];
  }
  return [];
}

/** Whether a strategic merge takes away what it stands in: kubernetes/apimachinery: pkg/util/strategicpatch/patch.go (directiveMarker). */
const isDirective = (value: unknown): boolean => value === "delete" || value === "replace";

/** Path of what takes a container's field away in a patch: `null`, or a `$patch` beside what leads to it; null where nothing does. */
function takingAway(patch: unknown, field: readonly PathSegment[], container: string): readonly PathSegment[] | null {
  let value = patch;
  const path: PathSegment[] = [];
  for (const segment of field) {
    if (Array.isArray(value)) {
      const directive = value.findIndex((item) => isDirective(fieldAt(item, ["$patch"])) && fieldAt(item, ["name"]) === undefined);
      if (directive >= 0) return [...path, directive, "$patch"];
      const own = value.findIndex((item) => fieldAt(item, ["name"]) === container);
      if (own < 0) return null;
      path.push(own);
    } else if (isMapping(value) && Object.hasOwn(value, segment)) path.push(segment);
    else return null;
    value = fieldAt(patch, path);
    if (value === null) return path;
    if (isDirective(fieldAt(value, ["$patch"]))) return [...path, "$patch"];
  }
  return null;
}

const NAMED = /(?:^|[\s"'[,:])(?:\.{1,2}\/[\w.-]|[\w./-]+\.(?:ya?ml|json)\b)/;

/** The line by which a kustomization came to take something in that was there before, or by which it lets it go: what names a file or a folder. */
export function entranceIn(file: Candidate): Location[] {
  if (!isKustomization(file.path)) return [];
  const names = (text: string): boolean => NAMED.test(text) && !/^\s*#/.test(text);
  const added = linesIn(file).findIndex((text, i) => isChanged(file.changed, i + 1) && names(text)) + 1;
  const line = added > 0 ? added : file.removed.find(({ text }) => names(text))?.line;
  return line === undefined ? [] : [locationIn(file, { line, column: 1, endLine: line }, "file", "cause")];
}

/**
 * Where a patch takes away the field that decided on the base. `names` are those of the workloads of its kind: a patch that is
 * named like none of them may be for any.
 */
export function takenAwayIn(file: Candidate, base: InventoryEntry, names: ReadonlySet<string>): Location[] {
  const { field, workload, container } = base;
  if (field === null) return [];
  return documentsIn(file).flatMap((document) => {
    const name = fieldAt(document.object, ["metadata", "name"]);
    if (document.object["kind"] !== workload.kind || typeof name !== "string") return [];
    const meant = [...names].filter((one) => one.includes(name));
    const isNamed = workload.name.includes(name);
    if (meant.some((one) => one === name && one !== workload.name) || (!isNamed && meant.length > 0)) return [];
    const path = takingAway(document.object, field, container.name);
    const position = path === null ? null : positionOf(document, path);
    return position === null ? [] : [locationIn(file, position, isNamed && meant.length <= 1 ? "exact" : "file", "cause")];
  });
}
