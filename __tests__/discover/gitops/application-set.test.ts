import { describe, expect, it } from "@jest/globals";
import { fillTemplate } from "../../../src/discover/gitops/argo-template.ts";
import { asHelm, declared, HERE, summary, type Files } from "./declared.ts";

const set = (generators: string, template: string, more = ""): string => `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all, namespace: argocd}\nspec:\n  ${more}\n  generators:\n  ${generators.replaceAll("\n", "\n  ")}\n  template:\n    ${template.replaceAll("\n", "\n    ")}\n`;
const template = (name: string, path: string): string => `metadata: {name: '${name}'}\nspec: {source: {repoURL: ${HERE}, path: '${path}'}, destination: {namespace: prod}}`;
const kustomization = "namePrefix: a-";
const files: Files = {
  "apps/one/kustomization.yaml": kustomization,
  "apps/two/kustomization.yaml": kustomization,
  "apps/two/deep/kustomization.yaml": kustomization,
  "apps/.hidden/kustomization.yaml": kustomization,
  "apps/old/kustomization.yaml": kustomization,
  "clusters/a/config.json": '{"app": {"name": "one"}, "n": 1}',
  "clusters/b/config.yaml": "- app: {name: two}\n- app: {name: one}\n",
};
const directories = `- git: {repoURL: ${HERE}, directories: [{path: apps/*}, {path: apps/old, exclude: true}]}`;

describe("an ApplicationSet", () => {
  it.each<[string, string, readonly string[]]>([
    ["a list", set("- list: {elements: [{app: one}, {app: two}]}", template("{{app}}", "apps/{{ app }}")), ["kustomize:apps/one@argocd/argocd/one", "kustomize:apps/two@argocd/argocd/two"]],
    ["folders", set(directories, template("{{path.basename}}", "{{path[0]}}/{{path[1]}}")), ["kustomize:apps/one@argocd/argocd/one", "kustomize:apps/two@argocd/argocd/two"]],
    ["folders with Go's templates", set(directories, template("x-{{ index .path.segments 1 | upper | lower }}", "{{ .path.path }}"), "goTemplate: true"), ["kustomize:apps/one@argocd/argocd/x-one", "kustomize:apps/two@argocd/argocd/x-two"]],
    ["files", set(`- git: {repoURL: ${HERE}, files: [{path: "clusters/*.json"}]}`, template("{{app.name}}-{{n}}-{{path.basename}}", "apps/{{app.name}}")), ["kustomize:apps/one@argocd/argocd/one-1-a"]],
    ["lists in files with Go's templates", set(`- git: {repoURL: ${HERE}, files: [{path: "clusters/**/*.yaml"}], values: {where: "{{ .path.basename }}"}}`, template("{{ .app.name }}-{{ .values.where }}", "apps/{{ .app.name }}"), "goTemplate: true"), ["kustomize:apps/one@argocd/argocd/one-b", "kustomize:apps/two@argocd/argocd/two-b"]],
    ["a matrix whose second part uses the first", set(`- matrix:\n    generators:\n    - list: {elements: [{which: one}, {which: two}]}\n    - git: {repoURL: ${HERE}, directories: [{path: 'apps/{{which}}'}]}`, template("{{which}}", "{{path}}")), ["kustomize:apps/one@argocd/argocd/one", "kustomize:apps/two@argocd/argocd/two"]],
    ["nothing", set("- list: {elements: []}", template("a", "apps/one")), []],
  ])("of %s", async (_, text, expected) => {
    expect(await summary({ ...files, "set.yaml": text })).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ["a generator that asks the cluster", set("- clusters: {}", template("a", "apps/one")), "remote-resource: ApplicationSet `argocd/all` uses the generator `clusters`, whose answer depends on what is not in this repository"],
    ["a patch of its template", set(directories, template("a", "apps/one"), "templatePatch: 'x: y'"), "refused: ApplicationSet `argocd/all` patches its template with `templatePatch`, which is not worked out here"],
    ["an expression that we do not know", set(directories, template("{{ if .x }}a{{ end }}", "apps/one"), "goTemplate: true"), "refused: ApplicationSet `argocd/all` has the expression `{{ if .x }}` in its template, which is not worked out here"],
    ["another repository", set("- git: {repoURL: https://git.example.org/x, directories: [{path: '*'}]}", template("a", "apps/one")), "remote-resource: ApplicationSet `argocd/all` takes `.` from `https://git.example.org/x`, which is another repository"],
    ["a selector", set(`${directories}\n  selector: {}`, template("a", "apps/one")), "refused: ApplicationSet `argocd/all` selects among what its generators give, which is not worked out here"],
  ])("with %s cannot be told", async (_, text, expected) => {
    expect(await summary({ ...files, "set.yaml": text })).toEqual([`manifests:set.yaml@argocd/argocd/all ${expected}`]);
  });

  it("is bounded", async () => {
    const many = `{elements: [${Array.from({ length: 1000 }, (_, i) => `{one: '${i}'}`).join()}]}`;
    const matrix = set(`- matrix: {generators: [{list: ${many}}, {list: ${many.replaceAll("one:", "two:")}}]}`, template("{{one}}-{{two}}", "apps/one"));
    expect(await summary({ ...files, "set.yaml": matrix })).toEqual(["manifests:set.yaml@argocd/argocd/all limit: ApplicationSet `argocd/all` makes more than 1000 Applications"]);
  });

  it("fills values, too, and says what decides each", async () => {
    const helm = `metadata: {name: '{{app}}'}\nspec: {source: {repoURL: ${HERE}, path: chart, helm: {valuesObject: {level: '{{level}}'}}}}`;
    const elements = (level: string): string => set(`- list: {elements: [{app: one, level: ${level}}, {app: two, level: low}]}`, helm);
    const [before, after] = await Promise.all(["low", "high"].map((level) => declared({ "chart/Chart.yaml": "name: c", "set.yaml": elements(level) })));
    expect(after?.targets.map((target) => asHelm(target).helm.values)).toEqual([{ level: "high" }, { level: "low" }]);
    expect(after?.targets.map((target, i) => target.declaredBy?.decides === before?.targets[i]?.declaredBy?.decides)).toEqual([false, true]);
  });
});

describe("Go's templates", () => {
  const parameters = { a: { b: "x" }, list: ["p", "q"], empty: "", path: { basename: "My_App" } };
  it.each([
    ["{{ .a.b }}", "x"],
    ["{{.a.b}}-{{ $.a.b }}", "x-x"],
    ["{{ index .list 1 }}", "q"],
    ['{{ index .a "b" }}', "x"],
    ['{{ .none | default "d" }}', "d"],
    ['{{ default "d" .empty }}', "d"],
    ["{{ .path.basename | normalize }}", "my-app"],
    ['{{ .a.b | replace "x" "y" | quote }}', '"y"'],
    ['{{ trimPrefix "My_" .path.basename }}', "App"],
    ["a  {{- .a.b -}}  b", "axb"],
    ['{{ (index .list 0) }}|{{ "}}" }}', "p|}}"],
  ])("%s", (source, expected) => {
    expect(fillTemplate(source, parameters, true)).toEqual({ kind: "value", value: expected });
  });

  it.each(["{{ .none }}", "{{ range .list }}", "{{ .a }}", "{{ exec .a.b }}", "{{ constructor }}", "{{ .a.b.__proto__ }}", "{{ }}"])("%s is not worked out", (source) => {
    expect(fillTemplate(source, parameters, true)).toEqual({ kind: "unknown", expression: source });
  });
});
