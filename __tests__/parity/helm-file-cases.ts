// Files as they lie there: what is ignored, packed, linked, or written with other bytes.

import { below, chartOf, child, object, one, packed, type HelmCase } from "./helm-case.ts";

const shown = (...paths: readonly string[]): string => `{{ list ${paths.map((path) => `(.Files.Get "${path}")`).join(" ")} | toJson }}`;
const listed = "{{ range $path, $bytes := .Files }}{{ $path }}={{ $bytes | toString | quote }} {{ end }}";

/** Cases of files. */
export const helmFileCases: readonly HelmCase[] = [
  one("files, globs and secrets from them", '{{ list (.Files.Get "conf/a.txt") (.Files.Glob "conf/*").AsConfig (.Files.Glob "conf/*").AsSecrets (.Files.Lines "conf/a.txt") | toJson }}', { "conf/a.txt": "alpha\n", "conf/b.txt": "beta" }),
  one("every file that a chart has", `'${listed}'`, { "README.md": "read me", "LICENSE": "free", "conf/a.txt": "alpha", "ci/x-values.yaml": "a: 1", "Chart.lock": "dependencies: []\n", "values.schema.json": "{}", "crds/c.yaml": "a: 1\n", ".hidden": "h", "templates/_p.tpl": "" }),
  one("globs over folders, and names that are nowhere", '{{ range $path, $_ := .Files.Glob "**.txt" }}{{ $path }} {{ end }}{{ range $path, $_ := .Files.Glob "conf/{a,b}.*" }}{{ $path }} {{ end }}{{ .Files.Get "nowhere" | quote }}', { "conf/a.txt": "1", "conf/deep/b.txt": "2", "c.txt": "3" }),
  one("bytes and lines", 'b{{ .Files.GetBytes "b.bin" | toString | b64enc }} {{ range .Files.Lines "l.txt" }}<{{ . | trim }}>{{ end }}', { "b.bin": new Uint8Array([0, 255, 10, 128]), "l.txt": "one\r\ntwo\n\nthree" }),
  one("files of a subchart are its own", shown("a.txt", "charts/child/a.txt"), { "a.txt": "parent", ...below("charts/child", chartOf("child", shown("a.txt"), { "a.txt": "child" })) }),
  one("ignored files", shown("secret.txt"), { ".helmignore": "# nothing\nsecret.txt\ntemplates/off.yaml\n", "secret.txt": "s", "templates/off.yaml": object("off", "1") }),
  one("ignored by patterns, folders and places", `'${listed}'`, { ".helmignore": "*.tmp\n/top.txt\ndir/\nconf/*.bak\n\n# a comment\n.DS_Store\n", "a.tmp": "1", "sub/b.tmp": "2", "top.txt": "3", "sub/top.txt": "4", "dir/c.txt": "5", "conf/d.bak": "6", "conf/e.txt": "7", "sub/conf/f.bak": "8" }),
  one("the ignore file of a subchart in a folder", "x", { ...below("charts/child", chartOf("child", shown("s.txt"), { ".helmignore": "s.txt\n", "s.txt": "child" })) }),
  one("a subchart that the parent ignores", "x", { ".helmignore": "charts/child\n", ...below("charts/child", child) }),
  one("carriage returns and a byte-order mark", "{{ .Values.a }}", { "values.yaml": "\uFEFFa: 1\r\nb: 2\r\n", "templates/crlf.yaml": object("crlf", "1").replaceAll("\n", "\r\n") }),
  one("byte-order marks everywhere", `b{{ .Files.Get "bom.txt" | b64enc }} {{ include "bom" . }}`, { "bom.txt": "\uFEFFbom", "templates/_h.tpl": '\uFEFF{{ define "bom" }}b{{ end }}', "templates/bom.yaml": `\uFEFF${object("bom", "1")}` }),
  { name: "a byte-order mark and carriage returns in Chart.yaml", files: below("chart", { ...chartOf("app", "{{ .Chart.Description }}"), "Chart.yaml": "\uFEFFapiVersion: v2\r\nname: app\r\nversion: 1.2.3\r\ndescription: with returns\r\n" }) },
  one("carriage returns in a text, and between documents", shown("t.txt"), { "t.txt": "a\r\nb\r\n", "templates/crlf.yaml": `${object("a", "1")}---\n${object("b", "2")}`.replaceAll("\n", "\r\n") }),
  { name: "a packaged chart", files: { "app-1.2.3.tgz": packed("app", chartOf("app", shown("a.txt"), { "a.txt": "in the archive", ...below("charts/child", child) })) }, chart: "app-1.2.3.tgz" },
  { name: "a chart at the root of the repository", files: chartOf("rooted", "{{ .Chart.Name }}"), chart: "." },
  { name: "a chart in a folder named charts", files: below("charts", chartOf("charts", "{{ .Chart.Name }}")), chart: "charts" },
  { name: "a chart whose folder has another name, with a blank", files: below("my chart", chartOf("app", "{{ .Chart.Name }} {{ .Template.Name }}")), chart: "my chart" },
  { name: "a link inside the repository", files: { ...below("chart", chartOf("app", '{{ .Files.Get "shared.txt" | quote }}')), "shared.txt": "shared", "chart/shared.txt": { link: "../shared.txt" } } },
  { name: "links to folders of templates and files", files: { ...below("chart", chartOf("app", shown("conf/a.txt"))), "shared/t/x.yaml": object("linked", "{{ .Template.Name }}"), "shared/conf/a.txt": "alpha", "chart/templates/more": { link: "../../shared/t" }, "chart/conf": { link: "../shared/conf" } } },
  { name: "a subchart, values and a chart that are links", files: { "linked": { link: "real/chart" }, ...below("real/chart", chartOf("app", "{{ .Values.a }}")), "real/chart/values.yaml": { link: "../values.yaml" }, "real/values.yaml": "a: linked\n", ...below("real/child", child), "real/chart/charts/child": { link: "../../child" } }, chart: "linked" },
];
