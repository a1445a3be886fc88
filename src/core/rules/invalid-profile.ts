import { defineRule } from "../rule.ts";
import { describeEntry } from "../wording.ts";

export const invalidProfile = defineRule({
  id: "invalid-profile",
  subject: "container",
  severity: "error",
  summary: "A seccomp profile is written in a way that the API server or the kubelet refuses",
  judge({ base, head, basis }) {
    if (head === null || basis === "unread" || head.posture.profile !== "Invalid") return null;
    if (base?.posture.profile === "Invalid" && base.posture.reason === head.posture.reason) return null;
    const field = `\`${head.posture.decidedBy ?? ""}\``;
    return {
      message: `${describeEntry(head)} has an invalid profile at ${field}: ${head.posture.reason ?? ""}`,
      remedy: `At ${field} write \`type: RuntimeDefault\`, or \`type: Localhost\` with a \`localhostProfile\` relative to the kubelet's seccomp folder.`,
    };
  },
});
