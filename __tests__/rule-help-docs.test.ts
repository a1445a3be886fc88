// The help that travels with a SARIF report is what the rules' pages say. `UPDATE=1` writes it anew.

import { expect, it } from "@jest/globals";
import { rules } from "../src/core/rules.ts";
import { joinPath } from "../src/core/tree.ts";
import { PROJECT_URL } from "../src/report/project.ts";
import { madeFile, section, textOf } from "./support/documents.ts";

/** The page without its title and its example, which would not fit, its links made whole. */
function helpOf(id: string): readonly string[] {
  const page = textOf(`docs/rules/${id}.md`);
  const opening = page.slice(page.indexOf("\n"), page.indexOf("\n## "));
  const parts = ["What it means", "Why it matters", "What to do", "When to allow it"].map((title) => `## ${title}\n${section(page, `## ${title}`)}`);
  const text = [opening, ...parts].map((part) => part.trim()).join("\n\n");
  return text.replace(/\]\((?!https?:)([^)#]*)/g, (_, target: string) => `](${PROJECT_URL}/blob/main/${joinPath("docs/rules", target === "" ? `${id}.md` : target) ?? ""}`).split("\n");
}

function source(): string {
  const entries = rules.map(({ id }) => id).sort().map((id) => `  ${JSON.stringify(id)}: [\n${helpOf(id).map((line) => `    ${JSON.stringify(line)},\n`).join("")}  ].join("\\n"),\n`);
  return [
    "// What the pages under docs/rules say, for viewers that show help beside a finding. Written by the tests: `UPDATE=1 npm test`.",
    "",
    "/** Markdown by rule id. */",
    `export const ruleHelp: Readonly<Record<string, string>> = {\n${entries.join("")}};`,
    "",
  ].join("\n");
}

it("is what the pages say", () => {
  const made = source();
  expect(made).toContain(`](${PROJECT_URL}/blob/main/docs/configuration.md#cluster)`);
  expect(made).not.toMatch(/\]\((?!https:)/);
  expect(madeFile("src/report/rule-help.ts", made)).toBe(made);
});
