import { baseFieldOnHead } from "../diff.ts";
import { fieldPath } from "../field.ts";
import { defineRule } from "../rule.ts";
import { whatUnsetMeans } from "../unset.ts";
import { decidedAt, describeEntry, describePosture } from "../wording.ts";

export const profileRemoved = defineRule({
  id: "profile-removed",
  subject: "container",
  severity: "error",
  summary: "A container had a seccomp profile and now sets nothing",
  judge(pair) {
    const { base, head } = pair;
    if (base === null || head === null || head.posture.profile !== "Unset") return null;
    const was = base.posture;
    if (was.profile !== "RuntimeDefault" && was.profile !== "Localhost") return null;
    const { consequence, severity } = whatUnsetMeans(head.posture);
    const localhost = was.localhostProfile === null ? "" : ` with \`localhostProfile: ${was.localhostProfile}\``;
    return {
      message: `${describeEntry(head)} ran under ${describePosture(was)}${decidedAt(was)} and now sets no profile: ${consequence}`,
      remedy: `Put the profile back: at \`${fieldPath(baseFieldOnHead(pair) ?? [])}\` write \`type: ${was.profile}\`${localhost}.`,
      ...severity,
    };
  },
});
