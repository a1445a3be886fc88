// What rendering a chart reads: its folder, and the values and files that the target names beside it.

import type { Trouble } from "../core/problem.ts";
import { joinPath } from "../core/tree.ts";
import type { HelmSettings, HelmTarget } from "../core/target.ts";
import { loadTexts } from "./blob-texts.ts";
import { gatherInputs, type Closure, type Obstacle } from "./closure.ts";
import { archivesOf, standInsFor } from "./stand-ins.ts";
import type { Survey } from "./survey.ts";
import { baseName, fileAt } from "./tree-files.ts";

/** The inputs of a chart. */
export async function helmClosure(survey: Survey, { path, helm, wanted }: HelmTarget): Promise<Closure> {
  const { tree, cache } = survey;
  const gathered = gatherInputs(tree);
  const standIns = wanted === null ? await standInsFor(survey, path) : { folders: [], archives: archivesOf(survey, wanted.name) };
  for (const archive of standIns.archives) gathered.add(archive);
  // Of a chart at the root, Helm needs a submodule's files only where its own parts are; a link that leads nowhere stops it anywhere.
  const inChart = (wanted === null ? gathered.addFolder(path) : []).filter((obstacle) => path !== "." || obstacle.kind === "link-outside" || survey.chartOf(obstacle.path) === ".");
  const obstacles = [...inChart, ...standIns.folders.flatMap((folder) => gathered.addFolder(folder))];
  for (const file of filesNamed(helm)) gathered.add(file);
  const files = gathered.files();
  const schemas = files.filter((file) => baseName(file) === "values.schema.json").flatMap((file) => fileAt(tree, file) ?? []);
  await loadTexts(tree, cache.texts, schemas.map(({ id }) => id));
  const complete = schemas.every(({ id }) => refersToItselfOnly(cache.texts.get(id) ?? null));
  return { inputs: gathered.inputs, complete, charts: [...standIns.folders, ...standIns.archives], files, troubles: obstacles.map(explainObstacle) };
}

/** Files that the settings of a chart name, its own values and those of the command line. */
export function filesNamed({ valuesFiles, defaultsFiles, setFile }: HelmSettings): readonly string[] {
  return [...valuesFiles, ...defaultsFiles, ...setFile.map(fileOfSetting)].map((file) => joinPath(".", file) ?? file);
}

/** The file of `path=file`; a backslash takes the next character as it is. helm/helm: pkg/strvals/parser.go (runesUntil). */
function fileOfSetting(setting: string): string {
  return setting.replace(/^(?:[^\\=]|\\.)*=/s, "").replace(/\\(.)/gs, "$1");
}

/** False when a schema may pull in other files, which can be anywhere: `$ref` to anything but a place in itself. */
function refersToItselfOnly(schema: string | null): boolean {
  return schema !== null && !schema.includes("\\u") && !/"\$ref"\s*:\s*"(?!#|https?:)/.test(schema);
}

/** Why a part of a chart cannot be seen. */
function explainObstacle({ kind, path }: Obstacle): Trouble {
  const submodule = kind === "submodule";
  return {
    kind,
    path,
    line: null,
    message: submodule ? `\`${path}\` is a submodule, whose files are not in this repository` : `\`${path}\` is a symbolic link that leaves the repository`,
    remedy: submodule ? "Store the files in this repository, or package the chart as a .tgz file." : "Replace the link by the file or folder it points to.",
    blocking: true,
  };
}
