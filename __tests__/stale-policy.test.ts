// What is said of parts of a policy that have no effect any more, through the gate: what is not noise, and what is silence.

import { describe, expect, it } from "@jest/globals";
import type { Report } from "../src/core/report.ts";
import { discoverEverything } from "../src/core/selection.ts";
import { readConfiguration } from "../src/options/configuration.ts";
import { runGate, type Comparison } from "../src/gate.ts";
import { pod } from "./support/pods.ts";
import { type Stand, treeOf } from "./support/tree.ts";

type Files = Readonly<Record<string, Stand>>;

const ports = { render: () => Promise.reject(new Error("nothing is to be rendered")), changedLines: () => [], progress: () => undefined };

function judge(configuration: string, base: Files | null, head: Files, more: Partial<Comparison> = {}): Promise<Report> {
  const { selection, policy } = readConfiguration(`version: 1\n${configuration}`, "c.yaml");
  const comparison = { base: base === null ? null : treeOf(base), head: treeOf(head), selection, policy, today: "2026-06-15", tool: { version: "0", engines: { helm: "0", kustomize: "0" } }, problems: [], policyNotes: [], configuration: { path: "c.yaml", complete: true } };
  return runGate({ ...comparison, ...more }, ports);
}

/** `line: message` of the remarks on the policy. */
const stale = ({ problems }: Report): readonly string[] =>
  problems.flatMap(({ kind, path, line, message, blocking }) => (kind === "stale-policy" ? [`${path}:${line ?? "-"} ${message}${blocking ? " BLOCKS" : ""}`] : []));

const exempt = (...entries: readonly string[]): string => `exemptions:\n${entries.map((entry) => `  - { reason: because, ${entry} }\n`).join("")}`;
const bad = { "a.yaml": pod("a", "Unconfined") };
const good = { "a.yaml": pod("a", "RuntimeDefault") };

describe("an exemption that expired", () => {
  const configuration = exempt('workload: Pod/a, expires: "2026-06-14"', 'workload: Pod/other, expires: "2020-01-01"');

  it("is said in the finding that it would cover, and where it stands", async () => {
    const report = await judge(configuration, good, bad);
    expect(report.verdict).toBe("fail");
    expect(report.findings[0]?.message).toMatch(/securityContext\.seccompProfile`; .*; an exemption for it expired on 2026-06-14$/);
    expect(report.findings).toHaveLength(1);
  });

  it.each([["scan", null], ["comparison", good]])("is said in every %s", async (_, base) => {
    expect(stale(await judge(configuration, base, good))).toEqual([
      "c.yaml:3 the exemption of `Pod/a` expired on 2026-06-14 and is not in effect any more",
      "c.yaml:4 the exemption of `Pod/other` expired on 2020-01-01 and is not in effect any more",
    ]);
  });
});

describe("an exemption that nothing needs", () => {
  const entries = exempt("workload: Pod/a", "workload: Pod/gone", "workload: Pod/a, container: x*", "workload: Pod/a, image: other", "workload: Pod/a, rules: [profile-removed]", "workload: Pod/a, rules: [newly-privileged]");

  it("is said in a scan, by what it lacks", async () => {
    expect(stale(await judge(entries, null, bad))).toEqual([
      "c.yaml:4 the exemption of `Pod/gone` covers no container that is there",
      "c.yaml:5 the exemption of `Pod/a`, container `x*` covers no container that is there",
      "c.yaml:6 the exemption of `Pod/a`, image `other` covers no container that is there",
      "c.yaml:8 the exemption of `Pod/a` is needed by none of the containers that it covers",
    ]);
    expect(stale(await judge(exempt("workload: Pod/a"), null, good))).toEqual(["c.yaml:3 the exemption of `Pod/a` is needed by none of the containers that it covers"]);
    expect(stale(await judge(exempt("workload: Pod/a"), null, bad))).toEqual([]);
  });

  it("is said in a comparison that looked at everything", async () => {
    expect(stale(await judge(entries, good, bad))).toEqual([
      "c.yaml:4 the exemption of `Pod/gone` covers no container that is there",
      "c.yaml:5 the exemption of `Pod/a`, container `x*` covers no container that is there",
      "c.yaml:6 the exemption of `Pod/a`, image `other` covers no container that is there",
      "c.yaml:8 the exemption of `Pod/a` is needed by none of the containers that it covers",
    ]);
    // It weakens nothing, and is needed all the same.
    expect(stale(await judge(exempt("workload: Pod/a"), { ...bad, "b.yaml": pod("b", "RuntimeDefault") }, { ...bad, "b.yaml": pod("b", "RuntimeDefault", "2") }))).toEqual([]);
  });

  it("is not known in a comparison that has no use for what did not change, but for what it took away itself", async () => {
    const other = { "other/o.yaml": pod("o", "RuntimeDefault") };
    const mine = (files: Files): Files => Object.fromEntries(Object.entries(files).map(([path, text]) => [`mine/${path}`, text]));
    expect(stale(await judge(entries, { ...mine(good), ...other }, { ...mine(bad), ...other }))).toEqual([]);
    const unseen = " any more, of those that this change touches; the 1 target that did not change was not looked at";
    expect(stale(await judge(exempt("workload: Pod/a"), { ...mine(bad), ...other }, { ...mine(good), ...other }))).toEqual([`c.yaml:3 the exemption of \`Pod/a\` is needed by none of the containers that it covers${unseen}`]);
    expect(stale(await judge(exempt("workload: Pod/a"), { ...mine(bad), ...other }, other))).toEqual([`c.yaml:3 the exemption of \`Pod/a\` covers no container that is there${unseen}`]);
  });

  it("is not known where something could not be looked at", async () => {
    expect(stale(await judge(entries, null, { ...bad, "b.yaml": "apiVersion: v1\nkind: Pod\nmetadata: [\n" }))).toEqual([]);
  });

  it("is not known where only a part was to be looked at", async () => {
    expect(stale(await judge(entries, null, bad, { configuration: { path: null, complete: false } }))).toEqual([]);
    expect(stale(await judge(entries, null, bad, { selection: { ...discoverEverything, only: ["manifests:."] } }))).toEqual([]);
  });
});

