// What templates may do.

import { below, chartOf, object, one, type HelmCase, type Texts } from "./helm-case.ts";

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

const metadata = "description: About it\nhome: https://home.example\nkeywords: [a, b]\nsources: [https://source.example]\nicon: https://icon.example/i.png\ndeprecated: true\nannotations: { x/y: z }\nmaintainers: [{ name: M, email: m@example.org }]\nkubeVersion: '>=1.20.0-0'\n";

/** Cases of templates. */
export const helmTemplateCases: readonly HelmCase[] = [
  one("helpers, include, tpl, range, with, nindent", "", usual),
  one("release, namespace and Kubernetes version", "{{ .Release.Name }} {{ .Release.Namespace }} {{ .Capabilities.KubeVersion.Version }} {{ .Release.IsInstall }}", {}, { release: "mine", namespace: "there", kubeVersion: "1.29.4" }),
  one("everything about the release and the cluster", "v {{ toJson .Release }} {{ .Capabilities.KubeVersion }} {{ .Capabilities.KubeVersion.Major }} {{ .Capabilities.KubeVersion.Minor }}", {}, { kubeVersion: "v1.30.1-gke.123" }),
  { ...one("an upgrade", "{{ .Release.IsInstall }} {{ .Release.IsUpgrade }} {{ .Release.Revision }}"), more: { isUpgrade: true } },
  one("API versions", '{{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }} {{ .Capabilities.APIVersions.Has "apps/v1" }} {{ .Capabilities.APIVersions.Has "x.example/v1" }} {{ .Capabilities.APIVersions.Has "apps/v1/Deployment" }}', {}, { apiVersions: ["monitoring.coreos.com/v1", "x.example/v2/Thing"] }),
  one("all API versions that are built in", "{{ join \",\" .Capabilities.APIVersions | quote }}", {}, { apiVersions: ["z.example/v1", "a.example/v1"] }),
  { ...one("the version of Helm", "{{ .Capabilities.HelmVersion.Version }}"), helm3: "each says its own version" },
  one("everything about the chart", "c {{ .Chart.Name }} {{ .Chart.AppVersion }} {{ .Chart.APIVersion }} {{ .Chart.KubeVersion }} {{ .Chart.Keywords | join \",\" }} {{ .Chart.Annotations }} {{ .Chart.Deprecated }} {{ (index .Chart.Maintainers 0).Name }} {{ .Chart.IsRoot }} {{ .Chart.Type }}", {}, {}, metadata),
  { ...one("the chart as JSON", "{{ toJson .Chart }}", {}, {}, metadata), helm3: "it writes the names of Chart.yaml, Helm 4 those of templates" },
  one("the template's own names", "{{ .Template.Name }} {{ .Template.BasePath }}", { ...below("charts/child", chartOf("child", "{{ .Template.Name }} {{ .Template.BasePath }} {{ .Chart.IsRoot }}")) }),
  one("what a subchart is to its parent", "{{ .Subcharts.child.Chart.Name }} {{ .Subcharts.child.Values.a }}", below("charts/child", chartOf("child", "x", { "values.yaml": "a: 5\n" }))),
  one("lookup finds nothing", '{{ lookup "v1" "Secret" "a" "b" | toJson }}'),
  one("lookup of a list", '{{ range (lookup "v1" "Secret" "a" "").items }}{{ .metadata.name }}{{ else }}none{{ end }}'),
  one("arithmetic, dates from values, dictionaries", '{{ list (dict "b" 2 "a" 1) (add 1 2) (list 3 1 2 | sortAlpha | join ",") (toYaml (dict "z" 1 "y" (list 1 2))) | toJson }}'),
  one("conversions", '{{ list (fromYaml "a: {b: 1}") (fromYamlArray "[1, x]") (fromJson "{\\"a\\": 1.50}") (fromJsonArray "[null]") (toToml (dict "a" (dict "b" "c"))) (fromToml "a = 1\\nb = \'x\'") (fromYaml "a: [") | toJson | quote }}'),
  one("prettier conversions", "{{ list (toPrettyJson (dict \"a\" 1)) (toRawJson (dict \"a\" \"<>\")) (mustToJson (list 1)) | toJson }}"),
  one("texts", '{{ list ("a b" | snakecase) ("x" | b64enc) ("eA==" | b64dec) ("abc" | sha256sum) ("a,b" | splitList ",") (regexReplaceAll "a(.)" "abac" "$1") ("v1.2.3" | semver).Minor (semverCompare "^1.2" "1.3.0") (title "ab cd") (untitle "Ab") (wrap 3 "a b c") ("ü" | upper) | toJson }}'),
  one("lists and dictionaries", '{{ list (uniq (list 1 1 2)) (without (list 1 2) 1) (merge (dict "a" 1) (dict "a" 2 "b" 3)) (mergeOverwrite (dict "a" 1) (dict "a" 2)) (pick (dict "a" 1 "b" 2) "a") (omit (dict "a" 1 "b" 2) "a") (dig "a" "b" "none" (dict "a" (dict "b" 1))) (chunk 2 (list 1 2 3)) (until 3) (untilStep 0 6 2) (seq 1 3) | toJson }}'),
  one("floats and rounding", "{{ divf 1 3 }} {{ round 2.5 0 }} {{ mulf 1.5 2 }} {{ floor 1.9 }} {{ int64 \"12\" }} {{ float64 \"1e3\" }} {{ 1000000 }} {{ add 999999 1 }} {{ mul 1.0 3 }}"),
  one("coalesce, ternary, default, empty", '{{ coalesce "" 0 "c" }} {{ ternary "y" "n" true }} {{ default 5 0 }} {{ empty (list) }} {{ .Values.none | default "d" }} {{ .Values.a.b.c | default "e" }}', { "values.yaml": "a: { b: {} }\n" }),
  one("a value that is not there", "n{{ .Values.none }}{{ .Values.none | quote }}{{ .Values.none | toString }}{{ printf \"%v %s\" .Values.none .Values.none }}"),
  one("blocks and white space", "x", { "templates/white.yaml": "{{/* a comment */ -}}\n{{- $x := 1 -}}\n{{- if eq $x 1 }}\na: 1\n{{- end }}\n{{- range $i := until 2 }}\nb{{ $i }}: {{ $i }}\n{{- end }}\n\n\n" }),
  one("break, continue and else with", "{{ range until 9 }}{{ if eq . 2 }}{{ continue }}{{ end }}{{ if eq . 4 }}{{ break }}{{ end }}{{ . }}{{ end }}{{ with .Values.a }}a{{ else with .Values.b }}b{{ else }}c{{ end }}", { "values.yaml": "b: 1\n" }),
  one("range over numbers, and variables that are set again", "{{ $n := 0 }}{{ range 3 }}{{ $n = add $n . }}{{ end }}{{ $n }}"),
  one("tpl of a file, with a template that it defines", 't{{ tpl (.Files.Get "t.tpl") . }} {{ tpl "{{ tpl \\"{{ .Release.Name }}\\" . }}" . }}', { "t.tpl": '{{ define "mine" }}[{{ .Chart.Name }}]{{ end }}{{ include "mine" . }}{{ include "app.known" . }}', "templates/_h.tpl": '{{ define "app.known" }}known{{ end }}' }),
  one("tpl with another context", '{{ tpl "{{ .a }} {{ .Template.Name }}" (dict "a" 1 "Template" .Template) }}'),
  one("include with a dictionary, and one that calls itself", '{{ include "count" (dict "n" 3 "root" .) }}', { "templates/_h.tpl": '{{ define "count" }}{{ .n }}{{ if gt (int .n) 0 }}{{ include "count" (dict "n" (sub .n 1) "root" .root) }}{{ else }}{{ .root.Chart.Name }}{{ end }}{{ end }}' }),
  one("a template of the parent replaces the subchart's", "x", { "templates/_h.tpl": '{{ define "name" }}parent{{ end }}', ...below("charts/child", chartOf("child", '{{ include "name" . }}', { "templates/_h.tpl": '{{ define "name" }}child{{ end }}' })) }),
  one("which of two templates of one name counts", '{{ include "twice" . }}', { "templates/_a.tpl": '{{ define "twice" }}a{{ end }}', "templates/_b.tpl": '{{ define "twice" }}b{{ end }}', "templates/sub/_c.tpl": '{{ define "twice" }}c{{ end }}' }),
  one("template, block and a define without text", '{{ template "app.t" . }}{{ block "app.b" . }}block{{ end }}{{ include "app.e" . }}', { "templates/_h.tpl": '{{ define "app.t" }}t{{ end }}{{ define "app.e" }}{{ end }}' }),
  one("a required value that is there", '{{ required "need it" .Values.it }}', {}, { set: ["it=here"] }),
  one("values with templates in them", "{{ tpl .Values.a . }}", { "values.yaml": "a: '{{ .Values.b }}-{{ include \"app.x\" . }}'\nb: bee\n", "templates/_h.tpl": '{{ define "app.x" }}x{{ end }}' }),
  one("names that are not ASCII", "{{ .Values.größe }} ✓ {{ .Values.größe | quote }}", { "values.yaml": "größe: „groß“\n", "templates/übung.yaml": object("u", "1") }),
  one("addresses and environment", 'h{{ getHostByName "localhost" }} {{ (urlParse "https://u@h.example/p?q=1#f").host }} {{ base "/a/b.c" }} {{ ext "b.c" }} {{ osBase "/x/y" }}'),
];
