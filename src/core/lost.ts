// A target that is gone from the head: was it removed, or only hidden from us?

import type { InventoryEntry } from "./inventory.ts";
import type { LostTarget } from "./rule.ts";
import type { Engine } from "./target.ts";
import { isWithin, resolvePath, type Tree } from "./tree.ts";

/** What the base knew of the target. */
export interface GoneTarget {
  readonly id: string;
  readonly path: string;
  readonly engine: Engine;
  /** Files that its rendering read on the base. */
  readonly opened: readonly string[];
  readonly entries: readonly InventoryEntry[];
}

/** Files that make manifests, as opposed to those that only make a folder a target. */
function makesManifests({ engine, path }: GoneTarget, file: string): boolean {
  const folder = path === "." ? "" : `${path}/`;
  if (engine === "helm") return file.startsWith(`${folder}templates/`) || file.startsWith(`${folder}crds/`);
  return isWithin(file, path) && /\.(ya?ml|json)$/.test(file) && !/(^|\/)kustomization\.ya?ml$/.test(file);
}

function whatRemains(gone: GoneTarget, head: Tree): Pick<LostTarget, "remains" | "file"> | null {
  const there = resolvePath(head, gone.path);
  if (there.kind === "submodule") return { remains: `its folder \`${gone.path}\` is now a submodule`, file: null };
  if (there.kind === "outside") return { remains: `its folder \`${gone.path}\` is now a link that leaves the repository`, file: null };
  if (gone.engine === "manifests") return null;
  const stayed = gone.opened.filter((file) => makesManifests(gone, file) && resolvePath(head, file).kind === "found");
  const [first] = stayed;
  return first === undefined ? null : { remains: `\`${first}\` and ${stayed.length - 1} more of its files stayed`, file: first };
}

/** Identity without the target: the same container of the same object, wherever it is rendered. */
const anywhere = ({ workload, container }: InventoryEntry) =>
  [workload.kind, workload.namespace, workload.name, container.type, container.name].join("\0");

/** Targets of which something stayed on the head, each with the containers that nothing else of the head accounts for. */
export function findLost(gone: readonly GoneTarget[], head: Tree, headEntries: readonly InventoryEntry[]): LostTarget[] {
  const accounted = new Set(headEntries.map(anywhere));
  return gone.flatMap((target) => {
    const left = whatRemains(target, head);
    if (left === null) return [];
    const unaccounted = target.entries.filter((entry) => !accounted.has(anywhere(entry)));
    return [{ id: target.id, path: target.path, ...left, unaccounted }];
  });
}
