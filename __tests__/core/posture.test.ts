import { describe, expect, it } from "@jest/globals";
import { clusterWith, plainCluster } from "../../src/core/cluster.ts";
import { readKubeVersion } from "../../src/core/kube-version.ts";
import { fieldPath } from "../../src/core/field.ts";
import { readDocuments } from "../../src/core/manifest.ts";
import { explainPosture } from "../../src/core/posture.ts";
import { objectsOf, podHolders } from "../../src/core/workload.ts";
import { entriesOf, entryOf, inShort, pod } from "./manifests.ts";

const own = "spec.containers[0].securityContext.seccompProfile";
const pods = "spec.securityContext.seccompProfile";
const privilegedField = "spec.containers[0].securityContext.privileged";

const of = (type: unknown, more: object = {}) => ({ securityContext: { seccompProfile: { type, ...more } } });
const localhost = (localhostProfile?: unknown) => of("Localhost", localhostProfile === undefined ? {} : { localhostProfile });
const set = (seccompProfile: unknown) => ({ securityContext: { seccompProfile } });
const privileged = (value: unknown, more: object = {}) => ({ securityContext: { privileged: value, ...more } });

type Fields = Record<string, unknown>;

describe("precedence", () => {
  it.each<[string, Fields, Fields, string]>([
    ["nothing is set", {}, {}, "Unset none -"],
    ["the container sets it", of("RuntimeDefault"), {}, `RuntimeDefault container-field ${own}`],
    ["the pod sets it", {}, of("RuntimeDefault"), `RuntimeDefault pod-field ${pods}`],
    ["the container wins over a weaker pod", of("RuntimeDefault"), of("Unconfined"), `RuntimeDefault container-field ${own}`],
    ["the container wins over a stronger pod", of("Unconfined"), of("RuntimeDefault"), `Unconfined container-field ${own}`],
    ["the pod is asked when the container's security context sets something else", { securityContext: { runAsUser: 1 } }, of("Unconfined"), `Unconfined pod-field ${pods}`],
    ["null in the container is absent", set(null), of("RuntimeDefault"), `RuntimeDefault pod-field ${pods}`],
    ["null in the pod is absent", {}, set(null), "Unset none -"],
    ["a security context that is null is absent", { securityContext: null }, of("RuntimeDefault"), `RuntimeDefault pod-field ${pods}`],
    ["both security contexts null", { securityContext: null }, { securityContext: null }, "Unset none -"],
    ["an empty security context sets nothing", { securityContext: {} }, { securityContext: {} }, "Unset none -"],
    ["the object counts as a whole: the pod's path is not inherited", localhost(), localhost("a.json"), `Invalid container-field ${own}`],
    ["the object counts as a whole: the pod's type is not inherited", set({}), of("RuntimeDefault"), `Invalid container-field ${own}`],
    ["an invalid container does not fall back to the pod", of("runtimeDefault"), of("RuntimeDefault"), `Invalid container-field ${own}`],
    // The API server validates both levels: kubernetes/kubernetes: pkg/apis/core/validation/validation.go (ValidatePodSpec).
    ["an invalid pod is refused, though every container overrides it", of("RuntimeDefault"), of("nonsense"), `Invalid pod-field ${pods}`],
    ["an invalid container comes before an invalid pod", of("other"), of("nonsense"), `Invalid container-field ${own}`],
    ["seccompProfile beside the security context is nothing", { seccompProfile: { type: "RuntimeDefault" } }, { seccompProfile: { type: "RuntimeDefault" } }, "Unset none -"],
    ["podSecurityContext is no field of a pod", {}, { podSecurityContext: { seccompProfile: { type: "RuntimeDefault" } } }, "Unset none -"],
  ])("%s", (_, container, spec, expected) => {
    expect(inShort(entryOf(pod(container, spec)).posture)).toBe(expected);
  });
});

