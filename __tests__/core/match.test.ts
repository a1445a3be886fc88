import { describe, expect, it } from "@jest/globals";
import { pairInventories, type Pair } from "../../src/core/diff.ts";
import type { InventoryEntry } from "../../src/core/inventory.ts";
import { judge } from "../../src/core/judge.ts";
import { matchMoved } from "../../src/core/match.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import { entriesOf } from "./manifests.ts";

type Fields = Readonly<Record<string, unknown>>;

interface Made {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Fields;
  readonly pod?: Fields;
  /** A container, or several. */
  readonly with?: Fields | readonly Fields[];
}

const web: Fields = { name: "app", image: "acme/web:1", ports: [{ containerPort: 8080 }], env: [{ name: "A" }, { name: "B" }] };

function made({ kind = "Deployment", name = "web", namespace = "shop", labels = {}, pod = {}, with: own = web }: Made = {}): string {
  const template = { metadata: { labels }, spec: { containers: Array.isArray(own) ? own : [own], ...pod } };
  const spec = kind === "CronJob" ? { jobTemplate: { spec: { template } } } : { template };
  return JSON.stringify({ apiVersion: kind.endsWith("Job") ? "batch/v1" : "apps/v1", kind, metadata: { name, namespace }, spec });
}

type Side = Readonly<Record<string, readonly Made[]>>;

const here = (...objects: readonly Made[]): Side => ({ "manifests:.": objects });
const entries = (side: Side, target: string): readonly InventoryEntry[] => entriesOf((side[target] ?? []).map(made).join("\n---\n") || "a: 1", { target });

function pairsOf(base: Side, head: Side, basis: Pair["basis"] = "read"): readonly Pair[] {
  const targets = [...new Set([...Object.keys(base), ...Object.keys(head)])];
  return matchMoved(targets.flatMap((target) => pairInventories(entries(base, target), entries(head, target), () => basis)));
}

const placeOf = (entry: InventoryEntry | null): string => {
  if (entry === null) return "-";
  const { target, workload, container } = entry;
  const parts = [target === "manifests:." ? "" : `${target} `, workload.kind === "Deployment" ? "" : `${workload.kind} `, workload.namespace === "shop" ? "" : `${workload.namespace ?? ""}/`, workload.name];
  return `${parts.join("")}/${container.type === "container" ? "" : `${container.type} `}${container.name}`;
};

/** Every pair in a line. */
const told = (base: Side, head: Side): string[] => pairsOf(base, head).map(({ base: was, head: now, change, by }) => `${placeOf(was)} → ${placeOf(now)}: ${change}${by === null ? "" : ` by ${by.join(", ")}`}`);
const rules = (base: Side, head: Side): string[] => judge(pairsOf(base, head), [], defaultPolicy, "2026-01-01").map(({ finding }) => finding.rule);

const confined = { seccompProfile: { type: "RuntimeDefault" } };
const all = "image, ports, environment, container names";

describe("containers of a workload that several files describe", () => {
  const described = (file: string, name: string) => entriesOf(made({ with: { ...web, name } }), { path: file });
  const told = (base: readonly InventoryEntry[], head: readonly InventoryEntry[]): readonly string[] =>
    matchMoved(pairInventories(base, head, () => "read")).map(({ base: was, head: now }) => `${was?.document.path ?? "-"} ${was?.container.name ?? "-"} → ${now?.document.path ?? "-"} ${now?.container.name ?? "-"}`);

  it("are looked for in the same file first, and each is found once", () => {
    const base = [...described("a.yaml", "a"), ...described("b.yaml", "b")];
    const head = [...described("a.yaml", "c"), ...described("b.yaml", "d")];
    expect(told(base, head)).toEqual(["a.yaml a → a.yaml c", "b.yaml b → b.yaml d"]);
  });

  it("are looked for in the others when they are in none of the same", () => {
    expect(told([...described("a.yaml", "a"), ...described("b.yaml", "b")], [...described("a.yaml", "c"), ...described("d.yaml", "d")])).toEqual(["a.yaml a → a.yaml c", "b.yaml b → d.yaml d"]);
  });
});

