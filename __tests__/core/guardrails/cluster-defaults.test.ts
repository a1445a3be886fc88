// One row for each kind of file that configures kubelets: the setting on, and in the same place off. Each names the source of its fields.

import { describe, expect, it } from "@jest/globals";
import { remediesOf, saidOf, turnsOf } from "./guards.ts";

interface Family {
  readonly source: string;
  readonly path?: string;
  /** A file in which `VALUE` is the setting. */
  readonly text: string;
  /** How reports name the place. */
  readonly place: string;
  /** What it comes to to take the setting away. */
  readonly without?: string;
}

const families: readonly Family[] = [
  { source: "kubernetes/kubelet: config/v1beta1/types.go", text: "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nseccompDefault: VALUE\n", place: "KubeletConfiguration/f `seccompDefault`" },
  {
    source: "kubernetes/kubernetes: cmd/kubeadm/app/apis/kubeadm/v1beta3/types.go",
    text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    seccomp-default: "VALUE"\n',
    place: "InitConfiguration/f `nodeRegistration.kubeletExtraArgs.seccomp-default`",
  },
  {
    source: "kubernetes/kubernetes: cmd/kubeadm/app/apis/kubeadm/v1beta4/types.go",
    text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    - { name: v, value: "4" }\n    - { name: seccomp-default, value: "VALUE" }\n',
    place: "JoinConfiguration/f `seccomp-default` in `nodeRegistration.kubeletExtraArgs`",
  },
  {
    source: "kubernetes/kubernetes: cmd/kubeadm/app/phases/kubelet/config.go (the ConfigMap kubelet-config)",
    text: "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: kubelet-config, namespace: kube-system }\ndata:\n  kubelet: |\n    apiVersion: kubelet.config.k8s.io/v1beta1\n    kind: KubeletConfiguration\n    seccompDefault: VALUE\n",
    place: "ConfigMap/kubelet-config `seccompDefault` in `data.kubelet`",
  },
  {
    source: "kubernetes-sigs/kind: pkg/apis/config/v1alpha4/types.go (KubeadmConfigPatches)",
    text: "apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nname: dev\nkubeadmConfigPatches:\n  - |\n    kind: KubeletConfiguration\n    seccompDefault: VALUE\n",
    place: "Cluster/dev `seccompDefault` in `kubeadmConfigPatches[0]`",
  },
  {
    source: "kubernetes-sigs/kind: pkg/apis/config/v1alpha4/types.go (Node.KubeadmConfigPatches)",
    text: 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes:\n  - role: control-plane\n  - role: worker\n    kubeadmConfigPatches:\n      - |\n        kind: JoinConfiguration\n        nodeRegistration:\n          kubeletExtraArgs:\n            seccomp-default: "VALUE"\n',
    place: "Cluster/f `seccomp-default` in `nodes[1].kubeadmConfigPatches`",
  },
  {
    source: "kubernetes-sigs/kind: pkg/apis/config/v1alpha4/types.go (KubeadmConfigPatchesJSON6902)",
    text: "apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nkubeadmConfigPatchesJSON6902:\n  - group: kubelet.config.k8s.io\n    version: v1beta1\n    kind: KubeletConfiguration\n    patch: |\n      - op: add\n        path: /seccompDefault\n        value: VALUE\n",
    place: "Cluster/f `seccompDefault` in `kubeadmConfigPatchesJSON6902[0].patch`",
  },
  { source: "kubernetes/kops: pkg/apis/kops/v1alpha2/componentconfig.go", text: "apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: { name: k }\nspec:\n  kubelet:\n    seccompDefault: VALUE\n", place: "Cluster/k `spec.kubelet.seccompDefault`" },
  { source: "kubernetes/kops: pkg/apis/kops/v1alpha2/instancegroup.go", text: "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: { name: nodes }\nspec:\n  kubelet:\n    seccompDefault: VALUE\n", place: "InstanceGroup/nodes `spec.kubelet.seccompDefault`" },
  {
    source: "kubernetes-sigs/cluster-api: api/bootstrap/kubeadm/v1beta1/kubeadm_types.go",
    text: 'apiVersion: controlplane.cluster.x-k8s.io/v1beta1\nkind: KubeadmControlPlane\nmetadata: { name: cp }\nspec:\n  kubeadmConfigSpec:\n    initConfiguration:\n      nodeRegistration:\n        kubeletExtraArgs:\n          seccomp-default: "VALUE"\n',
    place: "KubeadmControlPlane/cp `spec.kubeadmConfigSpec.initConfiguration.nodeRegistration.kubeletExtraArgs.seccomp-default`",
  },
  {
    source: "kubernetes-sigs/cluster-api: api/bootstrap/kubeadm/v1beta2/kubeadm_types.go",
    text: 'apiVersion: bootstrap.cluster.x-k8s.io/v1beta2\nkind: KubeadmConfigTemplate\nmetadata: { name: w }\nspec:\n  template:\n    spec:\n      joinConfiguration:\n        nodeRegistration:\n          kubeletExtraArgs:\n            - name: seccomp-default\n              value: "VALUE"\n',
    place: "KubeadmConfigTemplate/w `seccomp-default` in `spec.template.spec.joinConfiguration.nodeRegistration.kubeletExtraArgs`",
  },
  {
    source: "kubernetes-sigs/cluster-api: docs/book/src/tasks/bootstrap/kubeadm-bootstrap/kubelet-config.md",
    text: "apiVersion: bootstrap.cluster.x-k8s.io/v1beta1\nkind: KubeadmConfigTemplate\nmetadata: { name: w }\nspec:\n  template:\n    spec:\n      files:\n        - path: /etc/kubernetes/patches/kubeletconfiguration0+strategic.yaml\n          content: |\n            apiVersion: kubelet.config.k8s.io/v1beta1\n            kind: KubeletConfiguration\n            seccompDefault: VALUE\n",
    place: "KubeadmConfigTemplate/w `seccompDefault` in `spec.template.spec.files[0].content`",
  },
  {
    source: "rancher/cluster-api-provider-rke2: bootstrap/api/v1beta1/rke2config_types.go",
    text: "apiVersion: controlplane.cluster.x-k8s.io/v1beta1\nkind: RKE2ControlPlane\nmetadata: { name: cp }\nspec:\n  agentConfig:\n    kubelet:\n      extraArgs:\n        - seccomp-default=VALUE\n",
    place: "RKE2ControlPlane/cp `seccomp-default` in `spec.agentConfig.kubelet.extraArgs`",
  },
  {
    source: "rancher/rancher: pkg/apis/rke.cattle.io/v1/cluster.go",
    text: "apiVersion: provisioning.cattle.io/v1\nkind: Cluster\nmetadata: { name: r }\nspec:\n  rkeConfig:\n    machineGlobalConfig:\n      kubelet-arg: [seccomp-default=VALUE]\n",
    place: "Cluster/r `seccomp-default` in `spec.rkeConfig.machineGlobalConfig.kubelet-arg`",
  },
  {
    source: "eksctl-io/eksctl: pkg/apis/eksctl.io/v1alpha5/types.go (NodeGroup)",
    text: "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: e }\nnodeGroups:\n  - name: ng\n    kubeletExtraConfig:\n      seccompDefault: VALUE\n",
    place: "ClusterConfig/e `nodeGroups[0].kubeletExtraConfig.seccompDefault`",
  },
  {
    source: "awslabs/amazon-eks-ami: nodeadm/api/v1alpha1/nodeconfig_types.go",
    text: "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  kubelet:\n    flags:\n      - --node-labels=a=b\n      - --seccomp-default=VALUE\n",
    place: "NodeConfig/f `seccomp-default` in `spec.kubelet.flags`",
  },
  {
    source: "aws/karpenter-provider-aws: pkg/apis/v1/ec2nodeclass.go (UserData), with a part of cloud-init",
    text: 'apiVersion: karpenter.k8s.aws/v1\nkind: EC2NodeClass\nmetadata: { name: nc }\nspec:\n  userData: |\n    MIME-Version: 1.0\n    Content-Type: multipart/mixed; boundary="//"\n\n    --//\n    Content-Type: application/node.eks.aws\n\n    apiVersion: node.eks.aws/v1alpha1\n    kind: NodeConfig\n    spec:\n      kubelet:\n        config:\n          seccompDefault: VALUE\n\n    --//--\n',
    place: "EC2NodeClass/nc `seccompDefault` in `spec.userData`",
  },
  {
    source: "openshift/api: machineconfiguration/v1/types.go",
    text: "apiVersion: machineconfiguration.openshift.io/v1\nkind: KubeletConfig\nmetadata: { name: k }\nspec:\n  kubeletConfig:\n    seccompDefault: VALUE\n",
    place: "KubeletConfig/k `spec.kubeletConfig.seccompDefault`",
  },
  {
    source: "gardener/gardener: pkg/apis/core/v1beta1/types_shoot.go",
    text: "apiVersion: core.gardener.cloud/v1beta1\nkind: Shoot\nmetadata: { name: s }\nspec:\n  kubernetes:\n    kubelet:\n      seccompDefault: VALUE\n",
    place: "Shoot/s `spec.kubernetes.kubelet.seccompDefault`",
  },
  {
    source: "k0sproject/k0s: docs/worker-node-config.md",
    text: "apiVersion: k0s.k0sproject.io/v1beta1\nkind: ClusterConfig\nmetadata: { name: k0s }\nspec:\n  workerProfiles:\n    - name: safe\n      values:\n        seccompDefault: VALUE\n",
    place: "ClusterConfig/k0s `spec.workerProfiles[0].values.seccompDefault`",
  },
  {
    source: "siderolabs/talos: pkg/machinery/config/types/v1alpha1/v1alpha1_types.go",
    path: "nodes/worker.yaml",
    text: "version: v1alpha1\nmachine:\n  type: worker\n  kubelet:\n    defaultRuntimeSeccompProfileEnabled: VALUE\ncluster: {}\n",
    place: "TalosConfig/worker `machine.kubelet.defaultRuntimeSeccompProfileEnabled`",
  },
  {
    source: "siderolabs/talos: internal/app/machined/pkg/controllers/k8s/kubelet_spec.go (extraConfig)",
    text: "version: v1alpha1\nmachine:\n  type: worker\n  kubelet:\n    extraConfig:\n      seccompDefault: VALUE\n",
    place: "TalosConfig/f `machine.kubelet.extraConfig.seccompDefault`",
  },
  { source: "siderolabs/talos: pkg/machinery/config/types/k8s/kubelet.go", text: "apiVersion: v1alpha1\nkind: KubeletConfig\nimage: k\ndefaultRuntimeSeccompProfileEnabled: VALUE\n", place: "KubeletConfig/f `defaultRuntimeSeccompProfileEnabled`" },
  { source: "k3s-io/k3s: pkg/cli/cmds/agent.go", path: "k3s/config.yaml", text: "token: x\nkubelet-arg:\n  - max-pods=100\n  - seccomp-default=VALUE\n", place: "K3sConfig/config `seccomp-default` in `kubelet-arg`" },
  { source: "k3s-io/k3s: pkg/configfilearg/parser.go (config.yaml.d)", path: "rke2/config.yaml.d/50-kubelet.yaml", text: "kubelet-arg+:\n  - seccomp-default=VALUE\n", place: "RKE2Config/50-kubelet `seccomp-default` in `kubelet-arg+`" },
  { source: "kubernetes-sigs/kubespray: docs/operations/hardening.md", path: "inventory/group_vars/k8s_cluster.yml", text: "kube_version: 1.33.1\nkubelet_seccomp_default: VALUE\n", place: "KubesprayVariables/k8s_cluster `kubelet_seccomp_default`" },
  { source: "kubernetes-sigs/kubespray: docs/ansible/vars.md", text: "kubelet_config_extra_args:\n  maxPods: 100\n  seccompDefault: VALUE\n", place: "KubesprayVariables/f `kubelet_config_extra_args.seccompDefault`" },
  { source: "kubernetes-sigs/kubespray: roles/kubernetes/node/templates/kubelet.env.v1beta1.j2", text: "kubelet_custom_flags:\n  - --v=2\n  - --seccomp-default=VALUE\n", place: "KubesprayVariables/f `seccomp-default` in `kubelet_custom_flags`" },
  { source: "rancher/rke: types/rke_types.go (BaseService)", path: "cluster.yml", text: 'nodes:\n  - address: 10.0.0.1\nservices:\n  kubelet:\n    extra_args:\n      max-pods: 100\n      seccomp-default: "VALUE"\n', place: "RKEConfig/cluster `services.kubelet.extra_args.seccomp-default`" },
  { source: "k0sproject/k0sctl: README.md (spec.hosts[*].installFlags)", text: "apiVersion: k0sctl.k0sproject.io/v1beta1\nkind: Cluster\nmetadata: { name: k }\nspec:\n  hosts:\n    - role: worker\n      installFlags:\n        - --kubelet-extra-args=\"--max-pods=100 --seccomp-default=VALUE\"\n", place: "Cluster/k `seccomp-default` in `spec.hosts[0].installFlags`" },
  { source: "k3d-io/k3d: pkg/config/v1alpha5/types.go (K3sArgWithNodeFilters)", text: "apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: { name: k }\noptions:\n  k3s:\n    extraArgs:\n      - arg: --disable=traefik\n      - arg: --kubelet-arg=seccomp-default=VALUE\n        nodeFilters: [server:*]\n", place: "Simple/k `seccomp-default` in `options.k3s.extraArgs`" },
  { source: "canonical/cloud-init: doc/module-docs/cc_write_files, with the configuration of a kubelet", path: "user-data.yaml", text: "#cloud-config\nwrite_files:\n  - path: /etc/kubernetes/kubelet.yaml\n    content: |\n      apiVersion: kubelet.config.k8s.io/v1beta1\n      kind: KubeletConfiguration\n      seccompDefault: VALUE\n", place: "CloudConfig/user-data `seccompDefault` in `write_files[0].content`" },
  { source: "canonical/cloud-init: doc/module-docs/cc_write_files, with the configuration of k3s", path: "user-data.yaml", text: "#cloud-config\nwrite_files:\n  - path: /etc/rancher/k3s/config.yaml\n    content: |\n      kubelet-arg:\n        - seccomp-default=VALUE\n", place: "CloudConfig/user-data `seccomp-default` in `write_files[0].content`" },
  { source: "canonical/cloud-init: doc/module-docs/cc_write_files, with the variables of a kubelet's unit", path: "user-data.yaml", text: "#cloud-config\nwrite_files:\n  - path: /etc/default/kubelet\n    content: |\n      KUBELET_EXTRA_ARGS=\"--max-pods=100 --seccomp-default=VALUE\"\n", place: "CloudConfig/user-data `seccomp-default` in `write_files[0].content`" },
  { source: "eksctl-io/eksctl: pkg/apis/eksctl.io/v1alpha5/types.go (overrideBootstrapCommand)", text: "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: e }\nmanagedNodeGroups:\n  - name: ng\n    overrideBootstrapCommand: |\n      #!/bin/bash\n      /etc/eks/bootstrap.sh e \\\n        --kubelet-extra-args '--seccomp-default=VALUE'\n", place: "ClusterConfig/e `seccomp-default` in `managedNodeGroups[0].overrideBootstrapCommand`" },
];

