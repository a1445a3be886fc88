// What tests import as "@jest/globals" while mutants run: jest's own parts, without the machinery that gives each file an environment.

import fc from "fast-check";

fc.configureGlobal({ seed: 1, numRuns: 10 }); // the same inputs each time, or a mutant would be noticed on some days; few, for each mutant meets them all

export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from "jest-circus";
export { jestExpect as expect } from "@jest/expect";
