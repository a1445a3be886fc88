// The story, top to bottom. It declares what it needs and imports no edge.

import { bucketsOf } from "./core/buckets.ts";
import { wasOf, type Pair } from "./core/diff.ts";
import { enrichEntries } from "./core/enrich.ts";
import { groupFindings } from "./core/group.ts";
import { isInSpite, withRest } from "./core/in-spite.ts";
import { takeInventory, type InventoryEntry } from "./core/inventory.ts";
import { judge, type Judged } from "./core/judge.ts";
import { matchMoved } from "./core/match.ts";
import { findLost, type GoneTarget, type SeenTarget } from "./core/lost.ts";
import type { Policy } from "./core/policy.ts";
import type { Problem, ProblemKind, Side, Trouble } from "./core/problem.ts";
import { readFiles } from "./core/read-files.ts";
import type { Rendering } from "./core/rendering.ts";
import type { ContainerRow, Finding, Report, SideState, TargetOutcome } from "./core/report.ts";
import { systemCallsOf } from "./core/seccomp/system-calls-row.ts";
import type { Selection } from "./core/selection.ts";
import { withVariants } from "./core/seen-by-variants.ts";
import type { LineRange } from "./core/source-file.ts";
import { summarize } from "./core/summary.ts";
import type { HelmTarget, KustomizeTarget, Target } from "./core/target.ts";
import type { Tree } from "./core/tree.ts";
import { withoutUntouched } from "./core/untouched.ts";
import type { FoundObject } from "./core/workload.ts";
import { reachVerdict } from "./core/verdict.ts";
import { describeEntry } from "./core/wording.ts";
import { objectsMade } from "./discover/gitops/made-objects.ts";
import type { WrittenObject } from "./discover/gitops/repository-objects.ts";
import type { PlannedTarget } from "./discover/pair-targets.ts";
import { planTargets, type Plan } from "./discover/plan.ts";
import { stalePolicy } from "./discover/stale-policy.ts";
import { severitiesByTarget } from "./discover/target-severities.ts";
import { findGuards, targetsOfGuards } from "./guardrails.ts";
import { addFacts } from "./localhost-profiles.ts";
import { locateFindings } from "./locate-findings.ts";
import { containersEverywhere, lookAgain } from "./look-again.ts";
import { lookFurther } from "./look-further.ts";
import { leftBehind, pairSides } from "./pair-sides.ts";
import { markPodlessChanges } from "./podless-changes.ts";
import { surroundingsOf } from "./surroundings.ts";
import { unreadChanges } from "./unread-changes.ts";

/** What the gate cannot do by itself. */
export interface Ports {
  /**
   * Renders one target from one tree. Never rejects for what a repository holds; `predicted` are the files it will probably read,
   * `charts` those that may stand in for charts that are not where they should be.
   */
  render(tree: Tree, target: HelmTarget | KustomizeTarget, predicted: readonly string[], charts: readonly string[]): Promise<Rendering>;
  /** Lines of `head` that were added or edited; all of them when `base` is null. */
  changedLines(base: Uint8Array | null, head: Uint8Array): readonly LineRange[];
  /** Kinds of problem that the plan need not heed, since rendering fetches and runs what a target asks for; absent: none. */
  readonly attempts?: ReadonlySet<ProblemKind>;
  /** Called as work gets done, for people who wait. */
  progress(done: number, total: number): void;
}

/** What to compare, and by which rules. */
export interface Comparison {
  /** Null: a scan of one side. */
  readonly base: Tree | null;
  readonly head: Tree;
  readonly selection: Selection;
  readonly policy: Policy;
  /** `YYYY-MM-DD`, for exemptions that expire. */
  readonly today: string;
  readonly tool: Report["tool"];
  /** What was already found wrong before the trees were opened. */
  readonly problems: readonly Problem[];
  /** Where the policy is from: its file inside the repository, null when it is none of it, and whether all that it is for is looked at. */
  readonly configuration?: { readonly path: string | null; readonly complete: boolean };
  /** What a change of the configuration file in this change will do once merged. */
  readonly policyNotes: readonly string[];
}

/** One side of one target, looked at. */
export interface LookedAt {
  /** `unresolved` with entries: a chart without one of its dependencies, or without the values that it demands, of which the rest was seen. */
  readonly state: SideState;
  readonly entries: readonly InventoryEntry[];
  /** Objects that say something about containers that may be elsewhere. */
  readonly objects: readonly FoundObject[];
  readonly problems: readonly Trouble[];
  readonly opened: readonly string[];
  /** Objects that declare further targets, and what they refer to. */
  readonly made: readonly WrittenObject[];
}

