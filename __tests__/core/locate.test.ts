import { describe, expect, it } from "@jest/globals";
import type { PathSegment } from "../../src/core/manifest.ts";
import { locate } from "../../src/core/locate.ts";
import type { Candidate, LineRange, Subject } from "../../src/core/source-file.ts";
import type { Engine } from "../../src/core/target.ts";
import { deployment, entriesOf, entryOf } from "./manifests.ts";

const file = (path: string, text: string, changed: readonly LineRange[] = [], removed: Candidate["removed"] = []): Candidate => ({ path, text, changed, removed, before: null });
const all: LineRange = { start: 1, end: 1000 };
const line = (start: number, end = start): LineRange => ({ start, end });

/** A file as a change left it, of which every line is another one. */
function changedFile(path: string, before: string, text: string): Candidate {
  const [was, now] = [before.split("\n"), text.split("\n")];
  const changed = now.flatMap((one, i) => (was.includes(one) ? [] : [line(i + 1)]));
  const kept = (i: number): number => was.slice(0, i).filter((one) => now.includes(one)).length;
  const removed = was.flatMap((one, i) => (now.includes(one) ? [] : [{ text: one, line: changed[0]?.start ?? kept(i), was: i + 1 }]));
  return { path, text, changed, removed, before };
}

/** One line for each place of a container that both sides have. */
const told = (engine: Engine, subject: Subject, files: readonly Candidate[]): string[] =>
  locate(subject, engine, files).map(({ path, line: start, column, endLine, precision, role, inDiff }) => `${path}:${start}${endLine === start ? "" : `-${endLine}`}:${column} ${precision} ${role}${inDiff ? " in diff" : ""}`);

/** One line for each place, the most telling first. */
function places(engine: Engine, text: string, files: readonly Candidate[], { path = "p.yaml", origin = engine === "manifests" ? "file" : "rendered", baseField = null }: { path?: string; origin?: "file" | "rendered"; baseField?: readonly PathSegment[] | null } = {}): string[] {
  return told(engine, { entry: entryOf(text, { path, origin }), base: null, baseField }, files);
}

const privileged = "          securityContext:\n            privileged: true\n";
const unconfined = "          securityContext:\n            seccompProfile:\n              type: Unconfined\n";

describe("in a plain manifest", () => {
  const containerField = ["spec", "template", "spec", "containers", 0, "securityContext", "seccompProfile"];
  const podField = ["spec", "template", "spec", "securityContext", "seccompProfile"];
  it.each<[string, string, LineRange[], readonly PathSegment[] | null, string[]]>([
    ["the field that decides", deployment(privileged), [], null, ["p.yaml:12:13 exact cause"]],
    ["with all its lines", deployment(unconfined), [], null, ["p.yaml:12-13:13 exact cause"]],
    ["in the diff by its first line", deployment(unconfined), [line(12)], null, ["p.yaml:12-13:13 exact cause in diff"]],
    ["in the diff by its last line", deployment(unconfined), [line(13)], null, ["p.yaml:12-13:13 exact cause in diff"]],
    ["not in the diff by the line before", deployment(unconfined), [line(11)], null, ["p.yaml:12-13:13 exact cause"]],
    ["not in the diff by the line behind", deployment(unconfined), [line(14, 20)], null, ["p.yaml:12-13:13 exact cause"]],
    ["where nothing decides, the container's first line", deployment(""), [], null, ["p.yaml:9:11 exact cause"]],
    ["where nothing decides any more, what is left of the field that did", deployment("          securityContext:\n            runAsUser: 1\n"), [], containerField, ["p.yaml:11:11 exact cause"]],
    ["where the pod's field went, the pod's spec", deployment(""), [], podField, ["p.yaml:7:5 exact cause"]],
  ])("%s", (_, text, changed, baseField, expected) => {
    expect(places("manifests", text, [file("other.yaml", text, [all]), file("p.yaml", text, changed)], { baseField })).toEqual(expected);
  });

  it.each<[string, string, string, string[]]>([
    ["where the container's profile was taken away, all of it", "          securityContext:\n            runAsUser: 1\n            seccompProfile:\n              type: RuntimeDefault\n", "          securityContext:\n            runAsUser: 1\n", ["p.yaml:12:1 exact cause"]],
    ["where it went with what held it, far below the container's first line", "          command: [a]\n          securityContext:\n            seccompProfile:\n              type: RuntimeDefault\n", "          command: [a]\n", ["p.yaml:11:1 exact cause"]],
    ["what took its place", "          securityContext:\n            seccompProfile:\n              type: RuntimeDefault\n          tty: true\n", "          stdin: true\n          tty: true\n", ["p.yaml:11:1 exact cause in diff"]],
  ])("%s", (_, before, after, expected) => {
    const subject = { entry: entryOf(deployment(after)), base: entryOf(deployment(before)), baseField: null };
    expect(told("manifests", subject, [changedFile("p.yaml", deployment(before), deployment(after))])).toEqual(expected);
  });

  it("is not where the container stood before it went to another list", () => {
    const at = (inside: string) => `kind: Pod\nmetadata: {name: p}\nspec:\n${inside}`;
    const before = at("  initContainers:\n    - name: init\n      image: x\n      securityContext:\n        seccompProfile: {type: RuntimeDefault}\n  containers:\n    - name: app\n      image: y\n");
    const after = at("  containers:\n    - name: app\n      image: y\n    - name: init\n      image: x\n");
    const [[base], [, entry]] = [entriesOf(before), entriesOf(after)];
    if (base === undefined || entry === undefined) throw new Error("no container");
    expect(told("manifests", { entry, base, baseField: null }, [changedFile("p.yaml", before, after)])).toEqual(["p.yaml:7:7 exact cause"]);
  });

  it("is in the pod where that went deeper", () => {
    const before = "kind: Job\nmetadata: {name: j}\nspec:\n  template:\n    spec:\n      securityContext:\n        seccompProfile: {type: RuntimeDefault}\n      containers:\n        - name: app\n";
    const after = "kind: CronJob\nmetadata: {name: j}\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: app\n";
    const [base, entry] = [before, after].map((text) => entryOf(`apiVersion: batch/v1\n${text}`));
    if (base === undefined || entry === undefined) throw new Error("no container");
    expect(told("manifests", { entry, base, baseField: [...entry.profilePlace, "seccompProfile"] }, [changedFile("p.yaml", `apiVersion: batch/v1\n${before}`, `apiVersion: batch/v1\n${after}`)])).toEqual(["p.yaml:8:9 exact cause in diff"]);
  });

  it("does not look for what was taken away in another file", () => {
    const confined = deployment("          securityContext:\n            seccompProfile:\n              type: RuntimeDefault\n");
    const subject = { entry: entryOf(deployment("")), base: entryOf(confined, { path: "old.yaml" }), baseField: null };
    expect(told("manifests", subject, [changedFile("p.yaml", confined, deployment(""))])).toEqual(["p.yaml:9:11 exact cause"]);
  });

  it("is where an anchor is, when the change is there", () => {
    const manifest = (context: string, use = "*context") => `kind: Pod\nmetadata: {name: p}\nshared: &context\n  ${context}\nspec:\n  securityContext: ${use}\n  containers:\n    - name: app\n`;
    const at = (before: string, after: string) => told("manifests", { entry: entryOf(after), base: entryOf(before), baseField: entryOf(before).field }, [changedFile("p.yaml", before, after)]);
    const [confining, open, nothing] = ["seccompProfile: {type: RuntimeDefault}", "seccompProfile: {type: Unconfined}", "runAsUser: 1"];
    expect(at(manifest(confining), manifest(open))).toEqual(["p.yaml:4:3 exact cause in diff"]);
    expect(at(manifest(confining), manifest(nothing))).toEqual(["p.yaml:4:1 exact cause in diff"]);
    expect(at(manifest(open, "{}"), manifest(open))).toEqual(["p.yaml:6:3 exact cause in diff"]);
  });

  it("counts lines from the top of the file, and finds items of Lists", () => {
    const text = `a: 1\n---\nkind: List\nitems:\n- kind: Pod\n  spec:\n    containers:\n    - name: app\n      securityContext: {privileged: true}\n`;
    expect(places("manifests", text, [file("p.yaml", text)])).toEqual(["p.yaml:9:25 exact cause"]);
  });

  it("says nothing of a file that is not at hand", () => {
    expect(places("manifests", deployment(privileged), [file("other.yaml", deployment(privileged))])).toEqual([]);
  });
});

