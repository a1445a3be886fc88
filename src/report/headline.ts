// The verdict in one line: the first of every format, the title of the check run, the last of the log. Our words and numbers only.

import type { Report, Severity, Verdict } from "../core/report.ts";
import { rules } from "../core/rules.ts";
import { partsOf, tellProblems } from "./problem-story.ts";

/** `1 container`, `2 containers`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const severities = ["error", "warning", "note"] as const satisfies readonly Severity[];

/** `2 errors, 1 warning`; empty when there is none. Exempted findings are not counted. */
export function countFindings({ summary }: Pick<Report, "summary">): string {
  return severities
    .filter((severity) => summary.findings[severity] > 0)
    .map((severity) => countOf(summary.findings[severity], severity))
    .join(", ");
}

/** `5 targets: 2 rendered, 2 unchanged, 1 unresolved`. */
export function describeTargets({ targets, summary }: Pick<Report, "targets" | "summary">): string {
  const { rendered, unchanged, unresolved } = summary.targets;
  const states = [`${rendered} rendered`, `${unchanged} unchanged`, ...(unresolved === 0 ? [] : [`${unresolved} unresolved`])];
  return `${countOf(targets.length, "target")}: ${states.join(", ")}`;
}

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const isAboutProtection = (id: string): boolean => rules.some((rule) => rule.id === id && rule.subject === "guard");

/** What the findings are about: containers where they have some. */
function subject({ base, findings }: Report): string {
  const counted = findings.filter((finding) => finding.exemption === null);
  const containersOf = (some: typeof counted) => new Set(some.flatMap(({ target, workload, container }) => (container === null ? [] : [JSON.stringify([target, workload, container])])));
  const containers = containersOf(counted.filter((finding) => finding.base !== null || finding.head !== null));
  // What is said beside what a container runs under is not about how confined it is.
  const beside = containersOf(counted);
  if (containers.size === 0 && beside.size > 0) return `${countOf(beside.size, "container")} concerned`;
  if (containers.size === 0) return counted.every(({ rule }) => isAboutProtection(rule)) ? `${countOf(counted.length, "protection")} changed` : countOf(counted.length, "finding");
  const verb = base === null ? "lack" : "weaken";
  return `${countOf(containers.size, "container")} ${verb}${containers.size === 1 ? "s" : ""} seccomp confinement`;
}

const whatFound = (report: Report): string => {
  const counts = countFindings(report);
  return counts === "" ? "" : `${subject(report)} (${counts})`;
};

function unseen({ problems }: Report): string {
  const blocking = tellProblems(problems).reduce((sum, problem) => sum + (problem.blocking ? partsOf(problem) : 0), 0);
  return blocking === 0 ? "" : `${countOf(blocking, "part")} could not be looked at`;
}

/** Containers of which a rule would speak that the configuration has turned off: without it nothing would be clear. */
function unsaid({ base, containers }: Report): string {
  const count = containers.filter(({ change, head }) => (base === null ? head?.effective === "Unconfined" : change === "weakened")).length;
  if (count === 0) return "";
  const [runs, weakens] = count === 1 ? ["runs", "weakens"] : ["run", "weaken"];
  return `nothing by the rules that are on, though ${countOf(count, "container")} ${base === null ? `${runs} Unconfined` : `${weakens} seccomp confinement`}`;
}

function allClear(report: Report): string {
  const { targets, containers, findings } = report.summary;
  if (report.targets.length === 0) return "nothing to look at: no chart, kustomization or manifest was found";
  // Where the verdict is pass, these are charts that are elsewhere, and the change touches nothing that decides them.
  const blind = report.targets.filter(({ head, declaredBy }) => head === "unresolved" && declaredBy !== null).length;
  const unseenHere = blind === 0 ? "" : `; ${countOf(blind, "target")} cannot be rendered here`;
  if (blind > 0 && blind === report.targets.length) return `nothing was looked at: none of the ${countOf(blind, "target")} can be rendered here`;
  const lookedAt = targets.rendered + targets.unresolved - blind;
  if (lookedAt === 0) return `nothing to look at: the change touches none of the ${countOf(report.targets.length, "target")}${unseenHere}`;
  const looked = `${countOf(total(containers.head), "container")} in ${countOf(lookedAt, "target")}${unseenHere}`;
  if (findings.exempted > 0) return `nothing beyond ${countOf(findings.exempted, "exempted finding")} (${looked})`;
  const weak = unsaid(report);
  if (weak !== "") return weak;
  return `no container ${report.base === null ? "lacks" : "weakens"} seccomp confinement (${looked})`;
}

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("; ");

// A new verdict breaks the build here until it has words.
const wordings = {
  pass: (report) => (whatFound(report) === "" ? allClear(report) : `nothing that fails: ${whatFound(report)}`),
  fail: (report) => join(whatFound(report), unseen(report)),
  "no-verdict": (report) => report.noVerdict === "warn" ? join(`${unseen(report)}, which \`noVerdict: warn\` lets pass`, countFindings(report)) : join(unseen(report), whatFound(report)),
} as const satisfies Record<Verdict, (report: Report) => string>;

/** `fail: 2 containers weaken seccomp confinement (2 errors)`. At most 140 characters: fits a commit status and a check run's title. */
export function headline(report: Report): string {
  return `${report.verdict}: ${wordings[report.verdict](report)}`;
}
