// All postures of one target on one side.

import { podContainers } from "./container.ts";
import { readDocuments, type ManifestDocument, type PathSegment } from "./manifest.ts";
import { resolvePosture, type ClusterDefaults, type Posture } from "./posture.ts";
import type { Trouble } from "./problem.ts";
import type { ManifestSource } from "./rendering.ts";
import type { Container, Workload } from "./report.ts";
import { noticedObjects, podHolders, type FoundObject } from "./workload.ts";

/** One container of one side, with its posture and the document that holds it. */
export interface InventoryEntry {
  readonly target: string;
  readonly workload: Workload;
  readonly container: Container;
  readonly posture: Posture;
  /** Identity across the two sides, unique within an inventory. */
  readonly key: string;
  readonly document: ManifestDocument;
  /** Path of the workload inside the document. */
  readonly objectPath: readonly PathSegment[];
  /** Path of the container inside the workload. */
  readonly containerPath: readonly PathSegment[];
  /** Path of the deciding field inside the workload; null when nothing decides. */
  readonly field: readonly PathSegment[] | null;
}

export interface Inventory {
  /** In the order of the sources. */
  readonly entries: readonly InventoryEntry[];
  /** Objects that say something about containers that may be elsewhere. */
  readonly objects: readonly FoundObject[];
  readonly problems: readonly Trouble[];
}

// Aliases could describe more containers than fit in memory; no real target comes near.
const MAX_CONTAINERS = 100_000;

/** Two objects of one identity: the API server would keep the last, so the author should know. */
function duplicateObject(workload: Workload, document: ManifestDocument): Trouble {
  return {
    kind: "duplicate-object",
    path: document.path,
    line: document.origin === "file" ? document.line : null,
    message: `${workload.kind} \`${workload.namespace ?? ""}/${workload.name}\` is described twice in this target; the last one applied wins`,
    remedy: "Remove one of the two, or give it another name.",
    blocking: false,
  };
}

/**
 * Takes stock of one target. `namespace` applies to objects that name none. Identity is target, group, kind, namespace,
 * name, container type and name; a repeated one is numbered, so that nothing is lost.
 */
export function takeInventory(target: string, namespace: string, sources: readonly ManifestSource[], defaults: ClusterDefaults): Inventory {
  const entries: InventoryEntry[] = [];
  const found: FoundObject[] = [];
  const problems: Trouble[] = [];
  const objects = new Map<string, number>();
  for (const source of sources) {
    const read = readDocuments(source);
    problems.push(...read.problems);
    for (const document of read.documents) {
      try {
        found.push(...noticedObjects(target, document));
        for (const holder of podHolders(document, namespace)) {
          const { workload } = holder;
          const identity = [target, holder.group, workload.kind, workload.namespace, workload.name].join("\0");
          const nth = (objects.get(identity) ?? 0) + 1;
          objects.set(identity, nth);
          if (nth > 1) problems.push(duplicateObject(workload, document));
          const names = new Map<string, number>();
          for (const one of podContainers(holder)) {
            if (entries.length >= MAX_CONTAINERS) throw new RangeError(`this target describes more than ${MAX_CONTAINERS} containers`);
            const { container } = one;
            const name = `${container.type}\0${container.name}`;
            const nthName = (names.get(name) ?? 0) + 1;
            names.set(name, nthName);
            entries.push({
              target,
              workload,
              container,
              ...resolvePosture(holder, one, defaults),
              key: [identity, nth, name, nthName].join("\0"),
              document,
              objectPath: holder.objectPath,
              containerPath: one.path,
            });
          }
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        const remedy = "Split the List, or exclude the file if it is never applied.";
        problems.push({ kind: "limit", path: document.path, line: null, message: error.message, remedy, blocking: true });
      }
    }
  }
  return { entries, objects: found, problems };
}
