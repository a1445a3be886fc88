// Each row names what it was read from.

import { describe, expect, it } from "@jest/globals";
import type { FoundObject } from "../../../src/core/workload.ts";
import { boundingSet } from "../../../src/core/seccomp/capabilities.ts";
import { compareCalls } from "../../../src/core/seccomp/compare-calls.ts";
import { describeCalls } from "../../../src/core/seccomp/describe-calls.ts";
import { describeBinding } from "../../../src/core/seccomp/profile-binding.ts";
import { findProfile, indexProfiles, type Lookup, type ProfileIndex } from "../../../src/core/seccomp/profile-index.ts";
import { everything, reachOf } from "../../../src/core/seccomp/reach.ts";
import { readProfile, readProfileText } from "../../../src/core/seccomp/read-profile.ts";
import { defaultsOf, runtimeNames, systemCalls, type RuntimeName } from "../../../src/core/seccomp/runtime-profile.ts";
import { inventoryOf } from "../manifests.ts";

const runtimeDefault = (runtime: RuntimeName, ...capabilities: readonly string[]) => reachOf("SCMP_ACT_ERRNO", defaultsOf(runtime).rules, new Set(capabilities));
const opened = (runtime: RuntimeName, capability: string) => compareCalls(runtimeDefault(runtime), runtimeDefault(runtime, capability)).gained.join(" ");

describe("RuntimeDefault", () => {
  it("knows every system call with a number on x86-64", () => {
    expect(systemCalls).toHaveLength(385); // golang/sys: unix/zsysnum_linux_amd64.go
    expect(everything.size).toBe(385);
    expect(runtimeNames.map((name) => defaultsOf(name).rules.length > 20)).toEqual(runtimeNames.map(() => true));
  });

  it.each<[RuntimeName, number]>([
    ["containerd-2.3", 311], // containerd/containerd: contrib/seccomp/seccomp_default.go at v2.3.4
    ["containerd-1.7", 303], // the same at v1.7.34
    ["cri-o", 311], // cri-o/cri-o: internal/config/seccomp/seccomp.go at v1.36.3
    ["docker", 308], // moby/profiles: seccomp/default.json
  ])("of %s opens %i calls to a container without capabilities", (runtime, count) => {
    expect(runtimeDefault(runtime).size).toBe(count);
  });

  it.each<[RuntimeName, string, boolean, string]>([
    ["containerd-1.7", "io_uring_setup", true, "containerd/containerd: contrib/seccomp/seccomp_default.go at v1.7.34"],
    ["containerd-2.3", "io_uring_setup", false, "the same at v2.3.4"],
    ["cri-o", "mount", true, "containers/container-libs: common/pkg/seccomp/seccomp.json"],
    ["cri-o", "unshare", false, "cri-o/cri-o: internal/config/seccomp/seccomp.go (DefaultProfile)"],
    ["cri-o", "vmsplice", false, "containers/container-libs, which denies it by name"],
    ["docker", "lsm_list_modules", false, "moby/profiles: for SYS_ADMIN only"],
    ["containerd-2.3", "lsm_list_modules", true, "containerd/containerd: contrib/seccomp/seccomp_default.go"],
    ["containerd-2.3", "clone3", false, "answered with ENOSYS without SYS_ADMIN"],
  ])("of %s: %s is open: %s (%s)", (runtime, name, isOpen) => {
    expect(runtimeDefault(runtime).has(name)).toBe(isOpen);
  });

  it.each([
    ["SYS_CHROOT", "chroot"],
    ["SYS_MODULE", "delete_module finit_module init_module"],
    ["SYS_PTRACE", "kcmp pidfd_getfd process_madvise"],
    ["BPF", "bpf"],
    ["NET_ADMIN", ""],
    ["SYS_ADMIN", "bpf clone clone3 fanotify_init fsconfig fsmount fsopen fspick lookup_dcookie mount mount_setattr move_mount open_tree perf_event_open quotactl quotactl_fd setdomainname sethostname setns syslog umount2 unshare"],
  ])("of containerd opens for %s: %s", (capability, names) => {
    expect(opened("containerd-2.3", capability)).toBe(names);
  });

  it("leaves clone, personality and socket open in part", () => {
    expect(compareCalls(runtimeDefault("containerd-2.3"), everything).refined).toEqual(["clone", "personality", "socket"]);
  });
});

