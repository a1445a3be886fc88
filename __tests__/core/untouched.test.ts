import { describe, expect, it } from "@jest/globals";
import type { Trouble } from "../../src/core/problem.ts";
import { withoutUntouched } from "../../src/core/untouched.ts";

const missing = (more: Partial<Trouble>): Trouble => ({ kind: "missing-dependency", path: "c/Chart.yaml", line: 5, message: "m", remedy: "r", blocking: true, ...more });
const side = (...problems: readonly Trouble[]) => ({ state: "unresolved" as const, problems });

describe("withoutUntouched", () => {
  it("makes a remark of what both sides lack and the same things decide", () => {
    const [base, head] = [side(missing({ decides: "a", line: 4 })), side(missing({ decides: "a" }))];
    expect(withoutUntouched(head, base)).toEqual({ state: "rendered", problems: [missing({ decides: "a", message: "m; the change touches nothing that decides it", remedy: "", blocking: false })] });
  });

  it.each([
    ["other things decide", side(missing({ decides: "b" }))],
    ["the other side has it", side()],
    ["the other side only remarks on it", side(missing({ decides: "a", blocking: false }))],
    ["nothing is known of the other side", side(missing({}))],
  ])("keeps it blocking where %s", (_name, base) => {
    const head = side(missing({ decides: "a" }));
    expect(withoutUntouched(head, base)).toBe(head);
  });

  it("keeps what nothing is known of", () => {
    const head = side(missing({}));
    expect(withoutUntouched(head, side(missing({})))).toBe(head);
  });

  it("keeps what did not block, as it was", () => {
    const head = side(missing({ decides: "a", blocking: false }));
    expect(withoutUntouched(head, side(missing({ decides: "a" })))).toBe(head);
  });

  it("leaves a side unresolved while anything else blocks", () => {
    const broken = missing({ kind: "render-failed" });
    const { state, problems } = withoutUntouched(side(missing({ decides: "a" }), broken), side(missing({ decides: "a" })));
    expect([state, problems.map(({ blocking }) => blocking)]).toEqual(["unresolved", [false, true]]);
  });
});
