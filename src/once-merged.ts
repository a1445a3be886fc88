// What a changed configuration will make of the very change that brings it: told before it is merged, since nothing of it is in effect yet.

import type { Policy } from "./core/policy.ts";
import type { Finding, Report } from "./core/report.ts";
import { exitCode } from "./core/verdict.ts";
import { describeContainer, describeWorkload } from "./core/wording.ts";

const MOST_NAMES = 10;

function listed(names: readonly string[]): string {
  return names.length <= MOST_NAMES ? names.join(", ") : `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more`;
}

function nameOf({ container, workload, target, rule }: Finding): string {
  const subject = container === null ? `\`${target}\`` : `${describeContainer(container)} of ${describeWorkload(workload)}`;
  return `${subject} (\`${rule}\`)`;
}

/** A sentence about some findings; none when there are none. */
const about = (findings: readonly Finding[], what: string): readonly string[] =>
  findings.length === 0 ? [] : [`Once merged ${findings.length === 1 ? "this finding" : "these findings"} would ${what}: ${listed(findings.map(nameOf))}`];

function findingNotes(now: Report, then: Report): readonly string[] {
  const [before, after] = [new Map(now.findings.map((finding) => [finding.fingerprint, finding])), new Map(then.findings.map((finding) => [finding.fingerprint, finding]))];
  const counted = now.findings.filter(({ exemption }) => exemption === null);
  const inBoth = counted.flatMap((finding) => after.get(finding.fingerprint) ?? []);
  const lessOrMore = inBoth.filter(({ fingerprint, severity, exemption }) => exemption === null && before.get(fingerprint)?.severity !== severity);
  return [
    ...about(inBoth.filter(({ exemption }) => exemption !== null), "be exempted"),
    ...about(counted.filter(({ fingerprint }) => !after.has(fingerprint)), "not be made any more"),
    ...lessOrMore.map((finding) => `Once merged this finding would be of severity \`${finding.severity}\` instead of \`${before.get(finding.fingerprint)?.severity ?? ""}\`: ${nameOf(finding)}`).slice(0, MOST_NAMES),
    ...about(then.findings.filter(({ fingerprint, exemption }) => exemption === null && before.get(fingerprint)?.exemption !== null), "be made or count as well"),
  ];
}

function targetNotes(now: Report, then: Report): readonly string[] {
  const [before, after] = [now, then].map(({ targets }) => new Set(targets.filter(({ head }) => head !== "absent").map(({ id }) => id)));
  const gone = [...(before ?? [])].filter((id) => after?.has(id) === false).sort();
  const fresh = [...(after ?? [])].filter((id) => before?.has(id) === false).sort();
  const quoted = (ids: readonly string[]): string => listed(ids.map((id) => `\`${id}\``));
  return [
    ...(gone.length === 0 ? [] : [`Once merged nobody would look at ${quoted(gone)} any more`]),
    ...(fresh.length === 0 ? [] : [`Once merged these would be looked at: ${quoted(fresh)}`]),
  ];
}

/** What a run ends with: `failOn: never` and `noVerdict: warn` let one pass whose verdict does not. */
interface Ending {
  readonly report: Report;
  readonly policy: Pick<Policy, "failOn" | "noVerdict">;
}

const passes = ({ report, policy }: Ending): boolean => exitCode(report.verdict, policy) === 0;

/** What becomes of the required check where the verdict alone does not say it; none where it does. */
function checkNote(now: Ending, then: Ending): readonly string[] {
  const isSaid = now.report.verdict !== then.report.verdict && passes(then) === (then.report.verdict === "pass");
  return passes(now) === passes(then) || isSaid ? [] : [`Once merged the check would ${passes(then) ? "pass whatever the verdict is" : "fail with this verdict"}`];
}

/** What will be different under the configuration of the head, given the runs under both. */
export function onceMerged(before: Ending, after: Ending): readonly string[] {
  const [{ report: now }, { report: then }] = [before, after];
  const verdict = now.verdict === then.verdict ? `The verdict on this change would still be \`${then.verdict}\`` : `The verdict on this change would be \`${then.verdict}\` instead of \`${now.verdict}\``;
  return [...targetNotes(now, then), ...findingNotes(now, then), `${verdict} under the changed configuration`, ...checkNote(before, after)];
}
