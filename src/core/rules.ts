import type { Rule } from "./rule.ts";
import { addedWithoutProfile } from "./rules/added-without-profile.ts";
import { admissionRejects } from "./rules/admission-rejects.ts";
import { deadAnnotation } from "./rules/dead-annotation.ts";
import { clusterDefaultWeakened } from "./rules/cluster-default-weakened.ts";
import { guardrailWeakened } from "./rules/guardrail-weakened.ts";
import { invalidProfile } from "./rules/invalid-profile.ts";
import { localhostMissing } from "./rules/localhost-missing.ts";
import { localhostPermissive } from "./rules/localhost-permissive.ts";
import { lostFromView } from "./rules/lost-from-view.ts";
import { newlyPrivileged } from "./rules/newly-privileged.ts";
import { newlyUnconfined } from "./rules/newly-unconfined.ts";
import { profileRemoved } from "./rules/profile-removed.ts";
import { profileWeakened } from "./rules/profile-weakened.ts";

/** Every rule, in report order. A rule that is not in this list does not exist. */
export const rules: readonly Rule[] = [newlyUnconfined, newlyPrivileged, profileRemoved, addedWithoutProfile, profileWeakened, invalidProfile, admissionRejects, deadAnnotation, localhostMissing, localhostPermissive, lostFromView, clusterDefaultWeakened, guardrailWeakened];
