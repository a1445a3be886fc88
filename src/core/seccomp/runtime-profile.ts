// The shape of our data about the default profiles of container runtimes, and the rules that it stands for.

import { runtimeProfiles, systemCallNames } from "../data/runtime-profiles.ts";
import type { FilterRule, Operator } from "./seccomp-profile.ts";

/** A default profile as src/core/data keeps it: names separated by blanks, capabilities without `CAP_`. */
export interface RuntimeProfile {
  readonly runtime: string;
  /** `owner/repository: path` of what was published. */
  readonly source: string;
  readonly version: string;
  /** What a container may do that asks for nothing. */
  readonly capabilities: string;
  readonly rules: readonly CompactRule[];
}

interface CompactRule {
  readonly names?: string;
  /** Every system call that has a number, but these. */
  readonly allBut?: string;
  readonly action: "SCMP_ACT_ALLOW" | "SCMP_ACT_ERRNO";
  readonly args?: readonly (readonly [index: number, op: Operator, value: number, valueTwo: number])[];
  readonly includes?: string;
  readonly excludes?: string;
}

/** Whose RuntimeDefault the cluster's is. */
export type RuntimeName = (typeof runtimeProfiles)[number]["runtime"];

/** Every runtime whose default profile is known; the first is assumed when nothing is said. */
export const runtimeNames: readonly [RuntimeName, ...RuntimeName[]] = ["containerd-2.3", "containerd-2.2", "containerd-1.7", "cri-o", "docker"];

/** Every system call that has a number on x86-64, sorted. */
export const systemCalls: readonly string[] = systemCallNames.split(" ");

const words = (text: string | undefined): readonly string[] => (text === undefined || text === "" ? [] : text.split(" "));

function namesOf({ names, allBut }: CompactRule): readonly string[] {
  if (allBut === undefined) return words(names);
  const left = new Set(words(allBut));
  return systemCalls.filter((name) => !left.has(name));
}

function filterRule(rule: CompactRule): FilterRule {
  const args = (rule.args ?? []).map(([index, op, value, valueTwo]) => ({ index, op, value: BigInt(value), valueTwo: BigInt(valueTwo) }));
  return { names: namesOf(rule), alias: null, action: rule.action, args, includes: words(rule.includes), excludes: words(rule.excludes) };
}

/** A runtime's default profile, and the capabilities of containers that ask for none. */
export interface RuntimeDefaults {
  readonly capabilities: readonly string[];
  readonly rules: readonly FilterRule[];
}

const profiles: readonly RuntimeProfile[] = runtimeProfiles;
const defaults: ReadonlyMap<string, RuntimeDefaults> = new Map(profiles.map(({ runtime, capabilities, rules }) => [runtime, { capabilities: words(capabilities), rules: rules.map(filterRule) }]));

/** What a runtime does with containers that leave it to the runtime. */
export function defaultsOf(runtime: RuntimeName): RuntimeDefaults {
  const found = defaults.get(runtime);
  if (found === undefined) throw new Error(`there is no profile of ${runtime}`);
  return found;
}
