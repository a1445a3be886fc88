// Whatever a repository holds: said where and why, never a pass, never a stack trace, and what lies beside it is judged all the same.

import { afterAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCommandLine, type Ran } from "./support/command-line.ts";
import { type Files, makeRepository } from "./support/made-repository.ts";
import { chart, pod } from "./support/pods.ts";

const commandLine = openCommandLine({ timeLimitMs: 1500 });
afterAll(async () => commandLine[Symbol.asyncDispose]());

interface Problem {
  readonly kind: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly remedy: string;
  readonly blocking: boolean;
}

interface JsonReport {
  readonly verdict: string;
  readonly containers: readonly { readonly container: { readonly name: string }; readonly head: { readonly profile: string } | null }[];
  readonly findings: readonly { readonly rule: string; readonly container: { readonly name: string } | null; readonly locations: readonly { readonly path: string }[] }[];
  readonly problems: readonly Problem[];
}

const good = pod("app", "RuntimeDefault");
const bad = pod("app", "Unconfined");
const goodChart = chart(good);
const kustomization: Files = { "k/kustomization.yaml": "resources:\n  - app.yaml\n", "k/app.yaml": good };
const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";
const laughs = ["a0: &a0 [x,x,x,x,x,x,x,x,x]", ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]`)].join("\n");
const deep = (open: string, close: string): string => open.repeat(20_000) + close.repeat(20_000);

/** Nothing of ours looks like a crash, and nothing of theirs steers the terminal or the runner. */
function expectSober({ stdout, stderr }: Ran): void {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text).not.toMatch(/^\s*::/m);
  }
}

async function diff(base: Files, head: Files, ...more: readonly string[]): Promise<Ran> {
  using repository = makeRepository(base, head);
  const ran = await commandLine.run(["diff", ...more], { folder: repository.folder });
  expectSober(ran);
  return ran;
}

async function jsonOf(base: Files, head: Files): Promise<JsonReport & { readonly exitCode: number | null }> {
  const { exitCode, stdout, stderr } = await diff(base, head, "--format", "json");
  expect(stderr).toBe("");
  return { ...JSON.parse(stdout), exitCode };
}

type Row = readonly [name: string, base: Files, head: Files, problem: Readonly<Record<string, unknown>> & { readonly kind: string }];

const says = (message: RegExp): unknown => expect.stringMatching(message);

const unreadable: readonly Row[] = [
  ["a template that reads what is not there", goodChart, chart("{{ .Values.no.such.key }}"), { kind: "render-failed", path: "chart/templates/it.yaml", line: 1, message: says(/`\.Values\.no\.such\.key`.*not set/) }],
  ["a template that cannot be parsed", goodChart, chart("a: 1\n{{ if }}"), { kind: "render-failed", path: "chart/templates/it.yaml", line: 2, message: says(/missing value for if/) }],
  ["a template that renders no YAML", goodChart, chart("a: [\nb"), { kind: "render-failed", path: "chart/templates/it.yaml", message: says(/not valid YAML/) }],
  ["a missing dependency", goodChart, chart(good, "", "apiVersion: v2\nname: chart\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: 1.x\n    repository: https://charts.example/\n"), { kind: "missing-dependency", path: "chart/Chart.yaml", line: 5, message: says(/"redis"/), remedy: says(/helm dependency build chart/) }],
  ["a chart without a name", goodChart, chart(good, "", "apiVersion: v2\nversion: 1.0.0\n"), { kind: "render-failed", path: "chart/Chart.yaml", message: says(/name is required/) }],
  ["a chart without a version", goodChart, chart(good, "", "apiVersion: v2\nname: chart\n"), { kind: "render-failed", path: "chart/Chart.yaml", message: says(/version is required/) }],
  ["a Chart.yaml that is no YAML", goodChart, chart(good, "", "name: [\n"), { kind: "yaml", path: "chart/Chart.yaml", line: 1 }],
  ["a values.yaml that is no YAML", goodChart, chart(good, "a: 1\nb: [\n"), { kind: "yaml", path: "chart/values.yaml", line: 2 }],
  ["a kustomization that names a missing file", kustomization, { ...kustomization, "k/kustomization.yaml": "resources:\n  - app.yaml\n  - gone.yaml\n" }, { kind: "missing-file", path: "k/kustomization.yaml", line: 3, message: says(/"gone\.yaml"/) }],
  ["a kustomization with a misspelt field", kustomization, { ...kustomization, "k/kustomization.yaml": "resources:\n  - app.yaml\nresorces: []\n" }, { kind: "yaml", path: "k/kustomization.yaml", line: 3, message: says(/"resorces"/) }],
  ["a kustomization that is no YAML", kustomization, { ...kustomization, "k/kustomization.yaml": "resources: [\n" }, { kind: "yaml", path: "k/kustomization.yaml", line: 1 }],
  ["a kustomization that builds upon itself", kustomization, { ...kustomization, "k/kustomization.yaml": "resources:\n  - app.yaml\n  - ../j\n", "j/kustomization.yaml": "resources:\n  - ../k\n" }, { kind: "render-failed", message: says(/cycle/) }],
  ["a kustomization's link that leaves the repository", kustomization, { ...kustomization, "k/app.yaml": { link: "../../app.yaml" } }, { kind: "link-outside", path: "k/kustomization.yaml", line: 2, message: says(/`k\/app\.yaml`/) }],
  ["a chart's link that leaves the repository", goodChart, { ...goodChart, "chart/templates/more.yaml": { link: "/etc/passwd" } }, { kind: "link-outside", path: "chart/templates/more.yaml" }],
  ["a chart's link that leads to itself", goodChart, { ...goodChart, "chart/templates/more.yaml": { link: "more.yaml" } }, { kind: "render-failed", message: says(/chart\/templates\/more\.yaml.*too many links/) }],
  ["a manifest that is a link out of the repository", { "m.yaml": good }, { "m.yaml": { link: "/etc/hostname" } }, { kind: "link-outside", path: "m.yaml" }],
  ["a manifest in Git LFS", { "m.yaml": good }, { "m.yaml": pointer }, { kind: "lfs-pointer", path: "m.yaml" }],
  ["a template in Git LFS", goodChart, chart(pointer), { kind: "lfs-pointer", path: "chart/templates/it.yaml" }],
  ["a packaged dependency in Git LFS", goodChart, { ...goodChart, "chart/charts/redis-1.0.0.tgz": pointer }, { kind: "lfs-pointer", path: "chart/charts/redis-1.0.0.tgz" }],
  ["a manifest in Latin-1", { "m.yaml": good }, { "m.yaml": Buffer.from(`${good}# caf\u00e9\n`, "latin1") }, { kind: "encoding", path: "m.yaml" }],
  ["a manifest in UTF-16", { "m.yaml": good }, { "m.yaml": Buffer.from(`\ufeff${good}`, "utf16le") }, { kind: "encoding", path: "m.yaml" }],
  ["a template in Latin-1", goodChart, { ...goodChart, "chart/templates/it.yaml": Buffer.from(`${good}# caf\u00e9\n`, "latin1") }, { kind: "render-failed", path: "chart/templates/it.yaml", message: says(/UTF-8/) }],
];

