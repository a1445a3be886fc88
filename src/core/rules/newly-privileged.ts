import { defineRule } from "../rule.ts";
import { describeEntry, wasOrNew } from "../wording.ts";

export const newlyPrivileged = defineRule({
  id: "newly-privileged",
  subject: "container",
  severity: "error",
  summary: "A container is now privileged: the runtime drops any seccomp profile, whatever else is set",
  judge({ base, head, baseUnknown }) {
    if (head === null || baseUnknown) return null;
    if (head.posture.cause !== "privileged") return null;
    if (base?.posture.profile === "Unconfined") return null;
    const field = `\`${head.posture.decidedBy ?? ""}\``;
    return {
      message: `${describeEntry(head)} ${wasOrNew(base)} and is now privileged (${field}), which drops any seccomp profile: it runs Unconfined`,
      remedy: `At ${field} write \`privileged: false\` and add the capabilities it needs under \`capabilities.add\`.`,
    };
  },
});