const on = ({ text }: Family): string => text.replace("VALUE", "true");
const off = ({ text }: Family): string => text.replace("VALUE", "false");
/** The file without the line of the setting. */
const without = ({ text }: Family): string => text.split("\n").filter((line) => !line.includes("VALUE")).join("\n");

describe("the default for containers that set nothing", () => {
  it.each(families)("turned off in $place: $source", (family) => {
    expect(turnsOf(on(family), off(family), family.path)).toEqual([`error ${family.place} was \`true\` and is now \`false\``]);
  });

  it.each(families)("that stays, or is turned on, is nothing in $place", (family) => {
    expect(turnsOf(on(family), on(family), family.path)).toEqual([]);
    expect(turnsOf(off(family), on(family), family.path)).toEqual([]);
    expect(turnsOf(off(family), off(family), family.path)).toEqual([]);
    expect(turnsOf(null, on(family), family.path)).toEqual([]);
  });

  it.each(families.filter(({ text }) => !text.includes("path: /") && !text.includes("kubelet-arg") && !text.includes("value:")))("taken away is as good as turned off in $place", (family) => {
    expect(turnsOf(on(family), without(family), family.path)).toEqual([expect.stringMatching(/^error .* was `true` and is now not set$/)]);
    expect(turnsOf(off(family), without(family), family.path)).toEqual([]);
  });
});

