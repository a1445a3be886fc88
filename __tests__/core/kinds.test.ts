// One row per kind: a pod with a profile on the base and without on the head, where its controller looks for it. Paths are spelled out
// here a second time, as they are in the source that each row names.

import { describe, expect, it } from "@jest/globals";
import { direction } from "../../src/core/diff.ts";
import { kinds, podsByRow, rowsOf } from "../../src/core/kinds.ts";
import { entriesOf, inShort, inventoryOf } from "./manifests.ts";
import { operatorStories, type Story } from "./operator-stories.ts";

type Path = readonly (string | number)[];

const parse = (path: string): Path => path.split(/\.|(?=\[)/).map((part) => (part.startsWith("[") ? Number(part.slice(1, -1)) : part));

/** An object in which a value stands at a path, with names for the entries of lists. */
function put(path: Path, value: unknown, into: unknown = undefined): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof first === "number") return [{ name: "one", ...(put(rest, value) as object) }];
  const object = (into ?? {}) as Record<string, unknown>;
  return { ...object, [first]: put(rest, value, object[first]) };
}

const confined = { seccompProfile: { type: "RuntimeDefault" } };

/** An object of a kind whose pod spec stands at a path, with a profile of the pod's or without. */
function objectWith(apiVersion: string, kind: string, specPath: string, securityContext?: object): string {
  const spec = { ...(securityContext === undefined ? {} : { securityContext }), containers: [{ name: "app", image: "x" }] };
  return JSON.stringify(put(parse(specPath), spec, { apiVersion, kind, metadata: { name: "it", namespace: "shop" } }));
}

