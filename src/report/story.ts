// Findings with one cause and one remedy, told once: a pod's field that confined three containers is one story, not three.

import { UNCONFIGURED } from "../core/cluster.ts";
import type { Posture } from "../core/posture.ts";
import type { Container, Exemption, Finding, Fix, Location, Report, Severity, Workload } from "../core/report.ts";
import { OPENED, predicateOf, withoutIndices } from "../core/group.ts";
import { rules } from "../core/rules.ts";
import { describePosture, describeWorkloadMatch } from "../core/wording.ts";

/** Containers of one workload in one target; no containers when the story is about the target itself. */
export interface Place {
  readonly target: string;
  /** Further targets that render the same, sorted. */
  readonly alsoIn: readonly string[];
  readonly workload: Workload;
  readonly containers: readonly Container[];
  /** True when the story is about the object itself, such as a policy, and not about the whole target. */
  readonly isObject?: boolean;
}

/** A story that policy lets pass. */
export type ExemptedStory = Story & { readonly exemption: Exemption };

/** Texts are raw: escape them for their destination. */
export interface Story {
  readonly rule: string;
  readonly severity: Severity;
  readonly exemption: Exemption | null;
  readonly base: Posture | null;
  readonly head: Posture | null;
  /** A whole sentence; begins with `Each` when it speaks of several containers. */
  readonly message: string;
  readonly remedy: string;
  /** Path of the field that decided: on the head, or on the base where nothing decides any more. */
  readonly field: string | null;
  readonly location: Location | null;
  /** Where a chart's values hold that field; null where no value is known to. */
  readonly value: Location | null;
  readonly fix: Fix | null;
  readonly places: readonly [Place, ...Place[]];
  /** How many findings it tells. */
  readonly count: number;
}

export const severityRank = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

const fieldOf = ({ base, head }: Finding): string | null => head?.decidedBy ?? base?.decidedBy ?? null;

type OpenPlace = Place & { readonly containers: Container[]; alsoIn: readonly string[] };

/** Whether a rule speaks of objects that protect containers. */
const judgesObjects = (id: string): boolean => rules.some((rule) => rule.id === id && rule.subject === "guard");

const openPlace = ({ rule, target, alsoIn, workload, container }: Finding): OpenPlace => ({ target, alsoIn, workload, containers: container === null ? [] : [container], isObject: judgesObjects(rule) });

function gatherPlaces([first, ...others]: readonly [Finding, ...Finding[]]): Story["places"] {
  const keyOf = ({ target, workload }: Finding): string => JSON.stringify([target, workload]);
  const places: [OpenPlace, ...OpenPlace[]] = [openPlace(first)];
  const known = new Map([[keyOf(first), places[0]]]);
  for (const finding of others) {
    const place = known.get(keyOf(finding)) ?? openPlace(finding);
    if (!known.has(keyOf(finding))) places.push(place);
    else if (finding.container !== null) place.containers.push(finding.container);
    place.alsoIn = [...new Set([...place.alsoIn, ...finding.alsoIn])].sort();
    known.set(keyOf(finding), place);
  }
  return places;
}

/** One sentence for all, or the first one's where there is only one way to say it. */
function tell(texts: readonly string[]): string {
  const [first = ""] = texts;
  if (texts.every((text) => text === first)) return first;
  const counts = texts.flatMap((text) => [...text.matchAll(OPENED)].map(([, count]) => Number(count)));
  const most = Math.max(...counts);
  const all = withoutIndices(first);
  return counts.every((count) => count === most) ? all : all.replace(OPENED, `opens up to ${most}`);
}

/** What all were matched with on the base, where that is one workload; else that they were, since the report lists moves by themselves. */
function tellMatches(findings: readonly Finding[]): string {
  const matches = findings.map(({ was }) => (was === null ? "" : describeWorkloadMatch(was)));
  const [first = ""] = matches;
  return matches.every((match) => match === first) ? first : " (matched with what was renamed or moved)";
}

function toStory(findings: readonly [Finding, ...Finding[]]): Story {
  const [{ rule, severity, exemption, base, head, message, fix, locations }] = findings;
  return {
    rule,
    severity,
    exemption,
    base,
    head,
    message: findings.length === 1 ? message : `Each ${tell(findings.map((finding) => predicateOf(finding) ?? finding.message))}${tellMatches(findings)}`,
    remedy: tell(findings.map((finding) => finding.remedy)),
    field: fieldOf(findings[0]) === null ? null : tell(findings.map((finding) => fieldOf(finding) ?? "")),
    location: locations[0] ?? null,
    value: locations.find(({ value }) => value !== undefined) ?? null,
    fix,
    places: gatherPlaces(findings),
    count: findings.length,
  };
}

/** The findings of a report as stories, worst first, in the report's order otherwise; exempted ones apart. */
export function tellStories({ findings }: Pick<Report, "findings">): { readonly counted: readonly Story[]; readonly exempted: readonly ExemptedStory[] } {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(finding.group);
    if (group === undefined) groups.set(finding.group, [finding]);
    else group.push(finding);
  }
  const stories = [...groups.values()].map(toStory).sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
  return { counted: stories.filter((story) => story.exemption === null), exempted: stories.filter((story): story is ExemptedStory => story.exemption !== null) };
}

/** `RuntimeDefault → no profile`; what it comes to in brackets where the profile does not say it; null when there is no container. */
export function describeChange({ base, head }: Pick<Story, "base" | "head">): string | null {
  if (head === null) return base === null ? null : `${describePosture(base)} → gone`;
  const now = head.profile === "Unset" && head.effective === "Unconfined" ? `${describePosture(head)} (runs Unconfined)` : `${describePosture(head)}${onCluster(head)}`;
  if (base === null) return now;
  const sameFile = base.profile === "Localhost" && head.profile === "Localhost" && base.localhostProfile === head.localhostProfile;
  return sameFile ? `${now}, whose file changed` : `${describePosture(base)}${onCluster(base)} → ${now}`;
}

/** What it comes to, where that is something else than it says. */
function onCluster({ profile, effective }: Posture): string {
  if (effective === "Sandboxed") return " (in a sandbox)";
  if (profile === "Unset") return effective === "Unconfined" ? "" : ` (runs ${effective})`;
  if (profile === "Invalid") return effective === "Unconfined" ? " (runs Unconfined)" : "";
  return effective === "Rejected" ? " (refused)" : "";
}

/** What was assumed of the cluster, where it decided and the message does not say it anyway; null otherwise. */
export function unsaidAssumption({ base, head, message }: Pick<Story, "base" | "head" | "message">): string | null {
  const assumption = head === null ? null : (head.assumption ?? base?.assumption ?? null);
  return assumption === null || assumption === UNCONFIGURED || message.includes(assumption) ? null : assumption;
}

/** The field that decided, where the message does not name it anyway. */
export function unnamedField({ field, message }: Story): string | null {
  return field === null || message.includes(field) ? null : field;
}

/** Full stop at the end, and a capital at the beginning unless that is something other than a word, such as a path. */
export function toSentence(text: string): string {
  const ended = /[.!?…]$/.test(text) ? text : `${text}.`;
  return ended.replace(/^[a-z](?=[a-z]*([ ,]|\.$))/, (letter) => letter.toUpperCase());
}
