import { describe, expect, it } from "@jest/globals";
import type { Report } from "../../src/core/report.ts";
import { checkAnnotations, logAnnotations } from "../../src/report/annotations.ts";
import { headline } from "../../src/report/headline.ts";
import { gitlabReport } from "../../src/report/gitlab.ts";
import { jsonReport } from "../../src/report/json.ts";
import { junitReport } from "../../src/report/junit.ts";
import { markdownReport } from "../../src/report/markdown.ts";
import { sarifReport } from "../../src/report/sarif.ts";
import { plainStyle } from "../../src/report/style.ts";
import { textReport } from "../../src/report/text.ts";
import { golden, strays } from "./golden.ts";
import { pleasantReport } from "./pleasant-report.ts";
import { hostileText, poison } from "./poison.ts";

const links = { headSha: "b".repeat(40), repositoryUrl: "https://github.com/o/r" };

/** The rules are there whatever the report: their pages have tests of their own. */
function withoutRules(sarif: string): string {
  const log = JSON.parse(sarif);
  log.runs[0].tool.driver.rules = [];
  for (const result of log.runs[0].results) result.ruleIndex = 0;
  return `${JSON.stringify(log, null, 2)}\n`;
}

const formats: Readonly<Record<string, (report: Report) => string>> = {
  "txt": (report) => textReport(report, plainStyle),
  "md": (report) => markdownReport(report, { ...links, maxBytes: 65_000, moreAt: null }),
  "json": jsonReport,
  "sarif": (report) => withoutRules(sarifReport(report, { ...links, category: "one" })),
  "xml": junitReport,
  "gitlab.json": gitlabReport,
  "annotations.json": (report) => `${JSON.stringify(checkAnnotations(report), null, 2)}\n`,
  "log": (report) => [...logAnnotations(report), `seccomp-gate: ${headline(report)}`, ""].join("\n"),
};

const reports: Readonly<Record<string, Report>> = { pleasant: pleasantReport, hostile: poison(pleasantReport, hostileText) };

const cases = Object.keys(reports).flatMap((report) => Object.keys(formats).map((format) => [report, format] as const));

describe("what users see", () => {
  it.each(cases)("%s.%s", (report, format) => {
    const write = formats[format];
    const model = reports[report];
    if (write === undefined || model === undefined) throw new Error("no such case");
    const actual = write(model);
    expect(actual).toBe(golden(`${report}.${format}`, actual));
    expect(write(model)).toBe(actual);
  });

  it("has no golden file that nobody produces", () => {
    expect(strays(cases.map(([report, format]) => `${report}.${format}`))).toEqual([]);
  });
});

const range = (first: number, last: number): readonly string[] => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));

// C1 controls, and what Unicode has to hide, join or reorder text. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
const unseen = [range(0x80, 0x9f), range(0x200b, 0x200f), range(0x202a, 0x202e), range(0x2060, 0x2069), ["\ufeff"]].flat();

/** What Markdown and SARIF break links and mentions with. */
const ours: ReadonlyMap<string, ReadonlySet<string>> = new Map(["md", "sarif"].map((format) => [format, new Set(["\u200b"])]));

// A path has to be the file's, what a fix inserts is what is to be written, and the version is the program's own.
const asItIs: ReadonlySet<string> = new Set(["path", "insertedContent", "semanticVersion"]);

describe("a character that does not show", () => {
  const hostile = poison(pleasantReport, `x${unseen.join("y")}z`);
  // The stable interface gives names as they are.
  it.each(Object.keys(formats).filter((format) => format !== "json"))("is spelled out in %s", (format) => {
    const text = formats[format]?.(hostile) ?? "";
    const seen = /json$|^sarif$/.test(format) ? JSON.stringify(JSON.parse(text, (key, value) => (asItIs.has(key) ? null : value))) : text;
    expect([...new Set(seen)].filter((character) => unseen.includes(character) && ours.get(format)?.has(character) !== true)).toEqual([]);
    expect(seen).toMatch(/\\+u\{?202e/);
  });

  it("stays what it is in the stable interface", () => {
    const { findings } = JSON.parse(formats["json"]?.(hostile) ?? "") as { findings: readonly { workload: { name: string } }[] };
    expect(findings.some(({ workload }) => unseen.every((character) => workload.name.includes(character)))).toBe(true);
  });
});