const hostile: readonly Row[] = [
  ["a text of two billion letters", goodChart, chart('x: {{ repeat 2000000000 "x" }}'), { kind: "limit", message: says(/memory|1\.5 s/), remedy: says(/repeat/) }],
  ["tpl without end", goodChart, chart("x: {{ tpl .Values.t . }}", 't: "{{ tpl .Values.t . }}"\n'), { kind: "limit", message: says(/memory|1\.5 s/), remedy: says(/tpl/) }],
  ["a billion laughs in values", goodChart, chart("x: {{ toJson .Values | len }}", laughs), { kind: "yaml", path: "chart/values.yaml", message: says(/alias/) }],
  ["a billion laughs in a kustomization", kustomization, { ...kustomization, "k/kustomization.yaml": `resources: [app.yaml]\n${laughs}` }, { kind: "yaml", path: "k/kustomization.yaml", message: says(/alias/) }],
  ["a manifest 20,000 deep", { "m.yaml": good }, { "m.yaml": `apiVersion: v1\nkind: Pod\nspec: ${deep("[", "]")}\n` }, { kind: "limit", path: "m.yaml", line: 3, message: says(/depth/i) }],
  ["a resource 20,000 deep", kustomization, { ...kustomization, "k/app.yaml": `apiVersion: v1\nkind: Pod\nspec: ${deep("[", "]")}\n` }, { kind: "yaml", path: "k/app.yaml", message: says(/depth/) }],
  ["a kustomization 20,000 deep", kustomization, { ...kustomization, "k/kustomization.yaml": `resources: ${deep("[", "]")}\n` }, { kind: "yaml", path: "k/kustomization.yaml", message: says(/depth/) }],
  ["a Chart.yaml 20,000 deep", goodChart, chart(good, "", `apiVersion: v2\nname: chart\nversion: 1.0.0\nannotations: ${deep("{a: ", "}")}\n`), { kind: "yaml", path: "chart/Chart.yaml", message: says(/depth/) }],
];

