// ARCHITECTURE.md is true: what it names exists, everything is named, and imports go where its table lets them.

import { describe, expect, it } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

const root = process.cwd(); // jest runs in the root of the repository
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** TypeScript files below a folder, relative to the root, sorted. */
function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => posix.join(folder, path.replaceAll("\\", "/")))
    .filter((path) => path.endsWith(".ts"))
    .sort();
}

/** What a file imports: paths of the repository, or names of packages. */
function imports(file: string): readonly string[] {
  const found = [...read(file).matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)";|^import\s+"([^"]+)";|\bimport\(\s*"([^"]+)"/gm)].map(([, from, bare, onDemand]) => from ?? bare ?? onDemand ?? "");
  return found.map((name) => (name.startsWith(".") ? posix.join(dirname(file), name) : name));
}

const folders = ["core", "report", "discover", "options", "git", "render", "native", "github"];
const folderOf = (file: string): string | null => folders.find((folder) => file.startsWith(`src/${folder}/`)) ?? null;
const isOurs = (name: string): boolean => name.startsWith("src/");

/** What each folder may import beside itself: our folders, and packages (Node's own are "node:"). */
const allowed: Readonly<Record<string, { readonly folders: readonly string[]; readonly packages: readonly RegExp[] }>> = {
  core: { folders: [], packages: [/^js-yaml$/, /^re2js$/, /^@noble\/hashes\//] },
  report: { folders: ["core"], packages: [] },
  discover: { folders: ["core"], packages: [] },
  options: { folders: ["core"], packages: [/^node:/, /^zod$/] },
  git: { folders: ["core"], packages: [/^node:/, /^diff$/] },
  render: { folders: ["core"], packages: [/^node:/] },
  native: { folders: ["core"], packages: [/^node:/] },
  github: { folders: ["core"], packages: [/^node:/, /^zod$/, /^@actions\//] },
};

describe("ARCHITECTURE.md", () => {
  const text = read("ARCHITECTURE.md");
  const named = [...text.matchAll(/`((?:src|renderer|scripts|bench|docs|__tests__|dist)\/[^`\s]*)`/g)].map(([, path]) => path ?? "");

  it.each([...new Set(named)])("names %s, which exists", (path) => {
    expect(existsSync(join(root, path))).toBe(true);
  });

  it("names everything directly under src", () => {
    const there = readdirSync(join(root, "src"), { withFileTypes: true }).map((entry) => `src/${entry.name}${entry.isDirectory() ? "/" : ""}`);
    expect(there.filter((path) => !named.includes(path))).toEqual([]);
  });
});

describe("imports", () => {
  it.each(folders)("of src/%s go where they may", (folder) => {
    const { folders: beside, packages } = allowed[folder] ?? { folders: [], packages: [] };
    const mayImport = (name: string): boolean => {
      const target = folderOf(name);
      if (isOurs(name)) return target !== null && (target === folder || beside.includes(target));
      return packages.some((pattern) => pattern.test(name));
    };
    const files = sources(`src/${folder}`);
    expect(files.length).toBeGreaterThan(3);
    expect(files.flatMap((file) => imports(file).filter((name) => !mayImport(name)).map((name) => `${file} imports ${name}`))).toEqual([]);
  });

  it("are ruled for every folder", () => {
    const there = readdirSync(join(root, "src"), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    expect(there.sort()).toEqual(Object.keys(allowed).sort());
    expect([...folders].sort()).toEqual(Object.keys(allowed).sort());
  });

  it("name what stands in the text: no path is put together", () => {
    expect(sources("src").filter((file) => /\bimport\(\s*[^"\s]|\brequire\(/.test(read(file)))).toEqual([]);
  });

  it("of js-yaml are where YAML is read", () => {
    expect(sources("src").filter((file) => imports(file).includes("js-yaml"))).toEqual(["src/core/manifest.ts", "src/core/yaml/parse.ts", "src/core/yaml/schema.ts"]);
  });

  it.each(["src/gate.ts", "src/locate-findings.ts", "src/localhost-profiles.ts", "src/look-again.ts", "src/look-further.ts", "src/pair-sides.ts", "src/podless-changes.ts", "src/surroundings.ts", "src/unread-changes.ts", "src/guardrails.ts"])("of %s reach no edge and no package", (file) => {
    const others = imports(file).filter((name) => !["core", "discover"].includes(folderOf(name) ?? "") && !["src/gate.ts", "src/locate-findings.ts", "src/localhost-profiles.ts", "src/look-again.ts", "src/look-further.ts", "src/pair-sides.ts", "src/podless-changes.ts", "src/surroundings.ts", "src/unread-changes.ts", "src/guardrails.ts"].includes(name));
    expect(others).toEqual([]);
  });

  it("never name an entry point", () => {
    const named = sources("src").flatMap((file) => imports(file).filter((name) => name === "src/action.ts" || name === "src/cli.ts"));
    expect(named).toEqual([]);
  });

  it("are seen at all", () => {
    expect(imports("src/gate.ts")).toContain("src/core/diff.ts");
    expect(imports("src/cli.ts")).toContain("src/run-command-line.ts");
  });
});

describe("the sources", () => {
  it("hold no file of more than 300 lines", () => {
    const written = "src/report/rule-help.ts"; // by a test, of the documents
    expect(sources("src").filter((file) => file !== written && read(file).split("\n").length > 301)).toEqual([]);
  });

  it.each(["core", "report", "discover"])("of src/%s know neither the time nor chance", (folder) => {
    expect(sources(`src/${folder}`).filter((file) => /\bDate\b|Math\.random|performance\./.test(read(file).replace(/\/\/.*|\/\*[^]*?\*\//g, "")))).toEqual([]);
  });

  it("are all called by what they hold, never utils, helpers, common or index", () => {
    expect(sources("src").filter((file) => /(^|\/)(utils?|helpers?|common|misc|index)\.ts$/.test(file))).toEqual([]);
  });
});
