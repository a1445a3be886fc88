import { baseFieldOnHead } from "../diff.ts";
import { fieldPath } from "../field.ts";
import { defineRule } from "../rule.ts";
import { whatBinds, whatOpens } from "../seccomp/describe-calls.ts";
import { whatUnsetMeans } from "../unset.ts";
import { strength } from "../strength.ts";
import { describeEntry, history, profileAt } from "../wording.ts";

export const profileRemoved = defineRule({
  id: "profile-removed",
  subject: "container",
  severity: "error",
  summary: "A container had a seccomp profile and now sets nothing",
  judge(pair) {
    const { base, head } = pair;
    if (base === null || head === null || head.posture.profile !== "Unset") return null;
    const was = base.posture;
    const { consequence, severity } = whatUnsetMeans(was, head.posture);
    if (was.profile !== "RuntimeDefault" && was.profile !== "Localhost") {
      // Nothing of the profile is gone, but what confined it: a sandbox, or a namespace whose nodes do.
      if ((strength[was.effective] ?? 0) === 0 || head.posture.effective !== "Unconfined") return null;
      return {
        message: `${describeEntry(head)} ${history(pair)}sets no profile: ${consequence}`,
        remedy: head.posture.advice ?? `At \`${fieldPath(head.profilePlace)}\` write \`seccompProfile: { type: RuntimeDefault }\`.`,
        ...severity,
      };
    }
    const field = baseFieldOnHead(pair);
    // Without a field it was the kind's own controller that confined it.
    const back = field === null ? `\`${fieldPath(head.profilePlace)}\` write \`seccompProfile: { type: ${was.profile} }\`` : `\`${fieldPath(field)}\` write ${profileAt(was.cause, was.profile, was.localhostProfile)}`;
    return {
      message: `${describeEntry(head)} ${history(pair)}sets no profile: ${consequence}${whatOpens(pair)}${whatBinds(pair)}`,
      remedy: head.posture.advice ?? `Put the profile back: at ${back}.`,
      ...severity,
    };
  },
});
