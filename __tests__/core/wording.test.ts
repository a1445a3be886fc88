import { describe, expect, it } from "@jest/globals";
import { plainCluster } from "../../src/core/cluster.ts";
import { decidedAt, describeContainer, describeEntry, describePosture, describeWorkload, describeWorkloadMatch, history, listed, profileAt } from "../../src/core/wording.ts";
import { entryOf, pod, standing, type Stand } from "./manifests.ts";

const field = "spec.containers[0].securityContext";

describe("a posture in words", () => {
  it.each<[Stand, string, string]>([
    ["RuntimeDefault", "RuntimeDefault", ` (set at \`${field}.seccompProfile\`)`],
    ["Localhost a", "Localhost (a.json)", ` (set at \`${field}.seccompProfile\`)`],
    ["Unconfined", "Unconfined", ` (set at \`${field}.seccompProfile\`)`],
    ["privileged", "Unconfined (privileged)", ` (set at \`${field}.privileged\`)`],
    ["Unset", "no profile", ""],
    ["Invalid a", "an invalid profile", ` (set at \`${field}.seccompProfile\`)`],
    ["Windows", "none (Windows)", " (set at `spec.os.name`)"],
  ])("%s", (stand, words, place) => {
    const base = standing(stand);
    expect([describePosture(base.posture), decidedAt(base.posture)]).toEqual([words, place]);
    const did: Partial<Record<Stand, string>> = { "Invalid a": `was refused for \`${field}.seccompProfile\``, "Windows": "ran on Windows (set at `spec.os.name`)" };
    expect(history({ base, basis: "read" })).toBe(`${did[stand] ?? `ran under ${words}${place}`} and now `);
  });

  it("that was in a sandbox, with a profile or without", () => {
    const sandboxed = (own: Record<string, unknown>) => history({ base: entryOf(pod(own, { runtimeClassName: "gvisor" }), { cluster: { ...plainCluster, runtimeClasses: ["gvisor"] } }), basis: "read" });
    expect(sandboxed({})).toMatch(/^ran in a sandbox \(.+\) and now $/);
    expect(sandboxed({ securityContext: { seccompProfile: { type: "RuntimeDefault" } } })).toMatch(/^ran under RuntimeDefault \(set at `.+`\) in a sandbox \(.+\) and now $/);
  });

  it("as it is to be written again", () => {
    expect([profileAt("container-annotation", "RuntimeDefault", null), profileAt("pod-annotation", "Localhost", "a.json")]).toEqual(["`runtime/default`", "`localhost/a.json`"]);
    expect([profileAt("container-field", "RuntimeDefault", null), profileAt("pod-field", "Localhost", "a.json")]).toEqual(["`type: RuntimeDefault`", "`type: Localhost` with `localhostProfile: a.json`"]);
  });

  it("that never was", () => {
    expect([history({ base: null, basis: "read" }), history({ base: null, basis: "none" })]).toEqual(["is new and ", ""]);
  });
});

describe("words in a row", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("%j: %s", (words, expected) => {
    expect(listed(words)).toBe(expected);
  });
});

describe("names in words", () => {
  it.each([
    [{ type: "container", name: "app" }, "container `app`"],
    [{ type: "init", name: "app" }, "init container `app`"],
    [{ type: "ephemeral", name: "app" }, "ephemeral container `app`"],
  ] as const)("%j", (container, expected) => {
    expect(describeContainer(container)).toBe(expected);
  });

  it("of what a workload was matched with", () => {
    const { workload, container, target } = standing("Unset");
    expect(describeWorkloadMatch({ workload, container, target, by: ["image", "ports", "labels"] })).toBe(" (matched with Pod `default/it` in `manifests:.` on the base, by image, ports and labels)");
  });

  it("of a workload, with its namespace if it has one", () => {
    const workload = { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "api" };
    expect([describeWorkload(workload), describeWorkload({ ...workload, namespace: null })]).toEqual(["Deployment `shop/api`", "Deployment `api`"]);
  });

  it("of both", () => {
    expect(describeEntry(entryOf(pod()))).toBe("container `app` of Pod `default/it`");
  });
});