const kubelet = (value: string): string => `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${value}`;

describe("what looks alike and is none of it", () => {
  const command = (line: string): string => `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: e }\nmanagedNodeGroups:\n  - name: ng\n    overrideBootstrapCommand: |\n      ${line}\n      bootstrap\n`;
  it.each<[string, string, string]>([
    ["a comment in a script", command("# kubelet --seccomp-default"), command("true")],
    ["a longer flag", command("kubelet --seccomp-default-profile"), command("true")],
    ["services of Compose", 'services:\n  kubelet:\n    security_opt: ["seccomp:default.json"]\n    extra_args: { seccomp-default: "true" }\n', "services:\n  kubelet: {}\n"],
  ])("%s", (_, base, head) => {
    expect(turnsOf(base, head)).toEqual([]);
  });
});

describe("files that come, go and move", () => {
  it("that protected and are gone are weakenings", () => {
    expect(turnsOf(kubelet("seccompDefault: true"), null)).toEqual(["error KubeletConfiguration/f `seccompDefault` was `true` and is now not set"]);
    expect(turnsOf(kubelet("seccompDefault: false"), null)).toEqual([]);
    expect(turnsOf(kubelet("maxPods: 1"), null)).toEqual([]);
  });

  it("that were renamed are the same", () => {
    expect(saidOf({ "a.yaml": kubelet("seccompDefault: true") }, { "b/c.yaml": kubelet("seccompDefault: true") })).toEqual([]);
    expect(saidOf({ "a.yaml": kubelet("seccompDefault: true") }, { "b/c.yaml": kubelet("seccompDefault: false") })).toHaveLength(1);
  });

  it("that moved together are told apart by their names", () => {
    const group = (name: string, value: string): string => `apiVersion: machineconfiguration.openshift.io/v1\nkind: KubeletConfig\nmetadata: { name: ${name} }\nspec: { kubeletConfig: { seccompDefault: ${value} } }\n`;
    const base = { "a.yaml": group("a", "true"), "b.yaml": group("b", "true") };
    expect(saidOf(base, { "x/1.yaml": group("b", "true"), "x/2.yaml": group("a", "true") })).toEqual([]);
    expect(saidOf(base, { "x/1.yaml": group("b", "true"), "x/2.yaml": group("a", "false") })).toEqual([expect.stringContaining("KubeletConfig `a` was `true` and is now `false`")]);
  });

  it("of nodes that are gone are no weakening", () => {
    expect(turnsOf("version: v1alpha1\nmachine: { type: worker, kubelet: { defaultRuntimeSeccompProfileEnabled: true } }\n", null)).toEqual([]);
  });

  it("may say it in another way than before", () => {
    const init = (value: string): string => `apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    - { name: seccomp-default, value: "${value}" }\n---\n`;
    expect(turnsOf(init("true") + kubelet("maxPods: 1"), init("false") + kubelet("seccompDefault: true"))).toEqual([]);
    expect(turnsOf(init("false") + kubelet("seccompDefault: true"), init("true") + kubelet("maxPods: 1"))).toEqual([]);
    expect(turnsOf(init("true") + kubelet("maxPods: 1"), init("false") + kubelet("maxPods: 1"))).toHaveLength(1);
    const talos = (fields: string): string => `version: v1alpha1\nmachine:\n  type: worker\n  kubelet: { ${fields} }\n`;
    expect(turnsOf(talos("defaultRuntimeSeccompProfileEnabled: true"), talos("defaultRuntimeSeccompProfileEnabled: false, extraArgs: { seccomp-default: true }"))).toEqual([]);
  });

  it("is made up for by no guardrail beside it, and by no file but its own", () => {
    const constraint = (action: string): string => `\n---\napiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sPSPSeccomp\nmetadata: { name: a }\nspec: { enforcementAction: ${action} }\n`;
    expect(turnsOf(kubelet("seccompDefault: true") + constraint("dryrun"), kubelet("maxPods: 1") + constraint("warn"))).toHaveLength(1);
    const talos = (fields: string): string => `version: v1alpha1\nmachine:\n  type: worker\n  kubelet: { ${fields} }\n`;
    const [on, off] = [talos("defaultRuntimeSeccompProfileEnabled: true"), talos("defaultRuntimeSeccompProfileEnabled: false")];
    expect(saidOf({ "a.yaml": on, "b.yaml": off }, { "a.yaml": off, "b.yaml": on })).toHaveLength(1);
  });
});

