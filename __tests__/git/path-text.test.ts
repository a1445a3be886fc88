import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { decodePath, encodePath, isSoundPath } from "../../src/git/path-text.ts";

it("gives different paths different texts, and the bytes back", () => {
  const bytes = fc.array(fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constantFrom(0xed, 0xb3, 0xbf, 0xf0, 0x9f, 0x98, 0x80, 0xc3, 0xbc, 0x61)), { maxLength: 20 });
  fc.assert(fc.property(bytes, (path) => expect([...encodePath(decodePath(Uint8Array.from(path)))]).toEqual(path)), { numRuns: 2000 });
});

it("reads UTF-8 as it is", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect(decodePath(Buffer.from(text))).toBe(text)));
});

it.each([
  ["a", true],
  ["a/b.yaml", true],
  ["..a/.b./.github", true],
  ["a\\b", true],
  ["", false],
  ["a//b", false],
  ["/a", false],
  ["a/", false],
  [".", false],
  ["a/../b", false],
  ["a/.git/config", false],
  ["a/.GiT", false],
])("judges the path %j", (path, sound) => {
  expect(isSoundPath(path)).toBe(sound);
});
