import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { noEdits } from "../../src/core/target.ts";
import { helm, kustomize } from "../render/targets.ts";
import { treeOf, type Stand } from "../support/tree.ts";
import { makeBench, type Bench } from "./stand-ins.ts";

// The stand-ins are scripts, which Windows starts only through a shell.
const onPosix = process.platform === "win32" ? describe.skip : describe;

let bench: Bench;
beforeEach(() => {
  bench = makeBench("helm", "kustomize");
});
afterEach(async () => bench[Symbol.asyncDispose]());

const chart = (files: Readonly<Record<string, Stand>> = {}): Readonly<Record<string, Stand>> => ({ "c/Chart.yaml": "name: c\n", "c/values.yaml": "a: 1\n", ...files });
const rendered = () => bench.calls().filter(({ args }) => !args.includes("version"));

onPosix("the tools", () => {
  it("are asked for their versions, once", async () => {
    const renderer = await bench.open();
    await renderer.render(treeOf(chart()), helm("c"), []);
    expect(renderer.versions).toEqual({ helm: "4.2.9", kustomize: "4.2.9" });
    expect(bench.calls().map(({ tool, args }) => `${tool} ${args[0]}`)).toEqual(["helm version", "kustomize version", "helm template"]);
  });

  it("may be kubectl in place of kustomize", async () => {
    await using other = makeBench("helm", "kubectl");
    const renderer = await other.open();
    await renderer.render(treeOf({ "k/kustomization.yaml": "" }), kustomize("k"), []);
    expect(renderer.versions.kustomize).toBe("5.7.1 (kubectl)");
    expect(other.calls().at(-1)?.args.slice(0, 2)).toEqual(["kustomize", "--enable-alpha-plugins"]);
  });

  it("may be given by path", async () => {
    await using other = makeBench();
    const environment = { SECCOMP_GATE_HELM: other.put("my-helm"), SECCOMP_GATE_KUSTOMIZE: other.put("my-kustomize") };
    expect((await other.open(environment)).versions.helm).toBe("4.2.9");
  });

  it.each([
    ["no helm", ["kustomize"], {}, "`helm` was not found"],
    ["nothing that builds kustomizations", ["helm"], {}, "neither `kustomize` nor `kubectl` was found"],
    ["a path that is not absolute", ["helm", "kustomize"], { SECCOMP_GATE_HELM: "bin/helm" }, "SECCOMP_GATE_HELM is `bin/helm`, which is not an absolute path"],
    ["a path to nothing", ["helm", "kustomize"], { SECCOMP_GATE_KUSTOMIZE: "/does/not/exist" }, "SECCOMP_GATE_KUSTOMIZE is `/does/not/exist`, which is no program"],
  ])("are missing: %s", async (_name, tools, environment, message) => {
    await using other = makeBench(...tools);
    await expect(other.open(environment)).rejects.toThrow(message);
    await expect(other.open(environment)).rejects.toMatchObject({ name: "UsageError" });
    expect(other.calls()).toEqual([]);
  });

  it("are never those of the repository: by PATH, by path, or by a link that leads into it", async () => {
    await using other = makeBench("kustomize");
    const inside = other.put("helm", join(other.repository, "tools"));
    await expect(other.open({ PATH: `${join(other.repository, "tools")}:${other.folder}` })).rejects.toThrow("`helm` was not found");
    await expect(other.open({ SECCOMP_GATE_HELM: inside })).rejects.toThrow("lies in the repository");
    symlinkSync(inside, join(other.folder, "helm"));
    await expect(other.open()).rejects.toThrow("`helm` was not found");
    expect(existsSync(join(other.repository, "tools", "calls"))).toBe(false);
  });
});