describe("the capabilities that a container may get", () => {
  // containerd/containerd: internal/cri/opts/spec_opts.go (WithCapabilities)
  it.each([
    [{}, "CHOWN KILL"],
    [{ capabilities: { drop: ["ALL"] } }, ""],
    [{ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } }, "NET_BIND_SERVICE"],
    [{ capabilities: { add: ["sys_admin"], drop: ["KILL"] } }, "CHOWN SYS_ADMIN"],
    [{ capabilities: { add: ["CAP_BPF"] } }, "BPF CHOWN KILL"],
    [{ capabilities: { add: ["BPF"], drop: ["BPF"] } }, "CHOWN KILL"],
    [{ capabilities: { add: "BPF" } }, "CHOWN KILL"],
    [{ capabilities: { add: ["BPF", 1], drop: ["NOT_CAP_KILL"] } }, "BPF CHOWN KILL"],
    [null, "CHOWN KILL"],
  ])("of %j: %s", (securityContext, held) => {
    expect(boundingSet(securityContext, ["CHOWN", "KILL"]).join(" ")).toBe(held);
  });

  it("are all of them for ALL, but those that are dropped", () => {
    const held = boundingSet({ capabilities: { add: ["ALL"], drop: ["SYS_ADMIN"] } }, []);
    expect(held).toHaveLength(40);
    expect(held).not.toContain("SYS_ADMIN");
  });
});

const rule = (names: readonly string[], action: string, args: readonly object[] = []) => ({ names, action: `SCMP_ACT_${action}`, args });
const reach = (defaultAction: string, syscalls: readonly object[], capabilities: ReadonlySet<string> | null = null) => {
  const { profile, faults } = readProfile({ defaultAction: `SCMP_ACT_${defaultAction}`, syscalls });
  if (profile === null) throw new Error(faults.join());
  return reachOf(profile.defaultAction, profile.rules, capabilities);
};
const compare = (base: readonly object[], head: readonly object[]) => compareCalls(reach("ERRNO", base), reach("ERRNO", head));
const arg = (op: string, value: number, valueTwo = 0, index = 0) => ({ index, op: `SCMP_CMP_${op}`, value, valueTwo });
const six = (first: number) => [first, 9, 9, 9, 9, 9].map((value, index) => arg("EQ", value, 0, index));

describe("what rules come to", () => {
  it.each<[string, string, readonly object[], boolean]>([
    ["the default denies", "ERRNO", [], false],
    ["the default allows", "ALLOW", [], true],
    ["logging lets through", "LOG", [], true],
    ["a tracer mediates", "TRACE", [], false],
    ["allowed by name", "ERRNO", [rule(["keyctl"], "ALLOW")], true],
    ["denied by name", "ALLOW", [rule(["keyctl"], "ERRNO")], false],
    // seccomp/libseccomp: src/db.c (db_rule_add)
    ["the first rule without arguments counts", "TRAP", [rule(["keyctl"], "ERRNO"), rule(["keyctl"], "ALLOW")], false],
    ["a rule without arguments takes away those with", "TRAP", [rule(["keyctl"], "ERRNO", [arg("EQ", 1)]), rule(["keyctl"], "ALLOW")], true],
    ["another call is none of its business", "ERRNO", [rule(["add_key"], "ALLOW")], false],
  ])("%s", (_, defaultAction, syscalls, isOpen) => {
    expect(reach(defaultAction, syscalls).has("keyctl")).toBe(isOpen);
  });

  it("conditions of docker's dialect count where the runtime knows them", () => {
    const syscalls = [{ ...rule(["mount"], "ALLOW"), includes: { caps: ["CAP_SYS_ADMIN"] } }, { name: "bpf", action: "SCMP_ACT_ALLOW" }];
    expect([null, new Set<string>(), new Set(["SYS_ADMIN"])].map((held) => [...reach("ERRNO", syscalls, held).keys()].join(" "))).toEqual(["mount", "bpf", "bpf mount"]);
  });
});

