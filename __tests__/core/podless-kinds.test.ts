import { describe, expect, it } from "@jest/globals";
import { readDocuments } from "../../src/core/manifest.ts";
import { podlessKind } from "../../src/core/podless-kinds.ts";

const service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Name }}-a: b\n";

describe("a document that no template can make hold a pod", () => {
  it.each<[string, string, string]>([
    ["a Service", service, "Service"],
    ["one with quotes and comments", `# ours\n${service.replace("Service", "'Service' # x")}`, "Service"],
    ["one with the ends of lines of Windows", service.replaceAll("\n", "\r\n"), "Service"],
    ["one that is there under a condition", `{{- if .Enabled }}\n${service}{{ else if .Other -}}\n{{- end }}\n`, "Service"],
    ["one for each of several", `{{ range $i := .All }}\n${service}{{end}}\n`, "Service"],
    ["a role", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: {{ .Name }}: x}\nrules:\n- verbs: [get]\n`, "ClusterRole"],
    ["nothing but statements", "---\n{{- if eq .Cloud \"a\" }}\n  {{ range .All }}\r\n# ours\n{{ else }}\n{{- end -}}\n", "statement"],
    ["one of several, by a condition", `{{ if .A }}\n${service}{{ end }}\n{{ if .B }}\napiVersion: storage.k8s.io/v1\nkind: StorageClass\n{{ end }}\n`, "Service"],
  ])("%s", (_, text, kind) => {
    expect(podlessKind(text)).toBe(kind);
  });

  it.each<[string, string]>([
    ["another group's kind of that name", service.replace("v1", "serving.knative.dev/v1")],
    ["a kind that has pods", service.replace("v1", "apps/v1").replace("Service", "Deployment")],
    ["a kind that is filled in", service.replace("Service", "{{ .Kind }}")],
    ["a group that is filled in", service.replace("v1", "{{ .Group }}/v1")],
    ["no kind", service.replace("kind: Service\n", "")],
    ["another document on the way", `${service}{{ if .More }}\nkind: Deployment\n{{ end }}\n`],
    ["another object of a group of which nothing is known", `{{ if .A }}\n${service}{{ else }}\napiVersion: serving.knative.dev/v1\nkind: Service\n{{ end }}\n`],
    ["another object whose group is filled in", `{{ if .A }}\n${service}{{ else }}\napiVersion: {{ .Version }}\nkind: Service\n{{ end }}\n`],
    ["another object whose kind is filled in", `{{ if .A }}\n${service}{{ else }}\napiVersion: v1\nkind: {{ .Kind }}\n{{ end }}\n`],
    ["a statement that brings something", "{{ if .A }}\n{{ template \"all\" . }}\n{{ end }}\n"],
    ["a value beside statements", "{{ if .A }}\n{{ .All }}\n{{ end }}\n"],
    ["an item beside statements", "{{ if .A }}\n- a\n{{ end }}\n"],
    ["another template", `${service}{{ template "all" . }}\n`],
    ["another template behind a condition", `{{ if .X }}{{ template "all" . }}\n${service}`],
    ["another language's action", `{% include "all.yaml" %}\n${service}`],
    ["something that starts a line and is no field", `${service}"kind": Deployment\n`],
    ["a word about containers", `${service}  annotations: {containers: x}\n`],
    ["what says something about containers elsewhere", service.replace("Service", "Namespace")],
    ["a name of a group that every object has", service.replace("v1", "constructor/v1").replace("Service", "name")],
  ])("is none with %s", (_, text) => {
    expect(podlessKind(text)).toBeNull();
  });

  it("is a remark where it cannot be read, and the rest of its file a problem", () => {
    const { problems } = readDocuments({ path: "a.yaml", text: `${service}---\n${service.replace("Service", "Pod")}`, origin: "file" });
    expect(problems.map(({ line, blocking, message }) => [line, blocking, /a Service holds no containers$/.test(message)])).toEqual([[4, false, true], [9, true, false]]);
  });
});
