import { describe, expect, it } from "@jest/globals";
import { pairInventories } from "../../src/core/diff.ts";
import { takeInventory, type InventoryEntry } from "../../src/core/inventory.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import { pod } from "./manifests.ts";

/** Objects of one name, as `file image profile`; without a profile, none is set. */
function side(...described: readonly string[]): readonly InventoryEntry[] {
  const sources = described.map((words) => {
    const [path = "", image = "", type] = words.split(" ");
    return { path, text: pod({ image, ...(type === undefined ? {} : { securityContext: { seccompProfile: { type } } }) }), origin: "file" as const };
  });
  return takeInventory("manifests:.", "default", sources, defaultPolicy).entries;
}

const told = (entry: InventoryEntry | null): string => (entry === null ? "-" : `${entry.document.path ?? ""} ${entry.image ?? ""} ${entry.posture.profile}`);
const pairs = (base: readonly InventoryEntry[], head: readonly InventoryEntry[]): readonly string[] => pairInventories(base, head, () => "read").map(({ base: was, head: now, change }) => `${told(was)} → ${told(now)}: ${change}`);

describe("an object that is described several times", () => {
  it.each<[string, readonly InventoryEntry[], readonly InventoryEntry[], readonly string[]]>([
    ["in another order", side("a x RuntimeDefault", "b y Unconfined"), side("b y Unconfined", "a x RuntimeDefault"), ["b y Unconfined → b y Unconfined: unchanged", "a x RuntimeDefault → a x RuntimeDefault: unchanged"]],
    ["is the one in the same file with the same image", side("a x RuntimeDefault", "a y Unconfined"), side("a y RuntimeDefault", "a x Unconfined"), ["a y Unconfined → a y RuntimeDefault: strengthened", "a x RuntimeDefault → a x Unconfined: weakened"]],
    ["is the one that did not change but for its file", side("a x RuntimeDefault", "a x Unconfined"), side("b x Unconfined", "b x RuntimeDefault"), ["a x Unconfined → b x Unconfined: unchanged", "a x RuntimeDefault → b x RuntimeDefault: unchanged"]],
    ["is the one in the same file, whatever image it has", side("a x RuntimeDefault", "b y Unconfined"), side("b v RuntimeDefault", "a w Unconfined"), ["b y Unconfined → b v RuntimeDefault: strengthened", "a x RuntimeDefault → a w Unconfined: weakened"]],
    ["is the one with the same image, wherever it is", side("a x RuntimeDefault", "b y Unconfined"), side("c y RuntimeDefault", "d x Unconfined"), ["b y Unconfined → c y RuntimeDefault: strengthened", "a x RuntimeDefault → d x Unconfined: weakened"]],
    ["is the last one where nothing tells: the API server keeps that", side("a x RuntimeDefault", "b y RuntimeDefault"), side("c z Unconfined"), ["b y RuntimeDefault → c z Unconfined: weakened", "a x RuntimeDefault → -: removed"]],
    ["is the last one where nothing tells, of those that came, too", side("a x RuntimeDefault"), side("b y Unconfined", "c z Unconfined"), ["- → b y Unconfined: added", "a x RuntimeDefault → c z Unconfined: weakened"]],
    ["came once more", side("a x RuntimeDefault"), side("b x RuntimeDefault", "a x RuntimeDefault"), ["- → b x RuntimeDefault: added", "a x RuntimeDefault → a x RuntimeDefault: unchanged"]],
    ["went once, and was not the one that stayed", side("a x RuntimeDefault", "b y Unconfined"), side("a x RuntimeDefault"), ["a x RuntimeDefault → a x RuntimeDefault: unchanged", "b y Unconfined → -: removed"]],
    ["came twice", [], side("a x Unconfined", "b x Unconfined"), ["- → a x Unconfined: added", "- → b x Unconfined: added"]],
    ["went twice", side("a x Unconfined", "b x Unconfined"), [], ["a x Unconfined → -: removed", "b x Unconfined → -: removed"]],
  ])("%s", (_, base, head, expected) => {
    expect(pairs(base, head)).toEqual(expected);
  });

  it("has each of its containers by its own name", () => {
    const two = (type: string) => takeInventory("manifests:.", "default", ["a", "b"].map((path) => ({ path, text: pod({ securityContext: { seccompProfile: { type } } }, { initContainers: [{ name: "i" }] }), origin: "file" as const })), defaultPolicy).entries;
    expect(pairInventories(two("RuntimeDefault"), two("Unconfined"), () => "read").map(({ base, head, change }) => `${base?.container.name ?? "-"} ${head?.container.name ?? "-"} ${change}`)).toEqual(["i i unchanged", "app app weakened", "i i unchanged", "app app weakened"]);
  });

  it("is known by its images, in whatever order its containers are", () => {
    const inOrder = (first: string, second: string) => pod({ name: first, image: first }, { initContainers: [{ name: second, image: second }] });
    const of = (...texts: readonly string[]) => takeInventory("manifests:.", "default", texts.map((text, i) => ({ path: `${i}-${texts.length}`, text, origin: "file" as const })), defaultPolicy).entries;
    const documents = (base: readonly InventoryEntry[], head: readonly InventoryEntry[]) => pairInventories(base, head, () => "read").flatMap(({ base: was, head: now }) => (was === null || now === null ? [] : [`${was.document.path ?? ""} ${now.document.path ?? ""}`]));
    const [first, second, third] = [inOrder("a", "b"), inOrder("c", "d"), inOrder("e", "f")];
    const swapped = pod({ name: "b", image: "b" }, { initContainers: [{ name: "a", image: "a" }] });
    const both = pod({ name: "a", image: "b" }, { initContainers: [{ name: "b", image: "a" }] });
    expect(documents(of(first, second), of(third, both, second))).toEqual(["0-2 1-3", "0-2 1-3", "1-2 2-3", "1-2 2-3"]);
    expect(documents(of(first, second), of(third, swapped, second))).toEqual(["1-2 2-3", "1-2 2-3"]);
  });

  it("is not looked for among objects of another name", () => {
    const named = (name: string, ...types: readonly string[]) => types.map((type) => pod({ securityContext: { seccompProfile: { type } } }, {}, { name }));
    const of = (...texts: readonly string[]) => takeInventory("manifests:.", "default", [{ path: "a", text: texts.join("\n---\n"), origin: "file" }], defaultPolicy).entries;
    const told = pairInventories(of(...named("p", "RuntimeDefault", "RuntimeDefault")), of(...named("p", "RuntimeDefault", "Unconfined"), ...named("q", "Unconfined", "RuntimeDefault")), () => "read").map(({ base, head, change }) => `${base?.workload.name ?? "-"} ${head?.workload.name ?? "-"} ${change}`);
    expect(told).toEqual(["p p unchanged", "p p weakened", "- q added", "- q added"]);
  });
});
