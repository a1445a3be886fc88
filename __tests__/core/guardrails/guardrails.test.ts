// One table for each kind of guardrail: what is weaker, what is not, and what cannot be told.

import { describe, expect, it } from "@jest/globals";
import { saidOf, turnsOf } from "./guards.ts";

type Row = readonly [name: string, base: string | null, head: string | null, said: readonly unknown[]];

// kubernetes/pod-security-admission: api/constants.go, api/helpers.go, policy/check_seccompProfile_*.go
describe("labels of namespaces", () => {
  const namespace = (labels: string): string => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: { ${labels} }\n`;
  const label = (mode: string, level: string): string => `pod-security.kubernetes.io/${mode}: ${level}`;
  const place = (mode: string): string => `warning Namespace/shop \`pod-security.kubernetes.io/${mode}\``;
  it.each<Row>([
    ["a lower level", namespace(label("enforce", "restricted")), namespace(label("enforce", "baseline")), [`${place("enforce")} was \`restricted\` and is now \`baseline\``]],
    ["none", namespace(label("enforce", "baseline")), namespace(label("enforce", "privileged")), [`${place("enforce")} was \`baseline\` and is now \`privileged\``]],
    ["no label", namespace(label("enforce", "baseline")), namespace("a: b"), [`${place("enforce")} was \`baseline\` and is now not set`]],
    ["a higher level", namespace(label("enforce", "baseline")), namespace(label("enforce", "restricted")), []],
    ["a namespace that is gone with its pods", namespace(label("enforce", "restricted")), null, []],
    ["a new namespace", null, namespace(label("enforce", "privileged")), []],
    ["what cannot be read, enforced as the strictest without a warning", namespace(label("enforce", "restricted")), namespace(label("enforce", "Restricted")), [`${place("warn")} was \`restricted\` (as it is enforced) and is now not set`]],
    ["what cannot be read, and is only reported", namespace(label("audit", "restricted")), namespace(label("audit", "Restricted")), [`${place("audit")} was \`restricted\` and is now \`Restricted\``]],
    ["audit", namespace(label("audit", "restricted")), namespace(""), [`${place("audit")} was \`restricted\` and is now not set`]],
    ["a warning that enforcing brings along", namespace(`${label("enforce", "restricted")}, ${label("warn", "restricted")}`), namespace(label("enforce", "restricted")), []],
    ["one that it does not", namespace(`${label("enforce", "baseline")}, ${label("warn", "restricted")}`), namespace(label("enforce", "baseline")), [`${place("warn")} was \`restricted\` and is now \`baseline\` (as it is enforced)`]],
    [
      "all three, told once",
      namespace(["enforce", "audit", "warn"].map((mode) => label(mode, "restricted")).join(", ")),
      namespace(["enforce", "audit", "warn"].map((mode) => label(mode, "privileged")).join(", ")),
      [`${place("enforce")} was \`restricted\` and is now \`privileged\``],
    ],
    ["a version whose checks read annotations", namespace(label("enforce", "restricted")), namespace(`${label("enforce", "restricted")}, ${label("enforce-version", "v1.18")}`), [`${place("enforce")} was \`restricted\` and is now \`restricted\` at version \`v1.18\``]],
    ["a version whose checks are the same", namespace(label("enforce", "restricted")), namespace(`${label("enforce", "restricted")}, ${label("enforce-version", "v1.30")}`), []],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });

  it("count the containers of the namespace", () => {
    const pods = "apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: shop }\nspec: { containers: [{ name: a }, { name: b }] }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: other }\nspec: { containers: [{ name: a }] }\n";
    const said = saidOf({ "ns.yaml": namespace(label("enforce", "restricted")) }, { "ns.yaml": namespace(label("enforce", "baseline")), "pods.yaml": pods });
    expect(said).toEqual(["warning guardrail-weakened: `pod-security.kubernetes.io/enforce` of Namespace `shop` was `restricted` and is now `baseline`; 2 of the 3 containers looked at are in it"]);
  });
});

