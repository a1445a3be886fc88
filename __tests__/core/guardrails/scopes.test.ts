// Every field by which a policy may look at something else, or leave something out: a policy that is as strict as before, for fewer.

import { describe, expect, it } from "@jest/globals";
import { saidOf, turnsOf } from "./guards.ts";

type Fields = Readonly<Record<string, unknown>>;

interface Scoped {
  readonly kind: string;
  readonly apiVersion: string;
  readonly source: string;
  readonly spec: Fields;
  /** Fields that say to what it applies: what a change of them comes to cannot be told. Dots lead inside. */
  readonly unclear: readonly string[];
  /** Fields that list what is left out: one more is one more that gets through. */
  readonly lets: readonly string[];
  /** The objects beside it, without which it says nothing. */
  readonly beside?: readonly object[];
}

const resources = ["resourceRules", "namespaceSelector", "objectSelector", "matchPolicy"];
const matchConstraints = resources.map((field) => `matchConstraints.${field}`);
const cel = { validations: [{ expression: "has(object.spec.securityContext.seccompProfile)" }] };
const celPolicy = { apiVersion: "admissionregistration.k8s.io/v1", kind: "ValidatingAdmissionPolicy", metadata: { name: "p" }, spec: cel };
const patch = { mutations: [{ jsonPatch: { expression: "seccompProfile" } }] };
const patching = { apiVersion: "admissionregistration.k8s.io/v1", kind: "MutatingAdmissionPolicy", metadata: { name: "p" }, spec: patch };
const constraint = { apiVersion: "constraints.gatekeeper.sh/v1beta1", kind: "K8sPSPSeccomp", metadata: { name: "c" }, spec: {} };

const kubernetes = "kubernetes/api: admissionregistration/v1/types.go";
const kyverno = "kyverno/api: api/policies.kyverno.io/v1beta1";
const gatekeeper = "open-policy-agent/gatekeeper: apis/mutations/v1/assign_types.go, pkg/mutation/match/match_types.go";
const kubewarden = "kubewarden/kubewarden-controller: api/policies/v1";

