import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { UsageError } from "../../src/core/failure.ts";
import { readArguments } from "../../src/options/argv.ts";

const words = (line: string): string[] => (line === "" ? [] : line.split(" "));
const looking = { only: [], config: null, chartCache: null, failOn: null, engine: "embedded" };
const printing = { format: "text", output: null, jobs: null, color: true, quiet: false };
const head = { kind: "revision", revision: null };

function refusal(line: string): string {
  try {
    readArguments(words(line));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return `${error.message} | ${error.remedy}`;
  }
  throw new Error(`accepted: ${line}`);
}

describe("what is understood", () => {
  it.each<[string, object]>([
    ["", { kind: "help", topic: null }],
    ["--help", { kind: "help", topic: null }],
    ["-h", { kind: "help", topic: null }],
    ["help", { kind: "help", topic: null }],
    ["help diff", { kind: "help", topic: "diff" }],
    ["scan --help", { kind: "help", topic: "scan" }],
    ["diff --format nonsense --help", { kind: "help", topic: "diff" }],
    ["--version", { kind: "version" }],
    ["version", { kind: "version" }],
    ["diff", { kind: "diff", base: null, head, ...looking, ...printing }],
    ["diff --base main --head v2", { kind: "diff", base: "main", head: { kind: "revision", revision: "v2" }, ...looking, ...printing }],
    ["--quiet diff --base=main --worktree", { kind: "diff", base: "main", head: { kind: "worktree" }, ...looking, ...printing, quiet: true }],
    [
      "diff --target a --target=helm:b --format json --output r.json --fail-on never --config c.yaml --chart-cache charts --engine embedded --jobs 64 --no-color",
      { kind: "diff", base: null, head, only: ["a", "helm:b"], config: "c.yaml", chartCache: "charts", failOn: "never", engine: "embedded", format: "json", output: "r.json", jobs: 64, color: false, quiet: false },
    ],
    ["scan", { kind: "scan", path: null, ...looking, ...printing }],
    ["scan deploy/a.yaml", { kind: "scan", path: "deploy/a.yaml", ...looking, ...printing }],
    ["scan -", { kind: "scan", path: "-", ...looking, ...printing }],
    ["scan -- -odd", { kind: "scan", path: "-odd", ...looking, ...printing }],
    ["diff --base=-odd", { kind: "diff", base: "-odd", head, ...looking, ...printing }],
    ["explain Pod/a --base main --worktree --target a", { kind: "explain", name: "Pod/a", base: "main", head: { kind: "worktree" }, ...looking, only: ["a"], ...printing }],
    ["demo --format markdown", { kind: "demo", ...printing, format: "markdown" }],
  ])("seccomp-gate %s", (line, command) => {
    expect(readArguments(words(line))).toEqual(command);
  });
});

