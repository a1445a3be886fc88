// The counts of a report.

import type { Posture } from "./posture.ts";
import type { ContainerRow, Finding, ProfileCounts, Summary, TargetOutcome } from "./report.ts";

function countProfiles(postures: readonly (Posture | null)[]): ProfileCounts {
  const counts = { RuntimeDefault: 0, Localhost: 0, Unconfined: 0, Unset: 0, Invalid: 0, NotApplicable: 0 };
  for (const posture of postures) if (posture !== null) counts[posture.profile]++;
  return counts;
}

/** Counts of what a report holds. A target that could not be rendered on one side is `unresolved`, whatever the other was. */
export function summarize(targets: readonly TargetOutcome[], rows: readonly ContainerRow[], findings: readonly Finding[]): Summary {
  const unresolved = targets.filter(({ base, head }) => base === "unresolved" || head === "unresolved").length;
  const unchanged = targets.filter(({ head }) => head === "unchanged").length;
  const counted = findings.filter(({ exemption }) => exemption === null);
  const count = (severity: Finding["severity"]) => counted.filter((finding) => finding.severity === severity).length;
  return {
    containers: { base: countProfiles(rows.map(({ base }) => base)), head: countProfiles(rows.map(({ head }) => head)) },
    targets: { rendered: targets.length - unresolved - unchanged, unchanged, unresolved },
    findings: { error: count("error"), warning: count("warning"), note: count("note"), exempted: findings.length - counted.length },
  };
}
