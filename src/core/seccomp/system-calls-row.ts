// What a container can call, as a report shows it.

import type { InventoryEntry } from "../inventory.ts";
import type { SystemCallsRow } from "../report.ts";
import { compareCalls } from "./compare-calls.ts";

/** The system calls of the head, and what became of those of the base; null when the head's are not known. */
export function systemCallsOf(base: InventoryEntry | null, head: InventoryEntry | null): SystemCallsRow | null {
  const after = head?.seccomp?.calls ?? null;
  if (after === null) return null;
  const before = base?.seccomp?.calls ?? null;
  const { gained, lost } = before === null ? { gained: [], lost: [] } : compareCalls(before, after);
  return { reachable: after.size, gained, lost };
}