describe("a workload", () => {
  it.each<[string, Made, Made, string]>([
    ["with another name", {}, { name: "site" }, `web/app → site/app: unchanged by ${all}`],
    ["with another name, tag and replica of nothing", {}, { name: "site", with: { ...web, image: "acme/web:2@sha256:00" } }, `web/app → site/app: unchanged by ${all}`],
    ["in another namespace", {}, { namespace: "prod" }, `web/app → prod/web/app: unchanged by name, ${all}`],
    ["of another kind", {}, { kind: "StatefulSet" }, `web/app → StatefulSet web/app: unchanged by name, ${all}`],
    ["with all its names changed", {}, { name: "site", with: { ...web, name: "main" } }, "web/app → site/main: unchanged by image, ports, environment"],
    ["with a prefix", {}, { name: "prod-web", with: { ...web, env: [{ name: "A" }, { name: "B" }, { name: "C" }] } }, `web/app → prod-web/app: unchanged by ${all}`],
    ["with a version in its name", { kind: "Job", name: "migrate-1.2.3", with: { name: "m", image: "acme/m:1.2.3", args: ["--to=123"] } }, { kind: "Job", name: "migrate-1.2.4", with: { name: "m", image: "acme/m:1.2.4", args: ["--to=124"] } }, "Job migrate-1.2.3/m → Job migrate-1.2.4/m: unchanged by name, image, command, container names"],
    ["with a hash behind its name", { name: "web-5f8c9d7b6g" }, { name: "web-7h2k9mt5b4" }, `web-5f8c9d7b6g/app → web-7h2k9mt5b4/app: unchanged by name, ${all}`],
    ["that gained a container", {}, { name: "site", with: [web, { name: "proxy", image: "acme/proxy" }] }, `web/app → site/app: unchanged by ${all}`],
    ["known by its labels", { labels: { app: "x", "helm.sh/chart": "a-1" }, with: { name: "a", image: "i" } }, { name: "site", labels: { app: "x", "helm.sh/chart": "a-2" }, with: { name: "b", image: "i" } }, "web/a → site/b: unchanged by image, labels"],
    ["known by mounts and environment", { with: { name: "a", image: "i", volumeMounts: [{ mountPath: "/x" }] } }, { name: "site", with: { name: "b", image: "i", volumeMounts: [{ mountPath: "/x" }] } }, "web/a → site/b: unchanged by image, mounts"],
    ["of Docker Hub by its long name", { with: { name: "a", image: "nginx:1" } }, { name: "site", with: { name: "a", image: "docker.io/library/nginx:2" } }, "web/a → site/a: unchanged by image, container names"],
  ])("%s is the same", (_, base, head, expected) => {
    expect(told(here(base), here(head))[0]).toBe(expected);
    expect(told(here(base), here(head)).filter((line) => line.includes("removed"))).toEqual([]);
  });

  it.each<[string, Made, Made]>([
    ["image", {}, { name: "site", with: { ...web, image: "acme/other:1" } }],
    ["image in another registry", {}, { name: "site", with: { ...web, image: "localhost:5000/web:1" } }],
    ["command", { kind: "CronJob", with: { ...web, command: ["report"] } }, { kind: "CronJob", name: "cleanup", with: { ...web, command: ["cleanup"] } }],
    ["argument", { with: { ...web, args: ["sh", "-c", "report"] } }, { name: "cleanup", with: { ...web, args: ["sh", "-c", "cleanup"] } }],
    ["port", {}, { name: "site", with: { ...web, ports: [{ containerPort: 9090 }] } }],
    ["environment and ports", {}, { name: "site", with: { name: "app", image: "acme/web:1" } }],
    ["name, with nothing but an image in common", { with: { name: "a", image: "busybox" } }, { name: "site", with: { name: "b", image: "busybox" } }],
    ["image under the same name in another namespace", {}, { namespace: "prod", with: { ...web, image: "acme/other" } }],
    ["content, where no image is known", { with: { name: "app" } }, { name: "site", with: { name: "app" } }],
  ])("with another %s is another", (_, base, head) => {
    expect(told(here(base), here(head)).map((line) => line.replace(/.*: /, ""))).toEqual(["added", "removed"]);
  });

  it("that is still there did not move", () => {
    expect(told(here({}), here({}, { name: "site" }))).toEqual(["web/app → web/app: unchanged", "- → site/app: added"]);
    expect(told(here({}, { name: "site" }), here({}))).toEqual(["web/app → web/app: unchanged", "site/app → -: removed"]);
  });

  it("whose base could not be read is no match", () => {
    expect(pairsOf(here({}), here({ name: "site" }), "unread").map(({ change, by }) => [change, by])).toEqual([["changed", null], ["removed", null]]);
    expect(pairsOf({}, here({ name: "site" }), "none").map(({ change }) => change)).toEqual(["added"]);
  });

  it("that several are like equally is left alone", () => {
    expect(told(here({}), here({ name: "one" }, { name: "two" }))).toEqual(["- → one/app: added", "- → two/app: added", "web/app → -: removed"]);
    expect(told(here({ name: "one" }, { name: "two" }), here({}))).toEqual(["- → web/app: added", "one/app → -: removed", "two/app → -: removed"]);
    expect(told(here({ name: "one" }, { name: "two" }), here({ name: "three" }, { name: "four" })).filter((line) => line.includes(" by "))).toEqual([]);
  });

  it("is told from its like by its name", () => {
    const lines = told(here({ name: "one" }, { name: "two" }), here({ name: "prod-two" }, { name: "prod-one" }));
    expect(lines).toEqual([`two/app → prod-two/app: unchanged by ${all}`, `one/app → prod-one/app: unchanged by ${all}`]);
  });

  it("is told from its like by its content", () => {
    const other = { ...web, env: [{ name: "X" }, { name: "Y" }] };
    const lines = told(here({ name: "one" }, { name: "two", with: other }), here({ name: "three", with: other }, { name: "four" }));
    expect(lines).toEqual([`two/app → three/app: unchanged by ${all}`, `one/app → four/app: unchanged by ${all}`]);
  });
});