describe("no verdict, and what lies beside it is judged", () => {
  it.each([...unreadable, ...hostile])("%s", async (_, base, head, problem) => {
    const report = await jsonOf({ ...base, "beside/b.yaml": pod("beside", "RuntimeDefault", "1") }, { ...head, "beside/b.yaml": pod("beside", "RuntimeDefault", "2") });
    expect(report).toMatchObject({ verdict: "no-verdict", exitCode: 3, findings: [] });
    const blocking = report.problems.filter((one) => one.blocking);
    expect(blocking).toContainEqual(expect.objectContaining({ side: "head", ...problem }));
    for (const { message, remedy } of blocking) expect([message, remedy]).not.toContain("");
    expect(report.containers).toContainEqual(expect.objectContaining({ container: { type: "container", name: "beside" }, head: expect.objectContaining({ profile: "RuntimeDefault" }) }));
  });

  it("lets a finding outrank it", async () => {
    const report = await jsonOf({ ...goodChart, "beside/b.yaml": good }, { ...chart("{{ fail `no` }}"), "beside/b.yaml": bad });
    expect(report).toMatchObject({ verdict: "fail", exitCode: 1, findings: [{ rule: "newly-unconfined" }], problems: [{ blocking: true, message: says(/no/) }] });
  });

  it("is said on the side where it is", async () => {
    const report = await jsonOf(chart("{{ if }}"), chart(bad));
    expect(report).toMatchObject({ verdict: "no-verdict", findings: [], problems: [{ side: "base", path: "chart/templates/it.yaml", line: 1, message: says(/cannot say whether new.*`app`/) }] });
  });
});

describe("in one file", () => {
  it("judges the documents around one that is no YAML", async () => {
    const two = (type: "RuntimeDefault" | "Unconfined") => `${pod("one", type)}---\na: [\n---\n${pod("two", type)}`;
    const report = await jsonOf({ "m.yaml": pod("one", "RuntimeDefault") }, { "m.yaml": two("RuntimeDefault") });
    expect(report).toMatchObject({ verdict: "no-verdict", problems: [{ kind: "yaml", path: "m.yaml", line: 14 }] });
    expect(report.containers.map(({ container, head }) => [container.name, head?.profile])).toEqual([["one", "RuntimeDefault"], ["two", "RuntimeDefault"]]);
    const worse = await jsonOf({ "m.yaml": pod("one", "RuntimeDefault") }, { "m.yaml": two("Unconfined") });
    expect(worse.findings.map(({ container }) => container?.name)).toEqual(["one", "two"]);
  });

  it.each([
    ["Unconfined", "RuntimeDefault", 0],
    ["RuntimeDefault", "Unconfined", 1],
  ])("takes the last of duplicate keys: %s, then %s", async (first, last, exitCode) => {
    const twice = good.replace("      type: RuntimeDefault\n", `      type: ${first}\n      type: ${last}\n`);
    const report = await jsonOf({ "m.yaml": good }, { "m.yaml": twice });
    expect([report.exitCode, report.containers[0]?.head?.profile]).toEqual([exitCode, last]);
  });
});

