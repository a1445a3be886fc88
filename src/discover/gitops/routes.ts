// By which kustomizations a file becomes part of what is applied.

import { parentOf } from "../../core/tree.ts";
import { landingOf } from "../landing.ts";
import type { Survey } from "../survey.ts";
import { entriesBelow } from "../tree-files.ts";

/** Folders of the kustomizations that a file goes through, the one that names it first. */
export type Route = readonly string[];

/** Files that the kustomization of a folder builds, with the way each takes. */
export function routesFrom(survey: Survey, folder: string): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>();
  follow(survey, [[folder]], routes);
  return routes;
}

function follow(survey: Survey, starts: readonly Route[], routes: Map<string, Route>): void {
  const seen = new Set<string>();
  const todo = [...starts];
  for (let route = todo.shift(); route !== undefined; route = todo.shift()) {
    const [folder] = route;
    if (folder === undefined || seen.has(folder)) continue;
    seen.add(folder);
    for (const { references } of survey.kustomizations.get(folder) ?? []) {
      for (const reference of references) {
        if (reference.role !== "resource" && reference.role !== "component") continue;
        const landing = landingOf(survey.tree, folder, reference);
        if (landing.kind === "file" && !routes.has(landing.path)) routes.set(landing.path, route);
        if (landing.kind === "folder") todo.push([landing.path, ...route]);
      }
    }
  }
}

/**
 * The same as Flux sees a folder: without a kustomization it takes every YAML file below, and in place of folders that have one, those.
 * fluxcd/pkg: kustomize/kustomize_generator.go (scanManifests).
 */
export function routesOfFlux(survey: Survey, folder: string): ReadonlyMap<string, Route> {
  if (survey.kustomizations.has(folder)) return routesFrom(survey, folder);
  const routes = new Map<string, Route>();
  const below = entriesBelow(survey.tree, folder);
  const built = [...survey.kustomizations.keys()].filter((path) => path !== folder && (folder === "." || path.startsWith(`${folder}/`)));
  const builtFolders = new Set(built);
  const isBuilt = (path: string): boolean => {
    for (let parent = parentOf(path); parent !== folder && parent !== "."; parent = parentOf(parent)) if (builtFolders.has(parent)) return true;
    return false;
  };
  for (const [path, { kind }] of below) if ((kind === "file" || kind === "link") && /\.ya?ml$/.test(path) && !isBuilt(path)) routes.set(path, []);
  follow(survey, built.filter((path) => !isBuilt(path)).sort().map((path) => [path]), routes);
  return routes;
}
