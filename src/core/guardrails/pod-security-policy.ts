// PodSecurityPolicies, which clusters before 1.25 know: the profile for pods that set none, and what else is allowed.
// kubernetes/kubernetes (v1.24): pkg/security/podsecuritypolicy/seccomp/strategy.go.

import { asText, fieldAt } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { show } from "./spell.ts";

const PREFIX = "seccomp.security.alpha.kubernetes.io/";
const doubt = "only clusters before Kubernetes 1.25 know PodSecurityPolicies";

/** The default profile of a policy, and the list of allowed ones. */
export function podSecurityPolicy({ group, kind, object }: FoundObject): readonly Fact[] {
  if ((group !== "policy" && group !== "extensions") || kind !== "PodSecurityPolicy") return [];
  const annotations = fieldAt(object, ["metadata", "annotations"]);
  const byDefault = asText(fieldAt(annotations, [`${PREFIX}defaultProfileName`]));
  const allowed = asText(fieldAt(annotations, [`${PREFIX}allowedProfileNames`]));
  const at = (name: string) => ({ what: `annotation \`${PREFIX}${name}\``, path: ["metadata", "annotations", `${PREFIX}${name}`], aspect: name, doubt });
  return [
    {
      ...plainFact,
      ...at("defaultProfileName"),
      rule: "cluster-default-weakened",
      strength: byDefault === null || byDefault === "unconfined" ? 0 : 2,
      says: byDefault === null ? "not set" : show(byDefault),
      remedy: `Put the annotation back: \`${PREFIX}defaultProfileName: runtime/default\`.`,
      reach: { kind: "unset" },
    },
    {
      ...plainFact,
      ...at("allowedProfileNames"),
      rule: "guardrail-weakened",
      strength: 1,
      says: allowed === null ? "not set" : show(allowed),
      lets: (allowed ?? "").split(",").flatMap((name) => (name.trim() === "*" || name.trim() === "unconfined" ? [`profile ${show(name)}`] : [])),
      isMissed: false, // its end is told by the default's
      remedy: `Take the profile out of \`${PREFIX}allowedProfileNames\` again.`,
      reach: { kind: "all" },
    },
  ];
}
