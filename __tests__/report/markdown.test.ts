import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Problem } from "../../src/core/problem.ts";
import type { Report } from "../../src/core/report.ts";
import { type MarkdownOptions, markdownReport } from "../../src/report/markdown.ts";
import { location, noContainers, pleasantReport, posture, removed, workload } from "./pleasant-report.ts";
import { hostileText, poison } from "./poison.ts";

const options: MarkdownOptions = { maxBytes: 65_000, headSha: "b".repeat(40), repositoryUrl: "https://github.com/o/r", moreAt: null };
const none = { error: 0, warning: 0, note: 0, exempted: 0 };
const quiet: Report = { ...pleasantReport, findings: [], problems: [], policyNotes: [], containers: [] };
const markdown = (tweak: Partial<Report>, more: Partial<MarkdownOptions> = {}): string => markdownReport({ ...quiet, ...tweak }, { ...options, ...more });

const problem: Problem = { kind: "yaml", side: "head", target: "helm:x", path: "x.yaml", line: 7, message: "it is no YAML", remedy: "", blocking: true };

describe("markdownReport", () => {
  it("is an all-clear with the containers counted when all is well", () => {
    const summary = { containers: { base: { ...noContainers, Unset: 2 }, head: { ...noContainers, RuntimeDefault: 2 } }, targets: { rendered: 1, unchanged: 4, unresolved: 0 }, findings: none };
    expect(markdown({ verdict: "pass", summary })).toBe(`## ✅ seccomp-gate: pass: no container weakens seccomp confinement (2 containers in 1 target)

| containers | RuntimeDefault | no profile |
| --- | ---: | ---: |
| base | 0 | 2 |
| head | 2 | 0 |

<sub>5 targets: 1 rendered, 4 unchanged · seccomp-gate 1.0.0 · Helm 4.0.1 · Kustomize 5.8.0</sub>
`);
  });

  it("has one side in a scan, and no table when there is nothing to count", () => {
    const findings = [removed("a", { base: null })];
    expect(markdown({ base: null, findings, containers: pleasantReport.containers })).not.toMatch(/\| base|→|stronger/);
    const summary = { ...quiet.summary, containers: { base: noContainers, head: noContainers }, targets: { rendered: 0, unchanged: 0, unresolved: 0 }, findings: none };
    expect(markdown({ verdict: "pass", base: null, targets: [], summary })).toMatch(/^## ✅ [^\n]+nothing to look at[^\n]+\n\n<sub>0 targets[^\n]+<\/sub>\n$/);
  });

  it("links lines where they are known, and the file where only that is sure", () => {
    const blob = `https://github.com/o/r/blob/${"b".repeat(40)}`;
    const at = (...locations: ReturnType<typeof location>[]) => markdown({ findings: [removed("a", { locations })] });
    expect(at(location("a b/x(1).yaml", 3, { endLine: 5 }))).toContain(`[\`a b/x(1).yaml:3\`](${blob}/a%20b/x%281%29.yaml#L3-L5)`);
    expect(at(location("x.yaml", 1, { precision: "file", inDiff: false, role: "template" }))).toContain(`[\`x.yaml\`](${blob}/x.yaml)`);
    expect(at(location("x.yaml", 2, { precision: "file", inDiff: true }))).toContain(`[\`x.yaml:2\`](${blob}/x.yaml#L2)`);
    expect(at(location("../x.yaml", 3))).toContain("at `../x.yaml:3`\n");
  });

  it.each<[string, Partial<MarkdownOptions>]>([
    ["the head", { headSha: null }],
    ["the repository", { repositoryUrl: null }],
  ])("has no links without %s", (_, more) => {
    expect(markdownReport(pleasantReport, { ...options, ...more })).not.toContain("](");
  });

  it("shows what to write as YAML", () => {
    const yaml = (tweak: Parameters<typeof removed>[1]) => /```yaml\n([^]*?)\n```/.exec(markdown({ findings: [removed("a", tweak)] }))?.[1] ?? null;
    const runtimeDefault = "securityContext:\n  seccompProfile:\n    type: RuntimeDefault";
    const localhost = posture({ profile: "Localhost", localhostProfile: "audit.json" });
    expect(yaml({})).toBe(`# in spec.template.spec\n${runtimeDefault}`);
    expect(yaml({ base: null })).toBe(runtimeDefault);
    expect(yaml({ base: null, head: posture({ profile: "Invalid", decidedBy: "metadata.annotations" }) })).toBe(runtimeDefault);
    expect(yaml({ base: localhost })).toBe("securityContext:\n  seccompProfile:\n    type: Localhost\n    localhostProfile: audit.json");
    expect(yaml({ base: posture({ profile: "Localhost", localhostProfile: "a: b" }) })).toContain('localhostProfile: "a: b"');
    expect(yaml({ base: localhost, head: posture({}) })).toContain("type: Localhost");
    expect(yaml({ head: posture({ profile: "Unconfined", cause: "privileged", decidedBy: "spec.containers[0].securityContext.privileged" }) })).toBe("# in spec.containers[0]\nsecurityContext:\n  privileged: false");
    expect(yaml({ head: null })).toBeNull();
    expect(yaml({ head: localhost })).toBeNull();
    expect(yaml({ base: null, head: posture({}) })).toBeNull();
  });

  it("shows a fix of several lines in a fence that it cannot close", () => {
    const fix = { path: "x.yaml", startLine: 3, endLine: 4, replacement: "a: |\n  ```\n", proven: false };
    expect(markdown({ findings: [removed("a", { fix })] })).toMatch(/In \[`x\.yaml`\]\([^)]+#L3-L4\), lines 3 to 4 become:\n\n````yaml\na: \|\n {2}```\n````\n/);
  });

  it("lists the places of one story, and says how many more there are", () => {
    const overlays = Array.from({ length: 14 }, (_, i) => removed("a", { target: `kustomize:overlays/o${i}` }));
    const out = markdown({ findings: overlays });
    expect(out.match(/^- Deployment `shop\/api`: container `a` in `kustomize:overlays\/o\d+`$/gm)).toHaveLength(10);
    expect(out).toContain("\n- and 4 more\n");
    expect(out).toContain("<sub>`profile-removed` in `kustomize:overlays/o0`, `kustomize:overlays/o1`, `kustomize:overlays/o2` and 11 more targets</sub>");
    expect(markdown({ findings: [removed("a"), removed("a", { workload: workload("b"), message: removed("a").message.replace("shop/api", "shop/b") })] })).toContain("- Deployment `shop/b`: container `a`\n");
  });

  it("speaks of the target where a finding has no container", () => {
    const out = markdown({ findings: [removed("a", { container: null, base: null, head: null, locations: [], message: "`x` is gone" })] });
    expect(out).toContain("### ❌ `helm:charts/api`\n\n**What to write:**");
  });

  it.each<[string, Partial<Problem>, RegExp]>([
    ["at a line", {}, /\n- `helm:x` at \[`x\.yaml:7`\]\([^)]+\/x\.yaml#L7\): It is no YAML\. `yaml`\n/],
    ["in a file", { line: null }, /\n- `helm:x` at \[`x\.yaml`\]\([^)#]+\): It/],
    ["on the base, whose files may be gone", { side: "base" }, /\n- `helm:x` at `x\.yaml:7` \(on the base\): It/],
    ["of the whole run", { target: null, path: null, line: null }, /\n- It is no YAML\. `yaml`\n/],
    ["of the whole base", { side: "base", target: null, path: null }, /\n- \(on the base\): It/],
    ["with a remedy", { remedy: "Write YAML" }, /It is no YAML\. \*\*What to do:\*\* Write YAML\. `yaml`\n/],
  ])("puts a problem under Not analysed: %s", (_, tweak, expected) => {
    const out = markdown({ verdict: "no-verdict", problems: [{ ...problem, ...tweak }] });
    expect(out).toContain("### Not analysed\n");
    expect(out).toMatch(expected);
  });

  it("names an exemption's end where it has one", () => {
    const out = (expires: string | null) => markdown({ findings: [removed("a", { exemption: { reason: "known", expires } })] });
    expect(out("2027-03-01")).toContain("- Deployment `shop/api`: container `a`: known (until `2027-03-01`) `profile-removed`\n");
    expect(out(null)).toContain(": known `profile-removed`\n");
  });

  it("folds away what got stronger", () => {
    const row = { target: "t", workload: workload("w"), container: { type: "ephemeral", name: "c" }, foundBy: "kind", was: null, base: posture({ profile: "Unconfined" }), head: posture({}), change: "strengthened", podSecurity: null, systemCalls: null } as const;
    expect(markdown({ containers: [row, { ...row, change: "unchanged" }] })).toContain("<details><summary>1 container got stronger</summary>\n\n- Deployment `shop/w`: ephemeral container `c`: Unconfined → RuntimeDefault\n\n</details>");
  });
});

describe("hostile text in Markdown", () => {
  /** What is left for Markdown and GitHub to interpret once code and our own links and tags are taken away. */
  function interpreted(text: string): string {
    return text
      .replace(/^(`{3,})(?:yaml)?\n[^]*?\n\1$/gm, "")
      .replace(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, "span") // which has no two hexadecimal digits side by side
      .replace(/\[span\]\(https:\/\/github\.com\/o\/r\/blob\/b{40}\/[\w.~%/-]+(?:#L\d+(?:-L\d+)?)?\)/g, "link")
      .replace(/<\/?(?:sub|details|summary)>/g, "")
      .replace(/^#{2,3} /gm, "")
      .replace(/^\| .* \|$/gm, "")
      .replace(/\*\*/g, "")
      .replace(/&#\d+;/g, "");
  }

  const check = (text: string): void => {
    const left = interpreted(markdownReport(poison(pleasantReport, text), options));
    for (const danger of [/[<>`[\]\\*]/, /&/, /@(?!\u200b)/, /#(?!\u200b)/, /:\/\//, /www\./i, /GH-\d/i, /[0-9a-f]{7}/i, /\p{Cs}/u]) expect(left).not.toMatch(danger);
  };

  it("cannot become a mention, reference, link, image, tag, comment or fence", () => {
    check(hostileText);
    for (const part of ["`", "``", "```", "````", "\n```\n", "</details>", "<!-- x -->", "@a", "#1", "](", "|", "\\", "*", "GH-1", "www.x", "https://x", ""]) check(part);
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom("`", "@", "a", "#", "1", "<", "\n", " ", "|", "\\", "[", "]", "(", "*") })), check), { numRuns: 60 });
  });

  it("has no line feed of its own", () => {
    const lines = (text: string) => markdownReport(poison({ ...pleasantReport, findings: pleasantReport.findings.map((finding) => ({ ...finding, fix: null })) }, text), options).split("\n").length;
    expect(lines("a\nb\r\nc\u2028d")).toBe(lines("abcd"));
  });
});

describe("at the size limit", () => {
  const MANY = 5_000;
  const big: Report = {
    ...pleasantReport,
    findings: Array.from({ length: MANY }, (_, i) => removed(`c${i}`, { target: `helm:charts/ü${i % 700}`, locations: [location(`charts/ü${i % 700}/values.yaml`, i + 1)] })),
    problems: Array.from({ length: 900 }, (_, i) => ({ ...problem, target: `helm:broken/${i}` })),
    summary: { ...pleasantReport.summary, findings: { ...none, error: MANY } },
  };
  const sizeOf = (text: string): number => Buffer.byteLength(text);

  /** How many findings the text has in full, in a line, and in counts. */
  function shown(text: string) {
    const [findings = ""] = text.split("\n### Not analysed");
    const counts = [...findings.matchAll(/^- .+: (\d+) findings?$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    return { full: (findings.match(/^### ❌ /gm) ?? []).length, lines: (findings.match(/^- ❌ .+ `profile-removed`$/gm) ?? []).length, counts };
  }

  it.each([1_500, 10_000, 65_000, 1_000_000])("stays within %i bytes and accounts for every finding and problem", (maxBytes) => {
    const text = markdownReport(big, { ...options, maxBytes, moreAt: "[the job summary](https://github.com/o/r/actions/runs/1)" });
    expect(sizeOf(text)).toBeLessThanOrEqual(maxBytes);
    expect(text.split("\n", 1)).toEqual(["## ❌ seccomp-gate: fail: 5000 containers weaken seccomp confinement (5000 errors); 900 parts could not be looked at"]);
    if (maxBytes < 10_000) return;
    const { full, lines, counts } = shown(text);
    expect(full + lines + counts).toBe(MANY);
    expect(text.includes("All of it is in [the job summary](https://github.com/o/r/actions/runs/1).")).toBe(true);
    expect(text.includes("### Not analysed")).toBe(true);
    expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
  });

  it("steps down from full to a line each to counts per target", () => {
    const at = (maxBytes: number) => shown(markdownReport({ ...big, problems: [] }, { ...options, maxBytes }));
    expect(at(10_000_000)).toEqual({ full: MANY, lines: 0, counts: 0 });
    const middle = at(2_000_000);
    expect([middle.full > 0, middle.lines > 0, middle.counts]).toEqual([true, true, 0]);
    const small = at(65_000);
    expect([small.full, small.lines > 100, small.counts > 0]).toEqual([0, true, true]);
  });

  it("says in figures what is in full, in a line and left out, and where the rest is when nobody told", () => {
    const text = markdownReport({ ...big, problems: [] }, { ...options, maxBytes: 20_000 });
    const { lines, counts } = shown(text);
    const [note] = /^\*\*Too long.*$/m.exec(text) ?? [];
    expect(note).toBe(`**Too long to show here:** of 5000 findings, ${lines} in one line each, ${counts} left out and only counted. All of it is in the JSON report.`);
    expect(/^- \d+ more targets: \d+ findings$/m.test(text)).toBe(true);
  });

  it("never cuts inside a finding", () => {
    const small = { ...big, findings: big.findings.slice(0, 30), problems: [] };
    const whole = new Set(markdownReport(small, { ...options, maxBytes: 1_000_000 }).split(/\n(?=### )/).map((part) => part.trim()));
    const cut = markdownReport(small, { ...options, maxBytes: 24_000 });
    const parts = cut.split(/\n(?=### |- ❌)/).filter((part) => part.startsWith("### ❌"));
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(whole).toContain(part.trim());
  });

  it("counts problems that belong to no target", () => {
    const problems = Array.from({ length: 900 }, (_, line) => ({ ...problem, line, target: null }));
    const text = markdownReport({ ...quiet, verdict: "no-verdict", problems }, { ...options, maxBytes: 5_000 });
    expect(text).toMatch(/^- `\(the whole run\)`: \d+ problems$/m);
  });

  it("stays within any limit that the verdict and the counts fit in", () => {
    fc.assert(
      fc.property(fc.integer({ min: 800, max: 80_000 }), fc.constantFrom("é", "😀`", "x", hostileText), (maxBytes, name) => {
        const text = markdownReport(poison({ ...big, findings: big.findings.slice(0, 120), problems: big.problems.slice(0, 60) }, name), { ...options, maxBytes });
        expect(sizeOf(text)).toBeLessThanOrEqual(maxBytes);
      }),
      { numRuns: 15 },
    );
  });
});