/** One target, both sides looked at. */
export interface Compared {
  readonly planned: PlannedTarget;
  readonly base: LookedAt;
  readonly head: LookedAt;
}

/** Nothing, since the side does not have it. */
export const notThere: LookedAt = { state: "absent", entries: [], objects: [], problems: [], opened: [], made: [] };
/** What cannot be rendered here, and decides the same on both sides: said, but no reason to doubt this change. */
const notTouched = (trouble: Trouble): LookedAt => ({ state: "unresolved", entries: [], objects: [], problems: [{ ...trouble, blocking: false }], opened: [], made: [] });
const byteEqual: LookedAt = { state: "unchanged", entries: [], objects: [], problems: [], opened: [], made: [] };

/** An unchanged target that was rendered for what it declares alone. That it could not be is said, and the change is not to blame. */
const declaring = ({ problems, made }: LookedAt): LookedAt => ({ ...byteEqual, made, problems: problems.flatMap((problem) => (problem.blocking ? [{ ...problem, blocking: false }] : [])) });

/** Compares the two sides. Rejects only for bugs of ours. */
export async function runGate(comparison: Comparison, ports: Ports): Promise<Report> {
  const { base, head, policy, today } = comparison;
  const plan = await planTargets(base, head, comparison.selection, ports.attempts);
  const compared = await lookAtSides(plan, comparison, ports);

  const paired = compared.flatMap((target) => pairSides(target, base === null));
  const pairs = base === null ? paired : leftBehind(matchMoved(paired), compared, comparison);
  const moved = bucketsOf(pairs.filter(({ by }) => by !== null), (pair) => pair.base);
  const lost = findLost(compared.flatMap((target) => goneTarget(target, moved)), head, compared.flatMap(seenTarget));
  const again = (planned: PlannedTarget, target: Target) => lookAt(head, target, planned, "head", policy, ports);
  const guarded = await findGuards(comparison, compared, plan.context, (namespaces) => containersEverywhere(compared, head, namespaces, again));
  const ids = [...compared.map(({ planned }) => ({ id: planned.id, path: (planned.head ?? planned.base)?.path ?? "" })), ...targetsOfGuards(guarded.guards)];
  const judged = judge(pairs, lost, policy, today, severitiesByTarget(ids, policy.severities), guarded.guards);
  const findings = groupFindings(await locateFindings(judged, compared, comparison, ports));

  const problems = [...comparison.problems, ...plan.problems, ...compared.flatMap((target) => problemsOf(target, pairs, comparison)), ...guarded.problems, ...staleParts(comparison, compared, judged), ...(await unreadChanges(comparison, compared, [...plan.context.base, ...plan.context.head, ...guarded.read]))];
  return assemble(comparison, compared, pairs, findings, problems);
}

/** Both sides of every target of a plan, looked at, with what stands around them. Rejects only for bugs of ours. */
export async function lookAtSides(plan: Pick<Plan, "targets" | "context" | "follow" | "upon">, comparison: Comparison, ports: Ports): Promise<Compared[]> {
  const { head, policy } = comparison;
  const first = await lookFurther(plan, (targets) => lookAtAll(targets, comparison, ports));
  const seen = await surroundingsOf(first, plan.context, comparison);
  const { looked, around } = await lookAgain(first, seen, comparison, (planned, target) => lookAt(head, target, planned, "head", policy, ports));
  return withVariants(await addFacts(looked, around, comparison)).map((target) => enrichSides(target, around));
}

/** What of the policy has no effect any more. */
function staleParts(comparison: Comparison, compared: readonly Compared[], judged: readonly Judged[]): readonly Problem[] {
  const { path, complete } = comparison.configuration ?? { path: null, complete: true };
  return stalePolicy({
    ...comparison,
    path,
    complete: complete && comparison.selection.only.length === 0,
    compared,
    judged,
  });
}

