// Which containers a name given to `seccomp-gate explain` means, and what could be meant where it means none.

import type { Pair } from "./core/diff.ts";
import { NoVerdictError, UsageError } from "./core/failure.ts";
import type { Problem } from "./core/problem.ts";
import type { Workload } from "./core/report.ts";
import { means, meansWorkload, nameOfWorkload, readingsOf, type Named, type Reading } from "./core/workload-query.ts";
import type { Compared } from "./gate.ts";
import { listWords, nearest } from "./options/nearest.ts";

const MOST_CANDIDATES = 10;

const sidesOf = ({ base, head }: Pair): readonly Named[] => [head, base].filter((entry) => entry !== null);

function candidates(names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  const left = distinct.length - MOST_CANDIDATES;
  return `${listWords(distinct.slice(0, MOST_CANDIDATES))}${left > 0 ? ` and ${left} more` : ""}`;
}

/** The ways to read a name. Throws a UsageError for what is no name. */
export function readName(name: string): readonly Reading[] {
  const readings = readingsOf(name);
  if (readings.length > 0) return readings;
  throw new UsageError(`\`${name}\` is no name of a workload`, "Write KIND/NAME, KIND/NAME/CONTAINER, KIND/NAMESPACE/NAME or KIND/NAMESPACE/NAME/CONTAINER.");
}

/** Workloads of which part is right: those of that very name, else those that put something before or behind it, as releases and overlays do. */
function alike(readings: readonly Reading[], workloads: readonly Workload[]): readonly string[] {
  const fits = (isMeant: (reading: Reading, workload: Workload) => boolean): Workload[] => workloads.filter((workload) => readings.some((reading) => isMeant(reading, workload)));
  const same = fits((reading, { name }) => name === reading.name);
  const longer = fits((reading, { kind, name }) => kind.toLowerCase() === reading.kind.toLowerCase() && `-${name}-`.includes(`-${reading.name}-`));
  return (same.length > 0 ? same : longer).map(nameOfWorkload);
}

/** What could be meant by a name that is not there, as a sentence. */
function hintFor(name: string, readings: readonly Reading[], workloads: readonly Workload[]): string {
  const like = alike(readings, workloads);
  if (like.length > 0) return `There is ${candidates(like)}.`;
  const names = workloads.map(nameOfWorkload);
  const close = nearest(name, names) ?? nearest(name, workloads.map(({ kind, name: own }) => `${kind}/${own}`));
  if (close !== null) return `Did you mean ${candidates([close])}?`;
  return names.length === 0 ? "No target holds a workload." : `There are: ${candidates(names)}.`;
}

/** What has the name and holds no container: an object that declares a target, or says something about containers elsewhere. */
function holdsNone(name: string, readings: readonly Reading[], compared: readonly Compared[], workloads: readonly Workload[]): Error | null {
  const isMeant = (one: Named["workload"]): boolean => readings.some((reading) => reading.container === null && meansWorkload(reading, one));
  const declared = compared.filter(({ planned }) => [planned.head, planned.base].some((target) => target?.declaredBy != null && isMeant(target.declaredBy)));
  if (declared.length > 0) {
    const within = declared.flatMap(({ base, head }) => [...head.entries, ...base.entries]).map(({ workload }) => nameOfWorkload(workload));
    const problem = declared.flatMap(({ base, head }) => [...head.problems, ...base.problems]).find(({ blocking }) => blocking);
    const message = `\`${name}\` holds no container itself: it declares the target ${candidates(declared.map(({ planned }) => planned.id))}`;
    if (within.length > 0 || problem === undefined) return new UsageError(message, within.length === 0 ? "No workload is in it." : `Name a workload of it: ${candidates(within)}.`);
    return new NoVerdictError(problem.kind, `${message}, which could not be looked at: ${problem.message}`, problem.remedy);
  }
  const found = compared.flatMap(({ base, head }) => [...head.objects, ...base.objects]).find(isMeant);
  if (found === undefined) return null;
  const within = found.kind === "Namespace" ? workloads.filter(({ namespace }) => namespace === found.name) : workloads;
  return new UsageError(`\`${name}\` holds no container: what it means for containers is told with each of them`, within.length === 0 ? "" : `Name a workload, such as ${candidates(within.map(nameOfWorkload))}.`);
}

/** Problems in whose target or words one of the names is come first: what is looked for is most likely there. */
function byMention(problems: readonly Problem[], names: readonly string[]): readonly Problem[] {
  const mentions = ({ target, message }: Problem): boolean => names.some((name) => `${target ?? ""} ${message}`.includes(name));
  return [...problems.filter(mentions), ...problems.filter((problem) => !mentions(problem))];
}

/** Why a name cannot be found: part of it is there, or something alike is, or nobody could look everywhere. */
function notFound(name: string, pairs: readonly Pair[], compared: readonly Compared[], problems: readonly Problem[]): Error {
  const readings = readingsOf(name);
  const all = pairs.flatMap(sidesOf);
  const workloads = all.map(({ workload }) => workload);
  const siblings = all.filter(({ workload }) => readings.some((reading) => reading.container !== null && meansWorkload(reading, workload)));
  if (siblings.length > 0) return new UsageError(`\`${name}\` names no container`, `Containers of that workload: ${candidates(siblings.map(({ container }) => container.name))}.`);
  const none = holdsNone(name, readings, compared, workloads);
  if (none !== null) return none;
  const hint = hintFor(name, readings, workloads);
  const [problem] = byMention(problems, readings.map((reading) => reading.name));
  if (problem === undefined) return new UsageError(`\`${name}\` is neither on the base nor on the head`, hint);
  const parts = new Set(problems.map(({ target, message }) => `${target ?? ""}\0${message}`)).size;
  const message = `\`${name}\` is not in what could be looked at, and ${parts === 1 ? "a part" : `${parts} parts`} could not be: ${problem.message}`;
  return new NoVerdictError(problem.kind, message, [problem.remedy, workloads.length === 0 ? "" : hint].filter((part) => part !== "").join("\n"));
}

/** The pairs that a name means. Throws where it means none, or more than one workload: a UsageError that lists what could be meant, or a NoVerdictError where it may be in what could not be looked at. */
export function findNamed(name: string, pairs: readonly Pair[], compared: readonly Compared[], problems: readonly Problem[]): readonly Pair[] {
  const readings = readName(name);
  const meant = pairs.filter((pair) => sidesOf(pair).some((side) => readings.some((reading) => means(reading, side))));
  if (meant.length === 0) throw notFound(name, pairs, compared, problems);
  const workloads = [...new Set(meant.flatMap((pair) => sidesOf(pair).slice(0, 1)).map(({ workload }) => nameOfWorkload(workload)))];
  if (workloads.length > 1) throw new UsageError(`\`${name}\` names ${workloads.length} workloads`, `Name one of them: ${candidates(workloads)}.`);
  return meant;
}
