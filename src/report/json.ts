// The JSON report, version 1: the stable interface. Its own struct, spelled out field by field: the internal model may change its
// names, this may not. Fields may be added, never renamed or removed.

import type { PodSecurity } from "../core/pod-security.ts";
import type { Posture } from "../core/posture.ts";
import type { Problem } from "../core/problem.ts";
import type { Container, ContainerRow, Exemption, Finding, Fix, Location, ProfileCounts, Report, Summary, TargetOutcome, Was, Workload } from "../core/report.ts";

const SCHEMA = "seccomp-gate/report/v1";

function wireCounts({ RuntimeDefault, Localhost, Unconfined, Unset, Invalid, NotApplicable }: ProfileCounts) {
  return { RuntimeDefault, Localhost, Unconfined, Unset, Invalid, NotApplicable };
}

function wireSummary({ containers, targets, findings }: Summary) {
  return {
    containers: { base: wireCounts(containers.base), head: wireCounts(containers.head) },
    targets: { rendered: targets.rendered, unchanged: targets.unchanged, unresolved: targets.unresolved },
    findings: { error: findings.error, warning: findings.warning, note: findings.note, exempted: findings.exempted },
  };
}

function wireTarget({ id, engine, path, declaredBy, variant, base, head }: TargetOutcome) {
  return { id, engine, path, ...(declaredBy === null ? {} : { declaredBy: wireDeclaration(declaredBy) }), ...(variant === null ? {} : { variant }), base, head };
}

function wireDeclaration({ apiVersion, kind, namespace, name, path, line }: NonNullable<TargetOutcome["declaredBy"]>) {
  return { apiVersion, kind, namespace, name, path, line };
}

/** An object, as the JSON formats have it. */
export function wireWorkload({ apiVersion, kind, namespace, name }: Workload) {
  return { apiVersion, kind, namespace, name };
}

/** A container. */
export function wireContainer({ type, name, pod }: Container) {
  return { type, name, ...(pod === undefined ? {} : { pod }) };
}

/** A posture. */
export function wirePosture({ profile, localhostProfile, decidedBy, cause, effective, assumption }: Posture) {
  return { profile, localhostProfile, decidedBy, cause, effective, ...(assumption === null ? {} : { assumption }) };
}

/** Pod Security admission's answers. */
export function wirePodSecurity({ level, version, baseline, restricted }: PodSecurity) {
  return { level, version, baseline, restricted };
}

/** What was matched across a rename or a move. */
export function wireWas({ target, workload, container, by }: Was) {
  return { target, workload: wireWorkload(workload), container: wireContainer(container), by: [...by] };
}

function wireRow({ target, workload, container, foundBy, was, base, head, change, podSecurity, systemCalls }: ContainerRow) {
  return {
    target,
    workload: wireWorkload(workload),
    container: wireContainer(container),
    foundBy,
    ...(was === null ? {} : { was: wireWas(was) }),
    base: base === null ? null : wirePosture(base),
    head: head === null ? null : wirePosture(head),
    change,
    ...(podSecurity === null ? {} : { podSecurity: wirePodSecurity(podSecurity) }),
    ...(systemCalls === null ? {} : { systemCalls: { reachable: systemCalls.reachable, gained: systemCalls.gained, lost: systemCalls.lost } }),
  };
}

function wireLocation({ path, line, column, endLine, precision, role, inDiff }: Location) {
  return { path, line, column, endLine, precision, role, inDiff };
}

function wireFix({ path, startLine, endLine, replacement, proven }: Fix) {
  return { path, startLine, endLine, replacement, proven };
}

function wireExemption({ reason, expires }: Exemption) {
  return { reason, expires };
}

function wireFinding({ rule, severity, target, alsoIn, workload, container, message, remedy, locations, fix, fingerprint, group, exemption }: Finding) {
  return {
    rule,
    severity,
    target,
    alsoIn: [...alsoIn],
    workload: wireWorkload(workload),
    container: container === null ? null : wireContainer(container),
    message,
    remedy,
    locations: locations.map(wireLocation),
    fix: fix === null ? null : wireFix(fix),
    fingerprint,
    group,
    exemption: exemption === null ? null : wireExemption(exemption),
  };
}

/** A problem. */
export function wireProblem({ kind, side, target, path, line, message, remedy, blocking }: Problem) {
  return { kind, side, target, path, line, message, remedy, blocking };
}

/** The report as JSON of schema `seccomp-gate/report/v1`, indented by two blanks, with a line feed at the end. */
export function jsonReport(report: Report): string {
  const { tool, verdict, base, head } = report;
  const wire = {
    schema: SCHEMA,
    tool: { version: tool.version, engines: { helm: tool.engines.helm, kustomize: tool.engines.kustomize } },
    verdict,
    base: base === null ? null : { revision: base.revision },
    head: { revision: head.revision },
    summary: wireSummary(report.summary),
    targets: report.targets.map(wireTarget),
    containers: report.containers.map(wireRow),
    findings: report.findings.map(wireFinding),
    problems: report.problems.map(wireProblem),
    ...(report.policyNotes.length === 0 ? {} : { policyNotes: report.policyNotes }),
  };
  // The same JSON, in which a runner whose log it is printed to finds no `##[command]`.
  return `${JSON.stringify(wire, null, 2).replaceAll("##[", "#\\u0023[")}\n`;
}