describe("what is general", () => {
  const kind = (general: string, node: string): string =>
    `apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nkubeadmConfigPatches: ["{kind: KubeletConfiguration, ${general}}"]\nnodes:\n  - role: worker\n    kubeadmConfigPatches: ["{kind: KubeletConfiguration, ${node}}"]\n`;
  it("holds for nodes that say nothing", () => {
    expect(turnsOf(kind("seccompDefault: true", "seccompDefault: true"), kind("seccompDefault: true", "maxPods: 1"))).toEqual([]);
    expect(turnsOf(kind("maxPods: 1", "seccompDefault: true"), kind("maxPods: 1", "maxPods: 2"))).toHaveLength(1);
    expect(turnsOf(kind("seccompDefault: true", "maxPods: 1"), kind("seccompDefault: true", "seccompDefault: false"))).toHaveLength(1);
  });
});

// kubernetes/kubernetes: cmd/kubelet/app/server.go (mergeKubeletConfigurations): files that end in `.conf`, over the kubelet's own
describe("a part of a kubelet's configuration", () => {
  const part = (line: string): string => `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${line}\n`;
  const at = "kubelet.conf.d/20.conf";
  it("turns off what others may have turned on", () => {
    expect(turnsOf(null, part("seccompDefault: false"), at)).toEqual(["error KubeletConfiguration/20 `seccompDefault` was not set and is now `false`"]);
    expect(turnsOf(part("maxPods: 1"), part("seccompDefault: false"), at)).toEqual(["warning KubeletConfiguration/20 `seccompDefault` was not set and is now `false`"]);
    expect(turnsOf(part("seccompDefault: true"), part("seccompDefault: false"), at)).toEqual(["error KubeletConfiguration/20 `seccompDefault` was `true` and is now `false`"]);
    expect(turnsOf(null, part("seccompDefault: false"), "kubelet.yaml")).toEqual([]);
  });

  it("leaves to others what it does not say", () => {
    expect(turnsOf(part("seccompDefault: true"), part("maxPods: 1"), at)).toEqual(["warning KubeletConfiguration/20 `seccompDefault` was `true` and is now not set"]);
    expect(saidOf({ [at]: part("seccompDefault: true") }, { [at]: part("maxPods: 1") })[0]).toContain("; the files that it is laid over decide what nothing set means");
    expect(turnsOf(part("seccompDefault: false"), null, at)).toEqual([]);
  });
});

