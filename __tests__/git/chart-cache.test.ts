import { afterAll, describe, expect, it } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GIVEN_CHARTS } from "../../src/core/chart-cache.ts";
import { readChartCache } from "../../src/git/chart-cache.ts";
import { treeOf } from "../support/tree.ts";

const folder = mkdtempSync(join(tmpdir(), "chart-cache-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a folder of packaged charts", () => {
  it("stands beside the files of every tree, and is read like them", async () => {
    writeFileSync(join(folder, "b-1.0.0.tgz"), "b");
    writeFileSync(join(folder, "a-1.0.0.tgz"), "a");
    writeFileSync(join(folder, "notes.txt"), "");
    mkdirSync(join(folder, "folder.tgz"));
    const tree = (await readChartCache(folder))(treeOf({ "x.yaml": "a" }));
    expect([...tree.entries.keys()]).toEqual([".git", ".git/chart-cache", `${GIVEN_CHARTS}/a-1.0.0.tgz`, `${GIVEN_CHARTS}/b-1.0.0.tgz`, "x.yaml"]);
    const ids = [...tree.entries.values()].flatMap((entry) => (entry.kind === "file" ? [entry.id] : []));
    expect([...(await tree.read(ids)).values()].map((bytes) => Buffer.from(bytes).toString()).sort()).toEqual(["a", "a", "b"]);
  });

  it("is refused when it is more than is kept in memory, without reading it", async () => {
    const large = mkdtempSync(join(folder, "large-"));
    writeFileSync(join(large, "a-1.0.0.tgz"), "");
    truncateSync(join(large, "a-1.0.0.tgz"), 257 * 1024 * 1024); // takes no room on disk
    await expect(readChartCache(large)).rejects.toThrow(/holds more than 256 MB/);
  });

  it("is refused when it is not there or empty", async () => {
    await expect(readChartCache(join(folder, "nowhere"))).rejects.toThrow(/chart cache `.*nowhere` cannot be read/);
    await expect(readChartCache(join(folder, "folder.tgz"))).rejects.toThrow(/holds no packaged chart/);
  });
});
