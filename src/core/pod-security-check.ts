// What Pod Security admission's seccomp check says about a pod, at any version of the standards.
// kubernetes/pod-security-admission: policy/check_seccompProfile_baseline.go, policy/check_seccompProfile_restricted.go.

import { below, fieldAt, type Field } from "./field.ts";
import { isMapping, type PathSegment } from "./manifest.ts";
import type { Level } from "./pod-security-policy.ts";
import type { Pod } from "./pod.ts";

/** One thing that the check objects to. */
export interface Objection {
  /** Path of the container inside the object; null for the pod's own field, which counts even where every container overrides it. */
  readonly container: readonly PathSegment[] | null;
  /** What decides, inside the object: a profile, an annotation, or the container that has none. */
  readonly field: readonly PathSegment[];
  /** What stands there; null when nothing does. */
  readonly value: unknown;
}

/** Standards since 1.19 look at fields, those before at annotations. */
const FIELDS = 19;
/** Restricted lets pods for Windows be, where they cannot have a profile. */
const WINDOWS = 25;

const POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";
const CONTAINER_ANNOTATION = "container.seccomp.security.alpha.kubernetes.io/";

const isGoodType = (type: unknown): boolean => type === "RuntimeDefault" || type === "Localhost";
const isGoodAnnotation = (value: unknown): boolean => typeof value === "string" && (value === "runtime/default" || value === "docker/default" || value.startsWith("localhost/"));

function objectionsToAnnotations({ podMetadata, containers }: Pod): readonly Objection[] {
  if (podMetadata === null) return [];
  const { path, value: annotations } = below(podMetadata, "annotations");
  const judge = (name: string, container: readonly PathSegment[] | null): Objection[] => {
    const isThere = isMapping(annotations) && Object.hasOwn(annotations, name);
    return isThere && !isGoodAnnotation(annotations[name]) ? [{ container, field: [...path, name], value: annotations[name] }] : [];
  };
  return [...judge(POD_ANNOTATION, null), ...containers.flatMap(({ container, path: at }) => judge(CONTAINER_ANNOTATION + container.name, at))];
}

type Setting = { readonly state: "unset" } | { readonly state: "good" } | { readonly state: "bad"; readonly field: readonly PathSegment[]; readonly value: unknown };

/** What a security context, the pod's or a container's, sets. `null` is as good as absent; what is no object is nothing that the API server takes. */
function settingOf({ path, value: securityContext }: Field): Setting {
  if (securityContext === undefined || securityContext === null) return { state: "unset" };
  if (!isMapping(securityContext)) return { state: "bad", field: path, value: securityContext };
  const profile = securityContext["seccompProfile"];
  if (profile === undefined || profile === null) return { state: "unset" };
  const type = fieldAt(profile, ["type"]);
  return isGoodType(type) ? { state: "good" } : { state: "bad", field: [...path, "seccompProfile"], value: isMapping(profile) ? type : profile };
}

function objectionsToFields({ securityContext, containers }: Pod, mustBeSet: boolean): readonly Objection[] {
  const pod: Setting = securityContext === null ? { state: "unset" } : settingOf(securityContext);
  const found: Objection[] = pod.state === "bad" ? [{ container: null, field: pod.field, value: pod.value }] : [];
  for (const { securityContext: ofContainer, path } of containers) {
    const own = settingOf(ofContainer);
    if (own.state === "bad") found.push({ container: path, field: own.field, value: own.value });
    else if (own.state === "unset" && mustBeSet && pod.state === "unset") found.push({ container: path, field: path, value: null });
  }
  return found;
}

/** What the seccomp check objects to at a level, by the standards of version 1.`minor`; nothing when it allows the pod. */
export function objectionsTo(pod: Pod, level: Level, minor: number): readonly Objection[] {
  if (level === "privileged") return [];
  if (minor < FIELDS) return objectionsToAnnotations(pod);
  if (level === "restricted" && minor >= WINDOWS && fieldAt(pod.podSpec?.value, ["os", "name"]) === "windows") return [];
  return objectionsToFields(pod, level === "restricted");
}
