import { baseFieldOnHead } from "../diff.ts";
import { fieldPath } from "../field.ts";
import type { InventoryEntry } from "../inventory.ts";
import { defineRule } from "../rule.ts";
import { whatBinds, whatOpens } from "../seccomp/describe-calls.ts";
import { whatUnsetMeans } from "../unset.ts";
import { strength } from "../strength.ts";
import { describeEntry, history, profileAt } from "../wording.ts";

/** Where to write what confined it before. Without a field it was the kind's own controller. */
function placeBack(base: InventoryEntry, head: InventoryEntry): string {
  const field = baseFieldOnHead({ base, head });
  const { cause, profile, localhostProfile } = base.posture;
  return field === null ? `at \`${fieldPath(head.profilePlace)}\` write \`seccompProfile: { type: ${profile} }\`` : `at \`${fieldPath(field)}\` write ${profileAt(cause, profile, localhostProfile)}`;
}

export const profileRemoved = defineRule({
  id: "profile-removed",
  subject: "container",
  severity: "error",
  summary: "A container had a seccomp profile and now sets nothing",
  judge(pair) {
    const { base, head } = pair;
    if (base === null || head === null) return null;
    const was = base.posture;
    const hadProfile = was.profile === "RuntimeDefault" || was.profile === "Localhost";
    // What its own words confined is up to others now, and what they say nobody knows here.
    if (head.posture.cause === "inherits" && hadProfile) {
      return {
        message: `${describeEntry(head)} ${history(pair)}sets no profile: it takes that of the pod that it is put into, which may have none`,
        remedy: `Put the profile back: ${placeBack(base, head)}.`,
        severity: "warning",
      };
    }
    if (head.posture.profile !== "Unset") return null;
    const { consequence, severity } = whatUnsetMeans(was, head.posture);
    if (!hadProfile) {
      // Nothing of the profile is gone, but what confined it: a sandbox, or a namespace whose nodes do.
      if ((strength[was.effective] ?? 0) === 0 || head.posture.effective !== "Unconfined") return null;
      return {
        message: `${describeEntry(head)} ${history(pair)}sets no profile: ${consequence}`,
        remedy: head.posture.advice ?? `At \`${fieldPath(head.profilePlace)}\` write \`seccompProfile: { type: RuntimeDefault }\`.`,
        ...severity,
      };
    }
    return {
      message: `${describeEntry(head)} ${history(pair)}sets no profile: ${consequence}${whatOpens(pair)}${whatBinds(pair)}`,
      remedy: head.posture.advice ?? `Put the profile back: ${placeBack(base, head)}.`,
      ...severity,
    };
  },
});
