import { describe, expect, it } from "@jest/globals";
import { plainCluster } from "../src/core/cluster.ts";
import { takeInventory } from "../src/core/inventory.ts";
import { plainKustomize } from "../src/core/target.ts";
import type { Compared, LookedAt } from "../src/gate.ts";
import { pairSides } from "../src/pair-sides.ts";

const broken = "apiVersion: v1\nkind: Pod\nspec: { containers: [\n"; // such as js-yaml does not read and the renderer does
const pod = (name: string, ...containers: readonly string[]): string => JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name }, spec: { containers: containers.map((own) => ({ name: own })) } });

interface Source {
  readonly path: string | null;
  readonly text: string;
}

/** What is seen of one side whose target renders these. */
function side(sources: readonly Source[], state: LookedAt["state"] = "rendered"): LookedAt {
  const { entries, objects, problems } = takeInventory("kustomize:k", "default", sources.map((source) => ({ ...source, origin: "rendered" as const })), { cluster: plainCluster });
  return { state, entries, objects, problems, opened: [], made: [] };
}

const target = { ...plainKustomize, id: "kustomize:k", path: "k" };
const planned: Compared["planned"] = { id: "kustomize:k", base: target, head: target, charts: { base: [], head: [] }, unchanged: false, differing: null, declares: false, predicted: { base: [], head: [] }, troubles: { base: [], head: [] } };
const paired = (base: LookedAt, head: LookedAt): readonly string[] => pairSides({ planned, base, head }, false).map(({ base: was, head: now, basis, change }) => `${was?.container.name ?? "-"} ${now?.container.name ?? "-"} ${basis} ${change}`);

const nowhere = (text: string): Source => ({ path: null, text }); // a folder that Flux makes a kustomization of has no file for its output
const file = (path: string, text: string): Source => ({ path, text });

describe("what of one side could not be read", () => {
  it.each<[string, LookedAt, LookedAt, readonly string[]]>([
    ["makes nothing new that may have been in that file", side([file("a.yaml", broken)]), side([file("a.yaml", pod("p", "a"))]), ["- a unread changed"]],
    ["says nothing of other files", side([file("a.yaml", broken)]), side([file("a.yaml", broken), file("b.yaml", pod("p", "a"))]), ["- a read added"]],
    ["makes nothing new of an output that is no file's", side([nowhere(broken)]), side([nowhere(pod("p", "a"))]), ["- a unread changed"]],
    ["says nothing of an output that is no file's when it was in a file", side([file("a.yaml", broken)]), side([nowhere(pod("p", "a"))]), ["- a read added"]],
    ["makes nothing removed of that file", side([file("a.yaml", pod("p", "a")), file("b.yaml", pod("q", "b"))]), side([file("a.yaml", broken)]), ["b - read removed"]],
    ["leaves a pod that was seen there with all its containers", side([file("a.yaml", `${pod("p", "a")}\n---\n${broken}`)]), side([file("a.yaml", pod("p", "a", "b"))]), ["a a read unchanged", "- b read added"]],
    ["leaves a pod that was seen though the rest did not render", side([file("a.yaml", pod("p", "a"))], "unresolved"), side([file("a.yaml", pod("p", "a", "b")), file("a.yaml", pod("q", "c"))]), ["a a read unchanged", "- b read added", "- c unread changed"]],
    ["makes nothing removed where nothing rendered", side([file("a.yaml", pod("p", "a"))]), side([], "unresolved"), []],
    ["is nothing where there is a mere remark", side([file("a.yaml", `${pod("p", "a")}\n---\n${pod("p", "a")}`)]), side([file("a.yaml", `${pod("p", "a")}\n---\n${pod("q", "b")}`)]), ["a a read unchanged", "- b read added", "a - read removed"]],
    ["leaves what is on both sides", side([file("a.yaml", pod("p", "a"))]), side([file("a.yaml", `${pod("p", "a")}\n---\n${broken}`)]), ["a a read unchanged"]],
    ["is known of a side that is not there", side([file("a.yaml", pod("p", "a"))]), side([], "absent"), ["a - read removed"]],
  ])("%s", (_, base, head, expected) => {
    expect(paired(base, head)).toEqual(expected);
  });
});

describe("what was rendered in spite of what the chart demands", () => {
  const demanding = (digest: string, ...names: readonly string[]): LookedAt => {
    const seen = side(names.map((name) => file(`${name}.yaml`, pod(name, name))), "unresolved");
    return { ...seen, problems: [{ kind: "render-failed", path: "a.yaml", line: 1, message: "a name is needed", remedy: "", blocking: true, rest: "the rest was looked at", demands: digest }] };
  };
  const rendered = (...names: readonly string[]): LookedAt => side(names.map((name) => file(`${name}.yaml`, pod(name, name))));

  it.each<[string, LookedAt, LookedAt, readonly string[]]>([
    ["is compared as a whole where both sides demand the same", demanding("x", "a", "b"), demanding("x", "a", "c"), ["a a read unchanged", "- c read added", "b - read removed"]],
    ["has nothing new or gone where they demand different things", demanding("x", "a", "b"), demanding("y", "a", "c"), ["a a read unchanged", "- c unread changed"]],
    ["has nothing new or gone where only the head demands something", rendered("a", "b"), demanding("x", "a", "c"), ["a a read unchanged", "- c unread changed"]],
    ["makes no container new of a pod that was there", side([file("a.yaml", pod("a", "a"))]), { ...demanding("x"), ...side([file("a.yaml", pod("a", "b"))], "unresolved"), problems: demanding("x").problems }, ["- b unread changed"]],
    ["is not held against a head that renders", demanding("x", "a"), rendered("a", "c"), ["- a unread changed", "- c unread changed"]],
    ["is new with a chart that is new", side([], "absent"), demanding("x", "a"), ["- a read added"]],
    ["is gone with a chart that is gone", demanding("x", "a"), side([], "absent"), []],
  ])("%s", (_, base, head, expected) => {
    expect(paired(base, head)).toEqual(expected);
  });
});

describe("a scan", () => {
  it("has no base, so that nothing is new", () => {
    expect(pairSides({ planned, base: side([], "absent"), head: side([file("a.yaml", pod("p", "a"))]) }, true).map(({ basis, change }) => `${basis} ${change}`)).toEqual(["none added"]);
  });
});
