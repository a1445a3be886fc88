// Our Pod Security column against Kubernetes' own library, on thousands of generated pods and namespaces.

import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { enrichEntries } from "../../src/core/enrich.ts";
import { fieldAt } from "../../src/core/field.ts";
import { takeInventory, type InventoryEntry } from "../../src/core/inventory.ts";
import { policyOfLabels, nothingConfigured, readPodSecurityConfiguration, type Demand } from "../../src/core/pod-security-policy.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import type { FoundObject } from "../../src/core/workload.ts";
import { canAskKubernetes, openKubernetes } from "./kubernetes.ts";

const compare = canAskKubernetes("Pod Security admission") ? describe : describe.skip;
const SEED = 20_261_124;

let ask: ReturnType<typeof openKubernetes>;
beforeAll(() => {
  if (compare === describe) ask = openKubernetes("pods");
}, 600_000);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(undefined, null) });
const types = ["RuntimeDefault", "Localhost", "Unconfined", "", "runtimeDefault", "localhost", "unconfined", "runtime/default", "Default", " RuntimeDefault", "RuntimeDefault\n"] as const;
const profile = fc.record({ type: fc.oneof({ weight: 3, arbitrary: fc.constantFrom("RuntimeDefault", "Localhost") }, { weight: 2, arbitrary: maybe(fc.constantFrom(...types)) }), localhostProfile: maybe(fc.constantFrom("a.json", "", "/a", "../a")) }, { requiredKeys: [] });
const context = fc.record({ seccompProfile: maybe(profile), privileged: maybe(fc.boolean()), runAsNonRoot: maybe(fc.boolean()) }, { requiredKeys: [] });
const name = fc.constantFrom("a", "b", "c", "", "pod");
const container = fc.record({ name: maybe(name), image: fc.constant("x"), securityContext: maybe(context) }, { requiredKeys: [] });
const containers = (least: number) => fc.array(container, { minLength: least, maxLength: 3 });

const prefix = "seccomp.security.alpha.kubernetes.io";
const annotation = fc.constantFrom(`${prefix}/pod`, `container.${prefix}/a`, `container.${prefix}/b`, `container.${prefix}/`, `container.${prefix}/gone`, `container.${prefix}`, "x");
const annotated = fc.constantFrom("runtime/default", "docker/default", "localhost/", "localhost/a.json", "localhost", "unconfined", "", "Runtime/default", "docker/default ", null);
const pod = fc.record({
  metadata: maybe(fc.record({ name: fc.constant("it"), annotations: maybe(fc.dictionary(annotation, annotated, { maxKeys: 4 })) }, { requiredKeys: [] })),
  spec: fc.record(
    {
      containers: containers(1),
      initContainers: maybe(containers(0)),
      ephemeralContainers: maybe(containers(0)),
      securityContext: maybe(context),
      os: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.constantFrom(null, {}, { name: null }, { name: "linux" }, { name: "windows" }, { name: "Windows" }) }),
      nodeSelector: maybe(fc.constantFrom({}, { "kubernetes.io/os": "windows" })),
    },
    { requiredKeys: ["containers"] },
  ),
});

/** Every kind that admission looks into, with the place of its pod. */
const kinds: readonly ((pod: object) => object)[] = [
  (own) => ({ apiVersion: "v1", kind: "Pod", ...own }),
  (template) => ({ apiVersion: "v1", kind: "PodTemplate", template }),
  (template) => ({ apiVersion: "v1", kind: "ReplicationController", spec: { template } }),
  ...["ReplicaSet", "Deployment", "StatefulSet", "DaemonSet"].map((kind) => (template: object) => ({ apiVersion: "apps/v1", kind, spec: { template } })),
  (template) => ({ apiVersion: "batch/v1", kind: "Job", spec: { template } }),
  (template) => ({ apiVersion: "batch/v1", kind: "CronJob", spec: { jobTemplate: { spec: { template } } } }),
];

const inventoryOf = (object: object) => takeInventory("manifests:.", "default", [{ path: "p.yaml", text: JSON.stringify(object), origin: "file" }], defaultPolicy);
const versions = [...Array.from({ length: 41 }, (_, minor) => `v1.${minor}`), "latest"];
/** A namespace that judges by each version. */
const namespaces: readonly (readonly FoundObject[])[] = versions.map((version) => inventoryOf({ apiVersion: "v1", kind: "Namespace", metadata: { name: "default", labels: { "pod-security.kubernetes.io/enforce-version": version } } }).objects);
/** Where one check gives way to the next: asked about every pod, the others about some. */
const edges = new Set(["v1.0", "v1.18", "v1.19", "v1.24", "v1.25", "latest"]);

