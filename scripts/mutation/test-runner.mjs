// A test runner for Stryker: stryker-mutator.io/docs/stryker-js/guides/create-a-plugin
// Tests are loaded once into one process, and a mutant is one assignment there: the compiled sources hold them all.

import { join } from "node:path";
import { distancesFrom, loadTests, testFilesOf } from "./tests.mjs";

const EVERY = Number(process.env.MUTATE_EVERY ?? 1); // one mutant in so many is run
const SAMPLE = Number(process.env.MUTATE_SAMPLE ?? 0); // which of them: below EVERY, and no two samples share a mutant

const LOADED_AGAIN = 12; // test files, for a mutant that none of the tests noticed

const stryker = (globalThis.__stryker__ ??= {});

/** Why a test fails, or null. */
async function failureOf({ run }) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** The first of these tests that fails, and why; null when none does. */
async function firstFailure(tests) {
  for (const { id, run } of tests) {
    const message = await failureOf({ run });
    if (message !== null) return { id, message };
  }
  return null;
}

class InProcessRunner {
  #files = testFilesOf(process.cwd());
  #tests = [];
  #distances = new Map();
  #reachedWhileLoading = new Set();

  /** True, for nothing is left to reload: mutants of what runs while modules are loaded are ignored there, and active in tests alone. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    for (const file of this.#files) this.#tests.push(...(await loadTests(file)).map((test) => ({ ...test, time: 0 })));
    this.#reachedWhileLoading = new Set(Object.keys(stryker.mutantCoverage?.static ?? {}));
  }

  /** Notes which mutants each test reaches. */
  async dryRun() {
    const results = [];
    for (const test of this.#tests) {
      stryker.currentTestId = test.id;
      const start = performance.now();
      const failure = await failureOf(test);
      test.time = performance.now() - start;
      const result = { id: test.id, name: test.id, timeSpentMs: test.time };
      results.push(failure === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage: failure });
    }
    stryker.currentTestId = undefined;
    return { status: "complete", tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  /** Runs the tests that reach a mutant until one fails: those nearest to its file first, and of those the quickest. */
  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    if (!isInSample(activeMutant.id)) return { status: "error", errorMessage: "not in the sample" };
    const distances = this.#distancesFrom(sandboxFileName);
    const wanted = new Set(testFilter);
    const tests = this.#tests.filter(({ id }) => wanted.has(id)).sort((a, b) => distances.get(a.file) - distances.get(b.file) || a.time - b.time);
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    const failed = (await firstFailure(tests)) ?? (await this.#firstFailureLoadedAgain(activeMutant.id, distances));
    stryker.activeMutant = undefined;
    if (stryker.hitCount > hitLimit) return { status: "timeout", reason: "runs without end" };
    return failed === null ? { status: "survived", nrOfTests: tests.length } : { status: "killed", killedBy: [failed.id], failureMessage: failed.message, nrOfTests: tests.length };
  }

  /** What tests made while they were loaded, such as rows of tables, was made without the mutant: the nearest files are loaded again with it. */
  async #firstFailureLoadedAgain(mutant, distances) {
    if (!this.#reachedWhileLoading.has(mutant)) return null;
    const nearest = this.#files.filter((file) => distances.has(file)).sort((a, b) => distances.get(a) - distances.get(b)).slice(0, LOADED_AGAIN);
    for (const file of nearest) {
      const failed = await loadTests(file, mutant).then(firstFailure, (error) => ({ id: file, message: String(error) }));
      if (failed !== null) return failed;
    }
    return null;
  }

  #distancesFrom(source) {
    const folder = process.cwd();
    if (!this.#distances.has(source)) this.#distances.set(source, distancesFrom(join(folder, ".tsbuild", source.slice(folder.length).replace(/\.ts$/, ".js")), this.#files));
    return this.#distances.get(source);
  }
}

/** The same mutants of the same sources each time. Scattered: neighbours are alike, and every nth would favour some kinds. */
const isInSample = (id) => Math.floor(((Math.imul(Number(id), 2654435761) >>> 0) / 2 ** 32) * EVERY) === SAMPLE;

export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", injectableClass: InProcessRunner }];
