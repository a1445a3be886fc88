// Where values come from, and what wins.

import { below, child, chartOf, dependency, one, type HelmCase } from "./helm-case.ts";

const all = "{{ toJson .Values }}";
const nulls = "it keeps what is null in values.yaml, which Helm takes out since 4.2: github.com/helm/helm/issues/32530";
const numbers = "big: 1000000\nlarge: 12345678901\nhuge: 123456789012345678\nhalf: 0.5\nexp: 1e3\noctal: 0644\nnew: 0o644\nhex: 0x1f\ntext: '007'\nyes: yes\non: on\ndate: 2020-01-02\nnothing: ~\nempty: ''\n";

/** Cases of values. */
export const helmValuesCases: readonly HelmCase[] = [
  one("values files in order, --set, --set-string, --set-json", all, { "values.yaml": "a: 1\nkeep: { x: 1, y: 2 }\n", "first.yaml": "a: 2\nb: { c: 1 }\n", "second.yaml": "a: 3\n" }, {
    valuesFiles: ["chart/first.yaml", "chart/second.yaml"],
    set: ["b.c=3", "list[1]=x", "keep.y=null", "word=a\\,b"],
    setString: ["s=007"],
    setJson: ['j={"k":[1,2]}'],
  }),
  one("--set-file", "{{ .Values.text | quote }}", { "note.txt": "a note\n" }, { setFile: ["text=chart/note.txt"] }),
  one("all of --set at one path", all, { "note.txt": "file" }, { setJson: ['a="json"', 'b="json"', 'c="json"', 'd="json"'], set: ["b=set", "c=set", "d=set"], setString: ["c=string", "d=string"], setFile: ["d=chart/note.txt"] }),
  one("--set of lists, braces, escapes, types and nothing", all, { "values.yaml": "l: [{ a: 1 }, { a: 2 }]\n" }, {
    set: ["l[0].a=9", "l[2].b=x", "m={p,q,r}", "n\\.o.p=1", "t=true,f=false,z=null,i=12,s=1.5,e=", "x.y[0][1]=deep", "zero=012"],
  }),
  { ...one("--set-json of a whole object", all, { "values.yaml": "a: { b: 1, c: 2 }\nk: 1\n" }, { setJson: ['{"a":{"b":5},"n":{"o":[1,{"p":null}]}}'] }), helm3: "it knows --set-json of a field only" },
  one("--set-string keeps what looks like something else", all, {}, { setString: ["a=true", "b=null", "c=1e3", "d=0x10", "l={1,2}"] }),
  one("inline values over the files", all, { "values.yaml": "a: 1\nb: 1\nc: { d: 1, e: 1 }\n", "first.yaml": "b: 2\nc: { d: 2 }\n" }, { valuesFiles: ["chart/first.yaml"], values: { c: { e: 3 }, l: ["x", 1, true, null] } }),
  one("a list is replaced, not merged", all, { "values.yaml": "l: [1, 2, 3]\n", "first.yaml": "l: [9]\n" }, { valuesFiles: ["chart/first.yaml"] }),
  one("null removes a default", all, { "values.yaml": "a: { b: 1, c: 2 }\n" }, { setJson: ['a={"b":null}'] }),
  one("null in a values file removes a default", all, { "values.yaml": "a: { b: 1, c: 2 }\nd: 1\ne: [1]\n", "first.yaml": "a: { b: null }\nd: null\ne: null\n" }, { valuesFiles: ["chart/first.yaml"] }),
  { ...one("null among a chart's own values", all, { "values.yaml": "a: null\nb: { c: null, d: 1 }\n" }), helm3: nulls },
  { ...one("null for the values of a subchart", "x", { "values.yaml": "child: { size: null }\n", ...below("charts/child", chartOf("child", all, { "values.yaml": "size: 1\nother: 2\n" })) }, {}, dependency()), helm3: "it removes the subchart's value, as documented; Helm 4.2 gives it back: github.com/helm/helm/issues/32522" },
  one("a scalar over a mapping, and the other way round", all, { "values.yaml": "a: { b: 1 }\nc: 1\n", "first.yaml": "a: 2\nc: { d: 1 }\n" }, { valuesFiles: ["chart/first.yaml"] }),
  { ...one("numbers and what looks like them", "{{ range $k, $v := .Values }}{{ $k }}={{ $v }} {{ end }}", { "values.yaml": numbers }), helm3: nulls },
  { ...one("numbers through toYaml", "{{ toYaml .Values | quote }}", { "values.yaml": numbers }), helm3: nulls },
  one("numbers by --set and --set-json", "{{ .Values.a }} {{ .Values.b }} {{ .Values.c }} {{ .Values.d }}", {}, { set: ["a=1000000", "b=12345678901"], setJson: ["c=1000000", "d=1e3"] }),
  one("anchors, aliases and merge keys", all, { "values.yaml": "base: &b { x: 1, y: 2 }\nover: { <<: *b, y: 3 }\nsame: *b\n" }),
  one("a values file of comments only", all, { "values.yaml": "# nothing\n", "first.yaml": "# nothing\n" }, { valuesFiles: ["chart/first.yaml"] }),
  one("a key that is there twice", all, { "values.yaml": "a: 1\n", "first.yaml": "b: 1\nc: 2\n" }, { valuesFiles: ["chart/first.yaml", "chart/first.yaml"] }),
  one("texts over several lines", "{{ list .Values.block .Values.folded | toJson }}", { "values.yaml": "block: |\n  one\n   two\n\nfolded: >-\n  three\n  four\n" }),
  one("global values reach every chart", all, { "values.yaml": "global: { zone: west, deep: { a: 1 } }\nchild: { global: { own: 1 } }\n", ...below("charts/child", child) }, { set: ["global.deep.b=2"] }, dependency()),
];
