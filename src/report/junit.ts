// The report as JUnit's XML, which CI systems show as tests: a suite per target, a test per container.
// There is no standard; the elements are those that Jenkins, GitLab and others read: testmoapp/junitxml: README.md.

import type { Problem } from "../core/problem.ts";
import type { ContainerRow, Finding, Report } from "../core/report.ts";
import { fails } from "../core/verdict.ts";
import { describeContainer, describeWorkload } from "../core/wording.ts";
import { cutText, xmlText } from "./escape.ts";
import { headline } from "./headline.ts";
import { describeLocation } from "./location.ts";
import { describeChange, toSentence } from "./story.ts";

const MESSAGE_LENGTH = 2000;

/** One test. What happened to it decides its elements; texts are raw. */
interface TestCase {
  readonly name: string;
  readonly suite: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly outcome: { readonly kind: "passed" } | { readonly kind: "failure" | "error" | "skipped"; readonly type: string; readonly message: string };
  /** Everything there is to say, a paragraph a line. */
  readonly says: readonly string[];
}

type Outcome = TestCase["outcome"];

const passed: Outcome = { kind: "passed" };

const subjectKey = ({ target, workload, container }: Pick<Finding, "target" | "workload" | "container">): string => JSON.stringify([target, workload.kind, workload.namespace, workload.name, container?.type, container?.name]);

function tell(finding: Finding): string {
  const { rule, severity, message, remedy, locations, exemption } = finding;
  const [location] = locations;
  const advice = exemption === null ? remedy : `Exempted: ${exemption.reason}`;
  return [`${severity} [${rule}]`, toSentence(message), advice === "" ? "" : toSentence(advice), location === undefined ? "" : `at ${describeLocation(location)}`].filter((part) => part !== "").join(" ");
}

/** The first that fails decides; what only warns is said in a test that passes; what is exempted was not tested. */
function outcomeOf(findings: readonly Finding[], report: Report): Outcome {
  const failing = findings.find((finding) => fails(finding, report));
  if (failing !== undefined) return { kind: "failure", type: failing.rule, message: toSentence(failing.message) };
  const exempted = findings.find(({ exemption }) => exemption !== null);
  if (exempted?.exemption && findings.every(({ exemption }) => exemption !== null)) return { kind: "skipped", type: exempted.rule, message: `Exempted: ${exempted.exemption.reason}` };
  return passed;
}

function testOf(name: string, suite: string, findings: readonly Finding[], said: readonly string[], report: Report): TestCase {
  const location = findings.find((finding) => fails(finding, report))?.locations[0] ?? findings[0]?.locations[0];
  return { name, suite, file: location?.path ?? null, line: location?.line ?? null, outcome: outcomeOf(findings, report), says: [...said, ...findings.map(tell)] };
}

function rowTest(row: ContainerRow, findings: readonly Finding[], report: Report): TestCase {
  const change = describeChange(row);
  return testOf(`${describeWorkload(row.workload)} ${describeContainer(row.container)}`, row.target, findings, change === null ? [] : [change], report);
}

/** Findings about containers that no row shows, and about targets as a whole. */
function otherTests(findings: readonly Finding[], report: Report): TestCase[] {
  return findings.map((finding) => {
    const what = finding.container === null ? finding.rule : `${describeWorkload(finding.workload)} ${describeContainer(finding.container)} ${finding.rule}`;
    return testOf(what, finding.target, [finding], [], report);
  });
}

const WHOLE_RUN = "seccomp-gate";

/** Whether a target could be looked at: without this a target that cannot be rendered would have no test that fails. */
function lookedAtTest(suite: string, problems: readonly Problem[], report: Report): TestCase {
  const blocking = problems.filter((problem) => problem.blocking);
  const [first] = blocking;
  const kind = report.noVerdict === "warn" ? "skipped" : "error";
  const outcome: Outcome = first === undefined ? passed : { kind, type: first.kind, message: toSentence(first.message) };
  const says = problems.map(({ kind: type, side, path, line, message, remedy }) => {
    const place = path === null ? "" : ` at ${path}${line === null ? "" : `:${line}`}`;
    return `[${type}] on the ${side}${place}: ${[message, remedy].filter((text) => text !== "").map(toSentence).join(" ")}`;
  });
  const file = first?.side === "head" ? first.path : null;
  return { name: "can be looked at", suite, file, line: file === null ? null : (first?.line ?? null), outcome, says };
}

function testsOf(report: Report): readonly TestCase[] {
  const bySubject = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    for (const target of [finding.target, ...finding.alsoIn]) {
      const key = subjectKey({ ...finding, target });
      bySubject.set(key, [...(bySubject.get(key) ?? []), finding]);
    }
  }
  const told = new Set<string>();
  const rows = report.containers.flatMap((row) => {
    const key = subjectKey(row);
    const findings = told.has(key) ? [] : (bySubject.get(key) ?? []); // two objects of one identity are two rows
    told.add(key);
    return row.head === null && findings.length === 0 ? [] : [rowTest(row, findings, report)];
  });
  const others = otherTests(report.findings.filter((finding) => !told.has(subjectKey(finding))), report);
  const suites = [WHOLE_RUN, ...report.targets.map(({ id }) => id)];
  const known = new Set(suites);
  const looked = suites.map((suite) => lookedAtTest(suite, report.problems.filter(({ target }) => (target !== null && known.has(target) ? target : WHOLE_RUN) === suite), report));
  return [...looked, ...rows, ...others];
}

const show = (text: string): string => xmlText(cutText(text, MESSAGE_LENGTH));

function attributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [` ${name}="${show(String(value))}"`])).join("");
}

function caseLines({ name, suite, file, line, outcome, says }: TestCase): readonly string[] {
  const open = `    <testcase${attributes({ name, classname: suite, file, line })}`;
  const text = says.map(show).join("\n");
  if (outcome.kind === "passed") return says.length === 0 ? [`${open}/>`] : [`${open}>`, `      <system-out>${text}</system-out>`, "    </testcase>"];
  const { kind, type, message } = outcome;
  return [`${open}>`, `      <${kind}${attributes(kind === "skipped" ? { message } : { type, message })}>${text}</${kind}>`, "    </testcase>"];
}

function counts(tests: readonly TestCase[]) {
  const count = (kind: Outcome["kind"]): number => tests.filter(({ outcome }) => outcome.kind === kind).length;
  return { tests: tests.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
}

/** The report as JUnit's XML, in UTF-8, with a line feed at the end. There is at least one test: CI systems refuse a report without any. */
export function junitReport(report: Report): string {
  const tests = testsOf(report);
  const suites = new Map<string, TestCase[]>();
  for (const test of tests) {
    const suite = suites.get(test.suite) ?? [];
    suites.set(test.suite, suite);
    suite.push(test);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: headline(report), ...counts(tests) })}>`,
    ...[...suites].flatMap(([name, own]) => [`  <testsuite${attributes({ name, ...counts(own) })}>`, ...own.flatMap(caseLines), "  </testsuite>"]),
    "</testsuites>",
    "",
  ].join("\n");
}
