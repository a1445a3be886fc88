// The views of a report as the action publishes them.

import type { Formats } from "./github/presentation.ts";
import { checkAnnotations, logAnnotations } from "./report/annotations.ts";
import { headline } from "./report/headline.ts";
import { jsonReport } from "./report/json.ts";
import { markdownReport } from "./report/markdown.ts";
import { sarifReport } from "./report/sarif.ts";
import { plainStyle } from "./report/style.ts";
import { textReport } from "./report/text.ts";

/** One report, in every form that GitHub and the runner take. */
export const actionFormats: Formats = {
  json: jsonReport,
  sarif: (report, links, id) => sarifReport(report, { ...links, category: id === "default" ? null : id }),
  summary: (report, links, maxBytes) => markdownReport(report, { ...links, maxBytes, moreAt: "the file that the output `report` names" }),
  comment: (report, links, maxBytes) => markdownReport(report, { ...links, maxBytes, moreAt: "the job summary" }),
  checkSummary: (report, links, maxBytes) => markdownReport(report, { ...links, maxBytes, moreAt: "the job summary" }),
  title: headline,
  annotations: checkAnnotations,
  logAnnotations,
  log: (report) => textReport(report, plainStyle).trimEnd().split("\n"),
};
