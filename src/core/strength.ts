// The ordered scale: which posture confines more than another.

import type { Effective, Profile } from "./posture.ts";

/** How much an effective posture confines. What does not run, or has no seccomp, is not on the scale. */
export const strength = {
  Unconfined: 0,
  RuntimeDefault: 1,
  Localhost: 2,
  Sandboxed: 3,
  NotApplicable: null,
  Rejected: null,
} as const satisfies Record<Effective, number | null>;

/** Between postures that run alike: to ask for Unconfined also defeats kubelet defaults and Pod Security's baseline. */
export const explicitness = {
  Unconfined: 0,
  Unset: 1,
  RuntimeDefault: 2,
  Localhost: 2,
  Invalid: 0,
  NotApplicable: 0,
} as const satisfies Record<Profile, number>;
