// The one table of kinds: which objects carry pods, and where. A new kind is one row.
// Core kinds as Pod Security admission extracts them: kubernetes/pod-security-admission: admission/admission.go (DefaultPodSpecExtractor).

import { isMapping, type ManifestDocument, type PathSegment } from "./manifest.ts";
import { isNoticed } from "./noticed.ts";
import type { Workload } from "./report.ts";

interface KindRow {
  /** API groups that serve the kind; the first is its identity, the others are former homes of the same objects. */
  readonly groups: readonly [string, ...string[]];
  readonly kind: string;
  /** Path of the pod template inside the object: what has `metadata` and `spec` of a pod. */
  readonly podTemplate: readonly string[];
}

/** Every kind that is known to carry a pod template. */
export const kinds: readonly KindRow[] = [
  { groups: [""], kind: "Pod", podTemplate: [] },
  { groups: [""], kind: "PodTemplate", podTemplate: ["template"] },
  { groups: [""], kind: "ReplicationController", podTemplate: ["spec", "template"] },
  { groups: ["apps", "extensions"], kind: "ReplicaSet", podTemplate: ["spec", "template"] },
  { groups: ["apps", "extensions"], kind: "Deployment", podTemplate: ["spec", "template"] },
  { groups: ["apps"], kind: "StatefulSet", podTemplate: ["spec", "template"] },
  { groups: ["apps", "extensions"], kind: "DaemonSet", podTemplate: ["spec", "template"] },
  { groups: ["batch"], kind: "Job", podTemplate: ["spec", "template"] },
  { groups: ["batch"], kind: "CronJob", podTemplate: ["spec", "jobTemplate", "spec", "template"] },
];

/** A pod template found in an object, with all that is needed to name it and to find it again. */
export interface PodHolder {
  readonly workload: Workload;
  /** API group that makes its identity. */
  readonly group: string;
  /** The pod template's `spec`. */
  readonly podSpec: Readonly<Record<string, unknown>>;
  /** Path of `podSpec` inside its object. */
  readonly podSpecPath: readonly PathSegment[];
  /** Path of the object inside its document: not empty for the items of a List. */
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

/** The value at a path, or undefined. Only own fields count. */
export function fieldAt(value: unknown, path: readonly PathSegment[]): unknown {
  let at = value;
  for (const segment of path) {
    if (Array.isArray(at) && typeof segment === "number") at = at[segment];
    else if (isMapping(at) && Object.hasOwn(at, segment)) at = at[segment];
    else return undefined;
  }
  return at;
}

/** `spec.containers[0].name`: a field path as Kubernetes' own messages write it. */
export function fieldPath(path: readonly PathSegment[]): string {
  return path.map((segment, i) => (typeof segment === "number" ? `[${segment}]` : i === 0 ? segment : `.${segment}`)).join("");
}

/** What stands where the API wants a text, as text; null when nothing does. Numbers and booleans are texts without their quotes. */
export function asText(value: unknown): string | null {
  if (typeof value === "string" && value !== "") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
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
 * Pod templates of a document, in order. `namespace` is what applies to objects that name none.
 * Throws RangeError for Lists that describe too many objects.
 */
export function* podHolders(document: ManifestDocument, namespace: string): Generator<PodHolder> {
  for (const { object, path } of objectsOf(document)) {
    const apiVersion = asText(object["apiVersion"]) ?? "";
    const group = groupOf(apiVersion);
    const row = kinds.find((candidate) => candidate.kind === object["kind"] && candidate.groups.includes(group));
    if (row === undefined) continue;
    const podSpecPath = [...row.podTemplate, "spec"];
    const podSpec = fieldAt(object, podSpecPath);
    if (!isMapping(podSpec)) continue;
    const metadata = object["metadata"];
    const own = asText(fieldAt(metadata, ["namespace"]));
    const workload = { apiVersion, kind: row.kind, namespace: own ?? namespace, name: nameOf(metadata) };
    yield { workload, group: row.groups[0], podSpec, podSpecPath, objectPath: path, document };
  }
}
