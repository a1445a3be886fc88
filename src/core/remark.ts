// What a reader of a finding has to know of the kind.

import type { InventoryEntry } from "./inventory.ts";

/** `; …` for the end of a message; empty for known kinds. */
export function describeRemark({ workload: { kind, apiVersion }, foundBy }: InventoryEntry): string {
  return foundBy === "structure" ? `; \`${kind}\` of \`${apiVersion}\` is not a known kind: its pod was found by its structure` : "";
}
