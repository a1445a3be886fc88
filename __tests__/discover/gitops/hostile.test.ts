import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decodeBase64 } from "../../../src/discover/gitops/referenced-data.ts";
import { isPinned, isThisRepository } from "../../../src/discover/gitops/this-repository.ts";
import { declared, summary } from "./declared.ts";

const object = (apiVersion: string, kind: string, spec: unknown, name = "a"): string => JSON.stringify({ apiVersion, kind, metadata: { name }, spec });

describe("hostile objects", () => {
  const fields = ["path", "sourceRef", "chart", "spec", "chartRef", "values", "valuesFrom", "postBuild", "substituteFrom", "substitute", "patches", "images", "components", "source", "sources", "helm", "kustomize", "directory", "repoURL", "generators", "list", "git", "matrix", "elements", "directories", "files", "template", "metadata", "name", "kind", "destination", "namespace", "postRenderers", "goTemplate", "targetPath", "parameters", "valueFiles", "ref", "__proto__"];
  const json = fc.letrec((tie) => ({
    leaf: fc.oneof(fc.constantFrom("a", ".", "..", "/", "{{a}}", "{{ .a }}", "${A}", "**", "(a*)*", "GitRepository", "HelmRepository", "ConfigMap", "$ref/x", ""), fc.integer(), fc.boolean(), fc.constant(null)),
    node: fc.oneof({ depthSize: "small" }, tie("leaf"), fc.array(tie("node"), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...fields), tie("node"), { maxKeys: 5 })),
  })).node;

  it("never throw, whatever their types", async () => {
    const kinds = [["kustomize.toolkit.fluxcd.io/v1", "Kustomization"], ["helm.toolkit.fluxcd.io/v2", "HelmRelease"], ["argoproj.io/v1alpha1", "Application"], ["argoproj.io/v1alpha1", "ApplicationSet"], ["source.toolkit.fluxcd.io/v1", "GitRepository"], ["source.extensions.fluxcd.io/v1beta1", "ArtifactGenerator"]] as const;
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...kinds), json), { minLength: 1, maxLength: 3 }), async (objects) => {
      const text = objects.map(([[apiVersion, kind], spec]) => object(apiVersion, kind, spec)).join("\n---\n");
      const { targets } = await declared({ "a/x.yaml": text, "a/kustomization.yaml": text.replace(/^.*$/s, "resources: [x.yaml]") }, { repositories: [] });
      expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length);
    }), { numRuns: 300 });
  });

  it("made large by aliases are named, not worked with", async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `  l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join()}]`);
    const bomb = `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a}\nspec:\n  l0: &l0 x\n${levels.join("\n")}\n`;
    expect(await summary({ "a.yaml": bomb })).toEqual([expect.stringContaining("limit: HelmRelease `a` has more than 100,000 parts")]);
  });

  it("in charts, in excluded paths and in other tools' templates are none", async () => {
    const app = object("argoproj.io/v1alpha1", "Application", { source: { path: "." } });
    const { targets } = await declared({ "c/Chart.yaml": "name: c", "c/templates/a.yaml": app, "out/a.yaml": app, "t.yaml": app.replace('"a"', '"{{ .Values.x }}"'), "broken.yaml": `${app}\n  {{ if }}` }, {}, (path) => path.startsWith("out/"));
    expect(targets).toEqual([]);
  });

  it("in a List are all found", async () => {
    const items = ["a", "b"].map((name) => JSON.parse(object("argoproj.io/v1alpha1", "Application", { source: { path: ".", repoURL: "x" } }, name)));
    expect((await declared({ "l.json": JSON.stringify({ apiVersion: "v1", kind: "List", items }) })).targets.map(({ declaredBy }) => declaredBy?.name)).toEqual(["a", "b"]);
  });
});