describe("Talos", () => {
  it("takes patches that are lists of operations", () => {
    const on = "- op: add\n  path: /machine/kubelet/defaultRuntimeSeccompProfileEnabled\n  value: true\n";
    const place = "error TalosJSONPatch/f `defaultRuntimeSeccompProfileEnabled` in `operations` was";
    expect(turnsOf(on, on.replace("true", "false"))).toEqual([`${place} \`true\` and is now \`false\``]);
    expect(turnsOf(null, '[{"op":"remove","path":"/machine/kubelet/defaultRuntimeSeccompProfileEnabled"}]', "f.json")).toEqual([`${place} not set and is now removed`]);
    expect(turnsOf(on, null)).toEqual([]);
    expect(turnsOf(null, on.replace("true", "false").replaceAll("machine", "other"))).toEqual([]);
  });

  it("generates configurations with it on, so that patches need not say it", () => {
    const patch = (fields: string): string => `machine:\n  kubelet: { ${fields} }\n`;
    expect(turnsOf(patch("defaultRuntimeSeccompProfileEnabled: true"), patch("maxPods: 1"))).toEqual([]);
    expect(turnsOf(patch("maxPods: 1"), patch("defaultRuntimeSeccompProfileEnabled: false"))).toEqual(["error TalosPatch/f `machine.kubelet.defaultRuntimeSeccompProfileEnabled` was not set and is now `false`"]);
    expect(turnsOf(null, patch("defaultRuntimeSeccompProfileEnabled: false"))).toHaveLength(1);
    expect(turnsOf(patch("defaultRuntimeSeccompProfileEnabled: true"), null)).toEqual([]);
  });

  it("knows nodes by their names, wherever they stand", () => {
    const nodes = (...all: readonly (readonly [string, boolean])[]): string => `clusterName: c\nnodes:\n${all.map(([name, value]) => `  - hostname: ${name}\n    patches: ["{machine: {kubelet: {defaultRuntimeSeccompProfileEnabled: ${value}}}}"]\n`).join("")}`;
    expect(turnsOf(nodes(["a", true], ["b", false]), nodes(["b", false], ["a", true]))).toEqual([]);
    expect(turnsOf(nodes(["a", true], ["b", false]), nodes(["b", false]))).toEqual([]);
    expect(turnsOf(nodes(["a", true], ["b", true]), nodes(["b", false]))).toHaveLength(1);
  });

  it("is patched by talhelper in texts of both kinds", () => {
    const talhelper = (patch: string): string => `clusterName: c\nnodes:\n  - hostname: a\n    patches:\n      - |-\n        ${patch.replaceAll("\n", "\n        ")}\n`;
    const place = "error TalhelperConfig/f `defaultRuntimeSeccompProfileEnabled` in `nodes[0].patches[0]`";
    expect(turnsOf(talhelper("machine:\n  kubelet:\n    maxPods: 1"), talhelper("machine:\n  kubelet:\n    defaultRuntimeSeccompProfileEnabled: false"))).toEqual([`${place} was not set and is now \`false\``]);
    expect(turnsOf(talhelper("- op: add\n  path: /a\n  value: 1"), talhelper("- op: replace\n  path: /machine/kubelet/defaultRuntimeSeccompProfileEnabled\n  value: false"))).toEqual([`${place} was not set and is now \`false\``]);
    expect(turnsOf(talhelper("- op: add\n  path: /a\n  value: 1"), talhelper("- op: remove\n  path: /machine/kubelet/defaultRuntimeSeccompProfileEnabled"))).toEqual([`${place} was not set and is now removed`]);
  });
});

