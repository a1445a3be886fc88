// What a changed configuration will do to the check itself, which the verdict alone does not say.

import { expect, it } from "@jest/globals";
import { defaultPolicy, type Policy } from "../src/core/policy.ts";
import type { Verdict } from "../src/core/report.ts";
import { onceMerged } from "../src/once-merged.ts";
import { pleasantReport } from "./report/pleasant-report.ts";

const ending = (verdict: Verdict, more: Partial<Pick<Policy, "failOn" | "noVerdict">> = {}) => ({ report: { ...pleasantReport, verdict, findings: [] }, policy: { ...defaultPolicy, ...more } });
const same = (verdict: Verdict) => `The verdict on this change would still be \`${verdict}\` under the changed configuration`;
const other = (now: Verdict, then: Verdict) => `The verdict on this change would be \`${then}\` instead of \`${now}\` under the changed configuration`;
const letsAll = "Once merged the check would pass whatever the verdict is";

it.each<[string, ReturnType<typeof ending>, ReturnType<typeof ending>, readonly string[]]>([
  ["a file that lets everything pass", ending("fail"), ending("fail", { failOn: "never" }), [same("fail"), letsAll]],
  ["one that lets pass what nobody looked at", ending("no-verdict"), ending("no-verdict", { noVerdict: "warn" }), [same("no-verdict"), letsAll]],
  ["one that lets pass another verdict", ending("fail"), ending("no-verdict", { noVerdict: "warn" }), [other("fail", "no-verdict"), letsAll]],
  ["one that lets nothing pass any more", ending("fail", { failOn: "never" }), ending("fail"), [same("fail"), "Once merged the check would fail with this verdict"]],
  ["one by which nothing fails", ending("fail"), ending("pass"), [other("fail", "pass")]],
  ["one by which it fails", ending("pass"), ending("fail"), [other("pass", "fail")]],
  ["one that changes nothing", ending("fail"), ending("fail"), [same("fail")]],
  ["one that lets everything pass where everything does", ending("pass"), ending("pass", { failOn: "never" }), [same("pass")]],
])("%s", (_, now, then, expected) => {
  expect(onceMerged(now, then)).toEqual(expected);
});

it("speaks of one finding and of several", () => {
  const [one, two] = pleasantReport.findings.filter(({ exemption }) => exemption === null);
  if (one === undefined || two === undefined) throw new Error("too few findings");
  const said = (findings: typeof pleasantReport.findings) => onceMerged({ report: { ...pleasantReport, findings }, policy: defaultPolicy }, ending("fail"))[0];
  expect(said([one])).toMatch(/^Once merged this finding would not be made any more: /);
  expect(said([one, two])).toMatch(/^Once merged these findings would not be made any more: .*, /);
});
