import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { z } from "zod";
import { UsageError } from "../../src/core/failure.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import { rules } from "../../src/core/rules.ts";
import { discoverEverything, helmDefaults } from "../../src/core/selection.ts";
import { configurationSchema } from "../../src/options/configuration-schema.ts";
import { readConfiguration } from "../../src/options/configuration.ts";


const everyRule = rules.map(({ id }) => `\`${id}\``).join(", ");

const read = (text: string) => readConfiguration(text, ".seccomp-gate.yaml");

/** The messages of a configuration that is refused, without the path. */
function mistakes(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.remedy).not.toBe("");
    return error.message.split("\n").map((line) => line.replace(/^\.seccomp-gate\.yaml:/, ""));
  }
  throw new Error("the configuration was accepted");
}

/** The settings of the one configured chart. */
function helmOf(lines: string) {
  const [target] = read(`version: 1\ntargets:\n- helm: a\n${lines.replace(/^/gm, "  ")}\n`).selection.targets ?? [];
  if (target === undefined || !("helm" in target)) throw new Error("no chart");
  return target.settings;
}

describe("what is understood", () => {
  it("the least", () => {
    expect(read("version: 1")).toEqual({ selection: discoverEverything, policy: defaultPolicy });
  });

  it("everything", () => {
    const { selection, policy } = read(`
version: 1
cluster: { seccompDefault: true, runtime: cri-o, kubeVersion: "1.34", apiVersions: [monitoring.coreos.com/v1] }
targets:
  - helm: charts/api
    name: prod
    release: api
    namespace: prod
    values: [env/prod/api.yaml]
    set: { replicas: 2, resources.limits.cpu: 1 }
    skipTests: true
  - kustomize: overlays/*
  - { kustomize: clusters/one, loadRestrictor: rootOnly }
  - manifests: deploy/**/*.yaml
    namespace: web
exclude: [test/**]
variants: none
loadRestrictor: none
chartCache: ./vendor/charts/
repository: https://git.example.org/platform/apps
localhostProfiles: [profiles/*.json]
allowedLocalhostProfiles: ["operator/**"]
rules: { newly-unconfined: warning, invalid-profile: off }
severities:
  - { target: charts/legacy, rules: { newly-privileged: note, profile-removed: off } }
exemptions:
  - workload: DaemonSet/kube-system/cilium
    container: cilium-agent
    rules: [newly-privileged]
    reason: needs to load eBPF programs
    expires: 2027-03-01
  - { workload: Job/*, image: quay.io/jobs/*, reason: short-lived }
failOn: never
noVerdict: warn
`);
    const cluster = { kubeVersion: "1.34", apiVersions: ["monitoring.coreos.com/v1"] };
    expect(selection).toEqual({
      targets: [
        {
          helm: "charts/api",
          name: "prod",
          settings: { ...helmDefaults, ...cluster, release: "api", namespace: "prod", valuesFiles: ["env/prod/api.yaml"], set: ["replicas=2", "resources.limits.cpu=1"], skipTests: true },
        },
        { kustomize: "overlays/*", name: null, loadRestrictor: "none" },
        { kustomize: "clusters/one", name: null, loadRestrictor: "rootOnly" },
        { manifests: "deploy/**/*.yaml", name: null, namespace: "web" },
      ],
      exclude: ["test/**"],
      only: [],
      variants: "none",
      loadRestrictor: "none",
      chartCache: "vendor/charts",
      repositories: ["https://git.example.org/platform/apps"],
      helmDefaults: { ...helmDefaults, ...cluster },
    });
    expect(policy).toEqual({
      cluster: { kubeVersion: { minor: 34, patch: null }, everywhere: { platform: null, seccompDefault: true, scc: null }, namespaces: [], runtimeClasses: ["gvisor", "runsc", "kata*"] },
      runtime: "cri-o",
      localhostProfiles: ["profiles/*.json"],
      allowedLocalhostProfiles: ["operator/**"],
      rules: { "newly-unconfined": "warning", "invalid-profile": "off" },
      severities: [{ target: "charts/legacy", rules: { "newly-privileged": "note", "profile-removed": "off" } }],
      exemptions: [
        { workload: "DaemonSet/kube-system/cilium", container: "cilium-agent", image: null, rules: ["newly-privileged"], reason: "needs to load eBPF programs", expires: "2027-03-01", line: 27 },
        { workload: "Job/*", container: null, image: "quay.io/jobs/*", rules: null, reason: "short-lived", expires: null, line: 32 },
      ],
      failOn: "never",
      noVerdict: "warn",
    });
  });
});

