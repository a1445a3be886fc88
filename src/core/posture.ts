// The one statement of precedence: from a container and its pod to the seccomp profile it runs under.
// Kubernetes >= 1.27: kubernetes/kubernetes: pkg/kubelet/kuberuntime/helpers.go (getSeccompProfile), and what the API server
// accepts: pkg/apis/core/validation/validation.go (validateSeccompProfileField).

import { fieldAt, fieldPath } from "./field.ts";
import { isMapping, type PathSegment } from "./manifest.ts";
import { pathIn, type PodContainer, type SecurityContext } from "./pod.ts";
import { showValue } from "./show-value.ts";
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

/** What the container really runs under, on the configured cluster. `Rejected`: the API server refuses the object. */
export type Effective = "RuntimeDefault" | "Localhost" | "Unconfined" | "Sandboxed" | "NotApplicable" | "Rejected";

/** The seccomp posture of one container, with the field that decided it. */
export interface Posture {
  readonly profile: Profile;
  /** The file below the kubelet's seccomp folder; only for Localhost (and invalid ones that name it). */
  readonly localhostProfile: string | null;
  /** Path of the deciding field inside its object, with indices; null when nothing decides. */
  readonly decidedBy: string | null;
  readonly cause: Cause;
  readonly effective: Effective;
  /** Why the API refuses it, quoting the value; only for `Invalid`. */
  readonly reason: string | null;
}

/** What the cluster does where manifests are silent. */
export interface ClusterDefaults {
  /** kubelet `seccompDefault`: containers that set nothing run under RuntimeDefault. */
  readonly seccompDefault: boolean;
}

interface Decision extends Pick<Posture, "profile" | "cause" | "localhostProfile" | "reason"> {
  readonly field: readonly PathSegment[] | null;
}

function decide(profile: Profile, cause: Cause, field: readonly PathSegment[] | null, more: Partial<Decision> = {}): Decision {
  return { profile, cause, field, localhostProfile: null, reason: null, ...more };
}

const quote = (value: unknown) => `\`${showValue(value)}\``;

/** Why a `localhostProfile` is refused, or null. `""` passes the API, and current kubelets refuse to start it (CVE-2023-2431). */
function refuseLocalhostProfile(value: unknown): string | null {
  if (value === undefined || value === null) return "`type: Localhost` needs a `localhostProfile`";
  if (typeof value !== "string") return `\`localhostProfile\` must be a string, not ${quote(value)}`;
  if (value === "") return "`localhostProfile` is empty: kubelets refuse to start it, and those before 1.27.2 ran it Unconfined (CVE-2023-2431)";
  if (value.startsWith("/")) return `\`localhostProfile\` ${quote(value)} must be relative to the kubelet's seccomp folder`;
  if (value.split("/").includes("..")) return `\`localhostProfile\` ${quote(value)} must not contain \`..\``;
  return null;
}

/** Reads one `seccompProfile` that is set. The object counts as a whole: a container's never inherits parts of the pod's. */
function readProfile(value: unknown, cause: Cause, path: readonly PathSegment[]): Decision {
  const invalid = (reason: string): Decision => {
    const named = fieldAt(value, ["localhostProfile"]);
    return decide("Invalid", cause, path, { reason, localhostProfile: typeof named === "string" ? named : null });
  };
  if (!isMapping(value)) return invalid(`\`seccompProfile\` must be an object with a \`type\`, not ${quote(value)}`);
  const { type, localhostProfile } = value;
  if (type === undefined || type === null || type === "") return invalid("`seccompProfile` has no `type`");
  if (type !== "RuntimeDefault" && type !== "Localhost" && type !== "Unconfined") {
    return invalid(`\`type: ${showValue(type)}\` is none of \`RuntimeDefault\`, \`Localhost\` and \`Unconfined\` (case counts)`);
  }
  if (type !== "Localhost") {
    if (localhostProfile === undefined || localhostProfile === null) return decide(type, cause, path);
    return invalid(`\`localhostProfile\` is only allowed with \`type: Localhost\`, not with \`${type}\``);
  }
  const refused = refuseLocalhostProfile(localhostProfile);
  if (refused !== null) return invalid(refused);
  return decide("Localhost", cause, path, { localhostProfile: String(localhostProfile) });
}

