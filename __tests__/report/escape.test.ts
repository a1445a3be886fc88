import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { logLine, terminalText, workflowData } from "../../src/core/one-line.ts";
import { codeSpan, cutText, fencedBlock, markdownMessage, markdownText, urlPath, workflowProperty } from "../../src/report/escape.ts";
import { hostileText } from "./poison.ts";

const NASTY = ["`", "``", "|", "\\", "<", "<!--", "@u", "#1", "GH-1", "!2", "https://x", "www.", "a@b.co", "[", "](", "*", "_", "~", "\n", "\r", "\t", " ", "    ", "- ", "1. ", "1) ", "+ ", "= ", "$", ":tada:", "abcdef1", "::", "##[", "%", ",", "\u001b[2J", "\u009b", "\u202e", "\u200b", "\ufe0f", "\ud800", "é", "😀", "x", ""];

/** Texts that are put together from what has a meaning somewhere, and plain ones. */
const hostile = fc.oneof(fc.array(fc.constantFrom(...NASTY), { maxLength: 12 }).map((parts) => parts.join("")), fc.string({ unit: "binary" }));

const holds = (property: (text: string) => void): void => fc.assert(fc.property(hostile, property), { numRuns: 300 });

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** What a span shows, by the rules of CommonMark; null when the Markdown is not one single span. */
function readSpan(markdown: string): string | null {
  const fence = /^`+/.exec(markdown)?.[0] ?? "";
  const inner = markdown.slice(fence.length, markdown.length - fence.length);
  const runs: readonly string[] = inner.match(/`+/g) ?? [];
  if (fence === "" || !markdown.endsWith(fence) || runs.includes(fence)) return null;
  if (inner.startsWith("`") || inner.endsWith("`") || inner.includes("\n")) return null;
  return /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner;
}

describe("terminalText", () => {
  it.each([
    ["a line feed", "a\nb", "a\\nb"],
    ["a carriage return", "a\rb", "a\\rb"],
    ["an escape sequence", "\u001b[31m", "\\x1b[31m"],
    ["a C1 control character", "\u009b2J", "\\x9b2J"],
    ["a null", "\0", "\\x00"],
    ["a bidirectional override", "\u202egnp", "\\u202egnp"],
    ["a line separator", "\u2028", "\\u2028"],
    ["a zero-width space", "\u200b", "\\u200b"],
    ["what joins graphemes", "\u034f", "\\u034f"],
    ["a tag character", "\u{e0041}", "\\u{e0041}"],
    ["half a character", "\ud800x", "\\ud800x"],
    ["what renderers leave out", "\ufe0f\u3164", "\\ufe0f\\u3164"],
  ])("spells out %s", (_, text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });

  it("leaves what shows alone", () => {
    expect(terminalText("größe 😀 \\n `x` |")).toBe("größe 😀 \\n `x` |");
  });

  it("never lets anything through that does not show", () => holds((text) => expect(terminalText(text)).not.toMatch(INVISIBLE)));
});

describe("cutText", () => {
  it("leaves short text alone, and says where it cut", () => {
    expect(cutText("abc", 3)).toBe("abc");
    expect(cutText("abcd", 3)).toBe("ab…");
  });

  it("cuts no character in half", () => {
    expect(cutText("a😀b", 3)).toBe("a…");
    expect(cutText("a😀bc", 4)).toBe("a😀…");
  });
});

describe("logLine", () => {
  it.each([
    ["::error::x", "\\::error::x"],
    ["  \t::error::x", "  \\t::error::x"],
    ["\u00a0\u3000::error::x", "\u00a0\u3000\\::error::x"],
    ["a ##[error]x ##[group]", "a ##\\[error]x ##\\[group]"],
    ["###[error]", "###\\[error]"],
    ["\ufe0f::error::x", "\\ufe0f::error::x"],
    ["a\n::error::x", "a\\n::error::x"],
    ["a::b", "a::b"],
  ])("%j becomes %j", (text, line) => {
    expect(logLine(text)).toBe(line);
  });

  it("is never a command for the runner", () =>
    holds((text) => {
      const line = logLine(text);
      expect(line.trimStart().startsWith("::")).toBe(false);
      expect(line).not.toContain("##[");
      expect(line).not.toContain("\n");
    }));
});

describe("workflow commands", () => {
  // The runner's own order: actions/runner: src/Runner.Common/ActionCommand.cs, UnescapeData and UnescapeProperty.
  const data = (text: string): string => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const property = (text: string): string => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");

  it("encodes what ends a line, a property or a command", () => {
    expect(workflowData("a\r\n%0A:,")).toBe("a%0D%0A%250A:,");
    expect(workflowProperty("a\r\n%0A:,")).toBe("a%0D%0A%250A%3A%2C");
  });

  it("reads back as it was", () =>
    holds((text) => {
      expect(data(workflowData(text))).toBe(text);
      expect(property(workflowProperty(text))).toBe(text);
      expect(workflowProperty(text)).not.toMatch(/[\r\n:,]/);
    }));
});

