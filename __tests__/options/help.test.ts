import { describe, expect, it } from "@jest/globals";
import { readArguments } from "../../src/options/argv.ts";
import { helpText } from "../../src/options/help.ts";
import { commands, optionsOf } from "../../src/options/option-table.ts";

/** The words of an example as a shell would split it, from the program's name on. */
function argvOf(example: string): string[] {
  const after = example.slice(example.indexOf("seccomp-gate ") + "seccomp-gate ".length);
  return [...after.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

const topics = [null, ...commands];

describe("help", () => {
  it.each(topics)("%s: fits a terminal and ends with a line's end", (topic) => {
    const text = helpText(topic);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    expect(text).toMatch(/[^\n]\n$/);
  });

  it("names every command", () => {
    for (const command of commands) expect(helpText(null)).toContain(`\n  ${command} `);
  });

  it.each(commands)("%s: names every option that it takes, and no other", (command) => {
    const named = [...helpText(command).matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
    expect(named).toEqual([...optionsOf(command).map(([name]) => name), "help"]);
  });

  it.each(topics)("%s: its examples are understood", (topic) => {
    const examples = [...helpText(topic).matchAll(/^ {2}((?:.*\| )?seccomp-gate (?!COMMAND).*)$/gm)].map(([, example]) => example ?? "").filter((example) => !/[[…]/.test(example));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const [line] = example.split(/ {2,}/);
      expect(() => readArguments(argvOf(line ?? ""))).not.toThrow();
    }
  });

  it("looks like this", () => {
    expect(helpText("demo")).toBe(`Builds a small repository in a temporary folder and shows how a pull request fails. Changes nothing
of yours.

Usage
  seccomp-gate demo [OPTION…]

Options
  --format FORMAT  how to report: text, json, markdown, sarif, junit, gitlab; for explain text,
                   json; default: text
  --output FILE    write the report to a file instead of standard output
  --jobs N         how many targets to render at once, 1 to 64; default: by the number of processors
  --no-color       plain text, on a terminal too
  --quiet          no progress on standard error
  --help           this text

Examples
  seccomp-gate demo  see it once
`);
  });
});
