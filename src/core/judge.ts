// Every rule on every change, then what policy makes of it.

import { baseFieldOnHead, wasOf, type Pair } from "./diff.ts";
import { standingOf, type Standing } from "./exemption.ts";
import { fingerprint } from "./fingerprint.ts";
import type { LocatedFinding } from "./group.ts";
import { guardedAs, targetOfGuard } from "./guardrails/guarded-as.ts";
import type { Guard } from "./guardrails/pair-guards.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { PathSegment } from "./manifest.ts";
import type { Policy, Severities } from "./policy.ts";
import { describeRemark } from "./remark.ts";
import type { Exemption, Severity } from "./report.ts";
import type { Asking, Judgement, LostTarget, Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { describeMatch } from "./wording.ts";

/** A finding before its place in the sources is known, with the entries it speaks of. */
export interface Judged {
  readonly finding: Omit<LocatedFinding, "locations">;
  readonly entry: InventoryEntry | null;
  /** The same container on the base; null when there is none, or the finding is about something else. */
  readonly base: InventoryEntry | null;
  /** Path inside the workload of the field that decided on the base. */
  readonly baseField: readonly PathSegment[] | null;
  readonly lost: LostTarget | null;
  /** Files beside the target's own whose change may have caused it. */
  readonly files: readonly string[];
  /** What asks for more than it did; null where nothing does. */
  readonly askedBy: Asking | null;
  readonly guard: Guard | null;
  /** What policy says about it. */
  readonly standing: Standing;
}

/** What is asked of each finding. */
interface Ruling {
  readonly policy: Policy;
  readonly today: string;
  readonly severities: ReadonlyMap<string, Severities>;
}

const order = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

const ownOf = (severities: Severities | undefined, id: string): Severity | "off" | undefined => (severities !== undefined && Object.hasOwn(severities, id) ? severities[id] : undefined);

function severityOf(rule: Rule, target: string, judgement: Judgement, { policy, severities }: Ruling): Severity | "off" {
  return ownOf(severities.get(target), rule.id) ?? ownOf(policy.rules, rule.id) ?? judgement.severity ?? rule.severity;
}

function exemptionOf(standing: Standing): Exemption | null {
  return standing.kind === "holds" ? { reason: standing.exemption.reason, expires: standing.exemption.expires } : null;
}

/** That it was let pass until not long ago. */
function describeExpiry(standing: Standing): string {
  return standing.kind === "expired" ? `; an exemption for it expired on ${standing.exemption.expires ?? ""}` : "";
}

function judgePair(rule: Rule, pair: Pair, ruling: Ruling): Judged[] {
  if (rule.subject !== "container") return [];
  const entry = pair.head ?? pair.base;
  const judgement = rule.judge(pair);
  if (judgement === null || entry === null) return [];
  const { target, workload, container, image, key } = entry;
  const severity = severityOf(rule, target, judgement, ruling);
  if (severity === "off") return [];
  const { beside } = judgement;
  const was = beside === undefined ? wasOf(pair) : null;
  const standing = standingOf({ rule: rule.id, workloads: [workload], container: { name: container.name, image } }, ruling.policy.exemptions, ruling.today);
  const finding = {
    rule: rule.id,
    severity,
    target,
    workload,
    container,
    base: beside === undefined ? (pair.base?.posture ?? null) : null,
    head: beside === undefined ? (pair.head?.posture ?? null) : null,
    was,
    message: `${judgement.message}${was === null ? "" : describeMatch(was)}${describeRemark(entry)}${describeExpiry(standing)}`,
    remedy: judgement.remedy,
    fix: null,
    // What was judged, never where it stands: unrelated edits change nothing.
    fingerprint: fingerprint([rule.id, key]),
    exemption: exemptionOf(standing),
  };
  const field = beside === undefined ? (judgement.at ?? entry.field) : beside.field;
  return [{ finding, entry: field === entry.field ? entry : { ...entry, field }, base: pair.base, baseField: baseFieldOnHead(pair), lost: null, guard: null, standing, files: judgement.files ?? [], askedBy: judgement.askedBy ?? null }];
}

function judgeLost(rule: Rule, lost: LostTarget, ruling: Ruling): Judged[] {
  if (rule.subject !== "target") return [];
  const judgement = rule.judge(lost);
  const [first] = lost.unaccounted;
  if (judgement === null || first === undefined) return [];
  const severity = severityOf(rule, lost.id, judgement, ruling);
  if (severity === "off") return [];
  const workloads = lost.unaccounted.map(({ workload }) => workload);
  const standing = standingOf({ rule: rule.id, workloads, container: null }, ruling.policy.exemptions, ruling.today);
  const finding = {
    rule: rule.id,
    severity,
    target: lost.id,
    workload: first.workload,
    container: null,
    base: null,
    head: null,
    was: null,
    message: `${judgement.message}${describeExpiry(standing)}`,
    remedy: judgement.remedy,
    fix: null,
    fingerprint: fingerprint([rule.id, lost.id]),
    exemption: exemptionOf(standing),
  };
  return [{ finding, entry: null, base: null, baseField: null, lost, guard: null, standing, files: [], askedBy: null }];
}

function judgeGuard(rule: Rule, guard: Guard, ruling: Ruling): Judged[] {
  if (rule.subject !== "guard") return [];
  const judgement = rule.judge(guard);
  if (judgement === null) return [];
  const [target, workload] = [targetOfGuard(guard.object), guardedAs(guard.object)];
  const severity = severityOf(rule, target, judgement, ruling);
  if (severity === "off") return [];
  const standing = standingOf({ rule: rule.id, workloads: [workload], container: null }, ruling.policy.exemptions, ruling.today);
  const finding = {
    rule: rule.id,
    severity,
    target,
    workload,
    container: null,
    base: null,
    head: null,
    was: null,
    message: `${judgement.message}${describeExpiry(standing)}`,
    remedy: judgement.remedy,
    fix: null,
    fingerprint: fingerprint([rule.id, target, workload.kind, workload.namespace, workload.name, guard.fact.aspect]),
    exemption: exemptionOf(standing),
  };
  return [{ finding, entry: null, base: null, baseField: null, lost: null, guard, standing, files: [], askedBy: null }];
}

/** The worst first, exempted ones last. */
const byGravity = ({ finding: a }: Judged, { finding: b }: Judged): number => Number(a.exemption !== null) - Number(b.exemption !== null) || order[a.severity] - order[b.severity];

const placeOf = ({ finding: { target, workload, container, fingerprint } }: Judged): string =>
  [target, workload.kind, workload.namespace, workload.name, container?.type, container?.pod, container?.name, fingerprint].join("\0");

/** By target, workload and container, so that the same facts always read the same. */
function byPlace(judged: readonly Judged[]): Judged[] {
  const placed = judged.map((one) => ({ one, place: placeOf(one) })); // once each, of tens of thousands
  return placed.sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place))).map(({ one }) => one);
}