describe("across targets", () => {
  it("a folder of several targets moved: each has its own", () => {
    const base = { "helm:charts/a": [{}], "helm:charts/a@big": [{}] };
    const head = { "helm:charts/b": [{}], "helm:charts/b@big": [{}] };
    expect(told(base, head)).toEqual([`helm:charts/a web/app → helm:charts/b web/app: unchanged by name, ${all}`, `helm:charts/a@big web/app → helm:charts/b@big web/app: unchanged by name, ${all}`]);
  });

  it("a manifest that overlays take over comes to each of them", () => {
    const head = { "kustomize:dev": [{ namespace: "dev" }], "kustomize:prod": [{ namespace: "prod" }] };
    expect(told(here({}), head)).toEqual([`web/app → kustomize:dev dev/web/app: unchanged by name, ${all}`, `web/app → kustomize:prod prod/web/app: unchanged by name, ${all}`]);
  });

  it("but only once to each", () => {
    const head = { "kustomize:dev": [{ namespace: "dev" }, { namespace: "prod" }] };
    expect(told(here({}), head).filter((line) => line.includes(" by "))).toEqual([]);
  });

  it("overlays that became one chart are any of them", () => {
    const base = { "kustomize:dev": [{}], "kustomize:prod": [{}] };
    expect(told(base, { "helm:web": [{}] })).toHaveLength(2);
    expect(rules(base, { "helm:web": [{}] })).toEqual([]);
  });

  it("two of one target that became one are two", () => {
    const base = { "kustomize:dev": [{ namespace: "a" }, { namespace: "b" }] };
    expect(told(base, { "helm:web": [{}] }).filter((line) => line.includes(" by "))).toEqual([]);
  });

  it("two of one target stay two beside one of another that is as much alike", () => {
    const base = { "kustomize:dev": [{ namespace: "a" }, { namespace: "b" }], "kustomize:qa": [{ namespace: "c" }] };
    expect(told(base, { "helm:web": [{}] }).filter((line) => line.includes(" by "))).toEqual([]);
  });

  it("two of other names, as much alike, are not the same because of their kind", () => {
    const base = { "kustomize:dev": [{ name: "one" }], "kustomize:qa": [{ name: "two" }] };
    expect(told(base, { "helm:c": [{ name: "three" }] }).filter((line) => line.includes(" by "))).toEqual([]);
  });

  it("overlays that became one chart hide no weakening of one of its containers", () => {
    const log = { name: "log", image: "acme/log:3" };
    const base = { "kustomize:dev": [{ with: [web, log] }], "kustomize:prod": [{ with: [{ ...web, securityContext: confined }, log] }] };
    expect(rules(base, { "helm:web": [{ with: [web, log] }] })).toEqual(["profile-removed"]);
  });

  it("a move changes the name, too", () => {
    expect(told(here({}), { "helm:c": [{ name: "release-web", namespace: "default" }] })).toEqual([`web/app → helm:c default/release-web/app: unchanged by ${all}`]);
  });
});

