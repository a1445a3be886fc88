// The one statement of precedence: the fields that Kubernetes looks at for the seccomp profile of a container, in its order.
// kubernetes/kubernetes: pkg/kubelet/kuberuntime/helpers.go (getSeccompProfile, in v1.24 getSeccompProfilePath) for the order;
// pkg/apis/core/validation/validation.go for what is refused, whichever field would decide.

import { decide, refuse, type Decision } from "./decision.ts";
import { below, fieldAt, fieldPath, type Field, type MappingField } from "./field.ts";
import { isBefore, type KubeVersion } from "./kube-version.ts";
import { isMapping, type PathSegment } from "./manifest.ts";
import { pathIn, type PodContainer, type SecurityContext } from "./pod.ts";
import { annotationRegime, CONTAINER_ANNOTATION, MISSPELT_ANNOTATION, POD_ANNOTATION, POLICY_ANNOTATION, readAnnotation, whyNeverRead, type AnnotationRegime, type Asked } from "./seccomp-annotation.ts";
import { readProfile } from "./seccomp-profile.ts";
import { quoteValue, showValue } from "./show-value.ts";
import type { PodHolder } from "./workload.ts";

/** One field, looked at. */
export interface Look {
  /** Path inside the object. */
  readonly field: readonly PathSegment[];
  /** Undefined when it is not set. */
  readonly value: unknown;
  /** What it decides by itself; null when it leaves it to the next. */
  readonly decision: Decision | null;
  /** What it means, in words that follow the field and its value. */
  readonly meaning: string;
  /** What an annotation asks for that nobody heeds; null for everything else. */
  readonly unheeded: Asked | null;
}

/** What all looks at one container have in common. */
interface Subject {
  readonly holder: PodHolder;
  readonly container: PodContainer;
  readonly version: KubeVersion | null;
  readonly regime: AnnotationRegime;
  /** Pods for Windows may not set what Windows does not have; only `os.name` tells the API server. */
  readonly isNamedWindows: boolean;
}

function look(field: readonly PathSegment[], value: unknown, decision: Decision | null, meaning: string, unheeded: Asked | null = null): Look {
  return { field, value, decision, meaning: decision?.reason ?? meaning, unheeded };
}

const removal = (field: readonly PathSegment[]) => ({ advice: `Remove \`${fieldPath(field)}\`.` });

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** Ephemeral containers come by a subresource of a running pod: neither a Pod may be created with them nor a template hold them. */
function ephemeralLook({ holder, container }: Subject): Look[] {
  if (container.container.type !== "ephemeral" || holder.inherits) return [];
  const field = container.path.slice(0, -1);
  const advice = `Remove \`${fieldPath(field)}\`; \`kubectl debug\` adds such containers to pods that run.`;
  return [look(field, [], refuse("container-field", field, "`ephemeralContainers` may not be written down: the API server refuses Pods and pod templates with them", { advice }), "")];
}

const osLabels = ["kubernetes.io/os", "beta.kubernetes.io/os"];

/** Whether a term of a node affinity lets nodes of Windows alone pass. What a term asks for must hold as a whole. */
function isForWindows(term: unknown): boolean {
  const expressions = fieldAt(term, ["matchExpressions"]);
  if (!Array.isArray(expressions)) return false;
  return expressions.some((expression: unknown) => {
    const [key, operator, values] = [fieldAt(expression, ["key"]), fieldAt(expression, ["operator"]), fieldAt(expression, ["values"])];
    return osLabels.some((label) => label === key) && operator === "In" && Array.isArray(values) && values.length > 0 && values.every((value) => value === "windows");
  });
}

/** Where a pod asks for Windows nodes without naming its system: by a node selector, or by an affinity none of whose terms takes others. */
function windowsNodes(podSpec: MappingField): Field[] {
  const selectors = osLabels.flatMap((label) => {
    const value = fieldAt(podSpec.value, ["nodeSelector", label]);
    return value === "windows" ? [below(podSpec, "nodeSelector", label)] : [];
  });
  const terms = below(podSpec, "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms");
  const asks = Array.isArray(terms.value) && terms.value.length > 0 && terms.value.every(isForWindows);
  return asks ? [...selectors, terms] : selectors;
}

