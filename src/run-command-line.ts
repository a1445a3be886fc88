// One call of the command line, from its words to the exit code.

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { styleText } from "node:util";
import { NoVerdictError, UsageError } from "./core/failure.ts";
import { breakCommands, logLine } from "./core/one-line.ts";
import type { Report } from "./core/report.ts";
import { exitCode } from "./core/verdict.ts";
import { runDemo } from "./demo.ts";
import { explain } from "./explain.ts";
import { openRepository, type Repository } from "./git/repository.ts";
import { refuseNativeInWorkflow } from "./github/native-permission.ts";
import { installation } from "./installation.ts";
import { comparisonOf, judgeTrees, portsOf } from "./judge-trees.ts";
import { openNativeEngine, type Engine } from "./open-engine.ts";
import { openDiff, openExplained, openScan, type DiffCommand, type ExplainCommand, type ScanCommand, type Sides } from "./open-sides.ts";
import { readArguments, type Printing } from "./options/argv.ts";
import { helpText } from "./options/help.ts";
import { showProgress } from "./progress.ts";
import { openRenderer, type Renderer } from "./render/renderer.ts";
import { explainJson } from "./report/explain-json.ts";
import { explainText } from "./report/explain-text.ts";
import { gitlabReport } from "./report/gitlab.ts";
import { jsonReport } from "./report/json.ts";
import { junitReport } from "./report/junit.ts";
import { markdownReport } from "./report/markdown.ts";
import { sarifReport } from "./report/sarif.ts";
import { plainStyle, type Style } from "./report/style.ts";
import { textReport } from "./report/text.ts";
import { tool } from "./tool.ts";

/** A stream to write to. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string, done?: (error?: Error | null) => void): unknown;
}

/** The parts of `process` that a call uses. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
}

/** The answer: an exit code, once everything is written. */
export interface Ended {
  readonly exitCode: number;
}

const ansiStyle: Style = {
  bold: (text) => styleText("bold", text, { validateStream: false }),
  dim: (text) => styleText("dim", text, { validateStream: false }),
  red: (text) => styleText("red", text, { validateStream: false }),
  yellow: (text) => styleText("yellow", text, { validateStream: false }),
  green: (text) => styleText("green", text, { validateStream: false }),
  cyan: (text) => styleText("cyan", text, { validateStream: false }),
};

