// What the documents claim, held against the sources. `UPDATE=1` rewrites the parts that are made from them.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { defaultPolicy } from "../src/core/policy.ts";
import { isMapping, readDocuments } from "../src/core/manifest.ts";
import type { Report } from "../src/core/report.ts";
import { runtimeProfiles } from "../src/core/data/runtime-profiles.ts";
import { rules } from "../src/core/rules.ts";
import { reachOf } from "../src/core/seccomp/reach.ts";
import { defaultsOf } from "../src/core/seccomp/runtime-profile.ts";
import { discoverEverything } from "../src/core/selection.ts";
import { joinPath, parentOf } from "../src/core/tree.ts";
import { runGate } from "../src/gate.ts";
import { changedLines } from "../src/git/changed-lines.ts";
import { readConfiguration } from "../src/options/configuration.ts";
import { configurationSchema } from "../src/options/configuration-schema.ts";
import { commandsOfLaterVersions, optionsOfLaterVersions } from "../src/options/not-yet.ts";
import { commands, optionTable, type OptionRow } from "../src/options/option-table.ts";
import { plainStyle } from "../src/report/style.ts";
import { textReport } from "../src/report/text.ts";
import { renderer } from "./render/targets.ts";
import { openCommandLine } from "./support/command-line.ts";
import { documents, fenced, headings, madeBlock, madePart, section, tableRows, textOf } from "./support/documents.ts";
import { treeOf } from "./support/tree.ts";

const shared = renderer({ workers: 1 });
afterAll(async () => shared[Symbol.asyncDispose]());

const root = process.cwd();
const ids = rules.map(({ id }) => id);
const pages = documents().filter((path) => path.startsWith("docs/rules/"));

/** The files of one side of an example: a path in code marks on a line of its own, then the file. */
function filesOf(page: string, heading: string): Readonly<Record<string, string>> {
  const found = section(section(page, "## Example"), heading).matchAll(/^`([^`\n]+)`\n\n```yaml\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...found].map(([, path, text]) => [path, text]));
}

/** The report on an example, by the gate itself. */
function judgeExample(page: string): Promise<Report> {
  const comparison = {
    base: treeOf(filesOf(page, "### Base"), "b".repeat(40)),
    head: treeOf(filesOf(page, "### Head"), "a".repeat(40)),
    selection: discoverEverything,
    policy: defaultPolicy,
    today: "2026-01-01",
    tool: { version: "0", engines: { helm: "0", kustomize: "0" } },
    problems: [],
    policyNotes: [],
  };
  return runGate(comparison, { render: shared.render, changedLines, progress: () => undefined });
}

describe("docs/rules", () => {
  it("has a page for every rule, and no other", () => {
    expect(pages).toEqual(ids.map((id) => `docs/rules/${id}.md`).sort());
  });

  it.each([...rules])("$id: says what every page says", ({ id, severity, summary }) => {
    const page = textOf(`docs/rules/${id}.md`);
    expect(headings(page, 1)).toEqual([id]);
    expect(headings(page, 2)).toEqual(["What it means", "Why it matters", "Example", "What to do", "When to allow it"]);
    expect(headings(page, 3)).toEqual(["Base", "Head", "Report"]);
    expect(page.replaceAll("\n", " ")).toContain(`${summary}. Default severity: \`${severity}\`.`);
  });

  it.each(ids)("%s: its example is reported as the page shows", async (id) => {
    const path = `docs/rules/${id}.md`;
    const report = await judgeExample(textOf(path));
    expect(report.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining([id]));
    expect(new Set(report.findings.map(({ rule }) => rule)).size).toBe(1);
    const text = textReport(report, plainStyle);
    expect(madeBlock(path, "### Report", "text", text)).toBe(text);
  });
});

describe("docs/problems.md", () => {
  it("explains every kind of problem, and no other", () => {
    const union = /export type ProblemKind =([^;]+);/.exec(textOf("src/core/problem.ts"))?.[1] ?? "";
    const kinds = [...union.matchAll(/"([a-z-]+)"/g)].map(([, kind]) => kind);
    expect(kinds.length).toBeGreaterThan(10);
    expect(headings(section(textOf("docs/problems.md"), "## The kinds"), 3)).toEqual(kinds);
  });
});

