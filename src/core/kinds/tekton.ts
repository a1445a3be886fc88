// Tekton: the steps and sidecars of a task are the containers of one pod, under names that its controller gives.

import { asMapping, asText, below, fieldAt, type Field, type MappingField } from "../field.ts";
import { containerAt, containerNamed, firstContext, mergedContext, type Pod, type PodContainer } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";

const source = "tektoncd/pipeline: pkg/pod/pod.go (podBuilder.Build), pkg/apis/pipeline/v1/merge.go (MergeStepsWithStepTemplate)";

function entriesOf({ path, value }: Field): MappingField[] {
  return (Array.isArray(value) ? value : []).flatMap((entry: unknown, i) => asMapping({ path: [...path, i], value: entry }) ?? []);
}

/** Containers of a task: its steps, over the step template, and its sidecars. */
function taskContainers(task: Field, pod: string | null): PodContainer[] {
  const steps = entriesOf(below(task, "steps")).map((step, i) => {
    const name = asText(step.value["name"]) ?? `unnamed-${i}`;
    return { ...containerAt(step, containerNamed("container", `step-${name}`, pod)), securityContext: mergedContext(below(step, "securityContext"), below(task, "stepTemplate", "securityContext")) };
  });
  const sidecars = entriesOf(below(task, "sidecars")).map((sidecar) => containerAt(sidecar, containerNamed("container", `sidecar-${asText(sidecar.value["name"]) ?? ""}`, pod)));
  return [...steps, ...sidecars];
}

/** The pod of a task, under the first of some pod templates that has a security context. */
function podOfTask(task: Field, podTemplates: readonly Field[], pod: string | null): Pod[] {
  const containers = taskContainers(task, pod);
  if (containers.length === 0) return [];
  const [first, ...others] = podTemplates.map((template) => below(template, "securityContext"));
  const [template] = podTemplates;
  return [{ pod, securityContext: first === undefined ? null : firstContext(first, ...others), podMetadata: below(task, "metadata"), podSpec: template === undefined ? null : asMapping(template), containers }];
}

const task: Shape = { says: "task: `steps` over `stepTemplate`, and `sidecars`", withoutList: true, find: (at, pod) => podOfTask(at, [], pod) };

const taskRun: Shape = {
  says: "run of a task: `taskSpec` under `podTemplate`",
  withoutList: true,
  find: (at, pod) => podOfTask(below(at, "taskSpec"), [below(at, "podTemplate")], pod),
};

/** Tasks that a pipeline spells out, each a pod. */
function pipelineTasks(pipeline: Field, templatesOf: (task: string) => readonly Field[]): Pod[] {
  return [below(pipeline, "tasks"), below(pipeline, "finally")].flatMap(entriesOf).flatMap((one) => {
    const name = asText(one.value["name"]) ?? "";
    return podOfTask(below(one, "taskSpec"), templatesOf(name), name);
  });
}

const pipeline: Shape = { says: "pipeline: `taskSpec` of its `tasks` and `finally`", withoutList: true, find: (at) => pipelineTasks(at, () => []) };

/** Pod templates of one task of a run, the most specific first: of v1 and of v1beta1. */
function runTemplates(run: Field, task: string): readonly Field[] {
  const own = entriesOf(below(run, "taskRunSpecs")).filter(({ value }) => fieldAt(value, ["pipelineTaskName"]) === task);
  return [...own.flatMap((spec) => [below(spec, "podTemplate"), below(spec, "taskPodTemplate")]), below(run, "taskRunTemplate", "podTemplate"), below(run, "podTemplate")];
}

const pipelineRun: Shape = {
  says: "run of a pipeline: `pipelineSpec` under `taskRunTemplate.podTemplate` and `taskRunSpecs[].podTemplate`",
  withoutList: true,
  find: (at) => pipelineTasks(below(at, "pipelineSpec"), (name) => runTemplates(at, name)),
};

const stepAction: Shape = {
  says: "one container, a step of the tasks that use it",
  withoutList: true,
  find: (at, pod) => {
    const step = asMapping(at);
    if (step === null) return [];
    return [{ pod, securityContext: null, podMetadata: null, podSpec: null, containers: [containerAt(step, containerNamed("container", "step", pod))] }];
  },
};

const groups = ["tekton.dev"] as const;
const note = "a run's `podTemplate`, or the default one of the installation, may give the pod a profile that the task does not";

export const tektonKinds: readonly KindRow[] = [
  { groups, kind: "Task", path: "spec", shape: task, note, source },
  { groups, kind: "ClusterTask", path: "spec", shape: task, clusterScoped: true, note, source },
  { groups, kind: "StepAction", path: "spec", shape: stepAction, inherits: true, source: "tektoncd/pipeline: pkg/apis/pipeline/v1beta1/stepaction_types.go" },
  { groups, kind: "TaskRun", path: "spec", shape: taskRun, note: "a run of a task that stands elsewhere has no containers of its own", source },
  { groups, kind: "Pipeline", path: "spec", shape: pipeline, note, source },
  { groups, kind: "PipelineRun", path: "spec", shape: pipelineRun, source },
];
