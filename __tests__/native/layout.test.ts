import { describe, expect, it } from "@jest/globals";
import { layOutFiles, layOutTree, unsafeName } from "../../src/native/layout.ts";
import { treeOf } from "../support/tree.ts";

const wide = { bytes: 1e6, files: 1000 };

describe("a name", () => {
  it.each(["..", ".", "", "a/b", "a\0b", ".git", ".GIT", ".git ", ".g\u200cit", "git~1", "a\\b"])("%j is written nowhere", (name) => {
    expect(unsafeName(name, "linux")).not.toBeNull();
  });

  it.each(["con", "NUL.txt", "a:b", "a.", "a ", "com1"])("%j is written, but not on Windows", (name) => {
    expect([unsafeName(name, "linux"), unsafeName(name, "win32")]).toEqual([null, "is reserved on Windows"]);
  });

  it.each([".github", "-x", "console", "a b", "ü", ".gitignore"])("%j is harmless", (name) => {
    expect([unsafeName(name, "linux"), unsafeName(name, "win32")]).toEqual([null, null]);
  });
});

describe("a layout", () => {
  it("has no end of links: those that call each other are cut and named", () => {
    const { files, troubles, whole } = layOutTree(treeOf({ "a/f": "1", "a/b": { link: "../b" }, "b/g": "2", "b/a": { link: "../a" } }), wide, "linux");
    expect([whole, files.length < 50]).toEqual([true, true]);
    expect(troubles.map(({ kind }) => kind)).toEqual(["limit", "limit"]);
  });

  it("ends at its bounds, however much links multiply", () => {
    const doubling = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [[`d${at}/x`, { link: `../d${at + 1}` }], [`d${at}/y`, { link: `../d${at + 1}` }]]).flat());
    const { files, whole } = layOutTree(treeOf({ ...doubling, "d12/f": "1" }), { bytes: 1e6, files: 100 }, "linux");
    expect([whole, files.length]).toEqual([false, 100]);
    expect(layOutTree(treeOf({ a: "12345", b: "67890" }), { bytes: 9, files: 10 }, "linux").whole).toBe(false);
  });

  it("leaves out the charts of the command line", () => {
    const { files, troubles } = layOutTree(treeOf({ ".git/chart-cache/a-1.0.0.tgz": "x", a: "1" }), wide, "linux");
    expect([files.map(({ path }) => path), troubles]).toEqual([["a"], []]);
  });

  it("of some files follows links, and leaves out what is not there or not harmless", () => {
    const tree = treeOf({ "real/f": "1", "a/f": { link: "../real/f" }, "a/.git/x": "2", out: { link: "/etc/passwd" } });
    const { files, folders } = layOutFiles(tree, ["a/f", "a/.git/x", "out", "gone", "../x"], wide, "linux");
    expect([files.map(({ path }) => path), folders]).toEqual([["a/f"], [".", "a"]]);
  });
});
