// Pod Security admission, beside our own verdict and never instead of it: what the API server answers for the seccomp of a pod.
// kubernetes/pod-security-admission: admission/admission.go (ValidatePod, ValidatePodController, EvaluatePod).

import { fieldAt, fieldPath } from "./field.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { PathSegment } from "./manifest.ts";
import { nearestObjects } from "./nearest-objects.ts";
import { objectionsTo } from "./pod-security-check.ts";
import { nothingConfigured, policyOfLabels, readPodSecurityConfiguration, sayPodSecurity, type Demand, type Level, type PodSecurityConfiguration, type PodSecurityPolicy } from "./pod-security-policy.ts";
import type { FoundObject, PodHolder } from "./workload.ts";

export type Answer = "allowed" | "forbidden";

/** What the API server does because of one container, or of its pod. */
export interface Refusal {
  /** `enforce`: it rejects the pod; `warn`: it warns whoever applies the object, and lets it pass. */
  readonly mode: "enforce" | "warn";
  readonly level: Level;
  /** `latest`, or `v1.25` */
  readonly version: string;
  /** True when it is the pod's own field, which concerns every container. */
  readonly ofPod: boolean;
  /** Path inside the object of what decides: a profile, an annotation, or the container that has no profile. */
  readonly field: readonly PathSegment[];
  /** What stands there; null when nothing does. */
  readonly value: unknown;
  /** The namespace and the configuration that ask for the level, wherever they stand. */
  readonly askedBy: readonly FoundObject[];
}

/** What Pod Security admission makes of the pod of a container. */
export interface PodSecurity {
  /** What the namespace enforces: `privileged` where nothing is known. */
  readonly level: Level;
  /** `latest`, or `v1.25` */
  readonly version: string;
  /** What the seccomp check of each level answers for the whole pod, by the standards of `version`. */
  readonly baseline: Answer;
  readonly restricted: Answer;
  /** The worst that this container brings about; null when the seccomp check lets it pass in its namespace. */
  readonly refusal: Refusal | null;
}

/** How much a refusal weighs, from 0 for none. */
export const rankOf = (refusal: Refusal | null | undefined): number => (refusal?.mode === "enforce" ? 2 : refusal?.mode === "warn" ? 1 : 0);