describe("what is gained and lost", () => {
  it.each<[string, readonly object[], readonly object[], string, string]>([
    ["nothing", [rule(["socket"], "ALLOW")], [rule(["socket"], "ALLOW")], "", ""],
    ["a name", [rule(["read"], "ALLOW")], [rule(["read", "bpf"], "ALLOW")], "bpf", ""],
    ["a name, the other way", [rule(["read", "bpf"], "ALLOW")], [rule(["read"], "ALLOW")], "", "bpf"],
    ["any argument instead of one", [rule(["socket"], "ALLOW", [arg("EQ", 2)])], [rule(["socket"], "ALLOW")], "socket", ""],
    ["one argument instead of any", [rule(["socket"], "ALLOW")], [rule(["socket"], "ALLOW", [arg("EQ", 2)])], "", "socket"],
    ["another argument", [rule(["socket"], "ALLOW", [arg("EQ", 2)])], [rule(["socket"], "ALLOW", [arg("EQ", 3)])], "socket", "socket"],
    ["the same, said otherwise", [rule(["socket"], "ALLOW", [arg("LT", 5)])], [rule(["socket"], "ALLOW", [arg("LE", 4)])], "", ""],
    ["a flag more that is forbidden", [rule(["clone"], "ALLOW", [arg("MASKED_EQ", 0x10000000)])], [rule(["clone"], "ALLOW", [arg("MASKED_EQ", 0x30000000)])], "", "clone"],
    // opencontainers/runc: libcontainer/seccomp/seccomp_linux.go (matchCall): several conditions on one argument are alternatives
    ["conditions on one argument are alternatives", [rule(["socket"], "ALLOW", [arg("NE", 38), arg("NE", 40)])], [rule(["socket"], "ALLOW", [arg("NE", 41), arg("NE", 42)])], "", ""],
    ["another one than that", [rule(["socket"], "ALLOW", [arg("NE", 38)])], [rule(["socket"], "ALLOW")], "socket", ""],
    ["GE and GT", [rule(["socket"], "ALLOW", [arg("GE", 5)])], [rule(["socket"], "ALLOW", [arg("GT", 4)])], "", ""],
    ["GT from a higher value", [rule(["socket"], "ALLOW", [arg("GT", 4)])], [rule(["socket"], "ALLOW", [arg("GT", 5)])], "", "socket"],
    ["GE from a higher value", [rule(["socket"], "ALLOW", [arg("GE", 4)])], [rule(["socket"], "ALLOW", [arg("GE", 5)])], "", "socket"],
    ["nothing is below 0", [rule(["socket"], "ALLOW", [arg("EQ", 5)])], [rule(["socket"], "ALLOW", [arg("EQ", 5)]), rule(["socket"], "ALLOW", [arg("LT", 0)])], "", ""],
    ["a mask passes what it leaves out: 5 & 3 == 1", [rule(["socket"], "ALLOW", [arg("EQ", 1)])], [rule(["socket"], "ALLOW", [arg("MASKED_EQ", 3, 1)])], "socket", ""],
    ["below a limit, too", [rule(["socket"], "ALLOW", [arg("EQ", 1)]), rule(["socket"], "ERRNO", [arg("GE", 100)])], [rule(["socket"], "ALLOW", [arg("MASKED_EQ", 3, 1)]), rule(["socket"], "ERRNO", [arg("GE", 100)])], "socket", ""],
    ["six arguments, the same: too many values to try", [rule(["socket"], "ALLOW", six(1))], [rule(["socket"], "ALLOW", six(1))], "", ""],
    ["six arguments, one of them another: it may be either", [rule(["socket"], "ALLOW", six(1))], [rule(["socket"], "ALLOW", six(2))], "socket", "socket"],
    ["several names, sorted", [rule(["socket", "bpf"], "ALLOW", [arg("EQ", 2)]), rule(["write"], "ALLOW")], [rule(["socket", "bpf"], "ALLOW", [arg("EQ", 3)]), rule(["read"], "ALLOW")], "bpf read socket", "bpf socket write"],
    ["conditions on two arguments must both hold", [rule(["socket"], "ALLOW", [arg("EQ", 2)])], [rule(["socket"], "ALLOW", [arg("EQ", 2), arg("EQ", 1, 0, 1)])], "", "socket"],
  ])("%s", (_, base, head, gained, lost) => {
    const change = compare(base, head);
    expect([change.gained.join(" "), change.lost.join(" ")]).toEqual([gained, lost]);
  });
});

