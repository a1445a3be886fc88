import { describe, expect, it } from "@jest/globals";
import { demandAlike, isInSpite, withRest } from "../../src/core/in-spite.ts";
import type { Trouble } from "../../src/core/problem.ts";

const refusal: Trouble = { kind: "render-failed", path: "c/a.yaml", line: 1, message: "a name is needed", remedy: "give one", blocking: true };
const demand: Trouble = { ...refusal, rest: "the rest was looked at", demands: "abc" };
const side = (...problems: readonly Trouble[]) => ({ problems });

describe("two sides of a chart that demands values", () => {
  it.each<[string, readonly Trouble[], readonly Trouble[], boolean]>([
    ["demand the same", [demand], [demand], true],
    ["demand the same beside what does not block", [demand, { ...refusal, blocking: false }], [demand], true],
    ["demand the same and blame other lines", [demand], [{ ...demand, line: 9 }], true],
    ["demand different things", [demand], [{ ...demand, demands: "def" }], false],
    ["demand more", [demand], [demand, demand], false],
    ["differ in that one demands nothing", [], [demand], false],
    ["miss something else", [demand, { ...refusal, kind: "missing-dependency" }], [demand, { ...refusal, kind: "missing-dependency" }], false],
    ["were not rendered", [refusal], [refusal], false],
    ["demand nothing", [], [], false],
  ])("%s", (_name, base, head, expected) => {
    expect(demandAlike(side(...base), side(...head))).toBe(expected);
  });

  it("were rendered in spite of it or were not", () => {
    expect([side(demand), side({ ...demand, blocking: false }), side(refusal), side()].map(isInSpite)).toEqual([true, true, false, false]);
  });
});

it("tells how the rest was looked at, as long as that is all that was", () => {
  expect(withRest(demand).message).toBe("a name is needed; the rest was looked at");
  expect(withRest({ ...demand, blocking: false }).message).toBe("a name is needed");
  expect(withRest(refusal)).toBe(refusal);
});
