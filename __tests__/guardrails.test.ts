// Whole comparisons of what protects containers from beside their manifests: which files are looked at, and what is said of them.

import { describe, expect, it } from "@jest/globals";
import { defaultPolicy, type Policy } from "../src/core/policy.ts";
import type { Rendering } from "../src/core/rendering.ts";
import type { Report } from "../src/core/report.ts";
import { discoverEverything, type Selection } from "../src/core/selection.ts";
import { runGate } from "../src/gate.ts";
import { changedLines } from "../src/git/changed-lines.ts";
import { treeOf } from "./support/tree.ts";

type Files = Readonly<Record<string, string>>;

interface More {
  readonly selection?: Partial<Selection>;
  readonly policy?: Partial<Policy>;
  /** What rendering a chart or a kustomization gives, by side. */
  readonly rendering?: (side: string) => Partial<Rendering>;
}

const nothing: Rendering = { sources: [], problems: [], opened: [], listed: [], missed: [] };

function compare(base: Files | null, head: Files, { selection = {}, policy = {}, rendering = () => ({}) }: More = {}): Promise<Report> {
  return runGate(
    {
      base: base === null ? null : treeOf(base, "base"),
      head: treeOf(head, "head"),
      selection: { ...discoverEverything, ...selection },
      policy: { ...defaultPolicy, ...policy },
      today: "2026-01-01",
      tool: { version: "0", engines: { helm: "0", kustomize: "0" } },
      problems: [],
      policyNotes: [],
    },
    { render: (tree) => Promise.resolve({ ...nothing, ...rendering(tree.revision) }), changedLines, progress: () => undefined },
  );
}

const said = ({ findings }: Report): readonly string[] =>
  findings.map(({ rule, severity, target, workload, locations, exemption }) => `${severity}${exemption === null ? "" : " (exempted)"} ${rule} ${target} ${workload.kind}/${workload.name} ${locations[0]?.path ?? "-"}:${locations[0]?.line ?? "-"}`);

const k3s = (value: string): string => `# the agents\nkubelet-arg:\n  - seccomp-default=${value}\n`;
const talos = (line: string): string => `version: v1alpha1\nmachine:\n  type: worker\n  kubelet:\n    image: kubelet\n${line}cluster: {}\n`;
const policy = (action: string): string => `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: seccomp }\nspec:\n  validationFailureAction: ${action}\n  rules:\n    - name: check\n      match: { any: [{ resources: { kinds: [Pod] } }] }\n      validate: { pattern: { spec: { securityContext: { seccompProfile: { type: RuntimeDefault } } } } }\n`;

describe("files without a kind", () => {
  it("are looked at though no target has them", async () => {
    const report = await compare({ "k3s/config.yaml": k3s("true") }, { "k3s/config.yaml": k3s("false") });
    expect(said(report)).toEqual(["error cluster-default-weakened manifests:k3s K3sConfig/config k3s/config.yaml:3"]);
    expect(report.verdict).toBe("fail");
  });

  it("are looked at though the head does not name the setting any more", async () => {
    const report = await compare({ "w.yaml": talos("    defaultRuntimeSeccompProfileEnabled: true\n") }, { "w.yaml": talos("") });
    expect(said(report)).toEqual(["error cluster-default-weakened manifests:. TalosConfig/w w.yaml:5"]);
  });

  it("are looked at beside documents with a kind", async () => {
    const document = "---\napiVersion: v1alpha1\nkind: HostnameConfig\nhostname: w\n";
    const report = await compare({ "w.yaml": talos("    defaultRuntimeSeccompProfileEnabled: true\n") + document }, { "w.yaml": talos("    defaultRuntimeSeccompProfileEnabled: false\n") + document });
    expect(said(report)).toEqual(["error cluster-default-weakened manifests:. TalosConfig/w w.yaml:6"]);
  });

  it("are not looked at where they are excluded, or in a chart", async () => {
    expect(said(await compare({ "k3s.yaml": k3s("true") }, { "k3s.yaml": k3s("false") }, { selection: { exclude: ["k3s.yaml"] } }))).toEqual([]);
    const chart = { "c/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n" };
    expect(said(await compare({ ...chart, "c/values.yaml": k3s("true") }, { ...chart, "c/values.yaml": k3s("false") }))).toEqual([]);
  });

  it("that cannot be read block, unless they stand for themselves no more", async () => {
    const broken = "kubelet-arg: [seccomp-default=true\n";
    const problems = ({ problems: found }: Report) => found.map(({ kind, side, path, blocking }) => `${kind} ${side} ${path ?? "-"} ${blocking}`);
    const report = await compare({ "k3s.yaml": k3s("true") }, { "k3s.yaml": broken });
    expect(problems(report)).toEqual(["yaml head k3s.yaml true"]);
    expect(problems(await compare({ "k3s.yaml": broken }, { "k3s.yaml": k3s("true") }))).toEqual(["yaml base k3s.yaml false"]);
  });

  it("in TOML are located by their line", async () => {
    const toml = (value: string): string => `[settings.kubernetes]\n# seccomp-default = true\ncluster-name = "a"\nseccomp-default = ${value}\n`;
    expect(said(await compare({ "n/u.toml": toml("true") }, { "n/u.toml": toml("false") }))).toEqual(["error cluster-default-weakened manifests:n BottlerocketSettings/u n/u.toml:4"]);
  });
});