describe("the configuration", () => {
  it("names every mistake with its line, and the keys that are known", async () => {
    const { exitCode, stdout, stderr } = await diff({ ".seccomp-gate.yaml": "version: 1\nexemption: []\nfailOn: sometimes\n", "m.yaml": good }, { "m.yaml": bad });
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/\.seccomp-gate\.yaml:2:1: unknown key `exemption`\. Did you mean `exemptions`\? Known keys: `version`, .*`exemptions`/);
    expect(stderr).toMatch(/\.seccomp-gate\.yaml:3:1: `failOn` is `sometimes`, but must be one of `error`, `warning`, `note`, `never`/);
  });

  it.each([
    ["is no YAML", "version: [\n", /\.seccomp-gate\.yaml:\d+:1: /],
    ["is nested 20,000 deep", `version: ${deep("[", "]")}\n`, /\.seccomp-gate\.yaml:1:1: .*depth/i],
    ["is not UTF-8", Buffer.from("version: 1 # caf\u00e9\n", "latin1"), /\.seccomp-gate\.yaml:1:1: .*UTF-8/],
    ["has no version", "failOn: error\n", /`version`/],
  ])("that %s is no reason to look without one", async (_, text, message) => {
    const { exitCode, stdout, stderr } = await diff({ ".seccomp-gate.yaml": text, "m.yaml": good }, { "m.yaml": bad });
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  it("that is broken by the pull request is told, while the base's is in effect", async () => {
    const { exitCode, stdout } = await diff({ "m.yaml": good }, { ".seccomp-gate.yaml": "exemption: []\n", "m.yaml": bad });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/`\.seccomp-gate\.yaml` is added by this change, and once merged nothing could be checked any more: .*`exemption`/);
  });

  it("that names what is nowhere gives no verdict", async () => {
    const report = await jsonOf({ ".seccomp-gate.yaml": "version: 1\ntargets:\n  - helm: charts/gone\n", "m.yaml": good }, { ".seccomp-gate.yaml": "version: 1\ntargets:\n  - helm: charts/gone\n", "m.yaml": bad });
    expect(report).toMatchObject({ exitCode: 3, problems: [{ kind: "not-found", message: says(/`helm: charts\/gone`/), blocking: true }] });
  });
});

