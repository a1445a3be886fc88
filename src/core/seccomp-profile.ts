// One `seccompProfile` of a security context, judged as the API server does.
// kubernetes/kubernetes: pkg/apis/core/validation/validation.go (validateSeccompProfileField).

import type { Decision } from "./decision.ts";
import { decide, refuse } from "./decision.ts";
import { fieldAt } from "./field.ts";
import { isMapping, type PathSegment } from "./manifest.ts";
import type { Cause } from "./posture.ts";
import { quoteValue, showValue } from "./show-value.ts";

/** Why the API refuses a `localhostProfile`, or null. `""` passes it. */
function refuseLocalhostProfile(value: unknown): string | null {
  if (value === undefined || value === null) return "`type: Localhost` needs a `localhostProfile`";
  if (typeof value !== "string") return `\`localhostProfile\` must be a string, not ${quoteValue(value)}`;
  if (value.startsWith("/")) return `\`localhostProfile\` ${quoteValue(value)} must be relative to the kubelet's seccomp folder`;
  if (value.split("/").includes("..")) return `\`localhostProfile\` ${quoteValue(value)} must not contain \`..\``;
  return null;
}

/** Reads one that is set. The object counts as a whole: a container's never inherits parts of the pod's. */
export function readProfile(value: unknown, cause: Cause, path: readonly PathSegment[]): Decision {
  const named = fieldAt(value, ["localhostProfile"]);
  const invalid = (reason: string): Decision => refuse(cause, path, reason, { localhostProfile: typeof named === "string" ? named : null });
  if (!isMapping(value)) return invalid(`\`seccompProfile\` must be an object with a \`type\`, not ${quoteValue(value)}`);
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
  if (localhostProfile !== "") return decide("Localhost", cause, path, { localhostProfile: String(localhostProfile) });
  // It passes the API: kubernetes/kubernetes#118690.
  const reason = "`localhostProfile` is empty: kubelets refuse to start it, and those before 1.27.2 ran it Unconfined (CVE-2023-2431)";
  return refuse(cause, path, reason, { localhostProfile: "", refusedBy: "kubelet" });
}
