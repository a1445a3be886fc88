// The answer to `seccomp-gate explain` for a terminal: each container, each side, every field in the order in which Kubernetes looks.

import type { ExplainedContainer, ExplainedSide, ExplainedStep, Explanation } from "../core/explanation.ts";
import { breakCommands, terminalText } from "../core/one-line.ts";
import type { SideState } from "../core/report.ts";
import { systemCalls } from "../core/seccomp/runtime-profile.ts";
import { describeContainer, describePosture, describeWorkload, listed } from "../core/wording.ts";
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

/** Where a field stands, as sure as that is. */
function placeText({ place, value }: ExplainedStep, style: Style): string {
  if (place === null) return "";
  const at = style.cyan(`${show(place.path)}:${place.line}`);
  const near = place.precision === "exact" ? "" : place.precision === "action" ? "written by the action at " : "about ";
  return ` (${value === null ? `belongs below ${place.precision === "exact" ? "" : "about "}` : near}${at})`;
}

function stepLine(step: ExplainedStep, i: number, style: Style): string {
  const { field, value, meaning, decides } = step;
  const what = field === null ? "the cluster" : show(field);
  const said = value === null ? "not set" : show(value);
  const text = `${String(i + 1).padStart(2)}. ${what}: ${said}; ${show(meaning)}`;
  return `${decides ? style.green("→") : " "} ${decides ? style.bold(text) : text}${placeText(step, style)}`;
}

/** What the container can call, and what of that the runtime's default profile would not let through. */
function systemCallLines(calls: ExplainedSide["systemCalls"]): readonly string[] {
  if (calls.kind === "unknown") return [`    System calls: not known, since ${show(calls.why)}`];
  const { reachable, limited, runtime, opened, closed, notable, profile } = calls;
  const some = limited.length === 0 ? "" : `, ${limited.length} of them with some arguments only`;
  const differs = [...(opened.length === 0 ? [] : [`opens ${opened.length}`]), ...(closed.length === 0 ? [] : [`closes ${closed.length}`])].join(" and ");
  const by = profile === null ? "" : ` by the profile in ${show(profile)}`;
  const attacks = notable.map(({ name, words }) => `${name} (${words})`).join(", ");
  return [
    `    System calls: ${reachable.length} of ${systemCalls.length} can be reached${some}${by}; against RuntimeDefault of ${runtime} that ${differs === "" ? "is no difference" : differs}`,
    ...(attacks === "" ? [] : [`      opened, and known from attacks: ${attacks}`]),
  ];
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
  return [`  ${style.bold(name)}  ${style.bold(summaryOf(side))}${from}`, ...side.trail.map((step, i) => `  ${stepLine(step, i, style)}`), ...systemCallLines(side.systemCalls), ...podSecurityLine(side)];
}

const alike = (a: ExplainedSide | null, b: ExplainedSide | null): boolean => a !== null && JSON.stringify(a) === JSON.stringify(b);

function sidesOf({ states, base, head }: ExplainedContainer, isAlone: boolean, style: Style): readonly string[] {
  if (isAlone) return sideLines("head", head, states.head, style);
  return alike(base, head) ? sideLines("both sides", head, states.head, style) : [...sideLines("base", base, states.base, style), ...sideLines("head", head, states.head, style)];
}

/** A kustomization is named by its target already. */
const unlessBuilt = (side: ExplainedSide | null): ExplainedSide | null => (side !== null && !side.written && side.path !== null && /(?:^|\/)[Kk]ustomization(?:\.ya?ml)?$/.test(side.path) ? { ...side, path: null } : side);

/** Containers told alike are told once, with all their targets. `isAlone`: there is no base, so that nothing of it is said. */
function containerLines(containers: readonly ExplainedContainer[], isAlone: boolean, style: Style): readonly string[] {
  const told = new Map<string, { readonly one: ExplainedContainer; readonly targets: string[] }>();
  for (const { target, base, head, ...others } of containers) {
    const rest = { ...others, base: unlessBuilt(base), head: unlessBuilt(head) };
    const key = JSON.stringify(rest);
    const known = told.get(key);
    if (known === undefined) told.set(key, { one: { target, ...rest }, targets: [target] });
    else known.targets.push(target);
  }
  return [...told.values()].flatMap(({ one, targets }) => {
    const { target, workload, container, was, change } = one;
    const where = listed(targets.map((id) => `\`${id}\``));
    const title = `${describeContainer(container)} of ${describeWorkload(workload)} in ${where}${isAlone ? "" : `: ${change}`}`;
    const moved = was === null ? [] : [`  was ${show(describeMove({ was, now: { target, workload, container }, count: 1 }, asIs, asIs))}`];
    return [style.bold(show(toSentence(title))), ...moved, ...sidesOf(one, isAlone, style), ""];
  });
}

const MOST_PROBLEMS = 10;

/** What could not be looked at, said once for both sides. */
function unseenLines(problems: Explanation["problems"], style: Style): readonly string[] {
  const bySubject = new Map<string, string[]>();
  for (const { target, side, message } of problems) {
    const subject = `${target === null ? "" : ` ${show(target)}`}: ${toSentence(show(message))}`;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), side]);
  }
  if (bySubject.size === 0) return [];
  const lines = [...bySubject].map(([subject, sides]) => `  ${new Set(sides).size > 1 ? "both sides" : (sides[0] ?? "")}${subject}`);
  const left = lines.length - MOST_PROBLEMS;
  return [style.bold("Not analysed, and may hold the same name"), "", ...lines.slice(0, MOST_PROBLEMS), ...(left > 0 ? [`  … and ${left} more; \`--format json\` has them all`] : []), ""];
}

/** The answer for people, ending in a line feed. It may go to the log of a runner: no line can be taken for a command. */
export function explainText({ base, noBase, containers, problems }: Explanation, style: Style): string {
  const alone = noBase === null ? [] : [show(toSentence(`what is there is shown alone: ${noBase.message}`)), ...(noBase.remedy === "" ? [] : [show(noBase.remedy)]), ""];
  return [...alone, ...containerLines(containers, base === null, style), ...unseenLines(problems, style)]
    .map(breakCommands)
    .join("\n")
    .replace(/\n$/, "")
    .concat("\n");
}
