// The way to a posture, and where each of its fields stands. Lines are those that an editor shows.

import { describe, expect, it } from "@jest/globals";
import { pairInventories } from "../../src/core/diff.ts";
import { explainPair, type ExplainedSide } from "../../src/core/explanation.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import type { Engine } from "../../src/core/target.ts";
import { deployment, entriesOf, standing, stands } from "./manifests.ts";

type Files = Readonly<Record<string, string>>;

const states = { base: "rendered", head: "rendered" } as const;

function explained(engine: Engine, text: string, files: Files, { path = "p.yaml", container = "app" } = {}): ExplainedSide {
  const head = entriesOf(text, { path, origin: engine === "manifests" ? "file" : "rendered" }).find((entry) => entry.container.name === container) ?? null;
  const sources = { engine, files: Object.entries(files).map(([at, own]) => ({ path: at, text: own })) };
  const [pair] = pairInventories([], head === null ? [] : [head], () => "read");
  const side = pair === undefined ? null : explainPair(pair, states, { base: sources, head: sources }, defaultPolicy)?.head;
  if (side === undefined || side === null) throw new Error("nothing to explain");
  return side;
}

/** Where each field stands that is looked at: the operating system of the pod, `privileged`, the profile of the container, and that of the pod. */
function places(engine: Engine, text: string, files: Files, more: { path?: string; container?: string } = {}): string[] {
  return explained(engine, text, files, more).trail.flatMap(({ field, place }) => (field === null ? [] : [place === null ? "nowhere" : `${place.path}:${place.line} ${place.precision}`]));
}

const unconfined = "          securityContext:\n            seccompProfile:\n              type: Unconfined\n";
const confined = unconfined.replace("Unconfined", "RuntimeDefault");

describe("the way to a posture", () => {
  it("is every field in its order, and the last word of the cluster", () => {
    expect(explained("manifests", deployment(unconfined), {}).trail.map(({ field, value, decides }) => [field, value, decides])).toEqual([
      ["spec.template.spec.os.name", null, false],
      ["spec.template.spec.containers[0].securityContext.privileged", null, false],
      ["spec.template.spec.containers[0].securityContext.seccompProfile", "{ type: Unconfined }", true],
      ["spec.template.spec.securityContext.seccompProfile", null, false],
      [null, "Unconfined", false],
    ]);
  });

  it("is told where no file says anything", () => {
    const last = explained("manifests", deployment(""), {}).trail.at(-1);
    expect(last).toMatchObject({ field: null, value: "Unconfined", decides: true, place: null });
  });

  it("is that of the container in question", () => {
    const two = deployment("        - name: side\n          image: y\n          securityContext:\n            privileged: true\n");
    expect(explained("manifests", two, {}, { container: "side" }).trail.find(({ decides }) => decides)?.field).toBe("spec.template.spec.containers[1].securityContext.privileged");
    expect(explained("manifests", two, {}).trail.find(({ decides }) => decides)?.field).toBeNull();
  });

  it.each([
    ["a manifest", "manifests", true],
    ["what was rendered", "helm", false],
  ] as const)("says that %s is written or not, and which file it is", (_, engine, written) => {
    expect(explained(engine, deployment(""), {})).toMatchObject({ path: "p.yaml", written, podSecurity: null, systemCalls: { kind: "unknown" } });
  });
});

describe("a container on both sides", () => {
  const sources = { engine: "manifests", files: [] } as const;
  const explainAll = (base: string | null, head: string | null) =>
    pairInventories(base === null ? [] : entriesOf(base), head === null ? [] : entriesOf(head), () => "read").map((pair) => explainPair(pair, states, { base: sources, head: sources }, defaultPolicy));
  const effective = (side: ExplainedSide | null | undefined) => side?.posture.effective ?? null;

  it.each<[string, string | null, string | null, readonly unknown[]]>([
    ["on both", stands.RuntimeDefault, stands.Unconfined, ["app", "weakened", "RuntimeDefault", "Unconfined"]],
    ["that is new", null, stands.RuntimeDefault, ["app", "added", null, "RuntimeDefault"]],
    ["that is gone", stands.RuntimeDefault, null, ["app", "removed", "RuntimeDefault", null]],
  ])("%s", (_, base, head, expected) => {
    expect(explainAll(base, head).map((one) => [one?.container.name, one?.change, effective(one?.base), effective(one?.head)])).toEqual([expected]);
    expect(explainAll(base, head)).toMatchObject([{ was: null, states, target: "manifests:.", workload: { kind: "Pod", name: "it" } }]);
  });

  it("that is on neither is none", () => {
    expect(explainPair({ base: null, head: null, basis: "read", change: "unchanged", by: null }, states, { base: sources, head: sources }, defaultPolicy)).toBeNull();
  });

  it("that was renamed says what it was", () => {
    const [base, head] = [standing("RuntimeDefault"), standing("Unconfined")];
    const renamed = explainPair({ base: { ...base, container: { ...base.container, name: "old" } }, head, basis: "read", change: "weakened", by: ["image"] }, states, { base: sources, head: sources }, defaultPolicy);
    expect(renamed).toMatchObject({ container: { name: "app" }, was: { container: { name: "old" }, by: ["image"] } });
  });
});

