import { describe, expect, it } from "@jest/globals";
import { defaultPolicy, type Policy } from "../src/core/policy.ts";
import type { Report } from "../src/core/report.ts";
import { discoverEverything } from "../src/core/selection.ts";
import { runGate } from "../src/gate.ts";
import { changedLines } from "../src/git/changed-lines.ts";
import { treeOf } from "./support/tree.ts";

type Files = Readonly<Record<string, string>>;

/** The gate on plain manifests, which need no renderer. */
function compare(base: Files | null, head: Files, policy: Partial<Policy> = {}): Promise<Report> {
  const comparison = {
    base: base === null ? null : treeOf(base, "b".repeat(40)),
    head: treeOf(head, "a".repeat(40)),
    selection: discoverEverything,
    policy: { ...defaultPolicy, ...policy },
    today: "2026-01-01",
    tool: { version: "0", engines: { helm: "0", kustomize: "0" } },
    problems: [],
    policyNotes: [],
  };
  return runGate(comparison, { render: () => Promise.reject(new Error("nothing is rendered here")), changedLines, progress: () => undefined });
}

const said = ({ findings }: Report) => findings.map(({ rule, severity }) => `${rule} ${severity}`);

const pod = (seccompProfile: object, more: object = {}) =>
  JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "a", namespace: "shop" }, spec: { containers: [{ name: "app", image: "web:1", securityContext: { allowPrivilegeEscalation: false, seccompProfile, ...more } }] } });
const localhost = (localhostProfile: string, more: object = {}) => pod({ type: "Localhost", localhostProfile }, more);
const runtimeDefault = pod({ type: "RuntimeDefault" });
const profile = (names: readonly string[], defaultAction = "SCMP_ACT_ERRNO", action = "SCMP_ACT_ALLOW") =>
  JSON.stringify({ defaultAction, architectures: ["SCMP_ARCH_X86_64"], syscalls: names.length === 0 ? [] : [{ names, action }] });
const usual = ["exit", "exit_group", "read", "write", "mmap", "close"];
const operated = (name: string, names: readonly string[], more: object = {}, group = "security-profiles-operator.x-k8s.io", namespace = "shop") =>
  JSON.stringify({ apiVersion: `${group}/v1beta1`, kind: "SeccompProfile", metadata: { name, namespace }, spec: { ...(JSON.parse(profile(names)) as object), ...more } });

