// Which files without a kind configure kubelets, and what a value says in each form. Each row names the source of its fields.

import { describe, expect, it } from "@jest/globals";
import { kindlessObjects, mayBeKindless } from "../../../src/core/guardrails/kindless-files.ts";
import { readForm, readSwitch, type Form } from "../../../src/core/guardrails/kubelet-reading.ts";

describe("what a file without a kind is", () => {
  it.each<[string, string, string, string | null]>([
    // k3s-io/k3s: pkg/cli/cmds/agent.go; docs.k3s.io/installation/configuration (a plus appends)
    ["k3s", "etc/k3s/config.yaml", "kubelet-arg: [a]", "K3sConfig config"],
    ["k3s, which appends", "config.yaml.d/a.yml", "kubelet-arg+: [a]", "K3sConfig a"],
    ["k3s, in a file with two endings", "config.yaml.d/a.yaml.yaml", "kubelet-arg: [a]", "K3sConfig a.yaml"],
    ["RKE2, by its path", "etc/rancher/RKE2/config.yaml", "kubelet-arg: [a]", "RKE2Config config"],
    // siderolabs/talos: pkg/machinery/config/types/v1alpha1
    ["Talos, whole", "worker.yaml", "version: v1alpha1\nmachine: { type: worker }", "TalosConfig worker"],
    ["Talos, a patch", "p.yaml", "machine: { type: worker }", "TalosPatch p"],
    ["Talos, a patch of a whole version", "p.yaml", "version: v1alpha1\nmachine: { kubelet: {} }", "TalosPatch p"],
    ["not Talos: a machine that is a text", "p.yaml", "machine: web", null],
    // kubernetes-sigs/kubespray: roles/kubernetes/node/defaults/main.yml
    ["Kubespray, by each of its variables", "k8s.yml", "kubelet_seccomp_default: true", "KubesprayVariables k8s"],
    ["Kubespray, extra arguments", "k8s.yml", "kubelet_config_extra_args: {}", "KubesprayVariables k8s"],
    ["Kubespray, flags", "k8s.json", '{"kubelet_custom_flags": []}', "KubesprayVariables k8s"],
    // canonical/cloud-init: doc/module-docs/cc_write_files
    ["cloud-init", "user-data.yaml", "write_files: [{ path: /a }]", "CloudConfig user-data"],
    ["not cloud-init: no list", "user-data.yaml", "write_files: true", null],
    // rancher/rke: types/rke_types.go (RancherKubernetesEngineConfig)
    ["RKE", "cluster.yml", "nodes: []\nservices: { kubelet: {} }", "RKEConfig cluster"],
    ["not RKE: no nodes", "cluster.yml", "services: { kubelet: {} }", null],
    ["not RKE: compose's services", "compose.yml", "nodes: []\nservices: { web: {} }", null],
    // budimanjojo/talhelper: pkg/config/config.go
    ["talhelper", "talconfig.yaml", "clusterName: a\nnodes: []", "TalhelperConfig talconfig"],
    ["not talhelper: no nodes", "talconfig.yaml", "clusterName: a", null],
    ["not talhelper: no name", "talconfig.yaml", "nodes: []", null],
    ["what has a kind", "a.yaml", "kind: A\nkubelet-arg: [a]", null],
    ["what has an API version", "a.yaml", "apiVersion: v1\nkubelet-arg: [a]", null],
    ["what is none of it", "a.yaml", "a: b", null],
    // bottlerocket-os/bottlerocket: README.md (settings.kubernetes)
    ["Bottlerocket", "user-data.toml", "[settings.kubernetes]\nmax-pods = 1", "BottlerocketSettings user-data"],
    ["not Bottlerocket: other settings", "user-data.toml", "[settings.ntp]\nkubernetes = 1", null],
    ["not Bottlerocket: other tables", "user-data.toml", "[other.kubernetes]\nmax-pods = 1", null],
    ["not Bottlerocket: what is no TOML", "user-data.toml", "a: b", null],
  ])("%s", (_, path, text, expected) => {
    const [found] = kindlessObjects(path, text).objects;
    expect(found === undefined ? null : `${found.kind} ${found.name}`).toBe(expected);
  });

  it("says what it says", () => {
    const [found] = kindlessObjects("a.toml", "[settings.kubernetes]\nseccomp-default = true\nmax-pods = 1").objects;
    expect(found?.object).toEqual({ settings: { kubernetes: { "seccomp-default": "true" } } });
    expect(kindlessObjects("a.toml", "[settings.kubernetes]\nmax-pods = 1").objects[0]?.object).toEqual({ settings: { kubernetes: {} } });
  });

  it.each<[string, string, boolean]>([
    ["machine: {}\n# seccomp", "a Talos configuration", true],
    ["kubelet-arg: [seccomp-default]", "k3s'", true],
    ["kubelet-arg: [max-pods]", "one that does not speak of it", false],
    ["a: seccomp", "none", false],
    ["write_files: [seccomp]", "cloud-init's", true],
    ["[settings.kubernetes]\nseccomp-default = true", "Bottlerocket's", true],
  ])("%j may be %s: %s", (text, _, may) => {
    expect(mayBeKindless(text)).toBe(may);
  });

  it.each<[string, string, number]>([
    ["of these kinds", "machine: { kubelet: { seccomp: [ }", 1],
    ["of these kinds, with an API version further in", "machine: { seccomp: [\n  apiVersion: v1\n", 1],
    ["of no such kind", "a: [", 0],
    ["with a kind is others' to tell of", "apiVersion: v1\nkind: A\nmachine: { seccomp: [", 0],
  ])("what cannot be read and is %s is a problem, or none", (_, text, count) => {
    expect(kindlessObjects("a.yaml", text).problems).toHaveLength(count);
  });
});

