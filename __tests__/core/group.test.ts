import { describe, expect, it } from "@jest/globals";
import { groupFindings, namesLine, type LocatedFinding } from "../../src/core/group.ts";
import type { Location } from "../../src/core/report.ts";
import { describeMatch } from "../../src/core/wording.ts";
import { standing } from "./manifests.ts";

const { workload, container, posture } = standing("Unset");
const location: Location = { path: "base/deploy.yaml", line: 7, column: 3, endLine: 7, precision: "exact", role: "cause", inDiff: true };

function finding(more: Partial<LocatedFinding> = {}): LocatedFinding {
  const name = more.container?.name ?? container.name;
  return {
    rule: "profile-removed",
    severity: "error",
    target: "kustomize:dev",
    workload,
    container,
    base: standing("RuntimeDefault").posture,
    head: posture,
    was: null,
    message: `container \`${name}\` of ${workload.kind} \`default/${workload.name}\` has lost it`,
    remedy: "Put it back.",
    locations: [location],
    fix: null,
    fingerprint: `${more.target ?? "kustomize:dev"} ${name}`,
    exemption: null,
    ...more,
  };
}

const other = { type: "container", name: "other" } as const;
const groupsOf = (...findings: readonly LocatedFinding[]) => groupFindings(findings).map(({ group }) => group);
const distinct = (...findings: readonly LocatedFinding[]) => new Set(groupsOf(...findings)).size;

describe("objects that several targets describe several times", () => {
  it("are paired in their order", () => {
    const [one, other] = ["a", "b"].map((target) => finding({ target }));
    if (one === undefined || other === undefined) throw new Error("two");
    expect(groupFindings([one, one, other, one, other]).map(({ target, alsoIn }) => [target, alsoIn])).toEqual([["a", ["b"]], ["a", ["b"]], ["a", []]]);
  });

  it("are paired in time", () => {
    const many = ["a", "b"].flatMap((target) => Array.from({ length: 6_000 }, () => finding({ target })));
    expect(groupFindings(many)).toHaveLength(6_000);
  }, 120_000);
});

describe("one object in several targets", () => {
  const prod = finding({ target: "kustomize:prod" });

  it("is one finding, of the first, that names the others in order", () => {
    const merged = groupFindings([finding(), finding({ target: "kustomize:z" }), prod]);
    expect(merged.map(({ target, alsoIn, fingerprint }) => [target, alsoIn, fingerprint])).toEqual([["kustomize:dev", ["kustomize:prod", "kustomize:z"], "kustomize:dev app"]]);
  });

  it.each<[string, Partial<LocatedFinding>]>([
    ["rule", { rule: "newly-unconfined" }],
    ["severity", { severity: "note" }],
    ["namespace", { workload: { ...workload, namespace: "prod" } }],
    ["container", { container: other }],
    ["base", { base: null }],
    ["head", { head: standing("Unconfined").posture }],
    ["message", { message: "else" }],
    ["remedy", { remedy: "Else." }],
    ["line", { locations: [{ ...location, line: 8 }] }],
    ["file", { locations: [{ ...location, path: "prod/patch.yaml" }] }],
    ["exemption", { exemption: { reason: "r", expires: null } }],
    ["unknown place", { locations: [] }],
  ])("stays two when they differ in: %s", (_, more) => {
    expect(groupFindings([finding(), { ...prod, ...more }]).map(({ target, alsoIn }) => [target, alsoIn])).toEqual([["kustomize:dev", []], ["kustomize:prod", []]]);
  });

  it("stays two where no place is known of either", () => {
    expect(groupFindings([finding({ locations: [] }), { ...prod, locations: [] }])).toHaveLength(2);
  });

  it("described twice in one target stays two", () => {
    expect(groupFindings([finding(), finding()]).map(({ alsoIn }) => alsoIn)).toEqual([[], []]);
    expect(groupFindings([finding(), prod, prod]).map(({ alsoIn }) => alsoIn)).toEqual([["kustomize:prod"], []]);
  });

  it("is one finding whatever place comes second", () => {
    expect(groupFindings([finding({ locations: [location, { ...location, path: "x" }] }), prod])).toHaveLength(1);
  });
});

describe("the line of a place", () => {
  it.each<[Location["precision"], Location["role"], boolean, boolean]>([
    ["exact", "template", false, true],
    ["action", "template", false, true],
    ["file", "template", false, false],
    ["file", "template", true, true],
    ["file", "cause", false, true],
    ["file", "patch", false, false],
  ])("that is %s, of a %s, in the diff: %s, is named: %s", (precision, role, inDiff, expected) => {
    expect(namesLine({ ...location, precision, role, inDiff })).toBe(expected);
  });
});

