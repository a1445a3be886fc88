// Pod Security's levels as a protection: labels of namespaces, and the defaults and exemptions of the cluster.

import { asText, fieldAt } from "../field.ts";
import type { PathSegment } from "../manifest.ts";
import { nothingConfigured, policyOfLabels, readPodSecurityConfiguration, type Demand, type Mode, type PodSecurityPolicy } from "../pod-security-policy.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact, type Reach } from "./fact.ts";
import { listOf, show } from "./spell.ts";

const modes = ["enforce", "audit", "warn"] as const satisfies readonly Mode[];

/**
 * What a level demands of seccomp: 0 nothing, 1 next to nothing, 2 no Unconfined, 3 a profile. Checks of versions before 1.19 look at
 * annotations alone. kubernetes/pod-security-admission: policy/check_seccompProfile_baseline.go, check_seccompProfile_restricted.go.
 */
function strengthOf({ level, version }: Demand): number {
  if (level === "privileged") return 0;
  return version.minor < 19 ? 1 : level === "baseline" ? 2 : 3;
}

/** A level as it is written. Who enforces one is warned at it without a word. */
function describeLevel(level: string | null, version: string | null, { level: inEffect }: Demand): string {
  if (level === null) return inEffect === "privileged" ? "not set" : `\`${inEffect}\` (as it is enforced)`;
  return `\`${level}\`${version === null ? "" : ` at version \`${version}\``}`;
}

interface Source {
  readonly policy: PodSecurityPolicy;
  /** Fields with the levels, and with `-version` behind their names those with the versions. */
  readonly fields: unknown;
  readonly path: readonly PathSegment[];
  readonly fieldOf: (mode: Mode) => string;
  readonly nameOf: (mode: Mode) => string;
  readonly aspect: string;
  readonly reach: Reach;
  readonly isMissed: boolean;
}

/** One fact a mode. What is audited and warned about is told by what is enforced, where that is weaker, too. */
function modeFacts({ policy, fields, path, fieldOf, nameOf, aspect, reach, isMissed }: Source): readonly Fact[] {
  return modes.map((mode): Fact => {
    const [level, version] = [asText(fieldAt(fields, [fieldOf(mode)])), asText(fieldAt(fields, [`${fieldOf(mode)}-version`]))];
    return {
      ...plainFact,
      rule: "guardrail-weakened",
      aspect: `${aspect}${mode}`,
      what: `\`${nameOf(mode)}\``,
      strength: strengthOf(policy[mode]),
      says: describeLevel(level, version, policy[mode]),
      absence: "not set",
      isMissed,
      remedy: `Put \`${nameOf(mode)}\` back to what it was.`,
      path: [...path, level === null && version !== null ? `${fieldOf(mode)}-version` : fieldOf(mode)],
      reach,
      toldBy: mode === "enforce" ? null : `${aspect}enforce`,
    };
  });
}

/** The Pod Security labels of a namespace. A namespace that is gone takes its pods along. */
export function namespaceLabels({ group, kind, name, object }: FoundObject): readonly Fact[] {
  if (group !== "" || kind !== "Namespace") return [];
  const labels = fieldAt(object, ["metadata", "labels"]);
  const fieldOf = (mode: Mode): string => `pod-security.kubernetes.io/${mode}`;
  const policy = policyOfLabels(labels, nothingConfigured.defaults);
  return modeFacts({ policy, fields: labels, path: ["metadata", "labels"], fieldOf, nameOf: fieldOf, aspect: "", reach: { kind: "namespace", namespace: name }, isMissed: false });
}

const exemptions = { usernames: "user", runtimeClasses: "runtime class", namespaces: "namespace" } as const;

/** The cluster's Pod Security defaults and exemptions, in a file of their own or inside an AdmissionConfiguration; none where the API server would not take them. */
export function podSecurityConfiguration({ group, kind, object }: FoundObject): readonly Fact[] {
  if (group !== "pod-security.admission.config.k8s.io" || kind !== "PodSecurityConfiguration") return [];
  const read = readPodSecurityConfiguration(object);
  if (read === null) return [];
  const exempt = object["exemptions"];
  return [
    ...modeFacts({ policy: read.defaults, fields: object["defaults"], path: ["defaults"], fieldOf: (mode) => mode, nameOf: (mode) => `defaults.${mode}`, aspect: "defaults/", reach: { kind: "all" }, isMissed: true }),
    {
      ...plainFact,
      rule: "guardrail-weakened",
      aspect: "exemptions",
      what: "`exemptions`",
      // They exempt from the labels of namespaces, too: they count whatever the defaults are.
      strength: 1,
      otherwise: 1,
      says: "there",
      lets: Object.entries(exemptions).flatMap(([field, noun]) => listOf(fieldAt(exempt, [field])).map((item) => `${noun} ${show(item)}`)),
      remedy: "Take the exemption back, or give the namespace's label the level that it needs.",
      path: ["exemptions"],
      reach: { kind: "all" },
    },
  ];
}