describe("what policy says", () => {
  it("holds for them", async () => {
    const exemption = { workload: "K3sConfig/config", container: null, image: null, rules: ["cluster-default-weakened"], reason: "told elsewhere", expires: null, line: null };
    const sides = [{ "k3s/config.yaml": k3s("true") }, { "k3s/config.yaml": k3s("false") }] as const;
    expect(said(await compare(...sides, { policy: { exemptions: [exemption] } }))).toEqual(["error (exempted) cluster-default-weakened manifests:k3s K3sConfig/config k3s/config.yaml:3"]);
    expect(said(await compare(...sides, { policy: { rules: { "cluster-default-weakened": "off" } } }))).toEqual([]);
    expect(said(await compare(...sides, { policy: { severities: [{ target: "k3s", rules: { "cluster-default-weakened": "note" } }] } }))).toEqual([expect.stringMatching(/^note /)]);
  });
});

describe("objects of targets", () => {
  const chart: Files = { "c/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n" };
  const source = (text: string) => ({ sources: [{ path: "c/templates/p.yaml", text, origin: "rendered" as const }], opened: ["c/Chart.yaml", "c/values.yaml"] });
  const sides = [{ ...chart, "c/values.yaml": "a: Enforce\n" }, { ...chart, "c/values.yaml": "a: Audit\n" }] as const;

  it("are compared as they are rendered", async () => {
    const report = await compare(...sides, { rendering: (side) => source(policy(side === "base" ? "Enforce" : "Audit")) });
    expect(said(report)).toEqual(["warning guardrail-weakened helm:c ClusterPolicy/seccomp c/values.yaml:1"]);
  });

  it("are not gone where their target cannot be rendered", async () => {
    const failed = { problems: [{ kind: "render-failed" as const, path: null, line: null, message: "no", remedy: "", blocking: true }] };
    expect(said(await compare(...sides, { rendering: (side) => (side === "base" ? source(policy("Enforce")) : failed) }))).toEqual([]);
    expect(said(await compare(...sides, { rendering: (side) => (side === "head" ? source(policy("Audit")) : failed) }))).toEqual([]);
  });

  it("may move from a file into a chart", async () => {
    const base = { ...sides[0], "p/policy.yaml": policy("Enforce") };
    expect(said(await compare(base, sides[1], { rendering: (side) => (side === "base" ? {} : source(policy("Enforce"))) }))).toEqual([]);
    expect(said(await compare(base, sides[1], { rendering: (side) => (side === "base" ? {} : source(policy("Audit"))) }))).toHaveLength(1);
  });
});

describe("what refers to policies", () => {
  const exception = "apiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: { name: x }\nspec:\n  match: { any: [{ resources: { kinds: [Pod] } }] }\n  exceptions: [{ policyName: seccomp, ruleNames: [check] }]\n";
  it("finds them in files that did not change", async () => {
    const policies = { "policies/seccomp.yaml": policy("Enforce") };
    expect(said(await compare(policies, { ...policies, "exceptions/x.yaml": exception }))).toEqual(["warning guardrail-weakened manifests:exceptions PolicyException/x exceptions/x.yaml:6"]);
    const others = { "policies/other.yaml": policy("Enforce").replace("seccompProfile", "seLinuxOptions") };
    expect(said(await compare(others, { ...others, "exceptions/x.yaml": exception }))).toEqual([]);
  });
});

it("a scan has nothing to compare with", async () => {
  expect(said(await compare(null, { "k3s/config.yaml": k3s("false"), "p.yaml": policy("Audit") }))).toEqual([]);
});
