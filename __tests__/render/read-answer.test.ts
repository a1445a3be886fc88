import { expect, it } from "@jest/globals";
import { readAnswer } from "../../src/render/read-answer.ts";

const problem = { kind: "yaml", message: "m", remedy: "r", path: "p", line: 1, column: 2, blocking: true };
const supplied = { chart: "charts/common", path: "libs/common" };
const answer = { manifests: "a: 1\n", problems: [problem], supplied: [supplied], versions: { helm: "1.0.0", kustomize: "2.0.0", kubernetes: "3.0.0" } };

it("takes what renderer/protocol.md says", () => {
  expect(readAnswer(answer)).toEqual(answer);
  const told = { ...problem, decides: "d", rest: "r", demands: "e" };
  expect(readAnswer({ ...answer, problems: [told] }).problems).toEqual([told]);
  expect(readAnswer({ manifests: "", problems: [], more: 1 })).toEqual({ manifests: "", problems: [], supplied: [] });
});

it.each([
  ["answer", null],
  ["answer", [answer]],
  ["manifests", { ...answer, manifests: null }],
  ["problems", { ...answer, problems: null }],
  ["problem", { ...answer, problems: ["x"] }],
  ["kind", { ...answer, problems: [{ ...problem, kind: "unheard-of" }] }],
  ["line", { ...answer, problems: [{ ...problem, line: "1" }] }],
  ["blocking", { ...answer, problems: [{ ...problem, blocking: undefined }] }],
  ["demands", { ...answer, problems: [{ ...problem, demands: 1 }] }],
  ["supplied", { ...answer, supplied: {} }],
  ["supplied chart", { ...answer, supplied: ["charts/common"] }],
  ["path", { ...answer, supplied: [{ ...supplied, path: null }] }],
  ["helm", { ...answer, versions: {} }],
])("refuses another %s", (name, value) => {
  expect(() => readAnswer(value)).toThrow(`answered ${name} =`);
});
