import { describe, expect, it } from "@jest/globals";
import { describeRemark } from "../../src/core/remark.ts";
import { entryOf, pod } from "./manifests.ts";

const of = (apiVersion: string, kind: string, spec: object) => entryOf(JSON.stringify({ apiVersion, kind, metadata: { name: "it" }, spec }));
const kibana = (podTemplate?: object) => of("kibana.k8s.elastic.co/v1", "Kibana", { podTemplate: { spec: podTemplate } });
const connect = (template?: object) => of("kafka.strimzi.io/v1", "KafkaConnect", { template });
const knative = (template: object) => of("serving.knative.dev/v1", "Service", { template: { spec: { containers: [{ name: "a" }], ...template } } });

describe("what is said of a kind", () => {
  it("is nothing where it is known", () => {
    expect(describeRemark(entryOf(pod()))).toBe("");
  });

  it("is that it is not, where it is not", () => {
    expect(describeRemark(of("example.org/v1", "Widget", { containers: [{ name: "a" }] }))).toBe("; `Widget` of `example.org/v1` is not a known kind: its pod was found by its structure");
    expect(describeRemark(of("v1", "StatefulSet", { containers: [{ name: "a" }] }))).toBe("; `StatefulSet` of `v1` is not a known kind: its pod was found by its structure");
    expect(describeRemark(of("", "Deployment", { containers: [{ name: "a" }] }))).toBe("; `Deployment` of no `apiVersion` is not a known kind: its pod was found by its structure");
  });
});

describe("a default that a version or a setting of the controller decides", () => {
  it.each([
    ["may be given", kibana(), "ECK 3.4 and later may give them RuntimeDefault"],
    ["beside a security context that is null", kibana({ securityContext: null }), "ECK 3.4 and later may give them RuntimeDefault"],
    ["to containers", connect({ pod: { securityContext: { runAsUser: 1 } } }), "Strimzi with its `restricted` security provider may give them RuntimeDefault"],
    ["beside what else a security context says", knative({ securityContext: { runAsUser: 1 } }), "Knative with `secure-pod-defaults` may give them RuntimeDefault"],
  ])("%s", (_, { posture }, expected) => {
    expect([posture.profile, posture.assumption]).toEqual(["Unset", expect.stringMatching(new RegExp(`; ${expected}$`))]);
  });

  it("may not where the pod has a security context that keeps it out", () => {
    const { posture } = kibana({ securityContext: { runAsUser: 1 } });
    expect([posture.profile, posture.assumption?.includes("ECK")]).toEqual(["Unset", false]);
  });
});