const scoped: readonly Scoped[] = [
  { kind: "ValidatingAdmissionPolicy", apiVersion: "admissionregistration.k8s.io/v1", source: kubernetes, spec: cel, unclear: [...matchConstraints, "matchConditions", "variables"], lets: ["matchConstraints.excludeResourceRules"] },
  { kind: "ValidatingAdmissionPolicyBinding", apiVersion: "admissionregistration.k8s.io/v1", source: kubernetes, spec: { policyName: "p", validationActions: ["Deny"] }, unclear: resources.map((field) => `matchResources.${field}`), lets: ["matchResources.excludeResourceRules"], beside: [celPolicy] },
  { kind: "ValidatingPolicy", apiVersion: "policies.kyverno.io/v1beta1", source: kyverno, spec: { ...cel, validationActions: ["Deny"] }, unclear: [...matchConstraints, "matchConditions", "variables"], lets: ["matchConstraints.excludeResourceRules"] },
  { kind: "NamespacedValidatingPolicy", apiVersion: "policies.kyverno.io/v1beta1", source: kyverno, spec: { ...cel, validationActions: ["Deny"] }, unclear: ["matchConditions"], lets: [] },
  { kind: "MutatingPolicy", apiVersion: "policies.kyverno.io/v1beta1", source: kyverno, spec: patch, unclear: [...matchConstraints, "matchConditions", "variables"], lets: ["matchConstraints.excludeResourceRules"] },
  { kind: "NamespacedMutatingPolicy", apiVersion: "policies.kyverno.io/v1beta1", source: kyverno, spec: patch, unclear: ["matchConditions"], lets: [] },
  { kind: "MutatingAdmissionPolicy", apiVersion: "admissionregistration.k8s.io/v1beta1", source: kubernetes, spec: patch, unclear: [...matchConstraints, "matchConditions", "variables"], lets: ["matchConstraints.excludeResourceRules"] },
  { kind: "MutatingAdmissionPolicyBinding", apiVersion: "admissionregistration.k8s.io/v1beta1", source: kubernetes, spec: { policyName: "p" }, unclear: ["matchResources.namespaceSelector"], lets: [], beside: [patching] },
  {
    kind: "Assign",
    apiVersion: "mutations.gatekeeper.sh/v1",
    source: gatekeeper,
    spec: { location: "spec.securityContext.seccompProfile", parameters: { assign: { value: { type: "RuntimeDefault" } } } },
    unclear: ["applyTo", ...["kinds", "scope", "namespaces", "labelSelector", "namespaceSelector", "name", "source"].map((field) => `match.${field}`), "parameters.pathTests"],
    lets: ["match.excludedNamespaces"],
  },
  { kind: "AssignMetadata", apiVersion: "mutations.gatekeeper.sh/v1", source: gatekeeper, spec: { location: 'metadata.annotations."seccomp.security.alpha.kubernetes.io/pod"', parameters: { assign: { value: "runtime/default" } } }, unclear: ["match.name"], lets: ["match.excludedNamespaces"] },
  ...["ClusterAdmissionPolicy", "AdmissionPolicy"].map((kind) => ({
    kind,
    apiVersion: "policies.kubewarden.io/v1",
    source: kubewarden,
    spec: { module: "registry://ghcr.io/kubewarden/policies/seccomp-psp:v1.0.8" },
    unclear: ["rules", "namespaceSelector", "objectSelector", "matchConditions", "matchPolicy", "settings.other"],
    lets: ["settings.allowed_profiles", "settings.profile_types", "settings.localhost_profiles"],
  })),
  {
    kind: "Config",
    apiVersion: "config.gatekeeper.sh/v1alpha1",
    source: "open-policy-agent/gatekeeper: apis/config/v1alpha1/config_types.go",
    spec: { match: [{ processes: ["webhook"], excludedNamespaces: [] }] },
    unclear: [],
    lets: ["match.0.excludedNamespaces"],
    beside: [constraint],
  },
];

/** The object with one more field. */
function withField(fields: unknown, [name = "", ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(fields)) return fields.map((one, i) => (String(i) === name ? withField(one, rest, value) : (one as unknown)));
  const own = (fields ?? {}) as Fields;
  return { ...own, [name]: rest.length === 0 ? value : withField(own[name], rest, value) };
}

const manifest = ({ kind, apiVersion, beside = [] }: Scoped, spec: unknown, group = apiVersion): string =>
  JSON.stringify({ apiVersion: "v1", kind: "List", items: [{ apiVersion: group, kind, metadata: { name: "x", namespace: "shop" }, spec }, ...beside] });

const unclear = scoped.flatMap((one) => one.unclear.map((field) => [one.kind, field, one.source, one] as const));
const lets = scoped.flatMap((one) => one.lets.map((field) => [one.kind, field, one.source, one] as const));

describe("a policy that looks at something else", () => {
  it.each(unclear)("%s by `%s` is unclear (%s)", (kind, field, _, one) => {
    const having = (value: string) => manifest(one, withField(one.spec, field.split("."), [{ a: value }]));
    expect(turnsOf(having("a"), having("b"))).toEqual([expect.stringMatching(new RegExp(`^note ${kind}/x .* unclear$`))]);
    expect(turnsOf(having("a"), having("a"))).toEqual([]);
  });

  it.each(lets)("%s by `%s`, which leaves out more, is weaker (%s)", (kind, field, _, one) => {
    const having = (...values: readonly string[]) => manifest(one, withField(one.spec, field.split("."), values));
    expect(turnsOf(having("a"), having("a", "b"))).toEqual([expect.stringMatching(new RegExp(`^warning ${kind}/x .* now also lets through .*\`b\`$`))]);
    expect(turnsOf(having("a", "b"), having("a"))).toEqual([]);
  });

  it.each(scoped)("$kind of another group is none", (one) => {
    const [field = "", value] = one.lets[0] === undefined ? ["matchConditions", "a"] : [one.lets[0], ["a"]];
    expect(turnsOf(manifest(one, one.spec, "example.org/v1"), manifest(one, withField(one.spec, field.split("."), value), "example.org/v1"))).toEqual([]);
  });
});