describe("findings of one cause", () => {
  it("are those of containers that came into being in one pod without a profile, on whatever lines", () => {
    const added = (more: Partial<LocatedFinding>) => finding({ rule: "added-without-profile", base: null, ...more });
    const further = { container: other, locations: [{ ...location, line: 20 }] };
    expect(distinct(added({}), added(further))).toBe(1);
    expect(distinct(added({}), added({ ...further, workload: { ...workload, name: "another" } }))).toBe(2);
    expect(distinct(finding(), finding(further))).toBe(2);
  });

  it("share a group, which their order does not change", () => {
    const [one, two] = [finding(), finding({ container: other })];
    expect(distinct(one, two)).toBe(1);
    expect(groupsOf(two, one)).toEqual(groupsOf(one, two));
    expect(groupsOf(one, two)).toEqual([one.fingerprint, one.fingerprint]);
  });

  it("keep their group when lines move", () => {
    const moved = { locations: [{ ...location, line: 70, endLine: 71 }] };
    expect(groupsOf(finding(moved), finding({ container: other, ...moved }))).toEqual(groupsOf(finding(), finding({ container: other })));
  });

  it("have the id of the first of them, whoever joins later", () => {
    expect(groupsOf(finding({ container: other }))).not.toEqual(groupsOf(finding()));
    expect(groupsOf(finding())).toEqual(groupsOf(finding(), finding({ container: other })).slice(0, 1));
  });

  it("share it whatever they were matched with on the base", () => {
    const was = { target: "helm:old", workload: { ...workload, name: "old" }, container, by: ["image"] } as const;
    const matched = finding({ container: other, was, message: `${finding({ container: other }).message}${describeMatch(was)}` });
    expect(distinct(finding(), matched)).toBe(1);
  });

  it.each<[string, LocatedFinding]>([
    ["another line", finding({ container: other, locations: [{ ...location, line: 9 }] })],
    ["another rule", finding({ container: other, rule: "x" })],
    ["another posture", finding({ container: other, head: standing("Unconfined").posture })],
    ["a message of another form", finding({ container: other, message: "x" })],
    ["another end of the message", finding({ container: other, message: `${finding({ container: other }).message} as well` })],
  ])("are not those with %s", (_, second) => {
    expect(distinct(finding(), second)).toBe(2);
  });

  it("are those of one file where only the file is sure", () => {
    const file = (line: number) => ({ locations: [{ ...location, line, precision: "file", role: "template", inDiff: false } as const] });
    expect(distinct(finding(file(3)), finding({ container: other, ...file(30) }))).toBe(1);
  });

  it.each<[string, Partial<Location>]>([
    ["that the change touched", { inDiff: true, role: "template" }],
    ["that is the cause", { inDiff: false, role: "cause" }],
  ])("are not those of another line %s, though only the file is sure", (_, more) => {
    const file = (line: number) => ({ locations: [{ ...location, line, precision: "file", ...more } as const] });
    expect(distinct(finding(file(3)), finding({ container: other, ...file(30) }))).toBe(2);
  });

  it("are those at another index of the list of containers, and with another number of system calls", () => {
    const at = (index: number, calls: number) => ({
      head: { ...posture, decidedBy: `spec.containers[${index}].securityContext.seccompProfile` },
      remedy: `At \`spec.containers[${index}].securityContext\` write it.`,
      ...(index === 0 ? {} : { container: other }),
      message: `${finding(index === 0 ? {} : { container: other }).message}, by \`spec.containers[${index}]\`, and opens ${calls} system calls`,
    });
    expect(distinct(finding(at(0, 74)), finding(at(12, 9)))).toBe(1);
    expect(distinct(finding(at(0, 74)), finding({ ...at(12, 9), remedy: "Else." }))).toBe(2);
  });

  it("are not those that nothing decides and those that something does", () => {
    const decided = { head: { ...posture, decidedBy: "spec.securityContext.seccompProfile" } };
    expect(distinct(finding({ head: { ...posture, decidedBy: null } }), finding({ container: other, ...decided }))).toBe(2);
  });

  it("are those of one workload where no place is known", () => {
    const nowhere = { locations: [] };
    expect(distinct(finding(nowhere), finding({ container: other, ...nowhere }))).toBe(1);
    expect(distinct(finding(nowhere), finding({ workload: { ...workload, name: "b" }, message: finding().message.replace("/it", "/b"), fingerprint: "b", ...nowhere }))).toBe(2);
  });

  it("are never those about whole targets", () => {
    expect(distinct(finding({ container: null, fingerprint: "1" }), finding({ container: null, fingerprint: "2", target: "b", locations: [] }))).toBe(2);
  });
});
