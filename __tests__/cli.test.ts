import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { helpText } from "../src/options/help.ts";
import { tarOf } from "./render/tar.ts";
import { openCommandLine, projectRoot, runProgram, runShipped } from "./support/command-line.ts";
import { type MadeRepository, makeRepository } from "./support/made-repository.ts";
import { chart, pod } from "./support/pods.ts";

const commandLine = openCommandLine();
afterAll(async () => commandLine[Symbol.asyncDispose]());

const ESCAPE = "\u001b[";
const good = pod("app", "RuntimeDefault");
const bad = pod("app", "Unconfined");

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "seccomp-gate-cli-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string | Uint8Array): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe("the program that ships", () => {
  it("shows the demo, ends well, and leaves nothing behind", async () => {
    const { exitCode, stdout, stderr } = await runShipped(["demo"], { folder, env: { TMPDIR: folder } });
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^A small repository was built/);
    expect(stdout).toMatch(/\nfail: \d+ containers weaken seccomp confinement/);
    expect(stdout).toMatch(/the demo itself succeeded/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("shows the demo where nobody is at home and no network can be reached", async () => {
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(502).end();
    });
    proxy.on("connect", (request, socket) => {
      asked.push(request.url ?? "");
      socket.destroy();
    });
    await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
    const address = proxy.address();
    const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    const env = { HOME: join(folder, "nowhere"), HTTP_PROXY: url, HTTPS_PROXY: url, ALL_PROXY: url, http_proxy: url, https_proxy: url, NODE_USE_ENV_PROXY: "1" };
    const ran = await runShipped(["demo", "--format", "json"], { folder, env });
    await new Promise((closed) => proxy.close(closed));
    expect([ran.exitCode, ran.stderr, asked]).toEqual([0, "", []]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: "fail", findings: expect.arrayContaining([expect.objectContaining({ rule: "newly-privileged" })]) });
  });

  it("prints its version", async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
    const ran = await runShipped(["--version"], { folder });
    expect(ran).toEqual({ exitCode: 0, stderr: "", stdout: expect.stringMatching(new RegExp(`^seccomp-gate ${version.replaceAll(".", "\\.")} \\(helm \\d+\\.\\d+\\.\\d+, kustomize \\d+\\.\\d+\\.\\d+\\)\n$`)) });
  });

  it("explains itself when told nothing", async () => {
    expect(await runShipped([], { folder })).toEqual({ exitCode: 0, stdout: helpText(null), stderr: "" });
  });

  it("reads manifests from standard input", async () => {
    const { exitCode, stdout } = await runShipped(["scan", "-"], { folder, input: bad });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/at stdin\.yaml:7\n/);
  });

  it("is content with a reader that has seen enough", async () => {
    put("pods.yaml", bad);
    const child = `${JSON.stringify(process.execPath)} ${JSON.stringify(join(projectRoot, "dist", "cli", "index.js"))}`;
    const ran = await runProgram("sh", ["-c", `${child} scan pods.yaml | true; ${child} help diff | true`], { folder });
    expect(ran).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  (existsSync("/dev/full") ? it : it.skip)("says that a report cannot be written, and that this is no verdict", async () => {
    put("pods.yaml", good);
    const child = `exec ${JSON.stringify(process.execPath)} ${JSON.stringify(join(projectRoot, "dist", "cli", "index.js"))}`;
    const ran = await runProgram("sh", ["-c", `${child} scan pods.yaml > /dev/full`], { folder });
    expect(ran).toMatchObject({ exitCode: 3, stderr: expect.stringMatching(/^seccomp-gate: no verdict was reached: the report cannot be written to standard output: .*ENOSPC.*\n {2}.*`--output`/) });
  });
});