describe("a profile that changes under a container that does not", () => {
  const unchanged = { "deploy/a.yaml": localhost("profiles/a.json") };

  it("and allows more is told, at the profile's own line", async () => {
    const report = await compare({ ...unchanged, "nodes/profiles/a.json": profile(usual) }, { ...unchanged, "nodes/profiles/a.json": profile([...usual, "keyctl"]) });
    expect(said(report)).toEqual(["profile-weakened warning"]);
    expect(report.findings[0]?.message).toContain("opens 1 system call: `keyctl`");
    expect(report.findings[0]?.locations[0]?.path).toBe("nodes/profiles/a.json");
    expect(report.containers).toMatchObject([{ change: "weakened", systemCalls: { reachable: 7, gained: ["keyctl"], lost: [] } }]);
  });

  it("and allows less is stronger", async () => {
    const report = await compare({ ...unchanged, "nodes/profiles/a.json": profile([...usual, "keyctl"]) }, { ...unchanged, "nodes/profiles/a.json": profile(usual) });
    expect(said(report)).toEqual([]);
    expect(report.containers).toMatchObject([{ change: "strengthened" }]);
  });

  it.each([
    ["opens up", profile([], "SCMP_ACT_ALLOW"), "localhost-permissive error"],
    ["breaks", "{", "invalid-profile error"],
  ])("and %s", async (_, text, finding) => {
    expect(said(await compare({ ...unchanged, "profiles/a.json": profile(usual) }, { ...unchanged, "profiles/a.json": text }, { localhostProfiles: ["profiles/*.json"] }))).toEqual([finding]);
  });

  it("and goes away is missing", async () => {
    expect(said(await compare({ ...unchanged, "profiles/a.json": profile(usual) }, { ...unchanged, "profiles/b.json": profile([]) }, { localhostProfiles: ["profiles/*.json"] }))).toEqual(["localhost-missing warning"]);
  });

  it.each<[string, Files]>([
    ["goes away, the only one that there was", {}],
    ["gets another name", { "nodes/profiles/b.json": profile(usual) }],
    ["is no profile any more", { "nodes/profiles/a.json": "{}" }],
  ])("and %s is missing, without any configuration", async (_, files) => {
    const report = await compare({ ...unchanged, "nodes/profiles/a.json": profile(usual) }, { ...unchanged, ...files });
    expect(said(report)).toEqual(["localhost-missing warning"]);
    expect(report.findings[0]?.message).toContain("holds no such profile any more");
    expect(report.findings[0]?.remedy).toContain("Put back the file");
  });

  it("and breaks is told at its own line", async () => {
    const report = await compare({ ...unchanged, "nodes/profiles/a.json": profile(usual) }, { ...unchanged, "nodes/profiles/a.json": `${profile(usual)}}` });
    expect(report.findings.map(({ rule, locations: [place] }) => [rule, place?.path, place?.inDiff])).toEqual([["invalid-profile", "nodes/profiles/a.json", true]]);
  });

  it("is nobody's business when no container uses it", async () => {
    const report = await compare({ ...unchanged, "profiles/b.json": profile(usual) }, { ...unchanged, "profiles/b.json": profile([], "SCMP_ACT_ALLOW") });
    expect([said(report), report.containers]).toEqual([[], []]);
  });

  it.each([
    ["operator/a.json", "cluster-wide", ["profile-weakened warning"]],
    ["operator/shop/a.json", "with its namespace", ["profile-weakened warning"]],
    ["operator/other/a.json", "of another namespace", []],
  ])("as an object of the operator: %s (%s)", async (name, _, findings) => {
    const files = { "deploy/a.yaml": localhost(name) };
    expect(said(await compare({ ...files, "spo/a.yaml": operated("a", usual) }, { ...files, "spo/a.yaml": operated("a", [...usual, "bpf"]) }))).toEqual(findings);
  });

  it("as an object that another one builds upon", async () => {
    const files = { "deploy/a.yaml": localhost("operator/a.json"), "spo/a.yaml": operated("a", usual, { baseProfileName: "base" }) };
    const report = await compare({ ...files, "spo/b.yaml": operated("base", ["dup"]) }, { ...files, "spo/b.yaml": operated("base", ["dup", "bpf"]) });
    expect(said(report)).toEqual(["profile-weakened warning"]);
    expect(report.findings[0]?.locations[0]).toMatchObject({ path: "spo/b.yaml", inDiff: true });
  });

  it("is not kubescape's object of that name", async () => {
    const files = { "deploy/a.yaml": localhost("operator/a.json") };
    expect(said(await compare({ ...files, "spo/a.yaml": operated("a", usual, {}, "kubescape.io") }, { ...files, "spo/a.yaml": operated("a", [...usual, "bpf"], {}, "kubescape.io") }))).toEqual([]);
  });
});

