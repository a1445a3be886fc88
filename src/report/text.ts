// The report for a terminal: the verdict first, then what to do about each finding, then everything else in a line.

import type { ContainerRow, Report, Severity, Verdict } from "../core/report.ts";
import { breakCommands, terminalText } from "../core/one-line.ts";
import { cutText } from "./escape.ts";
import { describeGone, goneTargets } from "./gone.ts";
import { countOf, describeTargets, headline } from "./headline.ts";
import { tellProblems, type ProblemStory } from "./problem-story.ts";
import { listCounts } from "./profile-counts.ts";
import { describeLocation } from "./location.ts";
import { describeMove, movesOf } from "./moved.ts";
import { describeChange, type ExemptedStory, type Story, tellStories, toSentence, unnamedField, unsaidAssumption } from "./story.ts";
import { countStronger, tellStronger } from "./stronger.ts";
import type { Style } from "./style.ts";
import { describePlace, describeSubject, targetsOf } from "./subject.ts";

const MOST_PLACES = 10;
const MOST_STRONGER = 10;
const MOST_MOVES = 10;
const MOST_GONE = 10;
const MOST_TARGETS = 3;
const MESSAGE_LENGTH = 2000;

const verdictColours = { pass: "green", fail: "red", "no-verdict": "yellow" } as const satisfies Record<Verdict, keyof Style>;
const severityColours = { error: "red", warning: "yellow", note: "cyan" } as const satisfies Record<Severity, keyof Style>;
const INDENT = " ".repeat(11);

const show = (text: string): string => terminalText(cutText(text, MESSAGE_LENGTH));
const sentence = (text: string): string => toSentence(show(text));

function fixLines({ fix }: Story, style: Style): readonly string[] {
  if (fix === null) return [];
  const range = fix.endLine > fix.startLine ? `${fix.startLine}-${fix.endLine}` : `${fix.startLine}`;
  const lines = fix.replacement.replace(/\r?\n$/, "").split(/\r?\n/);
  const heading = `${show(fix.path)}:${range} becomes${fix.proven ? ", proven by rendering it" : ""}:`;
  return [heading, ...lines.map((line) => `  ${style.green(show(line))}`)];
}

function storyLines(story: Story, style: Style): readonly string[] {
  const { location, message, remedy, rule, severity, places } = story;
  const change = describeChange(story);
  const field = unnamedField(story);
  const assumption = unsaidAssumption(story);
  const others = places.slice(1, MOST_PLACES).map((place) => `and ${show(describePlace(place))}`);
  const left = places.length - MOST_PLACES;
  const body = [
    ...others,
    ...(left > 0 ? [`and ${left} more`] : []),
    ...(change === null ? [] : [style.bold(show(change)) + (field === null ? "" : `, by ${show(field)}`)]),
    ...(location === null ? [] : [`at ${style.cyan(show(describeLocation(location)))}`]),
    ...(assumption === null ? [] : [style.dim(`assumed: ${show(assumption)}`)]),
    `${style.green("Fix:")} ${sentence(remedy)}`,
    ...fixLines(story, style),
    style.dim(`${sentence(message)} [${show(rule)}]`),
  ];
  const title = show(describePlace(places[0]));
  return [`  ${style[severityColours[severity]](severity.padEnd(7))}  ${style.bold(title)}`, ...body.map((line) => INDENT + line), ""];
}

const listTargets = (targets: readonly string[]): string => `${targets.slice(0, MOST_TARGETS).map(show).join(", ")}${targets.length > MOST_TARGETS ? ` and ${targets.length - MOST_TARGETS} more` : ""}`;

/** Stories under the targets they happen in; a story of several targets stands under all their names at once. */
function findingLines(stories: readonly Story[], style: Style): readonly string[] {
  const groups = new Map<string, Story[]>();
  for (const story of stories) {
    const title = listTargets(targetsOf(story));
    const group = groups.get(title) ?? [];
    groups.set(title, group);
    group.push(story);
  }
  return [...groups].flatMap(([title, group]) => [style.bold(title), "", ...group.flatMap((story) => storyLines(story, style))]);
}

function problemPlace({ side, targets, path, line }: ProblemStory): string {
  const file = path === null ? "" : `${show(path)}${line === null ? "" : `:${line}`}`;
  return [side, listTargets(targets), file].filter((part) => part !== "").join("  ");
}