/** Windows has no seccomp. `os.name` says so since 1.24 (IdentifyPodOS); the nodes that a pod asks for let it be inferred. */
function osLooks({ holder: { podSpec }, isNamedWindows }: Subject): Look[] {
  if (podSpec === null) return [];
  const { path: field, value: name } = below(podSpec, "os", "name");
  if (isNamedWindows) return [look(field, name, decide("NotApplicable", "windows", field), "Windows has no seccomp")];
  if (name === "windows") return [look(field, name, decide("NotApplicable", "windows", field), "this version of Kubernetes does not read it, but it says where the pod is meant to run: Windows has no seccomp")];
  if (name === "linux") return [look(field, name, null, "a pod for Linux")];
  const selecting = windowsNodes(podSpec).map(({ path, value }) => look(path, value, decide("NotApplicable", "windows", path), "sends the pod to Windows nodes, which have no seccomp"));
  return [look(field, name, null, "does not name Windows"), ...selecting];
}

/** The runtime drops any profile of a privileged container: containerd/containerd: internal/cri/sputil/seccomp_linux.go. */
function privilegedLooks({ container, isNamedWindows }: Subject): Look[] {
  const field = pathIn(container.securityContext, "privileged");
  const value = fieldAt(container.securityContext.value, ["privileged"]);
  if (isAbsent(value)) return [look(field, value, null, "not privileged"), ...escalationLooks(container, false)];
  if (typeof value !== "boolean") return [look(field, value, refuse("container-field", field, `\`privileged\` must be true or false, not ${quoteValue(value)}`, { advice: `At \`${fieldPath(field)}\` write \`privileged: false\`, without quotes.` }), "")];
  if (isNamedWindows) return [look(field, value, refuse("container-field", field, "`privileged` cannot be set for a Windows pod", removal(field)), "")];
  const own = value ? look(field, value, decide("Unconfined", "privileged", field), "the runtime drops any seccomp profile of a privileged container") : look(field, value, null, "not privileged");
  return [own, ...escalationLooks(container, value)];
}

/** What the API refuses beside `allowPrivilegeEscalation: false`: validation.go (ValidateSecurityContext). */
function escalationLooks({ securityContext }: PodContainer, isPrivileged: boolean): Look[] {
  if (fieldAt(securityContext.value, ["allowPrivilegeEscalation"]) !== false) return [];
  const field = pathIn(securityContext, "allowPrivilegeEscalation");
  const added = fieldAt(securityContext.value, ["capabilities", "add"]);
  // Kubernetes compares with this one spelling; `SYS_ADMIN` passes.
  const hasAdmin = Array.isArray(added) && added.includes("CAP_SYS_ADMIN");
  // What grants more is what to look at, and most often what came last.
  const [beside, grants] = isPrivileged ? ["`privileged: true`", pathIn(securityContext, "privileged")] : hasAdmin ? ["the capability `CAP_SYS_ADMIN`", [...pathIn(securityContext, "capabilities"), "add"]] : [null, []];
  if (beside === null) return [];
  const advice = `Remove ${beside} if the container can do without it, or else \`${fieldPath(field)}\`.`;
  return [look(field, false, refuse("container-field", grants, `\`allowPrivilegeEscalation: false\` cannot stand beside ${beside}`, { advice }), "")];
}

/** A field of a container or pod, what the kind's own controller puts there, and the annotation that comes after it. */
function levelLooks(subject: Subject, level: "container" | "pod"): Look[] {
  const { holder, container } = subject;
  const context = level === "container" ? container.securityContext : holder.securityContext;
  const fields = context === null ? [] : [fieldLook(subject, context, level)];
  return [...fields, ...controllerLook(holder, level, context), ...annotationLooks(subject, fields[0]?.decision ?? null, level)];
}

/** What the kind's own controller gives to a container, or a pod, that leaves it the choice. */
function controllerLook({ controllerDefault, podSpec }: PodHolder, level: "container" | "pod", context: SecurityContext | null): Look[] {
  if (controllerDefault === null || !controllerDefault.certain || controllerDefault.level !== level) return [];
  if (controllerDefault.yieldsTo === "security context" && context !== null && !isAbsent(context.value)) return [];
  const { profile, by } = controllerDefault;
  const field = context === null ? (podSpec?.path ?? []) : pathIn(context, "seccompProfile");
  return [look(field, undefined, decide(profile, "none", null), `${by} gives ${profile} to the ${level}`)];
}

