// What every shape of every kind comes to: a pod, with the places of all that decides its containers' profiles.

import type { Field, MappingField } from "./field.ts";
import type { PathSegment } from "./manifest.ts";
import type { Container } from "./report.ts";

export interface PodContainer {
  readonly container: Container;
  /** What carries the container's `securityContext`. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** Path inside the object, such as `spec.template.spec.containers[0]`. What an operator makes up by itself has the path that would speak of it. */
  readonly path: readonly PathSegment[];
}

/** The security context that counts for all containers of a pod. */
export interface PodSecurityContext extends Field {
  /** Path of its profile: `seccompProfile` below it, but for kinds that spell it their own way. */
  readonly profilePath: readonly PathSegment[];
}

/** A pod that an object describes, or makes its operator create. */
export interface Pod {
  /** Which of the object's pods, by a name that stays the same across edits; null when the kind has but one. */
  readonly pod: string | null;
  /** Where the pod's security context stands or would stand; null when the kind has no place for one. */
  readonly securityContext: PodSecurityContext | null;
  /** The metadata that becomes the pod's, where annotations are; null when the kind has no place for it. */
  readonly podMetadata: Field | null;
  /** What holds the other fields of a pod spec (`os`, `nodeSelector`, `runtimeClassName`); null when the kind has no such place. */
  readonly podSpec: MappingField | null;
  readonly containers: readonly PodContainer[];
}

/** The pod level at a security context that has its profile where the API has it. */
export function podLevel(securityContext: Field): PodSecurityContext {
  return { ...securityContext, profilePath: [...securityContext.path, "seccompProfile"] };
}
