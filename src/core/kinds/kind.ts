// What a row of the table of kinds says.

import type { Field } from "../field.ts";
import type { Pod } from "../pod.ts";

/**
 * How a kind's pods stand at the path of its row. A shape is given what stands there (undefined where nothing does), the name by which
 * the path tells the object's pods apart, and its row.
 */
export interface Shape {
  /** For the page about kinds, as a phrase: what stands at the path. */
  readonly says: string;
  /** True when a pod may be there without any list of containers, so that the kind must be read whatever its text mentions. */
  readonly withoutList: boolean;
  readonly find: (at: Field, pod: string | null, row: KindRow, object: Field) => readonly Pod[];
}

/** A profile that a kind's own controller gives to pods that set none. */
export interface ControllerDefault {
  readonly profile: "RuntimeDefault";
  /** Who gives it, for messages, such as `CloudNativePG`. */
  readonly by: string;
  /** The first version that does, where that decides; null when all in use do. */
  readonly since: string | null;
}

export interface KindRow {
  /** API groups that serve the kind; the first is its identity, the others are former homes of the same objects. */
  readonly groups: readonly [string, ...string[]];
  readonly kind: string;
  /** Where the pods are inside the object: `spec.jobs[].template`; `[]` is every entry of a list, `*` every value of a mapping. */
  readonly path: string;
  readonly shape: Shape;
  /** Where an object has pods of several paths: what this one is called. */
  readonly pod?: string;
  /** Containers that the kind's operator makes even where the object does not mention them. */
  readonly generates?: readonly string[];
  /** True when the containers become part of pods that the object does not own: what sets nothing takes what those pods have. */
  readonly inherits?: true;
  readonly controllerDefault?: ControllerDefault;
  /** True for kinds that live in no namespace. */
  readonly clusterScoped?: true;
  /** For the page about kinds: what users should know. */
  readonly note?: string;
  /** Where the path and the behaviour can be read: `owner/repo: path`. */
  readonly source: string;
}
