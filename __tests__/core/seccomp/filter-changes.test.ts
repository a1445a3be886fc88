// What becomes of a container whose filter lets through more or less: its direction, what opens in words, and what speaks against the profile.

import { describe, expect, it } from "@jest/globals";
import type { InventoryEntry } from "../../../src/core/inventory.ts";
import type { Change } from "../../../src/core/report.ts";
import { whatOpens } from "../../../src/core/seccomp/describe-calls.ts";
import { newFlaws } from "../../../src/core/seccomp/profile-flaws.ts";
import { noProfiles } from "../../../src/core/seccomp/profile-index.ts";
import { refineChange } from "../../../src/core/seccomp/refine-change.ts";
import { pod, standing, stands } from "../manifests.ts";
import { allow, files, profile, withFacts } from "./filters.ts";

const own = (...names: readonly string[]) => withFacts(stands["Localhost a"], files(profile([allow(names)])));
const runtimeDefault = withFacts(stands.RuntimeDefault, noProfiles);
const unconfined = withFacts(stands.Unconfined, noProfiles);
const elsewhere = withFacts(stands["Localhost a"], noProfiles);

// Three calls of RuntimeDefault are open in part: clone, personality and socket. containerd/containerd: contrib/seccomp/seccomp_default.go
const whole = [...(runtimeDefault.seccomp?.calls ?? [])].flatMap(([name, { when, unless }]) => (when === "any" && unless.length === 0 ? [name] : []));

describe("the direction", () => {
  it.each<[string, Change, InventoryEntry, InventoryEntry, Change]>([
    ["to a wider one of its own", "changed", own("read"), own("read", "write"), "weakened"],
    ["to a narrower one of its own", "changed", own("read", "write"), own("read"), "strengthened"],
    ["to another one of its own", "changed", own("read", "write", "close"), own("read", "dup"), "changed"],
    ["to a copy", "changed", own("read"), own("read"), "changed"],
    ["to itself", "unchanged", own("read"), own("read"), "unchanged"],
    ["to what postures alone call weaker, and lets through the same", "weakened", own("read"), own("read"), "changed"],
    ["from RuntimeDefault to a tight one", "changed", runtimeDefault, own("read"), "strengthened"],
    ["from a tight one to RuntimeDefault", "changed", own("read"), runtimeDefault, "weakened"],
    ["from RuntimeDefault to one that opens fewer than it closes", "changed", runtimeDefault, own(...whole, "bpf", "keyctl"), "strengthened"],
    ["from RuntimeDefault to one that opens as many as it closes", "weakened", runtimeDefault, own(...whole, "bpf", "keyctl", "mount"), "changed"],
    ["from RuntimeDefault to one that opens more than it closes", "changed", runtimeDefault, own(...whole, "bpf", "keyctl", "mount", "reboot"), "weakened"],
    ["from Unconfined: as postures say", "changed", unconfined, own("read"), "changed"],
    ["to Unconfined: as postures say", "changed", own("read"), unconfined, "changed"],
    ["to one that is not known: as postures say", "changed", own("read"), elsewhere, "changed"],
    ["from one that is not known: as postures say", "changed", elsewhere, own("read"), "changed"],
    ["without Localhost: as postures say", "unchanged", runtimeDefault, withFacts(pod({ securityContext: { capabilities: { add: ["SYS_ADMIN"] }, seccompProfile: { type: "RuntimeDefault" } } }), noProfiles), "unchanged"],
  ])("%s", (_, change, base, head, expected) => {
    expect(refineChange(change, base, head)).toBe(expected);
  });
});

