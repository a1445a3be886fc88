// docs/kinds.md and the table of kinds are the same list. `UPDATE=1` rewrites the page.

import { expect, it } from "@jest/globals";
import { families } from "../src/core/kinds.ts";
import { excludedGroups, excludedKinds } from "../src/core/kinds/excluded.ts";
import type { KindRow } from "../src/core/kinds/kind.ts";
import { wrappers } from "../src/core/kinds/wrappers.ts";
import { madePart } from "./support/documents.ts";

const page = "docs/kinds.md";
const group = (name: string): string => (name === "" ? "core" : name);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function remarks({ generates = [], inherits, controllerDefault, clusterScoped, note }: KindRow): string {
  const made = generates.map((name) => (name.startsWith(".") ? `the one called as \`${name.slice(1)}\` says` : `\`${name}\``));
  return [
    ...(made.length === 0 ? [] : [`makes ${made.join(", ")}`]),
    ...(inherits === true ? ["**inherits**"] : []),
    ...(controllerDefault === undefined ? [] : [`**default** ${controllerDefault.profile}, by ${controllerDefault.by}${controllerDefault.yieldsTo === "profile" ? "" : `, unless the ${controllerDefault.level} has any security context`}`]),
    ...(clusterScoped === true ? ["in no namespace"] : []),
    ...(note === undefined ? [] : [note]),
  ].join("; ");
}

it("lists every known kind", () => {
  const made = Object.entries(families)
    .map(([family, rows]) => {
      const lines = rows.map((row) => [row.groups.map(group).map((name) => `\`${name}\``).join(", "), row.kind, row.path === "" ? "the object" : `\`${row.path}\``, row.shape.says, remarks(row)]);
      return `### ${family}\n\n${table(["group", "kind", "path", "what stands there", "remarks"], lines)}`;
    })
    .join("\n\n");
  expect(madePart(page, "kinds", made)).toBe(made);
});

it("lists what carries other objects", () => {
  const made = table(["group", "kind", "path"], wrappers.map(({ groups, kind, path }) => [groups.map(group).map((name) => `\`${name}\``).join(", "), kind, `\`${path}\``]));
  expect(madePart(page, "wrappers", made)).toBe(made);
});

it("lists what is left out, and why", () => {
  const rows = [...excludedGroups.map(({ group: name, why }) => [`\`${name}\``, "all", why]), ...excludedKinds.map(({ group: name, kind, why }) => [`\`${name}\``, kind, why])];
  const made = table(["group", "kind", "because they are"], rows);
  expect(madePart(page, "excluded", made)).toBe(made);
});
