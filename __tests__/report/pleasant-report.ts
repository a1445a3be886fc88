// A report as a pull request would have it: one removed pod field, a privileged container, a broken dependency, and good news.

import type { Posture } from "../../src/core/posture.ts";
import { createHash } from "node:crypto";
import { causeKey } from "../../src/core/group.ts";
import type { Finding, Location, ProfileCounts, Report, Workload } from "../../src/core/report.ts";

export const noContainers: ProfileCounts = { RuntimeDefault: 0, Localhost: 0, Unconfined: 0, Unset: 0, Invalid: 0, NotApplicable: 0 };

export function posture(tweak: Partial<Posture>): Posture {
  return { profile: "RuntimeDefault", localhostProfile: null, decidedBy: null, cause: "none", effective: "RuntimeDefault", assumption: null, advice: null, reason: null, ignored: null, ...tweak };
}

export function workload(name: string, kind = "Deployment", namespace: string | null = "shop"): Workload {
  return { apiVersion: "apps/v1", kind, namespace, name };
}

export function location(path: string, line: number, tweak: Partial<Location> = {}): Location {
  return { path, line, column: 1, endLine: line, precision: "exact", role: "cause", inDiff: true, ...tweak };
}

const podField = "spec.template.spec.securityContext.seccompProfile";
const unset = posture({ profile: "Unset", effective: "Unconfined" });

/** A finding in the group of its cause. */
const inGroup = (finding: Omit<Finding, "group">): Finding => ({ ...finding, group: createHash("md5").update(causeKey(finding)).digest("hex") });

export function removed(container: string, tweak: Partial<Finding> = {}): Finding {
  const subject = tweak.workload ?? workload("api");
  const type = tweak.container?.type === "init" ? "init container" : "container";
  return inGroup({
    rule: "profile-removed",
    severity: "error",
    target: "helm:charts/api",
    workload: subject,
    container: { type: "container", name: container },
    base: posture({ decidedBy: podField, cause: "pod-field" }),
    head: unset,
    message: `${type} \`${container}\` of ${subject.kind} \`shop/${subject.name}\` ran under RuntimeDefault (set at \`${podField}\`) and now sets no profile: it runs Unconfined unless the kubelet sets \`seccompDefault\``,
    remedy: `Put the profile back: at \`${podField}\` write \`type: RuntimeDefault\`.`,
    locations: [location("charts/api/values.yaml", 12)],
    fix: null,
    fingerprint: "0".repeat(32),
    exemption: null,
    was: null,
    alsoIn: [],
    ...tweak,
  });
}

const privilegedField = "spec.template.spec.containers[0].securityContext.privileged";

const privileged = inGroup({
  ...removed("agent"),
  rule: "newly-privileged",
  target: "kustomize:overlays/prod",
  workload: workload("node-agent", "DaemonSet", "monitoring"),
  base: posture({ profile: "Localhost", localhostProfile: "profiles/agent.json", decidedBy: "spec.template.spec.containers[0].securityContext.seccompProfile", cause: "container-field", effective: "Localhost" }),
  head: posture({ profile: "Unconfined", decidedBy: privilegedField, cause: "privileged", effective: "Unconfined" }),
  message: `container \`agent\` of DaemonSet \`monitoring/node-agent\` ran under Localhost (profiles/agent.json) (set at \`spec.template.spec.containers[0].securityContext.seccompProfile\`) and is now privileged (\`${privilegedField}\`), which drops any seccomp profile: it runs Unconfined`,
  remedy: `At \`${privilegedField}\` write \`privileged: false\` and add the capabilities it needs under \`capabilities.add\`.`,
  locations: [location("overlays/prod/patch.yaml", 9)],
  fix: { path: "overlays/prod/patch.yaml", startLine: 9, endLine: 9, replacement: "            privileged: false\n", proven: true },
});

