import { describe, expect, it } from "@jest/globals";
import { describeVersion, isBefore, readKubeVersion } from "../../src/core/kube-version.ts";

describe("readKubeVersion", () => {
  it.each([
    ["1.34", { minor: 34, patch: null }],
    ["v1.34.2", { minor: 34, patch: 2 }],
    ["1.32.4-gke.1415000", { minor: 32, patch: 4 }],
    ["v1.30.1+k3s1", { minor: 30, patch: 1 }],
    ["2.0", null],
    ["1", null],
    ["latest", null],
    ["x1.34", null],
    ["1.34.", null],
    ["1.34.2.1", null],
    ["1.34 or so", null],
    ["", null],
  ])("%s", (text, expected) => {
    expect(readKubeVersion(text)).toEqual(expected);
  });
});

it("an unknown version is the newest, and a patch makes no version older", () => {
  expect([isBefore(null, 99), isBefore(readKubeVersion("1.18.20"), 19), isBefore(readKubeVersion("1.19.0"), 19)]).toEqual([false, true, false]);
});

it("is told as people write it", () => {
  expect([null, readKubeVersion("1.34"), readKubeVersion("v1.34.2")].map(describeVersion)).toEqual(["Kubernetes", "Kubernetes 1.34", "Kubernetes 1.34.2"]);
});
