// A chart that demands values does not render with its own: where the values that it is tested with render, nothing is left to doubt. What
// was seen of it in spite of what it demands stays: whoever installs it with nothing but that gets the chart's own values.

import type { Trouble } from "./problem.ts";
import type { SideState } from "./report.ts";
import type { Target } from "./target.ts";

interface Looked {
  readonly state: SideState;
  readonly problems: readonly Trouble[];
}

interface Sides {
  readonly planned: { readonly base: Target | null; readonly head: Target | null };
  readonly base: Looked;
  readonly head: Looked;
}

/**
 * The targets, with the failure of a chart's own values as a remark where both sides fail in the same way (or there is only the head) and
 * the chart renders on the head with other values. A chart whose own values rendered on the base is left alone: that it no longer does is
 * news.
 */
export function withVariants<Compared extends Sides>(compared: readonly Compared[]): readonly Compared[] {
  const seen = new Map<string, string[]>();
  for (const { planned, head } of compared) {
    const target = planned.head;
    if (target?.engine !== "helm" || target.variant === null || head.state !== "rendered") continue;
    seen.set(target.path, [...(seen.get(target.path) ?? []), target.variant]);
  }
  return compared.map((one) => {
    const { planned, base, head } = one;
    const target = planned.head;
    const variants = target?.engine === "helm" && target.variant === null && target.declaredBy === null ? seen.get(target.path) : undefined;
    if (variants === undefined || !failsAlike(base, head)) return one;
    const where = base.state === "absent" ? "" : " on both sides";
    const said = `; with the chart's own values that is so${where}, and it was looked at with ${variants.map((name) => `\`ci/${name}-values.yaml\``).join(", ")}`;
    return { ...one, base: asRemarks(base, said), head: asRemarks(head, said) };
  });
}

const waysOfFailing = ({ problems }: Looked) => problems.flatMap(({ blocking, kind, path, message }) => (blocking ? [JSON.stringify([kind, path, message])] : []));

function failsAlike(base: Looked, head: Looked): boolean {
  const ways = waysOfFailing(head);
  if (ways.length === 0 || head.problems.some(({ blocking, kind }) => blocking && kind !== "render-failed")) return false;
  return base.state === "absent" || JSON.stringify(waysOfFailing(base)) === JSON.stringify(ways);
}

function asRemarks<Side extends Looked>(side: Side, said: string): Side {
  return { ...side, problems: side.problems.map((problem) => (problem.blocking ? { ...problem, message: `${problem.message}${said}`, remedy: "", blocking: false } : problem)) };
}
