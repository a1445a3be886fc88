// Metrics, logs and traces.

import { catalogue } from "./crd-source.ts";
import type { ControllerDefault, KindRow, Shape } from "./kind.ts";
import { operatorPod } from "./operator-pod.ts";
import { patchedSpec, patchedTemplateAt } from "./pod-template.ts";

const prometheus = (kind: string, version: string, main: string): KindRow => ({
  groups: ["monitoring.coreos.com"],
  kind,
  path: "spec",
  shape: patchedSpec,
  generates: [main, "config-reloader"],
  source: `prometheus-operator/prometheus-operator: pkg/operator/config_reloader.go; ${catalogue(`monitoring.coreos.com/${kind.toLowerCase()}_${version}`)}`,
});

/** grafana/grafana-operator: controllers/reconcilers/grafana/deployment_reconciler.go (getDefaultPodSecurityContext). */
const grafanaDefault: ControllerDefault = {
  profile: "RuntimeDefault",
  by: "the Grafana operator",
  certain: true,
  yieldsTo: "profile",
  level: "pod",
  offAt: { path: ["spec", "disableDefaultSecurityContext"], values: ["Pod", "All"] },
};

const collector = (main: string): Shape =>
  operatorPod("`podSecurityContext` for the pod, `securityContext` for its main container", {
    context: "podSecurityContext",
    containers: [{ name: main }],
    lists: { initContainers: "init", additionalContainers: "container" },
  });

const victoria = (kind: string, path: string, main: string, version: string, pod?: string): KindRow => ({
  groups: ["operator.victoriametrics.com"],
  kind,
  path,
  ...(pod === undefined ? {} : { pod }),
  shape: patchedSpec,
  generates: [main],
  note: "what `securityContext` says counts for the pod; the operator's `useStrictSecurity` adds a profile of its own",
  source: catalogue(`operator.victoriametrics.com/${kind.toLowerCase()}_${version}`),
});

/** VictoriaMetrics/operator: internal/controller/operator/factory/build/security.go: with `useStrictSecurity`, here or in the operator. */
const strictSecurity: ControllerDefault = { profile: "RuntimeDefault", by: "the VictoriaMetrics operator with `useStrictSecurity`", certain: false, yieldsTo: "security context", level: "pod" };

const victoriaKinds: readonly KindRow[] = [
  victoria("VMSingle", "spec", "vmsingle", "v1beta1"),
  victoria("VMAgent", "spec", "vmagent", "v1beta1"),
  victoria("VMAlert", "spec", "vmalert", "v1beta1"),
  victoria("VMAlertmanager", "spec", "alertmanager", "v1beta1"),
  victoria("VMAuth", "spec", "vmauth", "v1beta1"),
  victoria("VLSingle", "spec", "vlsingle", "v1"),
  victoria("VLAgent", "spec", "vlagent", "v1"),
  victoria("VTSingle", "spec", "vtsingle", "v1"),
  ...["vmselect", "vminsert", "vmstorage"].map((pod) => victoria("VMCluster", `spec.${pod}`, pod, "v1beta1", pod)),
  ...["vlselect", "vlinsert", "vlstorage"].map((pod) => victoria("VLCluster", `spec.${pod}`, pod, "v1", pod)),
].map((row) => ({ ...row, controllerDefault: strictSecurity }));

/** Which of Jaeger's components there are, by `strategy`. jaegertracing/jaeger-operator: apis/v1/deployment_strategy.go, pkg/strategy/controller.go. */
const jaegerComponents = [
  ["allInOne", "jaeger", ["", "allinone", "all-in-one"]],
  ["collector", "jaeger-collector", ["production", "streaming"]],
  ["query", "jaeger-query", ["production", "streaming"]],
  ["ingester", "jaeger-ingester", ["streaming"]],
] as const;

const jaeger = ([component, name, strategies]: (typeof jaegerComponents)[number]): KindRow => ({
  groups: ["jaegertracing.io"],
  kind: "Jaeger",
  path: "spec",
  pod: component,
  shape: operatorPod(`\`securityContext\` of \`${component}\` for the pod, \`containerSecurityContext\` for its container; else those for all`, {
    when: { field: "strategy", is: strategies },
    context: [`${component}.securityContext`, "securityContext"],
    containers: [{ name, at: component, field: "containerSecurityContext", otherwise: "containerSecurityContext" }],
  }),
  source: `jaegertracing/jaeger-operator: pkg/deployment, pkg/util/util.go (Merge)`,
});

