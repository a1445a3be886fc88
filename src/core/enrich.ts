// What the objects around a container say about it: facts that its own manifest does not hold. One line here for every kind of fact.

import type { InventoryEntry } from "./inventory.ts";
import { podSecurityAmong } from "./pod-security.ts";
import type { FoundObject } from "./workload.ts";

/** The containers of one side with what `around`, the objects of the same side wherever they stand, says about them. Order and identity stay. */
export function enrichEntries(entries: readonly InventoryEntry[], around: readonly FoundObject[]): readonly InventoryEntry[] {
  const podSecurityOf = podSecurityAmong(around);
  return entries.map((entry) => ({ ...entry, podSecurity: podSecurityOf(entry) }));
}