describe("values for Helm", () => {
  it.each([
    ["set: { a: text }", { set: ["a=text"] }],
    [`set: { a: "1" }`, { set: ["a=1"] }],
    ["set: { a: yes, b: null, c: -3 }", { set: ["a=true", "b=null", "c=-3"] }],
    [`set: { a: "x,y" }`, { set: ["a=x\\,y"] }],
    [`set: { a: 'C:\\x' }`, { set: ["a=C:\\\\x"] }],
    [`set: { a: "{x,y}" }`, { set: ["a=\\{x\\,y}"] }],
    ["set: { a: 0.5 }", { set: [], setJson: ["a=0.5"] }],
    ["set: { 'a.b[0]': [x, 1] }", { set: [], setJson: [`a.b[0]=["x",1]`] }],
    ["setString: { a: 1, b: yes }", { setString: ["a=1", "b=true"] }],
    [`setJson: { a: '{"x":1}', b: { z: [2] } }`, { setJson: [`a={"x":1}`, `b={"z":[2]}`] }],
    [`setFile: { a: "b,c.txt" }`, { setFile: ["a=b\\,c.txt"] }],
  ])("%s", (lines, expected) => {
    expect(helmOf(lines)).toMatchObject(expected);
  });

  /** What Helm makes of the text after `path=`: helm/helm: pkg/strvals/parser.go (runesUntil, valList). */
  function asHelmReads(value: string): string | null {
    if (value.startsWith("{")) return null;
    let read = "";
    for (let i = 0; i < value.length; i++) {
      if (value[i] === ",") return null;
      if (value[i] === "\\") i++;
      read += value[i] ?? "";
    }
    return read;
  }

  it("reach Helm as they were written, whatever they hold", () => {
    fc.assert(fc.property(fc.string(), (value) => {
      const [setting] = helmOf(`setString: { a: ${JSON.stringify(value)} }`).setString;
      expect(asHelmReads(setting?.slice("a=".length) ?? "")).toBe(value);
    }));
  });
});