function fieldLook({ version, isNamedWindows }: Subject, securityContext: SecurityContext, level: "container" | "pod"): Look {
  const { path, value: context } = securityContext;
  const field = pathIn(securityContext, "seccompProfile");
  const cause = `${level}-field` as const;
  if (!isAbsent(context) && !isMapping(context)) return look(path, context, refuse(cause, path, `\`securityContext\` must be an object, not ${quoteValue(context)}`), "");
  const value = fieldAt(context, ["seccompProfile"]);
  if (isAbsent(value)) return look(field, value, null, `the ${level} sets no profile of its own`);
  if (isBefore(version, 19)) return look(field, value, null, "Kubernetes before 1.19 has no such field and drops it");
  if (isNamedWindows) return look(field, value, refuse(cause, field, "`seccompProfile` cannot be set for a Windows pod", removal(field)), "");
  const decision = readProfile(value, cause, field);
  return look(field, value, decision, `the ${level} asks for ${decision.profile}`);
}

/** Annotations are only mentioned where they are there, or would count. */
function annotationLooks({ holder: { podMetadata }, container: { container }, regime }: Subject, ownField: Decision | null, level: "container" | "pod"): Look[] {
  if (podMetadata === null) return [];
  const found = fieldAt(podMetadata.value, ["annotations"]);
  const values = isMapping(found) ? found : {};
  if (regime === "inert" && values !== found) return []; // of most of tens of thousands of containers
  const keys = level === "container" ? [CONTAINER_ANNOTATION + container.name, MISSPELT_ANNOTATION + container.name] : [POD_ANNOTATION, POLICY_ANNOTATION];
  return keys.flatMap((key) => {
    const field = [...podMetadata.path, "annotations", key];
    if (Object.hasOwn(values, key)) return [annotationLook(regime, key, field, values[key], ownField, level)];
    return regime === "inert" || whyNeverRead(key) !== null ? [] : [look(field, undefined, null, `the ${level} has no annotation either`)];
  });
}

/** An annotation that is there. */
function annotationLook(regime: AnnotationRegime, key: string, field: readonly PathSegment[], value: unknown, ownField: Decision | null, level: "container" | "pod"): Look {
  const cause = `${level}-annotation` as const;
  const neverRead = whyNeverRead(key);
  const asked = readAnnotation(value);
  if (neverRead !== null) return look(field, value, null, neverRead, asked);
  if (asked === null) return look(field, value, refuse(cause, field, `the annotation \`${key}\` is ${quoteValue(value)}, which is no seccomp profile`, removal(field)), "");
  if (ownField !== null && ownField.profile !== "Invalid") {
    const agrees = ownField.profile === asked.profile && ownField.localhostProfile === asked.localhostProfile;
    if (!agrees) return look(field, value, refuse(cause, field, `the annotation \`${key}: ${showValue(value)}\` and the field of the same ${level} disagree`, removal(field)), "");
    return look(field, value, null, "says what the field says");
  }
  if (regime === "inert") return look(field, value, null, "seccomp annotations do nothing since Kubernetes 1.27", asked);
  if (asked.localhostProfile === "") {
    if (regime === "copied") return look(field, value, null, "names no file, and is not copied to the field", asked);
    return look(field, value, refuse(cause, field, `the annotation \`${key}\` is ${quoteValue(value)}, which names no file: the container cannot be started`, removal(field)), "");
  }
  return look(field, value, decide(asked.profile, cause, field, { localhostProfile: asked.localhostProfile }), `the ${level}'s annotation asks for ${asked.profile}`);
}

/** Every field that can have a say, in Kubernetes' order: the first that decides counts, unless one of them has the whole refused. */
export function looksAt(holder: PodHolder, container: PodContainer, version: KubeVersion | null): readonly Look[] {
  const isNamedWindows = !isBefore(version, 24) && fieldAt(holder.podSpec?.value, ["os", "name"]) === "windows";
  const subject = { holder, container, version, regime: annotationRegime(version), isNamedWindows };
  return [...ephemeralLook(subject), ...osLooks(subject), ...privilegedLooks(subject), ...levelLooks(subject, "container"), ...levelLooks(subject, "pod")];
}