/** [apiVersion, kind, path of the pod spec, name of the pod or null, source] */
const podSpecs: readonly (readonly [string, string, string, string | null, string])[] = [
  ["v1", "Pod", "spec", null, "kubernetes/api: core/v1/types.go (Pod)"],
  ["v1", "PodTemplate", "template.spec", null, "kubernetes/api: core/v1/types.go (PodTemplate)"],
  ["v1", "ReplicationController", "spec.template.spec", null, "kubernetes/api: core/v1/types.go (ReplicationControllerSpec)"],
  ["apps/v1", "ReplicaSet", "spec.template.spec", null, "kubernetes/api: apps/v1/types.go"],
  ["apps/v1", "Deployment", "spec.template.spec", null, "kubernetes/api: apps/v1/types.go"],
  ["apps/v1", "StatefulSet", "spec.template.spec", null, "kubernetes/api: apps/v1/types.go"],
  ["apps/v1", "DaemonSet", "spec.template.spec", null, "kubernetes/api: apps/v1/types.go"],
  ["batch/v1", "Job", "spec.template.spec", null, "kubernetes/api: batch/v1/types.go"],
  ["batch/v1", "CronJob", "spec.jobTemplate.spec.template.spec", null, "kubernetes/api: batch/v1/types.go"],
  ["apps.openshift.io/v1", "DeploymentConfig", "spec.template.spec", null, "openshift/api: apps/v1/types.go"],
  ["operators.coreos.com/v1alpha1", "ClusterServiceVersion", "spec.install.spec.deployments[0].spec.template.spec", "one", "operator-framework/api: pkg/operators/v1alpha1/clusterserviceversion_types.go"],
  ["argoproj.io/v1alpha1", "Rollout", "spec.template.spec", null, "argoproj/argo-rollouts: pkg/apis/rollouts/v1alpha1/types.go"],
  ["argoproj.io/v1alpha1", "Experiment", "spec.templates[0].template.spec", "one", "argoproj/argo-rollouts: pkg/apis/rollouts/v1alpha1/experiment_types.go"],
  ["argoproj.io/v1alpha1", "AnalysisTemplate", "spec.metrics[0].provider.job.spec.template.spec", "one", "argoproj/argo-rollouts: pkg/apis/rollouts/v1alpha1/analysis_types.go"],
  ["argoproj.io/v1alpha1", "ClusterAnalysisTemplate", "spec.metrics[0].provider.job.spec.template.spec", "one", "argoproj/argo-rollouts: pkg/apis/rollouts/v1alpha1/analysis_types.go"],
  ["argoproj.io/v1alpha1", "AnalysisRun", "spec.metrics[0].provider.job.spec.template.spec", "one", "argoproj/argo-rollouts: pkg/apis/rollouts/v1alpha1/analysis_types.go"],
  ["apps.kruise.io/v1alpha1", "CloneSet", "spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/cloneset_types.go"],
  ["apps.kruise.io/v1beta1", "StatefulSet", "spec.template.spec", null, "openkruise/kruise: apis/apps/v1beta1/statefulset_types.go"],
  ["apps.kruise.io/v1alpha1", "DaemonSet", "spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/daemonset_types.go"],
  ["apps.kruise.io/v1alpha1", "BroadcastJob", "spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/broadcastjob_types.go"],
  ["apps.kruise.io/v1alpha1", "UnitedDeployment", "spec.template.statefulSetTemplate.spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/uniteddeployment_types.go"],
  ["apps.kruise.io/v1alpha1", "UnitedDeployment", "spec.template.advancedStatefulSetTemplate.spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/uniteddeployment_types.go"],
  ["apps.kruise.io/v1alpha1", "UnitedDeployment", "spec.template.cloneSetTemplate.spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/uniteddeployment_types.go"],
  ["apps.kruise.io/v1alpha1", "UnitedDeployment", "spec.template.deploymentTemplate.spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/uniteddeployment_types.go"],
  ["apps.kruise.io/v1alpha1", "AdvancedCronJob", "spec.template.jobTemplate.spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/advancedcronjob_types.go"],
  ["apps.kruise.io/v1alpha1", "AdvancedCronJob", "spec.template.broadcastJobTemplate.spec.template.spec", null, "openkruise/kruise: apis/apps/v1alpha1/advancedcronjob_types.go"],
  ["keda.sh/v1alpha1", "ScaledJob", "spec.jobTargetRef.template.spec", null, "kedacore/keda: apis/keda/v1alpha1/scaledjob_types.go"],
  ["jobset.x-k8s.io/v1alpha2", "JobSet", "spec.replicatedJobs[0].template.spec.template.spec", "one", "kubernetes-sigs/jobset: api/jobset/v1alpha2/jobset_types.go"],
  ["kueue.x-k8s.io/v1beta1", "Workload", "spec.podSets[0].template.spec", "one", "kubernetes-sigs/kueue: apis/kueue/v1beta1/workload_types.go"],
  ["leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", "spec.leaderWorkerTemplate.leaderTemplate.spec", "leader", "kubernetes-sigs/lws: api/leaderworkerset/v1/leaderworkerset_types.go"],
  ["leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", "spec.leaderWorkerTemplate.workerTemplate.spec", "worker", "kubernetes-sigs/lws: api/leaderworkerset/v1/leaderworkerset_types.go"],
  ["disaggregatedset.x-k8s.io/v1", "DisaggregatedSet", "spec.roles[0].spec.leaderWorkerTemplate.leaderTemplate.spec", "leader/one", "kubernetes-sigs/lws: api/disaggregatedset"],
  ["disaggregatedset.x-k8s.io/v1", "DisaggregatedSet", "spec.roles[0].spec.leaderWorkerTemplate.workerTemplate.spec", "worker/one", "kubernetes-sigs/lws: api/disaggregatedset"],
  ["kubeflow.org/v1", "TFJob", "spec.tfReplicaSpecs.Worker.template.spec", "Worker", "kubeflow/training-operator: pkg/apis/kubeflow.org/v1/tensorflow_types.go"],
  ["kubeflow.org/v1", "PyTorchJob", "spec.pytorchReplicaSpecs.Master.template.spec", "Master", "kubeflow/training-operator: pkg/apis/kubeflow.org/v1/pytorch_types.go"],
  ["kubeflow.org/v2beta1", "MPIJob", "spec.mpiReplicaSpecs.Launcher.template.spec", "Launcher", "kubeflow/mpi-operator: pkg/apis/kubeflow/v2beta1/types.go"],
  ["kubeflow.org/v1", "XGBoostJob", "spec.xgbReplicaSpecs.Master.template.spec", "Master", "kubeflow/training-operator: pkg/apis/kubeflow.org/v1/xgboost_types.go"],
  ["kubeflow.org/v1", "PaddleJob", "spec.paddleReplicaSpecs.Worker.template.spec", "Worker", "kubeflow/training-operator: pkg/apis/kubeflow.org/v1/paddlepaddle_types.go"],
  ["kubeflow.org/v1", "JAXJob", "spec.jaxReplicaSpecs.Worker.template.spec", "Worker", "kubeflow/training-operator: pkg/apis/kubeflow.org/v1/jax_types.go"],
  ["kubeflow.org/v1", "MXJob", "spec.mxReplicaSpecs.Worker.template.spec", "Worker", "kubeflow/training-operator: pkg/apis/kubeflow.org/v1/mxnet_types.go"],
  ["kubeflow.org/v1", "Notebook", "spec.template.spec", null, "kubeflow/kubeflow: components/notebook-controller/api/v1/notebook_types.go"],
  ["trainer.kubeflow.org/v1alpha1", "TrainingRuntime", "spec.template.spec.replicatedJobs[0].template.spec.template.spec", "one", "kubeflow/trainer: pkg/apis/trainer/v1alpha1/trainingruntime_types.go"],
  ["trainer.kubeflow.org/v1alpha1", "ClusterTrainingRuntime", "spec.template.spec.replicatedJobs[0].template.spec.template.spec", "one", "kubeflow/trainer: pkg/apis/trainer/v1alpha1/trainingruntime_types.go"],
  ["batch.volcano.sh/v1alpha1", "Job", "spec.tasks[0].template.spec", "one", "volcano-sh/apis: pkg/apis/batch/v1alpha1/job.go"],
  ["batch.volcano.sh/v1alpha1", "CronJob", "spec.jobTemplate.spec.tasks[0].template.spec", "one", "volcano-sh/apis: pkg/apis/batch/v1alpha1/cronjob.go"],
  ["flow.volcano.sh/v1alpha1", "JobTemplate", "spec.tasks[0].template.spec", "one", "volcano-sh/apis: pkg/apis/flow/v1alpha1/jobtemplate_types.go"],
  ["db.atlasgo.io/v1alpha1", "AtlasSchema", "spec.devDB.spec", "devDB", "datreeio/CRDs-catalog: db.atlasgo.io/atlasschema_v1alpha1.json"],
  ["db.atlasgo.io/v1alpha1", "AtlasMigration", "spec.devDB.spec", "devDB", "datreeio/CRDs-catalog: db.atlasgo.io/atlasmigration_v1alpha1.json"],
  ["ray.io/v1", "RayCluster", "spec.headGroupSpec.template.spec", "head", "ray-project/kuberay: ray-operator/apis/ray/v1/raycluster_types.go"],
  ["ray.io/v1", "RayCluster", "spec.workerGroupSpecs[0].template.spec", "worker/one", "ray-project/kuberay: ray-operator/apis/ray/v1/raycluster_types.go"],
  ["ray.io/v1", "RayJob", "spec.rayClusterSpec.headGroupSpec.template.spec", "head", "ray-project/kuberay: ray-operator/apis/ray/v1/rayjob_types.go"],
  ["ray.io/v1", "RayJob", "spec.rayClusterSpec.workerGroupSpecs[0].template.spec", "worker/one", "ray-project/kuberay: ray-operator/apis/ray/v1/rayjob_types.go"],
  ["ray.io/v1", "RayJob", "spec.submitterPodTemplate.spec", "submitter", "ray-project/kuberay: ray-operator/apis/ray/v1/rayjob_types.go"],
  ["ray.io/v1", "RayService", "spec.rayClusterConfig.headGroupSpec.template.spec", "head", "ray-project/kuberay: ray-operator/apis/ray/v1/rayservice_types.go"],
  ["ray.io/v1", "RayService", "spec.rayClusterConfig.workerGroupSpecs[0].template.spec", "worker/one", "ray-project/kuberay: ray-operator/apis/ray/v1/rayservice_types.go"],
  ["ray.io/v1", "RayCronJob", "spec.jobTemplate.rayClusterSpec.headGroupSpec.template.spec", "head", "ray-project/kuberay: ray-operator/apis/ray/v1/raycronjob_types.go"],
  ["ray.io/v1", "RayCronJob", "spec.jobTemplate.rayClusterSpec.workerGroupSpecs[0].template.spec", "worker/one", "ray-project/kuberay: ray-operator/apis/ray/v1/raycronjob_types.go"],
  ["serving.knative.dev/v1", "Service", "spec.template.spec", null, "knative/serving: pkg/apis/serving/v1/service_types.go"],
  ["serving.knative.dev/v1", "Configuration", "spec.template.spec", null, "knative/serving: pkg/apis/serving/v1/configuration_types.go"],
  ["serving.knative.dev/v1", "Revision", "spec", null, "knative/serving: pkg/apis/serving/v1/revision_types.go"],
  ["serving.kserve.io/v1beta1", "InferenceService", "spec.predictor", "predictor", "kserve/kserve: pkg/apis/serving/v1beta1/inference_service.go"],
  ["serving.kserve.io/v1beta1", "InferenceService", "spec.transformer", "transformer", "kserve/kserve: pkg/apis/serving/v1beta1/inference_service.go"],
  ["serving.kserve.io/v1beta1", "InferenceService", "spec.explainer", "explainer", "kserve/kserve: pkg/apis/serving/v1beta1/inference_service.go"],
  ["serving.kserve.io/v1beta1", "InferenceService", "spec.predictor.workerSpec", "worker", "kserve/kserve: pkg/apis/serving/v1beta1/predictor.go"],
  ["serving.kserve.io/v1alpha1", "ServingRuntime", "spec", null, "kserve/kserve: pkg/apis/serving/v1alpha1/servingruntime_types.go"],
  ["serving.kserve.io/v1alpha1", "ClusterServingRuntime", "spec", null, "kserve/kserve: pkg/apis/serving/v1alpha1/servingruntime_types.go"],
  ["agones.dev/v1", "GameServer", "spec.template.spec", null, "googleforgames/agones: pkg/apis/agones/v1/gameserver.go"],
  ["agones.dev/v1", "GameServerSet", "spec.template.spec.template.spec", null, "googleforgames/agones: pkg/apis/agones/v1/gameserverset.go"],
  ["agones.dev/v1", "Fleet", "spec.template.spec.template.spec", null, "googleforgames/agones: pkg/apis/agones/v1/fleet.go"],
  ["core.strimzi.io/v1beta2", "StrimziPodSet", "spec.pods[0].spec", "one", "strimzi/strimzi-kafka-operator: api, StrimziPodSetSpec.java"],
  ["postgresql.cnpg.io/v1", "Pooler", "spec.template.spec", null, "cloudnative-pg/cloudnative-pg: api/v1/pooler_types.go"],
  ["hivemq.com/v1", "HiveMQPlatform", "spec.statefulSet.spec.template.spec", null, "datreeio/CRDs-catalog: hivemq.com/hivemqplatform_v1.json"],
  ["pkg.crossplane.io/v1beta1", "DeploymentRuntimeConfig", "spec.deploymentTemplate.spec.template.spec", null, "crossplane/crossplane: apis/pkg/v1beta1/deployment_runtime_config_types.go"],
  ["actions.github.com/v1alpha1", "AutoscalingRunnerSet", "spec.template.spec", "runner", "actions/actions-runner-controller: apis/actions.github.com/v1alpha1/autoscalingrunnerset_types.go"],
  ["actions.github.com/v1alpha1", "AutoscalingRunnerSet", "spec.listenerTemplate.spec", "listener", "actions/actions-runner-controller: apis/actions.github.com/v1alpha1/autoscalingrunnerset_types.go"],
  ["actions.github.com/v1alpha1", "AutoscalingListener", "spec.template.spec", null, "actions/actions-runner-controller: apis/actions.github.com/v1alpha1/autoscalinglistener_types.go"],
  ["actions.github.com/v1alpha1", "EphemeralRunnerSet", "spec.ephemeralRunnerSpec.spec", null, "actions/actions-runner-controller: apis/actions.github.com/v1alpha1/ephemeralrunnerset_types.go"],
  ["actions.github.com/v1alpha1", "EphemeralRunner", "spec.spec", null, "actions/actions-runner-controller: apis/actions.github.com/v1alpha1/ephemeralrunner_types.go"],
  ["actions.summerwind.dev/v1alpha1", "Runner", "spec", null, "actions/actions-runner-controller: apis/actions.summerwind.net/v1alpha1/runner_types.go"],
  ["actions.summerwind.dev/v1alpha1", "RunnerDeployment", "spec.template.spec", null, "actions/actions-runner-controller: apis/actions.summerwind.net/v1alpha1/runnerdeployment_types.go"],
  ["actions.summerwind.dev/v1alpha1", "RunnerReplicaSet", "spec.template.spec", null, "actions/actions-runner-controller: apis/actions.summerwind.net/v1alpha1/runnerreplicaset_types.go"],
  ["actions.summerwind.dev/v1alpha1", "RunnerSet", "spec.template.spec", null, "actions/actions-runner-controller: apis/actions.summerwind.net/v1alpha1/runnerset_types.go"],
  ["k8up.io/v1", "PreBackupPod", "spec.pod.spec", null, "k8up-io/k8up: api/v1/pod_config_types.go"],
  ["elasticsearch.k8s.elastic.co/v1", "Elasticsearch", "spec.nodeSets[0].podTemplate.spec", "one", "elastic/cloud-on-k8s: pkg/apis/elasticsearch/v1/elasticsearch_types.go"],
  ["kibana.k8s.elastic.co/v1", "Kibana", "spec.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/kibana/v1/kibana_types.go"],
  ["apm.k8s.elastic.co/v1", "ApmServer", "spec.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/apm/v1/apmserver_types.go"],
  ["enterprisesearch.k8s.elastic.co/v1", "EnterpriseSearch", "spec.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/enterprisesearch/v1/enterprisesearch_types.go"],
  ["logstash.k8s.elastic.co/v1alpha1", "Logstash", "spec.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/logstash/v1alpha1/logstash_types.go"],
  ["maps.k8s.elastic.co/v1alpha1", "ElasticMapsServer", "spec.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/maps/v1alpha1/maps_types.go"],
  ["beat.k8s.elastic.co/v1beta1", "Beat", "spec.deployment.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/beat/v1beta1/beat_types.go"],
  ["beat.k8s.elastic.co/v1beta1", "Beat", "spec.daemonSet.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/beat/v1beta1/beat_types.go"],
  ["agent.k8s.elastic.co/v1alpha1", "Agent", "spec.deployment.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/agent/v1alpha1/agent_types.go"],
  ["agent.k8s.elastic.co/v1alpha1", "Agent", "spec.daemonSet.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/agent/v1alpha1/agent_types.go"],
  ["agent.k8s.elastic.co/v1alpha1", "Agent", "spec.statefulSet.podTemplate.spec", null, "elastic/cloud-on-k8s: pkg/apis/agent/v1alpha1/agent_types.go"],
  ["rabbitmq.com/v1beta1", "RabbitmqCluster", "spec.override.statefulSet.spec.template.spec", null, "rabbitmq/cluster-operator: api/v1beta1/rabbitmqcluster_types.go"],
  ["monitoring.coreos.com/v1", "Prometheus", "spec", null, "prometheus-operator/prometheus-operator: pkg/apis/monitoring/v1/prometheus_types.go"],
  ["monitoring.coreos.com/v1alpha1", "PrometheusAgent", "spec", null, "prometheus-operator/prometheus-operator: pkg/apis/monitoring/v1alpha1/prometheusagent_types.go"],
  ["monitoring.coreos.com/v1", "Alertmanager", "spec", null, "prometheus-operator/prometheus-operator: pkg/apis/monitoring/v1/alertmanager_types.go"],
  ["monitoring.coreos.com/v1", "ThanosRuler", "spec", null, "prometheus-operator/prometheus-operator: pkg/apis/monitoring/v1/thanos_types.go"],
  ...["VMSingle", "VMAgent", "VMAlert", "VMAlertmanager", "VMAuth"].map((kind) => ["operator.victoriametrics.com/v1beta1", kind, "spec", null, "VictoriaMetrics/operator: api/operator/v1beta1"] as const),
  ...["VLSingle", "VLAgent", "VTSingle"].map((kind) => ["operator.victoriametrics.com/v1", kind, "spec", null, "VictoriaMetrics/operator: api/operator/v1"] as const),
  ...["vmselect", "vminsert", "vmstorage"].map((part) => ["operator.victoriametrics.com/v1beta1", "VMCluster", `spec.${part}`, part, "VictoriaMetrics/operator: api/operator/v1beta1/vmcluster_types.go"] as const),
  ...["vlselect", "vlinsert", "vlstorage"].map((part) => ["operator.victoriametrics.com/v1", "VLCluster", `spec.${part}`, part, "VictoriaMetrics/operator: api/operator/v1/vlcluster_types.go"] as const),
];

