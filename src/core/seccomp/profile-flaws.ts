// What speaks against the content of a Localhost profile, judged by what makes a good one. docs/rules/localhost-permissive.md has them in words.

import type { InventoryEntry } from "../inventory.ts";
import type { Severity } from "../report.ts";
import { fieldAt } from "../field.ts";
import { compareCalls } from "./compare-calls.ts";
import { describeCalls, listed } from "./describe-calls.ts";
import type { LocalhostFacts, SeccompFacts } from "./facts.ts";
import { everything, reachOf, type SystemCallSet } from "./reach.ts";
import { defaultsOf, type RuntimeName } from "./runtime-profile.ts";
import { opens, type SeccompProfile } from "./seccomp-profile.ts";

/** One objection. */
export interface Flaw {
  /** Tells objections apart, so that one that was there before is not repeated. */
  readonly kind: "open" | "audit" | "deny-list" | "dialect" | "no-exit" | "escalation" | "sidecars" | "native";
  readonly severity: Severity;
  /** The predicate of a sentence about the profile. */
  readonly words: string;
  /** What to do. */
  readonly remedy: string;
}

/** The profile behind a Localhost container, where it is known and works. */
export interface UsedProfile {
  readonly profile: SeccompProfile;
  readonly place: string;
  /** The files it stands in. */
  readonly paths: readonly string[];
  readonly identity: string;
  readonly localhost: LocalhostFacts;
  readonly calls: SystemCallSet;
  readonly runtimeDefault: SystemCallSet;
}

/** What a container's Localhost profile holds; null when that is not known. */
export function usedProfile(seccomp: SeccompFacts | null): UsedProfile | null {
  if (seccomp === null || seccomp.calls === null || seccomp.localhost === null || seccomp.localhost.profile === null) return null;
  const { localhost, calls, runtimeDefault } = seccomp;
  const { place, paths, identity, content } = seccomp.localhost.profile;
  return content.profile === null ? null : { profile: content.profile, place, paths, identity, localhost, calls, runtimeDefault };
}

/** Whether a profile that opens `gained` calls more than RuntimeDefault is Unconfined in all but name. Half of what RuntimeDefault takes away is the line between a list of denials and an excuse for one. */
function confinesNothing({ defaultAction }: SeccompProfile, gained: readonly string[], runtimeDefault: SystemCallSet): boolean {
  return opens(defaultAction) && gained.length * 2 > compareCalls(runtimeDefault, everything).gained.length;
}

/** Whether a profile is Unconfined in all but name, beside what a runtime does by itself with containers that ask for no capabilities. */
export function isOpen(profile: SeccompProfile, runtime: RuntimeName): boolean {
  const { rules, capabilities } = defaultsOf(runtime);
  const runtimeDefault = reachOf("SCMP_ACT_ERRNO", rules, new Set(capabilities));
  return confinesNothing(profile, compareCalls(runtimeDefault, reachOf(profile.defaultAction, profile.rules, null)).gained, runtimeDefault);
}

/** A default that lets everything through, and how little is taken from it. */
function openDefault({ profile, place, calls, runtimeDefault }: UsedProfile): readonly Flaw[] {
  const { defaultAction } = profile;
  if (!opens(defaultAction)) return [];
  const { gained, refined } = compareCalls(runtimeDefault, calls);
  const remedy = `In ${place} write \`"defaultAction": "SCMP_ACT_ERRNO"\` and allow by name what the application needs, or use \`type: RuntimeDefault\`.`;
  const through = gained.length === 0 ? "" : `; it lets through ${describeCalls(gained, refined, " that RuntimeDefault blocks")}`;
  if (confinesNothing(profile, gained, runtimeDefault)) {
    const rest = profile.rules.length === 0 ? "denies nothing" : "denies next to nothing";
    return [{ kind: "open", severity: "error", words: `is Unconfined in all but name, since \`defaultAction\` is \`${defaultAction}\` and it ${rest}${through}`, remedy }];
  }
  if (defaultAction === "SCMP_ACT_LOG") {
    return [{ kind: "audit", severity: "warning", words: `is in audit mode (\`defaultAction\` is \`SCMP_ACT_LOG\`): it confines only what it denies by name${through}`, remedy }];
  }
  return [{ kind: "deny-list", severity: gained.length > 0 ? "warning" : "note", words: `is a deny list (\`defaultAction\` is \`SCMP_ACT_ALLOW\`), which every new system call of the kernel passes${through}`, remedy }];
}

