// What an object or a file of the repository does for the protection of containers, on one side; and what became of it.

import type { PathSegment } from "../manifest.ts";
import type { Severity } from "../report.ts";

/** The rule that judges a change of it. */
export type GuardRule = "cluster-default-weakened" | "guardrail-weakened";

/** Containers that a protection is for: those that set no profile, those of a namespace, or all. */
export type Reach = { readonly kind: "unset" } | { readonly kind: "namespace"; readonly namespace: string } | { readonly kind: "all" };

/** One protection that one object gives. Facts of the two sides are of the same thing when object and aspect are the same. */
export interface Fact {
  readonly rule: GuardRule;
  /** Which of the object's protections it is; unique in the object and stable when unrelated things change. */
  readonly aspect: string;
  /** The same in words, such as `` `seccompDefault` ``. */
  readonly what: string;
  /** How much it protects, 0 for nothing; only comparable with the same aspect of the same object. */
  readonly strength: number;
  /** The value in words. */
  readonly says: string;
  /** What it lets through, each in words: more is weaker. */
  readonly lets: readonly string[];
  /** What it demands, each in words: less is weaker. */
  readonly demands: readonly string[];
  /** What else decides it and has no order: a difference cannot be told apart from a weakening. */
  readonly detail: string;
  /** The strength of an object that does not have it. */
  readonly otherwise: number;
  /** What the other side says in words where there is nothing. */
  readonly absence: string;
  /** False for what ends with what it protects, such as a namespace: then its end is no weakening. */
  readonly isMissed: boolean;
  /** Why it is not sure that a change of it counts; null when it is. */
  readonly doubt: string | null;
  /** How bad it is when it gets weaker, in place of what the rule says; null almost always. */
  readonly severity: Severity | null;
  /** What to write to have it back; one sentence. */
  readonly remedy: string;
  /** Path of the deciding field inside the object. */
  readonly path: readonly PathSegment[];
  /** A word on the deciding line inside that field; null when the field itself is the place. */
  readonly needle: string | null;
  readonly reach: Reach;
  /** Aspect of the same object whose weakening tells it all; null when it stands for itself. */
  readonly toldBy: string | null;
}

/** What most facts have in common. */
export const plainFact = {
  lets: [],
  demands: [],
  detail: "",
  otherwise: 0,
  absence: "not there",
  isMissed: true,
  doubt: null,
  severity: null,
  needle: null,
  toldBy: null,
} as const;

/** What became of a protection: `ways` are predicates such as ``was `true` and is now `false` ``. */
export type Turn = { readonly kind: "weaker"; readonly ways: readonly string[] } | { readonly kind: "unclear" };

/** Of the items of `more` those that `less` does not have. */
const beyond = (more: readonly string[], less: readonly string[]): readonly string[] => more.filter((item) => !less.includes(item));

const MOST_NAMED = 5;
const MOST_SHOWN = 120; // characters

/** Words of a fact as messages show them: cut where they are long. */
function shorten(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).replace(/[\ud800-\udbff]$/, "")}…${text.endsWith("`") ? "`" : ""}`;
}

function named(items: readonly string[]): string {
  const shown = items.slice(0, MOST_NAMED).map(shorten).join(", ");
  return items.length > MOST_NAMED ? `${shown} and ${items.length - MOST_NAMED} more` : shown;
}

/** How a protection that is on both sides, and as strong as before on the face of it, has changed inside. */
function innerTurn(base: Fact, head: Fact): Turn | null {
  const grown = beyond(head.lets, base.lets);
  const [lost, gained] = [beyond(base.demands, head.demands), beyond(head.demands, base.demands)];
  const ways = [...(grown.length > 0 ? [`now also lets through ${named(grown)}`] : []), ...(lost.length > 0 && gained.length === 0 ? [`no longer demands ${named(lost)}`] : [])];
  if (ways.length > 0) return { kind: "weaker", ways };
  return lost.length > 0 || base.detail !== head.detail ? { kind: "unclear" } : null;
}

/** What became of a protection, at least one side of which is there; null when it did not get weaker. */
export function turnOf(base: Fact | null, head: Fact | null): Turn | null {
  const [before, after] = [base?.strength ?? head?.otherwise ?? 0, head?.strength ?? base?.otherwise ?? 0];
  if (head === null && base?.isMissed === false) return null;
  if (after < before) {
    const [was, is] = [base?.says ?? head?.absence ?? "", head?.says ?? base?.absence ?? ""];
    return { kind: "weaker", ways: [`was ${shorten(was)} and is now ${shorten(is)}`] };
  }
  // What protected nothing cannot get weaker, and what got stronger is not judged by its exceptions.
  if (base === null || head === null || before === 0 || after > before) return null;
  return innerTurn(base, head);
}