const weakened = inGroup({
  ...removed("worker"),
  rule: "profile-weakened",
  severity: "warning",
  workload: workload("worker"),
  base: posture({ profile: "Localhost", localhostProfile: "profiles/audit.json", effective: "Localhost", cause: "pod-field", decidedBy: podField }),
  head: posture({ decidedBy: podField, cause: "pod-field" }),
  message: `container \`worker\` of Deployment \`shop/worker\` ran under Localhost (profiles/audit.json) and now runs under RuntimeDefault, by \`${podField}\``,
  remedy: `At \`${podField}\` write \`type: Localhost\` with \`localhostProfile: profiles/audit.json\`.`,
  locations: [location("charts/api/templates/worker.yaml", 1, { precision: "file", role: "template", inDiff: false })],
});

const exempted = inGroup({
  ...removed("cilium-agent"),
  rule: "newly-privileged",
  target: "helm:charts/cilium",
  workload: workload("cilium", "DaemonSet", "kube-system"),
  head: posture({ profile: "Unconfined", decidedBy: "spec.template.spec.containers[0].securityContext.privileged", cause: "privileged", effective: "Unconfined" }),
  message: "container `cilium-agent` of DaemonSet `kube-system/cilium` ran under RuntimeDefault and is now privileged",
  locations: [],
  exemption: { reason: "needs to load eBPF programs", expires: "2027-03-01" },
});

export const pleasantReport: Report = {
  tool: { version: "1.0.0", engines: { helm: "4.0.1", kustomize: "5.8.0" } },
  verdict: "fail",
  base: { revision: "a".repeat(40) },
  head: { revision: "b".repeat(40) },
  summary: {
    containers: { base: { ...noContainers, RuntimeDefault: 5, Localhost: 2, Unset: 1 }, head: { ...noContainers, RuntimeDefault: 4, Unset: 3, Unconfined: 1 } },
    targets: { rendered: 3, unchanged: 1, unresolved: 1 },
    findings: { error: 4, warning: 1, note: 0, exempted: 1 },
  },
  targets: [
    { id: "helm:charts/api", engine: "helm", path: "charts/api", declaredBy: null, variant: null, base: "rendered", head: "rendered" },
    { id: "helm:charts/cilium", engine: "helm", path: "charts/cilium", declaredBy: null, variant: null, base: "rendered", head: "rendered" },
    { id: "helm:charts/db", engine: "helm", path: "charts/db", declaredBy: null, variant: null, base: "rendered", head: "unresolved" },
    { id: "kustomize:overlays/dev", engine: "kustomize", path: "overlays/dev", declaredBy: null, variant: null, base: "unchanged", head: "unchanged" },
    { id: "kustomize:overlays/prod", engine: "kustomize", path: "overlays/prod", declaredBy: null, variant: null, base: "rendered", head: "rendered" },
  ],
  containers: [
    {
      target: "helm:charts/api",
      workload: workload("web"),
      container: { type: "container", name: "nginx" },
      foundBy: "kind",
      was: null,
      base: unset,
      head: posture({ decidedBy: podField, cause: "pod-field" }),
      change: "strengthened",
      podSecurity: { level: "restricted", version: "v1.34", baseline: "allowed", restricted: "allowed", refusal: null },
      systemCalls: null,
    },
  ],
  findings: [removed("api"), removed("proxy"), removed("migrate", { container: { type: "init", name: "migrate" } }), privileged, weakened, exempted],
  problems: [
    {
      kind: "missing-dependency",
      side: "head",
      target: "helm:charts/db",
      path: "charts/db/Chart.yaml",
      line: 4,
      message: "the dependency `postgresql` 16.2.0 is declared and not in `charts/db/charts`",
      remedy: "Commit the packaged chart, or name a folder that has it under `chartCache`.",
      blocking: true,
    },
    { kind: "missing-dependency", side: "head", target: "helm:charts/api", path: "charts/api/Chart.yaml", line: 9, message: "the dependency `redis` is absent, and switched off by `redis.enabled`", remedy: "", blocking: false },
  ],
  failOn: "error",
  noVerdict: "fail",
  policyNotes: ["Once merged, `rules.profile-weakened` is `off` instead of `warning`."],
};