describe("a container", () => {
  const second = { name: "log", image: "acme/log:3", volumeMounts: [{ mountPath: "/var/log" }] };
  const init = (own: Fields): Made => ({ with: second, pod: { initContainers: [own] } });

  it.each<[string, Made, Made, string]>([
    ["with another name", { with: [web, second] }, { with: [{ ...web, name: "main" }, second] }, "web/app → web/main: unchanged by image, ports, environment"],
    ["with another name and tag alone in its pod", { with: { name: "app", image: "acme/web:1" } }, { with: { name: "web", image: "acme/web:2" } }, "web/app → web/web: unchanged by image"],
    ["of another type", init(web), { with: [web, second] }, "web/init app → web/app: unchanged by name, image, ports, environment"],
    ["that turned into a sidecar", { with: [web, second] }, { with: web, pod: { initContainers: [{ ...second, restartPolicy: "Always" }] } }, "web/log → web/init log: unchanged by name, image, mounts"],
  ])("%s is the same", (_, base, head, expected) => {
    expect(told(here(base), here(head))).toContain(expected);
    expect(told(here(base), here(head)).filter((line) => /removed|added/.test(line))).toEqual([]);
  });

  it.each<[string, Made, Made]>([
    ["image", { with: [web, second] }, { with: [{ ...web, name: "main", image: "acme/main" }, second] }],
    ["command", { with: [{ ...web, command: ["a"] }, second] }, { with: [{ ...web, name: "main", command: ["b"] }, second] }],
    ["type and image", init(web), { with: [{ ...web, image: "x" }, second] }],
  ])("with another %s is another", (_, base, head) => {
    expect(told(here(base), here(head)).filter((line) => line.includes(" by "))).toEqual([]);
  });

  it("that two others are like is left alone", () => {
    const [one, two] = [{ ...web, name: "one" }, { ...web, name: "two" }];
    expect(told(here({ with: [web, second] }), here({ with: [one, two, second] })).filter((line) => line.includes(" by "))).toEqual([]);
  });

  it("is found in a workload that was renamed, too", () => {
    const lines = told(here({ with: [web, second] }), here({ name: "site", with: [{ ...web, name: "main" }, second] }));
    expect(lines).toEqual(["web/app → site/main: unchanged by image, ports, environment, mounts", "web/log → site/log: unchanged by image, ports, environment, mounts"]);
  });

  it("that left for a workload of its own is new there", () => {
    expect(told(here({ with: [web, second] }), here({ with: web }, { name: "log", with: second })).filter((line) => line.includes(" by "))).toEqual([]);
  });
});

describe("what rules say", () => {
  const plain = here({ pod: { securityContext: confined } });

  it.each<[string, Side, Side, string[]]>([
    ["renamed and still without a profile", here({}), here({ name: "site" }), []],
    ["renamed and still confined", plain, here({ name: "site", pod: { securityContext: confined } }), []],
    ["a rename that drops the profile", plain, here({ name: "site" }), ["profile-removed"]],
    ["a rename that opens", plain, here({ name: "site", pod: { securityContext: { seccompProfile: { type: "Unconfined" } } } }), ["newly-unconfined"]],
    ["an ambiguous rename that drops the profile", plain, here({ name: "one" }, { name: "two" }), ["added-without-profile", "added-without-profile"]],
    ["another kind that drops the profile", plain, here({ kind: "StatefulSet" }), ["profile-removed"]],
    ["a container renamed that loses its own", here({ with: { ...web, securityContext: confined } }), here({ with: { ...web, name: "main" } }), ["profile-removed"]],
    ["an origin in two targets of which one was confined", { a: [{}], b: [{ pod: { securityContext: confined } }] }, { c: [{}] }, ["profile-removed"]],
  ])("%s: %j", (_, base, head, expected) => {
    expect(rules(base, head)).toEqual(expected);
  });

  it("they say with what it was matched, and where on the head the profile belongs", () => {
    const base = here({ with: [{ name: "x", image: "x" }, { ...web, securityContext: confined }] });
    const [finding] = judge(pairsOf(base, here({ name: "site", with: web })), [], defaultPolicy, "2026-01-01").map((one) => one.finding);
    expect(finding?.message).toMatch(/ \(matched with container `app` of Deployment `shop\/web` in `manifests:\.` on the base, by image, ports, environment and container names\)$/);
    expect(finding?.remedy).toContain("`spec.template.spec.containers[0].securityContext.seccompProfile`");
    expect(finding?.was?.workload.name).toBe("web");
  });

  it("of another kind, the pod's field is where that kind has it", () => {
    const [finding] = judge(pairsOf(here({ pod: { securityContext: confined } }), here({ kind: "CronJob" })), [], defaultPolicy, "2026-01-01").map((one) => one.finding);
    expect(finding?.remedy).toContain("`spec.jobTemplate.spec.template.spec.securityContext.seccompProfile`");
  });
});

