// The formats for other programs, from the command line's call to what those programs read.

import { afterAll, describe, expect, it } from "@jest/globals";
import { openCommandLine } from "./support/command-line.ts";
import { type Files, makeRepository } from "./support/made-repository.ts";
import { chart, pod } from "./support/pods.ts";
import { readXml } from "./support/xml.ts";
import { schemaErrors } from "./report/sarif-schema.ts";

const commandLine = openCommandLine();
afterAll(async () => commandLine[Symbol.asyncDispose]());

async function report(format: string, base: Files, head: Files): Promise<{ readonly text: string; readonly exitCode: number | null }> {
  using repository = makeRepository(base, head);
  const { stdout, stderr, exitCode } = await commandLine.run(["diff", "--format", format], { folder: repository.folder });
  expect(stderr).toBe("");
  return { text: stdout, exitCode };
}

const places = (sarif: string): readonly string[] =>
  JSON.parse(sarif).runs[0].results.map(({ ruleId, locations }: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[] }) => {
    const at = locations[0]?.physicalLocation;
    return `${ruleId} ${at?.artifactLocation.uri}:${at?.region.startLine}`;
  });

describe("--format sarif", () => {
  it("points to the line of a manifest, in a folder whose name needs care", async () => {
    const { text, exitCode } = await report("sarif", { "a b/ü.yaml": pod("a", "RuntimeDefault") }, { "a b/ü.yaml": pod("a", "Unconfined") });
    expect([exitCode, places(text)]).toEqual([1, ["newly-unconfined a%20b/%C3%BC.yaml:7"]]);
    expect(schemaErrors(text) ?? []).toEqual([]);
  });

  it("has a place for what is in a file too large to be searched", async () => {
    const filler = `# ${"x".repeat(5_000_000)}\n`;
    const { text } = await report("sarif", { "a.yaml": pod("a", "RuntimeDefault") }, { "a.yaml": `${filler}---\n${pod("a", "Unconfined")}` });
    expect(places(text)).toEqual(["newly-unconfined a.yaml:2"]);
  });

  it("has a place for a chart that became a submodule, or a link out of the repository", async () => {
    const base = { ...chart(pod("a", "RuntimeDefault")), "b.yaml": pod("b", "RuntimeDefault") };
    const kept = { "b.yaml": pod("b", "RuntimeDefault") };
    expect(places((await report("sarif", base, { ...kept, chart: { submodule: true }, ".gitmodules": "[submodule]\n" })).text)).toEqual(["lost-from-view .gitmodules:1"]);
    expect(places((await report("sarif", base, { ...kept, chart: { submodule: true } })).text)).toEqual(["lost-from-view chart/Chart.yaml:1"]);
    expect(places((await report("sarif", base, { ...kept, chart: { link: "../elsewhere" } })).text)).toEqual(["lost-from-view chart:1"]);
  });
});

describe("--format junit", () => {
  it("has a failing test for the container that got weaker", async () => {
    const { text, exitCode } = await report("junit", chart(pod("a", "RuntimeDefault")), chart(pod("a", "Unconfined")));
    expect(exitCode).toBe(1);
    expect(readXml(text).attributes).toMatchObject({ tests: "3", failures: "1" });
  });

  it("has an error where nobody could look", async () => {
    const { text, exitCode } = await report("junit", chart(pod("a", "RuntimeDefault")), chart("{{ fail `no` }}"));
    expect(exitCode).toBe(3);
    expect(readXml(text).attributes).toMatchObject({ tests: "2", failures: "0", errors: "1" });
  });
});

describe("--format gitlab", () => {
  it("is a list of what fails", async () => {
    const { text } = await report("gitlab", { "a.yaml": pod("a", "RuntimeDefault") }, { "a.yaml": pod("a", "Unconfined") });
    expect(JSON.parse(text)).toMatchObject([{ check_name: "newly-unconfined", severity: "critical", location: { path: "a.yaml", lines: { begin: 7 } } }]);
  });
});