// kubernetes/api: admissionregistration/v1/types.go (FailurePolicyType)
describe("a policy that fails to judge", () => {
  const rules = [{ name: "check", validate: { failureAction: "Enforce", pattern: { spec: { securityContext: { seccompProfile: { type: "RuntimeDefault" } } } } } }];
  const clusterPolicy: Scoped = { kind: "ClusterPolicy", apiVersion: "kyverno.io/v1", source: "kyverno/kyverno: api/kyverno/v1/spec_types.go", spec: { rules }, unclear: [], lets: [] };
  const kinds = ["ValidatingAdmissionPolicy", "ValidatingPolicy", "MutatingPolicy", "MutatingAdmissionPolicy", "ClusterAdmissionPolicy", "ClusterPolicy"];
  const policies = [...scoped, clusterPolicy].filter(({ kind }) => kinds.includes(kind));
  it.each([...policies.map((one) => [one.kind, "failurePolicy", one] as const), ["ClusterPolicy", "webhookConfiguration.failurePolicy", clusterPolicy] as const])("%s by `%s` lets through what it would refuse", (kind, field, one) => {
    const having = (value: string) => manifest(one, withField(one.spec, field.split("."), value));
    const weaker = [expect.stringMatching(new RegExp(`^warning ${kind}/x .* now also lets through what it fails to judge \\(\`failurePolicy: Ignore\`\\)$`))];
    expect(turnsOf(having("Fail"), having("Ignore"))).toEqual(weaker);
    expect(turnsOf(manifest(one, one.spec), having("Ignore"))).toEqual(weaker);
    expect(turnsOf(having("Ignore"), having("Fail"))).toEqual([]);
    expect(turnsOf(manifest(one, one.spec), having("Fail"))).toEqual([]);
  });

  it("is every kind that has the field", () => {
    expect(policies.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  });
});

describe("whom a policy is for", () => {
  const pods = (...namespaces: readonly string[]) => namespaces.map((namespace) => JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "p", namespace }, spec: { containers: [{ name: "a" }] } })).join("\n---\n");
  const check = { validationFailureAction: "Enforce", rules: [{ name: "check", validate: { pattern: { spec: { securityContext: { seccompProfile: { type: "RuntimeDefault" } } } } } }] };
  it.each([
    ["Policy", "; 1 of the 3 containers looked at is in it"],
    ["ClusterPolicy", "; all 3 containers looked at are under it"],
  ])("Kyverno's %s: %s", (kind, words) => {
    const policy = JSON.stringify({ apiVersion: "kyverno.io/v1", kind, metadata: { name: "x", namespace: "shop" }, spec: check });
    const said = saidOf({ "p.yaml": policy, "pods.yaml": pods("shop", "mail", "web") }, { "pods.yaml": pods("shop", "mail", "web") });
    expect(said).toEqual([expect.stringContaining(words)]);
  });

  const row = (kind: string) => scoped.find((one) => one.kind === kind);
  it.each([
    ["NamespacedValidatingPolicy", "; 1 of the 3 containers looked at is in it"],
    ["NamespacedMutatingPolicy", "; 1 of the 3 containers looked at is in it"],
    ["AdmissionPolicy", "; 1 of the 3 containers looked at is in it"],
    ["ValidatingPolicy", "; all 3 containers looked at are under it"],
    ["MutatingPolicy", "; all 3 containers looked at are under it"],
    ["ClusterAdmissionPolicy", "; all 3 containers looked at are under it"],
  ])("%s: %s", (kind, words) => {
    const one = row(kind);
    if (one === undefined) throw new Error(kind);
    const said = saidOf({ "p.yaml": manifest(one, one.spec), "pods.yaml": pods("shop", "mail", "web") }, { "pods.yaml": pods("shop", "mail", "web") });
    expect(said).toEqual([expect.stringContaining(words)]);
  });
});