describe("names that want to be something else", () => {
  const paths = ["new\nline.yaml", "\u001b[31mred.yaml", "::error file=x::boom.yaml", "##[error]boom.yaml", "%0A`|<b>@everyone.yaml", "--format=json.yaml", "\u202eltr.yaml", 'quo"te\\.yaml'];
  const files = Object.fromEntries(paths.map((path, index) => [path, pod(`p${index}`, "Unconfined")]));

  it("are each reported, spelled out", async () => {
    const { exitCode, stdout } = await diff({ "m.yaml": good }, { "m.yaml": good, ...files }); // which expects a sober text
    expect(exitCode).toBe(1);
    expect(stdout).not.toMatch(/\p{Cf}/u);
    for (const path of ["new\\nline.yaml:7", "\\x1b[31mred.yaml:7", "\\u202eltr.yaml:7", 'quo"te\\.yaml:7']) expect(stdout).toContain(path);
  });

  it("are no commands to a workflow's runner", async () => {
    using repository = makeRepository({ "m.yaml": good }, { "m.yaml": good, ...files });
    const { stdout } = await commandLine.run(["diff"], { folder: repository.folder, env: { GITHUB_ACTIONS: "true" } });
    expect(stdout).toContain("boom.yaml:7");
    expect(stdout).not.toMatch(/##\[/);
  });

  it("are the very names in the JSON report", async () => {
    const { findings } = await jsonOf({ "m.yaml": good }, { "m.yaml": good, ...files });
    expect(findings.map(({ locations }) => locations[0]?.path)).toEqual(paths);
  });

  it("are harmless in Markdown", async () => {
    const { stdout } = await diff({ "m.yaml": good }, { "m.yaml": good, ...files }, "--format", "markdown");
    const outsideCode = stdout.replace(/(`+)[^`].*?[^`]\1(?!`)/g, "");
    expect(stdout).toContain("@everyone");
    expect(outsideCode).not.toMatch(/<b>|@everyone|::error/);
  });

  it("of objects are spelled out too", async () => {
    const { stdout } = await diff({ "m.yaml": good }, { "m.yaml": good, "n.yaml": bad.replace(/app$/gm, '"x\\e[31m\\n::error::y"') });
    expect(stdout).toContain("Pod default/x\\x1b[31m\\n::error::y");
  });
});

describe("odd places", () => {
  it("links in a circle hide nothing and end", async () => {
    const report = await jsonOf({ "m.yaml": good }, { "m.yaml": bad, a: { link: "b" }, b: { link: "a" }, "self.yaml": { link: "self.yaml" }, here: { link: "." } });
    expect(report).toMatchObject({ exitCode: 1, findings: [{ rule: "newly-unconfined", locations: [{ path: "m.yaml" }] }], problems: [] });
  });

  it("a chart at the root is a chart", async () => {
    const atRoot = (template: string): Files => Object.fromEntries(Object.entries(chart(template)).map(([path, text]) => [path.replace(/^chart\//, ""), text]));
    expect(await jsonOf(atRoot(good), atRoot(bad))).toMatchObject({ exitCode: 1, targets: [{ id: "helm:.", path: "." }], findings: [{ locations: [{ path: "templates/it.yaml" }] }] });
  });

  it("a folder that became a submodule is lost from view", async () => {
    expect(await jsonOf(kustomization, { k: { submodule: true } })).toMatchObject({ exitCode: 1, findings: [{ rule: "lost-from-view", message: says(/submodule/) }] });
  });

  it("an empty repository passes, and says that there was nothing to look at", async () => {
    const { exitCode, stdout } = await diff({}, { "README.md": "# Nothing\n" });
    expect([exitCode, stdout]).toEqual([0, "pass: nothing to look at: no chart, kustomization or manifest was found\n"]);
  });
});

describe("revisions", () => {
  const repository = makeRepository({ "m.yaml": good }, { "m.yaml": bad });
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "seccomp-gate-clones-")));
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
    repository[Symbol.dispose]();
  });
  const clone = (name: string, ...args: readonly string[]): string => {
    execFileSync("git", ["clone", "--quiet", ...args, `file://${repository.folder}`, join(scratch, name)], { stdio: "pipe" });
    return join(scratch, name);
  };

  it.each([
    [["--base", "nope"], 2, /revision "nope" does not exist/],
    [["--base", "a..b"], 2, /"a\.\.b" is a range/],
    [["--base", "HEAD:m.yaml"], 2, /is not a commit/],
    [["--base=--upload-pack=touch"], 2, /does not exist/],
    [["--base", "x\n::error::y"], 2, /"x\\n::error::y"/],
    [["--head", "nope"], 2, /revision "nope" does not exist/],
    [["--format", "xml"], 2, /`--format` is `xml`, but must be one of `text`, `json`, `markdown`/],
    [["--output", "no/such/folder/report"], 2, /cannot be written to `no\/such\/folder\/report`/],
    [["--config", "gone.yaml"], 2, /`gone\.yaml` cannot be read/],
  ])("%j", async (argv, exitCode, message) => {
    const ran = await commandLine.run(["diff", ...argv], { folder: repository.folder });
    expectSober(ran);
    expect([ran.exitCode, ran.stdout]).toEqual([exitCode, ""]);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).toMatch(/^seccomp-gate: .*\n {2}\S/); // what to do is on a line of its own
  });

  it.each([
    ["a clone without the base", ["--depth=1", "--branch=pull-request"], /git fetch --unshallow/],
    ["a clone whose two tips have no common history", ["--depth=1", "--no-single-branch", "--branch=main"], /has no parent|unshallow|--base/],
  ])("%s", async (name, args, message) => {
    const ran = await commandLine.run(["diff"], { folder: clone(name, ...args) });
    expectSober(ran);
    expect([2, 3]).toContain(ran.exitCode);
    expect(ran.stderr).toMatch(message);
  });

  it("one commit has nothing to be compared with", async () => {
    using lone = makeRepository({ "m.yaml": bad });
    expect(await commandLine.run(["diff"], { folder: lone.folder })).toMatchObject({ exitCode: 2, stdout: "", stderr: says(/seccomp-gate scan/) });
  });

  it("a folder that is in no repository", async () => {
    expect(await commandLine.run(["diff"], { folder: scratch })).toMatchObject({ exitCode: 2, stdout: "", stderr: says(/is not in a git repository\n.*seccomp-gate scan PATH/) });
  });
});
