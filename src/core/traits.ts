// What a container, or a whole workload, is known by beside its name. Nothing of it has a say in the posture.

import { asText, fieldAt, isMapping } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";

/** Texts in the order of their code units, each once; none says nothing. */
export type Trait = readonly string[];

/** What is known of one subject. */
export interface Traits {
  /** Without tag and digest, which change with every release. */
  readonly image: Trait;
  /** Lines of command and arguments, numbers left out: they carry versions. */
  readonly command: Trait;
  readonly ports: Trait;
  /** Names of variables. */
  readonly environment: Trait;
  /** Paths inside the container. */
  readonly mounts: Trait;
  readonly names: Trait;
  /** Of the pod, without those that tools write anew with every version. */
  readonly labels: Trait;
}

const MOST = 200; // entries of one list: aliases can make lists of millions

/** The trait that texts make, which are sorted in place. Most are in order as they come. */
export function traitOf(texts: string[]): Trait {
  const isInOrder = texts.every((text, i) => i === 0 || (texts[i - 1] ?? "") < text);
  return isInOrder ? texts : texts.sort().filter((text, i) => text !== texts[i - 1]);
}

/** What `textOf` says of the entries of a list of every container. Of tens of thousands of containers, so without an array for each entry. */
function textsOf(containers: readonly InventoryEntry[], list: string, textOf: (entry: unknown) => string | null): string[] {
  const texts: string[] = [];
  for (const { podContainer } of containers) {
    const { [list]: entries } = podContainer.spec;
    if (!Array.isArray(entries)) continue;
    for (let i = 0; i < entries.length && i < MOST; i++) {
      const text = textOf(entries[i]);
      if (text !== null) texts.push(text);
    }
  }
  return texts;
}

const named = (field: string) => (entry: unknown): string | null => (isMapping(entry) ? asText(entry[field]) : null);

/** `ghcr.io/acme/web` of `ghcr.io/acme/web:1.2@sha256:…`; Docker Hub by its short names. distribution/reference: normalize.go. */
function repositoryOf(image: string): string {
  const [named = ""] = image.split("@", 1);
  const colon = named.lastIndexOf(":");
  const untagged = colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
  return untagged.replace(/^(?:(?:index\.)?docker\.io\/)?(?:library\/)?/, "");
}

/** Repositories of the images of containers. */
export function imagesOf(entries: readonly InventoryEntry[]): Trait {
  return traitOf(entries.flatMap(({ image }) => (image === null ? [] : [repositoryOf(image)])));
}

/** Lines of words, numbers left out. */
const linesOf = (words: readonly string[]): string[] => words.flatMap((word) => word.replace(/\d+/g, "0").split("\n", MOST));

function portOf(port: unknown): string | null {
  if (!isMapping(port)) return null;
  const number = asText(port["containerPort"]);
  return number === null ? null : `${number}/${asText(port["protocol"]) ?? "TCP"}`;
}

/** Labels that name a version, a hash or the tool: another value of them is no other workload. */
const versionLabels = new Set(["helm.sh/chart", "chart", "version", "release", "heritage", "app.kubernetes.io/version", "app.kubernetes.io/managed-by", "app.kubernetes.io/instance", "pod-template-hash"]);

function labelsOf({ holder: { podMetadata } }: InventoryEntry): string[] {
  const labels = fieldAt(podMetadata?.value, ["labels"]);
  if (!isMapping(labels)) return [];
  const entries = Object.entries(labels).slice(0, MOST);
  return entries.flatMap(([name, value]) => (versionLabels.has(name) ? [] : [`${name}=${asText(value) ?? ""}`]));
}

/** Traits of containers of one workload, taken together. */
export function traitsOf(entries: readonly InventoryEntry[]): Traits {
  const [first] = entries;
  return {
    image: imagesOf(entries),
    command: traitOf(linesOf([...textsOf(entries, "command", asText), ...textsOf(entries, "args", asText)])),
    ports: traitOf(textsOf(entries, "ports", portOf)),
    environment: traitOf(textsOf(entries, "env", named("name"))),
    mounts: traitOf(textsOf(entries, "volumeMounts", named("mountPath"))),
    names: traitOf(entries.map(({ container }) => container.name)),
    labels: traitOf(first === undefined ? [] : labelsOf(first)),
  };
}
