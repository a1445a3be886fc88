import { describe, expect, it } from "@jest/globals";
import { containerLikeness, stem, subjectOf, workloadLikeness, type Subject } from "../../src/core/likeness.ts";
import { traitOf, type Trait } from "../../src/core/traits.ts";

type Given = Partial<Record<keyof Subject["traits"], readonly string[]>>;

/** A workload or container with these traits, a letter each. */
function subject(given: Given, name = "web", places: readonly string[] = ["Deployment", "shop", "helm:a"]): Subject {
  const set = (trait: keyof Subject["traits"]): Trait => traitOf([...(given[trait] ?? [])]);
  const traits = { image: set("image"), command: set("command"), ports: set("ports"), environment: set("environment"), mounts: set("mounts"), names: set("names"), labels: set("labels") };
  return subjectOf(traits, name, places);
}

describe("what tools append to a name", () => {
  it.each([
    ["web-5f8c9d7b6g", "web"], // kubernetes/apimachinery: pkg/util/rand (SafeEncodeString), as Deployments and Kustomize's generators append it
    ["web-a12345", "web"],
    ["web-12", "web"],
    ["web-v2", "web"],
    ["migrate_1.2.3", "migrate"],
    ["web-1a", "web-1a"],
    ["web-ab12", "web-ab12"],
    ["k8s-dashboard", "k8s-dashboard"],
    ["web-backend", "web-backend"],
    ["web-Ab1c2d3e", "web-Ab1c2d3e"],
    ["web-a1b2c3D", "web-a1b2c3D"],
    ["1.2.3", "1.2.3"],
    ["web.api_one", "web-api-one"],
  ])("is left out: %s is %s", (name, expected) => {
    expect(stem(name)).toBe(expected);
  });
});

describe("workloads", () => {
  const known: Given = { image: ["i"], ports: ["80"], environment: ["A"] };
  it.each<[string, Given, Given, boolean]>([
    ["the same", known, known, true],
    ["nothing to be known by", {}, {}, false],
    ["an image alone", { image: ["i"] }, { image: ["i"] }, false],
    ["no image on one side", { ...known, image: [] }, known, false],
    ["no image on either side", { ports: ["80"], environment: ["A"] }, { ports: ["80"], environment: ["A"] }, true],
    ["no ports on one side", { image: ["i"], environment: ["A"] }, known, true],
    ["no ports on the other", known, { image: ["i"], environment: ["A"] }, true],
    ["other ports", known, { ...known, ports: ["81"] }, false],
    ["no environment and no ports", known, { image: ["i"] }, false],
    ["a command on one side", { ...known, command: ["a"] }, known, true],
    ["six tenths of a command", { ...known, command: ["a", "b", "c", "d"] }, { ...known, command: ["a", "b", "c", "e"] }, true],
    ["seven tenths of a command, by what comes first and last", { ...known, command: ["c", "d", "e", "f", "g", "h", "i"] }, { ...known, command: ["a", "b", "c", "d", "e", "f", "g", "h", "i"] }, true],
    ["half of a command", { ...known, command: ["a", "b", "c"] }, { ...known, command: ["a", "b", "d"] }, false],
  ])("under another name, with %s: %j, %j, %s", (_, one, two, expected) => {
    expect(workloadLikeness(subject(one), subject(two, "site")) !== null).toBe(expected);
    expect(workloadLikeness(subject(two, "site"), subject(one)) !== null).toBe(expected);
  });

  it("under their name are the same with less in common", () => {
    const [one, two] = [{ ...known, ports: ["80"] }, { ...known, ports: ["81"] }];
    expect([workloadLikeness(subject(one), subject(two))?.by, workloadLikeness(subject(one), subject(two, "web-v2"))?.by]).toEqual([["name", "image", "environment"], ["name", "image", "environment"]]);
    expect(workloadLikeness(subject(known), subject({ ...known, image: ["i", "j", "k", "l"], ports: ["81"], environment: ["B"] }))).toBeNull();
  });

  const called = (name: string, names: readonly string[], ...places: readonly string[]) => subjectOf({ ...subject({}).traits, names }, name, places);

  it.each([
    ["at another place", called("logs", ["es"], "Elasticsearch", "shop", "b"), ["name", "container names"]],
    ["in another namespace", called("logs", ["es"], "Elasticsearch", "prod", "b"), null],
    ["of another kind", called("logs", ["es"], "Kibana", "shop", "b"), null],
    ["of a like name", called("logs-v2", ["es"], "Elasticsearch", "shop", "b"), null],
    ["with another container as well", called("logs", ["es", "init"], "Elasticsearch", "shop", "b"), null],
  ])("of whose content nothing is known are the same object %s, or not", (_, other, by) => {
    expect(workloadLikeness(called("logs", ["es"], "Elasticsearch", "shop", "a"), other)?.by ?? null).toEqual(by);
  });

  it("are known by the names of their containers and by labels, too; containers are not", () => {
    const more = { ...known, names: ["app"], labels: ["a=b"] };
    expect(workloadLikeness(subject(more), subject(more, "site"))?.by).toEqual(["image", "ports", "environment", "container names", "labels"]);
    expect(containerLikeness(subject(more), subject(more, "site"))?.by).toEqual(["image", "ports", "environment"]);
  });
});

