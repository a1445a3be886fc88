// Charts of our own, one per feature of `helm template`, each rendered by the real helm too.

import { gzipSync } from "node:zlib";
import type { HelmSettings } from "../../src/core/target.ts";
import { tarOf } from "../render/tar.ts";
import type { Stand } from "../support/tree.ts";

export interface HelmCase {
  readonly name: string;
  readonly files: Readonly<Record<string, Stand>>;
  /** Folder of the chart; `chart` when absent. */
  readonly chart?: string;
  readonly settings?: Partial<HelmSettings>;
}

type Texts = Readonly<Record<string, Stand>>;

const below = (folder: string, files: Texts): Texts => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

const object = (name: string, data: string, kind = "ConfigMap"): string => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\ndata:\n  it: ${data}\n`;

/** A chart `name` whose only template is a ConfigMap around an expression; `more` adds or replaces files. */
const chartOf = (name: string, expression: string, more: Texts = {}, metadata = ""): Texts => ({
  "Chart.yaml": `apiVersion: v2\nname: ${name}\nversion: 1.2.3\nappVersion: "4.5"\n${metadata}`,
  "values.yaml": "",
  "templates/it.yaml": object(`{{ .Release.Name }}-${name}`, expression),
  ...more,
});

const one = (name: string, expression: string, more: Texts = {}, settings: Partial<HelmSettings> = {}, metadata = ""): HelmCase => ({
  name,
  files: below("chart", chartOf("app", expression, more, metadata)),
  settings,
});

const child = chartOf("child", "{{ .Values.size }} {{ .Values.global.zone }} {{ .Chart.Name }}", { "values.yaml": "size: 1\nglobal: { zone: none }\nexports: { shared: { tone: blue } }\n" });
const dependency = (more = ""): string => `dependencies:\n  - name: child\n    version: ">=1.0.0"\n    repository: https://charts.example\n${more}`;
const archive = gzipSync(tarOf(Object.fromEntries(Object.entries(below("child", child)).map(([path, text]) => [path, String(text)]))));

const hook = (name: string, event: string, weight: string): string =>
  `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ${name}\n  annotations:\n    helm.sh/hook: ${event}\n    helm.sh/hook-weight: "${weight}"\nspec: {}\n`;

const schema = JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", type: "object", properties: { count: { type: "integer" } }, required: ["count"] });

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "app.fullname" . }}
  labels: {{- include "app.labels" . | nindent 4 }}
spec:
  template:
    spec:
      securityContext: {{- toYaml .Values.podSecurityContext | nindent 8 }}
      containers:
        {{- range $name, $spec := .Values.containers }}
        - name: {{ $name }}
          image: "{{ $spec.image | default "none" }}:{{ $.Chart.AppVersion }}"
          {{- with $spec.env }}
          env: {{- tpl (toYaml .) $ | nindent 12 }}
          {{- end }}
        {{- end }}
