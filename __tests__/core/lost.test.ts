import { describe, expect, it } from "@jest/globals";
import { findLost, type GoneTarget, type SeenTarget } from "../../src/core/lost.ts";
import type { Engine } from "../../src/core/target.ts";
import { treeOf, type Stand } from "../support/tree.ts";
import { entriesOf, pod } from "./manifests.ts";

type Files = Readonly<Record<string, Stand>>;

/** A target of the base with one pod, `it`, described by `file`. */
function gone(engine: Engine, path: string, file: string, more: Partial<GoneTarget> = {}): GoneTarget {
  return { id: `${engine}:${path}`, path, engine, onHead: false, opened: [file], leftOut: new Set(), entries: entriesOf(pod(), { path: file }), ...more };
}

function seen(engine: Engine, files: readonly string[], entries: SeenTarget["entries"]): SeenTarget {
  return { engine, files: new Set(files), entries };
}

/** What is lost: what remains, the file to show, and the containers that nobody accounts for. */
function told(target: GoneTarget, head: Files, ...targets: readonly SeenTarget[]) {
  return findLost([target], treeOf(head), targets).map(({ id, path, remains, file, unaccounted }) => {
    expect([id, path]).toEqual([target.id, target.path]);
    return `${remains} | ${file ?? "-"} | ${unaccounted.map(({ workload, container }) => `${workload.name}/${container.name}`).join(" ")}`;
  });
}

describe("a chart that is no target any more", () => {
  const chart = gone("helm", "a", "a/templates/x.yaml", { opened: ["a/Chart.yaml", "a/templates/x.yaml", "a/templates/y.tpl", "a/values.yaml", "a/crds/z.yaml"] });
  it.each<[string, Files, string[]]>([
    ["with all its files", { "README.md": "x" }, []],
    ["while only its values stay", { "a/values.yaml": "x", "a/README.md": "x" }, []],
    ["while a template stays", { "a/templates/x.yaml": "x" }, ["`a/templates/x.yaml` stayed | a/templates/x.yaml | it/app"]],
    ["while several stay", { "a/templates/x.yaml": "x", "a/templates/y.tpl": "y", "a/crds/z.yaml": "z" }, ["`a/templates/x.yaml` and 2 more of its files stayed | a/templates/x.yaml | it/app"]],
    ["while a definition stays", { "a/crds/z.yaml": "z" }, ["`a/crds/z.yaml` stayed | a/crds/z.yaml | it/app"]],
    ["as its folder became a submodule", { a: { submodule: true } }, ["its folder `a` is now a submodule | - | it/app"]],
    ["as its folder lies in a submodule", { "a": { link: "sub/x" }, sub: { submodule: true } }, ["its folder `a` is now a submodule | - | it/app"]],
    ["as its folder leads out of the repository", { a: { link: "../x" } }, ["its folder `a` is now a link that leaves the repository | a | it/app"]],
  ])("%s", (_, head, expected) => {
    expect(told(chart, head)).toEqual(expected);
  });

  it("as its folder became a submodule, at the file that says so", () => {
    expect(told(chart, { a: { submodule: true }, ".gitmodules": "x" })).toEqual(["its folder `a` is now a submodule | .gitmodules | it/app"]);
  });

  it("at the root", () => {
    expect(told(gone("helm", ".", "templates/x.yaml"), { "templates/x.yaml": "x" })).toEqual(["`templates/x.yaml` stayed | templates/x.yaml | it/app"]);
  });

  it("has nothing unaccounted for when another target has its container", () => {
    const there = { "a/templates/x.yaml": "x" };
    const line = "`a/templates/x.yaml` stayed | a/templates/x.yaml | ";
    expect(told(chart, there, seen("helm", [], entriesOf(pod(), { target: "helm:b" })))).toEqual([line]);
    expect(told(chart, there, seen("helm", [], entriesOf(pod({}, {}, { name: "b" }))))).toEqual([`${line}it/app`]);
    expect(told(chart, there, seen("helm", [], entriesOf(pod({ name: "b" }))))).toEqual([`${line}it/app`]);
    expect(told(chart, there, seen("helm", [], entriesOf(pod({}, {}, { namespace: "b" }))))).toEqual([`${line}it/app`]);
    expect(told(chart, there, seen("helm", [], null))).toEqual([`${line}it/app`]);
  });

  it("is still one while it is rendered on the head", () => {
    expect(told({ ...chart, onHead: true }, { "a/templates/x.yaml": "x" })).toEqual([]);
  });
});

