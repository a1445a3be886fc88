import { defineRule } from "../rule.ts";
import { describeEntry, wasOrNew } from "../wording.ts";

export const newlyUnconfined = defineRule({
  id: "newly-unconfined",
  subject: "container",
  severity: "error",
  summary: "A container now asks to run Unconfined: every system call of the node's kernel is open to it",
  judge({ base, head, baseUnknown }) {
    if (head === null || baseUnknown) return null;
    if (head.posture.profile !== "Unconfined" || head.posture.cause === "privileged") return null;
    if (base?.posture.profile === "Unconfined") return null;
    const field = `\`${head.posture.decidedBy ?? ""}\``;
    return {
      message: `${describeEntry(head)} ${wasOrNew(base)} and now runs Unconfined, by ${field}`,
      remedy: `At ${field} write \`type: RuntimeDefault\`, or remove the field if a profile is set above it.`,
    };
  },
});
