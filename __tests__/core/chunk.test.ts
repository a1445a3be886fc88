import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { splitDocuments } from "../../src/core/chunk.ts";
import { canHoldPod } from "../../src/core/worth-reading.ts";
import { entriesOf, inventoryOf } from "./manifests.ts";

describe("splitDocuments", () => {
  it("gives back every character, and counts lines as git does", () => {
    const piece = fc.constantFrom("a: 1", "{}", '{"a": "}{"}{"b": 1}', "{", "---", "--- x", "%YAML 1.1", "# c", "", " ---", "\r", "...", "\u2028");
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom("\n", "\r\n"), (lines, end) => {
        const text = lines.join(end);
        const chunks = splitDocuments(text);
        expect(chunks.map((chunk) => chunk.text).join("")).toBe(text);
        let before = "";
        for (const chunk of chunks) {
          expect(chunk.line).toBe(before.split("\n").length);
          before += chunk.text;
        }
      }),
    );
  });
});

it("splits as many JSON objects as a file may hold", () => {
  expect(splitDocuments("{}".repeat(500_000))).toHaveLength(500_000);
});

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: a
spec:
  versions:
  - schema: { openAPIV3Schema: { properties: { containers: { type: array } } } }
`;

describe("the chunks", () => {
  it.each<[string, readonly string[]]>([
    ["", [""]],
    ["a: 1\n", ["a: 1\n"]],
    ["---\na: 1\n", ["---\na: 1\n"]],
    ["a: 1\n---\nb: 2\n---\n", ["a: 1\n", "---\nb: 2\n", "---\n"]],
    // kubernetes/kubernetes: staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go (YAMLOrJSONDecoder)
    ['{"a": 1}{"b": "}{\\""} {}\n', ['{"a": 1}', '{"b": "}{\\""}', " {}\n"]],
    ['\n{\n  "a": {}\n}\n{"b": []}\n---\nc: 3\n', ['\n{\n  "a": {}\n}', '\n{"b": []}\n', "---\nc: 3\n"]],
    ["{a: 1}\n{b: 2}\n", ["{a: 1}\n{b: 2}\n"]],
    ['{"a": 1}\n{"b": 2} c\n', ['{"a": 1}\n{"b": 2} c\n']],
    ['{"a": 1}\n{"b": \n', ['{"a": 1}\n{"b": \n']],
    ['---\n{"a": 1}\n{"b": 2}\n', ['---\n{"a": 1}\n{"b": 2}\n']],
    ["%YAML 1.1\n# x\n---\na: 1\n---\nb: 2\n", ["%YAML 1.1\n# x\n---\na: 1\n", "---\nb: 2\n"]],
    ["# x\n---\na: 1\n", ["# x\n", "---\na: 1\n"]],
  ])("of %j", (text, expected) => {
    expect(splitDocuments(text).map((chunk) => chunk.text)).toEqual(expected);
  });
});

describe("canHoldPod", () => {
  it.each<[string, string, boolean]>([
    ["containers", "containers: []", true],
    ["init containers", "initContainers: []", true],
    ["ephemeral containers", "ephemeralContainers: []", true],
    ["none of them", "kind: ConfigMap\ndata: { a: b }", false],
    ["escapes of every kind", '"con\\x74ainers": []', true],
    ["an escaped end of line", '? "con\\\ntainers"\n: []', true],
    ["an escaped end of line of Windows", '? "con\\\r\ntainers"\r\n: []', true],
    ["an escaped end of line that only some see", '? "con\\\u0085tainers"\n: []', true],
    ["binary", "!!binary Y29udGFpbmVycw==: []", true],
    ["binary of a key that is asked for", "? !!binary Y29udGFpbmVycw==\n: []", true],
    ["binary in flow style", "{!!binary Y29udGFpbmVycw==: []}", true],
    ["an exclamation mark in a text", "a: b!", false],
    ["a backslash in a text", 'a: "b\\n"', false],
    ["a kind that needs no list", "apiVersion: kafka.strimzi.io/v1\nkind: Kafka\n", true],
    ["a list of such a kind", "apiVersion: kafka.strimzi.io/v1\nkind: KafkaList\n", true],
    ["such a kind of another group", "apiVersion: example.org/v1\nkind: Kafka\n", false],
    ["another kind of its group", "apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\n", false],
    ["a definition of such a kind", definition.replace("containers", "kafka.strimzi.io Kafka"), false],
    ["a definition", definition, false],
    ["a definition after a separator and comments", `---\n# Source: a\n\n  # x\n${definition}`, false],
    ["a definition with ends of line of Windows", `--- # x\n${definition}`.replaceAll("\n", "\r\n"), false],
    ["a definition with a quoted kind", definition.replace("CustomResourceDefinition", '"CustomResourceDefinition"'), false],
    ["a definition that mentions nothing", definition.replace("containers", "x"), false],
    ["another kind", definition.replace("CustomResourceDefinition", "Pod"), true],
    ["two kinds", `${definition}kind: Pod\n`, true],
    ["a second kind in quotes", `${definition}"kind": Pod\n`, true],
    ["a second kind with escapes", `${definition}"k\\x69nd": Pod\n`, true],
    ["a second kind with a tag", `${definition}!!str kind: Pod\n`, true],
    ["a second kind with an anchor", `${definition}&a kind: Pod\n`, true],
    ["a second kind that is asked for", `${definition}? kind\n: Pod\n`, true],
    ["a second kind with a blank before the colon", `${definition}kind : Pod\n`, true],
    ["a second kind from a merge", `${definition}<<: { kind: Pod }\n`, true],
    ["a second document after an end", `${definition}...\nkind: Pod\n`, true],
    ["a kind inside brackets that begin on the separator's line", "--- {kind: Pod, spec: {containers: [{name: a}]}, z: {\nkind: CustomResourceDefinition\n}}\n", true],
    ["a kind inside brackets that begin with a blank", " {kind: Pod, spec: {containers: [{name: a}]}, z: {\nkind: CustomResourceDefinition\n}}\n", true],
    ["a kind inside quotes of an object that is indented", ' kind: Pod\n spec: {containers: [{name: a}]}\n z: "\nkind: CustomResourceDefinition\n"\n', true],
    ["a comment that ends in the middle of a line", `${definition}# x\u0085kind: Pod\n`, true],
    ["a kind behind a byte-order mark", `${definition}\ufeffkind: Pod\n`, true],
  ])("%s", (_, text, expected) => {
    expect(canHoldPod(text)).toBe(expected);
  });

  it("is no shorter than what it leaves out", () => {
    expect(inventoryOf(definition, { origin: "rendered" })).toEqual({ entries: [], objects: [], problems: [] });
    expect(inventoryOf(definition)).toEqual({ entries: [], objects: [], problems: [] });
  });
});

