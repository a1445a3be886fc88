// Classes that promise a sandbox and are none: the object of the class, where the repository holds it, has the last word.

import { sandboxes, type Cluster } from "./cluster.ts";
import { asText, fieldAt } from "./field.ts";
import { matchesGlob } from "./glob.ts";
import type { InventoryEntry } from "./inventory.ts";
import { resolvePosture } from "./posture.ts";
import type { FoundObject } from "./workload.ts";

const isKnown = (name: string): boolean => sandboxes.some((glob) => matchesGlob(name, glob));

/** Whether a class of that name is taken for a sandbox when nobody says what it is. */
export const promisesSandbox = (name: string): boolean => isKnown(name);

/** Whether the runtime of that name gives pods a kernel of their own. */
export const isSandboxHandler = (handler: string): boolean => isKnown(handler);

/**
 * The containers of one side, those in a class that `around` declares with the handler of no sandbox as they run then. Classes that the
 * configuration lists by names of its own are what it says they are.
 */
export function withDeclaredClasses(entries: readonly InventoryEntry[], around: readonly FoundObject[], cluster: Cluster): readonly InventoryEntry[] {
  if (cluster.runtimeClasses.some((glob) => !sandboxes.includes(glob))) return entries;
  const plain = new Set<unknown>(around.filter(({ kind, object }) => kind === "RuntimeClass" && !isSandboxHandler(asText(object["handler"]) ?? "")).map(({ name }) => name));
  const withoutSandboxes = { ...cluster, runtimeClasses: [] };
  return entries.map((entry) => {
    const { holder, podContainer } = entry;
    const isPlain = plain.has(fieldAt(holder.podSpec?.value, ["runtimeClassName"]));
    return isPlain ? { ...entry, ...resolvePosture(holder, podContainer, withoutSandboxes) } : entry;
  });
}
