// The report: everything a format may see, and nothing else. Formats are pure functions of this model.

import type { PathSegment } from "./manifest.ts";
import type { PodSecurity } from "./pod-security.ts";
import type { Posture, Profile } from "./posture.ts";
import type { Problem } from "./problem.ts";
import type { Declaration, Engine } from "./target.ts";

export type Verdict = "pass" | "fail" | "no-verdict";
export type Severity = "error" | "warning" | "note";
export type SideState = "rendered" | "unchanged" | "absent" | "unresolved";
export type Change = "added" | "removed" | "weakened" | "strengthened" | "changed" | "unchanged";

export interface TargetOutcome {
  readonly id: string;
  readonly engine: Engine;
  readonly path: string;
  /** The Flux or Argo CD object that declares it; null for what was discovered or configured. */
  readonly declaredBy: Omit<Declaration, "decides"> | null;
  /** `NAME` of `ci/NAME-values.yaml`; null without one. */
  readonly variant: string | null;
  readonly base: SideState;
  readonly head: SideState;
}

/** The object that carries the pod. Identity is group, kind, namespace and name; the version is shown, not compared. */
export interface Workload {
  readonly apiVersion: string;
  readonly kind: string;
  /** The effective namespace: the object's own, else the target's; null for kinds that have none. */
  readonly namespace: string | null;
  /** `PREFIX*` for an object with `generateName`. */
  readonly name: string;
}

export interface Container {
  readonly type: "container" | "init" | "ephemeral";
  readonly name: string;
  /** Which of the workload's pods, for kinds that have several. */
  readonly pod?: string;
}

/** `kind`: the table of kinds says where the pod is; `structure`: an unknown kind holds what looks like a pod. */
export type FoundBy = "kind" | "structure";

/** In what a container, or its workload, is like the one on the base that it was matched with. */
export type Evidence = "name" | "image" | "command" | "ports" | "environment" | "mounts" | "container names" | "labels";

/** The container on the base that one of the head was matched with, across a rename or a move, and by what. */
export interface Was {
  readonly target: string;
  readonly workload: Workload;
  readonly container: Container;
  readonly by: readonly Evidence[];
}

/** One container on both sides. At least one of `base` and `head` is a posture. */
export interface ContainerRow {
  /** Target, workload and container of the head, or of the base for what was removed. */
  readonly target: string;
  readonly workload: Workload;
  readonly container: Container;
  readonly foundBy: FoundBy;
  /** Null where the base has it under the same identity, or not at all. */
  readonly was: Was | null;
  readonly base: Posture | null;
  readonly head: Posture | null;
  readonly change: Change;
  /** Of the head, else of the base. */
  readonly podSecurity: PodSecurity | null;
  /** The system calls it can reach; null when that is not known, or it is gone. */
  readonly systemCalls: SystemCallsRow | null;
}

/** What a container can call on x86-64. */
export interface SystemCallsRow {
  /** How many, of all that have a number. */
  readonly reachable: number;
  /** Names that the change opened, or opened further; empty unless both sides are known. */
  readonly gained: readonly string[];
  /** Names that the change closed, or closed in part. */
  readonly lost: readonly string[];
}

export interface Location {
  readonly path: string;
  /** 1-based, at the head revision. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** `exact`: this very line; `action`: the line of the template that most likely wrote it; `file`: only the file is sure. */
  readonly precision: "exact" | "action" | "file";
  readonly role: "cause" | "template" | "patch";
  /** True when the line is one that the change added or edited. */
  readonly inDiff: boolean;
  /** Of a place in a values file that holds the deciding field, or held it, the field's path there. */
  readonly value?: readonly PathSegment[];
}

export interface Fix {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly replacement: string;
  readonly proven: boolean;
}

export interface Exemption {
  readonly reason: string;
  /** `YYYY-MM-DD`, or null when it does not expire. */
  readonly expires: string | null;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly target: string;
  /** Further targets that render the same object from the same place, sorted: the finding stands for all of them. */
  readonly alsoIn: readonly string[];
  readonly workload: Workload;
  /** Null when the finding concerns the whole target. */
  readonly container: Container | null;
  /** The container on both sides; null for a finding that is not about what one container runs under. */
  readonly base: Posture | null;
  readonly head: Posture | null;
  /** What it was on the base, when it was matched across a rename or a move. */
  readonly was: Was | null;
  /** What changed, where and why it matters. One sentence. */
  readonly message: string;
  /** What to write. One sentence, with the exact YAML where there is one. */
  readonly remedy: string;
  /** The most telling first; empty when no file can be named. */
  readonly locations: readonly Location[];
  readonly fix: Fix | null;
  /** Stable across runs, machines and unrelated edits. 32 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  /** Equal for findings of one cause, which one edit would settle. 32 lower-case hexadecimal digits. */
  readonly group: string;
  /** Set when policy lets it pass: it is shown, and does not count. */
  readonly exemption: Exemption | null;
}

export type ProfileCounts = Readonly<Record<Profile, number>>;

export interface Summary {
  readonly containers: { readonly base: ProfileCounts; readonly head: ProfileCounts };
  /** `unresolved`: could not be rendered on at least one side. */
  readonly targets: { readonly rendered: number; readonly unchanged: number; readonly unresolved: number };
  readonly findings: { readonly error: number; readonly warning: number; readonly note: number; readonly exempted: number };
}

export interface Report {
  readonly tool: { readonly version: string; readonly engines: { readonly helm: string; readonly kustomize: string } };
  readonly verdict: Verdict;
  /** Null for a scan of one side. */
  readonly base: { readonly revision: string } | null;
  readonly head: { readonly revision: string };
  readonly summary: Summary;
  /** Sorted by id. */
  readonly targets: readonly TargetOutcome[];
  /** Containers of every rendered target, both sides in one row, sorted by target, workload, container. */
  readonly containers: readonly ContainerRow[];
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Lowest severity that fails; `never` is advisory, and has the verdict of `error`. */
  readonly failOn: Severity | "never";
  /** What a `no-verdict` comes to: `warn` leaves the exit code to the findings alone. */
  readonly noVerdict: "fail" | "warn";
  /** What a change of the configuration file in this very change will do once merged; empty without one. */
  readonly policyNotes: readonly string[];
}
