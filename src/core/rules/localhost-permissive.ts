import { defineRule } from "../rule.ts";
import { newFlaws, usedProfile } from "../seccomp/profile-flaws.ts";
import { decidedAt, describeEntry, describePosture } from "../wording.ts";

export const localhostPermissive = defineRule({
  id: "localhost-permissive",
  subject: "container",
  severity: "error",
  summary: "The content of a Localhost profile is Unconfined in all but name, or goes against what makes a profile a good one",
  judge({ base, head, basis }) {
    if (head === null || basis === "unread") return null;
    const used = usedProfile(head.seccomp);
    const before = base === null ? null : usedProfile(base.seccomp);
    // Judged where it is new to the container: the same content under another name is not.
    if (used === null || before?.identity === used.identity) return null;
    const flaws = newFlaws(base, head);
    const [worst] = flaws;
    if (worst === undefined) return null;
    const same = base?.posture.localhostProfile === head.posture.localhostProfile;
    const wasOpen = base?.posture.effective === "Unconfined";
    const past = base === null ? (basis === "none" ? "runs" : "is new and runs") : same ? "still runs" : `ran under ${describePosture(base.posture)}${decidedAt(base.posture)} and now runs`;
    return {
      message: `${describeEntry(head)} ${past} under ${describePosture(head.posture)}, whose profile in ${used.place} ${flaws.map(({ words }) => words).join("; it ")}`,
      remedy: worst.remedy,
      // What confined nothing before cannot have got worse.
      severity: wasOpen ? "note" : worst.severity,
      files: same ? used.paths : [],
    };
  },
});