describe("a profile is read strictly", () => {
  // opencontainers/runtime-spec: schema/config-linux.json, schema/defs-linux.json
  it.each<[string, string]>([
    ["", "the file is not JSON"],
    ["[]", "the profile must be an object, not a list"],
    ["{}", "`defaultAction` is missing, none of"],
    [`{"defaultAction":"ALLOW"}`, "`defaultAction` is `ALLOW`, none of"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":{}}`, "`syscalls` must be a list, not an object"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"action":"SCMP_ACT_ALLOW"}]}`, "`syscalls[0]` names no system call"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":[1],"action":"SCMP_ACT_ALLOW"}]}`, "`syscalls[0].names[0]` must be a text"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"allow"}]}`, "`syscalls[0].action` is `allow`, none of"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","args":[{"index":6,"value":0,"op":"SCMP_CMP_EQ"}]}]}`, "`syscalls[0].args[0].index` is 6"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":-1,"op":"EQ"}]}]}`, "`syscalls[0].args[0].op` is `EQ`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":-1,"op":"SCMP_CMP_EQ"}]}]}`, "`syscalls[0].args[0].value` must be a whole number from 0, not `-1`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[1]}`, "`syscalls[0]` must be an object, not `1`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","args":[[]]}]}`, "`syscalls[0].args[0]` must be an object, not a list"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":"1","op":"SCMP_CMP_EQ"}]}]}`, "`syscalls[0].args[0].value` must be a whole number from 0, not `1`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":0,"valueTwo":1.5,"op":"SCMP_CMP_EQ"}]}]}`, "`syscalls[0].args[0].valueTwo` must be a whole number from 0, not `1.5`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","args":[{"value":0,"op":"SCMP_CMP_EQ"}]}]}`, "`syscalls[0].args[0].index` must be a whole number from 0, not missing"],
    // golang/go: encoding/json, which takes no number into a uint64 that does not fit
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":18446744073709551616,"op":"SCMP_CMP_EQ"}]}]}`, "`syscalls[0].args[0].value` must be a whole number from 0"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","architectures":null,"syscalls":[{"names":["a"],"action":null}]}`, "`syscalls[0].action` is missing, none of `SCMP_ACT_KILL`, `SCMP_ACT_KILL_PROCESS`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":[],"name":"","action":"SCMP_ACT_ALLOW"}]}`, "`syscalls[0]` names no system call"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","archMap":{}}`, "`archMap` must be a list, not an object"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","archMap":["SCMP_ARCH_X86"]}`, "`archMap[0]` must be an object, not `SCMP_ARCH_X86`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","architectures":["x86_64"]}`, "`architectures[0]` is `x86_64`, which no runtime knows"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","flags":["X"]}`, "`flags[0]` is `X`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","architectures":["SCMP_ARCH_X86"],"archMap":[{"architecture":"SCMP_ARCH_X86_64"}]}`, "has both `architectures` and `archMap`"],
  ])("%s: %s", (text, fault) => {
    const { profile, faults } = readProfileText(text);
    expect(profile).toBeNull();
    expect(faults.join()).toContain(fault);
  });

  it("does not mind the case of keys, as Go's decoder does not, and says which it passes over", () => {
    const { profile, ignored } = readProfileText(`{"DefaultAction":"SCMP_ACT_ERRNO","syscals":[],"syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_BPF"]},"excludes":{"minKernel":"","arches":[]}}]}`);
    expect(profile?.dialect).toEqual(["syscalls[0].includes"]);
    expect(ignored).toEqual(["syscals"]);
  });

  it("reads twenty thousand rules, and no more", () => {
    const faults = (length: number) => readProfile({ defaultAction: "SCMP_ACT_ERRNO", syscalls: Array.from({ length }, () => rule(["read"], "ALLOW")) }).faults;
    expect([faults(20_000), faults(20_001)]).toEqual([[], ["`syscalls` has 20001 entries, more than the 20000 that are read"]]);
  });

  it("names twenty faults at most", () => {
    expect(readProfile({ defaultAction: "SCMP_ACT_ERRNO", syscalls: Array.from({ length: 30 }, () => 1) }).faults).toHaveLength(20);
  });

  // moby/profiles: seccomp/seccomp.go (Architecture, Filter); seccomp/default.json
  it("takes the architectures of docker's dialect with their kin", () => {
    const { profile } = readProfile({ defaultAction: "SCMP_ACT_ERRNO", archMap: [{ architecture: "SCMP_ARCH_X86_64", subArchitectures: ["SCMP_ARCH_X86", 1] }, { subArchitectures: "x" }] });
    expect(profile).toMatchObject({ architectures: ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86"], dialect: ["archMap"] });
  });

  it.each<[string, object, string]>([
    ["for amd64", { includes: { arches: ["amd64", "x32"] } }, "read"],
    ["for others", { includes: { arches: ["s390", "s390x"] } }, ""],
    ["for all but amd64", { excludes: { arches: ["amd64"] } }, ""],
    ["for all but others", { excludes: { arches: ["s390x"] } }, "read"],
    ["for those who hold a capability", { includes: { caps: ["CAP_BPF"] } }, ""],
    ["for all but those who hold one", { excludes: { caps: ["CAP_BPF", 1] } }, "read"],
    ["that nobody needs", { includes: { caps: "CAP_BPF" }, excludes: null }, "read"],
    ["whose older name is empty", { name: "" }, "read"],
    ["of one more name, in the older way", { name: "write" }, "read write"],
  ])("a rule %s", (_, more, names) => {
    expect([...reach("ERRNO", [{ ...rule(["read"], "ALLOW"), ...more }], new Set<string>()).keys()].join(" ")).toBe(names);
  });

  it("takes the key as it is written before one that differs in case", () => {
    expect(readProfileText(`{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW"}],"defaultErrno":null}`)).toMatchObject({ faults: [], ignored: [] });
  });
});

