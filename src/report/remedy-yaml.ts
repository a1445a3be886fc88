// What the object should say, as YAML to copy, where the postures of both sides show what that is.

import type { Posture } from "../core/posture.ts";
import type { Story } from "./story.ts";

function profileLines(base: Posture | null): readonly string[] {
  const path = base?.profile === "Localhost" ? base.localhostProfile : null;
  if (path === null) return ["  seccompProfile:", "    type: RuntimeDefault"];
  const scalar = /^[a-z][\w./-]*$/i.test(path) ? path : JSON.stringify(path); // JSON strings are YAML
  return ["  seccompProfile:", "    type: Localhost", `    localhostProfile: ${scalar}`];
}

/** The object that holds the security context: the pod's spec or the container. */
function holderOf(field: string | null): string | null {
  const end = field?.lastIndexOf(".securityContext.") ?? -1;
  return field === null || end < 0 ? null : field.slice(0, end);
}

/** A security context to write, beneath a comment that names its place; null where the postures do not tell. */
export function remedyYaml({ base, head, field }: Pick<Story, "base" | "head" | "field">): string | null {
  if (head === null) return null;
  const holder = holderOf(field);
  const place = holder === null ? [] : [`# in ${holder}`];
  if (head.cause === "privileged") return [...place, "securityContext:", "  privileged: false"].join("\n");
  const restorable = head.profile === "Unset" || head.profile === "Unconfined" || head.profile === "Invalid" || (head.profile === "RuntimeDefault" && base?.profile === "Localhost");
  return restorable ? [...place, "securityContext:", ...profileLines(base)].join("\n") : null;
}
