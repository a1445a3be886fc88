// What becomes of the annotations of old, by version. One row per fact.
// kubernetes/kubernetes v1.18: pkg/kubelet/kuberuntime/helpers.go (getSeccompProfileFromAnnotations); v1.24: the same file
// (getSeccompProfilePath); v1.26: pkg/registry/core/pod/strategy.go (applySeccompVersionSkew); v1.27: #114947 removes that.

import { describe, expect, it } from "@jest/globals";
import { plainCluster, type Cluster } from "../../src/core/cluster.ts";
import { readKubeVersion } from "../../src/core/kube-version.ts";
import { entryOf, inShort, pod } from "./manifests.ts";

type Fields = Record<string, unknown>;

const POD = "seccomp.security.alpha.kubernetes.io/pod";
const APP = "container.seccomp.security.alpha.kubernetes.io/app";
const MISSPELT = "container.security.alpha.kubernetes.io/app";
const POLICY = "seccomp.security.alpha.kubernetes.io/defaultProfileName";
const field = (type: string, localhostProfile?: string): Fields => ({ securityContext: { seccompProfile: { type, ...(localhostProfile === undefined ? {} : { localhostProfile }) } } });
const at = (version: string | null): Cluster => ({ ...plainCluster, kubeVersion: version === null ? null : readKubeVersion(version) });
const posture = (version: string | null, annotations: Fields, container: Fields = {}, spec: Fields = {}) => entryOf(pod(container, spec, { annotations }), { cluster: at(version) }).posture;

const versions = ["1.10", "1.18", "1.19", "1.24", "1.25", "1.26", "1.27", "1.34", null] as const;
const own = "spec.containers[0].securityContext.seccompProfile";
const ofPod = "spec.securityContext.seccompProfile";
const byPod = `pod-annotation metadata.annotations[${POD}]`;
const byApp = `container-annotation metadata.annotations[${APP}]`;