/** Tells apart what is alike in all that its fingerprint is made of, such as one namespace described in two files: no two findings share one. */
function numberAlike(judged: readonly Judged[]): Judged[] {
  const counts = new Map<string, number>();
  return judged.map((one) => {
    const { finding } = one;
    const nth = (counts.get(finding.fingerprint) ?? 0) + 1;
    counts.set(finding.fingerprint, nth);
    return nth === 1 ? one : { ...one, finding: { ...finding, fingerprint: fingerprint([finding.fingerprint, String(nth)]) } };
  });
}

/**
 * All findings, worst first, exempted ones last. `today` is `YYYY-MM-DD`; `severities` are those of the targets, by id, that have some of
 * their own.
 */
export function judge(pairs: readonly Pair[], lost: readonly LostTarget[], policy: Policy, today: string, severities: ReadonlyMap<string, Severities> = new Map(), guards: readonly Guard[] = []): Judged[] {
  const ruling = { policy, today, severities };
  const found = rules.flatMap((rule) => {
    const own = [
      ...pairs.flatMap((pair) => judgePair(rule, pair, ruling)),
      ...lost.flatMap((target) => judgeLost(rule, target, ruling)),
      ...guards.flatMap((guard) => judgeGuard(rule, guard, ruling)),
    ];
    return byPlace(own);
  });
  return numberAlike(found.sort(byGravity));
}