/** The kinds that admission looks into. Custom resources are none: their pods are judged when their controllers make them. */
const kindsLookedInto = new Set(["/Pod", "/PodTemplate", "/ReplicationController", "apps/ReplicaSet", "apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "batch/Job", "batch/CronJob"]);

const isLookedInto = ({ group, workload }: PodHolder): boolean => kindsLookedInto.has(`${group}/${workload.kind}`);

/** True for a pod that a configuration leaves alone. Exempt users are left out of account: nobody knows who will apply an object. */
function isExempt({ podSpec, workload }: PodHolder, { exemptNamespaces, exemptRuntimeClasses }: PodSecurityConfiguration): boolean {
  const runtimeClass = podSpec?.value["runtimeClassName"];
  return exemptNamespaces.includes(workload.namespace ?? "") || (typeof runtimeClass === "string" && exemptRuntimeClasses.includes(runtimeClass));
}

/** What several objects agree on; where they do not, nobody knows which of them counts, and it is as if nothing was said. */
function agreed<T>(values: readonly T[], otherwise: T): T {
  const [first = otherwise, ...others] = values;
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : otherwise;
}

/** Namespaces by name, and admission configurations. */
interface Said {
  readonly namespaces: ReadonlyMap<string, readonly FoundObject[]>;
  readonly configurations: readonly FoundObject[];
}

function whatIsSaid(around: readonly FoundObject[]): Said {
  const namespaces = new Map<string, FoundObject[]>();
  for (const object of around) {
    if (object.kind !== "Namespace" || object.group !== "") continue;
    const same = namespaces.get(object.name);
    if (same === undefined) namespaces.set(object.name, [object]);
    else same.push(object);
  }
  return { namespaces, configurations: around.filter(({ object }) => readPodSecurityConfiguration(object) !== null) };
}

/** What one side says of a namespace, and where; or what it configures for all. */
function sayings(objects: readonly FoundObject[], saidBy: (object: FoundObject["object"]) => unknown): string {
  return JSON.stringify(objects.map(({ target, document, object }) => JSON.stringify([target, target === null ? document.path : null, saidBy(object)])).sort());
}

/** Namespaces for which the sides do not say the same; `all` where what applies to those that say nothing differs. */
export function namespacesJudgedAnew(base: readonly FoundObject[], head: readonly FoundObject[]): ReadonlySet<string> | "all" {
  const [before, after] = [whatIsSaid(base), whatIsSaid(head)];
  if (sayings(before.configurations, readPodSecurityConfiguration) !== sayings(after.configurations, readPodSecurityConfiguration)) return "all";
  const demanded = (object: FoundObject["object"]) => {
    const labels = fieldAt(object, ["metadata", "labels"]);
    return sayPodSecurity(labels) ? policyOfLabels(labels, nothingConfigured.defaults) : null;
  };
  const names = new Set([...before.namespaces.keys(), ...after.namespaces.keys()]);
  return new Set(
    [...names].filter((name) => {
      const [was, is] = [before.namespaces.get(name) ?? [], after.namespaces.get(name) ?? []];
      // A namespace that comes or goes without a word of it changes nothing.
      return [...was, ...is].some(({ object }) => demanded(object) !== null) && sayings(was, demanded) !== sayings(is, demanded);
    }),
  );
}

/** What applies to a pod of a target. */
function policyFor(target: string, holder: PodHolder, { namespaces, configurations }: Said): PodSecurityPolicy & Pick<Refusal, "askedBy"> {
  const near = nearestObjects(target, configurations);
  const configured = near.flatMap(({ object }) => readPodSecurityConfiguration(object) ?? []);
  const configuration = agreed(configured, nothingConfigured);
  const own = nearestObjects(target, namespaces.get(holder.workload.namespace ?? "") ?? []);
  const askedBy = [...own, ...near];
  if (isExempt(holder, configuration)) return { ...nothingConfigured.defaults, askedBy };
  const policy = agreed(own.map(({ object }) => policyOfLabels(fieldAt(object, ["metadata", "labels"]), configuration.defaults)), configuration.defaults);
  return { ...policy, askedBy };
}

/** What a mode brings about, by the container's path; the pod's own field under none. */
type Refusals = ReadonlyMap<string | null, Refusal>;

function refusalsOf(holder: PodHolder, mode: Refusal["mode"], { level, version }: Demand, askedBy: Refusal["askedBy"]): Refusals {
  const refusals = new Map<string | null, Refusal>();
  for (const { container, field, value } of objectionsTo(holder, level, version.minor)) {
    refusals.set(container === null ? null : fieldPath(container), { mode, level, version: version.name, ofPod: container === null, field, value, askedBy });
  }
  return refusals;
}

interface PodJudgement extends Omit<PodSecurity, "refusal"> {
  /** Worst mode first. */
  readonly refusals: readonly Refusals[];
}

function judgePod(target: string, holder: PodHolder, said: Said): PodJudgement {
  const { enforce, warn, askedBy } = policyFor(target, holder, said);
  const answer = (level: Level): Answer => (objectionsTo(holder, level, enforce.version.minor).length === 0 ? "allowed" : "forbidden");
  // Nobody makes pods of a PodTemplate: it is only warned about.
  const rejects = holder.workload.kind === "PodTemplate" ? [] : [refusalsOf(holder, "enforce", enforce, askedBy)];
  const refusals = [...rejects, refusalsOf(holder, "warn", warn, askedBy)];
  return { level: enforce.level, version: enforce.version.name, baseline: answer("baseline"), restricted: answer("restricted"), refusals };
}

/**
 * From everything that one side says to what Pod Security admission says about the pods of that side: null for kinds that it does not look
 * into. Every pod is judged once, however many containers it has.
 */
export function podSecurityAmong(around: readonly FoundObject[]): (entry: InventoryEntry) => PodSecurity | null {
  const said = whatIsSaid(around);
  const judged = new Map<PodHolder, PodJudgement>();
  return ({ target, holder, podContainer }) => {
    if (!isLookedInto(holder)) return null;
    const known = judged.get(holder) ?? judgePod(target, holder, said);
    judged.set(holder, known);
    const { refusals, ...answers } = known;
    const at = fieldPath(podContainer.path);
    // The container's own field says more about it than the pod's.
    const refusal = refusals.flatMap((ofMode) => ofMode.get(at) ?? ofMode.get(null) ?? [])[0] ?? null;
    return { ...answers, refusal };
  };
}
