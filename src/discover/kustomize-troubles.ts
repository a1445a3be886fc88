// Why a kustomization cannot be built from this repository alone: addresses, plugins that run programs, submodules, links that leave.
// Not charts, resources and contents of ConfigMaps that are elsewhere: the renderer builds the rest without them, and says so.

import { positionOf, type PathSegment } from "../core/manifest.ts";
import type { ProblemKind, Trouble } from "../core/problem.ts";
import { loadTexts } from "./blob-texts.ts";
import type { Reference } from "./kustomization-references.ts";
import { foldersBuiltUpon } from "./kustomize-roots.ts";
import { landingOf, type Landing } from "./landing.ts";
import { stringField } from "./loose-fields.ts";
import { pluginDocuments } from "./plugin-objects.ts";
import type { KustomizationFile, Survey } from "./survey.ts";
import { fileAt } from "./tree-files.ts";

/** Everything in the way of building the kustomization of a folder, in the files that it builds upon too. */
export async function findTroubles(survey: Survey, start: string): Promise<readonly Trouble[]> {
  const troubles: Trouble[] = [];
  const folders = new Set([start]);
  for (const folder of folders) {
    for (const file of survey.kustomizations.get(folder) ?? []) {
      troubles.push(...referenceTroubles(survey, folder, file), ...(await pluginTroubles(survey, folder, file)));
    }
    for (const other of foldersBuiltUpon(survey, folder)) folders.add(other);
  }
  return troubles;
}

/** A problem with the line of a kustomization that causes it. */
function troubleAt(file: KustomizationFile, field: readonly PathSegment[], kind: ProblemKind, message: string, remedy: string): Trouble {
  const line = file.document === null ? null : (positionOf(file.document, field)?.line ?? null);
  return { kind, path: file.path, line, message, remedy, blocking: true };
}

function referenceTroubles(survey: Survey, folder: string, file: KustomizationFile): readonly Trouble[] {
  return file.references.flatMap((reference) => explainLanding(file, reference, landingOf(survey.tree, folder, reference)) ?? []);
}

function explainLanding(file: KustomizationFile, { role, value, field }: Reference, landing: Landing): Trouble | null {
  const where = `\`${String(field[0])}\` of \`${file.path}\` refers to \`${value}\``;
  switch (landing.kind) {
    case "remote":
      return role === "resource" || role === "content" ? null : troubleAt(file, field, "remote-resource", `${where}, which is outside this repository and is never fetched`,
        "Vendor it into the repository and refer to it by a relative path.");
    case "submodule":
      return troubleAt(file, field, "submodule", `${where}, which lies in the submodule \`${landing.path}\`, whose files are not in this repository`,
        "Vendor the files into this repository and refer to them by a relative path.");
    case "outside":
      return troubleAt(file, field, "link-outside", `${where}, but the symbolic link \`${landing.link}\` on the way leaves the repository`,
        "Replace the link by the file or folder it points to.");
    case "file":
    case "folder":
    case "missing":
      return null;
  }
}

/** Plugins that are programs. kubernetes-sigs/kustomize: api/internal/plugins/loader/loader.go (isBuiltinPlugin). */
async function pluginTroubles(survey: Survey, folder: string, file: KustomizationFile): Promise<readonly Trouble[]> {
  const plugins = file.references.flatMap((reference) => {
    const landing = reference.role === "plugin" ? landingOf(survey.tree, folder, reference) : null;
    if (landing === null || landing.kind === "folder") return [];
    return [{ reference, path: landing.kind === "file" ? landing.path : null }];
  });
  const ids = plugins.flatMap(({ path }) => (path === null ? [] : (fileAt(survey.tree, path)?.id ?? [])));
  await loadTexts(survey.tree, survey.cache.texts, ids);
  return plugins.flatMap(({ reference, path }) =>
    pluginDocuments(survey, path, reference.value).flatMap(({ object }) => {
      const program = nameOfProgram(object);
      if (program === null) return [];
      const message = `\`${String(reference.field[0])}\` of \`${file.path}\` runs the plugin ${program}, and no program of a repository is ever run`;
      return troubleAt(file, reference.field, "refused", message, "Use a transformer that is built into Kustomize, or render it in advance and commit the result.");
    }),
  );
}

/** Names the program that an object configures; null for what is built into Kustomize. */
function nameOfProgram(object: Readonly<Record<string, unknown>>): string | null {
  const [apiVersion, kind] = [stringField(object, "apiversion"), stringField(object, "kind")];
  if (apiVersion === null || kind === null) return null;
  return apiVersion === "builtin" ? null : `\`${kind}\` (\`${apiVersion}\`)`;
}