// knative/serving: pkg/apis/serving/v1/revision_defaults.go (applyDefaultContainerNames)
describe("containers without a name", () => {
  const service = (...containers: readonly object[]) => JSON.stringify({ apiVersion: "serving.knative.dev/v1", kind: "Service", metadata: { name: "s" }, spec: { template: { spec: { containers, initContainers: [{ image: "i" }] } } } });
  it.each<[string, readonly object[], readonly string[]]>([
    ["one", [{}], ["user-container"]],
    ["one beside another", [{}, { name: "a" }], ["user-container-0", "a"]],
    ["several, one of whose names is taken", [{}, { name: "user-container-0" }, {}], ["user-container-1", "user-container-0", "user-container-2"]],
    ["one with a name", [{ name: "a" }], ["a"]],
  ])("get one from Knative: %s", (_, containers, names) => {
    expect(entriesOf(service(...containers)).map(({ container: { type, name } }) => `${type} ${name}`)).toEqual(["init init-container", ...names.map((name) => `container ${name}`)]);
  });

  it("get none from Kubernetes", () => {
    expect(entriesOf(JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers: [{ image: "i" }] } })).map(({ container: { name } }) => name)).toEqual([""]);
  });
});

const clusterScoped = ["ClusterAnalysisTemplate", "ClusterTrainingRuntime", "ClusterServingRuntime", "DeploymentRuntimeConfig", "ClusterWorkflowTemplate", "ClusterTask", "SidecarSet", "ControllerConfig", "ClusterIssuer", "ProxyClass"];

describe("kinds with a pod spec", () => {
  it.each(podSpecs)("%s %s at %s (pod %s), by %s", (apiVersion, kind, path, pod) => {
    const app = (text: string) => entriesOf(text).filter(({ container }) => container.name === "app");
    const [base, ...others] = app(objectWith(apiVersion, kind, path, confined));
    const [head] = app(objectWith(apiVersion, kind, path));
    expect(others).toEqual([]);
    expect(base?.posture === undefined ? null : inShort(base.posture)).toBe(`RuntimeDefault pod-field ${path}.securityContext.seccompProfile`);
    expect(head?.posture === undefined ? null : inShort(head.posture)).toBe("Unset none -");
    expect(base?.container.pod ?? null).toBe(pod);
    expect([base?.foundBy, head?.foundBy, head?.key]).toEqual(["kind", "kind", base?.key]);
    expect(base?.workload.namespace).toBe(clusterScoped.includes(kind) ? null : "shop");
    if (base !== undefined && head !== undefined) expect(direction(base.posture, head.posture)).toBe("weakened");
  });
});

/** Containers of one object, one line each: `pod/type/name: profile cause decidedBy`. */
function lines(apiVersion: string, kind: string, body: object): readonly string[] {
  const text = JSON.stringify({ apiVersion, kind, metadata: { name: "it" }, ...body });
  // What an engine prints is read only when it may hold a pod: no kind may get lost on that way.
  const found = entriesOf(text, { origin: "rendered" });
  return found.map(({ container: { pod, type, name }, posture }) => `${pod === undefined ? "" : `${pod}/`}${type} ${name}: ${inShort(posture)}`);
}

const unconfined = { seccompProfile: { type: "Unconfined" } };
const privileged = { privileged: true };
const of = (securityContext: object) => ({ securityContext });

const workflow = "argoproj/argo-workflows: workflow/controller/workflowpod.go (setupPodSpec: a template's security context takes the workflow's place)";
const tekton = "tektoncd/pipeline: pkg/pod/pod.go, pkg/apis/pipeline/v1/merge.go";
const strimzi = "strimzi/strimzi-kafka-operator: api, KafkaClusterTemplate.java and others";

