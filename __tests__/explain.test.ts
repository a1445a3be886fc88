import { afterAll, describe, expect, it } from "@jest/globals";
import { Ajv } from "ajv";
import { openCommandLine, type Ran } from "./support/command-line.ts";
import { type Files, makeRepository } from "./support/made-repository.ts";
import { chart, pod } from "./support/pods.ts";

const commandLine = openCommandLine();
afterAll(async () => commandLine[Symbol.asyncDispose]());

async function explain(name: string, base: Files, head: Files, ...options: readonly string[]): Promise<Ran> {
  using repository = makeRepository(base, head);
  return await commandLine.run(["explain", name, ...options], { folder: repository.folder });
}

const json = async (...args: Parameters<typeof explain>) => {
  const { stdout, stderr, exitCode } = await explain(...args, "--format", "json");
  expect([stderr, exitCode]).toEqual(["", 0]);
  return JSON.parse(stdout);
};

const deployment = (name: string, namespace: string, pod: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  template:
    spec:
${pod.replace(/^(?=.)/gm, "      ")}`;

const confined = "securityContext:\n  seccompProfile:\n    type: RuntimeDefault\ncontainers:\n  - name: app\n    image: a\n";
const two = "initContainers:\n  - name: setup\n    image: s\n    securityContext: { privileged: true }\ncontainers:\n  - name: app\n    image: a\n";

describe("the way of a container", () => {
  it("is every field in its order, with file and line, and what the cluster makes of it", async () => {
    const { stdout, stderr, exitCode } = await explain("Deployment/api", { "deploy/a.yaml": deployment("api", "shop", confined) }, { "deploy/a.yaml": deployment("api", "shop", two) });
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect(stdout).toMatch(/Init container `setup` of Deployment `shop\/api` in `manifests:deploy`: added\.\n {2}base {2}not there\n {2}head {2}Unconfined \(privileged\) from deploy\/a\.yaml\n/);
    expect(stdout).toMatch(/→ +\d+\. spec\.template\.spec\.initContainers\[0\]\.securityContext\.privileged: true; the runtime drops any seccomp profile of a privileged container \(deploy\/a\.yaml:10\)\n/);
    expect(stdout).toMatch(/\nContainer `app` of Deployment `shop\/api` in `manifests:deploy`: weakened\.\n {2}base {2}RuntimeDefault from deploy\/a\.yaml\n/);
    expect(stdout).toMatch(/\. spec\.template\.spec\.containers\[0\]\.securityContext\.seccompProfile: not set; the container sets no profile of its own \(belongs below deploy\/a\.yaml:11\)\n {2}→ +\d+\. spec\.template\.spec\.securityContext\.seccompProfile: \{ type: RuntimeDefault \}; the pod asks for RuntimeDefault \(deploy\/a\.yaml:8\)\n/);
    expect(stdout).toMatch(/head {2}no profile \(runs Unconfined\) from deploy\/a\.yaml\n/);
    expect(stdout).toMatch(/→ +\d+\. the cluster: Unconfined; /);
    expect(stdout).toMatch(/Pod Security \(seccomp\): the namespace enforces privileged \(latest\); for this pod baseline says allowed, restricted says forbidden/);
  });

  it("is told once where both sides are alike, though nothing of it changed", async () => {
    const same = { "a.yaml": deployment("api", "shop", confined) };
    const { stdout } = await explain("Deployment/api", { ...same, "b.yaml": pod("b", "RuntimeDefault") }, { ...same, "b.yaml": pod("b", "Unconfined") });
    expect(stdout).toMatch(/: unchanged\.\n {2}both sides {2}RuntimeDefault from a\.yaml\n/);
    expect(stdout).not.toContain("base  ");
  });

  it("is told for every target that renders it, changed or not", async () => {
    const files = { "one/chart/Chart.yaml": "apiVersion: v2\nname: one\nversion: 1.0.0\n", "one/chart/templates/a.yaml": deployment("api", "shop", confined), "two/a.yaml": deployment("api", "shop", two) };
    const { containers } = await json("Deployment/api/app", files, { ...files, "README.md": "x" });
    expect(containers.map(({ target, change, states, head }: { target: string; change: string; states: unknown; head: { posture: { profile: string }; written: boolean } }) => [target, change, states, head.posture.profile, head.written])).toEqual([
      ["helm:one/chart", "unchanged", { base: "rendered", head: "rendered" }, "RuntimeDefault", false],
      ["manifests:two", "unchanged", { base: "rendered", head: "rendered" }, "Unset", true],
    ]);
    expect(await json("Deployment/api/app", files, files, "--target", "two")).toMatchObject({ containers: [{ target: "manifests:two" }] });
  });

  it("leads to the line of a template that holds the field, on both sides", async () => {
    const { containers } = await json("Pod/a", chart(pod("a", "RuntimeDefault")), chart(`# moved down\n${pod("a", "Unconfined")}`));
    expect(containers).toMatchObject([{ change: "weakened", base: { path: "chart/templates/it.yaml", written: false }, head: { posture: { profile: "Unconfined" } } }]);
    const decided = (side: "base" | "head") => containers[0][side].trail.filter(({ decides }: { decides: boolean }) => decides);
    const line = 1 + pod("a", "RuntimeDefault").split("\n").findIndex((text) => text.includes("seccompProfile"));
    expect(decided("base")).toEqual([expect.objectContaining({ field: "spec.securityContext.seccompProfile", path: "chart/templates/it.yaml", line, precision: "exact" })]);
    expect(decided("head")).toEqual([expect.objectContaining({ line: line + 1, precision: "exact" })]);
  });

  it("leads to the action that wrote it, and to no line of a template that lines have alike", async () => {
    const template = [
      "apiVersion: v1",
      "kind: Pod",
      "metadata: { name: a, namespace: shop }",
      "spec:",
      "  {{- with .Values.podSecurityContext }}",
      "  securityContext:",
      "    {{- toYaml . | nindent 4 }}",
      "  {{- end }}",
      "  containers:",
      "    {{- range list 1 2 }}",
      "    - name: c{{ . }}",
      "      image: a",
      "      securityContext:",
      "        privileged: false",
      "    {{- end }}",
      "",
    ].join("\n");
    const files = { ...chart(template), "chart/values.yaml": "podSecurityContext:\n  seccompProfile:\n    type: RuntimeDefault\n" };
    const { containers } = await json("Pod/a/c2", files, files);
    const places = containers[0].head.trail.map(({ field, line, precision }: { field: string; line: number; precision: string }) => [field, line, precision]);
    expect(places).toContainEqual(["spec.securityContext.seccompProfile", 7, "action"]);
    expect(places).toContainEqual(["spec.containers[1].securityContext.privileged", 14, "file"]);
  });

  it("leads to the patch of a kustomization that says it, and to the resource for what is not set", async () => {
    const patch = deployment("api", "shop", 'containers:\n  - name: app\n    securityContext:\n      seccompProfile: { type: Unconfined }\n');
    const files = { "o/kustomization.yaml": "namePrefix: my-\nresources: [a.yaml]\npatches: [{ path: p.yaml }]\n", "o/a.yaml": deployment("api", "shop", "containers:\n  - name: sidecar\n    image: s\n  - name: app\n    image: a\n"), "o/p.yaml": patch };
    const { stdout } = await explain("Deployment/my-api/app", files, files);
    expect(stdout).toContain("seccompProfile: { type: Unconfined }; the container asks for Unconfined (o/p.yaml:10)");
    expect(stdout).toContain("securityContext.privileged: not set; not privileged (belongs below o/a.yaml:10)");
    expect(stdout).toContain("both sides  Unconfined\n");
  });

  it("leads near a patch that is written inside a kustomization", async () => {
    const kustomization = "namePrefix: my-\nresources: [a.yaml]\npatches:\n  - patch: |\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata:\n        name: api\n        namespace: shop\n      spec:\n        template:\n          spec:\n            securityContext:\n              seccompProfile:\n                type: RuntimeDefault\n";
    const files = { "o/kustomization.yaml": kustomization, "o/a.yaml": deployment("api", "shop", "containers:\n  - name: app\n    image: a\n") };
    const { stdout } = await explain("Deployment/my-api/app", files, files);
    expect(stdout).toContain("the pod asks for RuntimeDefault (about o/kustomization.yaml:14)");
  });

  it("is found under the name of either side where it was renamed", async () => {
    const image = "containers:\n  - name: app\n    image: registry.example/shop/api:1.0\n    command: [serve, --all]\n";
    const [base, head] = [{ "a.yaml": deployment("old", "shop", image) }, { "a.yaml": deployment("new", "shop", image) }];
    for (const name of ["Deployment/old", "Deployment/new"]) expect(await json(name, base, head)).toMatchObject({ containers: [{ workload: { name: "new" }, was: { workload: { name: "old" } } }] });
  });

  it("follows the configuration of the base", async () => {
    const files = { "a.yaml": deployment("api", "shop", two) };
    const { containers } = await json("Deployment/api/app", { ...files, ".seccomp-gate.yaml": "version: 1\ncluster: { seccompDefault: true }\n" }, files);
    expect(containers[0]).toMatchObject({ base: { posture: { effective: "RuntimeDefault" } }, head: { posture: { effective: "RuntimeDefault" } } });
  });

  it("ends with what the container can call, and what of that is known from attacks", async () => {
    const [base, head] = [{ "a.yaml": deployment("api", "shop", confined) }, { "a.yaml": deployment("api", "shop", two) }];
    const { stdout } = await explain("Deployment/api/app", base, head);
    expect(stdout).toMatch(/ {2}base [^]*?\n {4}System calls: 31\d of 385 can be reached, 3 of them with some arguments only; against RuntimeDefault of containerd-2\.3 that is no difference\n[^]* {2}head [^]*\n {4}System calls: 385 of 385 can be reached; against RuntimeDefault of containerd-2\.3 that opens \d+\n {6}opened, and known from attacks: .*bpf \(eBPF, CVE-2021-3490\)/);
    const { containers } = await json("Deployment/api/app", base, head);
    const { base: before, head: after } = containers[0];
    expect(before.systemCalls).toMatchObject({ known: true, comparedWith: "containerd-2.3", opened: [], closed: [], notable: [], profile: null });
    expect(before.systemCalls.limited).toContainEqual({ name: "clone", arguments: "arg0 & 0x7e020000 == 0x0" });
    expect(after.systemCalls.opened).toEqual(expect.arrayContaining(["bpf", "mount", "unshare"]));
    expect(after.systemCalls.reachable).toEqual(expect.arrayContaining([...before.systemCalls.reachable, ...after.systemCalls.opened]));
  });

  it.each([
    ["a profile that is not here", "securityContext: { seccompProfile: { type: Localhost, localhostProfile: a.json } }\n", "the content of the profile is not in this repository"],
    ["a sandbox", "runtimeClassName: gvisor\n", "the sandbox has a kernel of its own, and what it passes on to the node's is not known here"],
    ["Windows", "os: { name: windows }\n", "Windows has no such system calls"],
    ["a pod that is refused", "securityContext: { seccompProfile: { type: runtimedefault } }\n", "the container never starts"],
  ])("says why the system calls of %s are not known", async (_, more, why) => {
    const files = { "a.yaml": deployment("api", "shop", `${more}containers:\n  - name: app\n    image: a\n`) };
    expect((await explain("Deployment/api", files, files)).stdout).toContain(`    System calls: not known, since ${why}\n`);
  });

  it("says where the profile stands that decides about the system calls", async () => {
    const profile = JSON.stringify({ defaultAction: "SCMP_ACT_ERRNO", syscalls: [{ names: ["read", "exit_group", "bpf"], action: "SCMP_ACT_ALLOW" }] });
    const files = { "profiles/a.json": profile, "a.yaml": deployment("api", "shop", "securityContext: { seccompProfile: { type: Localhost, localhostProfile: profiles/a.json } }\ncontainers:\n  - name: app\n    image: a\n") };
    const { stdout } = await explain("Deployment/api", files, files);
    expect(stdout).toMatch(/System calls: 3 of 385 can be reached by the profile in `profiles\/a\.json`; against RuntimeDefault of containerd-2\.3 that opens 1 and closes \d+\n {6}opened, and known from attacks: bpf \(eBPF, CVE-2021-3490\)\n/);
  });

  it("is told once for all targets where it is the same", async () => {
    const files = { "base/kustomization.yaml": "resources: [a.yaml]\n", "base/a.yaml": deployment("api", "shop", confined), "one/kustomization.yaml": "resources: [../base]\n", "two/kustomization.yaml": "resources: [../base]\n" };
    expect((await explain("Deployment/api", files, files)).stdout).toMatch(/^Container `app` of Deployment `shop\/api` in `kustomize:one` and `kustomize:two`: unchanged\.\n(?:(?!Container)[^])*$/);
  });

  it("is that of the head alone where there is nothing to compare with", async () => {
    using repository = makeRepository({ "a.yaml": deployment("api", "shop", confined) }, { "a.yaml": deployment("api", "shop", two) });
    repository.git("update-ref", "refs/heads/main", "HEAD");
    const { stdout, stderr, exitCode } = await commandLine.run(["explain", "Deployment/api/app"], { folder: repository.folder });
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect(stdout).toMatch(/^What is there is shown alone: no base is named, and `HEAD` is part of the default branch `main`\.\nName the revision to compare with, for example `--base HEAD~1`\.\n\nContainer `app` of Deployment `shop\/api` in `manifests:\.`\.\n {2}head {2}no profile \(runs Unconfined\)/);
    expect(stdout).not.toContain("base  ");
    const answer = await commandLine.run(["explain", "Deployment/api/app", "--format", "json"], { folder: repository.folder });
    expect(JSON.parse(answer.stdout)).toMatchObject({ base: null, containers: [{ base: null, head: { posture: { profile: "Unset" } } }] });
  });

  it("is printed as one line per field, whatever a repository holds", async () => {
    const nasty = "containers:\n  - name: \"app\\n::error::x\\u001b[31m ##[error]y\"\n    image: a\n    securityContext: { seccompProfile: { type: \"\\n##[error]z\\u202e\" } }\n";
    const { stdout } = await explain("Deployment/api", { "a.yaml": deployment("api", "shop", confined) }, { "a.yaml": deployment("api", "shop", nasty) });
    expect(stdout).not.toMatch(/[\u001b\u202e]|^\s*::|##\[/m);
    expect((await explain("Deployment/api", {}, { "a.yaml": deployment("api", "shop", nasty) }, "--format", "json")).stdout).not.toContain("##[");
  });

  it("has a shape that programs can rely on", async () => {
    const answer = await json("Deployment/api/app", { "a.yaml": deployment("api", "shop", confined) }, { "a.yaml": deployment("api", "shop", two) });
    const text = { type: "string" };
    const side = { type: "object", required: ["path", "written", "posture", "trail", "podSecurity", "systemCalls"], properties: { trail: { type: "array", minItems: 3, items: { type: "object", required: ["field", "value", "meaning", "decides", "path", "line", "precision"], additionalProperties: false, properties: { path: { type: ["string", "null"] }, precision: { enum: ["exact", "action", "file", null] }, field: { type: ["string", "null"] }, value: { type: ["string", "null"] }, meaning: text, decides: { type: "boolean" }, line: { type: ["integer", "null"] } } } } } };
    const schema = { type: "object", required: ["schema", "base", "head", "containers", "problems"], properties: { schema: { const: "seccomp-gate/explain/v1" }, containers: { type: "array", minItems: 1, items: { type: "object", required: ["target", "workload", "container", "states", "base", "head", "change"], properties: { base: side, head: side } } } } };
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    validate(answer);
    expect(validate.errors).toBeNull();
  });
});

