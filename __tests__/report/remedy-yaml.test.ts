import { describe, expect, it } from "@jest/globals";
import type { PathSegment } from "../../src/core/manifest.ts";
import type { Posture } from "../../src/core/posture.ts";
import { remedyYaml } from "../../src/report/remedy-yaml.ts";

const posture = (more: Partial<Posture>): Posture => ({ profile: "Unconfined", localhostProfile: null, decidedBy: null, cause: "container-field", effective: "Unconfined", assumption: null, advice: null, reason: null, ignored: null, ...more });
const inValues = (value: readonly PathSegment[], path = "c/values.yaml") => ({ path, line: 1, column: 1, endLine: 1, precision: "exact", role: "cause", inDiff: false, value }) as const;

describe("the YAML to write", () => {
  const field = "spec.containers[0].securityContext.seccompProfile";
  const inObject = "# in spec.containers[0]\nsecurityContext:\n  seccompProfile:\n    type: RuntimeDefault";

  it.each<[string, Parameters<typeof remedyYaml>[0], string]>([
    ["of the object", { base: null, head: posture({}), field, value: null }, inObject],
    ["of the values that hold the profile, by whatever name", { base: null, head: posture({}), field, value: inValues(["web", "seccomp"]) }, "# in c/values.yaml\nweb:\n  seccomp:\n    type: RuntimeDefault"],
    ["of the values that hold the switch", { base: null, head: posture({ cause: "privileged" }), field: "spec.containers[0].securityContext.privileged", value: inValues(["web", "root"]) }, "# in c/values.yaml\nweb:\n  root: false"],
    ["of the values that hold the context, where nothing is set", { base: null, head: posture({ profile: "Unset", cause: "none" }), field: null, value: inValues(["web"]) }, "# in c/values.yaml\nweb:\n  seccompProfile:\n    type: RuntimeDefault"],
    ["of the object, where the values hold it in a list", { base: null, head: posture({}), field, value: inValues(["extra", 0, "securityContext", "seccompProfile"]) }, inObject],
    ["with keys that YAML would take for something else", { base: null, head: posture({}), field, value: inValues(["on", "a: b"], "c/a\nb.yaml") }, '# in c/a\\nb.yaml\n"on":\n  "a: b":\n    type: RuntimeDefault'],
    ["with the Localhost profile of before", { base: posture({ profile: "Localhost", localhostProfile: "a b.json" }), head: posture({}), field, value: inValues(["p"]) }, '# in c/values.yaml\np:\n  type: Localhost\n  localhostProfile: "a b.json"'],
  ])("%s", (_, story, expected) => {
    expect(remedyYaml(story)).toBe(expected);
  });
});
