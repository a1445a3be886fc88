// What `explain` says of the system calls of a container. Each row names what it was read from.

import { describe, expect, it } from "@jest/globals";
import { defaultPolicy } from "../../../src/core/policy.ts";
import { explainCalls, type ExplainedCalls } from "../../../src/core/seccomp/explain-calls.ts";
import { noProfiles, type ProfileIndex } from "../../../src/core/seccomp/profile-index.ts";
import type { RuntimeName } from "../../../src/core/seccomp/runtime-profile.ts";
import { systemCallsOf } from "../../../src/core/seccomp/system-calls-row.ts";
import { pod, standing, stands } from "../manifests.ts";
import { allow, arg, files, profile, withFacts } from "./filters.ts";

const explain = (manifest: string, profiles = noProfiles, runtime: RuntimeName = "containerd-2.3"): ExplainedCalls => explainCalls(withFacts(manifest, profiles, runtime), runtime);

function known(manifest: string, profiles = noProfiles, runtime: RuntimeName = "containerd-2.3") {
  const explained = explain(manifest, profiles, runtime);
  if (explained.kind === "unknown") throw new Error(explained.why);
  return explained;
}

describe("why the calls of a container are not known", () => {
  it.each<[string, string, ProfileIndex, string]>([
    // google/gvisor: runsc/config/flags.go (oci-seccomp)
    ["a sandbox", pod({}, { runtimeClassName: "gvisor" }), noProfiles, "the sandbox has a kernel of its own, and what it passes on to the node's is not known here"],
    ["Windows", stands.Windows, noProfiles, "Windows has no such system calls"],
    // argoproj/argo-workflows: pkg/plugins/spec/plugin_types.go
    ["what is put into other pods", JSON.stringify({ apiVersion: "argoproj.io/v1alpha1", kind: "ExecutorPlugin", metadata: { name: "p" }, spec: { sidecar: { container: { name: "app", image: "x" } } } }), noProfiles, "they are those of the pod that it is put into"],
    ["what the API refuses", stands["Invalid a"], noProfiles, "the container never starts"],
    ["a profile that is elsewhere", stands["Localhost a"], noProfiles, "the content of the profile is not in this repository"],
    ["one that is not among those here", stands["Localhost b"], files(profile([])), "the content of the profile is not in this repository"],
    ["two that differ, of which neither can be used", stands["Localhost a"], files(`{"defaultAction":"SCMP_ACT_DENY"}`, `{"defaultAction":"SCMP_ACT_NEVER"}`), "the profile may be `x/a.json` or `y/a.json`, which differ"],
    // opencontainers/runtime-spec: schema/defs-linux.json (SeccompAction)
    ["one that no runtime takes", stands["Localhost a"], files(`{"defaultAction":"SCMP_ACT_DENY"}`), "the profile in `x/a.json` cannot be used as it is"],
  ])("%s", (_, manifest, profiles, why) => {
    expect(explain(manifest, profiles)).toEqual({ kind: "unknown", why });
  });

  it("nothing was looked up", () => {
    expect(explainCalls({ posture: standing("Localhost a").posture, seccomp: null }, "containerd-2.3")).toEqual({ kind: "unknown", why: "the content of the profile is not in this repository" });
  });
});