onPosix("a tool sees", () => {
  it("nothing of the environment but what is listed", async () => {
    const secrets = { GITHUB_TOKEN: "canary", ACTIONS_RUNTIME_TOKEN: "canary", AWS_SECRET_ACCESS_KEY: "canary", INPUT_TOKEN: "canary", KUBECONFIG: "canary", HELM_PLUGINS: "canary", HOME: "canary", NODE_OPTIONS: "--no-canary", MY_OWN: "canary" };
    const renderer = await bench.open({ ...secrets, HTTPS_PROXY: "http://proxy:1" });
    await renderer.render(treeOf(chart()), helm("c"), []);
    for (const { env } of bench.calls()) {
      expect(JSON.stringify(env)).not.toContain("canary");
      expect(env).toMatchObject({ HTTPS_PROXY: "http://proxy:1", HELM_NO_PLUGINS: "1", KUBECONFIG: "/dev/null", GIT_TERMINAL_PROMPT: "0" });
      expect(readdirSync(env["HELM_PLUGINS"] ?? "")).toEqual([]);
    }
  });

  it("no folder of the repository in its PATH", async () => {
    await (await bench.open({ PATH: `${bench.folder}:${bench.repository}/tools:relative` })).render(treeOf(chart()), helm("c"), []);
    expect(rendered()[0]?.env["PATH"]).toBe(bench.folder);
  });

  it("a login only where the user lends one", async () => {
    await (await bench.open({ SECCOMP_GATE_HELM_REGISTRY_CONFIG: "/etc/mine.json", HELM_REGISTRY_CONFIG: "/etc/other.json" })).render(treeOf(chart()), helm("c"), []);
    expect(rendered()[0]?.env["HELM_REGISTRY_CONFIG"]).toBe("/etc/mine.json");
  });

  it("regular files that nobody can execute, in place of links", async () => {
    const canary = join(bench.folder, "canary");
    writeFileSync(canary, "secret");
    const tree = treeOf(chart({ "shared/kind": "Shared", "c/kind": { link: "../shared/kind" }, "c/all": { link: "../shared" }, "elsewhere/out": { link: canary } }));
    const { problems, sources } = await (await bench.open()).render(tree, helm("c"), []);
    expect(problems).toEqual([]);
    expect(sources[0]?.text).toContain("kind: Shared");
    const files = rendered()[0]?.files ?? {};
    expect(Object.keys(files).sort()).toEqual(["c/Chart.yaml", "c/all/kind", "c/kind", "c/values.yaml", "shared/kind"]);
    for (const mode of Object.values(files)) expect(mode & 0o170111).toBe(0o100000);
  });

  it("of a tree that is too large only what is predicted", async () => {
    const tree = treeOf(chart({ "big/file": "x".repeat(2000) }));
    const renderer = await bench.open({}, { maxTreeBytes: 1000 });
    await renderer.render(tree, helm("c"), ["c/Chart.yaml"]);
    expect(Object.keys(rendered()[0]?.files ?? {})).toEqual(["c/Chart.yaml"]);
    expect((await renderer.render(tree, helm("c"), ["big/file"])).problems).toMatchObject([{ kind: "limit", blocking: true }]);
  });
});

