import { countDependents, describeGuard, describeTurn, verbFor } from "../guardrails/guard-wording.ts";
import { defineRule } from "../rule.ts";

export const clusterDefaultWeakened = defineRule({
  id: "cluster-default-weakened",
  subject: "guard",
  severity: "error",
  summary: "A file in the repository turned off what confines containers that set no profile",
  judge(guard) {
    const { fact } = guard;
    if (fact.rule !== "cluster-default-weakened" || guard.turn.kind !== "weaker") return null;
    const doubt = guard.head?.doubt ?? guard.base?.doubt ?? null;
    const dependents =
      guard.dependents.lookedAt === 0
        ? "no container that could be looked at depends on it"
        : `${countDependents(guard.dependents)} ${verbFor(guard.dependents, "sets no profile and depends", "set no profile and depend")} on it`;
    return {
      message: `${describeGuard(guard)} ${describeTurn(guard.turn)}: containers that set no profile run Unconfined then; ${dependents}${doubt === null ? "" : `; ${doubt}`}`,
      remedy: fact.remedy,
      ...(doubt === null ? {} : { severity: "warning" }),
    };
  },
});