describe("who decides", () => {
  // Columns: before 1.19, 1.19 to 1.24, 1.25 and 1.26, since 1.27.
  it.each<[string, Fields, Fields, Fields, string, string, string, string]>([
    ["the pod's annotation alone", { [POD]: "runtime/default" }, {}, {}, `RuntimeDefault ${byPod}`, `RuntimeDefault ${byPod}`, `RuntimeDefault ${byPod}`, "Unset none -"],
    ["the old name of the default", { [POD]: "docker/default" }, {}, {}, `RuntimeDefault ${byPod}`, `RuntimeDefault ${byPod}`, `RuntimeDefault ${byPod}`, "Unset none -"],
    ["a path", { [APP]: "localhost/profiles/a.json" }, {}, {}, `Localhost(profiles/a.json) ${byApp}`, `Localhost(profiles/a.json) ${byApp}`, `Localhost(profiles/a.json) ${byApp}`, "Unset none -"],
    ["unconfined", { [APP]: "unconfined" }, {}, {}, `Unconfined ${byApp}`, `Unconfined ${byApp}`, `Unconfined ${byApp}`, "Unset none -"],
    ["the container's annotation over the pod's", { [APP]: "unconfined", [POD]: "runtime/default" }, {}, {}, `Unconfined ${byApp}`, `Unconfined ${byApp}`, `Unconfined ${byApp}`, "Unset none -"],
    ["the container's annotation over the pod's field", { [APP]: "unconfined" }, {}, field("RuntimeDefault"), `Unconfined ${byApp}`, `Unconfined ${byApp}`, `Unconfined ${byApp}`, `RuntimeDefault pod-field ${ofPod}`],
    ["the container's field over the pod's annotation", { [POD]: "unconfined" }, field("RuntimeDefault"), {}, `Unconfined ${byPod}`, `RuntimeDefault container-field ${own}`, `RuntimeDefault container-field ${own}`, `RuntimeDefault container-field ${own}`],
    ["both of one level, of one mind", { [POD]: "docker/default" }, {}, field("RuntimeDefault"), `RuntimeDefault ${byPod}`, `RuntimeDefault pod-field ${ofPod}`, `RuntimeDefault pod-field ${ofPod}`, `RuntimeDefault pod-field ${ofPod}`],
    ["both with one path", { [APP]: "localhost/a.json" }, field("Localhost", "a.json"), {}, `Localhost(a.json) ${byApp}`, `Localhost(a.json) container-field ${own}`, `Localhost(a.json) container-field ${own}`, `Localhost(a.json) container-field ${own}`],
    ["fields alone", {}, field("RuntimeDefault"), {}, "Unset none -", `RuntimeDefault container-field ${own}`, `RuntimeDefault container-field ${own}`, `RuntimeDefault container-field ${own}`],
    ["a wrong field", {}, field("nonsense"), {}, "Unset none -", `Invalid container-field ${own}`, `Invalid container-field ${own}`, `Invalid container-field ${own}`],
    ["a path without a file", { [POD]: "localhost/" }, {}, {}, `Invalid ${byPod}`, `Invalid ${byPod}`, "Unset none -", "Unset none -"],
    ["privileged over everything", { [APP]: "runtime/default" }, { securityContext: { privileged: true } }, {}, ...(["Unconfined privileged spec.containers[0].securityContext.privileged", "Unconfined privileged spec.containers[0].securityContext.privileged", "Unconfined privileged spec.containers[0].securityContext.privileged", "Unconfined privileged spec.containers[0].securityContext.privileged"] as const)],
    ["another container's annotation", { [`${APP}2`]: "unconfined" }, {}, {}, "Unset none -", "Unset none -", "Unset none -", "Unset none -"],
    ["the misspelt one of the container", { [MISSPELT]: "runtime/default" }, {}, {}, "Unset none -", "Unset none -", "Unset none -", "Unset none -"],
    ["that of a PodSecurityPolicy", { [POLICY]: "runtime/default" }, {}, {}, "Unset none -", "Unset none -", "Unset none -", "Unset none -"],
  ])("%s", (_, annotations, container, spec, only, kubelet, copied, inert) => {
    const expected = [only, only, kubelet, kubelet, copied, copied, inert, inert, inert];
    expect(versions.map((version) => inShort(posture(version, annotations, container, spec)))).toEqual(expected);
  });

  it("reads those of a template, not of the object around it", () => {
    const template = (outer: Fields, inner: Fields) => JSON.stringify({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a", annotations: outer }, spec: { template: { metadata: { annotations: inner }, spec: { containers: [{ name: "app" }] } } } });
    const on = (text: string) => inShort(entryOf(text, { cluster: at("1.24") }).posture);
    expect(on(template({}, { [POD]: "unconfined" }))).toBe(`Unconfined pod-annotation spec.template.metadata.annotations[${POD}]`);
    expect(on(template({ [POD]: "unconfined" }, {}))).toBe("Unset none -");
  });

  it("says what that rests on", () => {
    expect(posture("1.24", { [POD]: "runtime/default" }).assumption).toBe("Kubernetes 1.24 obeys seccomp annotations");
    expect(posture("1.25", { [POD]: "runtime/default" }).assumption).toMatch(/^Kubernetes 1\.25 copies .*a static Pod would run without$/);
    expect(posture("1.26.1", { [POD]: "runtime/default" }).assumption).toMatch(/^Kubernetes 1\.26\.1 copies .*a static Pod would run without$/);
  });
});

// pkg/apis/core/validation/validation.go: ValidateSeccompProfile in every version, validateSeccompAnnotationsAndFields since 1.19.
describe("what the API server refuses", () => {
  it.each<[string, Fields, Fields, Fields, boolean]>([
    ["a word of the fields", { [POD]: "RuntimeDefault" }, {}, {}, true],
    ["another case", { [APP]: "Unconfined" }, {}, {}, true],
    ["nothing", { [POD]: "" }, {}, {}, true],
    ["null, which is read as nothing", { [POD]: null }, {}, {}, true],
    ["a number", { [POD]: 1 }, {}, {}, true],
    ["a path that climbs", { [APP]: "localhost/a/../b" }, {}, {}, true],
    ["an absolute path", { [APP]: "localhost//a.json" }, {}, {}, true],
    ["a profile without its place", { [APP]: "localhost" }, {}, {}, true],
    ["a wrong one under a right field", { [POD]: "nonsense" }, field("RuntimeDefault"), {}, true],
    ["an annotation and a field of the pod that disagree", { [POD]: "unconfined" }, {}, field("RuntimeDefault"), false],
    ["an annotation and a field of the container that disagree", { [APP]: "runtime/default" }, field("Unconfined"), {}, false],
    ["two paths", { [APP]: "localhost/a.json" }, field("Localhost", "b.json"), {}, false],
  ])("%s", (_, annotations, container, spec, always) => {
    for (const version of versions) {
      const isRefused = always || version === null || Number(version.slice(2)) >= 19;
      const { profile, effective, advice, reason } = posture(version, annotations, container, spec);
      expect([version, profile === "Invalid"]).toEqual([version, isRefused]);
      if (!isRefused) continue;
      expect(effective).toBe("Rejected");
      expect(reason).toMatch(/^the annotation `/);
      expect(advice).toMatch(/^Remove `metadata\.annotations\[/);
    }
  });
});

describe("what nobody heeds", () => {
  it.each<[string, string | null, Fields, Fields, Fields, string | null]>([
    ["the pod's", null, { [POD]: "runtime/default" }, {}, {}, POD],
    ["the container's", "1.27", { [APP]: "unconfined" }, {}, {}, APP],
    ["the container's first", "1.34", { [APP]: "runtime/default", [POD]: "unconfined" }, {}, {}, APP],
    ["one that wants another file than the container gets", null, { [APP]: "localhost/a.json" }, {}, field("Localhost", "b.json"), APP],
    ["one that another field makes superfluous", null, { [POD]: "runtime/default" }, field("RuntimeDefault"), {}, null],
    ["one that wants another profile than the container gets", null, { [APP]: "localhost/a.json" }, {}, field("RuntimeDefault"), APP],
    ["one beside the field that says the same", null, { [POD]: "runtime/default" }, {}, field("RuntimeDefault"), null],
    ["one on a version that reads it", "1.26", { [POD]: "runtime/default" }, {}, {}, null],
    ["the misspelt one on that version", "1.24", { [MISSPELT]: "runtime/default" }, {}, {}, MISSPELT],
    ["the misspelt one on the newest", null, { [MISSPELT]: "localhost/a.json" }, {}, {}, MISSPELT],
    ["that of a PodSecurityPolicy, in every version", "1.18", { [POLICY]: "docker/default" }, {}, {}, POLICY],
    ["that of a PodSecurityPolicy that names no profile", null, { [POLICY]: "*" }, {}, {}, null],
    ["one of a privileged container", null, { [APP]: "runtime/default" }, { securityContext: { privileged: true } }, {}, null],
    ["one of a pod for Windows", null, { [POD]: "runtime/default" }, {}, { os: { name: "windows" } }, null],
    ["one of a pod that is refused", null, { [POD]: "runtime/default" }, field("nonsense"), {}, null],
    ["none", null, {}, {}, {}, null],
  ])("%s", (_, version, annotations, container, spec, key) => {
    expect(posture(version, annotations, container, spec).ignored?.field ?? null).toEqual(key === null ? null : ["metadata", "annotations", key]);
  });
});
