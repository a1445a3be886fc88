// Classes that promise a sandbox and are none: the object of the class, where the repository holds it, has the last word.

import picomatch from "picomatch";
import { sandboxes, type Cluster } from "./cluster.ts";
import { asText, fieldAt } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";
import { resolvePosture } from "./posture.ts";
import type { FoundObject } from "./workload.ts";

const isKnown = picomatch([...sandboxes], { dot: true });

/** Whether a class of that name is taken for a sandbox when nobody says what it is. */
export const promisesSandbox = (name: string): boolean => isKnown(name);

/** Whether the runtime of that name gives pods a kernel of their own. */
export const isSandboxHandler = (handler: string): boolean => isKnown(handler);

/**
 * The containers of one side, those in a class that `around` declares with the handler of no sandbox as they run then. Classes that the
 * configuration lists by names of its own are what it says they are.
 */
export function withDeclaredClasses(entries: readonly InventoryEntry[], around: readonly FoundObject[], cluster: Cluster): readonly InventoryEntry[] {
  const plain = new Set(around.flatMap(({ group, kind, name, object }) => (group === "node.k8s.io" && kind === "RuntimeClass" && promisesSandbox(name) && !isSandboxHandler(asText(object["handler"]) ?? "") ? [name] : [])));
  if (plain.size === 0 || cluster.runtimeClasses.some((glob) => !sandboxes.includes(glob))) return entries;
  const withoutSandboxes = { ...cluster, runtimeClasses: [] };
  return entries.map((entry) => {
    const { holder, containerPath, posture } = entry;
    const [wanted, container] = [asText(fieldAt(holder.podSpec?.value, ["runtimeClassName"])), holder.containers.find(({ path }) => path === containerPath)];
    if (posture.effective !== "Sandboxed" || wanted === null || container === undefined || !plain.has(wanted)) return entry;
    return { ...entry, ...resolvePosture(holder, container, withoutSandboxes) };
  });
}
