// What the user lets pass: severities, exemptions and what the cluster does with containers that set nothing.

import { plainCluster, type Cluster } from "./cluster.ts";
import type { Severity } from "./report.ts";

export interface ExemptionRule {
  /** `KIND/NAMESPACE/NAME` or `KIND/NAME`; globs allowed in each part. */
  readonly workload: string;
  /** Glob over the container's name; null means every container. */
  readonly container: string | null;
  /** Rule ids; null means every rule. */
  readonly rules: readonly string[] | null;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`; null when it does not expire. */
  readonly expires: string | null;
}

export interface Policy {
  /** The cluster that the manifests are for. */
  readonly cluster: Cluster;
  /** Severity by rule id, where it differs from the rule's own; `off` silences the rule. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly exemptions: readonly ExemptionRule[];
  /** Lowest severity that fails; `never` is advisory. */
  readonly failOn: Severity | "never";
  /** `warn`: what could not be looked at does not fail by itself. */
  readonly noVerdict: "fail" | "warn";
}

export const defaultPolicy: Policy = { cluster: plainCluster, rules: {}, exemptions: [], failOn: "error", noVerdict: "fail" };