describe("what is refused, with what could stand there", () => {
  it.each<[string, string]>([
    ["dif", "unknown command `dif`. Did you mean `diff`? Commands: `diff`, `scan`, `explain`, `demo`, `help`, `version` | Run `seccomp-gate --help` to see what can be written."],
    ["frobnicate", "unknown command `frobnicate`. Commands: `diff`, `scan`, `explain`, `demo`, `help`, `version` | Run `seccomp-gate --help` to see what can be written."],
    ["--quiet", "no command is given before or after `--quiet`; commands: `diff`, `scan`, `explain`, `demo`, `help`, `version` | Run `seccomp-gate --help` to see what can be written."],
    ["help dif", "unknown command `dif`. Did you mean `diff`? Commands: `diff`, `scan`, `explain`, `demo`, `help`, `version` | Run `seccomp-gate --help` to see what can be written."],
    ["fix", "`seccomp-gate fix` is not available in this version | Commands of this version: `diff`, `scan`, `explain`, `demo`, `help`, `version`."],
    ["explain", "`seccomp-gate explain` needs to be told what to explain | Write `seccomp-gate explain KIND/NAME`, with the namespace before and a container behind the name where needed."],
    ["explain Pod/a Pod/b", "`seccomp-gate explain` takes one name, but is given `Pod/a`, `Pod/b` | Write `seccomp-gate explain KIND/NAME`, with the namespace before and a container behind the name where needed."],
    ["explain Pod/a --format sarif", "`--format` is `sarif`, but must be one of `text`, `json` | Run `seccomp-gate --help` to see what can be written."],
    ["explain Pod/a --head x --worktree", "`--head` and `--worktree` exclude each other: either a revision is judged or the files on disk | Leave one of them out."],
    ["explain Pod/a --fail-on note", "`seccomp-gate explain` takes no `--fail-on`; its options: `--base`, `--head`, `--worktree`, `--target`, `--format`, `--output`, `--config`, `--engine`, `--chart-cache`, `--jobs`, `--no-color`, `--quiet`, `--help`, `--version` | Run `seccomp-gate --help` to see what can be written."],
    ["scan --bas main", "unknown option `--bas`. Options of `seccomp-gate scan`: `--target`, `--format`, `--output`, `--fail-on`, `--config`, `--engine`, `--chart-cache`, `--jobs`, `--no-color`, `--quiet`, `--help`, `--version` | Run `seccomp-gate --help` to see what can be written."],
    ["scan --base main", "`seccomp-gate scan` takes no `--base`; its options: `--target`, `--format`, `--output`, `--fail-on`, `--config`, `--engine`, `--chart-cache`, `--jobs`, `--no-color`, `--quiet`, `--help`, `--version` | Run `seccomp-gate --help` to see what can be written."],
    ["demo --formt json", "unknown option `--formt`. Did you mean `--format`? Options of `seccomp-gate demo`: `--format`, `--output`, `--jobs`, `--no-color`, `--quiet`, `--help`, `--version` | Run `seccomp-gate --help` to see what can be written."],
    ["demo -x", "unknown option `-x`. Options of `seccomp-gate demo`: `--format`, `--output`, `--jobs`, `--no-color`, `--quiet`, `--help`, `--version` | Run `seccomp-gate --help` to see what can be written."],
    ["diff --shard 1/2", "`--shard` is not available in this version | Run `seccomp-gate --help` to see what can be written."],
    ["diff --shard 1/2", "`--shard` is not available in this version | Run `seccomp-gate --help` to see what can be written."],
    ["diff --format xml", "`--format` is `xml`, but must be one of `text`, `json`, `markdown`, `sarif`, `junit`, `gitlab` | Run `seccomp-gate --help` to see what can be written."],
    ["diff --format jsn", "`--format` is `jsn`, but must be one of `text`, `json`, `markdown`, `sarif`, `junit`, `gitlab`. Did you mean `json`? | Run `seccomp-gate --help` to see what can be written."],
    ["diff --fail-on off", "`--fail-on` is `off`, but must be one of `error`, `warning`, `note`, `never` | Run `seccomp-gate --help` to see what can be written."],
    ["diff --engine docker", "`--engine` is `docker`, but must be one of `embedded`, `native` | Run `seccomp-gate --help` to see what can be written."],
    ["diff --jobs 0", "`--jobs` is `0`, but must be a whole number from 1 to 64 | Leave it out to go by the number of processors."],
    ["diff --jobs 65", "`--jobs` is `65`, but must be a whole number from 1 to 64 | Leave it out to go by the number of processors."],
    ["diff --jobs 1.5", "`--jobs` is `1.5`, but must be a whole number from 1 to 64 | Leave it out to go by the number of processors."],
    ["diff --base", "`--base` needs a value | Write `--base REV`."],
    ["diff --base --head x", "`--base` needs a value | Write `--base REV`."],
    ["diff --base=", "`--base` needs a value | Write `--base REV`."],
    ["diff --quiet=yes", "`--quiet` takes no value, but is given `yes` | Write `--quiet`."],
    ["diff --base a --base b", "`--base` is given twice | Give it once."],
    ["diff --head x --worktree", "`--head` and `--worktree` exclude each other: either a revision is judged or the files on disk | Leave one of them out."],
    ["diff main", "`seccomp-gate diff` takes no `main` | Revisions are named by option: `--base main`."],
    ["scan a b", "`seccomp-gate scan` takes one path, but is given `a`, `b` | Run it once for each, or give the folder above them."],
    ["demo here", "`seccomp-gate demo` takes no `here` | Run `seccomp-gate --help` to see what can be written."],
  ])("seccomp-gate %s", (line, message) => {
    expect(refusal(line)).toBe(message);
  });
});

describe("laws", () => {
  const word = fc.oneof(fc.constantFrom("diff", "scan", "demo", "--base", "--target", "--format", "json", "-", "--", "--worktree", "__proto__", "--__proto__", "--constructor=x", "-h"), fc.string());
  it("any words are understood or refused, never a crash", () => {
    fc.assert(fc.property(fc.array(word), (argv) => {
      try {
        readArguments(argv);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }), { numRuns: 2000 });
  });
});
