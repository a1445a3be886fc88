// Looks at what rendering has shown to be declared: a chart of Applications, and the charts of those.

import type { ProblemKind, Side, Trouble } from "./core/problem.ts";
import type { Target } from "./core/target.ts";
import { coveredBy } from "./discover/follow-made.ts";
import type { Made } from "./discover/gitops/made-objects.ts";
import type { PlannedTarget } from "./discover/pair-targets.ts";
import type { Plan } from "./discover/plan.ts";
import { notThere, type Compared, type LookedAt } from "./gate.ts";

const DEEPEST = 4; // charts of Applications of charts of Applications

type Look = (targets: readonly PlannedTarget[]) => Promise<readonly Compared[]>;

/** Reasons why nothing of a kustomization could be built, though what it builds upon may be fine. */
const beyondReach: ReadonlySet<ProblemKind> = new Set(["remote-resource", "refused", "submodule", "link-outside"]);

/** Looks at the plan's targets, at what these declare, and at what that declares in turn, in place of plain targets that it covers. */
export async function lookFurther(plan: Pick<Plan, "targets" | "follow" | "upon">, lookOnce: Look): Promise<readonly Compared[]> {
  const look: Look = (targets) => lookBelow(plan, targets, lookOnce);
  const looked = await look(plan.targets);
  const further: Compared[] = [];
  for (let latest = looked, depth = 1; latest.length > 0; depth++) {
    const planned = await plan.follow(madeBy(latest));
    latest = depth <= DEEPEST ? await look(planned) : planned.map(tooDeep);
    further.push(...latest);
  }
  if (further.length === 0) return looked;
  const covered = coveredBy(plan.targets, further.map(({ planned }) => planned));
  return [...looked.filter(({ planned }) => !covered.has(planned.id)), ...further].sort((a, b) => (a.planned.id < b.planned.id ? -1 : 1));
}

/** Looks at targets, and at what those build upon that could not be built. */
async function lookBelow({ upon }: Pick<Plan, "upon">, targets: readonly PlannedTarget[], look: Look): Promise<readonly Compared[]> {
  const looked: Compared[] = [];
  for (let latest = await look(targets); latest.length > 0; latest = await look(await upon(latest.filter(isUnbuilt).map(({ planned }) => planned)))) looked.push(...latest);
  return looked.sort((a, b) => (a.planned.id < b.planned.id ? -1 : 1));
}

/** What decides a missing part is known only where the rest was built without it. */
const isUnbuilt = ({ base, head }: Compared): boolean => [base, head].some(({ state, problems }) => state === "unresolved" && problems.some(({ kind, blocking, decides }) => blocking && decides === undefined && beyondReach.has(kind)));

/** What an unchanged target declares it declares on both sides. */
function madeBy(looked: readonly Compared[]): Parameters<Plan["follow"]>[0] {
  const onSide = (side: Side): readonly Made[] =>
    looked.flatMap(({ planned, base, head }) => {
      const { made } = planned.unchanged || side === "head" ? head : base;
      return made.length === 0 ? [] : [{ by: planned.id, objects: made }];
    });
  return { base: onSide("base"), head: onSide("head") };
}

function tooDeep(planned: PlannedTarget): Compared {
  const declaredBy = (planned.head ?? planned.base)?.declaredBy ?? null;
  const trouble: Trouble = {
    kind: "limit",
    path: declaredBy?.path ?? null,
    line: null,
    message: `${declaredBy?.kind ?? "The object"} \`${declaredBy?.name ?? planned.id}\` is made by a chart of a chart of a chart and so on, ${DEEPEST + 1} levels deep, and what it deploys is not followed`,
    remedy: "Declare it in a file, or name what it deploys under `targets:` in the configuration.",
    blocking: !planned.unchanged,
  };
  const side = (target: Target | null): LookedAt => (target === null ? notThere : { ...notThere, state: "unresolved", problems: [trouble] });
  return { planned, base: side(planned.base), head: side(planned.head) };
}
