// One verdict as the things that publish writes: which channels are wanted, and what each carries.

import type { Policy } from "../core/policy.ts";
import type { Report } from "../core/report.ts";
import { exitCode } from "../core/verdict.ts";
import type { Annotation, CheckRun, Conclusion } from "./check-run.ts";
import { commentMarker } from "./comment.ts";
import type { Event } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import type { Publication } from "./publish.ts";

/** Bytes of UTF-8; below every limit that GitHub-like servers have for comments and check runs. */
const MARKDOWN_LIMIT = 65_000;

/** What a format needs to build links; null when it is not known. */
export interface LinkBase {
  /** The commit whose files are linked to: the one that people pushed. */
  readonly headSha: string | null;
  /** `https://HOST/OWNER/NAME`, without a trailing slash. */
  readonly repositoryUrl: string | null;
}

/** The views of a report. Each returns text that is escaped for its destination and obeys `maxBytes` (UTF-8). */
export interface Formats {
  json(report: Report): string;
  /** `id` is the input of that name: it tells apart several uses on one commit. */
  sarif(report: Report, links: LinkBase, id: string): string;
  summary(report: Report, links: LinkBase, maxBytes: number): string;
  comment(report: Report, links: LinkBase, maxBytes: number): string;
  checkSummary(report: Report, links: LinkBase, maxBytes: number): string;
  /** The verdict and why, in one line of plain text of ours. */
  title(report: Report): string;
  /** Worst first. */
  annotations(report: Report): readonly Annotation[];
  /** Workflow commands, at most 10 of each level, worst first. */
  logAnnotations(report: Report): readonly string[];
  /** Lines for the log. */
  log(report: Report): readonly string[];
}

/** A report and the part of the policy that turns its verdict into an exit code. */
export interface Judgement {
  readonly report: Report;
  readonly policy: Pick<Policy, "failOn" | "noVerdict">;
}

/** What is not passed but does not fail either is `neutral`: a check run must not say otherwise than the job. */
export function conclusionOf({ report, policy }: Judgement): Conclusion {
  if (report.verdict === "pass") return "success";
  return exitCode(report.verdict, policy) === 0 ? "neutral" : "failure";
}

/** The base for links from the reports of an event; of none when it was refused. */
export function linksOf(event: Event | null): LinkBase {
  if (event === null || event.kind === "nothing-to-compare") return { headSha: null, repositoryUrl: null };
  const { serverUrl, repository } = event.run;
  return { headSha: event.headSha, repositoryUrl: `${serverUrl}/${repository.owner}/${repository.name}` };
}

/** Something that the sticky comment should exist for: remarks that block nothing are not. */
function isNoteworthy({ findings, problems, policyNotes }: Report): boolean {
  return findings.some(({ exemption }) => exemption === null) || problems.some(({ blocking }) => blocking) || policyNotes.length > 0;
}

function checkRunOf(judgement: Judgement, event: Event, inputs: Inputs, formats: Formats): CheckRun | null {
  if (!inputs.checkRun || event.kind === "nothing-to-compare") return null;
  const { runId } = event.run;
  const links = linksOf(event);
  return {
    name: inputs.checkName,
    headSha: event.headSha,
    conclusion: conclusionOf(judgement),
    title: formats.title(judgement.report),
    summary: formats.checkSummary(judgement.report, links, MARKDOWN_LIMIT),
    annotations: formats.annotations(judgement.report),
    detailsUrl: runId === null ? null : `${links.repositoryUrl}/actions/runs/${runId}`,
  };
}

/** What to write for a judgement of an event. */
export function present(judgement: Judgement, event: Event, inputs: Inputs, formats: Formats): Publication {
  const { report } = judgement;
  const checkRun = checkRunOf(judgement, event, inputs, formats);
  const logAnnotations = formats.logAnnotations(report);
  if (event.kind !== "pull-request") return { checkRun, logAnnotations, pullRequest: null };
  const room = MARKDOWN_LIMIT - Buffer.byteLength(`${commentMarker(inputs.id)}\n`);
  const comment = {
    id: inputs.id,
    author: inputs.commentAuthor,
    mode: inputs.comment,
    noteworthy: isNoteworthy(report),
    body: formats.comment(report, linksOf(event), room),
  };
  return { checkRun, logAnnotations, pullRequest: { number: event.pull, headSha: event.headSha, fork: event.fork, comment } };
}
