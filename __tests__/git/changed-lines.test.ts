import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { changedLines } from "../../src/git/changed-lines.ts";
import { makeScratch } from "./scratch.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const changed = (base: string | null, head: string): string =>
  changedLines(base === null ? null : bytes(base), bytes(head))
    .map(({ start, end }) => `${start}-${end}`)
    .join(" ");

describe("the lines that changed", () => {
  it.each<[string, string | null, string, string]>([
    ["equal files", "a\nb\n", "a\nb\n", ""],
    ["a new file", null, "a\nb\n", "1-2"],
    ["a new file without its last line feed", null, "a\nb", "1-2"],
    ["an empty new file", null, "", ""],
    ["an emptied file", "a\nb\n", "", ""],
    ["an edit", "a\nb\nc\n", "a\nB\nc\n", "2-2"],
    ["two edits", "a\nb\nc\nd\n", "A\nb\nc\nD\n", "1-1 4-4"],
    ["an insertion", "a\nb\n", "a\nx\ny\nb\n", "2-3"],
    ["an insertion at the end", "a\n", "a\nb\n", "2-2"],
    ["a removal", "a\nb\nc\n", "a\nc\n", ""],
    ["a removal and an edit", "a\nb\nc\nd\n", "a\nD\n", "2-2"],
    ["a repeated line", "x\nx\nx\n", "x\nx\nx\nx\n", "4-4"],
    ["only the last line feed", "a\nb", "a\nb\n", ""],
    ["other ends of lines", "a\nb\n", "a\r\nb\r\n", ""],
    ["other ends of lines and an edit", "a\nb\n", "a\r\nc\r\n", "2-2"],
    ["a carriage return inside", "a\n", "a\rb\n", "1-1"],
    ["an item that begins as the next one does", "l:\n- a: 1\n  n: b\n", "l:\n- a: 1\n  n: a\n- a: 1\n  n: b\n", "2-3"],
    ["an item that ends as the one before it does", "l:\n- n: a\n  z: 1\nm:\n", "l:\n- n: a\n  z: 1\n- n: b\n  z: 1\nm:\n", "4-5"],
    ["two items that begin alike, around one", "- a: 1\n  n: b\n", "- a: 1\n  n: a\n- a: 1\n  n: b\n- a: 1\n  n: c\n", "1-2 5-6"],
    ["an item behind a blank line", "- n: a\n\n- n: c\n", "- n: a\n\n- n: b\n\n- n: c\n", "3-4"],
    ["indentation", "a:\n  b\n", "a:\n    b\n", "2-2"],
  ])("of %s", (_name, base, head, expected) => {
    expect(changed(base, head)).toBe(expected);
  });

  it("tells bytes apart that are not text", () => {
    expect(changedLines(Uint8Array.of(255, 10), Uint8Array.of(254, 10))).toEqual([{ start: 1, end: 1 }]);
  });

  it("leaves, of the head, a common subsequence of the base; ranges are sorted and do not touch", () => {
    const text = fc.array(fc.constantFrom("a", "b", "  a", "  c", ""), { maxLength: 12 }).map((lines) => lines.map((line) => `${line}\n`).join(""));
    fc.assert(
      fc.property(text, text, (base, head) => {
        const ranges = changedLines(bytes(base), bytes(head));
        const lines = head.split("\n").slice(0, -1);
        const kept = lines.filter((_line, index) => !ranges.some(({ start, end }) => index + 1 >= start && index + 1 <= end));
        let at = 0;
        for (const line of base.split("\n").slice(0, -1)) if (line === kept[at]) at += 1;
        expect(at).toBe(kept.length);
        for (const [index, { start, end }] of ranges.entries()) {
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(lines.length);
          expect(start).toBeGreaterThan((ranges[index - 1]?.end ?? -1) + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("marks as many lines as git's minimal diff", () => {
    using scratch = makeScratch();
    const numbers = Array.from({ length: 300 }, (_, index) => `line ${(index * 7) % 41}`);
    const head = numbers.flatMap((line, index) => (index % 17 === 0 ? [] : index % 23 === 0 ? [line, "new", "newer"] : index % 29 === 0 ? [`${line} edited`] : [line]));
    scratch.write("base", `${numbers.join("\n")}\n`);
    scratch.write("head", `${head.join("\n")}\n`);
    let numstat = "";
    try {
      execFileSync("git", ["diff", "--no-index", "--minimal", "--numstat", "base", "head"], { cwd: scratch.folder });
    } catch (error) {
      numstat = String(Object(error).stdout);
    }
    const ours = changedLines(bytes(`${numbers.join("\n")}\n`), bytes(`${head.join("\n")}\n`)).reduce((sum, { start, end }) => sum + end - start + 1, 0);
    expect(ours).toBe(Number(numstat.split("\t")[0]));
  });

  it("counts everything between the first and the last difference once a file changed too much", () => {
    const many = (prefix: string): string => Array.from({ length: 20_000 }, (_, index) => `${prefix}${index}\n`).join("");
    expect(changed(`same\n${many("a")}same\nend\n`, `same\n${many("b")}same\nend\n`)).toBe("2-20001");
  });

  it("marks nothing where very much was only removed", () => {
    expect(changed(`a\n${"gone\n".repeat(5_000)}b\n`, "a\nb\n")).toBe("");
  });

  it("finds few edits in a huge file", () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `line ${index}`);
    const base = lines.join("\n");
    lines[10] = "edited";
    lines[199_990] = "edited";
    expect(changed(base, lines.join("\n"))).toBe("11-11 199991-199991");
  });
});
