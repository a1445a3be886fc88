// `seccomp-gate explain`: finds what is named, wherever it is rendered, and says how it comes to its profile on each side.

import { UsageError, NoVerdictError } from "./core/failure.ts";
import type { Pair } from "./core/diff.ts";
import { explainPair, type ExplainedContainer, type Explanation } from "./core/explanation.ts";
import { matchMoved } from "./core/match.ts";
import type { Problem } from "./core/problem.ts";
import { means, meansWorkload, nameOfWorkload, readingsOf, type Named } from "./core/workload-query.ts";
import type { PlannedTarget } from "./discover/pair-targets.ts";
import { planTargets, type Plan } from "./discover/plan.ts";
import { lookAtSides, pairSides, type Compared, type Comparison, type Ports } from "./gate.ts";
import { listWords, nearest } from "./options/nearest.ts";

const MOST_CANDIDATES = 10;

/** Everything on both sides, what did not change too: it is rendered once, and is the same on the base. */
async function lookAtEverything(plan: Plan, comparison: Comparison, ports: Ports): Promise<Compared[]> {
  const unchanged = new Map<string, PlannedTarget>();
  const once = (planned: PlannedTarget): PlannedTarget => {
    if (!planned.unchanged) return planned;
    unchanged.set(planned.id, planned);
    return { ...planned, unchanged: false, base: null };
  };
  // What an unchanged target declares it declares on the base as well.
  const follow: Plan["follow"] = async ({ base, head }) => (await plan.follow({ base: [...base, ...head.filter(({ by }) => unchanged.has(by))], head })).map(once);
  const upon: Plan["upon"] = async (unbuilt) => (await plan.upon(unbuilt)).map(once);
  const looked = await lookAtSides({ ...plan, targets: plan.targets.map(once), follow, upon }, comparison, ports);
  return looked.map((compared) => {
    const planned = unchanged.get(compared.planned.id);
    return planned === undefined ? compared : { planned, base: compared.head, head: compared.head };
  });
}

const sidesOf = ({ base, head }: Pair): readonly Named[] => [head, base].filter((entry) => entry !== null);

function candidates(names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  const left = distinct.length - MOST_CANDIDATES;
  return `${listWords(distinct.slice(0, MOST_CANDIDATES))}${left > 0 ? ` and ${left} more` : ""}`;
}

/** Why a name cannot be found: part of it is there, or something alike is, or nobody could look everywhere. */
function notFound(name: string, pairs: readonly Pair[], problems: readonly Problem[]): Error {
  const readings = readingsOf(name);
  const all = pairs.flatMap(sidesOf);
  const siblings = all.filter(({ workload }) => readings.some((reading) => reading.container !== null && meansWorkload(reading, workload)));
  if (siblings.length > 0) return new UsageError(`\`${name}\` names no container`, `Containers of that workload: ${candidates(siblings.map(({ container }) => container.name))}.`);
  const [problem] = problems;
  if (problem !== undefined) {
    return new NoVerdictError(problem.kind, `\`${name}\` is not in what could be looked at, and ${problems.length === 1 ? "a part" : `${problems.length} parts`} could not be: ${problem.message}`, problem.remedy);
  }
  const workloads = [...new Set(all.map(({ workload }) => nameOfWorkload(workload)))];
  const alike = workloads.filter((candidate) => readings.some((reading) => candidate.endsWith(`/${reading.name}`)));
  const close = [nearest(name, workloads), nearest(name, all.map(({ workload }) => `${workload.kind}/${workload.name}`))].filter((found) => found !== null);
  const hint = alike.length > 0 ? `There is ${candidates(alike)}.` : close.length > 0 ? `Did you mean ${candidates(close.slice(0, 1))}?` : workloads.length === 0 ? "No target holds a workload." : `There are: ${candidates(workloads)}.`;
  return new UsageError(`\`${name}\` is neither on the base nor on the head`, hint);
}

/** The pairs that a name means. Throws where it means none, or more than one workload. */
function find(name: string, pairs: readonly Pair[], problems: readonly Problem[]): readonly Pair[] {
  const readings = readingsOf(name);
  if (readings.length === 0) throw new UsageError(`\`${name}\` is no name of a workload`, "Write KIND/NAME, KIND/NAME/CONTAINER, KIND/NAMESPACE/NAME or KIND/NAMESPACE/NAME/CONTAINER.");
  const meant = pairs.filter((pair) => sidesOf(pair).some((side) => readings.some((reading) => means(reading, side))));
  if (meant.length === 0) throw notFound(name, pairs, problems);
  const workloads = [...new Set(meant.flatMap((pair) => sidesOf(pair).slice(0, 1)).map(({ workload }) => nameOfWorkload(workload)))];
  if (workloads.length > 1) throw new UsageError(`\`${name}\` names ${workloads.length} workloads`, `Name one of them: ${candidates(workloads)}.`);
  return meant;
}

function problemsOf({ planned, base, head }: Compared): readonly Problem[] {
  const sides = [["base", base], ["head", head]] as const;
  return sides.flatMap(([side, { problems }]) => problems.filter(({ blocking }) => blocking).map((trouble) => ({ ...trouble, side, target: planned.id })));
}

const byTarget = (a: ExplainedContainer, b: ExplainedContainer): number => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0);

/** The way of every container that is named. Rejects with a UsageError that lists candidates, and with NoVerdictError where what is named may be in what could not be looked at. */
export async function explain(name: string, comparison: Comparison, ports: Ports): Promise<Explanation> {
  const { base, head, selection, policy } = comparison;
  if (base === null) throw new Error("explain compares two sides");
  const plan = await planTargets(base, head, selection, ports.attempts);
  const compared = await lookAtEverything(plan, comparison, ports);
  const problems = [...plan.problems, ...compared.flatMap(problemsOf)];
  const pairs = matchMoved(compared.flatMap((target) => pairSides(target, false)));
  const states = new Map(compared.map(({ planned, base: before, head: after }) => [planned.id, { base: before.state, head: after.state }]));
  const containers = find(name, pairs, problems).flatMap((pair) => {
    const target = (pair.head ?? pair.base)?.target ?? "";
    return explainPair(pair, states.get(target) ?? { base: "absent", head: "absent" }, policy.cluster) ?? [];
  });
  return { base: { revision: base.revision }, head: { revision: head.revision }, containers: [...containers].sort(byTarget), problems };
}
