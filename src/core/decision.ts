// What a field makes of a container, before the cluster is asked what that comes to.

import type { PathSegment } from "./manifest.ts";
import type { Posture } from "./posture.ts";

/** What a field decides. */
export interface Decision extends Pick<Posture, "profile" | "cause" | "localhostProfile" | "reason" | "advice"> {
  /** Path inside the object; null when nothing decides. */
  readonly field: readonly PathSegment[] | null;
  /** Who refuses what is invalid; null for what is valid. Kubelets of some versions let pass what they should refuse. */
  readonly refusedBy: "api" | "kubelet" | null;
}

/** A decision for a profile that is valid. */
export function decide(profile: Posture["profile"], cause: Posture["cause"], field: readonly PathSegment[] | null, more: Partial<Decision> = {}): Decision {
  return { profile, cause, field, localhostProfile: null, reason: null, advice: null, refusedBy: null, ...more };
}

/** A decision against the pod: the API server refuses it. */
export function refuse(cause: Posture["cause"], field: readonly PathSegment[], reason: string, more: Partial<Decision> = {}): Decision {
  return decide("Invalid", cause, field, { reason, refusedBy: "api", ...more });
}