/** Kinds of other shapes. */
const stories: readonly Story[] = [
  ...["Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate"].map((kind): Story => ({
    api: "argoproj.io/v1alpha1",
    kind,
    source: workflow,
    base: {
      spec: {
        ...of(confined),
        templates: [
          { name: "build", container: { image: "x" }, sidecars: [{ name: "side" }], initContainers: [{ name: "prepare" }] },
          { name: "script", script: { image: "x", ...of(unconfined) } },
          { name: "set", containerSet: { containers: [{ name: "a" }, { name: "b", ...of(privileged) }] } },
          { name: "all", dag: { tasks: [{ name: "t", inline: { container: { image: "x" } } }, { name: "u", template: "build" }] } },
          { name: "steps", steps: [[{ name: "s", inline: { script: {} } }]] },
        ],
      },
    },
    baseLines: [
      "build/init prepare: RuntimeDefault pod-field spec.securityContext.seccompProfile",
      "build/container main: RuntimeDefault pod-field spec.securityContext.seccompProfile",
      "build/container side: RuntimeDefault pod-field spec.securityContext.seccompProfile",
      "script/container main: Unconfined container-field spec.templates[1].script.securityContext.seccompProfile",
      "set/container a: RuntimeDefault pod-field spec.securityContext.seccompProfile",
      "set/container b: Unconfined privileged spec.templates[2].containerSet.containers[1].securityContext.privileged",
      "all/t/container main: RuntimeDefault pod-field spec.securityContext.seccompProfile",
      "steps/s/container main: RuntimeDefault pod-field spec.securityContext.seccompProfile",
    ],
    head: {
      spec: {
        ...of(confined),
        templateDefaults: { container: of(unconfined), script: of(unconfined) },
        templates: [
          { name: "build", container: { image: "x", ...of(confined) } },
          { name: "other", container: { image: "x" } },
          { name: "own", container: of({ runAsUser: 1 }), ...of({ runAsUser: 1 }) },
          { name: "resource", resource: {} },
          "x",
        ],
      },
    },
    headLines: [
      "build/container main: RuntimeDefault container-field spec.templates[0].container.securityContext.seccompProfile",
      "other/container main: Unconfined container-field spec.templateDefaults.container.securityContext.seccompProfile",
      "own/container main: Unconfined container-field spec.templateDefaults.container.securityContext.seccompProfile",
    ],
  })),
  {
    api: "argoproj.io/v1alpha1",
    kind: "CronWorkflow",
    source: workflow,
    base: { spec: { workflowSpec: { templates: [{ name: "a", ...of(confined), container: {} }] } } },
    baseLines: ["a/container main: RuntimeDefault pod-field spec.workflowSpec.templates[0].securityContext.seccompProfile"],
    // The template's context is there, so that the workflow's does not count, whatever it says.
    head: { spec: { workflowSpec: { ...of(confined), templates: [{ name: "a", ...of({ runAsUser: 1 }), container: {} }] } } },
    headLines: ["a/container main: Unset none -"],
  },
  {
    api: "argoproj.io/v1alpha1",
    kind: "ExecutorPlugin",
    source: "argoproj/argo-workflows: pkg/plugins/spec/plugin_types.go",
    base: { spec: { sidecar: { container: { name: "plugin", ...of(confined) } } } },
    baseLines: ["container plugin: RuntimeDefault container-field spec.sidecar.container.securityContext.seccompProfile"],
    head: { spec: { sidecar: { container: { name: "plugin" } } } },
    headLines: ["container plugin: NotApplicable inherits -"],
  },
  ...["Sensor", "EventSource"].map((kind): Story => ({
    api: "argoproj.io/v1alpha1",
    kind,
    source: "argoproj/argo-events: pkg/apis/events/v1alpha1/common.go (Template)",
    base: { spec: { template: of(confined) } },
    baseLines: ["container main: RuntimeDefault pod-field spec.template.securityContext.seccompProfile"],
    head: { spec: { template: { container: of(privileged) } } },
    headLines: ["container main: Unconfined privileged spec.template.container.securityContext.privileged"],
  })),
  ...["Task", "ClusterTask"].map((kind): Story => ({
    api: "tekton.dev/v1",
    kind,
    source: tekton,
    base: { spec: { stepTemplate: of(confined), steps: [{ name: "build" }, { image: "x" }, { name: "root", ...of(privileged) }], sidecars: [{ name: "docker" }] } },
    baseLines: [
      "container step-build: RuntimeDefault container-field spec.stepTemplate.securityContext.seccompProfile",
      "container step-unnamed-1: RuntimeDefault container-field spec.stepTemplate.securityContext.seccompProfile",
      "container step-root: Unconfined privileged spec.steps[2].securityContext.privileged",
      "container sidecar-docker: Unset none -",
    ],
    head: { spec: { stepTemplate: of(privileged), steps: [{ name: "build", ...of(confined) }, { name: "own", ...of({ privileged: false }) }] } },
    headLines: ["container step-build: Unconfined privileged spec.stepTemplate.securityContext.privileged", "container step-own: Unset none -"],
  })),
  {
    api: "tekton.dev/v1beta1",
    kind: "StepAction",
    source: "tektoncd/pipeline: pkg/apis/pipeline/v1beta1/stepaction_types.go",
    base: { spec: { image: "x", ...of(confined) } },
    baseLines: ["container step: RuntimeDefault container-field spec.securityContext.seccompProfile"],
    head: { spec: { image: "x" } },
    headLines: ["container step: NotApplicable inherits -"],
  },
  {
    api: "tekton.dev/v1",
    kind: "TaskRun",
    source: tekton,
    base: { spec: { podTemplate: of(confined), taskSpec: { steps: [{ name: "a" }] } } },
    baseLines: ["container step-a: RuntimeDefault pod-field spec.podTemplate.securityContext.seccompProfile"],
    head: { spec: { taskSpec: { steps: [{ name: "a" }] } } },
    headLines: ["container step-a: Unset none -"],
  },
  {
    api: "tekton.dev/v1",
    kind: "Pipeline",
    source: tekton,
    base: { spec: { tasks: [{ name: "t", taskSpec: { steps: [{ name: "a", ...of(confined) }] } }], finally: [{ name: "f", taskSpec: { steps: [{ name: "a" }] } }, { name: "g", taskRef: { name: "x" } }] } },
    baseLines: ["t/container step-a: RuntimeDefault container-field spec.tasks[0].taskSpec.steps[0].securityContext.seccompProfile", "f/container step-a: Unset none -"],
    head: { spec: { tasks: [{ name: "t", taskSpec: { steps: [{ name: "a", ...of(unconfined) }] } }] } },
    headLines: ["t/container step-a: Unconfined container-field spec.tasks[0].taskSpec.steps[0].securityContext.seccompProfile"],
  },
  {
    api: "tekton.dev/v1",
    kind: "PipelineRun",
    source: tekton,
    base: {
      spec: {
        taskRunTemplate: { podTemplate: of(confined) },
        taskRunSpecs: [{ pipelineTaskName: "u", podTemplate: of(unconfined) }],
        pipelineSpec: { tasks: [{ name: "t", taskSpec: { steps: [{ name: "a" }] } }, { name: "u", taskSpec: { steps: [{ name: "a" }] } }] },
      },
    },
    baseLines: [
      "t/container step-a: RuntimeDefault pod-field spec.taskRunTemplate.podTemplate.securityContext.seccompProfile",
      "u/container step-a: Unconfined pod-field spec.taskRunSpecs[0].podTemplate.securityContext.seccompProfile",
    ],
    head: { spec: { podTemplate: of(confined), taskRunSpecs: [{ pipelineTaskName: "t", taskPodTemplate: of(unconfined) }], pipelineSpec: { finally: [{ name: "t", taskSpec: { steps: [{ name: "a" }] } }, { name: "v", taskSpec: { steps: [{ name: "a" }] } }] } } },
    headLines: [
      "t/container step-a: Unconfined pod-field spec.taskRunSpecs[0].taskPodTemplate.securityContext.seccompProfile",
      "v/container step-a: RuntimeDefault pod-field spec.podTemplate.securityContext.seccompProfile",
    ],
  },
  {
    api: "apps.kruise.io/v1alpha1",
    kind: "SidecarSet",
    source: "openkruise/kruise: apis/apps/v1alpha1/sidecarset_types.go",
    base: { spec: { containers: [{ name: "a", ...of(confined) }], initContainers: [{ name: "b" }] } },
    baseLines: ["init b: NotApplicable inherits -", "container a: RuntimeDefault container-field spec.containers[0].securityContext.seccompProfile"],
    // No field of a SidecarSet gives its containers a pod's profile.
    head: { spec: { ...of(confined), containers: [{ name: "a", ...of(privileged) }] } },
    headLines: ["container a: Unconfined privileged spec.containers[0].securityContext.privileged"],
  },
  {
    api: "apps.kruise.io/v1alpha1",
    kind: "EphemeralJob",
    source: "openkruise/kruise: apis/apps/v1alpha1/ephemeraljob_types.go",
    base: { spec: { template: { ephemeralContainers: [{ name: "debug" }] } } },
    baseLines: ["ephemeral debug: NotApplicable inherits -"],
    head: { spec: { template: { ephemeralContainers: [{ name: "debug", ...of(unconfined) }] } } },
    headLines: ["ephemeral debug: Unconfined container-field spec.template.ephemeralContainers[0].securityContext.seccompProfile"],
  },
  {
    api: "trainer.kubeflow.org/v1alpha1",
    kind: "TrainJob",
    source: "kubeflow/trainer: pkg/apis/trainer/v1alpha1/trainjob_types.go",
    base: { spec: { podTemplateOverrides: [{ spec: { containers: [{ name: "node" }] } }] } },
    baseLines: ["override/0/container node: NotApplicable inherits -"],
    head: { spec: { runtimePatches: [{ trainingRuntimeSpec: { template: { spec: { replicatedJobs: [{ name: "node", template: { spec: { template: { spec: { ...of(unconfined), containers: [{ name: "node" }] } } } } }] } } } }] } },
    headLines: [
      "0/node/container node: Unconfined pod-field spec.runtimePatches[0].trainingRuntimeSpec.template.spec.replicatedJobs[0].template.spec.template.spec.securityContext.seccompProfile",
    ],
  },
  ...([
    ["RayCluster", "spec", ["spec"]],
    ["RayJob", "spec.rayClusterSpec", ["spec", "rayClusterSpec"]],
    ["RayService", "spec.rayClusterConfig", ["spec", "rayClusterConfig"]],
    ["RayCronJob", "spec.jobTemplate.rayClusterSpec", ["spec", "jobTemplate", "rayClusterSpec"]],
  ] as const).map(([kind, path, segments]): Story => {
    const head = { template: { spec: { ...of(confined), containers: [{ name: "ray-head" }] } } };
    const cluster = (more: object) => put(segments, { headGroupSpec: head, ...more }) as object;
    const rayHead = `head/container ray-head: RuntimeDefault pod-field ${path}.headGroupSpec.template.spec.securityContext.seccompProfile`;
    return {
      api: "ray.io/v1",
      kind,
      source: "ray-project/kuberay: ray-operator/controllers/ray/common/pod.go (BuildAutoscalerContainer)",
      base: cluster({ enableInTreeAutoscaling: true }),
      baseLines: [rayHead, `head/container autoscaler: RuntimeDefault pod-field ${path}.headGroupSpec.template.spec.securityContext.seccompProfile`],
      head: cluster({ enableInTreeAutoscaling: true, autoscalerOptions: of(unconfined) }),
      headLines: [rayHead, `head/container autoscaler: Unconfined container-field ${path}.autoscalerOptions.securityContext.seccompProfile`],
    };
  }),
  ...([
    ["SparkApplication", "spec", ["spec"], "driver"],
    ["ScheduledSparkApplication", "spec.template", ["spec", "template"], "driver"],
    ["SparkConnect", "spec", ["spec"], "server"],
  ] as const).map(([kind, path, segments, role]): Story => ({
    api: "sparkoperator.k8s.io/v1beta2",
    kind,
    source: "kubeflow/spark-operator: internal/webhook/sparkpod_defaulter.go",
    base: put(segments, { [role]: { podSecurityContext: confined, securityContext: { capabilities: {} }, sidecars: [{ name: "side" }] }, executor: { template: { spec: { ...of(confined), containers: [{ name: "spark-kubernetes-executor", ...of(unconfined) }, { name: "more" }] } } } }) as object,
    baseLines: [
      `${role}/container spark-kubernetes-driver: RuntimeDefault pod-field ${path}.${role}.podSecurityContext.seccompProfile`,
      `${role}/container side: RuntimeDefault pod-field ${path}.${role}.podSecurityContext.seccompProfile`,
      `executor/container spark-kubernetes-executor: Unconfined container-field ${path}.executor.template.spec.containers[0].securityContext.seccompProfile`,
      `executor/container more: RuntimeDefault pod-field ${path}.executor.template.spec.securityContext.seccompProfile`,
    ],
    // The trap: beside the pod's context the other one is the main container's, and says nothing for the sidecars.
    head: put(segments, { [role]: { securityContext: confined, sidecars: [{ name: "side" }], initContainers: [{ name: "prepare" }] } }) as object,
    headLines: [
      `${role}/init prepare: Unset none -`,
      `${role}/container spark-kubernetes-driver: RuntimeDefault container-field ${path}.${role}.securityContext.seccompProfile`,
      `${role}/container side: Unset none -`,
    ],
  })),
  ...([
    ["flink.apache.org/v1beta1", "FlinkDeployment", "spec", ["spec"]],
    ["flink.apache.org/v1beta1", "FlinkBlueGreenDeployment", "spec.template.spec", ["spec", "template", "spec"]],
    ["platform.confluent.io/v1beta1", "FlinkDeployment", "spec", ["spec"]],
  ] as const).map(([api, kind, path, segments]): Story => ({
    api,
    kind,
    source: "apache/flink-kubernetes-operator: FlinkDeploymentSpec.java (podTemplate)",
    base: put(segments, { podTemplate: { spec: of(confined) }, taskManager: { podTemplate: { spec: { containers: [{ name: "flink-main-container", ...of(unconfined) }] } } } }) as object,
    baseLines: [
      `jobManager/container flink-main-container: RuntimeDefault pod-field ${path}.podTemplate.spec.securityContext.seccompProfile`,
      `taskManager/container flink-main-container: Unconfined container-field ${path}.taskManager.podTemplate.spec.containers[0].securityContext.seccompProfile`,
    ],
    head: put(segments, { jobManager: { podTemplate: { spec: of({ runAsUser: 1 }) } }, podTemplate: { spec: { ...of({}), containers: [{ name: "flink-main-container", ...of(confined) }, { name: "log" }] } } }) as object,
    headLines: [
      `jobManager/container flink-main-container: RuntimeDefault container-field ${path}.podTemplate.spec.containers[0].securityContext.seccompProfile`,
      "jobManager/container log: Unset none -",
      `taskManager/container flink-main-container: RuntimeDefault container-field ${path}.podTemplate.spec.containers[0].securityContext.seccompProfile`,
      "taskManager/container log: Unset none -",
    ],
  })),
  ...["Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler"].map((kind): Story => {
    const main = { Prometheus: "prometheus", PrometheusAgent: "prometheus", Alertmanager: "alertmanager", ThanosRuler: "thanos-ruler" }[kind] ?? "";
    return {
      api: "monitoring.coreos.com/v1",
      kind,
      source: "prometheus-operator/prometheus-operator: Documentation/api.md (containers are merged by name over generated ones)",
      base: { spec: of(confined) },
      baseLines: [`container ${main}: RuntimeDefault pod-field spec.securityContext.seccompProfile`, "container config-reloader: RuntimeDefault pod-field spec.securityContext.seccompProfile"],
      head: { spec: { containers: [{ name: main, ...of(unconfined) }] } },
      headLines: [`container ${main}: Unconfined container-field spec.containers[0].securityContext.seccompProfile`, "container config-reloader: Unset none -"],
    };
  }),
  {
    api: "grafana.integreatly.org/v1beta1",
    kind: "Grafana",
    source: "grafana/grafana-operator: controllers/reconcilers/grafana/deployment_reconciler.go (getDefaultPodSecurityContext)",
    base: { spec: {} },
    baseLines: ["container grafana: RuntimeDefault none -"],
    head: { spec: { disableDefaultSecurityContext: "All", deployment: { spec: { template: { spec: { containers: [{ name: "grafana" }] } } } } } },
    headLines: ["container grafana: Unset none -"],
  },
  ...([
    ["opentelemetry.io/v1beta1", "OpenTelemetryCollector", "spec", ["spec"], "", "otc-container"],
    ["opentelemetry.io/v1beta1", "OpenTelemetryCollector", "spec.targetAllocator", ["spec", "targetAllocator"], "targetAllocator/", "ta-container"],
    ["opentelemetry.io/v1alpha1", "TargetAllocator", "spec", ["spec"], "", "ta-container"],
    ["opentelemetry.io/v1alpha1", "OpAMPBridge", "spec", ["spec"], "", "opamp-bridge-container"],
    ["pkg.crossplane.io/v1alpha1", "ControllerConfig", "spec", ["spec"], "", "package-runtime"],
    ["k8s.mariadb.com/v1alpha1", "MariaDB", "spec", ["spec"], "", "mariadb"],
    ["k8s.mariadb.com/v1alpha1", "MaxScale", "spec", ["spec"], "", "maxscale"],
    ["redis.redis.opstreelabs.in/v1beta2", "Redis", "spec", ["spec"], "", "it"],
    ["redis.redis.opstreelabs.in/v1beta2", "RedisReplication", "spec", ["spec"], "", "it"],
    ["redis.redis.opstreelabs.in/v1beta2", "RedisSentinel", "spec", ["spec"], "", "it-sentinel"],
  ] as const).map(([api, kind, path, segments, pod, name]): Story => {
    const also = pod === "" ? [] : ["container otc-container: Unset none -"];
    return {
      api,
      kind,
      source: "datreeio/CRDs-catalog (podSecurityContext is the pod's, securityContext the main container's)",
      base: put(segments, { podSecurityContext: confined, securityContext: { capabilities: {} } }) as object,
      baseLines: [...also, `${pod}container ${name}: RuntimeDefault pod-field ${path}.podSecurityContext.seccompProfile`],
      head: put(segments, { podSecurityContext: confined, securityContext: privileged }) as object,
      headLines: [...also, `${pod}container ${name}: Unconfined privileged ${path}.securityContext.privileged`],
    };
  }),
  ...([
    ["databases.spotahome.com/v1", "RedisFailover", "spec.redis", ["spec", "redis"], "redis/", "redis", "securityContext"],
    ["databases.spotahome.com/v1", "RedisFailover", "spec.sentinel", ["spec", "sentinel"], "sentinel/", "sentinel", "securityContext"],
    ["dragonflydb.io/v1alpha1", "Dragonfly", "spec", ["spec"], "", "dragonfly", "podSecurityContext"],
    ["apps.emqx.io/v2beta1", "EMQX", "spec.coreTemplate.spec", ["spec", "coreTemplate", "spec"], "coreTemplate/", "emqx", "podSecurityContext"],
    ["apps.emqx.io/v2beta1", "EMQX", "spec.replicantTemplate.spec", ["spec", "replicantTemplate", "spec"], "replicantTemplate/", "emqx", "podSecurityContext"],
    ["hivemq.com/v1", "HiveMQCluster", "spec", ["spec"], "", "hivemq", "podSecurityContext"],
    ["minio.min.io/v2", "Tenant", "spec.pools[0]", ["spec", "pools", 0], "one/", "minio", "securityContext"],
    ["fluentbit.fluent.io/v1alpha2", "FluentBit", "spec", ["spec"], "", "fluent-bit", "securityContext"],
    ["fluentd.fluent.io/v1alpha1", "Fluentd", "spec", ["spec"], "", "fluentd", "securityContext"],
  ] as const).map(([api, kind, path, segments, pod, name, context]): Story => ({
    api,
    kind,
    source: "datreeio/CRDs-catalog (containerSecurityContext beside the pod's)",
    base: put(segments, { [context]: confined }) as object,
    baseLines: [`${pod}container ${name}: RuntimeDefault pod-field ${path}.${context}.seccompProfile`],
    head: put(segments, { [context]: confined, containerSecurityContext: unconfined }) as object,
    headLines: [`${pod}container ${name}: Unconfined container-field ${path}.containerSecurityContext.seccompProfile`],
  })),
  {
    api: "redis.redis.opstreelabs.in/v1beta2",
    kind: "RedisCluster",
    source: "datreeio/CRDs-catalog: redis.redis.opstreelabs.in/rediscluster_v1beta2.json",
    base: { spec: { podSecurityContext: confined } },
    baseLines: ["container it-leader: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile", "container it-follower: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile"],
    head: { spec: { redisLeader: of(unconfined) } },
    headLines: ["container it-leader: Unconfined container-field spec.redisLeader.securityContext.seccompProfile", "container it-follower: Unset none -"],
  },
  {
    api: "minio.min.io/v2",
    kind: "Tenant",
    source: "datreeio/CRDs-catalog: minio.min.io/tenant_v2.json (sideCars)",
    base: { spec: { sideCars: { containers: [{ name: "a" }] } } },
    baseLines: ["sidecars/container a: NotApplicable inherits -"],
    head: { spec: { sideCars: { containers: [{ name: "a", ...of(privileged) }] } } },
    headLines: ["sidecars/container a: Unconfined privileged spec.sideCars.containers[0].securityContext.privileged"],
  },
  ...["postgres-operator.crunchydata.com", "upstream.pgv2.percona.com"].map((group): Story => ({
    api: `${group}/v1beta1`,
    kind: "PostgresCluster",
    source: "CrunchyData/postgres-operator: pkg/apis/postgres-operator.crunchydata.com/v1beta1 (Containers: custom sidecars)",
    base: { spec: { instances: [{ name: "one", containers: [{ name: "side" }] }] } },
    baseLines: ["one/container side: NotApplicable inherits -"],
    head: { spec: { proxy: { pgBouncer: { containers: [{ name: "side", ...of(unconfined) }] } } } },
    headLines: ["pgBouncer/container side: Unconfined container-field spec.proxy.pgBouncer.containers[0].securityContext.seccompProfile"],
  })),
  ...([
    ["kafka", "container kafka", "kafkaContainer"],
    ["zookeeper", "container zookeeper", "zookeeperContainer"],
    ["cruiseControl", "container cruise-control", "cruiseControlContainer"],
    ["kafkaExporter", "container it-kafka-exporter", "container"],
    ["jmxTrans", "container it-kafka-jmx-trans", "container"],
  ] as const).map(([field, name, template]): Story => ({
    api: "kafka.strimzi.io/v1beta2",
    kind: "Kafka",
    source: strimzi,
    base: { spec: { [field]: { template: { pod: of(confined) } } } },
    baseLines: [`${field}/${name}: RuntimeDefault pod-field spec.${field}.template.pod.securityContext.seccompProfile`],
    head: { spec: { [field]: { template: { pod: of(confined), [template]: of(unconfined) } } } },
    headLines: [`${field}/${name}: Unconfined container-field spec.${field}.template.${template}.securityContext.seccompProfile`],
  })),
  {
    api: "kafka.strimzi.io/v1",
    kind: "Kafka",
    source: strimzi,
    base: { spec: { entityOperator: { topicOperator: {}, userOperator: {}, template: { pod: of(confined) } }, kafka: { template: { pod: of(confined), initContainer: of(unconfined) } } } },
    baseLines: [
      "kafka/init kafka-init: Unconfined container-field spec.kafka.template.initContainer.securityContext.seccompProfile",
      "kafka/container kafka: RuntimeDefault pod-field spec.kafka.template.pod.securityContext.seccompProfile",
      "entityOperator/container topic-operator: RuntimeDefault pod-field spec.entityOperator.template.pod.securityContext.seccompProfile",
      "entityOperator/container user-operator: RuntimeDefault pod-field spec.entityOperator.template.pod.securityContext.seccompProfile",
    ],
    // What the entity operator is not told to do has no container.
    head: { spec: { kafka: {}, entityOperator: { userOperator: {} } } },
    headLines: ["kafka/container kafka: Unset none -", "entityOperator/container user-operator: Unset none -"],
  },
  {
    api: "kafka.strimzi.io/v1",
    kind: "KafkaNodePool",
    source: strimzi,
    base: { spec: { template: { pod: of(confined) } } },
    baseLines: ["container kafka: RuntimeDefault pod-field spec.template.pod.securityContext.seccompProfile"],
    head: { spec: {} },
    headLines: ["container kafka: NotApplicable inherits -"],
  },
  ...([
    ["KafkaConnect", "it-connect", "connectContainer"],
    ["KafkaMirrorMaker2", "it-mirrormaker2", "connectContainer"],
    ["KafkaMirrorMaker", "it-mirror-maker", "mirrorMakerContainer"],
    ["KafkaBridge", "it-bridge", "bridgeContainer"],
  ] as const).map(([kind, name, template]): Story => ({
    api: "kafka.strimzi.io/v1",
    kind,
    source: strimzi,
    base: { spec: { template: { pod: of(confined) } } },
    baseLines: [`container ${name}: RuntimeDefault pod-field spec.template.pod.securityContext.seccompProfile`],
    head: { spec: { template: { [template]: of(unconfined) } } },
    headLines: [`container ${name}: Unconfined container-field spec.template.${template}.securityContext.seccompProfile`],
  })),
  {
    api: "kafka.strimzi.io/v1",
    kind: "KafkaConnect",
    source: strimzi,
    base: { spec: { build: {}, template: { pod: of(confined), buildPod: of(confined) } } },
    baseLines: ["container it-connect: RuntimeDefault pod-field spec.template.pod.securityContext.seccompProfile", "build/container it-connect-build: RuntimeDefault pod-field spec.template.buildPod.securityContext.seccompProfile"],
    head: { spec: { build: {}, template: { pod: of(confined), buildContainer: of(unconfined) } } },
    headLines: ["container it-connect: RuntimeDefault pod-field spec.template.pod.securityContext.seccompProfile", "build/container it-connect-build: Unconfined container-field spec.template.buildContainer.securityContext.seccompProfile"],
  },
  {
    api: "postgresql.cnpg.io/v1",
    kind: "Cluster",
    source: "cloudnative-pg/cloudnative-pg: pkg/specs/containers.go (GetSecurityContext)",
    base: { spec: {} },
    baseLines: ["container postgres: RuntimeDefault none -"],
    head: { spec: { seccompProfile: { type: "Unconfined" }, podSecurityContext: confined } },
    headLines: ["container postgres: Unconfined pod-field spec.seccompProfile"],
  },
  {
    api: "postgresql.cnpg.io/v1",
    kind: "Cluster",
    source: "cloudnative-pg/cloudnative-pg: pkg/specs/containers.go (GetSecurityContext)",
    base: { spec: { seccompProfile: { type: "RuntimeDefault" }, securityContext: { runAsUser: 1 } } },
    baseLines: ["container postgres: RuntimeDefault pod-field spec.seccompProfile"],
    head: { spec: { seccompProfile: { type: "RuntimeDefault" }, securityContext: unconfined } },
    headLines: ["container postgres: Unconfined container-field spec.securityContext.seccompProfile"],
  },
  ...["envoyDeployment", "envoyDaemonSet"].map((field): Story => ({
    api: "gateway.envoyproxy.io/v1alpha1",
    kind: "EnvoyProxy",
    source: "envoyproxy/gateway: internal/infrastructure/kubernetes/proxy/resource.go (expectedEnvoySecurityContext)",
    // A container without a context of its own gets RuntimeDefault, whatever the pod says.
    base: { spec: { provider: { kubernetes: { [field]: { pod: of(unconfined), initContainers: [{ name: "prepare", ...of(confined) }] } } } } },
    baseLines: [
      `init prepare: RuntimeDefault container-field spec.provider.kubernetes.${field}.initContainers[0].securityContext.seccompProfile`,
      "container envoy: RuntimeDefault none -",
      "container shutdown-manager: RuntimeDefault none -",
    ],
    head: { spec: { provider: { kubernetes: { [field]: { pod: of(unconfined), container: of({ runAsUser: 1 }) } } } } },
    headLines: [`container envoy: Unconfined pod-field spec.provider.kubernetes.${field}.pod.securityContext.seccompProfile`, `container shutdown-manager: Unconfined pod-field spec.provider.kubernetes.${field}.pod.securityContext.seccompProfile`],
  })),
  {
    api: "gateway.kgateway.dev/v1alpha1",
    kind: "GatewayParameters",
    source: "datreeio/CRDs-catalog: gateway.kgateway.dev/gatewayparameters_v1alpha1.json",
    base: { spec: { kube: { podTemplate: of(confined) } } },
    baseLines: ["container kgateway-proxy: RuntimeDefault pod-field spec.kube.podTemplate.securityContext.seccompProfile"],
    head: { spec: { kube: { envoyContainer: of(privileged), istio: { istioProxyContainer: of(unconfined) } } } },
    headLines: ["container kgateway-proxy: Unconfined privileged spec.kube.envoyContainer.securityContext.privileged", "container istio-proxy: Unconfined container-field spec.kube.istio.istioProxyContainer.securityContext.seccompProfile"],
  },
  ...([
    ["cert-manager.io/v1", "Issuer", ["spec", "acme", "solvers", 0, "http01"], "/one"],
    ["cert-manager.io/v1", "ClusterIssuer", ["spec", "acme", "solvers", 0, "http01"], "/one"],
    ["acme.cert-manager.io/v1", "Challenge", ["spec", "solver", "http01"], ""],
  ] as const).flatMap(([api, kind, segments, entry]) =>
    ["ingress", "gatewayHTTPRoute"].map((via): Story => ({
      api,
      kind,
      source: "cert-manager/cert-manager: pkg/issuer/acme/http/pod.go (mergePodObjectMetaWithPodTemplate)",
      base: put([...segments, via], { podTemplate: { spec: {} } }) as object,
      baseLines: [`${via}${entry}/container acmesolver: RuntimeDefault none -`],
      // A context of one's own takes the place of cert-manager's, and its profile with it.
      head: put([...segments, via], { podTemplate: { spec: of({ runAsUser: 1 }) } }) as object,
      headLines: [`${via}${entry}/container acmesolver: Unset none -`],
    })),
  ),
  {
    api: "k8up.io/v1",
    kind: "PodConfig",
    source: "k8up-io/k8up: api/v1/podconfig_types.go",
    base: { spec: { template: { spec: { ...of(confined), containers: [{ name: "a" }] } } } },
    baseLines: ["container a: RuntimeDefault pod-field spec.template.spec.securityContext.seccompProfile"],
    head: { spec: { template: { spec: { containers: [{ name: "a" }] } } } },
    headLines: ["container a: NotApplicable inherits -"],
  },
  {
    api: "tempo.grafana.com/v1alpha1",
    kind: "TempoMonolithic",
    source: "datreeio/CRDs-catalog: tempo.grafana.com/tempomonolithic_v1alpha1.json",
    base: { spec: { podSecurityContext: confined } },
    baseLines: ["container tempo: RuntimeDefault pod-field spec.podSecurityContext.seccompProfile"],
    head: { spec: {} },
    headLines: ["container tempo: Unset none -"],
  },
  {
    api: "tailscale.com/v1alpha1",
    kind: "ProxyClass",
    source: "datreeio/CRDs-catalog: tailscale.com/proxyclass_v1alpha1.json",
    base: { spec: { statefulSet: { pod: of(confined) } } },
    baseLines: ["container tailscale: RuntimeDefault pod-field spec.statefulSet.pod.securityContext.seccompProfile"],
    head: { spec: { statefulSet: { pod: { tailscaleContainer: of(privileged) } } } },
    headLines: ["container tailscale: Unconfined privileged spec.statefulSet.pod.tailscaleContainer.securityContext.privileged"],
  },
  {
    api: "kubevirt.io/v1",
    kind: "KubeVirt",
    source: "kubevirt/kubevirt: staging/src/kubevirt.io/api/core/v1/types.go (SeccompConfiguration)",
    base: { spec: { configuration: { seccompConfiguration: { virtualMachineInstanceProfile: { customProfile: { localhostProfile: "kubevirt/kubevirt.json" } } } } } },
    baseLines: ["virt-launcher/container compute: Localhost(kubevirt/kubevirt.json) pod-field spec.configuration.seccompConfiguration.virtualMachineInstanceProfile.customProfile.localhostProfile"],
    head: { spec: { configuration: {} } },
    headLines: ["virt-launcher/container compute: Unset none -"],
  },
  {
    api: "kubevirt.io/v1",
    kind: "KubeVirt",
    source: "kubevirt/kubevirt: staging/src/kubevirt.io/api/core/v1/types.go (SeccompConfiguration)",
    base: { spec: { configuration: { seccompConfiguration: { virtualMachineInstanceProfile: { customProfile: { runtimeDefaultProfile: true } } } } } },
    baseLines: ["virt-launcher/container compute: RuntimeDefault pod-field spec.configuration.seccompConfiguration.virtualMachineInstanceProfile.customProfile.runtimeDefaultProfile"],
    head: { spec: { configuration: { seccompConfiguration: { virtualMachineInstanceProfile: { customProfile: { runtimeDefaultProfile: false } } } } } },
    headLines: ["virt-launcher/container compute: Unset none -"],
  },
  {
    api: "serving.kserve.io/v1beta1",
    kind: "InferenceService",
    source: "datreeio/CRDs-catalog: serving.kserve.io/inferenceservice_v1beta1.json",
    base: { spec: { predictor: { ...of(confined), model: { modelFormat: { name: "x" } } } } },
    baseLines: ["predictor/container kserve-container: RuntimeDefault pod-field spec.predictor.securityContext.seccompProfile"],
    head: { spec: { predictor: { ...of(confined), sklearn: of(privileged) } } },
    headLines: ["predictor/container kserve-container: Unconfined privileged spec.predictor.sklearn.securityContext.privileged"],
  },
  {
    api: "rabbitmq.com/v1beta1",
    kind: "RabbitmqCluster",
    source: "rabbitmq/cluster-operator: internal/resource/statefulset.go (override is merged over the generated StatefulSet)",
    base: { spec: { override: { statefulSet: { spec: { template: { spec: of(confined) } } } } } },
    baseLines: ["container rabbitmq: RuntimeDefault pod-field spec.override.statefulSet.spec.template.spec.securityContext.seccompProfile"],
    head: { spec: {} },
    headLines: ["container rabbitmq: Unset none -"],
  },
  {
    api: "elasticsearch.k8s.elastic.co/v1",
    kind: "Elasticsearch",
    source: "elastic/cloud-on-k8s: pkg/controller/common/defaults/pod_template.go (setDefaults)",
    base: { spec: { nodeSets: [{ name: "hot", podTemplate: { spec: of(confined) } }] } },
    baseLines: ["hot/container elasticsearch: RuntimeDefault pod-field spec.nodeSets[0].podTemplate.spec.securityContext.seccompProfile"],
    head: { spec: { nodeSets: [{ name: "hot" }] } },
    headLines: ["hot/container elasticsearch: Unset none -"],
  },
  {
    api: "beat.k8s.elastic.co/v1beta1",
    kind: "Beat",
    source: "elastic/cloud-on-k8s: pkg/controller/beat/common/pod.go (the container has the name of the type)",
    base: { spec: { type: "filebeat", daemonSet: { podTemplate: { spec: { containers: [{ name: "filebeat", ...of(confined) }] } } } } },
    baseLines: ["container filebeat: RuntimeDefault container-field spec.daemonSet.podTemplate.spec.containers[0].securityContext.seccompProfile"],
    head: { spec: { type: "filebeat", daemonSet: {} } },
    headLines: ["container filebeat: Unset none -"],
  },
  ...operatorStories,
];

