// From documents to the pods in them: every object of a document, and what the table of kinds knows of it.

import { asText, fieldAt, isMapping, type Field, type Mapping } from "./field.ts";
import { podsByRow, rowsOf } from "./kinds.ts";
import { placesAt } from "./kinds/at-path.ts";
import type { ControllerDefault, KindRow } from "./kinds/kind.ts";
import { wrappersOf, type Wrapper } from "./kinds/wrappers.ts";
import type { ManifestDocument, PathSegment } from "./manifest.ts";
import { isNoticed } from "./noticed.ts";
import { fillParameters } from "./openshift-template.ts";
import type { Pod } from "./pod.ts";
import type { FoundBy, Workload } from "./report.ts";
import { objectsByStructure, podsByStructure } from "./structure.ts";

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
const MAX_OBJECTS = 20_000;

/** One object of a document, and its path there. */
export interface ObjectOf {
  readonly object: Mapping;
  readonly path: readonly PathSegment[];
}

/**
 * The items of a list: whatever has `items` is one to kubectl and Helm, of any kind.
 * kubernetes/kubernetes: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/helpers.go (decode, decodeToList).
 */
function itemsOf({ object: { kind, items, apiVersion }, path }: ObjectOf): ObjectOf[] {
  if (!Array.isArray(items)) return [];
  // The items of a typed list (`DeploymentList`) need not repeat kind and version.
  const inherited = { kind: asText(kind)?.replace(/List$/, ""), apiVersion };
  return items.flatMap((item: unknown, i) => {
    if (!isMapping(item)) return [];
    const isTyped = asText(item["kind"]) !== null || asText(item["apiVersion"]) !== null;
    return [{ object: isTyped ? item : { ...item, ...inherited }, path: [...path, "items", i] }];
  });
}

/** Whole objects that an object carries to have them created somewhere: by the table, and by structure where it knows nothing of the kind. */
function wrappedIn({ object, path }: ObjectOf): ObjectOf[] {
  const [group, kind] = [groupOf(asText(object["apiVersion"]) ?? ""), asText(object["kind"]) ?? ""];
  const rows = wrappersOf(group, kind);
  if (rows.length === 0 && rowsOf(group, kind).length === 0) {
    return objectsByStructure({ path: [], value: object }, group, kind).map((found) => ({ object: found.value, path: [...path, ...found.path] }));
  }
  return rows.flatMap((row) => placesAt({ path: [], value: object }, row.path).flatMap(({ at }) => carriedAt(object, row, at).map((carried) => ({ object: carried, path: [...path, ...at.path] }))));
}

/** What stands at one place of a wrapper, as the object that is made of it; empty when it is none. */
function carriedAt(wrapper: Mapping, { kind, named, unless }: Wrapper, { path, value }: Field): readonly Mapping[] {
  const beside = fieldAt(wrapper, path.slice(0, -1));
  if (!isMapping(value) || (unless !== undefined && unless.values.includes((asText(fieldAt(beside, [unless.field])) ?? "").toLowerCase()))) return [];
  const carried = named === true ? namedAs(value, beside) : value;
  if (asText(carried["kind"]) === null) return [];
  return [kind === "Template" ? fillParameters(wrapper, carried) : carried];
}

/** The object under the kind and name that stand beside it. */
function namedAs(object: Mapping, beside: unknown): Mapping {
  const { apiVersion, kind, name, namespace } = isMapping(beside) ? beside : {};
  const metadata = isMapping(object["metadata"]) ? object["metadata"] : {};
  return { ...object, apiVersion, kind, metadata: { ...metadata, name, ...(namespace === undefined ? {} : { namespace }) } };
}

/** Objects of a document: itself and, recursively, those that it lists or carries. Throws RangeError for Lists that describe too many. */
export function* objectsOf(document: ManifestDocument): Generator<ObjectOf> {
  const todo: ObjectOf[] = [{ object: document.object, path: [] }];
  for (let count = 0; todo.length > 0; count++) {
    if (count > MAX_OBJECTS) throw new RangeError(`a List describes more than ${MAX_OBJECTS} objects`);
    const next = todo.pop();
    if (next === undefined) return;
    yield next;
    for (const found of [...itemsOf(next), ...wrappedIn(next)].reverse()) todo.push(found);
  }
}

/** API group of an object; empty for the core one. */
function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

/** An object that somebody asks for though it carries no pods; null for all others. */
export function noticedObject(target: string | null, document: ManifestDocument, { object, path }: ObjectOf): FoundObject | null {
  const apiVersion = asText(object["apiVersion"]) ?? "";
  const [group, kind, metadata] = [groupOf(apiVersion), asText(object["kind"]) ?? "", object["metadata"]];
  if (!isNoticed(group, kind, document.text)) return null;
  return { target, group, apiVersion, kind, namespace: asText(fieldAt(metadata, ["namespace"])), name: nameOf(metadata), object, objectPath: path, document };
}

/** Pods of an object, in order. `namespace` is what applies to objects that name none. */
export function podHolders(document: ManifestDocument, { object, path }: ObjectOf, namespace: string): readonly PodHolder[] {
  const kind = object["kind"];
  if (typeof kind !== "string") return [];
  const apiVersion = asText(object["apiVersion"]) ?? "";
  const group = groupOf(apiVersion);
  const rows = rowsOf(group, kind);
  const field = { path: [], value: object };
  const known = rows.flatMap((row) => podsByRow(row, field).map((pod) => ({ pod, row, foundBy: "kind" as const })));
  const pods = known.length > 0 ? known : podsByStructure(field, group, kind).map((pod) => ({ pod, row: rows[0], foundBy: "structure" as const }));
  if (pods.length === 0) return [];
  const workload = workloadOf(object, { apiVersion, kind }, rows[0], namespace);
  // The fields one by one: spreading takes several times as long, of tens of thousands of pods.
  return pods.map(({ pod: { pod, securityContext, podMetadata, podSpec, containers, inherits }, row, foundBy }) => ({
    pod,
    securityContext,
    podMetadata,
    podSpec,
    containers,
    workload,
    group: rows[0]?.groups[0] ?? group,
    foundBy,
    inherits: inherits ?? row?.inherits === true,
    controllerDefault: controllerDefaultOf(row, object),
    objectPath: path,
    document,
  }));
}

/** What the kind's controller gives to a pod that sets no profile, unless the object switches that off. */
function controllerDefaultOf(row: KindRow | undefined, object: Mapping): ControllerDefault | null {
  const given = row?.controllerDefault ?? null;
  const off = given?.offAt;
  return off !== undefined && off.values.includes(fieldAt(object, off.path)) ? null : given;
}

function workloadOf({ metadata }: Mapping, { apiVersion, kind }: Pick<Workload, "apiVersion" | "kind">, row: KindRow | undefined, namespace: string): Workload {
  const own = asText(fieldAt(metadata, ["namespace"]));
  return { apiVersion, kind, namespace: row?.clusterScoped === true ? null : (own ?? namespace), name: nameOf(metadata) };
}