/** The profile that a security context sets, or null when it sets none (`null` counts as absent). */
function ownProfile(securityContext: SecurityContext, cause: Cause): Decision | null {
  const { value, path } = securityContext;
  if (value === undefined || value === null) return null;
  if (!isMapping(value)) return decide("Invalid", cause, path, { reason: `\`securityContext\` must be an object, not ${quote(value)}` });
  const profile = value["seccompProfile"];
  return profile === undefined || profile === null ? null : readProfile(profile, cause, pathIn(securityContext, "seccompProfile"));
}

/** The field that says the pod is for Windows, where no seccomp exists; null for Linux. */
function windowsField({ podSpec }: PodHolder): readonly PathSegment[] | null {
  if (podSpec === null) return null;
  const fields = [["os", "name"], ["nodeSelector", "kubernetes.io/os"], ["nodeSelector", "beta.kubernetes.io/os"]];
  const field = fields.find((path) => fieldAt(podSpec.value, path) === "windows");
  return field === undefined ? null : [...podSpec.path, ...field];
}

/** What the kind's own controller gives to a container, or a pod, that leaves it the choice; null when it gives nothing. */
function givenByController({ controllerDefault }: PodHolder, level: "pod" | "container", securityContext: SecurityContext | null): Decision | null {
  if (controllerDefault === null || !controllerDefault.certain || controllerDefault.level !== level) return null;
  const isThere = securityContext !== null && securityContext.value !== undefined && securityContext.value !== null;
  return controllerDefault.yieldsTo === "security context" && isThere ? null : decide(controllerDefault.profile, "none", null);
}

function resolve(holder: PodHolder, container: PodContainer): Decision {
  const windows = windowsField(holder);
  if (windows !== null) return decide("NotApplicable", "windows", windows);

  // The runtime drops any profile of a privileged container: containerd/containerd: internal/cri/sputil/seccomp_linux.go.
  const privilegedPath = pathIn(container.securityContext, "privileged");
  const privileged = fieldAt(container.securityContext.value, ["privileged"]);
  if (privileged === true) return decide("Unconfined", "privileged", privilegedPath);
  if (privileged !== undefined && privileged !== null && privileged !== false) {
    return decide("Invalid", "container-field", privilegedPath, { reason: `\`privileged\` must be true or false, not ${quote(privileged)}` });
  }
  return (
    ownProfile(container.securityContext, "container-field") ??
    givenByController(holder, "container", container.securityContext) ??
    (holder.securityContext === null ? null : ownProfile(holder.securityContext, "pod-field")) ??
    givenByController(holder, "pod", holder.securityContext) ??
    (holder.inherits ? decide("NotApplicable", "inherits", null) : decide("Unset", "none", null))
  );
}

const effectiveOf = (defaults: ClusterDefaults) =>
  ({
    RuntimeDefault: "RuntimeDefault",
    Localhost: "Localhost",
    Unconfined: "Unconfined",
    Unset: defaults.seccompDefault ? "RuntimeDefault" : "Unconfined",
    Invalid: "Rejected",
    NotApplicable: "NotApplicable",
  }) as const satisfies Record<Profile, Effective>;

/** The posture of one container of a pod, and the path of the deciding field inside the object (null when nothing decides). */
export function resolvePosture(
  holder: PodHolder,
  container: PodContainer,
  defaults: ClusterDefaults,
): { readonly posture: Posture; readonly field: readonly PathSegment[] | null } {
  const { field, ...decision } = resolve(holder, container);
  const decidedBy = field === null ? null : fieldPath(field);
  return { posture: { ...decision, decidedBy, effective: effectiveOf(defaults)[decision.profile] }, field };
}
