import { countDependents, describeGuard, describeTurn, verbFor } from "../guardrails/guard-wording.ts";
import { defineRule } from "../rule.ts";

export const guardrailWeakened = defineRule({
  id: "guardrail-weakened",
  subject: "guard",
  severity: "warning",
  summary: "What refuses or reports pods without a seccomp profile became weaker or went away",
  judge(guard) {
    const { fact } = guard;
    if (fact.rule !== "guardrail-weakened") return null;
    const under = fact.reach.kind === "namespace" ? "in it" : "under it";
    const dependents =
      guard.dependents.lookedAt === 0 ? `no container that could be looked at is ${under}` : `${countDependents(guard.dependents)} ${verbFor(guard.dependents, "is", "are")} ${under}`;
    const doubt = guard.head?.doubt ?? guard.base?.doubt ?? null;
    const message = `${describeGuard(guard)} ${describeTurn(guard.turn)}; ${dependents}${doubt === null ? "" : `; ${doubt}`}`;
    return guard.turn.kind === "unclear" ? { message, remedy: "Make sure that it still refuses all that it refused.", severity: "note" } : { message, remedy: fact.remedy, ...(fact.severity === null ? {} : { severity: fact.severity }) };
  },
});
