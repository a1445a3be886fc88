// The whole way to the posture of a container, on both sides, for somebody who asks why.

import { fieldPath } from "./field.ts";
import { wasOf, type Pair } from "./diff.ts";
import type { InventoryEntry } from "./inventory.ts";
import { locateField, type FieldPlace } from "./locate-field.ts";
import type { PodSecurity } from "./pod-security.ts";
import type { Policy } from "./policy.ts";
import { explainPosture, type Posture } from "./posture.ts";
import type { Problem, Side } from "./problem.ts";
import type { Change, Container, SideState, Was, Workload } from "./report.ts";
import { explainCalls, type ExplainedCalls } from "./seccomp/explain-calls.ts";
import type { Engine } from "./target.ts";
import type { TextFile } from "./texts.ts";

/** One field that was looked at, or the last word of the cluster. */
export interface ExplainedStep {
  /** Path inside the object; null for what the cluster makes of it. */
  readonly field: string | null;
  /** Null when it is not set. */
  readonly value: string | null;
  readonly meaning: string;
  readonly decides: boolean;
  /** Where it stands, or what it would stand in where it is not set; null for what no file of the repository tells. */
  readonly place: FieldPlace | null;
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
  readonly systemCalls: ExplainedCalls;
}

/** What is needed to explain one side of a target: how it came about, and the texts that it may come from. */
export interface SideSources {
  readonly engine: Engine;
  readonly files: readonly TextFile[];
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
  /** Null: there is no base to compare with. */
  readonly base: { readonly revision: string } | null;
  /** Why there is none, and what to do about it; null with a base. */
  readonly noBase: { readonly message: string; readonly remedy: string } | null;
  readonly head: { readonly revision: string };
  /** Sorted by target, then in the order of the pod. */
  readonly containers: readonly ExplainedContainer[];
  /** Parts that could not be looked at, in which the same name may be. */
  readonly problems: readonly Problem[];
}

function explainSide(entry: InventoryEntry, { engine, files }: SideSources, { cluster, runtime }: Pick<Policy, "cluster" | "runtime">): ExplainedSide {
  const { holder, podContainer, document, posture, podSecurity } = entry;
  const trail = explainPosture(holder, podContainer, cluster).map(({ field, value, meaning, decides }) => {
    return { field: field === null ? null : fieldPath(field), value, meaning, decides, place: field === null ? null : locateField(entry, field, engine, files) };
  });
  return { path: document.path, written: document.origin === "file", posture, trail, podSecurity, systemCalls: explainCalls(entry, runtime) };
}

/** One container on both sides; null for a pair without any. */
export function explainPair(pair: Pair, states: ExplainedContainer["states"], sources: Readonly<Record<Side, SideSources>>, policy: Pick<Policy, "cluster" | "runtime">): ExplainedContainer | null {
  const { base, head, change } = pair;
  const entry = head ?? base;
  if (entry === null) return null;
  const { target, workload, container } = entry;
  const explained = (side: Side): ExplainedSide | null => (pair[side] === null ? null : explainSide(pair[side], sources[side], policy));
  return { target, workload, container, was: wasOf(pair), states, base: explained("base"), head: explained("head"), change };
}
