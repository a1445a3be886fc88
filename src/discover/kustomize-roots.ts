// Which kustomizations stand on their own: those that no other one builds upon.

import { wantsFile } from "./kustomization-references.ts";
import { landingOf } from "./landing.ts";
import type { Survey } from "./survey.ts";

/** Folders of kustomizations that the kustomization of a folder builds upon, each once, sorted. */
export function foldersBuiltUpon(survey: Survey, folder: string): readonly string[] {
  const folders = new Set<string>();
  for (const { references } of survey.kustomizations.get(folder) ?? []) {
    for (const reference of references) {
      if (wantsFile(reference)) continue;
      const landing = landingOf(survey.tree, folder, reference);
      if (landing.kind === "folder" && survey.kustomizations.has(landing.path)) folders.add(landing.path);
    }
  }
  return [...folders].sort();
}

/** True when everything in the folder is a component. */
export function isComponent(survey: Survey, folder: string): boolean {
  return (survey.kustomizations.get(folder) ?? []).every(({ component }) => component);
}

/**
 * Of the given folders those that must be built so that every kustomization among them is built with one of them.
 * Components are never built alone. Of kustomizations that refer to each other in a circle all are taken, so that none gets lost.
 */
export function rootKustomizations(survey: Survey, folders: readonly string[]): readonly string[] {
  const known = new Set(folders);
  const upon = new Map(folders.map((folder) => [folder, foldersBuiltUpon(survey, folder).filter((other) => known.has(other))]));
  const next = (folder: string): readonly string[] => upon.get(folder) ?? [];
  const reached = new Set<string>();
  const roots: string[] = [];
  for (const circle of circlesFirstToLast(folders, upon)) {
    const [first] = circle;
    if (first === undefined || reached.has(first)) continue;
    const standing = circle.filter((folder) => !isComponent(survey, folder));
    if (standing.length === 0) continue;
    roots.push(...standing);
    finishOrder(standing, next, reached);
  }
  return roots.sort();
}

/** Strongly connected parts, each before those that it leads to (Kosaraju). A part of one is a kustomization outside any circle. */
function circlesFirstToLast(folders: readonly string[], upon: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const users = new Map<string, string[]>();
  for (const [folder, others] of upon) for (const other of others) users.set(other, [...(users.get(other) ?? []), folder]);
  const order = finishOrder(folders, (folder) => upon.get(folder) ?? [], new Set()).reverse();
  const done = new Set<string>();
  return order.map((folder) => finishOrder([folder], (user) => users.get(user) ?? [], done)).filter((circle) => circle.length > 0);
}

/** Everything reachable from the starts that is not `done` yet, children before parents; adds it to `done`. No recursion: depth is the repository's to choose. */
function finishOrder(starts: readonly string[], next: (node: string) => readonly string[], done: Set<string>): string[] {
  const finished: string[] = [];
  const stack = [...starts].reverse().map((node) => ({ node, opened: false }));
  while (stack.length > 0) {
    const top = stack.pop();
    if (top === undefined) break;
    if (top.opened) {
      finished.push(top.node);
      continue;
    }
    if (done.has(top.node)) continue;
    done.add(top.node);
    stack.push({ node: top.node, opened: true }, ...next(top.node).map((node) => ({ node, opened: false })));
  }
  return finished;
}