describe("profiles", () => {
  it.each<[string, unknown, string]>([
    ["RuntimeDefault", { type: "RuntimeDefault" }, `RuntimeDefault container-field ${own}`],
    ["Unconfined", { type: "Unconfined" }, `Unconfined container-field ${own}`],
    ["Localhost with a path", { type: "Localhost", localhostProfile: "profiles/a.json" }, `Localhost(profiles/a.json) container-field ${own}`],
    ["a path with dots in a name", { type: "Localhost", localhostProfile: "a/..b/c..json" }, `Localhost(a/..b/c..json) container-field ${own}`],
    ["localhostProfile null beside RuntimeDefault is absent", { type: "RuntimeDefault", localhostProfile: null }, `RuntimeDefault container-field ${own}`],
    ["fields nobody knows are dropped", { type: "RuntimeDefault", default: "Unconfined" }, `RuntimeDefault container-field ${own}`],
  ])("%s", (_, profile, expected) => {
    expect(inShort(entryOf(pod(set(profile))).posture)).toBe(expected);
  });

  it.each<[string, unknown, RegExp]>([
    ["empty", {}, /has no `type`/],
    ["type null", { type: null }, /has no `type`/],
    ["type empty", { type: "" }, /has no `type`/],
    ["only a path", { localhostProfile: "a.json" }, /has no `type`/],
    ["lower case", { type: "unconfined" }, /`type: unconfined` is none of .*case counts/],
    ["another case", { type: "LocalHost", localhostProfile: "a.json" }, /`type: LocalHost` is none of/],
    ["the words of the old annotations", { type: "runtime/default" }, /`type: runtime\/default` is none of/],
    ["with blanks", { type: "RuntimeDefault " }, /is none of/],
    ["a number", { type: 1 }, /`type: 1` is none of/],
    ["a list", { type: ["Unconfined"] }, /`type: \[…\]` is none of/],
    ["an object", { type: { Unconfined: true } }, /`type: \{…\}` is none of/],
    ["a text in place of the object", "RuntimeDefault", /must be an object with a `type`, not `RuntimeDefault`/],
    ["a list in place of the object", [{ type: "RuntimeDefault" }], /must be an object with a `type`, not `\[…\]`/],
    ["a boolean in place of the object", true, /must be an object with a `type`, not `true`/],
    ["no path", { type: "Localhost" }, /needs a `localhostProfile`/],
    ["path null", { type: "Localhost", localhostProfile: null }, /needs a `localhostProfile`/],
    ["path empty", { type: "Localhost", localhostProfile: "" }, /is empty: .*CVE-2023-2431/],
    ["path absolute", { type: "Localhost", localhostProfile: "/a.json" }, /`\/a\.json` must be relative/],
    ["path that climbs", { type: "Localhost", localhostProfile: "a/../../b.json" }, /`a\/\.\.\/\.\.\/b\.json` must not contain `\.\.`/],
    ["path that is a number", { type: "Localhost", localhostProfile: 7 }, /must be a string, not `7`/],
    ["path beside RuntimeDefault", { type: "RuntimeDefault", localhostProfile: "a.json" }, /only allowed with `type: Localhost`, not with `RuntimeDefault`/],
    ["path beside Unconfined", { type: "Unconfined", localhostProfile: "a.json" }, /only allowed with `type: Localhost`, not with `Unconfined`/],
    ["empty path beside Unconfined", { type: "Unconfined", localhostProfile: "" }, /only allowed with `type: Localhost`/],
  ])("is refused: %s", (_, profile, reason) => {
    for (const [container, spec, field, cause] of [[set(profile), {}, own, "container-field"], [{}, set(profile), pods, "pod-field"]] as const) {
      const { posture } = entryOf(pod(container, spec));
      expect(posture).toMatchObject({ profile: "Invalid", effective: "Rejected", decidedBy: field, cause });
      expect(posture.reason).toMatch(reason);
    }
  });

  it("keeps the path that an invalid profile names", () => {
    expect(entryOf(pod(localhost("/a.json"))).posture.localhostProfile).toBe("/a.json");
    expect(entryOf(pod(localhost(7))).posture.localhostProfile).toBeNull();
  });

  it.each<[string, Fields, Fields, string]>([
    ["a text", { securityContext: "RuntimeDefault" }, {}, "Invalid container-field spec.containers[0].securityContext"],
    ["a list", { securityContext: [] }, {}, "Invalid container-field spec.containers[0].securityContext"],
    ["the pod's, a text", {}, { securityContext: "x" }, "Invalid pod-field spec.securityContext"],
  ])("a security context that is no object: %s", (_, container, spec, expected) => {
    const { posture } = entryOf(pod(container, spec));
    expect(inShort(posture)).toBe(expected);
    expect(posture.reason).toMatch(/`securityContext` must be an object, not `/);
  });

  it("shows of a long value only its beginning, and never half a character", () => {
    const { reason } = entryOf(pod(of(`${"x".repeat(99)}\u{1f512}${"y".repeat(50_000)}`))).posture;
    expect(reason).toBe(`\`type: ${"x".repeat(99)}…\` is none of \`RuntimeDefault\`, \`Localhost\` and \`Unconfined\` (case counts)`);
  });
});

