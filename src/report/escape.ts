// One function per destination. Everything that a repository holds is hostile text; what leaves here is harmless where it goes.

import { terminalText, workflowData } from "../core/one-line.ts";

/** At most `most` UTF-16 units, with `…` where something was cut, never half a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** A value in the properties of a workflow command. actions/toolkit: packages/core/src/command.ts (escapeProperty). */
export function workflowProperty(text: string): string {
  return workflowData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Text in which halves of surrogate pairs, as names that are no UTF-8 are read, are replaced: readers of JSON differ in what they make of them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/**
 * A path inside a repository for the path of a URL; null when no link can be made of it: browsers would resolve `..` segments,
 * percent-encoded or not, and leave the repository. https://url.spec.whatwg.org/#double-dot-path-segment
 */
export function urlPath(path: string): string | null {
  const segments = path.split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) return null;
  const encode = (segment: string): string =>
    encodeURIComponent(wellFormed(segment)).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return segments.map(encode).join("/");
}

function longestBacktickRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

const xmlEntities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);

/**
 * Text for an element or an attribute of XML, on one line. What XML forbids is spelled out or, where nothing could be shown, replaced.
 * https://www.w3.org/TR/xml/#charsets
 */
export function xmlText(text: string): string {
  return terminalText(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => xmlEntities.get(character) ?? "");
}

/** A Markdown code span that shows the text and nothing else. https://spec.commonmark.org/0.31.2/#code-spans */
export function codeSpan(text: string): string {
  const visible = terminalText(text);
  const fence = "`".repeat(longestBacktickRun(visible) + 1);
  // A span cannot be empty; one space is taken off both ends where there is one at both; a backtick may not touch the fence.
  const isPadded = visible.startsWith("`") || visible.endsWith("`") || (visible.startsWith(" ") && visible.endsWith(" ") && visible.trim() !== "");
  const padding = isPadded ? " " : "";
  return visible === "" ? "` `" : `${fence}${padding}${visible}${padding}${fence}`;
}

/** A fenced Markdown block; line feeds stay, all else that does not show is spelled out. */
export function fencedBlock(text: string, language: "yaml" | ""): string {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/).map(terminalText);
  const fence = "`".repeat(Math.max(3, longestBacktickRun(lines.join("\n")) + 1));
  return [`${fence}${language}`, ...lines, fence].join("\n");
}

const ZERO_WIDTH = "\u200b";

// What GitHub and Gitea make of the text once rendered, so that entities do not help: mentions, references to issues, pull
// requests and commits, bare links, emoji codes, mathematics. Each is broken up by a zero-width space behind what matches.
const REFERENCES: readonly RegExp[] = [
  /[@#$]/g,
  /!(?=\d)/g,
  /GH-(?=\d)/gi,
  /:(?=\/\/)/g,
  /www(?=\.)/gi,
  /:(?=[\w+-]+:)/g,
  /[0-9a-f]{6}(?=[0-9a-f])/gi,
];

const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

/** Prose without the care for where a line begins. Inner white space is kept to one blank. */
function inlineProse(text: string): string {
  const visible = terminalText(text).replace(/\s+/g, " ");
  const broken = REFERENCES.reduce((all, reference) => all.replace(reference, (match) => match + ZERO_WIDTH), visible);
  return broken.replace(/[&<>`\\*_~[\]|"]/g, entity);
}

/** A line may not begin like a list, a rule or a heading's underline, nor with blanks that make it code. */
function lineStart(prose: string): string {
  return prose
    .trimStart()
    .replace(/^[-+=]/, entity)
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => digits + entity(mark));
}

/**
 * Markdown prose: one line that shows the text and in which no mention, reference, link, image, HTML, comment, emphasis or block
 * can arise, wherever in a paragraph or list item it stands. Names read better as `codeSpan`.
 */
export function markdownText(text: string): string {
  return lineStart(inlineProse(text)).trimEnd();
}

/**
 * Markdown for a sentence of ours that quotes values in backticks: those become code spans, the rest prose. A hostile value may
 * hold backticks and so move the borders; both kinds are harmless.
 */
export function markdownMessage(text: string): string {
  const parts = text.split("`");
  if (parts.length % 2 === 0) parts.push(parts.splice(-2).join("`")); // the last backtick has no partner
  const pieces = parts.map((part, index) => {
    if (index % 2 === 1) return codeSpan(part);
    // Two spans that touch would read as one with another fence.
    return part === "" && index > 0 && index < parts.length - 1 ? " " : inlineProse(part);
  });
  return lineStart(pieces.join("")).trimEnd();
}
