// Charts that may stand in for dependencies that `charts/` does not hold. Which one does is decided where their versions are
// compared, by the renderer; all that could are inputs.

import { GIVEN_CHARTS } from "../core/chart-cache.ts";
import { readDocuments } from "../core/manifest.ts";
import { isWithin, joinPath, parentOf, type Tree } from "../core/tree.ts";
import { loadTexts } from "./blob-texts.ts";
import { listField, stringField } from "./loose-fields.ts";
import type { Survey } from "./survey.ts";
import { baseName, entriesBelow, fileAt } from "./tree-files.ts";

/** Packaged charts in the cache of the repository and in the one that was given, sorted. */
export function packagedCharts(tree: Tree, chartCache: string | null): readonly string[] {
  const folders = [chartCache, GIVEN_CHARTS];
  return [...tree.entries].flatMap(([path, { kind }]) => (kind !== "folder" && path.endsWith(".tgz") && folders.includes(parentOf(path)) ? [path] : []));
}

/** Packaged charts that may be the chart of that name: `NAME-VERSION.tgz`. */
export function archivesOf(survey: Survey, name: string): readonly string[] {
  return survey.archives.filter((path) => baseName(path).startsWith(`${name}-`));
}

/** What a chart's absent dependencies may be taken from. */
export interface StandIns {
  /** Folders of charts, those that `file://` names included. */
  readonly folders: readonly string[];
  readonly archives: readonly string[];
}

/** Stand-ins for everything that a chart, the charts inside it, and the stand-ins themselves declare and do not hold. */
export async function standInsFor(survey: Survey, chart: string): Promise<StandIns> {
  const folders = new Set<string>();
  const archives = new Set<string>();
  const todo = [chart];
  const seen = new Set(todo);
  for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
    for (const { owner, name, repository } of await absentDependencies(survey, folder)) {
      for (const archive of archivesOf(survey, name)) archives.add(archive);
      const local = repository.startsWith("file://") ? joinPath(owner, repository.slice("file://".length)) : null;
      const candidates = [...(local === null ? [] : [local]), ...survey.charts.flatMap((sibling) => (nameOf(survey, sibling.id) === name ? [sibling.folder] : []))];
      for (const candidate of candidates) {
        if (candidate === "." || isWithin(chart, candidate)) continue;
        folders.add(candidate);
        if (!seen.has(candidate)) todo.push(candidate);
        seen.add(candidate);
      }
    }
  }
  return { folders: [...folders].sort(), archives: [...archives].sort() };
}

/** The name in a Chart.yaml, as far as a glance tells it; the renderer reads the file properly. */
function nameOf(survey: Survey, id: string): string | null {
  return /^name:[ \t]*["']?([^\s"'#]+)/m.exec(survey.cache.texts.get(id) ?? "")?.[1] ?? null;
}

interface AbsentDependency {
  /** The chart that declares it. */
  readonly owner: string;
  readonly name: string;
  readonly repository: string;
}

/** Dependencies of the chart in a folder, and of the charts unpacked inside it, that are in no `charts/`. */
async function absentDependencies(survey: Survey, folder: string): Promise<readonly AbsentDependency[]> {
  const { tree, cache } = survey;
  const owners = survey.allCharts.filter((chart) => isWithin(chart.folder, folder)).map((chart) => chart.folder);
  const lists = owners.flatMap((owner) => ["Chart.yaml", "requirements.yaml"].flatMap((file) => {
    const found = fileAt(tree, owner === "." ? file : `${owner}/${file}`);
    return found === null ? [] : [{ owner, id: found.id }];
  }));
  await loadTexts(tree, cache.texts, lists.map(({ id }) => id));
  return lists.flatMap(({ owner, id }) => {
    const text = cache.texts.get(id) ?? "";
    if (!text.includes("dependencies")) return [];
    const declared = listField(readDocuments({ path: null, text, origin: "file" }).documents[0]?.object, "dependencies");
    return declared.flatMap((dependency) => {
      const name = stringField(dependency, "name");
      return name === null || isHeld(survey, owner, name) ? [] : [{ owner, name, repository: stringField(dependency, "repository") ?? "" }];
    });
  });
}

/** True when `charts/` holds a chart of that name, in a folder or packaged. */
function isHeld(survey: Survey, owner: string, name: string): boolean {
  const charts = owner === "." ? "charts" : `${owner}/charts`;
  if (survey.allCharts.some(({ folder, id }) => parentOf(folder) === charts && nameOf(survey, id) === name)) return true;
  return entriesBelow(survey.tree, charts).some(([path]) => parentOf(path) === charts && path.endsWith(".tgz") && baseName(path).startsWith(`${name}-`) && /\d/.test(baseName(path).charAt(name.length + 1)));
}
