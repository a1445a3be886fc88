// What the Security Profiles Operator puts on pods when they are created, by their image.
// kubernetes-sigs/security-profiles-operator: internal/pkg/webhooks/binding/binding.go, api/profilebinding.

import { asText, fieldAt } from "../field.ts";
import { OPERATOR_GROUP } from "../seccomp/profile-index.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { takenAway } from "./harmful-mutations.ts";
import type { PolicyContext } from "./policy-context.ts";
import { show, spell } from "./spell.ts";

const inEffect = "it is in effect in namespaces with the label `spo.x-k8s.io/enable-binding`";

/** A binding gives a profile, or takes the one that pods have by giving one that confines nothing. */
export function profileBindings({ group, kind, namespace, object }: FoundObject, _base: PolicyContext, _head: PolicyContext, { openProfiles }: PolicyContext): readonly Fact[] {
  const spec = object["spec"];
  if (group !== OPERATOR_GROUP || kind !== "ProfileBinding" || fieldAt(spec, ["profileRef", "kind"]) !== "SeccompProfile") return [];
  const own = namespace ?? "default";
  const [profile, image] = [asText(fieldAt(spec, ["profileRef", "name"])) ?? "", asText(fieldAt(spec, ["image"])) ?? ""];
  const isOpen = openProfiles.has(`${own}/${profile}`) || openProfiles.has(profile);
  const common = { ...plainFact, rule: "guardrail-weakened", doubt: inEffect, reach: { kind: "namespace", namespace: own } } as const;
  const given: Fact = {
    ...common,
    aspect: "binding",
    what: "the bound profile",
    strength: isOpen ? 0 : 2,
    says: `SeccompProfile ${show(profile)}`,
    detail: spell([profile, image, fieldAt(spec, ["podSelector"])]),
    absence: "gone",
    remedy: "Put the binding back, or set the profile in the pods that relied on it.",
    path: ["spec", "profileRef", "name"],
    toldBy: takenAway("it"),
  };
  if (!isOpen) return [given];
  const where = image === "*" ? "on pods that set none" : `on containers of image ${show(image)}, whatever they set themselves`;
  const taken: Fact = {
    ...common,
    aspect: takenAway("it"),
    what: "the bound profile",
    strength: 0,
    otherwise: 1,
    says: `SeccompProfile ${show(profile)}, Unconfined in all but name, ${where}`,
    absence: "another or none",
    // A binding of one image overwrites what the containers set themselves; one of all images fills in.
    severity: image === "*" ? null : "error",
    remedy: "Remove the binding, or bind a profile that denies by default (`defaultAction: SCMP_ACT_ERRNO`).",
    path: ["spec", "profileRef", "name"],
  };
  return [given, taken];
}
