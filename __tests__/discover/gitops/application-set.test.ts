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
    ["files below a folder, but for some", set(`- git: {repoURL: ${HERE}, files: [{path: clusters}, {path: "*.yaml", exclude: true}]}`, template("{{app.name}}", "apps/{{app.name}}")), ["kustomize:apps/one@argocd/argocd/one"]],
    ["lists in files with Go's templates", set(`- git: {repoURL: ${HERE}, files: [{path: "clusters/**/*.yaml"}], values: {where: "{{ .path.basename }}"}}`, template("{{ .app.name }}-{{ .values.where }}", "apps/{{ .app.name }}"), "goTemplate: true"), ["kustomize:apps/one@argocd/argocd/one-b", "kustomize:apps/two@argocd/argocd/two-b"]],
    ["a matrix whose second part uses the first", set(`- matrix:\n    generators:\n    - list: {elements: [{which: one}, {which: two}]}\n    - git: {repoURL: ${HERE}, directories: [{path: 'apps/{{which}}'}]}`, template("{{which}}", "{{path}}")), ["kustomize:apps/one@argocd/argocd/one", "kustomize:apps/two@argocd/argocd/two"]],
    ["a merge of a list over folders", set(`- merge:\n    mergeKeys: [path.basename]\n    generators:\n    - git: {repoURL: ${HERE}, directories: [{path: apps/one}, {path: apps/two}], values: {suffix: a}}\n    - list: {elements: [{path.basename: two, values: {suffix: b}}, {path.basename: three}]}`, template("{{path.basename}}-{{values.suffix}}", "{{path}}")), ["kustomize:apps/one@argocd/argocd/one-a", "kustomize:apps/two@argocd/argocd/two-b"]],
    ["a merge with Go's templates", set("- merge:\n    mergeKeys: [app]\n    generators:\n    - list: {elements: [{app: one, values: {x: a, y: b}}, {app: two, values: {x: a}}]}\n    - list: {elements: [{app: one, values: {x: c}}]}", template("{{ .app }}-{{ .values.x }}", "apps/{{ .app }}"), "goTemplate: true"), ["kustomize:apps/one@argocd/argocd/one-c", "kustomize:apps/two@argocd/argocd/two-a"]],
    ["what a selector keeps by labels", set("- list: {elements: [{app: one, env: prod}, {app: two, env: dev}]}\n  selector: {matchLabels: {env: prod}}", template("{{app}}", "apps/{{app}}")), ["kustomize:apps/one@argocd/argocd/one"]],
    ["what a selector keeps by expressions", set("- list: {elements: [{app: one, meta: {env: prod}}, {app: two, meta: {env: dev}}, {app: old}]}\n  selector: {matchExpressions: [{key: meta.env, operator: NotIn, values: [dev]}, {key: app, operator: In, values: [one, two]}, {key: meta.env, operator: Exists}, {key: other, operator: DoesNotExist}]}", template("{{ .app }}", "apps/{{ .app }}"), "goTemplate: true"), ["kustomize:apps/one@argocd/argocd/one"]],
    ["nothing", set("- list: {elements: []}", template("a", "apps/one")), []],
  ])("of %s", async (_, text, expected) => {
    expect(await summary({ ...files, "set.yaml": text })).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ["a generator that asks the cluster", set("- clusters: {}", template("a", "apps/one")), "remote-resource: ApplicationSet `argocd/all` uses the generator `clusters`, whose answer depends on what is not in this repository"],
    ["a patch of its template", set(directories, template("a", "apps/one"), "templatePatch: 'x: y'"), "refused: ApplicationSet `argocd/all` patches its template with `templatePatch`, which is not worked out here"],
    ["an expression that we do not know", set(directories, template("{{ if .x }}a{{ end }}", "apps/one"), "goTemplate: true"), "refused: ApplicationSet `argocd/all` has the expression `{{ if .x }}` in its template, which is not worked out here"],
    ["another repository", set("- git: {repoURL: https://git.example.org/x, directories: [{path: '*'}]}", template("a", "apps/one")), "remote-resource: ApplicationSet `argocd/all` takes `.` from `https://git.example.org/x`, which is another repository"],
    ["a selector that Argo CD refuses", set(`${directories}\n  selector: {matchExpressions: [{key: a, operator: Like}]}`, template("a", "apps/one")), "render-failed: ApplicationSet `argocd/all` selects with an operator that Argo CD does not have"],
    ["a merge by what is the same", set("- merge:\n    mergeKeys: [none]\n    generators:\n    - list: {elements: [{app: one}, {app: two}]}\n    - list: {elements: [{app: one}]}", template("{{app}}", "apps/{{app}}")), "render-failed: ApplicationSet `argocd/all` merges by `none`, of which two sets of parameters have the same, which Argo CD refuses"],
    ["a merge of what is empty", set("- merge:\n    mergeKeys: [app]\n    generators:\n    - list: {elements: [{app: one, x: a}]}\n    - list: {elements: [{app: one, x: ''}]}", template("{{ .app }}", "apps/{{ .app }}"), "goTemplate: true"), "refused: ApplicationSet `argocd/all` merges parameters that are empty, which is not worked out here"],
    ["two generators in one entry", set(`${directories}\n  list: {elements: [{app: one}]}`, template("a", "apps/one")), "refused: ApplicationSet `argocd/all` has the generators `git`, `list` in one entry, which is not worked out here"],
    ["elements that are no list", set("- list: {elementsYaml: '{{ .x }}'}", template("a", "apps/one")), "yaml: ApplicationSet `argocd/all` has `elementsYaml` that is no list in YAML that can be read"],
    ["folders that nobody can tell", set(`- git: {repoURL: ${HERE}, directories: [{path: 'apps/[a-]*'}]}`, template("a", "apps/one")), "refused: ApplicationSet `argocd/all` has a git generator that names `apps/[a-]*`, which has a class in brackets that has a `-` of which it is not clear what it means; write it as `\\-`"],
    ["files that nobody can tell", set(`- git: {repoURL: ${HERE}, files: [{path: ':(icase)a*'}]}`, template("a", "apps/one")), "refused: ApplicationSet `argocd/all` has a git generator that names `:(icase)a*`, which begins with `:`, the magic of pathspecs, which is not worked out here"],
    ["an Application without a name", set("- list: {elements: [{app: ''}]}", template("{{app}}", "apps/one")), "render-failed: ApplicationSet `argocd/all` makes an Application without a name"],
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
  const parameters = { a: { b: "x" }, list: ["p", "q"], where: "a/b/c", empty: "", path: { basename: "My_App" } };
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
    ['{{ .path.basename | lower | trunc 3 }}', "my_"],
    ['{{ trunc -3 .path.basename }}', "App"],
    ['{{ base .where }}-{{ dir .where }}-{{ .where | dir | base }}', "c-a/b-b"],
    ['{{ join "-" .list }}-{{ first .list }}-{{ splitList "/" .where | last }}', "p-q-p-c"],
    ['{{ printf "%s-%d-%v%%" .a.b 3 .where }}', "x-3-a/b/c%"],
    ["a  {{- .a.b -}}  b", "axb"],
    ['{{ (index .list 0) }}|{{ "}}" }}', "p|}}"],
  ])("%s", (source, expected) => {
    expect(fillTemplate(source, parameters, true)).toEqual({ kind: "value", value: expected });
  });

  it.each(["{{ .none }}", "{{ range .list }}", "{{ .a }}", "{{ exec .a.b }}", "{{ constructor }}", "{{ printf \"%d\" .a.b }}", "{{ printf \"%5s\" .a.b }}", "{{ printf \"%s\" }}", "{{ regexReplaceAll \"a\" .where \"b\" }}", "{{ .a.b.__proto__ }}", "{{ }}"])("%s is not worked out", (source) => {
    expect(fillTemplate(source, parameters, true)).toEqual({ kind: "unknown", expression: source });
  });
});