/** Paths of all keys that a JSON Schema knows, as people write them: `targets[].helm`. Maps with free keys end at their name. */
function keysOf(schema: unknown, at: string): readonly string[] {
  if (!isMapping(schema)) return [];
  const alternatives = [schema["anyOf"], schema["oneOf"]].flatMap((list) => (Array.isArray(list) ? list : []));
  const own = isMapping(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  return [
    ...alternatives.flatMap((alternative) => keysOf(alternative, at)),
    ...own.flatMap(([key, value]) => [at === "" ? key : `${at}.${key}`, ...keysOf(value, at === "" ? key : `${at}.${key}`)]),
    ...keysOf(schema["items"], `${at}[]`),
  ];
}

describe("docs/configuration.md", () => {
  const page = textOf("docs/configuration.md");

  it("has a row for every key of the schema, and no other", () => {
    const schema: unknown = JSON.parse(JSON.stringify(z.toJSONSchema(configurationSchema)));
    const known = new Set(keysOf(schema, ""));
    expect(known.size).toBeGreaterThan(20);
    const written = headings(page, 2).filter((title) => title !== "Not in this version").flatMap((title) => tableRows(section(page, `## ${title}`)).map(([key]) => key));
    expect([...written].sort()).toEqual([...known].filter((key) => key !== "targets" && key !== "exemptions" && key !== "cluster" && key !== "rules" && key !== "severities" && !key.startsWith("severities[].rules.")).sort());
  });

  it("shows configurations that are understood", () => {
    const examples = fenced(page, "yaml");
    expect(examples.length).toBeGreaterThan(2);
    for (const example of examples) expect(readConfiguration(example, "example.yaml")).toHaveProperty("policy");
  });
});

/** The mapping that a YAML file of this repository holds. */
function yamlOf(path: string): Readonly<Record<string, unknown>> {
  const { documents: found, problems } = readDocuments({ path, text: textOf(path), origin: "file" });
  expect(problems).toEqual([]);
  return found[0]?.object ?? {};
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function fieldsOf(value: unknown): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  return Object.entries(isMapping(value) ? value : {}).flatMap(([name, field]) => (isMapping(field) ? [[name, field] as const] : []));
}

describe("docs/system-calls.md", () => {
  it("lists the runtimes whose profiles are known", () => {
    const rows = runtimeProfiles.map(({ runtime, source, version, capabilities }) => {
      const { rules: filter } = defaultsOf(runtime);
      const open = reachOf("SCMP_ACT_ERRNO", filter, new Set(capabilities.split(" "))).size;
      return [`\`${runtime}\``, String(open), `\`${source}\` at \`${version}\``];
    });
    const made = table(["runtime", "open by default", "from"], rows);
    expect(madePart("docs/system-calls.md", "runtimes", made)).toBe(made);
  });
});

describe("docs/action.md", () => {
  const action = yamlOf("action.yml");

  it("lists the inputs of action.yml", () => {
    const inputs = fieldsOf(action["inputs"]).map(([name, { default: value, description }]) => [`\`${name}\``, value === undefined ? "" : `\`${String(value)}\``, String(description)]);
    const made = table(["input", "default", "says"], inputs);
    expect(inputs.length).toBeGreaterThan(10);
    expect(madePart("docs/action.md", "inputs", made)).toBe(made);
  });

  it("lists the outputs of action.yml", () => {
    const outputs = fieldsOf(action["outputs"]).map(([name, { description }]) => [`\`${name}\``, String(description)]);
    const made = table(["output", "holds"], outputs);
    expect(outputs.length).toBeGreaterThan(10);
    expect(madePart("docs/action.md", "outputs", made)).toBe(made);
  });
});

describe("README.md", () => {
  const readme = textOf("README.md");

  it("gives the two commands, each in a block of its own", () => {
    const blocks = fenced(readme, "sh");
    expect(blocks).toContain("node dist/cli/index.js demo\n");
    expect(blocks).toContain("npm cit\n");
  });

  it("shows the report that the demo prints", async () => {
    await using line = openCommandLine();
    const { exitCode, stdout } = await line.run(["demo"], { folder: root });
    expect(exitCode).toBe(0);
    const report = stdout.slice(stdout.indexOf("fail:"), stdout.indexOf("\nThe verdict above"));
    expect(report.length).toBeGreaterThan(500);
    expect(madeBlock("README.md", "## What a report looks like", "text", report)).toBe(report);
  });

  it("lists the rules", () => {
    const made = table(["rule", "default", "speaks when"], rules.map(({ id, severity, summary }) => [`[${id}](docs/rules/${id}.md)`, severity, summary]));
    expect(madePart("README.md", "rules", made)).toBe(made);
  });

  it("lists the options of the command line", () => {
    const rows = Object.entries<OptionRow>(optionTable).map(([name, { value, commands: taken, says }]) => [`\`--${name}${value === null ? "" : ` ${value}`}\``, taken.join(", "), says]);
    const made = table(["option", "taken by", "says"], rows);
    expect(madePart("README.md", "options", made)).toBe(made);
  });

  it("names every command, and what this version cannot do", () => {
    for (const command of commands) expect(readme).toContain(`seccomp-gate ${command}`);
    const absent = section(readme, "## Not in this version");
    for (const name of commandsOfLaterVersions) expect(absent).toContain(`\`${name}\``);
    for (const name of optionsOfLaterVersions) expect(absent).toContain(`\`--${name}\``);
  });
});

describe("every document", () => {
  it.each(documents())("%s: its links inside the repository lead somewhere", (path) => {
    const text = textOf(path);
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target]) => target ?? "");
    for (const link of links) {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : (joinPath(parentOf(path), file) ?? "outside the repository");
      expect({ link, there: existsSync(join(root, target)) }).toEqual({ link, there: true });
      if (anchor === undefined) continue;
      const anchors = [1, 2, 3].flatMap((level) => headings(textOf(target), level)).map((title) => title.toLowerCase().replace(/[^\w\- ]/g, "").replaceAll(" ", "-"));
      expect(anchors).toContain(anchor);
    }
  });
});
