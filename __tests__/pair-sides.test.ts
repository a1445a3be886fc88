import { describe, expect, it } from "@jest/globals";
import { plainCluster } from "../src/core/cluster.ts";
import { takeInventory } from "../src/core/inventory.ts";
import { plainKustomize } from "../src/core/target.ts";
import type { Compared, LookedAt } from "../src/gate.ts";
import { leftBehind, pairSides } from "../src/pair-sides.ts";
import { defaultPolicy } from "../src/core/policy.ts";
import { discoverEverything } from "../src/core/selection.ts";
import { treeOf } from "./support/tree.ts";

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

describe("what a kustomization lets go of and stays as a file", () => {
  const confined = pod("p", "a").replace('"containers"', '"securityContext":{"seccompProfile":{"type":"RuntimeDefault"}},"containers"');
  const manifests = { engine: "manifests" as const, id: "manifests:m", path: "m", namespace: "default", files: ["m/a.yaml"], declaredBy: null, unresolvable: null, isElsewhere: false, branches: [] };
  const inPlain = (source: Source): LookedAt => ({ ...side([source]), entries: takeInventory("manifests:m", "default", [{ ...source, origin: "file" }], { cluster: plainCluster }).entries });

  interface Left {
    /** What the kustomization had. */
    readonly gone?: LookedAt;
    /** The file as it is on both sides, or on each. */
    readonly files?: readonly [string, string];
    readonly declared?: boolean;
    readonly read?: readonly string[];
  }

  function left({ gone = side([]), files = [pod("p", "a"), pod("p", "a")], declared = false, read = [] }: Left): readonly string[] {
    const head = { ...manifests, declaredBy: declared ? { apiVersion: "v1", kind: "K", namespace: "n", name: "n", path: "x", line: 1, decides: "" } : null };
    const kustomized = { planned: { ...planned, head: null, predicted: { base: read, head: [] } }, base: gone, head: side([], "absent") };
    const plain = { planned: { ...planned, id: "manifests:m", base: null, head }, base: side([], "absent"), head: inPlain(file("m/a.yaml", files[1])) };
    const comparison = { base: treeOf({ "m/a.yaml": files[0] }, "base"), head: treeOf({ "m/a.yaml": files[1] }, "head"), selection: discoverEverything, policy: defaultPolicy, today: "2026-01-01", tool: { version: "0", engines: { helm: "0", kustomize: "0" } }, problems: [], policyNotes: [] };
    const compared = [kustomized, plain];
    return leftBehind(compared.flatMap((one) => pairSides(one, false)), compared, comparison).map(({ base, head: now, change }) => `${base?.container.name ?? "-"} ${now?.container.name ?? "-"} ${change}`);
  }

  it.each<[string, Left, readonly string[]]>([
    ["is what it was", {}, ["a a unchanged"]],
    ["is what it was beside what is gone and was as open", { gone: side([file("m/a.yaml", pod("q", "a"))]) }, ["a - removed", "a a unchanged"]],
    ["is what it was beside another container that is gone", { gone: side([file("m/a.yaml", confined.replace('"name":"a"', '"name":"b"'))]) }, ["b - removed", "a a unchanged"]],
    ["is new where what was like it ran under more", { gone: side([file("m/a.yaml", confined)]) }, ["a - removed", "- a added"]],
    ["is new where it is not the same file", { files: [pod("p", "a"), pod("p", "a", "b")] }, ["- a added", "- b added"]],
    ["is new where somebody deploys it", { declared: true }, ["- a added"]],
    ["is new where what read it could not be looked at", { gone: side([], "unresolved"), read: ["m/a.yaml"] }, ["- a added"]],
    ["is what it was where something else could not be looked at", { gone: side([], "unresolved"), read: ["m/b.yaml"] }, ["a a unchanged"]],
  ])("%s", (_, given, expected) => {
    expect(left(given)).toEqual(expected);
  });
});

describe("a scan", () => {
  it("has no base, so that nothing is new", () => {
    expect(pairSides({ planned, base: side([], "absent"), head: side([file("a.yaml", pod("p", "a"))]) }, true).map(({ basis, change }) => `${basis} ${change}`)).toEqual(["none added"]);
  });
});