describe("the repository that Flux deploys from", () => {
  const source = (url: string) => `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: { name: apps, namespace: flux-system }\nspec: { url: "${url}" }\n---\napiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: apps, namespace: flux-system }\nspec: { path: ./apps, sourceRef: { kind: GitRepository, name: apps } }\n`;
  it("is this one by the address of its remote, or by the configuration, and no other", async () => {
    using repository: MadeRepository = makeRepository({ "flux.yaml": source("ssh://git@git.example.org/platform/apps"), "apps/it.yaml": bad });
    repository.git("remote", "add", "origin", "https://git.example.org/platform/apps.git");
    repository.checkOut();
    const scan = async () => JSON.parse((await commandLine.run(["scan", "--format", "json"], { folder: repository.folder })).stdout).targets.map(({ id, head }: { id: string; head: string }) => `${id} ${head}`);
    expect(await scan()).toContain("kustomize:apps@flux/flux-system/apps rendered");
    repository.git("remote", "set-url", "origin", "https://git.example.org/platform/other.git");
    expect(await scan()).toContain("kustomize:apps@flux/flux-system/apps unresolved");
    writeFileSync(join(repository.folder, ".seccomp-gate.yaml"), "version: 1\nrepository: https://git.example.org/platform/apps\n");
    expect(await scan()).toContain("kustomize:apps@flux/flux-system/apps rendered");
  });
});

describe("a chart cache", () => {
  const release = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: web, namespace: shop }\nspec:\n  chart: { spec: { chart: web, version: 1.x, sourceRef: { kind: HelmRepository, name: charts } } }\n";
  const packed = gzipSync(tarOf({ "web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.2.3\n", "web/templates/web.yaml": bad }));

  it("that is given stands in for a chart that is elsewhere, and its absence is told", async () => {
    put("repository/release.yaml", release);
    put("charts/web-1.2.3.tgz", packed);
    const without = await commandLine.run(["scan", "repository"], { folder });
    expect([without.exitCode, without.stdout]).toEqual([3, expect.stringContaining("deploys the chart `web` 1.x")]);
    const given = await commandLine.run(["scan", "repository", "--chart-cache", "charts"], { folder });
    expect([given.exitCode, given.stdout]).toEqual([1, expect.stringContaining("helm:release.yaml@flux/shop/web")]);
  });

  it("of the repository does so too", async () => {
    put("repository/release.yaml", release);
    put("repository/vendor/web-1.2.3.tgz", packed);
    put("repository/.seccomp-gate.yaml", "version: 1\nchartCache: vendor\n");
    const { exitCode, stdout } = await commandLine.run(["scan", "repository"], { folder });
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining("helm:release.yaml@flux/shop/web")]);
  });

  it("that is not there is a mistake of the call", async () => {
    put("repository/release.yaml", release);
    const { exitCode, stderr } = await commandLine.run(["scan", "repository", "--chart-cache", "nowhere"], { folder });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/chart cache .*nowhere.* cannot be read/)]);
  });
});

describe("colours", () => {
  it.each([
    ["on a terminal", {}, {}, [], true],
    ["not through a pipe", { stdout: false }, {}, [], false],
    ["not with NO_COLOR", {}, { NO_COLOR: "1" }, [], false],
    ["with an empty NO_COLOR, which says nothing", {}, { NO_COLOR: "" }, [], true],
    ["not on a dumb terminal", {}, { TERM: "dumb" }, [], false],
    ["not with --no-color", {}, {}, ["--no-color"], false],
    ["not in JSON", {}, {}, ["--format", "json"], false],
    ["not in Markdown", {}, {}, ["--format", "markdown"], false],
  ])("%s", async (_, terminal, env, argv, expected) => {
    const { stdout } = await commandLine.run(["scan", "-", ...argv], { folder, input: bad, env, terminal: { stdout: true, ...terminal } });
    expect(stdout.includes(ESCAPE)).toBe(expected);
  });

  it("never in a file", async () => {
    const ran = await commandLine.run(["scan", "-", "--output", "report.txt"], { folder, input: bad, terminal: { stdout: true } });
    expect(ran).toEqual({ exitCode: 1, stdout: "", stderr: "" });
    expect(readFileSync(join(folder, "report.txt"), "utf8")).toMatch(/^fail: 1 container/);
  });

  it("and the text without them is the same", async () => {
    const coloured = await commandLine.run(["scan", "-"], { folder, input: bad, terminal: { stdout: true } });
    const plain = await commandLine.run(["scan", "-"], { folder, input: bad });
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, "")).toBe(plain.stdout);
  });
});

