import { describe, expect, it } from "@jest/globals";
import { alignTemplate } from "../../src/core/align-template.ts";

const templateLineOf = (template: string, output: string, line: number) => alignTemplate(template, output)?.lineOf(line) ?? null;

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

  it("is the one behind what comes before it, where several are as likely", () => {
    expect(from(["h: 11", "z: 11", "s: 11", "h: 11", "s: 11"], ["h: 11", "s: 11"], "s: 11")).toBe("5 file");
  });

  it("is not sure where another line of the output may be it as well", () => {
    expect(from(["a: 11", "b: 11"], ["b: 11", "a: 11"], "b: 11")).toBe("2 file");
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

const speaks = /securityContext|privileged/;

/** The template's line for the first line of the output that reads so, or for the given one of several. */
function lineOf(template: string, output: string, text: string, nth = 1): number | null {
  const rows = output.split("\n").flatMap((line, i) => (line.trim() === text ? [i + 1] : []));
  const row = rows[nth - 1];
  if (row === undefined) throw new Error(`the output has no line ${text}`);
  return alignTemplate(template, output)?.lineOf(row - 1, speaks)?.line ?? null;
}

const twoContainers = `kind: Deployment
spec:
  containers:
    - name: first
      securityContext:
        privileged: true
      image: a
    {{- if .Values.second }}
    - name: optional
      securityContext:
        privileged: true
      image: b
    {{- end }}
    - name: third
      securityContext:
        privileged: true
      image: c
`;
const withoutOptional = `kind: Deployment
spec:
  containers:
    - name: first
      securityContext:
        privileged: true
      image: a
    - name: third
      securityContext:
        privileged: true
      image: c`;

describe("literal lines", () => {
  it("are told apart by what stands around them", () => {
    expect([1, 2].map((nth) => lineOf(twoContainers, withoutOptional, "privileged: true", nth))).toEqual([6, 16]);
  });

  it("may hold actions", () => {
    expect(lineOf("kind: X\n- name: {{ .Chart.Name }}-{{ .Values.kind }}-main\nend: 1\n", "kind: X\n- name: app-blue-main\nend: 1", "- name: app-blue-main")).toBe(2);
  });

  it("may differ from the output in blanks around their actions", () => {
    expect(lineOf("kind: X\nsecurityContext: {{- toYaml .Values.sc | nindent 2 }}\nend: 1\n", "kind: X\nsecurityContext:\n  a: 1\nend: 1", "securityContext:")).toBe(2);
  });

  it("are none where another line indents them: the action that did", () => {
    expect(lineOf('{{ define "x" }}\nprivileged: true\n{{ end }}\nkind: X\na:\n  {{- include "x" . | nindent 2 }}\n', "kind: X\na:\n  privileged: true", "privileged: true")).toBe(6);
  });

  it("of a loop are the same in every round", () => {
    const loop = "kind: X\ncontainers:\n{{- range .Values.list }}\n- name: worker-{{ .name }}\n  privileged: true\n{{- end }}\nend: 1\n";
    const output = "kind: X\ncontainers:\n- name: worker-a\n  privileged: true\n- name: worker-b\n  privileged: true\nend: 1";
    expect(["- name: worker-a", "- name: worker-b"].map((text) => lineOf(loop, output, text))).toEqual([4, 4]);
    expect([1, 2].map((nth) => lineOf(loop, output, "privileged: true", nth))).toEqual([5, 5]);
  });
});

describe("lines that actions write", () => {
  const around = (action: string) => `kind: X\nmain:\n${action}\nimage: a\n`;
  const output = "kind: X\nmain:\n  privileged: true\nimage: a";
  it.each<[string, string, number]>([
    ["the only action between the lines around", "  {{- toYaml .Values.sc | nindent 2 }}", 3],
    ["not the one that only decides whether", "{{- if .Values.sc }}\n  {{- toYaml .Values.sc | nindent 2 }}\n{{- end }}", 4],
    ["not the one that names a value", "{{- $sc := .Values.sc }}\n{{ toYaml $sc | indent 2 }}", 4],
    ["not a comment", "{{- /* toYaml */ -}}\n{{ toYaml .Values.sc | indent 2 }}", 4],
    ["of several the one that speaks of it", "  {{- toYaml .Values.other | nindent 2 }}\n  {{- toYaml .Values.securityContext | nindent 2 }}", 4],
    ["of several of which none speaks of it, the first", "  {{- toYaml .Values.a | nindent 2 }}\n  {{- toYaml .Values.b | nindent 2 }}", 3],
    ["the first line of one that goes over several", "  {{- toYaml\n    (default .Values.a\n    .Values.b) | nindent 2 }}", 3],
    ["not a line that could write anything", "  {{ $key }}: {{ $value }}\n  {{- include \"securityContext\" . | nindent 2 }}", 4],
  ])("%s", (_, action, expected) => {
    expect(lineOf(around(action), output, "privileged: true")).toBe(expected);
  });

  it("not those that wrote the lines around", () => {
    expect(from(["name: {{ .name }}", "  {{- toYaml .sc | nindent 2 }}", "image: {{ .image }}"], ["name: a", "  privileged: true", "image: b"], "privileged: true")).toBe("2 action");
  });

  it("at the very end", () => {
    expect(lineOf("kind: X\nmain:\n  {{- toYaml .Values.sc | nindent 2 }}\n{{- end }}\n", "kind: X\nmain:\n  privileged: true", "privileged: true")).toBe(3);
  });

  it("on the literal line that they end", () => {
    expect(lineOf("kind: X\nsecurityContext: {{- toYaml .Values.sc | nindent 2 }}\nend: 1\n", "kind: X\nsecurityContext:\n  privileged: true\nend: 1", "privileged: true")).toBe(2);
  });
});

describe("hostile templates", () => {
  const line = "kind: Pod";
  it.each([
    ["braces that do not close", "{{".repeat(400_000)],
    ["an action of blanks", `{{${" ".repeat(900_000)}}}`],
    ["an action of line ends", `{{ a${"\r\n \n".repeat(50_000)}}}`],
    ["a line of actions", `${"{{}}".repeat(200_000)}ab`],
    ["an indent of blanks", `${" ".repeat(900_000)}{{ a }}`],
  ])("of %s are compared at once", (_, hostile) => {
    const begin = process.cpuUsage();
    expect(templateLineOf(`${line}\n${hostile}`, `${line}\n${"ab\n".repeat(5)}`, 0)).toEqual({ line: 1, precision: "exact" });
    expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000); // microseconds
  });

  it("are told from output in endless lines, but for these", () => {
    const output = `${line}\n${"x".repeat(2_000_000)}\n${"a".repeat(1_000)}`;
    expect([0, 1, 2].map((at) => templateLineOf(`${line}\n{{ a }}x\n${"a".repeat(1_000)}`, output, at)?.precision)).toEqual(["exact", "action", "exact"]);
  });
});

describe("nothing is said", () => {
  it("of a template without literal text in common", () => {
    expect(lineOf('{{- if .Values.on }}\na: 1\n{{- end }}\n', "kind: X\nprivileged: true", "privileged: true")).toBeNull();
  });

  it("of texts too long to compare", () => {
    const long = Array.from({ length: 2001 }, (_, i) => `line-${i}: x`);
    expect(lineOf(long.join("\n"), [...long, "privileged: true"].join("\n"), "privileged: true")).toBeNull();
  });
});
