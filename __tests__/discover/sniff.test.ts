import { describe, expect, it } from "@jest/globals";
import { holdsObjects } from "../../src/discover/sniff.ts";

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");

describe("files with objects", () => {
  it.each([
    ["an object", "apiVersion: v1\nkind: Pod\n"],
    ["after a comment and a marker", "# hello\n---\napiVersion: v1\r\nkind: Pod\r\n"],
    ["in the second document", "a: 1\n---\nkind: Pod\napiVersion: v1\n"],
    ["indented as a whole", "  apiVersion: v1\n  kind: Pod\n"],
    ["in flow style", "{apiVersion: v1, kind: Pod}\n"],
    ["with quoted keys", `"apiVersion": v1\n'kind': Pod\n`],
    ["JSON", `{\n  "kind": "List",\n  "apiVersion": "v1", "items": []}`],
    ["several JSON objects", `{"apiVersion":"v1","kind":"Pod"}\n{"apiVersion":"v1","kind":"Pod"}\n`],
    ["with an escape in the key", `"api\\u0056ersion": v1\n"\\x6bind": Pod\n`],
    ["with a key folded over two lines", `? "api\\\n  Version"\n: v1\n? "kin\\\n  d"\n: Pod\n`],
    ["with a merged mapping", "a: &a {apiVersion: v1, kind: Pod}\n---\n<<: {apiVersion: v1, kind: Pod}\n"],
    ["templated", "{{ if .x }}\napiVersion: v1\nkind: Pod\n{{ end }}\n"],
    ["templated and indented", "{{ if .x }}\n  apiVersion: v1\n  kind: Pod\n{{ end }}\n"],
    ["with a byte-order mark", "\uFEFFapiVersion: v1\nkind: Pod\n"],
  ])("%s", (_, text) => {
    expect(holdsObjects(utf8(text))).toBe(true);
  });

  it("in an encoding that is not UTF-8", () => {
    expect(holdsObjects(Buffer.from("apiVersion: v1\nkind: Pod\nname: \xe9", "latin1"))).toBe(true);
    expect(holdsObjects(Buffer.from("\uFEFFapiVersion: v1\nkind: Pod\n", "utf16le"))).toBe(true);
    expect(holdsObjects(Buffer.from("\uFEFFapiVersion: v1\nkind: Pod\n", "utf16le").swap16())).toBe(true);
  });

  it("that cannot be had", () => {
    expect(holdsObjects(null)).toBe(true);
  });
});

describe("files without objects", () => {
  it.each([
    ["nothing", ""],
    ["other settings", "on: push\njobs: {}\n"],
    ["objects deeper inside", "extra:\n- apiVersion: v1\n  kind: Pod\n"],
    ["a list of objects, which nothing applies", "- apiVersion: v1\n  kind: Pod\n"],
    ["one of the two", "apiVersion: v1\nkinds: [a]\n"],
    ["the words in a text", "text: |\n  apiVersion: v1\n  kind: Pod\n"],
    ["a schema in JSON", `{"definitions":{"a":{"properties":{"apiVersion":{},"kind":{}}}}}`],
    ["a package", `{"name":"kind","text":"\\u003cb\\u003e"}`],
    ["no YAML and no words", "a: [\n"],
  ])("%s", (_, text) => {
    expect(holdsObjects(utf8(text))).toBe(false);
  });

  it("bytes of something else", () => {
    expect(holdsObjects(new Uint8Array([0, 255, 1, 254]))).toBe(false);
  });
});