describe("privileged", () => {
  it.each<[string, Fields, Fields, string]>([
    ["true", privileged(true), {}, `Unconfined privileged ${privilegedField}`],
    ["beats the container's profile", privileged(true, { seccompProfile: { type: "RuntimeDefault" } }), {}, `Unconfined privileged ${privilegedField}`],
    ["beats the pod's profile", privileged(true), of("RuntimeDefault"), `Unconfined privileged ${privilegedField}`],
    ["beats an explicit Unconfined", privileged(true, { seccompProfile: { type: "Unconfined" } }), {}, `Unconfined privileged ${privilegedField}`],
    ["false", privileged(false), of("RuntimeDefault"), `RuntimeDefault pod-field ${pods}`],
    ["null", privileged(null), of("RuntimeDefault"), `RuntimeDefault pod-field ${pods}`],
    ["of the pod is no field", {}, { securityContext: { privileged: true } }, "Unset none -"],
    ["as a text is refused", privileged("true"), of("RuntimeDefault"), `Invalid container-field ${privilegedField}`],
    ["as an empty text is refused", privileged(""), {}, `Invalid container-field ${privilegedField}`],
    ["as a number is refused", privileged(1), {}, `Invalid container-field ${privilegedField}`],
    ["as zero is refused", privileged(0), {}, `Invalid container-field ${privilegedField}`],
    ["as a list is refused", privileged([]), {}, `Invalid container-field ${privilegedField}`],
  ])("%s", (_, container, spec, expected) => {
    expect(inShort(entryOf(pod(container, spec)).posture)).toBe(expected);
  });

  it("is each container's own", () => {
    const entries = entriesOf(pod(privileged(true), { initContainers: [{ name: "i" }], ...of("RuntimeDefault") }));
    expect(entries.map(({ container, posture }) => `${container.name} ${posture.profile}`)).toEqual(["i RuntimeDefault", "app Unconfined"]);
  });

  it.each(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE", "!!bool yes"])("`%s` without quotes is true", (word) => {
    expect(entryOf(`{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, securityContext: {privileged: ${word}}}]}}`).posture.cause).toBe("privileged");
  });

  it.each(["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE", "~", "null", ""])("`%s` without quotes is not", (word) => {
    expect(entryOf(`{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, securityContext: {privileged: ${word}}}]}}`).posture.profile).toBe("Unset");
  });

  it.each(['"true"', "'yes'", '"false"', "!!str true", "oN", "yES", "tRUE", "1", "0", "maybe"])("`%s` is refused", (word) => {
    const { posture } = entryOf(`{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, securityContext: {privileged: ${word}}}]}}`);
    expect(posture.profile).toBe("Invalid");
    expect(posture.reason).toMatch(/`privileged` must be true or false, not `/);
  });
});

// kubernetes/kubernetes: pkg/apis/core/validation/validation.go (ValidateSecurityContext).
describe("what cannot stand beside `allowPrivilegeEscalation: false`", () => {
  const beside = (more: object) => ({ securityContext: { allowPrivilegeEscalation: false, ...more } });
  it.each<[string, Fields, string]>([
    ["privileged", beside({ privileged: true }), `Invalid container-field ${privilegedField}`],
    ["CAP_SYS_ADMIN, by this very name", beside({ capabilities: { add: ["NET_ADMIN", "CAP_SYS_ADMIN"] } }), "Invalid container-field spec.containers[0].securityContext.capabilities.add"],
    ["SYS_ADMIN passes: Kubernetes compares with the other spelling", beside({ capabilities: { add: ["SYS_ADMIN"] } }), "Unset none -"],
    ["not privileged passes", beside({ privileged: false }), "Unset none -"],
    ["capabilities that are dropped pass", beside({ capabilities: { drop: ["CAP_SYS_ADMIN"] } }), "Unset none -"],
    ["capabilities that are no list are nobody's", beside({ capabilities: { add: "CAP_SYS_ADMIN" } }), "Unset none -"],
    ["privileged beside true passes", { securityContext: { allowPrivilegeEscalation: true, privileged: true } }, `Unconfined privileged ${privilegedField}`],
  ])("%s", (_, container, expected) => {
    const { posture } = entryOf(pod(container));
    expect(inShort(posture)).toBe(expected);
    if (posture.profile === "Invalid") expect([posture.reason, posture.advice]).toEqual([expect.stringMatching(/cannot stand beside `?/), expect.stringMatching(/^Remove /)]);
  });
});

