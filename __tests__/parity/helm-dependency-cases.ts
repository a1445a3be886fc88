// Charts in charts: vendored, switched, renamed, and those that are elsewhere in the repository.

import { below, chartOf, child, dependency, object, one, packed, type HelmCase, type Texts } from "./helm-case.ts";

const all = "{{ toJson .Values }}";
const values = chartOf("child", all, { "values.yaml": "size: 1\nexports: { shared: { tone: blue }, other: { pitch: low } }\ndata: { port: 1, host: h }\n" });
const grandchild = chartOf("grand", "{{ .Values.global.zone }} {{ .Template.Name }}", { "values.yaml": "global: { zone: none }\n" });
const nested = { ...chartOf("child", "x", below("charts/grand", grandchild), "dependencies:\n  - { name: grand, version: 1.2.3, repository: '', condition: grand.active }\n") };
const two = (more: string): string => `${dependency()}  - name: child\n    version: 1.2.3\n    repository: https://charts.example\n${more}`;
const library: Texts = { "Chart.yaml": "apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n", "templates/_lib.tpl": '{{- define "lib.name" -}}from-lib{{- end }}\n', "templates/never.yaml": object("never", "1") };
const elsewhere = (repository: string, version = ">=1.0.0"): string => `dependencies:\n  - name: child\n    version: "${version}"\n    repository: ${repository}\n`;
const off = dependency("    condition: child.enabled\n");