/** Renders and takes stock of every target that can differ; the others are known to be equal. */
async function lookAtAll(plan: readonly PlannedTarget[], comparison: Comparison, ports: Ports): Promise<Compared[]> {
  const total = plan.reduce((sum, { unchanged, base, head }) => sum + (unchanged ? 0 : Number(base !== null) + Number(head !== null)), 0);
  let done = 0;
  const look = async (tree: Tree | null, side: Side, planned: PlannedTarget): Promise<LookedAt> => {
    const target = planned[side];
    if (tree === null || target === null) return notThere;
    if (planned.unchanged && target.unresolvable !== null) return notTouched(target.unresolvable);
    if (planned.unchanged) return planned.declares && side === "head" ? declaring(await lookAt(tree, target, planned, side, comparison.policy, ports)) : byteEqual;
    const lookedAt = await lookAt(tree, target, planned, side, comparison.policy, ports);
    ports.progress(++done, total);
    return lookedAt;
  };
  return Promise.all(
    plan.map(async (planned) => {
      const sides = await Promise.all([look(comparison.base, "base", planned), look(comparison.head, "head", planned)]);
      const { base, head } = await markPodlessChanges({ planned, base: sides[0], head: sides[1] }, comparison);
      return { planned, base: withoutUntouched(base, head), head: withoutUntouched(head, base) };
    }),
  );
}

/** One side of one target: rendered, read and resolved. `troubles` were found while planning and may forbid rendering. */
async function lookAt(tree: Tree, target: Target, planned: PlannedTarget, side: Side, policy: Policy, ports: Ports): Promise<LookedAt> {
  const [predicted, troubles, charts] = [planned.predicted[side], planned.troubles[side], planned.charts[side]];
  if ((target.engine !== "manifests" || target.unresolvable !== null) && troubles.some(({ blocking }) => blocking)) {
    return { state: "unresolved", entries: [], objects: [], problems: troubles, opened: [], made: [] };
  }
  const rendering = target.engine === "manifests" ? await readFiles(tree, target.files) : await ports.render(tree, target, predicted, charts);
  const namespace = target.engine === "helm" ? target.helm.namespace : target.namespace;
  const failed = target.engine !== "manifests" && rendering.problems.some(({ blocking }) => blocking);
  // Whatever was rendered is judged; where rendering failed there are no sources.
  const inventory = takeInventory(planned.id, namespace, rendering.sources, policy);
  // What is demanded has one name for all, which makes no two objects one.
  const found = isInSpite(rendering) ? inventory.problems.filter(({ kind }) => kind !== "duplicate-object") : inventory.problems;
  const problems = [...troubles, ...rendering.problems, ...found];
  return { state: failed ? "unresolved" : "rendered", entries: inventory.entries, objects: inventory.objects, problems, opened: rendering.opened, made: objectsMade(target, target.engine === "manifests" ? [] : rendering.sources) };
}

/** The containers of one target with what is said about them elsewhere on their side. */
function enrichSides({ planned, base, head }: Compared, around: Readonly<Record<Side, readonly FoundObject[]>>): Compared {
  const enriched = (side: LookedAt, objects: readonly FoundObject[]): LookedAt => ({ ...side, entries: enrichEntries(side.entries, objects) });
  return { planned, base: enriched(base, around.base), head: enriched(head, around.head) };
}

/**
 * What the base's rendering of a target has and the head's has not. What was `moved` is there under another name or in another target,
 * unless it is made of a file that stayed where it was.
 */
function goneTarget({ planned, base, head }: Compared, moved: ReadonlyMap<InventoryEntry | null, readonly Pair[]>): GoneTarget[] {
  const target = planned.base;
  if (target === null || base.state !== "rendered" || head.state === "unresolved") return [];
  // Other values for the same chart, and what nobody deploys any more: their files are there because they belong to somebody else too.
  if (planned.head === null && (target.declaredBy !== null || (target.engine === "helm" && target.variant !== null))) return [];
  const { id, path, engine } = target;
  const there = new Set(head.entries.map(({ key }) => key));
  const opened = new Set<string | null>(base.opened);
  const isElsewhere = (entry: InventoryEntry): boolean => (moved.get(entry) ?? []).some((pair) => pair.head !== null && !opened.has(pair.head.document.path));
  return [{ id, path, engine, onHead: head.state !== "absent", opened: base.opened, leftOut: leftOut(planned, head), entries: base.entries.filter((entry) => !there.has(entry.key) && !isElsewhere(entry)) }];
}

/** Files that a kustomization is made of, and that building it did not read. */
function leftOut({ head: target, predicted }: PlannedTarget, { state, opened }: LookedAt): ReadonlySet<string> {
  const read = new Set(opened);
  return new Set(target?.engine === "kustomize" && state === "rendered" ? predicted.head.filter((file) => !read.has(file)) : []);
}

function seenTarget({ planned, head }: Compared): SeenTarget[] {
  const target = planned.head;
  if (target === null || target.unresolvable !== null) return [];
  const skipped = leftOut(planned, head);
  const files = target.engine === "manifests" ? target.files : planned.predicted.head.filter((file) => !skipped.has(file));
  return [{ engine: target.engine, files: new Set(files), entries: head.state === "rendered" ? head.entries : null }];
}