describe("what is refused, with place, value and what could stand there", () => {
  it.each<[string, string[]]>([
    ["", ["1:1: the configuration file holds no mapping"]],
    ["- a", ["1:1: the configuration file holds no mapping"]],
    ["version: 1\n---\nversion: 1\n", ["2:1: the configuration file holds more than one document"]],
    ["failOn: error", ["1:1: `version` is missing; the only version is `1`"]],
    ["version: 2", ["1:1: `version` is `2`, but must be `1`"]],
    [`version: "1"`, ["1:1: `version` is `1`, but must be the number `1`, without quotes"]],
    ["version: 1\nversion: 1", ["2:1: the key `version` is given a second time; the first is on line 1"]],
    [
      "version: 1\nfailon: error",
      ["2:1: unknown key `failon`. Did you mean `failOn`? Known keys: `version`, `cluster`, `targets`, `exclude`, `variants`, `loadRestrictor`, `chartCache`, `repository`, `localhostProfiles`, `allowedLocalhostProfiles`, `rules`, `severities`, `exemptions`, `failOn`, `noVerdict`"],
    ],
    ["version: 1\ncluster:\n  seccompDefaults: true", ["3:3: unknown key `seccompDefaults` in `cluster`. Did you mean `seccompDefault`? Known keys: `platform`, `seccompDefault`, `scc`, `runtime`, `kubeVersion`, `apiVersions`, `namespaces`, `runtimeClasses`"]],
    ["version: 1\nfailOn: errors", ["2:1: `failOn` is `errors`, but must be one of `error`, `warning`, `note`, `never`. Did you mean `error`?"]],
    ["version: 1\nseverities: [{ target: /a, rules: {} }]", ["2:16: `severities[0].target` is `/a`, but must be the id, the path or a glob of targets"]],
    ["version: 1\nexemptions: [{ workload: Pod/a, reason: x, image: 'a b' }]", ["2:44: `exemptions[0].image` is `a b`, but must be an image or a glob, without blanks"]],
    ["version: 1\nnoVerdict: 3", ["2:1: `noVerdict` is `3`, but must be one of `fail`, `warn`"]],
    ["version: 1\ncluster: {kubeVersion: 1.30}", ["2:11: `cluster.kubeVersion` is `1.3`, but must be a text: write it in quotes"]],
    ["version: 1\ncluster: {kubeVersion: new}", ["2:11: `cluster.kubeVersion` is `new`, but must be a version such as `1.34`"]],
    ["version: 1\ncluster: {platform: gke-autopilott}", ["2:11: `cluster.platform` is `gke-autopilott`, but must be one of `vanilla`, `kubeadm`, `kind`, `minikube`, `microk8s`, `k3s`, `rke2`, `gke-standard`, `gke-autopilot`, `eks-al2023`, `eks-bottlerocket`, `bottlerocket`, `aks`, `openshift`, `talos`. Did you mean `gke-autopilot`?"]],
    ["version: 1\ncluster: {platform: openshift, scc: anyuidd}", ["2:32: `cluster.scc` is `anyuidd`, but must be one of `restricted-v2`, `restricted-v3`, `nonroot-v2`, `hostnetwork-v2`, `privileged`, `nested-container`, `restricted`, `anyuid`, `nonroot`, `hostaccess`, `hostmount-anyuid`, `hostmount-anyuid-v2`, `hostnetwork`. Did you mean `anyuid`?"]],
    ["version: 1\ncluster: {scc: anyuid}", ["2:11: `scc` is only for `platform: openshift`"]],
    ["version: 1\ncluster:\n  platform: openshift\n  namespaces: [{namespace: a, scc: anyuid}, {namespace: b, platform: kind, scc: anyuid}]", ["4:76: `scc` is only for `platform: openshift`"]],
    ["version: 1\ncluster: {namespaces: [{seccompDefault: true}]}", ["2:24: `cluster.namespaces[0].namespace` is missing"]],
    ["version: 1\ncluster: {seccompDefault: maybe}", ["2:11: `cluster.seccompDefault` is `maybe`, but must be `true` or `false`"]],
    ["version: 1\ncluster: [1]", ["2:1: `cluster` is `[1]`, but must be a mapping"]],
    ["version: 1\nexclude: test", ["2:1: `exclude` is `test`, but must be a list"]],
    ["version: 1\nexclude: ['**', '!deploy/**']", ["2:18: `exclude[1]` is `!deploy/**`, a glob that begins with `!`, which turns nothing round here; write what is meant"]],
    ["version: 1\nexemptions: [{ workload: 'Pod/+(a)', reason: x, container: 'a[b', image: '{1..3}' }]", ["2:16: `exemptions[0].workload` is `Pod/+(a)`, a glob that has `+(`, an extended glob, which is not understood; write alternatives as `{a,b}`", "2:49: `exemptions[0].container` is `a[b`, a glob that has a class in brackets that does not end", "2:67: `exemptions[0].image` is `{1..3}`, a glob that has a range in braces, which is not understood; write a list as `{a,b}`"]],
    ["version: 1\nexemptions: [{ workload: '{Pod/a,Pod/b}', reason: x }]", ["2:16: `exemptions[0].workload` is `{Pod/a,Pod/b}`, a glob that has alternatives that reach over a `/`, where each part is matched by itself; write an entry for each, or alternatives of one part such as `Pod/shop/{a,b}`"]],
    ["version: 1\nexemptions: [{ workload: 'Pod/{a/b,c}', reason: x }]", ["2:16: `exemptions[0].workload` is `Pod/{a/b,c}`, a glob that has alternatives that reach over a `/`, where each part is matched by itself; write an entry for each, or alternatives of one part such as `Pod/shop/{a,b}`"]],
    ["version: 1\nexemptions: [{ workload: 'Pod/[a/b]', reason: x }]", ["2:16: `exemptions[0].workload` is `Pod/[a/b]`, a glob that has a class in brackets that does not end"]],
    [`version: 1\nlocalhostProfiles: ['${"*".repeat(5_000)}']`, [`2:22: \`localhostProfiles[0]\` is \`${"*".repeat(77)}...\`, a glob that is longer than 4096 characters`]],
    ["version: 1\nexclude:\n- ../x", ["3:3: `exclude[0]` is `../x`, but must be a path inside the repository, relative to its root, with `/`"]],
    ["version: 1\ntargets: []", ["2:1: `targets` is `[]`, but must not be empty"]],
    ["version: 1\ntargets:\n- charts/api", ["3:3: `targets[0]` is `charts/api`, but a target has one of the keys `helm`, `kustomize`, `manifests`"]],
    ["version: 1\ntargets:\n- chart: a", ["3:3: `targets[0]` is `{\"chart\":\"a\"}`, but a target has one of the keys `helm`, `kustomize`, `manifests`"]],
    ["version: 1\ntargets:\n- helm: a\n  kustomize: b", ["4:3: `targets[0]` has both `helm` and `kustomize`; write two targets"]],
    ["version: 1\ntargets:\n- kustomize: a\n  nam: b", ["4:3: unknown key `nam` in a `kustomize` target. Did you mean `name`? Known keys: `kustomize`, `name`, `loadRestrictor`"]],
    ["version: 1\ntargets:\n- helm: /a\n  values: x", ["3:3: `targets[0].helm` is `/a`, but must be a path inside the repository, relative to its root, with `/`", "4:3: `targets[0].values` is `x`, but must be a list"]],
    ["version: 1\ntargets:\n- helm: a\n  name: a b", ["4:3: `targets[0].name` is `a b`, but must have no `@` and no blanks"]],
    ["version: 1\ntargets:\n- helm: a\n  setFile: {x: /etc/passwd}", ["4:13: `targets[0].setFile.x` is `/etc/passwd`, but must be a path inside the repository, relative to its root, with `/`"]],
    ["version: 1\ntargets:\n- helm: a\n  setJson: {x: text}", ["4:13: `setJson.x` is not JSON: `text`; a text is written as `'\"text\"'`"]],
    ["version: 1\nrules: {newly-unconfind: off}", ["2:9: unknown rule `newly-unconfind`. Did you mean `newly-unconfined`? Known rules: " + everyRule]],
    ["version: 1\nrules: {newly-unconfined: fatal}", ["2:9: `rules.newly-unconfined` is `fatal`, but must be one of `error`, `warning`, `note`, `off`"]],
    ["version: 1\nexemptions:\n- workload: cilium\n  reason: ' '", ["3:3: `exemptions[0].workload` is `cilium`, but must be `KIND/NAME` or `KIND/NAMESPACE/NAME`", "4:3: `exemptions[0].reason` is ` `, but must say something"]],
    ["version: 1\nexemptions:\n- workload: Pod/a", ["3:3: `exemptions[0].reason` is missing"]],
    ["version: 1\nexemptions:\n- {workload: Pod/a, reason: x, expires: 2027-02-30}", ["3:32: `exemptions[0].expires` is `2027-02-30`, but must be a day, written as `2027-03-01`"]],
    ["version: 1\nexemptions:\n- {workload: Pod/a, reason: x, rules: [all]}", ["3:40: `exemptions[0].rules[0]` is `all`, but must be one of " + everyRule]],
  ])("%j", (text, expected) => {
    expect(mistakes(text)).toEqual(expected);
  });

  it("rules among the severities of targets", () => {
    expect(mistakes("version: 1\nseverities: [{ target: a, rules: { newly-unconfind: off } }]")).toEqual([expect.stringMatching(/^2:36: unknown rule `newly-unconfind`\. Did you mean `newly-unconfined`\? Known rules: /)]);
  });

  it("all mistakes at once", () => {
    expect(mistakes("version: 3\nfailOn: x\ntypo: 1\nlocalhostProfiles: a\n")).toHaveLength(4);
  });
});

