// What Pod Security admission enforces and warns about in a namespace: from the namespace's labels, else from the admission configuration.
// kubernetes/pod-security-admission: api/helpers.go (PolicyToEvaluate), admission/api/v1/defaults.go, admission/api/validation/validation.go.

import { fieldAt } from "./field.ts";
import { isMapping } from "./manifest.ts";

export type Level = "privileged" | "baseline" | "restricted";

/** A version of the standards. */
export interface StandardsVersion {
  /** `latest`, or `v1.25` */
  readonly name: string;
  /** 25 of `v1.25`; infinite for `latest`. */
  readonly minor: number;
}

/** How strict, by the standards of which version. */
export interface Demand {
  readonly level: Level;
  readonly version: StandardsVersion;
}

/** What a violation leads to: a rejected pod, a line in the audit log, a warning to whoever applies it. */
export type Mode = "enforce" | "audit" | "warn";

export type PodSecurityPolicy = Readonly<Record<Mode, Demand>>;

/** The part of an admission configuration that concerns Pod Security. */
export interface PodSecurityConfiguration {
  readonly defaults: PodSecurityPolicy;
  readonly exemptNamespaces: readonly string[];
  readonly exemptRuntimeClasses: readonly string[];
}

export const latest: StandardsVersion = { name: "latest", minor: Number.POSITIVE_INFINITY };
const nothingDemanded: Demand = { level: "privileged", version: latest };

/** What applies where nobody says anything. */
export const nothingConfigured: PodSecurityConfiguration = {
  defaults: { enforce: nothingDemanded, audit: nothingDemanded, warn: nothingDemanded },
  exemptNamespaces: [],
  exemptRuntimeClasses: [],
};

const strictness = { privileged: 0, baseline: 1, restricted: 2 } as const satisfies Record<Level, number>;
const isLevel = (text: string): text is Level => Object.hasOwn(strictness, text);

const LARGEST = 2n ** 63n - 1n; // what Go's int holds

/** `latest` or `v1.N`; null for anything else. */
function parseVersion(text: string): StandardsVersion | null {
  if (text === "latest") return latest;
  const [, minor] = /^v1\.([0-9]|[1-9][0-9]*)$/.exec(text) ?? [];
  return minor === undefined || BigInt(minor) > LARGEST ? null : { name: text, minor: Number(minor) };
}

/** The text of a label; null when there is none. A label without a value is an empty one to Kubernetes. */
function labelOf(labels: unknown, name: string): string | null {
  if (!isMapping(labels) || !Object.hasOwn(labels, name)) return null;
  const value = labels[name];
  return typeof value === "string" ? value : value === null ? "" : "unreadable";
}

/** One mode's labels over its default. What cannot be understood is as strict as can be where pods are rejected, and nothing elsewhere. */
function demandOf(labels: unknown, mode: Mode, byDefault: Demand): Demand {
  const level = labelOf(labels, `pod-security.kubernetes.io/${mode}`);
  const version = labelOf(labels, `pod-security.kubernetes.io/${mode}-version`);
  const misread = mode === "enforce" ? "restricted" : "privileged";
  return {
    level: level === null ? byDefault.level : isLevel(level) ? level : misread,
    version: version === null ? byDefault.version : (parseVersion(version) ?? latest),
  };
}

/** Whether labels say something of Pod Security. Where they do not, the defaults apply, as they do where nobody describes the namespace. */
export const sayPodSecurity = (labels: unknown): boolean => isMapping(labels) && Object.keys(labels).some((label) => label.startsWith("pod-security.kubernetes.io/"));

/** What a namespace with these labels demands of its pods. `labels` is the object's field as it was read. */
export function policyOfLabels(labels: unknown, defaults: PodSecurityPolicy): PodSecurityPolicy {
  const enforce = demandOf(labels, "enforce", defaults.enforce);
  const warn = demandOf(labels, "warn", defaults.warn);
  const audit = demandOf(labels, "audit", defaults.audit);
  const label = labelOf(labels, "pod-security.kubernetes.io/enforce");
  // Whoever enforces is warned alike, so that the one who applies a workload learns that its pods will be rejected.
  const isWarnedAlike = label !== null && isLevel(label) && labelOf(labels, "pod-security.kubernetes.io/warn") === null && strictness[enforce.level] > strictness[warn.level];
  if (!isWarnedAlike) return { enforce, audit, warn };
  const version = labelOf(labels, "pod-security.kubernetes.io/warn-version") === null ? enforce.version : warn.version;
  return { enforce, audit, warn: { level: enforce.level, version } };
}

/** A default of the configuration; null when the API server refuses it. Empty is as good as absent. */
function defaultOf(configured: unknown, mode: Mode): Demand | null {
  const [level, version] = [fieldAt(configured, [mode]) ?? "", fieldAt(configured, [`${mode}-version`]) ?? ""];
  if (typeof level !== "string" || typeof version !== "string") return null;
  const parsed = version === "" ? latest : parseVersion(version);
  const known = level === "" ? "privileged" : level;
  return parsed === null || !isLevel(known) ? null : { level: known, version: parsed };
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

/** A `PodSecurityConfiguration`, or the one inside an `AdmissionConfiguration`; null for an object that holds none that the API server takes. */
export function readPodSecurityConfiguration(object: Readonly<Record<string, unknown>>): PodSecurityConfiguration | null {
  if (object["kind"] === "AdmissionConfiguration") {
    // kubernetes/kubernetes: staging/src/k8s.io/apiserver/pkg/admission/config.go: one entry a plugin, its configuration inside or in a file.
    const plugins: readonly unknown[] = Array.isArray(object["plugins"]) ? object["plugins"] : [];
    const inside = fieldAt(plugins.find((plugin) => fieldAt(plugin, ["name"]) === "PodSecurity"), ["configuration"]);
    return isMapping(inside) && inside["kind"] === "PodSecurityConfiguration" ? readPodSecurityConfiguration(inside) : null;
  }
  if (object["kind"] !== "PodSecurityConfiguration") return null;
  const { defaults, exemptions } = object;
  const [enforce, audit, warn] = [defaultOf(defaults, "enforce"), defaultOf(defaults, "audit"), defaultOf(defaults, "warn")];
  if (enforce === null || audit === null || warn === null) return null;
  return {
    defaults: { enforce, audit, warn },
    exemptNamespaces: textsOf(fieldAt(exemptions, ["namespaces"])),
    exemptRuntimeClasses: textsOf(fieldAt(exemptions, ["runtimeClasses"])),
  };
}
