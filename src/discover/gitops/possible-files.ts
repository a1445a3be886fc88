// Files that an ApplicationSet may read beyond what is looked at by itself, when nobody can tell its parameters: whatever its paths can mean.

import { hasPiecesInOrder } from "../../core/pieces-in-order.ts";
import { joinPath } from "../../core/tree.ts";
import { sourcesOf } from "./application.ts";
import type { GitOps } from "./declaration.ts";
import { filesMatching } from "./git-generator-paths.ts";
import { at, list, text, texts, type Mapping } from "./loose-values.ts";
import { isThisRepository } from "./this-repository.ts";

const ANYTHING = "{{}}";
const MAX_PATTERNS = 1_000; // more mean everything
const SETTINGS = ["helm", "kustomize", "plugin"] as const;

/** Files of the tree that the Applications of a set may read by one of its templates, or its generators, sorted. */
export function possibleFiles({ survey: { tree }, selection }: GitOps, spec: unknown, templates: readonly Mapping[]): readonly string[] {
  const isPatched = text(at(spec, "templatePatch")) !== "";
  const named = templates.flatMap((template) => pathsNamed(sourcesOf(at(template, "spec")), selection.repositories, (source) => isPatched || SETTINGS.some((field) => at(source, field) !== undefined)));
  const patterns = named.length > MAX_PATTERNS ? [piecesOf(ANYTHING)] : named.map(piecesOf);
  const files = [...tree.entries].flatMap(([path, { kind }]) => (kind === "file" || kind === "link" ? [path] : []));
  const generated = filesMatching(tree, filesGenerated(list(at(spec, "generators"))));
  if (generated.kind === "refused") return files;
  return [...new Set([...files.filter((path) => patterns.some((pieces) => hasPiecesInOrder(path, pieces))), ...generated.paths])].sort();
}

/** Paths with expressions, `{{…}}`, of what the sources read with settings of their own: values files, and the folders that these are for. */
function pathsNamed(sources: readonly unknown[], repositories: readonly string[], isSet: (source: unknown) => boolean): readonly string[] {
  const isHere = (source: unknown): boolean => {
    const address = text(at(source, "repoURL"));
    return address.includes("{{") || isThisRepository(address, repositories) !== false;
  };
  const elsewhere = new Set(sources.flatMap((source) => (isHere(source) ? [] : [`$${text(at(source, "ref"))}`])));
  return sources.flatMap((source) => {
    const [folder, helm] = [text(at(source, "path")), at(source, "helm")];
    const files = [...texts(at(helm, "valueFiles")), ...list(at(helm, "fileParameters")).map((parameter) => text(at(parameter, "path")))];
    const referred = files.flatMap((file) => (file.startsWith("$") && !elsewhere.has(file.slice(0, file.indexOf("/"))) ? [file.slice(file.indexOf("/") + 1)] : []));
    if (!isHere(source)) return referred;
    const own = files.flatMap((file) => (file.startsWith("$") ? [] : [placed(folder, file)]));
    // Without settings the folder is what it is by itself.
    return [...referred, ...own, ...(isSet(source) && folder !== "" ? [`${joinPath(".", folder) ?? folder}/${ANYTHING}`] : [])];
  });
}

/** Where a values file can be that is named relative to a folder: below the part of it that is known, unless it climbs. */
function placed(folder: string, file: string): string {
  if (file.startsWith("/")) return file.slice(1);
  if (!folder.includes("{{")) return joinPath(folder, file) ?? file;
  const known = file.startsWith("../") ? "" : folder.slice(0, folder.indexOf("{{"));
  return `${known}${ANYTHING}${file.replace(/^(?:\.{1,2}\/)+/, "")}`;
}

/** Patterns of the git generators that read parameters from files, in matrices and merges too. An expression in one can be anything. */
function filesGenerated(generators: readonly unknown[], depth = 0): readonly unknown[] {
  if (depth > 2) return [];
  return generators.flatMap((generator) => [
    ...list(at(generator, "git", "files")).map((file) => ({ path: piecesOf(text(at(file, "path"))).join("*") })),
    ...["matrix", "merge"].flatMap((kind) => filesGenerated(list(at(generator, kind, "generators")), depth + 1)),
  ]);
}

/** What stands around the expressions of a text. */
function piecesOf(pattern: string): readonly string[] {
  const [first = "", ...rest] = pattern.split("{{");
  return [first, ...rest.map((part) => part.slice(part.includes("}}") ? part.indexOf("}}") + 2 : part.length))];
}
