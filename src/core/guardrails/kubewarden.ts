// Kubewarden's policies that concern seccomp: by the module that they run, or by what they are given.
// kubewarden/kubewarden-controller: api/policies/v1/policy_types.go, clusteradmissionpolicy_types.go; kubewarden/seccomp-psp-policy: README.md.

import { asText, fieldAt } from "../field.ts";
import { isMapping } from "../manifest.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { letsUnjudged } from "./failure-policy.ts";
import { concernsSeccomp, listOf, show, spell } from "./spell.ts";

const GROUP = "policies.kubewarden.io";
const lists = { allowed_profiles: "profile", profile_types: "profile", localhost_profiles: "file" } as const;

/** A module without its tag or digest, which change with every release. */
const moduleName = (module: unknown): string => ((asText(module) ?? "").split("@sha256:", 1)[0] ?? "").replace(/:[^:/]*$/, "");

/** A policy that does not say how it is deployed protects. */
function modeOf(spec: unknown): Pick<Fact, "strength" | "says"> {
  const said = asText(fieldAt(spec, ["mode"])) ?? "protect";
  return { strength: said === "protect" ? 2 : 1, says: show(said) };
}

function detailOf(spec: unknown): string {
  const settings = fieldAt(spec, ["settings"]);
  const rest = Object.entries(isMapping(settings) ? settings : {}).filter(([field]) => !Object.hasOwn(lists, field)).sort();
  const scope = ["rules", "namespaceSelector", "objectSelector", "matchConditions", "matchPolicy"].map((field) => fieldAt(spec, [field]));
  return spell([moduleName(fieldAt(spec, ["module"])), rest, scope]);
}

/** What a policy of Kubewarden refuses. */
export function kubewardenPolicies({ group, kind, namespace, object }: FoundObject): readonly Fact[] {
  if (group !== GROUP || (kind !== "ClusterAdmissionPolicy" && kind !== "AdmissionPolicy")) return [];
  const spec = object["spec"];
  if (!/seccomp/i.test(moduleName(fieldAt(spec, ["module"]))) && !concernsSeccomp(fieldAt(spec, ["settings"]))) return [];
  const lets = Object.entries(lists).flatMap(([field, noun]) => listOf(fieldAt(spec, ["settings", field])).map((item) => `${noun} ${show(item)}`));
  return [
    {
      ...plainFact,
      ...modeOf(spec),
      rule: "guardrail-weakened",
      aspect: "policy",
      what: "the enforcement",
      lets: [...lets, ...letsUnjudged(spec)],
      detail: detailOf(spec),
      absence: "gone, or says nothing about seccomp any more",
      remedy: "Put the policy back as it was, with `mode: protect`.",
      path: fieldAt(spec, ["mode"]) === undefined ? ["spec"] : ["spec", "mode"],
      reach: kind === "AdmissionPolicy" ? { kind: "namespace", namespace: namespace ?? "default" } : { kind: "all" },
    },
  ];
}