// kubernetes/kubernetes#118690: fixed in 1.24.14, 1.25.10, 1.26.5 and 1.27.2.
describe("an empty path by version: CVE-2023-2431", () => {
  it.each<[string | null, string]>([
    [null, "Rejected"],
    ["1.19", "Unconfined"],
    ["1.23.17", "Unconfined"],
    ["1.24.13", "Unconfined"],
    ["1.24.14", "Rejected"],
    ["1.25.9", "Unconfined"],
    ["1.25.10", "Rejected"],
    ["1.26.4", "Unconfined"],
    ["1.26.5", "Rejected"],
    ["1.26", "Unconfined"],
    ["1.27.1", "Unconfined"],
    ["1.27.2", "Rejected"],
    ["1.28.0", "Rejected"],
  ])("%s: %s", (version, effective) => {
    const cluster = { ...plainCluster, kubeVersion: version === null ? null : readKubeVersion(version) };
    const { posture } = entryOf(pod(localhost("")), { cluster });
    expect(posture).toMatchObject({ profile: "Invalid", effective, localhostProfile: "" });
    expect(posture.assumption === null).toBe(effective === "Rejected");
    expect(entryOf(pod(of("RuntimeDefault", { localhostProfile: "" })), { cluster }).posture.effective).toBe("Rejected");
  });
});

describe("what is said of an empty path", () => {
  it.each<[string, string]>([
    ["1.23", "Kubernetes 1.23 runs containers with an empty `localhostProfile` Unconfined (CVE-2023-2431)"],
    ["1.26", "Kubernetes 1.26 runs containers with an empty `localhostProfile` Unconfined (CVE-2023-2431) before 1.26.5"],
    ["1.26.4", "Kubernetes 1.26.4 runs containers with an empty `localhostProfile` Unconfined (CVE-2023-2431)"],
  ])("by %s", (version, assumption) => {
    expect(entryOf(pod(localhost("")), { cluster: { ...plainCluster, kubeVersion: readKubeVersion(version) } }).posture.assumption).toBe(assumption);
  });
});

const termFor = (values: readonly string[]): Fields => ({ matchExpressions: [{ key: "kubernetes.io/arch", operator: "In", values: ["amd64"] }, { key: "kubernetes.io/os", operator: "In", values }] });
const required = (nodeSelectorTerms: readonly Fields[]): Fields => ({ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } });
const affinity = (...values: readonly (readonly string[])[]): Fields => ({ affinity: required(values.map(termFor)) });
const terms = "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";

