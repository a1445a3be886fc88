import { expect, it } from "@jest/globals";
import { showFields } from "../../src/core/show-value.ts";

it.each<[unknown, string]>([
  [{}, "{}"],
  [{ type: "Localhost", localhostProfile: null }, "{ type: Localhost, localhostProfile: null }"],
  [{ a: { b: 1 }, c: [1] }, "{ a: {…}, c: […] }"],
  [{ a: 1, b: 2, c: 3, d: 4 }, "{ a: 1, b: 2, c: 3, d: 4 }"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, "{ a: 1, b: 2, c: 3, d: 4, … }"],
  [Object.assign(Object.create({ inherited: 1 }), { own: 1 }), "{ own: 1 }"],
  ["RuntimeDefault", "RuntimeDefault"],
  [[1], "[…]"],
  [undefined, "undefined"],
])("the fields of %j are shown as %s", (value, expected) => {
  expect(showFields(value)).toBe(expected);
});