describe("Bottlerocket", () => {
  const toml = (line: string): string => `[settings.kubernetes]\ncluster-name = "a"\n${line}\n`;
  it("is doubted where it says nothing, since its version decides", () => {
    expect(turnsOf(toml("seccomp-default = true"), toml("seccomp-default = false"), "user-data.toml")).toEqual(["error BottlerocketSettings/user-data `settings.kubernetes.seccomp-default` was `true` and is now `false`"]);
    expect(turnsOf(toml("seccomp-default = true"), toml(""), "user-data.toml")).toEqual(["warning BottlerocketSettings/user-data `settings.kubernetes.seccomp-default` was `true` and is now not set"]);
    expect(turnsOf(toml(""), toml("seccomp-default = false"), "user-data.toml")).toEqual(["warning BottlerocketSettings/user-data `settings.kubernetes.seccomp-default` was not set and is now `false`"]);
    expect(turnsOf(toml(""), toml("seccomp-default = true"), "user-data.toml")).toEqual([]);
  });

  it("is set by eksctl and Karpenter, too", () => {
    const eksctl = (fields: string): string => `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: e }\nmanagedNodeGroups:\n  - { name: ng, amiFamily: Bottlerocket, bottlerocket: { settings: { kubernetes: { ${fields} } } } }\n`;
    expect(turnsOf(eksctl("seccomp-default: true"), eksctl("seccomp-default: false"))).toEqual(["error ClusterConfig/e `managedNodeGroups[0].bottlerocket.settings.kubernetes.seccomp-default` was `true` and is now `false`"]);
    expect(turnsOf(eksctl("seccomp-default: true"), eksctl("max-pods: 1"))).toEqual([expect.stringMatching(/^warning /)]);
    const karpenter = (line: string): string => `apiVersion: karpenter.k8s.aws/v1\nkind: EC2NodeClass\nmetadata: { name: nc }\nspec:\n  amiSelectorTerms: [{ alias: bottlerocket@latest }]\n  userData: |\n    [settings.kubernetes]\n    ${line}\n`;
    expect(turnsOf(karpenter("seccomp-default = true"), karpenter("seccomp-default = false"))).toEqual(["error EC2NodeClass/nc `seccomp-default` in `spec.userData` was `true` and is now `false`"]);
    expect(turnsOf(karpenter("seccomp-default = true"), karpenter("max-pods = 1"))).toEqual(["warning EC2NodeClass/nc `spec.userData` was `true` and is now not set"]);
  });
});

