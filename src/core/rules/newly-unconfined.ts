import { defineRule } from "../rule.ts";
import { describeEntry, history } from "../wording.ts";

export const newlyUnconfined = defineRule({
  id: "newly-unconfined",
  subject: "container",
  severity: "error",
  summary: "A container now asks to run Unconfined: every system call of the node's kernel is open to it",
  judge(pair) {
    const { base, head, basis } = pair;
    if (head === null || basis === "unread") return null;
    if (head.posture.profile !== "Unconfined" || head.posture.cause === "privileged") return null;
    if (base?.posture.profile === "Unconfined") return null;
    const field = `\`${head.posture.decidedBy ?? ""}\``;
    return {
      message: `${describeEntry(head)} ${history(pair)}runs Unconfined, by ${field}`,
      remedy: `At ${field} write \`type: RuntimeDefault\`, or remove the field if a profile is set above it.`,
    };
  },
});
