// Argo Rollouts: workloads and the jobs that judge them.

import type { KindRow } from "./kind.ts";
import { podTemplate as shape } from "./pod-template.ts";

const groups = ["argoproj.io"] as const;
const metrics = "spec.metrics[].provider.job.spec.template";

export const rolloutKinds: readonly KindRow[] = [
  {
    groups,
    kind: "Rollout",
    path: "spec.template",
    shape,
    note: "with `workloadRef` the pod template is that of the Deployment it names, which is looked at itself",
    source: "datreeio/CRDs-catalog: argoproj.io/rollout_v1alpha1.json",
  },
  { groups, kind: "Experiment", path: "spec.templates[].template", shape, source: "datreeio/CRDs-catalog: argoproj.io/experiment_v1alpha1.json" },
  { groups, kind: "AnalysisTemplate", path: metrics, shape, source: "datreeio/CRDs-catalog: argoproj.io/analysistemplate_v1alpha1.json" },
  { groups, kind: "ClusterAnalysisTemplate", path: metrics, shape, clusterScoped: true, source: "datreeio/CRDs-catalog: argoproj.io/clusteranalysistemplate_v1alpha1.json" },
  { groups, kind: "AnalysisRun", path: metrics, shape, source: "datreeio/CRDs-catalog: argoproj.io/analysisrun_v1alpha1.json" },
];