describe("a value that is none", () => {
  it("is doubted", () => {
    expect(turnsOf(kubelet("seccompDefault: true"), kubelet("seccompDefault: ${DEFAULT}"))).toEqual(["warning KubeletConfiguration/f `seccompDefault` was `true` and is now `${DEFAULT}`"]);
  });
});

describe("PodSecurityPolicies", () => {
  const policy = (annotations: string): string => `apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata:\n  name: p\n  annotations: { ${annotations} }\nspec: {}\n`;
  const byDefault = (value: string): string => policy(`seccomp.security.alpha.kubernetes.io/defaultProfileName: ${value}`);
  it("give a profile to pods that set none, on old clusters", () => {
    const place = "warning PodSecurityPolicy/p annotation `seccomp.security.alpha.kubernetes.io/defaultProfileName`";
    expect(turnsOf(byDefault("runtime/default"), policy(""))).toEqual([`${place} was \`runtime/default\` and is now not set`]);
    expect(turnsOf(byDefault("runtime/default"), byDefault("unconfined"))).toEqual([`${place} was \`runtime/default\` and is now \`unconfined\``]);
    expect(turnsOf(byDefault("runtime/default"), null)).toEqual([`${place} was \`runtime/default\` and is now not there`]);
    expect(turnsOf(byDefault("runtime/default"), byDefault("docker/default"))).toEqual([]);
  });

  it("may allow more", () => {
    const allowed = (value: string): string => policy(`seccomp.security.alpha.kubernetes.io/allowedProfileNames: "${value}"`);
    expect(turnsOf(allowed("runtime/default"), allowed("runtime/default,*"))).toEqual([expect.stringMatching(/now also lets through profile `\*`$/)]);
    expect(turnsOf(allowed("runtime/default,*"), allowed("runtime/default"))).toEqual([]);
    expect(turnsOf(allowed("runtime/default"), allowed("localhost/a, unconfined"))).toEqual([expect.stringMatching(/now also lets through profile `unconfined`$/)]);
    expect(turnsOf(allowed("runtime/default"), policy(""))).toEqual([]);
    expect(turnsOf(policy(""), allowed("unconfined"))).toEqual([expect.stringMatching(/now also lets through profile `unconfined`$/)]);
    expect(turnsOf(allowed("*"), null)).toEqual([]);
  });

  it("are of two groups, and of no other", () => {
    const [base, head] = [byDefault("localhost/a"), byDefault("unconfined")];
    const inGroup = (group: string) => turnsOf(base.replace("policy/v1beta1", group), head.replace("policy/v1beta1", group)).length;
    expect(["policy/v1beta1", "extensions/v1beta1", "example.org/v1"].map(inGroup)).toEqual([1, 1, 0]);
  });
});

