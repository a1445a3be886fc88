// What the two rules about containers that ask to be open share.

import type { Posture } from "./posture.ts";
import type { Judgement } from "./rule.ts";

/** Whether a container that asks for Unconfined or for privileges did not do so before, or was held back then and is not now. */
export function becameOpen(was: Posture | null, now: Posture): boolean {
  return was?.profile !== "Unconfined" || (was.effective !== "Unconfined" && now.effective === "Unconfined");
}

/** A sandbox keeps the node's kernel out of reach: a note. */
export function severityOfOpen({ effective }: Posture): Pick<Judgement, "severity"> {
  return effective === "Sandboxed" ? { severity: "note" } : {};
}
