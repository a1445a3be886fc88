// The one table of files and objects that configure kubelets: where each says what happens to containers that set no profile.
// A new one is one row.

import type { Form } from "./kubelet-reading.ts";

/** A place in an object that configures kubelets, and the fields in it that decide. `*` stands for every item of a list or mapping. */
interface Holder {
  /** Up to its last `*` it must be there to speak of it; what follows need not. */
  readonly path: readonly string[];
  readonly fields: readonly { readonly path: readonly string[]; readonly form: Form }[];
}

export interface KubeletRow {
  readonly groups: readonly [string, ...string[]];
  readonly kind: string;
  /** The first is inherited by the others where its path is empty or above theirs. */
  readonly holders: readonly [Holder, ...Holder[]];
  /** What it comes to where nothing is set: 2 on, 1 cannot be told from here, 0 off. */
  readonly otherwise: 0 | 1 | 2;
  /** True where what nothing set comes to depends on the version of Bottlerocket; `maybe`: where the nodes run that. */
  readonly bottlerocket?: true | "maybe";
  /** True where the object goes together with the nodes that it configures, so that its end is no weakening. */
  readonly goesWithItsNodes?: true;
  /** A word without which an object of so common a kind is none of ours. */
  readonly word?: "seccomp";
}

/** Groups of what has no API version, given when files are recognised. */
export const kindlessGroup = "file";

const flags = (...path: string[]) => ({ path, form: "flags" }) as const;
const isOn = (...path: string[]) => ({ path, form: "switch" }) as const;
const texts = (form: Form, ...path: string[]) => ({ path, form });
const at = (path: readonly string[], ...fields: Holder["fields"]): Holder => ({ path, fields });

const nodeArgs = flags("nodeRegistration", "kubeletExtraArgs");
const talosKubelet = [isOn("defaultRuntimeSeccompProfileEnabled"), flags("extraArgs")];

/** The holders of Cluster API's kubeadm configuration, which stands at several places. */
const capi = (...path: string[]): KubeletRow["holders"] => [
  at(path, texts("userData", "files", "*", "content")),
  at([...path, "initConfiguration"], nodeArgs),
  at([...path, "joinConfiguration"], nodeArgs),
];
const capiGroups = ["bootstrap.cluster.x-k8s.io"] as const;
const capiControlPlane = ["controlplane.cluster.x-k8s.io"] as const;
const rke2Args = flags("kubelet", "extraArgs");

