// What a rule is: metadata, then a judgement on one change. Rules read postures, never manifests.

import type { Pair } from "./diff.ts";
import type { Guard } from "./guardrails/pair-guards.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { PathSegment } from "./manifest.ts";
import type { Severity } from "./report.ts";
import type { FoundObject } from "./workload.ts";

/** What a rule says about a change it objects to. */
export interface Judgement {
  /** What changed, where, and which field decided. One sentence without the rule's id. */
  readonly message: string;
  /** What to write. */
  readonly remedy: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /**
   * Set when it is about something else than what the container runs under: formats show no posture, and the finding points at `field`, a path
   * inside the workload, or at the container when that is null.
   */
  readonly beside?: { readonly field: readonly PathSegment[] | null };
  /** Where it stands, a path inside the workload, in place of the field that decides what the container runs under. */
  readonly at?: readonly PathSegment[];
  /** Files whose change may have caused it, when those that describe the container did not: the first that changed is pointed at. */
  readonly files?: readonly string[];
  /** What asks for more than it did, where that may have caused it and not the container: a changed line that says so is pointed at. */
  readonly askedBy?: Asking;
}

/** Objects that ask something of containers by a label. */
export interface Asking {
  readonly objects: readonly FoundObject[];
  /** Key of the label; labels that begin alike say more of the same, such as its version. */
  readonly label: string;
}

/** A target that was rendered on the base and is not seen any more, while something of it stayed. */
export interface LostTarget {
  readonly id: string;
  readonly path: string;
  /** What stayed, in words that end a sentence. */
  readonly remains: string;
  /** A file that stayed, for the report's location; null when there is none. */
  readonly file: string | null;
  /** Containers of the base that no other target of the head accounts for. */
  readonly unaccounted: readonly InventoryEntry[];
}

interface Metadata {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence for people: what it means when this rule speaks. */
  readonly summary: string;
}

export type Rule =
  | (Metadata & { readonly subject: "container"; judge(pair: Pair): Judgement | null })
  | (Metadata & { readonly subject: "target"; judge(lost: LostTarget): Judgement | null })
  | (Metadata & { readonly subject: "guard"; judge(guard: Guard): Judgement | null });

/** Identity, for the sake of inference. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
