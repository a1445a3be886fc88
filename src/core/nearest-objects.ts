// Which of several objects of one name speaks for a target, in a repository that describes more than one cluster.

import { parentOf } from "./tree.ts";
import type { FoundObject } from "./workload.ts";

/** The folder that an id such as `helm:charts/api@flux/apps/api` names. */
function folderOfTarget(id: string): string {
  const path = id.slice(id.indexOf(":") + 1);
  return path.includes("@") ? path.slice(0, path.indexOf("@")) : path;
}

function folderOf({ target, document }: Pick<FoundObject, "target" | "document">): string {
  return target === null ? (document.path === null ? "." : parentOf(document.path)) : folderOfTarget(target);
}

/** How many folders two paths have in common, from the root on. */
function shared(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => (path === "." ? [] : path.split("/")));
  const at = (left ?? []).findIndex((name, i) => name !== right?.[i]);
  return at < 0 ? (left ?? []).length : at;
}

/**
 * Of several objects those that stand closest to a target: in it, else in the folders nearest to it, and what was rendered before what is
 * only written in a file. Several, when none is closer than the others; empty when there is none.
 */
export function nearestObjects(target: string, objects: readonly FoundObject[]): readonly FoundObject[] {
  const own = objects.filter((object) => object.target === target);
  if (own.length > 0) return own;
  const home = folderOfTarget(target);
  const closeness = (object: FoundObject): number => 2 * shared(home, folderOf(object)) + (object.target === null ? 0 : 1);
  const ranked = objects.map((object) => ({ object, close: closeness(object) }));
  const closest = ranked.reduce((most, { close }) => Math.max(most, close), 0);
  return ranked.flatMap(({ object, close }) => (close === closest ? [object] : []));
}