/** kube-logging/logging-operator: pkg/sdk/logging/api/v1beta1/fluentd_types.go (SetDefaults). */
const fluentdDefault: ControllerDefault = { profile: "RuntimeDefault", by: "the Logging operator", certain: true, yieldsTo: "profile", level: "pod" };

const loggingFluentd = (kind: string, path: string): KindRow => ({
  groups: ["logging.banzaicloud.io"],
  kind,
  path,
  ...(kind === "Logging" ? { pod: "fluentd" } : {}),
  shape: operatorPod("`security.podSecurityContext` for the pod, `security.securityContext` for its main container", { context: "security.podSecurityContext", containers: [{ name: "fluentd", at: "security" }] }),
  controllerDefault: fluentdDefault,
  source: "kube-logging/logging-operator: pkg/resources/fluentd/statefulset.go, pkg/sdk/logging/api/v1beta1/fluentd_types.go (SetDefaults)",
});

const loggingFluentBit = (kind: string, path: string): KindRow => ({
  groups: ["logging.banzaicloud.io"],
  kind,
  path,
  ...(kind === "Logging" ? { pod: "fluentbit" } : {}),
  // The pod takes the profile of the container's context; `podSecurityContext` gives it users and groups alone.
  shape: operatorPod("`security.securityContext`, of which the pod takes the profile", { context: "security.securityContext", containers: [{ name: "fluent-bit", at: "security" }] }),
  source: "kube-logging/logging-operator: pkg/resources/fluentbit/daemonset.go",
});

export const observabilityKinds: readonly KindRow[] = [
  prometheus("Prometheus", "v1", "prometheus"),
  prometheus("PrometheusAgent", "v1alpha1", "prometheus"),
  prometheus("Alertmanager", "v1", "alertmanager"),
  prometheus("ThanosRuler", "v1", "thanos-ruler"),
  {
    groups: ["grafana.integreatly.org"],
    kind: "Grafana",
    path: "spec",
    shape: patchedTemplateAt("deployment.spec.template", "external"),
    generates: ["grafana"],
    controllerDefault: grafanaDefault,
    source: "grafana/grafana-operator: controllers/reconcilers/grafana/deployment_reconciler.go (getDeploymentSpec, getDefaultPodSecurityContext)",
  },
  {
    groups: ["opentelemetry.io"],
    kind: "OpenTelemetryCollector",
    path: "spec",
    shape: collector("otc-container"),
    note: "of mode `sidecar` the container is put into pods of others",
    source: catalogue("opentelemetry.io/opentelemetrycollector_v1beta1"),
  },
  {
    groups: ["opentelemetry.io"],
    kind: "OpenTelemetryCollector",
    path: "spec.targetAllocator",
    pod: "targetAllocator",
    shape: collector("ta-container"),
    source: catalogue("opentelemetry.io/opentelemetrycollector_v1beta1"),
  },
  { groups: ["opentelemetry.io"], kind: "TargetAllocator", path: "spec", shape: collector("ta-container"), source: catalogue("opentelemetry.io/targetallocator_v1alpha1") },
  { groups: ["opentelemetry.io"], kind: "OpAMPBridge", path: "spec", shape: collector("opamp-bridge-container"), source: catalogue("opentelemetry.io/opampbridge_v1alpha1") },
  ...["FluentBit", "Fluentd"].map(
    (kind): KindRow => ({
      groups: kind === "FluentBit" ? ["fluentbit.fluent.io"] : ["fluentd.fluent.io"],
      kind,
      path: "spec",
      shape: operatorPod("`securityContext` for the pod, `containerSecurityContext` for its main container", {
        context: "securityContext",
        containers: [{ name: kind === "FluentBit" ? "fluent-bit" : "fluentd", field: "containerSecurityContext" }],
        lists: { initContainers: "init" },
      }),
      source: catalogue(kind === "FluentBit" ? "fluentbit.fluent.io/fluentbit_v1alpha2" : "fluentd.fluent.io/fluentd_v1alpha1"),
    }),
  ),
  { groups: ["tempo.grafana.com"], kind: "TempoMonolithic", path: "spec", shape: operatorPod("`podSecurityContext`", { context: "podSecurityContext", containers: [{ name: "tempo", at: "none" }] }), source: catalogue("tempo.grafana.com/tempomonolithic_v1alpha1") },
  ...jaegerComponents.map(jaeger),
  loggingFluentd("Logging", "spec.fluentd"),
  loggingFluentd("FluentdConfig", "spec"),
  loggingFluentBit("Logging", "spec.fluentbit"),
  loggingFluentBit("FluentbitAgent", "spec"),
  ...victoriaKinds,
];
