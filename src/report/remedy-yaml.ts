// What the object should say, as YAML to copy, where the postures of both sides show what that is.

import { terminalText } from "../core/one-line.ts";
import type { Posture } from "../core/posture.ts";
import type { Story } from "./story.ts";

const scalar = (text: string): string => (/^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][\w./-]*$/i.test(text) ? text : JSON.stringify(text)); // JSON strings are YAML

function profileLines(base: Posture | null): readonly string[] {
  const path = base?.profile === "Localhost" ? base.localhostProfile : null;
  return path === null ? ["type: RuntimeDefault"] : ["type: Localhost", `localhostProfile: ${scalar(path)}`];
}

/** Lines below keys, the outermost first. */
const below = (keys: readonly string[], lines: readonly string[]): readonly string[] => keys.reduceRight<readonly string[]>((inner, key) => [`${scalar(key)}:`, ...inner.map((line) => `  ${line}`)], lines);

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

/** Where to write: the value of a chart that becomes the field, where it is known, else the field of the object. */
function placeOf({ value, field }: Pick<Story, "field" | "value">, context: Context, leaf: string): { readonly where: string | null; readonly keys: readonly string[] } {
  const keys = value?.value?.filter((segment) => typeof segment === "string");
  const isWhole = keys !== undefined && keys.length === value?.value?.length;
  if (value !== null && isWhole && field === null) return { where: value.path, keys: [...keys, leaf] };
  if (value !== null && isWhole && field?.endsWith(`.${leaf}`) === true) return { where: value.path, keys };
  return { where: context.holder, keys: context.key === null ? [leaf] : [context.key, leaf] };
}

/** YAML to write, beneath a comment that names its place; null where the postures do not tell. */
export function remedyYaml(story: Pick<Story, "base" | "head" | "field" | "value">): string | null {
  const { base, head, field } = story;
  const context = contextOf(field);
  if (head === null || context === null) return null;
  // What is to be done is something else than to write a security context.
  if (head.advice !== null || isAnnotation(head) || (head.profile === "Unset" && isAnnotation(base))) return null;
  const isPrivileged = head.cause === "privileged";
  const restorable = head.profile === "Unset" || head.profile === "Unconfined" || head.profile === "Invalid" || (head.profile === "RuntimeDefault" && base?.profile === "Localhost");
  if (!isPrivileged && !restorable) return null;
  const { where, keys } = placeOf(story, context, isPrivileged ? "privileged" : "seccompProfile");
  const lines = isPrivileged ? below(keys.slice(0, -1), [`${scalar(keys.at(-1) ?? "")}: false`]) : below(keys, profileLines(base));
  return [...(where === null ? [] : [`# in ${terminalText(where)}`]), ...lines].join("\n");
}
