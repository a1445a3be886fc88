// What of a chart's values decides whether a line of a template is there at all, where the change set it otherwise.

import { valuePathsIn, valuesFiles } from "./chart-values.ts";
import { fieldAt, isMapping } from "./field.ts";
import { positionOf } from "./manifest.ts";
import { remembered } from "./remembered.ts";
import type { Location } from "./report.ts";
import { documentsIn, locationIn, onBase, type Candidate } from "./source-file.ts";

const ACTION = /\{\{([\s\S]*?)\}\}/g;
const WORD = /^-?\s*(if|with|range|define|block|else|end)\b/;

interface Control {
  /** 1-based */
  readonly line: number;
  readonly word: string;
  /** Paths of the values that it asks for. */
  readonly paths: readonly string[][];
}

/** The control structures of a template, in its order. Go: text/template, "Actions". */
const controlsIn = remembered(({ text }: Candidate): readonly Control[] => {
  let [line, seen] = [1, 0];
  return [...text.matchAll(ACTION)].flatMap(({ index, 1: action = "" }) => {
    line += text.slice(seen, index).split("\n").length - 1;
    seen = index;
    const [, word] = WORD.exec(action) ?? [];
    return word === undefined ? [] : [{ line, word, paths: word === "block" ? [] : valuePathsIn(action) }];
  });
});

/** Paths of the values in the conditions around a line, the innermost first. */
function conditionsAround(template: Candidate, line: number): readonly string[][] {
  const open: string[][][] = [];
  for (const control of controlsIn(template)) {
    // What ends on the line itself ends behind what it writes.
    if (control.line > line || (control.line === line && control.word === "end")) break;
    if (control.word === "end") open.pop();
    else if (control.word === "else") open.at(-1)?.push(...control.paths);
    else open.push([...control.paths]);
  }
  return open.toReversed().flat();
}

/** What a side's values say at a path, and where: the first file that says something wins. */
function saidIn(path: readonly string[], template: string, files: readonly Candidate[], sideOf: (file: Candidate) => Candidate) {
  for (const { file, prefix } of valuesFiles(files, template)) {
    const full = [...(path[0] === "global" ? [] : prefix), ...path];
    const [values] = documentsIn(sideOf(file));
    const value = values === undefined ? undefined : fieldAt(values.object, full);
    if (values !== undefined && value !== undefined) return { file, full, values, value };
  }
  return null;
}

/** Lines of values that the change set otherwise and that the conditions around a line of a template ask for, the innermost first. */
export function switchesAround(template: Candidate, line: number, files: readonly Candidate[]): Location[] {
  return conditionsAround(template, line).flatMap((path) => {
    const now = saidIn(path, template.path, files, (file) => file);
    const was = saidIn(path, template.path, files, onBase);
    // Mappings of several files are merged: none of them says what the condition sees.
    if (now === null || isMapping(now.value) || isMapping(was?.value) || JSON.stringify(now.value) === JSON.stringify(was?.value)) return [];
    const position = positionOf(now.values, now.full);
    return position === null ? [] : [locationIn(now.file, { ...position, endLine: position.line }, "exact", "cause")];
  });
}