describe("Windows has no seccomp", () => {
  it.each<[string, Fields, string]>([
    ["os.name", { os: { name: "windows" } }, "NotApplicable windows spec.os.name"],
    ["node selector", { nodeSelector: { "kubernetes.io/os": "windows" } }, "NotApplicable windows spec.nodeSelector[kubernetes.io/os]"],
    ["old node selector", { nodeSelector: { "beta.kubernetes.io/os": "windows" } }, "NotApplicable windows spec.nodeSelector[beta.kubernetes.io/os]"],
    ["os.name wins over the selector as the reason", { os: { name: "windows" }, nodeSelector: { "kubernetes.io/os": "windows" } }, "NotApplicable windows spec.os.name"],
    ["Linux by name", { os: { name: "linux" } }, "Unset none -"],
    ["Linux by selector", { nodeSelector: { "kubernetes.io/os": "linux" } }, "Unset none -"],
    ["another case is another system", { os: { name: "Windows" } }, "Unset none -"],
    ["another label", { nodeSelector: { os: "windows" } }, "Unset none -"],
    ["node affinity", affinity(["windows"]), `NotApplicable windows ${terms}`],
    ["node affinity, whichever term holds", affinity(["windows"], ["windows", "windows"]), `NotApplicable windows ${terms}`],
    ["an affinity that takes Linux as well", affinity(["windows", "linux"]), "Unset none -"],
    ["an affinity that takes Linux by another term", affinity(["windows"], ["linux"]), "Unset none -"],
    ["an affinity that takes nothing", affinity([]), "Unset none -"],
    ["an affinity without terms", affinity(), "Unset none -"],
    ["an affinity for other nodes than Windows", { affinity: required([{ matchExpressions: [{ key: "kubernetes.io/os", operator: "NotIn", values: ["windows"] }] }]) }, "Unset none -"],
    ["an affinity for another label", { affinity: required([{ matchExpressions: [{ key: "example.com/os", operator: "In", values: ["windows"] }] }]) }, "Unset none -"],
    ["an affinity that is no list", { affinity: required([{ matchExpressions: { key: "kubernetes.io/os" } }]) }, "Unset none -"],
    ["an affinity that Windows is only preferred by", { affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: termFor(["windows"]) }] } } }, "Unset none -"],
    ["a text in place of os", { os: "windows" }, "Unset none -"],
  ])("%s", (_, spec, expected) => {
    expect(inShort(entryOf(pod({}, spec)).posture)).toBe(expected);
  });

  // kubernetes/kubernetes: pkg/apis/core/validation/validation.go (validateWindows): it reads `os.name` and nothing else.
  it.each<[string, Fields, Fields, string]>([
    ["a profile of the pod", {}, of("RuntimeDefault"), `Invalid pod-field ${pods}`],
    ["a profile of the container", of("RuntimeDefault"), {}, `Invalid container-field ${own}`],
    ["privileged", privileged(true), {}, `Invalid container-field ${privilegedField}`],
    ["not privileged, in so many words", privileged(false), {}, `Invalid container-field ${privilegedField}`],
  ])("so the API refuses there %s", (_, container, spec, expected) => {
    const { posture } = entryOf(pod(container, { os: { name: "windows" }, ...spec }));
    expect(inShort(posture)).toBe(expected);
    expect(posture.reason).toMatch(/cannot be set for a Windows pod$/);
    expect(posture.advice).toMatch(/^Remove `spec\./);
    expect(inShort(entryOf(pod(container, { nodeSelector: { "kubernetes.io/os": "windows" }, ...spec })).posture)).toMatch(/^NotApplicable windows spec\.nodeSelector/);
  });

  it("is refused with a wrong profile whatever the node selector says: the API server does not read it", () => {
    expect(entryOf(pod(of("nonsense"), { nodeSelector: { "kubernetes.io/os": "windows" } })).posture.profile).toBe("Invalid");
  });

  it("is inferred from the nodes that the pod asks for, and says so", () => {
    expect(entryOf(pod({}, { nodeSelector: { "kubernetes.io/os": "windows" } })).posture.assumption).toMatch(/node selector sends the pod to Windows nodes/);
    expect(entryOf(pod({}, affinity(["windows"]))).posture.assumption).toMatch(/node affinity sends the pod to Windows nodes/);
    expect(entryOf(pod({}, { os: { name: "windows" } })).posture.assumption).toBeNull();
  });

  it.each([
    ["Linux by name, whatever the selector says", { os: { name: "linux" }, nodeSelector: { "kubernetes.io/os": "windows" } }],
    ["user namespaces", { hostUsers: false }],
  ])("and Linux is as always: %s", (_, spec) => {
    expect(inShort(entryOf(pod(of("Unconfined"), spec)).posture)).toBe(`Unconfined container-field ${own}`);
  });

  it("is not refused before 1.24, which does not read `os.name`", () => {
    const cluster = { ...plainCluster, kubeVersion: { minor: 23, patch: null } };
    expect(inShort(entryOf(pod(of("RuntimeDefault"), { os: { name: "windows" } }), { cluster }).posture)).toBe("NotApplicable windows spec.os.name");
  });
});

describe("what it comes to on the cluster", () => {
  it.each<[string, Fields, boolean, string]>([
    ["Unset on a plain cluster", {}, false, "Unconfined"],
    ["Unset with seccompDefault", {}, true, "RuntimeDefault"],
    ["Unconfined with seccompDefault", of("Unconfined"), true, "Unconfined"],
    ["privileged with seccompDefault", privileged(true), true, "Unconfined"],
    ["RuntimeDefault", of("RuntimeDefault"), false, "RuntimeDefault"],
    ["Localhost", localhost("a.json"), false, "Localhost"],
    ["Invalid", set({}), true, "Rejected"],
  ])("%s", (_, container, seccompDefault, effective) => {
    expect(entryOf(pod(container), { cluster: clusterWith(seccompDefault) }).posture.effective).toBe(effective);
  });
});

describe("the containers of a pod", () => {
  const spec = {
    initContainers: [{ name: "init" }, { name: "sidecar", restartPolicy: "Always", ...of("Unconfined") }],
    containers: [{ name: "app" }, { name: "other", ...of("Unconfined") }],
    ephemeralContainers: [{ name: "debug", ...of("Unconfined") }],
    ...of("RuntimeDefault"),
  };
  it("are visited as Kubernetes does: init, regular, and ephemeral, which may not be written down", () => {
    const entries = entriesOf(pod({}, spec));
    expect(entries.map(({ container, posture }) => `${container.type} ${container.name} ${posture.profile} ${posture.decidedBy ?? ""}`)).toEqual([
      `init init RuntimeDefault ${pods}`,
      "init sidecar Unconfined spec.initContainers[1].securityContext.seccompProfile",
      `container app RuntimeDefault ${pods}`,
      "container other Unconfined spec.containers[1].securityContext.seccompProfile",
      "ephemeral debug Invalid spec.ephemeralContainers",
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ["null", null, []],
    ["an object", { name: "a" }, []],
    ["a text", "a", []],
    ["empty", [], []],
    ["entries that are no objects", ["a", null, 1, ["b"], { name: "c" }], ["c"]],
    ["a name that is missing", [{ image: "x" }], [""]],
    ["a name that is null", [{ name: null }], [""]],
    ["a name that is a number", [{ name: 123 }], ["123"]],
    ["a name that is a boolean", [{ name: true }], ["true"]],
    ["a name that is a list", [{ name: ["a"] }], [""]],
    ["a name that is an object", [{ name: {} }], [""]],
  ])("%s", (_, containers, names) => {
    expect(entriesOf(pod({}, { containers })).map(({ container }) => container.name)).toEqual(names);
  });

  it("keeps its index among entries that are no objects", () => {
    expect(entryOf(pod({}, { containers: [null, { name: "c", ...of("Unconfined") }] })).posture.decidedBy).toBe("spec.containers[1].securityContext.seccompProfile");
  });

  it("tells containers of one name apart", () => {
    const entries = entriesOf(pod({}, { initContainers: [{ name: "app" }], containers: [{ name: "app" }, { name: "app", ...of("Unconfined") }] }));
    expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
    expect(entries.map(({ posture }) => posture.profile)).toEqual(["Unset", "Unset", "Unconfined"]);
  });
});

describe("what YAML can do to a field", () => {
  const head = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";
  it.each<[string, string, string]>([
    ["an alias", "x: &p {type: Unconfined}\nspec: {containers: [{name: a, securityContext: {seccompProfile: *p}}]}", `Unconfined container-field ${own}`],
    ["a merge key brings a field", "x: &c {privileged: true}\nspec: {containers: [{name: a, securityContext: {<<: *c}}]}", `Unconfined privileged ${privilegedField}`],
    ["what follows a merge key overrides it", "x: &c {privileged: true}\nspec: {containers: [{name: a, securityContext: {<<: *c, privileged: false}}]}", "Unset none -"],
    ["a merge key overrides what stands before it", "x: &c {privileged: true}\nspec: {containers: [{name: a, securityContext: {privileged: false, <<: *c}}]}", `Unconfined privileged ${privilegedField}`],
    ["of several the first counts", "x: &t {privileged: true}\ny: &f {privileged: false}\nspec: {containers: [{name: a, securityContext: {<<: [*t, *f]}}]}", `Unconfined privileged ${privilegedField}`],
    ["of several merge keys the last counts", "x: &t {privileged: true}\ny: &f {privileged: false}\nspec: {containers: [{name: a, securityContext: {<<: *f, <<: *t}}]}", `Unconfined privileged ${privilegedField}`],
    ["objects are replaced, not merged deeply", "x: &p {seccompProfile: {type: Localhost}}\nspec: {containers: [{name: a, securityContext: {<<: *p, seccompProfile: {localhostProfile: a.json}}}]}", `Invalid(a.json) container-field ${own}`],
    ["a quoted merge key is a field like any other", 'x: &c {privileged: true}\nspec: {containers: [{name: a, securityContext: {"<<": *c}}]}', "Unset none -"],
    ["an anchor that is set anew", "x: &p {type: Unconfined}\ny: &p {type: RuntimeDefault}\nspec: {containers: [{name: a, securityContext: {seccompProfile: *p}}]}", `RuntimeDefault container-field ${own}`],
    ["of duplicate fields the last counts", "spec: {containers: [{name: a, securityContext: {privileged: false, privileged: true}}]}", `Unconfined privileged ${privilegedField}`],
    ["of duplicate objects the last counts, whole", "spec: {containers: [{name: a, securityContext: {privileged: true}}]}\nspec: {containers: [{name: a}]}", "Unset none -"],
    ["quotes and escapes in a value", 'spec: {containers: [{name: a, securityContext: {seccompProfile: {type: "\\x55nconfine\\u0064"}}}]}', `Unconfined container-field ${own}`],
    ["escapes in a key", 'spec: {containers: [{name: a, securityContext: {"privile\\x67ed": true}}]}', `Unconfined privileged ${privilegedField}`],
    ["a block scalar as value", "spec:\n  containers:\n  - name: a\n    securityContext:\n      seccompProfile:\n        type: |-\n          Unconfined", `Unconfined container-field ${own}`],
    ["a block scalar that keeps its line's end", "spec:\n  containers:\n  - name: a\n    securityContext:\n      seccompProfile:\n        type: |\n          Unconfined", `Invalid container-field ${own}`],
    ["a comment that ends at U+0085", "spec:\n  containers:\n  - name: a\n    securityContext:\n      # x\u0085      privileged: true", `Unconfined privileged ${privilegedField}`],
    ["a comment that ends at U+2028", "spec:\n  containers:\n  - name: a\n    securityContext:\n      # x\u2028      privileged: true", `Unconfined privileged ${privilegedField}`],
    ["a comment that ends at U+2029", "spec:\n  containers:\n  - name: a\n    securityContext:\n      # x\u2029      privileged: true", `Unconfined privileged ${privilegedField}`],
    ["fields of every object's prototype are not fields", "spec: {containers: [{name: a, securityContext: {__proto__: {privileged: true}}}]}", "Unset none -"],
  ])("%s", (_, text, expected) => {
    expect(inShort(entryOf(`${head}${text}\n`).posture)).toBe(expected);
  });
});

describe("the way to a posture, every field in Kubernetes' order", () => {
  const at = (version: string | null) => ({ ...plainCluster, kubeVersion: version === null ? null : readKubeVersion(version) });
  const POD = "seccomp.security.alpha.kubernetes.io/pod";
  const APP = "container.seccomp.security.alpha.kubernetes.io/app";

  /** `field: value: meaning`, with a star for the one that decides. */
  function way(text: string, cluster = plainCluster): readonly string[] {
    const { documents } = readDocuments({ path: "p.yaml", text, origin: "file" });
    const [holder] = documents.flatMap((document) => [...objectsOf(document)].flatMap((object) => podHolders(document, object, "default")));
    const [container] = holder?.containers ?? [];
    if (holder === undefined || container === undefined) throw new Error("no container");
    return explainPosture(holder, container, cluster).map(({ field, value, meaning, decides }) => `${decides ? "* " : ""}${field === null ? "the cluster" : fieldPath(field)}: ${value ?? "-"}: ${meaning}`);
  }

  it.each<[string, string, string | null, readonly string[]]>([
    [
      "nothing is set",
      pod(),
      null,
      [
        "spec.os.name: -: does not name Windows",
        `${privilegedField}: -: not privileged`,
        `${own}: -: the container sets no profile of its own`,
        `${pods}: -: the pod sets no profile of its own`,
        "* the cluster: Unconfined: containers that set nothing run Unconfined unless the kubelet sets `seccompDefault`",
      ],
    ],
    [
      "the pod's field, of a pod for Linux",
      pod(privileged(false), { os: { name: "linux" }, ...of("RuntimeDefault") }),
      null,
      [
        "spec.os.name: linux: a pod for Linux",
        `${privilegedField}: false: not privileged`,
        `${own}: -: the container sets no profile of its own`,
        `* ${pods}: { type: RuntimeDefault }: the pod asks for RuntimeDefault`,
        "the cluster: RuntimeDefault: nothing of the cluster changes that",
      ],
    ],
    [
      "annotations on a version that reads them",
      pod({}, {}, { annotations: { [POD]: "runtime/default" } }),
      "1.24",
      [
        "spec.os.name: -: does not name Windows",
        `${privilegedField}: -: not privileged`,
        `${own}: -: the container sets no profile of its own`,
        `metadata.annotations[${APP}]: -: the container has no annotation either`,
        `${pods}: -: the pod sets no profile of its own`,
        `* metadata.annotations[${POD}]: runtime/default: the pod's annotation asks for RuntimeDefault`,
        "the cluster: RuntimeDefault: Kubernetes 1.24 obeys seccomp annotations",
      ],
    ],
    [
      "an annotation that says what the field says",
      pod({}, of("RuntimeDefault"), { annotations: { [POD]: "runtime/default" } }),
      null,
      [
        "spec.os.name: -: does not name Windows",
        `${privilegedField}: -: not privileged`,
        `${own}: -: the container sets no profile of its own`,
        `* ${pods}: { type: RuntimeDefault }: the pod asks for RuntimeDefault`,
        `metadata.annotations[${POD}]: runtime/default: says what the field says`,
        "the cluster: RuntimeDefault: nothing of the cluster changes that",
      ],
    ],
    [
      "an annotation that names no file, where it would be copied",
      pod({}, {}, { annotations: { [POD]: "localhost/" } }),
      "1.26",
      [
        "spec.os.name: -: does not name Windows",
        `${privilegedField}: -: not privileged`,
        `${own}: -: the container sets no profile of its own`,
        `metadata.annotations[${APP}]: -: the container has no annotation either`,
        `${pods}: -: the pod sets no profile of its own`,
        `metadata.annotations[${POD}]: localhost/: names no file, and is not copied to the field`,
        "* the cluster: Unconfined: containers that set nothing run Unconfined unless the kubelet sets `seccompDefault`",
      ],
    ],
  ])("%s", (_, text, version, expected) => {
    expect(way(text, at(version))).toEqual(expected);
  });

  // cloudnative-pg/cloudnative-pg: api/v1/cluster_funcs.go (GetSeccompProfile)
  it("ends at what the kind's own controller gives", () => {
    const cluster = JSON.stringify({ apiVersion: "postgresql.cnpg.io/v1", kind: "Cluster", metadata: { name: "db" }, spec: {} });
    expect(way(cluster).slice(-2)).toEqual([
      "* spec.seccompProfile: -: CloudNativePG gives RuntimeDefault to the pod",
      "the cluster: RuntimeDefault: CloudNativePG gives RuntimeDefault to pods that set no profile",
    ]);
  });
});
