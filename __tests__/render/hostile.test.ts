import { afterAll, describe, expect, it } from "@jest/globals";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { treeOf } from "../support/tree.ts";
import { chart, configMap, helm, kustomize, renderer } from "./targets.ts";
import { tarOf } from "./tar.ts";

const LIMIT_MS = 1500;
const shared = renderer({ workers: 2, timeLimitMs: LIMIT_MS });
afterAll(async () => shared[Symbol.asyncDispose]());

const aliases = ["a0: &a0 [x,x,x,x,x,x,x,x,x]", ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]`)].join("\n");
const time = expect.objectContaining({ kind: "limit", blocking: true, message: expect.stringContaining("1.5 s") });
const memoryOrTime = expect.objectContaining({ kind: "limit", blocking: true, message: expect.stringMatching(/memory|1\.5 s/) });
const named = (what: RegExp): unknown => expect.objectContaining({ blocking: true, message: expect.stringMatching(what) });

describe("hostile charts end with a problem, and whatever is rendered beside them is not harmed", () => {
  it.each([
    ["a string of two billion letters", chart("c", 'x: {{ repeat 2000000000 "x" }}'), memoryOrTime],
    ["a string that doubles", chart("c", '{{ $s := "x" }}{{ range until 40 }}{{ $s = print $s $s }}{{ end }}x: {{ len $s }}'), memoryOrTime],
    ["tpl that calls itself", chart("c", "x: {{ tpl .Values.t . }}", 't: "{{ tpl .Values.t . }}"\n'), expect.objectContaining({ kind: "limit", blocking: true })],
    ["loops in loops", chart("c", "{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}"), time],
    ["include that calls itself", chart("c", '{{ define "t" }}{{ include "t" . }}{{ end }}x: {{ include "t" . }}'), named(/nested|recursion|include/)],
    ["values nested twenty thousand deep", chart("c", "x: {{ toJson .Values | len }}", `a: ${"{a: ".repeat(20_000)}1${"}".repeat(20_000)}`), named(/depth/)],
    ["output nested twenty thousand deep", chart("c", "a: {{ repeat 20000 `[` }}{{ repeat 20000 `]` }}"), named(/depth/)],
    ["a billion laughs", chart("c", "x: {{ toJson .Values | len }}", aliases), named(/alias/)],
    ["an archive that unpacks to a gigabyte", { "c/charts/b-1.0.0.tgz": bomb(), ...chart("c", "a: 1") }, named(/size|large|limit|exceed/i)],
  ])("%s", async (_, files, problem) => {
    const beside = treeOf(chart("ok", configMap("fine")));
    const [hostile, ...others] = await Promise.all([shared.render(treeOf(files), helm("c"), []), ...[1, 2, 3].map(() => shared.render(beside, helm("ok"), []))]);
    expect(hostile.problems).toEqual([problem]);
    expect(hostile.sources).toEqual([]);
    for (const { sources, problems } of others) {
      expect(problems).toEqual([]);
      expect(sources[0]?.text).toContain("it: fine");
    }
  });
});

describe("nothing outside of the tree", () => {
  it("is asked for over the network", async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end(configMap("remote"));
    });
    server.on("connection", () => (asked += 1));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    const host = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    expect(await (await fetch(host)).text()).toContain("remote"); // it would be seen
    asked = 0;
    const tree = treeOf({
      "k/kustomization.yaml": `resources:\n- ${host}/cm.yaml\n`,
      "g/kustomization.yaml": `resources:\n- ${host}/repo.git//folder?ref=main\n`,
      ...chart("c", configMap("1")),
      "c/values.schema.json": JSON.stringify({ $ref: `${host}/schema.json` }),
    });
    const rendered = await Promise.all([kustomize("k"), kustomize("g"), helm("c")].map((target) => shared.render(tree, target, [])));
    await new Promise((closed) => server.close(closed));
    expect(asked).toBe(0);
    for (const { problems } of rendered.slice(0, 2)) expect(problems).toEqual([expect.objectContaining({ kind: "remote-resource", blocking: true, message: expect.stringContaining(host) })]);
    expect(rendered[2]?.problems).not.toEqual([]);
  });

  it("is read from the disk", async () => {
    const tree = treeOf({
      ...chart("schema", configMap("1")),
      "schema/values.schema.json": JSON.stringify({ $ref: "file:///etc/passwd" }),
      "absolute/kustomization.yaml": "configMapGenerator:\n- name: it\n  files: [/etc/passwd]\n",
      "above/kustomization.yaml": "configMapGenerator:\n- name: it\n  files: [../../../../../../../../etc/passwd]\n",
    });
    const targets = [helm("schema"), helm("schema", { setFile: ["a=/etc/passwd"] }), helm("schema", { valuesFiles: ["../../../../etc/passwd"] }), kustomize("absolute"), kustomize("above")];
    for (const target of targets) {
      const { sources, problems, opened } = await shared.render(tree, target, []);
      expect(JSON.stringify({ sources, problems })).not.toContain("root:");
      expect(problems).not.toEqual([]);
      expect(opened.filter((path) => path.includes("passwd"))).toEqual([]);
    }
  });

  it("is in the environment, nor is the time", async () => {
    const template = configMap('{{ env "PATH" }}');
    const { problems } = await shared.render(treeOf(chart("c", template)), helm("c"), []);
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringContaining("env") })]); // Helm itself has no such function
    const clock = await shared.render(treeOf(chart("c", configMap('{{ now | date "2006" }}-{{ now | unixEpoch }}'))), helm("c"), []);
    expect(clock.sources[0]?.text).not.toContain(String(new Date().getFullYear()));
  });
});

function bomb(): Uint8Array {
  const head = tarOf({ "b/Chart.yaml": "apiVersion: v2\nname: b\nversion: 1.0.0\n", "b/big.txt": "\0".repeat(110 * 1024 * 1024) });
  return gzipSync(head, { level: 1 });
}
