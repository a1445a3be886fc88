import { describe, expect, it } from "@jest/globals";
import { hasPiecesInOrder } from "../../src/core/pieces-in-order.ts";

describe("pieces in order", () => {
  it.each<[string, readonly string[], boolean]>([
    ["apps/a/values.yaml", ["apps/", "/values.yaml"], true],
    ["apps//values.yaml", ["apps/", "/values.yaml"], true],
    ["apps/values.yaml", ["apps/", "/values.yaml"], false], // they would share a slash
    ["x/apps/a/values.yaml", ["apps/", "/values.yaml"], false],
    ["apps/a/values.yaml.bak", ["apps/", "/values.yaml"], false],
    ["a-b-c", ["a", "b", "c"], true],
    ["a-c-b", ["a", "b", "c"], false],
    ["abab", ["", "ab", "ab"], true],
    ["ab", ["", "ab", "ab"], false],
    ["whole", ["whole"], true],
    ["whole", ["who"], false],
    ["", [""], true],
    ["anything", ["", ""], true],
  ])("%j around %j: %s", (text, pieces, expected) => {
    expect(hasPiecesInOrder(text, pieces)).toBe(expected);
  });
});
