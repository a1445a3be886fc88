// Which of the found targets the user wants to see.

import type { Selection } from "../core/selection.ts";
import type { Target } from "../core/target.ts";
import { cleanGlob, globMatcher } from "./glob.ts";

/** True for what `only` names by id, by path or by a glob of paths; for everything when `only` is empty. */
export function isWanted(selection: Selection, target: Pick<Target, "id" | "path">): boolean {
  return selection.only.length === 0 || selection.only.some((wanted) => isNamedBy(wanted, target));
}

/** True when one entry of `only` names the target. */
export function isNamedBy(wanted: string, { id, path }: Pick<Target, "id" | "path">): boolean {
  return wanted === id || cleanGlob(wanted) === path || globMatcher(wanted)(path);
}
