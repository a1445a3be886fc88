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

describe("from one profile to another", () => {
  const rows: readonly (readonly [string, string, string, Files, readonly string[]])[] = [
    ["RuntimeDefault to a tight one", runtimeDefault, localhost("a.json"), { "a.json": profile(usual) }, []],
    ["RuntimeDefault to a tight one that opens what attackers use", runtimeDefault, localhost("a.json"), { "a.json": profile([...usual, "bpf"]) }, ["profile-weakened note"]],
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
    ["several that differ are ambiguous", "a.json", ["**/*.json"], ["localhost-missing note"]],
  ])("%s", async (_, name, localhostProfiles, findings) => {
    expect(said(await compare({ ...differing, "a.yaml": runtimeDefault }, { ...differing, "a.yaml": localhost(name) }, { localhostProfiles }))).toEqual(findings);
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