/** Colours only for people: a terminal, without `NO_COLOR` (no-color.org), `--no-color`, or a dumb one. */
function styleFor({ color, output }: Printing, { stdout, env }: Surroundings): Style {
  const refused = !color || output !== null || (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  return stdout.isTTY === true && !refused ? ansiStyle : plainStyle;
}

/** A workflow's runner obeys what looks like a command in what is printed. */
const inLogOf = ({ env }: Surroundings, text: string): string => (env["GITHUB_ACTIONS"] === "true" ? text.split("\n").map(breakCommands).join("\n") : text);

function format(report: Report, printing: Printing, surroundings: Surroundings): string {
  switch (printing.format) {
    case "text":
      return inLogOf(surroundings, textReport(report, styleFor(printing, surroundings)));
    case "json":
      return jsonReport(report);
    case "sarif":
      return sarifReport(report, { headSha: null, repositoryUrl: null, category: null });
    case "junit":
      return inLogOf(surroundings, junitReport(report));
    case "gitlab":
      return gitlabReport(report);
    case "markdown":
      return markdownReport(report, { maxBytes: 1_000_000, headSha: null, repositoryUrl: null, moreAt: "the JSON report (`--format json`)" });
  }
}

/** Writes to standard output. A reader that has seen enough, as `head` has, is no failure. */
function write({ stdout }: Pick<Surroundings, "stdout">, text: string): Promise<void> {
  return new Promise((done, fail) => {
    stdout.write(text, (error) => {
      if (!error || ("code" in error && error.code === "EPIPE")) return done();
      fail(new NoVerdictError("internal", `the report cannot be written to standard output: ${error.message}`, "Make room, or write it to a file with `--output`."));
    });
  });
}

async function print(text: string, printing: Printing, surroundings: Surroundings): Promise<void> {
  if (printing.output === null) return write(surroundings, text);
  await writeFile(resolve(surroundings.cwd(), printing.output), text).catch((error: unknown) => {
    throw new UsageError(`the report cannot be written to \`${printing.output}\`: ${error instanceof Error ? error.message : String(error)}`, "Correct `--output`.");
  });
}

/** Opens a renderer with so many workers; null is by the number of processors. */
export type OpenRenderer = (jobs: number | null) => Renderer;

const installed: OpenRenderer = (jobs) => openRenderer({ ...installation, ...(jobs === null ? {} : { workers: jobs }) });

/** What the command renders with, already warming up. */
async function openEngine({ engine, jobs }: DiffCommand | ScanCommand | ExplainCommand, { env, cwd }: Surroundings, open: OpenRenderer): Promise<Engine & AsyncDisposable> {
  if (engine === "native") {
    refuseNativeInWorkflow(env);
    return openNativeEngine(env, cwd());
  }
  const renderer = open(jobs);
  renderer.warm();
  return renderer;
}

/** Runs `diff` or `scan`: opens the sides, judges them, prints the report. */
async function runCheck(command: DiffCommand | ScanCommand, surroundings: Surroundings, open: OpenRenderer): Promise<Ended> {
  const progress = showProgress(surroundings.stderr, command.quiet);
  const opened: Repository[] = [];
  const own = (repository: Repository): Repository => {
    opened.push(repository);
    return repository;
  };
  await using engine = await openEngine(command, surroundings, open);
  try {
    const folder = surroundings.cwd();
    const sides: Sides =
      command.kind === "diff" ? await openDiff(command, own(await openRepository(folder)), folder) : await openScan(command, folder, surroundings.stdin, own);
    const { report, policy } = await judgeTrees(sides, sides.inEffect, command, engine, progress.step);
    progress.clear();
    await print(format(report, command, surroundings), command, surroundings);
    return { exitCode: exitCode(report.verdict, policy) };
  } finally {
    progress.clear();
    for (const repository of opened) await repository[Symbol.asyncDispose]();
  }
}

/** Runs `explain`: opens the sides, looks at everything, prints the way of what is named. */
async function runExplain(command: ExplainCommand, surroundings: Surroundings, open: OpenRenderer): Promise<Ended> {
  const progress = showProgress(surroundings.stderr, command.quiet);
  const folder = surroundings.cwd();
  await using engine = await openEngine(command, surroundings, open);
  await using repository = await openRepository(folder);
  try {
    const { base, head, inEffect, noBase } = await openExplained(command, repository, folder);
    const explanation = await explain(command.name, await comparisonOf({ base, head }, inEffect, command, engine), portsOf(engine, progress.step), noBase);
    progress.clear();
    const text = command.format === "json" ? explainJson(explanation) : inLogOf(surroundings, explainText(explanation, styleFor(command, surroundings)));
    await print(text, command, surroundings);
    return { exitCode: 0 };
  } finally {
    progress.clear();
  }
}

/** Text for standard error: every line escaped, so that nothing of a repository can steer a terminal. */
function complain({ stderr }: Surroundings, text: string): Promise<void> {
  const lines = text.split("\n").map(logLine);
  return new Promise((done) => void stderr.write(`seccomp-gate: ${lines.join("\n  ")}\n`, () => done()));
}

/** Runs one call. Never rejects: a crash of ours is exit code 3 and one line that says so. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings, open: OpenRenderer = installed): Promise<Ended> {
  try {
    const command = readArguments(argv);
    switch (command.kind) {
      case "help":
        await write(surroundings, helpText(command.topic));
        return { exitCode: 0 };
      case "version":
        await write(surroundings, `seccomp-gate ${tool.version} (helm ${tool.engines.helm}, kustomize ${tool.engines.kustomize})\n`);
        return { exitCode: 0 };
      case "demo":
        return await runDemo(command, surroundings, { diff: (diff, around) => runCheck(diff, around, open), write });
      case "diff":
      case "scan":
        return await runCheck(command, surroundings, open);
      case "explain":
        return await runExplain(command, surroundings, open);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      await complain(surroundings, `${error.message}${error.remedy === "" ? "" : `\n${error.remedy}`}`);
      return { exitCode: 2 };
    }
    if (error instanceof NoVerdictError) {
      await complain(surroundings, `no verdict was reached: ${error.message}\n${error.remedy}`);
      return { exitCode: 3 };
    }
    const reason = error instanceof Error ? error.message : String(error);
    await complain(surroundings, `no verdict was reached: ${reason}\nThis is a bug of seccomp-gate; please report it with the command that was run.`);
    return { exitCode: 3 };
  }
}