describe("what a container can call", () => {
  it("under RuntimeDefault is what the default opens: nothing more, nothing less", () => {
    expect(known(stands.RuntimeDefault)).toMatchObject({ runtime: "containerd-2.3", opened: [], closed: [], notable: [], profile: null });
  });

  it.each<[RuntimeName, string, string]>([
    // containerd/containerd: contrib/seccomp/seccomp_default.go: no new namespaces, which are the bits of CLONE_NEW*
    ["containerd-2.3", "clone", "arg0 & 0x7e020000 == 0x0"],
    // PER_LINUX, PER_LINUX32, UNAME26, both, and the question what it is now
    ["containerd-2.3", "personality", "arg0 == 0x0, or arg0 == 0x8, or arg0 == 0x20000, or arg0 == 0x20008, or arg0 == 0xffffffff"],
  ])("of %s: %s with %s", (runtime, name, text) => {
    expect(known(stands.RuntimeDefault, noProfiles, runtime).limited).toContainEqual({ name, arguments: text });
  });

  // seccomp/libseccomp: include/seccomp.h.in (scmp_compare)
  it.each<[string, readonly object[], string, string]>([
    ["any arguments", [allow(["read"])], "SCMP_ACT_ERRNO", ""],
    ["NE", [allow(["read"], [arg(0, "NE", 16)])], "SCMP_ACT_ERRNO", "arg0 != 0x10"],
    ["LT", [allow(["read"], [arg(1, "LT", 1)])], "SCMP_ACT_ERRNO", "arg1 < 0x1"],
    ["LE", [allow(["read"], [arg(2, "LE", 1)])], "SCMP_ACT_ERRNO", "arg2 <= 0x1"],
    ["EQ", [allow(["read"], [arg(3, "EQ", 1)])], "SCMP_ACT_ERRNO", "arg3 == 0x1"],
    ["GE", [allow(["read"], [arg(4, "GE", 1)])], "SCMP_ACT_ERRNO", "arg4 >= 0x1"],
    ["GT", [allow(["read"], [arg(5, "GT", 1)])], "SCMP_ACT_ERRNO", "arg5 > 0x1"],
    ["MASKED_EQ", [allow(["read"], [arg(0, "MASKED_EQ", 255, 2)])], "SCMP_ACT_ERRNO", "arg0 & 0xff == 0x2"],
    ["two arguments, both of which must hold", [allow(["read"], [arg(0, "EQ", 1), arg(1, "EQ", 2)])], "SCMP_ACT_ERRNO", "arg0 == 0x1 and arg1 == 0x2"],
    ["two rules, one of which must", [allow(["read"], [arg(0, "EQ", 1)]), allow(["read"], [arg(0, "EQ", 2)])], "SCMP_ACT_ERRNO", "arg0 == 0x1, or arg0 == 0x2"],
    ["two rules that say the same", [allow(["read"], [arg(0, "EQ", 1)]), allow(["read"], [arg(0, "EQ", 1)])], "SCMP_ACT_ERRNO", "arg0 == 0x1"],
    ["all but some", [{ ...allow(["read"], [arg(0, "EQ", 1)]), action: "SCMP_ACT_ERRNO" }], "SCMP_ACT_ALLOW", "not arg0 == 0x1"],
    ["some, and not others", [allow(["read"], [arg(0, "EQ", 1)]), { ...allow(["read"], [arg(1, "EQ", 2)]), action: "SCMP_ACT_TRAP" }], "SCMP_ACT_ERRNO", "arg0 == 0x1; not arg1 == 0x2"],
  ])("with %s", (_, syscalls, defaultAction, text) => {
    const { limited, reachable } = known(stands["Localhost a"], files(profile(syscalls, defaultAction)));
    expect(limited).toEqual(text === "" ? [] : [{ name: "read", arguments: text }]);
    expect(reachable).toContain("read");
  });

  it("under a profile of its own: what it opens and closes, what of it helps attackers, and where it stands", () => {
    const { reachable, opened, closed, notable, profile: place } = known(stands["Localhost a"], files(profile([allow(["keyctl", "read"])])));
    expect([reachable, opened, place]).toEqual([["keyctl", "read"], ["keyctl"], "`x/a.json`"]);
    expect(closed).toContain("write");
    expect(closed).not.toContain("read");
    expect(notable).toEqual([{ name: "keyctl", words: expect.stringMatching(/key/) as unknown }]);
  });

  it("without any filter is everything, and no profile", () => {
    const { reachable, closed, opened, limited, profile: place } = known(pod({ securityContext: { privileged: true, seccompProfile: { type: "Localhost", localhostProfile: "a.json" } } }), files(profile([])));
    expect([reachable.length, closed, limited, place]).toEqual([385, [], [], null]); // golang/sys: unix/zsysnum_linux_amd64.go
    expect(opened).toContain("bpf");
  });

  it("counts the capabilities it adds as opened: the default is that of a container that adds none", () => {
    const { opened } = known(pod({ securityContext: { capabilities: { add: ["SYS_MODULE"] }, seccompProfile: { type: "RuntimeDefault" } } }));
    expect(opened).toEqual(["delete_module", "finit_module", "init_module"]); // containerd/containerd: contrib/seccomp/seccomp_default.go
  });
});

describe("what a report shows of it", () => {
  const calls = (names: readonly string[]) => withFacts(stands["Localhost a"], files(profile([allow(names)])), defaultPolicy.runtime);
  const unknown = withFacts(stands["Localhost a"], noProfiles, defaultPolicy.runtime);
  it.each([
    ["both sides", calls(["read", "write"]), calls(["read", "keyctl", "close"]), { reachable: 3, gained: ["close", "keyctl"], lost: ["write"] }],
    ["a new container", null, calls(["read"]), { reachable: 1, gained: [], lost: [] }],
    ["a base that is not known", unknown, calls(["read"]), { reachable: 1, gained: [], lost: [] }],
    ["a head that is not", calls(["read"]), unknown, null],
    ["a container that is gone", calls(["read"]), null, null],
    ["what was never looked up", null, standing("RuntimeDefault"), null],
  ])("%s", (_, base, head, row) => {
    expect(systemCallsOf(base, head)).toEqual(row);
  });
});