onPosix("what is in the way of a target is a problem, and nothing is run", () => {
  it.each<[string, Readonly<Record<string, Stand>>, string]>([
    ["a link out of the repository", { "c/out": { link: "/etc/passwd" } }, "link-outside"],
    ["a link above the root", { "c/out": { link: "../../etc/passwd" } }, "link-outside"],
    ["a link that leads nowhere", { "c/out": { link: "gone" } }, "missing-file"],
    ["links in a circle", { "c/out": { link: "../c" } }, "limit"],
    ["a submodule", { "c/sub": { submodule: true } }, "submodule"],
    ["a name of git's own", { "c/.GIT/config": "[core]" }, "refused"],
    ["a name with a backslash", { "c/..\\x": "" }, "refused"],
    ["a Git LFS pointer", { "c/big": "version https://git-lfs.github.com/spec/v1\noid sha256:0\n" }, "lfs-pointer"],
  ])("%s", async (_name, files, kind) => {
    const { problems, sources } = await (await bench.open()).render(treeOf(chart(files)), helm("c"), []);
    expect([problems[0], sources]).toMatchObject([{ kind, blocking: true, path: expect.stringContaining("c/") }, []]);
    expect(rendered()).toEqual([]);
  });

  it("unless it lies elsewhere and nobody predicts it", async () => {
    const tree = treeOf(chart({ "other/out": { link: "/etc/passwd" } }));
    const renderer = await bench.open();
    expect((await renderer.render(tree, helm("c"), [])).problems).toEqual([]);
    expect((await renderer.render(tree, helm("c"), ["other/out"])).problems).toMatchObject([{ kind: "link-outside" }]);
  });

  it.each([
    ["edits by Flux", { ...kustomize("k"), edits: noEdits("flux") }],
    ["variables by Flux", { ...kustomize("k"), substitute: {} }],
    ["post-renderers", helm("c", { postRenderers: [noEdits("flux")] })],
    ["a chart from the chart cache", { ...helm("c"), wanted: { name: "x", version: "" } }],
    ["values from outside", helm("c", { valuesFiles: ["../../etc/passwd"] })],
    ["a file of the machine", helm("c", { setFile: ["a=/etc/passwd"] })],
    ["a second file of the machine", helm("c", { setFile: ["a=ok,b=/etc/passwd"] })],
    ["a file above the root", helm("c", { setFile: ["a=x/../../etc/passwd"] })],
    ["a file at an address", helm("c", { setFile: ["a=https://example.org/x"] })],
  ])("%s", async (_name, target) => {
    const { problems } = await (await bench.open()).render(treeOf(chart({ "k/kustomization.yaml": "" })), target, []);
    expect(problems).toMatchObject([{ kind: "refused", blocking: true }]);
    expect(rendered()).toEqual([]);
  });
});

onPosix("no text of a repository becomes an option", () => {
  it("of helm", async () => {
    const files = chart({ "-v,a\".yaml": "", "--debug/Chart.yaml": "name: c\n" });
    const settings = { release: "--post-renderer=x", namespace: "--kubeconfig=x", valuesFiles: ['-v,a".yaml'], set: ["--debug=1"], kubeVersion: "--x", apiVersions: ["--y"], setFile: ["--z=c/values.yaml"], values: { a: { b: [1] } }, skipTests: true };
    await (await bench.open()).render(treeOf(files), helm("--debug", settings), []);
    const { args, cwd } = rendered()[0] ?? { args: [], cwd: "" };
    const inline = args.find((arg) => arg.endsWith('values.json"')) ?? "";
    expect(args.filter((arg) => arg !== inline)).toEqual([
      ...["template", "--include-crds", "--namespace=--kubeconfig=x", `--values="${cwd}/-v,a"".yaml"`, "--set=--debug=1", "--set-file=--z=c/values.yaml", "--kube-version=--x", "--api-versions=--y", "--skip-tests"],
      ...["--", "--post-renderer=x", `${cwd}/--debug`],
    ]);
    expect(JSON.parse(readFileSync(inline.slice('--values="'.length, -1), "utf8"))).toEqual({ a: { b: [1] } });
  });

  it("of kustomize", async () => {
    await (await bench.open()).render(treeOf({ "--output=x/kustomization.yaml": "" }), kustomize("--output=x"), []);
    const { args, cwd } = rendered()[0] ?? { args: [], cwd: "" };
    expect(args.slice(-2)).toEqual(["--", `${cwd}/--output=x`]);
    expect(args).toContain("--load-restrictor=LoadRestrictionsRootOnly");
    await (await bench.open()).render(treeOf({ "x/kustomization.yaml": "" }), { ...kustomize("x"), loadRestrictor: "none" }, []);
    expect(rendered().at(-1)?.args).toContain("--load-restrictor=LoadRestrictionsNone");
    expect(args).toContain(`--helm-command=${join(bench.folder, "helm")}`);
  });
});

