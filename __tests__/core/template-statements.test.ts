import { describe, expect, it } from "@jest/globals";
import { takeInventory } from "../../src/core/inventory.ts";
import { withoutStatements } from "../../src/core/template-statements.ts";
import { defaultPolicy } from "../../src/core/policy.ts";

/** The containers of a file with their profiles, and the lines of what stays unread in it. */
function look(text: string): { readonly containers: readonly string[]; readonly unread: readonly (number | null)[] } {
  const { entries, problems } = takeInventory("manifests:.", "default", [{ path: "a.yaml", text, origin: "file" }], defaultPolicy);
  return {
    containers: entries.map(({ workload, container, posture }) => `${workload.name}/${container.name}: ${posture.profile}`),
    unread: problems.filter(({ blocking }) => blocking).map(({ line }) => line),
  };
}

const pod = (rest: string): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n${rest}`;
const confined = "    securityContext: { seccompProfile: { type: RuntimeDefault } }\n";

describe("a manifest with statements of a template", () => {
  it.each<[string, string, readonly string[]]>([
    ["a container that is there at times", `  containers:\n  - name: c\n{{ if .X }}\n  - name: d\n${confined}{{ end }}\n`, ["a/c: Unset", "a/d: RuntimeDefault"]],
    ["fields that say nothing of profiles", `  containers:\n  - name: c\n    {{- if and .X (not .Y) -}}\n    image: {{ .I }}\n    {{- end }}\n`, ["a/c: Unset"]],
    ["one of several", `  containers:\n  - name: c\n    {{if .X}}\n    image: a\n    {{else if .Y}}\n    image: b\n    {{else}}\n    image: d\n    {{end}}\n`, ["a/c: Unset"]],
    ["statements inside of statements", `  containers:\n  - name: c\n${confined}    env:\n    {{ range $k, $v := .Env }}\n    {{ if $v }}\n    - { name: {{ $k }}, value: {{ $v }} }\n    {{ end }}\n    {{ end }}\n`, ["a/c: RuntimeDefault"]],
    ["a comment", `  {{/* what runs here */}}\n  containers:\n  - name: c\n`, ["a/c: Unset"]],
    ["a variable", `  {{- $image := .Images.web -}}\n  containers:\n  - name: c\n    image: {{ $image }}\n`, ["a/c: Unset"]],
    ["another tool's", `  {# what runs here #}\n  {% set i = images.web %}\n  containers:\n  - name: c\n    image: {{ i }}\n    env:\n{%- for e in env if e %}\n    - { name: A, value: {{ e }} }\n{% elif b %}\n    - { name: B }\n{% else %}\n    - { name: C }\n{% endfor %}\n`, ["a/c: Unset"]],
    ["a text of many lines", `  containers:\n  - name: c\n    args:\n    - |\n      a\n{{ if .X }}\n      b: [\n{{ end }}\n      c\n`, ["a/c: Unset"]],
    ["lines that end as Windows has them", `  containers:\r\n  - name: c\r\n{{ with .X }}\r\n    image: {{ . }}\r\n{{ end }}\r\n`, ["a/c: Unset"]],
  ])("is read where they make no other profile: %s", (_, rest, containers) => {
    const text = pod(rest).replace("image: {{ . }}", "image: x");
    expect(look(text)).toEqual({ containers, unread: [] });
  });

  it.each<[string, string]>([
    ["one is there at times", `  containers:\n  - name: c\n{{ if .X }}\n${confined}{{ end }}\n`],
    ["one of two is there", `  containers:\n  - name: c\n{{ if .X }}\n${confined}{{ else }}\n    securityContext: { privileged: true }\n{{ end }}\n`],
    ["only together do they leave it out", `${"  {{ if .X }}\n  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  {{ end }}\n".repeat(2)}  containers:\n  - name: c\n`],
    ["it would be of another name", `  containers:\n{{ if .X }}\n  - name: c\n{{ else }}\n  - name: d\n{{ end }}\n`],
    ["what it may do besides", `  containers:\n  - name: c\n{{ if .X }}\n    securityContext: { capabilities: { add: [SYS_ADMIN] } }\n{{ end }}\n`],
    ["without one of them there is no YAML", `  containers:\n  - name: c\n{{ if .X }}\n    args: [\n{{ end }}\n    ]\n`],
    ["they make blocks of their own", `  containers:\n  - name: c\n{% macro m() %}\n    image: a\n{% endmacro %}\n`],
    ["something else is included", `  containers:\n  - name: c\n{% include "more.yaml" %}\n`],
    ["one is there at times, to another tool", `  containers:\n  - name: c\n{% if x %}\n${confined}{% endif %}\n`],
    ["it is a chart's, of which there is nothing else", `  containers:\n  - name: c\n    {{ if .Values.x }}\n    image: a\n    {{ end }}\n`],
    ["one never ends", `  containers:\n  - name: c\n{{ if .X }}\n`],
    ["one never began", `  containers:\n  - name: c\n{{ end }}\n`],
    ["nothing begins with else", `  containers:\n  - name: c\n{{ else }}\n`],
    ["another document is not read for anything else", `  containers:\n  - name: c\n    {{ if .X }}\n    image: a\n    {{ end }}\n    {{ toYaml .Y }}\n`],
    ["they are too many", `  containers:\n  - name: c\n    args:\n${"    {{ if .X }}\n    - a\n    {{ end }}\n".repeat(17)}`],
  ])("is not read where %s", (_, rest) => {
    expect(look(pod(rest))).toEqual({ containers: [], unread: [expect.any(Number)] });
  });

  it("says of what stays unread what is wrong with it as it was written", () => {
    expect(look(pod("  containers:\n  {{ if .X }}\n  {{ end }}\n  - name: c\n    {{ toYaml .Y }}\n")).unread).toEqual([6]);
  });

  it("has as many of them as real ones have", () => {
    expect(look(pod(`  containers:\n  - name: c\n    args:\n${"    {{ if .X }}\n    - a\n    {{ end }}\n".repeat(16)}`))).toEqual({ containers: ["a/c: Unset"], unread: [] });
  });

  it("may have documents between a statement and its end, and others that stay unread", () => {
    const text = `{{ if .X }}\n${pod("  containers:\n  - name: c\n")}---\n${pod("  containers:\n  - name: d\n").replace("name: a", "name: b")}{{ end }}\n---\n{{ toYaml .Y }}\nkind: Pod\n`;
    expect(look(text)).toEqual({ containers: ["a/c: Unset", "b/d: Unset"], unread: [expect.any(Number)] });
  });

  it("is not read where a statement decides what is said of others", () => {
    const namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n\n  labels:\n    a: b\n{{ if .X }}\n    pod-security.kubernetes.io/enforce: restricted\n{{ end }}\n";
    expect(takeInventory("manifests:.", "default", [{ path: "a.yaml", text: namespace, origin: "file" }], defaultPolicy).objects).toEqual([]);
    expect(takeInventory("manifests:.", "default", [{ path: "a.yaml", text: namespace.replace("{{ if .X }}", "    {{ if .X }}\n    c: d"), origin: "file" }], defaultPolicy).objects).toEqual([]);
  });
});

