// Where the fields that were looked at stand in the files of their side. What is not certain says so.

import { alignTemplate } from "./align-template.ts";
import { fieldAt } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";
import { holdersIn } from "./locate.ts";
import { positionOf, type PathSegment } from "./manifest.ts";
import type { PodContainer } from "./pod.ts";
import type { Location } from "./report.ts";
import type { Engine } from "./target.ts";
import type { TextFile } from "./texts.ts";
import type { PodHolder } from "./workload.ts";

/** Where a field stands; of a field that is not set, what it would stand in. */
export interface FieldPlace {
  readonly path: string;
  /** 1-based, in the file of the side */
  readonly line: number;
  /** `exact`: the very line; `action`: the template's action that wrote it; `file`: near there, which several lines could be. */
  readonly precision: Location["precision"];
}

/** A chart's template, by what its output has in common with it. */
function inTemplate({ document, objectPath }: InventoryEntry, field: readonly PathSegment[], files: readonly TextFile[]): FieldPlace | null {
  const template = files.find(({ path }) => path === document.path);
  const position = positionOf(document, [...objectPath, ...field]);
  if (template === undefined || position === null) return null;
  const found = alignTemplate(template.text, document.text)?.lineOf(position.line - document.line) ?? null;
  return found === null ? null : { path: template.path, ...found };
}

/** Where a field of the built object is in a source of it, in which the container may be at another place of its list. */
function fieldInSource({ podContainer: { path: built } }: InventoryEntry, field: readonly PathSegment[], { path }: PodContainer): readonly PathSegment[] {
  const isOfContainer = built.every((segment, i) => field[i] === segment);
  return isOfContainer ? [...path, ...field.slice(built.length)] : field;
}

/** Resources and patches that describe the container, by kind, name and container: names are prefixed and hashed on the way. */
function sourcesOf({ workload, container }: InventoryEntry, files: readonly TextFile[]): readonly { readonly file: TextFile; readonly holder: PodHolder; readonly one: PodContainer }[] {
  return files.flatMap((file) =>
    holdersIn(file).flatMap((holder) => {
      const { kind, name } = holder.workload;
      if (kind !== workload.kind || !workload.name.includes(name.replace(/\*$/, ""))) return [];
      return holder.containers.flatMap((one) => (one.container.name === container.name && one.container.pod === container.pod ? [{ file, holder, one }] : []));
    }),
  );
}

/** A patch that is written inside a kustomization, as far as words tell: the field behind a name of the workload. */
function inInlinePatch({ workload }: InventoryEntry, field: readonly PathSegment[], files: readonly TextFile[]): FieldPlace | null {
  const word = new RegExp(`\\b${String(field.at(-1) ?? "").replace(/\W/g, "\\$&")}\\b`);
  for (const { path, text } of files) {
    if (!/(?:^|\/)[Kk]ustomization(?:\.ya?ml)?$/.test(path)) continue;
    const lines = text.split(/\r?\n/);
    const named = lines.findIndex((line) => {
      const [, name] = /^[\s-]*name:\s*["']?([\w.-]+)/.exec(line) ?? [];
      return name !== undefined && workload.name.includes(name);
    });
    const at = named < 0 ? -1 : lines.findIndex((line, i) => i > named && word.test(line));
    if (at >= 0) return { path, line: at + 1, precision: "file" };
  }
  return null;
}

/** A kustomization's resource or patch: the one whose field says the same, else what describes the container. */
function inSources(entry: InventoryEntry, field: readonly PathSegment[], files: readonly TextFile[]): FieldPlace | null {
  const value = JSON.stringify(fieldAt(entry.holder.document.object, [...entry.objectPath, ...field]));
  const isSet = value !== undefined;
  // What is not set belongs where the container is described, rather than where something else of it is patched.
  const sources = [...sourcesOf(entry, files)].sort((a, b) => (isSet ? 0 : Number("image" in b.one.spec) - Number("image" in a.one.spec)));
  const places = sources.flatMap(({ file, holder, one }) => {
    const path = [...holder.objectPath, ...fieldInSource(entry, field, one)];
    const position = positionOf(holder.document, path);
    const own = JSON.stringify(fieldAt(holder.document.object, path));
    return position === null ? [] : [{ path: file.path, line: position.line, precision: "exact", agrees: own === value } as const];
  });
  const { agrees, ...place } = places.find((one) => one.agrees) ?? places[0] ?? { agrees: false };
  const patch = agrees || !isSet ? null : inInlinePatch(entry, field, files);
  if (patch !== null) return patch;
  if (!("path" in place)) return null;
  return agrees ? place : { ...place, precision: "file" };
}

/** A manifest as it is. */
function inManifest({ document, objectPath }: InventoryEntry, field: readonly PathSegment[]): FieldPlace | null {
  const position = positionOf(document, [...objectPath, ...field]);
  return position === null || document.path === null ? null : { path: document.path, line: position.line, precision: "exact" };
}

const locators = { helm: inTemplate, kustomize: inSources, manifests: inManifest } as const satisfies Record<Engine, typeof inTemplate>;

/** Where a field that was looked at stands among the files of its side; null when none of them tells. */
export function locateField(entry: InventoryEntry, field: readonly PathSegment[], engine: Engine, files: readonly TextFile[]): FieldPlace | null {
  return locators[engine](entry, field, files);
}