describe("the fields of a plain manifest", () => {
  it.each<[string, string, string[]]>([
    ["that are set", `---\n${deployment(unconfined)}`, ["p.yaml:8 exact", "p.yaml:12 exact", "p.yaml:13 exact", "p.yaml:8 exact"]],
    ["that are not: what they would stand in", deployment(""), ["p.yaml:7 exact", "p.yaml:9 exact", "p.yaml:9 exact", "p.yaml:7 exact"]],
  ])("%s", (_, text, expected) => {
    expect(places("manifests", text, {})).toEqual(expected);
  });
});

describe("the fields of a chart's template", () => {
  const template = deployment("          {{- with .Values.context }}\n          securityContext:\n            {{- toYaml . | nindent 12 }}\n          {{- end }}\n", "{{ .Release.Name }}");
  it.each<[string, Files, string[]]>([
    ["that wrote them", { "c/templates/d.yaml": template }, ["c/templates/d.yaml:7 exact", "c/templates/d.yaml:12 exact", "c/templates/d.yaml:13 action", "c/templates/d.yaml:7 exact"]],
    ["that is not at hand", { "c/templates/e.yaml": template }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["that writes everything by one action", { "c/templates/d.yaml": "{{ include \"all\" . }}\n" }, ["c/templates/d.yaml:1 action", "c/templates/d.yaml:1 action", "c/templates/d.yaml:1 action", "c/templates/d.yaml:1 action"]],
  ])("%s", (_, files, expected) => {
    expect(places("helm", `---\n# Source: c/templates/d.yaml\n${deployment(unconfined)}`, files, { path: "c/templates/d.yaml" })).toEqual(expected);
  });
});

describe("the fields of what a kustomization is made of", () => {
  const patch = (body: string, name = "api", kind = "Deployment") => `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n${body}`;
  const output = deployment(unconfined, "prod-api-5h2");
  const inline = `resources: [d.yaml]\npatches:\n  - patch: |\n      kind: Deployment\n      metadata:\n        name: api\n      spec:\n        seccompProfile:\n          privileged: false\n`;
  it.each<[string, string, Files, string[]]>([
    ["a resource", output, { "d.yaml": deployment(unconfined) }, ["d.yaml:7 exact", "d.yaml:11 exact", "d.yaml:12 exact", "d.yaml:7 exact"]],
    ["a patch before the resource it changes, and the resource for what nobody sets", output, { "a.yaml": patch(unconfined), "d.yaml": deployment(confined) }, ["d.yaml:7 exact", "d.yaml:11 exact", "a.yaml:10 exact", "d.yaml:7 exact"]],
    ["a resource that says otherwise, near there", output, { "d.yaml": deployment(confined) }, ["d.yaml:7 exact", "d.yaml:11 exact", "d.yaml:12 file", "d.yaml:7 exact"]],
    ["a patch inside the kustomization", output, { "d.yaml": deployment(""), "kustomization.yaml": inline }, ["d.yaml:7 exact", "d.yaml:9 exact", "kustomization.yaml:8 file", "d.yaml:7 exact"]],
    ["a patch inside one by its other name", output, { "Kustomization": inline }, ["nowhere", "nowhere", "Kustomization:8 file", "nowhere"]],
    ["a patch of something else", output, { "kustomization.yaml": inline.replace("name: api", "name: web") }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["another kind, another name, another container", output, { "a.yaml": patch(unconfined, "api", "StatefulSet"), "b.yaml": deployment(unconfined, "web"), "c.yaml": deployment(unconfined).replace("name: app", "name: side") }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["what the container has another place in", output.replace("        - name: app", "        - name: first\n          image: y\n        - name: app"), { "d.yaml": deployment(unconfined) }, ["d.yaml:7 exact", "d.yaml:11 exact", "d.yaml:12 exact", "d.yaml:7 exact"]],
    ["a resource with a generated name", output, { "d.yaml": deployment(unconfined).replace("name: api", "generateName: prod-") }, ["d.yaml:7 exact", "d.yaml:11 exact", "d.yaml:12 exact", "d.yaml:7 exact"]],
    ["a file of the kustomization that speaks of it nowhere", output, { "other.yaml": inline }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["a patch that names it behind what it says", output, { "kustomization.yaml": "patches:\n  - patch: |\n      seccompProfile: {}\n      name: api\n" }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["a patch with a word that only begins alike", output, { "kustomization.yaml": inline.replace("seccompProfile", "seccompProfiles") }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["a file whose name only begins alike", output, { "kustomization.yaml.bak": inline }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["a patch on one line with its kustomization", output, { "kustomization.yaml": "  name: 'api-5h2'\nseccompProfile: {}\n" }, ["nowhere", "nowhere", "kustomization.yaml:2 file", "nowhere"]],
    ["a name that stands behind other words", output, { "kustomization.yaml": "a: { name: api }\nseccompProfile: {}\n" }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["a name of which the first letter is there", output, { "kustomization.yaml": "name: aqua\nseccompProfile: {}\n" }, ["nowhere", "nowhere", "nowhere", "nowhere"]],
    ["of two resources the one that says the same", output, { "a.yaml": deployment(confined), "b.yaml": deployment(unconfined) }, ["a.yaml:7 exact", "a.yaml:11 exact", "b.yaml:12 exact", "a.yaml:7 exact"]],
    ["the second of two kustomizations", output, { "a/kustomization.yml": "resources: []\n", "b/kustomization.yml": inline }, ["nowhere", "nowhere", "b/kustomization.yml:8 file", "nowhere"]],
  ])("%s", (_, text, files, expected) => {
    expect(places("kustomize", text, files)).toEqual(expected);
  });
});