it("a capability that is added is told at its own line", async () => {
  const manifest = (capabilities: string): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  containers:\n    - name: app\n      securityContext:\n        capabilities: { ${capabilities} }\n`;
  const report = await compare({ "a.yaml": manifest("drop: [ALL]") }, { "a.yaml": manifest("drop: [ALL], add: [SYS_ADMIN]") });
  expect(report.findings.map(({ rule, locations: [place] }) => [rule, place?.line, place?.inDiff])).toEqual([["profile-weakened", 9, true]]);
});

describe("from one profile to another", () => {
  const rows: readonly (readonly [string, string, string, Files, readonly string[]])[] = [
    ["RuntimeDefault to a tight one", runtimeDefault, localhost("a.json"), { "a.json": profile(usual) }, []],
    ["RuntimeDefault to a tight one that opens what attackers use", runtimeDefault, localhost("a.json"), { "a.json": profile([...usual, "bpf"]) }, ["profile-weakened note"]],
    ["RuntimeDefault to a tight one that opens what gives nobody anything", runtimeDefault, localhost("a.json"), { "a.json": profile([...usual, "swapon"]) }, []],
    ["RuntimeDefault to a wide open one", runtimeDefault, localhost("a.json"), { "a.json": profile([], "SCMP_ACT_LOG") }, ["localhost-permissive error"]],
    ["RuntimeDefault to a deny list of little", runtimeDefault, localhost("a.json"), { "a.json": profile(["bpf"], "SCMP_ACT_ALLOW", "SCMP_ACT_ERRNO") }, ["localhost-permissive error"]],
    ["RuntimeDefault to one that is not here", runtimeDefault, localhost("a.json"), {}, []],
    ["a tight one to RuntimeDefault", localhost("a.json"), runtimeDefault, { "a.json": profile(usual) }, ["profile-weakened warning"]],
    ["a wide open one to RuntimeDefault", localhost("a.json"), runtimeDefault, { "a.json": profile([], "SCMP_ACT_ALLOW") }, []],
    ["one that is not here to RuntimeDefault", localhost("a.json"), runtimeDefault, {}, ["profile-weakened warning"]],
    ["one to a wider one", localhost("a.json"), localhost("b.json"), { "a.json": profile(usual), "b.json": profile([...usual, "bpf"]) }, ["profile-weakened warning"]],
    ["one to a copy", localhost("a.json"), localhost("b.json"), { "a.json": profile(usual), "b.json": profile(usual) }, []],
    ["one to one without exit", localhost("a.json"), localhost("b.json"), { "a.json": profile(usual), "b.json": profile(["read"]) }, ["localhost-permissive warning"]],
    ["one to a name that leads nowhere", localhost("a.json"), localhost("b.json"), { "a.json": profile(usual) }, ["localhost-missing warning"]],
    ["Unconfined to a wide open one", pod({ type: "Unconfined" }), localhost("a.json"), { "a.json": profile([], "SCMP_ACT_ALLOW") }, ["localhost-permissive note"]],
    ["RuntimeDefault to the same with SYS_ADMIN", runtimeDefault, pod({ type: "RuntimeDefault" }, { capabilities: { add: ["SYS_ADMIN"] } }), {}, ["profile-weakened note"]],
    ["RuntimeDefault to the same with NET_ADMIN", runtimeDefault, pod({ type: "RuntimeDefault" }, { capabilities: { add: ["NET_ADMIN"] } }), {}, []],
  ];
  it.each(rows)("%s", async (_, base, head, files, findings) => {
    expect(said(await compare({ ...files, "a.yaml": base }, { ...files, "a.yaml": head }))).toEqual(findings);
  });

  it.each([
    ["RuntimeDefault to a tight one", runtimeDefault, localhost("a.json"), profile(usual), "strengthened"],
    ["a tight one to RuntimeDefault", localhost("a.json"), runtimeDefault, profile(usual), "weakened"],
    ["RuntimeDefault to a wide open one", runtimeDefault, localhost("a.json"), profile([], "SCMP_ACT_ALLOW"), "weakened"],
    ["a wide open one to RuntimeDefault", localhost("a.json"), runtimeDefault, profile([], "SCMP_ACT_ALLOW"), "strengthened"],
  ])("%s has its direction from what they let through", async (_, base, head, content, change) => {
    const { containers } = await compare({ "a.json": content, "a.yaml": base }, { "a.json": content, "a.yaml": head });
    expect(containers.map((row) => row.change)).toEqual([change]);
  });

  it("docker's dialect means nothing to containerd, and something to CRI-O", async () => {
    const text = JSON.stringify({ defaultAction: "SCMP_ACT_ERRNO", archMap: [{ architecture: "SCMP_ARCH_X86_64" }], syscalls: [{ names: usual, action: "SCMP_ACT_ALLOW" }, { names: ["mount"], action: "SCMP_ACT_ALLOW", includes: { caps: ["CAP_SYS_ADMIN"] } }] });
    const [base, head] = [{ "a.json": text, "a.yaml": runtimeDefault }, { "a.json": text, "a.yaml": localhost("a.json") }];
    expect(said(await compare(base, head))).toEqual(["localhost-permissive warning"]);
    expect(said(await compare(base, head, { runtime: "cri-o" }))).toEqual([]);
  });
});

describe("which file a name means", () => {
  const differing = { "x/profiles/a.json": profile(usual), "y/a.json": profile([], "SCMP_ACT_ALLOW") };
  it.each<[string, string, readonly string[], readonly string[]]>([
    ["the longest end wins", "profiles/a.json", ["**/*.json"], []],
    ["a file name is enough for configured files", "other/a.json", ["y/*.json"], ["localhost-permissive error"]],
    ["it is not for others", "other/a.json", [], []],
    ["several that differ are ambiguous", "a.json", ["**/*.json"], ["localhost-permissive error", "localhost-missing note"]],
  ])("%s", async (_, name, localhostProfiles, findings) => {
    expect(said(await compare({ ...differing, "a.yaml": runtimeDefault }, { ...differing, "a.yaml": localhost(name) }, { localhostProfiles }))).toEqual(findings);
  });

  describe("where several fit", () => {
    const tight = { "a.yaml": localhost("a.json"), "x/a.json": profile(usual) };
    const both = { ...tight, "y/a.json": profile([...usual, "bpf"]) };
    it.each<[string, Files, Files, readonly string[]]>([
      ["a copy that lets everything through", tight, { ...tight, "y/a.json": profile([], "SCMP_ACT_ALLOW") }, ["localhost-missing note", "localhost-permissive error"]],
      ["a copy that lets more through", tight, both, ["localhost-missing note", "profile-weakened warning"]],
      ["a copy that lets less through", tight, { ...tight, "y/a.json": profile(usual.slice(0, 4)) }, ["localhost-missing note"]],
      ["the same several on both sides", both, { ...both, "a.yaml": localhost("a.json", { runAsNonRoot: true }) }, []],
      ["the tighter one is gone", both, { "a.yaml": tight["a.yaml"], "y/a.json": both["y/a.json"] }, ["profile-weakened warning"]],
    ])("%s", async (_, base, head, findings) => {
      expect(said(await compare(base, head)).sort()).toEqual(findings);
    });

    it("says which one counts", async () => {
      const { findings } = await compare(tight, { ...tight, "y/a.json": profile([], "SCMP_ACT_ALLOW") });
      expect(findings.find(({ rule }) => rule === "localhost-permissive")?.message).toContain("whose profile in `y/a.json` (the weakest of 2 that the name may mean) is Unconfined in all but name");
    });
  });

  it("a list of what may be used is kept to", async () => {
    const policy = { allowedLocalhostProfiles: ["operator/**"] };
    expect(said(await compare({ "a.yaml": runtimeDefault }, { "a.yaml": localhost("x/a.json") }, policy))).toEqual(["localhost-missing error"]);
    expect(said(await compare({ "a.yaml": runtimeDefault }, { "a.yaml": localhost("operator/x/a.json") }, policy))).toEqual([]);
    expect(said(await compare({ "a.yaml": localhost("x/a.json") }, { "a.yaml": localhost("x/a.json", { runAsNonRoot: true }) }, policy))).toEqual([]);
  });
});

it("a binding of the container's image is mentioned", async () => {
  const binding = JSON.stringify({ apiVersion: "security-profiles-operator.x-k8s.io/v1alpha1", kind: "ProfileBinding", metadata: { name: "b", namespace: "shop" }, spec: { profileRef: { kind: "SeccompProfile", name: "p" }, image: "web:1" } });
  const { findings } = await compare({ "b.yaml": binding, "a.yaml": runtimeDefault }, { "b.yaml": binding, "a.yaml": pod({ type: "Unconfined" }) });
  expect(findings[0]?.message).toMatch(/; the ProfileBinding `b` puts SeccompProfile `p` in its place where the operator's webhook sees the pod$/);
});

// docs/rules/localhost-permissive.md has what makes a good profile; opencontainers/runc: libcontainer/setns_init_linux.go for what the runtime calls itself.
describe("what speaks against a profile, in words", () => {
  const text = (content: object) => JSON.stringify({ defaultAction: "SCMP_ACT_ERRNO", architectures: ["SCMP_ARCH_X86_64"], syscalls: [{ names: usual, action: "SCMP_ACT_ALLOW" }], ...content });
  const told = async (content: string, head: string = localhost("a.json")) => {
    const { findings } = await compare({ "a.json": content, "a.yaml": runtimeDefault }, { "a.json": content, "a.yaml": head });
    return findings.map(({ rule, severity, message, remedy }) => `${rule} ${severity}: ${message.slice(message.indexOf("whose profile"))} ⇒ ${remedy}`);
  };
  const inPod = (containers: readonly object[], securityContext: object) => JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "a", namespace: "shop" }, spec: { securityContext, containers } });
  const blocked = async () => (await compare({ "a.yaml": runtimeDefault }, { "a.yaml": pod({ type: "Unconfined" }) })).containers[0]?.systemCalls?.gained ?? [];

  it.each<[string, string, string]>([
    ["no exit", text({ syscalls: [{ names: ["read", "exit"], action: "SCMP_ACT_ALLOW" }] }), "localhost-permissive warning: whose profile in `a.json` does not allow `exit_group`, without which a container that ends hangs at full CPU ⇒ In `a.json` allow `exit_group`."],
    ["no architectures", text({ architectures: [] }), 'localhost-permissive note: whose profile in `a.json` names no `architectures`, so that it filters the calls of the native one alone ⇒ In `a.json` write `"architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"]`, or those of your nodes.'],
  ])("%s", async (_, content, expected) => {
    expect(await told(content)).toEqual([expected]);
  });

  it("the worst first, with its remedy", async () => {
    const [line = ""] = await told(text({ architectures: [], syscalls: [{ names: ["read"], action: "SCMP_ACT_ALLOW" }] }));
    expect(line).toBe("localhost-permissive warning: whose profile in `a.json` does not allow `exit` and `exit_group`, without which a container that ends hangs at full CPU; it names no `architectures`, so that it filters the calls of the native one alone ⇒ In `a.json` allow `exit` and `exit_group`.");
  });

  it("a filter that is installed before the runtime is done", async () => {
    const securityContext = { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } };
    expect(await told(text({}), inPod([{ name: "app", image: "web:1", securityContext }], {}))).toEqual([
      "localhost-permissive note: whose profile in `a.json` does not allow `capset`, `setuid`, `setgid` and `setgroups`, which the runtime itself calls behind the filter as long as `allowPrivilegeEscalation` is not `false` ⇒ In the container's `securityContext` write `allowPrivilegeEscalation: false`.",
    ]);
    expect(await told(text({ syscalls: [{ names: [...usual, "capset", "setuid", "setgid", "setgroups"], action: "SCMP_ACT_ALLOW" }] }), inPod([{ name: "app", image: "web:1", securityContext }], {}))).toEqual([]);
  });

  it("a profile of one container that all of a pod run under", async () => {
    const [app, side] = ["app", "side"].map((name) => ({ name, image: "web:1", securityContext: { allowPrivilegeEscalation: false } }));
    const everywhere = { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } };
    const lines = await told(text({}), inPod([app ?? {}, side ?? {}], everywhere));
    expect(new Set(lines)).toEqual(new Set(["localhost-permissive note: whose profile in `a.json` is set at the pod, so that all its 2 containers run under it ⇒ Set the profile at the container it was made for."]));
    expect(await told(text({}), inPod([app ?? {}], everywhere))).toEqual([]);
  });

  it("a list of denials, by what it leaves open", async () => {
    const names = await blocked();
    const denying = (some: readonly string[], defaultAction = "SCMP_ACT_ALLOW") => text({ defaultAction, syscalls: [{ names: some, action: "SCMP_ACT_ERRNO" }] });
    const allowing = 'In `a.json` write `"defaultAction": "SCMP_ACT_ERRNO"` and allow by name what the application needs, or use `type: RuntimeDefault`.';
    const [first = ""] = await told(denying(names));
    expect(first).toMatch(/^localhost-permissive (note|warning): whose profile in `a\.json` is a deny list \(`defaultAction` is `SCMP_ACT_ALLOW`\), which every new system call of the kernel passes/);
    const [second = ""] = await told(denying(names.filter((name) => name !== "keyctl")));
    expect(second).toMatch(/^localhost-permissive warning: .* passes; it lets through \d+ system calls? that RuntimeDefault blocks.*`keyctl`/);
    expect(second.endsWith(allowing)).toBe(true);
    const [third = ""] = await told(denying(names, "SCMP_ACT_LOG"));
    expect(third).toMatch(/^localhost-permissive warning: whose profile in `a\.json` is in audit mode \(`defaultAction` is `SCMP_ACT_LOG`\): it confines only what it denies by name/);
    expect((await told(denying(["bpf"])))[0]).toMatch(/^localhost-permissive error: whose profile in `a\.json` is Unconfined in all but name, since `defaultAction` is `SCMP_ACT_ALLOW` and it denies next to nothing; it lets through /);
  });
});

describe("what is said of one profile after another", () => {
  const at = "(set at `spec.containers[0].securityContext.seccompProfile`)";
  const content = (...more: readonly string[]) => profile([...usual, ...more]);
  const back = "Go back to Localhost (a.json), or have the new profile allow no more than the application needs.";
  const elsewhere = "where the file comes to the nodes from elsewhere, exempt the workload.";

  it.each<[string, Files, Files, Partial<Policy>, string, string]>([
    ["more in the same one", { "a.json": content("dup"), "a.yaml": localhost("a.json") }, { "a.json": content("keyctl"), "a.yaml": localhost("a.json") }, {}, "runs under Localhost (a.json), whose profile in `a.json` allows more now: it opens 1 system call: `keyctl` (kernel keyrings, CVE-2016-0728); it closes 1", "In `a.json` allow only what the application needs; what is opened here can be closed by taking the names out of `syscalls`."],
    ["more in another one", { "a.json": content(), "b.json": content("bpf"), "a.yaml": localhost("a.json") }, { "a.json": content(), "b.json": content("bpf"), "a.yaml": localhost("b.json") }, {}, `ran under Localhost (a.json) ${at} and now runs under Localhost (b.json) ${at}, which opens 1 system call: \`bpf\` (eBPF, CVE-2021-3490)`, back],
    ["tighter, but for one", { "a.json": content("bpf"), "a.yaml": runtimeDefault }, { "a.json": content("bpf"), "a.yaml": localhost("a.json") }, {}, `ran under RuntimeDefault ${at} and now runs under Localhost (a.json) ${at}, which closes others and opens 1 system call: \`bpf\` (eBPF, CVE-2021-3490)`, "In `a.json` take out of `syscalls` what the application does not need: RuntimeDefault blocks it."],
    ["tighter, but for two", { "a.json": content("bpf", "keyctl"), "a.yaml": runtimeDefault }, { "a.json": content("bpf", "keyctl"), "a.yaml": localhost("a.json") }, {}, `ran under RuntimeDefault ${at} and now runs under Localhost (a.json) ${at}, which closes others and opens 2 system calls: \`bpf\` (eBPF, CVE-2021-3490) and \`keyctl\` (kernel keyrings, CVE-2016-0728)`, "In `a.json` take out of `syscalls` what the application does not need: RuntimeDefault blocks them."],
    ["no more of its own", { "a.yaml": localhost("a.json") }, { "a.yaml": runtimeDefault }, {}, `ran under Localhost (a.json) ${at}, a profile of its own whose content is not known here, and now runs under RuntimeDefault ${at}`, back],
    ["an object that is not here", { "a.yaml": runtimeDefault }, { "a.yaml": localhost("operator/a.json") }, { localhostProfiles: ["x.json"] }, `runs under Localhost (operator/a.json) ${at}, and the repository holds no such SeccompProfile: on a node without the file the container does not start`, `Add the object, or correct the name; ${elsewhere}`],
    ["a file that is not here", { "a.yaml": runtimeDefault }, { "a.yaml": localhost("a.json") }, { localhostProfiles: ["x.json"] }, `runs under Localhost (a.json) ${at}, and the repository holds no such profile: on a node without the file the container does not start`, `Add the file, or correct the name; ${elsewhere}`],
    ["one that may not be used", { "a.yaml": runtimeDefault }, { "a.yaml": localhost("a.json") }, { allowedLocalhostProfiles: ["b"] }, `runs under Localhost (a.json) ${at}, which \`allowedLocalhostProfiles\` of the configuration does not list`, "Use a profile that is on the list, or have the list extended."],
    ["one of two", { "x/a.json": content(), "y/a.json": content("dup"), "a.yaml": runtimeDefault }, { "x/a.json": content(), "y/a.json": content("dup"), "a.yaml": localhost("a.json") }, { localhostProfiles: ["**/*.json"] }, `runs under Localhost (a.json) ${at}, which may be \`x/a.json\` or \`y/a.json\`: they differ, and the one that lets the most through counts`, "Name the one that the nodes have under `localhostProfiles` in the configuration."],
  ])("%s", async (_, base, head, policy, message, remedy) => {
    const shared = "localhostProfiles" in policy ? { "x.json": content() } : {};
    const { findings } = await compare({ ...shared, ...base }, { ...shared, ...head }, policy);
    expect(findings.map((finding) => [finding.message.replace(/closes \d+ system calls/, "closes others"), finding.remedy])).toEqual([[`container \`app\` of Pod \`shop/a\` ${message}`, remedy]]);
  });

  it("nothing, of a container that went with the name that may not be used", async () => {
    expect(said(await compare({ "a.yaml": localhost("a.json") }, {}, { allowedLocalhostProfiles: ["b"] }))).toEqual([]);
  });
});
