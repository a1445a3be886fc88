import { describe, expect, it } from "@jest/globals";
import type { Finding } from "../../src/core/report.ts";
import { describeChange, tellStories, toSentence, unnamedField } from "../../src/report/story.ts";
import { describeSubject, targetsOf } from "../../src/report/subject.ts";
import { location, posture, removed, workload } from "./pleasant-report.ts";

const told = (...findings: readonly Finding[]) => tellStories({ findings }).counted.map((story) => `${describeSubject(story)} (${story.count})`);

/** A container whose own field was removed, at a line of its own or of all. */
function ownField(index: number, line: number): Finding {
  const field = `spec.template.spec.containers[${index}].securityContext.seccompProfile`;
  return removed(`c${index}`, {
    base: posture({ decidedBy: field, cause: "container-field" }),
    message: `container \`c${index}\` of Deployment \`shop/api\` ran under RuntimeDefault (set at \`${field}\`) and now sets no profile`,
    remedy: `At \`${field}\` write \`type: RuntimeDefault\`.`,
    locations: [location("deploy.yaml", line)],
  });
}

describe("tellStories", () => {
  it("tells one removed pod field once, with its containers", () => {
    const { counted } = tellStories({ findings: [removed("a"), removed("b"), removed("m", { container: { type: "init", name: "m" } })] });
    expect(counted.map((story) => describeSubject(story))).toEqual(["Deployment shop/api: containers a, b, init container m"]);
    expect(counted[0]?.message).toMatch(/^Each ran under RuntimeDefault \(set at `spec\.template\.spec\.securityContext\.seccompProfile`\)/);
  });

  it("tells one line that decides in many targets once", () => {
    const { counted } = tellStories({ findings: [removed("a", { target: "kustomize:dev" }), removed("a", { target: "kustomize:prod" })] });
    expect(counted.map((story) => [describeSubject(story), targetsOf(story)])).toEqual([["Deployment shop/api: container a and 1 more workload", ["kustomize:dev", "kustomize:prod"]]]);
  });

  it("tells fields of containers that share a line once, with an index for all", () => {
    const { counted } = tellStories({ findings: [ownField(0, 7), ownField(1, 7)] });
    expect(counted).toHaveLength(1);
    expect(counted[0]?.message).toContain("containers[*]");
    expect(counted[0]?.remedy).toBe("At `spec.template.spec.containers[*].securityContext.seccompProfile` write `type: RuntimeDefault`.");
    expect(counted[0]?.field).toBe("spec.template.spec.containers[*].securityContext.seccompProfile");
  });

  it.each<[string, readonly Finding[]]>([
    ["fields at lines of their own", [ownField(0, 7), ownField(1, 9)]],
    ["another rule", [removed("a"), removed("b", { rule: "x" })]],
    ["another severity", [removed("a"), removed("b", { severity: "warning" })]],
    ["another profile on the base", [removed("a"), removed("b", { base: posture({ profile: "Localhost", localhostProfile: "p.json" }) })]],
    ["another remedy", [removed("a"), removed("b", { remedy: "Else." })]],
    ["other workloads without a line", [removed("a", { locations: [] }), removed("a", { locations: [], workload: workload("b") })]],
    ["messages of another kind", [removed("a", { message: "x", fingerprint: "1" }), removed("b", { message: "x", fingerprint: "2" })]],
    ["findings without a container", [removed("a", { container: null, fingerprint: "1" }), removed("a", { container: null, fingerprint: "2" })]],
  ])("keeps apart: %s", (_, findings) => {
    expect(told(...findings)).toHaveLength(2);
  });

  it("tells containers of one workload together where no line is known", () => {
    expect(told(removed("a", { locations: [] }), removed("b", { locations: [] }))).toEqual(["Deployment shop/api: containers a, b (2)"]);
  });

  it("puts the worst first and the exempted apart", () => {
    const exemption = { reason: "r", expires: null };
    const { counted, exempted } = tellStories({ findings: [removed("n", { severity: "note" }), removed("e", { exemption }), removed("w", { severity: "warning" }), removed("a")] });
    expect(counted.map(({ severity }) => severity)).toEqual(["error", "warning", "note"]);
    expect(exempted).toHaveLength(1);
  });
});

describe("words", () => {
  it.each([
    ["a change", posture({}), posture({ profile: "Unset", effective: "Unconfined" }), "RuntimeDefault → no profile (runs Unconfined)"],
    ["an addition", null, posture({ profile: "Unconfined" }), "Unconfined"],
    ["a removal", posture({}), null, "RuntimeDefault → gone"],
    ["no container", null, null, null],
  ])("describes %s", (_, base, head, words) => {
    expect(describeChange({ base, head })).toBe(words);
  });

  it("names the field only where the message does not", () => {
    const [named] = tellStories({ findings: [removed("a")] }).counted;
    const [unnamed] = tellStories({ findings: [removed("a", { message: "x" })] }).counted;
    const [none] = tellStories({ findings: [removed("a", { base: null, head: posture({}) })] }).counted;
    expect([named, unnamed, none].map((story) => (story === undefined ? "" : unnamedField(story)))).toEqual([null, "spec.template.spec.securityContext.seccompProfile", null]);
  });

  it("cuts long lists of containers", () => {
    const [story] = tellStories({ findings: Array.from({ length: 13 }, (_, i) => removed(`c${i}`)) }).counted;
    expect(story === undefined ? "" : describeSubject(story)).toMatch(/c9 and 3 more$/);
  });

  it("names the target where no container is meant, and the bare name where there is no namespace", () => {
    const subjects = told(removed("a", { container: null }), removed("b", { workload: workload("x", "ClusterThing", null), message: "x" }));
    expect(subjects).toEqual(["helm:charts/api (1)", "ClusterThing x: container b (1)"]);
  });

  it.each([
    ["the chart is gone", "The chart is gone."],
    ["charts/api is gone!", "charts/api is gone!"],
    ["values.yaml:3 is gone…", "values.yaml:3 is gone…"],
    ["", "."],
  ])("makes a sentence of %j", (text, words) => {
    expect(toSentence(text)).toBe(words);
  });
});
