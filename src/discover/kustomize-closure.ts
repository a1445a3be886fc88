// What building a kustomization reads. Every text in it that could name a file counts, whichever field it stands in, so that a
// field that we do not know of cannot make two different inputs look equal.

import type { KustomizeTarget } from "../core/target.ts";
import { isWithin } from "../core/tree.ts";
import { loadTexts } from "./blob-texts.ts";
import { gatherInputs, type Closure, type Inputs } from "./closure.ts";
import { kustomizationNames } from "./kustomization.ts";
import { chartHome, inflatedCharts } from "./kustomization-references.ts";
import { findTroubles } from "./kustomize-troubles.ts";
import { landingOf, namedPath } from "./landing.ts";
import { stringField, textsWithin } from "./loose-fields.ts";
import { pluginObjects } from "./plugin-objects.ts";
import { archivesOf, standInsFor } from "./stand-ins.ts";
import type { KustomizationFile, Survey } from "./survey.ts";
import { entriesBelow, fileAt } from "./tree-files.ts";

/** One kustomization to look into. */
interface Visit {
  readonly folder: string;
  /** Set when its output configures plugins of another kustomization: the folder that their paths are relative to. */
  readonly pluginsOf: string | null;
}

interface Gathering {
  readonly survey: Survey;
  readonly inputs: Inputs;
  readonly todo: Visit[];
  /** Charts that may stand in for those of `helmCharts`. */
  readonly charts: Set<string>;
  complete: boolean;
}

/** What a Flux source leaves out. fluxcd/pkg: sourceignore/sourceignore.go (IgnoreFile). */
const SOURCE_IGNORE = ".sourceignore";

/** The inputs of a kustomization, and why it cannot be built from this repository alone. */
export async function kustomizeClosure(survey: Survey, { path: folder, edits }: KustomizeTarget): Promise<Closure> {
  const gathering: Gathering = { survey, inputs: gatherInputs(survey.tree), todo: [{ folder, pluginsOf: null }], charts: new Set(), complete: true };
  if (edits !== null) {
    addTexts(gathering, folder, new Set([...edits.components, ...edits.patches.flatMap(({ path }) => path ?? [])]));
    // Flux writes a kustomization of everything below a folder that has none.
    if (edits.by === "flux" && !survey.kustomizations.has(folder)) {
      addTexts(gathering, folder, filesBelow(gathering, folder));
      gathering.inputs.add(SOURCE_IGNORE);
    }
  }
  const seen = new Set<string>();
  for (let visit = gathering.todo.pop(); visit !== undefined; visit = gathering.todo.pop()) {
    const key = `${visit.folder}\n${visit.pluginsOf ?? ""}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const name of kustomizationNames) gathering.inputs.add(`${visit.folder}/${name}`);
    for (const file of survey.kustomizations.get(visit.folder) ?? []) await look(gathering, file, visit);
  }
  const troubles = await findTroubles(survey, folder);
  const { inputs, complete, charts } = gathering;
  return { inputs: inputs.inputs, complete, charts: [...charts].sort(), files: inputs.files(), troubles };
}

/** Every file below a folder, relative to it; those of kustomizations below are found through them. */
function filesBelow({ survey }: Gathering, folder: string): ReadonlySet<string> {
  const prefix = folder === "." ? 0 : folder.length + 1;
  return new Set(entriesBelow(survey.tree, folder).flatMap(([path, { kind }]) => (kind === "file" || kind === "link" || survey.kustomizations.has(path) ? [path.slice(prefix)] : [])));
}

async function look(gathering: Gathering, file: KustomizationFile, { folder, pluginsOf }: Visit): Promise<void> {
  const { survey } = gathering;
  addTexts(gathering, folder, namesIn(file));
  await addCharts(gathering, folder, file.document?.object);
  const configurations: { base: string; value: string; path: string }[] = [];
  for (const reference of file.references) {
    const base = reference.role === "plugin" ? folder : pluginsOf;
    if (base === null || (reference.role !== "plugin" && reference.role !== "resource")) continue;
    const landing = landingOf(survey.tree, folder, reference);
    if (landing.kind === "folder") gathering.todo.push({ folder: landing.path, pluginsOf: base });
    configurations.push({ base, value: reference.value, path: landing.kind === "file" ? landing.path : "" });
  }
  const files = configurations.flatMap(({ path }) => (path === "" ? [] : (fileAt(survey.tree, path) ?? [])));
  await loadTexts(survey.tree, survey.cache.texts, files.map(({ id }) => id));
  for (const { base, value, path } of configurations) {
    for (const object of pluginObjects(survey, path === "" ? null : path, value)) {
      addTexts(gathering, base, textsWithin(object));
      await addCharts(gathering, base, object);
    }
  }
}

/** Texts of a kustomization file that may name something; null when they cannot be told. */
function namesIn({ document, text }: KustomizationFile): ReadonlySet<string> | null {
  if (document !== null) return textsWithin(document.object);
  // Not YAML to us, perhaps to Kustomize: every word and every rest of a line may be a name, unless escapes hide some.
  if (text === null || text.includes("\\")) return null;
  const rests = text.split(/\r?\n/).map((line) => line.replace(/^[\s-]*(?:[^\s:]+:\s+)?/, "").trim());
  return new Set([...text.split(/[\s"'`,[\]{}]+/), ...rests, ...rests.map((rest) => rest.replace(/^["']|["']$/g, ""))]);
}

const LONGEST_PATH = 4096; // include/uapi/linux/limits.h PATH_MAX

function addTexts(gathering: Gathering, folder: string, texts: ReadonlySet<string> | null): void {
  if (texts === null) {
    gathering.complete = false;
    return;
  }
  for (const text of texts) {
    if (text === "" || text.length > LONGEST_PATH) continue;
    // `key=path` of a generator; `a=b` may be a path as well.
    for (const name of text.includes("=") ? [text, text.slice(text.indexOf("=") + 1)] : [text]) {
      const path = namedPath(folder, name);
      if (path === null || path === folder) continue;
      const leadsTo = gathering.inputs.add(path);
      if (leadsTo !== null && gathering.survey.kustomizations.has(leadsTo)) gathering.todo.push({ folder: leadsTo, pluginsOf: null });
    }
  }
}

/** Charts are read whole, wherever in them Helm will look, and with what may stand in for them and for their dependencies. */
async function addCharts({ survey, inputs, charts }: Gathering, folder: string, object: unknown): Promise<void> {
  const home = chartHome(object);
  const path = home === null ? null : namedPath(folder, home);
  if (path !== null) inputs.addFolder(path);
  const inHome = path === null ? [] : survey.allCharts.filter((chart) => isWithin(chart.folder, path));
  const standIns = await Promise.all(inHome.map((chart) => standInsFor(survey, chart.folder)));
  const folders = standIns.flatMap((found) => found.folders);
  const names = [...inflatedCharts(object), stringField(object, "kind") === "HelmChartInflationGenerator" ? stringField(object, "name") : null];
  const archives = [...standIns.flatMap((found) => found.archives), ...names.flatMap((name) => (name === null ? [] : archivesOf(survey, name)))];
  for (const path of folders) inputs.addFolder(path);
  for (const path of archives) inputs.add(path);
  for (const chart of [...folders, ...archives]) charts.add(chart);
}
