// One finding as a SARIF result.

import { terminalText } from "../core/one-line.ts";
import type { Finding, Fix, Location, Severity } from "../core/report.ts";
import { describeContainer, describeWorkload } from "../core/wording.ts";
import { cutText, urlPath } from "./escape.ts";
import { findingPlace, type FindingPlace } from "./finding-place.ts";
import { sarifRuleId } from "./sarif-rules.ts";
import { toSentence } from "./story.ts";

const MESSAGE_LENGTH = 2000;

/** The root of the repository, to which all paths are relative. */
export const SOURCE_ROOT = "%SRCROOT%";

/**
 * Plain text in which no link can arise: SARIF makes one of `[text](target)`. What does not show is spelled out.
 * docs.oasis-open.org: sarif/sarif/v2.1.0, 3.11.6 (messages with embedded links).
 */
export function sarifText(text: string): { readonly text: string } {
  const shown = terminalText(cutText(text, MESSAGE_LENGTH)).replaceAll("](", "]\u200b(");
  return { text: shown === "" ? "(nothing)" : shown }; // GitHub accepts no empty text
}

/** A file and one line of it: GitHub shows an alert on a pull request only if all of its lines are in the difference. */
export function sarifPlace({ path, line, column }: FindingPlace) {
  const uri = urlPath(path);
  if (uri === null) throw new Error(`${JSON.stringify(path)} is no place for a result`);
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: SOURCE_ROOT }, region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } } };
}

/** The object that is spoken of, by a name that stays when files move. */
function logicalLocation({ workload, container }: Finding) {
  const parts = [workload.kind, ...(workload.namespace === null ? [] : [workload.namespace]), workload.name, ...(container === null ? [] : [container.name])];
  return { name: terminalText(container === null ? describeWorkload(workload) : describeContainer(container)), fullyQualifiedName: parts.map(terminalText).join("/"), kind: "object" };
}

const roles = { cause: "What may have caused it.", template: "What describes the container.", patch: "A patch that touches it." } as const satisfies Record<Location["role"], string>;

function relatedLocations({ locations }: Finding) {
  const others = locations.slice(1).filter(({ path }) => urlPath(path) !== null);
  return others.map(({ path, line, column, precision, role }, i) => ({ id: i + 1, ...sarifPlace({ path, line, column: precision === "exact" ? column : null }), message: { text: roles[role] } }));
}

/** The lines as a whole, without the last one's line feed, which stays. */
function fixOf({ path, startLine, endLine, replacement }: Fix) {
  const uri = urlPath(path);
  if (uri === null) return [];
  const replacements = [{ deletedRegion: { startLine, endLine }, insertedContent: { text: replacement.replace(/\r?\n$/, "") } }];
  return [{ description: { text: "Write this instead." }, artifactChanges: [{ artifactLocation: { uri, uriBaseId: SOURCE_ROOT }, replacements }] }];
}

/** What policy lets pass. GitHub does not know suppressions, and shows a note; other viewers hide it. */
function suppressions({ exemption }: Finding) {
  if (exemption === null) return [];
  const until = exemption.expires === null ? "" : ` (until ${exemption.expires})`;
  return [{ kind: "external", status: "accepted", justification: sarifText(`${exemption.reason}${until}`).text }];
}

function messageOf({ message, remedy, exemption }: Finding): string {
  const advice = exemption === null ? [remedy] : [`Exempted: ${exemption.reason}`];
  return [message, ...advice].filter((text) => text !== "").map(toSentence).join(" ");
}

const levelOf = ({ severity, exemption }: Finding): Severity => (exemption === null ? severity : "note");

/** A finding, at a place that GitHub accepts. `ruleIndex` finds its rule; in a comparison every finding is a new one. */
export function sarifResult(finding: Finding, ruleIndex: number, targets: ReadonlyMap<string, FindingPlace>, compared: boolean) {
  const related = relatedLocations(finding);
  const fixes = finding.fix === null ? [] : fixOf(finding.fix);
  return {
    ruleId: sarifRuleId(finding),
    ruleIndex,
    level: levelOf(finding),
    message: sarifText(messageOf(finding)),
    locations: [{ ...sarifPlace(findingPlace(finding, targets)), logicalLocations: [logicalLocation(finding)] }],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    // The number behind the colon tells apart what else is equal; fingerprints of ours never are.
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:1` },
    ...(compared ? { baselineState: "new" } : {}),
    // An empty list would say that it is known not to be suppressed.
    suppressions: suppressions(finding),
    ...(fixes.length === 0 ? {} : { fixes }),
    properties: { target: terminalText(finding.target), ...(finding.alsoIn.length === 0 ? {} : { alsoIn: finding.alsoIn.map(terminalText) }) },
  };
}