// kubernetes/pod-security-admission: admission/api/v1/types.go
describe("the cluster's Pod Security configuration", () => {
  const plugin = (defaults: string, exemptions: string): string =>
    `apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins:\n  - name: PodSecurity\n    configuration:\n      apiVersion: pod-security.admission.config.k8s.io/v1\n      kind: PodSecurityConfiguration\n      defaults: { ${defaults} }\n      exemptions: { ${exemptions} }\n`;
  const alone = (defaults: string): string => `apiVersion: pod-security.admission.config.k8s.io/v1\nkind: PodSecurityConfiguration\ndefaults: { ${defaults} }\n`;
  it.each<Row>([
    ["a lower default", plugin("enforce: baseline", ""), plugin("enforce: privileged", ""), ["warning PodSecurityConfiguration/f `defaults.enforce` was `baseline` and is now `privileged`"]],
    ["a file of its own", alone("enforce: restricted"), alone("enforce: baseline"), ["warning PodSecurityConfiguration/f `defaults.enforce` was `restricted` and is now `baseline`"]],
    ["that is gone", alone("enforce: restricted"), null, ["warning PodSecurityConfiguration/f `defaults.enforce` was `restricted` and is now not set"]],
    ["an exemption more", plugin("enforce: baseline", "namespaces: [a]"), plugin("enforce: baseline", "namespaces: [a, b], usernames: [root]"), ["warning PodSecurityConfiguration/f `exemptions` now also lets through user `root`, namespace `b`"]],
    ["a version that there is not: the API server takes none of it", alone("enforce: restricted"), alone("enforce: baseline, enforce-version: v1"), ["warning PodSecurityConfiguration/f `defaults.enforce` was `restricted` and is now not set"]],
    ["an exemption less", plugin("enforce: baseline", "namespaces: [a, b]"), plugin("enforce: baseline", "namespaces: [b]"), []],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// openshift/api: security/v1/types.go
describe("SecurityContextConstraints", () => {
  const scc = (profiles: string): string => `apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata: { name: mine }\n${profiles}\n`;
  const place = "warning SecurityContextConstraints/mine `seccompProfiles`";
  it.each<Row>([
    ["no default any more", scc("seccompProfiles: [runtime/default]"), scc('seccompProfiles: ["*"]'), [`${place} was \`runtime/default\` and is now \`*\``]],
    ["none at all", scc("seccompProfiles: [runtime/default]"), scc(""), [`${place} was \`runtime/default\` and is now not set`]],
    ["everything beside the default", scc("seccompProfiles: [runtime/default]"), scc('seccompProfiles: [runtime/default, "*"]'), [`${place} now also lets through profile \`*\``]],
    ["Unconfined by default", scc("seccompProfiles: [runtime/default]"), scc("seccompProfiles: [unconfined, runtime/default]"), [`${place} was \`runtime/default\` and is now \`unconfined\`, \`runtime/default\``]],
    ["gone", scc("seccompProfiles: [runtime/default]"), null, [`${place} was \`runtime/default\` and is now not there`]],
    ["more where nothing was confined", scc(""), scc('seccompProfiles: ["*"]'), []],
    ["what protected nothing", scc('seccompProfiles: ["*"]'), scc(""), []],
    ["a default that confined nothing", scc("seccompProfiles: [unconfined]"), scc(""), []],
    ["a default", scc(""), scc("seccompProfiles: [runtime/default]"), []],
    ["a default of the node", scc("seccompProfiles: [localhost/a.json]"), scc("seccompProfiles: [localhost/a.json, unconfined]"), [`${place} now also lets through profile \`unconfined\``]],
    ["one that confines beside the default", scc("seccompProfiles: [docker/default]"), scc("seccompProfiles: [docker/default, localhost/a.json]"), []],
    ["a file that has no name", scc("seccompProfiles: [localhost/a]"), scc("seccompProfiles: [localhost/]"), [`${place} was \`localhost/a\` and is now \`localhost/\``]],
    ["the default behind a wildcard", scc('seccompProfiles: ["*", runtime/default]'), scc('seccompProfiles: ["*", unconfined]'), [`${place} was \`*\`, \`runtime/default\` and is now \`*\`, \`unconfined\``]],
    ["of another group", scc("seccompProfiles: [runtime/default]").replace("security.openshift.io", "example.org"), null, []],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// kyverno/kyverno: api/kyverno/v1/spec_types.go, rule_types.go, common_types.go
describe("Kyverno's policies", () => {
  interface Parts {
    readonly spec?: string;
    readonly validate?: string;
    readonly match?: string;
    readonly rule?: string;
    readonly name?: string;
  }
  const pattern = 'pattern: { spec: { securityContext: { seccompProfile: { type: "RuntimeDefault | Localhost" } } } }';
  const policy = ({ spec = "validationFailureAction: Enforce", validate = pattern, match = "{ resources: { kinds: [Pod] } }", rule = "background: true", name = "check" }: Parts = {}): string =>
    `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: seccomp }\nspec:\n  ${spec}\n  rules:\n    - name: ${name}\n      ${rule}\n      match: { any: [${match}] }\n      validate: { ${validate} }\n`;
  const place = "warning ClusterPolicy/seccomp rule `check`";
  it.each<Row>([
    ["only reports", policy(), policy({ spec: "validationFailureAction: Audit" }), [`${place} was \`Enforce\` and is now \`Audit\``]],
    ["in the older spelling", policy({ spec: "validationFailureAction: enforce" }), policy({ spec: "validationFailureAction: audit" }), [`${place} was \`Enforce\` and is now \`audit\``]],
    ["by the rule's own action", policy({ validate: `failureAction: Enforce, ${pattern}` }), policy({ validate: `failureAction: Audit, ${pattern}` }), [`${place} was \`Enforce\` and is now \`Audit\``]],
    ["without any action", policy(), policy({ spec: "background: true" }), [`${place} was \`Enforce\` and is now \`Audit\`, since no action is set`]],
    ["not at admission", policy(), policy({ spec: "validationFailureAction: Enforce\n  admission: false" }), [`${place} was \`Enforce\` and is now \`admission: false\``]],
    ["an action that moves into the rule", policy(), policy({ spec: "background: true", validate: `failureAction: Enforce, ${pattern}` }), []],
    ["gone", policy(), null, [`${place} was \`Enforce\` and is now gone, or says nothing about seccomp any more`]],
    ["about something else", policy(), policy({ validate: "pattern: { spec: { hostNetwork: false } }" }), [`${place} was \`Enforce\` and is now gone, or says nothing about seccomp any more`]],
    ["renamed", policy(), policy({ name: "other" }), []],
    ["an exclusion more", policy(), policy({ rule: "exclude: { any: [{ resources: { namespaces: [a] } }] }" }), [`${place} now also lets through \`{resources:{namespaces:[a]}}\``]],
    ["an exclusion less", policy({ rule: "exclude: { any: [{ resources: { namespaces: [a] } }] }" }), policy(), []],
    ["an override more", policy(), policy({ spec: "validationFailureAction: Enforce\n  validationFailureActionOverrides: [{ action: Audit, namespaces: [a] }]" }), [`${place} now also lets through namespace \`a\`, where it only reports`]],
    ["fewer kinds", policy({ match: "{ resources: { kinds: [Pod] } }, { resources: { kinds: [Job] } }" }), policy(), [`${place} no longer demands \`{resources:{kinds:[Job]}}\``]],
    ["other kinds", policy(), policy({ match: "{ resources: { kinds: [Job] } }" }), ["note ClusterPolicy/seccomp rule `check` unclear"]],
    ["another pattern", policy(), policy({ validate: pattern.replace("RuntimeDefault | ", "") }), ["note ClusterPolicy/seccomp rule `check` unclear"]],
    ["other words for people", policy({ validate: `message: a, ${pattern}` }), policy({ validate: `message: b, ${pattern}` }), []],
    ["Pod Security's lower level", policy({ validate: "podSecurity: { level: restricted, version: latest }" }), policy({ validate: "podSecurity: { level: baseline, version: latest }" }), [`${place} was \`Enforce\` at level \`restricted\` and is now \`Enforce\` at level \`baseline\``]],
    [
      "Pod Security without the control",
      policy({ validate: "podSecurity: { level: restricted }" }),
      policy({ validate: "podSecurity: { level: restricted, exclude: [{ controlName: Seccomp, images: [a] }] }" }),
      [`${place} now also lets through \`{controlName:Seccomp,images:[a]}\``],
    ],
    ["of something else", policy({ validate: "pattern: { spec: { hostNetwork: false } }" }), null, []],
    ["of another group", policy().replace("kyverno.io/v1", "example.org/v1"), null, []],
    ["another control that is excluded", policy({ validate: "podSecurity: { level: restricted }" }), policy({ validate: "podSecurity: { level: restricted, exclude: [{ controlName: Capabilities }] }" }), []],
    ["an exclusion that is one", policy(), policy({ rule: "exclude: { resources: { namespaces: [a] } }" }), [`${place} now also lets through \`{resources:{namespaces:[a]}}\``]],
    ["an exclusion of nothing", policy(), policy({ rule: "exclude: null" }), []],
    ["an override of the rule's own", policy(), policy({ validate: `failureActionOverrides: [{ action: audit, namespaces: [a] }], ${pattern}` }), [`${place} now also lets through namespace \`a\`, where it only reports`]],
    ["an override by labels", policy(), policy({ spec: "validationFailureAction: Enforce\n  validationFailureActionOverrides: [{ action: Audit, namespaces: [a], namespaceSelector: { matchLabels: { b: c } } }]" }), [`${place} now also lets through namespace \`a\`, where it only reports, namespaces of \`{matchLabels:{b:c}}\`, where it only reports`]],
    ["an override that refuses", policy(), policy({ spec: "validationFailureAction: Enforce\n  validationFailureActionOverrides: [{ action: Enforce, namespaces: [a] }]" }), []],
    ...["anyPattern", "deny", "foreach", "cel"].map((field): Row => [`another \`${field}\``, policy({ validate: `${field}: [seccompProfile, a]` }), policy({ validate: `${field}: [seccompProfile, b]` }), ["note ClusterPolicy/seccomp rule `check` unclear"]]),
    ...["preconditions", "celPreconditions", "context"].map((field): Row => [`other \`${field}\``, policy({ rule: `${field}: [a]` }), policy({ rule: `${field}: [b]` }), ["note ClusterPolicy/seccomp rule `check` unclear"]]),
    ["another version of Pod Security", policy({ validate: "podSecurity: { level: restricted, version: latest }" }), policy({ validate: "podSecurity: { level: restricted, version: v1.20 }" }), ["note ClusterPolicy/seccomp rule `check` unclear"]],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });

  it("that set a profile count, too", () => {
    const mutation = "apiVersion: kyverno.io/v1\nkind: Policy\nmetadata: { name: add, namespace: shop }\nspec:\n  rules:\n    - name: add-seccomp\n      match: { any: [{ resources: { kinds: [Pod] } }] }\n      mutate: { patchStrategicMerge: { spec: { securityContext: { seccompProfile: { type: RuntimeDefault } } } } }\n";
    expect(turnsOf(mutation, null)).toEqual(["warning Policy/add rule `add-seccomp` was there and is now gone, or says nothing about seccomp any more"]);
  });

  // api/kyverno/v2/policy_exception_types.go; kyverno/api: api/policies.kyverno.io/v1beta1/policy_exception.go
  const exception = (name: string, namespaces = "a"): string =>
    `---\napiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: { name: x, namespace: k }\nspec:\n  match: { any: [{ resources: { namespaces: [${namespaces}] } }] }\n  exceptions: [{ policyName: ${name}, ruleNames: [check] }]\n`;
  const excepting = (spec: string): string => `---\napiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: { name: x, namespace: k }\nspec: { ${spec} }\n`;
  const newer = "---\napiVersion: policies.kyverno.io/v1\nkind: PolicyException\nmetadata: { name: x, namespace: k }\nspec:\n  policyRefs: [{ name: seccomp, kind: ValidatingPolicy }]\n";
  it.each<Row>([
    ["an exception", policy(), policy() + exception("seccomp"), ["warning PolicyException/x the exception from policy `seccomp` (`check`) was not there and is now there"]],
    ["by a pattern", policy(), policy() + exception('"sec*"'), ["warning PolicyException/x the exception from policy `sec*` (`check`) was not there and is now there"]],
    ["of the newer kind", policy(), policy() + newer, ["warning PolicyException/x the exception from policy `seccomp` was not there and is now there"]],
    ["from a policy that is elsewhere", "a: 1", exception("restrict-seccomp-strict"), [expect.stringContaining("policy `restrict-seccomp-strict`")]],
    ["from a policy that is new", "a: 1", policy() + exception("seccomp"), []],
    ["from another policy", policy(), policy() + exception("host-path"), []],
    ["for more", policy() + exception("seccomp"), policy() + exception("seccomp", "b"), ["warning PolicyException/x the exception from policy `seccomp` (`check`) now also lets through `{resources:{namespaces:[b]}}`"]],
    ["that is gone", policy() + exception("seccomp"), policy(), []],
    ["from all rules", policy(), policy() + excepting("exceptions: [{ policyName: seccomp }]"), ["warning PolicyException/x the exception from policy `seccomp` was not there and is now there"]],
    ["from two policies, of which one concerns it", policy(), policy() + excepting("exceptions: [{ policyName: seccomp }, { policyName: host-path }]"), ["warning PolicyException/x the exception from policy `seccomp` was not there and is now there"]],
    ["from a policy whose name only looks like a pattern of it", policy(), policy() + excepting('exceptions: [{ policyName: "s.ccomp" }, { policyName: "eccomp*" }, { policyName: "*seccom" }]'), []],
    ["from a policy of a namespace, by both names", policy().replace("kind: ClusterPolicy", "kind: Policy").replace("name: seccomp", "name: pods, namespace: shop"), policy().replace("kind: ClusterPolicy", "kind: Policy").replace("name: seccomp", "name: pods, namespace: shop") + excepting("exceptions: [{ policyName: shop/pods }]"), ["warning PolicyException/x the exception from policy `shop/pods` was not there and is now there"]],
    ["in other words beside them", policy() + excepting("exceptions: [{ policyName: seccomp }]"), policy() + excepting("exceptions: [{ policyName: seccomp }], background: false"), []],
    ["from nothing", policy(), policy() + excepting("exceptions: [{}], policyRefs: [{}]"), []],
    ["of another group", policy(), policy() + excepting("exceptions: [{ policyName: seccomp }]").replace("kyverno.io/v2", "example.org/v1"), []],
    ["of what meets all filters", policy() + excepting("exceptions: [{ policyName: seccomp }], match: { all: [a] }"), policy() + excepting("exceptions: [{ policyName: seccomp }], match: { all: [a, b] }"), ["warning PolicyException/x the exception from policy `seccomp` now also lets through `b`"]],
    ["of more images", policy() + excepting("policyRefs: [{ name: seccomp }], images: [a]"), policy() + excepting("policyRefs: [{ name: seccomp }], images: [a, b]"), ["warning PolicyException/x the exception from policy `seccomp` now also lets through `b`"]],
    ...["conditions", "matchConditions", "podSecurity"].map((field): Row => [`by other \`${field}\``, policy() + excepting(`exceptions: [{ policyName: seccomp }], ${field}: [a]`), policy() + excepting(`exceptions: [{ policyName: seccomp }], ${field}: [b]`), ["note PolicyException/x the exception from policy `seccomp` unclear"]]),
  ])("have exceptions: %s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// kyverno/api: api/policies.kyverno.io/v1beta1/validating_policy.go; kubernetes/api: admissionregistration/v1/types.go
describe("policies in CEL", () => {
  const one = "has(object.spec.securityContext.seccompProfile)";
  const two = "object.spec.containers.all(c, has(c.securityContext.seccompProfile))";
  const spec = (expressions: readonly string[], more = ""): string => `spec:\n  ${more}\n  validations:\n${expressions.map((expression) => `    - expression: "${expression}"\n`).join("")}`;
  const kyverno = (actions: string, expressions: readonly string[] = [one, two]): string => `apiVersion: policies.kyverno.io/v1\nkind: ValidatingPolicy\nmetadata: { name: seccomp }\n${spec(expressions, `validationActions: ${actions}`)}`;
  const policy = (expressions: readonly string[], more = "failurePolicy: Fail"): string => `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: seccomp }\n${spec(expressions, more)}`;
  const binding = (actions: string, more = ""): string => `---\napiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicyBinding\nmetadata: { name: b }\nspec:\n  policyName: seccomp\n  validationActions: ${actions}\n${more}`;
  it.each<Row>([
    ["Kyverno's only report", kyverno("[Deny]"), kyverno("[Audit]"), ["warning ValidatingPolicy/seccomp the enforcement was `Deny` and is now `Audit`"]],
    ["Kyverno's are gone", kyverno("[Deny]"), null, ["warning ValidatingPolicy/seccomp the enforcement was `Deny` and is now gone, or says nothing about seccomp any more"]],
    ["demand less", policy([one, two]), policy([two]), [`warning ValidatingAdmissionPolicy/seccomp \`spec.validations\` no longer demands \`${one}\``]],
    ["demand something else", policy([one]), policy([two]), ["note ValidatingAdmissionPolicy/seccomp `spec.validations` unclear"]],
    ["demand the same in other lines", policy([one]), policy([one.replace("(", "(  ").replace("(  ", "(")]), []],
    ["for fewer", policy([one]), policy([one], "matchConditions: [{ name: a, expression: 'true' }]"), ["note ValidatingAdmissionPolicy/seccomp `spec.validations` unclear"]],
    ["are bound without refusing", policy([one]) + binding("[Deny]"), policy([one]) + binding("[Warn, Audit]"), ["warning ValidatingAdmissionPolicyBinding/b the binding of policy `seccomp` was `Deny` and is now `Warn`, `Audit`"]],
    ["are not bound", policy([one]) + binding("[Deny]"), policy([one]), ["warning ValidatingAdmissionPolicyBinding/b the binding of policy `seccomp` was `Deny` and is now gone"]],
    ["are gone with their bindings", policy([one]) + binding("[Deny]"), "a: 1", ["warning ValidatingAdmissionPolicy/seccomp `spec.validations` was there and is now gone, or says nothing about seccomp any more"]],
    ["are bound to less", policy([one]) + binding("[Deny]"), policy([one]) + binding("[Deny]", "  matchResources: { namespaceSelector: { matchLabels: { a: b } } }\n"), ["note ValidatingAdmissionPolicyBinding/b the binding of policy `seccomp` unclear"]],
    ["demand less, of expressions that name it in a variable alone", policy(["variables.a", "variables.b"], "variables: [{ name: a, expression: seccompProfile }]"), policy(["variables.a"], "variables: [{ name: a, expression: seccompProfile }]"), ["warning ValidatingAdmissionPolicy/seccomp `spec.validations` no longer demands `variables.b`"]],
    ["demand less that has nothing to do with it", policy([one, "object.spec.hostNetwork == false"]), policy([one]), []],
    ["of another policy are not bound", policy([one]) + binding("[Deny]").replace("policyName: seccomp", "policyName: other"), policy([one]), []],
    ["of another policy, without a name, are not bound", policy([one]) + binding("[Deny]").replace("policyName: seccomp", "paramRef: {}"), policy([one]), []],
    ["are about something else", "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: replicas }\nspec: { validations: [{ expression: object.spec.replicas < 5 }] }\n", null, []],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// open-policy-agent/gatekeeper-library: library/pod-security-policy/seccomp/template.yaml; open-policy-agent/gatekeeper: pkg/util/enforcement_action.go
describe("Gatekeeper's constraints", () => {
  const constraint = (spec: string, kind = "K8sPSPSeccomp"): string => `apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: ${kind}\nmetadata: { name: c }\nspec:\n  ${spec.replaceAll("; ", "\n  ")}\n`;
  const template = (rego: string): string => `---\napiVersion: templates.gatekeeper.sh/v1\nkind: ConstraintTemplate\nmetadata: { name: mine }\nspec:\n  crd: { spec: { names: { kind: Mine } } }\n  targets: [{ target: admission.k8s.gatekeeper.sh, rego: "${rego}" }]\n`;
  const place = "warning K8sPSPSeccomp/c the enforcement";
  const allowed = (profiles: string): string => `parameters: { allowedProfiles: [${profiles}] }`;
  it.each<Row>([
    ["only warn", constraint("enforcementAction: deny"), constraint("enforcementAction: warn"), [`${place} was \`deny\` and is now \`warn\``]],
    ["only record", constraint("match: {}"), constraint("match: {}; enforcementAction: dryrun"), [`${place} was \`deny\` and is now \`dryrun\``]],
    ["deny in some places", constraint("enforcementAction: deny"), constraint("enforcementAction: scoped; scopedEnforcementActions: [{ action: deny, enforcementPoints: [] }, { action: warn }]"), []],
    ["deny in none", constraint("enforcementAction: deny"), constraint("enforcementAction: scoped; scopedEnforcementActions: [{ action: warn }]"), [`${place} was \`deny\` and is now \`scoped\` (\`warn\`)`]],
    ["allow more", constraint(allowed("RuntimeDefault")), constraint(allowed("RuntimeDefault, Unconfined")), [`${place} now also lets through profile \`Unconfined\``]],
    ["allow the same by another name", constraint(allowed("runtime/default")), constraint(allowed("RuntimeDefault")), []],
    ["name what was allowed anyway", constraint(allowed('"*"')), constraint(allowed('"*", Unconfined')), []],
    ["exempt images", constraint("parameters: {}"), constraint("parameters: { exemptImages: [a/*] }"), [`${place} now also lets through image \`a/*\``]],
    ["leave out namespaces", constraint("match: { excludedNamespaces: [a] }"), constraint("match: { excludedNamespaces: [a, b] }"), [`${place} now also lets through namespace \`b\``]],
    ["look at something else", constraint("match: { namespaces: [a, b] }"), constraint("match: { namespaces: [b] }"), ["note K8sPSPSeccomp/c the enforcement unclear"]],
    ["are gone", constraint("match: {}"), null, [`${place} was \`deny\` and is now gone`]],
    ["are of a template of one's own", template("seccompProfile") + "---\n" + constraint("match: {}", "Mine"), template("seccompProfile"), ["warning Mine/c the enforcement was `deny` and is now gone"]],
    ["are about something else", constraint("match: {}", "K8sRequiredLabels"), null, []],
    ["have no template any more", template("seccompProfile"), null, ["warning ConstraintTemplate/mine the code was there and is now gone, or says nothing about seccomp any more"]],
    ["have one that is described otherwise", template("seccompProfile"), template("seccompProfile").replace("kind: Mine", "kind: Mine, shortNames: [m]"), []],
    ["have another one", template("seccompProfile a"), template("seccompProfile b"), ["note ConstraintTemplate/mine the code unclear"]],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// open-policy-agent/gatekeeper: apis/config/v1alpha1/config_types.go, pkg/controller/config/process/excluder.go
describe("Gatekeeper's Config", () => {
  const constraint = "---\napiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sPSPSeccomp\nmetadata: { name: c }\nspec: { match: {} }\n";
  const config = (entries: string, rest = constraint): string => `apiVersion: config.gatekeeper.sh/v1alpha1\nkind: Config\nmetadata: { name: config, namespace: gatekeeper-system }\nspec: { match: [${entries}] }\n${rest}`;
  const entry = (process: string, namespaces: string): string => `{ processes: ["${process}"], excludedNamespaces: [${namespaces}] }`;
  const profile = "---\napiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\nmetadata: { name: p }\nspec: { defaultAction: SCMP_ACT_ERRNO }\n";
  const kyverno = "---\napiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: p }\nspec: { rules: [{ name: a, validate: { pattern: { seccompProfile: {} } } }] }\n";
  const place = "warning Config/config what Gatekeeper leaves out";
  it.each<Row>([
    ["leaves out one more", config(entry("*", "kube-system")), config(entry("*", "kube-system, shop")), [`${place} now also lets through namespace \`shop\``]],
    ["leaves out one at admission", config(entry("sync", "shop")), config(entry("webhook", "shop")), [`${place} was nothing and is now namespace \`shop\``]],
    ["does not audit one", config(entry("webhook", "a")), config(`${entry("webhook", "a")}, ${entry("audit", "shop")}`), []],
    ["leaves out the first", config(""), config(entry("*", "shop")), [`${place} was nothing and is now namespace \`shop\``]],
    ["is new, and leaves one out", constraint, config(entry("webhook", "shop")), [`${place} was nothing and is now namespace \`shop\``]],
    ["is gone", config(entry("*", "shop")), constraint, []],
    ["leaves out one less", config(entry("*", "a, b")), config(entry("*", "b")), []],
    ["leaves out one at admission and elsewhere", config(entry("*", "a")), config('{ processes: ["*"], excludedNamespaces: [a] }, { processes: [audit, webhook], excludedNamespaces: [shop] }'), [`${place} now also lets through namespace \`shop\``]],
    ["has nothing to judge by beside what others refuse", config(entry("*", "a"), kyverno), config(entry("*", "a, b"), kyverno), []],
    ["has nothing to judge by beside a profile", config(entry("*", "a"), profile), config(entry("*", "a, b"), profile), []],
    ["has nothing to judge by", config(entry("*", "a"), ""), config(entry("*", "a, b"), ""), []],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// open-policy-agent/gatekeeper: apis/mutations/v1/assign_types.go; kyverno/api: api/policies.kyverno.io/v1beta1/mutating_policy.go; kubernetes/api: admissionregistration/v1beta1/types.go
describe("mutations that set a profile", () => {
  const assign = (type: string, match = "{}"): string =>
    `apiVersion: mutations.gatekeeper.sh/v1\nkind: Assign\nmetadata: { name: m }\nspec:\n  applyTo: [{ groups: [""], kinds: [Pod], versions: [v1] }]\n  location: spec.securityContext.seccompProfile\n  match: ${match}\n  parameters: { assign: { value: { type: ${type} } } }\n`;
  const policy = (api: string, kind: string, expression: string): string => `apiVersion: ${api}\nkind: ${kind}\nmetadata: { name: m }\nspec:\n  mutations: [{ patchType: JSONPatch, jsonPatch: { expression: "${expression}" } }]\n`;
  const own = (expression: string) => policy("admissionregistration.k8s.io/v1beta1", "MutatingAdmissionPolicy", expression);
  const kyverno = (expression: string) => policy("policies.kyverno.io/v1beta1", "MutatingPolicy", expression);
  const binding = "---\napiVersion: admissionregistration.k8s.io/v1beta1\nkind: MutatingAdmissionPolicyBinding\nmetadata: { name: b }\nspec: { policyName: m }\n";
  const gone = "was there and is now gone, or says nothing about seccomp any more";
  it.each<Row>([
    ["Gatekeeper's is gone", assign("RuntimeDefault"), null, ["warning Assign/m the profile that it assigns was `RuntimeDefault` and is now gone, or says nothing about seccomp any more"]],
    ["Gatekeeper's assigns Unconfined", assign("RuntimeDefault"), assign("Unconfined"), ["error Assign/m `spec.location` was harmless or absent and is now a mutation that sets `Unconfined`"]],
    ["Gatekeeper's leaves out a namespace", assign("RuntimeDefault"), assign("RuntimeDefault", "{ excludedNamespaces: [a] }"), ["warning Assign/m the profile that it assigns now also lets through namespace `a`"]],
    ["Gatekeeper's looks at something else", assign("RuntimeDefault"), assign("RuntimeDefault", "{ namespaces: [a] }"), ["note Assign/m the profile that it assigns unclear"]],
    ["Gatekeeper's is about something else", assign("RuntimeDefault").replace("seccompProfile", "runAsUser"), null, []],
    ["Kyverno's is gone", kyverno("seccompProfile"), null, [`warning MutatingPolicy/m \`spec.mutations\` ${gone}`]],
    ["Kyverno's does something else", kyverno("seccompProfile a"), kyverno("seccompProfile b"), ["note MutatingPolicy/m `spec.mutations` unclear"]],
    ["Kubernetes' own is gone with its binding", own("seccompProfile") + binding, null, [`warning MutatingAdmissionPolicy/m \`spec.mutations\` ${gone}`]],
    ["Kubernetes' own is not bound", own("seccompProfile") + binding, own("seccompProfile"), ["warning MutatingAdmissionPolicyBinding/b the binding of policy `m` was there and is now gone"]],
    ["Kubernetes' own is bound under other words", own("seccompProfile") + binding, own("seccompProfile") + binding.replace("name: b", "name: b, labels: { a: b }"), []],
    ["Kubernetes' own is about something else", own("labels") + binding, own("labels"), []],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// kubernetes-sigs/security-profiles-operator: internal/pkg/webhooks/binding/binding.go
describe("bindings of the Security Profiles Operator", () => {
  const group = "security-profiles-operator.x-k8s.io";
  const profile = (name: string, spec: string): string => `apiVersion: ${group}/v1beta1\nkind: SeccompProfile\nmetadata: { name: ${name}, namespace: shop }\nspec: ${spec}\n---\n`;
  const profiles = [profile("tight", "{ defaultAction: SCMP_ACT_ERRNO }"), profile("open", "{ defaultAction: SCMP_ACT_ALLOW }"), profile("denying", "{ defaultAction: SCMP_ACT_LOG, baseProfileName: open }")].join("");
  const binding = (name: string, image: string, more = ""): string => `${profiles}apiVersion: ${group}/v1alpha1\nkind: ProfileBinding\nmetadata: { name: b, namespace: shop }\nspec: { profileRef: { kind: SeccompProfile, name: ${name} }, image: "${image}"${more} }\n`;
  const place = "ProfileBinding/b the bound profile";
  it.each<Row>([
    ["gives a profile no more", binding("tight", "*"), profiles, [`warning ${place} was SeccompProfile \`tight\` and is now gone`]],
    ["gives one that confines nothing in place of another", binding("tight", "web:1"), binding("open", "web:1"), [`error ${place} was another or none and is now SeccompProfile \`open\`, Unconfined in all but name, on containers of image \`web:1\`, whatever they set themselves`]],
    ["gives one that confines nothing, and is new", profiles, binding("open", "web:1"), [`error ${place} was another or none and is now SeccompProfile \`open\`, Unconfined in all but name, on containers of image \`web:1\`, whatever they set themselves`]],
    ["gives one that builds upon one that confines nothing", profiles, binding("denying", "web:1"), [`error ${place} was another or none and is now SeccompProfile \`denying\`, Unconfined in all but name, on containers of image \`web:1\`, whatever they set themselves`]],
    ["gives one that confines nothing to those that set none", profiles, binding("open", "*"), [`warning ${place} was another or none and is now SeccompProfile \`open\`, Unconfined in all but name, on pods that set none`]],
    ["that gave one that confines nothing is gone", binding("open", "web:1"), profiles, []],
    ["gives one that comes to confine nothing", binding("tight", "web:1"), binding("tight", "web:1").replace("ERRNO", "LOG"), [`error ${place} was another or none and is now SeccompProfile \`tight\`, Unconfined in all but name, on containers of image \`web:1\`, whatever they set themselves`]],
    ["gives one that comes to confine something", binding("open", "web:1"), binding("open", "web:1").replace("ALLOW", "ERRNO"), []],
    ["gives a profile to another image", binding("tight", "web:1"), binding("tight", "web:2"), [`note ${place} unclear`]],
    ["gives a profile to fewer pods", binding("tight", "web:1"), binding("tight", "web:1", ", podSelector: { matchLabels: { a: b } }"), [`note ${place} unclear`]],
    ["gives a profile for the first time", profiles, binding("tight", "*"), []],
    ["gives a profile that is elsewhere", profiles, binding("elsewhere", "web:1"), []],
    ["of another kind of profile", binding("tight", "*").replace("kind: SeccompProfile, name: tight", "kind: SelinuxProfile, name: tight"), profiles, []],
  ])("one that %s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });

  it("say that they count where the webhook is", () => {
    expect(saidOf({ "f.yaml": binding("tight", "*") }, { "f.yaml": profiles })[0]).toMatch(/; it is in effect in namespaces with the label `spo\.x-k8s\.io\/enable-binding`$/);
  });
});

// openshift/api: security/v1/types.go (AllowPrivilegedContainer, Priority)
describe("what constraints of OpenShift decide beside the profiles", () => {
  const constraints = (profiles: string, more = ""): string => `apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata: { name: c }\nseccompProfiles: ${profiles}\n${more}`;
  const [confining, open] = ["[runtime/default]", '["*"]'];
  const place = "SecurityContextConstraints/c";
  it.each<Row>([
    ["privileged containers are let through", constraints(confining, "allowPrivilegedContainer: false\n"), constraints(confining, "allowPrivilegedContainer: true\n"), [`warning ${place} \`allowPrivilegedContainer\` was \`false\` and is now \`true\``]],
    ["they are no more", constraints(confining, "allowPrivilegedContainer: true\n"), constraints(confining), []],
    ["constraints that let them through are new", null, constraints(confining, "allowPrivilegedContainer: true\n"), []],
    ["constraints that let none through are gone", constraints(open), null, []],
    ["those that confine nobody come first", constraints(open), constraints(open, "priority: 10\n"), [`note ${place} \`priority\` was not set and is now \`10\``]],
    ["they come last", constraints(open, "priority: 10\n"), constraints(open, "priority: null\n"), []],
    ["those that confine come first", constraints(confining), constraints(confining, "priority: 10\n"), []],
    ["those that confined come first and confine nobody", constraints(confining), constraints(open, "priority: 10\n"), [`warning ${place} \`seccompProfiles\` was \`runtime/default\` and is now \`*\``]],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// kubewarden/kubewarden-controller: api/policies/v1/policy_types.go; kubewarden/seccomp-psp-policy: README.md
describe("Kubewarden's policies", () => {
  const policy = (more: string, module = "registry://ghcr.io/kubewarden/policies/seccomp-psp:v1.0.8", kind = "ClusterAdmissionPolicy"): string =>
    `apiVersion: policies.kubewarden.io/v1\nkind: ${kind}\nmetadata: { name: p, namespace: shop }\nspec:\n  module: ${module}\n  ${more}\n`;
  const place = "warning ClusterAdmissionPolicy/p the enforcement";
  it.each<Row>([
    ["only watch", policy("mode: protect"), policy("mode: monitor"), [`${place} was \`protect\` and is now \`monitor\``]],
    ["only watch, where nothing was said", policy("mutating: false"), policy("mode: monitor"), [`${place} was \`protect\` and is now \`monitor\``]],
    ["allow more", policy("settings: { allowed_profiles: [runtime/default] }"), policy("settings: { allowed_profiles: [runtime/default, unconfined] }"), [`${place} now also lets through profile \`unconfined\``]],
    ["are gone", policy("mode: protect"), null, [`${place} was \`protect\` and is now gone, or says nothing about seccomp any more`]],
    ["of one namespace", policy("mode: protect", undefined, "AdmissionPolicy"), null, ["warning AdmissionPolicy/p the enforcement was `protect` and is now gone, or says nothing about seccomp any more"]],
    ["look at something else", policy("rules: [{ resources: [pods] }]"), policy("rules: [{ resources: [jobs] }]"), ["note ClusterAdmissionPolicy/p the enforcement unclear"]],
    ["of another release", policy("mode: protect"), policy("mode: protect", "registry://ghcr.io/kubewarden/policies/seccomp-psp:v1.1.0"), []],
    ["about something else", policy("mode: protect", "registry://ghcr.io/kubewarden/policies/pod-privileged:v1"), null, []],
  ])("%s", (_, base, head, said) => {
    expect(turnsOf(base, head)).toEqual(said);
  });
});

// kubernetes/kubernetes (v1.24): pkg/security/podsecuritypolicy/seccomp/strategy.go
describe("what only some clusters know", () => {
  const policy = (annotations: string): string => `apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: { name: p, annotations: { ${annotations} } }\nspec: {}\n`;
  const byDefault = policy("seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default");
  const doubt = "; only clusters before Kubernetes 1.25 know PodSecurityPolicies";

  it.each<[string, string | null, string, string]>([
    ["a default that is off", policy("seccomp.security.alpha.kubernetes.io/defaultProfileName: unconfined"), "warning", "was `runtime/default` and is now `unconfined`"],
    ["a policy that is gone", null, "warning", "was `runtime/default` and is now "],
  ])("is said with that: %s", (_, head, severity, turn) => {
    const said = saidOf({ "f.yaml": byDefault }, head === null ? {} : { "f.yaml": head });
    expect(said).toEqual([expect.stringMatching(new RegExp(`^${severity} cluster-default-weakened: .* ${turn}.*${doubt}$`))]);
  });

  it("is said of a guardrail, too", () => {
    const allowing = (names: string) => ({ "f.yaml": policy(`seccomp.security.alpha.kubernetes.io/allowedProfileNames: "${names}"`) });
    expect(saidOf(allowing("runtime/default"), allowing("runtime/default,unconfined"))).toEqual([expect.stringMatching(new RegExp(`^warning guardrail-weakened: .* now also lets through profile \`unconfined\`; no container that could be looked at is under it${doubt}$`))]);
  });
});

describe("how many containers depend on a protection", () => {
  const namespace = (level: string): string => `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: ${level} } }\n`;
  const pod = (name: string, namespaceOf: string): string => `---\napiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: ${namespaceOf} }\nspec: { containers: [{ name: a }] }\n`;
  it.each([
    ["none that could be looked at", "", "no container that could be looked at is in it"],
    ["the only one", pod("p", "shop"), "the only container looked at is in it"],
    ["none of one", pod("p", "other"), "none of the 1 container looked at is in it"],
    ["all of several", pod("p", "shop") + pod("q", "shop"), "all 2 containers looked at are in it"],
    ["one of several", pod("p", "shop") + pod("q", "other"), "1 of the 2 containers looked at is in it"],
    ["none of several", pod("p", "other") + pod("q", "other"), "none of the 2 containers looked at is in it"],
  ])("is told: %s", (_, pods, end) => {
    expect(saidOf({ "ns.yaml": namespace("restricted") }, { "ns.yaml": namespace("baseline"), "pods.yaml": pods }).map((message) => message.slice(message.lastIndexOf("; ") + 2))).toEqual([end]);
  });
});
