// `seccomp-gate explain`: looks at everything on both sides and says how what is named comes to its profile.

import type { UsageError } from "./core/failure.ts";
import { explainPair, type ExplainedContainer, type Explanation, type SideSources } from "./core/explanation.ts";
import { matchMoved } from "./core/match.ts";
import type { Problem, Side } from "./core/problem.ts";
import { textsAt } from "./core/texts.ts";
import type { Tree } from "./core/tree.ts";
import type { PlannedTarget } from "./discover/pair-targets.ts";
import { planTargets, type Plan } from "./discover/plan.ts";
import { findNamed, readName } from "./find-named.ts";
import { lookAtSides, type Compared, type Comparison, type Ports } from "./gate.ts";
import { pairSides } from "./pair-sides.ts";

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

function problemsOf({ planned, base, head }: Compared): readonly Problem[] {
  const sides = [["base", base], ["head", head]] as const;
  return sides.flatMap(([side, { problems }]) => problems.filter(({ blocking }) => blocking).map((trouble) => ({ ...trouble, side, target: planned.id })));
}

/** The texts that one side of a target may come from: its templates, or the resources and patches of a kustomization. */
async function sourcesOf(compared: Compared, side: Side, tree: Tree): Promise<SideSources> {
  const { planned, [side]: looked } = compared;
  const engine = (planned[side] ?? planned.head ?? planned.base)?.engine ?? "manifests";
  const isSource = engine === "helm" ? (path: string) => /(?:^|\/)templates\//.test(path) : (path: string) => /\.(?:ya?ml|json)$/.test(path);
  return { engine, files: engine === "manifests" ? [] : await textsAt(tree, looked.opened.filter(isSource)) };
}

const byTarget = (a: ExplainedContainer, b: ExplainedContainer): number => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0);

/**
 * The way of every container that is named. `noBase` says why there is nothing to compare with. Rejects with a UsageError that lists
 * candidates, and with NoVerdictError where what is named may be in what could not be looked at.
 */
export async function explain(name: string, comparison: Comparison, ports: Ports, noBase: UsageError | null = null): Promise<Explanation> {
  const { base, head, selection, policy } = comparison;
  readName(name); // before the work
  const plan = await planTargets(base, head, selection, ports.attempts);
  const compared = await lookAtEverything(plan, comparison, ports);
  const problems = [...plan.problems, ...compared.flatMap(problemsOf)];
  const pairs = findNamed(name, matchMoved(compared.flatMap((target) => pairSides(target, base === null))), compared, problems);
  const targets = new Map(compared.map((one) => [one.planned.id, one]));
  const containers = await Promise.all(
    pairs.map(async (pair) => {
      const [now, then] = [pair.head ?? pair.base, pair.base ?? pair.head].map((entry) => targets.get(entry?.target ?? ""));
      if (now === undefined || then === undefined) return [];
      const sources = { base: await sourcesOf(then, "base", base ?? head), head: await sourcesOf(now, "head", head) };
      return explainPair(pair, { base: now.base.state, head: now.head.state }, sources, policy) ?? [];
    }),
  );
  return { base: base === null ? null : { revision: base.revision }, noBase, head: { revision: head.revision }, containers: containers.flat().sort(byTarget), problems };
}
