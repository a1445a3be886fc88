// Protections in words, the same in both rules.

import { describeWorkload } from "../wording.ts";
import type { Turn } from "./fact.ts";
import { guardedAs } from "./guarded-as.ts";
import type { Guard } from "./pair-guards.ts";

/** `` `seccompDefault` of KubeletConfiguration `kubelet` ``. */
export function describeGuard({ object, fact }: Pick<Guard, "object" | "fact">): string {
  return `${fact.what} of ${describeWorkload(guardedAs(object))}`;
}

/** What became of it, for the end of a sentence. */
export function describeTurn(turn: Turn): string {
  return turn.kind === "weaker" ? turn.ways.join(", and ") : "changed in a way that cannot be compared: it may be weaker than before";
}

/** How many of the containers looked at: `2 of the 3 containers looked at`, `all 3 …`, `none of the 3 …`, `the only container looked at`, and how many targets were not. */
export function countDependents({ count, lookedAt, unseen }: Guard["dependents"]): string {
  const blind = unseen === 0 ? "" : ` (${unseen} target${unseen === 1 ? "" : "s"} could not be)`;
  const all = `${lookedAt} container${lookedAt === 1 ? "" : "s"} looked at${blind}`;
  if (count === 0) return `none of the ${all}`;
  if (count < lookedAt) return `${count} of the ${all}`;
  return lookedAt === 1 ? `the only container looked at${blind}` : `all ${all}`;
}

/** The verb for as many: of none and of one, and of several. */
export function verbFor({ count }: Guard["dependents"], one: string, many: string): string {
  return count <= 1 ? one : many;
}
