// Where a protection stood that is weaker or gone, as an editor shows lines.

import { describe, expect, it } from "@jest/globals";
import { kindlessObjects } from "../../src/core/guardrails/kindless-files.ts";
import { findWeakenedGuards } from "../../src/core/guardrails/pair-guards.ts";
import { takeInventory } from "../../src/core/inventory.ts";
import { locateGuard } from "../../src/core/locate-guard.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import type { Candidate, LineRange } from "../../src/core/source-file.ts";

const line = (start: number, end = start): LineRange => ({ start, end });
const gone = (text: string, at: number) => ({ text, line: at, was: at });
const file = (path: string, text: string, changed: readonly LineRange[] = [], removed: Candidate["removed"] = []): Candidate => ({ path, text, changed, removed, before: null });

function places(base: string, head: string | null, files: readonly Candidate[], { path = "f.yaml", origin = "file", dropped = [] }: { path?: string; origin?: "file" | "rendered"; dropped?: readonly string[] } = {}): string[] {
  const own = (text: string | null) => (text === null ? [] : [...kindlessObjects(path, text).objects, ...(path.endsWith(".toml") ? [] : takeInventory("t", "default", [{ path, text, origin }], defaultPolicy).objects)]);
  const [guard] = findWeakenedGuards({ own: own(base), elsewhere: [] }, { own: own(head), elsewhere: [] });
  if (guard === undefined) throw new Error("nothing is weaker");
  return locateGuard({ ...guard, dependents: { count: 0, lookedAt: 0, unseen: 0 } }, files, dropped).map(({ path: at, line: start, endLine, precision, role, inDiff }) => `${at}:${start}${endLine === start ? "" : `-${endLine}`} ${precision} ${role}${inDiff ? " in diff" : ""}`);
}

const kubelet = (text: string) => `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmaxPods: 1\n${text}`;
const [on, off] = [kubelet("seccompDefault: true\n"), kubelet("seccompDefault: false\n")];
const policy = (action: string, name = "seccomp", exclude = "") => `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata:\n  name: ${name}\nspec:\n  validationFailureAction: ${action}\n  rules:\n    - name: check\n      match: { any: [{ resources: { kinds: [Pod] } }] }\n${exclude}      validate: { pattern: { spec: { securityContext: { seccompProfile: { type: RuntimeDefault } } } } }\n`;
const excluding = policy("Enforce", "seccomp", "      exclude: { any: [{ resources: { namespaces: [a] } }] }\n");
const kind = (text: string) => `# seccompDefault\nkind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nkubeadmConfigPatches:\n  - |\n    kind: KubeletConfiguration\n    # seccompDefault\n    maxPods: 1\n    ${text}\n`;
const toml = (text: string) => `[settings.ntp]\nservers = []\n[settings.kubernetes]\n# seccomp-default\n${text}\n`;

describe("a protection in a file", () => {
  it.each<[string, string, string | null, readonly Candidate[], readonly string[], string?]>([
    ["that says something else", on, off, [file("g.yaml", off, [line(4)]), file("f.yaml", off, [line(4)])], ["f.yaml:4 exact cause in diff"]],
    ["that changed somewhere else", on, off, [file("f.yaml", off, [line(99)])], ["f.yaml:4 exact cause"]],
    ["in a later document", `a: 1\n---\n${on}`, `a: 1\n---\n${off}`, [file("f.yaml", `a: 1\n---\n${off}`, [line(6)])], ["f.yaml:6 exact cause in diff"]],
    ["whose file is not at hand", on, off, [file("g.yaml", off, [line(4)])], []],
    ["whose line was taken away", on, kubelet(""), [file("f.yaml", kubelet(""), [], [gone("maxPods: 2", 2), gone("seccompDefault: true", 3)])], ["f.yaml:3 file cause"]],
    ["whose other lines were", on, kubelet(""), [file("f.yaml", kubelet(""), [line(3)], [gone("a: b", 2)])], ["f.yaml:3 file cause in diff"]],
    ["that lets through more, by the line that says so", policy("Enforce"), excluding, [file("f.yaml", excluding, [line(10)])], ["f.yaml:10 file cause in diff"]],
    ["that lets through more, by lines that begin above its document, which is from the separator on", `a: 1\n---\n${policy("Enforce")}`, `a: 1\n---\n${excluding}`, [file("f.yaml", `a: 1\n---\n${excluding}`, [line(1, 5)])], ["f.yaml:2 file cause in diff"]],
    ["that lets through more, and changed elsewhere", policy("Enforce"), excluding, [file("f.yaml", excluding, [line(99)])], ["f.yaml:6 exact cause"]],
    ["inside of a text, where comments do not count", kind("seccompDefault: true"), kind("seccompDefault: false"), [file("f.yaml", kind("seccompDefault: false"), [line(9)])], ["f.yaml:9 exact cause in diff"]],
    ["inside of a text, with a remark behind it", kind("seccompDefault: true"), kind("seccompDefault: false # why"), [file("f.yaml", kind("seccompDefault: false # why"), [line(9)])], ["f.yaml:9 exact cause in diff"]],
    ["inside of a text of a later document", `a: 1\n---\n${kind("seccompDefault: true")}`, `a: 1\n---\n${kind("seccompDefault: false")}`, [file("f.yaml", `a: 1\n---\n${kind("seccompDefault: false")}`, [line(11)])], ["f.yaml:11 exact cause in diff"]],
    ["of TOML", toml("seccomp-default = true"), toml("seccomp-default = false"), [file("f.toml", toml("seccomp-default = false"), [line(5)])], ["f.toml:5 exact cause in diff"], "f.toml"],
    ["of TOML, taken away", toml("seccomp-default = true"), toml("max-pods = 1"), [file("f.toml", toml("max-pods = 1"), [line(5)], [gone("seccomp-default = true", 5)])], ["f.toml:5 file cause in diff"], "f.toml"],
    ["that is gone with its object", policy("Enforce"), null, [file("f.yaml", "a: 1\n", [], [gone("kind: ClusterPolicy", 1), gone("  validationFailureAction: Enforce", 1)])], ["f.yaml:1 file cause"]],
    ["that is gone with its file", policy("Enforce"), null, [], []],
  ])("%s", (_, base, head, files, expected, path = "f.yaml") => {
    expect(places(base, head, files, { path })).toEqual(expected);
  });
});

