// The annotations that seccomp had before it had fields, and what each version of Kubernetes makes of them.

import { isBefore, type KubeVersion } from "./kube-version.ts";
import type { Profile } from "./posture.ts";

/** On the metadata of the pod or its template. kubernetes/kubernetes: pkg/apis/core/annotation_key_constants.go. */
export const POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";
/** Followed by the container's name. */
export const CONTAINER_ANNOTATION = "container.seccomp.security.alpha.kubernetes.io/";
/** How some articles spell the one of the container: it never did anything. */
export const MISSPELT_ANNOTATION = "container.security.alpha.kubernetes.io/";
/**
 * Of PodSecurityPolicies alone (kubernetes/kubernetes v1.24: pkg/security/podsecuritypolicy/seccomp/strategy.go), and written on pods since
 * scanners take it there for a profile (Checkmarx/kics: assets/queries/k8s/seccomp_profile_is_not_configured).
 */
export const POLICY_ANNOTATION = "seccomp.security.alpha.kubernetes.io/defaultProfileName";

/** Why no version of Kubernetes ever read a key on a pod; null for those that some version did. */
export function whyNeverRead(key: string): string | null {
  if (key.startsWith(MISSPELT_ANNOTATION)) return `nobody reads this key; it was \`${CONTAINER_ANNOTATION}…\` once`;
  return key === POLICY_ANNOTATION ? "nobody reads this key on a pod; it was for PodSecurityPolicies, which Kubernetes 1.25 removed" : null;
}

/**
 * `only`: there are no fields (kubernetes/kubernetes v1.18: pkg/apis/core/types.go has none). `kubelet`: kubelets read annotations where the
 * field of the same level is not set (v1.19 to v1.24: pkg/kubelet/kuberuntime/helpers.go). `copied`: the API server copies them to the
 * fields of a Pod that it creates, kubelets do not look (v1.25 and v1.26: pkg/registry/core/pod/strategy.go, applySeccompVersionSkew).
 * `inert`: nobody copies them any more (v1.27: kubernetes/kubernetes#114947).
 */
export type AnnotationRegime = "only" | "kubelet" | "copied" | "inert";

/** What a version of Kubernetes makes of the annotations. */
export function annotationRegime(version: KubeVersion | null): AnnotationRegime {
  if (isBefore(version, 19)) return "only";
  if (isBefore(version, 25)) return "kubelet";
  return isBefore(version, 27) ? "copied" : "inert";
}

/** What an annotation asks for. */
export interface Asked {
  readonly profile: Profile & ("RuntimeDefault" | "Localhost" | "Unconfined");
  readonly localhostProfile: string | null;
}

/**
 * Understands the value of an annotation; null for what the API server refuses, in every version.
 * kubernetes/kubernetes: pkg/apis/core/validation/validation.go (ValidateSeccompProfile).
 */
export function readAnnotation(value: unknown): Asked | null {
  // `docker/default` is the old name, deprecated since 1.11.
  if (value === "runtime/default" || value === "docker/default") return { profile: "RuntimeDefault", localhostProfile: null };
  if (value === "unconfined") return { profile: "Unconfined", localhostProfile: null };
  if (typeof value !== "string" || !value.startsWith("localhost/")) return null;
  const path = value.slice("localhost/".length);
  return path.startsWith("/") || path.split("/").includes("..") ? null : { profile: "Localhost", localhostProfile: path };
}
