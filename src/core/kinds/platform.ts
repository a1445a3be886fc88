// What a platform is made of: control planes, gateways, certificates, runners.

import { catalogue } from "./crd-source.ts";
import type { ControllerDefault, KindRow } from "./kind.ts";
import { operatorPod } from "./operator-pod.ts";
import { podSpec, podTemplate } from "./pod-template.ts";

/** cert-manager/cert-manager: pkg/issuer/acme/http/pod.go (buildDefaultPod, mergePodObjectMetaWithPodTemplate). */
const acmeSolver: ControllerDefault = { profile: "RuntimeDefault", by: "cert-manager", certain: true, yieldsTo: "security context", level: "pod" };

const solverPod = operatorPod("generated pod of a challenge: `podTemplate.spec.securityContext`", {
  context: "podTemplate.spec.securityContext",
  metadata: "podTemplate.metadata",
  containers: [{ name: "acmesolver", at: "none" }],
});

const solver = (group: string, kind: string, prefix: string): readonly KindRow[] =>
  ["ingress", "gatewayHTTPRoute"].map((via) => ({
    groups: [group],
    kind,
    path: `${prefix}.http01.${via}`,
    pod: via,
    shape: solverPod,
    controllerDefault: acmeSolver,
    ...(kind === "ClusterIssuer" ? { clusterScoped: true as const } : {}),
    note: "a security context in the pod template takes the place of cert-manager's whole, its RuntimeDefault with it",
    source: "cert-manager/cert-manager: pkg/issuer/acme/http/pod.go",
  }));

/** envoyproxy/gateway: internal/infrastructure/kubernetes/resource/resource.go (DefaultSecurityContext), for containers that have none. */
const envoyGateway: ControllerDefault = { profile: "RuntimeDefault", by: "Envoy Gateway", certain: true, yieldsTo: "security context", level: "container" };

const envoyPod = operatorPod("generated pod: `pod.securityContext`, and `container.securityContext` for its containers", {
  context: "pod.securityContext",
  metadata: "pod",
  containers: [{ name: "envoy", at: "container" }, { name: "shutdown-manager", at: "container" }],
  lists: { initContainers: "init" },
});

const runners = "actions.github.com";
const legacyRunners = "actions.summerwind.dev";
const k8up = ["Backup", "Check", "Prune", "Archive", "Restore"] as const;

/** The container is called as the type of its job: k8up-io/k8up: operator/job/job.go (MutateBatchJob), api/v1/common_types.go (JobType). */
const k8upJob = (name: string) => operatorPod("`podSecurityContext`", { context: "podSecurityContext", containers: [{ name, at: "none" }] });

/** A job of a schedule: its own context, to which the schedule's is merged. */
const k8upScheduled = (name: string): KindRow => ({
  groups: ["k8up.io"],
  kind: "Schedule",
  path: "spec",
  pod: name,
  shape: operatorPod(`\`podSecurityContext\` of \`${name}\`, else of the schedule`, { part: name, context: [`${name}.podSecurityContext`, "podSecurityContext"], containers: [{ name, at: "none" }] }),
  source: "k8up-io/k8up: operator/schedulecontroller/handler.go (mergeSecurityContextWithDefaults)",
});

const volsyncMovers = { restic: "restic", rclone: "rclone", rsyncTLS: "rsync-tls", syncthing: "syncthing" } as const;

