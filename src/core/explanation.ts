// The whole way to the posture of a container, on both sides, for somebody who asks why.

import { fieldPath } from "./field.ts";
import type { Cluster } from "./cluster.ts";
import { wasOf, type Pair } from "./diff.ts";
import type { InventoryEntry } from "./inventory.ts";
import { positionOf, type PathSegment } from "./manifest.ts";
import type { PodSecurity } from "./pod-security.ts";
import { explainPosture, type Posture } from "./posture.ts";
import type { Problem } from "./problem.ts";
import type { Change, Container, SideState, Was, Workload } from "./report.ts";

/** One field that was looked at, or the last word of the cluster. */
export interface ExplainedStep {
  /** Path inside the object; null for what the cluster makes of it. */
  readonly field: string | null;
  /** Null when it is not set. */
  readonly value: string | null;
  readonly meaning: string;
  readonly decides: boolean;
  /** 1-based, in the file of the side; null for what is not written there, or in no file as it is. */
  readonly line: number | null;
}

/** One side of a container. */
export interface ExplainedSide {
  /** File or template that it comes from, relative to the root; null when unknown. */
  readonly path: string | null;
  /** True when the manifest is that very file; false when it was rendered. */
  readonly written: boolean;
  readonly posture: Posture;
  readonly trail: readonly ExplainedStep[];
  /** Null for kinds that Pod Security admission does not look into. */
  readonly podSecurity: PodSecurity | null;
}

export interface ExplainedContainer {
  readonly target: string;
  readonly workload: Workload;
  readonly container: Container;
  /** What it was on the base, when it was renamed or moved. */
  readonly was: Was | null;
  /** How each side of the target was looked at. */
  readonly states: { readonly base: SideState; readonly head: SideState };
  readonly base: ExplainedSide | null;
  readonly head: ExplainedSide | null;
  readonly change: Change;
}

/** The answer to `seccomp-gate explain`. */
export interface Explanation {
  readonly base: { readonly revision: string };
  readonly head: { readonly revision: string };
  /** Sorted by target, then in the order of the pod. */
  readonly containers: readonly ExplainedContainer[];
  /** Parts that could not be looked at, in which the same name may be. */
  readonly problems: readonly Problem[];
}

/** The line of a field in the file that holds it; null when it is not set, or the text was rendered. */
function lineOf({ document, objectPath }: InventoryEntry, field: readonly PathSegment[] | null, isSet: boolean): number | null {
  if (field === null || !isSet || document.origin !== "file") return null;
  return positionOf(document, [...objectPath, ...field])?.line ?? null;
}

function explainSide(entry: InventoryEntry, cluster: Cluster): ExplainedSide {
  const { holder, containerPath, document, posture, podSecurity } = entry;
  const one = holder.containers.find(({ path, container }) => fieldPath(path) === fieldPath(containerPath) && container.name === entry.container.name);
  const steps = one === undefined ? [] : explainPosture(holder, one, cluster);
  const trail = steps.map(({ field, value, meaning, decides }) => ({ field: field === null ? null : fieldPath(field), value, meaning, decides, line: lineOf(entry, field, value !== null) }));
  return { path: document.path, written: document.origin === "file", posture, trail, podSecurity };
}

/** One container on both sides; null for a pair without any. */
export function explainPair(pair: Pair, states: ExplainedContainer["states"], cluster: Cluster): ExplainedContainer | null {
  const { base, head, change } = pair;
  const entry = head ?? base;
  if (entry === null) return null;
  const { target, workload, container } = entry;
  const explained = (side: InventoryEntry | null): ExplainedSide | null => (side === null ? null : explainSide(side, cluster));
  return { target, workload, container, was: wasOf(pair), states, base: explained(base), head: explained(head), change };
}
