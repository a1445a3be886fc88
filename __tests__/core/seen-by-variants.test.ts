import { describe, expect, it } from "@jest/globals";
import type { Trouble } from "../../src/core/problem.ts";
import type { SideState } from "../../src/core/report.ts";
import { withVariants } from "../../src/core/seen-by-variants.ts";
import { helmDefaults } from "../../src/core/selection.ts";
import { plainHelm, type HelmTarget } from "../../src/core/target.ts";

const demand: Trouble = { kind: "render-failed", path: "c/templates/a.yaml", line: 3, message: "a password is needed", remedy: "give one", blocking: true };
const chart = (variant: string | null = null): HelmTarget => ({ ...plainHelm, id: "helm:c", path: "c", variant, helm: helmDefaults });
const side = (state: SideState, ...problems: readonly Trouble[]) => ({ state, problems });
const failed = side("unresolved", demand);
const rendered = side("rendered");
const plain = { planned: { base: chart(), head: chart() }, base: failed, head: failed };
const variant = { planned: { base: chart("x"), head: chart("x") }, base: rendered, head: rendered };

describe("a chart that demands values", () => {
  it("blocks nothing where both sides demand them and the values of its tests render", () => {
    const [first, second] = withVariants([plain, variant]);
    const said = { ...demand, message: "a password is needed; with the chart's own values that is so on both sides, and it was looked at with `ci/x-values.yaml`", remedy: "", blocking: false };
    expect(first).toEqual({ ...plain, base: side("unresolved", said), head: side("unresolved", said) });
    expect(second).toBe(variant);
  });

  it("blocks nothing where there is no base, and when only the line moved", () => {
    const [scanned] = withVariants([{ ...plain, planned: { base: null, head: chart() }, base: side("absent") }, variant]);
    expect(scanned?.head.problems).toEqual([expect.objectContaining({ blocking: false, message: "a password is needed; with the chart's own values that is so, and it was looked at with `ci/x-values.yaml`" })]);
    expect(withVariants([{ ...plain, base: side("unresolved", { ...demand, line: 9 }) }, variant])[0]?.head.problems[0]?.blocking).toBe(false);
  });

  it.each<[string, typeof plain, (typeof plain)[]]>([
    ["no other values render", plain, [{ ...variant, head: failed }]],
    ["there are no other values", plain, []],
    ["they are those of another chart", plain, [{ ...variant, planned: { base: null, head: { ...chart("x"), path: "d" } } as unknown as typeof plain.planned }]],
    ["its own values rendered on the base", { ...plain, base: rendered }, [variant]],
    ["it fails in another way than on the base", { ...plain, base: side("unresolved", { ...demand, message: "a name is needed" }) }, [variant]],
    ["more is in the way", { ...plain, base: side("unresolved", demand, { ...demand, kind: "missing-dependency" }), head: side("unresolved", demand, { ...demand, kind: "missing-dependency" }) }, [variant]],
    ["somebody deploys it so", { ...plain, planned: { base: chart(), head: { ...chart(), declaredBy: { apiVersion: "a", kind: "Application", namespace: "n", name: "c", path: "p", line: 1, decides: "" } } } }, [variant]],
  ])("blocks where %s", (_name, own, others) => {
    expect(withVariants([own, ...others])[0]).toBe(own);
  });
});