describe("what cannot be explained", () => {
  const files = { "a.yaml": [deployment("api", "shop", two), deployment("api", "test", two), deployment("web", "shop", two)].join("---\n") };

  it.each([
    ["Deployment/api", "`Deployment/api` names 2 workloads\n  Name one of them: `Deployment/shop/api`, `Deployment/test/api`."],
    ["Deployment/shop/api/ap", "`Deployment/shop/api/ap` names no container\n  Containers of that workload: `app`, `setup`."],
    ["StatefulSet/web", "`StatefulSet/web` is neither on the base nor on the head\n  There is `Deployment/shop/web`."],
    ["Deployment/wbe", "`Deployment/wbe` is neither on the base nor on the head\n  Did you mean `Deployment/web`?"],
    ["Job/nothing-of-the-kind", "`Job/nothing-of-the-kind` is neither on the base nor on the head\n  There are: `Deployment/shop/api`, `Deployment/shop/web`, `Deployment/test/api`."],
    ["web", "`web` is no name of a workload\n  Write KIND/NAME, KIND/NAME/CONTAINER, KIND/NAMESPACE/NAME or KIND/NAMESPACE/NAME/CONTAINER."],
  ])("%s is a usage error that lists what could be meant", async (name, message) => {
    expect(await explain(name, files, files)).toEqual({ exitCode: 2, stdout: "", stderr: `seccomp-gate: ${message}\n` });
  });

  it.each([
    ["a release", "Deployment/web", { "a.yaml": deployment("shop-web", "shop", two) }, "There is `Deployment/shop/shop-web`."],
    ["a namespace", "Namespace/shop", { "a.yaml": `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n---\n${deployment("web", "shop", two)}---\n${deployment("web", "test", two)}` }, "Name a workload, such as `Deployment/shop/web`."],
    ["what declares a target", "Application/argocd/web", { "app.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: web, namespace: argocd }\nspec:\n  source: { repoURL: https://git.example.org/us/it, path: web }\n  destination: { namespace: shop }\n", ".seccomp-gate.yaml": "version: 1\nrepository: [https://git.example.org/us/it]\n", "web/kustomization.yaml": "resources: [a.yaml]\n", "web/a.yaml": deployment("web", "shop", two) }, "Name a workload of it: `Deployment/shop/web`."],
  ])("says what could be meant where the name is that of %s", async (_, name, given, hint) => {
    const { exitCode, stderr } = await explain(name, given, given);
    expect([exitCode, stderr.split("\n").at(-2)?.trim()]).toEqual([2, hint]);
  });

  it("is ambiguous where a namespace and a container have one name", async () => {
    const both = { "a.yaml": [deployment("api", "shop", two), deployment("app", "api", two)].join("---\n") };
    expect((await explain("Deployment/api/app", both, both)).stderr).toContain("names 2 workloads\n  Name one of them: `Deployment/api/app`, `Deployment/shop/api`.");
    expect((await explain("Deployment/shop/api/app", both, both)).exitCode).toBe(0);
  });

  it("is no usage error where it may be in what nobody could look at", async () => {
    const { exitCode, stderr } = await explain("Deployment/api", {}, chart("{{ fail `no` }}"));
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^seccomp-gate: no verdict was reached: `Deployment\/api` is not in what could be looked at, and a part could not be: /);
    const mistyped = await explain("Deployment/wbe", files, { ...files, ...chart("{{ fail `no` }}") });
    expect(mistyped.stderr).toMatch(/\n {2}Did you mean `Deployment\/web`\?\n$/);
  });

  it("is said beside what could be", async () => {
    const { exitCode, stdout } = await explain("Deployment/web", files, { ...files, ...chart("{{ fail `no` }}") });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\nNot analysed, and may hold the same name\n\n {2}head helm:chart: /);
  });
});
