import { becameOpen, severityOfOpen } from "../open.ts";
import { defineRule } from "../rule.ts";
import { whatOpens } from "../seccomp/describe-calls.ts";
import { describeEntry, history } from "../wording.ts";

export const newlyPrivileged = defineRule({
  id: "newly-privileged",
  subject: "container",
  severity: "error",
  summary: "A container is now privileged: the runtime drops any seccomp profile, whatever else is set",
  judge(pair) {
    const { base, head, basis } = pair;
    if (head === null || basis === "unread") return null;
    if (head.posture.cause !== "privileged") return null;
    if (!becameOpen(base?.posture ?? null, head.posture)) return null;
    const field = `\`${head.posture.decidedBy ?? ""}\``;
    const { effective, assumption } = head.posture;
    const runs = effective === "Sandboxed" ? `nothing of the node's kernel opens, as ${assumption ?? ""}` : "it runs Unconfined";
    return {
      message: `${describeEntry(head)} ${history(pair)}is privileged (${field}), which drops any seccomp profile: ${runs}${whatOpens(pair)}`,
      remedy: `At ${field} write \`privileged: false\` and add the capabilities it needs under \`capabilities.add\`.`,
      ...severityOfOpen(head.posture),
    };
  },
});
