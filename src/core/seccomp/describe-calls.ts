// System calls in words, the same in every rule.

import type { Pair } from "../diff.ts";
import { compareCalls } from "./compare-calls.ts";
import { notableAmong } from "./notable-calls.ts";

const MOST_NAMED = 4;

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** `1 system call`, `2 system calls`. */
export function countCalls(count: number): string {
  return `${count} system call${count === 1 ? "" : "s"}`;
}

/** Names with what the telling ones give an attacker: all when they are few, else the most telling. `with` says it of arguments. */
function nameCalls(names: readonly string[], refined: readonly string[] = []): string {
  const notable = new Map(notableAmong(names).map(({ name, words }) => [name, words]));
  const others = names.filter((name) => !notable.has(name));
  const shown = [...notable.keys(), ...others].slice(0, MOST_NAMED);
  return listed(
    shown.map((name) => {
      const words = notable.get(name);
      const more = refined.includes(name) ? " with more arguments" : "";
      return `\`${name}\`${more}${words === undefined ? "" : ` (${words})`}`;
    }),
  );
}

/** `73 system calls, among them …` or, of a few, all of them; `which` says more of them, behind their number. */
export function describeCalls(names: readonly string[], refined: readonly string[] = [], which = ""): string {
  const among = names.length > MOST_NAMED ? ", among them " : ": ";
  return `${countCalls(names.length)}${which}${among}${nameCalls(names, refined)}`;
}

/**
 * What a container may do now that it could not before, as the end of a sentence: `; that opens 73 system calls, among them …`. A container
 * that is new is compared with RuntimeDefault. Nothing when nothing opens, or it is not known.
 */
export function whatOpens({ base, head, basis }: Pick<Pair, "base" | "head" | "basis">): string {
  const after = head?.seccomp?.calls ?? null;
  const before = base === null && basis !== "unread" ? head?.seccomp?.runtimeDefault : base?.seccomp?.calls;
  if (after === null || before === null || before === undefined) return "";
  const { gained, refined } = compareCalls(before, after);
  if (gained.length === 0) return "";
  return `; that opens ${describeCalls(gained, refined, base === null ? " that RuntimeDefault blocks" : "")}`;
}

/** What a ProfileBinding does about it, as the end of a sentence; nothing without one. */
export function whatBinds({ head }: Pick<Pair, "head">): string {
  const binding = head?.seccomp?.binding ?? null;
  return binding === null ? "" : `; ${binding}`;
}
