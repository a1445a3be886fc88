// The documents of this repository as their readers see them, and the parts of them that are made from the sources.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = process.cwd(); // jest runs in the root of the repository
const update = process.env["UPDATE"] === "1";

/** The text of a file of this repository, with `\n` at the end of its lines. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
}

/** Every document, relative to the root, sorted. */
export function documents(): readonly string[] {
  const within = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return folder === "." && path !== "docs" ? [] : within(path);
      return path.endsWith(".md") ? [path] : [];
    });
  return within(".").sort();
}

/** The headings of a level, in order. Lines inside fenced blocks are none. */
export function headings(text: string, level: number): readonly string[] {
  const outside = text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1$/gm, "");
  return [...outside.matchAll(/^(#+) (.+)$/gm)].flatMap(([, marks, title]) => (marks?.length === level && title !== undefined ? [title] : []));
}

/** What stands under a heading, down to the next one of the same level or above. Throws when there is no such heading. */
export function section(text: string, heading: string): string {
  const start = text.split("\n").indexOf(heading);
  if (start < 0) throw new Error(`there is no ${JSON.stringify(heading)}`);
  const level = heading.indexOf(" ");
  const lines = text.split("\n").slice(start + 1);
  const end = lines.findIndex((line) => /^#+ /.test(line) && line.indexOf(" ") <= level);
  return (end < 0 ? lines : lines.slice(0, end)).join("\n");
}

/** The bodies of the fenced blocks of a language, in order, each ending with a newline unless it is empty. */
export function fenced(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```([a-z]*)\n([\s\S]*?)^```$/gm)].flatMap(([, found, body]) => (found === language && body !== undefined ? [body] : []));
}

/**
 * What a document says between `<!-- NAME -->` and `<!-- /NAME -->`. With `UPDATE=1` it is made to say `made` first.
 * Throws when the marks are not there.
 */
export function madePart(path: string, name: string, made: string): string {
  const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const text = textOf(path);
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no part between ${start.trim()} and ${end.trim()}`);
  if (update) writeFileSync(join(root, path), `${text.slice(0, from)}${start}${made}${text.slice(to)}`);
  return update ? made : text.slice(from + start.length, to);
}

/** The only fenced block of a language in a document's section. With `UPDATE=1` it is made to hold `made` first. */
export function madeBlock(path: string, heading: string, language: string, made: string): string {
  const text = textOf(path);
  const part = section(text, heading);
  const [block, second] = fenced(part, language);
  if (block === undefined || second !== undefined) throw new Error(`${path} has not one block of ${language} under ${heading}`);
  const fence = (body: string): string => `\`\`\`${language}\n${body}\`\`\``;
  if (update) writeFileSync(join(root, path), text.replace(part, () => part.replace(fence(block), () => fence(made))));
  return update ? made : block;
}

/** The cells of every row of a table's body, without the code marks around a whole cell. */
export function tableRows(text: string): readonly (readonly string[])[] {
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  const cells = rows.map((row) => row.slice(1, row.lastIndexOf("|")).split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/^`([^`]*)`$/, "$1")));
  return cells.filter((row, i) => i > 1 && !row.every((cell) => /^:?-+:?$/.test(cell)));
}

/** The text of a file that is made as a whole. With `UPDATE=1` it is made to be `made` first. */
export function madeFile(path: string, made: string): string {
  if (update) writeFileSync(join(root, path), made);
  return textOf(path);
}
