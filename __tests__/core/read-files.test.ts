import { describe, expect, it } from "@jest/globals";
import { readFiles } from "../../src/core/read-files.ts";
import type { Tree } from "../../src/core/tree.ts";
import { decodeUtf8, utf8Length } from "../../src/core/utf8.ts";
import { treeOf, type Stand } from "../support/tree.ts";

const told = async (tree: Tree, ...paths: readonly string[]) => {
  const { sources, problems, opened, listed, missed } = await readFiles(tree, paths);
  expect([listed, missed]).toEqual([[], []]);
  for (const { blocking, remedy } of problems) expect([blocking, remedy.endsWith(".")]).toEqual([true, true]);
  return { sources: sources.map(({ path, text, origin }) => `${path ?? ""} ${origin} ${text}`), problems: problems.map(({ kind, path, message }) => `${kind} ${path ?? ""}: ${message}`), opened };
};

describe("readFiles", () => {
  it("gives texts in the order asked for, under the paths asked for", async () => {
    const tree = treeOf({ "a.yaml": "a", "b.yaml": "b", "l.yaml": { link: "a.yaml" } });
    expect(await told(tree, "b.yaml", "l.yaml", "a.yaml")).toEqual({ sources: ["b.yaml file b", "l.yaml file a", "a.yaml file a"], problems: [], opened: ["b.yaml", "l.yaml", "a.yaml"] });
  });

  it.each<[string, Stand, string]>([
    ["bytes that are no text", new Uint8Array([0x61, 0xff]), "encoding a.yaml: `a.yaml` is not UTF-8 text"],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0x00]), "encoding a.yaml: `a.yaml` is not UTF-8 text"],
    ["a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "lfs-pointer a.yaml: `a.yaml` is a Git LFS pointer; its content is not in the repository"],
    ["a link out of the repository", { link: "../x.yaml" }, "link-outside a.yaml: `a.yaml` is a symbolic link that leaves the repository"],
    ["a link to an absolute place", { link: "/x.yaml" }, "link-outside a.yaml: `a.yaml` is a symbolic link that leaves the repository"],
    ["a link into a submodule", { link: "sub/x.yaml" }, "submodule a.yaml: `a.yaml` lies in a submodule, whose files are not in this repository"],
  ])("says of %s what it is, and reads the rest", async (_, stand, expected) => {
    const { sources, problems } = await told(treeOf({ "a.yaml": stand, "b.yaml": "b", sub: { submodule: true } }), "a.yaml", "b.yaml");
    expect([sources, problems]).toEqual([["b.yaml file b"], [expected]]);
  });

  it("does not read what is too large, and reads what just is not", async () => {
    const tree = treeOf({ "a.yaml": "a", "b.yaml": "b" });
    const sized = (size: number): Tree => ({ ...tree, entries: new Map([...tree.entries].map(([path, entry]) => [path, entry.kind === "file" && path === "a.yaml" ? { ...entry, size } : entry])) });
    expect(await told(sized(20_000_001), "a.yaml", "b.yaml")).toEqual({ sources: ["b.yaml file b"], problems: ["limit a.yaml: `a.yaml` has 20000001 bytes, more than the 20000000 that are read"], opened: ["b.yaml"] });
    expect((await told(sized(20_000_000), "a.yaml")).sources).toEqual(["a.yaml file a"]);
  });

  it("says so when a clone does not have the content", async () => {
    const tree: Tree = { ...treeOf({ "a.yaml": "a" }), read: () => Promise.resolve(new Map()) };
    expect((await told(tree, "a.yaml")).problems).toEqual(["missing-file a.yaml: the content of `a.yaml` is not in this clone"]);
  });

  it("passes over what is not there, and over folders", async () => {
    expect(await told(treeOf({ "d/a.yaml": "a" }), "d", "x.yaml")).toEqual({ sources: [], problems: [], opened: [] });
  });
});

describe("UTF-8", () => {
  const bytes = (...values: readonly number[]) => new Uint8Array(values);
  it.each<[string, Uint8Array, string | null]>([
    ["nothing", bytes(), ""],
    ["letters", bytes(0x61, 0xc3, 0xa9, 0xf0, 0x9f, 0x94, 0x92), "aé🔒"],
    ["a byte-order mark", bytes(0xef, 0xbb, 0xbf, 0x61), "a"],
    ["half a letter", bytes(0xc3), null],
    ["a letter in too many bytes", bytes(0xc0, 0x80), null],
    ["half a surrogate pair", bytes(0xed, 0xa0, 0x80), null],
  ])("%s", (_, given, expected) => {
    expect(decodeUtf8(given)).toBe(expected);
  });

  it("is measured in bytes", () => {
    expect(utf8Length("aé🔒")).toBe(7);
  });
});
