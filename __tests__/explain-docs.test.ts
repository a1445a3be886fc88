// The example of docs/explain.md, asked and answered. `UPDATE=1` writes the answer anew.

import { afterAll, expect, it } from "@jest/globals";
import { openCommandLine } from "./support/command-line.ts";
import { fenced, madeBlock, section, textOf } from "./support/documents.ts";
import { makeRepository } from "./support/made-repository.ts";

const commandLine = openCommandLine();
afterAll(async () => commandLine[Symbol.asyncDispose]());

it("answers as the page shows", async () => {
  const page = textOf("docs/explain.md");
  const [base, head] = ["### Base", "### Head"].map((heading) => fenced(section(page, heading), "yaml")[0] ?? "");
  using repository = makeRepository({ "deploy/web.yaml": base ?? "" }, { "deploy/web.yaml": head ?? "" });
  const { stdout, exitCode } = await commandLine.run(["explain", "Deployment/web"], { folder: repository.folder });
  expect(exitCode).toBe(0);
  expect(madeBlock("docs/explain.md", "### Answer", "text", stdout)).toBe(stdout);
});
