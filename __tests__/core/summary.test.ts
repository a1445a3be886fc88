import { expect, it } from "@jest/globals";
import type { ContainerRow, Finding, SideState, TargetOutcome } from "../../src/core/report.ts";
import { summarize } from "../../src/core/summary.ts";
import { standing, type Stand } from "./manifests.ts";

const { workload, container } = standing("Unset");
const side = (stand: Stand | null) => (stand === null ? null : standing(stand).posture);
const row = (base: Stand | null, head: Stand | null): ContainerRow => ({ target: "helm:a", workload, container, foundBy: "kind", was: null, base: side(base), head: side(head), change: "changed", podSecurity: null, systemCalls: null });
const target = (base: SideState, head: SideState): TargetOutcome => ({ id: "helm:a", engine: "helm", path: "a", declaredBy: null, variant: null, base, head });
const finding = (severity: Finding["severity"], exempt = false): Finding => ({
  rule: "r",
  severity,
  target: "helm:a",
  workload,
  container,
  base: null,
  head: null,
  message: "m",
  remedy: "r",
  locations: [],
  fix: null,
  fingerprint: "f",
  group: "g",
  alsoIn: [],
  was: null,
  exemption: exempt ? { reason: "r", expires: null } : null,
});

it("counts every posture of either side once", () => {
  const rows = [row("RuntimeDefault", "Unconfined"), row("Localhost a", "privileged"), row("Unset", null), row(null, "Invalid a"), row(null, "Windows"), row("Unset", "Unset")];
  expect(summarize([], rows, []).containers).toEqual({
    base: { RuntimeDefault: 1, Localhost: 1, Unconfined: 0, Unset: 2, Invalid: 0, NotApplicable: 0 },
    head: { RuntimeDefault: 0, Localhost: 0, Unconfined: 2, Unset: 1, Invalid: 1, NotApplicable: 1 },
  });
});

it("counts every target once, unresolved before anything else", () => {
  const targets = [target("rendered", "rendered"), target("absent", "rendered"), target("rendered", "absent"), target("unchanged", "unchanged"), target("unresolved", "rendered"), target("rendered", "unresolved"), target("unresolved", "unresolved"), target("unresolved", "absent")];
  expect(summarize(targets, [], []).targets).toEqual({ rendered: 3, unchanged: 1, unresolved: 4 });
});

it("counts what is exempted apart", () => {
  expect(summarize([], [], [finding("error"), finding("error"), finding("warning"), finding("note"), finding("error", true), finding("note", true)]).findings).toEqual({ error: 2, warning: 1, note: 1, exempted: 2 });
});
