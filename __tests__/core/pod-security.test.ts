// The stories by which Pod Security Admission explains its two seccomp checks, told in our words, and where we differ on purpose.
// kubernetes/pod-security-admission: test/fixtures_seccompProfile_baseline.go, test/fixtures_seccompProfile_restricted.go.

import { describe, expect, it } from "@jest/globals";
import { entriesOf, pod } from "./manifests.ts";

const of = (type: string, localhostProfile?: string) => ({ securityContext: { seccompProfile: { type, ...(localhostProfile === undefined ? {} : { localhostProfile }) } } });
const init = (more: object) => ({ initContainers: [{ name: "init", ...more }] });
const ephemeral = (more: object) => ({ ephemeralContainers: [{ name: "debug", ...more }] });

type Level = "restricted" | "baseline" | "neither";

/** The highest level that the containers' postures would pass: all confined by a field; none explicitly open. */
function levelOf(text: string): Level {
  const profiles = entriesOf(text).map(({ posture }) => posture.profile);
  if (profiles.every((profile) => profile === "RuntimeDefault" || profile === "Localhost" || profile === "NotApplicable")) return "restricted";
  return profiles.every((profile) => profile !== "Unconfined" && profile !== "Invalid") ? "baseline" : "neither";
}

describe("where both agree", () => {
  it.each<[string, string, Level]>([
    ["nobody sets anything", pod({}, init({})), "baseline"],
    ["the pod sets RuntimeDefault for all", pod({}, { ...init({}), ...of("RuntimeDefault") }), "restricted"],
    ["the pod sets a profile of its own for all", pod({}, { ...init({}), ...of("Localhost", "a.json") }), "restricted"],
    ["every container sets one, the pod none", pod(of("RuntimeDefault"), init(of("Localhost", "a.json"))), "restricted"],
    ["only the regular container sets one", pod(of("RuntimeDefault"), init({})), "baseline"],
    ["only the init container sets one", pod({}, init(of("RuntimeDefault"))), "baseline"],
    ["the ephemeral container is left without", pod(of("RuntimeDefault"), ephemeral({})), "baseline"],
    ["the pod asks for Unconfined", pod({}, of("Unconfined")), "neither"],
    ["the regular container asks for it", pod(of("Unconfined"), of("RuntimeDefault")), "neither"],
    ["the init container asks for it", pod({}, { ...init(of("Unconfined")), ...of("RuntimeDefault") }), "neither"],
    ["the ephemeral container asks for it", pod({}, { ...ephemeral(of("Unconfined")), ...of("RuntimeDefault") }), "neither"],
    ["a Windows pod sets nothing: restricted lets it be since 1.25", pod({}, { os: { name: "windows" } }), "restricted"],
  ])("%s: %s", (_, text, expected) => {
    expect(levelOf(text)).toBe(expected);
  });
});

describe("where we differ, as admission looks at fields and we at what runs", () => {
  it.each<[string, string, Level]>([
    // Admission forbids the pod's Unconfined even where no container runs under it.
    ["an Unconfined pod whose every container overrides it", pod(of("RuntimeDefault"), of("Unconfined")), "restricted"],
    // Admission's seccomp check does not look at privileged; its check of privileged containers does.
    ["a privileged container with a profile", pod({ securityContext: { privileged: true, seccompProfile: { type: "RuntimeDefault" } } }), "neither"],
    // Admission does not look at the path: a kubelet refuses it, or once ran it Unconfined.
    ["a Localhost profile without a path", pod(of("Localhost", "")), "neither"],
    // Baseline has no exception for Windows.
    ["an Unconfined pod for Windows", pod({}, { os: { name: "windows" }, ...of("Unconfined") }), "restricted"],
    // Admission knows no node selectors.
    ["a pod that only a node selector sends to Windows", pod({}, { nodeSelector: { "kubernetes.io/os": "windows" } }), "restricted"],
    // Before 1.19 admission read annotations; they do nothing since 1.27.
    ["an annotation", pod({}, {}, { annotations: { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" } }), "baseline"],
  ])("%s: %s", (_, text, expected) => {
    expect(levelOf(text)).toBe(expected);
  });
});
