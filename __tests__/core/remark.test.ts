import { describe, expect, it } from "@jest/globals";
import { describeRemark } from "../../src/core/remark.ts";
import { entryOf, pod } from "./manifests.ts";

const of = (apiVersion: string, kind: string, spec: object) => entryOf(JSON.stringify({ apiVersion, kind, metadata: { name: "it" }, spec }));
const kibana = (podTemplate?: object) => of("kibana.k8s.elastic.co/v1", "Kibana", { podTemplate: { spec: podTemplate } });
const connect = (template?: object) => of("kafka.strimzi.io/v1", "KafkaConnect", { template });
const knative = (template: object) => of("serving.knative.dev/v1", "Service", { template: { spec: { containers: [{ name: "a" }], ...template } } });
const confined = { seccompProfile: { type: "RuntimeDefault" } };

describe("remarks on kinds", () => {
  it.each([
    ["a kind without anything to say", entryOf(pod()), ""],
    ["an unknown kind", of("example.org/v1", "Widget", { containers: [{ name: "a" }] }), "; `Widget` of `example.org/v1` is not a known kind: its pod was found by its structure"],
    ["a default of some versions", kibana(), "; only ECK 3.4 and later would give it RuntimeDefault"],
    ["that a security context takes away", kibana({ securityContext: { runAsUser: 1 } }), ""],
    ["that is not needed", kibana({ securityContext: confined }), ""],
    ["a default for containers", connect({ pod: { securityContext: { runAsUser: 1 } } }), "; only Strimzi with its `restricted` security provider would give it RuntimeDefault"],
    ["that the container's context takes away", connect({ connectContainer: { securityContext: { runAsUser: 1 } } }), ""],
    ["a default that fills in profiles", knative({ securityContext: { runAsUser: 1 } }), "; only Knative with `secure-pod-defaults` would give it RuntimeDefault"],
    ["a default of all versions", of("postgresql.cnpg.io/v1", "Cluster", {}), ""],
  ])("%s", (_, entry, expected) => {
    expect(describeRemark(entry)).toBe(expected);
  });
});
