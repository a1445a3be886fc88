// Findings with one cause and one remedy, told once: a pod's field that confined three containers is one story, not three.

import type { Posture } from "../core/posture.ts";
import type { Container, Exemption, Finding, Fix, Location, Report, Severity, Workload } from "../core/report.ts";
import { describeContainer, describePosture, describeWorkload } from "../core/wording.ts";
import { describeLocation } from "./location.ts";

/** Containers of one workload in one target; no containers when the story is about the target itself. */
export interface Place {
  readonly target: string;
  readonly workload: Workload;
  readonly containers: readonly Container[];
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
  readonly fix: Fix | null;
  readonly places: readonly [Place, ...Place[]];
  /** How many findings it tells. */
  readonly count: number;
}

export const severityRank = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/** The message without the container and workload that it begins with; null when it begins otherwise. */
function predicateOf({ container, workload, message }: Finding): string | null {
  if (container === null) return null;
  const subject = `${describeContainer(container)} of ${describeWorkload(workload)} `;
  return message.startsWith(subject) ? message.slice(subject.length) : null;
}

/** Fields of containers that differ in nothing but the container's index. */
function withoutIndices(text: string): string {
  return text.replace(/(ontainers)\[\d+\]/g, "$1[*]");
}

function postureKey(posture: Posture | null): readonly (string | null)[] {
  if (posture === null) return [];
  const { profile, localhostProfile, cause, effective, reason, decidedBy } = posture;
  return [profile, localhostProfile, cause, effective, reason, withoutIndices(decidedBy ?? "")];
}

const fieldOf = ({ base, head }: Finding): string | null => head?.decidedBy ?? base?.decidedBy ?? null;

/** Equal for findings that one edit would settle; a finding that cannot be told together with others has its own. */
function storyKey(finding: Finding): string {
  const { rule, severity, exemption, target, workload, base, head, message, remedy, fix, fingerprint, locations } = finding;
  const predicate = predicateOf(finding);
  if (predicate === null) return JSON.stringify([fingerprint, target, message]);
  const [location] = locations;
  const cause = location === undefined ? [target, workload] : [describeLocation(location)];
  return JSON.stringify([rule, severity, exemption, postureKey(base), postureKey(head), withoutIndices(predicate), withoutIndices(remedy), fix, cause]);
}

type OpenPlace = Place & { readonly containers: Container[] };

const openPlace = ({ target, workload, container }: Finding): OpenPlace => ({ target, workload, containers: container === null ? [] : [container] });

function gatherPlaces([first, ...others]: readonly [Finding, ...Finding[]]): Story["places"] {
  const keyOf = ({ target, workload }: Finding): string => JSON.stringify([target, workload]);
  const places: [OpenPlace, ...OpenPlace[]] = [openPlace(first)];
  const known = new Map([[keyOf(first), places[0]]]);
  for (const finding of others) {
    const place = known.get(keyOf(finding)) ?? openPlace(finding);
    if (!known.has(keyOf(finding))) places.push(place);
    else if (finding.container !== null) place.containers.push(finding.container);
    known.set(keyOf(finding), place);
  }
  return places;
}

/** One sentence for all, or the first one's where there is only one way to say it. */
function tell(texts: readonly string[]): string {
  const [first = ""] = texts;
  return texts.every((text) => text === first) ? first : withoutIndices(first);
}

function toStory(findings: readonly [Finding, ...Finding[]]): Story {
  const [{ rule, severity, exemption, base, head, message, fix, locations }] = findings;
  return {
    rule,
    severity,
    exemption,
    base,
    head,
    message: findings.length === 1 ? message : `Each ${tell(findings.map((finding) => predicateOf(finding) ?? finding.message))}`,
    remedy: tell(findings.map((finding) => finding.remedy)),
    field: fieldOf(findings[0]) === null ? null : tell(findings.map((finding) => fieldOf(finding) ?? "")),
    location: locations[0] ?? null,
    fix,
    places: gatherPlaces(findings),
    count: findings.length,
  };
}

/** The findings of a report as stories, worst first, in the report's order otherwise; exempted ones apart. */
export function tellStories({ findings }: Pick<Report, "findings">): { readonly counted: readonly Story[]; readonly exempted: readonly ExemptedStory[] } {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = storyKey(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const stories = [...groups.values()].map(toStory).sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
  return { counted: stories.filter((story) => story.exemption === null), exempted: stories.filter((story): story is ExemptedStory => story.exemption !== null) };
}

/** `RuntimeDefault → no profile`; what it comes to in brackets where the profile does not say it; null when there is no container. */
export function describeChange({ base, head }: Pick<Story, "base" | "head">): string | null {
  if (head === null) return base === null ? null : `${describePosture(base)} → gone`;
  const now = head.profile === "Unset" ? `${describePosture(head)} (runs ${head.effective})` : describePosture(head);
  return base === null ? now : `${describePosture(base)} → ${now}`;
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
