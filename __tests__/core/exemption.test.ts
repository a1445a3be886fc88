import { describe, expect, it } from "@jest/globals";
import { coversEntry, isExpired, standingOf } from "../../src/core/exemption.ts";
import type { ExemptionRule } from "../../src/core/policy.ts";
import { entryOf, pod } from "./manifests.ts";

const exempt = (more: Partial<ExemptionRule> = {}): ExemptionRule => ({ workload: "*/*", container: null, image: null, rules: null, reason: "because", expires: null, line: null, ...more });

describe("the image of an exemption", () => {
  it.each<[string, string | undefined, boolean]>([
    ["quay.io/cilium/cilium:v1.15", "quay.io/cilium/cilium:v1.15", true],
    ["quay.io/cilium/cilium", "quay.io/cilium/cilium:v1.15", true],
    ["quay.io/cilium/cilium", "quay.io/cilium/cilium@sha256:0123", true],
    ["quay.io/cilium/cilium", "quay.io/cilium/cilium:v1.15@sha256:0123", true],
    ["quay.io/cilium/cilium:v1.*", "quay.io/cilium/cilium:v1.15", true],
    ["quay.io/cilium/*", "quay.io/cilium/operator:v1", true],
    ["quay.io/**", "quay.io/cilium/operator:v1", true],
    ["localhost:5000/a", "localhost:5000/a", true],
    ["localhost:5000/a", "localhost:5000/a:1", true],
    ["localhost", "localhost:5000/a", false],
    ["quay.io/*", "quay.io/cilium/operator:v1", false],
    ["quay.io/cilium/cilium:v1.15", "quay.io/cilium/cilium:v1.16", false],
    ["cilium", "quay.io/cilium/cilium", false],
    ["quay.io/cilium/cilium", "quay.io.evil.example/quay.io/cilium/cilium", false],
    ["nginx", "docker.io/library/nginx", false],
    ["**", undefined, false],
  ])("%s and %s: %s", (pattern, image, expected) => {
    const entry = entryOf(pod({ image }));
    expect(coversEntry(exempt({ image: pattern }), entry)).toBe(expected);
    expect(standingOf({ rule: "x", workloads: [entry.workload], container: { name: "app", image: entry.image } }, [exempt({ image: pattern })], "2026-01-01").kind).toBe(expected ? "holds" : "none");
  });

  it("is compared at once, whatever it is", () => {
    const begin = process.cpuUsage();
    expect(coversEntry(exempt({ image: "a" }), entryOf(pod({ image: `${"@".repeat(300_000)}\n` })))).toBe(false);
    expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000); // microseconds
  });

  it("covers no target as a whole", () => {
    expect(standingOf({ rule: "x", workloads: [], container: null }, [exempt({ image: "**" })], "2026-01-01")).toEqual({ kind: "none" });
  });
});

describe("the workload of an exemption", () => {
  const covers = (workload: string, entry = entryOf(pod())) => coversEntry(exempt({ workload }), entry);

  it.each([
    ["Pod/default/it", true],
    ["Pod/it", true],
    ["*/*/*", true],
    ["{Job,Pod}/def*/{it,b}", true],
    ["Pod/other/it", false],
    ["Job/it", false],
    ["Pod", false],
    ["Pod/default/it/b", false],
  ])("%s: %s", (workload, expected) => {
    expect(covers(workload)).toBe(expected);
  });
});

describe("an exemption that expired", () => {
  const subject = { rule: "x", workloads: [{ apiVersion: "v1", kind: "Pod", namespace: "n", name: "a" }], container: { name: "c", image: null } };
  const [old, older, fresh] = [exempt({ expires: "2026-01-01", reason: "old" }), exempt({ expires: "2025-01-01", reason: "older" }), exempt({ expires: "2026-01-02", reason: "fresh" })];

  it.each([
    ["2025-12-31", "holds"],
    ["2026-01-01", "holds"],
    ["2026-01-02", "expired"],
  ])("on %s: %s", (today, kind) => {
    expect(standingOf(subject, [old], today)).toEqual({ kind, exemption: old });
    expect(isExpired(old, today)).toBe(kind === "expired");
  });

  it("yields to one that holds, whatever the order", () => {
    expect(standingOf(subject, [older, old, fresh], "2026-01-02")).toEqual({ kind: "holds", exemption: fresh });
    expect(standingOf(subject, [older, old], "2026-02-02")).toEqual({ kind: "expired", exemption: older });
  });

  it("of another rule is nobody's", () => {
    expect(standingOf(subject, [exempt({ expires: "2020-01-01", rules: ["y"] })], "2026-01-01")).toEqual({ kind: "none" });
  });
});