`;

const helpers = `{{- define "app.fullname" -}}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}{{- end }}
{{- define "app.labels" -}}
app: {{ .Chart.Name }}
version: {{ .Chart.Version | quote }}
{{- end }}
`;

const usual: Texts = {
  "values.yaml": "podSecurityContext:\n  seccompProfile: { type: RuntimeDefault }\ncontainers:\n  web: { image: web, env: [{ name: A, value: '{{ .Release.Namespace }}' }] }\n  side: {}\n",
  "templates/it.yaml": deployment,
  "templates/_helpers.tpl": helpers,
  "templates/NOTES.txt": "Thank you for {{ .Chart.Name }}\n",
};

export const helmCases: readonly HelmCase[] = [
  one("helpers, include, tpl, range, with, nindent", "", usual),
  one("values files in order, --set, --set-string, --set-json", "{{ toJson .Values }}", { "values.yaml": "a: 1\nkeep: { x: 1, y: 2 }\n", "first.yaml": "a: 2\nb: { c: 1 }\n", "second.yaml": "a: 3\n" }, {
    valuesFiles: ["chart/first.yaml", "chart/second.yaml"],
    set: ["b.c=3", "list[1]=x", "keep.y=null", "word=a\\,b"],
    setString: ["s=007"],
    setJson: ['j={"k":[1,2]}'],
  }),
  one("--set-file", "{{ .Values.text | quote }}", { "note.txt": "a note\n" }, { setFile: ["text=chart/note.txt"] }),
  one("release, namespace and Kubernetes version", "{{ .Release.Name }} {{ .Release.Namespace }} {{ .Capabilities.KubeVersion.Version }} {{ .Release.IsInstall }}", {}, { release: "mine", namespace: "there", kubeVersion: "1.29.4" }),
  one("API versions", '{{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }} {{ .Capabilities.APIVersions.Has "apps/v1" }} {{ .Capabilities.APIVersions.Has "x.example/v1" }}', {}, { apiVersions: ["monitoring.coreos.com/v1"] }),
  one("files, globs and secrets from them", '{{ list (.Files.Get "conf/a.txt") (.Files.Glob "conf/*").AsConfig (.Files.Glob "conf/*").AsSecrets (.Files.Lines "conf/a.txt") | toJson }}', { "conf/a.txt": "alpha\n", "conf/b.txt": "beta" }),
  one("lookup finds nothing", '{{ lookup "v1" "Secret" "a" "b" | toJson }}'),
  one("arithmetic, dates from values, dictionaries", '{{ list (dict "b" 2 "a" 1) (add 1 2) (list 3 1 2 | sortAlpha | join ",") (toYaml (dict "z" 1 "y" (list 1 2))) | toJson }}'),
  one("several documents, empty ones, comments", "x", { "templates/many.yaml": `${object("a", "1")}---\n# nothing\n---\n---\n${object("b", "2")}` }),
  one("kinds in installation order", "x", { "templates/a-deployment.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d }\n", "templates/z-ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: { name: n }\n", "templates/b.yaml": object("s", "1", "Secret") }),
  one("hooks and tests", "x", { "templates/hooks.yaml": [hook("late", "pre-install,post-upgrade", "5"), hook("early", "pre-install", "-5"), hook("t", "test", "0")].join("---\n") }),
  one("tests left out", "x", { "templates/tests/t.yaml": hook("t", "test", "0") }, { skipTests: true }),
  one("crds are not rendered by default", "x", { "crds/c.yaml": "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: c.x.example }\n" }),
  one("a subchart in a folder", "x", { "values.yaml": "child: { size: 9 }\nglobal: { zone: west }\n", ...below("charts/child", child) }, {}, dependency()),
  one("a packaged subchart", "x", { "values.yaml": "child: { size: 9 }\n", "charts/child-1.2.3.tgz": archive }, {}, dependency()),
  one("an alias", "x", { "values.yaml": "second: { size: 7 }\n", ...below("charts/child", child) }, {}, dependency("    alias: second\n")),
  one("a dependency that is switched off by its condition", "x", { "values.yaml": "child: { enabled: false }\n", ...below("charts/child", child) }, {}, dependency("    condition: child.enabled\n")),
  one("a dependency that is switched off by its tag", "x", { "values.yaml": "tags: { extra: false }\n", ...below("charts/child", child) }, {}, dependency("    tags: [extra]\n")),
  one("values imported from a subchart", "{{ .Values.tone }}", below("charts/child", child), {}, dependency("    import-values: [shared]\n")),
  one("a subchart that nobody declares", "x", below("charts/child", child)),
  one("a library subchart", '{{ include "lib.name" . }}', { "charts/lib/Chart.yaml": "apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n", "charts/lib/templates/_lib.tpl": '{{- define "lib.name" -}}from-lib{{- end }}\n' }),
  one("schema that is satisfied", "x", { "values.yaml": "count: 3\n", "values.schema.json": schema }),
  one("ignored files", '{{ .Files.Get "secret.txt" | quote }}', { ".helmignore": "# nothing\nsecret.txt\ntemplates/off.yaml\n", "secret.txt": "s", "templates/off.yaml": object("off", "1") }),
  one("carriage returns and a byte-order mark", "{{ .Values.a }}", { "values.yaml": "\uFEFFa: 1\r\nb: 2\r\n", "templates/crlf.yaml": object("crlf", "1").replaceAll("\n", "\r\n") }),
  one("null removes a default", "{{ toJson .Values }}", { "values.yaml": "a: { b: 1, c: 2 }\n" }, { setJson: ['a={"b":null}'] }),
  {
    name: "Chart API v1 with requirements.yaml",
    files: below("chart", {
      "Chart.yaml": "name: old\nversion: 0.1.0\napiVersion: v1\n",
      "requirements.yaml": "dependencies:\n  - name: child\n    version: 1.2.3\n    repository: https://charts.example\n    condition: child.enabled\n",
      "values.yaml": "child: { enabled: true }\n",
      "templates/it.yaml": object("it", "{{ .Chart.Name }}"),
      ...below("charts/child", child),
    }),
  },
  { name: "a chart at the root of the repository", files: chartOf("rooted", "{{ .Chart.Name }}"), chart: "." },
  { name: "a chart in a folder named charts", files: below("charts", chartOf("charts", "{{ .Chart.Name }}")), chart: "charts" },
  { name: "a link inside the repository", files: { ...below("chart", chartOf("app", '{{ .Files.Get "shared.txt" | quote }}')), "shared.txt": "shared", "chart/shared.txt": { link: "../shared.txt" } } },
];

/** What both refuse, for the same reason. */
export const helmRefusals: readonly HelmCase[] = [
  one("a template that fails", '{{ fail "never" }}'),
  one("a required value that is missing", '{{ required "need it" .Values.it }}'),
  one("notes that fail", "x", { "templates/NOTES.txt": '{{ fail "in the notes" }}' }),
  one("a template that does not parse", "{{ if }}"),
  one("output that is not YAML", "x", { "templates/bad.yaml": "a: [\n" }),
  one("a schema that is broken by the values", "x", { "values.yaml": "count: three\n", "values.schema.json": schema }),
  one("kubeVersion that does not fit", "x", {}, { kubeVersion: "1.20.0" }, 'kubeVersion: ">=1.25.0"\n'),
  one("an absent dependency", "x", {}, {}, dependency()),
  one("a values file that is missing", "x", {}, { valuesFiles: ["nowhere.yaml"] }),
  one("a values file that is not YAML", "x", { "bad.yaml": "a: [\n" }, { valuesFiles: ["chart/bad.yaml"] }),
  one("a library chart", "x", {}, {}, "type: library\n"),
  { name: "a chart without a name", files: { "chart/Chart.yaml": "apiVersion: v2\nversion: 1.0.0\n", "chart/templates/it.yaml": object("it", "1") } },
];
