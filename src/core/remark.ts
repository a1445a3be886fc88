// What a reader of a finding has to know of the kind.

import type { InventoryEntry } from "./inventory.ts";

/** `; …` for the end of a message; empty for known kinds. */
export function describeRemark({ workload: { kind, apiVersion }, foundBy }: InventoryEntry): string {
  const group = apiVersion === "" ? "no `apiVersion`" : `\`${apiVersion}\``;
  return foundBy === "structure" ? `; \`${kind}\` of ${group} is not a known kind: its pod was found by its structure` : "";
}
