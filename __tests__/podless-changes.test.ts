// Kustomizations that cannot be built on either side, and what the change touches in them, with the real renderer.

import { afterAll, describe, expect, it } from "@jest/globals";
import { defaultPolicy } from "../src/core/policy.ts";
import { discoverEverything } from "../src/core/selection.ts";
import { runGate } from "../src/gate.ts";
import { changedLines } from "../src/git/changed-lines.ts";
import { renderer } from "./render/targets.ts";
import { pod } from "./support/pods.ts";
import { treeOf, type Stand } from "./support/tree.ts";

type Files = Readonly<Record<string, Stand>>;

const real = renderer({ workers: 1 });
afterAll(async () => real[Symbol.asyncDispose]());

async function compare(base: Files, head: Files) {
  const comparison = { base: treeOf(base, "base"), head: treeOf(head, "head"), selection: discoverEverything, policy: defaultPolicy, today: "2026-01-01", tool: { version: "0", engines: { helm: "0", kustomize: "0" } }, problems: [], policyNotes: [] };
  const { verdict, problems } = await runGate(comparison, { render: real.render, changedLines, progress: () => undefined });
  return { verdict, blocking: problems.filter(({ blocking }) => blocking).map(({ side }) => side), said: problems.map(({ message }) => message) };
}

const role = (verb: string): string => `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: r\nrules:\n- verbs: [${verb}]\n`;
const settings = (value: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: s\ndata:\n  a: ${value}\n`;
const broken = {
  "k/kustomization.yaml": "resources: [role.yaml, pod.yaml, settings.yaml]\nreplacements:\n- source: { kind: Certificate, name: c, fieldPath: metadata.namespace }\n  targets: [{ select: { kind: Pod }, fieldPaths: [metadata.namespace] }]\n",
  "k/role.yaml": role("get"),
  "k/pod.yaml": pod("a", "RuntimeDefault"),
  "k/settings.yaml": settings("b"),
};

describe("a kustomization that cannot be built on either side", () => {
  it.each<[string, Files]>([
    ["what holds no pods", { "k/role.yaml": role("list") }],
    ["several of such", { "k/role.yaml": `${role("list")}---\n${role("watch").replace("name: r", "name: q")}---\n` }],
  ])("is no reason to doubt a change that touches %s", async (_, changed) => {
    const { verdict, blocking, said } = await compare(broken, { ...broken, ...changed });
    expect({ verdict, blocking }).toEqual({ verdict: "pass", blocking: [] });
    expect(said).toEqual([1, 2].map(() => expect.stringMatching(/^Kustomize cannot build it: nothing selected by Certificate.*; the change touches nothing that decides it$/)));
  });

  it.each<[string, Files]>([
    ["a pod", { "k/pod.yaml": pod("a", "Unconfined") }],
    ["something beside a pod in one file", { "k/role.yaml": `${role("list")}---\n${pod("b", "Unconfined")}` }],
    ["what could be carried into a pod", { "k/settings.yaml": settings("c") }],
    ["the kustomization", { "k/kustomization.yaml": `namePrefix: x-\n${broken["k/kustomization.yaml"]}` }],
    ["what is no text", { "k/role.yaml": new Uint8Array([0xff]) }],
    ["a link", { "k/role.yaml": { link: "pod.yaml" } }],
  ])("stays no verdict where the change touches %s", async (_, changed) => {
    const { verdict, blocking } = await compare(broken, { ...broken, ...changed });
    expect(verdict).toBe("no-verdict");
    expect(blocking).toContain("head");
  });

  it("stays no verdict where the change is why it cannot be built", async () => {
    const good = { ...broken, "k/kustomization.yaml": "resources: [role.yaml, pod.yaml, settings.yaml]\n" };
    expect(await compare(good, { ...good, "k/role.yaml": role("get").replace("name: r", "nome: r") })).toMatchObject({ verdict: "no-verdict", blocking: ["head"] });
  });

  it("stays no verdict where it cannot be built for another reason", async () => {
    expect(await compare(broken, { ...broken, "k/role.yaml": role("get").replace("name: r", "nome: r") })).toMatchObject({ verdict: "no-verdict" });
  });
});
