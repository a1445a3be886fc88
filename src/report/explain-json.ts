// The answer to `seccomp-gate explain` as JSON, version 1. Fields may be added, never renamed or removed.

import type { ExplainedContainer, ExplainedSide, ExplainedStep, Explanation } from "../core/explanation.ts";
import type { ExplainedCalls } from "../core/seccomp/explain-calls.ts";
import { wireContainer, wirePodSecurity, wirePosture, wireProblem, wireWas, wireWorkload } from "./json.ts";

const SCHEMA = "seccomp-gate/explain/v1";

function wireStep({ field, value, meaning, decides, place }: ExplainedStep) {
  return { field, value, meaning, decides, path: place?.path ?? null, line: place?.line ?? null, precision: place?.precision ?? null };
}

function wireCalls(calls: ExplainedCalls) {
  if (calls.kind === "unknown") return { known: false, why: calls.why };
  const { reachable, limited, runtime, opened, closed, notable, profile } = calls;
  return {
    known: true,
    reachable: [...reachable],
    limited: limited.map(({ name, arguments: limits }) => ({ name, arguments: limits })),
    comparedWith: runtime,
    opened: [...opened],
    closed: [...closed],
    notable: notable.map(({ name, words }) => ({ name, gives: words })),
    profile,
  };
}

function wireSide({ path, written, posture, trail, podSecurity, systemCalls }: ExplainedSide) {
  const { reason } = posture;
  return {
    path,
    written,
    posture: { ...wirePosture(posture), reason },
    trail: trail.map(wireStep),
    podSecurity: podSecurity === null ? null : wirePodSecurity(podSecurity),
    systemCalls: wireCalls(systemCalls),
  };
}

function wireExplained({ target, workload, container, was, states, base, head, change }: ExplainedContainer) {
  return {
    target,
    workload: wireWorkload(workload),
    container: wireContainer(container),
    ...(was === null ? {} : { was: wireWas(was) }),
    states: { base: states.base, head: states.head },
    base: base === null ? null : wireSide(base),
    head: head === null ? null : wireSide(head),
    change,
  };
}

/** The answer as JSON of schema `seccomp-gate/explain/v1`, indented by two blanks, with a line feed at the end. */
export function explainJson({ base, head, containers, problems }: Explanation): string {
  const wire = { schema: SCHEMA, base: base === null ? null : { revision: base.revision }, head: { revision: head.revision }, containers: containers.map(wireExplained), problems: problems.map(wireProblem) };
  // The same JSON, in which a runner whose log it is printed to finds no `##[command]`.
  return `${JSON.stringify(wire, null, 2).replaceAll("##[", "#\\u0023[")}\n`;
}
