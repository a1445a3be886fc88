// What a container, or a whole workload, is known by beside its name. Nothing of it has a say in the posture.

import { asText, fieldAt } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";
import { isMapping } from "./manifest.ts";

/** Sets of texts; an empty one says nothing. */
export interface Traits {
  /** Without tag and digest, which change with every release. */
  readonly image: ReadonlySet<string>;
  /** Lines of command and arguments, numbers left out: they carry versions. */
  readonly command: ReadonlySet<string>;
  readonly ports: ReadonlySet<string>;
  /** Names of variables. */
  readonly environment: ReadonlySet<string>;
  /** Paths inside the container. */
  readonly mounts: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Of the pod, without those that tools write anew with every version. */
  readonly labels: ReadonlySet<string>;
}

const MOST = 200; // entries of one list: aliases can make lists of millions

function listAt(value: unknown, field: string): readonly unknown[] {
  const list = isMapping(value) ? value[field] : undefined;
  return Array.isArray(list) ? list.slice(0, MOST) : [];
}

const textsAt = (value: unknown, list: string, field: string): string[] => listAt(value, list).flatMap((item) => asText(fieldAt(item, [field])) ?? []);

/** `ghcr.io/acme/web` of `ghcr.io/acme/web:1.2@sha256:…`; Docker Hub by its short names. distribution/reference: normalize.go. */
function repositoryOf(image: string): string {
  const [named = ""] = image.split("@");
  return named.replace(/:[^:/]*$/, "").replace(/^(index\.)?docker\.io\//, "").replace(/^library\//, "");
}

function commandLines(container: unknown): string[] {
  const words = [...listAt(container, "command"), ...listAt(container, "args")].flatMap((word) => asText(word) ?? []);
  return words.flatMap((word) => word.split("\n", MOST)).map((line) => line.replace(/\d+/g, "0"));
}

const portsOf = (container: unknown): string[] =>
  listAt(container, "ports").flatMap((port) => {
    const number = asText(fieldAt(port, ["containerPort"]));
    return number === null ? [] : [`${number}/${asText(fieldAt(port, ["protocol"])) ?? "TCP"}`];
  });

/** Labels that name a version, a hash or the tool: another value of them is no other workload. */
const versionLabels = new Set(["helm.sh/chart", "chart", "version", "release", "heritage", "app.kubernetes.io/version", "app.kubernetes.io/managed-by", "app.kubernetes.io/instance", "pod-template-hash"]);

function labelsOf({ document, objectPath, containerPath }: InventoryEntry): string[] {
  const labels = fieldAt(document.object, [...objectPath, ...containerPath.slice(0, -3), "metadata", "labels"]);
  if (!isMapping(labels)) return [];
  const entries = Object.entries(labels).slice(0, MOST);
  return entries.flatMap(([name, value]) => (versionLabels.has(name) ? [] : [`${name}=${asText(value) ?? ""}`]));
}

/** Traits of containers of one workload, taken together. */
export function traitsOf(entries: readonly InventoryEntry[]): Traits {
  const specs = entries.map(({ document, objectPath, containerPath }) => fieldAt(document.object, [...objectPath, ...containerPath]));
  const [first] = entries;
  return {
    image: new Set(specs.flatMap((spec) => asText(fieldAt(spec, ["image"])) ?? []).map(repositoryOf)),
    command: new Set(specs.flatMap(commandLines)),
    ports: new Set(specs.flatMap(portsOf)),
    environment: new Set(specs.flatMap((spec) => textsAt(spec, "env", "name"))),
    mounts: new Set(specs.flatMap((spec) => textsAt(spec, "volumeMounts", "mountPath"))),
    names: new Set(entries.map(({ container }) => container.name)),
    labels: new Set(first === undefined ? [] : labelsOf(first)),
  };
}