describe("a setting that is gone", () => {
  const kubelet = (more: string): string => `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${more}`;
  const init = (more: string): string => `apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\nnodeRegistration: { kubeletExtraArgs: [${more}] }\n`;
  const kind = (more: string): string => `apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nname: dev\nkubeadmConfigPatches:\n  - |\n    kind: KubeletConfiguration\n    ${more}\n`;
  const profiles = (more: string): string => `apiVersion: k0s.k0sproject.io/v1beta1\nkind: ClusterConfig\nmetadata: { name: k0s }\nspec: { workerProfiles: [{ name: safe, values: { ${more} } }] }\n`;

  it.each<[string, string, string, string]>([
    ["a field that is off", kubelet("seccompDefault: true"), kubelet("seccompDefault: false"), "Put it back: set `seccompDefault` to `true`."],
    ["a field", kubelet("seccompDefault: true"), kubelet("maxPods: 5"), "Put it back: write `true` at `seccompDefault`."],
    ["a field that is null", kubelet("seccompDefault: true"), kubelet("seccompDefault: null"), "Put it back: write `true` at `seccompDefault`."],
    ["a field of one of several", profiles("seccompDefault: true"), profiles("maxPods: 5"), "Put it back: write `true` at `spec.workerProfiles[0].values.seccompDefault`."],
    ["a flag", init('{name: seccomp-default, value: "true"}'), init('{name: v, value: "4"}'), "Put it back: give the kubelet `seccomp-default=true` at `nodeRegistration.kubeletExtraArgs`."],
    ["a text inside", kind("seccompDefault: true"), kind("maxPods: 5"), "Put it back: turn the kubelet's `seccompDefault` on at `kubeadmConfigPatches`."],
  ])("is put back where it was: %s", (_, base, head, remedy) => {
    expect(remediesOf({ "f.yaml": base }, { "f.yaml": head })).toEqual([remedy]);
  });

  it("is named by its object, or its file, with the object too", () => {
    const said = (base: string, path = "f.yaml", head: Readonly<Record<string, string>> = {}) => saidOf({ [path]: base }, head);
    expect(said(kubelet("seccompDefault: true"), "nodes/pool.a/kubelet.yaml")).toEqual(["error cluster-default-weakened: `seccompDefault` of KubeletConfiguration `kubelet` was `true` and is now not set: containers that set no profile run Unconfined then; no container that could be looked at depends on it"]);
    expect(said(kind("seccompDefault: true"))).toEqual(["error cluster-default-weakened: `seccompDefault` in `kubeadmConfigPatches[0]` of Cluster `dev` was `true` and is now not set: containers that set no profile run Unconfined then; no container that could be looked at depends on it"]);
  });

  it("is nothing where the nodes run Bottlerocket, by whatever names it, since their version decides", () => {
    const node = (more: string, setting: string): string => `apiVersion: karpenter.k8s.aws/v1\nkind: EC2NodeClass\nmetadata: { name: nc }\nspec:\n  ${more}\n  userData: |\n    [settings.kubernetes]\n    ${setting}\n`;
    const turns = (more: string) => turnsOf(node(more, "seccomp-default = true"), node(more, "max-pods = 5")).map((turn) => turn.slice(turn.indexOf("was")));
    const known = ["was `true` and is now not set"];
    expect([turns("amiFamily: AL2023"), turns("amiSelectorTerms: [{ alias: al2023@latest }]"), turns("amiSelectorTerms: all")]).toEqual([known, known, known]);
    const unknown = (more: string) => saidOf({ "f.yaml": node(more, "seccomp-default = true") }, { "f.yaml": node(more, "max-pods = 5") }).map((message) => message.includes("which Bottlerocket the nodes run decides"));
    expect([unknown("amiFamily: Bottlerocket"), unknown("amiSelectorTerms: [{ id: ami-1 }, { alias: bottlerocket@latest }]"), unknown("amiFamily: AL2023")]).toEqual([[true], [true], [false]]);
  });
});
