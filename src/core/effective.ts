// What a decision comes to on the cluster: the last word of admission, of the runtime and of the kubelet's default.

import type { Place } from "./cluster.ts";
import type { Decision } from "./decision.ts";
import { fieldAt } from "./field.ts";
import { describeVersion, isBefore, type KubeVersion } from "./kube-version.ts";
import type { Posture } from "./posture.ts";
import { showValue } from "./show-value.ts";
import type { PodHolder } from "./workload.ts";

/** What a container really runs under, and what had to be assumed of the cluster to say so. */
export type Outcome = Pick<Posture, "effective" | "assumption" | "advice">;

const plainly = (effective: Posture["effective"], assumption: string | null = null, advice: string | null = null): Outcome => ({ effective, assumption, advice });

/** First patch releases whose kubelets refuse an empty `localhostProfile`, by minor version. kubernetes/kubernetes#118690. */
const firstFixed: Readonly<Record<number, number>> = { 24: 14, 25: 10, 26: 5, 27: 2 };

/** What kubelets do with `localhostProfile: ""`, which the API lets pass: CVE-2023-2431. */
function withEmptyPath(version: KubeVersion | null): Outcome {
  if (version === null || version.minor > 27) return plainly("Rejected");
  const fixed = firstFixed[version.minor];
  const runs = `${describeVersion(version)} runs containers with an empty \`localhostProfile\` Unconfined (CVE-2023-2431)`;
  if (fixed === undefined) return plainly("Unconfined", runs);
  if (version.patch === null) return plainly("Unconfined", `${runs} before 1.${version.minor}.${fixed}`);
  return version.patch < fixed ? plainly("Unconfined", runs) : plainly("Rejected");
}

/** What of the outcome rests on more than the field that decided. */
function assumedOf({ cause, field }: Decision, version: KubeVersion | null): string | null {
  if (cause === "windows" && field?.at(-1) !== "name") return `the node ${field?.at(-1) === "nodeSelectorTerms" ? "affinity" : "selector"} sends the pod to Windows nodes, though \`os.name\` does not say so`;
  if (cause !== "container-annotation" && cause !== "pod-annotation") return null;
  const copied = "copies seccomp annotations to the fields of a Pod when it is created through the API; a static Pod would run without";
  return `${describeVersion(version)} ${isBefore(version, 25) ? "obeys seccomp annotations" : copied}`;
}

/** What a controller may have given whose version or settings decide, which no manifest shows. */
function perhapsGiven({ controllerDefault, securityContext }: PodHolder): string {
  if (controllerDefault === null || controllerDefault.certain) return "";
  const { by, profile, level, yieldsTo } = controllerDefault;
  const isKeptOut = level === "pod" && yieldsTo === "security context" && securityContext?.value !== undefined && securityContext.value !== null;
  return isKeptOut ? "" : `; ${by} may give them ${profile}`;
}

/** What a decision comes to for a pod on its place in the cluster. */
export function outcomeOf(decision: Decision, holder: PodHolder, place: Place): Outcome {
  const { podSpec, controllerDefault } = holder;
  const { profile, refusedBy } = decision;
  const { kubeVersion, unset, refusal, isSandbox } = place;
  if (profile === "NotApplicable") return plainly("NotApplicable", assumedOf(decision, kubeVersion));
  if (refusedBy === "kubelet") return withEmptyPath(kubeVersion);
  if (profile === "Invalid") return plainly("Rejected", null, decision.advice);
  const refused = decision.cause === "privileged" ? null : refusal(profile);
  if (refused !== null) return plainly("Rejected", refused, unset.advice);
  const runtimeClass = fieldAt(podSpec?.value, ["runtimeClassName"]);
  if (typeof runtimeClass === "string" && isSandbox(runtimeClass)) {
    return plainly("Sandboxed", `runtime class \`${showValue(runtimeClass)}\` is a sandbox with a kernel of its own`);
  }
  if (profile === "Unset") return plainly(unset.effective, `${unset.assumption}${perhapsGiven(holder)}`, unset.advice);
  // A profile that no field sets is the controller's.
  const given = decision.field === null && controllerDefault !== null ? `${controllerDefault.by} gives ${profile} to pods that set no profile` : null;
  return plainly(profile, given ?? assumedOf(decision, kubeVersion));
}
