// Mutation testing of src/core: `npm run mutate`, or `npm run mutate -- --mutate src/core/match.ts` for a part of it. With MUTATE_EVERY=4
// in the environment a quarter of the mutants is run, always the same. Options: stryker-mutator.io/docs/stryker-js/configuration

export default {
  plugins: [new URL("test-runner.mjs", import.meta.url).href],
  testRunner: "in-process",
  // The copy that is compiled, once, with all mutants in it: one that is killed leaves nothing broken.
  tempDirName: ".cache/mutation",
  ignorePatterns: ["**", "!src/**", "!__tests__/**", "!tsconfig*.json", "!package.json"],
  symlinkNodeModules: false, // they are found above the copy
  buildCommand: "tsc -b",
  tsconfigFile: "none", // the copy has the paths of the original: there is nothing to rewrite
  coverageAnalysis: "perTest",
  ignoreStatic: true, // what runs only while modules are loaded, such as tables: each of its mutants would need a process of its own
  mutate: ["src/core/**/*.ts", "!src/core/data/**", "src/pair-sides.ts"],
  mutator: { excludedMutations: ["StringLiteral"] }, // the words of messages are held by the cases, which this does not run
  concurrency: 1,
  timeoutMS: 5_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["clear-text", "json"],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: ".cache/mutation.json" },
};