describe("calls in words", () => {
  const six = ["accept", "bind", "close", "dup", "exit", "keyctl"];
  it.each<[string, string, string]>([
    ["none", describeCalls([]), "0 system calls: "],
    ["one", describeCalls(["read"]), "1 system call: `read`"],
    ["two", describeCalls(["read", "write"]), "2 system calls: `read` and `write`"],
    ["four, all of them", describeCalls(["accept", "bind", "close", "dup"]), "4 system calls: `accept`, `bind`, `close` and `dup`"],
    ["five, the first four", describeCalls(["accept", "bind", "close", "dup", "exit"]), "5 system calls, among them `accept`, `bind`, `close` and `dup`"],
    ["one that was open with fewer arguments", describeCalls(["read", "write"], ["write"]), "2 system calls: `read` and `write` with more arguments"],
  ])("%s", (_, words, expected) => {
    expect(words).toBe(expected);
  });

  it("the telling ones first, with what they give", () => {
    expect(describeCalls(six)).toMatch(/^6 system calls, among them `keyctl` \([^)]*key[^)]*\), `accept`, `bind` and `close`$/);
  });
});

// kubernetes-sigs/security-profiles-operator: internal/pkg/webhooks/binding/binding.go (updatePod)
describe("what a ProfileBinding does", () => {
  const binding = (spec: object, more: object = {}, namespace: string | null = "shop") =>
    inventoryOf(JSON.stringify({ apiVersion: "security-profiles-operator.x-k8s.io/v1alpha1", kind: "ProfileBinding", metadata: { name: "b", ...(namespace === null ? {} : { namespace }) }, spec: { profileRef: { kind: "SeccompProfile", name: "p" }, ...spec }, ...more })).objects;
  const overwrites = "the ProfileBinding `b` puts SeccompProfile `p` in its place where the operator's webhook sees the pod";
  const fillsIn = "the ProfileBinding `b` puts SeccompProfile `p` on it where the operator's webhook sees the pod";
  it.each<[string, readonly FoundObject[], string, string | null, boolean, string | null]>([
    ["to its image: overwrites", binding({ image: "web:1" }), "shop", "web:1", false, overwrites],
    ["to its image where nothing is set", binding({ image: "web:1" }), "shop", "web:1", true, overwrites],
    ["to another image: nothing", binding({ image: "web:2" }), "shop", "web:1", true, null],
    ["to all images: fills in", binding({ image: "*" }), "shop", "web:1", true, fillsIn],
    ["to what sets a profile, for all images: nothing", binding({ image: "*" }), "shop", "web:1", false, null],
    ["without an image: nothing", binding({}), "shop", null, true, null],
    ["in another namespace: nothing", binding({ image: "web:1" }), "mail", "web:1", true, null],
    ["of a profile of another kind: nothing", binding({ image: "web:1", profileRef: { kind: "SelinuxProfile", name: "p" } }), "shop", "web:1", true, null],
    ["of another kind of object: nothing", binding({ image: "web:1" }, { kind: "ProfileRecording" }), "shop", "web:1", true, null],
    ["of another group: nothing", binding({ image: "web:1" }, { apiVersion: "example.org/v1" }), "shop", "web:1", true, null],
  ])("%s", (_, around, namespace, image, isUnset, words) => {
    expect(describeBinding(around, namespace, image, isUnset)).toBe(words);
  });
});

