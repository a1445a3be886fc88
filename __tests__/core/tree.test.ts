import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isWithin, joinPath, parentOf, resolvePath } from "../../src/core/tree.ts";
import { treeOf } from "../support/tree.ts";

describe("joinPath", () => {
  it.each<[string, string, string | null]>([
    [".", "a", "a"],
    ["a/b", "c", "a/b/c"],
    ["a/b", "../c", "a/c"],
    ["a/b", "./c//d/.", "a/b/c/d"],
    ["a", "..", "."],
    ["a", ".", "a"],
    [".", ".", "."],
    [".", "..", null],
    ["a", "../..", null],
    ["a", "../../a", null],
    ["a", "/b", "a/b"],
    ["a", "..b/...", "a/..b/..."],
    ["", "", "."],
  ])("%j and %j: %j", (folder, path, expected) => {
    expect(joinPath(folder, path)).toBe(expected);
  });

  it("gives what needs no joining any more", () => {
    const path = fc.array(fc.constantFrom("a", "b", ".", "..", ""), { maxLength: 6 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(path, path, (folder, more) => {
        const joined = joinPath(folder, more);
        if (joined === null) return;
        expect(joined.split("/").some((part) => part === ".." || part === "")).toBe(false);
        expect(joinPath(".", joined)).toBe(joined);
      }),
    );
  });
});

describe("parentOf", () => {
  it.each([["a/b/c", "a/b"], ["a", "."], ["a/b", "a"]])("%s is in %s", (path, expected) => {
    expect(parentOf(path)).toBe(expected);
  });
});

describe("isWithin", () => {
  it.each([["a", ".", true], ["a/b", "a", true], ["a", "a", true], ["ab", "a", false], ["a", "a/b", false], [".", ".", true]])("%s in %s: %s", (path, folder, expected) => {
    expect(isWithin(path, folder)).toBe(expected);
  });
});

describe("resolvePath", () => {
  const tree = treeOf({
    "a/b/file": "x",
    "a/link": { link: "b/file" },
    "a/folder": { link: "b" },
    "a/up": { link: "../top" },
    top: "y",
    root: { link: "." },
    "a/rootward": { link: ".." },
    chain: { link: "a/folder" },
    absolute: { link: "/etc/passwd" },
    escaping: { link: "../outside" },
    "a/escaping": { link: "../../outside" },
    "a/back": { link: "b/../../top" },
    dangling: { link: "nowhere" },
    loop: { link: "pool" },
    pool: { link: "loop" },
    self: { link: "self" },
    through: { link: "top/x" },
    slashed: { link: "a/./b//" },
    sub: { submodule: true },
    intosub: { link: "sub/x" },
  });

  it.each<[string, string]>([
    [".", "found . folder"],
    ["", "found . folder"],
    ["a", "found a folder"],
    ["a/b/file", "found a/b/file file"],
    ["./a//b/./file", "found a/b/file file"],
    ["a/../top", "found top file"],
    ["..", "outside"],
    ["a/../../top", "outside"],
    ["nowhere", "missing"],
    ["a/nowhere/x", "missing"],
    ["top/x", "missing"],
    ["top/..", "missing"],
    ["a/up/../b", "missing via a/up"],
    ["a/link", "found a/b/file file via a/link"],
    ["a/folder/file", "found a/b/file file via a/folder"],
    ["a/up", "found top file via a/up"],
    ["root/a/b/file", "found a/b/file file via root"],
    ["root/root/root/top", "found top file via root root root"],
    ["a/rootward/top", "found top file via a/rootward"],
    ["chain/file", "found a/b/file file via chain a/folder"],
    ["chain", "found a/b folder via chain a/folder"],
    ["a/folder/..", "found a folder via a/folder"],
    ["chain/../up", "found top file via chain a/folder a/up"],
    ["a/back", "found top file via a/back"],
    ["slashed/file", "found a/b/file file via slashed"],
    ["absolute", "outside via absolute"],
    ["escaping", "outside via escaping"],
    ["a/escaping", "outside via a/escaping"],
    ["dangling", "missing via dangling"],
    ["through", "missing via through"],
    ["sub", "submodule sub"],
    ["sub/deep/file", "submodule sub"],
    ["intosub", "submodule sub via intosub"],
  ])("%s: %s", (path, expected) => {
    const found = resolvePath(tree, path);
    const where = found.kind === "found" ? ` ${found.path} ${found.entry.kind}` : found.kind === "submodule" ? ` ${found.path}` : "";
    expect(`${found.kind}${where}${found.links.length > 0 ? ` via ${found.links.join(" ")}` : ""}`).toBe(expected);
  });

  it.each(["loop", "pool", "self", "self/x"])("ends in a loop: %s", (path) => {
    expect(resolvePath(tree, path).kind).toBe("missing");
  });

  it("follows as many links as Linux does", () => {
    const chain = (length: number) => treeOf({ ...Object.fromEntries(Array.from({ length }, (_, i) => [`l${i}`, { link: `l${i + 1}` }])), [`l${length}`]: "x" });
    expect(resolvePath(chain(40), "l0").kind).toBe("found");
    expect(resolvePath(chain(41), "l0").kind).toBe("missing");
  });
});