describe("in what a kustomization is made of", () => {
  const patch = (body: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n${body}`;
  const output = deployment(privileged, "prod-api");
  const json = '{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"api"},"spec":{"template":{"spec":{"containers":[{"name":"app","securityContext":{"privileged":true}}]}}}}';

  it.each<[string, readonly Candidate[], string[]]>([
    ["the field of a resource", [file("b/d.yaml", deployment(privileged))], ["b/d.yaml:12:13 exact cause"]],
    ["the field of a patch before the container of the resource", [file("b/d.yaml", deployment("")), file("o/p.yaml", patch(privileged), [all])], ["o/p.yaml:10:13 exact cause in diff", "b/d.yaml:9:11 file template"]],
    ["what changed before what did not", [file("a.yaml", deployment(privileged)), file("z.yaml", deployment(privileged), [all])], ["z.yaml:12:13 exact cause in diff", "a.yaml:12:13 exact cause"]],
    ["the exact before the likely where both changed", [file("a.yaml", deployment(""), [all]), file("z.yaml", deployment(privileged), [all])], ["z.yaml:12:13 exact cause in diff", "a.yaml:9:11 file cause in diff"]],
    ["the exact before the likely where neither changed", [file("a.yaml", deployment("")), file("z.yaml", deployment(privileged))], ["z.yaml:12:13 exact cause", "a.yaml:9:11 file template"]],
    ["what changed, though only likely, before what did not", [file("a.yaml", deployment(privileged)), file("z.yaml", deployment(""), [all])], ["z.yaml:9:11 file cause in diff", "a.yaml:12:13 exact cause"]],
    ["a changed file that no more decides", [file("a.yaml", deployment(""), [line(2)])], ["a.yaml:9:11 file cause"]],
    ["a field that decides otherwise is no cause", [file("a.yaml", deployment(unconfined))], ["a.yaml:9:11 file template"]],
    ["JSON", [file("a.json", json)], [`a.json:1:${json.indexOf("privileged") + 1} exact cause`]],
    ["YAML by its other ending", [file("b/d.yml", deployment(privileged))], ["b/d.yml:12:13 exact cause"]],
    ["a resource with a generated name", [file("a.yaml", deployment(privileged).replace("name: api", "generateName: prod-"))], ["a.yaml:12:13 exact cause"]],
    ["not another kind", [file("a.yaml", deployment(privileged).replace("Deployment", "StatefulSet"))], []],
    ["not another name", [file("a.yaml", deployment(privileged, "web"))], []],
    ["not another container", [file("a.yaml", deployment(privileged).replace("name: app", "name: other"))], []],
    ["not a file of another name", [file("a.txt", deployment(privileged)), file("a.yaml.bak", deployment(privileged))], []],
    ["not what cannot be read", [file("a.yaml", "a: ["), file("b.yaml", deployment(privileged))], ["b.yaml:12:13 exact cause"]],
    ["at most five", ["a", "b", "c", "d", "e", "f"].map((name) => file(`${name}.yaml`, deployment(privileged))), ["a", "b", "c", "d", "e"].map((name) => `${name}.yaml:12:13 exact cause`)],
  ])("%s", (_, files, expected) => {
    expect(places("kustomize", output, files)).toEqual(expected);
  });

  it("is not what describes another workload, whose name is part of this one's", () => {
    const bundle = `${deployment("", "cert-manager")}---\n${deployment("", "cert-manager-webhook")}`;
    const lineOf = (name: string, names: readonly string[]) => locate({ entry: entryOf(deployment("", name), { origin: "rendered" }), base: null, baseField: null }, "kustomize", [file("install.yaml", bundle)], new Set(names)).map(({ line: start }) => start);
    expect(lineOf("cert-manager-webhook", ["cert-manager", "cert-manager-webhook"])).toEqual([20]);
    expect(lineOf("cert-manager", ["cert-manager", "cert-manager-webhook"])).toEqual([9]);
    expect(lineOf("dev-cert-manager-webhook", ["dev-cert-manager", "dev-cert-manager-webhook"])).toEqual([20]);
    expect(lineOf("prod-cert-manager", ["dev-cert-manager", "prod-cert-manager"])).toEqual([9]);
    // Not without the other: it may have been renamed on the way.
    expect(lineOf("cert-manager-webhook", ["cert-manager-webhook"])).toEqual([9, 20]);
  });

  it("was not where another workload lost its profile", () => {
    const profile = "          securityContext:\n            seccompProfile:\n              type: RuntimeDefault\n";
    const subject = { entry: entryOf(deployment("", "api-worker"), { origin: "rendered" }), base: entryOf(deployment(profile, "api-worker"), { origin: "rendered" }), baseField: null };
    const files = [changedFile("a.yaml", deployment(profile), deployment("")), changedFile("b.yaml", deployment(profile, "api-worker"), deployment("", "api-worker"))];
    expect(locate(subject, "kustomize", files, new Set(["api", "api-worker"])).map(({ path }) => path)).toEqual(["b.yaml"]);
  });

  describe("in a patch that is written inside a kustomization", () => {
    const head = (patch: string) => `resources: [d.yaml]\npatches:\n- target: {kind: Deployment}\n  patch: |-\n${patch}`;
    const json = "    - op: add\n      path: /spec/template/spec/containers/0/securityContext/privileged\n      value: true\n";
    const merge = "    kind: Deployment\n    metadata: {name: x}\n    spec:\n      template:\n        spec:\n          containers:\n          - name: app\n            securityContext:\n              privileged: true\n";
    const whole = "    - op: add\n      path: /spec/template/spec/containers/0/securityContext\n      value: {}\n";
    it.each<[string, string, string, string[]]>([
      ["by the path of an operation", "", json, ["o/kustomization.yaml:6:1 file cause in diff", "b/d.yaml:9:11 file template"]],
      ["by the field of a merge", "", merge, ["o/kustomization.yaml:13:1 file cause in diff", "b/d.yaml:9:11 file template"]],
      ["by what holds the field", "", whole, ["o/kustomization.yaml:6:1 file cause in diff", "b/d.yaml:9:11 file template"]],
      ["where one was taken away", json, "", ["o/kustomization.yaml:4:1 file cause", "b/d.yaml:9:11 file template"]],
      ["not where another one changed", "", "    - op: remove\n      path: /spec/replicas\n", ["b/d.yaml:9:11 file template"]],
    ])("%s", (_, before, after, expected) => {
      expect(places("kustomize", output, [file("b/d.yaml", deployment("")), changedFile("o/kustomization.yaml", head(before), head(after))])).toEqual(expected);
    });

    it("is not looked for where no field decides", () => {
      expect(places("kustomize", deployment("", "prod-api"), [file("b/d.yaml", deployment("")), changedFile("o/kustomization.yaml", head(""), head(json))])).toEqual(["b/d.yaml:9:11 file template"]);
    });

    it("comes before a resource that the change touched and that says nothing of the field", () => {
      expect(places("kustomize", output, [file("b/d.yaml", deployment(""), [all]), changedFile("o/kustomization.yaml", head(""), head(json))])).toEqual(["o/kustomization.yaml:6:1 file cause in diff", "b/d.yaml:9:11 file cause in diff"]);
    });

    it("comes behind a resource whose field the change touched", () => {
      expect(places("kustomize", output, [file("b/d.yaml", deployment(privileged), [all]), changedFile("o/kustomization.yaml", head(""), head(json))])).toEqual(["b/d.yaml:12:13 exact cause in diff", "o/kustomization.yaml:6:1 file cause in diff"]);
    });

    it("is not looked for in another file", () => {
      expect(places("kustomize", output, [changedFile("o/patches.yaml", head(""), head(json))])).toEqual([]);
    });
  });

  it("points at what else the finding is about, where a source says it", () => {
    const added = "          securityContext:\n            capabilities: {add: [SYS_ADMIN]}\n";
    const profile = "      securityContext: {seccompProfile: {type: RuntimeDefault}}\n";
    const resource = deployment("").replace("      containers:", `${profile}      containers:`);
    const entry = entryOf(deployment(added, "prod-api").replace("      containers:", `${profile}      containers:`), { origin: "rendered" });
    const subject = { entry: { ...entry, field: [...entry.podContainer.path, "securityContext", "capabilities"] }, base: null, baseField: null };
    expect(told("kustomize", subject, [file("b/d.yaml", resource), file("o/p.yaml", patch(added), [all])])).toEqual(["o/p.yaml:10:13 exact cause in diff", "b/d.yaml:8:25 exact cause"]);
  });

  describe("where a profile was taken away", () => {
    const profile = "          securityContext:\n            seccompProfile:\n              type: RuntimeDefault\n";
    const tty = "          tty: true\n";
    const subject = (text: string) => ({ entry: entryOf(text, { origin: "rendered" }), base: entryOf(deployment(profile, "prod-api"), { origin: "rendered" }), baseField: null });
    it.each<[string, readonly Candidate[], string[]]>([
      ["in a patch, before the resource", [file("b/d.yaml", deployment("")), changedFile("o/p.yaml", patch(tty + profile), patch(tty))], ["o/p.yaml:9:1 exact cause", "b/d.yaml:9:11 file template"]],
      ["in the resource", [changedFile("b/d.yaml", deployment(profile), deployment("")), file("o/p.yaml", patch(tty))], ["b/d.yaml:10:1 exact cause", "o/p.yaml:8:11 file template"]],
      ["not where another profile was", [changedFile("b/d.yaml", deployment(unconfined), deployment(""))], ["b/d.yaml:9:11 file template"]],
      ["not in another workload", [changedFile("b/d.yaml", deployment(profile, "web"), deployment("", "web"))], []],
    ])("%s", (_, files, expected) => {
      expect(told("kustomize", subject(deployment("", "prod-api")), files)).toEqual(expected);
    });

    const merge = (inside: string, name = "api") => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec:\n  template:\n    spec:\n      containers:\n${inside}`;
    const own = "        - name: app\n          securityContext:\n";
    const resource = "b/d.yaml:9:11 file template";
    it.each<[string, string, string[]]>([
      ["by a null", merge(`${own}            seccompProfile: null\n`), ["c/p.yaml:10:13 exact cause in diff", resource]],
      ["by a directive beside it", merge(`${own}            $patch: replace\n            runAsUser: 1\n`), ["c/p.yaml:10:13 exact cause in diff", resource]],
      ["by a directive in what holds it", merge("        - name: app\n          $patch: delete\n"), ["c/p.yaml:9:11 exact cause in diff", resource]],
      ["by a directive for the whole list", merge("        - $patch: replace\n        - name: app\n"), ["c/p.yaml:8:11 exact cause in diff", resource]],
      ["by a patch that a target gives to it", merge(`${own}            seccompProfile: null\n`, "any"), ["c/p.yaml:10:13 file cause in diff", resource]],
      ["by an operation", "- op: remove\n  path: /spec/template/spec/containers/0/securityContext/seccompProfile\n", ["c/p.yaml:2:1 file cause in diff", resource]],
      ["not by a patch of another workload", merge(`${own}            seccompProfile: null\n`, "web"), [resource]],
      ["not by a patch of another kind", merge(`${own}            seccompProfile: null\n`).replace("kind: Deployment", "kind: StatefulSet"), [resource]],
      ["not by one of another container", merge(`${own.replace("app", "side")}            seccompProfile: null\n`), [resource]],
    ])("in the built object %s", (_, text, expected) => {
      const files = [file("b/d.yaml", deployment(profile)), changedFile("c/p.yaml", "", text)];
      const found = locate(subject(deployment("", "prod-api")), "kustomize", files, new Set(["prod-api", "web"]));
      expect(found.map(({ path, line: start, column, endLine, precision, role, inDiff }) => `${path}:${start}${endLine === start ? "" : `-${endLine}`}:${column} ${precision} ${role}${inDiff ? " in diff" : ""}`)).toEqual(expected);
    });

    it.each<[string, string, string, string[]]>([
      ["that comes to be named", "resources: [../b]\n", "resources: [../b]\npatches:\n# and ../x\n- path: p.yaml\n", ["o/kustomization.yaml:4:1 file cause in diff", "c/p.yaml:10:13 exact cause", resource]],
      ["whose component comes to be named", "resources: [../b]\n", "resources: [../b]\ncomponents: [../c]\n", ["o/kustomization.yaml:2:1 file cause in diff", "c/p.yaml:10:13 exact cause", resource]],
      ["in place of one that is named no more", "resources: [../b]\npatches:\n- path: g.yaml\n", "resources: [../b]\n", ["o/kustomization.yaml:1:1 file cause", "c/p.yaml:10:13 exact cause", resource]],
      ["whatever else of the kustomization changes", "resources: [../b]\n", "resources: [../b]\nnamePrefix: prod-\n", ["c/p.yaml:10:13 exact cause", resource]],
    ])("by a patch that was there before and %s", (_, before, after, expected) => {
      const files = [file("b/d.yaml", deployment(profile)), file("c/p.yaml", merge(`${own}            seccompProfile: null\n`)), changedFile("o/kustomization.yaml", before, after)];
      expect(told("kustomize", subject(deployment("", "prod-api")), files)).toEqual(expected);
    });

    it("is not what a patch takes away that was there before", () => {
      const files = [changedFile("b/d.yaml", deployment(profile), deployment("")), file("c/p.yaml", merge(`${own}            seccompProfile: null\n`))];
      expect(told("kustomize", subject(deployment("", "prod-api")), files)[0]).toBe("b/d.yaml:10:1 exact cause");
    });

    it("is not looked for where something else decides now", () => {
      expect(told("kustomize", subject(deployment(privileged, "prod-api")), [changedFile("b/d.yaml", deployment(profile), deployment(privileged))])).toEqual(["b/d.yaml:12:13 exact cause in diff"]);
    });
  });

  // What nobody heeds decides nothing, and yet it is what such a finding points at: the path of the field is all that says so.
  describe("an annotation", () => {
    const key = "container.seccomp.security.alpha.kubernetes.io/app";
    const pod = (name: string, annotations: string, kind = "Pod") => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  annotations: ${annotations}\n`;
    const patch = (name: string, kind?: string) => pod(name, `\n    other: x\n    ${key}: unconfined`, kind);
    const rendered = entryOf(`${pod("prod-web", `\n    ${key}: unconfined`)}spec:\n  containers:\n    - name: app\n`, { origin: "rendered" });
    const told = (files: readonly Candidate[], field: readonly PathSegment[] = ["metadata", "annotations", key]) =>
      locate({ entry: { ...rendered, field }, base: null, baseField: null }, "kustomize", files).map(({ path, line: start, column, precision, role }) => `${path}:${start}:${column} ${precision} ${role}`);

    it.each<[string, readonly Candidate[], readonly string[]]>([
      ["of a patch that holds nothing else", [file("p.yaml", patch("web"))], ["p.yaml:7:5 exact cause"]],
      ["not one of another kind", [file("p.yaml", patch("web", "Deployment"))], []],
      ["not one of another name", [file("p.yaml", patch("db"))], []],
      ["not one whose name is a number", [file("p.yaml", patch("7"))], []],
      ["not another annotation", [file("p.yaml", pod("web", "\n    other: x"))], []],
      ["in each file", [file("p.yaml", patch("web")), file("q.yaml", "a: 1"), file("r.yaml", patch("prod-web"))], ["p.yaml:7:5 exact cause", "r.yaml:7:5 exact cause"]],
    ])("%s", (_, files, expected) => {
      expect(told(files)).toEqual(expected);
    });

    it("is looked for where the finding points at one alone", () => {
      expect(told([file("p.yaml", patch("web"))], ["metadata", "name"])).toEqual([]);
    });
  });

  it("passes over a file that describes more than can be looked through", () => {
    const bomb = `p: &p {apiVersion: apps/v1, kind: Deployment, metadata: {name: api}, spec: {template: {spec: {containers: [{name: app}]}}}}\na: &a {kind: List, items: [${"*p, ".repeat(1000)}]}\nkind: List\nitems: [${"*a, ".repeat(1000)}]\n`;
    expect(places("kustomize", output, [file("a.yaml", bomb), file("b.yaml", deployment(privileged))])).toEqual(["b.yaml:12:13 exact cause"]);
  });

  it("gives the same answer however often it is asked", () => {
    const files = [file("a.yaml", deployment(privileged))];
    expect(places("kustomize", output, files)).toEqual(places("kustomize", output, files));
  });
});

describe("in a chart whose template cannot be followed", () => {
  const template = "a\n# Deployment\nname: app\nsecurityContext: {}\nb\n";
  const own = (changed: readonly LineRange[] = []) => file("c/templates/d.yaml", template, changed);
  const values = (changed: readonly LineRange[], removed: Candidate["removed"] = []) => file("c/values.yaml", "image: x\nsc:\n  seccompProfile:\n    type: Unconfined\n  privileged: true\n", changed, removed);
  const at = { path: "c/templates/d.yaml" };

  it.each<[string, readonly Candidate[], string[]]>([
    ["the template, where it speaks of seccomp", [own()], ["c/templates/d.yaml:4:1 file template"]],
    ["the template, where it names the container", [file("c/templates/d.yaml", "a\nname: app\n")], ["c/templates/d.yaml:2:1 file template"]],
    ["the template's first line at worst", [file("c/templates/d.yaml", "a\nb\n")], ["c/templates/d.yaml:1:1 file template"]],
    ["values that changed before the template", [own(), values([line(3, 4)])], ["c/values.yaml:3:1 file cause in diff", "c/templates/d.yaml:4:1 file template"]],
    ["values whose changed lines do not speak of it: the template alone", [own(), values([line(1)])], ["c/templates/d.yaml:4:1 file template"]],
    ["values that lost the lines that spoke of it", [own(), values([], [{ text: "  seccompProfile: {}", line: 2, was: 3 }])], ["c/values.yaml:2:1 file cause", "c/templates/d.yaml:4:1 file template"]],
    ["a comment does not speak", [own(), file("c/values.yaml", "# seccompProfile\na: 1\n", [all], [{ text: "  # seccomp", line: 1, was: 1 }])], ["c/templates/d.yaml:4:1 file template"]],
    ["the template that changed, first of all", [own([line(4)]), values([all])], ["c/values.yaml:3:1 file cause in diff", "c/templates/d.yaml:4:1 file cause in diff"]],
    ["helpers that define something", [own(), file("c/templates/_h.tpl", '{{ define "x" }}\nseccompProfile: {}\n{{ end }}\n', [all])], ["c/templates/_h.tpl:2:1 file cause in diff", "c/templates/d.yaml:4:1 file template"]],
    ["not another template that defines nothing", [own(), file("c/templates/other.yaml", "seccompProfile: {}\n", [all])], ["c/templates/d.yaml:4:1 file template"]],
    ["not what is no YAML", [own(), file("c/README.md", "seccompProfile\n", [all])], ["c/templates/d.yaml:4:1 file template"]],
    ["values by the other ending, and of JSON", [own(), file("c/values.yml", "seccompProfile: {}\n", [all]), file("c/v.json", '{"seccompProfile":1}', [all])], ["c/values.yml:1:1 file cause in diff", "c/v.json:1:1 file cause in diff", "c/templates/d.yaml:4:1 file template"]],
    ["not a backup of values", [own(), file("c/values.yaml.bak", "seccompProfile: {}\n", [all])], ["c/templates/d.yaml:4:1 file template"]],
    ["a helper at the root's templates, dense", [own(), file("templates/_h.tpl", '{{-define "x"}}\nseccompProfile: {}\n', [all])], ["templates/_h.tpl:2:1 file cause in diff", "c/templates/d.yaml:4:1 file template"]],
    ["not another template at the root that defines nothing", [own(), file("templates/other.yaml", "seccompProfile: {}\n", [all])], ["c/templates/d.yaml:4:1 file template"]],
    ["what speaks in front of a comment", [own(), file("c/values.yaml", "seccompProfile: {} # why\n", [all])], ["c/values.yaml:1:1 file cause in diff", "c/templates/d.yaml:4:1 file template"]],
    ["the template's changed line that speaks of it, not its first", [file("c/templates/d.yaml", "securityContext: a\nb\nsecurityContext: c\n", [line(3)])], ["c/templates/d.yaml:3:1 file cause in diff"]],
    ["a changed template that does not speak of it in the change", [own([line(1)])], ["c/templates/d.yaml:1:1 file cause in diff"]],
  ])("%s", (_, files, expected) => {
    expect(places("helm", deployment(unconfined), files, at)).toEqual(expected);
  });

  it("looks for the word that decided: privileged", () => {
    expect(places("helm", deployment(privileged), [own(), values([all])], at)[0]).toBe("c/values.yaml:5:1 file cause in diff");
  });

  it("says what it can of a container whose template is not known", () => {
    expect(places("helm", deployment(unconfined), [values([all])], { path: "c/templates/gone.yaml" })).toEqual(["c/values.yaml:3:1 file cause in diff"]);
  });
});

describe("in a chart whose template can be followed", () => {
  const template = `kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  template:
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: x
          {{- with .Values.main.context }}
          securityContext:
            {{- toYaml . | nindent 12 }}
          {{- end }}
        - name: side
          image: y
          securityContext:
            {{- toYaml .Values.side | nindent 12 }}
`;
  const rendered = (main: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: r
spec:
  template:
    spec:
      containers:
        - name: app
          image: x
${main}        - name: side
          image: y
          securityContext:
            privileged: true
`;
  const confined = "          securityContext:\n            seccompProfile:\n              type: RuntimeDefault\n";
  const values = "image: x\nside:\n  privileged: true\nmain:\n  context:\n    runAsUser: 1\n    seccompProfile:\n      type: RuntimeDefault\n";
  const own = (changed: readonly LineRange[] = []) => file("c/templates/d.yaml", template, changed);
  const found = (files: readonly Candidate[], text: string, name: string, base: string | null = null) => {
    const container = (manifest: string) => entriesOf(manifest, { path: "c/templates/d.yaml", origin: "rendered" }).find((entry) => entry.container.name === name);
    const entry = container(text);
    const was = base === null ? null : (container(base) ?? null);
    if (entry === undefined) throw new Error(name);
    return locate({ entry, base: was, baseField: was?.field ?? null }, "helm", files);
  };
  const at = (...given: Parameters<typeof found>) => found(...given).map(({ path, line: start, endLine, precision, role, inDiff }) => `${path}:${start}${endLine === start ? "" : `-${endLine}`} ${precision} ${role}${inDiff ? " in diff" : ""}`);
  const valuesAt = (...given: Parameters<typeof found>) => found(...given).flatMap(({ path, value }) => (value === undefined ? [] : [`${path}: ${value.join(".")}`]));

  it.each<[string, readonly Candidate[], string[]]>([
    ["the value and the action that wrote it", [own(), file("c/values.yaml", values)], ["c/values.yaml:3 exact cause", "c/templates/d.yaml:17 action template"]],
    ["what the change touched first", [own([line(17)]), file("c/values.yaml", values)], ["c/templates/d.yaml:17 action cause in diff", "c/values.yaml:3 exact cause"]],
    ["the value that was given, before the chart's own", [own(), file("c/ci/x-values.yaml", "side: {privileged: true}\n", [all]), file("c/values.yaml", values)], ["c/ci/x-values.yaml:1 exact cause in diff", "c/templates/d.yaml:17 action template"]],
    ["what the chart above says of it", [own(), file("values.yaml", "side: {privileged: true}\nc:\n  side: {privileged: true}\n", [all]), file("c/values.yaml", "side: {}\n")], ["values.yaml:3 exact cause in diff", "c/templates/d.yaml:17 action template"]],
    ["the action alone where no value is the one that decides", [own(), file("c/values.yaml", "side: {privileged: false}\n")], ["c/templates/d.yaml:17 action template"]],
    ["the value and not other lines that the change touched and that speak of it", [own(), file("c/values.yaml", `other:\n  privileged: false\n${values}`, [all])], ["c/values.yaml:5 exact cause in diff", "c/templates/d.yaml:17 action template"]],
    ["other lines that the change touched where it touched none that wrote it", [own(), file("c/values.yaml", `other:\n  privileged: false\n${values}`, [line(2)])], ["c/values.yaml:2 file cause in diff", "c/templates/d.yaml:17 action template"]],
  ])("%s", (_, files, expected) => {
    expect(at(files, rendered(confined), "side")).toEqual(expected);
  });

  it("follows `with` to the value", () => {
    expect(at([own(), file("c/values.yaml", values)], rendered(confined), "app")).toEqual(["c/values.yaml:7-8 exact cause", "c/templates/d.yaml:12 action template"]);
  });

  it("finds the container to which no field gives a profile", () => {
    expect(at([own([all]), file("c/values.yaml", "securityContext: {}\n", [all])], rendered(""), "app")).toEqual(["c/templates/d.yaml:8 action cause in diff"]);
  });

  const gone = () => {
    const head = "image: x\nside:\n  privileged: true\nmain:\n  context:\n    runAsUser: 1\n";
    const before = `other:\n  seccompProfile: {}\n${values}`;
    const removed = [[1, 1, "other:"], [2, 1, "  seccompProfile: {}"], [9, 6, "    seccompProfile:"], [10, 6, "      type: RuntimeDefault"]] as const;
    return { ...file("c/values.yaml", head, [], removed.map(([was, line, text]) => ({ was, line, text }))), before };
  };
  const unset = rendered("          securityContext:\n            runAsUser: 1\n");

  it("finds where the value stood that is gone, among others that went", () => {
    expect(at([own(), gone()], unset, "app", rendered(confined))).toEqual(["c/values.yaml:6 action cause", "c/templates/d.yaml:11 exact template"]);
  });

  it("says which value of which file it is", () => {
    const above = file("values.yaml", "c:\n  side: {privileged: true}\n");
    expect(valuesAt([own(), above, file("c/values.yaml", "side: {}\n")], rendered(confined), "side")).toEqual(["values.yaml: c.side.privileged"]);
    expect(valuesAt([own(), file("c/values.yaml", values)], rendered(confined), "app")).toEqual(["c/values.yaml: main.context.seccompProfile"]);
    expect(valuesAt([own(), gone()], unset, "app", rendered(confined))).toEqual(["c/values.yaml: main.context.seccompProfile"]);
  });

  it("names no value where the template itself wrote what is gone", () => {
    const literal = template.replace("          {{- with .Values.main.context }}\n          securityContext:\n            {{- toYaml . | nindent 12 }}\n          {{- end }}\n", confined);
    const changed = changedFile("c/templates/d.yaml", literal, literal.replace(confined, ""));
    expect(at([changed, file("c/values.yaml", values)], rendered(""), "app", rendered(confined))[0]).toBe("c/templates/d.yaml:10 action cause");
    expect(valuesAt([changed, file("c/values.yaml", values)], rendered(""), "app", rendered(confined))).toEqual([]);
  });

  it("names no value that the template does not read any more", () => {
    const renamed = { ...own([line(10)]), text: template.replaceAll(".Values.main.context", ".Values.main.securityContext"), before: template };
    expect(valuesAt([renamed, gone()], unset, "app", rendered(confined))).toEqual([]);
  });
});

// The template is shaped as `helm create` shapes it.
describe("the value that becomes the security context of the pod", () => {
  const deployment = (inside: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: r\nspec:\n  template:\n    spec:\n${inside}      containers:\n        - name: app\n          image: x\n`;
  const usual = `      {{- with .Values.podSecurityContext }}\n      securityContext:\n        {{- toYaml . | nindent 8 }}\n      {{- end }}\n`;
  const nothing = "podSecurityContext: {}\n";
  const at = (inside: string, files: readonly Candidate[], output = "") => {
    const [entry] = entriesOf(deployment(output), { path: "c/templates/d.yaml", origin: "rendered" });
    if (entry === undefined) throw new Error("no container");
    const template = file("c/templates/d.yaml", deployment(inside));
    return locate({ entry, base: null, baseField: null }, "helm", [template, ...files]).flatMap(({ path, line: start, value, role }) => (value === undefined ? [] : [`${path}:${start} ${role} ${value.join(".")}`]));
  };
  it("comes first where a chart was moved, and says all of the path", () => {
    const rendered = (output: string, path: string) => entryOf(deployment(output), { path, origin: "rendered" });
    const entry = rendered("", "new/templates/d.yaml");
    const base = rendered("      securityContext:\n        seccompProfile: {type: RuntimeDefault}\n", "c/templates/d.yaml");
    const files = [file("new/templates/d.yaml", deployment(usual), [all]), file("new/values.yaml", nothing, [all])];
    const told = (field: readonly PathSegment[] | null) => locate({ entry, base, baseField: field }, "helm", files).map(({ path, role, value }) => [path, role, value?.join(".")]);
    expect(told(base.field)[0]).toEqual(["new/values.yaml", "cause", "podSecurityContext.seccompProfile"]);
    expect(told(["spec", "template", "spec", "containers", 0, "securityContext", "seccompProfile"]).map(([, , value]) => value)).toEqual([undefined, undefined]);
  });

  const found = (inside: string, values = nothing, output = "") => at(inside, [file("c/values.yaml", values)], output);
  const own = ["c/values.yaml:1 template podSecurityContext"];

  it.each<[string, string]>([
    ["of `with`", usual],
    ["of `if`", usual.replace("with", "if").replace("toYaml .", "toYaml .Values.podSecurityContext")],
    ["on its own line", "      securityContext: {{ toYaml .Values.podSecurityContext | nindent 8 }}\n"],
    ["on the line below", "      securityContext:\n        {{- toYaml .Values.podSecurityContext | nindent 8 }}\n"],
    ["beside comments about containers", `${usual}  # its containers:\n      containers: [] # none\n`],
    ["before a list with blanks behind its name", `${usual}---\n      containers:  \n`],
    ["named by another template", '      securityContext: {{- include "render" (dict "value" .Values.podSecurityContext "context" $) | nindent 8 }}\n'],
  ])("is found: %s", (_, inside) => {
    expect(found(inside)).toEqual(own);
  });

  it("is found where it sets something else", () => {
    expect(found(usual, "podSecurityContext:\n  fsGroup: 1\n", "      securityContext:\n        fsGroup: 1\n")).toEqual(own);
  });

  it("is found where it is only switched on", () => {
    expect(found(usual, "podSecurityContext:\n  enabled: true\n")).toEqual(own);
  });

  it("is found behind files that say nothing of it, and for all charts", () => {
    expect(at(usual, [file("a.yaml", ""), file("b.yaml", "other: {}\n"), file("c/values.yaml", nothing)])).toEqual(own);
    expect(at(usual.replace(".Values.", ".Values.global."), [file("values.yaml", "c:\n  global: { podSecurityContext: {} }\nglobal: { podSecurityContext: {} }\n")])).toEqual(["values.yaml:3 template global.podSecurityContext"]);
  });

  it("is found in what the chart above gives to its subchart", () => {
    expect(at(usual, [file("values.yaml", "c:\n  podSecurityContext: {}\n"), file("c/values.yaml", nothing)])).toEqual(["values.yaml:2 template c.podSecurityContext"]);
  });

  it("is none of a kind whose pods are made elsewhere", () => {
    const text = "apiVersion: apps.kruise.io/v1alpha1\nkind: SidecarSet\nmetadata:\n  name: r\nspec:\n  containers:\n    - name: app\n";
    const files = [file("c/templates/d.yaml", `${text}  securityContext: {{ toYaml .Values.podSecurityContext }}\n`), file("c/values.yaml", nothing)];
    expect(locate({ entry: entryOf(text, { path: "c/templates/d.yaml", origin: "rendered" }), base: null, baseField: null }, "helm", files).map(({ path, value }) => [path, value])).toEqual([["c/templates/d.yaml", undefined]]);
  });

  it.each<[string, string, string, string]>([
    ["what is none of the pod's", usual.replace("      securityContext", "        securityContext"), nothing, ""],
    ["one of two", usual + usual.replace(".Values.podSecurityContext", ".Values.other"), nothing, ""],
    ["one beside another that is no value", `${usual}      securityContext:\n        fsGroup: {{ .Values.group }}\n`, nothing, ""],
    ["what the template says itself", "      securityContext:\n        fsGroup: 1\n", nothing, "      securityContext:\n        fsGroup: 1\n"],
    ["of two that the action takes from", usual.replace(".Values.podSecurityContext", "(merge .Values.other .Values.podSecurityContext)"), nothing, ""],
    ["what no values file has", usual, "other: {}\n", ""],
    ["what is switched off", usual, "podSecurityContext:\n  enabled: false\n", ""],
    ["what is set and not written", usual, "podSecurityContext:\n  fsGroup: 1\n", ""],
    ["what is not set and written", usual, nothing, "      securityContext:\n        fsGroup: 1\n"],
    ["what is no mapping", usual, "podSecurityContext: false\n", ""],
    ["anything where pods stand at several depths", `${usual}---\nspec:\n  containers:\n`, nothing, ""],
    ["anything where pods stand at several depths, those of others below", `${usual}      containers:\n---\nspec:\n  containers:\n`, nothing, ""],
  ])("is not guessed: %s", (_, inside, values, output) => {
    expect(found(inside, values, output)).toEqual([]);
  });
});

