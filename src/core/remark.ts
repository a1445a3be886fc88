// What a reader of a finding has to know of the kind: what the table does not know, or knows only in part.

import type { InventoryEntry } from "./inventory.ts";

/** Whether the controller would get its way, if it were of the version, or had the setting, that decides. */
function couldBeGiven({ holder: { controllerDefault, securityContext, containers }, containerPath }: InventoryEntry): boolean {
  if (controllerDefault === null || controllerDefault.certain) return false;
  const context = controllerDefault.level === "pod" ? securityContext : containers.find(({ path }) => path === containerPath)?.securityContext;
  return controllerDefault.yieldsTo === "profile" || context?.value === undefined || context.value === null;
}

/** `; …` for the end of a message; empty for the many kinds about which nothing is to be said. */
export function describeRemark(entry: InventoryEntry): string {
  const { workload, foundBy, posture, holder } = entry;
  if (foundBy === "structure") return `; \`${workload.kind}\` of \`${workload.apiVersion}\` is not a known kind: its pod was found by its structure`;
  if (posture.profile !== "Unset" || holder.controllerDefault === null || !couldBeGiven(entry)) return "";
  return `; only ${holder.controllerDefault.by} would give it ${holder.controllerDefault.profile}`;
}