describe("progress", () => {
  const slow = { ...chart("{{ range until 3000000 }}{{ end }}"), "more/Chart.yaml": "apiVersion: v2\nname: more\nversion: 1.0.0\n", "more/templates/it.yaml": "{{ range until 9000000 }}{{ end }}" };
  let repository: MadeRepository;
  beforeAll(() => {
    repository = makeRepository({}, slow);
  });
  afterAll(() => repository[Symbol.dispose]());
  const errors = async (terminal: boolean, ...argv: readonly string[]): Promise<string> => (await commandLine.run(["diff", ...argv], { folder: repository.folder, terminal: { stderr: terminal } })).stderr;

  it("is shown on a terminal when it takes long, and wiped off", async () => {
    expect(await errors(true)).toMatch(/^(?:\r\u001b\[2Krendering \d of 2)+\r\u001b\[2K$/);
  });

  it("is shown to nobody else, and not with --quiet", async () => {
    expect(await Promise.all([errors(false), errors(true, "--quiet")])).toEqual(["", ""]);
  });
});

describe("help", () => {
  it.each([["diff"], ["scan"], ["demo"]] as const)("of %s, asked for either way", async (command) => {
    for (const argv of [[command, "--help"], ["help", command], [command, "-h"]]) {
      expect(await commandLine.run(argv, { folder })).toEqual({ exitCode: 0, stdout: helpText(command), stderr: "" });
    }
  });

  it.each([
    [["dif"], /unknown command `dif`.*Did you mean `diff`/],
    [["scan", "--bse", "x"], /unknown option `--bse`/],
    [["diff", "--base"], /`--base` needs a value/],
    [["diff", "main"], /`--base main`/],
    [["scan", "a", "b"], /one path/],
    [["fix"], /not available in this version/],
    [["diff", "--fail-on", "sometimes"], /`error`, `warning`, `note`, `never`/],
  ])("%j is refused in words", async (argv, message) => {
    expect(await commandLine.run(argv, { folder })).toEqual({ exitCode: 2, stdout: "", stderr: expect.stringMatching(message) });
  });
});

describe("scan", () => {
  it("looks at a folder that is no repository", async () => {
    put("deploy/app.yaml", bad);
    put("deploy/.git-notes.yaml", "a: 1\n");
    const { exitCode, stdout } = await commandLine.run(["scan", "deploy"], { folder });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^fail: 1 container lacks seccomp confinement \(1 error\)[^]*at app\.yaml:7\n/);
  });

  it("renders what is in it", async () => {
    for (const [path, text] of Object.entries(chart(bad))) put(path, String(text));
    expect(await commandLine.run(["scan", "."], { folder })).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("helm:chart") });
  });

  it.each(["app.yaml", "app.txt"])("looks at one file, whatever its name: %s", async (name) => {
    put(name, bad);
    expect(await commandLine.run(["scan", name], { folder })).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(`at ${name}:7`) });
  });

  it("passes what is confined", async () => {
    const { exitCode, stdout } = await commandLine.run(["scan", "-"], { folder, input: good });
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^pass: no container lacks seccomp confinement \(1 container in 1 target\)\n/)]);
  });

  it.each([
    ["nothing", ""],
    ["the complaint of a tool that failed", "Error: failed to render\n"],
    ["something else", "hello: world\n"],
    ["no YAML", "a: [\n"],
  ])("does not pass %s on standard input", async (_, input) => {
    expect(await commandLine.run(["scan", "-"], { folder, input })).toEqual({ exitCode: 3, stdout: "", stderr: expect.stringMatching(/^seccomp-gate: no verdict was reached: standard input holds no Kubernetes object/) });
  });

  it("gives no verdict on an object that cannot be read", async () => {
    expect(await commandLine.run(["scan", "-"], { folder, input: `${good}---\napiVersion: v1\nkind: [\n` })).toMatchObject({ exitCode: 3, stdout: expect.stringMatching(/stdin\.yaml:\d+/) });
  });

  it.each(["kustomization.yaml", "Chart.yaml"])("asks for the folder of a lone %s", async (name) => {
    put(name, "apiVersion: v1\nkind: Kustomization\n");
    expect(await commandLine.run(["scan", name], { folder })).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/folder/) });
  });

  it("says what does not exist", async () => {
    expect(await commandLine.run(["scan", "gone.yaml"], { folder })).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/`gone\.yaml` does not exist/) });
  });

  it("of a repository looks at what is on disk, from any folder in it", async () => {
    using repository = makeRepository({ "deploy/app.yaml": good, "sub/note.txt": "" });
    repository.checkOut();
    writeFileSync(join(repository.folder, "deploy", "app.yaml"), bad); // not committed
    const ran = await commandLine.run(["scan"], { folder: join(repository.folder, "sub") });
    expect(ran).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("at deploy/app.yaml:7") });
  });

  it("goes by the configuration that is there", async () => {
    using repository = makeRepository({ ".seccomp-gate.yaml": "version: 1\nexclude: [test/**]\n", "test/app.yaml": bad, "app.yaml": good });
    repository.checkOut();
    expect(await commandLine.run(["scan"], { folder: repository.folder })).toMatchObject({ exitCode: 0 });
  });
});

