import { describe, expect, it } from "@jest/globals";
import { templateLineOf } from "../../src/core/align-template.ts";

/** `LINE PRECISION` of the template's line for the output's line with this text, which stands there once. */
function from(template: readonly string[], output: readonly string[], text: string): string {
  const at = output.findIndex((line) => line.trim() === text);
  expect(at).toBeGreaterThanOrEqual(0);
  const found = templateLineOf(template.join("\n"), output.join("\n"), at);
  return found === null ? "-" : `${found.line} ${found.precision}`;
}

describe("the line of a template that wrote a line of its output", () => {
  const template = [
    "{{- /* a comment",
    "  privileged: true",
    "*/}}",
    "spec:",
    "  {{- if .Values.a }}",
    "  securityContext:",
    "    runAsUser: 1",
    "  {{- else }}",
    "  securityContext:",
    "    runAsNonRoot: true",
    "  {{- end }}",
    "  hostNetwork: {{ .Values.hostNetwork }}",
    "  image: {{ .a }}:{{ .b }}",
    "  containers:",
    "    - name: one",
    "      {{- toYaml .Values.one | nindent 6 }}",
    "    - name: two",
    "      {{- with .Values.two }}",
    "      {{- toYaml . | nindent 6 }}",
    "      {{- include \"more\" $ | nindent 6 }}",
    "      {{- end }}",
  ];
  const output = ["spec:", "  securityContext:", "    runAsNonRoot: true", "  hostNetwork: false", "  image: a:b", "  containers:", "    - name: one", "      privileged: true", "    - name: two", "      tty: true"];

  it.each([
    ["runAsNonRoot: true", "10 exact"], // its very text
    ["securityContext:", "9 file"], // two lines have it: the one before what follows is likelier
    ["hostNetwork: false", "12 action"],
    ["image: a:b", "13 action"],
    ["privileged: true", "16 action"], // of an action that is alone between two lines; what a comment says does not count
    ["tty: true", "19 file"], // of one of two actions
  ])("%s: %s", (text, expected) => {
    expect(from(template, output, text)).toBe(expected);
  });

  it("is not made up where nothing of the template is in the output", () => {
    expect(from(["{{ . }}"], ["a: 1"], "a: 1")).toBe("1 action");
    expect(from(["# nothing"], ["a: 1"], "a: 1")).toBe("-");
  });

  it("is told of Windows line ends, and at the indentation that it has", () => {
    expect(templateLineOf("a:\r\n  b: 1\r\n", "a:\n  b: 1\n", 1)).toEqual({ line: 2, precision: "exact" });
    expect(templateLineOf("x:\n  a: 1\n", "y:\n    a: 1\n", 1)?.precision).not.toBe("exact");
  });

  it("takes no longer for lines made to be hard, and none for what is too large", () => {
    const started = performance.now();
    expect(from([`${"{{ a }}x".repeat(2_000)}`], ["x".repeat(5_000) + "y"], "x".repeat(5_000) + "y")).toBe("1 action");
    expect(templateLineOf("a\n".repeat(5_000), "a\n".repeat(5_000), 7)).toBeNull();
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
