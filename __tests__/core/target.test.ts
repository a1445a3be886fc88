import { describe, expect, it } from "@jest/globals";
import { identityOf, noEdits, plainTarget, type Declaration, type Target } from "../../src/core/target.ts";

describe("what makes a target the same on both sides", () => {
  const declared = (kind: string): Declaration => ({ apiVersion: "argoproj.io/v1alpha1", kind, namespace: "argocd", name: "web", path: "apps/web.yaml", line: 1, decides: "" });
  const target = (id: string, declaredBy: Declaration | null): Target => ({ ...plainTarget, engine: "manifests", id, path: "apps", namespace: "default", files: [], declaredBy });

  it.each<[string, Declaration | null, string]>([
    ["helm:charts/web", null, "helm:charts/web"],
    ["helm:charts/web@big", null, "helm:charts/web@big"],
    // It finds its files elsewhere on the other side, and an ApplicationSet makes what was an Application.
    ["helm:charts/web@argocd/web", declared("Application"), "Application@argocd/web"],
    ["helm:charts/web@2@argocd/web", declared("ApplicationSet"), "Application@argocd/web"],
    ["helm:charts/web@flux/web", declared("HelmRelease"), "HelmRelease@flux/web"],
    ["helm:charts/web@flux/web", declared("Settings"), "Settings@flux/web"],
  ])("%s, declared by %j: %s", (id, declaredBy, identity) => {
    expect(identityOf(target(id, declaredBy))).toBe(identity);
  });
});

describe("edits that change nothing", () => {
  it.each(["flux", "argocd"] as const)("are empty, by %s", (by) => {
    const { by: whose, ...edits } = noEdits(by);
    expect(whose).toBe(by);
    expect(Object.values(edits).filter((edit) => edit !== "" && edit !== false && Object.keys(edit as object).length > 0)).toEqual([]);
  });
});