/** Every row. Kubelets take a flag and a field of their configuration, and either is enough. */
export const kubeletRows: readonly KubeletRow[] = [
  // kubernetes/kubelet: config/v1beta1/types.go
  { groups: ["kubelet.config.k8s.io"], kind: "KubeletConfiguration", holders: [at([], isOn("seccompDefault"))], otherwise: 0 },
  // kubernetes/kubernetes: cmd/kubeadm/app/apis/kubeadm/v1beta3/types.go (a mapping), v1beta4/types.go (a list)
  { groups: ["kubeadm.k8s.io"], kind: "InitConfiguration", holders: [at([], nodeArgs)], otherwise: 0 },
  { groups: ["kubeadm.k8s.io"], kind: "JoinConfiguration", holders: [at([], nodeArgs)], otherwise: 0 },
  // What kubeadm keeps in the cluster, `kubelet-config`: cmd/kubeadm/app/phases/kubelet/config.go
  { groups: [""], kind: "ConfigMap", holders: [at([], texts("documents", "data", "*"))], otherwise: 0, word: "seccomp" },
  {
    // kubernetes-sigs/kind: pkg/apis/config/v1alpha4/types.go
    groups: ["kind.x-k8s.io"],
    kind: "Cluster",
    holders: [
      at([], texts("documents", "kubeadmConfigPatches", "*"), texts("operations", "kubeadmConfigPatchesJSON6902", "*", "patch")),
      at(["nodes", "*"], texts("documents", "kubeadmConfigPatches", "*"), texts("operations", "kubeadmConfigPatchesJSON6902", "*", "patch")),
    ],
    otherwise: 0,
  },
  // kubernetes/kops: pkg/apis/kops/v1alpha2/cluster.go, v1alpha3/cluster.go, componentconfig.go
  {
    groups: ["kops.k8s.io"],
    kind: "Cluster",
    holders: [at(["spec"], isOn("kubelet", "seccompDefault")), at(["spec", "masterKubelet"], isOn("seccompDefault")), at(["spec", "controlPlaneKubelet"], isOn("seccompDefault"))],
    otherwise: 0,
  },
  { groups: ["kops.k8s.io"], kind: "InstanceGroup", holders: [at(["spec"], isOn("kubelet", "seccompDefault"))], otherwise: 0, goesWithItsNodes: true },
  // kubernetes-sigs/cluster-api: api/bootstrap/kubeadm/v1beta1/kubeadm_types.go (a mapping), v1beta2/kubeadm_types.go (a list)
  { groups: capiControlPlane, kind: "KubeadmControlPlane", holders: capi("spec", "kubeadmConfigSpec"), otherwise: 0, goesWithItsNodes: true },
  { groups: capiControlPlane, kind: "KubeadmControlPlaneTemplate", holders: capi("spec", "template", "spec", "kubeadmConfigSpec"), otherwise: 0, goesWithItsNodes: true },
  { groups: capiGroups, kind: "KubeadmConfig", holders: capi("spec"), otherwise: 0, goesWithItsNodes: true },
  { groups: capiGroups, kind: "KubeadmConfigTemplate", holders: capi("spec", "template", "spec"), otherwise: 0, goesWithItsNodes: true },
  // rancher/cluster-api-provider-rke2: bootstrap/api/v1beta1/rke2config_types.go
  { groups: capiControlPlane, kind: "RKE2ControlPlane", holders: [at(["spec", "agentConfig"], rke2Args)], otherwise: 0, goesWithItsNodes: true },
  { groups: capiControlPlane, kind: "RKE2ControlPlaneTemplate", holders: [at(["spec", "template", "spec", "agentConfig"], rke2Args)], otherwise: 0, goesWithItsNodes: true },
  { groups: capiGroups, kind: "RKE2Config", holders: [at(["spec", "agentConfig"], rke2Args)], otherwise: 0, goesWithItsNodes: true },
  { groups: capiGroups, kind: "RKE2ConfigTemplate", holders: [at(["spec", "template", "spec", "agentConfig"], rke2Args)], otherwise: 0, goesWithItsNodes: true },
  // rancher/rancher: pkg/apis/rke.cattle.io/v1/cluster.go (RKEClusterSpecCommon)
  {
    groups: ["provisioning.cattle.io"],
    kind: "Cluster",
    holders: [at(["spec", "rkeConfig"], flags("machineGlobalConfig", "kubelet-arg")), at(["spec", "rkeConfig", "machineSelectorConfig", "*", "config"], flags("kubelet-arg"))],
    otherwise: 0,
  },
  {
    // eksctl-io/eksctl: pkg/apis/eksctl.io/v1alpha5/types.go (NodeGroup, NodeGroupBase, NodeGroupBottlerocket)
    groups: ["eksctl.io"],
    kind: "ClusterConfig",
    holders: [
      at(["nodeGroups", "*"], isOn("kubeletExtraConfig", "seccompDefault"), isOn("bottlerocket", "settings", "kubernetes", "seccomp-default"), texts("userData", "overrideBootstrapCommand")),
      at(["managedNodeGroups", "*"], isOn("bottlerocket", "settings", "kubernetes", "seccomp-default"), texts("userData", "overrideBootstrapCommand")),
    ],
    otherwise: 0,
    bottlerocket: "maybe",
    goesWithItsNodes: true,
  },
  // awslabs/amazon-eks-ami: nodeadm/api/v1alpha1/nodeconfig_types.go
  { groups: ["node.eks.aws"], kind: "NodeConfig", holders: [at(["spec", "kubelet"], isOn("config", "seccompDefault"), flags("flags"))], otherwise: 0, goesWithItsNodes: true },
  // aws/karpenter-provider-aws: pkg/apis/v1/ec2nodeclass.go (UserData)
  { groups: ["karpenter.k8s.aws"], kind: "EC2NodeClass", holders: [at(["spec"], texts("userData", "userData"))], otherwise: 0, bottlerocket: "maybe", goesWithItsNodes: true },
  // openshift/api: machineconfiguration/v1/types.go (KubeletConfigSpec)
  { groups: ["machineconfiguration.openshift.io"], kind: "KubeletConfig", holders: [at(["spec"], isOn("kubeletConfig", "seccompDefault"))], otherwise: 0 },
  // gardener/gardener: pkg/apis/core/v1beta1/types_shoot.go (KubeletConfig)
  {
    groups: ["core.gardener.cloud"],
    kind: "Shoot",
    holders: [at(["spec"], isOn("kubernetes", "kubelet", "seccompDefault")), at(["spec", "provider", "workers", "*"], isOn("kubernetes", "kubelet", "seccompDefault"))],
    otherwise: 0,
    goesWithItsNodes: true,
  },
  // k0sproject/k0s: docs/worker-node-config.md (workerProfiles)
  { groups: ["k0s.k0sproject.io"], kind: "ClusterConfig", holders: [at(["spec", "workerProfiles", "*"], isOn("values", "seccompDefault"))], otherwise: 0 },
  { groups: ["k0sctl.k0sproject.io"], kind: "Cluster", holders: [at(["spec", "k0s", "config", "spec", "workerProfiles", "*"], isOn("values", "seccompDefault")), at(["spec", "hosts", "*"], flags("installFlags"))], otherwise: 0 },
  // k3d-io/k3d: pkg/config/v1alpha5/types.go (SimpleConfigOptionsK3s)
  { groups: ["k3d.io"], kind: "Simple", holders: [at(["options", "k3s"], flags("extraArgs"))], otherwise: 0 },
  // siderolabs/talos: pkg/machinery/config/types/k8s/kubelet.go (KubeletConfigV1Alpha1)
  { groups: [""], kind: "KubeletConfig", holders: [at([], ...talosKubelet, isOn("config", "seccompDefault"))], otherwise: 0 },
  // siderolabs/talos: pkg/machinery/config/types/v1alpha1/v1alpha1_types.go; a whole machine configuration, and a patch to a generated
  // one, which has it on since Talos 1.2: pkg/machinery/config/generate/controlplane.go
  { groups: [kindlessGroup], kind: "TalosConfig", holders: [at(["machine", "kubelet"], ...talosKubelet, isOn("extraConfig", "seccompDefault"))], otherwise: 0, goesWithItsNodes: true },
  { groups: [kindlessGroup], kind: "TalosPatch", holders: [at(["machine", "kubelet"], ...talosKubelet, isOn("extraConfig", "seccompDefault"))], otherwise: 2 },
  // A patch to one as a list of operations: siderolabs/talos: pkg/machinery/config/configpatcher/configpatcher.go
  { groups: [kindlessGroup], kind: "TalosJSONPatch", holders: [at([], texts("operations", "operations"))], otherwise: 2 },
  {
    // budimanjojo/talhelper: pkg/config/config.go; patches are texts: of a part of the configuration, or JSON patches
    groups: [kindlessGroup],
    kind: "TalhelperConfig",
    holders: [
      at([], texts("documents", "patches", "*"), texts("operations", "patches", "*")),
      at(["controlPlane"], texts("documents", "patches", "*"), texts("operations", "patches", "*")),
      at(["worker"], texts("documents", "patches", "*"), texts("operations", "patches", "*")),
      at(["nodes", "*"], texts("documents", "patches", "*"), texts("operations", "patches", "*")),
    ],
    otherwise: 2,
    goesWithItsNodes: true,
  },
  // k3s-io/k3s: pkg/cli/cmds/agent.go (kubelet-arg), pkg/configfilearg/parser.go (config.yaml.d, and `+` to append)
  { groups: [kindlessGroup], kind: "K3sConfig", holders: [at([], flags("kubelet-arg"), flags("kubelet-arg+"))], otherwise: 0 },
  { groups: [kindlessGroup], kind: "RKE2Config", holders: [at([], flags("kubelet-arg"), flags("kubelet-arg+"))], otherwise: 0 },
  // kubernetes-sigs/kubespray: roles/kubernetes/node/templates/kubelet-config.v1beta1.yaml.j2, kubelet.env.v1beta1.j2
  {
    groups: [kindlessGroup],
    kind: "KubesprayVariables",
    holders: [at([], isOn("kubelet_seccomp_default"), isOn("kubelet_config_extra_args", "seccompDefault"), flags("kubelet_custom_flags"))],
    otherwise: 0,
  },
  // rancher/rke: types/rke_types.go (BaseService)
  { groups: [kindlessGroup], kind: "RKEConfig", holders: [at(["services", "kubelet"], flags("extra_args"), flags("extra_args_array"))], otherwise: 0 },
  // canonical/cloud-init: doc/module-docs/cc_write_files
  { groups: [kindlessGroup], kind: "CloudConfig", holders: [at(["write_files", "*"], texts("userData", "content"))], otherwise: 0, goesWithItsNodes: true },
  // bottlerocket-os/bottlerocket: sources/api/migration (add-seccomp-default), settings.kubernetes.seccomp-default
  { groups: [kindlessGroup], kind: "BottlerocketSettings", holders: [at(["settings", "kubernetes"], isOn("seccomp-default"))], otherwise: 1, bottlerocket: true },
];
