// One story in Markdown: in full, and as one line.

import type { Location, Severity } from "../core/report.ts";
import { codeSpan, cutText, fencedBlock, markdownMessage, markdownText } from "./escape.ts";
import type { Entry } from "./fit.ts";
import { blobUrl, describeLocation, type LinkBase, linesOf } from "./location.ts";
import { countOf } from "./headline.ts";
import { remedyYaml } from "./remedy-yaml.ts";
import { describeChange, type Story, toSentence, unnamedField, unsaidAssumption } from "./story.ts";
import { describePlace, describeSubject, targetsOf } from "./subject.ts";

const MOST_PLACES = 10;
const MOST_TARGETS = 3;
const NAME_LENGTH = 300; // more than Kubernetes allows for any name
const MESSAGE_LENGTH = 2000;

/** Screen readers name them; the counts in the heading say them in words. */
export const severityIcons = { error: "❌", warning: "⚠️", note: "ℹ️" } as const satisfies Record<Severity, string>;

/** A name from the repository as a code span, cut to a length that no honest one has. */
export const quoteName = (name: string): string => codeSpan(cutText(name, NAME_LENGTH));
/** A kind as it is, since those of Kubernetes are words; all else as a code span. */
export const quoteKind = (kind: string): string => (/^[A-Za-z]{1,63}$/.test(kind) ? kind : quoteName(kind));

/** A sentence of ours about names of theirs. */
export const sentence = (text: string): string => markdownMessage(toSentence(cutText(text, MESSAGE_LENGTH)));

/** Code span with the words, linked when there is an address. */
export function linkTo(words: string, url: string | null): string {
  return url === null ? quoteName(words) : `[${quoteName(words)}](${url})`;
}

const linkLocation = (location: Location, links: LinkBase): string => linkTo(describeLocation(location), blobUrl(links, location.path, linesOf(location)));

function subjectOf(story: Story): string {
  return describeSubject(story, quoteName, quoteKind);
}

function changeLine(story: Story, links: LinkBase): string {
  const change = describeChange(story);
  const field = unnamedField(story);
  const parts = [
    change === null ? "" : `**${markdownText(cutText(change, NAME_LENGTH))}**`,
    field === null ? "" : `by ${quoteName(field)}`,
    story.location === null ? "" : `at ${linkLocation(story.location, links)}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** The first targets by name, and how many more there are. */
export function listTargets(targets: readonly string[]): string {
  const left = targets.length - MOST_TARGETS;
  return `${targets.slice(0, MOST_TARGETS).map(quoteName).join(", ")}${left > 0 ? ` and ${countOf(left, "more target")}` : ""}`;
}

function placesList({ places }: Story, targets: readonly string[]): string {
  if (places.length < 2) return "";
  const shown = places.slice(0, MOST_PLACES).map((place) => `- ${describePlace(place, quoteName, quoteKind)}${targets.length > 1 && place.containers.length > 0 ? ` in ${listTargets(targetsOf({ places: [place] }))}` : ""}`);
  return [...shown, ...(places.length > MOST_PLACES ? [`- and ${places.length - MOST_PLACES} more`] : [])].join("\n");
}

function fixBlock({ fix }: Story, links: LinkBase): string | null {
  if (fix === null) return null;
  const last = Math.max(fix.startLine, fix.endLine);
  const range = last > fix.startLine ? `lines ${fix.startLine} to ${last}` : `line ${fix.startLine}`;
  const link = linkTo(fix.path, blobUrl(links, fix.path, { first: fix.startLine, last }));
  return `In ${link}, ${range} ${last > fix.startLine ? "become" : "becomes"}${fix.proven ? " (proven by rendering it)" : ""}:\n\n${fencedBlock(fix.replacement, "yaml")}`;
}

function yamlBlock(story: Story): string | null {
  const yaml = remedyYaml(story);
  return yaml === null ? null : fencedBlock(yaml, "yaml");
}

function perTarget({ places }: Story): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { target, containers } of places) counts.set(target, (counts.get(target) ?? 0) + Math.max(1, containers.length));
  return counts;
}

/** A story as an entry of the report's first section. */
export function storyEntry(story: Story, links: LinkBase): Entry {
  const targets = targetsOf(story);
  const icon = severityIcons[story.severity];
  const change = changeLine(story, links);
  const assumption = unsaidAssumption(story);
  const blocks = [
    `### ${icon} ${subjectOf(story)}`,
    placesList(story, targets),
    change,
    `**What to write:** ${sentence(story.remedy)}`,
    fixBlock(story, links) ?? yamlBlock(story) ?? "",
    `**Why:** ${sentence(story.message)}`,
    assumption === null ? "" : `**Assumed:** ${sentence(assumption)}`,
    `<sub>${quoteName(story.rule)} in ${listTargets(targets)}</sub>`,
  ];
  return {
    full: blocks.filter((block) => block !== "").join("\n\n"),
    line: `- ${icon} ${subjectOf(story)}${change === "" ? "" : `, ${change}`} ${quoteName(story.rule)}`,
    perTarget: perTarget(story),
  };
}
