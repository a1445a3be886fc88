import { fieldPath } from "../field.ts";
import type { InventoryEntry } from "../inventory.ts";
import type { Ignored } from "../posture.ts";
import { CONTAINER_ANNOTATION, MISSPELT_ANNOTATION } from "../seccomp-annotation.ts";
import { defineRule } from "../rule.ts";
import { showValue } from "../show-value.ts";
import { describeEntry, describePosture } from "../wording.ts";

/** The field that says what the annotation wants to say: of the container for one that names a container, else of the pod. */
function fieldInstead({ profilePlace, podContainer }: InventoryEntry, annotation: Ignored): string {
  const key = String(annotation.field.at(-1));
  const isContainers = key.startsWith(CONTAINER_ANNOTATION) || key.startsWith(MISSPELT_ANNOTATION);
  return fieldPath(isContainers ? [...podContainer.path, "securityContext"] : profilePlace);
}

/** The profile that the annotation means, as fields. */
function fieldsFor({ localhostProfile }: Ignored): string {
  return localhostProfile === null || localhostProfile === "" ? "type: RuntimeDefault" : `type: Localhost, localhostProfile: ${showValue(localhostProfile)}`;
}

export const deadAnnotation = defineRule({
  id: "dead-annotation",
  subject: "container",
  severity: "warning",
  summary: "A container relies on a seccomp annotation that Kubernetes does not read",
  judge({ base, head, basis }) {
    if (head === null || basis === "unread") return null;
    const { ignored } = head.posture;
    if (ignored === null) return null;
    const before = base?.posture.ignored ?? null;
    if (before !== null && before.value === ignored.value && before.field.at(-1) === ignored.field.at(-1)) return null;
    const instead = fieldInstead(head, ignored);
    const runs = head.posture.profile === "Unset" ? "no field gives it a profile" : `it runs under ${describePosture(head.posture)}`;
    return {
      message: `${describeEntry(head)} has the annotation \`${fieldPath(ignored.field)}: ${ignored.value}\`, and ${ignored.why}: ${runs}`,
      remedy: `Remove the annotation${ignored.profile === "Unconfined" ? "" : `, and at \`${instead}\` write \`seccompProfile: { ${fieldsFor(ignored)} }\``}.`,
      beside: { field: ignored.field },
    };
  },
});
