import { afterAll, describe, expect, it } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { openRenderer } from "../../src/render/renderer.ts";
import { treeOf } from "../support/tree.ts";
import { built, chart, configMap, helm, renderer } from "./targets.ts";

const folder = mkdtemp(join(tmpdir(), "render-"));
afterAll(async () => rm(await folder, { recursive: true }));

const endless = "{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}";
const tree = treeOf({ ...chart("ok", configMap("fine")), ...chart("slow", endless) });

describe("a renderer", () => {
  it("that is never used starts nothing", async () => {
    await using unused = openRenderer({ wasmPath: "/does/not/exist", workerPath: "/does/not/exist" });
    expect(unused).toBeDefined();
  });

  it("that is warmed renders like any other", async () => {
    await using warm = renderer({ workers: 1 });
    warm.warm();
    warm.warm();
    expect((await warm.render(tree, helm("ok"), [])).problems).toEqual([]);
  });

  it("does not let one slow target hold up the others", async () => {
    await using two = renderer({ workers: 2, timeLimitMs: 2000 });
    const order: string[] = [];
    const note = (name: string) => (): number => order.push(name);
    await Promise.all([two.render(tree, helm("slow"), []).then(note("slow")), ...[1, 2, 3].map((n) => two.render(tree, helm("ok"), []).then(note(`ok ${n}`)))]);
    expect(order).toEqual(["ok 1", "ok 2", "ok 3", "slow"]);
  });

  it("goes on with a new worker where one was ended, even if it is the only one", async () => {
    await using one = renderer({ workers: 1, timeLimitMs: 500 });
    const rendered = await Promise.all(["slow", "ok", "slow", "ok"].map((path) => one.render(tree, helm(path), [])));
    expect(rendered.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([["limit"], [], ["limit"], []]);
  });

  it("rejects what is still to do when it is closed", async () => {
    const closing = renderer({ workers: 1 });
    const waiting = [closing.render(tree, helm("slow"), []), closing.render(tree, helm("ok"), [])];
    const settled = Promise.allSettled(waiting);
    await new Promise((later) => setTimeout(later, 1500));
    await closing[Symbol.asyncDispose]();
    expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(closing.render(tree, helm("ok"), [])).rejects.toThrow("closed");
  });
});

describe("a damaged installation", () => {
  it.each([
    ["has no module", null],
    ["has a module that is not packed", Buffer.from("not brotli")],
    ["has a module that is none", brotliCompressSync(Buffer.from("not wasm"))],
  ])("%s: rendering rejects and names the file", async (name, bytes) => {
    const wasmPath = join(await folder, `${name}.br`);
    if (bytes !== null) await writeFile(wasmPath, bytes);
    await using it = openRenderer({ ...built, wasmPath });
    await expect(it.render(tree, helm("ok"), [])).rejects.toThrow(wasmPath);
    await expect(it.render(tree, helm("ok"), [])).rejects.toThrow("damaged");
  });

  it("has no worker: rendering is a problem, not a hang", async () => {
    await using it = openRenderer({ ...built, workerPath: join(await folder, "gone.js") });
    const { problems } = await it.render(tree, helm("ok"), []);
    expect(problems).toEqual([expect.objectContaining({ kind: "internal", blocking: true, message: expect.stringContaining("gone.js") })]);
  });
});
