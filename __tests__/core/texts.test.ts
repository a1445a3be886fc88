import { describe, expect, it } from "@jest/globals";
import { textsAt } from "../../src/core/texts.ts";
import { treeOf } from "../support/tree.ts";

describe("files as text", () => {
  const tree = treeOf({ "a.yaml": "a", "b/c.yaml": "c", "link.yaml": { link: "b/c.yaml" }, "dead.yaml": { link: "nowhere" }, "latin.yaml": new Uint8Array([0xe9]), "same.yaml": "a" });

  it("are those that are there, in the order of their paths as they were given, links followed", async () => {
    expect(await textsAt(tree, ["link.yaml", "dead.yaml", "b", "same.yaml", "gone.yaml", "a.yaml"])).toEqual([
      { path: "link.yaml", text: "c" },
      { path: "same.yaml", text: "a" },
      { path: "a.yaml", text: "a" },
    ]);
  });

  it("are empty where they are no UTF-8", async () => {
    expect(await textsAt(tree, ["latin.yaml"])).toEqual([{ path: "latin.yaml", text: "" }]);
  });

  it("are read once each", async () => {
    const asked: string[] = [];
    await textsAt({ ...tree, read: (ids) => (asked.push(...ids), tree.read(ids)) }, ["a.yaml", "same.yaml", "link.yaml"]);
    expect(asked).toHaveLength(2);
  });
});
