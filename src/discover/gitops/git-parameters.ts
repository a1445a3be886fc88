// Parameters that a git generator gives for a folder or a file. argoproj/argo-cd: applicationset/generators/git.go.

import { isMapping } from "../../core/manifest.ts";
import { parentOf } from "../../core/tree.ts";
import { baseName } from "../tree-files.ts";
import { normalizeName } from "./argo-template.ts";
import { text, type Mapping } from "./loose-values.ts";

/** Parameters of a folder. */
export function parametersOfDirectory(path: string, prefix: string, goTemplate: boolean): Mapping {
  return goTemplate ? nested(path, null, prefix) : flat(path, null, prefix);
}

/** Parameters of one object in a file. */
export function parametersOfFile(file: string, object: Mapping, prefix: string, goTemplate: boolean): Mapping {
  const folder = parentOf(file);
  return goTemplate ? { ...object, ...nested(folder, file, prefix) } : { ...flatten(object), ...flat(folder, file, prefix) };
}

function nested(folder: string, file: string | null, prefix: string): Mapping {
  const path = {
    path: folder,
    basename: baseName(folder),
    basenameNormalized: normalizeName(baseName(folder)),
    segments: folder.split("/"),
    ...(file === null ? {} : { filename: baseName(file), filenameNormalized: normalizeName(baseName(file)) }),
  };
  return prefix === "" ? { path } : { [prefix]: { path } };
}

function flat(folder: string, file: string | null, prefix: string): Mapping {
  const name = prefix === "" ? "path" : `${prefix}.path`;
  return {
    [name]: folder,
    [`${name}.basename`]: baseName(folder),
    [`${name}.basenameNormalized`]: normalizeName(baseName(folder)),
    ...(file === null ? {} : { [`${name}.filename`]: baseName(file), [`${name}.filenameNormalized`]: normalizeName(baseName(file)) }),
    ...Object.fromEntries(folder.split("/").map((part, i) => [`${name}[${i}]`, part])),
  };
}

const MAX_FLAT = 10_000; // aliases can multiply what a small file says

/** `a.b` for what is nested, `a.0` for items. github.com/jeremywohl/flatten (DotStyle). */
export function flatten(object: Mapping): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  const todo: [string, unknown][] = [["", object]];
  for (let next = todo.pop(); next !== undefined && fields.size < MAX_FLAT && todo.length < MAX_FLAT; next = todo.pop()) {
    const [name, value] = next;
    if (isMapping(value) || Array.isArray(value)) for (const [key, inner] of Object.entries(value)) todo.push([name === "" ? key : `${name}.${key}`, inner]);
    else fields.set(name, text(value));
  }
  return Object.fromEntries(fields);
}
