// Loads compiled tests into this process, to run them one by one.

import { readFileSync, readdirSync } from "node:fs";
import { register } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { getState } from "jest-circus";

const globals = new URL("jest-globals.mjs", import.meta.url).href;
register(`data:text/javascript,${encodeURIComponent(`export const resolve = (name, context, next) => (name === "@jest/globals" ? { url: ${JSON.stringify(globals)}, shortCircuit: true } : next(name, context));`)}`);

/** Tests that need nothing but the sources, and the same on each run: no git, no renderer, no program, no random input. */
const pure = /^core[\\/]|^report[\\/]escape|^(guardrails|localhost-profiles|properties|stale-policy)\.test/;

/** Tests of input without end, which take longer than all others together. */
const heavy = /bombs|without end|more than (fits|can be looked)|a pod in an engine's output/;

/** Paths of the compiled tests below a copy of the project. */
export function testFilesOf(project) {
  const folder = join(project, ".tsbuild", "__tests__");
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".test.js") && pure.test(path));
  return paths.sort().map((path) => join(folder, path));
}

/** By how many imports each test is away from a file. Absent: it cannot notice what becomes of that file. */
export function distancesFrom(file, tests) {
  const importers = new Map();
  const seen = new Set(tests);
  for (const path of seen) {
    for (const [, specifier] of readFileSync(path, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const imported = join(dirname(path), specifier);
      importers.set(imported, [...(importers.get(imported) ?? []), path]);
      seen.add(imported);
    }
  }
  const distances = new Map([[file, 0]]);
  for (const [path, distance] of distances) for (const importer of importers.get(path) ?? []) if (!distances.has(importer)) distances.set(importer, distance + 1);
  return distances;
}

/** The tests of one file, but for the heavy ones: `id` is unique in the project, and `run` rejects when the test fails. */
export async function loadTests(file) {
  const root = getState().rootDescribeBlock;
  const before = root.children.length;
  await import(pathToFileURL(file).href);
  return root.children.slice(before).flatMap((child) => flatten(child, basename(file))).filter(({ id }) => !heavy.test(id)).map((test) => ({ ...test, file }));
}

function flatten(entry, above) {
  const id = `${above} > ${entry.name}`;
  return entry.type === "describeBlock" ? entry.children.flatMap((child) => flatten(child, id)) : [{ id, run: async () => entry.fn() }];
}
