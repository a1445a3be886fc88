import { expect, it } from "@jest/globals";
import { complaintOf } from "../../src/git/run-git.ts";

it.each([
  ["", "git ended with exit code 128"],
  ["\n  \n", "git ended with exit code 128"],
  ["fatal: bad thing\n", "bad thing"],
  ["warning: careful\r\nerror: worse\r\nhint: do this\r\n", "worse"],
  ["ssh: no route\nlost connection\n", "lost connection"],
  ["fatal: unable to access 'https://user:pa55@example.org/x': no\n", "unable to access 'https://***@example.org/x': no"],
  ["fatal: ssh://git@example.org/x and http://token@example.org\n", "ssh://***@example.org/x and http://***@example.org"],
])("finds in %j what went wrong", (stderr, expected) => {
  expect(complaintOf({ code: 128, stderr })).toBe(expected);
});

it("cuts what is too long", () => {
  expect(complaintOf({ code: 1, stderr: `fatal: ${"x".repeat(10_000)}` })).toHaveLength(400);
});
