// Batch work, machine learning and scaling.

import { catalogue } from "./crd-source.ts";
import type { KindRow } from "./kind.ts";
import { operatorPod } from "./operator-pod.ts";
import { podSpec, podTemplate as shape } from "./pod-template.ts";

/** The replica specs of the jobs of Kubeflow's training operator, by the name of their field. */
const kubeflowJobs = { TFJob: "tf", PyTorchJob: "pytorch", MPIJob: "mpi", XGBoostJob: "xgb", PaddleJob: "paddle", JAXJob: "jax", MXJob: "mx" } as const;

const jobs = "replicatedJobs[].template.spec.template";
const volcano = "volcano-sh/apis: pkg/apis/batch/v1alpha1/job.go (TaskSpec)";
const trainer = "kubeflow/trainer: pkg/apis/trainer/v1alpha1";
const leaderWorker = "kubernetes-sigs/lws: api/leaderworkerset/v1/leaderworkerset_types.go (LeaderWorkerTemplate)";

/** The pods of a load test. */
const loadTest = (kind: string, [part, name]: readonly [part: string, name: string]): KindRow => ({
  groups: ["k6.io"],
  kind,
  path: `spec.${part}`,
  pod: part,
  shape: operatorPod("`securityContext` for the pod, `containerSecurityContext` for its main container", {
    context: "securityContext",
    containers: [{ name, field: "containerSecurityContext" }],
    lists: { initContainers: "init" },
    metadata: "metadata",
  }),
  source: "grafana/k6-operator: pkg/resources/jobs, pkg/resources/containers/curl_start.go",
});

export const batchKinds: readonly KindRow[] = [
  { groups: ["keda.sh"], kind: "ScaledJob", path: "spec.jobTargetRef.template", shape, source: catalogue("keda.sh/scaledjob_v1alpha1") },
  { groups: ["jobset.x-k8s.io"], kind: "JobSet", path: `spec.${jobs}`, shape, source: "kubernetes-sigs/jobset: config/components/crd/bases/jobset.x-k8s.io_jobsets.yaml" },
  { groups: ["kueue.x-k8s.io"], kind: "Workload", path: "spec.podSets[].template", shape, source: catalogue("kueue.x-k8s.io/workload_v1beta1") },
  ...["leader", "worker"].map(
    (pod): KindRow => ({ groups: ["leaderworkerset.x-k8s.io"], kind: "LeaderWorkerSet", path: `spec.leaderWorkerTemplate.${pod}Template`, pod, shape, source: leaderWorker }),
  ),
  ...["leader", "worker"].map(
    (pod): KindRow => ({
      groups: ["disaggregatedset.x-k8s.io", "leaderworkerset.x-k8s.io"],
      kind: "DisaggregatedSet",
      path: `spec.roles[].spec.leaderWorkerTemplate.${pod}Template`,
      pod,
      shape,
      source: leaderWorker,
    }),
  ),
  ...Object.entries(kubeflowJobs).map(
    ([kind, field]): KindRow => ({ groups: ["kubeflow.org"], kind, path: `spec.${field}ReplicaSpecs.*.template`, shape, source: `kubeflow/training-operator: pkg/apis/kubeflow.org/v1 (${kind}Spec)` }),
  ),
  { groups: ["kubeflow.org"], kind: "Notebook", path: "spec.template", shape, source: "kubeflow/kubeflow: components/notebook-controller/api/v1/notebook_types.go" },
  { groups: ["trainer.kubeflow.org", "kubeflow.org"], kind: "TrainingRuntime", path: `spec.template.spec.${jobs}`, shape, source: trainer },
  { groups: ["trainer.kubeflow.org", "kubeflow.org"], kind: "ClusterTrainingRuntime", path: `spec.template.spec.${jobs}`, shape, clusterScoped: true, source: trainer },
  {
    groups: ["trainer.kubeflow.org"],
    kind: "TrainJob",
    path: `spec.runtimePatches[].trainingRuntimeSpec.template.spec.${jobs}`,
    shape,
    inherits: true,
    note: "patches over the runtime that it names",
    source: `${trainer}/trainjob_types.go (RuntimePatch)`,
  },
  { groups: ["trainer.kubeflow.org"], kind: "TrainJob", path: "spec.podTemplateOverrides[].spec", pod: "override", shape: podSpec, inherits: true, source: `${trainer}/trainjob_types.go (PodTemplateOverride)` },
  { groups: ["batch.volcano.sh"], kind: "Job", path: "spec.tasks[].template", shape, source: volcano },
  { groups: ["batch.volcano.sh"], kind: "CronJob", path: "spec.jobTemplate.spec.tasks[].template", shape, source: volcano },
  { groups: ["flow.volcano.sh"], kind: "JobTemplate", path: "spec.tasks[].template", shape, source: volcano },
  ...["TestRun", "K6"].flatMap((kind) => ([["initializer", "k6"], ["starter", "k6-curl"], ["runner", "k6"]] as const).map((pod) => loadTest(kind, pod))),
  { groups: ["db.atlasgo.io"], kind: "AtlasSchema", path: "spec.devDB", pod: "devDB", shape, source: catalogue("db.atlasgo.io/atlasschema_v1alpha1") },
  { groups: ["db.atlasgo.io"], kind: "AtlasMigration", path: "spec.devDB", pod: "devDB", shape, source: catalogue("db.atlasgo.io/atlasmigration_v1alpha1") },
];