/** A text in double quotes, of which some characters are spelled as escapes. */
const spelled = (text: string) =>
  fc.array(fc.constantFrom("as it is", "x", "u", "U"), { minLength: text.length, maxLength: text.length }).map((ways) => {
    const width = { x: 2, u: 4, U: 8 };
    return `"${[...text].map((character, i) => {
      const way = ways[i] ?? "as it is";
      return way in width ? `\\${way}${character.charCodeAt(0).toString(16).padStart(width[way as keyof typeof width], "0")}` : character;
    }).join("")}"`;
  });

/** A key as YAML lets it be written. */
const key = (name: string) => fc.oneof(fc.constant(name), fc.constant(`'${name}'`), spelled(name), fc.constant(`!!str ${name}`), fc.constant(`&k ${name}`), fc.constant(`! "${name}"`));

interface Keys {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: string;
  readonly containers: string;
  readonly name: string;
}

const keys: fc.Arbitrary<Keys> = fc.record({ apiVersion: key("apiVersion"), kind: key("kind"), spec: key("spec"), containers: key("containers"), name: key("name") });

const styles: readonly ((k: Keys) => string)[] = [
  (k) => `${k.apiVersion}: v1\n${k.kind}: Pod\n${k.spec}:\n  ${k.containers}:\n  - ${k.name}: a\n`,
  (k) => `{${k.apiVersion}: v1, ${k.kind}: Pod, ${k.spec}: {${k.containers}: [{${k.name}: a}]}}\n`,
  (k) => `? ${k.apiVersion}\n: v1\n? ${k.kind}\n: Pod\n? ${k.spec}\n: ? ${k.containers}\n  : - ? ${k.name}\n      : a\n`,
  (k) => `x: &x\n  ${k.containers}: [{${k.name}: a}]\n${k.spec}: {<<: *x}\n${k.apiVersion}: v1\n${k.kind}: Pod\n`,
  (k) => `kind: CustomResourceDefinition\n${k.apiVersion}: v1\n${k.kind}: Pod\n${k.spec}:\n  ${k.containers}:\n  - ${k.name}: a\n`,
  (k) => `--- {${k.apiVersion}: v1, ${k.kind}: Pod, ${k.spec}: {${k.containers}: [{${k.name}: a}]}, z: {\nkind: CustomResourceDefinition\n}}\n`,
  (k) => ` ${k.apiVersion}: v1\n ${k.kind}: Pod\n ${k.spec}: {${k.containers}: [{${k.name}: a}]}\n z: "\nkind: CustomResourceDefinition\n"\n`,
];

describe("a pod in an engine's output is found, however it is spelled", () => {
  it.each(styles.map((style, i) => [i, style] as const))("style %i", (_, style) => {
    fc.assert(
      fc.property(keys, fc.constantFrom("", "---\n", "# Source: a.yaml\n", `${definition}---\n`, "\ufeff"), fc.constantFrom("\n", "\r\n"), (k, before, end) => {
        const text = `${before}${style(k)}`.replaceAll("\n", end);
        expect(entriesOf(text, { origin: "rendered" }).map(({ container }) => container.name)).toEqual(["a"]);
      }),
      { numRuns: 60 },
    );
  });

  it("even behind a tag", () => {
    const texts = ["? !!binary Y29udGFpbmVycw==\n: [{name: a}]", "!!binary Y29udGFpbmVycw==: [{name: a}]"].map((containers) => `kind: Pod\napiVersion: v1\nspec:\n  ${containers.replaceAll("\n", "\n  ")}\n`);
    for (const text of texts) expect(entriesOf(text, { origin: "rendered" }).map(({ container }) => container.name)).toEqual(["a"]);
  });

  it("while what cannot hold one is not even parsed", () => {
    expect(inventoryOf("kind: ConfigMap\ndata: [\n", { origin: "rendered" }).problems).toEqual([]);
    expect(inventoryOf("kind: ConfigMap\ndata: [\n").problems).toHaveLength(1);
  });
});
