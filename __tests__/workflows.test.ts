// Our workflows, and those that the documents give to paste: least permissions, pinned actions, one truth about versions.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { isMapping, readDocuments } from "../src/core/manifest.ts";
import { fieldAt } from "../src/core/field.ts";
import { fenced, textOf } from "./support/documents.ts";

const folder = ".github/workflows";
const files = readdirSync(join(process.cwd(), folder)).sort().map((name) => `${folder}/${name}`);
const toPaste = fenced(textOf("README.md"), "yaml").filter((text) => text.includes("\njobs:\n"));
const workflows = [...files.map((path) => [path, textOf(path)] as const), ...toPaste.map((text) => ["README.md", text] as const)];
const snippets = fenced(textOf("docs/action.md"), "yaml").map((text) => ["docs/action.md", text] as const);

type Mapping = Readonly<Record<string, unknown>>;

function parse(path: string, text: string): Mapping {
  const { documents, problems } = readDocuments({ path, text, origin: "file" });
  expect(problems).toEqual([]);
  return documents[0]?.object ?? {};
}

const mappings = (value: unknown): readonly Mapping[] => (Array.isArray(value) ? value : isMapping(value) ? Object.values(value) : []).filter(isMapping);
const jobsOf = (workflow: Mapping): readonly Mapping[] => mappings(workflow["jobs"]);
const stepsOf = (workflow: Mapping): readonly Mapping[] => jobsOf(workflow).flatMap((job) => mappings(job["steps"]));

/** What a workflow runs on. To YAML of old `on` is a boolean, and the key arrives as `true`. */
const triggersOf = (workflow: Mapping): unknown => workflow["on"] ?? workflow["true"];

describe.each(workflows)("%s", (path, text) => {
  const workflow = parse(path, text);

  it("grants nothing to all jobs, and says why it grants what to one", () => {
    expect(workflow["permissions"]).toEqual({});
    for (const job of jobsOf(workflow)) expect(isMapping(job["permissions"])).toBe(true);
    const grants = text.split("\n").filter((line) => /^\s+[a-z-]+: (?:read|write)\b/.test(line));
    for (const grant of grants) expect(grant).toMatch(/: (?:read|write) # to \w/);
    const granted = jobsOf(workflow).flatMap((job) => Object.values(isMapping(job["permissions"]) ? job["permissions"] : {}));
    expect(grants).toHaveLength(granted.length);
  });

  it("checks out without leaving a token behind", () => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => String(uses).startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(fieldAt(checkout, ["with", "persist-credentials"])).toBe(false);
  });

  it("starts for the merge queue too, on every path, and ends what is overtaken", () => {
    const triggers = triggersOf(workflow);
    expect(triggers).toHaveProperty("pull_request");
    expect(triggers).toHaveProperty("merge_group");
    expect(text).not.toMatch(/pull_request_target|^\s+paths(?:-ignore)?:/m);
    expect(workflow).toHaveProperty("concurrency.group", expect.stringContaining("${{ github.ref }}"));
  });
});

describe("actions", () => {
  const lines = [...workflows, ...snippets].flatMap(([path, text]) => text.split("\n").flatMap((line) => (/\buses:/.test(line) ? [{ path, line: line.trim().replace(/^- /, "") }] : [])));

  it.each(lines)("$path: $line is pinned", ({ line }) => {
    expect(line).toMatch(/^uses: (?:\.\/|seccomp-gate\/seccomp-gate@v\d+|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });

  it("are the same everywhere", () => {
    const byName = new Map<string, Set<string>>();
    for (const { line } of lines) {
      const [name = "", version = ""] = line.split("@");
      byName.set(name, (byName.get(name) ?? new Set()).add(version));
    }
    for (const [name, versions] of byName) expect({ name, versions: versions.size }).toEqual({ name, versions: 1 });
  });
});

describe("CI", () => {
  it("requires every job of its own", () => {
    const jobs = parse(`${folder}/ci.yml`, textOf(`${folder}/ci.yml`))["jobs"];
    const names = Object.keys(isMapping(jobs) ? jobs : {});
    expect(fieldAt(jobs, ["required", "needs"])).toEqual(names.filter((name) => name !== "required"));
    const success = names.slice(1).map(() => "success").join(" ");
    expect(fieldAt(jobs, ["required", "steps", 0, "run"])).toBe(`test "$RESULTS" = "${success}"`);
  });

  it("tests the oldest Node that package.json admits, and the one that action.yml runs on", () => {
    const ci = parse(`${folder}/ci.yml`, textOf(`${folder}/ci.yml`));
    const engines: unknown = JSON.parse(textOf("package.json"));
    const oldest = Number(/\d+/.exec(String(fieldAt(engines, ["engines", "node"])))?.[0]);
    const runs = Number(/using: node(\d+)/.exec(textOf("action.yml"))?.[1]);
    expect(fieldAt(ci, ["jobs", "tests", "strategy", "matrix", "node"])).toEqual([oldest, runs]);
  });
});
