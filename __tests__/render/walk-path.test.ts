import { describe, expect, it } from "@jest/globals";
import { errno } from "../../src/render/errno.ts";
import { listTree, openListing } from "../../src/render/listing.ts";
import { startTrace, type TraceRecord } from "../../src/render/trace.ts";
import { type Following, walkPath, type Walked } from "../../src/render/walk-path.ts";
import { type Stand, treeOf } from "../support/tree.ts";

const chain = Object.fromEntries(Array.from({ length: 42 }, (_, i): [string, Stand] => [`chain/${i}`, { link: i === 0 ? "../f" : `${i - 1}` }]));
const tree = openListing(
  listTree(
    treeOf({
      f: "file",
      "d/f": "file",
      "d/sub/f": "file",
      "to-file": { link: "d/f" },
      "to-folder": { link: "d/sub/" },
      "up/back": { link: "../d/sub" },
      "up/through": { link: "back/../f" },
      dangling: { link: "gone/x" },
      loop: { link: "loop" },
      empty: { link: "" },
      absolute: { link: "/f" },
      "d/escaping": { link: "../../f" },
      "d/far": { link: "sub/../../../tree/f" },
      module: { submodule: true },
      ...chain,
    }),
  ),
);

function walk(path: string, following: Following = "all", folder = "."): { walked: Walked; record: TraceRecord } {
  const trace = startTrace();
  return { walked: walkPath(tree, trace, folder, path, following), record: trace.record() };
}

describe("a walk arrives", () => {
  it.each<[string, string]>([
    [".", "."],
    ["", "."],
    ["./d//sub/./f", "d/sub/f"],
    ["d/", "d"],
    ["../f", "f"], // as `/..` is `/`
    ["to-file", "d/f"],
    ["to-folder", "d/sub"],
    ["to-folder/f", "d/sub/f"],
    ["up/through", "d/f"], // `..` goes up from where the link led, not from where it stands
    ["chain/39", "f"],
    ["module", "module"],
  ])("%j at %s", (path, real) => {
    expect(walk(path).walked).toMatchObject({ kind: "found", path: real });
  });

  it("at a link itself when the last one is not followed, but for a slash behind it", () => {
    expect(walk("to-folder", "all-but-last").walked).toMatchObject({ path: "to-folder", entry: { kind: "link" } });
    expect(walk("to-folder/", "all-but-last").walked).toMatchObject({ path: "d/sub" });
    expect(walk("up/back/f", "all-but-last").walked).toMatchObject({ path: "d/sub/f" });
  });

  it("from the folder it starts in", () => {
    expect(walk("../f", "all", "d/sub").walked).toMatchObject({ path: "d/f" });
  });
});

describe("a walk is refused", () => {
  it.each<[string, number, readonly string[]]>([
    ["gone", errno.noent, ["gone"]],
    ["d/gone/x", errno.noent, ["d/gone/x"]],
    ["up/back/gone", errno.noent, ["d/sub/gone"]],
    ["dangling", errno.noent, ["gone/x"]],
    ["empty", errno.noent, ["empty"]],
    ["f/", errno.notdir, ["f"]],
    ["f/x", errno.notdir, ["f/x"]],
    ["to-file/x", errno.notdir, ["d/f/x"]],
    ["loop", errno.loop, ["loop"]],
    ["chain/40", errno.loop, ["chain/0"]],
    ["module/x", errno.noent, ["module/x"]],
    ["absolute", errno.noent, []],
    ["d/escaping", errno.noent, []],
    ["d/far", errno.noent, []],
    [`${"x".repeat(5000)}`, errno.nametoolong, []],
  ])("%.20s", (path, code, missed) => {
    const { walked, record } = walk(path);
    expect(walked).toMatchObject({ kind: "refused", errno: code });
    expect(record.missed).toEqual(missed);
  });

  it("and says which link leads outside, and which submodule was entered", () => {
    expect(walk("d/escaping").record.incidents).toEqual([{ kind: "link-outside", path: "d/escaping", target: "../../f" }]);
    expect(walk("absolute").record.incidents).toEqual([{ kind: "link-outside", path: "absolute", target: "/f" }]);
    expect(walk("module/x").record.incidents).toEqual([{ kind: "submodule", path: "module" }]);
    expect(walk("module").record.incidents).toEqual([]);
  });
});

it("links that were followed are inputs like files that were read", () => {
  expect(walk("up/through").record.opened).toEqual(["up/back", "up/through"]);
  expect(walk("to-file", "all-but-last").record.opened).toEqual([]);
});
