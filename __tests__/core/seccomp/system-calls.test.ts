// Each row names what it was read from.

import { describe, expect, it } from "@jest/globals";
import { boundingSet } from "../../../src/core/seccomp/capabilities.ts";
import { compareCalls } from "../../../src/core/seccomp/compare-calls.ts";
import { everything, reachOf } from "../../../src/core/seccomp/reach.ts";
import { readProfile, readProfileText } from "../../../src/core/seccomp/read-profile.ts";
import { defaultsOf, runtimeNames, systemCalls, type RuntimeName } from "../../../src/core/seccomp/runtime-profile.ts";

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
    [`{"defaultAction":"SCMP_ACT_ERRNO","architectures":["x86_64"]}`, "`architectures[0]` is `x86_64`, which no runtime knows"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","flags":["X"]}`, "`flags[0]` is `X`"],
    [`{"defaultAction":"SCMP_ACT_ERRNO","architectures":["SCMP_ARCH_X86"],"archMap":[{"architecture":"SCMP_ARCH_X86_64"}]}`, "has both `architectures` and `archMap`"],
  ])("%s: %s", (text, fault) => {
    const { profile, faults } = readProfileText(text);
    expect(profile).toBeNull();
    expect(faults.join()).toContain(fault);
  });

  it("does not mind the case of keys, as Go's decoder does not, and says which it passes over", () => {
    const { profile, ignored } = readProfileText(`{"DefaultAction":"SCMP_ACT_ERRNO","syscals":[],"syscalls":[{"names":["a"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_BPF"]},"excludes":{}}]}`);
    expect(profile?.dialect).toEqual(["syscalls[0].includes"]);
    expect(ignored).toEqual(["syscals"]);
  });
});
