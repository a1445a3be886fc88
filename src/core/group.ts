// Which findings are one: the same object in several targets is one finding, and what one edit would settle is one group.

import type { Posture } from "./posture.ts";
import type { Finding, Location } from "./report.ts";
import { describeContainer, describeMatch, describeWorkload } from "./wording.ts";

/** A finding that is located, before it is known which others belong to it. */
export type LocatedFinding = Omit<Finding, "group" | "alsoIn">;

/** Where only the file is sure, a line that the change touched or took from is still the best place to look; any other would mislead. */
export function namesLine({ precision, inDiff, role }: Location): boolean {
  return precision !== "file" || inDiff || role === "cause";
}

/** The message without the container and workload that it begins with, and without the match that it ends with; null when it begins otherwise. */
export function predicateOf({ container, workload, message, was }: LocatedFinding): string | null {
  if (container === null) return null;
  const subject = `${describeContainer(container)} of ${describeWorkload(workload)} `;
  if (!message.startsWith(subject)) return null;
  const match = was === null ? "" : describeMatch(was);
  return message.slice(subject.length, message.endsWith(match) ? message.length - match.length : message.length);
}

/** Fields of containers that differ in nothing but the container's index. */
export function withoutIndices(text: string): string {
  return text.replace(/(ontainers)\[\d+\]/g, "$1[*]");
}

/** How many system calls open, which depends on each container's capabilities. */
export const OPENED = /\bopens (\d+)(?= system call)/g;

/** Sentences that differ in nothing but such counts. */
function withoutCounts(text: string): string {
  return withoutIndices(text).replace(OPENED, "opens *");
}

function postureKey(posture: Posture | null): readonly (string | null)[] {
  if (posture === null) return [];
  const { profile, localhostProfile, cause, effective, reason, decidedBy } = posture;
  return [profile, localhostProfile, cause, effective, reason, decidedBy === null ? null : withoutIndices(decidedBy)];
}

/** Whether the place is that of the container itself, to which no field gives a profile: it came into being, and one edit of its pod settles its siblings too. */
const isOwnPlace = ({ base, head }: LocatedFinding, { precision }: Location): boolean => base === null && head?.decidedBy === null && precision !== "file";

/** Equal for findings that one edit would settle; a finding that cannot be told together with others has its own. */
export function causeKey(finding: LocatedFinding): string {
  const { rule, severity, exemption, target, workload, base, head, message, remedy, fix, fingerprint, locations } = finding;
  const predicate = predicateOf(finding);
  if (predicate === null) return JSON.stringify([fingerprint, target, message]);
  const [location] = locations;
  const cause = location === undefined ? [target, workload] : isOwnPlace(finding, location) ? [location.path, workload] : [location.path, namesLine(location) ? location.line : null];
  return JSON.stringify([rule, severity, exemption, postureKey(base), postureKey(head), withoutCounts(predicate), withoutIndices(remedy), fix, cause]);
}

/** What is quickly compared of findings that say the same of the same object at the same place; null where no place is known. */
function quickKey({ rule, workload, container, locations }: LocatedFinding): string | null {
  const [location] = locations;
  return location === undefined ? null : [rule, workload.kind, workload.namespace, workload.name, container?.name, location.path, location.line].join("\0");
}

/** All that has to be the same, whichever target renders the object. */
const sameKey = ({ rule, severity, exemption, workload, container, base, head, message, remedy, fix, locations }: LocatedFinding): string =>
  JSON.stringify([rule, severity, exemption, workload, container, base, head, message, remedy, fix, locations[0]]);

interface OpenFinding {
  readonly finding: LocatedFinding;
  /** Further targets. */
  readonly alsoIn: string[];
}

/** One finding for each object, with the further targets that render it, sorted. Two of one target stay two. */
function mergeTargets(findings: readonly LocatedFinding[]): OpenFinding[] {
  const quick = findings.map(quickKey);
  const times = new Map<string | null, number>();
  for (const key of quick) times.set(key, (times.get(key) ?? 0) + 1);
  const known = new Map<string, { readonly open: OpenFinding[]; /** findings by target */ readonly counts: Map<string, number> }>();
  const merged: OpenFinding[] = [];
  for (const [i, finding] of findings.entries()) {
    const open = { finding, alsoIn: [] };
    const key = quick[i] ?? null;
    if (key === null || times.get(key) === 1) {
      merged.push(open);
      continue;
    }
    // The second of a target is the second of the others: to look for it among all that are alike would take their square.
    const same = sameKey(finding);
    const alike = known.get(same) ?? { open: [], counts: new Map<string, number>() };
    known.set(same, alike);
    const nth = alike.counts.get(finding.target) ?? 0;
    alike.counts.set(finding.target, nth + 1);
    const first = alike.open[nth];
    if (first !== undefined) {
      first.alsoIn.push(finding.target);
      continue;
    }
    alike.open.push(open);
    merged.push(open);
  }
  for (const { alsoIn } of merged) alsoIn.sort();
  return merged;
}

/**
 * Findings in their order, each once for all targets that render the same object, and with the id of its group: equal for findings
 * of one cause. It is the first of the members' fingerprints, and so as stable as they are: 32 lower-case hexadecimal digits.
 */
export function groupFindings(findings: readonly LocatedFinding[]): Finding[] {
  const ids = new Map<string, string>();
  const keyed = mergeTargets(findings).map(({ finding, alsoIn }) => ({ finding, alsoIn, key: causeKey(finding) }));
  for (const { finding: { fingerprint }, key } of keyed) {
    const first = ids.get(key);
    if (first === undefined || fingerprint < first) ids.set(key, fingerprint);
  }
  return keyed.map(({ finding, alsoIn, key }) => ({ ...finding, alsoIn, group: ids.get(key) ?? finding.fingerprint }));
}
