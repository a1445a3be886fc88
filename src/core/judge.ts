// Every rule on every change, then what policy makes of it.

import picomatch from "picomatch";
import { baseFieldOnHead, wasOf, type Pair } from "./diff.ts";
import { fingerprint } from "./fingerprint.ts";
import type { LocatedFinding } from "./group.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { PathSegment } from "./manifest.ts";
import type { ExemptionRule, Policy } from "./policy.ts";
import type { Exemption, Severity, Workload } from "./report.ts";
import { describeRemark } from "./remark.ts";
import type { Judgement, LostTarget, Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { describeMatch } from "./wording.ts";

/** A finding before its place in the sources is known, with the entries it speaks of. */
export interface Judged {
  readonly finding: Omit<LocatedFinding, "locations">;
  readonly entry: InventoryEntry | null;
  /** Path inside the workload of the field that decided on the base. */
  readonly baseField: readonly PathSegment[] | null;
  readonly lost: LostTarget | null;
}

const order = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

function matchesWorkload(pattern: string, workload: Workload): boolean {
  const name = [workload.kind, workload.namespace ?? "", workload.name];
  const parts = pattern.split("/");
  const wanted = parts.length === 2 ? [parts[0], "*", parts[1]] : parts;
  return wanted.length === 3 && wanted.every((glob, i) => glob === "*" || picomatch.isMatch(name[i] ?? "", glob ?? "", { dot: true }));
}

/** The exemption that covers a finding. One about a whole target must be covered as a whole. */
function exemptionFor(finding: { rule: string; workloads: readonly Workload[]; container: string | null }, exemptions: readonly ExemptionRule[], today: string): Exemption | null {
  for (const { workload, container, rules: ids, reason, expires } of exemptions) {
    if (expires !== null && expires < today) continue;
    if (ids !== null && !ids.includes(finding.rule)) continue;
    if (!finding.workloads.every((one) => matchesWorkload(workload, one))) continue;
    if (container !== null && (finding.container === null || !picomatch.isMatch(finding.container, container, { dot: true }))) continue;
    return { reason, expires };
  }
  return null;
}

function severityOf(rule: Rule, judgement: Judgement, policy: Policy): Severity | "off" {
  const configured = Object.hasOwn(policy.rules, rule.id) ? policy.rules[rule.id] : undefined;
  return configured ?? judgement.severity ?? rule.severity;
}

function judgePair(rule: Rule, pair: Pair, policy: Policy, today: string): Judged[] {
  if (rule.subject !== "container") return [];
  const entry = pair.head ?? pair.base;
  const judgement = rule.judge(pair);
  if (judgement === null || entry === null) return [];
  const severity = severityOf(rule, judgement, policy);
  if (severity === "off") return [];
  const { target, workload, container, key } = entry;
  const { beside } = judgement;
  const was = beside === undefined ? wasOf(pair) : null;
  const finding = {
    rule: rule.id,
    severity,
    target,
    workload,
    container,
    base: beside === undefined ? (pair.base?.posture ?? null) : null,
    head: beside === undefined ? (pair.head?.posture ?? null) : null,
    was,
    message: `${judgement.message}${was === null ? "" : describeMatch(was)}${describeRemark(entry)}`,
    remedy: judgement.remedy,
    fix: null,
    // What was judged, never where it stands: unrelated edits change nothing.
    fingerprint: fingerprint([rule.id, key]),
    exemption: exemptionFor({ rule: rule.id, workloads: [workload], container: container.name }, policy.exemptions, today),
  };
  return [{ finding, entry: beside === undefined ? entry : { ...entry, field: beside.field }, baseField: baseFieldOnHead(pair), lost: null }];
}

function judgeLost(rule: Rule, lost: LostTarget, policy: Policy, today: string): Judged[] {
  if (rule.subject !== "target") return [];
  const judgement = rule.judge(lost);
  const [first] = lost.unaccounted;
  if (judgement === null || first === undefined) return [];
  const severity = severityOf(rule, judgement, policy);
  if (severity === "off") return [];
  const finding = {
    rule: rule.id,
    severity,
    target: lost.id,
    workload: first.workload,
    container: null,
    base: null,
    head: null,
    was: null,
    message: judgement.message,
    remedy: judgement.remedy,
    fix: null,
    fingerprint: fingerprint([rule.id, lost.id]),
    exemption: exemptionFor({ rule: rule.id, workloads: lost.unaccounted.map(({ workload }) => workload), container: null }, policy.exemptions, today),
  };
  return [{ finding, entry: null, baseField: null, lost }];
}

/** Orders by severity, then rule, target, workload and container, so that the same facts always read the same. */
function compareFindings(a: Judged, b: Judged): number {
  const [x, y] = [a.finding, b.finding];
  const key = (f: typeof x) => [f.target, f.workload.kind, f.workload.namespace ?? "", f.workload.name, f.container?.type ?? "", f.container?.pod ?? "", f.container?.name ?? "", f.fingerprint];
  const ranks = Number(x.exemption !== null) - Number(y.exemption !== null) || order[x.severity] - order[y.severity];
  if (ranks !== 0) return ranks;
  const byRule = rules.findIndex((rule) => rule.id === x.rule) - rules.findIndex((rule) => rule.id === y.rule);
  if (byRule !== 0) return byRule;
  const [left, right] = [key(x), key(y)];
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : (left[at] ?? "") < (right[at] ?? "") ? -1 : 1;
}

/** All findings, worst first, exempted ones last. `today` is `YYYY-MM-DD`. */
export function judge(pairs: readonly Pair[], lost: readonly LostTarget[], policy: Policy, today: string): Judged[] {
  const found = rules.flatMap((rule) => [
    ...pairs.flatMap((pair) => judgePair(rule, pair, policy, today)),
    ...lost.flatMap((target) => judgeLost(rule, target, policy, today)),
  ]);
  return found.sort(compareFindings);
}
