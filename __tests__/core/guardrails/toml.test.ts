import { describe, expect, it } from "@jest/globals";
import { readToml } from "../../../src/core/guardrails/toml.ts";

const settings = (text: string) => readToml(text)?.map(({ path, value, line }) => `${path.join("|")} ${value} ${line}`) ?? null;

describe("TOML", () => {
  it.each<[string, string, readonly string[] | null]>([
    ["nothing", "", []],
    ["comments and blank lines", "# a = 1\n\n  # b\n", []],
    ["a key", "a = 1", ["a 1 1"]],
    ["dotted keys", 'a."b.c".d = true # yes', ["a|b.c|d true 1"]],
    ["a table", "[x.y]\na = 1\n\n[z]\nb = false\n", ["x|y|a 1 2", "z|b false 5"]],
    ["tables of a list", "[[x]]\na = 1", ["x|a 1 2"]],
    ["blanks everywhere", " [ x . y ] \r\n a\t=  true  \r\n", ["x|y|a true 2"]],
    ["strings", `a = "x # \\" y"\nb = 'c\\d'\n`, ['a x # \\" y 1', "b c\\d 2"]],
    ["strings of many lines, in which nothing is a key", 'a = """\n[settings]\nb = true\n"""\nc = \'\'\'\nd = 1\'\'\'\ne = 2', ["a \n[settings]\nb = true\n 1", "c \nd = 1 5", "e 2 7"]],
    ["lists of many lines", 'a = [\n  "]", # ]\n  [1, 2],\n]\nb = 1', ['a [\n  "]", # ]\n  [1, 2],\n] 1', "b 1 5"]],
    ["what is no inline table, as nothing", "a = { b: true }\nc = { d = 1, e }", ["c|d 1 2"]],
    ["inline tables", "a = { b = true, c.d = { e = 1 } }", ["a|b true 1", "a|c|d|e 1 1"]],
    ["dates", "a = 1979-05-27T07:32:00Z", ["a 1979-05-27T07:32:00Z 1"]],
    ["YAML", "a: 1", null],
    ["a value that is missing", "a =\n", null],
    ["two on a line", "a = 1 b = 2", null],
    ["a table that does not end", "[x", null],
    ["a key that is missing", "= 1", null],
    ["a table without a name", "[]\na = 1", null],
    ["a table of two names", "[x y]\na = 1", null],
    ["a table with something behind it", "[x] a = 1", null],
    ["inline tables, up to what is none", 'a = { b = "1" ; c = 2 }', ["a|b 1 1"]],
    ["a list that does not end", "a = [1,", null],
  ])("reads %s", (_, text, expected) => {
    expect(settings(text)).toEqual(expected);
  });
});

describe("TOML that is made to take time", () => {
  it("has tables in tables, of which the outer ones are told", () => {
    const deep = `a = ${"{a=".repeat(50_000)}1${"}".repeat(50_000)}\nb = 1`;
    expect(readToml(deep)?.map(({ path }) => path.length)).toEqual([20, 1]);
  }, 60_000);

  it("has many lines, which are counted once", () => {
    expect(readToml("a=1\n".repeat(200_000))?.at(-1)?.line).toBe(200_000);
  }, 60_000);
});
