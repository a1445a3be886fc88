// Which system calls a filter lets through, as libseccomp builds it from rules.

import { opens, type Action, type Condition, type FilterRule } from "./seccomp-profile.ts";
import { systemCalls } from "./runtime-profile.ts";

/** Comparisons that must all hold. */
export type Conjunction = readonly Condition[];

/** How far one system call is open: with any arguments, or only with some. */
export interface Reach {
  /** Open when one of these holds; `any`: whatever the arguments are. */
  readonly when: "any" | readonly Conjunction[];
  /** Closed all the same when one of these holds. */
  readonly unless: readonly Conjunction[];
}

/** The x86-64 system calls that are open, by name. */
export type SystemCallSet = ReadonlyMap<string, Reach>;

const wholly: Reach = { when: "any", unless: [] };

/** Everything: no filter at all. */
export const everything: SystemCallSet = new Map(systemCalls.map((name) => [name, wholly]));

/**
 * The comparisons of one rule. Where several look at the same argument, runc makes a rule of each, so that one that holds is enough.
 * opencontainers/runc: libcontainer/seccomp/seccomp_linux.go (matchCall).
 */
function conjunctionsOf(args: readonly Condition[]): readonly Conjunction[] {
  const repeated = new Set(args.map(({ index }) => index)).size < args.length;
  return repeated ? args.map((condition) => [condition]) : [args];
}

/** What the rules of one system call come to. Null: closed. */
function reachOfOne(defaultAction: Action, rules: readonly FilterRule[]): Reach | null {
  // A rule without comparisons ends it: later ones change nothing, and earlier ones with comparisons are dropped.
  // seccomp/libseccomp: src/db.c (db_rule_add).
  const whole = rules.find(({ args }) => args.length === 0);
  if (whole !== undefined) return opens(whole.action) ? wholly : null;
  const of = (open: boolean): readonly Conjunction[] => rules.flatMap(({ action, args }) => (opens(action) === open ? conjunctionsOf(args) : []));
  const [when, unless] = [of(true), of(false)];
  if (opens(defaultAction)) return { when: "any", unless };
  return when.length === 0 ? null : { when, unless };
}

/** Whether a rule counts for a container with these capabilities. opencontainers/runc knows no conditions: they are docker's and CRI-O's. */
function counts({ includes, excludes }: FilterRule, capabilities: ReadonlySet<string>): boolean {
  return includes.every((capability) => capabilities.has(capability)) && !excludes.some((capability) => capabilities.has(capability));
}

/**
 * What a filter lets through. `capabilities`: those that the container may get; null: the runtime knows no dialect, so that every rule
 * counts.
 */
export function reachOf(defaultAction: Action, rules: readonly FilterRule[], capabilities: ReadonlySet<string> | null): SystemCallSet {
  const byName = new Map<string, FilterRule[]>();
  for (const rule of rules) {
    // runc leaves out what says no more than the default. opencontainers/runc: libcontainer/seccomp/seccomp_linux.go (matchCall).
    if (rule.action === defaultAction && opens(rule.action)) continue;
    if (capabilities !== null && !counts(rule, capabilities)) continue;
    const named = capabilities === null || rule.alias === null ? rule.names : [...rule.names, rule.alias];
    for (const name of named) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [rule]);
      else known.push(rule);
    }
  }
  const open = new Map<string, Reach>();
  for (const name of systemCalls) {
    const own = byName.get(name);
    const reach = own === undefined ? (opens(defaultAction) ? wholly : null) : reachOfOne(defaultAction, own);
    if (reach !== null) open.set(name, reach);
  }
  return open;
}
