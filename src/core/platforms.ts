// The one table of platforms: what each makes of a container that sets no profile. docs/platforms.md is made from it.

/** What a platform does by itself; whoever runs it can change it, and then says so with `seccompDefault`. */
export interface Platform {
  /** As the configuration names it. */
  readonly id: string;
  /** As people name it. */
  readonly name: string;
  /**
   * First minor version of Kubernetes 1 from which containers that set nothing run under RuntimeDefault: 0 for every one,
   * null for none. `scc`: the security context constraints that admit the pod decide.
   */
  readonly confinesSince: number | "scc" | null;
  /** Types of profile that pods may not set. */
  readonly refuses: readonly "Localhost"[];
  /** False where it follows from what is published, but nobody says it in so many words. */
  readonly confirmed: boolean;
  /** What is worth knowing beside it; one sentence, or empty. */
  readonly remark: string;
  /** Where it is written. */
  readonly source: string;
}

const row = (id: string, name: string, confinesSince: Platform["confinesSince"], source: string, more: Partial<Platform> = {}): Platform => ({
  id,
  name,
  confinesSince,
  refuses: [],
  confirmed: true,
  remark: "",
  source,
  ...more,
});

/** Every platform whose default could be traced to a source. */
export const platforms: readonly Platform[] = [
  row("vanilla", "plain Kubernetes", null, "kubernetes/kubernetes: pkg/kubelet/apis/config/v1beta1/defaults.go", {
    remark: "The kubelet's `seccompDefault` is off in every version; that it became stable in 1.27 did not turn it on.",
  }),
  row("kubeadm", "kubeadm", null, "kubernetes/kubernetes: cmd/kubeadm/app/componentconfigs/kubelet.go", {
    remark: "Only the control plane's own static Pods set RuntimeDefault.",
  }),
  row("kind", "kind", null, "kubernetes-sigs/kind: pkg/cluster/internal/kubeadm/config.go"),
  row("minikube", "minikube", null, "kubernetes/minikube: pkg/minikube/bootstrapper/bsutil/ktmpl/v1beta4.go"),
  row("microk8s", "MicroK8s", null, "canonical/microk8s: microk8s-resources/default-args/kubelet"),
  row("k3s", "K3s", null, "k3s-io/k3s: pkg/daemons/agent/agent_linux.go, k3s-io/k3s#1072", {
    confirmed: false,
    remark: "The sources turn nothing on and the request to do so is open.",
  }),
  row("rke2", "RKE2", null, "rancher/rke2#321", {
    confirmed: false,
    remark: "The request to turn it on was closed without a change; hardened clusters may set it.",
  }),
  row("gke-standard", "GKE Standard", null, "https://cloud.google.com/kubernetes-engine/docs/concepts/seccomp-in-gke"),
  row("gke-autopilot", "GKE Autopilot", 0, "https://cloud.google.com/kubernetes-engine/docs/concepts/seccomp-in-gke", {
    refuses: ["Localhost"],
    remark: "Profiles of one's own are not allowed; an explicit Unconfined is (googleforgames/agones: pkg/cloudproduct/gke/gke.go).",
  }),
  row("eks-al2023", "EKS with Amazon Linux", null, "awslabs/amazon-eks-ami: nodeadm/internal/kubelet/config.go", {
    remark: "Amazon Linux 2 is the same.",
  }),
  row("eks-bottlerocket", "EKS with Bottlerocket", 33, "bottlerocket-os/bottlerocket#4507", {
    remark: "Before 1.33 `settings.kubernetes.seccomp-default` is false.",
  }),
  row("bottlerocket", "Bottlerocket", 33, "bottlerocket-os/bottlerocket#4507", {
    remark: "Before 1.33 `settings.kubernetes.seccomp-default` is false.",
  }),
  row("aks", "AKS", null, "https://learn.microsoft.com/azure/aks/cis-kubernetes", {
    remark: "A node pool's kubelet configuration can change it.",
  }),
  row("openshift", "OpenShift", "scc", "openshift/cluster-kube-apiserver-operator: bindata/bootkube/scc-manifests", {
    remark: "The security context constraints (`scc`) that admit the pod decide; `restricted-v2` is assumed.",
  }),
  row("talos", "Talos", 0, "siderolabs/talos: CHANGELOG.md (1.2), internal/app/machined/pkg/controllers/k8s/kubelet_spec.go", {
    remark: "Machine configurations generated since Talos 1.2 have `defaultRuntimeSeccompProfileEnabled`.",
  }),
];

/** The platform of an id, or null. */
export function platformOf(id: string | null): Platform | null {
  return platforms.find((platform) => platform.id === id) ?? null;
}
