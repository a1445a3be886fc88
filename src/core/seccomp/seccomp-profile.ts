// The content of a seccomp profile: a default action, and rules that differ from it.
// opencontainers/runtime-spec: schema/config-linux.json and schema/defs-linux.json.

/** What happens to a system call. opencontainers/runtime-spec: schema/defs-linux.json (SeccompAction). */
export const actions = [
  "SCMP_ACT_KILL",
  "SCMP_ACT_KILL_PROCESS",
  "SCMP_ACT_KILL_THREAD",
  "SCMP_ACT_TRAP",
  "SCMP_ACT_ERRNO",
  "SCMP_ACT_TRACE",
  "SCMP_ACT_ALLOW",
  "SCMP_ACT_LOG",
  "SCMP_ACT_NOTIFY",
] as const;

export type Action = (typeof actions)[number];

/** opencontainers/runtime-spec: schema/defs-linux.json (SeccompOperators). */
export const operators = ["SCMP_CMP_NE", "SCMP_CMP_LT", "SCMP_CMP_LE", "SCMP_CMP_EQ", "SCMP_CMP_GE", "SCMP_CMP_GT", "SCMP_CMP_MASKED_EQ"] as const;

export type Operator = (typeof operators)[number];

/** A comparison with one argument of a system call. With `SCMP_CMP_MASKED_EQ`, `value` is the mask and `valueTwo` what it must leave. */
export interface Condition {
  /** 0 to 5 */
  readonly index: number;
  readonly op: Operator;
  readonly value: bigint;
  readonly valueTwo: bigint;
}

/** One rule. `includes` and `excludes` are of docker's dialect: capabilities without `CAP_`. */
export interface FilterRule {
  readonly names: readonly string[];
  /** One more name, given in docker's older way, which only its dialect has; null without one. */
  readonly alias: string | null;
  readonly action: Action;
  readonly args: readonly Condition[];
  /** All of them must be held for the rule to count. */
  readonly includes: readonly string[];
  /** Any of them takes the rule away. */
  readonly excludes: readonly string[];
}

/** A profile, understood. */
export interface SeccompProfile {
  readonly defaultAction: Action;
  /** As written; empty: the native architecture alone. */
  readonly architectures: readonly string[];
  readonly rules: readonly FilterRule[];
  /** What only docker, podman and CRI-O understand of it, as paths such as `syscalls[3].includes`; empty for a plain OCI profile. */
  readonly dialect: readonly string[];
}

/** True for what lets a system call through: allowed, or allowed and logged. */
export function opens(action: Action): boolean {
  return action === "SCMP_ACT_ALLOW" || action === "SCMP_ACT_LOG";
}
