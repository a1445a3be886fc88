// What tests import as "@jest/globals" while mutants run: jest's own parts, without the machinery that gives each file an environment.

export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from "jest-circus";
export { jestExpect as expect } from "@jest/expect";
