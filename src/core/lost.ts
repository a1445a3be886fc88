// Containers that are gone from the head: were they removed, or only hidden from us?

import type { InventoryEntry } from "./inventory.ts";
import type { LostTarget } from "./rule.ts";
import type { Engine } from "./target.ts";
import { isWithin, resolvePath, type Tree } from "./tree.ts";

/** What the base knew of a target, as far as the head's rendering of it does not have it any more. */
export interface GoneTarget {
  readonly id: string;
  readonly path: string;
  readonly engine: Engine;
  /** False when the head has no such target. */
  readonly onHead: boolean;
  /** Files that its rendering read on the base. */
  readonly opened: readonly string[];
  /** Files that it is made of on the head, and that its rendering there left out, as those that Flux's `.sourceignore` names. */
  readonly leftOut: ReadonlySet<string>;
  readonly entries: readonly InventoryEntry[];
}

/** One target of the head: the files that make it, and its containers. */
export interface SeenTarget {
  readonly engine: Engine;
  readonly files: ReadonlySet<string>;
  /** Null when nobody looked: it cannot differ from the base, or could not be rendered and is a problem of its own. */
  readonly entries: readonly InventoryEntry[] | null;
}

type Remains = Pick<LostTarget, "remains" | "file">;

/** Files that make manifests, as opposed to those that only make a folder a target. */
function makesManifests({ engine, path }: GoneTarget, file: string): boolean {
  const folder = path === "." ? "" : `${path}/`;
  if (engine === "helm") return file.startsWith(`${folder}templates/`) || file.startsWith(`${folder}crds/`);
  return isWithin(file, path) && /\.(ya?ml|json)$/.test(file) && !/(^|\/)kustomization\.ya?ml$/.test(file);
}

function stayed(files: readonly string[]): Remains | null {
  const [first] = files;
  if (first === undefined) return null;
  return { remains: `\`${first}\`${files.length > 1 ? ` and ${files.length - 1} more of its files` : ""} stayed`, file: first };
}

const MODULES = ".gitmodules"; // where git is told of submodules

/** Where a folder leads that cannot be looked into any more; null when it can, or is gone. */
function hiddenFolder(folder: string, head: Tree): Remains | null {
  const there = resolvePath(head, folder);
  if (there.kind === "submodule") return { remains: `its folder \`${folder}\` is now a submodule`, file: head.entries.get(MODULES)?.kind === "file" ? MODULES : null };
  if (there.kind === "outside") return { remains: `its folder \`${folder}\` is now a link that leaves the repository`, file: there.links.at(-1) ?? null };
  return null;
}

/** Identity without the target: the same container of the same object, wherever it is rendered. */
const anywhere = ({ workload, container }: InventoryEntry) =>
  [workload.kind, workload.namespace, workload.name, container.type, container.pod, container.name].join("\0");

/** The same container of an object of that kind: names and namespaces change where a kustomization takes over a file. */
const alike = ({ workload, container }: InventoryEntry) => [workload.kind, container.type, container.pod, container.name].join("\0");

/** Whether a target of the head makes the container from the file that it came from. */
function isTakenOver(entry: InventoryEntry, file: string, seen: readonly SeenTarget[]): boolean {
  return seen.some(({ files, entries }) => files.has(file) && (entries === null || entries.some((other) => alike(other) === alike(entry))));
}

/** What is lost, before anybody asks who accounts for it; null for nothing. */
interface Loss extends Remains {
  readonly entries: readonly InventoryEntry[];
}

/** Plain manifests stand for themselves: what is lost are files that stayed while nothing makes their containers any more. */
function lostFiles({ entries }: GoneTarget, head: Tree, seen: readonly SeenTarget[]): Loss | null {
  const left = entries.filter((entry) => {
    const file = entry.document.path;
    if (file === null || resolvePath(head, file).kind !== "found") return false;
    return !seen.some(({ engine, files }) => engine === "manifests" && files.has(file)) && !isTakenOver(entry, file, seen);
  });
  const remains = stayed([...new Set(left.flatMap(({ document }) => (document.path === null ? [] : [document.path])))].sort());
  return remains === null ? null : { ...remains, entries: left };
}

/** Files that the target has to itself, so that nobody else looks at them, that its base was made of, and that its head leaves out. */
function leftOutFiles(gone: GoneTarget, head: Tree, seen: readonly SeenTarget[]): Loss | null {
  const files = gone.opened.filter((file) => gone.leftOut.has(file) && makesManifests(gone, file) && resolvePath(head, file).kind === "found").sort();
  const left = gone.entries.filter((entry) => !files.some((file) => isTakenOver(entry, file, seen)));
  const remains = left.length === 0 ? null : stayed(files);
  return remains === null ? null : { ...remains, entries: left };
}

function lossOf(gone: GoneTarget, head: Tree, seen: readonly SeenTarget[]): Loss | null {
  const hidden = gone.onHead ? null : hiddenFolder(gone.path, head);
  if (hidden !== null) return { ...hidden, entries: gone.entries };
  if (gone.engine === "manifests") return lostFiles(gone, head, seen);
  if (gone.onHead) return leftOutFiles(gone, head, seen);
  const remains = stayed(gone.opened.filter((file) => makesManifests(gone, file) && resolvePath(head, file).kind === "found"));
  return remains === null ? null : { ...remains, entries: gone.entries };
}

/** Targets of which something stayed on the head, each with the containers that nothing else of the head accounts for. */
export function findLost(gone: readonly GoneTarget[], head: Tree, seen: readonly SeenTarget[]): LostTarget[] {
  const accounted = new Set(seen.flatMap(({ entries }) => (entries ?? []).map(anywhere)));
  return gone.flatMap((target) => {
    const loss = lossOf(target, head, seen);
    if (loss === null) return [];
    const { remains, file, entries } = loss;
    return [{ id: target.id, path: target.path, remains, file, unaccounted: entries.filter((entry) => !accounted.has(anywhere(entry))) }];
  });
}
