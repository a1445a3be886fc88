import { defineRule } from "../rule.ts";
import { whatBinds } from "../seccomp/describe-calls.ts";
import { whatUnsetMeans } from "../unset.ts";
import { describeEntry, history } from "../wording.ts";
import { fieldPath } from "../field.ts";

export const addedWithoutProfile = defineRule({
  id: "added-without-profile",
  subject: "container",
  severity: "error",
  summary: "A container came into being to which no field gives a seccomp profile",
  judge(pair) {
    const { base, head, basis } = pair;
    if (head === null || basis === "unread" || head.posture.profile !== "Unset") return null;
    // What the API refused, or what had no seccomp to lose, comes into being now.
    if (base !== null && base.posture.profile !== "Invalid" && base.posture.profile !== "NotApplicable") return null;
    const { consequence, severity } = whatUnsetMeans(null, head.posture);
    return {
      message: `${describeEntry(head)} ${history(pair)}has no seccomp profile, as no field gives it one: ${consequence}${whatBinds(pair)}`,
      remedy: head.posture.advice ?? `At \`${fieldPath(head.profilePlace)}\` write \`seccompProfile: { type: RuntimeDefault }\`.`,
      ...severity,
    };
  },
});
