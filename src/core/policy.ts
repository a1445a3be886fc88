// What the user lets pass: severities, exemptions and what the cluster does with containers that set nothing.

import { plainCluster, type Cluster } from "./cluster.ts";
import type { Severity } from "./report.ts";
import { runtimeNames, type RuntimeName } from "./seccomp/runtime-profile.ts";

export interface ExemptionRule {
  /** `KIND/NAMESPACE/NAME` or `KIND/NAME`; globs allowed in each part. */
  readonly workload: string;
  /** Glob over the container's name; null means every container. */
  readonly container: string | null;
  /** Glob over the container's image, of every tag where it names none; null means every image. */
  readonly image: string | null;
  /** Rule ids; null means every rule. */
  readonly rules: readonly string[] | null;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`; null when it does not expire. */
  readonly expires: string | null;
  /** 1-based line of the configuration file; null when unknown. */
  readonly line: number | null;
}

/** Severity by rule id; `off` silences the rule. */
export type Severities = Readonly<Record<string, Severity | "off">>;

/** Severities for some of the targets. */
export interface TargetSeverities {
  /** Id, path or glob of paths. */
  readonly target: string;
  readonly rules: Severities;
}

export interface Policy {
  /** The cluster that the manifests are for. */
  readonly cluster: Cluster;
  /** The container runtime of the nodes, which decides what RuntimeDefault lets through. */
  readonly runtime: RuntimeName;
  /** Globs of the repository's profile files; empty: whatever is found under the name that a container asks for. */
  readonly localhostProfiles: readonly string[];
  /** Globs over the names that `localhostProfile` may have; null: any. */
  readonly allowedLocalhostProfiles: readonly string[] | null;
  /** Where they differ from the rules' own. */
  readonly rules: Severities;
  /** For some targets; the last one that names a target and a rule counts, and goes before `rules`. */
  readonly severities: readonly TargetSeverities[];
  readonly exemptions: readonly ExemptionRule[];
  /** Lowest severity that fails; `never` is advisory. */
  readonly failOn: Severity | "never";
  /** `warn`: what could not be looked at does not fail by itself. */
  readonly noVerdict: "fail" | "warn";
}

export const defaultPolicy: Policy = { cluster: plainCluster, runtime: runtimeNames[0], localhostProfiles: [], allowedLocalhostProfiles: null, rules: {}, severities: [], exemptions: [], failOn: "error", noVerdict: "fail" };