describe("kinds of other shapes", () => {
  it.each(stories.map((story, i) => [`${story.api} ${story.kind}`, i, story] as const))("%s (%i)", (_, __, { api, kind, base, baseLines, head, headLines, source }) => {
    expect(source).toMatch(/^[\w.-]+\/[\w.-]+/);
    expect(lines(api, kind, base)).toEqual(baseLines);
    expect(lines(api, kind, head)).toEqual(headLines);
  });
});

describe("what tells a kind's pods apart", () => {
  const ray = (groups: readonly object[]) => ({ spec: { headGroupSpec: { template: { spec: { containers: [{ name: "h" }] } } }, autoscalerOptions: of(unconfined), workerGroupSpecs: groups } });
  const workers = [{ groupName: "small" }, { groupName: "large" }, {}].map((group) => ({ ...group, template: { spec: { containers: [{ name: "w" }] } } }));

  it("is a name, under whichever field, or the position; the autoscaler is there where it is asked for", () => {
    expect(lines("ray.io/v1", "RayCluster", ray(workers))).toEqual(["head/container h: Unset none -", "worker/small/container w: Unset none -", "worker/large/container w: Unset none -", "worker/2/container w: Unset none -"]);
  });

  it("keeps the identity of a container when another pod comes before its own", () => {
    const keys = (groups: readonly object[]) => entriesOf(JSON.stringify({ apiVersion: "ray.io/v1", kind: "RayCluster", metadata: { name: "it" }, ...ray(groups) })).map(({ key }) => key);
    expect(keys(workers.slice(0, 2))).toEqual(expect.arrayContaining(keys(workers.slice(1, 2))));
  });
});

