// Whole stories: base/ and head/ are the two commits of a repository, expected/ is what `seccomp-gate diff` says about them.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { tarOf } from "./render/tar.ts";
import { openCommandLine, projectRoot, type Ran, runShipped } from "./support/command-line.ts";
import { type Files, type MadeRepository, makeRepository } from "./support/made-repository.ts";

const cases = join(projectRoot, "__tests__", "cases");
const update = process.env["UPDATE"] === "1";
const formats = [["report.json", "json"], ["report.md", "markdown"], ["report.txt", "text"]] as const;
const goldens = ["exit-code", ...formats.map(([file]) => file)];
const names = readdirSync(cases).sort();

const commandLine = openCommandLine();
afterAll(async () => commandLine[Symbol.asyncDispose]());

/** Files below a folder by relative path; none when it is not there, as git keeps no empty folders. */
function filesBelow(folder: string): Readonly<Record<string, Buffer>> {
  if (!existsSync(folder)) return {};
  const items = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = items.map((item) => join(item.parentPath, item.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path).replaceAll("\\", "/"), readFileSync(path)]));
}

/** An archive of the given files, not compressed, so that its bytes are the same with every zlib. */
function archiveOf(files: Readonly<Record<string, string>>): Uint8Array {
  const packed = gzipSync(tarOf(files), { level: 0 });
  packed[9] = 255; // the operating system, which zlib would name: https://www.rfc-editor.org/rfc/rfc1952#page-8
  return packed;
}

/** One side of a case. A folder `NAME.tgz` stands for the archive of what is in it. */
function sideOf(name: string, side: string): Files {
  const plain: Record<string, Uint8Array> = {};
  const archives = new Map<string, Record<string, string>>();
  for (const [path, content] of Object.entries(filesBelow(join(cases, name, side)))) {
    const [, archive, member] = /^(.*?\.tgz)\/(.*)$/.exec(path) ?? [];
    if (archive === undefined || member === undefined) plain[path] = content;
    else archives.set(archive, { ...archives.get(archive), [member]: content.toString("utf8") });
  }
  return { ...plain, ...Object.fromEntries([...archives].map(([path, members]) => [path, archiveOf(members)])) };
}

/** Versions of this program and its libraries are no part of a story. */
const withoutVersions = (text: string): string => text.replace(/("(?:version|helm|kustomize)": )"\d[^"]*"/g, '$1"…"');

/** What a golden file holds, which is `actual` itself while golden files are being rewritten. */
function golden(name: string, file: string, actual: string): string {
  const path = join(cases, name, "expected", file);
  if (update) {
    mkdirSync(join(cases, name, "expected"), { recursive: true });
    writeFileSync(path, actual);
  }
  return existsSync(path) ? readFileSync(path, "utf8") : "(there is no such golden file; `UPDATE=1` writes it)";
}

const repositoryOf = (name: string): MadeRepository => makeRepository(sideOf(name, "base"), sideOf(name, "head"));

function compare(name: string, file: string, { stdout, stderr, exitCode }: Ran): void {
  expect(stderr).toBe("");
  expect(withoutVersions(stdout)).toBe(golden(name, file, withoutVersions(stdout)));
  expect(`${exitCode}\n`).toBe(golden(name, "exit-code", `${exitCode}\n`));
}

describe.each(names)("%s", (name) => {
  let repository: MadeRepository;
  beforeAll(() => void (repository = repositoryOf(name)));
  afterAll(() => repository[Symbol.dispose]());

  it.each(formats)("gives %s", async (file, format) => {
    compare(name, file, await commandLine.run(["diff", "--format", format], { folder: repository.folder }));
  });

  it("has its two sides, its golden files, and nothing else", () => {
    const expected = join(cases, name, "expected");
    const strays = readdirSync(expected).filter((file) => !goldens.includes(file));
    if (update) for (const stray of strays) rmSync(join(expected, stray));
    expect(readdirSync(expected).sort()).toEqual(goldens);
    expect(readdirSync(join(cases, name)).filter((item) => !["base", "head", "expected"].includes(item))).toEqual([]);
  });
});

describe("the program that ships says the same", () => {
  it.each([
    ["chart-values-removed", "report.txt", "text"],
    ["overlay-makes-privileged", "report.md", "markdown"],
    ["dependency-missing", "report.json", "json"],
  ])("%s: %s", async (name, file, format) => {
    using repository = repositoryOf(name);
    compare(name, file, await runShipped(["diff", "--format", format], { folder: repository.folder }));
  });
});
