// The one statement of precedence: from a container and its pod to the seccomp profile it runs under.
// Kubernetes >= 1.27, Linux: kubernetes/kubernetes: pkg/kubelet/kuberuntime/helpers.go (getSeccompProfile).

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
