// What scalars mean to the decoder that Helm, kubectl and the API server use. kubernetes-sigs/yaml: goyaml.v2/resolve.go

import { describe, expect, it } from "@jest/globals";
import { plainScalar, taggedScalar, type ScalarValue } from "../../../src/core/yaml/scalar.ts";

describe("a scalar without quotes and tag", () => {
  it.each<[string, ScalarValue]>([
    ["0x1F", 31],
    ["0b101", 5],
    ["0b-101", -5],
    ["0o17", 15],
    ["017", 15],
    ["018", 18],
    ["1_000", 1000],
    ["-1", -1],
    ["+1", 1],
    [".5", 0.5],
    ["5.", 5],
    ["-1.5e3", -1500],
    [".", "."],
    [".5.5", ".5.5"],
    ["1.5.5", "1.5.5"],
    ["1a", "1a"],
    ["e1", "e1"],
    ["0x", "0x"],
    ["1e999", "1e999"],
  ])("%s", (text, value) => {
    expect(plainScalar(text)).toBe(value);
  });
});

describe("a scalar with a tag", () => {
  const tagged = (tag: string, text: string): ScalarValue => taggedScalar(`tag:yaml.org,2002:${tag}`, text);
  it.each<[string, string, ScalarValue]>([
    ["int", "9223372036854775807", 9223372036854775807],
    ["int", "18446744073709551615", 18446744073709551615],
    ["int", "-9223372036854775808", -9223372036854775808],
    ["float", "1", 1],
    ["float", ".5", 0.5],
    ["bool", "true", true],
    ["null", "~", null],
    ["str", "1", "1"],
    ["timestamp", "2001-01-01", "2001-01-01"],
    ["timestamp", "2001-1-1T1:1:1Z", "2001-1-1T1:1:1Z"],
    ["binary", "", ""],
    ["binary", "YQ==", "a"],
    ["binary", "YW\nI=", "ab"],
    ["binary", "YWJj", "abc"],
  ])("%s %s", (tag, text, value) => {
    expect(tagged(tag, text)).toBe(value);
  });

  it.each([
    ["int", "18446744073709551616"], // of an unsigned number of 64 bits
    ["int", "9223372036854775808000"],
    ["int", "-9223372036854775809"],
    ["int", "1.5"],
    ["bool", "1"],
    ["float", "x"],
    ["timestamp", "2001-01"],
    ["timestamp", "2001-01-01x"],
    ["binary", "YQ"],
    ["binary", "Y==="],
    ["binary", "YQ==YQ=="],
  ])("%s %s cannot be", (tag, text) => {
    expect(() => tagged(tag, text)).toThrow(`!!${tag}`);
  });

  it("that nobody knows is a text", () => {
    expect([taggedScalar("!x", "1"), taggedScalar("tag:example.org:int", "1"), tagged("integer", "1")]).toEqual(["1", "1", "1"]);
  });
});
