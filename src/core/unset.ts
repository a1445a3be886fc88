// What the two rules about containers that set nothing share: what that means on the cluster.

import type { Posture } from "./posture.ts";
import type { Judgement } from "./rule.ts";

/** What an unset profile comes to; a note where the cluster confines such containers by itself. */
export function whatUnsetMeans(posture: Posture): { readonly consequence: string; readonly severity: Pick<Judgement, "severity"> } {
  return posture.effective === "Unconfined"
    ? { consequence: "it runs Unconfined unless the kubelet sets `seccompDefault`", severity: {} }
    : { consequence: `the configured cluster runs it under ${posture.effective} by default`, severity: { severity: "note" } };
}