onPosix("a tool that", () => {
  const act = (what: string) => treeOf(chart({ "c/act": what }));

  it("takes too long is ended, with everything that it started", async () => {
    const renderer = await bench.open({}, { timeLimitMs: 2500 });
    expect((await renderer.render(act("sleep"), helm("c"), [])).problems).toMatchObject([{ kind: "limit", blocking: true, message: expect.stringContaining("took longer than 2.5 s") }]);
    const beats = bench.beats();
    expect(beats).toBeGreaterThan(0);
    await new Promise((later) => setTimeout(later, 500));
    expect(bench.beats()).toBe(beats);
  });

  it("prints without end is ended", async () => {
    const { problems, sources } = await (await bench.open({}, { maxOutput: 1024 * 1024 })).render(act("flood"), helm("c"), []);
    expect([problems, sources]).toMatchObject([[{ kind: "limit", message: expect.stringContaining("more than the 1 MiB") }], []]);
  });

  it("fails is quoted: on one line, bounded, without our folders and without passwords", async () => {
    const { problems } = await (await bench.open()).render(act("fail"), helm("c"), []);
    const message = problems[0]?.message ?? "";
    expect(problems).toMatchObject([{ kind: "render-failed", blocking: true }]);
    expect(message).toMatch(/^`helm template` failed: cannot read c\/it\.yaml from https:\/\/\*\*\*@example\.org\/\\x1b\[31m y+…$/);
    expect(message.length).toBeLessThan(900);
  });

  it("prints what is no text is a problem", async () => {
    expect((await (await bench.open()).render(act("latin1"), helm("c"), [])).problems).toMatchObject([{ kind: "encoding", blocking: true }]);
  });

  it("lacks dependencies is helped, with the repositories that the chart names", async () => {
    const declared = 'name: c\ndependencies:\n  - { name: common, version: 1.x, repository: "https://charts.example.org" }\n  - { name: near, version: 1.x, repository: "file://../near" }\n';
    const tree = treeOf(chart({ "c/act": "depend", "c/Chart.yaml": declared }));
    const { problems } = await (await bench.open()).render(tree, helm("c"), []);
    expect(problems).toEqual([]);
    expect(rendered().map(({ args }) => args[0])).toEqual(["template", "dependency", "template"]);
    expect(rendered()[1]?.args).toEqual(["dependency", "build", "--", join(rendered()[0]?.cwd ?? "", "c")]);
    expect(JSON.parse(readFileSync(join(rendered()[0]?.cwd ?? "", "c", "charts", "built"), "utf8"))).toEqual({ apiVersion: "v1", repositories: [{ name: "r0", url: "https://charts.example.org" }] });
  });
});

onPosix("in the end", () => {
  it("everything that it wrote is gone, and what still runs is ended", async () => {
    const renderer = await bench.open();
    const hanging = renderer.render(treeOf(chart({ "c/act": "sleep" })), helm("c"), []);
    const settled = Promise.allSettled([hanging]);
    while (rendered().length === 0) await new Promise((later) => setTimeout(later, 50));
    const place = rendered()[0]?.cwd ?? "";
    expect(existsSync(place)).toBe(true);
    await renderer[Symbol.asyncDispose]();
    expect((await settled)[0]?.status).toBe("rejected");
    expect(existsSync(place)).toBe(false);
    expect(existsSync(dirname(place))).toBe(false);
  });

  it.each<[string, string, NodeJS.Signals | null, number | null]>([
    ["a signal", "setInterval(() => {}, 1000); process.stdout.write(`ready`);", "SIGTERM", null],
    ["an exit", "process.stdout.write(`ready`); process.exit(5);", null, 5],
    ["a crash", "process.stdout.write(`ready`); throw new Error(`crash`);", null, 1],
  ])("nothing is left by %s", async (_name, then, signal, code) => {
    const place = pathToFileURL(join(process.cwd(), ".tsbuild", "src", "native", "native-renderer.js")).href;
    const program = `const { openNativeRenderer } = await import(${JSON.stringify(place)}); const native = await openNativeRenderer({ environment: process.env, folder: ${JSON.stringify(bench.repository)}, splitOutput: () => [] }); ${then}`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], { env: { PATH: bench.folder, TMPDIR: bench.folder }, stdio: ["ignore", "pipe", "ignore"] });
    const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((done) => child.on("close", (...how) => done(how)));
    const ready = new Promise((done) => child.stdout.once("data", done));
    await ready;
    if (signal !== null) child.kill(signal);
    expect(await ended).toEqual([code, signal]);
    expect(bench.calls()).toHaveLength(2);
    expect(readdirSync(bench.folder).sort()).toEqual(["calls", "helm", "kustomize"]);
  });
});