describe("what a value says", () => {
  const reader = (object: Readonly<Record<string, unknown>>) => {
    const read = readSwitch(object["seccompDefault"]);
    return read === null ? null : { ...read, path: ["seccompDefault"] };
  };
  it.each<[string, Form, unknown, string | null]>([
    ["true", "switch", true, "2 `true`"],
    ["true in quotes, which flags are", "switch", " True ", "2 ` True `"],
    ["false", "switch", "false", "0 `false`"],
    ["a variable", "switch", "${X}", "1 `${X}`"],
    ["a list", "switch", [], "1 `…`"],
    ["null is not set", "switch", null, null],
    // kubernetes/kubernetes: cmd/kubelet/app/options/options.go; spf13/pflag: flag.go (NoOptDefVal)
    ["a flag", "flags", ["--seccomp-default=true"], "2 `true` 0 seccomp-default"],
    ["a flag without dashes", "flags", ["seccomp-default=false"], "0 `false` 0 seccomp-default"],
    ["a flag without a value", "flags", ["--seccomp-default"], "2 `true` 0 seccomp-default"],
    ["another flag that begins alike", "flags", ["--seccomp-default-x=true"], null],
    ["another flag that ends alike", "flags", ["--no-seccomp-default"], null],
    ["of several the last", "flags", ["--seccomp-default=true", "--max-pods=1", "--seccomp-default=false"], "0 `false` 2 seccomp-default"],
    ["a line of flags", "flags", "--max-pods=1 --seccomp-default=false", "0 `false` 1 seccomp-default"],
    ["flags behind commas", "flags", "max-pods=1,seccomp-default", "2 `true` 1 seccomp-default"],
    ["a mapping", "flags", { "seccomp-default": "true" }, "2 `true` seccomp-default"],
    ["a mapping to lists", "flags", { "seccomp-default": ["true", "false"] }, "0 `false` seccomp-default"],
    ["another mapping", "flags", { "max-pods": "1" }, null],
    ["a number", "flags", 1, null],
    // kubernetes/kubernetes: cmd/kubeadm/app/apis/kubeadm/v1beta4/types.go (Arg)
    ["by name and value", "flags", [{ name: "seccomp-default", value: "false" }], "0 `false` 0 seccomp-default"],
    ["by name alone", "flags", [{ name: "seccomp-default" }], "2 `true` 0 seccomp-default"],
    ["by another name", "flags", [{ name: "max-pods", value: "true" }], null],
    // k3d-io/k3d: pkg/config/v1alpha5/types.go (K3sArgWithNodeFilters); k3s-io/k3s: pkg/cli/cmds/agent.go
    ["by k3d, handed on", "flags", [{ arg: "--kubelet-arg=seccomp-default=false", nodeFilters: ["all"] }], "0 `false` 0 seccomp-default"],
    ["by k3d, something else", "flags", [{ arg: "--disable=traefik" }], null],
    // k0sproject/k0s: docs/worker-node-config.md (--kubelet-extra-args)
    ["by k0s, handed on in quotes", "flags", ['--kubelet-extra-args="--max-pods=1 --seccomp-default=true"'], "2 `true` 0 seccomp-default"],
    ["a document", "documents", "seccompDefault: true", "2 `true`  seccompDefault"],
    ["of several documents the strongest: either is enough", "documents", "seccompDefault: false\n---\nseccompDefault: true\n", "2 `true`  seccompDefault"],
    ["of several documents the strongest, whichever comes first", "documents", "seccompDefault: true\n---\nseccompDefault: false\n", "2 `true`  seccompDefault"],
    ["a document that says nothing", "documents", "maxPods: 1 # seccomp", null],
    ["what is no text", "documents", { seccompDefault: true }, null],
    // RFC 6902
    ["an operation", "operations", "- op: add\n  path: /seccompDefault\n  value: true", "2 `true`  seccompDefault"],
    ["an operation as JSON", "operations", '[{"op":"replace","path":"/machine/kubelet/defaultRuntimeSeccompProfileEnabled","value":false}]', "0 `false`  defaultRuntimeSeccompProfileEnabled"],
    ["an operation that removes", "operations", "- op: remove\n  path: /spec/seccomp-default", "0 removed  seccomp-default"],
    ["of several operations the last", "operations", "- { op: add, path: /seccompDefault, value: true }\n- { op: add, path: /seccompDefault, value: false }", "0 `false`  seccompDefault"],
    ["an operation on another field", "operations", "- { op: add, path: /mySeccompDefault, value: true }", null],
    ["an operation without a value", "operations", "- { op: add, path: /seccompDefault }", null],
    ["what is no list of operations", "operations", "a: b", null],
    ["what cannot be read", "operations", "- { op: add", null],
    // bottlerocket-os/bottlerocket: README.md; awslabs/amazon-eks-ami: doc/usage (bootstrap.sh)
    ["Bottlerocket's setting", "userData", "[settings.kubernetes]\nseccomp-default = false", "0 `false`  seccomp-default"],
    ["a script", "userData", "#!/bin/sh\nbootstrap.sh --kubelet-extra-args '--seccomp-default=false'", "0 `false`  seccomp-default"],
    ["a script's last word", "userData", "a --seccomp-default=false\nb --seccomp-default\n", "2 `true`  seccomp-default"],
    ["a script's comment is none", "userData", "  # --seccomp-default=false\n", null],
    ["a longer flag in a script", "userData", "a --seccomp-default-x --no--seccomp-default", null],
    // canonical/cloud-init: doc/explanation/format.rst (MIME multi-part archive)
    ["a part between boundaries", "userData", 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: application/node.eks.aws\n\nseccompDefault: false\n--B--\n', "0 `false`  seccompDefault"],
    ["a part in JSON, without its headers", "userData", 'MIME-Version: 1.0\n\n--B\nContent-Type: application/json\n\n{ "seccompDefault": false }\n--B--\n', "0 `false`  seccompDefault"],
    ["of several parts the strongest", "userData", "MIME-Version: 1.0\n\n--B\nContent-Type: a\n\nseccompDefault: false\n--B\nContent-Type: b\n\nboot --seccomp-default=true\n--B--\n", "2 `true`  seccomp-default"],
    ["nothing", "userData", "a: b", null],
  ])("%s", (_, form, value, expected) => {
    const read = readForm(form, value, reader);
    expect(read === null ? null : [read.strength, read.says, ...(read.path.length > 0 || read.needle !== null ? [read.path.join(".")] : []), ...(read.needle === null ? [] : [read.needle])].join(" ")).toBe(expected);
  });
});
