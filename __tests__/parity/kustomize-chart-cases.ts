// Charts in kustomizations: Kustomize runs helm for them, and ours is its own helm.

import { below, chartOf, packed } from "./helm-case.ts";
import { base, over, type KustomizeCase, type Texts } from "./kustomize-case.ts";

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: "{{ .Release.Name }}-app", namespace: "{{ .Release.Namespace }}" }
spec:
  template:
    spec:
      containers: [{ name: app, image: "registry.example/app:{{ .Values.tag }}", args: {{ toJson .Values.args }} }]
`;
const chart = chartOf("app", "{{ toJson .Values | quote }}", {
  "values.yaml": "tag: '1'\nargs: [a]\nnested: { x: 1, y: 2 }\n",
  "templates/deployment.yaml": deployment,
  "templates/versions.yaml": 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: "{{ .Release.Name }}-versions" }\ndata: { apis: "{{ .Capabilities.APIVersions.Has "x.example/v1" }}", kube: "{{ if semverCompare ">=1.29.0-0 <1.30.0-0" .Capabilities.KubeVersion.Version }}29{{ else }}other{{ end }}" }\n',
  "templates/hook.yaml": "apiVersion: batch/v1\nkind: Job\nmetadata: { name: hook, annotations: { helm.sh/hook: pre-install } }\n",
  "templates/tests/test.yaml": "apiVersion: v1\nkind: Pod\nmetadata: { name: test, annotations: { helm.sh/hook: test } }\n",
  "crds/crd.yaml": "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: things.x.example }\nspec: { group: x.example, names: { kind: Thing, plural: things }, scope: Namespaced, versions: [] }\n",
});

const vendored = below("over/charts/app", chart);
const charts = (fields: string, more: Texts = {}, rest = ""): Pick<KustomizeCase, "files"> => ({ files: { ...vendored, "over/kustomization.yaml": `helmCharts:\n  - name: app\n${fields.replace(/^(?=.)/gm, "    ")}${rest}`, ...more } });
const named = (name: string, fields: string, more: Texts = {}, rest = ""): KustomizeCase => ({ name: `a chart ${name}`, ...charts(fields, more, rest) });
const inline = "valuesInline:\n  tag: '2'\n  args: [b, c]\n  nested: { y: 3, z: 4 }\n";
const valuesFile = { "over/mine.yaml": "tag: '3'\nnested: { y: 5, w: 6 }\nargs: [d]\n" };

/** Cases of charts. */
export const kustomizeChartCases: readonly KustomizeCase[] = [
  named("with its own values", "releaseName: r\n"),
  named("without a name for the release", "version: 1.2.3\n"),
  named("with inline values", `releaseName: r\n${inline}`),
  named("with a values file", "releaseName: r\nvaluesFile: mine.yaml\n", valuesFile),
  named("with a values file and inline values, which win", `releaseName: r\nvaluesFile: mine.yaml\n${inline}`, valuesFile),
  named("with valuesMerge: merge", `releaseName: r\nvaluesFile: mine.yaml\nvaluesMerge: merge\n${inline}`, valuesFile),
  named("with valuesMerge: override", `releaseName: r\nvaluesFile: mine.yaml\nvaluesMerge: override\n${inline}`, valuesFile),
  named("with valuesMerge: replace", `releaseName: r\nvaluesFile: mine.yaml\nvaluesMerge: replace\n${inline}`, valuesFile),
  named("with additional values files", `releaseName: r\n${inline}additionalValuesFiles: [mine.yaml, more.yaml]\n`, { ...valuesFile, "over/more.yaml": "tag: '4'\nnested: { x: null }\n" }),
  named("with null among its inline values", "releaseName: r\nvaluesInline: { nested: { x: null }, args: null }\n"),
  named("with numbers among its inline values", "releaseName: r\nvaluesInline: { args: [1000000, 1.5, true, '007'], nested: { big: 12345678901 } }\n"),
  named("with its definitions", "releaseName: r\nincludeCRDs: true\n"),
  named("in a namespace of its own", "releaseName: r\nnamespace: mine\n"),
  named("in a namespace of its own, below one of the kustomization", "releaseName: r\nnamespace: mine\n", {}, "namespace: outer\n"),
  named("in the namespace of the kustomization", "releaseName: r\n", {}, "namespace: outer\n"),
  named("without hooks", "releaseName: r\nskipHooks: true\n"),
  named("without tests", "releaseName: r\nskipTests: true\n"),
  named("for a version of Kubernetes, with more APIs", "releaseName: r\nkubeVersion: 1.29.4\napiVersions: [x.example/v1]\n"),
  named("with a template for its name", "nameTemplate: made\n"),
  named("with prefix, labels, images and patches on top", "releaseName: r\n", {}, "namePrefix: p-\ncommonAnnotations: { a: b }\nimages: [{ name: registry.example/app, newTag: '9' }]\npatches: [{ target: { kind: Deployment }, patch: '[{ \"op\": \"add\", \"path\": \"/spec/replicas\", \"value\": 2 }]' }]\n"),
  named("beside resources and generators", "releaseName: r\n", { ...base }, "resources: [../base]\nconfigMapGenerator: [{ name: settings, literals: [a=b] }]\n"),
  named("twice", "releaseName: r\nskipHooks: true\n", {}, "  - name: app\n    releaseName: s\n    valuesInline: { tag: s }\n    skipHooks: true\n    namespace: second\n"),
  named("that renders nothing", "releaseName: r\nvaluesInline: { silent: true }\n", { ...base, ...below("over/charts/app", { "templates/it.yaml": "{{- if not .Values.silent }}\na: 1\n{{- end }}\n", "templates/deployment.yaml": "", "templates/versions.yaml": "", "templates/hook.yaml": "", "templates/tests/test.yaml": "" }) }, "resources: [../base]\n"),
  { ...named("in another home", "releaseName: r\n"), files: { ...below("vendor/app", chart), "over/kustomization.yaml": "helmGlobals: { chartHome: ../vendor }\nhelmCharts: [{ name: app, releaseName: r }]\n" } },
  { ...named("whose home names its version", "releaseName: r\n"), files: { ...below("over/charts/app-1.2.3/app", chart), "over/kustomization.yaml": "helmCharts: [{ name: app, releaseName: r, version: 1.2.3, repo: 'https://charts.example' }]\n" } },
  { name: "the legacy helmChartInflationGenerator", files: { ...vendored, "over/kustomization.yaml": "helmChartInflationGenerator: [{ chartName: app, releaseName: r, releaseNamespace: space, values: mine.yaml }]\n", ...valuesFile } },
  { name: "HelmChartInflationGenerator in a file", files: { ...vendored, "over/kustomization.yaml": "generators: [g.yaml]\nnamePrefix: p-\n", "over/g.yaml": "apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: { name: g }\nname: app\nreleaseName: r\nvaluesInline: { tag: '7' }\nincludeCRDs: true\n" } },
  { name: "HelmChartInflationGenerator in the kustomization", files: { ...vendored, "over/kustomization.yaml": "generators:\n  - |-\n    apiVersion: builtin\n    kind: HelmChartInflationGenerator\n    metadata: { name: g }\n    name: app\n    releaseName: r\n" } },
  { name: "a chart of a base, below an overlay", files: { ...below("mid/charts/app", chart), "mid/kustomization.yaml": "helmCharts: [{ name: app, releaseName: r, skipTests: true }]\n", "over/kustomization.yaml": "resources: [../mid]\nnamespace: outer\nnameSuffix: -o\n" } },
  { name: "a chart of a component", files: { ...base, ...below("part/charts/app", chart), "part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nhelmCharts: [{ name: app, releaseName: r }]\n", "over/kustomization.yaml": "resources: [../base]\ncomponents: [../part]\n" } },
  { name: "origin annotations of a chart", files: { ...vendored, "over/kustomization.yaml": "buildMetadata: [originAnnotations]\nhelmCharts: [{ name: app, releaseName: r }]\n" }, differs: "the annotations name the file that ours puts in the place of the chart, and not the generator" },
  // What kustomize itself would pull.
  { name: "a chart that is elsewhere, from the chart cache", files: { "over/kustomization.yaml": "helmCharts: [{ name: app, releaseName: r, version: 1.2.3, repo: 'https://charts.example' }]\n", "cache/app-1.2.3.tgz": packed("app", chart) }, charts: ["cache/app-1.2.3.tgz"], vendored: below("over/charts/app-1.2.3/app", chart) },
  { name: "a chart that is elsewhere, from the repository", files: { "over/kustomization.yaml": "helmCharts: [{ name: app, releaseName: r, version: 1.2.3, repo: 'oci://registry.example' }]\n", ...below("apps/app", chart) }, charts: ["apps/app"], vendored: below("over/charts/app-1.2.3/app", chart) },
];

/** Cases of charts that both refuse. */
export const kustomizeChartRefusals: readonly KustomizeCase[] = [
  { ...named("that is nowhere", ""), files: { "over/kustomization.yaml": "helmCharts: [{ name: nowhere, releaseName: r }]\n" } },
  { ...named("of a remote repository", ""), files: { "over/kustomization.yaml": "helmCharts: [{ name: app, version: 1.0.0, repo: 'https://charts.example' }]\n" } },
  named("whose template fails", "releaseName: r\n", { "over/charts/app/templates/it.yaml": '{{ fail "never" }}' }),
  named("with a values file that is missing", "releaseName: r\nvaluesFile: nowhere.yaml\n"),
  named("with an additional values file that is missing", "releaseName: r\nadditionalValuesFiles: [nowhere.yaml]\n"),
  named("with valuesMerge that is none", "releaseName: r\nvaluesMerge: other\n"),
  named("with a name for its release that no object may have", "releaseName: Not_A_Name\n"),
  { ...named("without a name", ""), files: { "over/kustomization.yaml": "helmCharts: [{ releaseName: r }]\n" } },
  over("a chart with an absent dependency", "helmCharts: [{ name: app, releaseName: r }]\n", below("over/charts/app", chartOf("app", "x", {}, "dependencies: [{ name: other, version: 1.0.0, repository: 'https://charts.example' }]\n"))),
];
