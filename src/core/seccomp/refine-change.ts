// The direction from one confining profile to another, by what they let through where that is known.

import type { InventoryEntry } from "../inventory.ts";
import type { Change } from "../report.ts";
import { compareCalls } from "./compare-calls.ts";

/**
 * What becomes of the direction that postures alone give. Two profiles of one's own are weaker or stronger only when all that differs goes
 * one way; a profile of one's own and RuntimeDefault are compared by how many system calls open and close.
 */
export function refineChange(change: Change, base: InventoryEntry, head: InventoryEntry): Change {
  const effective = [base.posture.effective, head.posture.effective];
  if (!effective.includes("Localhost") || effective.some((one) => one !== "Localhost" && one !== "RuntimeDefault")) return change;
  const [before, after] = [base.seccomp?.calls ?? null, head.seccomp?.calls ?? null];
  if (before === null || after === null) return change;
  const { gained, lost } = compareCalls(before, after);
  if (gained.length === 0 && lost.length === 0) return change === "unchanged" ? "unchanged" : "changed";
  if (effective.every((one) => one === "Localhost")) return lost.length === 0 ? "weakened" : gained.length === 0 ? "strengthened" : "changed";
  return gained.length > lost.length ? "weakened" : gained.length < lost.length ? "strengthened" : "changed";
}
