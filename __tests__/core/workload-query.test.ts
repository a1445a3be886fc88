import { describe, expect, it } from "@jest/globals";
import { means, nameOfWorkload, readingsOf } from "../../src/core/workload-query.ts";

const named = { workload: { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "api" }, container: { type: "container", name: "app" } } as const;
const isMeant = (text: string): boolean => readingsOf(text).some((reading) => means(reading, named));

describe("a name", () => {
  it.each([
    ["Deployment/api", true],
    ["deployment/api", true],
    ["Deployment/api/app", true],
    ["Deployment/shop/api", true],
    ["Deployment/shop/api/app", true],
    ["Deployment/shop", false],
    ["Deployment/API", false],
    ["Deployment/api/other", false],
    ["Deployment/other/api", false],
    ["Deployment/shop/api/other", false],
    ["StatefulSet/api", false],
    ["api", false],
    ["", false],
    ["/api", false],
    ["Deployment/", false],
    ["Deployment//api", false],
    ["Deployment/shop/api/app/more", false],
  ])("%j means it: %s", (text, expected) => {
    expect(isMeant(text)).toBe(expected);
  });

  it("can be given back", () => {
    expect(nameOfWorkload(named.workload)).toBe("Deployment/shop/api");
    expect(nameOfWorkload({ ...named.workload, namespace: null })).toBe("Deployment/api");
  });
});
