import { describe, expect, it } from "@jest/globals";
import { plainFact, turnOf, type Fact } from "../../../src/core/guardrails/fact.ts";

const fact = (more: Partial<Fact>): Fact => ({ ...plainFact, rule: "guardrail-weakened", aspect: "a", what: "`a`", strength: 1, says: "there", remedy: "Put it back.", path: [], reach: { kind: "all" }, ...more });
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `n${i}`);
const ways = (base: Fact | null, head: Fact | null): readonly string[] => {
  const turn = turnOf(base, head);
  return turn === null ? [] : turn.kind === "weaker" ? turn.ways : ["unclear"];
};

describe("what became of a protection", () => {
  it.each<[string, Fact | null, Fact | null, readonly string[]]>([
    ["it is the same", fact({}), fact({}), []],
    ["it is weaker", fact({ strength: 2, says: "`Deny`" }), fact({ says: "`Audit`" }), ["was `Deny` and is now `Audit`"]],
    ["it is stronger, and lets more through", fact({ strength: 1 }), fact({ strength: 2, lets: ["a"] }), []],
    ["it protected nothing, and lets more through", fact({ strength: 0 }), fact({ strength: 0, lets: ["a"] }), []],
    ["it is gone", fact({ absence: "gone" }), null, ["was there and is now gone"]],
    ["it is gone, and is not missed", fact({ isMissed: false }), null, []],
    ["it is gone, and nothing is as good", fact({ otherwise: 1 }), null, []],
    ["it came, and nothing was better", null, fact({ strength: 0, says: "off", otherwise: 2, absence: "not set" }), ["was not set and is now off"]],
    ["it came", null, fact({ lets: ["a"] }), []],
    ["it lets five more through", fact({}), fact({ lets: names(5) }), ["now also lets through n0, n1, n2, n3, n4"]],
    ["it lets six more through", fact({}), fact({ lets: names(6) }), ["now also lets through n0, n1, n2, n3, n4 and 1 more"]],
    ["it lets less through", fact({ lets: ["a", "b"] }), fact({ lets: ["b"] }), []],
    ["it demands less", fact({ demands: ["a", "b"] }), fact({ demands: ["b"] }), ["no longer demands a"]],
    ["it demands less, and lets more through", fact({ demands: ["a"] }), fact({ lets: ["x"] }), ["now also lets through x", "no longer demands a"]],
    ["it demands something else", fact({ demands: ["a"] }), fact({ demands: ["b"] }), ["unclear"]],
    ["it demands more", fact({ demands: ["a"] }), fact({ demands: ["a", "b"] }), []],
    ["it is another in a way that cannot be compared", fact({ detail: "a" }), fact({ detail: "b" }), ["unclear"]],
    ["it says 120 characters", fact({ strength: 2, says: "x".repeat(120) }), fact({ says: "y" }), [`was ${"x".repeat(120)} and is now y`]],
    ["it says more", fact({ strength: 2, says: "x".repeat(121) }), fact({ says: "y" }), [`was ${"x".repeat(120)}… and is now y`]],
    ["it says more, as code", fact({ strength: 2, says: `\`${"x".repeat(120)}\`` }), fact({ says: "y" }), [`was \`${"x".repeat(119)}…\` and is now y`]],
    ["it says more, with a character of two halves further in", fact({ strength: 2, says: `😀${"x".repeat(120)}` }), fact({ says: "y" }), [`was 😀${"x".repeat(118)}… and is now y`]],
    ["it says more, and is not cut inside of a character", fact({ strength: 2, says: `${"x".repeat(119)}😀😀` }), fact({ says: "y" }), [`was ${"x".repeat(119)}… and is now y`]],
  ])("%s", (_, base, head, expected) => {
    expect(ways(base, head)).toEqual(expected);
  });
});
