// What becomes of a pod that a policy fails to judge: refused, unless the policy says otherwise.
// kubernetes/api: admissionregistration/v1/types.go (FailurePolicyType); kyverno/kyverno: api/kyverno/v1/spec_types.go
// (FailurePolicy, WebhookConfiguration); kubewarden/kubewarden-controller: api/policies/v1/policy_types.go.

import { fieldAt } from "../field.ts";

/** What a policy lets through by its `failurePolicy`, in words: an expression that fails, or a webhook that does not answer. */
export function letsUnjudged(spec: unknown): readonly string[] {
  const said = fieldAt(spec, ["webhookConfiguration", "failurePolicy"]) ?? fieldAt(spec, ["failurePolicy"]);
  return said === "Ignore" ? ["what it fails to judge (`failurePolicy: Ignore`)"] : [];
}
