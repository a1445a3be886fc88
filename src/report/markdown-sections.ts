// What follows the findings in Markdown: what was not looked at, what is exempted, what the configuration will do, what got better.

import type { Problem } from "../core/problem.ts";
import type { ContainerRow, Report } from "../core/report.ts";
import { cutText, markdownText } from "./escape.ts";
import type { Entry, Section } from "./fit.ts";
import { describeGone, goneTargets } from "./gone.ts";
import { countOf } from "./headline.ts";
import { blobUrl, type LinkBase } from "./location.ts";
import { linkTo, listTargets, quoteKind, quoteName, sentence } from "./markdown-finding.ts";
import { describeMove, movesOf } from "./moved.ts";
import { tellProblems, type ProblemStory } from "./problem-story.ts";
import type { ExemptedStory } from "./story.ts";
import { countStronger, tellStronger } from "./stronger.ts";
import { describePlace, describeSubject, targetsOf } from "./subject.ts";

const CHANGE_LENGTH = 300;
const NO_TARGET = "(the whole run)";

/** An entry that takes one line in any case. */
function oneLine(line: string, target: string | null, count = 1): Entry {
  return { full: line, line, perTarget: new Map([[target ?? NO_TARGET, count]]) };
}

/** Collapsed under its title; GitHub, Gitea and Forgejo show it. */
function folded(title: string): Pick<Section, "opening" | "closing"> {
  return { opening: `<details><summary>${title}</summary>`, closing: "</details>" };
}

function problemEntry({ kind, side, targets, path, line, message, remedy }: ProblemStory, links: LinkBase): Entry {
  // The base's file may not exist at the head's commit, or have other lines.
  const url = path === null || side === "base" ? null : blobUrl(links, path, line === null ? null : { first: line, last: line });
  const file = path === null ? "" : linkTo(line === null ? path : `${path}:${line}`, url);
  const place = [listTargets(targets), file].filter((part) => part !== "").join(" at ");
  const where = `${place}${side === "base" ? `${place === "" ? "" : " "}(on the base)` : ""}`;
  const remark = `- ${where}${where === "" ? "" : ": "}${sentence(message)}`;
  const full = `${remark}${remedy === "" ? "" : ` **What to do:** ${sentence(remedy)}`} ${quoteName(kind)}`;
  return { full, line: `- ${where}${where === "" ? "" : ": "}${quoteName(kind)}`, perTarget: new Map((targets.length === 0 ? [NO_TARGET] : targets).map((target) => [target, 1])) };
}

/** Blocking problems under "Not analysed", then remarks. */
export function problemSections(all: readonly Problem[], links: LinkBase): readonly [Section, Section] {
  const problems = tellProblems(all);
  const blocking = problems.filter((problem) => problem.blocking).map((problem) => problemEntry(problem, links));
  const remarks = problems.filter((problem) => !problem.blocking).map((problem) => problemEntry(problem, links));
  return [
    { opening: "### Not analysed\n\nNobody looked at these, so nothing is said about the containers in them.", entries: blocking, separator: "\n", closing: "", noun: "problem", share: 0.25 },
    { ...folded(countOf(remarks.length, "remark")), entries: remarks, separator: "\n", noun: "remark", share: 0.05 },
  ];
}

function exemptedEntry(story: ExemptedStory): Entry {
  const { exemption, rule, count, places } = story;
  const { reason, expires } = exemption;
  const line = `- ${describeSubject(story, quoteName, quoteKind)}: ${markdownText(cutText(reason, CHANGE_LENGTH))}${expires === null ? "" : ` (until ${quoteName(expires)})`} ${quoteName(rule)}`;
  return oneLine(line, places[0].target, count);
}

/** Findings that policy lets pass, with the reasons given. */
export function exemptedSection(stories: readonly ExemptedStory[]): Section {
  return { opening: "### Exempted", entries: stories.map(exemptedEntry), separator: "\n", closing: "", noun: "exempted finding", share: 0.1 };
}

/** What the configuration file of this change will do once merged. */
export function policySection(notes: readonly string[]): Section {
  return { opening: "### Configuration", entries: notes.map((note) => oneLine(`- ${sentence(note)}`, null)), separator: "\n", closing: "", noun: "remark", share: 0.1 };
}

/** Containers that are better confined than before. */
export function strongerSection(rows: readonly ContainerRow[]): Section {
  const stronger = tellStronger(rows);
  const entries = stronger.map(({ place, change }): Entry => {
    const targets = targetsOf({ places: [place] });
    const line = `- ${describePlace(place, quoteName, quoteKind)}: ${markdownText(cutText(change, CHANGE_LENGTH))}${targets.length > 1 ? ` in ${listTargets(targets)}` : ""}`;
    return { full: line, line, perTarget: new Map(targets.map((target) => [target, place.containers.length])) };
  });
  const count = stronger.reduce((sum, one) => sum + countStronger(one), 0);
  return { ...folded(`${countOf(count, "container")} got stronger`), entries, separator: "\n", noun: "container", share: 0.05 };
}

/** What was matched across a rename or a move, for people to check. */
export function movedSection(rows: readonly ContainerRow[]): Section {
  const moves = movesOf(rows);
  const entries = moves.map((move) => oneLine(`- ${describeMove(move, quoteName, quoteKind)}`, move.now.target));
  return { ...folded(`${moves.length} renamed or moved`), entries, separator: "\n", noun: "move", share: 0.05 };
}

/** Targets that only the base has. */
export function goneSection(report: Report): Section {
  const gone = goneTargets(report);
  const entries = gone.map((target) => oneLine(`- ${describeGone(target, quoteName, quoteKind)}`, target.target));
  return { ...folded(`${countOf(gone.length, "target")} ${gone.length === 1 ? "is" : "are"} gone`), entries, separator: "\n", noun: "target", share: 0.05 };
}