export const platformKinds: readonly KindRow[] = [
  {
    groups: ["pkg.crossplane.io"],
    kind: "DeploymentRuntimeConfig",
    path: "spec.deploymentTemplate.spec.template",
    shape: podTemplate,
    clusterScoped: true,
    source: catalogue("pkg.crossplane.io/deploymentruntimeconfig_v1beta1"),
  },
  {
    groups: ["pkg.crossplane.io"],
    kind: "ControllerConfig",
    path: "spec",
    shape: operatorPod("`podSecurityContext` for the pod, `securityContext` for its main container", { context: "podSecurityContext", containers: [{ name: "package-runtime" }], metadata: "metadata" }),
    clusterScoped: true,
    source: catalogue("pkg.crossplane.io/controllerconfig_v1alpha1"),
  },
  ...["envoyDeployment", "envoyDaemonSet"].map(
    (field): KindRow => ({
      groups: ["gateway.envoyproxy.io"],
      kind: "EnvoyProxy",
      path: `spec.provider.kubernetes.${field}`,
      shape: envoyPod,
      controllerDefault: envoyGateway,
      source: "envoyproxy/gateway: internal/infrastructure/kubernetes/proxy/resource.go (expectedProxyContainers)",
    }),
  ),
  {
    groups: ["gateway.kgateway.dev", "gateway.gloo.solo.io"],
    kind: "GatewayParameters",
    path: "spec.kube",
    shape: operatorPod("generated pod: `podTemplate.securityContext`, and `securityContext` of `envoyContainer`, `sdsContainer` and `istio.istioProxyContainer`", {
      context: "podTemplate.securityContext",
      containers: [
        { name: "kgateway-proxy", at: "envoyContainer" },
        { name: "sds", at: "sdsContainer", optional: true },
        { name: "istio-proxy", at: "istio.istioProxyContainer", optional: true },
      ],
    }),
    source: catalogue("gateway.kgateway.dev/gatewayparameters_v1alpha1"),
  },
  ...solver("cert-manager.io", "Issuer", "spec.acme.solvers[]"),
  ...solver("cert-manager.io", "ClusterIssuer", "spec.acme.solvers[]"),
  ...solver("acme.cert-manager.io", "Challenge", "spec.solver"),
  { groups: [runners], kind: "AutoscalingRunnerSet", path: "spec.template", pod: "runner", shape: podTemplate, source: catalogue(`${runners}/autoscalingrunnerset_v1alpha1`) },
  { groups: [runners], kind: "AutoscalingRunnerSet", path: "spec.listenerTemplate", pod: "listener", shape: podTemplate, source: catalogue(`${runners}/autoscalingrunnerset_v1alpha1`) },
  { groups: [runners], kind: "AutoscalingListener", path: "spec.template", shape: podTemplate, source: catalogue(`${runners}/autoscalinglistener_v1alpha1`) },
  { groups: [runners], kind: "EphemeralRunnerSet", path: "spec.ephemeralRunnerSpec", shape: podTemplate, source: catalogue(`${runners}/ephemeralrunnerset_v1alpha1`) },
  { groups: [runners], kind: "EphemeralRunner", path: "spec", shape: podTemplate, source: catalogue(`${runners}/ephemeralrunner_v1alpha1`) },
  { groups: [legacyRunners], kind: "Runner", path: "spec", shape: podSpec, source: catalogue(`${legacyRunners}/runner_v1alpha1`) },
  ...["RunnerDeployment", "RunnerReplicaSet", "RunnerSet"].map(
    (kind): KindRow => ({ groups: [legacyRunners], kind, path: "spec.template", shape: podTemplate, source: catalogue(`${legacyRunners}/${kind.toLowerCase()}_v1alpha1`) }),
  ),
  ...k8up.map((kind): KindRow => ({ groups: ["k8up.io"], kind, path: "spec", shape: k8upJob(kind.toLowerCase()), source: "k8up-io/k8up: operator/job/job.go (MutateBatchJob)" })),
  ...k8up.map((kind) => k8upScheduled(kind.toLowerCase())),
  ...["ReplicationSource", "ReplicationDestination"].flatMap((kind) =>
    Object.entries(volsyncMovers).filter(([field]) => kind === "ReplicationSource" || field !== "syncthing").map(
      ([field, name]): KindRow => ({
        groups: ["volsync.backube"],
        kind,
        path: `spec.${field}`,
        pod: field,
        shape: operatorPod("`moverSecurityContext` for the pod", { context: "moverSecurityContext", containers: [{ name, at: "none" }] }),
        source: `backube/volsync: internal/controller/utils/utils.go, internal/controller/mover/${field.toLowerCase()}/mover.go`,
      }),
    ),
  ),
  { groups: ["k8up.io"], kind: "PreBackupPod", path: "spec.pod", shape: podTemplate, source: catalogue("k8up.io/prebackuppod_v1") },
  { groups: ["k8up.io"], kind: "PodConfig", path: "spec.template", shape: podTemplate, inherits: true, source: catalogue("k8up.io/podconfig_v1") },
  ...[null, "configurer"].map(
    (pod): KindRow => ({
      groups: ["vault.banzaicloud.com"],
      kind: "Vault",
      path: "spec",
      ...(pod === null ? {} : { pod }),
      shape: operatorPod("`securityContext` for the pods, that of `vaultContainerSpec` for the container `vault`", {
        context: "securityContext",
        containers: pod === null ? [{ name: "vault", at: "vaultContainerSpec" }, { name: "bank-vaults", at: "none" }] : [{ name: "bank-vaults", at: "none" }],
        lists: pod === null ? { vaultInitContainers: "init", vaultContainers: "container" } : {},
      }),
      source: "bank-vaults/vault-operator: pkg/controller/vault/vault_controller.go (statefulSetForVault, deploymentForConfigurer)",
    }),
  ),
  {
    groups: ["upgrade.cattle.io"],
    kind: "Plan",
    path: "spec",
    shape: operatorPod("`securityContext` of `upgrade` and `prepare`, which are containers", {
      context: null,
      containers: [{ name: "prepare", type: "init", at: "prepare", optional: true }, { name: "upgrade", at: "upgrade" }],
    }),
    note: "without a security context the controller makes `upgrade` privileged, unless its settings say otherwise",
    source: "rancher/system-upgrade-controller: pkg/upgrade/job/job.go (New)",
  },
  {
    groups: ["tailscale.com"],
    kind: "ProxyClass",
    path: "spec.statefulSet.pod",
    shape: operatorPod("generated pod: `securityContext`, and that of `tailscaleContainer` and `tailscaleInitContainer`", {
      context: "securityContext",
      metadata: "",
      containers: [{ name: "sysctler", type: "init", at: "tailscaleInitContainer", optional: true }, { name: "tailscale", at: "tailscaleContainer" }],
    }),
    clusterScoped: true,
    source: catalogue("tailscale.com/proxyclass_v1alpha1"),
  },
];
