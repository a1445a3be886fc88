import { describe, expect, it } from "@jest/globals";
import { baseFieldOnHead, direction, pairInventories, wasOf } from "../../src/core/diff.ts";
import type { Posture } from "../../src/core/posture.ts";
import type { Change } from "../../src/core/report.ts";
import { entriesOf, entryOf, pod, standing, standNames, stands } from "./manifests.ts";

const words = { "=": "unchanged", "w": "weakened", "s": "strengthened", "c": "changed" } as const satisfies Record<string, Change>;

/** Rows are the base, columns the head, both in the order of `stands`. */
const plain = `
  RuntimeDefault  = s s w w w w w c
  Localhost a     w = c w w w w w c
  Localhost b     w c = w w w w w c
  Unconfined      s s s = c s c c c
  privileged      s s s c = s c c c
  Unset           s s s w w = c c c
  Invalid a       s s s c c c = c c
  Invalid b       s s s c c c c = c
  Windows         c c c c c c c c =`;

const withSeccompDefault = `
  RuntimeDefault  = s s w w w w w c
  Localhost a     w = c w w w w w c
  Localhost b     w c = w w w w w c
  Unconfined      s s s = c s c c c
  privileged      s s s c = s c c c
  Unset           s s s w w = w w c
  Invalid a       s s s c c s = c c
  Invalid b       s s s c c s c = c
  Windows         c c c c c c c c =`;

describe.each([["a plain cluster", plain, false], ["seccompDefault", withSeccompDefault, true]] as const)("direction with %s", (_, table, seccompDefault) => {
  const rows = table.trim().split("\n").map((line) => /^\s*(.+?)\s\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const cells = rows.flatMap(([base, row = ""]) => row.split(" ").map((letter, i) => [base, standNames[i], words[letter as keyof typeof words]] as const));

  it("is tabled for every pair", () => {
    expect(rows.map(([name]) => name)).toEqual(standNames);
    expect(cells).toHaveLength(standNames.length ** 2);
  });

  it.each(cells)("from %s to %s: %s", (base, head, expected) => {
    expect(direction(standing(base as keyof typeof stands, seccompDefault).posture, standing(head as keyof typeof stands, seccompDefault).posture)).toBe(expected);
  });
});

describe("direction", () => {
  const posture = (more: Partial<Posture>): Posture => ({ ...standing("Unset").posture, ...more });
  it.each<[string, Posture, Posture, Change]>([
    ["out of a sandbox", posture({ effective: "Sandboxed" }), posture({ profile: "RuntimeDefault", effective: "RuntimeDefault" }), "weakened"],
    ["into a sandbox", posture({ profile: "Localhost", effective: "Localhost" }), posture({ effective: "Sandboxed" }), "strengthened"],
    ["to a container that is refused whatever it asks for", posture({ profile: "RuntimeDefault", effective: "RuntimeDefault" }), posture({ profile: "Invalid", effective: "Rejected", asks: "Localhost" }), "weakened"],
    ["from one", posture({ profile: "Invalid", effective: "Rejected", asks: "Localhost" }), posture({ profile: "RuntimeDefault", effective: "RuntimeDefault" }), "strengthened"],
    ["between two, to one that asks for less", posture({ profile: "Invalid", effective: "Rejected", asks: "Localhost" }), posture({ profile: "Invalid", effective: "Rejected", asks: "Unset" }), "weakened"],
    ["between two, to one that asks for as much", posture({ profile: "Invalid", effective: "Rejected", asks: "Localhost" }), posture({ profile: "Invalid", effective: "Rejected", asks: "RuntimeDefault" }), "changed"],
    ["to another field with the same profile", standing("RuntimeDefault").posture, entryOf(pod({}, { securityContext: { seccompProfile: { type: "RuntimeDefault" } } })).posture, "unchanged"],
  ])("%s", (_, base, head, expected) => {
    expect(direction(base, head)).toBe(expected);
  });
});

describe("pairInventories", () => {
  const base = entriesOf(pod({ name: "a" }, { initContainers: [{ name: "gone" }] }));
  const head = entriesOf(pod({ name: "a", securityContext: { privileged: true } }, { initContainers: [{ name: "new" }] }));
  const short = (basis: "read" | "unread" | "none") =>
    pairInventories(base, head, () => basis).map((pair) => `${pair.base?.container.name ?? "-"} ${pair.head?.container.name ?? "-"} ${pair.basis} ${pair.change}`);

  it("has a row for every container of either side: the head's in order, then what went", () => {
    expect(short("read")).toEqual(["- new read added", "a a read weakened", "gone - read removed"]);
  });

  it("calls nothing new whose base could not be read", () => {
    expect(short("unread")).toEqual(["- new unread changed", "a a read weakened", "gone - read removed"]);
  });

  it("calls everything of a scan added", () => {
    expect(pairInventories([], head, () => "none").map(({ change, basis }) => `${change} ${basis}`)).toEqual(["added none", "added none"]);
  });

  it("asks only about containers that the base does not have", () => {
    const asked: string[] = [];
    pairInventories(base, head, ({ container }) => {
      asked.push(container.name);
      return "read";
    });
    expect(asked).toEqual(["new"]);
  });
});

describe("a pair of which one side is not there", () => {
  const [entry] = entriesOf(stands.RuntimeDefault);
  if (entry === undefined) throw new Error("no container");

  it("was nothing else", () => {
    expect(wasOf({ base: null, by: ["image"] })).toBeNull();
    expect(wasOf({ base: entry, by: null })).toBeNull();
  });

  it("has the field that decided where the base has it, or none", () => {
    expect(baseFieldOnHead({ base: entry, head: null })).toEqual(entry.field);
    expect(baseFieldOnHead({ base: null, head: entry })).toBeNull();
  });
});