/** Whether a file is byte for byte the same on both sides, so that the change cannot have touched it. */
function isUntouched({ base, head }: Comparison, path: string | null): boolean {
  if (path === null || base === null) return false;
  const [before, after] = [base.entries.get(path), head.entries.get(path)];
  return before?.kind === "file" && after?.kind === "file" && before.id === after.id;
}

/** The problems of one target, with the side, and blocking only where `pass` would be a lie. */
function problemsOf({ planned, base, head }: Compared, pairs: readonly Pair[], comparison: Comparison): Problem[] {
  const engine = (planned.head ?? planned.base)?.engine;
  const onSide = (side: Side, troubles: readonly Trouble[]) => troubles.map((trouble) => ({ ...(isInSpite(head) ? withRest(trouble) : trouble), side, target: planned.id }));
  // A plain manifest stands for itself: one that did not change cannot have got worse.
  const touched = (problem: Problem) => (engine === "manifests" && isUntouched(comparison, problem.path) ? { ...problem, blocking: false } : problem);
  const unsure = pairs.filter(({ basis, head: entry }) => basis === "unread" && entry?.target === planned.id && isWeak(entry));
  const names = unsure.flatMap(({ head: entry }) => (entry === null ? [] : [describeEntry(entry)]));
  const doubted = (problem: Problem) => (problem.blocking && names.length > 0 ? { ...problem, message: `${problem.message}; cannot say whether new: ${listed(names)}` } : problem);
  const known = (problem: Problem) => {
    const gone = head.state === "absent" && !leavesTemplates(planned, comparison.head);
    return problem.blocking && (gone || (unsure.length === 0 && head.state === "rendered")) ? { ...problem, blocking: false } : doubted(problem);
  };
  const blocked = base.problems.some(({ blocking }) => blocking);
  return [...onSide("base", base.problems).map(touched).map(known), ...onSide("head", head.problems).map(touched).map((problem) => (blocked ? problem : doubted(problem)))];
}

/** Whether the templates of a chart that is no chart any more stayed: with a base that did not render, nobody knows what they hold. */
function leavesTemplates({ base }: PlannedTarget, head: Tree): boolean {
  return base?.engine === "helm" && [...head.entries.keys()].some((path) => path.startsWith(base.path === "." ? "templates/" : `${base.path}/templates/`));
}

function isWeak({ posture }: InventoryEntry): boolean {
  return posture.effective === "Unconfined" || posture.effective === "Rejected";
}

function listed(names: readonly string[]): string {
  return names.length <= 10 ? names.join(", ") : `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`;
}

function assemble(comparison: Comparison, compared: readonly Compared[], pairs: readonly Pair[], findings: readonly Finding[], problems: readonly Problem[]): Report {
  const targets = compared.map(outcomeOf);
  const containers = pairs.flatMap(rowOf).sort(compareRows);
  return {
    tool: comparison.tool,
    verdict: reachVerdict(findings, problems, comparison.policy),
    base: comparison.base === null ? null : { revision: comparison.base.revision },
    head: { revision: comparison.head.revision },
    summary: summarize(targets, containers, findings),
    targets,
    containers,
    findings,
    problems,
    failOn: comparison.policy.failOn,
    noVerdict: comparison.policy.noVerdict,
    policyNotes: comparison.policyNotes,
  };
}

function outcomeOf({ planned, base, head }: Compared): TargetOutcome {
  const target = planned.head ?? planned.base;
  if (target === null) throw new Error(`target ${planned.id} is on neither side`);
  return { id: planned.id, engine: target.engine, path: target.path, declaredBy: target.declaredBy, variant: target.engine === "helm" ? target.variant : null, base: base.state, head: head.state };
}

function rowOf(pair: Pair): ContainerRow[] {
  const { base, head, change } = pair;
  const entry = head ?? base;
  if (entry === null) return [];
  const { target, workload, container, foundBy, podSecurity } = entry;
  return [{ target, workload, container, foundBy, was: wasOf(pair), base: base?.posture ?? null, head: head?.posture ?? null, change, podSecurity, systemCalls: systemCallsOf(base, head) }];
}

function compareRows(a: ContainerRow, b: ContainerRow): number {
  const key = ({ target, workload, container }: ContainerRow) => [target, workload.kind, workload.namespace ?? "", workload.name, container.type, container.pod ?? "", container.name];
  const [left, right] = [key(a), key(b)];
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : (left[at] ?? "") < (right[at] ?? "") ? -1 : 1;
}

