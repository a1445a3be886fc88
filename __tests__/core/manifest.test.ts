import { describe, expect, it } from "@jest/globals";
import { anchoredPositionOf, isMapping, positionOf, readDocuments, type PathSegment } from "../../src/core/manifest.ts";

const read = (text: string) => readDocuments({ path: "p.yaml", text, origin: "file" });
const objects = (text: string): unknown[] => read(text).documents.map(({ object }) => object);
const reasons = (text: string) => read(text).problems.map(({ kind, line, message }) => `${kind} ${line ?? "-"}: ${message.replace("this document is not YAML that can be read: ", "")}`);

describe("documents of a text", () => {
  it.each<[string, string, unknown[]]>([
    ["one", "a: 1\n", [{ a: 1 }]],
    ["without an end of line", "a: 1", [{ a: 1 }]],
    ["two", "a: 1\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a separator first and last", "---\na: 1\n---\n", [{ a: 1 }]],
    ["several separators", "---\n---\n\n---\na: 1\n", [{ a: 1 }]],
    ["a separator with a comment", "a: 1\n--- # next\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a separator with blanks", "a: 1\n---  \nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a document on its separator's line", "a: 1\n--- {b: 2}\n", [{ a: 1 }, { b: 2 }]],
    ["what only begins like a separator", "a: x\n ---y\n----: 1\n---z: 2\n", [{ "a": "x ---y", "----": 1, "---z": 2 }]],
    ["an end of document", "a: 1\n...\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["ends of line of Windows", "a: 1\r\n---\r\nb:\r\n  c: 2\r\n", [{ a: 1 }, { b: { c: 2 } }]],
    ["ends of line of old", "a: 1\rb: 2\r", [{ a: 1, b: 2 }]],
    ["a byte-order mark", "\ufeffa: 1\n", [{ a: 1 }]],
    ["only comments", "# a\n---\n# b\n", []],
    ["nothing", "", []],
    ["no mapping", "a\n---\n- b\n---\n1\n---\nnull\n", []],
    ["JSON", '{"a": [1, "\\u0062", null, true]}', [{ a: [1, "b", null, true] }]],
    ["JSON with tabs", '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n', [{ a: { b: 1 } }]],
    ["a directive", "%YAML 1.1\n---\na: 1\n", [{ a: 1 }]],
    ["directives with comments", "# x\n%TAG !e! tag:example.org:\n%YAML 1.1\n\n---\na: 1\n", [{ a: 1 }]],
    ["directives behind an end of document", "a: 1\n...\n# x\n%YAML 1.1\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a separator with a comment right behind it", "a: 1\n---#next\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a byte-order mark behind a separator", "a: 1\n---\n\ufeffb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["comments that touch what they follow", "a: 'x'#c\nb: |#c\n  x\nc: [1]#c\n", [{ a: "x", b: "x\n", c: [1] }]],
    ["tabs inside brackets", "a: [1,\t2]\nb: {c:\t3}\n", [{ a: [1, 2], b: { c: 3 } }]],
    ["a separator inside a block scalar that is indented", "a: |\n  x\n  ---\n  y\nb: 1\n", [{ a: "x\n---\ny\n", b: 1 }]],
    ["a separator inside quotes that is indented", 'a: "x\n  ---\n  y"\n', [{ a: "x --- y" }]],
    ["a per cent sign in a document", "a: |\n  %x\n---\nb: 2\n", [{ a: "%x\n" }, { b: 2 }]],
  ])("%s", (_, text, expected) => {
    const { documents, problems } = read(text);
    expect(problems).toEqual([]);
    expect(documents.map(({ object }) => object)).toEqual(expected);
  });

  it("do not begin with a byte-order mark", () => {
    expect(read("\ufeff{a: 1}\n").documents.map((document) => [document.text, positionOf(document, ["a"])?.column])).toEqual([["{a: 1}\n", 2]]);
  });

  it("know where they begin, and nothing of each other", () => {
    const { documents } = read("# x\na: 1\n---\nb: 2\n---\n\n\nc: 3\n");
    expect(documents.map(({ line, text, path, origin }) => [line, text, path, origin])).toEqual([
      [1, "# x\na: 1\n", "p.yaml", "file"],
      [3, "---\nb: 2\n", "p.yaml", "file"],
      [5, "---\n\n\nc: 3\n", "p.yaml", "file"],
    ]);
  });
});

describe("values are what Kubernetes' decoder makes of them", () => {
  it.each<[string, string, unknown]>([
    ["YAML 1.1 booleans", "a: [y, Yes, on, TRUE, n, No, OFF, false]", { a: [true, true, true, true, false, false, false, false] }],
    ["words that only look like them", "a: [yo, oN, truE, '', \"on\"]", { a: ["yo", "oN", "truE", "", "on"] }],
    ["octal, as YAML 1.1 and Go write it", "a: [010, -010, 0o10, 08, 0777]", { a: [8, -8, 8, 8, 511] }],
    ["other bases and underscores", "a: [0X1f, -0x1F, 0b11, -0b11, 1_000, 1_0.5, _1, 0x, 0b+1]", { a: [31, -31, 3, -3, 1000, 10.5, "_1", "0x", 1] }],
    ["numbers that do not fit", "a: [1e400, 0xFFFFFFFFFFFFFFFFF]", { a: ["1e400", "0xFFFFFFFFFFFFFFFFF"] }],
    ["tags", "a: [!!str 1, !!int '3', !!float 1, !!bool 'yes', !!null ~, !x 1, !!x 1, !!timestamp 2001-01-01]", { a: ["1", 3, 1, true, null, "1", "1", "2001-01-01"] }],
    ["tags of collections mean nothing", "a: !x {b: !!str [c]}", { a: { b: ["c"] } }],
    ["binary", "a: !!binary w6k=\n? !!binary YQ==\n: b", { a: "b" }],
    ["null", "a: [~, null, Null, NULL]\nb:", { a: [null, null, null, null], b: null }],
    ["numbers", "a: [1, -2, 0x1F, 1.5]", { a: [1, -2, 31, 1.5] }],
    ["dates are texts", "a: 2001-01-01", { a: "2001-01-01" }],
    ["times are texts", "a: 12:30:45", { a: "12:30:45" }],
    ["the last of duplicate keys", "a: 1\na: 2", { a: 2 }],
    ["keys that are numbers and booleans", "1: a\ntrue: b", { "1": "a", "true": "b" }],
    ["a merge key", "x: &x {a: 1, b: 2}\nm: {<<: *x, b: 3}", { x: { a: 1, b: 2 }, m: { a: 1, b: 3 } }],
    ["a merge key overrides what stands before it", "x: &x {a: 1}\nm: {a: 2, <<: *x}", { x: { a: 1 }, m: { a: 1 } }],
    ["a list of merges: the first counts most", "m: {<<: [{a: 1}, {a: 2, b: 2}]}", { m: { a: 1, b: 2 } }],
    ["a later merge key overrides an earlier", "m: {<<: {a: 1}, <<: {a: 2}}", { m: { a: 2 } }],
    ["a merge key with its tag, as yq writes it", "x: &x {a: 1}\nm: {!!merge <<: *x, b: 2}", { x: { a: 1 }, m: { a: 1, b: 2 } }],
    ["a merge of a merge", "x: &x {<<: {a: 1}}\nm: {<<: *x}", { x: { a: 1 }, m: { a: 1 } }],
    ["`<<` as a value", "a: <<\nb: [<<]\nc: '<<'", { a: "<<", b: ["<<"], c: "<<" }],
    ["`<<` in quotes as a key", "m: {'<<': {a: 1}}", { m: { "<<": { a: 1 } } }],
    ["explicit tags of texts", "a: !!str 1\nb: ! on", { a: "1", b: "on" }],
    ["U+0085, U+2028 and U+2029 end a line", "a: 1 # x\u0085b: 2 # x\u2028c: 3 # x\u2029d: 4", { a: 1, b: 2, c: 3, d: 4 }],
    ["brackets that close at their key's column", "a: [\n  1,\n]\nb:\n  c: {\n    d: 1\n  }\n  e: 2", { a: [1], b: { c: { d: 1 }, e: 2 } }],
    ["brackets of a list's item", "a:\n- b: [\n  1\n]\n- 2", { a: [{ b: [1] }, 2] }],
    ["brackets in brackets in the first column", "a:\n  b: {\nc: [\n1\n]\n}\nd: 2", { a: { b: { c: [1] } }, d: 2 }],
    ["quotes that go on in the first column", "a:\n  b: 'x\ny\n\n z'\nc: \"x\\\ny\"", { a: { b: "x y\nz" }, c: "xy" }],
  ])("%s", (_, text, expected) => {
    expect(objects(`${text}\n`)).toEqual([expected]);
    expect(reasons(`${text}\n`)).toEqual([]);
  });

  it("a key that every object inherits is a field", () => {
    const [object] = objects("__proto__: {type: Unconfined}\n");
    expect(Object.entries(object ?? {})).toEqual([["__proto__", { type: "Unconfined" }]]);
  });
});

describe("what cannot be read is a problem with a line, and the rest is still there", () => {
  it.each<[string, string, string[], unknown[]]>([
    ["a bad document among good ones", "a: 1\n---\nb: [\n---\nc: 3\n", ["yaml 4: unexpected end of the stream within a flow collection"], [{ a: 1 }, { c: 3 }]],
    ["two bad ones", "a: [\n---\nb: {\n", ["yaml 2: unexpected end of the stream within a flow collection", "yaml 4: unexpected end of the stream within a flow collection"], []],
    ["tabs in the indentation", "a:\n\tb: 1\n", ["yaml 2: tab characters must not be used in indentation"], []],
    ["an alias of nothing with a long name", `a: *${"x".repeat(5_000)}\n`, [`yaml 1: unidentified alias "${"x".repeat(180)}…`], []],
    ["an alias of nothing", "a: *x\n", ['yaml 1: unidentified alias "x"'], []],
    ["a tag that contradicts its text", "a: !!int x\n", ["yaml 1: `!!int` cannot be read from `x`"], []],
    ["binary that is none", "a: !!binary x\n", ["yaml 1: `!!binary` is not base64"], []],
    ["binary that is no text", "a: !!binary /w==\n", ["yaml 1: `!!binary` holds bytes that are not UTF-8"], []],
    ["an infinite number", "a: -.inf\n", ["yaml 1: JSON has no infinite numbers, and none that are not numbers"], []],
    ["a key that is null", "~: 1\n", ["yaml 1: a key cannot be null"], []],
    ["a colon that is part of a text to Kubernetes", "a: {privileged:}\n", ["yaml 1: Kubernetes reads this colon as a part of the text before it; a blank must follow it"], []],
    ["another version of YAML", "%YAML 1.2\n---\na: 1\n", ["yaml 1: Kubernetes takes no other directive of this kind than `%YAML 1.1`, not `%YAML 1.2`"], []],
    ["a key that is a mapping", "a: {{ .Values.x }}\n", ["yaml 1: a mapping or a list stands where a key is expected"], []],
    ["a merge of no mapping", "a: {<<: 1}\n", ["yaml 1: a merge key needs a mapping, or a list of mappings"], []],
    ["a merge of a list with another thing", "a: {<<: [{b: 1}, null]}\n", ["yaml 1: a merge key needs a mapping, or a list of mappings"], []],
    ["an object that contains itself", "a: &x {b: *x}\n", ['yaml 1: recursive alias "x"'], []],
    ["a list that contains itself", "a: &x [*x]\n", ['yaml 1: recursive alias "x"'], []],
    ["a NUL", "a: \u0000\n", ["yaml 1: null byte is not allowed in input"], []],
    ["a separator inside quotes", 'a: "\n---\n"\n', ["yaml 2: unexpected end of the stream within a double quoted scalar", "yaml 4: unexpected end of the stream within a double quoted scalar"], []],
  ])("%s", (_, text, problems, documents) => {
    expect(reasons(text)).toEqual(problems);
    expect(objects(text)).toEqual(documents);
  });

  it("has no line when the text is an engine's output", () => {
    const { problems } = readDocuments({ path: "t.yaml", text: "containers: [\n", origin: "rendered" });
    expect(problems).toMatchObject([{ kind: "yaml", path: "t.yaml", line: null, blocking: true }]);
  });

  it.each([
    ["a template", "a: {{ .x }}\nb: 1", /looks like a template that another tool fills in.*`exclude:`/],
    ["anything else", "a: [", /^Correct the YAML, or list the file under `exclude:`/],
  ])("says what to do about %s", (_, text, remedy) => {
    expect(read(text).problems[0]?.remedy).toMatch(remedy);
  });
});

describe("bombs", () => {
  const nested = (depth: number) => `a: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
  it.each<[string, string, RegExp]>([
    ["brackets 20,000 deep", nested(20_000), /^limit 1: nesting exceeded maxDepth \(500\)$/],
    ["blocks 20,000 deep", `${Array.from({ length: 20_000 }, (_, i) => `${" ".repeat(Math.min(i, 600))}a:`).join("\n")}\n`, /^limit \d+: nesting exceeded maxDepth|^yaml/],
    ["too many aliases", `x: &x 1\na: [${"*x, ".repeat(10_001)}]\n`, /^limit 2: aliases exceeded maxAliases \(10000\)$/],
    ["merges of merges", `x: &x {${Array.from({ length: 200 }, (_, i) => `k${i}: 1`).join(", ")}}\na: [${"{<<: *x}, ".repeat(501)}]\n`, /^limit 2: merge keys bring more than 100000 fields$/],
  ])("%s", (_, text, expected) => {
    expect(reasons(text)).toHaveLength(1);
    expect(reasons(text)[0]).toMatch(expected);
  });

  it("what is deep within reason is read", () => {
    expect(reasons(nested(400))).toEqual([]);
  });

  it("of aliases take no more room than their text", () => {
    const lines = Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`);
    expect(reasons(`a0: &a0 x\n${lines.join("\n")}\n`)).toEqual([]);
  });

  const wrapped = (lines: number): string => `a:\n  - b: 'it''s\n${"  more: \"words\"\n".repeat(lines)}  end'\n    c: "\\"x\n${"y\n".repeat(lines)}z"\n`;

  it("of quotes that go on without indentation are read at once", () => {
    const { documents, problems } = read(wrapped(20_000));
    expect(problems).toEqual([]);
    expect(documents.map(({ object }) => object)).toEqual([{ a: [{ b: `it's ${'more: "words" '.repeat(20_000)}end`, c: `"x ${"y ".repeat(20_000)}z` }] }]);
    expect(documents.map((document) => positionOf(document, ["a", 0, "c"]))).toEqual([{ line: 20_004, column: 5, endLine: 40_005 }]);
  });

  it("of quotes beside a block text that only looks like them are read all the same", () => {
    const [object] = objects(`${wrapped(2)}d: |\n  echo: 'a\n  b'\n  c\n`);
    expect(object).toEqual({ a: [{ b: 'it\'s more: "words" more: "words" end', c: '"x y y z' }], d: "echo: 'a\nb'\nc\n" });
  });

  it.each(["'", '"'])("of quotes that never end take no time: %s", (quote) => {
    expect(reasons(`a:\n  - b: [\n  x\n  ]\n${`  - c: ${quote}x\n`.repeat(20_001)}`)).toEqual([expect.stringMatching(/^yaml \d+: /)]);
  });

  it("of lines that must be indented end, the document unread", () => {
    const text = `a:\n${"  - b: [\n  x\n  ]\n".repeat(5_000)}`;
    expect(reasons(text)).toEqual([expect.stringMatching(/^yaml \d+: deficient indentation$/)]);
  });
});

