// What `--help` prints. Built from the table of options, so that it cannot forget one.

import { optionsOf, type CommandName } from "./option-table.ts";

interface CommandHelp {
  readonly usage: string;
  readonly says: string;
  readonly examples: readonly (readonly [string, string])[];
}

const helps = {
  diff: {
    usage: "seccomp-gate diff [--base REV] [--head REV | --worktree] [OPTION…]",
    says: "Renders both sides of a change and reports every container whose seccomp profile got weaker.",
    examples: [
      ["seccomp-gate diff", "what this branch would change"],
      ["seccomp-gate diff --worktree", "the same with what is not committed yet"],
      ["seccomp-gate diff --base v1.4.0 --target 'overlays/*' --format markdown", "since a release, some targets, for a comment"],
    ],
  },
  scan: {
    usage: "seccomp-gate scan [PATH | -] [OPTION…]",
    says: "Judges one side alone, as if everything in it were new: a repository, a folder, a file, or manifests on standard input.",
    examples: [
      ["seccomp-gate scan", "the repository around the current folder"],
      ["helm template charts/api | seccomp-gate scan -", "what another tool rendered"],
      ["seccomp-gate scan deploy --fail-on never", "look, but do not fail"],
    ],
  },
  explain: {
    usage: "seccomp-gate explain KIND/[NAMESPACE/]NAME[/CONTAINER] [OPTION…]",
    says: "Shows the whole way of one workload's containers to their profiles, on both sides: every field that is looked at, in order, and which decides.",
    examples: [
      ["seccomp-gate explain Deployment/api", "all containers of it, wherever it is rendered"],
      ["seccomp-gate explain Deployment/shop/api/migrate --base v1.4.0", "one container, since a release"],
      ["seccomp-gate explain DaemonSet/agent --target charts/agent --format json", "one target alone, for a program"],
    ],
  },
  demo: {
    usage: "seccomp-gate demo [OPTION…]",
    says: "Builds a small repository in a temporary folder and shows how a pull request fails. Changes nothing of yours.",
    examples: [["seccomp-gate demo", "see it once"]],
  },
  help: { usage: "seccomp-gate help [COMMAND]", says: "Explains a command.", examples: [["seccomp-gate help diff", "all about diff"]] },
  version: { usage: "seccomp-gate version", says: "Prints the version.", examples: [["seccomp-gate version", "the same as --version"]] },
} as const satisfies Record<CommandName, CommandHelp>;

const exitCodes = `Exit codes
  0  pass: everything was looked at, nothing got weaker
  1  fail: at least one finding
  2  the call or the configuration cannot be understood
  3  no verdict: something could not be looked at`;

/** The text of `--help`; null is the general one. Ends with a newline. */
export function helpText(topic: CommandName | null): string {
  return topic === null ? generalHelp() : commandHelp(topic);
}

function generalHelp(): string {
  const commands = Object.entries<CommandHelp>(helps).map(([name, { says }]) => [name, says] as const);
  return [
    "seccomp-gate finds containers that lose their seccomp profile, before the change is merged.",
    `Usage\n  seccomp-gate COMMAND [OPTION…]`,
    `Commands\n${columns(commands)}`,
    `Examples\n${columns([helps.diff.examples[0], helps.scan.examples[1], helps.demo.examples[0]])}`,
    exitCodes,
    "`seccomp-gate COMMAND --help` explains a command and its options.",
  ].join("\n\n").concat("\n");
}

function commandHelp(command: CommandName): string {
  const { usage, says, examples } = helps[command];
  const options = optionsOf(command).map(([name, row]) => [`--${name}${row.value === null ? "" : ` ${row.value}`}`, row.says] as const);
  const parts = [fold(says, WIDTH).join("\n"), `Usage\n  ${usage}`, `Options\n${columns([...options, ["--help", "this text"]])}`, `Examples\n${columns(examples)}`];
  if (command === "diff" || command === "scan") parts.push(exitCodes);
  return parts.join("\n\n").concat("\n");
}

const WIDTH = 100;

/** Two columns, the second one folded. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const longest = Math.max(...rows.map(([left]) => left.length));
  // Where the left side is long, as examples are, the right side goes below it.
  if (longest > 30) return rows.map(([left, right]) => `  ${left}\n      ${right}`).join("\n");
  return rows.map(([left, right]) => `  ${left.padEnd(longest)}  ${fold(right, WIDTH - longest - 4).join(`\n${" ".repeat(longest + 4)}`)}`).join("\n");
}

function fold(text: string, width: number): readonly string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