/** A repository may deploy a hundred charts from elsewhere: on every change each is a remark. */
const MOST_REMARKS = 10;

function problemLines(problems: readonly ProblemStory[], style: Style): readonly string[] {
  const blocking = problems.filter((problem) => problem.blocking);
  const remarks = problems.filter((problem) => !problem.blocking);
  const told = blocking.flatMap((problem) => [
    `  ${style.yellow(problemPlace(problem))}`,
    `${INDENT}${sentence(problem.message)}${problem.remedy === "" ? ` ${style.dim(`[${problem.kind}]`)}` : ""}`,
    ...(problem.remedy === "" ? [] : [`${INDENT}${style.green("Fix:")} ${sentence(problem.remedy)} ${style.dim(`[${problem.kind}]`)}`]),
    "",
  ]);
  return [
    ...(blocking.length === 0 ? [] : [style.bold("Not analysed"), "", ...told]),
    ...section("Remarks", remarks.slice(0, MOST_REMARKS).map((problem) => `${problemPlace(problem)}: ${[problem.message, problem.remedy].filter((text) => text !== "").map(sentence).join(" ")} ${style.dim(`[${problem.kind}]`)}`).concat(remarks.length > MOST_REMARKS ? [`and ${countOf(remarks.length - MOST_REMARKS, "more remark")}, which \`--format json\` has in full`] : []), style),
  ];
}

function section(title: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : [style.bold(title), "", ...lines.map((line) => `  ${line}`), ""];
}

function exemptedLine(story: ExemptedStory, style: Style): string {
  const { reason, expires } = story.exemption;
  const until = expires === null ? "" : ` (until ${show(expires)})`;
  return `${show(describeSubject(story))}: ${show(reason)}${until} ${style.dim(`[${show(story.rule)}]`)}`;
}

function strongerLines(rows: readonly ContainerRow[]): readonly string[] {
  const all = tellStronger(rows);
  const shown = all.slice(0, MOST_STRONGER).map(({ place, change }) => `${show(describePlace(place))}: ${show(change)}${place.alsoIn.length === 0 ? "" : ` in ${listTargets(targetsOf({ places: [place] }))}`}`);
  const left = all.slice(MOST_STRONGER).reduce((sum, one) => sum + countStronger(one), 0);
  return left > 0 ? [...shown, `and ${countOf(left, "more container")}`] : shown;
}

function movedLines(rows: readonly ContainerRow[]): readonly string[] {
  const moves = movesOf(rows);
  const shown = moves.slice(0, MOST_MOVES).map((move) => describeMove(move, show, show));
  return moves.length > MOST_MOVES ? [...shown, `and ${moves.length - MOST_MOVES} more`] : shown;
}

function goneLines(report: Report): readonly string[] {
  const gone = goneTargets(report);
  const shown = gone.slice(0, MOST_GONE).map((target) => describeGone(target, show, show));
  return gone.length > MOST_GONE ? [...shown, `and ${countOf(gone.length - MOST_GONE, "more target")}`] : shown;
}

function summaryLine(report: Report): string {
  const counts = listCounts(report.summary.containers.head).map(({ name, count }) => `${count} ${name}`);
  return `${describeTargets(report)}${counts.length === 0 ? "" : `; containers: ${counts.join(", ")}`}`;
}

/** The report for people, ending in a line feed. It may go to the log of a runner: no line can be taken for a command. */
export function textReport(report: Report, style: Style): string {
  const { counted, exempted } = tellStories(report);
  const colour = style[verdictColours[report.verdict]];
  return [
    style.bold(colour(headline(report))),
    "",
    ...findingLines(counted, style),
    ...problemLines(tellProblems(report.problems), style),
    ...section("Exempted", exempted.map((story) => exemptedLine(story, style)), style),
    ...section("Configuration", report.policyNotes.map(sentence), style),
    ...(report.base === null ? [] : section("Stronger", strongerLines(report.containers), style)),
    ...section("Targets that are gone", goneLines(report), style),
    ...section("Renamed or moved", movedLines(report.containers), style),
    ...(report.targets.length === 0 ? [] : [style.dim(summaryLine(report)), ""]),
  ]
    .map(breakCommands)
    .join("\n")
    .replace(/\n$/, "")
    .concat("\n");
}
