import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parentOf } from "../../src/core/tree.ts";
import { listTree, openListing } from "../../src/render/listing.ts";
import { type Stand, treeOf } from "../support/tree.ts";

const segment = fc.constantFrom("a", "a-", "a0", "b", ".x", "ä", "a b", "\u{1f600}", "\uffff");
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const stand: fc.Arbitrary<Stand> = fc.oneof(fc.string(), fc.record({ link: fc.constantFrom("..", "/x", "a b c", "a\0b", " ", "") }), fc.constant({ submodule: true } as const));
// A path is a file or a folder, not both.
const files = fc.dictionary(path, stand).map((all) => Object.fromEntries(Object.entries(all).filter(([one]) => !Object.keys(all).some((other) => other.startsWith(`${one}/`)))));

describe("a listing", () => {
  it("says of every path what the tree says", () => {
    fc.assert(
      fc.property(files, (all) => {
        const tree = treeOf(all);
        const listed = openListing(structuredClone(listTree(tree)));
        for (const [name, entry] of tree.entries) expect(listed.entry(name)).toEqual(entry);
        for (const name of ["zz", "a/zz", "a/", ""]) expect(listed.entry(name)).toBe(tree.entries.get(name));
        const folders = [".", ...[...tree.entries].flatMap(([name, { kind }]) => (kind === "folder" ? [name] : []))];
        for (const folder of folders) {
          const names = [...tree.entries.keys()].filter((name) => parentOf(name) === folder).map((name) => name.slice(folder === "." ? 0 : folder.length + 1));
          expect([...listed.names(folder)].sort()).toEqual(names.sort());
        }
        const inodes = [...tree.entries.keys()].map(listed.inode);
        expect(new Set([...inodes, listed.inode(".")]).size).toBe(tree.entries.size + 1);
      }),
    );
  });
});
