// The command line: words to one command, or what is wrong with them.

import { parseArgs } from "node:util";
import { UsageError } from "../core/failure.ts";
import { quote, suggestion, listWords } from "./nearest.ts";
import { commandsOfLaterVersions, notAvailable, optionsOfLaterVersions } from "./not-yet.ts";
import { commands, engines, explainFormats, failOnLevels, formats, optionsOf, optionTable, type CommandName, type FailOn, type Format, type OptionRow } from "./option-table.ts";

/** How a report is made and where it goes. */
export interface Printing {
  readonly format: Format;
  /** Null: standard output. */
  readonly output: string | null;
  /** Null: by the number of processors. */
  readonly jobs: number | null;
  /** False: never. True: where the terminal can. */
  readonly color: boolean;
  readonly quiet: boolean;
}

/** What a run looks at and by which policy. */
export interface Looking {
  /** Ids, paths and globs of targets; empty: no narrowing. */
  readonly only: readonly string[];
  /** Null: the base side's own file. */
  readonly config: string | null;
  /** Folder of packaged charts on disk; null without one. */
  readonly chartCache: string | null;
  /** Null: what the configuration says. */
  readonly failOn: FailOn | null;
  readonly engine: (typeof engines)[number];
}

/** What `diff` judges; a null revision is HEAD. */
export type JudgedHead = { readonly kind: "revision"; readonly revision: string | null } | { readonly kind: "worktree" };

export type Command =
  /** A null base is the merge base with the remote's default branch. */
  | (Printing & Looking & { readonly kind: "diff"; readonly base: string | null; readonly head: JudgedHead })
  /** `path` is `-` for standard input, null for the repository around the current folder. */
  | (Printing & Looking & { readonly kind: "scan"; readonly path: string | null })
  /** `name` is `KIND/[NAMESPACE/]NAME[/CONTAINER]`; the rest is as for `diff`. */
  | (Printing & Looking & { readonly kind: "explain"; readonly name: string; readonly base: string | null; readonly head: JudgedHead })
  | (Printing & { readonly kind: "demo" })
  | { readonly kind: "help"; readonly topic: CommandName | null }
  | { readonly kind: "version" };

/** Values by option, as written. */
type Given = ReadonlyMap<string, readonly string[]>;

const seeHelp = "Run `seccomp-gate --help` to see what can be written.";

/** Understands the words after the program's name. Throws a UsageError that says which word is wrong and what could stand there. */
export function readArguments(argv: readonly string[]): Command {
  const { tokens, positionals } = parseArgs({ args: [...argv], options: parserOptions(), strict: false, tokens: true });
  const [first, ...operands] = positionals;
  const flags = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  const name = first === undefined ? null : commandNamed(first);
  if (flags.includes("help") || flags.includes("h")) return { kind: "help", topic: name };
  if (flags.includes("version") || name === "version") return { kind: "version" };
  if (name === null && flags.length === 0) return { kind: "help", topic: null };
  if (name === null) throw new UsageError(`no command is given before or after \`${argv[0] ?? ""}\`; commands: ${listWords(commands)}`, seeHelp);
  const given = readOptions(tokens, name);
  switch (name) {
    case "diff":
      return diffCommand(given, operands);
    case "scan":
      return scanCommand(given, operands);
    case "explain":
      return explainCommand(given, operands);
    case "demo":
      refuseOperands("demo", operands);
      return { kind: "demo", ...printing(given) };
    case "help":
      return { kind: "help", topic: operands[0] === undefined ? null : commandNamed(operands[0]) };
  }
}

function parserOptions(): Record<string, { type: "string" | "boolean"; short?: string }> {
  const rows = Object.entries<OptionRow>(optionTable).map(([option, { value }]) => [option, { type: value === null ? "boolean" : "string" }] as const);
  return { ...Object.fromEntries(rows), help: { type: "boolean", short: "h" }, version: { type: "boolean" } };
}

function commandNamed(word: string): CommandName {
  const known = commands.find((command) => command === word);
  if (known !== undefined) return known;
  if (commandsOfLaterVersions.has(word)) throw new UsageError(notAvailable(`seccomp-gate ${word}`), `Commands of this version: ${listWords(commands)}.`);
  throw new UsageError(`unknown command ${quote(word)}.${suggestion(word, commands)} Commands: ${listWords(commands)}`, seeHelp);
}

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];

/** Options with their values, each checked against what the command takes. */
function readOptions(tokens: readonly Token[], command: CommandName): Given {
  const taken = new Map(optionsOf(command));
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const row = taken.get(token.name);
    if (row === undefined) throw unknownOption(token.rawName, token.name, command, [...taken.keys()]);
    const values = given.get(token.name) ?? [];
    if (values.length > 0 && row.repeatable !== true) throw new UsageError(`\`${token.rawName}\` is given twice`, "Give it once.");
    given.set(token.name, [...values, optionValue(token, row)]);
  }
  return given;
}

