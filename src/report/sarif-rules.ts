// What SARIF calls reporting descriptors: our rules, in every strength in which a report has findings of them.
// docs.github.com: code-security/reference/code-scanning/sarif-files/sarif-support (reportingDescriptor object).

import { rules } from "../core/rules.ts";
import type { Finding, Severity } from "../core/report.ts";
import { PROJECT_URL, rulePageUrl } from "./project.ts";
import { ruleHelp } from "./rule-help.ts";

/**
 * GitHub's severity belongs to the rule, not to the result, and decides whether a pull request fails: 7.0 and more does. So findings of
 * another severity than the rule's own, and exempted ones, are of a rule of their own: `profile-removed/note`.
 */
const scores = { error: "8.0", warning: "5.5", note: "2.0" } as const satisfies Record<Severity, string>;

/** Strength in which a finding counts. `exempted`: it is shown and does not count. */
type Strength = Severity | "exempted";

const strengthOf = ({ severity, exemption }: Finding): Strength => (exemption === null ? severity : "exempted");

const ownSeverity: ReadonlyMap<string, Severity> = new Map(rules.map(({ id, severity }) => [id, severity]));

function descriptorId(rule: string, strength: Strength): string {
  return strength === ownSeverity.get(rule) ? rule : `${rule}/${strength}`;
}

/** The id under which SARIF knows the rule of a finding. */
export function sarifRuleId(finding: Finding): string {
  return descriptorId(finding.rule, strengthOf(finding));
}

const remarks = {
  error: "The configuration makes it an error.",
  warning: "Here it is a warning.",
  note: "Here it is a note.",
  exempted: "The configuration exempts it: it is shown, and does not count.",
} as const satisfies Record<Strength, string>;

/** `ProfileRemovedNote`: what viewers show that expect a name without blanks. */
const pascalCase = (id: string): string => id.split(/[-/]/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");

function descriptor(rule: string, strength: Strength) {
  const id = descriptorId(rule, strength);
  const known = rules.find((candidate) => candidate.id === rule);
  const short = `${known?.summary ?? `A finding of ${rule}`}.`;
  const full = id === rule ? short : `${short} ${remarks[strength]}`;
  const help = ruleHelp[rule] ?? full;
  const level = strength === "exempted" ? "note" : strength;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: short },
    fullDescription: { text: full },
    helpUri: known === undefined ? PROJECT_URL : rulePageUrl(rule),
    help: { text: help, markdown: help },
    defaultConfiguration: { level },
    // Without a score GitHub goes by the level, and a note fails nothing.
    properties: { tags: ["security", "kubernetes", "seccomp"], precision: "high", ...(strength === "exempted" ? {} : { "security-severity": scores[strength] }) },
  };
}

export type SarifRule = ReturnType<typeof descriptor>;

const byId = (a: SarifRule, b: SarifRule): number => (a.id < b.id ? -1 : 1);

/** Every rule there is, so that what does not speak any more is known to have been asked; behind them what these findings need besides. */
export function sarifRules(findings: readonly Finding[]): readonly SarifRule[] {
  const own = rules.map(({ id, severity }) => descriptor(id, severity));
  const known = new Set(own.map(({ id }) => id));
  const further = new Map(findings.flatMap((finding) => (known.has(sarifRuleId(finding)) ? [] : [[sarifRuleId(finding), descriptor(finding.rule, strengthOf(finding))] as const])));
  return [...own, ...[...further.values()].sort(byId)];
}