describe("endless texts", () => {
  const n = 300_000;
  const address = `https://x${"/".repeat(n)}y`;
  const flux = (kind: string, apiVersion: string, spec: unknown) => object(apiVersion, kind, spec);
  const set = (template: unknown, goTemplate: boolean) => object("argoproj.io/v1alpha1", "ApplicationSet", { goTemplate, generators: [{ list: { elements: [{ a: "b" }] } }], template });
  it.each<[string, string]>([
    ["an address of slashes", object("argoproj.io/v1alpha1", "Application", { source: { repoURL: address, path: "." } })],
    ["a path of slashes for a generator", object("argoproj.io/v1alpha1", "ApplicationSet", { generators: [{ git: { repoURL: "x", files: [{ path: `a${"/".repeat(n)}b` }] } }], template: {} })],
    ["a template of braces", set({ metadata: { name: "{{".repeat(n) } }, false)],
    ["a template of blanks", set({ metadata: { name: `{{${" ".repeat(n)}{` } }, false)],
    ["a Go template of blanks", set({ metadata: { name: `a${" ".repeat(n)}b{{ .a }}` } }, true)],
    ["a Go template of quotes", set({ metadata: { name: `{{ ${'\\"'.repeat(n)} }}` } }, true)],
    ["a Go template of parentheses", set({ metadata: { name: `{{ ${"(".repeat(n)} }}` } }, true)],
    ["inline values of blanks", object("argoproj.io/v1alpha1", "Application", { source: { repoURL: "x", path: ".", helm: { values: `${"\n".repeat(n)}!` } } })],
    ["a repository of slashes", `${flux("HelmRepository", "source.toolkit.fluxcd.io/v1", { url: address })}\n---\n${flux("HelmRelease", "helm.toolkit.fluxcd.io/v2", { chart: { spec: { chart: "a", sourceRef: { kind: "HelmRepository", name: "a" } } } })}`],
  ])("as %s are read at once", async (_, text) => {
    const begin = process.cpuUsage();
    await declared({ "a.yaml": text, "b/x.yaml": "a: 1" }, { repositories: ["https://x/y"] });
    expect(process.cpuUsage(begin).user).toBeLessThan(10_000_000); // microseconds
  });

  it.each<[string, unknown]>([
    ["a selector of blanks", { labelSelector: "\t".repeat(n) + "=" }],
    ["a name of stars", { name: ".*.*.*.*x" }],
  ])("%s of a patch are read at once", async (_, target) => {
    const begin = process.cpuUsage();
    const kustomization = JSON.stringify({ resources: ["x.yaml"], patches: [{ target, patch: "[]" }] });
    await declared({ "a/kustomization.yaml": kustomization, "a/x.yaml": object("argoproj.io/v1alpha1", "Application", { source: { path: "." } }, "a".repeat(n)) }, {});
    expect(process.cpuUsage(begin).user).toBeLessThan(10_000_000); // microseconds
  });
});

describe("addresses", () => {
  const known = ["https://github.com/Org/Repo"];
  it.each(["https://github.com/org/repo.git", "git@github.com:Org/Repo.git", "ssh://git@github.com/org/repo", "ssh://git@ssh.github.com:443/org/repo.git", "https://user:token@GITHUB.com/org/repo/", "http://github.com/org/repo"])("%s is the same", (address) => {
    expect(isThisRepository(address, known)).toBe(true);
  });
  it.each(["https://github.com/org/repo2", "https://gitlab.com/org/repo", "https://github.com.example.org/org/repo", "", "repo"])("%s is another", (address) => {
    expect(isThisRepository(address, known)).toBe(false);
  });
  it("nothing is known without one", () => expect(isThisRepository("https://a/b", [])).toBeNull());
  it.each<[string, boolean]>([["", false], ["HEAD", false], ["main", false], ["release-1.2", false], ["v1.2.3", true], ["1.x", true], ["refs/tags/a", true], [">=1.0.0", true], ["0123456789".repeat(4), true]])("the revision %s is pinned: %s", (revision, pinned) => expect(isPinned(revision)).toBe(pinned));
});

describe("base64", () => {
  it("is read as it was written", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect(decodeBase64(Buffer.from(text).toString("base64"))).toBe(Buffer.from(text).toString("utf8"))));
  });
  it.each(["*", "/w=="])("%s is none", (encoded) => expect(decodeBase64(encoded)).toBeNull());
});
