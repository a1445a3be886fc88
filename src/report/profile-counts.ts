// How many containers run under what, in words.

import type { Profile } from "../core/posture.ts";
import type { ProfileCounts } from "../core/report.ts";

const names = {
  RuntimeDefault: "RuntimeDefault",
  Localhost: "Localhost",
  Unconfined: "Unconfined",
  Unset: "no profile",
  Invalid: "invalid profile",
  NotApplicable: "not applicable",
} as const satisfies Record<Profile, string>;

const order = ["RuntimeDefault", "Localhost", "Unset", "Unconfined", "Invalid", "NotApplicable"] as const satisfies readonly Profile[];

/** The profiles that some container has on either side given, best first. */
export function listCounts(counts: ProfileCounts, also: ProfileCounts = counts): readonly { readonly profile: Profile; readonly name: string; readonly count: number }[] {
  return order.filter((profile) => counts[profile] > 0 || also[profile] > 0).map((profile) => ({ profile, name: names[profile], count: counts[profile] }));
}