describe("what is left over", () => {
  it("keeps its order and nothing is said twice", () => {
    const base = here({ name: "a" }, { name: "gone", with: { name: "g", image: "g" } });
    const head = here({ name: "new", with: { name: "n", image: "n" } }, { name: "b" });
    expect(told(base, head)).toEqual(["- → new/n: added", `a/app → b/app: unchanged by ${all}`, "gone/g → -: removed"]);
  });

  it("does not depend on the order of either side", () => {
    const [one, two, three] = [{ name: "one" }, { name: "two", with: { ...web, image: "acme/two" } }, { name: "prod-one" }];
    const forth = told(here(one, two), here(three, { ...two, name: "other" }));
    expect(told(here(two, one), here({ ...two, name: "other" }, three)).sort()).toEqual(forth.sort());
  });
});

describe("very many that are alike", () => {
  const letters = (i: number): string => `${"abcdefghij"[Math.floor(i / 10)] ?? ""}${"abcdefghij"[i % 10] ?? ""}x`;
  const items = (count: number) => Array.from({ length: count }, (_, i) => letters(i));
  const env = (...names: readonly string[]) => names.map((name) => ({ name }));
  const renamed = (base: Side, head: Side): number => pairsOf(base, head).filter(({ by }) => by !== null).length;

  it.each([
    [50, 50],
    [51, 0],
  ])("are compared as long as it takes no time: of %i workloads of one image %i", (count, found) => {
    const side = (prefix: string, ...more: readonly string[]) => here(...items(count).map((name) => ({ name: `${prefix}${name}`, with: { name: "app", image: "i", env: env(`A${name}`, `B${name}`, `C${name}`, ...more) } })));
    expect(renamed(side("one-"), side("two-", "D"))).toBe(found);
  });

  it("are found without being compared where all that they hold is the same, in whatever order", () => {
    const side = (prefix: string, order: (names: readonly string[]) => readonly string[]) => here(...items(51).map((name) => ({ name: `${prefix}${name}`, with: { name: "app", image: "i", env: env(...order([`A${name}`, `B${name}`])) } })));
    expect(renamed(side("one-", (names) => names), side("two-", (names) => names.toReversed()))).toBe(51);
  });

  it.each([
    [100, 100],
    [101, 0],
  ])("are compared as long as it takes no time: of %i containers of one pod %i", (count, found) => {
    const side = (prefix: string, more: number) => here({ with: [...Array.from({ length: count }, (_, i) => ({ name: `${prefix}${i}-x`, image: `i${i}` })), ...Array.from({ length: more }, (_, i) => ({ name: `kept${i}`, image: "kept" }))] });
    expect(renamed(side("one", 1), side("two", 1))).toBe(found);
  });

  it("are not compared with a few either", () => {
    const side = (prefix: string, count: number) => here({ with: [{ name: "kept", image: "kept" }, ...Array.from({ length: count }, (_, i) => ({ name: `${prefix}${i}-x`, image: `i${i}` }))] });
    expect([renamed(side("one", 101), side("two", 1)), renamed(side("one", 1), side("two", 101))]).toEqual([0, 0]);
  });
});

describe("where more than can be compared share an image", () => {
  const crowd = 60; // the square of it is more than is compared
  const one = (i: number, more: Made, env: readonly string[] = [`V${i}`, "A", "B"]): Made => ({ name: `job-${i}`, with: { name: "app", image: "app", env: env.map((name) => ({ name })) }, ...more });
  const all = (more: (i: number) => Made, env?: (i: number) => readonly string[]) => here(...Array.from({ length: crowd }, (_, i) => one(i, more(i), env?.(i))));
  const matched = (base: Side, head: Side) => pairsOf(base, head).filter(({ by }) => by !== null).map(({ base: was, head: now }) => [was?.workload.name, now?.workload.name]);

  it("those with the same content are found, each by its own", () => {
    expect(matched(all(() => ({})), all((i) => ({ name: `site-${i}` })))).toEqual(Array.from({ length: crowd }, (_, i) => [`job-${i}`, `site-${i}`]));
  });

  it("those with the same name and kind are found in another namespace", () => {
    const other = (i: number) => [`V${i}`, "A", "B", "C"];
    expect(matched(all(() => ({})), all(() => ({ namespace: "prod" }), other))).toEqual(Array.from({ length: crowd }, (_, i) => [`job-${i}`, `job-${i}`]));
  });

  it("one with a name that none of the others has is found under a version of it", () => {
    const decoys = (side: string) => Array.from({ length: crowd }, (_, i) => one(i, { name: `${side}${String.fromCharCode(97 + (i % 26))}${i < 26 ? "x" : i < 52 ? "y" : "z"}` }, [`${side}${i}`]));
    const api = (name: string, env: readonly string[]) => one(0, { name }, env);
    expect(matched(here(...decoys("old"), api("api-1", ["A", "B", "C"])), here(...decoys("new"), api("api-2", ["A", "B", "C", "D"])))).toEqual([["api-1", "api-2"]]);
  });
});
