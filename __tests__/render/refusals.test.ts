// Everything that is refused, beside a listener that hears whoever calls and a file that a program would leave behind.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { noEdits, type HelmTarget, type KustomizeTarget } from "../../src/core/target.ts";
import { treeOf, type Stand } from "../support/tree.ts";
import { chart, configMap, helm, kustomize, renderer } from "./targets.ts";

const shared = renderer({ workers: 1 });
const folder = mkdtempSync(join(tmpdir(), "refusals-"));
const canary = join(folder, "was-run");
let calls = 0;
let host = "";
const server: Server = createServer((_, answer) => answer.end(configMap("remote")));
server.on("connection", () => (calls += 1));

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  host = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
beforeEach(() => {
  calls = 0;
});
afterAll(async () => {
  await shared[Symbol.asyncDispose]();
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

type Files = Readonly<Record<string, Stand>>;
const script = (): Stand => `#!/bin/sh\ntouch '${canary}'\n`;
const own: Files = { "k/cm.yaml": configMap("own") };
const k = (text: string, more: Files = {}): Files => ({ ...own, "k/kustomization.yaml": text, ...more });
const plugin = (annotation: string): string => `apiVersion: x.example/v1\nkind: Fn\nmetadata:\n  name: fn\n  annotations:\n    config.kubernetes.io/function: |\n      ${annotation}\n`;

describe("nobody is called and nothing is run for", () => {
  const cases: readonly [string, () => Files, HelmTarget | KustomizeTarget][] = [
    ["a remote resource", () => k(`resources: [cm.yaml, '${host}/cm.yaml']\n`), kustomize("k")],
    ["a remote base", () => k(`resources: ['${host}/repo.git//folder?ref=main']\n`), kustomize("k")],
    ["a base of the old field", () => k(`bases: ['${host}/repo.git?ref=main']\n`), kustomize("k")],
    ["a remote component", () => k(`resources: [cm.yaml]\ncomponents: ['${host}/part.git']\n`), kustomize("k")],
    ["a remote schema", () => k(`resources: [cm.yaml]\nopenapi: { path: '${host}/schema.json' }\n`), kustomize("k")],
    ["remote definitions", () => k(`resources: [cm.yaml]\ncrds: ['${host}/crds.json']\n`), kustomize("k")],
    ["a remote patch", () => k(`resources: [cm.yaml]\npatches: [{ path: '${host}/p.yaml' }]\n`), kustomize("k")],
    ["a generator of a remote file", () => k(`configMapGenerator: [{ name: g, files: ['a=${host}/f'] }]\n`), kustomize("k")],
    ["a remote transformer", () => k(`resources: [cm.yaml]\ntransformers: ['${host}/t.yaml']\n`), kustomize("k")],
    ["a chart of a remote repository", () => k(`helmCharts: [{ name: web, version: 1.0.0, repo: '${host}/charts' }]\n`), kustomize("k")],
    ["a remote base that Flux adds", () => k("resources: [cm.yaml]\n"), { ...kustomize("k"), edits: { ...noEdits("flux"), components: ["https://127.0.0.1/part"] } }],
    ["a function that is a program", () => k("resources: [cm.yaml]\ntransformers: [fn.yaml]\n", { "k/fn.yaml": plugin("exec: { path: ./run.sh }"), "k/run.sh": script() }), kustomize("k")],
    ["a generator that is a program", () => k("resources: [cm.yaml]\ngenerators: [fn.yaml]\n", { "k/fn.yaml": plugin("exec: { path: ./run.sh }"), "k/run.sh": script() }), kustomize("k")],
    ["a function in a container", () => k("resources: [cm.yaml]\ntransformers: [fn.yaml]\n", { "k/fn.yaml": plugin("container: { image: registry.example/fn }") }), kustomize("k")],
    ["an exec plugin", () => k("resources: [cm.yaml]\ngenerators: [p.yaml]\n", { "k/p.yaml": "apiVersion: x.example/v1\nkind: Maker\nmetadata: { name: p }\n", "plugins/x.example/v1/maker/Maker": script() }), kustomize("k")],
    ["remote values", () => chart("c", configMap("1")), helm("c", { valuesFiles: ["https://127.0.0.1/v.yaml"] })],
    ["a remote file of set-file", () => chart("c", configMap("1")), helm("c", { setFile: ["a=https://127.0.0.1/v.yaml"] })],
    ["a schema elsewhere", () => ({ ...chart("c", configMap("1")), "c/values.schema.json": JSON.stringify({ $ref: `${host}/schema.json` }) }), helm("c")],
    ["a dependency elsewhere", () => ({ ...chart("c", configMap("1")), "c/Chart.yaml": `apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies: [{ name: db, version: 1.0.0, repository: '${host}/charts' }]\n` }), helm("c")],
    ["a post-renderer that reads a file", () => chart("c", configMap("1")), helm("c", { postRenderers: [{ ...noEdits("flux"), patches: [{ path: "/etc/passwd" }] }] })],
  ];

  it.each(cases)("%s", async (_, files, target) => {
    const { problems } = await shared.render(treeOf(files()), target, []);
    expect([calls, existsSync(canary)]).toEqual([0, false]);
    expect(problems).not.toEqual([]);
  });

  it("all of which would be seen", async () => {
    expect(await (await fetch(host)).text()).toContain("remote");
    expect(calls).toBeGreaterThan(0);
  });
});
