// Objects that configure Kustomize's plugins: in a file of their own, or written into the kustomization itself.

import { readDocuments, type ManifestDocument } from "../core/manifest.ts";
import { loadTexts } from "./blob-texts.ts";
import { landingOf } from "./landing.ts";
import type { Survey } from "./survey.ts";
import { fileAt } from "./tree-files.ts";

/** Objects of a plugin reference: of the file at `path`, whose text must be loaded, or of the text itself when there is no file. */
export function pluginDocuments(survey: Survey, path: string | null, value: string): readonly ManifestDocument[] {
  const file = path === null ? null : fileAt(survey.tree, path);
  const text = file === null ? value : (survey.cache.texts.get(file.id) ?? "");
  // A text of one line is a name, not an object.
  if (file === null && !/[\n{]/.test(value)) return [];
  return readDocuments({ path, text, origin: "file" }).documents;
}

export function pluginObjects(survey: Survey, path: string | null, value: string): readonly unknown[] {
  return pluginDocuments(survey, path, value).map(({ object }) => object);
}

/** Loads the files of every plugin reference, in one batch. */
export async function loadPluginTexts(survey: Survey): Promise<void> {
  const files = [...survey.kustomizations].flatMap(([folder, kustomizations]) =>
    kustomizations.flatMap(({ references }) =>
      references.flatMap((reference) => {
        const landing = reference.role === "plugin" ? landingOf(survey.tree, folder, reference) : null;
        return landing?.kind === "file" ? (fileAt(survey.tree, landing.path) ?? []) : [];
      }),
    ),
  );
  await loadTexts(survey.tree, survey.cache.texts, files.map(({ id }) => id));
}