/** Conditions that the runtime passes over: what they open for some, it opens for all. */
function ignoredDialect({ profile, place, localhost, calls }: UsedProfile): readonly Flaw[] {
  const { dialect } = profile;
  if (dialect.length === 0 || localhost.honoursDialect) return [];
  const meant = reachOf(profile.defaultAction, profile.rules, new Set());
  const { gained, refined } = compareCalls(meant, calls);
  const shown = listed([...dialect.slice(0, 2).map((field) => `\`${field}\``), ...(dialect.length > 2 ? ["others"] : [])]);
  const effect = gained.length === 0 ? "" : `: it opens ${describeCalls(gained, refined, " for everybody")}`;
  return [
    {
      kind: "dialect",
      severity: gained.length > 0 ? "warning" : "note",
      words: `is written in docker's dialect, of which containerd passes over ${shown}${effect}`,
      remedy: `In ${place} keep only the rules that the container needs, without \`includes\`, \`excludes\` and \`archMap\`.`,
    },
  ];
}

function missingExit({ place, calls }: UsedProfile): readonly Flaw[] {
  const missing = ["exit", "exit_group"].filter((name) => !calls.has(name));
  if (missing.length === 0) return [];
  const names = listed(missing.map((name) => `\`${name}\``));
  return [{ kind: "no-exit", severity: "warning", words: `does not allow ${names}, without which a container that ends hangs at full CPU`, remedy: `In ${place} allow ${names}.` }];
}

function nativeOnly({ profile, place }: UsedProfile): readonly Flaw[] {
  if (profile.architectures.length > 0 || opens(profile.defaultAction)) return [];
  const words = "names no `architectures`, so that it filters the calls of the native one alone";
  return [{ kind: "native", severity: "note", words, remedy: `In ${place} write \`"architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"]\`, or those of your nodes.` }];
}

// What runc itself calls behind a filter that is installed early. opencontainers/runc: libcontainer/setns_init_linux.go, standard_init_linux.go.
const OF_THE_RUNTIME = ["capset", "setuid", "setgid", "setgroups"];

/** Without `allowPrivilegeEscalation: false` the filter is installed before the runtime is done with the container. */
function earlyFilter(entry: InventoryEntry, { calls }: UsedProfile): readonly Flaw[] {
  if (fieldAt(entry.podContainer.securityContext.value, ["allowPrivilegeEscalation"]) === false) return [];
  const missing = OF_THE_RUNTIME.filter((name) => !calls.has(name));
  if (missing.length === 0) return [];
  const words = `does not allow ${listed(missing.map((name) => `\`${name}\``))}, which the runtime itself calls behind the filter as long as \`allowPrivilegeEscalation\` is not \`false\``;
  return [{ kind: "escalation", severity: "note", words, remedy: "In the container's `securityContext` write `allowPrivilegeEscalation: false`." }];
}

function sharedWithSidecars({ posture, holder: { containers } }: InventoryEntry): readonly Flaw[] {
  if (posture.cause !== "pod-field" || containers.length === 1) return [];
  const remedy = "Set the profile at the container it was made for.";
  return [{ kind: "sidecars", severity: "note", words: `is set at the pod, so that all its ${containers.length} containers run under it`, remedy }];
}

const order = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/** What speaks against the profile of a container, the worst first. */
export function flawsOf(entry: InventoryEntry, used: UsedProfile): readonly Flaw[] {
  const content = [...openDefault(used), ...ignoredDialect(used), ...missingExit(used), ...nativeOnly(used)];
  return [...content, ...earlyFilter(entry, used), ...sharedWithSidecars(entry)].sort((a, b) => order[a.severity] - order[b.severity]);
}

/** What speaks against the profile of a container now and did not before. */
export function newFlaws(base: InventoryEntry | null, head: InventoryEntry): readonly Flaw[] {
  const used = usedProfile(head.seccomp);
  if (used === null) return [];
  const was = base === null ? null : usedProfile(base.seccomp);
  if (base === null || was === null) return flawsOf(head, used);
  const known = new Set(flawsOf(base, was).map(({ kind }) => kind));
  return flawsOf(head, used).filter(({ kind }) => !known.has(kind));
}
