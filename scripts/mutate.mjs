// Breaks lines of the core one at a time and looks whether the tests notice: `node scripts/mutate.mjs [FILE…]`, after `npx tsc -b`.
// FILE is a part of a path below src/core. Works on what was compiled, and puts it back. Not a part of CI: it takes hours for all of it.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const core = join(root, ".tsbuild", "src", "core");
const tests = join(root, ".tsbuild", "__tests__");
const jest = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin", "jest.js");
const TIMEOUT = 120_000; // milliseconds: what breaks a loop never ends

/** One change of a line: what is looked for, and what stands there instead. */
const mutations = [
  [/===/, "!=="],
  [/!==/, "==="],
  [/ < /, " >= "],
  [/ > /, " <= "],
  [/ <= /, " > "],
  [/ >= /, " < "],
  [/&&/, "||"],
  [/\|\|/, "&&"],
  [/\?\? /, "&& "],
  [/\btrue\b/, "false"],
  [/\bfalse\b/, "true"],
  [/if \((.*)\)/, "if (!($1))"],
  [/return (?!null;|\[\];|;)[^;]+;$/, "return null;"],
  [/\.filter\(/, ".filter(() => false) && [].filter("],
  [/\.some\(/, ".every("],
  [/\.every\(/, ".some("],
  [/\.toReversed\(\)/, ""],
  [/\.sort\([^()]*\)/, ""],
  [/ \+ 1\b/, " + 2"],
  [/ - 1\b/, " - 2"],
  [/^(\s*)[\w.]+\(.*\);$/, "$1;"],
];

const isCode = (line) => !/^\s*(\/\/|\*|\/\*|import |export (\{|type)|\}|$)/.test(line) && !line.startsWith("//# source");

/** Mutants of one file: the number of the line, from 1, and what it becomes. */
function* mutantsOf(lines) {
  for (const [at, line] of lines.entries()) {
    if (!isCode(line)) continue;
    for (const [pattern, replacement] of mutations) {
      const changed = line.replace(pattern, replacement);
      if (changed !== line) yield { at, line, changed };
    }
  }
}

const filesBelow = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((path) => path.endsWith(".js")).map((path) => join(folder, path)).sort();

/** Tests that can notice: those that import the file, straight or through others. */
function testsOf(file) {
  const importers = new Map();
  for (const path of [...filesBelow(join(root, ".tsbuild", "src", "core")), ...filesBelow(join(tests, "core")), ...readdirSync(tests).filter((name) => name.startsWith("properties")).map((name) => join(tests, name))]) {
    if (!path.endsWith(".js")) continue;
    for (const [, specifier] of readFileSync(path, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const imported = join(dirname(path), specifier);
      importers.set(imported, [...(importers.get(imported) ?? []), path]);
    }
  }
  const reached = new Set([file]);
  for (const path of reached) for (const importer of importers.get(path) ?? []) reached.add(importer);
  const own = join(tests, "core", `${basename(file, ".js")}.test.js`);
  const found = [...reached].filter((path) => path.endsWith(".test.js"));
  return existsSync(own) ? [own, ...found.filter((path) => path !== own)] : found;
}

/** Whether some test fails. The file's own test comes first, since it mostly does. */
function isNoticed(paths) {
  const run = (some) => spawnSync(process.execPath, ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", jest, "--bail", "--silent", "--runInBand", "--runTestsByPath", ...some], { cwd: root, timeout: TIMEOUT, stdio: "ignore" }).status !== 0;
  return run(paths.slice(0, 1)) || (paths.length > 1 && run(paths.slice(1)));
}

function mutate(file) {
  const original = readFileSync(file, "utf8");
  const paths = testsOf(file);
  const name = relative(core, file).replaceAll("\\", "/").replace(/\.js$/, ".ts");
  const survivors = [];
  let count = 0;
  const restore = () => writeFileSync(file, original);
  const interrupted = () => {
    restore();
    process.exit(130);
  };
  process.on("SIGINT", interrupted);
  try {
    if (paths.length > 0 && isNoticed(paths)) throw new Error(`the tests of ${name} fail before anything is broken`);
    const lines = original.split("\n");
    for (const { at, line, changed } of mutantsOf(lines)) {
      count += 1;
      writeFileSync(file, lines.with(at, changed).join("\n"));
      if (paths.length === 0 || !isNoticed(paths)) survivors.push(`  ${line.trim()}\n    → ${changed.trim()}`);
    }
  } finally {
    restore();
    process.off("SIGINT", interrupted);
  }
  console.log(`${name}: ${count - survivors.length} of ${count} noticed`);
  for (const survivor of survivors) console.log(survivor);
  return { count, noticed: count - survivors.length };
}

const wanted = process.argv.slice(2);
const chosen = filesBelow(core).filter((file) => wanted.length === 0 || wanted.some((part) => relative(core, file).includes(part)));
const sums = chosen.map(mutate);
const [noticed, count] = [sums.reduce((sum, one) => sum + one.noticed, 0), sums.reduce((sum, one) => sum + one.count, 0)];
console.log(`${noticed} of ${count} noticed${count === 0 ? "" : `, ${((100 * noticed) / count).toFixed(1)} %`}`);