describe("hostile files", () => {
  it.each([
    ["no YAML", "version: 1\nexclude: [", /^\d+:1: .*not YAML/],
    ["a key that is not kept", "version: 1\nrules:\n  __proto__: {newly-unconfined: off}", /^3:3: unknown key `__proto__`$/],
    ["a key that is not kept, deeper", "version: 1\ntargets: [{helm: a, set: {__proto__: b}}]", /__proto__/],
    ["constructor is a key like any other", "version: 1\nrules: {constructor: off}", /unknown rule `constructor`/],
    ["nesting", `version: 1\nexclude: ${"[".repeat(100_000)}`, /./],
    ["aliases that multiply", `version: 1\ntargets:\n- helm: a\n  setJson:\n${Array.from({ length: 40 }, (_, i) => `    k${i}: &k${i} ${i === 0 ? "[x, x]" : `[*k${i - 1}, *k${i - 1}]`}`).join("\n")}`, /aliases multiply/],
    ["endless blank lines", `${"\n".repeat(300_000)}version: 2`, /version/],
    ["an alias to itself", "version: 1\nexclude: &a [*a]", /recursive alias "a"/],
    ["control characters in a value", `version: 1\nfailOn: "a\\nb\\e[31m"`, /^2:1: `failOn` is `a b \[31m`/],
    ["a value without end", `version: 1\nfailOn: ${"x".repeat(10_000)}`, /^2:1: `failOn` is `x{77}\.\.\.`/],
  ])("%s", (_, text, expected) => {
    expect(mistakes(text)[0]).toMatch(expected);
  });

  it("anything at all is read or refused, never a crash", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.jsonValue().map((value) => JSON.stringify({ version: 1, targets: value, rules: value }))), (text) => {
      try {
        read(text);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }));
  });
});

describe("the schema for editors", () => {
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(z.toJSONSchema(configurationSchema));
  it.each([
    [{ version: 1, targets: [{ helm: "a", set: { b: 1 } }, { kustomize: "b" }], rules: { "newly-unconfined": "off" } }, true],
    [{ version: 1, exemptions: [{ workload: "Pod/a", reason: "x", expires: "2027-03-01" }] }, true],
    [{ version: 2 }, false],
    [{ version: 1, typo: 1 }, false],
    [{ version: 1, targets: [{ helm: "a", typo: 1 }] }, false],
  ])("%j: %s", (configuration, valid) => {
    expect(validate(configuration)).toBe(valid);
  });
});
