// Where the change made a namespace ask for more, as an editor shows lines.

import { describe, expect, it } from "@jest/globals";
import { locateAsking } from "../../src/core/locate-asking.ts";
import type { Candidate, LineRange } from "../../src/core/source-file.ts";
import { inventoryOf } from "./manifests.ts";

const line = (start: number, end = start): LineRange => ({ start, end });
const file = (path: string, text: string, changed: readonly LineRange[] = [], removed: Candidate["removed"] = []): Candidate => ({ path, text, changed, removed, before: null });
const namespace = (name: string, labels: string) => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels:\n${labels}`;
const enforced = namespace("shop", "    team: shop\n    pod-security.kubernetes.io/enforce: restricted\n");
const versioned = namespace("shop", "    pod-security.kubernetes.io/enforce: baseline\n    pod-security.kubernetes.io/enforce-version: latest\n");
const warned = namespace("shop", "    pod-security.kubernetes.io/warn: restricted\n");
const other = namespace("tools", "    pod-security.kubernetes.io/enforce: restricted\n");

function places(files: readonly Candidate[], path: string | null): string[] {
  const objects = inventoryOf(enforced, { path: path ?? "rendered.yaml", origin: path === null ? "rendered" : "file" }).objects;
  return locateAsking({ objects, label: "pod-security.kubernetes.io/enforce" }, files).map((found) => `${found.path}:${found.line} ${found.precision} ${found.role}${found.inDiff ? " in diff" : ""}`);
}

describe("what asks for more", () => {
  it.each<[string, readonly Candidate[], readonly string[], (string | null)?]>([
    ["is the label that came", [file("n.yaml", enforced, [line(6, 7)])], ["n.yaml:7 exact cause in diff"]],
    ["is its version, where that changed", [file("n.yaml", versioned, [line(7)])], ["n.yaml:7 exact cause in diff"]],
    ["is no label of another mode", [file("n.yaml", warned, [line(6)])], []],
    ["is no label that was there", [file("n.yaml", enforced, [line(6)])], []],
    ["is that of the namespace, not of the one above", [file("n.yaml", `${other}---\n${enforced}`, [line(6), line(14)])], ["n.yaml:14 exact cause in diff"]],
    ["is likely the source of what was built", [file("src/namespace.yaml", enforced, [line(7)])], ["src/namespace.yaml:7 file cause in diff"], null],
    ["is in a patch, which writes it in its own way", [file("kustomization.yaml", "patches:\n  - patch: |\n      - path: /metadata/labels/pod-security.kubernetes.io~1enforce\n", [line(1, 3)])], ["kustomization.yaml:3 file cause in diff"], null],
    ["is in values", [file("values.yaml", "labels:\n  pod-security.kubernetes.io/enforce: restricted\n", [line(2)])], ["values.yaml:2 file cause in diff"], null],
    ["is the label before any other line that speaks of it", [file("a.yaml", "# pod-security.kubernetes.io/enforce\n", [line(1)]), file("b.yaml", enforced, [line(7)])], ["b.yaml:7 file cause in diff"], null],
    ["was taken away", [file("n.yaml", namespace("shop", "    team: shop\n"), [], [{ text: "    pod-security.kubernetes.io/enforce: privileged", line: 6, was: 7 }])], ["n.yaml:6 file cause"]],
  ])("%s", (_, files, expected, path = "n.yaml") => {
    expect(places(files, path)).toEqual(expected);
  });
});
