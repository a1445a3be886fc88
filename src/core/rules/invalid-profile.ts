import type { Pair } from "../diff.ts";
import type { InventoryEntry } from "../inventory.ts";
import { defineRule, type Judgement } from "../rule.ts";
import type { KnownProfile } from "../seccomp/profile-index.ts";
import { describeEntry, describePosture, history } from "../wording.ts";

/** A profile that is well written, but that the declared cluster does not let pods set. To ask for Unconfined has a rule of its own. */
function judgeRefused(pair: Pair): Judgement | null {
  const { base, head } = pair;
  if (head === null || head.posture.effective !== "Rejected" || head.posture.profile === "Unconfined") return null;
  const { assumption, advice, decidedBy } = head.posture;
  if (base?.posture.effective === "Rejected" && base.posture.assumption === assumption) return null;
  return {
    message: `${describeEntry(head)} ${history(pair)}asks for ${describePosture(head.posture)} (\`${decidedBy ?? ""}\`), but ${assumption ?? ""}`,
    remedy: advice ?? `At \`${decidedBy ?? ""}\` write \`type: RuntimeDefault\`.`,
    severity: "warning",
  };
}

/** The profile of a Localhost container that was found and cannot be read. */
function brokenProfile(entry: InventoryEntry | null): KnownProfile | null {
  const lookup = entry?.seccomp?.localhost?.lookup;
  return lookup?.kind === "found" && lookup.profile.content.faults.length > 0 ? lookup.profile : null;
}

function judgeContent(base: InventoryEntry | null, head: InventoryEntry): Judgement | null {
  const broken = brokenProfile(head);
  if (broken === null || brokenProfile(base)?.identity === broken.identity) return null;
  const { faults } = broken.content;
  const more = faults.length > 3 ? ` and ${faults.length - 3} more` : "";
  return {
    message: `${describeEntry(head)} runs under ${describePosture(head.posture)}, whose profile in ${broken.place} the runtime refuses, so that the container does not start: ${faults.slice(0, 3).join(", ")}${more}`,
    remedy: `Correct ${broken.place} as the OCI runtime specification has it.`,
    files: broken.paths,
  };
}

export const invalidProfile = defineRule({
  id: "invalid-profile",
  subject: "container",
  severity: "error",
  summary: "A seccomp profile is written in a way that the API server, the kubelet or the runtime refuses",
  judge(pair) {
    const { base, head, basis } = pair;
    if (head === null || basis === "unread") return null;
    if (head.posture.profile !== "Invalid") return judgeRefused(pair) ?? judgeContent(base, head);
    const { reason, advice, assumption, decidedBy } = head.posture;
    const before = base?.posture.profile === "Invalid" && base.posture.reason === reason ? base.posture : null;
    if (before !== null && pair.change !== "weakened") return null;
    const field = `\`${decidedBy ?? ""}\``;
    // Where it is not the profile that is wrong, something beside it is.
    const what = advice === null ? `has an invalid profile at ${field}` : `is refused for ${field}`;
    const onCluster = assumption === null ? "" : `; ${assumption}`;
    const worse = before === null ? "" : `; it asked for ${before.asks ?? ""} and asks for ${head.posture.asks ?? ""} now, which would count where the container gets to the cluster in another way`;
    return {
      message: `${describeEntry(head)} ${what}: ${reason ?? ""}${worse}${onCluster}`,
      remedy: advice ?? `At ${field} write \`type: RuntimeDefault\`, or \`type: Localhost\` with a \`localhostProfile\` relative to the kubelet's seccomp folder.`,
    };
  },
});