// helm.sh/docs/chart_template_guide/subcharts_and_globals: whose values a chart sees; Masterminds/sprig: docs/defaults.md (default).
describe("the value behind an action", () => {
  const written = (securityContext: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: r\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: x\n          securityContext:\n${securityContext}`;
  const action = (expression: string) => `            privileged: {{ ${expression} }}\n`;
  const output = written("            privileged: true\n");
  const at = (body: string, files: readonly Candidate[], path: string) =>
    places("helm", output, [...(body === "" ? [] : [file(path, written(body))]), ...files], { path }).map((place) => place.replace(/:\d+ /, " "));
  const nothing = ["c/templates/d.yaml:12 action template"];
  const values = (text: string, path = "c/values.yaml") => [file(path, text)];

  it.each<[string, string, readonly Candidate[], readonly string[], string?]>([
    ["its own", action(".Values.a.b"), values("a:\n  b: true\n"), ["c/values.yaml:2 exact cause", ...nothing]],
    ["of the root", action("$.Values.a"), values("a: true\n"), ["c/values.yaml:1 exact cause", ...nothing]],
    ["in brackets", action("default false (.Values.a)"), values("a: true\n"), ["c/values.yaml:1 exact cause", ...nothing]],
    ["the last of a default, which is the strongest", action("default .Values.weak .Values.strong"), values("weak: true\nstrong: true\n"), ["c/values.yaml:2 exact cause", ...nothing]],
    ["the default where nothing stronger is said", action("default .Values.weak .Values.strong"), values("weak: true\n"), ["c/values.yaml:1 exact cause", ...nothing]],
    ["none that says otherwise", action(".Values.a"), values("a: false\n"), nothing],
    ["none of another type", action(".Values.a"), values('a: "true"\n'), nothing],
    ["none whose path cannot be read off", action('index .Values "a-b"'), values("a: true\n"), nothing],
    ["none of what only ends alike", action("my.Values.a"), values("a: true\n"), nothing],
    ["global, as the chart above has it", action(".Values.global.a"), values("global:\n  a: true\nc: { global: { a: true } }\n", "values.yaml"), ["values.yaml:2 exact cause", ...nothing]],
    ["of a subchart, as the chart above has it", action(".Values.a"), values("a: true\nc: { a: true }\n", "values.yaml"), ["values.yaml:2 exact cause", ...nothing]],
    ["of a subchart, in a file that is given to the chart above", action(".Values.a"), values("c: { a: true }\n", "prod.yml"), ["prod.yml:1 exact cause", ...nothing]],
    ["of the chart, in a file that is given to it", action(".Values.a"), values('{ "a": true }', "prod.json"), ["prod.json:1 exact cause", ...nothing]],
    ["of the file that is given before the defaults", action(".Values.a"), [...values("a: true\n"), ...values("c: { a: true }\n", "values.yaml"), ...values("a: true\n", "z.yaml")], ["z.yaml:1 exact cause", ...nothing]],
    ["of the chart above before the chart's own", action(".Values.a"), [...values("a: true\n"), ...values("c: { a: true }\n", "values.yaml")], ["values.yaml:1 exact cause", ...nothing]],
    ["behind a file that says nothing", action(".Values.a"), [...values("", "a.yaml"), ...values("a: true\n")], ["c/values.yaml:1 exact cause", ...nothing]],
    ["none of a file of templates", action(".Values.a"), values("a: true\n", "c/templates/values.yaml"), nothing],
    ["none of what is no values file", action(".Values.a"), values("a: true\n", "c/values.yaml.bak"), nothing],
    ["of a chart at the root", action(".Values.a"), values("a: true\n", "values.yaml"), ["values.yaml:1 exact cause", "templates/d.yaml:12 action template"], "templates/d.yaml"],
    ["a mapping that is written whole", "            {{- toYaml .Values.context | nindent 12 }}\n", values("context:\n  privileged: true\n"), ["c/values.yaml:2 exact cause", ...nothing]],
    ["an object that is written whole", "", [file("c/templates/whole.yaml", "{{ toYaml .Values.object }}\n"), ...values(`object:\n${output.replace(/^(?=.)/gm, "  ")}`)], ["c/values.yaml:13 exact cause", "c/templates/whole.yaml:1 action template"], "c/templates/whole.yaml"],
    ["of the `with` above", `            {{- with .Values.a }}\n            privileged: {{ . }}\n            {{- end }}\n`, values("a: true\n"), ["c/values.yaml:1 exact cause", "c/templates/d.yaml:13 action template"]],
    ["of the variable above", `            {{- $p := .Values.a }}\n            privileged: {{ $p }}\n`, values("a: true\n"), ["c/values.yaml:1 exact cause", "c/templates/d.yaml:13 action template"]],
    ["of the `else if` above", `            {{- if .Values.b }}\n            {{- else if .Values.a }}\n            privileged: {{ $p }}\n            {{- end }}\n`, values("a: true\n"), ["c/values.yaml:1 exact cause", "c/templates/d.yaml:14 action template"]],
    ["none of what is written above and names nothing", `            {{- include "x" .Values.a }}\n            privileged: {{ $p }}\n`, values("a: true\n"), ["c/templates/d.yaml:13 action template"]],
    ["none of what is too far above", `            {{- $p := .Values.a }}\n${"            {{- /* */}}\n".repeat(9)}            privileged: {{ $p }}\n`, values("a: true\n"), ["c/templates/d.yaml:22 action template"]],
    ["none where the template says it itself", `            {{- if .Values.a }}\n            privileged: true\n            {{- end }}\n`, values("a: true\n"), ["c/templates/d.yaml:13 exact template"]],
  ])("%s", (_, body, files, expected, path = "c/templates/d.yaml") => {
    expect(at(body, files, path)).toEqual(expected);
  });
});

// helm.sh/docs/chart_template_guide/control_structures: what decides whether a line is there.
describe("a value that switches a part of a template", () => {
  const lines = (...body: string[]) => body.map((text) => `${text}\n`).join("");
  const head = lines("apiVersion: apps/v1", "kind: Deployment", "metadata:", "  name: r", "spec:", "  template:", "    spec:", "      containers:", "        - name: app", "          image: x");
  const output = `${head}${lines("          securityContext:", "            privileged: true")}`;
  const guarded = (condition: string, end = "          {{- end }}") => `${head}${lines(`          ${condition}`, "          securityContext:", "            privileged: true", end)}`;
  const template = (body: string) => file("c/templates/d.yaml", body);
  const own = "c/templates/d.yaml:13:1 exact template";
  const values = (before: string, text: string, path = "c/values.yaml") => changedFile(path, before, text);
  const at = (body: string, files: readonly Candidate[]) => places("helm", output, [template(body), ...files], { path: "c/templates/d.yaml" });

  it.each<[string, string, readonly Candidate[], string[]]>([
    ["on", guarded("{{- if .Values.a.active }}"), [values("a:\n  active: false\n", "a:\n  active: true\n")], ["c/values.yaml:2:3 exact cause in diff", own]],
    ["on, by being there", guarded("{{- if .Values.a.active }}"), [values("a: {}\n", "a:\n  active: true\n")], ["c/values.yaml:2:3 exact cause in diff", own]],
    ["not by a mapping, which is merged with what others say", guarded("{{- with .Values.a }}"), [values("a: {}\n", "a:\n  b: 1\n")], [own]],
    ["not by what says the same as before in another file", guarded("{{- if .Values.a }}"), [values("b: 1\n", "b: 1\na: true\n", "prod.yaml"), file("c/values.yaml", "a: true\n")], [own]],
    ["on, by another word", guarded('{{- if eq .Values.mode "x" }}'), [values("mode: y\n", "mode: x\n")], ["c/values.yaml:1:1 exact cause in diff", own]],
    ["on, by a list", guarded("{{- range .Values.list }}"), [values("list: []\n", "list: [1]\n")], ["c/values.yaml:1:1 exact cause in diff", own]],
    ["in a condition further out, too", guarded("{{- if .Values.out }}{{- if .Values.in }}", "          {{- end }}{{ end }}"), [values("out: 0\nin: 1\n", "out: 1\nin: 1\n")], ["c/values.yaml:1:1 exact cause in diff", own]],
    ["in the branch for all else", guarded("{{- if .Values.safe }}\n          {{- else }}"), [values("safe: true\n", "safe: false\n")], ["c/values.yaml:1:1 exact cause in diff", "c/templates/d.yaml:14:1 exact template"]],
    ["in the branch for something else", guarded("{{- if .Values.b }}\n          {{- else if .Values.a }}"), [values("a: false\n", "a: true\n")], ["c/values.yaml:1:1 exact cause in diff", "c/templates/d.yaml:14:1 exact template"]],
    ["on its own line", `${head}${lines("          securityContext:", "            {{ if .Values.a }}privileged: true{{ end }}")}`, [values("a: false\n", "a: true\n")], ["c/values.yaml:1:1 exact cause in diff", "c/templates/d.yaml:12:1 action template"]],
    ["for all charts", guarded("{{- if .Values.global.a }}"), [values("global: { a: false }\n", "global: { a: true }\n", "values.yaml")], ["values.yaml:1:11 exact cause in diff", own]],
    ["not by what a block is given", guarded('{{- block "x" .Values.a }}'), [values("a: false\n", "a: true\n")], [own]],
    ["not one that stayed", guarded("{{- if .Values.a }}"), [values("a: true\n", "a: true\nb: 1\n")], [own]],
    ["not one whose block ended above", `${head}${lines("          {{- if .Values.a }}", "          {{- end }}", "          securityContext:", "            privileged: true")}`, [values("a: false\n", "a: true\n")], ["c/templates/d.yaml:14:1 exact template"]],
    ["not one whose block begins below", `${head}${lines("          securityContext:", "            privileged: true", "          {{- if .Values.a }}", "          tty: true", "          {{- end }}")}`, [values("a: false\n", "a: true\n")], ["c/templates/d.yaml:12:1 exact template"]],
    ["as the chart above says it, whatever the chart's own says", guarded("{{- if .Values.a }}"), [values("a: false\n", "a: true\n"), file("values.yaml", "c: { a: true }\n")], [own]],
  ])("%s", (_, body, files, expected) => {
    expect(at(body, files)).toEqual(expected);
  });

  it("is told behind the line of the template, where that came with the change", () => {
    const body = guarded("{{- if .Values.a }}");
    expect(places("helm", output, [file("c/templates/d.yaml", body, [all]), values("b: 1\n", "b: 1\na: true\n")], { path: "c/templates/d.yaml" })).toEqual(["c/templates/d.yaml:13:1 exact cause in diff", "c/values.yaml:2:1 exact cause in diff"]);
  });

  it("off, for what is not there any more", () => {
    const confined = `${head}${lines("          securityContext:", "            seccompProfile:", "              type: RuntimeDefault")}`;
    const body = `${head}${lines("          {{- if .Values.context.enabled }}", '          securityContext: {{- omit .Values.context "enabled" | toYaml | nindent 12 }}', "          {{- end }}")}`;
    const context = (enabled: boolean) => `context:\n  enabled: ${enabled}\n  seccompProfile:\n    type: RuntimeDefault\n`;
    const entry = (text: string) => entryOf(text, { path: "c/templates/d.yaml", origin: "rendered" });
    const subject = { entry: entry(head), base: entry(confined), baseField: entry(confined).podContainer.path };
    expect(told("helm", subject, [template(body), values(context(true), context(false))])[0]).toBe("c/values.yaml:2:3 exact cause in diff");
  });
});

describe("very many findings in a large chart", () => {

  it("takes no longer for each of the files that a change touched than for the first", () => {
    const values = Array.from({ length: 30_000 }, (_, i) => file(`charts/s${i}/values.yaml`, "profile: Unconfined\n", [all]));
    const begin = process.cpuUsage();
    expect(places("helm", deployment(unconfined), values, { path: "templates/absent.yaml" }).length).toBeGreaterThan(0);
    expect(process.cpuUsage(begin).user).toBeLessThan(4_000_000); // microseconds
  });

  it("take the time of one reading of its files", () => {
    const containers = Array.from({ length: 2_000 }, (_, i) => `        - name: c${i}\n`).join("");
    const output = deployment("").replace(/ {8}- name: app\n/, containers);
    const template = deployment("").replace(/ {8}- name: app\n/, `{{ range $i := until 2000 }}\n        - name: c{{ $i }}\n{{ end }}\n${"# no word of it\n".repeat(60_000)}`);
    const files = [file("c/templates/d.yaml", template), file("c/values.yaml", `${"# nothing\n".repeat(90_000)}unconfined: x\n`, [line(90_001)])];
    const begin = process.cpuUsage();
    const located = entriesOf(output, { path: "c/templates/d.yaml", origin: "rendered" }).map((entry) => locate({ entry, base: null, baseField: null }, "helm", files));
    expect(process.cpuUsage(begin).user).toBeLessThan(20_000_000); // microseconds
    expect(located.map(([first]) => `${first?.path}:${first?.line}`)).toEqual(new Array(2_000).fill("c/values.yaml:90001"));
  });
});