describe("a template without its statements", () => {
  it("has every character in its place, in every variant", () => {
    const text = "a: 1\r\n{{ if .X }}\r\nb: 2\r\n{{ else }}\r\nc: 3\r\n{{ end }}\r\n";
    const blank = (line: string): string => `${" ".repeat(line.length)}\r\n`;
    const [whole, other, ...more] = withoutStatements(text) ?? [];
    expect(whole).toBe(`a: 1\r\n${blank("{{ if .X }}")}b: 2\r\n${blank("{{ else }}")}${blank("c: 3")}${blank("{{ end }}")}`);
    expect(other).toBe(`a: 1\r\n${blank("{{ if .X }}")}${blank("b: 2")}${blank("{{ else }}")}c: 3\r\n${blank("{{ end }}")}`);
    expect(more).toEqual([]);
  });

  it("keeps a carriage return within a line", () => {
    expect(withoutStatements("{{ if a }}\r \n{{ end }}\n")).toBeNull();
  });

  it("is nothing where there are none", () => {
    expect(withoutStatements("a: {{ b }}\n")).toBeNull();
    expect(withoutStatements("a: b\n")).toBeNull();
  });

  it("is nothing where that would be too much text", () => {
    expect(withoutStatements(`{{ if a }}\n{{ end }}\n${"#".repeat(5_000_000)}`)).toBeNull();
  });
});