describe("defaults of a workflow's templates", () => {
  it("give the pod a context where the template has none, before the workflow's", () => {
    const spec = { ...of(unconfined), templateDefaults: of(confined), templates: [{ name: "a", container: {} }, { name: "b", container: {}, ...of({ runAsUser: 1 }) }] };
    expect(lines("argoproj.io/v1alpha1", "Workflow", { spec })).toEqual([
      "a/container main: RuntimeDefault pod-field spec.templateDefaults.securityContext.seccompProfile",
      "b/container main: RuntimeDefault pod-field spec.templateDefaults.securityContext.seccompProfile",
    ]);
  });
});

describe("podSpecPatch", () => {
  const patch = (value: unknown) => JSON.stringify(value);
  const at = "spec.templates[0]";
  it.each<[string, object, object, string]>([
    ["of a template, of a container", { ...of(confined) }, { podSpecPatch: patch({ containers: [{ name: "main", ...of(privileged) }] }), container: of(confined) }, `Unconfined privileged ${at}.podSpecPatch.containers[0].securityContext.privileged`],
    ["of a template, of the pod", { ...of(confined) }, { podSpecPatch: "securityContext:\n  seccompProfile: {type: Unconfined}\n", container: {} }, `Unconfined pod-field ${at}.podSpecPatch.securityContext.seccompProfile`],
    ["of the workflow", { podSpecPatch: patch({ containers: [{ name: "main", ...of(unconfined) }] }) }, { container: of({ runAsUser: 1 }) }, "Unconfined container-field spec.podSpecPatch.containers[0].securityContext.seccompProfile"],
    ["of a template, over the workflow's", { podSpecPatch: patch(of(unconfined)) }, { podSpecPatch: patch(of(confined)), container: {} }, `RuntimeDefault pod-field ${at}.podSpecPatch.securityContext.seccompProfile`],
    ["of something else", of(confined), { podSpecPatch: patch({ containers: [{ name: "main", resources: {} }, { name: "other", ...of(privileged) }] }), container: {} }, "RuntimeDefault pod-field spec.securityContext.seccompProfile"],
    ["that keeps what the defaults say", { templateDefaults: { container: of(confined) } }, { podSpecPatch: patch({ containers: [{ name: "main", ...of({ privileged: false }) }] }), container: {} }, "RuntimeDefault container-field spec.templateDefaults.container.securityContext.seccompProfile"],
    ["that cannot be read", of(confined), { podSpecPatch: "{ {{x}}", container: {} }, "RuntimeDefault pod-field spec.securityContext.seccompProfile"],
  ])("%s", (_, spec, template, expected) => {
    expect(lines("argoproj.io/v1alpha1", "Workflow", { spec: { ...spec, templates: [{ name: "a", ...template }] } })).toEqual([`a/container main: ${expected}`]);
  });
});

