// What both refuse.

import { below, chartOf, child, dependency, object, one, type HelmCase, type Texts } from "./helm-case.ts";
import { helmSchemaRefusals } from "./helm-schema-cases.ts";

const bad = (name: string, files: Texts): HelmCase => ({ name, files: below("chart", { ...chartOf("app", "x"), ...files }) });

/** Cases that both refuse, for the same reason. */
export const helmRefusals: readonly HelmCase[] = [
  one("a template that fails", '{{ fail "never" }}'),
  one("a required value that is missing", '{{ required "need it" .Values.it }}'),
  one("notes that fail", "x", { "templates/NOTES.txt": '{{ fail "in the notes" }}' }),
  one("notes of a subchart that fail", "x", below("charts/child", chartOf("child", "x", { "templates/NOTES.txt": '{{ fail "in the notes" }}' }))),
  one("a template that does not parse", "{{ if }}"),
  one("a partial that does not parse", "x", { "templates/_h.tpl": '{{ define "a" }}' }),
  one("a function that Helm does not have", "{{ env \"HOME\" }}"),
  one("a template that is nowhere", '{{ include "nowhere" . }}'),
  one("a template that calls itself for ever", '{{ include "again" . }}', { "templates/_h.tpl": '{{ define "again" }}{{ include "again" . }}{{ end }}' }),
  one("a field of what is not there", "{{ .Values.a.b.c }}"),
  one("a field of a text", "{{ .Values.a.b }}", { "values.yaml": "a: text\n" }),
  one("an index out of range", "{{ index .Values.l 5 }}", { "values.yaml": "l: [1]\n" }),
  one("tpl that fails", '{{ tpl "{{ fail \\"inside\\" }}" . }}'),
  one("a conversion that must work", '{{ mustFromJson "{" }}'),
  one("output that is not YAML", "x", { "templates/bad.yaml": "a: [\n" }),
  one("output that is not YAML, in the second document", "x", { "templates/bad.yaml": `${object("a", "1")}---\na: b: c\n` }),
  one("kubeVersion that does not fit", "x", {}, { kubeVersion: "1.20.0" }, 'kubeVersion: ">=1.25.0"\n'),
  one("kubeVersion of a subchart that does not fit", "x", below("charts/child", chartOf("child", "{{ if semverCompare \"<1.25.0\" .Capabilities.KubeVersion.Version }}{{ fail \"too old\" }}{{ end }}")), { kubeVersion: "1.20.0" }),
  one("kubeVersion that is no version", "x", {}, { kubeVersion: "new" }),
  one("an absent dependency", "x", {}, {}, dependency()),
  one("an absent dependency beside one that is there", "x", below("charts/child", child), {}, `${dependency()}  - { name: other, version: 1.0.0, repository: 'https://charts.example' }\n`),
  one("a values file that is missing", "x", {}, { valuesFiles: ["nowhere.yaml"] }),
  one("a values file that is not YAML", "x", { "bad.yaml": "a: [\n" }, { valuesFiles: ["chart/bad.yaml"] }),
  one("a values file that is a list", "x", { "bad.yaml": "- a\n" }, { valuesFiles: ["chart/bad.yaml"] }),
  one("values of the chart that are not YAML", "x", { "values.yaml": "a: [\n" }),
  one("--set that cannot be read", "x", {}, { set: ["a[x]=1"] }),
  one("--set-json that is not JSON", "x", {}, { setJson: ["a={"] }),
  one("--set-file of a file that is missing", "x", {}, { setFile: ["a=nowhere.txt"] }),
  one("a name of a release that no object may have", "x", {}, { release: "Not_A_Name" }),
  one("a library chart", "x", {}, {}, "type: library\n"),
  bad("a chart without a name", { "Chart.yaml": "apiVersion: v2\nversion: 1.0.0\n" }),
  bad("a chart without a version", { "Chart.yaml": "apiVersion: v2\nname: app\n" }),
  bad("a chart of a version that is none", { "Chart.yaml": "apiVersion: v2\nname: app\nversion: one\n" }),
  bad("a chart of a type that is none", { "Chart.yaml": "apiVersion: v2\nname: app\nversion: 1.0.0\ntype: other\n" }),
  { ...bad("a chart of an API that nobody knows", { "Chart.yaml": "apiVersion: v9\nname: app\nversion: 1.0.0\n" }), helm3: "it does not look" },
  bad("a file among the subcharts that is no chart", { "charts/README.md": "# no\n" }),
  // Helm's patterns with ! ignore everything that they do not name: helm/helm: pkg/ignore/rules.go
  bad("everything ignored but one file", { ".helmignore": "!keep.txt\n", "keep.txt": "k" }),
  bad("a Chart.yaml that is not YAML", { "Chart.yaml": "a: [\n" }),
  bad("a packaged subchart that is no archive", { "charts/child-1.2.3.tgz": "no archive" }),
  bad("a subchart without a Chart.yaml", { "charts/child/values.yaml": "a: 1\n" }),
  { name: "a folder without a chart", files: { "chart/values.yaml": "a: 1\n" } },
  { name: "an archive that is none", files: { "app-1.0.0.tgz": "no archive" }, chart: "app-1.0.0.tgz" },
  ...helmSchemaRefusals,
];
