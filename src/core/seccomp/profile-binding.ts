// Bindings of the Security Profiles Operator, which change profiles when pods are created.
// kubernetes-sigs/security-profiles-operator: internal/pkg/webhooks/binding/binding.go, api/profilebinding.

import { asText, fieldAt } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { OPERATOR_GROUP } from "./profile-index.ts";

/** What a binding does to a container, in words; null when none concerns it. A binding of one image overwrites, one of all images fills in. */
export function describeBinding(around: readonly FoundObject[], namespace: string | null, image: string | null, isUnset: boolean): string | null {
  for (const { group, kind, namespace: own, name, object } of around) {
    if (group !== OPERATOR_GROUP || kind !== "ProfileBinding") continue;
    if (fieldAt(object, ["spec", "profileRef", "kind"]) !== "SeccompProfile" || (own !== null && own !== namespace)) continue;
    const bound = asText(fieldAt(object, ["spec", "image"]));
    const profile = asText(fieldAt(object, ["spec", "profileRef", "name"])) ?? "";
    const words = `the ProfileBinding \`${name}\` puts SeccompProfile \`${profile}\``;
    if (bound !== null && bound === image) return `${words} in its place where the operator's webhook sees the pod`;
    if (bound === "*" && isUnset) return `${words} on it where the operator's webhook sees the pod`;
  }
  return null;
}
