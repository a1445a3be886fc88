// From documents to the pods in them: every object of a document, and what the table of kinds knows of it.

import { asText, fieldAt } from "./field.ts";
import { podsByRow, rowsOf } from "./kinds.ts";
import type { ControllerDefault, KindRow } from "./kinds/kind.ts";
import { isMapping, type ManifestDocument, type PathSegment } from "./manifest.ts";
import { isNoticed } from "./noticed.ts";
import type { Pod } from "./pod.ts";
import type { FoundBy, Workload } from "./report.ts";

/** A pod of an object, with all that is needed to name it, to find it again, and to say what its containers run under. */
export interface PodHolder extends Pod {
  readonly workload: Workload;
  /** API group that makes its identity. */
  readonly group: string;
  readonly foundBy: FoundBy;
  /** True when the containers become part of pods that the object does not own: what sets nothing takes what those pods have. */
  readonly inherits: boolean;
  /** What the kind's own controller gives to pods that set no profile; null when it leaves that to the kubelet. */
  readonly controllerDefault: ControllerDefault | null;
  /** Path of the object inside its document: not empty for the items of a List. The same array for all pods of one object. */
  readonly objectPath: readonly PathSegment[];
  readonly document: ManifestDocument;
}

/** An object of a kind that somebody asks for though it carries no pods. */
export interface FoundObject {
  /** Id of the target that holds it; null for a file that is read for its sake alone. */
  readonly target: string | null;
  /** API group; empty for the core one. */
  readonly group: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** Its own namespace; null when it names none. */
  readonly namespace: string | null;
  readonly name: string;
  readonly object: Readonly<Record<string, unknown>>;
  /** Path of the object inside its document: not empty for the items of a List. */
  readonly objectPath: readonly PathSegment[];
  readonly document: ManifestDocument;
}

function nameOf(metadata: unknown): string {
  const prefix = asText(fieldAt(metadata, ["generateName"]));
  return asText(fieldAt(metadata, ["name"])) ?? (prefix === null ? "" : `${prefix}*`);
}

// Lists of lists of aliases could describe more objects than fit in memory; no real List comes near.
const MAX_OBJECTS = 100_000;

/**
 * Objects of a document: itself and, recursively, its items: whatever has `items` is a list to kubectl and Helm, of any kind.
 * kubernetes/kubernetes: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/helpers.go (decode, decodeToList).
 */
function* objectsOf(document: ManifestDocument): Generator<{ object: Readonly<Record<string, unknown>>; path: readonly PathSegment[] }> {
  const todo: { object: Readonly<Record<string, unknown>>; path: readonly PathSegment[] }[] = [{ object: document.object, path: [] }];
  for (let count = 0; todo.length > 0; count++) {
    if (count > MAX_OBJECTS) throw new RangeError(`a List describes more than ${MAX_OBJECTS} objects`);
    const next = todo.pop();
    if (next === undefined) return;
    yield next;
    const { kind, items, apiVersion } = next.object;
    if (!Array.isArray(items)) continue;
    // The items of a typed list (`DeploymentList`) need not repeat kind and version.
    const inherited = { kind: asText(kind)?.replace(/List$/, ""), apiVersion };
    for (let i = items.length - 1; i >= 0; i--) {
      const item: unknown = items[i];
      if (!isMapping(item)) continue;
      const isTyped = asText(item["kind"]) !== null || asText(item["apiVersion"]) !== null;
      todo.push({ object: isTyped ? item : { ...item, ...inherited }, path: [...next.path, "items", i] });
    }
  }
}

/** API group of an object; empty for the core one. */
function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

/** Objects of a document that somebody asks for though they carry no pods. Throws RangeError for Lists that describe too many objects. */
export function* noticedObjects(target: string | null, document: ManifestDocument): Generator<FoundObject> {
  for (const { object, path } of objectsOf(document)) {
    const apiVersion = asText(object["apiVersion"]) ?? "";
    const [group, kind, metadata] = [groupOf(apiVersion), asText(object["kind"]) ?? "", object["metadata"]];
    if (!isNoticed(group, kind)) continue;
    yield { target, group, apiVersion, kind, namespace: asText(fieldAt(metadata, ["namespace"])), name: nameOf(metadata), object, objectPath: path, document };
  }
}

/**
 * Pods of a document, in order: a list for each object that has any. `namespace` is what applies to objects that name none.
 * Throws RangeError for Lists that describe too many objects.
 */
export function* podHolders(document: ManifestDocument, namespace: string): Generator<readonly [PodHolder, ...PodHolder[]]> {
  for (const { object, path } of objectsOf(document)) {
    const apiVersion = asText(object["apiVersion"]) ?? "";
    const kind = object["kind"];
    if (typeof kind !== "string") continue;
    const rows = rowsOf(groupOf(apiVersion), kind);
    const [first] = rows;
    if (first === undefined) continue;
    const workload = workloadOf(object, first, apiVersion, namespace);
    const shared = { workload, group: first.groups[0], foundBy: "kind", objectPath: path, document } as const;
    const [pod, ...others] = rows.flatMap((row) => podsByRow(row, { path: [], value: object }).map((pod) => ({ ...pod, ...shared, ...mannersOf(row, pod, object) })));
    if (pod !== undefined) yield [pod, ...others];
  }
}

/** What becomes of a pod that sets no profile. */
function mannersOf({ inherits, controllerDefault }: KindRow, pod: Pod, object: Readonly<Record<string, unknown>>): Pick<PodHolder, "inherits" | "controllerDefault"> {
  const off = controllerDefault?.offAt;
  const isOff = off !== undefined && off.values.includes(fieldAt(object, off.path));
  return { inherits: pod.inherits ?? inherits === true, controllerDefault: isOff ? null : (controllerDefault ?? null) };
}

function workloadOf({ metadata }: Readonly<Record<string, unknown>>, { kind, clusterScoped }: KindRow, apiVersion: string, namespace: string): Workload {
  const own = asText(fieldAt(metadata, ["namespace"]));
  return { apiVersion, kind, namespace: clusterScoped === true ? null : (own ?? namespace), name: nameOf(metadata) };
}
