import { describe, expect, it } from "@jest/globals";
import { readDocuments } from "../../src/core/manifest.ts";
import { fieldAt, fieldPath } from "../../src/core/field.ts";
import { objectsOf, podHolders } from "../../src/core/workload.ts";
import { entriesOf, inventoryOf, pod } from "./manifests.ts";

const containers = "containers: [{name: app}]";

/** One line for each container: group, kind, namespace, name and the container's path. */
function found(text: string, namespace = "default"): string[] {
  const { documents } = readDocuments({ path: "p.yaml", text, origin: "file" });
  return documents
    .flatMap((document) => [...objectsOf(document)].flatMap((object) => podHolders(document, object, namespace)))
    .map(({ workload, group, podSpec, objectPath }) => `${group}/${workload.kind} ${workload.namespace ?? "-"}/${workload.name} ${fieldPath([...objectPath, ...(podSpec?.path ?? [])])}`);
}

describe("kinds that carry pods", () => {
  it.each([
    ["v1", "Pod", `spec: {${containers}}`, "/Pod default/a spec"],
    ["v1", "PodTemplate", `template: {spec: {${containers}}}`, "/PodTemplate default/a template.spec"],
    ["v1", "ReplicationController", `spec: {template: {spec: {${containers}}}}`, "/ReplicationController default/a spec.template.spec"],
    ["apps/v1", "ReplicaSet", `spec: {template: {spec: {${containers}}}}`, "apps/ReplicaSet default/a spec.template.spec"],
    ["apps/v1", "Deployment", `spec: {template: {spec: {${containers}}}}`, "apps/Deployment default/a spec.template.spec"],
    ["apps/v1", "StatefulSet", `spec: {template: {spec: {${containers}}}}`, "apps/StatefulSet default/a spec.template.spec"],
    ["apps/v1", "DaemonSet", `spec: {template: {spec: {${containers}}}}`, "apps/DaemonSet default/a spec.template.spec"],
    ["batch/v1", "Job", `spec: {template: {spec: {${containers}}}}`, "batch/Job default/a spec.template.spec"],
    ["batch/v1", "CronJob", `spec: {jobTemplate: {spec: {template: {spec: {${containers}}}}}}`, "batch/CronJob default/a spec.jobTemplate.spec.template.spec"],
    ["extensions/v1beta1", "Deployment", `spec: {template: {spec: {${containers}}}}`, "apps/Deployment default/a spec.template.spec"],
    ["extensions/v1beta1", "DaemonSet", `spec: {template: {spec: {${containers}}}}`, "apps/DaemonSet default/a spec.template.spec"],
    ["extensions/v1beta1", "ReplicaSet", `spec: {template: {spec: {${containers}}}}`, "apps/ReplicaSet default/a spec.template.spec"],
    ["apps/v1beta2", "Deployment", `spec: {template: {spec: {${containers}}}}`, "apps/Deployment default/a spec.template.spec"],
    ["batch/v1beta1", "CronJob", `spec: {jobTemplate: {spec: {template: {spec: {${containers}}}}}}`, "batch/CronJob default/a spec.jobTemplate.spec.template.spec"],
  ])("%s %s", (apiVersion, kind, body, expected) => {
    expect(found(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n${body}\n`)).toEqual([expected]);
  });

  it.each([
    ["a kind that is a number", `apiVersion: v1\nkind: 1\nspec: {${containers}}`],
    ["no kind", `apiVersion: v1\nspec: {${containers}}`],
    ["no template", "apiVersion: apps/v1\nkind: Deployment\nspec: {}"],
    ["a template that is null", "apiVersion: v1\nkind: ReplicationController\nspec: {template: null}"],
    ["a spec that is a text", "apiVersion: v1\nkind: Pod\nspec: x"],
    ["a spec that is a list", "apiVersion: v1\nkind: Pod\nspec: [{containers: [{name: a}]}]"],
  ])("are not: %s", (_, text) => {
    expect(found(`${text}\n`)).toEqual([]);
  });

  it("does not need an apiVersion for a kind of the core group", () => {
    expect(found(`kind: Pod\nmetadata: {name: a}\nspec: {${containers}}\n`)).toEqual(["/Pod default/a spec"]);
  });
});

describe("names", () => {
  it.each<[string, object, string]>([
    ["a name", { name: "a" }, "default/a"],
    ["a namespace of its own", { name: "a", namespace: "b" }, "b/a"],
    ["an empty namespace is none", { name: "a", namespace: "" }, "default/a"],
    ["generateName", { generateName: "job-" }, "default/job-*"],
    ["a name beside generateName", { name: "a", generateName: "job-" }, "default/a"],
    ["an empty name beside generateName", { name: "", generateName: "job-" }, "default/job-*"],
    ["no name at all", {}, "default/"],
    ["a name that is a number", { name: 12 }, "default/12"],
    ["a name that is a boolean", { name: true }, "default/true"],
    ["a name that is an object", { name: {} }, "default/"],
  ])("%s", (_, metadata, expected) => {
    expect(found(JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata, spec: {} }))).toEqual([`/Pod ${expected} spec`]);
  });

  it.each([["null", "null"], ["a text", "x"]])("metadata that is %s", (_, metadata) => {
    expect(found(`apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\nspec: {}\n`)).toEqual(["/Pod default/ spec"]);
  });

  it("takes the target's namespace for an object that names none", () => {
    expect(found(pod(), "prod")).toEqual(["/Pod prod/it spec"]);
  });
});

describe("Lists", () => {
  const item = (name: string, more = "") => `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}, spec: {${containers}}${more}}`;
  it.each<[string, string, string[]]>([
    ["in order", `apiVersion: v1\nkind: List\nitems: [${item("a")}, ${item("b")}]`, ["/Pod default/a items[0].spec", "/Pod default/b items[1].spec"]],
    ["of Lists", `apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: List, items: [${item("a")}]}, ${item("b")}]`, ["/Pod default/a items[0].items[0].spec", "/Pod default/b items[1].spec"]],
    ["typed, whose items name no kind", `apiVersion: apps/v1\nkind: DeploymentList\nitems: [{metadata: {name: a}, spec: {template: {spec: {${containers}}}}}]`, ["apps/Deployment default/a items[0].spec.template.spec"]],
    ["typed, whose items have kind null", `apiVersion: v1\nkind: PodList\nitems: [{kind: null, apiVersion: "", metadata: {name: a}, spec: {}}]`, ["/Pod default/a items[0].spec"]],
    ["typed, whose items know better", `apiVersion: apps/v1\nkind: DeploymentList\nitems: [${item("a")}]`, ["/Pod default/a items[0].spec"]],
    ["with an item of no version keeps the item's kind", `apiVersion: apps/v1\nkind: DeploymentList\nitems: [{kind: Pod, metadata: {name: a}, spec: {}}]`, ["/Pod default/a items[0].spec"]],
    ["of any other kind: kubectl goes by \`items\`", `apiVersion: v1\nkind: ConfigMap\nitems: [${item("a")}]`, ["/Pod default/a items[0].spec"]],
    ["of no kind", `items: [${item("a")}]`, ["/Pod default/a items[0].spec"]],
    ["that are pods as well", `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {}\nitems: [${item("a")}]`, ["/Pod default/p spec", "/Pod default/a items[0].spec"]],
    ["with gaps", `kind: List\nitems: [null, x, [1], ${item("a")}]`, ["/Pod default/a items[3].spec"]],
    ["without items", "apiVersion: v1\nkind: List", []],
    ["whose items are no list", `apiVersion: v1\nkind: List\nitems: ${item("a")}`, []],
  ])("%s", (_, text, expected) => {
    expect(found(`${text}\n`)).toEqual(expected);
  });

  it("that describe more than fits in memory are a problem, and so are containers", () => {
    const aliases = (name: string, count: number) => Array.from({ length: count }, () => `*${name}`).join(", ");
    const bombs = [
      `kind: List\na: &a {kind: List, items: [${aliases("p", 1)}]}\nitems: []`.replace("*p", "{}"),
      `p: &p {kind: ConfigMap}\na: &a {kind: List, items: [${aliases("p", 1000)}]}\nkind: List\nitems: [${aliases("a", 1000)}]\n`,
      `c: &c {name: c}\np: &p {apiVersion: v1, kind: Pod, metadata: {generateName: p}, spec: {containers: [${aliases("c", 1000)}]}}\nkind: List\nitems: [${aliases("p", 1000)}]\n`,
    ];
    expect(bombs.map((text) => inventoryOf(text).problems.filter(({ blocking }) => blocking).map(({ kind, message, remedy }) => `${kind}: ${message}. ${remedy}`))).toEqual([
      [],
      ["limit: a List describes more than 20000 objects. Split the List, or exclude the file if it is never applied."],
      ["limit: this target describes more than 100000 containers. Split the List, or exclude the file if it is never applied."],
    ]);
  });
});

describe("identity", () => {
  const deployment = (apiVersion: string) => `apiVersion: ${apiVersion}\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {${containers}}}}\n`;
  it("is the same in a group's former home and in another version", () => {
    const keys = ["apps/v1", "apps/v1beta1", "extensions/v1beta1"].map((version) => entriesOf(deployment(version))[0]?.key);
    expect(new Set(keys).size).toBe(1);
  });

  it.each<[string, object, object]>([
    ["another target", { target: "a" }, { target: "b" }],
    ["another namespace", { namespace: "a" }, { namespace: "b" }],
  ])("is another in %s", (_, one, other) => {
    expect(entriesOf(pod(), one)[0]?.key).not.toBe(entriesOf(pod(), other)[0]?.key);
  });

  it.each<[string, string, string]>([
    ["another name", pod({}, {}, { name: "a" }), pod({}, {}, { name: "b" })],
    ["another namespace of its own", pod({}, {}, { namespace: "a" }), pod({}, {}, { namespace: "b" })],
    ["another kind", deployment("apps/v1"), deployment("apps/v1").replace("Deployment", "StatefulSet")],
    ["another container", pod({ name: "a" }), pod({ name: "b" })],
    ["another type of container", pod(), pod().replace('"containers"', '"initContainers"')],
  ])("is another with %s", (_, one, other) => {
    expect(entriesOf(one)[0]?.key).not.toBe(entriesOf(other)[0]?.key);
  });

  it("does not depend on what names are made of", () => {
    const [a, b] = [pod({}, {}, { namespace: "x", name: "y/z" }), pod({}, {}, { namespace: "x/y", name: "z" })];
    expect(entriesOf(a)[0]?.key).not.toBe(entriesOf(b)[0]?.key);
  });
});

describe("an object that is described twice", () => {
  it("is two, and a remark that names the second", () => {
    const { entries, problems } = inventoryOf(`${pod()}\n---\n${pod()}\n`);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(2);
    expect(problems).toEqual([
      {
        kind: "duplicate-object",
        path: "p.yaml",
        line: 2,
        message: "Pod `default/it` is described twice in this target, first in `p.yaml:1`; the last one applied wins",
        remedy: "Remove one of the two, or give it another name.",
        blocking: false,
      },
    ]);
  });

  it("has no line in an engine's output", () => {
    expect(inventoryOf(`${pod()}\n---\n${pod()}\n`, { origin: "rendered" }).problems[0]?.line).toBeNull();
  });
});

describe("fieldAt", () => {
  it.each<[string, unknown, readonly (string | number)[], unknown]>([
    ["the value itself", 1, [], 1],
    ["through objects and lists", { a: [{ b: 2 }] }, ["a", 0, "b"], 2],
    ["a text index into a list", { a: [1] }, ["a", "0"], undefined],
    ["beyond the end", { a: [1] }, ["a", 1], undefined],
    ["through a scalar", { a: "x" }, ["a", "length"], undefined],
    ["through null", { a: null }, ["a", "b"], undefined],
    ["what every object has", {}, ["constructor"], undefined],
  ])("%s", (_, value, path, expected) => {
    expect(fieldAt(value, path)).toBe(expected);
  });
});

describe("fieldPath", () => {
  it.each<[readonly (string | number)[], string]>([
    [[], ""],
    [["spec"], "spec"],
    [["spec", "containers", 0, "name"], "spec.containers[0].name"],
    [["items", 2, "spec"], "items[2].spec"],
  ])("%j is %s", (path, expected) => {
    expect(fieldPath(path)).toBe(expected);
  });
});