it("podSpecPatch is of init containers, too, by their own list", () => {
  const init = (patch: object) => lines("argoproj.io/v1alpha1", "Workflow", { spec: { templates: [{ name: "a", container: {}, initContainers: [{ name: "main", ...of(confined) }], podSpecPatch: JSON.stringify(patch) }] } });
  expect(init({ initContainers: [{ name: "main", ...of(privileged) }] })).toEqual(expect.arrayContaining(["a/container main: Unset none -", "a/init main: Unconfined privileged spec.templates[0].podSpecPatch.initContainers[0].securityContext.privileged"]));
});

describe("what is not as the kind has it", () => {
  const junk = [undefined, "x", ["x"]] as const;

  /** Asks with something else in each place of an object in turn. */
  function withEach(object: unknown, other: unknown, ask: () => void): void {
    if (typeof object !== "object" || object === null) return;
    for (const [key, own] of Object.entries(object)) {
      withEach(own, other, ask);
      Object.assign(object, { [key]: other });
      ask();
      Object.assign(object, { [key]: own as unknown });
    }
  }

  it.each(junk.map((other) => [JSON.stringify(other) ?? "nothing", other]))("describes no pod, or another, and never fails: %s", (_, other) => {
    const strange: string[] = [];
    for (const { api, kind, base } of stories) {
      const [rows, value] = [rowsOf(groupOf(api), kind), structuredClone(base as unknown)];
      withEach(value, other, () => {
        const containers = rows.flatMap((row) => podsByRow(row, { path: [], value })).flatMap((pod) => pod.containers);
        if (containers.some(({ spec, container }) => typeof spec !== "object" || typeof container.name !== "string")) strange.push(`${api} ${kind}`);
      });
    }
    expect(strange).toEqual([]);
  });

  // elastic/cloud-on-k8s: docs (podTemplate): the operator makes the pod, whatever is said of it.
  const always = ["Agent", "ApmServer", "Beat", "ElasticMapsServer", "Elasticsearch", "EnterpriseSearch", "Kibana", "Logstash"];

  it.each([null, "x", 7, ["x"]])("is no pod where %j stands in its place, but for those that are made in any case", (other) => {
    const placed = kinds.filter(({ path }) => path !== "").map((row) => {
      const [, place = "", entry] = /^(.*?)(\[\]|\.\*)?$/.exec(row.path.replace(/\[\](?!$)/g, "[0]").replace(/\*(?!$)/g, "any")) ?? [];
      return { row, value: put(parse(place), entry === "[]" ? [other] : entry === ".*" ? { any: other } : other) };
    });
    const found = placed.flatMap(({ row, value }) => podsByRow(row, { path: [], value }).map(() => row.kind));
    expect([...new Set(found)].sort()).toEqual(always);
  });
});

