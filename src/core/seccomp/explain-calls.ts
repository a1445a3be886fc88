// What a container can call, for somebody who asks: every name, and what differs from the runtime's default profile.

import type { InventoryEntry } from "../inventory.ts";
import type { Posture } from "../posture.ts";
import { compareCalls } from "./compare-calls.ts";
import type { SeccompFacts } from "./facts.ts";
import { notableAmong } from "./notable-calls.ts";
import { reachOf, type Conjunction, type Reach } from "./reach.ts";
import { defaultsOf, type RuntimeName } from "./runtime-profile.ts";
import type { Condition, Operator } from "./seccomp-profile.ts";

/** A system call that is open with some arguments only. */
export interface LimitedCall {
  readonly name: string;
  /** Such as `arg0 & 0x7e020000 == 0x0`; arguments count from 0. */
  readonly arguments: string;
}

/** The system calls of one container on x86-64, or why nobody can tell. */
export type ExplainedCalls =
  | { readonly kind: "unknown"; /** a clause */ readonly why: string }
  | {
      readonly kind: "known";
      /** Names, sorted. */
      readonly reachable: readonly string[];
      readonly limited: readonly LimitedCall[];
      /** The runtime whose default profile it is compared with, for a container that asks for no capabilities. */
      readonly runtime: RuntimeName;
      /** Names that the default does not have open, or not as far. */
      readonly opened: readonly string[];
      /** Names that it has open, or further. */
      readonly closed: readonly string[];
      /** Those of `opened` that give an attacker something, with what. */
      readonly notable: readonly { readonly name: string; readonly words: string }[];
      /** Where the Localhost profile stands, in words; null for other profiles. */
      readonly profile: string | null;
    };

const signs = { SCMP_CMP_NE: "!=", SCMP_CMP_LT: "<", SCMP_CMP_LE: "<=", SCMP_CMP_EQ: "==", SCMP_CMP_GE: ">=", SCMP_CMP_GT: ">" } as const satisfies Record<Exclude<Operator, "SCMP_CMP_MASKED_EQ">, string>;

const hex = (value: bigint): string => `0x${value.toString(16)}`;

function conditionText({ index, op, value, valueTwo }: Condition): string {
  return op === "SCMP_CMP_MASKED_EQ" ? `arg${index} & ${hex(value)} == ${hex(valueTwo)}` : `arg${index} ${signs[op]} ${hex(value)}`;
}

const anyOf = (conjunctions: readonly Conjunction[]): string => [...new Set(conjunctions.map((one) => one.map(conditionText).join(" and ")))].join(", or ");

function argumentsOf({ when, unless }: Reach): string | null {
  const parts = [...(when === "any" ? [] : [anyOf(when)]), ...(unless.length === 0 ? [] : [`not ${anyOf(unless)}`])];
  return parts.length === 0 ? null : parts.join("; ");
}

/** Why the calls of a container are not known. */
function whyUnknown({ effective, cause }: Posture, facts: SeccompFacts | null): string {
  switch (effective) {
    case "Sandboxed":
      return "the sandbox has a kernel of its own, and what it passes on to the node's is not known here";
    case "NotApplicable":
      return cause === "inherits" ? "they are those of the pod that it is put into" : "Windows has no such system calls";
    case "Rejected":
      return "the container never starts";
    default: {
      const lookup = facts?.localhost?.lookup;
      if (lookup?.kind === "ambiguous") return `the profile may be ${lookup.places.join(" or ")}, which differ`;
      if (lookup?.kind === "found") return `the profile in ${lookup.profile.place} cannot be used as it is`;
      return "the content of the profile is not in this repository";
    }
  }
}

/** What a container can call, compared with `runtime`'s default profile. */
export function explainCalls({ posture, seccomp }: Pick<InventoryEntry, "posture" | "seccomp">, runtime: RuntimeName): ExplainedCalls {
  const calls = seccomp?.calls ?? null;
  if (calls === null) return { kind: "unknown", why: whyUnknown(posture, seccomp) };
  const defaults = defaultsOf(runtime);
  const { gained, lost } = compareCalls(reachOf("SCMP_ACT_ERRNO", defaults.rules, new Set(defaults.capabilities)), calls);
  const limited = [...calls].flatMap(([name, reach]) => {
    const text = argumentsOf(reach);
    return text === null ? [] : [{ name, arguments: text }];
  });
  const profile = posture.effective === "Localhost" ? (seccomp?.localhost?.profile?.place ?? null) : null;
  return { kind: "known", reachable: [...calls.keys()], limited, runtime, opened: gained, closed: lost, notable: notableAmong(gained), profile };
}