describe("a kustomization that is no target any more", () => {
  const kustomization = gone("kustomize", "o", "b/deploy.yaml", { opened: ["b/deploy.yaml", "o/kustomization.yaml", "o/patch.yaml", "o/values.txt", "o/r.yml", "o/j.json", "o/patch.yaml.bak", "o/kustomization.yml", "o/kustomization.yaml.json"] });
  it.each<[string, Files, string[]]>([
    ["with its folder, while its base stays", { "b/deploy.yaml": "x" }, []],
    ["while a patch stays", { "b/deploy.yaml": "x", "o/patch.yaml": "x" }, ["`o/patch.yaml` stayed | o/patch.yaml | it/app"]],
    ["while a resource of the other ending stays, and one of JSON", { "o/r.yml": "x", "o/j.json": "x" }, ["`o/r.yml` and 1 more of its files stayed | o/r.yml | it/app"]],
    ["while only a backup stays, or what makes it one by another ending", { "o/patch.yaml.bak": "x", "o/kustomization.yml": "x" }, []],
    ["while a file stays that only sounds like what makes it one", { "o/kustomization.yaml.json": "x" }, ["`o/kustomization.yaml.json` stayed | o/kustomization.yaml.json | it/app"]],
    ["while only what makes it one stays", { "o/kustomization.yaml": "x", "o/values.txt": "x" }, []],
    ["as its folder became a submodule", { o: { submodule: true } }, ["its folder `o` is now a submodule | - | it/app"]],
  ])("%s", (_, head, expected) => {
    expect(told(kustomization, head)).toEqual(expected);
  });
});

describe("a kustomization that leaves out a file it was made of", () => {
  const flux = gone("kustomize", "m", "m/a.yaml", { onHead: true, leftOut: new Set(["m/a.yaml", "m/new.yaml", "ks.yaml"]), opened: ["m/a.yaml", "m/b.yaml"] });
  const lost = ["`m/a.yaml` stayed | m/a.yaml | it/app"];
  it.each<[string, Files, readonly SeenTarget[], string[]]>([
    ["while it stays", { "m/a.yaml": "x" }, [seen("kustomize", ["m/b.yaml"], entriesOf(pod({}, {}, { name: "b" })))], lost],
    ["because it is gone", { "m/b.yaml": "x", "m/new.yaml": "x" }, [], []],
    ["while another kustomization makes its container, under any name", { "m/a.yaml": "x" }, [seen("kustomize", ["m/a.yaml"], entriesOf(pod({}, {}, { name: "b" })))], []],
    ["while another target has its container", { "m/a.yaml": "x" }, [seen("helm", [], entriesOf(pod()))], ["`m/a.yaml` stayed | m/a.yaml | "]],
  ])("%s", (_, head, targets, expected) => {
    expect(told(flux, head, ...targets)).toEqual(expected);
  });

  it("and lost no container", () => {
    expect(told({ ...flux, entries: [] }, { "m/a.yaml": "x" })).toEqual([]);
  });
});

describe("a plain manifest that is not read any more", () => {
  const manifests = gone("manifests", "d", "d/a.yaml");
  const lost = ["`d/a.yaml` stayed | d/a.yaml | it/app"];
  it.each<[string, Files, readonly SeenTarget[], string[]]>([
    ["because it is gone", { "d/b.yaml": "x" }, [], []],
    ["while it stayed", { "d/a.yaml": "x" }, [], lost],
    ["while another target of manifests reads it", { "d/a.yaml": "x" }, [seen("manifests", ["d/a.yaml"], [])], []],
    ["while a kustomization makes its container, under any name", { "d/a.yaml": "x" }, [seen("kustomize", ["d/a.yaml"], entriesOf(pod({}, {}, { name: "prefixed-it", namespace: "n" })))], []],
    ["while a kustomization reads it and makes something else of it", { "d/a.yaml": "x" }, [seen("kustomize", ["d/a.yaml"], entriesOf(pod({ name: "b" })))], lost],
    ["while a kustomization reads it and makes nothing of it", { "d/a.yaml": "x" }, [seen("kustomize", ["d/a.yaml"], [])], lost],
    ["while a target reads it that nobody looked at", { "d/a.yaml": "x" }, [seen("kustomize", ["d/a.yaml"], null)], []],
    ["while others read other files", { "d/a.yaml": "x" }, [seen("kustomize", ["d/b.yaml"], null), seen("manifests", ["d/b.yaml"], [])], lost],
    ["because its folder is a submodule", { d: { submodule: true } }, [], ["its folder `d` is now a submodule | - | it/app"]],
  ])("%s", (_, head, targets, expected) => {
    expect(told(manifests, head, ...targets)).toEqual(expected);
  });

  it("several, the first by name first", () => {
    const entries = [...entriesOf(pod({}, {}, { name: "b" }), { path: "d/b.yaml" }), ...manifests.entries];
    expect(told({ ...manifests, entries }, { "d/a.yaml": "x", "d/b.yaml": "x" })).toEqual(["`d/a.yaml` and 1 more of its files stayed | d/a.yaml | b/app it/app"]);
  });

  it("one of several, while the others still are", () => {
    const entries = [...manifests.entries, ...entriesOf(pod({}, {}, { name: "b" }), { path: "d/b.yaml" })];
    expect(told({ ...manifests, onHead: true, entries }, { "d/a.yaml": "x", "d/b.yaml": "x" }, seen("manifests", ["d/b.yaml"], []))).toEqual(lost);
    expect(told({ ...manifests, entries }, { "d/a.yaml": "x", "d/b.yaml": "x" })).toEqual(["`d/a.yaml` and 1 more of its files stayed | d/a.yaml | it/app b/app"]);
  });

  it("whose container others have", () => {
    expect(told(manifests, { "d/a.yaml": "x" }, seen("helm", [], entriesOf(pod())))).toEqual(["`d/a.yaml` stayed | d/a.yaml | "]);
  });
});