describe("objects that describe more than fits in memory", () => {
  const aliases = (name: string, count: number) => Array.from({ length: count }, () => `*${name}`).join(", ");
  it.each([
    ["pods", `metrics: &m [${"{}, ".repeat(400)}]\nt: &t {input: {resources: [${"{base: {}}, ".repeat(400)}]}}\nspec: {pipeline: [${aliases("t", 400)}]}`, "apiextensions.crossplane.io/v1", "Composition", "an object describes more than 100000 pods"],
    ["containers", `c: &c {name: c}\nj: &j {template: {spec: {template: {spec: {containers: [${aliases("c", 400)}]}}}}}\nspec: {replicatedJobs: [${aliases("j", 400)}]}`, "jobset.x-k8s.io/v1alpha2", "JobSet", "an object describes more than 100000 containers"],
  ])("are a problem: %s", (_, body, apiVersion, kind, message) => {
    const { problems } = inventoryOf(`apiVersion: ${apiVersion}\nkind: ${kind}\n${body}\n`);
    expect(problems.map((problem) => [problem.kind, problem.message, problem.blocking])).toEqual([["limit", message, true]]);
  });
});

describe("the table", () => {
  it("has no row that no test finds a pod with", () => {
    const objects = [
      ...podSpecs.map(([apiVersion, kind, path]) => ({ group: groupOf(apiVersion), kind, object: JSON.parse(objectWith(apiVersion, kind, path)) as unknown })),
      ...stories.flatMap(({ api, kind, base, head }) => [base, head].map((object) => ({ group: groupOf(api), kind, object: object as unknown }))),
    ];
    const used = new Set(objects.flatMap(({ group, kind, object }) => rowsOf(group, kind).filter((row) => podsByRow(row, { path: [], value: object }).length > 0)));
    expect(kinds.filter((row) => !used.has(row)).map(({ groups, kind, path }) => `${groups[0]} ${kind} ${path}`)).toEqual([]);
  });

  it("says of every row where it was read", () => {
    expect(kinds.filter(({ source }) => !/^[\w.-]+\/[\w.-]+: \S|^[\w.-]+\/[\w.-]+: \S/.test(source)).map(({ kind }) => kind)).toEqual([]);
  });

  it("knows which kinds live in no namespace", () => {
    expect([...new Set(kinds.filter((row) => row.clusterScoped === true).map(({ kind }) => kind))].sort()).toEqual([...clusterScoped].sort());
  });
});

const groupOf = (apiVersion: string): string => (apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "");
