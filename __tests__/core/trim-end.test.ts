import { expect, it } from "@jest/globals";
import { splitActions } from "../../src/core/template-actions.ts";
import { trimEndOf } from "../../src/core/trim-end.ts";

it.each([
  ["a//", "/", "a"],
  ["//", "/", ""],
  ["", "/", ""],
  ["'a\"'", "'\"", "'a"],
])("%j without the %s at its end", (text, characters, expected) => {
  expect(trimEndOf(text, characters)).toBe(expected);
});

it("takes a template apart and loses nothing", () => {
  expect(splitActions("a{{ b }}{{c}}d {{ e")).toEqual(["a", "{{ b }}", "", "{{c}}", "d {{ e"]);
});
