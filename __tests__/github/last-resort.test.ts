import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "@jest/globals";
import "../support/runner.ts";

const compiled = new URL("../../src/github/last-resort.js", import.meta.url).href;

function run(statement: string) {
  const program = `import { expectCrash } from ${JSON.stringify(compiled)}; expectCrash((line) => console.log(line)); ${statement}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8", cwd: fileURLToPath(new URL(".", import.meta.url)) });
  return { status, stdout, stderr };
}

it.each([
  ["an exception in a callback", 'setTimeout(() => { throw new Error("boom\\n::error::x"); })'],
  ["a promise that nobody awaits", 'Promise.reject(new Error("boom\\n::error::x"))'],
  ["an exception at the top", 'throw new Error("boom\\n::error::x")'],
])("ends %s with exit code 3 and one line", (_, statement) => {
  expect(run(statement)).toEqual({ status: 3, stdout: "seccomp-gate: no verdict was reached: boom\\n::error::x\n", stderr: "" });
});

it("ends with exit code 3 as long as no verdict has set another", () => {
  expect(run("").status).toBe(3);
  expect(run("process.exitCode = 0").status).toBe(0);
});
