// What the kustomizations on an object's way do to it: patches, namespace, prefix and suffix of names.
// kubernetes-sigs/kustomize: api/internal/target/kusttarget.go (accumulateTarget: resources, components, then the kustomization's own).

import type { BlobId } from "../../core/tree.ts";
import { loadTexts } from "../blob-texts.ts";
import { landingOf, namedPath } from "../landing.ts";
import { fieldsOf, listField, stringField } from "../loose-fields.ts";
import type { Survey } from "../survey.ts";
import { fileAt } from "../tree-files.ts";
import { at, mapping, text, type Mapping } from "./loose-values.ts";
import { applyPatch, type Patch, type Patched } from "./object-patches.ts";

/** One thing done to an object, in order. */
export type Edit =
  | { readonly kind: "patch"; readonly patch: Patch }
  | { readonly kind: "namespace"; readonly namespace: string }
  | { readonly kind: "name"; readonly prefix: string; readonly suffix: string };

/** The object after all edits. */
export function applyEdits(object: Mapping, edits: readonly Edit[]): Patched {
  let edited = object;
  for (const edit of edits) {
    if (edit.kind === "patch") {
      const patched = applyPatch(edited, edit.patch);
      if (patched.kind !== "object") return patched;
      edited = patched.object;
    } else {
      const metadata = mapping(edited["metadata"]);
      const change = edit.kind === "namespace" ? { namespace: edit.namespace } : { name: `${edit.prefix}${text(metadata["name"])}${edit.suffix}` };
      edited = { ...edited, metadata: { ...metadata, ...change } };
    }
  }
  return { kind: "object", object: edited };
}

/** What fields of the names that Kustomize and Flux share ask for. */
export function editsAskedFor(patches: readonly Patch[], namespace: string, prefix: string, suffix: string): readonly Edit[] {
  return [
    ...patches.map((patch): Edit => ({ kind: "patch", patch })),
    ...(namespace === "" ? [] : [{ kind: "namespace", namespace } as const]),
    ...(prefix === "" && suffix === "" ? [] : [{ kind: "name", prefix, suffix } as const]),
  ];
}

const PATCHES = new Set(["patches", "patchesstrategicmerge", "patchesjson6902"]);

/** Loads the files of all patches, so that they can be asked for one by one. */
export async function loadPatches(survey: Survey): Promise<void> {
  const ids: BlobId[] = [];
  for (const [folder, files] of survey.kustomizations) {
    for (const { references } of files) {
      for (const { field, value } of references) {
        if (!PATCHES.has(String(field[0]).toLowerCase())) continue;
        const path = namedPath(folder, value);
        const file = path === null ? null : fileAt(survey.tree, path);
        if (file !== null) ids.push(file.id);
      }
    }
  }
  await loadTexts(survey.tree, survey.cache.texts, ids);
}

const MAX_COMPONENTS = 100; // on one way, components of components included

/** What the kustomization of a folder does to what it builds, its components included. Patches have to be loaded. */
export function editsOf(survey: Survey, folder: string, seen: Set<string> = new Set()): readonly Edit[] {
  if (seen.has(folder) || seen.size > MAX_COMPONENTS) return [];
  seen.add(folder);
  return (survey.kustomizations.get(folder) ?? []).flatMap(({ document, references }) => {
    const components = references.flatMap((reference) => {
      const landing = reference.role === "component" ? landingOf(survey.tree, folder, reference) : null;
      return landing?.kind === "folder" ? editsOf(survey, landing.path, seen) : [];
    });
    const object = document?.object;
    const field = (name: string): string => stringField(object, name) ?? "";
    return [...components, ...editsAskedFor(patchesOf(survey, folder, object), field("namespace"), field("nameprefix"), field("namesuffix"))];
  });
}

function patchesOf(survey: Survey, folder: string, kustomization: unknown): readonly Patch[] {
  const read = (name: string): string => {
    const path = namedPath(folder, name);
    const file = path === null ? null : fileAt(survey.tree, path);
    return file === null ? "" : (survey.cache.texts.get(file.id) ?? "");
  };
  const described = [...listField(kustomization, "patches"), ...listField(kustomization, "patchesjson6902")].map((patch): Patch => {
    const target = fieldsOf(patch).find(({ name }) => name === "target")?.value;
    const path = stringField(patch, "path");
    return { text: path === null ? (stringField(patch, "patch") ?? "") : read(path), target: target === undefined ? null : mapping(target) };
  });
  const merged = listField(kustomization, "patchesstrategicmerge").flatMap((patch): readonly Patch[] => (typeof patch === "string" ? [{ text: read(patch) || patch, target: null }] : []));
  return [...merged, ...described];
}

/** Patches of an object, such as Flux's Kustomization, in Kustomize's own words. */
export function inlinePatches(patches: readonly unknown[]): readonly Patch[] {
  return patches.map((patch) => ({ text: text(at(patch, "patch")), target: at(patch, "target") === undefined ? null : mapping(at(patch, "target")) }));
}
