// The same report with hostile text in every place where a repository can put some.

import type { Report } from "../../src/core/report.ts";

// Words that stand in names, paths, kinds, messages, reasons, dates, versions and fixes.
const WORDS = /api|agent|DaemonSet|needs|Once|declared|Put|1\.0\.0|2027-03-01|false/g;

/** The report with `text` instead of words of its names, paths, values and messages, wherever they stand, consistently. */
export function poison(report: Report, text: string): Report {
  const replace = (value: unknown): unknown => {
    if (typeof value === "string") return value.replace(WORDS, () => text);
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === "apiVersion" ? inner : replace(inner)]));
  };
  return replace(report) as Report;
}

/** What an attacker would call things, one after the other. */
export const hostileText = [
  "`|`` ``` \\",
  "@octocat @org/team #1 GH-2 o/r#3 !4",
  "https://evil.example www.evil.example a@evil.example",
  "[a](https://evil.example) ![b](https://evil.example/x.png) <img src=x onerror=alert(1)>",
  "<!-- seccomp-gate:comment:default --> --> </details></sub>",
  "\r\n::error::owned\n##[error]owned\n",
  "\n\n# heading\n- item\n1. one\n> quote\n```\ncode",
  "\u001b[31m\u009b2J\u0000\u0007 \u202egnp\u2066 \u200b \u2028 \ud800",
  "%0A%25,:;=] $x$ :tada: deadbeefcafe *b* _i_ ~~s~~ &lt; &#64;all",
].join(" ");
