// Policies that change pods on their way in: those that take a container's profile away.
// kyverno/kyverno: api/kyverno/v1/common_types.go (Mutation); kyverno/api: api/policies.kyverno.io/v1beta1/mutating_policy.go;
// kubernetes/api: admissionregistration/v1/types.go (MutatingAdmissionPolicy); open-policy-agent/gatekeeper: apis/mutations/v1/assign_types.go.

import { asText, fieldAt } from "../field.ts";
import type { PathSegment } from "../manifest.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact, type Reach } from "./fact.ts";
import { listOf, spell } from "./spell.ts";

/** What a mutation may do to a container, by its text: patches are texts as often as fields, and CEL is a text. */
const harms: readonly { readonly says: string; readonly matches: (text: string) => boolean }[] = [
  { says: "sets `Unconfined`", matches: (text) => /seccomp/i.test(text) && /\bunconfined\b/i.test(text) },
  { says: "sets `privileged: true`", matches: (text) => /\bprivileged\b[^A-Za-z]{0,20}(?:value\b[^A-Za-z]{0,10})?true\b/.test(text) },
  { says: "removes `seccompProfile`", matches: (text) => /\bseccompProfile\b[^A-Za-z]{0,10}null\b/.test(text) || (/\bremove\b/.test(text) && /\/(?:seccompProfile|securityContext)\b/.test(text)) },
];

/** Quotes of texts inside of texts are escaped, which is of no interest here. */
const textOf = (mutation: unknown): string => spell(mutation).replaceAll("\\", "");

const isMend = (text: string): boolean => /\b(?:RuntimeDefault|Localhost)\b/.test(text);

/** The aspect under which it is told what a part of a policy takes away. */
export const takenAway = (name: string): string => `what ${name} takes away`;

function factsOf(mutation: unknown, name: string, path: readonly PathSegment[], reach: Reach): readonly Fact[] {
  const text = textOf(mutation);
  const done = harms.filter(({ matches }) => matches(text)).map(({ says }) => says);
  if (done.length === 0) return [];
  return [
    {
      ...plainFact,
      rule: "guardrail-weakened",
      aspect: takenAway(name),
      what: name,
      strength: 0,
      otherwise: 1,
      says: `a mutation that ${done.join(" and ")}`,
      absence: "harmless or absent",
      // Who reads the old value to replace it by a profile is spoken of in the same words.
      severity: isMend(text) ? null : "error",
      doubt: isMend(text) ? "it speaks of profiles that confine, too, and what it does to which pod cannot be told" : null,
      remedy: "Remove the mutation; set a profile of its own where a container needs more system calls.",
      path,
      reach,
    },
  ];
}

const all: Reach = { kind: "all" };

/** One fact for each mutation that takes a profile away. What gives one is a protection: `mutations.ts`, `kyverno-policies.ts`. */
export function harmfulMutations({ group, kind, namespace, object }: FoundObject): readonly Fact[] {
  const spec = object["spec"];
  const reach: Reach = kind === "Policy" || kind === "NamespacedMutatingPolicy" ? { kind: "namespace", namespace: namespace ?? "default" } : all;
  if (group === "kyverno.io" && (kind === "ClusterPolicy" || kind === "Policy")) {
    return listOf(fieldAt(spec, ["rules"])).flatMap((rule, i) => factsOf(fieldAt(rule, ["mutate"]), `rule \`${asText(fieldAt(rule, ["name"])) ?? String(i)}\``, ["spec", "rules", i, "mutate"], reach));
  }
  const isPolicy = (group === "policies.kyverno.io" && kind.endsWith("MutatingPolicy")) || (group === "admissionregistration.k8s.io" && kind === "MutatingAdmissionPolicy");
  if (isPolicy) return factsOf([fieldAt(spec, ["mutations"]), fieldAt(spec, ["variables"])], "`spec.mutations`", ["spec", "mutations"], reach);
  if (group !== "mutations.gatekeeper.sh" || kind !== "Assign") return [];
  // `location` is a path of dots; with the value behind it, it reads as a field does.
  return factsOf(`${asText(fieldAt(spec, ["location"])) ?? ""}: ${spell(fieldAt(spec, ["parameters", "assign"]))}`, "`spec.location`", ["spec", "location"], reach);
}
