// Parts of the configuration that have no effect any more, so that nobody relies on them and they do not pile up.

import { coversEntry, isExpired } from "../core/exemption.ts";
import type { InventoryEntry } from "../core/inventory.ts";
import type { Judged } from "../core/judge.ts";
import type { ExemptionRule, Policy } from "../core/policy.ts";
import type { Problem } from "../core/problem.ts";
import type { Selection } from "../core/selection.ts";
import type { Target } from "../core/target.ts";
import type { Tree } from "../core/tree.ts";
import { exclusion } from "./glob.ts";
import { isNamedBy } from "./narrowing.ts";

/** A comparison, or a scan, that was judged by a policy. */
export interface PolicyUse {
  readonly policy: Policy;
  readonly selection: Selection;
  /** The configuration file inside the repository; null when it is none of it. */
  readonly path: string | null;
  /** Null: a scan. */
  readonly base: Tree | null;
  readonly head: Tree;
  readonly targets: readonly { readonly base: Target | null; readonly head: Target | null }[];
  /** All containers of the head that were looked at. */
  readonly entries: readonly InventoryEntry[];
  readonly judged: readonly Judged[];
  /** False when only a part of what the policy is for was to be looked at. */
  readonly complete: boolean;
  /** True when something could not be looked at. */
  readonly unresolved: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

function remark(path: string | null, line: number | null, message: string, remedy: string): Problem {
  return { kind: "stale-policy", side: "head", target: null, path, line, message, remedy, blocking: false };
}

const nameOf = ({ workload, container, image }: ExemptionRule): string =>
  [`\`${workload}\``, ...(container === null ? [] : [`container \`${container}\``]), ...(image === null ? [] : [`image \`${image}\``])].join(", ");

/** Exemptions that were in effect once: where somebody meets it, and in a scan. */
function expired({ policy, base, judged, complete, today, path }: PolicyUse): readonly Problem[] {
  const met = new Set(judged.flatMap(({ standing }) => (standing.kind === "expired" ? [standing.exemption] : [])));
  return policy.exemptions
    .filter((exemption) => met.has(exemption) || (base === null && complete && isExpired(exemption, today)))
    .map((exemption) => remark(path, exemption.line, `the exemption of ${nameOf(exemption)} expired on ${exemption.expires ?? ""} and is not in effect any more`, "Remove it, or renew `expires` if its reason still holds."));
}

/** Rules that speak of a change and never of what is there: in a scan nobody can tell whether an exemption from them is needed. */
const aboutChanges: ReadonlySet<string> = new Set(["profile-removed", "profile-weakened", "lost-from-view", "cluster-default-weakened", "guardrail-weakened"]);

/** Rules that speak of objects without containers: those cannot be looked for among containers. */
const aboutObjects: ReadonlySet<string> = new Set(["cluster-default-weakened", "guardrail-weakened"]);

/** Exemptions that nothing needs: only a scan of everything can tell, since a comparison does not look at what did not change. */
function unused({ policy, base, judged, entries, unresolved, today, path }: PolicyUse): readonly Problem[] {
  if (base !== null || unresolved) return [];
  const used = new Set(judged.flatMap(({ standing }) => (standing.kind === "holds" ? [standing.exemption] : [])));
  return policy.exemptions.flatMap((exemption) => {
    if (used.has(exemption) || isExpired(exemption, today)) return [];
    if (exemption.rules?.some((rule) => aboutObjects.has(rule)) === true) return [];
    const names = nameOf(exemption);
    if (!entries.some((entry) => coversEntry(exemption, entry))) return [remark(path, exemption.line, `the exemption of ${names} covers no container that is there`, "Correct its patterns, or remove it.")];
    if (exemption.rules?.some((rule) => aboutChanges.has(rule)) === true) return [];
    return [remark(path, exemption.line, `the exemption of ${names} is needed by none of the containers that it covers`, "Remove it.")];
  });
}

/** Whether something is dead that should be said here: in a scan, or where this very change made it so. */
const hasDied = ({ base }: PolicyUse, onBase: boolean, onHead: boolean): boolean => !onHead && (base === null || onBase);

const matchesIn = (tree: Tree | null, glob: string): boolean => {
  const isMatch = exclusion([glob]);
  return tree !== null && [...tree.entries.keys()].some(isMatch);
};

function deadExcludes(use: PolicyUse): readonly Problem[] {
  const dead = use.selection.exclude.filter((glob) => {
    const onHead = matchesIn(use.head, glob);
    return !onHead && hasDied(use, matchesIn(use.base, glob), onHead);
  });
  return dead.map((glob) => remark(use.path, null, `\`exclude\` names \`${glob}\`, which matches nothing${use.base === null ? "" : " any more"}`, "Correct it, or remove it: what was renamed is looked at again."));
}

function deadSeverities(use: PolicyUse): readonly Problem[] {
  const named = (wanted: string, side: "base" | "head"): boolean => use.targets.some((target) => target[side] !== null && isNamedBy(wanted, target[side]));
  const dead = use.policy.severities.filter(({ target }) => hasDied(use, named(target, "base"), named(target, "head")));
  return dead.map(({ target }) => remark(use.path, null, `\`severities\` names \`${target}\`, which is no target${use.base === null ? "" : " any more"}`, "Correct it, or remove it."));
}

/** Remarks on the policy that was in effect. None that depend on what was not looked at. */
export function stalePolicy(use: PolicyUse): readonly Problem[] {
  return use.complete ? [...expired(use), ...unused(use), ...deadExcludes(use), ...deadSeverities(use)] : expired(use);
}
