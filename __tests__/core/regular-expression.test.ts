import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readExpression } from "../../src/core/regular-expression.ts";

describe("regular expressions of selectors", () => {
  it("mean what JavaScript's mean, of whole texts", () => {
    const expression = fc.string({ unit: fc.constantFrom("a", "b", ".", "*", "+", "?", "|", "(", ")", "-", "^", "$"), maxLength: 12 });
    let understood = 0;
    fc.assert(fc.property(expression, fc.string({ unit: fc.constantFrom("a", "b", "-", "\n"), maxLength: 6 }), (pattern, text) => {
      const matches = readExpression(pattern);
      if (matches === null) return;
      understood++;
      expect(matches(text)).toBe(new RegExp(`^(?:${pattern})$`).test(text));
    }), { numRuns: 5_000 });
    expect(understood).toBeGreaterThan(500);
  });

  it.each(["a{2}", "[ab]", "\\d", "(?i)a", "a**", "a+?", "(a", "a)", "a^b", "(a$)", "*", "a".repeat(1_001), "(".repeat(30) + "a" + ")".repeat(30)])("%s is not understood", (pattern) => {
    expect(readExpression(pattern)).toBeNull();
  });

  it.each([["(a*)*b", "a".repeat(100_000)], ["(a|a)*b", "a".repeat(100_000)], [".*.*.*.*x", "a".repeat(100_000)], ["(a?)".repeat(200), "a".repeat(300)]])("%s is answered at once", (pattern, text) => {
    const begin = process.cpuUsage();
    expect(readExpression(pattern)?.(text)).toBe(false);
    expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000); // microseconds
  });
});
