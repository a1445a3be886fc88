// Parts of the configuration that have no effect any more, so that nobody relies on them and they do not pile up.

import { coversEntry, isExpired } from "../core/exemption.ts";
import type { InventoryEntry } from "../core/inventory.ts";
import type { Pair } from "../core/diff.ts";
import { judge, type Judged } from "../core/judge.ts";
import type { ExemptionRule, Policy } from "../core/policy.ts";
import type { Problem, Side } from "../core/problem.ts";
import type { SideState } from "../core/report.ts";
import type { Selection } from "../core/selection.ts";
import type { Target } from "../core/target.ts";
import type { Tree } from "../core/tree.ts";
import { exclusion } from "./glob.ts";
import { isNamedBy } from "./narrowing.ts";

/** One side of a target. */
interface Looked {
  readonly state: SideState;
  readonly entries: readonly InventoryEntry[];
  readonly problems: readonly Pick<Problem, "blocking">[];
}

/** A comparison, or a scan, that was judged by a policy. */
export interface PolicyUse {
  readonly policy: Policy;
  readonly selection: Selection;
  /** The configuration file inside the repository; null when it is none of it. */
  readonly path: string | null;
  /** Null: a scan. */
  readonly base: Tree | null;
  readonly head: Tree;
  readonly compared: readonly { readonly planned: Record<Side, Target | null>; readonly base: Looked; readonly head: Looked }[];
  readonly judged: readonly Judged[];
  /** False when only a part of what the policy is for was to be looked at. */
  readonly complete: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

function remark(path: string | null, line: number | null, message: string, remedy: string): Problem {
  return { kind: "stale-policy", side: "head", target: null, path, line, message, remedy, blocking: false };
}

const nameOf = ({ workload, container, image }: ExemptionRule): string =>
  [`\`${workload}\``, ...(container === null ? [] : [`container \`${container}\``]), ...(image === null ? [] : [`image \`${image}\``])].join(", ");

/** Exemptions that were in effect once. The day alone decides. */
function expired({ policy, today, path }: PolicyUse): readonly Problem[] {
  return policy.exemptions
    .filter((exemption) => isExpired(exemption, today))
    .map((exemption) => remark(path, exemption.line, `the exemption of ${nameOf(exemption)} expired on ${exemption.expires ?? ""} and is not in effect any more`, "Remove it, or renew `expires` if its reason still holds."));
}

/** Rules that speak of a change and never of what is there: in a scan nobody can tell whether an exemption from them is needed. */
const aboutChanges: ReadonlySet<string> = new Set(["profile-removed", "profile-weakened", "lost-from-view", "cluster-default-weakened", "guardrail-weakened"]);

/** Rules that speak of objects without containers: those cannot be looked for among containers. */
const aboutObjects: ReadonlySet<string> = new Set(["cluster-default-weakened", "guardrail-weakened"]);

/** Exemptions that keep a finding from counting. */
const heldBy = (judged: readonly Judged[]): ReadonlySet<ExemptionRule> => new Set(judged.flatMap(({ standing }) => (standing.kind === "holds" ? [standing.exemption] : [])));

/** How far exemptions are used by some containers as they are: one covers none, covers some, or keeps a finding on one from counting. */
function useBy(entries: readonly InventoryEntry[], exemptions: readonly ExemptionRule[], { policy, today }: PolicyUse): (exemption: ExemptionRule) => "none" | "covers" | "needed" {
  const asScanned = (head: InventoryEntry): Pair => ({ base: null, head, basis: "none", change: "added", by: null });
  const covered = entries.filter((entry) => exemptions.some((exemption) => coversEntry(exemption, entry)));
  const needed = heldBy(covered.flatMap((entry) => judge([asScanned(entry)], [], policy, today)));
  return (exemption) => (needed.has(exemption) ? "needed" : covered.some((entry) => coversEntry(exemption, entry)) ? "covers" : "none");
}

/**
 * Exemptions that nothing needs. Where some targets did not change, and so were not looked at, only those that this change took the use
 * from, and that is said.
 */
function unused(use: PolicyUse): readonly Problem[] {
  const { policy, judged, compared, today, path } = use;
  if (compared.some(({ head }) => head.state === "unresolved" || head.problems.some(({ blocking }) => blocking))) return [];
  const entriesOf = (side: Side) => compared.flatMap((target) => target[side].entries);
  const [baseEntries, entries] = [entriesOf("base"), entriesOf("head")];
  const unchanged = compared.filter(({ head }) => head.state === "unchanged").length;
  const used = heldBy(judged);
  const unsure = policy.exemptions.filter((exemption) => !used.has(exemption) && !isExpired(exemption, today) && exemption.rules?.some((rule) => aboutObjects.has(rule)) !== true);
  const [useBefore, useNow] = [useBy(unchanged > 0 ? baseEntries : [], unsure, use), useBy(entries, unsure, use)];
  return unsure.flatMap((exemption) => {
    const now = useNow(exemption);
    if (now === "needed" || (now === "covers" && exemption.rules?.some((rule) => aboutChanges.has(rule)) === true)) return [];
    if (unchanged > 0 && ["none", now].includes(useBefore(exemption))) return [];
    const one = unchanged === 1;
    const unknown = unchanged === 0 ? "" : ` any more, of those that this change touches; the ${unchanged} target${one ? "" : "s"} that did not change ${one ? "was" : "were"} not looked at`;
    const remedy = unchanged === 0 ? (now === "none" ? "Correct its patterns, or remove it." : "Remove it.") : "Remove it if `seccomp-gate scan` says the same.";
    const what = now === "none" ? "covers no container that is there" : "is needed by none of the containers that it covers";
    return [remark(path, exemption.line, `the exemption of ${nameOf(exemption)} ${what}${unknown}`, remedy)];
  });
}

const matchesIn = (tree: Tree | null, glob: string): boolean => {
  const isMatch = exclusion([glob]);
  return tree !== null && [...tree.entries.keys()].some(isMatch);
};

/** ` any more`, of what was there before this very change. */
const sinceWhen = (onBase: boolean): string => (onBase ? " any more" : "");

/** Globs over files of the repository, all of which are known. */
function deadGlobs({ selection, policy, head, base, path }: PolicyUse): readonly Problem[] {
  const globs = [
    ...selection.exclude.map((glob) => ({ key: "exclude", glob, then: "what was renamed is looked at again" })),
    ...policy.localhostProfiles.map((glob) => ({ key: "localhostProfiles", glob, then: "profiles that were renamed are not found" })),
  ];
  return globs
    .filter(({ glob }) => !matchesIn(head, glob))
    .map(({ key, glob, then }) => remark(path, null, `\`${key}\` names \`${glob}\`, which matches nothing${sinceWhen(matchesIn(base, glob))}`, `Correct it, or remove it: ${then}.`));
}

function deadSeverities({ policy, compared, path }: PolicyUse): readonly Problem[] {
  const named = (wanted: string, side: Side): boolean => compared.some(({ planned }) => planned[side] !== null && isNamedBy(wanted, planned[side]));
  return policy.severities
    .filter(({ target }) => !named(target, "head"))
    .map(({ target }) => remark(path, null, `\`severities\` names \`${target}\`, which is no target${sinceWhen(named(target, "base"))}`, "Correct it, or remove it."));
}

/** Remarks on the policy that was in effect. None that depend on what was not looked at. */
export function stalePolicy(use: PolicyUse): readonly Problem[] {
  return use.complete ? [...expired(use), ...unused(use), ...deadGlobs(use), ...deadSeverities(use)] : expired(use);
}
