// Every option of the command line: what takes it, what value it wants, what it says in the help.

/** Commands of this version, in the order of the help. */
export const commands = ["diff", "scan", "explain", "demo", "help", "version"] as const;
export type CommandName = (typeof commands)[number];

export const formats = ["text", "json", "markdown", "sarif", "junit", "gitlab"] as const;
export type Format = (typeof formats)[number];

/** Those of `explain`, which answers for one workload. */
export const explainFormats = ["text", "json"] as const satisfies readonly Format[];

export const failOnLevels = ["error", "warning", "note", "never"] as const;
export type FailOn = (typeof failOnLevels)[number];

export const engines = ["embedded", "native"] as const;

export interface OptionRow {
  /** Commands that take it; `--help` and `--version` go with all. */
  readonly commands: readonly CommandName[];
  /** Placeholder of its value; null for a switch. */
  readonly value: string | null;
  readonly repeatable?: true;
  readonly says: string;
}

const looks = ["diff", "scan", "explain"] as const;
const prints = ["diff", "scan", "explain", "demo"] as const;

export const optionTable = {
  base: { commands: ["diff", "explain"], value: "REV", says: "revision to compare with; default: the merge base with the remote's default branch" },
  head: { commands: ["diff", "explain"], value: "REV", says: "revision to judge; default: HEAD" },
  worktree: { commands: ["diff", "explain"], value: null, says: "judge the files on disk, uncommitted ones too, instead of a revision" },
  target: { commands: looks, value: "TARGET", repeatable: true, says: "look at this target only: an id, a path or a glob of paths; may be repeated" },
  format: { commands: prints, value: "FORMAT", says: `how to report: ${formats.join(", ")}; for explain ${explainFormats.join(", ")}; default: text` },
  output: { commands: prints, value: "FILE", says: "write the report to a file instead of standard output" },
  "fail-on": { commands: ["diff", "scan"], value: "LEVEL", says: `lowest severity that fails: ${failOnLevels.join(", ")}; default: the configuration's, else error` },
  config: { commands: looks, value: "FILE", says: "configuration file, read from disk; default: the base side's .seccomp-gate.yaml" },
  engine: { commands: looks, value: "ENGINE", says: "what renders: embedded, or native, which runs helm and kustomize of this machine; default: embedded" },
  "chart-cache": { commands: looks, value: "DIR", says: "folder of packaged charts NAME-VERSION.tgz that stand in for those that are elsewhere" },
  jobs: { commands: prints, value: "N", says: "how many targets to render at once, 1 to 64; default: by the number of processors" },
  "no-color": { commands: prints, value: null, says: "plain text, on a terminal too" },
  quiet: { commands: prints, value: null, says: "no progress on standard error" },
} as const satisfies Record<string, OptionRow>;

/** The options of a command, in the order of the table. */
export function optionsOf(command: CommandName): readonly (readonly [string, OptionRow])[] {
  return Object.entries<OptionRow>(optionTable).filter(([, row]) => row.commands.includes(command));
}
