import { describe, expect, it } from "@jest/globals";
import { traitOf, traitsOf, type Traits } from "../../src/core/traits.ts";
import { entriesOf } from "./manifests.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What is known of a Deployment with these containers. */
function known(containers: Fields | readonly Fields[], labels: unknown = {}): Traits {
  const own = (Array.isArray(containers) ? containers : [containers]).map((container: Fields, i) => ({ name: `c${i}`, ...container }));
  const object = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" }, spec: { template: { metadata: { labels }, spec: { containers: own } } } };
  return traitsOf(entriesOf(JSON.stringify(object)));
}

describe("a trait", () => {
  it.each([
    [[], []],
    [["b"], ["b"]],
    [["b", "a", "b", "a", "B"], ["B", "a", "b"]],
  ])("of %j is sorted, each text once", (texts, expected) => {
    expect(traitOf([...texts])).toEqual(expected);
  });
});

describe("images", () => {
  it.each([
    ["nginx:1.27", "nginx"],
    ["nginx", "nginx"],
    ["docker.io/library/nginx:1", "nginx"],
    ["docker.io/acme/web", "acme/web"],
    ["index.docker.io/acme/web@sha256:00", "acme/web"],
    ["library/nginx", "nginx"],
    ["localhost:5000/web", "localhost:5000/web"],
    ["localhost:5000/web:1@sha256:00", "localhost:5000/web"],
    ["ghcr.io/docker.io/library/nginx:1", "ghcr.io/docker.io/library/nginx"],
  ])("%s is of %s", (image, expected) => {
    expect(known({ image }).image).toEqual([expected]);
  });

  it("are those of all containers", () => {
    expect(known([{ image: "b:1" }, { image: "a" }, { image: "b:2" }, {}]).image).toEqual(["a", "b"]);
  });
});

describe("what else is known of containers", () => {
  it("is the lines of what they run, without numbers", () => {
    expect(known([{ command: ["sh", "-c"], args: ["--to=2024\nwait 10", 7, null] }, { args: ["sh"] }]).command).toEqual(["--to=0", "-c", "0", "sh", "wait 0"]);
  });

  it("is their ports, by number and protocol", () => {
    expect(known({ ports: [{ containerPort: 80 }, { containerPort: 53, protocol: "UDP" }, { name: "none" }, null, "81"] }).ports).toEqual(["53/UDP", "80/TCP"]);
  });

  it("is names of variables and paths of mounts", () => {
    const { environment, mounts } = known({ env: [{ name: "B", value: "1" }, { value: "2" }, { name: "A" }, null], volumeMounts: [{ mountPath: "/data" }, { name: "none" }] });
    expect([environment, mounts]).toEqual([["A", "B"], ["/data"]]);
  });

  it("is nothing where a list is none", () => {
    const { command, ports, environment, mounts } = known({ command: "sh", ports: { containerPort: 80 }, env: "A", volumeMounts: 1 });
    expect([command, ports, environment, mounts]).toEqual([[], [], [], []]);
  });

  it("is as much as a real list has", () => {
    const env = Array.from({ length: 1000 }, (_, i) => ({ name: `V${String(i).padStart(4, "0")}` }));
    expect(known({ env }).environment).toHaveLength(200);
    expect(known({ args: [Array.from({ length: 1000 }, (_, i) => "x".repeat(i + 1)).join("\n")] }).command).toHaveLength(200);
    expect(known({}, Object.fromEntries(env.map(({ name }) => [name, "x"]))).labels).toHaveLength(200);
  });
});

describe("labels of the pod", () => {
  it("are those that are not written anew with every version", () => {
    expect(known({}, { app: "web", "helm.sh/chart": "web-1", "app.kubernetes.io/version": "1", tier: null, weight: 1 }).labels).toEqual(["app=web", "tier=", "weight=1"]);
  });

  it.each([["web"], [["app"]], [null]])("are none where they are no mapping: %j", (labels) => {
    expect(known({}, labels).labels).toEqual([]);
  });
});
