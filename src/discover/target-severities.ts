// Severities that policy gives to some of the targets.

import type { Severities, TargetSeverities } from "../core/policy.ts";
import type { Target } from "../core/target.ts";
import { isNamedBy } from "./narrowing.ts";

/** The severities of each target that has some of its own, by id. Of several that name it, the last one counts for each rule. */
export function severitiesByTarget(targets: readonly Pick<Target, "id" | "path">[], severities: readonly TargetSeverities[]): ReadonlyMap<string, Severities> {
  if (severities.length === 0) return new Map();
  const merged = targets.map((target) => {
    const own = severities.filter((entry) => isNamedBy(entry.target, target)).flatMap(({ rules }) => Object.entries(rules));
    return [target.id, Object.fromEntries(own)] as const;
  });
  return new Map(merged.filter(([, rules]) => Object.keys(rules).length > 0));
}
