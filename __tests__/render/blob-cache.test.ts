import { expect, it } from "@jest/globals";
import type { Tree } from "../../src/core/tree.ts";
import { createBlobCache } from "../../src/render/blob-cache.ts";
import { blobId, treeOf } from "../support/tree.ts";

const texts = ["one", "two", "three"];
const [one = "", two = "", three = ""] = texts.map((text) => blobId(Buffer.from(text)));

function counted(tree = treeOf(Object.fromEntries(texts.map((text) => [text, text])))): { tree: Tree; asked: string[][] } {
  const asked: string[][] = [];
  return { asked, tree: { ...tree, read: (ids) => (asked.push([...ids]), tree.read(ids)) } };
}

it("asks once, in one go, also while the answer is on its way", async () => {
  const { tree, asked } = counted();
  const cache = createBlobCache(1000);
  const [first, second] = await Promise.all([cache.read(tree, [one, two, one]), cache.read(tree, [two, three])]);
  expect(Buffer.from(first.get(one) ?? []).toString()).toBe("one");
  expect([...second.keys()]).toEqual([two, three]);
  await cache.read(tree, [one, two, three]);
  expect(asked).toEqual([[one, two], [three]]);
});

it("forgets what was used least lately", async () => {
  const { tree, asked } = counted();
  const cache = createBlobCache(8);
  await cache.read(tree, [one]);
  await cache.read(tree, [two]);
  await cache.read(tree, [one]);
  await cache.read(tree, [three]); // 5 bytes: one and it fit
  await cache.read(tree, [one]);
  expect(asked).toEqual([[one], [two], [three]]);
  expect((await cache.read(tree, [two])).size).toBe(1);
  expect(asked).toEqual([[one], [two], [three], [two]]);
});

it("gives what is larger than itself, and keeps nothing of it", async () => {
  const { tree, asked } = counted();
  const cache = createBlobCache(2);
  expect((await cache.read(tree, [one])).size).toBe(1);
  expect((await cache.read(tree, [one])).size).toBe(1);
  expect(asked).toHaveLength(2);
});

it("leaves out what the tree does not know, and asks the next tree for it", async () => {
  const cache = createBlobCache(1000);
  expect([...(await cache.read(treeOf({}), [one])).keys()]).toEqual([]);
  expect([...(await cache.read(counted().tree, [one])).keys()]).toEqual([one]);
});

it("passes on that a tree cannot be read, and tries again", async () => {
  const { tree } = counted();
  const cache = createBlobCache(1000);
  await expect(cache.read({ ...tree, read: () => Promise.reject(new Error("no git")) }, [one])).rejects.toThrow("no git");
  expect((await cache.read(tree, [one])).size).toBe(1);
});
