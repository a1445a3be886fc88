// From a container and its pod to the seccomp profile it runs under on the cluster, and the way there.
// The order of the fields is stated in looks.ts, what the cluster makes of it in effective.ts.

import { placeOf, type Cluster } from "./cluster.ts";
import { decide, type Decision } from "./decision.ts";
import { outcomeOf, type Outcome } from "./effective.ts";
import { fieldPath } from "./field.ts";
import { looksAt, type Look } from "./looks.ts";
import type { PathSegment } from "./manifest.ts";
import type { PodContainer } from "./pod.ts";
import { showFields, showValue } from "./show-value.ts";
import type { PodHolder } from "./workload.ts";

/** What the manifest says, in the words of the API. `Unset`: no field decides, the kubelet does. */
export type Profile = "RuntimeDefault" | "Localhost" | "Unconfined" | "Unset" | "Invalid" | "NotApplicable";

/** Which kind of field decided. */
export type Cause =
  | "container-field"
  | "pod-field"
  | "container-annotation"
  | "pod-annotation"
  | "privileged"
  | "windows"
  | "inherits"
  | "none";

/** What the container really runs under, on the configured cluster. `Rejected`: the pod is refused, by the API server in most cases. */
export type Effective = "RuntimeDefault" | "Localhost" | "Unconfined" | "Sandboxed" | "NotApplicable" | "Rejected";

/** An annotation that asks for a profile and gets nobody's attention. */
export interface Ignored {
  /** Its path inside the object. */
  readonly field: readonly PathSegment[];
  readonly value: string;
  /** Why, as a clause. */
  readonly why: string;
  /** What it asks for. */
  readonly profile: Profile;
  readonly localhostProfile: string | null;
}

/** The seccomp posture of one container, with the field that decided it. */
export interface Posture {
  readonly profile: Profile;
  /** The file below the kubelet's seccomp folder; only for Localhost (and invalid ones that name it). */
  readonly localhostProfile: string | null;
  /** Path of the deciding field inside its object, with indices; null when nothing decides. */
  readonly decidedBy: string | null;
  readonly cause: Cause;
  readonly effective: Effective;
  /** What `effective` rests on beside the manifest, as a clause; null when on nothing. */
  readonly assumption: string | null;
  /** What to do about it, where it is something other than to set a profile at the deciding field; null almost always. */
  readonly advice: string | null;
  /** Why it is refused, quoting the value; only for `Invalid`. */
  readonly reason: string | null;
  /** What its fields ask for where the pod is refused for the container as such, be they as they may; absent for all others. */
  readonly asks?: Profile;
  /** The annotation that the author may rely on and Kubernetes does not read; null without one. */
  readonly ignored: Ignored | null;
}

/** One step on the way to a posture. */
export interface TrailStep {
  /** Path of the field inside the object; null for what the cluster decides. */
  readonly field: readonly PathSegment[] | null;
  /** The value found, as messages show it; null when it is not set. */
  readonly value: string | null;
  /** What it means, in words that follow the field and its value. */
  readonly meaning: string;
  /** True for the one that decided. */
  readonly decides: boolean;
}

/** The look that decides: the first that is refused, else the first that has an answer; null when none has. */
function deciding(looks: readonly Look[]): Look | null {
  return looks.find(({ decision }) => decision?.profile === "Invalid") ?? looks.find(({ decision }) => decision !== null) ?? null;
}

/** What no field decides is up to the pod that the container is put into, else to the cluster. */
const undecided = ({ inherits }: PodHolder): Decision => (inherits ? decide("NotApplicable", "inherits", null) : decide("Unset", "none", null));

/** The first annotation that nobody heeds, unless the container runs under what it asks for anyway. */
function ignoredOf(looks: readonly Look[], { profile, localhostProfile, cause }: Decision): Ignored | null {
  if (profile === "Invalid" || profile === "NotApplicable" || cause === "privileged") return null;
  const found = looks.find(({ unheeded }) => unheeded !== null);
  if (found === undefined || found.unheeded === null) return null;
  const { field, value, meaning, unheeded } = found;
  if (unheeded.profile === profile && unheeded.localhostProfile === localhostProfile) return null;
  return { field, value: showValue(value), why: meaning, ...unheeded };
}

/** What an ephemeral container that is refused asks for: the look that refuses it comes first. */
function asksOf(looks: readonly Look[], holder: PodHolder, { container }: PodContainer): Pick<Posture, "asks"> {
  if (container.type !== "ephemeral" || holder.inherits) return {};
  return { asks: (deciding(looks.slice(1))?.decision ?? undecided(holder)).profile };
}

function resolve(holder: PodHolder, container: PodContainer, cluster: Cluster): { looks: readonly Look[]; decision: Decision; outcome: Outcome } {
  const place = placeOf(cluster, holder.workload.namespace);
  const looks = looksAt(holder, container, cluster.kubeVersion);
  const decision = deciding(looks)?.decision ?? undecided(holder);
  return { looks, decision, outcome: outcomeOf(decision, holder, place) };
}

/** The posture of one container of a pod, and the path of the deciding field inside the object (null when nothing decides). */
export function resolvePosture(
  holder: PodHolder,
  container: PodContainer,
  cluster: Cluster,
): { readonly posture: Posture; readonly field: readonly PathSegment[] | null } {
  const { looks, decision, outcome } = resolve(holder, container, cluster);
  const { profile, cause, localhostProfile, reason, field } = decision;
  const decidedBy = field === null ? null : fieldPath(field);
  return { posture: { profile, localhostProfile, decidedBy, cause, ...outcome, reason, ...asksOf(looks, holder, container), ignored: ignoredOf(looks, decision) }, field };
}

/** The whole way to the posture: every field that Kubernetes looks at, in its order, then what the cluster makes of it. */
export function explainPosture(holder: PodHolder, container: PodContainer, cluster: Cluster): readonly TrailStep[] {
  const { looks, outcome } = resolve(holder, container, cluster);
  const decided = deciding(looks);
  const steps = looks.map((look) => ({
    field: look.field,
    value: look.value === undefined || look.value === null ? null : showFields(look.value),
    meaning: look.meaning,
    decides: look === decided,
  }));
  return [...steps, { field: null, value: outcome.effective, meaning: outcome.assumption ?? "nothing of the cluster changes that", decides: decided === null }];
}
