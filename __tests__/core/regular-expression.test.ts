import { describe, expect, it } from "@jest/globals";
import { readExpression } from "../../src/core/regular-expression.ts";

describe("regular expressions of selectors", () => {
  it.each<[string, string, string]>([["a{2}", "aa", "a"], ["[^ab]", "c", "a"], ["\\d", "1", "a"], ["(?i)a", "A", "b"], ["a+?", "aa", "b"], ["a|bc", "bc", "ac"], ["\\pL", "ß", "1"]])("%s is understood as Go has it", (pattern, own, other) => {
    expect([own, other].map((text) => readExpression(pattern)?.(text))).toEqual([true, false]);
  });

  // golang/go: src/regexp/syntax/doc.go
  it.each(["a**", "(a", "a)", "*", "(?=a)a", "(a)\\1", "a{1001}", "a".repeat(1_001)])("%s is none", (pattern) => {
    expect(readExpression(pattern)).toBeNull();
  });

  it.each([["(a*)*b", "a".repeat(100_000)], ["(a|a)*b", "a".repeat(100_000)], [".*.*.*.*x", "a".repeat(100_000)], ["(a?)".repeat(200), "a".repeat(300)]])("%s is answered at once", (pattern, text) => {
    const begin = process.cpuUsage();
    expect(readExpression(pattern)?.(text)).toBe(false);
    expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000); // microseconds
  });
});
