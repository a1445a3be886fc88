// Which values a template speaks of, and which files say what they are, read off texts.

import { describe, expect, it } from "@jest/globals";
import { readsValue, valuePathsIn, valuesFiles, valuesOf } from "../../src/core/chart-values.ts";
import type { Candidate } from "../../src/core/source-file.ts";

const file = (path: string, text = ""): Candidate => ({ path, text, changed: [], removed: [], before: null });
const said = (paths: readonly (readonly string[])[]): string => paths.map((path) => path.join(".")).join(" ");

describe("paths of values in a text", () => {
  it.each([
    ["{{ .Values.a.b }} {{ $.Values.c }}", "a.b c"],
    ["{{ .Values }} {{ .Values. }}", ""],
    ["{{ my.Values.a }} {{ x.Values.b }} {{ (.f).Values.c }}", ""],
    ["{{ (.Values.a) }}", "a"],
  ])("%s: %s", (text, expected) => {
    expect(said(valuePathsIn(text))).toBe(expected);
  });
});

describe("the values of a line", () => {
  const action = "x: {{ . }}";
  const far = (lines: number): string[] => ["{{ with .Values.a }}", ...new Array<string>(lines - 1).fill("y: 1"), action];
  it.each<[string, readonly string[], string]>([
    ["its own, the last first", ["{{ with .Values.a }}", "x: {{ default .Values.b .Values.c }}"], "c b"],
    ["of the line above, at the top", ["{{ with .Values.a }}", action], "a"],
    ["of eight lines above", far(8), "a"],
    ["not of nine lines above", far(9), ""],
    ["of the nearest that names one", ["{{ with .Values.a }}", "{{ with .Values.b }}", action], "b"],
    ["not of one that asks for no value", ["{{ with .Values.a }}", "{{ if .b }}", action], "a"],
    ["not of what only writes a value", ["{{ with .Values.a }}", "z: {{ .Values.b }}", action], "a"],
    ["not of a line below", [action, "{{ with .Values.a }}"].toReversed().concat("{{ with .Values.b }}"), "a"],
    ["none for a line of text", ["{{ with .Values.a }}", "x: 1"], ""],
    ["none where nothing is said", [action], ""],
  ])("%s", (_, lines, expected) => {
    const at = lines.indexOf(action) < 0 ? lines.length : lines.indexOf(action) + 1;
    expect(said(valuesOf(file("c/templates/d.yaml", lines.join("\n")), at))).toBe(expected);
  });
});

describe("files of values", () => {
  const told = (template: string, ...paths: readonly string[]) => valuesFiles(paths.map((path) => file(path)), template).map(({ file: { path }, prefix }) => [path, ...prefix].join(" "));
  it("are what is given, then what charts above say, then the chart's own", () => {
    expect(told("a/charts/b/templates/d.yaml", "a/charts/b/values.yaml", "a/values.yaml", "prod.yaml")).toEqual(["prod.yaml", "prod.yaml b", "a/values.yaml b", "a/charts/b/values.yaml"]);
  });

  it("of the chart at the root are its own", () => {
    expect(told("templates/d.yaml", "values.yaml", "prod.yaml")[2]).toBe("values.yaml");
  });

  it("are given by whatever else they are called", () => {
    expect(told("c/templates/d.yaml", "values.yaml.d/x.yaml", "c/values.yaml-old.yaml", "my-values.yaml")).toEqual(["values.yaml.d/x.yaml", "values.yaml.d/x.yaml c", "c/values.yaml-old.yaml", "c/values.yaml-old.yaml c", "my-values.yaml", "my-values.yaml c"]);
  });

  it("are none that Helm does not take for values, such as a README with an example in it", () => {
    expect(told("c/templates/d.yaml", "c/README.md", "c/yaml", "c/x.yaml.txt", "c/a.yml", "c/b.json")).toEqual(["c/a.yml", "c/a.yml c", "c/b.json", "c/b.json c"]);
  });

  it("are none among the templates", () => {
    expect(told("c/templates/d.yaml", "c/templates/values.yaml", "templates/x.yaml", "my-templates/x.yaml")).toEqual(["my-templates/x.yaml", "my-templates/x.yaml c"]);
  });
});

describe("whether a template reads a value", () => {
  const template = file("c/templates/d.yaml", "{{ .Values.a.b }}");
  it.each([
    [["a", "b"], true],
    [["a", "b", "c"], true],
    [["c", "a", "b"], true],
    [["a"], false],
    [["a", "c"], false],
    [["d", "c", "a", "b"], false],
  ])("%j: %s", (value, expected) => {
    expect(readsValue(template, value)).toBe(expected);
  });
});