describe("which profile a name means", () => {
  const text = (name: string) => JSON.stringify({ defaultAction: "SCMP_ACT_ERRNO", syscalls: [rule([name], "ALLOW")] });
  const inFiles = (paths: readonly string[], areConfigured = false) => indexProfiles(paths.map((path) => ({ path, text: text(path === "same/a.json" ? "x/a.json" : path) })), areConfigured, []);
  const object = (name: string, namespace: string, spec: object, group = "security-profiles-operator.x-k8s.io") =>
    inventoryOf(JSON.stringify({ apiVersion: `${group}/v1beta1`, kind: "SeccompProfile", metadata: { name, namespace }, spec: { defaultAction: "SCMP_ACT_ERRNO", ...spec } })).objects;
  const inObjects = (...objects: readonly (readonly FoundObject[])[]) => indexProfiles([], false, objects.flat());
  const short = (lookup: Lookup) => (lookup.kind === "found" ? lookup.profile.place : lookup.kind === "ambiguous" ? `${lookup.kind}: ${lookup.places.join(" ")}` : lookup.kind);

  it.each<[string, ProfileIndex, string, string]>([
    ["a file", inFiles(["nodes/p/a.json"]), "p/a.json", "`nodes/p/a.json`"],
    ["a file, said in a roundabout way", inFiles(["nodes/p/a.json"]), "./p//a.json", "`nodes/p/a.json`"],
    ["not one of the same name elsewhere", inFiles(["nodes/q/a.json"]), "p/a.json", "missing"],
    ["one of the same name, where it is said that it is a profile", inFiles(["nodes/q/a.json"], true), "./p/a.json", "`nodes/q/a.json`"],
    ["the one whose folders are the same", inFiles(["q/a.json", "p/a.json"], true), "p/a.json", "`p/a.json`"],
    ["two that differ", inFiles(["y/a.json", "x/a.json"]), "a.json", "ambiguous: `x/a.json` `y/a.json`"],
    ["two that say the same", inFiles(["x/a.json", "same/a.json"]), "a.json", "`x/a.json`"],
    ["nothing to be missing from", inFiles([]), "a.json", "unknown"],
    ["missing from what is configured", inFiles([], true), "a.json", "missing"],
    // kubernetes-sigs/security-profiles-operator: api/seccompprofile (GetProfileOperatorPath)
    ["an object", inObjects(object("p", "shop", {})), "operator/p.json", "SeccompProfile `shop/p`"],
    ["an object with its namespace, as before v0.9.0", inObjects(object("p", "mail", {}), object("p", "shop", { syscalls: [rule(["read"], "ALLOW")] })), "operator/shop/p.json", "SeccompProfile `shop/p`"],
    ["an object in no such namespace", inObjects(object("p", "mail", {})), "operator/shop/p.json", "missing"],
    ["objects that differ", inObjects(object("p", "mail", {}), object("p", "shop", { syscalls: [rule(["read"], "ALLOW")] })), "operator/p.json", "ambiguous: SeccompProfile `mail/p` SeccompProfile `shop/p`"],
    ["an object named after a file", inObjects(object("p.json", "shop", {})), "operator/p.json", "SeccompProfile `shop/p.json`"],
    ["not an object of another name", inObjects(object("q", "shop", {})), "operator/p.json", "missing"],
    ["not an object for other names", inObjects(object("p", "shop", {})), "p.json", "unknown"],
    ["not an object for other folders", inObjects(object("p", "shop", {})), "other/p.json", "unknown"],
    ["not an object for deeper names", inObjects(object("p", "shop", {})), "operator/a/shop/p.json", "missing"],
    ["no name below the folder", inObjects(object("p", "shop", {})), "operator", "unknown"],
    ["not an object of another group", inObjects(object("p", "shop", {}, "example.org")), "operator/p.json", "unknown"],
  ])("%s", (_, index, name, expected) => {
    expect(short(findProfile(index, name))).toBe(expected);
  });

  // kubernetes-sigs/security-profiles-operator: internal/pkg/daemon/seccompprofile/seccompprofile.go (resolveSyscallsForProfile)
  it.each<[string, readonly (readonly FoundObject[])[], string | null]>([
    ["another", [object("p", "shop", { baseProfileName: "q", syscalls: [rule(["read"], "ALLOW")] }), object("q", "shop", { syscalls: [rule(["write"], "ALLOW")] })], "write read"],
    ["one of another namespace", [object("p", "shop", { baseProfileName: "q" }), object("q", "mail", {})], null],
    ["one from a registry", [object("p", "shop", { baseProfileName: "oci://registry.example/q" })], null],
    ["one from a registry, though an object calls itself so", [object("p", "shop", { baseProfileName: "oci://registry.example/q" }), object("oci://registry.example/q", "shop", { syscalls: [rule(["write"], "ALLOW")] })], null],
    ["itself", [object("p", "shop", { baseProfileName: "p" })], null],
    ["one that is none", [object("p", "shop", { baseProfileName: "q" }), object("q", "shop", { defaultAction: "no" })], null],
  ])("builds upon %s", (_, objects, names) => {
    const [first] = inObjects(...objects).objects;
    expect(first?.profile.content).toMatchObject({ faults: [], ignored: ["baseProfileName"] });
    expect(first?.profile.content.profile?.rules.flatMap((one) => one.names).join(" ") ?? null).toBe(names);
  });
});