describe("a glob that matches nothing", () => {
  const configuration = 'exclude: [test/**, tests, "docs/*.yaml"]\nseverities:\n  - { target: legacy, rules: { newly-unconfined: note } }\n  - { target: ".", rules: {} }\n';
  const tests = { "test/a.yaml": pod("t", "Unconfined") };
  const legacy = { "legacy/a.yaml": pod("l", "RuntimeDefault") };

  it("is said in a scan", async () => {
    expect(stale(await judge(configuration, null, { ...good, ...tests }))).toEqual([
      "c.yaml:- `exclude` names `tests`, which matches nothing",
      "c.yaml:- `exclude` names `docs/*.yaml`, which matches nothing",
      "c.yaml:- `severities` names `legacy`, which is no target",
    ]);
  });

  it("is said of a change, and whether that took away what it matched", async () => {
    expect(stale(await judge(configuration, { ...good, ...tests, ...legacy }, good))).toEqual([
      "c.yaml:- `exclude` names `test/**`, which matches nothing any more",
      "c.yaml:- `exclude` names `tests`, which matches nothing",
      "c.yaml:- `exclude` names `docs/*.yaml`, which matches nothing",
      "c.yaml:- `severities` names `legacy`, which is no target any more",
    ]);
    expect(stale(await judge("localhostProfiles: [p/*.json]", { ...good, "p/a.json": "{}" }, good))).toEqual(["c.yaml:- `localhostProfiles` names `p/*.json`, which matches nothing any more"]);
    expect(stale(await judge("exclude: [test/**]", { ...good, ...tests }, { ...good, ...tests, ...legacy }))).toEqual([]);
  });
});

describe("severities of targets", () => {
  const two = { "new/a.yaml": pod("a", "Unconfined"), "legacy/b.yaml": pod("b", "Unconfined") };
  const severitiesOf = ({ findings, verdict }: Report): string => `${verdict}: ${findings.map(({ severity, target }) => `${severity} ${target}`).join(", ")}`;

  it.each([
    ["severities: [{ target: legacy, rules: { newly-unconfined: note } }]", "fail: error manifests:new, note manifests:legacy"],
    ["severities: [{ target: 'manifests:legacy', rules: { newly-unconfined: warning } }]", "fail: error manifests:new, warning manifests:legacy"],
    ["severities: [{ target: '*', rules: { newly-unconfined: note } }]", "pass: note manifests:legacy, note manifests:new"],
    ["severities: [{ target: '*', rules: { newly-unconfined: off } }]", "pass: "],
    ["severities: [{ target: '*', rules: { newly-unconfined: note } }, { target: new, rules: { newly-unconfined: error } }]", "fail: error manifests:new, note manifests:legacy"],
    ["severities: [{ target: '*', rules: { newly-privileged: note } }]", "fail: error manifests:legacy, error manifests:new"],
    ["rules: { newly-unconfined: off }\nseverities: [{ target: new, rules: { newly-unconfined: warning } }]", "pass: warning manifests:new"],
    ["rules: { newly-unconfined: note }\nseverities: [{ target: new, rules: { newly-privileged: error } }]", "pass: note manifests:legacy, note manifests:new"],
  ])("%s: %s", async (configuration, expected) => {
    expect(severitiesOf(await judge(configuration, null, two))).toBe(expected);
  });
});
