// Loads compiled tests into this process, to run them one by one.

import { readFileSync, readdirSync } from "node:fs";
import { register } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { getState } from "jest-circus";

// What tests import instead while mutants run; what stands in may import the original.
const standIns = { "@jest/globals": "jest-globals.mjs", "fast-check": "fast-check.mjs" };
register(
  `data:text/javascript,${encodeURIComponent(`
  const standIns = new Map(${JSON.stringify(Object.entries(standIns).map(([name, file]) => [name, new URL(file, import.meta.url).href]))});
  export const resolve = (name, context, next) => (standIns.has(name) && standIns.get(name) !== context.parentURL ? { url: standIns.get(name), shortCircuit: true } : next(name, context));
`)}`,
);

/** Tests of what decides and explains verdicts, and the same on each run: no git, no program, no network. */
const relevant = /^core[\\/]|^report[\\/]escape|^(guardrails|localhost-profiles|pair-sides|properties|properties-comparison|stale-policy)\.test/;

/** Tests of input without end, or of many inputs, which take longer than all others together. */
const heavy = /bombs|at once$|at once, |without end|more than (fits|can be looked)|a pod in an engine's output|made to take time|in time$|stays quick|as many JSON objects|thousand rules|turns a pass into a failure/;

/** Paths of the compiled tests below a copy of the project. */
export function testFilesOf(project) {
  const folder = join(project, ".tsbuild", "__tests__");
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".test.js") && relevant.test(path));
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

/**
 * The tests of one file, but for the heavy ones: `id` is unique in the project, and `run` rejects when the test fails. A file that was
 * loaded is loaded again for another `time`, with all that it makes while it is loaded.
 */
export async function loadTests(file, time = "") {
  const root = getState().rootDescribeBlock;
  const before = root.children.length;
  await import(`${pathToFileURL(file).href}${time === "" ? "" : `?${time}`}`);
  return root.children.splice(before).flatMap((child) => flatten(child, basename(file))).filter(({ id }) => !heavy.test(id)).map((test) => ({ ...test, file }));
}

function flatten(entry, above) {
  const id = `${above} > ${entry.name}`;
  return entry.type === "describeBlock" ? entry.children.flatMap((child) => flatten(child, id)) : [{ id, run: async () => entry.fn() }];
}