/** Cases of dependencies. */
export const helmDependencyCases: readonly HelmCase[] = [
  one("a subchart in a folder", "x", { "values.yaml": "child: { size: 9 }\nglobal: { zone: west }\n", ...below("charts/child", child) }, {}, dependency()),
  one("a packaged subchart", "x", { "values.yaml": "child: { size: 9 }\n", "charts/child-1.2.3.tgz": packed("child", child) }, {}, dependency()),
  one("a packaged subchart in a packaged subchart", "x", { "charts/mid-1.2.3.tgz": packed("mid", { ...chartOf("mid", "mid"), ...below("charts/child", child) }) }),
  one("an alias", "x", { "values.yaml": "second: { size: 7 }\n", ...below("charts/child", child) }, {}, dependency("    alias: second\n")),
  one("one chart twice, once by an alias", "x", { "values.yaml": "second: { size: 7 }\nchild: { size: 6 }\n", ...below("charts/child", child) }, {}, two("    alias: second\n")),
  one("one chart by two aliases, one of them switched off", "x", { "values.yaml": "a: { active: true }\nb: { active: false }\n", ...below("charts/child", child) }, {}, `dependencies:\n${["a", "b"].map((alias) => `  - { name: child, version: 1.x, repository: '', alias: ${alias}, condition: ${alias}.active }\n`).join("")}`),
  one("a dependency that is switched off by its condition", "x", { "values.yaml": "child: { enabled: false }\n", ...below("charts/child", child) }, {}, off),
  one("a condition that a values file switches on", "x", { "values.yaml": "child: { enabled: false }\n", "on.yaml": "child: { enabled: true }\n", ...below("charts/child", child) }, { valuesFiles: ["chart/on.yaml"] }, off),
  one("the first condition that is there counts", "x", { "values.yaml": "two: { active: false }\nthree: { active: true }\n", ...below("charts/child", child) }, {}, dependency("    condition: one.active,two.active,three.active\n")),
  one("a condition that is no boolean, and one that is nowhere", "x", { "values.yaml": "child: { enabled: 'no' }\n", ...below("charts/child", child), ...below("charts/grand", grandchild) }, {}, `${off}  - { name: grand, version: 1.2.3, repository: '', condition: no.where }\n`),
  one("a dependency that is switched off by its tag", "x", { "values.yaml": "tags: { extra: false }\n", ...below("charts/child", child) }, {}, dependency("    tags: [extra]\n")),
  one("one tag that is on among several", "x", { "values.yaml": "tags: { extra: false, more: true }\n", ...below("charts/child", child) }, {}, dependency("    tags: [extra, more]\n")),
  one("a condition outdoes tags", "x", { "values.yaml": "tags: { extra: false }\nchild: { enabled: true }\n", ...below("charts/child", child) }, {}, dependency("    condition: child.enabled\n    tags: [extra]\n")),
  one("tags by --set", "x", below("charts/child", child), { set: ["tags.extra=false"] }, dependency("    tags: [extra]\n")),
  one("a condition in a subchart", "x", { "values.yaml": "child: { grand: { active: false } }\n", ...below("charts/child", nested) }, {}, dependency()),
  one("charts in charts, with global values", "x", { "values.yaml": "global: { zone: far }\n", ...below("charts/child", nested) }, {}, dependency()),
  one("values imported from a subchart", "{{ .Values.tone }}", below("charts/child", child), {}, dependency("    import-values: [shared]\n")),
  one("values imported by names of both sides", all, { "values.yaml": "mine: { port: 9 }\n", ...below("charts/child", values) }, {}, dependency("    import-values:\n      - { child: data, parent: mine }\n      - { child: exports.other, parent: . }\n      - shared\n      - nowhere\n")),
  one("imported values do not outdo given ones", all, below("charts/child", values), { set: ["mine.port=8", "tone=red"] }, dependency("    import-values: [shared, { child: data, parent: mine }]\n")),
  one("values imported from a subchart that is switched off", all, { "values.yaml": "child: { enabled: false }\n", ...below("charts/child", values) }, {}, dependency("    condition: child.enabled\n    import-values: [shared]\n")),
  one("a subchart that nobody declares", "x", below("charts/child", child)),
  { ...one("a subchart of a version that does not satisfy", "x", below("charts/child", child), {}, elsewhere("https://charts.example", "^2.0.0")), remarks: ["missing-dependency"] },
  one("a library subchart", '{{ include "lib.name" . }}', below("charts/lib", library)),
  one("files and folders that are not for Helm among the subcharts", "x", { ...below("charts/_off", child), ...below("charts/.hidden", child), ...below("charts/child", child) }),
  one("ranges of versions", "x", below("charts/child", child), {}, elsewhere("https://charts.example", "~1.2.0 || ^3")),
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
  {
    name: "Chart API v1 with tags, an alias and a lock",
    files: below("chart", {
      "Chart.yaml": "name: old\nversion: 0.1.0\napiVersion: v1\nappVersion: 1\n",
      "requirements.yaml": "dependencies:\n  - { name: child, version: 1.2.3, repository: 'https://charts.example', alias: kid, tags: [t] }\n  - { name: child, version: 1.2.3, repository: 'https://charts.example', tags: [u] }\n",
      "requirements.lock": "dependencies: []\ndigest: sha256:0\n",
      "values.yaml": "tags: { t: true, u: false }\nkid: { size: 3 }\n",
      "templates/it.yaml": object("it", "{{ .Chart.Name }}"),
      ...below("charts/child", child),
    }),
  },
  // What helm itself has only after `helm dependency build`.
  { ...one("a dependency by file://", "x", {}, {}, elsewhere("file://../child")), charts: ["child"], remarks: ["missing-dependency"], ...supplied(below("child", child)) },
  { ...one("a sibling of the same name", "x", {}, {}, elsewhere("oci://registry.example/charts")), charts: ["child"], remarks: ["missing-dependency"], ...supplied(below("child", child)) },
  { ...one("a sibling by an alias", "x", { "values.yaml": "kid: { size: 4 }\n" }, {}, dependency("    alias: kid\n")), charts: ["child"], remarks: ["missing-dependency"], ...supplied(below("child", child), dependency("    alias: kid\n"), "kid: { size: 4 }\n") },
  { ...one("a packaged chart of the chart cache", "x", {}, {}, elsewhere("oci://registry.example/charts")), charts: ["cache/child-1.2.3.tgz"], remarks: ["missing-dependency"], ...supplied({ "cache/child-1.2.3.tgz": packed("child", child) }) },
  {
    ...one("an absent dependency that is switched off", "x", { "values.yaml": "child: { enabled: false }\n" }, {}, off),
    vendored: below("chart/charts/child", { "Chart.yaml": "apiVersion: v2\nname: child\nversion: 1.2.3\n" }),
    remarks: ["missing-dependency"],
  },
];

/** What a case needs whose chart depends on one that is elsewhere in the repository. */
function supplied(files: Texts, metadata = elsewhere("oci://registry.example/charts"), text = ""): Pick<HelmCase, "files" | "vendored"> {
  return { files: { ...below("chart", chartOf("app", "x", { "values.yaml": text }, metadata)), ...files }, vendored: below("chart/charts/child", child) };
}
