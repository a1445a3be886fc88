// What a row of the table of kinds says.

import type { Field } from "../field.ts";
import type { Pod } from "../pod.ts";

/** How a kind's pods stand at the path of its row. */
export interface Shape {
  /** For the page about kinds, as a phrase: what stands at the path. */
  readonly says: string;
  /** True when pods may be there without any list of containers, so that the kind must be read whatever its text mentions. */
  readonly withoutList: boolean;
  /**
   * The pods at a path. `at` is what stands there, undefined where nothing does; `pod` the name by which the path tells the object's
   * pods apart; `object` the whole.
   */
  readonly find: (at: Field, pod: string | null, row: KindRow, object: Field) => readonly Pod[];
}

/** A profile that a kind's own controller gives to pods that set none. */
export interface ControllerDefault {
  readonly profile: "RuntimeDefault";
  /** Who gives it, for the middle of a sentence: `CloudNativePG`, `ECK 3.4 and later`. */
  readonly by: string;
  /** False where the controller's version or settings decide, which no manifest shows: what sets nothing stays unset, and messages say so. */
  readonly certain: boolean;
  /** What takes it away: a profile that is set, or any security context on its level. */
  readonly yieldsTo: "profile" | "security context";
  /** `container`: before what the pod sets; `pod`: after it. */
  readonly level: "pod" | "container";
  /** The setting of the object that switches it off. */
  readonly offAt?: { readonly path: readonly string[]; readonly values: readonly unknown[] };
}

export interface KindRow {
  /** API groups that serve the kind; the first is its identity, the others are former homes of the same objects. */
  readonly groups: readonly [string, ...string[]];
  readonly kind: string;
  /** Where the pods are inside the object: `spec.jobs[].template`; `[]` is every entry of a list, `*` every value of a mapping. */
  readonly path: string;
  readonly shape: Shape;
  /** Where an object has pods at several paths: what these are called. */
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
