import { fieldPath } from "../field.ts";
import type { InventoryEntry } from "../inventory.ts";
import { rankOf, type Refusal } from "../pod-security.ts";
import { defineRule } from "../rule.ts";
import { showValue } from "../show-value.ts";
import { describeEntry } from "../wording.ts";

/** What admission objects to, as what the container does. */
function offence({ ofPod, field, value }: Refusal): string {
  if (value === null) return "sets no seccomp profile";
  return `${ofPod ? "is in a pod that has" : "has"} \`${showValue(value)}\` at \`${fieldPath(field)}\``;
}

function consequence({ workload }: InventoryEntry, mode: Refusal["mode"]): string {
  if (mode === "warn") return "the API server warns whoever applies it";
  return workload.kind === "Pod" ? "the API server will reject the pod" : "the API server will reject the pods";
}

/** What to write instead: an annotation where the standards are so old that they read nothing else. */
function remedyFor({ value, field, level }: Refusal, namespace: string): string {
  const lower = `if the pod cannot have one, lower the level of namespace \`${namespace}\` on purpose`;
  const at = `\`${fieldPath(field)}\``;
  if (field.at(-2) === "annotations") return `Write \`runtime/default\` there, or raise the version of the namespace's standards, since Kubernetes ignores the annotation; ${lower}.`;
  if (value !== null) return `At ${at} write \`type: RuntimeDefault\`${level === "baseline" ? ", or remove the field" : ""}; ${lower}.`;
  return `At ${at} write \`securityContext: {seccompProfile: {type: RuntimeDefault}}\`, or set it for the whole pod; ${lower}.`;
}

export const admissionRejects = defineRule({
  id: "admission-rejects",
  subject: "container",
  severity: "warning",
  summary: "The Pod Security level of a namespace now rejects a pod for its seccomp profile, or warns about it",
  judge({ base, head, basis }) {
    const refusal = head?.podSecurity?.refusal;
    if (!head || !refusal || basis === "unread" || rankOf(refusal) <= rankOf(base?.podSecurity?.refusal)) return null;
    // Where the API server does not take the object at all, admission is not asked, and that is said already.
    if (head.posture.profile === "Invalid") return null;
    const namespace = head.workload.namespace ?? "";
    const { mode, level, version } = refusal;
    return {
      message: `${describeEntry(head)} ${offence(refusal)}, which Pod Security forbids in namespace \`${namespace}\` (${mode}: ${level}, ${version}): ${consequence(head, mode)}`,
      remedy: remedyFor(refusal, namespace),
      // The container is as it was: what asks for more is what changed.
      ...(base !== null && base.posture.profile === head.posture.profile && base.posture.effective === head.posture.effective ? { askedBy: { objects: refusal.askedBy, label: `pod-security.kubernetes.io/${mode}` } } : {}),
      beside: { field: refusal.value === null ? null : refusal.field },
    };
  },
});
