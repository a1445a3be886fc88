import { defineRule } from "../rule.ts";
import { whatUnsetMeans } from "../unset.ts";
import { describeEntry, describePosture } from "../wording.ts";
import { fieldPath } from "../workload.ts";

export const addedWithoutProfile = defineRule({
  id: "added-without-profile",
  subject: "container",
  severity: "error",
  summary: "A container came into being to which no field gives a seccomp profile",
  judge({ base, head, baseUnknown }) {
    if (head === null || baseUnknown || head.posture.profile !== "Unset") return null;
    // What the API refused, or what had no seccomp to lose, comes into being now.
    if (base !== null && base.posture.profile !== "Invalid" && base.posture.profile !== "NotApplicable") return null;
    const { consequence, severity } = whatUnsetMeans(head.posture);
    const history = base === null ? "is new" : `had ${describePosture(base.posture)}`;
    const pod = fieldPath(head.containerPath.slice(0, -2));
    return {
      message: `${describeEntry(head)} ${history} and no field gives it a seccomp profile: ${consequence}`,
      remedy: `At \`${pod}.securityContext\` write \`seccompProfile: { type: RuntimeDefault }\`.`,
      ...severity,
    };
  },
});
