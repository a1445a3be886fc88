// What a reader of a finding has to know of the kind: what the table does not know, or knows only in part.

import type { InventoryEntry } from "./inventory.ts";

/** `; …` for the end of a message; empty for the many kinds about which nothing is to be said. */
export function describeRemark({ workload: { kind, apiVersion }, foundBy, holder: { controllerDefault }, posture }: InventoryEntry): string {
  if (foundBy === "structure") return `; \`${kind}\` of \`${apiVersion}\` is not a known kind: its pod was found by its structure`;
  if (controllerDefault === null || controllerDefault.certain || posture.profile !== "Unset") return "";
  return `; only ${controllerDefault.by} would give it ${controllerDefault.profile}`;
}
