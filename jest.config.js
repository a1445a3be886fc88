export default {
  testEnvironment: "node",
  roots: ["<rootDir>/.tsbuild/__tests__"],
  testMatch: ["**/*.test.js"],
  transform: {},
  testTimeout: 120_000,
};