function optionValue(token: Extract<Token, { kind: "option" }>, { value }: OptionRow): string {
  if (value === null) {
    if (token.value !== undefined) throw new UsageError(`\`${token.rawName}\` takes no value, but is given ${quote(token.value)}`, `Write \`${token.rawName}\`.`);
    return "";
  }
  // What begins with a dash is the next option, unless it is joined with `=`: the value was forgotten.
  const forgotten = token.value === undefined || token.value === "" || (!token.inlineValue && /^-./.test(token.value));
  if (forgotten) throw new UsageError(`\`${token.rawName}\` needs a value`, `Write \`${token.rawName} ${value}\`.`);
  return token.value ?? "";
}

function unknownOption(written: string, name: string, command: CommandName, known: readonly string[]): UsageError {
  if (optionsOfLaterVersions.has(name)) return new UsageError(notAvailable(`--${name}`), seeHelp);
  const options = [...known.map((option) => `--${option}`), "--help", "--version"];
  if (Object.hasOwn(optionTable, name)) return new UsageError(`\`seccomp-gate ${command}\` takes no ${quote(written)}; its options: ${listWords(options)}`, seeHelp);
  return new UsageError(`unknown option ${quote(written)}.${suggestion(`--${name}`, options)} Options of \`seccomp-gate ${command}\`: ${listWords(options)}`, seeHelp);
}

function refuseOperands(command: CommandName, operands: readonly string[]): void {
  const [operand] = operands;
  if (operand === undefined) return;
  const hint = command === "diff" ? `Revisions are named by option: \`--base ${operand}\`.` : seeHelp;
  throw new UsageError(`\`seccomp-gate ${command}\` takes no ${quote(operand)}`, hint);
}

/** The value of an option that is one of a few words. */
function oneOf<T extends string>(given: Given, option: string, known: readonly T[]): T | null {
  const word = given.get(option)?.[0];
  if (word === undefined) return null;
  const found = known.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  throw new UsageError(`\`--${option}\` is ${quote(word)}, but must be one of ${listWords(known)}.${suggestion(word, known)}`.replace(/\.$/, ""), seeHelp);
}

function jobs(given: Given): number | null {
  const word = given.get("jobs")?.[0];
  if (word === undefined) return null;
  const number = /^\d{1,3}$/.test(word) ? Number(word) : 0;
  if (number < 1 || number > 64) {
    throw new UsageError(`\`--jobs\` is ${quote(word)}, but must be a whole number from 1 to 64`, "Leave it out to go by the number of processors.");
  }
  return number;
}

function printing(given: Given, known: readonly Format[] = formats): Printing {
  return {
    format: oneOf(given, "format", known) ?? "text",
    output: given.get("output")?.[0] ?? null,
    jobs: jobs(given),
    color: !given.has("no-color"),
    quiet: given.has("quiet"),
  };
}

function looking(given: Given): Looking {
  return {
    only: given.get("target") ?? [],
    config: given.get("config")?.[0] ?? null,
    chartCache: given.get("chart-cache")?.[0] ?? null,
    failOn: oneOf(given, "fail-on", failOnLevels),
    engine: oneOf(given, "engine", engines) ?? "embedded",
  };
}

/** What is compared with what. */
function sides(given: Given): { readonly base: string | null; readonly head: JudgedHead } {
  const revision = given.get("head")?.[0] ?? null;
  if (given.has("worktree") && revision !== null) {
    throw new UsageError("`--head` and `--worktree` exclude each other: either a revision is judged or the files on disk", "Leave one of them out.");
  }
  const head = given.has("worktree") ? ({ kind: "worktree" } as const) : ({ kind: "revision", revision } as const);
  return { base: given.get("base")?.[0] ?? null, head };
}

function diffCommand(given: Given, operands: readonly string[]): Command {
  refuseOperands("diff", operands);
  return { kind: "diff", ...sides(given), ...looking(given), ...printing(given) };
}

function explainCommand(given: Given, operands: readonly string[]): Command {
  const [name, second] = operands;
  const how = "Write `seccomp-gate explain KIND/NAME`, with the namespace before and a container behind the name where needed.";
  if (name === undefined) throw new UsageError("`seccomp-gate explain` needs to be told what to explain", how);
  if (second !== undefined) throw new UsageError(`\`seccomp-gate explain\` takes one name, but is given ${listWords(operands)}`, how);
  return { kind: "explain", name, ...sides(given), ...looking(given), ...printing(given, explainFormats) };
}

function scanCommand(given: Given, operands: readonly string[]): Command {
  const [path, second] = operands;
  if (second !== undefined) {
    throw new UsageError(`\`seccomp-gate scan\` takes one path, but is given ${listWords(operands)}`, "Run it once for each, or give the folder above them.");
  }
  return { kind: "scan", path: path ?? null, ...looking(given), ...printing(given) };
}
