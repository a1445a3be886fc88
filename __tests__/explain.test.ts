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
    expect(stdout).toMatch(/→ +\d+\. spec\.template\.spec\.initContainers\[0\]\.securityContext\.privileged: true; the runtime drops any seccomp profile of a privileged container deploy\/a\.yaml:10\n/);
    expect(stdout).toMatch(/\nContainer `app` of Deployment `shop\/api` in `manifests:deploy`: weakened\.\n {2}base {2}RuntimeDefault from deploy\/a\.yaml\n/);
    expect(stdout).toMatch(/\. spec\.template\.spec\.containers\[0\]\.securityContext\.seccompProfile: not set; the container sets no profile of its own\n {2}→ +\d+\. spec\.template\.spec\.securityContext\.seccompProfile: \{ type: RuntimeDefault \}; the pod asks for RuntimeDefault deploy\/a\.yaml:8\n/);
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

  it("names the template where the text was rendered, and no line that would mislead", async () => {
    const { containers } = await json("Pod/a", chart(pod("a", "RuntimeDefault")), chart(pod("a", "Unconfined")));
    expect(containers).toMatchObject([{ change: "weakened", base: { path: "chart/templates/it.yaml", written: false }, head: { posture: { profile: "Unconfined" } } }]);
    expect(containers[0].head.trail.map(({ line }: { line: unknown }) => line)).toEqual(containers[0].head.trail.map(() => null));
    expect(containers[0].head.trail.filter(({ decides }: { decides: boolean }) => decides)).toEqual([expect.objectContaining({ field: "spec.securityContext.seccompProfile" })]);
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

  it("is printed as one line per field, whatever a repository holds", async () => {
    const nasty = "containers:\n  - name: \"app\\n::error::x\\u001b[31m ##[error]y\"\n    image: a\n    securityContext: { seccompProfile: { type: \"\\n##[error]z\\u202e\" } }\n";
    const { stdout } = await explain("Deployment/api", { "a.yaml": deployment("api", "shop", confined) }, { "a.yaml": deployment("api", "shop", nasty) });
    expect(stdout).not.toMatch(/[\u001b\u202e]|^\s*::|##\[/m);
    expect((await explain("Deployment/api", {}, { "a.yaml": deployment("api", "shop", nasty) }, "--format", "json")).stdout).not.toContain("##[");
  });

  it("has a shape that programs can rely on", async () => {
    const answer = await json("Deployment/api/app", { "a.yaml": deployment("api", "shop", confined) }, { "a.yaml": deployment("api", "shop", two) });
    const text = { type: "string" };
    const side = { type: "object", required: ["path", "written", "posture", "trail", "podSecurity"], properties: { trail: { type: "array", minItems: 3, items: { type: "object", required: ["field", "value", "meaning", "decides", "line"], additionalProperties: false, properties: { field: { type: ["string", "null"] }, value: { type: ["string", "null"] }, meaning: text, decides: { type: "boolean" }, line: { type: ["integer", "null"] } } } } } };
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

  it("is ambiguous where a namespace and a container have one name", async () => {
    const both = { "a.yaml": [deployment("api", "shop", two), deployment("app", "api", two)].join("---\n") };
    expect((await explain("Deployment/api/app", both, both)).stderr).toContain("names 2 workloads\n  Name one of them: `Deployment/api/app`, `Deployment/shop/api`.");
    expect((await explain("Deployment/shop/api/app", both, both)).exitCode).toBe(0);
  });

  it("is no usage error where it may be in what nobody could look at", async () => {
    const { exitCode, stderr } = await explain("Deployment/api", {}, chart("{{ fail `no` }}"));
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^seccomp-gate: no verdict was reached: `Deployment\/api` is not in what could be looked at, and a part could not be: /);
  });

  it("is said beside what could be", async () => {
    const { exitCode, stdout } = await explain("Deployment/web", files, { ...files, ...chart("{{ fail `no` }}") });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\nNot analysed, and may hold the same name\n\n {2}head helm:chart: /);
  });
});
