// The answer to `seccomp-gate explain` for a terminal: each container, each side, every field in the order in which Kubernetes looks.

import type { ExplainedContainer, ExplainedSide, ExplainedStep, Explanation } from "../core/explanation.ts";
import { breakCommands, terminalText } from "../core/one-line.ts";
import type { SideState } from "../core/report.ts";
import { describeContainer, describePosture, describeWorkload } from "../core/wording.ts";
import { cutText } from "./escape.ts";
import { describeMove } from "./moved.ts";
import { toSentence } from "./story.ts";
import type { Style } from "./style.ts";

const MESSAGE_LENGTH = 2000;

const show = (text: string): string => terminalText(cutText(text, MESSAGE_LENGTH));

const asIs = (text: string): string => text;

const whyNot = {
  rendered: "not there",
  unchanged: "not there",
  absent: "not there: the side has no such target",
  unresolved: "not known: this side of the target could not be looked at",
} as const satisfies Record<SideState, string>;

function stepLine({ field, value, meaning, decides, line }: ExplainedStep, i: number, { path }: ExplainedSide, style: Style): string {
  const place = line === null || path === null ? "" : ` ${style.cyan(`${show(path)}:${line}`)}`;
  const what = field === null ? "the cluster" : show(field);
  const said = value === null ? "not set" : show(value);
  const text = `${String(i + 1).padStart(2)}. ${what}: ${said}; ${show(meaning)}`;
  return `${decides ? style.green("→") : " "} ${decides ? style.bold(text) : text}${place}`;
}

/** What Pod Security admission answers, beside our own verdict. */
function podSecurityLine({ podSecurity }: ExplainedSide): readonly string[] {
  if (podSecurity === null) return [];
  const { level, version, baseline, restricted, refusal } = podSecurity;
  const refused = refusal === null ? "" : `; ${refusal.mode === "enforce" ? "the API server rejects the pod" : "the API server warns"} by level ${refusal.level} (${refusal.version})`;
  return [`    Pod Security (seccomp): the namespace enforces ${level} (${show(version)}); for this pod baseline says ${baseline}, restricted says ${restricted}${refused}`];
}

function summaryOf({ posture }: ExplainedSide): string {
  const { effective, profile, reason } = posture;
  const runs = profile === effective || profile === "NotApplicable" ? "" : ` (${effective === "Rejected" ? "is refused" : `runs ${effective}`})`;
  return `${show(describePosture(posture))}${runs}${reason === null ? "" : `: ${show(reason)}`}`;
}

function sideLines(name: string, side: ExplainedSide | null, state: SideState, style: Style): readonly string[] {
  if (side === null) return [`  ${style.bold(name)}  ${whyNot[state]}`];
  const from = side.path === null ? "" : ` ${side.written ? "from" : "rendered from"} ${style.cyan(show(side.path))}`;
  return [`  ${style.bold(name)}  ${style.bold(summaryOf(side))}${from}`, ...side.trail.map((step, i) => `  ${stepLine(step, i, side, style)}`), ...podSecurityLine(side)];
}

const alike = (a: ExplainedSide | null, b: ExplainedSide | null): boolean => a !== null && JSON.stringify(a) === JSON.stringify(b);

function containerLines({ target, workload, container, was, states, base, head, change }: ExplainedContainer, style: Style): readonly string[] {
  const title = `${describeContainer(container)} of ${describeWorkload(workload)}${container.pod === undefined ? "" : `, pod \`${container.pod}\``} in \`${target}\``;
  const moved = was === null ? [] : [`  was ${show(describeMove({ was, now: { target, workload, container }, count: 1 }, asIs, asIs))}`];
  const sides = alike(base, head) ? sideLines("both sides", head, states.head, style) : [...sideLines("base", base, states.base, style), ...sideLines("head", head, states.head, style)];
  return [style.bold(show(toSentence(`${title}: ${change}`))), ...moved, ...sides, ""];
}

/** The answer for people, ending in a line feed. It may go to the log of a runner: no line can be taken for a command. */
export function explainText({ containers, problems }: Explanation, style: Style): string {
  const unseen = problems.map(({ target, side, message }) => `  ${side}${target === null ? "" : ` ${show(target)}`}: ${toSentence(show(message))}`);
  return [
    ...containers.flatMap((container) => containerLines(container, style)),
    ...(unseen.length === 0 ? [] : [style.bold("Not analysed, and may hold the same name"), "", ...unseen, ""]),
  ]
    .map(breakCommands)
    .join("\n")
    .replace(/\n$/, "")
    .concat("\n");
}
