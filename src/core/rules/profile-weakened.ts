import type { InventoryEntry } from "../inventory.ts";
import type { Pair } from "../diff.ts";
import { pathIn } from "../pod.ts";
import { defineRule, type Judgement } from "../rule.ts";
import { addedCapabilities } from "../seccomp/capabilities.ts";
import { compareCalls, type CallChange } from "../seccomp/compare-calls.ts";
import { countCalls, describeCalls, listed, whatBinds } from "../seccomp/describe-calls.ts";
import { notableAmong } from "../seccomp/notable-calls.ts";
import { newFlaws, usedProfile } from "../seccomp/profile-flaws.ts";
import { decidedAt, describeEntry, describePosture, history } from "../wording.ts";

const isConfined = ({ posture }: InventoryEntry): boolean => posture.effective === "RuntimeDefault" || posture.effective === "Localhost";

/** From RuntimeDefault to a profile of one's own that is tighter as a whole, and open where attackers come through. */
function judgeOpenings(base: InventoryEntry, head: InventoryEntry, { gained, lost, refined }: CallChange): Judgement | null {
  const used = usedProfile(head.seccomp);
  if (used === null || notableAmong(gained).length === 0) return null;
  // What opens by a mistake of the dialect is said with the mistake.
  if (newFlaws(base, head).some(({ kind }) => kind === "dialect")) return null;
  return {
    message: `${describeEntry(head)} ran under RuntimeDefault${decidedAt(base.posture)} and now runs under ${describePosture(head.posture)}${decidedAt(head.posture)}, which closes ${countCalls(lost.length)} and opens ${describeCalls(gained, refined)}`,
    remedy: `In ${used.place} take out of \`syscalls\` what the application does not need: RuntimeDefault blocks ${gained.length === 1 ? "it" : "them"}.`,
    severity: "note",
  };
}

/** From one confined posture to another that lets more through. */
function judgeProfiles(base: InventoryEntry, head: InventoryEntry): Judgement | null {
  const [before, after] = [base.seccomp?.calls ?? null, head.seccomp?.calls ?? null];
  const from = `ran under ${describePosture(base.posture)}${decidedAt(base.posture)}`;
  const back = `Go back to ${describePosture(base.posture)}, or have the new profile allow no more than the application needs.`;
  if (before === null || after === null) {
    // A profile of one's own is tighter than RuntimeDefault unless its content says otherwise.
    if (base.posture.effective !== "Localhost" || head.posture.effective !== "RuntimeDefault") return null;
    return { message: `${describeEntry(head)} ${from}, a profile of its own whose content is not known here, and now runs under RuntimeDefault${decidedAt(head.posture)}${whatBinds({ head })}`, remedy: back };
  }
  const { gained, lost, refined } = compareCalls(before, after);
  const bothOwn = base.posture.effective === "Localhost" && head.posture.effective === "Localhost";
  if (gained.length === 0) return null;
  if (!bothOwn && gained.length <= lost.length) return judgeOpenings(base, head, { gained, lost, refined });
  const closes = lost.length === 0 ? "" : `; it closes ${lost.length}`;
  const opened = `${describeCalls(gained, refined)}${whatBinds({ head })}`;
  const used = usedProfile(head.seccomp);
  const was = usedProfile(base.seccomp);
  if (bothOwn && base.posture.localhostProfile === head.posture.localhostProfile && used !== null && was !== null) {
    return {
      message: `${describeEntry(head)} runs under ${describePosture(head.posture)}, whose profile in ${used.place} allows more now: it opens ${opened}${closes}`,
      remedy: `In ${used.place} allow only what the application needs; what is opened here can be closed by taking the names out of \`syscalls\`.`,
      files: used.paths,
    };
  }
  return { message: `${describeEntry(head)} ${from} and now runs under ${describePosture(head.posture)}${decidedAt(head.posture)}, which opens ${opened}`, remedy: back };
}

/** The same profile, which lets more through since capabilities were added. */
function judgeCapabilities(base: InventoryEntry, head: InventoryEntry): Judgement | null {
  const [before, after] = [base.seccomp?.calls ?? null, head.seccomp?.calls ?? null];
  if (before === null || after === null) return null;
  const had = new Set(addedCapabilities(base.podContainer.securityContext.value));
  const added = addedCapabilities(head.podContainer.securityContext.value).filter((name) => !had.has(name));
  const { gained, refined } = compareCalls(before, after);
  if (added.length === 0 || gained.length === 0) return null;
  return {
    message: `${describeEntry(head)} runs under ${describePosture(head.posture)} and now adds ${listed(added.map((name) => `\`${name}\``))} to its capabilities, for which the profile opens ${describeCalls(gained, refined)}`,
    remedy: "Add only the capabilities that the container needs, or give it a Localhost profile that stays closed.",
    severity: "note",
    at: pathIn(head.podContainer.securityContext, "capabilities"),
  };
}

/** From a kernel of its own to the node's, which a profile then guards. */
function judgeSandbox(pair: Pair, head: InventoryEntry): Judgement {
  const { posture } = head;
  const under = posture.profile === "Unset" ? `${posture.effective}, which no field asks for` : `${describePosture(posture)}${decidedAt(posture)}`;
  return {
    message: `${describeEntry(head)} ${history(pair)}runs under ${under}, on the kernel of the node`,
    remedy: "Put `runtimeClassName` back, unless the container is meant to share the node's kernel.",
  };
}

const setsProfile = ({ posture }: InventoryEntry): boolean => posture.profile === "RuntimeDefault" || posture.profile === "Localhost";

export const profileWeakened = defineRule({
  id: "profile-weakened",
  subject: "container",
  severity: "warning",
  summary: "A container is still confined, and by a profile that lets more system calls through",
  judge(pair) {
    const { base, head } = pair;
    if (base === null || head === null) return null;
    // A profile that went along with the sandbox is said by another rule.
    if (base.posture.effective === "Sandboxed" && isConfined(head) && (setsProfile(head) || !setsProfile(base))) return judgeSandbox(pair, head);
    if (!isConfined(base) || !isConfined(head) || head.posture.profile === "Unset") return null;
    if (base.posture.profile === head.posture.profile && head.posture.profile === "RuntimeDefault") return judgeCapabilities(base, head);
    // What is no profile at all is said by another rule, which counts what RuntimeDefault would block.
    const said = base.posture.effective === "RuntimeDefault" ? ["open", "audit", "deny-list"] : ["open"];
    return newFlaws(base, head).some(({ kind }) => said.includes(kind)) ? null : judgeProfiles(base, head);
  },
});
