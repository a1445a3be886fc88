import { describe, expect, it } from "@jest/globals";
import { positionOf, readDocuments, readManifests } from "../../src/core/manifest.ts";

const read = (text: string) => readManifests({ path: "a.yaml", text, origin: "file" }, () => true);

const pod = (container: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-{{ cluster }}\nspec:\n  containers:\n  - name: c\n${container.replace(/^/gm, "    ")}\n`;

/** What is read of one document with that container, or its problem. */
function containerOf(container: string): unknown {
  const { documents, problems } = read(`# {{x}}: {{\nx: [{{ a }}]\n---\n${pod(container)}`);
  const spec = documents.find(({ object }) => object["kind"] === "Pod")?.object["spec"];
  return spec === undefined ? problems.map(({ line, blocking }) => ({ line, blocking })).at(-1) : (spec as { containers: unknown[] }).containers[0];
}

const unread = { line: expect.any(Number), blocking: true };

describe("a manifest with placeholders for another tool", () => {
  it.each<[string, Record<string, unknown>]>([
    ["image: {{ image }}", { name: "c", image: "{{ image }}" }],
    ["image: {{.Images.Web}}:{{.Tag}}", { name: "c", image: "{{.Images.Web}}:{{.Tag}}" }],
    ["image: {{ $image | quote }} # which one", { name: "c", image: "{{ $image | quote }}" }],
    ["image: \"{{ .Images.Get \"web\" }}\"", { name: "c", image: '{{ .Images.Get "web" }}' }],
    ["image: '{{ registry 'a: b' }}/web' # {{ x }}", { name: "c", image: "{{ registry 'a: b' }}/web" }],
    ["image: {{ default \"a: b #c\" .Image }}\nargs: [\"--to={{ join \"\\n\" .Hosts, [a] }}\"]", { name: "c", image: '{{ default "a: b #c" .Image }}', args: ['--to={{ join "\\n" .Hosts, [a] }}'] }],
    ["ports: [{ containerPort: {{ port }} }]", { name: "c", ports: [{ containerPort: "{{ port }}" }] }],
    ["image: {{i}}\nargs:\n- {{ first }}\n- --to={{ host }}", { name: "c", image: "{{i}}", args: ["{{ first }}", "--to={{ host }}"] }],
    ["image: {{i}}\nimagePullPolicy: {{ .Policy }}\nannotations: { a.b/c: {{ d }} }", { name: "c", image: "{{i}}", imagePullPolicy: "{{ .Policy }}", annotations: { "a.b/c": "{{ d }}" } }],
    ["image: {{i}}\nresources: {limits: {cpu: {{ cpu }}}}", { name: "c", image: "{{i}}", resources: { limits: { cpu: "{{ cpu }}" } } }],
    ["image: {{i}}\nsecurityContext: { seccompProfile: { type: Localhost, localhostProfile: 'p/{{ name }}.json' } }", { name: "c", image: "{{i}}", securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "p/{{ name }}.json" } } }],
  ])("is read with them as texts: %s", (container, expected) => {
    expect(containerOf(container)).toEqual(expected);
  });

  it.each([
    ["a profile", "securityContext: {{ context }}"],
    ["a part of one", "image: {{i}}\nsecurityContext:\n  seccompProfile:\n    type: {{ profile }}"],
    ["what the container runs in", "image: {{i}}\nruntimeClassName: {{ class }}"],
    ["a profile in an annotation", "image: {{i}}\nannotations: { seccomp.security.alpha.kubernetes.io/pod: {{ profile }} }"],
    ["a level of admission", "image: {{i}}\nlabels: { pod-security.kubernetes.io/enforce: {{ level }} }"],
    ["a switch", "image: {{i}}\nsecurityContext:\n  privileged: {{ privileged }}"],
    ["other fields", "image: {{i}}\n{{ more }}"],
    ["an entry of a list of objects", "image: {{i}}\nenv:\n- {{ variables }}"],
    ["other fields behind a text", "image: {{i}}\n  {{ more }}"],
    ["a value in several parts", "image: {{i}}\nsidecars: {{ first }}{{ second }}"],
    ["a section inside of quotes", "image: {{i}}\nargs: ['{{#more}}']"],
    ["a key", "image: {{i}}\n{{ key }}: b"],
    ["what comes to several lines", "image: {{ toYaml .image }}"],
    ["what comes to several lines by its indentation", "image: {{ image | nindent 4 }}"],
    ["a statement", "image: {{ if a }}b{{ end }}"],
    ["a statement that another one would be mistaken for", "image: {{ else }}"],
    ["nothing known", "image: {{i}}\nsidecars: {{ sidecars }}"],
    ["another tool's statement", "image: {{i}}\n# {% if a %}"],
    ["a section", "image: {{#i}}b{{/i}}"],
    ["what trims the blanks around it", "image: {{- i -}}"],
    ["what trims the blanks behind it", "image: {{ i -}}"],
    ["text that is not closed", "image: {{ i }"],
    ["a chart's value", "image: {{ .Values.image }}"],
    ["a chart's name", "image: {{ $.Release.Name }}"],
    ["a part of a chart", 'image: {{ include "image" . }}'],
    ["letters that are used in their place", "image: {{i}}\n# \uE000"],
    ["a chart's value", "image: {{ .Values.image }}"],
    ["a chart's name", "image: {{ $.Release.Name }}"],
    ["a part of a chart", 'image: {{ include "image" . }}'],
    ["letters that are used in the place of signs", "image: {{i}}\n# \uE122"],
    ["what ends its quotes and begins a field", "image: \"{{ a }}\", b: \"{{ c }}\""],
  ])("is not read where one may stand for %s", (_, container) => {
    expect(containerOf(container)).toEqual(unread);
  });

  it.each(["kind: {{ kind }}\napiVersion: v1\n", "kind: My{{ kind }}\napiVersion: v1\nmetadata: {name: {{a}}}\n", "kind: Pod\napiVersion: apps/{{ version }}\nmetadata: {name: {{a}}}\n"])("is not read where its kind is filled in: %s", (text) => {
    expect(read(text)).toMatchObject({ documents: [], problems: [{ blocking: true }] });
  });

  it("is read as it is where it is YAML anyway", () => {
    expect(read("a: '{{ x }}'\n").documents[0]?.object).toEqual({ a: "{{ x }}" });
  });

  it("keeps the places of everything", () => {
    const { documents: [document] } = read(pod("image: {{ image }}\nsecurityContext: { privileged: true }"));
    if (document === undefined) throw new Error("not read");
    expect(positionOf(document, ["spec", "containers", 0, "securityContext", "privileged"])).toEqual({ line: 9, column: 24, endLine: 9 });
  });

  it("has what an anchor names twice put back once, and what names itself no end", () => {
    expect(read("a: &a {name: {{ n }}}\nb: *a\nc: &c {d: [*a]}\n").documents[0]?.object).toEqual({ a: { name: "{{ n }}" }, b: { name: "{{ n }}" }, c: { d: [{ name: "{{ n }}" }] } });
  });

  it("is a problem of its own words where it stays unread", () => {
    expect(read("a: {{ b }}: c\nd: {{ e }}\n").problems).toMatchObject([{ line: 1, message: expect.stringContaining("not YAML") }]);
  });

  it("is none where what is read must be YAML", () => {
    expect(readDocuments({ path: "a.yaml", text: "name: {{ a }}\n", origin: "file" }).problems).toHaveLength(1);
  });

  it("takes no longer for many braces that are never closed", () => {
    for (const text of ["{{a ".repeat(200_000), `a: {{${"b".repeat(500_000)}`, `a: {{ b }}${"{{ c".repeat(100_000)}`, `{{ ${" ".repeat(500_000)}`]) expect(read(`a: [${text}`).documents).toEqual([]);
  }, 10_000);
});
