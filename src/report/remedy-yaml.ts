// What the object should say, as YAML to copy, where the postures of both sides show what that is.

import type { Posture } from "../core/posture.ts";
import type { Story } from "./story.ts";

function profileLines(base: Posture | null): readonly string[] {
  const path = base?.profile === "Localhost" ? base.localhostProfile : null;
  if (path === null) return ["seccompProfile:", "  type: RuntimeDefault"];
  const scalar = /^[a-z][\w./-]*$/i.test(path) ? path : JSON.stringify(path); // JSON strings are YAML
  return ["seccompProfile:", "  type: Localhost", `  localhostProfile: ${scalar}`];
}

interface Context {
  /** The pod's spec or the container that holds the security context; null when it is not known. */
  readonly holder: string | null;
  /** The name of its field, which some kinds spell their own way; null for kinds that have the profile without one. */
  readonly key: string | null;
}

const somewhere: Context = { holder: null, key: "securityContext" };

/** Where the security context stands, by the field that decided; null for kinds that have other words for profiles. */
function contextOf(field: string | null): Context | null {
  if (field === null) return somewhere;
  const usual = /^(.+)\.(\w*[sS]ecurityContext)\.(?:seccompProfile|privileged)$/.exec(field);
  if (usual?.[1] !== undefined && usual[2] !== undefined) return { holder: usual[1], key: usual[2] };
  if (field.endsWith(".seccompProfile")) return { holder: field.slice(0, -".seccompProfile".length), key: null };
  return /Profile$/.test(field) ? null : somewhere;
}

const isAnnotation = (posture: Posture | null): boolean => posture?.cause === "container-annotation" || posture?.cause === "pod-annotation";

/** A security context to write, beneath a comment that names its place; null where the postures do not tell. */
export function remedyYaml({ base, head, field }: Pick<Story, "base" | "head" | "field">): string | null {
  const context = contextOf(field);
  if (head === null || context === null) return null;
  // What is to be done is something else than to write a security context.
  if (head.advice !== null || isAnnotation(head) || (head.profile === "Unset" && isAnnotation(base))) return null;
  const restorable = head.profile === "Unset" || head.profile === "Unconfined" || head.profile === "Invalid" || (head.profile === "RuntimeDefault" && base?.profile === "Localhost");
  if (head.cause !== "privileged" && !restorable) return null;
  const lines = head.cause === "privileged" ? ["privileged: false"] : profileLines(base);
  const place = context.holder === null ? [] : [`# in ${context.holder}`];
  return [...place, ...(context.key === null ? lines : [`${context.key}:`, ...lines.map((line) => `  ${line}`)])].join("\n");
}
