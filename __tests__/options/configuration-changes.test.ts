import { describe, expect, it } from "@jest/globals";
import { configurationChanges } from "../../src/options/configuration-changes.ts";

const changes = (before: string | null, after: string | null) => configurationChanges(before === null ? null : `version: 1\n${before}`, after === null ? null : `version: 1\n${after}`, "c.yaml");

describe("what an edit of the configuration changes", () => {
  it.each<[string, string | null, string | null, readonly string[]]>([
    ["nothing", "failOn: error", "# a comment\nfailOn:   error", []],
    ["a value", "failOn: error", "failOn: never", ["`failOn` is `never` instead of `error`"]],
    ["a value that was not set", null, "failOn: never", ["`failOn` is set to `never`"]],
    ["a value that is taken away", "failOn: never", "", ["`failOn`, which was `never`, is not set any more"]],
    ["a rule", "rules: { newly-unconfined: error }", "rules: { newly-unconfined: off, newly-privileged: note }", ["`rules.newly-privileged` is set to `note`", "`rules.newly-unconfined` is `off` instead of `error`"]],
    ["the cluster", "", "cluster: { seccompDefault: true }", ["`cluster.seccompDefault` is set to `true`"]],
    ["a glob", "exclude: [a, b]", "exclude: [b, c/**]", ["`exclude` gains `c/**`", "`exclude` loses `a`"]],
    ["all globs", "exclude: [a]", "", ["`exclude` loses `a`"]],
    ["an order", "exclude: [a, b]", "exclude: [b, a]", ["`exclude` has its entries in another order"]],
    ["a target", "", "targets: [{ helm: charts/api, values: [x.yaml] }]", ['`targets` gains `{"helm":"charts/api","values":["x.yaml"]}`']],
    ["a kind of value", "repository: a", "repository: [a, b]", ['`repository` is `["a","b"]` instead of `a`']],
    ["an exemption", "", "exemptions: [{ workload: DaemonSet/x/y, container: c, image: i, rules: [newly-privileged, newly-unconfined], reason: why, expires: 2027-01-01 }]", ["`exemptions` gains an exemption of `DaemonSet/x/y` (container `c`, image `i`, rules `newly-privileged`, `newly-unconfined`, until 2027-01-01), because `why`"]],
    ["an exemption from everything", "", 'exemptions: [{ workload: "*/*", reason: why }]', ["`exemptions` gains an exemption of `*/*` (every rule), because `why`"]],
    ["an exemption that is renewed", "exemptions: [{ workload: Pod/a, reason: why, rules: [newly-privileged], expires: 2026-01-01 }]", "exemptions: [{ workload: Pod/a, reason: why, rules: [newly-privileged], expires: 2027-01-01 }]", ["`exemptions` gains an exemption of `Pod/a` (rule `newly-privileged`, until 2027-01-01), because `why`", "`exemptions` loses an exemption of `Pod/a` (rule `newly-privileged`, until 2026-01-01), because `why`"]],
    ["the file's existence", "failOn: never", null, ["`failOn`, which was `never`, is not set any more"]],
  ])("is %s", (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  it("is told on one line, however long a value is", () => {
    const [change] = changes("", `exemptions: [{ workload: Pod/a, reason: "${"x".repeat(500)}\\nand \\u001b[31m more" }]`);
    expect(change).toMatch(/^`exemptions` gains an exemption of `Pod\/a` \(every rule\), because `x{77}\.\.\.`$/);
  });
});
