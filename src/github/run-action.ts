// One run of the action, from the runner's environment to the exit code.

import { NoVerdictError, UsageError } from "../core/failure.ts";
import type { Report } from "../core/report.ts";
import { exitCode } from "../core/verdict.ts";
import { logLine } from "../core/one-line.ts";
import { createClient } from "./client.ts";
import { type Environment, variable } from "./environment.ts";
import { type Event, readEvent } from "./event.ts";
import { failureReport } from "./failure-report.ts";
import { type Inputs, readInputs, readToken } from "./inputs.ts";
import { crashLine } from "./last-resort.ts";
import { type Log, logCommand } from "./log.ts";
import { type Formats, type Judgement, type LinkBase, linksOf, present } from "./presentation.ts";
import { publish, type Published } from "./publish.ts";
import { type ReportPaths, writeReportFiles } from "./report-files.ts";
import type { Sleep } from "./retry.ts";
import { type ComparableEvent, planRevisions, type Revisions } from "./revisions.ts";
import { SUMMARY_LIMIT, writeOutputs, writeSummary } from "./runner-files.ts";

/** What to compare, as the event and the inputs say it. */
export interface ComparisonRequest {
  readonly event: ComparableEvent;
  readonly inputs: Inputs;
  readonly revisions: Revisions;
}

/** What a run needs from the rest of the program. */
export interface ActionPorts {
  /** Compares the two sides. Rejects with UsageError (configuration), NoVerdictError (a side cannot be had), or for bugs. */
  compare(request: ComparisonRequest): Promise<Judgement>;
  readonly formats: Formats;
  readonly tool: Report["tool"];
  /** Writes one line to standard output. */
  readonly log: Log;
  /** Waits before a request is repeated; real time when absent. */
  readonly sleep?: Sleep;
}

const USAGE = 2;
const NO_VERDICT = 3;


/** Prints where a bug happened, on request only: for everybody else the last line says enough. */
function explain(error: unknown, env: Environment, log: Log): void {
  if (variable(env, "RUNNER_DEBUG") !== "1" || !(error instanceof Error) || error.stack === undefined) return;
  for (const line of error.stack.split("\n")) log(`  ${logLine(line.trim())}`);
}

function outputsOf(report: Report, paths: ReportPaths, published: Published | null): Readonly<Record<string, string>> {
  const { error, warning, note } = report.summary.findings;
  return {
    verdict: report.verdict,
    findings: String(error + warning + note),
    errors: String(error),
    warnings: String(warning),
    notes: String(note),
    problems: String(report.problems.length),
    report: paths.json ?? "",
    sarif: paths.sarif ?? "",
    markdown: paths.markdown ?? "",
    base: report.base?.revision ?? "",
    head: report.head.revision,
    "comment-id": published?.comment === undefined || published.comment === null ? "" : String(published.comment.id),
    "comment-url": published?.comment?.url ?? "",
    "check-run-id": published === null || published.checkRunId === null ? "" : String(published.checkRunId),
  };
}

function writeFiles(report: Report, links: LinkBase, inputs: Inputs, env: Environment, { formats, log }: ActionPorts): ReportPaths {
  const markdown = formats.summary(report, links, SUMMARY_LIMIT);
  writeSummary(env, markdown, log);
  return writeReportFiles(inputs.output, { json: formats.json(report), markdown, sarif: formats.sarif(report, links, inputs.id) }, log);
}

function endWithUsage(error: UsageError, log: Log): number {
  const text = logLine(`${error.message}. ${error.remedy}`.trim());
  log(logCommand("error", text));
  log(`seccomp-gate: nothing was compared: ${text}`);
  return USAGE;
}

/** Ends with exit code 2; where the inputs are known, the reports are written all the same. */
function endRefused(error: UsageError, links: LinkBase, inputs: Inputs, env: Environment, ports: ActionPorts): number {
  const report = failureReport(error, links.headSha ?? "", ports.tool);
  const paths = writeFiles(report, links, inputs, env, ports);
  writeOutputs(env, outputsOf(report, paths, null), ports.log);
  return endWithUsage(error, ports.log);
}

async function judge(event: ComparableEvent, inputs: Inputs, env: Environment, ports: ActionPorts): Promise<{ judgement: Judgement; crashed: boolean }> {
  const revisions = planRevisions(event, inputs.base);
  try {
    return { judgement: await ports.compare({ event, inputs, revisions }), crashed: false };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const crashed = !(error instanceof NoVerdictError);
    if (crashed) explain(error, env, ports.log);
    // Without a configuration that could be read, only the input can make it advisory; a bug of ours never is.
    const failOn = crashed ? "error" : (inputs.failOn ?? "error");
    return { judgement: { report: failureReport(error, event.headSha, ports.tool), policy: { failOn, noVerdict: "fail" } }, crashed };
  }
}

function lastLine({ report, policy }: Judgement, crashed: boolean, title: string): string {
  const problem = report.problems.find(({ blocking }) => blocking);
  if (crashed) return `no verdict was reached: ${logLine(problem?.message ?? title)}`;
  const why = report.verdict === "no-verdict" && problem !== undefined ? [title, `${problem.message}. ${problem.remedy}`.trim()] : [title];
  const advisory = report.verdict !== "pass" && exitCode(report.verdict, policy) === 0 ? ["advisory, so the exit code is 0"] : [];
  return logLine([...why, ...advisory].join("; "));
}

async function check(event: ComparableEvent, inputs: Inputs, env: Environment, ports: ActionPorts): Promise<number> {
  const { log, formats } = ports;
  const { judgement, crashed } = await judge(event, inputs, env, ports);
  const { report, policy } = judgement;
  for (const line of formats.log(report)) log(logLine(line));
  const paths = writeFiles(report, linksOf(event), inputs, env, ports);

  const client = inputs.token === null ? null : createClient(inputs.token, event.run.apiUrl, ports.sleep);
  if (client === null) log(logCommand("warning", "The input `token` is empty: no check run and no comment is written. Leave it out to use the job's own token."));
  const published = await publish(client, event.run.repository, present(judgement, event, inputs, formats), log);

  writeOutputs(env, outputsOf(report, paths, published), log);
  log(`seccomp-gate: ${lastLine(judgement, crashed, formats.title(report))}`);
  return exitCode(report.verdict, policy);
}

/** Answers one event whose inputs are known. */
async function answer(inputs: Inputs, env: Environment, ports: ActionPorts): Promise<number> {
  let event: Event | null = null;
  try {
    event = readEvent(env);
    if (event.kind === "nothing-to-compare") {
      ports.log(`seccomp-gate: ${logLine(event.reason)}`);
      return 0;
    }
    if (event.kind === "workflow-run") throw new UsageError("`workflow_run` renders nothing: it only posts the report of an earlier run, and the input `report-from` is missing", "Set `report-from`, or use `pull_request`.");
    return await check(event, inputs, env, ports);
  } catch (error) {
    if (error instanceof UsageError) return endRefused(error, linksOf(event), inputs, env, ports);
    throw error;
  }
}

/** Runs the action and returns its exit code. Never rejects: a crash is exit code 3 and one line that says so. */
export async function runAction(env: Environment, ports: ActionPorts): Promise<number> {
  const token = readToken(env);
  if (token !== null) ports.log(logCommand("add-mask", token));
  try {
    return await answer(readInputs(env), env, ports);
  } catch (error) {
    writeOutputs(env, { verdict: "no-verdict" }, ports.log);
    if (error instanceof UsageError) return endWithUsage(error, ports.log);
    explain(error, env, ports.log);
    ports.log(crashLine(error));
    return NO_VERDICT;
  }
}
