import { UNCONFIGURED } from "../cluster.ts";
import type { Posture } from "../posture.ts";
import { defineRule } from "../rule.ts";
import { becameOpen, severityOfOpen } from "../open.ts";
import { whatBinds, whatOpens } from "../seccomp/describe-calls.ts";
import { describeEntry, history, profileAt } from "../wording.ts";

/** What to ask for Unconfined comes to, behind the name of the container and its history. */
function whatItComesTo(was: Posture | null, { effective, assumption, decidedBy }: Posture): string {
  const field = `\`${decidedBy ?? ""}\``;
  if (effective === "Sandboxed") return `asks to run Unconfined, by ${field}: nothing of the node's kernel opens, as ${assumption ?? ""}`;
  if (effective === "Rejected") return `asks to run Unconfined, by ${field}, though ${assumption ?? ""}`;
  const open = `runs Unconfined, by ${field}`;
  if (was?.profile !== "Unset" || was.effective !== "Unconfined") return open;
  if (was.assumption === UNCONFIGURED) return `${open}, even where the kubelet sets \`seccompDefault\``;
  return `${open}: nothing changes here, as ${was.assumption ?? ""}, but the field defeats \`seccompDefault\` and Pod Security's baseline`;
}

export const newlyUnconfined = defineRule({
  id: "newly-unconfined",
  subject: "container",
  severity: "error",
  summary: "A container now asks to run Unconfined: every system call of the node's kernel is open to it",
  judge(pair) {
    const { base, head, basis } = pair;
    if (head === null || basis === "unread") return null;
    if (head.posture.profile !== "Unconfined" || head.posture.cause === "privileged") return null;
    if (!becameOpen(base?.posture ?? null, head.posture)) return null;
    const field = `\`${head.posture.decidedBy ?? ""}\``;
    return {
      message: `${describeEntry(head)} ${history(pair)}${whatItComesTo(base?.posture ?? null, head.posture)}${whatOpens(pair)}${whatBinds(pair)}`,
      remedy: head.posture.advice ?? `At ${field} write ${profileAt(head.posture.cause, "RuntimeDefault", null)}, or remove the field if a profile is set above it.`,
      ...severityOfOpen(head.posture),
    };
  },
});
