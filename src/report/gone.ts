// Targets that the change takes away: no finding, and yet something that a reviewer should see, above all where a workload of theirs lives on.

import type { ContainerRow, Report } from "../core/report.ts";
import { countOf } from "./headline.ts";
import { describeName, type Quote } from "./subject.ts";

export interface GoneTarget {
  readonly target: string;
  /** False when nobody knows what the base had in it. */
  readonly known: boolean;
  /** Containers that the base had in it and the head has nowhere as far as was looked at, moved ones not counted. */
  readonly containers: number;
  /** Workloads of it that the head has in other targets, each once. */
  readonly elsewhere: readonly Pick<ContainerRow, "target" | "workload">[];
}

const MOST_NAMES = 5;

const identity = ({ kind, namespace, name }: ContainerRow["workload"]): string => JSON.stringify([kind, namespace, name]);

/** Targets with containers that only the base has, in the report's order; without those of which a finding says that something stayed. */
export function goneTargets({ base, targets, containers, findings }: Pick<Report, "base" | "targets" | "containers" | "findings">): readonly GoneTarget[] {
  if (base === null) return [];
  const lost = new Set(findings.flatMap(({ container, target }) => (container === null ? [target] : [])));
  const gone = targets.filter(({ id, head, base: before }) => head === "absent" && before !== "absent" && !lost.has(id)).map(({ id, base: state }) => {
    const removed = containers.filter((row) => row.target === id && row.head === null);
    const had = new Set(removed.map(({ workload }) => identity(workload)));
    const rows = containers.filter((row) => row.head !== null && row.target !== id && (row.was?.target === id || had.has(identity(row.workload))));
    const elsewhere = new Map(rows.map((row) => [JSON.stringify([row.target, identity(row.workload)]), row]));
    const stays = new Set(rows.map(({ workload }) => identity(workload)));
    return { target: id, known: state !== "unresolved", containers: removed.filter(({ workload }) => !stays.has(identity(workload))).length, elsewhere: [...elsewhere.values()] };
  });
  return gone.filter(({ known, containers: count, elsewhere }) => !known || count + elsewhere.length > 0);
}

/** `helm:charts/api: 3 containers are gone with it; Deployment shop/api is in kustomize:overlays/prod`. */
export function describeGone({ target, known, containers, elsewhere }: GoneTarget, quote: Quote, quoteKind: Quote): string {
  if (!known) return `${quote(target)}: what was in it is not known, since the base's could not be looked at`;
  const shown = elsewhere.slice(0, MOST_NAMES).map((row) => `${describeName(row.workload, quote, quoteKind)} is in ${quote(row.target)}`);
  const left = elsewhere.length - shown.length;
  const parts = [
    ...(containers === 0 && elsewhere.length > 0 ? [] : [`${countOf(containers, "container")} ${containers === 1 ? "is" : "are"} gone with it`]),
    ...shown,
    ...(left > 0 ? [`${left} more workloads are in other targets`] : []),
  ];
  return `${quote(target)}: ${parts.join("; ")}`;
}