describe("urlPath", () => {
  it.each([
    ["charts/api/values.yaml", "charts/api/values.yaml"],
    ["a b/ü#?%.yaml", "a%20b/%C3%BC%23%3F%25.yaml"],
    ["a](x)!'*.yaml", "a%5D%28x%29%21%27%2A.yaml"],
    ["a\n\\b", "a%0A%5Cb"],
    ["\ud800", "%EF%BF%BD"],
    ["..a/...", "..a/..."],
  ])("%j becomes %j", (path, encoded) => {
    expect(urlPath(path)).toBe(encoded);
  });

  it.each(["../x", "a/../../x", "a/./b", "/etc", "a//b", "", ".."])("makes no link of %j", (path) => {
    expect(urlPath(path)).toBeNull();
  });

  it("is a path of letters and percent signs", () => holds((text) => expect(urlPath(text) ?? "").toMatch(/^[\w.~%/-]*$/)));
});

describe("codeSpan", () => {
  it.each([
    ["app", "`app`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["a``", "``` a`` ```"],
    [" a ", "`  a  `"],
    ["  ", "`  `"],
    ["a\nb", "`a\\nb`"],
    ["", "` `"],
  ])("%j becomes %j", (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  it("is made at once of a text without end", () => {
    const begin = process.cpuUsage();
    expect(codeSpan(` ${"#".repeat(300_000)}`)).toHaveLength(300_003);
    expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000); // microseconds
  });

  it("shows the text and nothing else", () => holds((text) => expect(readSpan(codeSpan(text))).toBe(text === "" ? " " : terminalText(text))));
});

describe("fencedBlock", () => {
  it("keeps lines, drops the last line feed, and spells out the rest", () => {
    expect(fencedBlock("a:\r\n  b\u001b\n", "yaml")).toBe("```yaml\na:\n  b\\x1b\n```");
  });

  it("has a fence that nothing inside can close", () =>
    holds((text) => {
      const lines = fencedBlock(text, "").split("\n");
      const fence = lines[0] ?? "";
      expect(lines.at(-1)).toBe(fence);
      expect(lines.slice(1, -1).some((line) => line.includes(fence))).toBe(false);
    }));
});

// What must not stand in prose: whatever begins a construct of Markdown, or a reference that GitHub finds in rendered text.
const DANGEROUS = [/[<>`\\*_~[\]|"]/, /&(?!#\d+;)/, /@(?!\u200b)/, /(?<!&)#(?!\u200b)/, /\$(?!\u200b)/, /!\d/, /GH-\d/i, /:\/\//, /www\./i, /:[\w+-]+:/, /[0-9a-f]{7}/i, /^[ \-+=]/, /^\d+[.)]/, /[\r\n]/];

describe("markdownText", () => {
  it.each([
    ["a mention", "@octocat", "@\u200boctocat"],
    ["an issue", "o/r#1", "o/r#\u200b1"],
    ["an issue by number", "gh-12", "gh-\u200b12"],
    ["a pull request of Gitea", "!7", "!\u200b7"],
    ["a bare link", "https://evil.example", "https:\u200b//evil.example"],
    ["a bare link without a scheme", "WWW.evil.example", "WWW\u200b.evil.example"],
    ["a commit", "deadbeef", "deadbe\u200bef"],
    ["an emoji code", ":tada:", ":\u200btada:"],
    ["mathematics", "$x$", "$\u200bx$\u200b"],
    ["a link", "[a](b)", "&#91;a&#93;(b)"],
    ["a comment", "<!-- x -->", "&#60;!-- x --&#62;"],
    ["an entity", "&#64;", "&#38;#\u200b64;"],
    ["emphasis", "*a* _b_ ~c~", "&#42;a&#42; &#95;b&#95; &#126;c&#126;"],
    ["code", "`a`", "&#96;a&#96;"],
    ["a list", "- a", "&#45; a"],
    ["a numbered list", "12. a", "12&#46; a"],
    ["indented code", "     a  b ", "a b"],
    ["lines", "a\nb", "a&#92;nb"],
    ["a cell", "a|b", "a&#124;b"],
  ])("takes the meaning from %s", (_, text, prose) => {
    expect(markdownText(text)).toBe(prose);
  });

  it("holds nothing that means something", () =>
    holds((text) => {
      const prose = markdownText(text).replace(/&#\d+;/g, "&#1;");
      for (const danger of DANGEROUS) expect(prose).not.toMatch(danger);
    }));

  it("shows the text", () =>
    holds((text) => {
      const shown = markdownText(text).replaceAll("\u200b", "").replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
      expect(shown.trim()).toBe(terminalText(text).replace(/\s+/g, " ").trim());
    }));
});

/** The Markdown without its code spans, by the rules of CommonMark. */
function withoutSpans(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, " code ");
}

describe("markdownMessage", () => {
  it("makes code of what is quoted and prose of the rest", () => {
    expect(markdownMessage("container `app` of @team: `a|b`")).toBe("container `app` of @\u200bteam: `a|b`");
  });

  it("takes a backtick without a partner for text", () => {
    expect(markdownMessage("a `b` c` d")).toBe("a `b` c&#96; d");
  });

  it("keeps spans apart", () => {
    expect(markdownMessage("`a``b`")).toBe("`a` `b`");
    expect(markdownMessage("``")).toBe("` `");
  });

  it("holds nothing that means something, wherever the backticks are", () => {
    holds((text) => {
      const prose = withoutSpans(markdownMessage(text)).replace(/&#\d+;/g, "&#1;");
      for (const danger of DANGEROUS.slice(0, -3)) expect(prose).not.toMatch(danger);
      expect(markdownMessage(text)).not.toMatch(/^( |[-+=]|\d+[.)])|[\r\n]/);
    });
    expect(withoutSpans(markdownMessage(hostileText))).not.toContain("`");
  });
});