describe("a file that is made to take time", () => {
  const read = (text: string) => readDocuments({ path: "a.yaml", text, origin: "file" });

  it("is read no further than to its hundredth document that is none", () => {
    const { documents, problems } = read(`a: 1\n${"---\n]\n".repeat(300)}---\nb: 1\n`);
    expect(documents).toHaveLength(1);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({ kind: "limit", line: 202, blocking: true, message: "more than 100 documents of this file are no YAML that can be read; those from here on were not looked at" });
  });

  it("may be all separators", () => {
    expect(read(`${"---\n".repeat(1_000_000)}a: 1\n`).documents.map(({ line }) => line)).toEqual([1_000_000]);
  }, 60_000);

  it("is walked once, however many places are asked for", () => {
    const many = 40_000;
    const [document] = read(`items:\n${Array.from({ length: many }, (_, i) => `- name: a${i}\n`).join("")}`).documents;
    if (document === undefined) throw new Error("no document");
    expect(Array.from({ length: many }, (_, i) => positionOf(document, ["items", i, "name"])?.line)).toEqual(Array.from({ length: many }, (_, i) => i + 2));
  }, 60_000);
});

describe("positions", () => {
  const block = "---\nkind: Pod\nspec:\n  containers:\n  - name: a\n    securityContext:\n      privileged: true\n      seccompProfile:\n        type: Localhost\n        localhostProfile: a.json\n  - name: b\n";
  it.each<[string, string, readonly PathSegment[], [number, number, number] | null]>([
    ["a scalar is at its key", block, ["spec", "containers", 0, "securityContext", "privileged"], [7, 7, 7]],
    ["an object is at its key and ends with its last line", block, ["spec", "containers", 0, "securityContext", "seccompProfile"], [8, 7, 10]],
    ["an item is at its first line", block, ["spec", "containers", 1], [11, 5, 11]],
    ["the nearest field above what is not there", block, ["spec", "containers", 1, "securityContext", "seccompProfile"], [11, 5, 11]],
    ["an item beyond the list's end", block, ["spec", "containers", 7], [4, 3, 11]],
    ["the document", block, [], [2, 1, 11]],
    ["flow style", "a: {b: [1, {c: 2}]}\n", ["a", "b", 1, "c"], [1, 13, 1]],
    ["flow style on several lines", "a: {\n  b: [\n    1,\n    {c: 2}\n  ]\n}\nd: 1\n", ["a", "b", 1, "c"], [4, 6, 4]],
    ["flow style that closes in the first column", "a:\n  x: {\n  b: [\n1,\n{c: 2}\n]\n}\nd: 1\n", ["a", "x", "b", 1, "c"], [5, 2, 5]],
    ["what follows it", "a:\n  x: {\n  b: 1\n}\n  y: 2\n", ["a", "y"], [5, 3, 5]],
    ["quoted keys", '{"a": {"b": 1}}\n', ["a", "b"], [1, 9, 1]],
    ["keys with escapes", '{"\\x61": 1}\n', ["a"], [1, 3, 1]],
    ["a block scalar", "a: |\n  x\n  y\nb: 1\n", ["a"], [1, 1, 3]],
    ["an alias", "x: &x {b: 1}\na: *x\n", ["a"], [2, 1, 2]],
    ["what an alias stands for is at the alias", "x: &x {b: 1}\na: *x\n", ["a", "b"], [2, 1, 2]],
    ["the last of duplicate keys", "a: 1\nb: 2\na: 3\n", ["a"], [3, 1, 3]],
    ["an explicit key", "? a\n: b\n", ["a"], [1, 3, 2]],
    ["a key that is no scalar is passed by", "? [x]\n: 1\na: 2\n", ["a"], [3, 1, 3]],
    ["ends of line of Windows", "a: 1\r\nb:\r\n  c: 2\r\n", ["b", "c"], [3, 3, 3]],
    ["lines as git counts them, whatever ends one", "a: 1 # \u2028\nb: 2\n", ["b"], [2, 1, 2]],
    ["a key like those every object has", "toString: 1\n", ["toString"], [1, 1, 1]],
    ["a number is no key", "0: a\nb: 1\n", [0], [1, 1, 2]],
    ["a key is no number", "- a\n- b\n", ["0"], [1, 1, 2]],
  ])("%s", (_, text, path, expected) => {
    const found = positionOf({ text, line: 1 }, path);
    expect(found === null ? null : [found.line, found.column, found.endLine]).toEqual(expected);
  });

  it.each<[string, string, readonly PathSegment[], number]>([
    ["an alias", "x: &x\n  b: 1\na: *x\n", ["a", "b"], 2],
    ["an alias below an alias", "x: &x\n  b: 1\ny: &y\n  c: *x\na: *y\n", ["a", "c", "b"], 2],
    ["a merge key", "x: &x\n  b: 1\na:\n  <<: *x\n  c: 2\n", ["a", "b"], 2],
    ["a merge key that overrides what stands above it", "x: &x\n  b: 1\na:\n  b: 2\n  <<: *x\n", ["a", "b"], 2],
    ["not what stands below a merge key", "x: &x\n  b: 1\na:\n  <<: *x\n  b: 2\n", ["a", "b"], 5],
    ["the first of several that are merged", "x: &x\n  b: 1\ny: &y\n  b: 2\na:\n  <<: [*x, *y]\n", ["a", "b"], 2],
    ["what is merged into what is merged", "x: &x\n  b: 1\ny: &y\n  <<: *x\n  c: 2\na:\n  <<: *y\n", ["a", "b"], 2],
    ["the last anchor of a name", "x: &x\n  b: 1\ny: &x\n  b: 2\na: *x\n", ["a", "b"], 4],
    ["the alias, where nothing of its anchor is meant", "x: &x\n  b: 1\na: *x\n", ["a", "z"], 3],
    ["an alias of nothing that is known", "a: 1\n", ["a"], 1],
  ])("behind %s", (_, text, path, line) => {
    expect(anchoredPositionOf({ text, line: 1 }, path)?.line).toBe(line);
  });

  it("count from where the document begins", () => {
    const [, second] = read("a: 1\n---\n\nb: {c: 2}\n").documents;
    expect(second && positionOf(second, ["b", "c"])).toEqual({ line: 4, column: 5, endLine: 4 });
  });
});

describe("isMapping", () => {
  it.each<[unknown, boolean]>([[{}, true], [[], false], [null, false], ["x", false], [1, false], [undefined, false]])("%j: %s", (value, expected) => {
    expect(isMapping(value)).toBe(expected);
  });
});