describe("a protection that was rendered", () => {
  const audit = policy("Audit");
  it.each<[string, string | null, readonly Candidate[], readonly string[]]>([
    ["from a source with a shorter name", policy("Audit", "prod-seccomp"), [file("b/p.yaml", audit, [line(6)])], ["b/p.yaml:6 file cause in diff"]],
    ["from a source that did not change, by what did first", policy("Audit", "prod-seccomp"), [file("b/p.yaml", audit), file("values.yaml", "a: 1\nb: 2\n", [line(2), line(1)])], ["values.yaml:2 file cause in diff", "b/p.yaml:6 file cause"]],
    ["from a source that lost its line", policy("Audit", "prod-seccomp"), [file("b/p.yaml", "kind: A\n", [], [gone("validationFailureAction: Enforce", 1)])], ["b/p.yaml:1 file cause"]],
    ["not from a source of another name", policy("Audit", "prod-seccomp"), [file("b/p.yaml", policy("Audit", "web"))], []],
    ["not from a source of another kind", policy("Audit", "prod-seccomp"), [file("b/p.yaml", audit.replace("ClusterPolicy", "Policy"))], []],
    ["not from a source of another group", policy("Audit", "prod-seccomp"), [file("b/p.yaml", audit.replace("kyverno.io", "example.org"))], []],
    ["not from what is no manifest", policy("Audit", "prod-seccomp"), [file("b/p.yaml.bak", audit), file("p.md", audit)], []],
    ["from JSON, and by the other ending", policy("Audit", "prod-seccomp"), [file("p.json", '{"apiVersion":"kyverno.io/v1","kind":"ClusterPolicy","metadata":{"name":"seccomp"},"spec":{"validationFailureAction":"Audit","rules":[]}}'), file("p.yml", audit)], ["p.json:1 file cause", "p.yml:6 file cause"]],
    ["from one line that speaks twice, once", policy("Audit", "prod-seccomp"), [file("b/p.yaml", audit, [line(6)], [gone("validationFailureAction: Enforce", 6)])], ["b/p.yaml:6 file cause in diff"]],
    ["from many, of which five are told", policy("Audit", "prod-seccomp"), ["a", "b", "c", "d", "e", "f"].map((name) => file(`${name}.yaml`, audit)), ["a", "b", "c", "d", "e"].map((name) => `${name}.yaml:6 file cause`)],
  ])("%s", (_, head, files, expected) => {
    expect(places(policy("Enforce", "prod-seccomp"), head, files, { path: "c/templates/p.yaml", origin: "rendered" })).toEqual(expected);
  });
});

describe("a protection whose file is not read any more", () => {
  const other = file("values.yaml", "a: 1\n", [line(1)]);
  it.each<[string, string, readonly string[]]>([
    ["its name", "  - seccomp.yaml", ["k/kustomization.yaml:3 file cause"]],
    ["its name, behind more blanks", "-   seccomp.yaml", ["k/kustomization.yaml:3 file cause"]],
    ["its path, with a remark", '- "../policies/seccomp.yaml" # later', ["k/kustomization.yaml:3 file cause"]],
    ["its folder", "- ../policies/", ["k/kustomization.yaml:3 file cause"]],
    ["another file", "- web.yaml", ["values.yaml:1 file cause in diff"]],
    ["a text that mentions it", "- name: seccomp.yaml", ["values.yaml:1 file cause in diff"]],
  ])("is at the line that named %s", (_, entry, expected) => {
    const kustomization = file("k/kustomization.yaml", "resources:\n- a.yaml\n- b.yaml\n", [], [gone(entry, 3)]);
    expect(places(policy("Enforce"), null, [other, kustomization], { path: "policies/seccomp.yaml", origin: "rendered", dropped: ["policies/seccomp.yaml"] })).toEqual(expected);
  });
});