describe("diff", () => {
  const base = { "deploy/app.yaml": good, "sub/note.txt": "" };
  let repository: MadeRepository;
  beforeEach(() => {
    repository = makeRepository(base, { ...base, "deploy/app.yaml": bad });
  });
  afterEach(() => repository[Symbol.dispose]());

  it("in a folder of the repository looks at all of it, and names paths from its root", async () => {
    repository.checkOut();
    const [above, below] = [await commandLine.run(["diff"], { folder: repository.folder }), await commandLine.run(["diff"], { folder: join(repository.folder, "sub") })];
    expect(below).toEqual(above);
    expect(below).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("at deploy/app.yaml:7") });
  });

  it.each([
    ["--fail-on", "never", 0, "fail: "],
    ["--fail-on", "error", 1, "fail: "],
    ["--target", "sub", 3, "no-verdict: "],
    ["--target", "deploy", 1, "fail: "],
    ["--target", "manifests:deploy", 1, "fail: "],
  ])("%s %s ends with %d", async (option, value, exitCode, beginning) => {
    const ran = await commandLine.run(["diff", option, value], { folder: repository.folder });
    expect([ran.exitCode, ran.stdout.slice(0, beginning.length)]).toEqual([exitCode, beginning]);
  });

  it.each([
    ["warning", 1],
    ["error", 0],
    ["never", 0],
  ])("with a finding that is only a warning, --fail-on %s ends with %d", async (level, exitCode) => {
    writeFileSync(join(folder, "policy.yaml"), "version: 1\nrules:\n  newly-unconfined: warning\n");
    const ran = await commandLine.run(["diff", "--config", join(folder, "policy.yaml"), "--fail-on", level], { folder: repository.folder });
    expect(ran).toMatchObject({ exitCode, stdout: expect.stringContaining("(1 warning)") });
  });

  it("takes a configuration that is named from disk, whatever the base says", async () => {
    writeFileSync(join(folder, "policy.yaml"), "version: 1\nexemptions:\n  - workload: Pod/app\n    reason: measured\n");
    const ran = await commandLine.run(["diff", "--config", join(folder, "policy.yaml")], { folder: repository.folder });
    expect(ran).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("measured") });
  });

  it("writes the report to a file, seen from where it runs", async () => {
    repository.checkOut();
    const ran = await commandLine.run(["diff", "--format", "json", "--output", "report.json"], { folder: join(repository.folder, "sub") });
    expect(ran).toEqual({ exitCode: 1, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(repository.folder, "sub", "report.json"), "utf8"))).toMatchObject({ verdict: "fail" });
  });

  it("--worktree looks at what is not committed, too", async () => {
    repository.checkOut();
    writeFileSync(join(repository.folder, "deploy", "app.yaml"), good);
    expect(await commandLine.run(["diff", "--worktree"], { folder: repository.folder })).toMatchObject({ exitCode: 0 });
    writeFileSync(join(repository.folder, "more.yaml"), pod("more", "Unconfined"));
    expect(await commandLine.run(["diff", "--worktree"], { folder: repository.folder })).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("at more.yaml:7") });
  });

  it("leaves the repository as it was", async () => {
    repository.checkOut();
    const before = [repository.git("status", "--porcelain=v2", "--branch", "--ignored"), repository.git("for-each-ref"), repository.git("stash", "list")];
    await commandLine.run(["diff"], { folder: repository.folder });
    expect([repository.git("status", "--porcelain=v2", "--branch", "--ignored"), repository.git("for-each-ref"), repository.git("stash", "list")]).toEqual(before);
  });
});
