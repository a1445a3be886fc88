// Gatekeeper's Config: namespaces that it leaves alone, whatever its constraints say.
// open-policy-agent/gatekeeper: apis/config/v1alpha1/config_types.go, pkg/controller/config/process/excluder.go.

import { fieldAt } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import type { PolicyContext } from "./policy-context.ts";
import { listOf, show } from "./spell.ts";

/** The processes that judge pods when they are created. */
const judging: readonly unknown[] = ["*", "webhook"];

/** Namespaces left out, where there are constraints on the base that concern seccomp. */
export function gatekeeperConfig({ group, kind, object }: FoundObject, base: PolicyContext): readonly Fact[] {
  if (group !== "config.gatekeeper.sh" || kind !== "Config" || !base.hasConstraints) return [];
  const entries = listOf(fieldAt(object, ["spec", "match"])).filter((entry) => listOf(fieldAt(entry, ["processes"])).some((process) => judging.includes(process)));
  const lets = entries.flatMap((entry) => listOf(fieldAt(entry, ["excludedNamespaces"])).map((name) => `namespace ${show(name)}`));
  return [
    {
      ...plainFact,
      rule: "guardrail-weakened",
      aspect: "match",
      what: "what Gatekeeper leaves out",
      // It takes away from constraints and demands nothing itself: without it nothing is left out.
      strength: lets.length > 0 ? 1 : 2,
      otherwise: 2,
      says: lets.length > 0 ? lets.join(", ") : "nothing",
      absence: "nothing",
      lets,
      remedy: "Take the namespace out of `excludedNamespaces` again, or leave it out of the constraints that it cannot meet.",
      path: ["spec", "match"],
      reach: { kind: "all" },
    },
  ];
}