describe("what opens, at the end of a sentence", () => {
  it.each<[string, InventoryEntry | null, InventoryEntry | null, "read" | "unread" | "none", string]>([
    ["one", own("read"), own("read", "dup"), "read", "; that opens 1 system call: `dup`"],
    ["four, all of them", own("read"), own("read", "bind", "close", "dup", "exit"), "read", "; that opens 4 system calls: `bind`, `close`, `dup` and `exit`"],
    ["five, the first four", own("read"), own("read", "accept", "bind", "close", "dup", "exit"), "read", "; that opens 5 system calls, among them `accept`, `bind`, `close` and `dup`"],
    ["of a new container what RuntimeDefault blocks", null, own("read", "keyctl"), "read", "; that opens 1 system call that RuntimeDefault blocks: `keyctl` (kernel keyrings, CVE-2016-0728)"],
    ["in a scan, too", null, own("read", "keyctl"), "none", "; that opens 1 system call that RuntimeDefault blocks: `keyctl` (kernel keyrings, CVE-2016-0728)"],
    ["nothing", own("read", "dup"), own("read"), "read", ""],
    ["nothing that is known: of a base that could not be read", null, own("read", "keyctl"), "unread", ""],
    ["nothing that is known: of a profile that is elsewhere", elsewhere, own("read"), "read", ""],
    ["nothing that is known: to a profile that is elsewhere", own("read"), elsewhere, "read", ""],
    ["nothing of a container that is gone", own("read"), null, "read", ""],
    ["nothing that was never looked up", standing("RuntimeDefault"), own("keyctl"), "read", ""],
  ])("%s", (_, base, head, basis, words) => {
    expect(whatOpens({ base, head, basis })).toBe(words);
  });
});

describe("what speaks against a profile and did not before", () => {
  const kinds = (base: InventoryEntry | null, head: InventoryEntry) => newFlaws(base, head).map(({ kind, severity }) => `${kind} ${severity}`);
  // docs/rules/localhost-permissive.md
  it.each<[string, InventoryEntry | null, InventoryEntry, readonly string[]]>([
    ["everything of a new container, the worst first", null, own("read"), ["no-exit warning", "native note", "escalation note"]],
    ["everything of one that had no profile of its own", runtimeDefault, own("read"), ["no-exit warning", "native note", "escalation note"]],
    ["nothing of one that stays as bad", own("read"), own("write"), []],
    ["what is worse", own("exit", "exit_group"), own("read"), ["no-exit warning"]],
    ["nothing of what is not known", own("read"), elsewhere, []],
    ["nothing of RuntimeDefault", own("read"), runtimeDefault, []],
  ])("%s", (_, base, head, expected) => {
    expect(kinds(base, head)).toEqual(expected);
  });

  // moby/profiles: seccomp/seccomp.go; containerd/containerd: contrib/seccomp/seccomp.go (WithProfile)
  it.each<[string, readonly (readonly string[])[], string]>([
    ["one rule that counts for all", [["dup"]], "is written in docker's dialect, of which containerd passes over `syscalls[0].includes`: it opens 1 system call for everybody: `dup`"],
    ["two rules, four calls", [["bind", "close"], ["dup", "read"]], "is written in docker's dialect, of which containerd passes over `syscalls[0].includes` and `syscalls[1].includes`: it opens 4 system calls for everybody: `bind`, `close`, `dup` and `read`"],
    ["three rules, five calls", [["accept", "bind"], ["close"], ["dup", "read"]], "is written in docker's dialect, of which containerd passes over `syscalls[0].includes`, `syscalls[1].includes` and others: it opens 5 system calls for everybody, among them `accept`, `bind`, `close` and `dup`"],
  ])("conditions that nobody looks at: %s", (_, rules, words) => {
    const text = profile(rules.map((names) => ({ ...allow(names), includes: { caps: ["CAP_BPF"] } })));
    const told = (runtime: "containerd-2.3" | "cri-o") => newFlaws(null, withFacts(stands["Localhost a"], files(text), runtime)).filter(({ kind }) => kind === "dialect").map((one) => [one.severity, one.words]);
    expect(told("containerd-2.3")).toEqual([["warning", words]]);
    expect(told("cri-o")).toEqual([]);
  });

  it.each<[string, readonly object[], RegExp]>([
    ["no rules", [], /and it denies nothing; it lets through \d+ system calls that RuntimeDefault blocks, among them /],
    ["few rules", [{ names: ["dup"], action: "SCMP_ACT_ERRNO" }], /and it denies next to nothing; it lets through /],
  ])("a default that lets everything through, with %s", (_, syscalls, words) => {
    const [first] = newFlaws(null, withFacts(stands["Localhost a"], files(profile(syscalls, "SCMP_ACT_ALLOW"))));
    expect([first?.kind, first?.severity]).toEqual(["open", "error"]);
    expect(first?.words).toMatch(words);
  });
});
