// What the tests of the core share: small manifests, and what the program makes of them.

import { clusterWith, plainCluster, type Cluster } from "../../src/core/cluster.ts";
import { takeInventory, type Inventory, type InventoryEntry } from "../../src/core/inventory.ts";
import type { Posture } from "../../src/core/posture.ts";
import type { ManifestSource } from "../../src/core/rendering.ts";

export interface Circumstances {
  readonly target?: string;
  readonly namespace?: string;
  readonly path?: string;
  readonly origin?: ManifestSource["origin"];
  readonly cluster?: Cluster;
}

/** The inventory of one text. */
export function inventoryOf(text: string, { target = "manifests:.", namespace = "default", path = "p.yaml", origin = "file", cluster = plainCluster }: Circumstances = {}): Inventory {
  return takeInventory(target, namespace, [{ path, text, origin }], { cluster });
}

/** The containers of one text; a text that cannot be read is a mistake of the test. */
export function entriesOf(text: string, circumstances: Circumstances = {}): readonly InventoryEntry[] {
  const { entries, problems } = inventoryOf(text, circumstances);
  if (problems.some(({ blocking }) => blocking)) throw new Error(problems.map(({ message }) => message).join("\n"));
  return entries;
}

/** The one container of one text. */
export function entryOf(text: string, circumstances: Circumstances = {}): InventoryEntry {
  const [entry, ...others] = entriesOf(text, circumstances);
  if (entry === undefined || others.length > 0) throw new Error(`${others.length + Number(entry !== undefined)} containers where one was meant`);
  return entry;
}

type Fields = Readonly<Record<string, unknown>>;

/** A Pod with one container, and what a test adds to the two. */
export function pod(container: Fields = {}, spec: Fields = {}, metadata: Fields = {}): string {
  return JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "it", ...metadata }, spec: { containers: [{ name: "app", image: "x", ...container }], ...spec } });
}

/** A Deployment as people write it, with lines that belong below its container. */
export const deployment = (securityContext: string, name = "api"): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  template:
    spec:
      containers:
        - name: app
          image: x
${securityContext}`;

/** Pods in one way each that a container can stand; the same container of the same pod in all of them. */
export const stands = {
  "RuntimeDefault": pod({ securityContext: { seccompProfile: { type: "RuntimeDefault" } } }),
  "Localhost a": pod({ securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } } }),
  "Localhost b": pod({ securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "b.json" } } }),
  "Unconfined": pod({ securityContext: { seccompProfile: { type: "Unconfined" } } }),
  "privileged": pod({ securityContext: { privileged: true } }),
  "Unset": pod(),
  "Invalid a": pod({ securityContext: { seccompProfile: { type: "runtime/default" } } }),
  "Invalid b": pod({ securityContext: { seccompProfile: {} } }),
  "Windows": pod({}, { os: { name: "windows" } }),
} as const;

export type Stand = keyof typeof stands;
export const standNames = Object.keys(stands) as readonly Stand[];

export function standing(stand: Stand, seccompDefault = false): InventoryEntry {
  return entryOf(stands[stand], { cluster: seccompDefault ? clusterWith(true) : plainCluster });
}

/** A posture in one line: profile, cause and deciding field. */
export function inShort({ profile, cause, decidedBy, localhostProfile }: Posture): string {
  return [profile + (localhostProfile === null ? "" : `(${localhostProfile})`), cause, decidedBy ?? "-"].join(" ");
}
