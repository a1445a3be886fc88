// What the rules about containers that set nothing share: what that means on the cluster.

import { UNCONFIGURED } from "./cluster.ts";
import type { Posture } from "./posture.ts";
import type { Judgement } from "./rule.ts";
import { strength } from "./strength.ts";

/** What an unset profile comes to, as a clause, and how grave that is beside what was before (null: nothing was). */
export interface UnsetMeaning {
  readonly consequence: string;
  readonly severity: Pick<Judgement, "severity">;
}

/** Unconfined is as grave as the rule says; confined by the cluster is a note, or a warning where it was confined more. */
export function whatUnsetMeans(was: Posture | null, { effective, assumption }: Posture): UnsetMeaning {
  const as = assumption ?? "";
  if (effective === "Unconfined") {
    if (assumption === UNCONFIGURED) return { consequence: "it runs Unconfined unless the kubelet sets `seccompDefault`", severity: {} };
    // Whoever may not set a profile and removes one mends what could not run.
    return { consequence: `it runs Unconfined, as ${as}`, severity: was?.effective === "Rejected" && was.profile !== "Invalid" ? { severity: "warning" } : {} };
  }
  const under = effective === "Sandboxed" ? "in a sandbox" : `under ${effective}`;
  const before = was === null ? null : strength[was.effective];
  if (before === null) return { consequence: `it runs ${under}, as ${as}; on a vanilla cluster it would run Unconfined`, severity: { severity: "note" } };
  if (before > (strength[effective] ?? 0)) return { consequence: `it runs ${under}, as ${as}; on a vanilla cluster it would run Unconfined`, severity: { severity: "warning" } };
  return { consequence: `nothing changes here, as ${as}; on a vanilla cluster this container loses its profile`, severity: { severity: "note" } };
}