/** What we say of a pod by a version, `a` for allowed: baseline, then restricted. More than one letter each if containers of a pod differ. */
function answerBy(entries: readonly InventoryEntry[], version: number): string {
  const said = enrichEntries(entries, namespaces[version] ?? []).map(({ podSecurity }) => podSecurity);
  const letters = (level: "baseline" | "restricted"): string => [...new Set(said.map((one) => one?.[level][0] ?? "?"))].join("");
  return `${letters("baseline")} ${letters("restricted")}`;
}

compare("what admission answers", () => {
  it("is the same for thousands of pods, by every version", () => {
    const pods = fc.sample(pod, { seed: SEED, numRuns: 4000 });
    const seen = new Set<string>();
    for (const [i, { value, error }] of ask("pods", pods).entries()) {
      const one = pods[i] ?? {};
      if (error !== undefined) throw new Error(`Kubernetes cannot read ${JSON.stringify(one)}: ${error}`);
      const { entries, problems } = inventoryOf(kinds[i % kinds.length]?.(one) ?? {});
      expect(problems).toEqual([]);
      const theirs = (version: number): string => ["baseline", "restricted"].map((level) => String(fieldAt(value, [level])).charAt(version)).join(" ");
      const differing = versions.filter((version, at) => (edges.has(version) || (at + i) % 8 === 0) && answerBy(entries, at) !== theirs(at));
      if (differing.length > 0) expect({ one, differing, theirs: value }).toEqual({ one, differing: [], theirs: value });
      seen.add(JSON.stringify(value));
    }
    // One check after another allows, or forbids: what the pods have to tell apart.
    expect(seen.size).toBeGreaterThan(5);
  });
});

const mode = fc.constantFrom("enforce", "audit", "warn");
const level = fc.constantFrom("privileged", "baseline", "restricted", "Restricted", "", "none");
const version = fc.constantFrom("latest", "v1.0", "v1.18", "v1.19", "v1.25", "v1.025", "v1.", "1.25", "v2.0", "v1.25.1", "v1.9223372036854775807", "v1.9223372036854775808", "", "Latest", "v1.1\n");
const key = fc.tuple(mode, fc.boolean());
const entry = key.chain(([of, isVersion]) => fc.tuple(fc.constant(isVersion ? `${of}-version` : of), fc.oneof({ weight: 9, arbitrary: isVersion ? version : level }, { weight: 1, arbitrary: fc.constant(null) })));
const entriesOf = fc.array(entry, { maxLength: 5 });
const labels = maybe(entriesOf.map((pairs) => Object.fromEntries(pairs.map(([of, value]) => [`pod-security.kubernetes.io/${of}`, value]))));
const usual = fc.constantFrom("privileged", "baseline", "restricted", "");
const configuration = maybe(
  fc.record({
    apiVersion: fc.constantFrom("pod-security.admission.config.k8s.io/v1", "pod-security.admission.config.k8s.io/v1beta1", "pod-security.admission.config.k8s.io/v1alpha1"),
    kind: fc.constant("PodSecurityConfiguration"),
    defaults: maybe(fc.oneof(entriesOf.map((pairs) => Object.fromEntries(pairs)), fc.record({ "enforce": usual, "warn": usual, "audit": usual, "enforce-version": fc.constantFrom("v1.20", "latest", "") }, { requiredKeys: [] }))),
  }),
);

const inOrder = (value: unknown) => (value === undefined ? undefined : { enforce: fieldAt(value, ["enforce"]), audit: fieldAt(value, ["audit"]), warn: fieldAt(value, ["warn"]) });
const inShort = ({ level: of, version: by }: Demand): string => `${of}:${by.name}`;

compare("what a namespace demands", () => {
  it("is the same for thousands of labels and admission configurations", () => {
    const questions = fc.sample(fc.record({ labels, configuration }), { seed: SEED, numRuns: 5000 });
    const asked = questions.map((one) => ({ labels: one.labels ?? null, configuration: one.configuration ?? null }));
    let refused = 0;
    for (const [i, { value, error }] of ask("policies", asked).entries()) {
      const one = asked[i] ?? { labels: null, configuration: null };
      const configured = one.configuration === null ? nothingConfigured : readPodSecurityConfiguration(one.configuration);
      const { enforce, audit, warn } = policyOfLabels(one.labels, (configured ?? nothingConfigured).defaults);
      const ours = configured === null ? undefined : { enforce: inShort(enforce), audit: inShort(audit), warn: inShort(warn) };
      if (JSON.stringify(ours) !== JSON.stringify(inOrder(value))) expect({ one, demanded: ours, error }).toEqual({ one, demanded: value, error });
      refused += configured === null ? 1 : 0;
    }
    expect(refused).toBeGreaterThan(500);
    expect(refused).toBeLessThan(4000);
  });
});
