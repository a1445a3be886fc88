// The report in Markdown: for the comment, the check run, the job summary and report.md. The same bytes for the same report.

import type { Report, Verdict } from "../core/report.ts";
import { utf8Length } from "../core/utf8.ts";
import { cutText, markdownText } from "./escape.ts";
import { fitSections, type Section } from "./fit.ts";
import { describeTargets, headline } from "./headline.ts";
import type { LinkBase } from "./location.ts";
import { storyEntry } from "./markdown-finding.ts";
import { exemptedSection, goneSection, movedSection, policySection, problemSections, strongerSection } from "./markdown-sections.ts";
import { listCounts } from "./profile-counts.ts";
import { tellStories } from "./story.ts";

export interface MarkdownOptions extends LinkBase {
  /** Most bytes of UTF-8 that the text may have; with less than 10,000 the lesser sections may be missing, with less than 2000 all but the verdict and the counts. */
  readonly maxBytes: number;
  /** Markdown of ours that says where the whole report is, to follow "All of it is in"; null: the JSON report. */
  readonly moreAt: string | null;
}

const icons = { pass: "✅", fail: "❌", "no-verdict": "⚠️" } as const satisfies Record<Verdict, string>;

const explanation =
  "A seccomp profile limits which system calls of the node's kernel a container may make. Without one it runs `Unconfined`: a break-in has all of them to try.";

/** How many containers run under what; only the profiles that occur. */
function countsTable({ base, summary }: Report): string {
  const head = listCounts(summary.containers.head, base === null ? summary.containers.head : summary.containers.base);
  if (head.length === 0) return "";
  const row = (title: string, cells: readonly (string | number)[]): string => `| ${[title, ...cells].join(" | ")} |`;
  const sides = [
    ...(base === null ? [] : [row("base", head.map(({ profile }) => summary.containers.base[profile]))]),
    row("head", head.map(({ count }) => count)),
  ];
  return [row("containers", head.map(({ name }) => name)), row("---", head.map(() => "---:")), ...sides].join("\n");
}

function closingOf(report: Report): string {
  const { version, engines } = report.tool;
  const tool = [`seccomp-gate ${version}`, `Helm ${engines.helm}`, `Kustomize ${engines.kustomize}`].map((part) => markdownText(cutText(part, 80)));
  return [countsTable(report), `<sub>${[describeTargets(report), ...tool].join(" · ")}</sub>`].filter((block) => block !== "").join("\n\n");
}

function sectionsOf(report: Report, links: LinkBase): readonly Section[] {
  const { counted, exempted } = tellStories(report);
  const [notAnalysed, remarks] = problemSections(report.problems, links);
  return [
    { opening: explanation, entries: counted.map((story) => storyEntry(story, links)), separator: "\n\n", closing: "", noun: "finding", share: 0.5 },
    notAnalysed,
    exemptedSection(exempted),
    policySection(report.policyNotes),
    strongerSection(report.base === null ? [] : report.containers),
    goneSection(report),
    movedSection(report.containers),
    remarks,
  ];
}

/** The report in at most `maxBytes` bytes: as much in full as fits, then a line each, then counts per target, saying what is left out. */
export function markdownReport(report: Report, options: MarkdownOptions): string {
  const heading = `## ${icons[report.verdict]} seccomp-gate: ${headline(report)}`;
  const closing = closingOf(report);
  const frame = utf8Length(heading) + utf8Length(closing) + "\n\n\n".length;
  const sections = fitSections(sectionsOf(report, options), options.maxBytes - frame, options.moreAt ?? "the JSON report");
  return `${[heading, ...sections, closing].filter((block) => block !== "").join("\n\n")}\n`;
}