describe("containers", () => {
  it("are the same by an image alone, and never by their name alone", () => {
    expect(containerLikeness(subject({ image: ["i"] }), subject({ image: ["i"] }, "site"))?.by).toEqual(["image"]);
    expect(containerLikeness(subject({}), subject({}))).toBeNull();
  });
});

describe("how much two are alike", () => {
  const all: Given = { image: ["i"], ports: ["80"], names: ["app"], labels: ["a=b"] };
  const rank = (one: Subject, two: Subject): number => workloadLikeness(one, two)?.rank ?? 0;

  it("is 2 at the most, where everything is the same", () => {
    expect(rank(subject(all), subject(all))).toBeCloseTo(2);
  });

  it("does not count what is between the words of a name", () => {
    const own = subject(all, "web", ["Deployment", "shop", "helm:."]);
    expect(rank(own, subject(all, "web", ["Deployment", "shop", "kustomize:."]))).toBe(rank(own, subject(all, "web", ["Deployment", "shop", "kustomize:x"])));
  });
});

describe("of those that are alike, more so", () => {
  const known: Given = { image: ["i"], environment: ["A"] };
  const rank = (two: Subject): number => workloadLikeness(subject(known, "web-api"), two)?.rank ?? 0;
  it.each<[string, Subject, Subject]>([
    ["is the same name before one with a hash", subject(known, "web-api"), subject(known, "web-api-5f8c9d")],
    ["is one with a hash before one that shares a word", subject(known, "web-api-5f8c9d"), subject(known, "web-site")],
    ["is one with a hash before one that shares all its words", subject(known, "web-api-5f8c9d"), subject(known, "web-api-prod")],
    ["is one with one version before one with more", subject(known, "web-api-v1"), subject(known, "web-api-v1-2-3")],
    ["is one that shares a word before one that shares none", subject(known, "web-site"), subject(known, "shop")],
    ["is one that shares more words", subject(known, "web-api-prod"), subject(known, "web-site-prod")],
    ["is one at the same place before one elsewhere", subject(known, "web-api"), subject(known, "web-api", ["Deployment", "shop", "helm:b"])],
    ["is one with the same content before one with less of it", subject(known, "web-api"), subject({ ...known, environment: ["A", "B"] }, "web-api")],
    ["is one with the same labels", subject({ ...known, labels: ["a"] }, "web-api"), subject(known, "web-api")],
  ])("%s", (_, more, less) => {
    const own = (two: Subject): number => workloadLikeness(subject({ ...known, labels: ["a"] }, "web-api"), two)?.rank ?? 0;
    expect(own(more)).toBeGreaterThan(own(less));
    expect(rank(more)).toBeLessThanOrEqual(2);
  });
});
